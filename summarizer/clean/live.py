"""Entries that part article from article: of a live page under bare times, of a list under running numbers."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Iterator, Sequence

from summarizer.clean import labels
from summarizer.clean.lines import Line

# Comments and teasers have their times with a date or "ago"; so few bare ones are a live page's, and so few
# running numbers over text a list's.
_FEWEST = 3
# Words of a sentence below a time, and below a number, where menus and comments are numbered too.
_TIMED, _NUMBERED = 5, 8
_NUMBER = re.compile(r"(\d{1,2})[.)](?!\d) *\S")
_ALONE = re.compile(r"(\d{1,2})[.)]?")
# "Best for: ", "Getting there: ".
_NAME = re.compile(r"[A-Z][^\W\d_]*(?: [^\W\d_]+){0,2}:(?= \S)")
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
_LONGEST_HEADING = 15
# Lines that may stand between a number and its sentence: a heading, whose picture it is.
_BETWEEN = 2
FURTHEST = 30
"""An entry of a list or a live page is no longer."""
Kinds = Sequence[str | None]


def entries(lines: Sequence[Line], kinds: Kinds) -> frozenset[int]:
    """Find the lines that are a time of day, each over a sentence, with or without a heading; none where they are few."""
    heads = [
        at
        for at in range(len(lines) - 1)
        if kinds[at] == "timestamp"
        and labels.CLOCK.fullmatch(lines[at].text)
        and _sentence(lines, kinds, at + 1, _TIMED) is not None
    ]
    return frozenset(heads) if len(heads) >= _FEWEST else frozenset()


def numbered(lines: Sequence[Line], kinds: Kinds) -> Iterator[int]:
    """Find the headings that are numbered in turn, each over a sentence: no list of other stories has that."""
    run: list[tuple[int, int]] = []
    sure = 0
    for at, line in enumerate(lines):
        number = _number(line) if kinds[at] is None and line.words <= _LONGEST_HEADING else None
        told = _below(lines, kinds, at) if number is not None else None
        if number is None or told is None:
            continue
        if run and (abs(number - run[-1][1]) != 1 or at - run[-1][0] > FURTHEST):
            yield from _long_enough(run, sure)
            run, sure = [], 0
        run.append((at, number))
        sure += _long(lines, kinds, at, told)
    yield from _long_enough(run, sure)


def _long(lines: Sequence[Line], kinds: Kinds, head: int, told: int) -> bool:
    """Say whether an entry reads like one; below a number alone one short sentence may be another story's headline."""
    if _NUMBER.match(lines[head].text):
        return lines[told].words >= _NUMBERED
    return lines[told].words >= 2 * _NUMBERED or _told(lines, kinds, told + 1, 1)


def _number(line: Line) -> int | None:
    """The number that heads an entry or stands alone over a section."""
    if line.figures:
        found = _NUMBER.match(line.text) or _ALONE.fullmatch(line.text)
        return int(found[1]) if found is not None else None
    bare = line.text.rstrip(".") if line.words == 1 else ""
    return _ROMAN.index(bare) + 1 if bare in _ROMAN else None


def _below(lines: Sequence[Line], kinds: Kinds, head: int) -> int | None:
    """Where the sentence stands below a number, behind no more than a heading and a credit."""
    for at in range(head + 1, min(head + 2 + _BETWEEN, len(lines))):
        if _told(lines, kinds, at, 1):
            return at
        if kinds[at] not in (None, "picture credit") or _number(lines[at]) is not None:
            return None
    return None


def _long_enough(run: Sequence[tuple[int, int]], sure: int) -> list[int]:
    return [at for at, _ in run] if len(run) >= _FEWEST and sure * 2 > len(run) else []


def text(lines: Sequence[Line], kinds: Kinds, head: int) -> range:
    """The lines of an entry below its time or number: a heading and the sentences that follow at once.

    Behind a number the heading stands on the same line, and what is below it is its picture's.
    """
    first = _sentence(lines, kinds, head + 1, _TIMED)
    if first is None:
        first = _below(lines, kinds, head)
    if first is None:
        return range(0)
    last = first + 1
    while last < len(lines) and _told(lines, kinds, last, 1):
        last += 1
    return range(first if _NUMBER.match(lines[head].text) else head + 1, last)


def _sentence(lines: Sequence[Line], kinds: Kinds, at: int, fewest: int) -> int | None:
    """Where the sentence stands that begins an entry: here, or below a heading."""
    if _told(lines, kinds, at, fewest):
        return at
    headed = at < len(lines) and kinds[at] is None and lines[at].words >= 2
    return at + 1 if headed and _told(lines, kinds, at + 1, fewest) else None


def _told(lines: Sequence[Line], kinds: Kinds, at: int, fewest: int) -> bool:
    return at < len(lines) and kinds[at] is None and lines[at].ended and lines[at].words >= fewest


def between(lines: Sequence[Line], kinds: Kinds, heads: Sequence[int]) -> Iterator[int]:
    """Find what else is of numbered entries: sentences up to the next number, and what each tells under one name."""
    for head, following in itertools.pairwise(heads):
        if following - head <= FURTHEST:
            yield from (
                at
                for at in range(head, following)
                if _told(lines, kinds, at, _TIMED) and not lines[at].notice
            )
    last = text(lines, kinds, heads[-1]).stop + 1 if heads else 0
    within = range(heads[0], min(last, len(lines))) if heads else range(0)
    named = [
        (found[0], at)
        for at in within
        if kinds[at] is None and (found := _NAME.match(lines[at].text)) is not None
    ]
    times = collections.Counter(name for name, _ in named)
    yield from (at for name, at in named if times[name] >= _FEWEST)
