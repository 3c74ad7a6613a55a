"""Patterns of known lines, tried by how a line begins only.

A page has hundreds of lines and some hundred ways to be a label; all of them as one pattern took 7 µs
a line. Nearly every alternative says how it may begin, so a line is held against the
few that begin like it, mostly none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_COUNT = re.compile(r"(?:[?*]|\{0?,\d*\}|(?P<some>\+|\{\d+(?:,\d*)?\}))[?+]?")
_DIGIT, _ANY = "0", "\0"
_LOOKED_AT = 2
Match = Callable[[str], "re.Match[str] | None"]


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
        self._ways = [
            (name, f"(?:{text}){end}", _begins(text))
            for name, pattern in kinds
            for text in _alternatives(pattern)
        ]
        self._anywhere = anywhere
        self._by_begin: dict[str, tuple[tuple[str, Match], ...]] = {}
        self._compiled: dict[str, Match] = {}

    def name(self, low: str) -> str | None:
        """Name the kind of a line given in small letters; None for a line of no kind."""
        begin = low[:_LOOKED_AT]
        for word in self._anywhere:
            if word in low:
                begin += _ANY
                break
        try:
            fitting = self._by_begin[begin]
        except KeyError:
            fitting = self._by_begin[begin] = self._fitting(begin)
        for name, match in fitting:
            if match(low) is not None:
                return name
        return None

    def _fitting(self, begin: str) -> tuple[tuple[str, Match], ...]:
        """The alternatives that may begin so, in their order, and with _ANY behind it those that may anyhow."""
        anyhow = begin.endswith(_ANY)
        start = "".join(_DIGIT if char.isdecimal() else char for char in begin.rstrip(_ANY))
        made = []
        for name, text, begins in self._ways:
            if (anyhow or not _anything(begins)) and _may_begin(begins, start):
                if text not in self._compiled:
                    self._compiled[text] = re.compile(text).match
                made.append((name, self._compiled[text]))
        return tuple(made)


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
    """The first two characters of all that an alternative matches, _DIGIT for a digit and _ANY for any.

    Fewer stand for what may end there.
    """
    made = {""}
    at = 0
    while at < len(pattern) and any(len(begin) < _LOOKED_AT for begin in made):
        if pattern.startswith((r"\b", "^", "$"), at):
            at += 2 if pattern[at] == "\\" else 1
            continue
        atom, at = _atom(pattern, at)
        counted = _COUNT.match(pattern, at)
        longer = {(begin + more)[:_LOOKED_AT] for begin in made for more in atom}
        if counted is not None:  # once or twice is all that two characters can tell of a count
            longer |= {(begin + more)[:_LOOKED_AT] for begin in longer for more in atom}
            at = counted.end()
            if not counted["some"]:
                longer |= made
        made = longer
    return frozenset(made)


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


def _anything(begins: frozenset[str]) -> bool:
    """Say whether an alternative is one of those that `anywhere` is for."""
    return any(begin.startswith(_ANY) for begin in begins)


def _may_begin(begins: frozenset[str], with_: str) -> bool:
    """Say whether something that begins so may begin `with_`, one or two characters."""
    return any(
        all(one in (_ANY, other) for one, other in zip(begin, with_, strict=False)) for begin in begins
    )
