"""What the compiler refused in the one program, because it must be a constant, and its return."""

import re

SAID = re.compile(r"^(?:tree/)?(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): "
                  r"(?P<kind>fatal error|error|note): (?P<text>.*)$")
ABOUT_CONSTANTS = re.compile(r"constant expression|non-'constexpr'|not a constant|non-constant|"
                             r"not an integer constant|variable length array|is not captured")
# A note that points at the declaration which is no longer constant.
DECLARATION = re.compile(r"not initialized with a constant expression|declared here|"
                         r"was not declared 'constexpr'|not usable as a 'constexpr' function")


def give_back(sources, log):
    """Gives back what the compiler's log refuses; how much that was."""
    groups = errors_with_notes(log)
    # The others may only follow from these.
    about_constants = [g for g in groups if ABOUT_CONSTANTS.search(g[0]["text"])]
    now = set()  # the declarations given back by this log, by their ids
    return sum(give_back_one(sources, group, now) for group in about_constants) or sum(
        give_back_one(sources, group, now) for group in groups)


def errors_with_notes(log):
    groups = []
    for line in log.splitlines():
        if found := SAID.match(line):
            if found["kind"] != "note":
                groups.append([found])
            elif groups:
                groups[-1].append(found)
    # Every file that includes a header reports its errors again.
    return list({tuple(said[0] for said in group): group for group in groups}.values())


def give_back_one(sources, group, now):
    """Whether something was given back for this error: the declaration that it goes back to, else
    the number at its place, else the declaration that it stands in."""
    error = group[0]
    why = error["text"].split(" [with ")[0]
    for note in group[1:]:
        source = sources.get(note["path"])
        constant = source.constant_at(int(note["line"])) if source else None
        if constant and DECLARATION.search(note["text"]):
            if not constant.given_back:
                source.give_back(constant, why)
                now.add(id(constant))
                return True
            if id(constant) in now:
                return False
    source = sources.get(error["path"])
    if source is None:
        return False
    line, column = int(error["line"]), int(error["column"])
    if source.give_back_numbers(line, column, why):
        return True
    constant = source.constant_at(line)
    if constant and not constant.given_back:
        source.give_back(constant, why)
        now.add(id(constant))
        return True
    return False
