"""What the program tells of a book, and whether it tells it as it must, whatever the files hold."""

import json
import re
import subprocess

PATIENCE = 30
READING = (("patient", "list", "--json"), ("progress", "C-1", "--json"), ("ledger", "--json"))
LIBRARY_WORDS = ("std::", "unordered_map", "bad_alloc", "basic_string", "filesystem error", "terminate called", "what():")


class Wrong(Exception):
    """The program did what it may not do, whatever the files hold."""


def says_why(words, stderr):
    """Whether it says what is wrong and what to do: in two lines, or as the JSON that was asked for."""
    if "--json" not in words:
        return re.search(r"error: .+\ntry: ", stderr) is not None
    try:
        problem = json.loads(stderr[stderr.index("{"):])
    except ValueError:
        return False
    return bool(problem.get("detail") and problem.get("try"))


def asked(desk, *words, typed=None):
    """Runs a command on files that may be damaged. Throws Wrong: it crashes, hangs, or does not say why not."""
    name = " ".join(map(str, words[:2]))
    try:
        ran = desk.run(*words, typed=typed, patience=PATIENCE)
    except subprocess.TimeoutExpired:
        raise Wrong(f"{name}: hangs") from None
    except UnicodeDecodeError:
        raise Wrong(f"{name}: says what is no UTF-8") from None
    if ran.returncode not in (0, 1, 2, 3):
        raise Wrong(f"{name}: ends with {ran.returncode}: {ran.stderr[-400:]}")
    if ran.returncode and not says_why(words, ran.stderr) and "check" not in words and "health" not in words:
        raise Wrong(f"{name}: {ran.returncode}, and says: {ran.stderr[-400:]}")
    if any(word in ran.stderr for word in LIBRARY_WORDS):
        raise Wrong(f"{name}: says {ran.stderr[-400:]}")
    return ran


def told(desk):
    """All that the commands print of a book, and what `check` finds wrong; warnings count as that."""
    printed = tuple((ran.returncode, ran.stdout) for ran in (asked(desk, *words) for words in READING))
    checked = asked(desk, "check")
    content = re.search(r"content .*", checked.stdout)
    named = checked.stderr if checked.stderr else ("" if checked.returncode == 0 else checked.stdout)
    return (printed, content and content[0]), named
