"""One program with every mutant in it: each number becomes a call that answers with the number, or,
when the environment names this mutant, with another one.

A call is no constant expression, so `constexpr` data becomes `const` and `constexpr` functions become
plain ones. What the compiler then refuses is given back as it was (refusals.py).
"""

import zlib
from dataclasses import dataclass, field

import cpp_tokens

CALL = "needlebook_mutant"
ASSERT = "needlebook_assert"
OPENING = {"(": ")", "[": "]", "{": "}"}


@dataclass
class Mutant:
    number: int  # the same from run to run as long as its file does not change
    file: str
    line: int
    begin: int
    literal: str
    changed: str
    kept_because: str = ""  # why the program holds it as a plain number; empty: it does not
    is_left_out: bool = False  # nothing could be learnt from changing it


@dataclass
class Constant:
    """A declaration from its `constexpr` to its end, and what the word is replaced by."""

    begin: int
    first_line: int
    end: int
    last_line: int
    word: str
    replacement: str
    given_back: bool = False


@dataclass
class Source:
    path: str
    text: str
    mutants: list = field(default_factory=list)
    constants: list = field(default_factory=list)
    asserts: list = field(default_factory=list)  # offsets of static_assert outside classes

    def rewritten(self, chosen=None):
        """The source as the one program has it; no line begins elsewhere than in the original.
        `chosen` is changed for good, whichever way the program holds it."""
        edits = [(c.begin, c.word, c.replacement) for c in self.constants if not c.given_back]
        for mutant in self.mutants:
            if mutant is chosen:
                edits.append((mutant.begin, mutant.literal, mutant.changed))
            elif not mutant.kept_because:
                edits.append((mutant.begin, mutant.literal, call_of(mutant)))
        edits += [(at, "static_assert",
                   f"[[maybe_unused]] static const bool {ASSERT}_{at}={ASSERT}") for at in self.asserts]
        return replaced(self.text, edits)

    def constant_at(self, line):
        """The innermost declaration that lost its `constexpr` and that this line is of."""
        within = [c for c in self.constants if c.first_line <= line <= c.last_line]
        return within[-1] if within else None

    def give_back(self, constant, why):
        """Makes a declaration constant again, with all its numbers."""
        constant.given_back = True
        for mutant in self.mutants:
            if constant.begin <= mutant.begin < constant.end:
                mutant.kept_because = mutant.kept_because or why

    def give_back_numbers(self, line, column, why):
        """Makes the number at this place of the rewritten source plain again; all of its line if no
        call stands there. False: there was none."""
        numbers = [m for m in self.mutants if m.line == line and not m.kept_because]
        here = self.rewritten().splitlines()[line - 1].encode()[column - 1:].decode(errors="ignore")
        for mutant in [m for m in numbers if here.startswith(call_of(m))] or numbers:
            mutant.kept_because = why
        return bool(numbers)


def call_of(mutant):
    return f"{CALL}({mutant.number}LL,{mutant.literal},{mutant.changed})"


def replaced(text, edits):
    for begin, old, new in sorted(edits, reverse=True):
        assert text.startswith(old, begin)
        text = text[:begin] + new + text[begin + len(old):]
    return text


def source_of(path, text, with_mutants):
    """The source with all its mutants; without them for tests, which only lose their constants."""
    source = Source(path, text)
    all_tokens = cpp_tokens.tokens(text)
    scopes = []  # of the braces around a token: namespace, class, enum, block or value
    statement = 0  # index of the token that the statement begins with
    assert_end = -1
    for i, token in enumerate(all_tokens):
        if token.text == "{" and token.kind == "sign":
            scopes.append(scope_of(all_tokens[statement:i], scopes))
        elif token.text == "}" and token.kind == "sign" and scopes:
            scopes.pop()
        elif token.kind == "number" and with_mutants and i > assert_end:
            add_mutant(source, token, "value of an enumerator" if scopes[-1:] == ["enum"] else
                       "case label" if all_tokens[i - 1].text == "case" else "",
                       is_array_size(all_tokens, i))
        elif token.text in ("constexpr", "consteval", "constinit"):
            add_constant(source, all_tokens, i, scopes)
        elif token.text == "static_assert":
            assert_end = end_of(all_tokens, i)
            if surrounding(scopes) != "class":
                source.asserts.append(token.begin)
        if token.kind == "sign" and token.text in ";{}":
            statement = i + 1
    return source


def scope_of(statement, scopes):
    words = [t.text for t in statement]
    for kind in ("namespace", "enum"):
        if kind in words:
            return kind
    if any(word in words for word in ("class", "struct", "union")) and not {"(", "="} & set(words):
        return "class"
    if not words:
        return "value" if scopes[-1:] == ["value"] else "block"
    if words[-1] in ("=", ",", "return", "(", ">") or "=" in words and "(" not in words:
        return "value"
    if words[-1] in (")", "const", "noexcept", "override", "else", "do", "try") or "->" in words:
        return "block"
    return "value" if "(" not in words or words[-1] == "]" else "block"


def surrounding(scopes):
    """What a declaration stands in: namespace, class or block; the braces of values are no scope."""
    return next((s for s in reversed(scopes) if s != "value"), "namespace")


def is_array_size(all_tokens, i):
    """Whether the number is N of std::array<T, N>: as many as there are values, and no rule."""
    if [t.text for t in (all_tokens[i - 1], all_tokens[i + 1])] != [",", ">"]:
        return False
    angles = 1
    for at in range(i - 2, 0, -1):
        angles += {">": 1, "<": -1}.get(all_tokens[at].text, 0)
        if angles == 0 or all_tokens[at].text in (";", "{", "}"):
            return all_tokens[at - 1].text == "array"
    return False


def add_mutant(source, token, kept_because, is_size):
    changed = cpp_tokens.changed(token.text)
    kept_because = "size of an array" if is_size else kept_because
    # Numbers of one file do not move those of another, so that little is compiled again.
    number = zlib.crc32(source.path.encode()) * 10000 + len(source.mutants)
    source.mutants.append(Mutant(
        number, source.path, token.line, token.begin, token.text, changed or token.text,
        kept_because or ("" if changed else "not understood as a number"),
        is_left_out=is_size or not changed))


def add_constant(source, all_tokens, i, scopes):
    def near(at):
        return all_tokens[at].text if 0 <= at < len(all_tokens) else ""

    if near(i - 1) == "if":
        return
    scope = surrounding(scopes)
    is_function = names_function(all_tokens, i)
    is_static = "static" in (near(i - 1), near(i + 1))
    is_inline = "inline" in (near(i - 1), near(i + 1))
    # A constant inside a function needs no capture in a lambda; as a static it needs none either.
    ahead = {"namespace": "", "class": "" if is_inline else "inline ",
             "block": "" if is_static else "static "}[scope]
    replacement = ahead + ("" if near(i + 1) == "const" else "const")
    if is_function:
        replacement = "inline" if scope == "namespace" and not is_inline else ""
    if near(i) == "constinit" or near(i - 1) == ")":  # the second: a lambda's
        replacement = ""
    last = all_tokens[end_of(all_tokens, i)]
    source.constants.append(Constant(
        all_tokens[i].begin, all_tokens[i].line, last.begin, last.line, near(i), replacement))


def names_function(all_tokens, i):
    angles = 0
    for token in all_tokens[i + 1:]:
        if token.text == "operator":
            return True
        if token.text in ("<", ">"):
            angles += 1 if token.text == "<" else -1
        elif angles == 0 and token.text in ("=", "{", ";", "("):
            return token.text == "("
    return False


def end_of(all_tokens, i):
    """Index of the token that ends the declaration which token i stands in: its ; or its body's }."""
    depth = 0
    is_function = names_function(all_tokens, i)
    for at in range(i + 1, len(all_tokens)):
        token = all_tokens[at]
        if token.kind != "sign":
            continue
        depth += (token.text in OPENING) - (token.text in OPENING.values())
        if depth == 0 and (token.text == ";" or (is_function and token.text == "}")):
            return at
        if depth < 0:
            return at - 1
    return len(all_tokens) - 1
