"""The tokens of C++ source, as far as numbers and declarations need them.

Comments, preprocessor lines and the inside of strings and characters are no tokens.
"""

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
    (?P<directive>^[ \t]*\#(?:\\\n|[^\n])*)
  | (?P<blank>\s+?)
  | (?P<comment>//[^\n]*|/\*(?s:.*?)\*/)
  | (?P<raw>(?:u8|[uUL])?R"(?P<mark>[^(\s]*)\((?s:.*?)\)(?P=mark)")
  | (?P<text>(?:u8|[uUL])?"(?:\\.|[^"\\\n])*")
  | (?P<character>(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')
  | (?P<number>\.?\d(?:[eEpP][+-]|'?[\w.])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<sign>::|->|<=>|<=|>=|==|!=|&&|\|\||<<|\S)
    """,
    re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    kind: str  # text, character, number, word or sign
    text: str
    begin: int  # offset in the source
    line: int  # from 1


def tokens(source):
    """Every token of the source, in order."""
    found = []
    line = 1
    for match in TOKEN.finditer(source):
        kind = "text" if match.lastgroup in ("raw", "mark") else match.lastgroup
        if kind not in ("directive", "blank", "comment"):
            found.append(Token(kind, match.group(), match.start(), line))
        line += match.group().count("\n")
    return found


INTEGER = re.compile(r"(0[xX][0-9a-fA-F]+|0[bB][01]+|\d+)([uUlLzZ]*)$")
FLOATING = re.compile(r"((?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)([fFlL]?)$")
OWN_SUFFIX = re.compile(r"(\d+)(_?[A-Za-z]\w*)$")


def changed(literal):
    """The literal with another value: an integer one more, else clearly larger; None if unreadable."""
    plain = literal.replace("'", "")
    if found := INTEGER.match(plain):
        digits, suffix = found.groups()
        is_octal = digits.startswith("0") and digits.isdigit() and len(digits) > 1
        return str(int(digits, 8 if is_octal else 0) + 1) + suffix
    if found := FLOATING.match(plain):
        return repr(round(float(found.group(1)) * 1.1 + 0.01, 12)) + found.group(2)
    if found := OWN_SUFFIX.match(plain):  # 5min
        return str(int(found.group(1)) + 1) + found.group(2)
    return None
