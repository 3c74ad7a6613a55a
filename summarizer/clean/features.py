"""What speaks for and against a line being the article's, as names of `weights` tables.

Three questions are asked of a line: is it article or not (here and in `topic`); may the article
start here; has it ended before here (`borders`). Every answer is a set of names that hold; nothing
else is measured, so that a weight can be read as a sentence.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence

from summarizer.clean import form, labels, lexicon, live
from summarizer.clean.lines import Line

ADDRESS = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|net|co\.uk)\b", re.IGNORECASE)
_ADDRESSES = ("http", "www.", ".com", ".org", ".net", ".co.uk")
_BY = re.compile(
    r"(?:\bby|^(?:author|written|posted|text|words|story|von|par|por|di|автор|文|取材))\b", re.IGNORECASE
)
_SIGNING = tuple("author written posted text words story von par por di автор 文 取材".split())
_SHOWN = re.compile(
    r"\((?:left|right|pictured|top|above|cent(?:re|er)|file|image|photo|credit|picture)\b"
    r"|\b(?:pictured|file photo|handout)\b",
    re.IGNORECASE,
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
_WIDTHS = (1, 3, 7, 13, 24, 45)
_FEW = 16
_SHOWING = ("(", "pictured", "file photo", "handout")

ENDS = {True: "ended", False: "open"}
MASSES = ("0", "25", "60", "120", "more")
GRADES = ("0", "1/4", "1/2", "3/4", "1")
# Names put together beforehand: there are some thirty to a line.
LOOKS = {ended: tuple(f"{name} {wide}" for wide in range(len(_WIDTHS) + 1)) for ended, name in ENDS.items()}
_BEFORE, _AFTER, _FAR_BEFORE, _FAR_AFTER = (
    tuple(f"prose {where} {mass}" for mass in MASSES)
    for where in ("before", "after", "far before", "far after")
)
_LABELLED = tuple(f"labels around {number}" for number in (0, 1, 2, 2, 4, 4, 4, 4))


def width(words: int) -> int:
    """Number of the length class: up to 1, 3, 7, 13, 24, 45 words, or more."""
    return bisect.bisect_left(_WIDTHS, words)


def addressed(low: str) -> bool:
    """Say whether an address of the web stands in the line, given in small letters, not far from its head."""
    return any(map(low.__contains__, _ADDRESSES)) and ADDRESS.search(low, 0, 200) is not None


def notices(line: Line) -> float:
    """Share of the words by which a page speaks of itself."""
    tokens = line.tokens
    if lexicon.NOTICES.isdisjoint(tokens):
        return 0.0
    return sum(map(lexicon.NOTICES.__contains__, tokens)) / max(4, len(tokens))


def _told(low: str, words: int) -> list[str]:
    """Name what a line in small letters says of who made it or what a picture shows."""
    names = []
    if words <= _FEW and ("by" in low or low.startswith(_SIGNING)) and _BY.search(low, 0, 60):
        names.append("by")
    if any(map(low.__contains__, _SHOWING)) and _SHOWN.search(low):
        names.append("shown")
    return names


class Page:
    """The lines of a page with what is counted once for all questions."""

    def __init__(self, lines: Sequence[Line], hints: Sequence[Sequence[str]] = ()) -> None:
        self.lines = lines
        self.hints = hints
        kinds = [labels.kind(line) for line in lines]
        self.entries = live.entries(lines, kinds)
        self.labels = [None if at in self.entries else kind for at, kind in enumerate(kinds)]
        self.prose = [
            float(min(line.words, 60)) if line.words >= 10 and line.ended and label is None else 0.0
            for line, label in zip(lines, self.labels, strict=True)
        ]
        self.notice = [notices(line) for line in lines]
        self.prose_to = [0.0, *itertools.accumulate(self.prose)]
        self.labels_to = [0, *itertools.accumulate(label is not None for label in self.labels)]
        self.listed = self._lists()
        self.opened = self._opened()
        self.printed: dict[str, int] = {}
        for line in lines:
            self.printed[line.text] = self.printed.get(line.text, 0) + 1
        count = len(lines)
        self.seen = range(0)
        self.dated, self.dated_to = [False] * count, [0] * (count + 1)
        self.widths, self.shapes = [0] * count, [""] * count
        self.telling: list[tuple[str, ...]] = [()] * count
        self.titles: list[int] = []
        self.address = [False] * count

    def look(self, first: int, last: int) -> None:
        """Measure what only matters near the article, for the lines from `first` up to `last`."""
        self.seen = range(max(0, first), min(len(self.lines), last))
        for at in self.seen:
            line, label = self.lines[at], self.labels[at]
            text = line.text
            self.dated[at] = line.words < _FEW and (label == "timestamp" or labels.dated(text[:120]))
            self.widths[at] = width(line.words)
            self.shapes[at] = form.shape(text)
            self.telling[at] = told = form.telling(line)
            if label is None and 3 <= line.words <= 30 and len(told) >= 2:
                self.titles.append(at)
            self.address[at] = "." in text and addressed(line.low)
        self.dated_to = [0, *itertools.accumulate(map(int, self.dated))]

    def _lists(self) -> list[bool]:
        """Lines of a list that a sentence ending in a colon announces."""
        made = [False] * len(self.lines)
        on = False
        for at, line in enumerate(self.lines):
            label = self.labels[at]
            if on:
                other = label not in (None, "newsletter box", "read more link")
                on = not (other or (line.words >= 20 and not line.ended) or self.prose[at] >= 20)
                made[at] = on
            if label is None and line.words >= 2 and line.text.endswith(form.COLONS):
                on = on or self.prose_in(at - 6, at) >= 15
        return made

    def _opened(self) -> list[tuple[str, ...]]:
        """Lines after the heading of a list until prose comes back; lines after that of the comments."""
        listing = commented = False
        made = []
        for at, label in enumerate(self.labels):
            listing = listing or label in ("list", "comments")
            made.append(("list open",) * listing + ("comments open",) * commented)
            commented = commented or (label == "comments" and self.prose_to[at] >= 40)
            if self.prose[at] >= 20 and self.prose_in(at - 3, at + 4) - self.prose[at] >= 60:
                listing = False
        return made

    def prose_in(self, first: int, last: int) -> float:
        """Words of prose in the lines from `first` up to `last`, borders clipped."""
        count, to = len(self.lines), self.prose_to
        first = 0 if first < 0 else min(first, count)
        return to[last if last < count else count] - to[first] if last > first else 0.0

    def core(self) -> tuple[int, int]:
        """Find the run of lines of greatest worth (Kadane), as a half-open range."""
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
        if self.notice[at] > 0.1:
            return -2.0
        if self.hints and not _BODY.isdisjoint(self.hints[at]):
            return max(0.3, min(line.words, 60) / 12)
        if self.printed[line.text] > 1:
            return -0.1
        if line.ended:
            return min(line.words, 60) / 12 if line.words >= 6 else 0.1
        return 1.0 if line.words >= 25 else -0.6

    def form(self, at: int) -> list[str]:
        """Name what the line tells by itself."""
        line, label = self.lines[at], self.labels[at]
        text, low, notice = line.text, line.low, self.notice[at]
        names = [LOOKS[line.ended][self.widths[at]], *form.edges(text), *form.letters(line)]
        if label is not None:
            names.append(label)
        if notice > 0.05:
            names.append("notice" if notice <= 0.12 else "notices")
        if self.hints:
            names.extend(self.hints[at])
        names += _marks(text)
        if self.dated[at]:
            names.append("dated")
        if self.address[at]:
            names.append("address")
        names.extend(_told(low, line.words))
        if self.printed[text] > 1:
            names.append("repeated")
        return names

    def around(self, at: int) -> list[str]:
        """Name what the neighbours tell."""
        count, to = len(self.lines), self.prose_to
        here, behind = to[at], to[at + 1]
        before = here - to[at - 3 if at > 3 else 0]
        after = to[min(count, at + 4)] - behind
        names = [
            _BEFORE[mass(before)],
            _AFTER[mass(after)],
            _FAR_BEFORE[mass(here - to[at - 10 if at > 10 else 0])],
            _FAR_AFTER[mass(to[min(count, at + 11)] - behind)],
        ]
        if before and after:
            names.append("between prose")
        labelled = self.labels_to[min(count, at + 4)] - self.labels_to[at - 3 if at > 3 else 0]
        labelled -= self.labels[at] is not None
        names.append(_LABELLED[labelled])
        ended, wide, shape = self.lines[at].ended, self.widths[at], self.shapes[at]
        like = same = 0
        for k in (at - 2, at - 1, at + 1, at + 2):
            if 0 <= k < count:
                like += self.lines[k].ended is ended and -1 <= self.widths[k] - wide <= 1
                same += self.shapes[k] == shape and self.labels[k] is None
        if like >= 3:
            names.append("alike ended" if ended else "alike open")
        if shape and same >= 3:
            names.append("same shape")
        if self.dated_to[min(count, at + 7)] - self.dated_to[max(0, at - 6)] >= 3:
            names.append("dates around")
        if self.listed[at]:
            names.append("announced")
        names.extend(self.opened[at])
        return names

    def border(self, at: int) -> list[str]:
        """Name what the tags say at this line and did not say at the one before, and the other way round."""
        if not self.hints:
            return []
        here = set(self.hints[at])
        before = set(self.hints[at - 1]) if at else set()
        return [*(f"enters {n}" for n in here - before), *(f"leaves {n}" for n in before - here)]


def mass(words: float) -> int:
    """Number the class of an amount of prose: its name stands in `MASSES`."""
    return 0 if not words else 1 if words < 25 else 2 if words < 60 else 3 if words < 120 else 4


def grade(share: float) -> int:
    """Number the quarter that a share reaches: its name stands in `GRADES`."""
    return 0 if not share else 1 if share < 0.25 else 2 if share < 0.5 else 3 if share < 0.75 else 4


def _marks(text: str) -> list[str]:
    """Name the marks in a line that tell a row of links, or a sentence."""
    names = ["bars"] if "|" in text or "›" in text or "»" in text[1:] else []
    return [*names, "comma"] if "," in text or "、" in text else names
