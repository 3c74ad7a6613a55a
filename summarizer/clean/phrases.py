"""Patterns of known lines, tried by how a line begins only.

A page has hundreds of lines and some hundred ways to be a label; all of them as one pattern took 7 µs
a line. Nearly every alternative says how it may begin, so a line is held against the
few that begin like it, mostly none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_COUNT = re.compile(r"(?:\?|(?P<many>\*|\{0?,\d*\}|(?P<some>\+|\{\d+(?:,\d*)?\})))[?+]?")
_DIGIT, _ANY = "0", "\0"
LOOKED_AT = 4
"""Characters of a line's beginning that are looked up. With two, four patterns a line were tried, with four less
than one; five save little more, and take 50 ms to prepare instead of 20.
"""

Match = Callable[[str], "re.Match[str] | None"]
Way = tuple[str, Match]


class Phrases:
    """Kinds of lines with a pattern each; the first that matches a whole line names it, or its head.

    Patterns are written in small letters and meet small letters. An alternative that may begin with
    anything is tried only on lines that hold one of `anywhere`.
    """

    def __init__(
        self,
        kinds: Sequence[tuple[str, str]],
        *,
        tail: str = "",
        anywhere: Sequence[str] = (),
        whole: bool = True,
    ) -> None:
        end = tail + (r"\Z" if whole else "")
        self._ways: list[tuple[str, str]] = []
        self._by_begin: dict[str, list[int]] = {}
        self._anyhow: list[int] = []
        self._compiled: dict[int, Way] = {}
        self.anywhere = tuple(anywhere)
        for name, pattern in kinds:
            for text in _alternatives(pattern):
                self._add(name, f"(?:{text}){end}", _begins(text))

    def _add(self, name: str, pattern: str, begins: frozenset[str]) -> None:
        """Enter an alternative under what it begins with, up to where that may be anything."""
        number = len(self._ways)
        self._ways.append((name, pattern))
        if any(begin.startswith(_ANY) for begin in begins):
            self._anyhow.append(number)
            return
        for begin in {begin.partition(_ANY)[0] for begin in begins}:
            self._by_begin.setdefault(begin, []).append(number)

    def name(self, low: str) -> str | None:
        """Name the kind of a line given in small letters; None for a line of no kind."""
        ways = self.fitting(low, anyhow=any(map(low.__contains__, self.anywhere)))
        return next((name for name, match in ways if match(low) is not None), None)

    def fitting(self, low: str, *, anyhow: bool = False) -> tuple[Way, ...]:
        """The alternatives, in their order, that may begin like a line; with `anyhow` also those of any beginning."""
        start = "".join([_DIGIT if char.isdecimal() else char for char in low[:LOOKED_AT]])
        found = set(self._anyhow) if anyhow else set()
        for end in range(len(start) + 1):
            found.update(self._by_begin.get(start[:end], ()))
        return tuple([self._way(number) for number in sorted(found)])

    def _way(self, number: int) -> Way:
        """An alternative by its number, compiled when a line first begins like it: most are never met."""
        if number not in self._compiled:
            name, pattern = self._ways[number]
            self._compiled[number] = (name, re.compile(pattern).match)
        return self._compiled[number]


def _alternatives(pattern: str) -> Iterator[str]:
    """Part a pattern at its outermost bars; a pattern that is one group is opened first."""
    parts = list(_parted(pattern))
    if len(parts) == 1 and (inner := _opened(pattern)) is not None:
        yield from _alternatives(inner)
    elif len(parts) == 1:
        yield pattern
    else:
        for part in parts:
            yield from _alternatives(part)


def _parted(pattern: str) -> Iterator[str]:
    depth, start = 0, 0
    for found in _TOKEN.finditer(pattern):
        token = found[0]
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            yield pattern[start : found.start()]
            start = found.end()
    yield pattern[start:]


def _opened(pattern: str) -> str | None:
    """What a pattern that is one group without a count holds."""
    return pattern[3:-1] if pattern.startswith("(?:") and _end_of_group(pattern, 0) == len(pattern) else None


def _end_of_group(pattern: str, start: int) -> int:
    depth = 0
    for found in _TOKEN.finditer(pattern, start):
        depth += (found[0] == "(") - (found[0] == ")")
        if not depth:
            return found.end()
    return len(pattern)


def _begins(pattern: str) -> frozenset[str]:
    """The first characters of all that an alternative matches, _DIGIT for a digit and _ANY for any.

    Fewer stand for what may end there.
    """
    made = {""}
    at = 0
    while at < len(pattern) and any(len(begin) < LOOKED_AT for begin in made):
        if pattern.startswith((r"\b", "^", "$"), at):
            at += 2 if pattern[at] == "\\" else 1
            continue
        atom, at = _atom(pattern, at)
        counted = _COUNT.match(pattern, at)
        longer = _followed(made, atom)
        if counted is not None:
            if counted["many"]:
                for _ in range(LOOKED_AT - 1):  # more cannot be told of a count
                    longer |= _followed(longer, atom)
            at = counted.end()
            if not counted["some"]:
                longer |= made
        made = longer
    return frozenset(made)


def _followed(begins: Set[str], atom: Set[str]) -> set[str]:
    return {
        begin if len(begin) == LOOKED_AT else (begin + more)[:LOOKED_AT] for begin in begins for more in atom
    }


def _atom(pattern: str, at: int) -> tuple[frozenset[str], int]:
    """How the atom that stands at a place may begin, and where it ends."""
    char = pattern[at]
    if char == "(":
        end = _end_of_group(pattern, at)
        if pattern.startswith("(?!", at):
            return frozenset(("",)), end
        return frozenset[str]().union(*map(_begins, _parted(pattern[at + 3 : end - 1]))), end
    if char == "[" and (found := _CLASS.match(pattern, at)):
        inside = found[0][1:-1]
        return frozenset(inside if inside.isalpha() else _ANY), found.end()
    if char == "\\":
        known = pattern[at + 1]
        # runs of white space are printed as one blank
        return frozenset({"d": _DIGIT, "s": " "}.get(known, _ANY if known.isalnum() else known)), at + 2
    return frozenset(_ANY if char == "." else char), at + 1
