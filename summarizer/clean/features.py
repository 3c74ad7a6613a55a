"""The lines of a page with what is measured of them once for all questions.

Three questions are asked of a line: is it article or not (`article`); may the article start here; has it
ended before here (`borders`). Every answer is a set of names that hold; nothing else is measured, so that a
weight can be read as a sentence.
"""

from __future__ import annotations

import bisect
import collections
import itertools
import re
from collections.abc import Sequence

from summarizer.clean import form, labels, live
from summarizer.clean.lines import Line

_ADDRESS = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|net|co\.uk)\b", re.IGNORECASE)
_BY = re.compile(
    r"(?:\bby|^(?:author|written|posted|text|words|story|von|par|por|di|автор|文|取材))\b", re.IGNORECASE
)
_ADDRESSES = ("http", "www.", ".com", ".org", ".net", ".co.uk")
_SHOWN = re.compile(
    r"\((?:left|right|pictured|top|above|cent(?:re|er)|file|image|photo|credit|picture)\b"
    r"|\b(?:pictured|file photo|handout)\b"
)
# A list of other stories or the comments end an article; an advertisement stands in the middle of one.
_LABEL_WORTH = {
    "list": -6.0,
    "comments": -4.0,
    "advertisement": -0.3,
    "picture credit": -0.3,
    "player": -0.3,
    "read more link": -0.3,
}
_BODY = frozenset(("prop articleBody", "picked"))
_OUTSIDE = frozenset(("in nav", "in footer", "in aside", "class comment", "link all", "passed over"))
# "PORT ARDEN, Sept. 9, 2031 /NewsLine/ --", "NORVA (NorNews) -"
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,30}(?:, [^()/]{2,40})? ?(?:\([^()]{2,30}\)|/[^/]{2,30}/) ?[-–—]")
_DATELINED = 12
_WIDTHS = (1, 3, 7, 13, 24, 45)
# Number of the length class of a line: up to 1, 3, 7, 13, 24, 45 words, or more.
_WIDTH_OF = tuple(bisect.bisect_left(_WIDTHS, words) for words in range(_WIDTHS[-1] + 1))
_WIDEST = len(_WIDTH_OF)
_FEW, _EARLY = 16, 120
_MOST_PROSE, FURTHEST = 60, 10

ENDS = {True: "ended", False: "open"}
MASSES = ("0", "25", "60", "120", "more")
GRADES = ("0", "1/4", "1/2", "3/4", "1")
# The class of an amount of prose, whose name stands in `MASSES`; never more than ten lines are looked at.
MASS_OF = bytes(
    0 if not words else 1 if words < 25 else 2 if words < 60 else 3 if words < 120 else 4
    for words in range(_MOST_PROSE * FURTHEST + 1)
)
# Names put together beforehand: there are some thirty to a line.
LOOKS = {ended: tuple(f"{name} {wide}" for wide in range(len(_WIDTHS) + 1)) for ended, name in ENDS.items()}
LIST_OPEN, COMMENTS_OPEN = 1, 2


def addressed(low: str, end: int = 200) -> bool:
    """Say whether an address of the web stands in the line, given in small letters, not far from its head."""
    return any(map(low.__contains__, _ADDRESSES)) and _ADDRESS.search(low, 0, end) is not None


class Page:
    """The lines of a page with what is counted once for all questions."""

    def __init__(self, lines: Sequence[Line], hints: Sequence[Sequence[str]] = ()) -> None:
        self.lines = lines
        self.hints = hints
        self.labels = labels.kinds(lines)
        self.entries = live.entries(lines, self.labels)
        for at in self.entries:
            self.labels[at] = None
        self.prose = [
            (line.words if line.words < _MOST_PROSE else _MOST_PROSE)
            if line.words >= 10 and line.ended and label is None
            else 0
            for line, label in zip(lines, self.labels, strict=True)
        ]
        self.prose_to = [0, *itertools.accumulate(self.prose)]
        self.labels_to = [0, *itertools.accumulate([label is not None for label in self.labels])]
        self.listed = self._lists()
        self.opened = self._opened()
        self.entered = self._entered()
        printed = collections.Counter([line.text for line in lines])
        self.repeated = frozenset([text for text, times in printed.items() if times > 1])
        count = len(lines)
        self.seen = range(0)
        self.dated, self.dated_to = [False] * count, [0] * (count + 1)
        self.widths, self.shapes = [0] * count, [""] * count
        self.telling: list[tuple[str, ...]] = [()] * count
        self.address, self.by, self.shown = [False] * count, [False] * count, [False] * count

    def look(self, first: int, last: int) -> None:
        """Measure what only matters near the article, for the lines from `first` up to `last`."""
        self.seen = range(max(0, first), min(len(self.lines), last))
        part = slice(self.seen.start, self.seen.stop)
        lines = self.lines[part]
        self.widths[part] = [
            _WIDTH_OF[line.words] if line.words < _WIDEST else len(_WIDTHS) for line in lines
        ]
        self.shapes[part] = [form.shape(line.text, line.low) for line in lines]
        self.telling[part] = [line.telling for line in lines]
        for at, line in enumerate(lines, self.seen.start):
            if line.figures and line.words < _FEW and _early(line):
                self.dated[at] = True
            if line.watched:
                self._watch(at, line)
        for at in [at for at in self.seen if self.labels[at] == "timestamp"]:
            self.dated[at] = self.lines[at].words < _FEW
        self.dated_to = [0, *itertools.accumulate(self.dated)]

    def _watch(self, at: int, line: Line) -> None:
        low, tokens = line.low, line.tokens
        if "." in low and not labels.DOMAINS.isdisjoint(tokens):
            self.address[at] = addressed(low)
        if line.words <= _FEW and ("by" in tokens or tokens[0] in labels.SIGNING):
            self.by[at] = _BY.search(low, 0, 60) is not None
        if "(" in low or not labels.PICTURED.isdisjoint(tokens):
            self.shown[at] = _SHOWN.search(low) is not None

    def _lists(self) -> list[bool]:
        """Lines of a list that a sentence ending in a colon announces."""
        made = [False] * len(self.lines)
        for at in [at for at, line in enumerate(self.lines) if line.text[-1] in form.COLONS]:
            if made[at] or self.labels[at] is not None or self.lines[at].words < 2:
                continue
            if self.prose_in(at - 6, at) >= 15:
                for below in range(at + 1, len(self.lines)):
                    if self._ends_list(below):
                        break
                    made[below] = True
        return made

    def _ends_list(self, at: int) -> bool:
        """A label, or a line like a paragraph."""
        label, line = self.labels[at], self.lines[at]
        if label is not None and label not in ("newsletter box", "read more link"):
            return True
        return (line.words >= 20 and not line.ended) or self.prose[at] >= 20

    def _opened(self) -> list[int]:
        """Lines after the heading of a list until prose comes back, and after that of the comments: a bit each."""
        made = [0] * len(self.lines)
        headings = [at for at, label in enumerate(self.labels) if label == "list" or label == "comments"]
        closed = 0
        for heading in headings:
            for at in range(heading, len(self.lines)) if heading >= closed else ():
                made[at] = LIST_OPEN
                closed = at + 1
                if self.prose[at] >= 20 and self.prose_in(at - 3, at + 4) - self.prose[at] >= 60:
                    break
        told = [at for at in headings if self.labels[at] == "comments" and self.prose_to[at] >= 40]
        for at in range(told[0] + 1, len(self.lines)) if told else ():
            made[at] |= COMMENTS_OPEN
        return made

    def prose_in(self, first: int, last: int) -> int:
        """Words of prose in the lines from `first` up to `last`, borders clipped."""
        count, to = len(self.lines), self.prose_to
        first = 0 if first < 0 else min(first, count)
        return to[last if last < count else count] - to[first] if last > first else 0

    def _entered(self) -> list[int]:
        """Lines that are article because they are of an entry, of a live page or of a list."""
        numbers = [at for at in live.numbered(self.lines, self.labels) if not self.opened[at]]
        made = set(numbers)
        made.update(live.between(self.lines, self.labels, numbers))
        for head in (*self.entries, *numbers):
            made.update(live.text(self.lines, self.labels, head))
        return sorted(made)

    def core(self) -> tuple[int, int]:
        """Find the run of lines of greatest worth, and with it the entries before and after that go on from it."""
        first, last = self._worthiest()
        for at in self.entered:
            if last <= at < last + live.FURTHEST:
                last = at + 1
        for at in reversed(self.entered):
            if first - live.FURTHEST <= at < first:
                first = at
        return (self._dateline(first) if last > first else first), last

    def _dateline(self, first: int) -> int:
        """Where an agency's or a sender's dateline begins the article not far above: lists may stand between."""
        for at in range(first, max(-1, first - _DATELINED), -1):
            if self.labels[at] is not None:
                return first
            if self.lines[at].ended and _DATELINE.match(self.lines[at].text) is not None:
                return at
        return first

    def _worthiest(self) -> tuple[int, int]:
        """The run of lines of greatest worth (Kadane), as a half-open range."""
        best, best_sum = (0, 0), 0.0
        start, running = 0, 0.0
        for at in range(len(self.lines)):
            running += self._worth(at)
            if running <= 0:
                start, running = at + 1, 0.0
            elif running > best_sum:
                best, best_sum = (start, at + 1), running
        return best

    def _worth(self, at: int) -> float:
        label, line = self.labels[at], self.lines[at]
        if self.hints and not _OUTSIDE.isdisjoint(self.hints[at]):
            return -2.0
        if label is not None:
            return _LABEL_WORTH.get(label, -1.0)
        if line.notice > 0.1:
            return -2.0
        if self.hints and not _BODY.isdisjoint(self.hints[at]):
            return max(0.3, min(line.words, 60) / 12)
        if line.text in self.repeated:
            return -0.1
        if line.ended:
            return min(line.words, 60) / 12 if line.words >= 6 else 0.1
        return 1.0 if line.words >= 25 else -0.6

    def border(self, at: int) -> list[str]:
        """Name what the tags say at this line and did not say at the one before, and the other way round."""
        if not self.hints:
            return []
        here = set(self.hints[at])
        before = set(self.hints[at - 1]) if at else set()
        return [*(f"enters {n}" for n in here - before), *(f"leaves {n}" for n in before - here)]


def _early(line: Line) -> bool:
    return line.dated if len(line.low) <= _EARLY else labels.dated(line.low[:_EARLY])


def grade(share: float) -> int:
    """Number the quarter that a share reaches: its name stands in `GRADES`."""
    return 0 if not share else 1 if share < 0.25 else 2 if share < 0.5 else 3 if share < 0.75 else 4
