"""Patterns of known lines, tried by the first character of a line only.

A page has hundreds of lines and some hundred ways to be a label; all of them as one pattern took 7 µs
a line. Nearly every alternative says with which characters it may begin, so a line is held against the
few that begin like it, mostly none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_COUNT = re.compile(r"(?:[?*]|\{0?,\d*\}|(?P<some>\+|\{\d+(?:,\d*)?\}))[?+]?")
_DIGIT = "0"


class Phrases:
    """Kinds of lines with a pattern each, the first that matches a whole line (or its head) names it.

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
        self._names = [name for name, _ in kinds]
        self._alternatives = [list(_alternatives(pattern)) for _, pattern in kinds]
        self._firsts = [[_firsts(text) for text in texts] for texts in self._alternatives]
        self._tail = tail + (r"\Z" if whole else "")
        self._anywhere = anywhere
        self._by_first: dict[str, re.Pattern[str] | None] = {}
        self._all: re.Pattern[str] | None = None

    def name(self, low: str) -> str | None:
        """Name the kind of a line given in small letters; None for a line of no kind."""
        found = self.match(low)
        return None if found is None or found.lastindex is None else self._names[found.lastindex - 1]

    def match(self, low: str) -> re.Match[str] | None:
        """Match the line, its last group that of the kind; None for a line of no kind."""
        for word in self._anywhere:
            if word in low:
                if self._all is None:
                    self._all = self._compiled(None)
                return self._all.match(low) if self._all is not None else None
        first = low[:1]
        try:
            pattern = self._by_first[first]
        except KeyError:
            key = _DIGIT if first.isdecimal() else first
            pattern = self._by_first[first] = self._by_first.get(key) or self._compiled(key)
        return None if pattern is None else pattern.match(low)

    def _compiled(self, first: str | None) -> re.Pattern[str] | None:
        groups, some = [], False
        for texts, firsts in zip(self._alternatives, self._firsts, strict=True):
            fitting = [
                text
                for text, begins in zip(texts, firsts, strict=True)
                if first is None or (begins is not None and first in begins)
            ]
            some = some or bool(fitting)
            groups.append(f"((?:{'|'.join(fitting)}){self._tail})" if fitting else r"((?!))")
        return re.compile("|".join(groups)) if some else None


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
    depth, start, at = 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "[" and (found := _CLASS.match(pattern, at)):
            at = found.end()
            continue
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
        at += 2 if char == "\\" else 1
    yield pattern[start:]


def _opened(pattern: str) -> str | None:
    """What a pattern that is one group without a count holds."""
    return pattern[3:-1] if pattern.startswith("(?:") and _end_of_group(pattern, 0) == len(pattern) else None


def _end_of_group(pattern: str, start: int) -> int:
    depth, at = 0, start
    while at < len(pattern):
        char = pattern[at]
        if char == "[" and (found := _CLASS.match(pattern, at)):
            at = found.end()
            continue
        depth += (char == "(") - (char == ")")
        at += 2 if char == "\\" else 1
        if not depth:
            return at
    return at


def _firsts(pattern: str) -> frozenset[str] | None:
    """Characters an alternative may begin with, "0" for every digit; None where it may be any."""
    made: set[str] = set()
    at = 0
    while at < len(pattern):
        if pattern.startswith((r"\b", "^"), at):
            at += 2 if pattern[at] == "\\" else 1
            continue
        begins, at = _atom(pattern, at)
        if begins is None:
            return None
        made |= begins
        counted = _COUNT.match(pattern, at)
        if counted is None or counted["some"]:
            return frozenset(made)
        at = counted.end()
    return None


def _atom(pattern: str, at: int) -> tuple[frozenset[str] | None, int]:
    """First characters of the atom that stands at a place, and where it ends."""
    char = pattern[at]
    if char == "(":
        end = _end_of_group(pattern, at)
        begins: set[str] = set()
        for part in _parted(pattern[at + 3 : end - 1]):
            inner = _firsts(part)
            if inner is None:
                return None, end
            begins |= inner
        return frozenset(begins), end
    if char == "[" and (found := _CLASS.match(pattern, at)):
        inside = found[0][1:-1]
        if inside.isalnum() and "-" not in inside:
            return frozenset(inside), found.end()
        return None, found.end()
    if char == "\\":
        known = pattern[at + 1]
        if known == "d":
            return frozenset(_DIGIT), at + 2
        if known == "s":  # runs of white space are printed as one blank
            return frozenset(" "), at + 2
        return (None if known.isalnum() else frozenset(known)), at + 2
    return (None if char in ".$" else frozenset(char)), at + 1
