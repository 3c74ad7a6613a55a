"""Where the article may begin and where it has ended, as columns of values."""

from __future__ import annotations

from operator import gt, sub
from typing import Generic

from summarizer.clean.around import sums
from summarizer.clean.features import GRADES, LOOKS, MASS_OF, MASSES, Page, grade
from summarizer.clean.form import COLONS
from summarizer.clean.scale import Scale, V

_TELLING_LABELS = ("byline", "share bar", "comments")
# Widths from this on count as one here.
_WIDE, _WIDEST = 4, 5
# Lines above a border in which days and labels are looked for, and below it labels and prose.
_HEAD, _LABELS, _PROSE = 6, 5, 8


class _Looks(Generic[V]):
    """What it is worth how wide a line is and whether it has ended, widths from `widest` on as one."""

    def __init__(self, scale: Scale[V], widest: int, before: str = "") -> None:
        self._open, self._ended = (
            scale.row(before + LOOKS[ended][min(width, widest)] for width in range(len(LOOKS[ended])))
            for ended in (False, True)
        )

    def column(self, page: Page, first: int, last: int) -> list[V]:
        """The values for the lines from `first` up to `last`."""
        ended, opened = self._ended, self._open
        lines, widths = page.lines[first:last], page.widths[first:last]
        return [(ended if line.ended else opened)[width] for line, width in zip(lines, widths, strict=True)]


class _Border(Generic[V]):
    def __init__(self, scale: Scale[V], widest: int) -> None:
        self._scale = scale
        self._look, self._after = _Looks(scale, widest), _Looks(scale, _WIDE, "after ")
        self._colon = scale.flag("after colon")
        self._names: dict[str, V] = {}

    def _named(self, name: str) -> V:
        """The value of a name put together from a label."""
        if name not in self._names:
            self._names[name] = self._scale.one(name)
        return self._names[name]

    def _before(self, page: Page, first: int, last: int) -> list[list[V]]:
        """What the line before each tells."""
        colon = self._colon
        before = page.lines[first - 1 : last - 1]
        return [
            self._after.column(page, first - 1, last - 1),
            [colon[line.text[-1] in COLONS] for line in before],
        ]

    def _tags(self, page: Page, first: int, last: int) -> list[list[V]]:
        return [[self._scale.all(page.border(at)) for at in range(first, last)]] if page.hints else []


class Starts(_Border[V]):
    """What speaks for or against the article's first line being this one."""

    def __init__(self, scale: Scale[V]) -> None:
        super().__init__(scale, _WIDEST)
        self._labelled, self._date = scale.flag("labelled"), scale.flag("date above")
        self._dated, self._first = scale.flag("after dated"), scale.one("first line")
        self._headline = scale.row(f"headline above {name}" for name in GRADES)

    def worth(self, page: Page, first: int, last: int, headlines: list[float]) -> list[V]:
        """The values of the lines from `first` up to `last`; `headlines` says what they take up of one above."""
        if first:
            return self._scale.across(self._columns(page, first, last, headlines))
        top = [*self._here(page, 0, 1), *self._tags(page, 0, 1), [self._first]]
        rest = self._columns(page, 1, last, headlines) if last > 1 else []
        return self._scale.across(top) + (self._scale.across(rest) if rest else [])

    def _here(self, page: Page, first: int, last: int) -> list[list[V]]:
        labelled = self._labelled
        return [
            self._look.column(page, first, last),
            [labelled[label is not None] for label in page.labels[first:last]],
        ]

    def _columns(self, page: Page, first: int, last: int, headlines: list[float]) -> list[list[V]]:
        places = range(first, last)
        made = [
            *self._here(page, first, last),
            *self._tags(page, first, last),
            *self._before(page, first, last),
        ]
        after, dated = made[-2], self._dated
        for at, label in enumerate(page.labels[first - 1 : last - 1]):
            if label is not None:
                after[at] = self._named("after " + label)
        made.append([dated[holds] for holds in page.dated[first - 1 : last - 1]])
        for at in range(first - 1, last - 1):
            if page.labels[at] is not None:
                made[-1][at + 1 - first] = dated[False]
        made.append(
            [
                self._date[above]
                for above in map(gt, sums(page.dated_to, places, 0), sums(page.dated_to, places, -_HEAD))
            ]
        )
        made.append([self._headline[grade(share)] for share in headlines[first:last]])
        return [*made, *self._labels(page, first, last)]

    def _labels(self, page: Page, first: int, last: int) -> list[list[V]]:
        """Labels that stand not far above."""
        made = []
        for label in _TELLING_LABELS:
            above = set[int]()
            for at in range(max(0, first - _HEAD), last):
                if page.labels[at] == label:
                    above.update(range(at + 1, at + 1 + _HEAD))
            if above:
                value, none = self._named(label + " above"), self._scale.nothing
                made.append([value if at in above else none for at in range(first, last)])
        return made


class Ends(_Border[V]):
    """What speaks for or against the article having ended before a line."""

    def __init__(self, scale: Scale[V]) -> None:
        super().__init__(scale, _WIDE)
        self._below = scale.row(f"labels below {number}" for number in range(_LABELS + 1))
        self._prose = scale.row(f"prose below {MASSES[mass]}" for mass in MASS_OF)
        self._label = scale.flag("after label")
        self._address, self._dated = scale.flag("address"), scale.flag("dated")
        self._notice, self._announced = scale.flag("notice"), scale.flag("announced")

    def worth(self, page: Page, first: int, last: int) -> list[V]:
        """The values of the lines from `first` up to `last`."""
        labels = page.labels[first:last]
        look = self._look.column(page, first, last)
        for at, label in enumerate(labels):
            if label is not None:
                look[at] = self._named(label)
        places = range(first, last)
        below, prose = (
            map(sub, sums(to, places, far), sums(to, places, 0))
            for to, far in ((page.labels_to, _LABELS), (page.prose_to, _PROSE))
        )
        columns = [
            look,
            list(map(self._below.__getitem__, below)),
            list(map(self._prose.__getitem__, prose)),
            [self._notice[line.notice > 0.05] for line in page.lines[first:last]],
            *self._tags(page, first, last),
            *self._labels(page, first, last),
        ]
        for flag, holds in (
            (self._address, page.address),
            (self._dated, page.dated),
            (self._announced, page.listed),
        ):
            if True in holds[first:last]:
                columns.append(list(map(flag.__getitem__, holds[first:last])))
        made = self._scale.across(columns)
        start = max(1, first)
        if last > start:
            labelled = [self._label[label is not None] for label in page.labels[start - 1 : last - 1]]
            behind = [made[start - first :], *self._before(page, start, last), labelled]
            made[start - first :] = self._scale.across(behind)
        return made

    def _labels(self, page: Page, first: int, last: int) -> list[list[V]]:
        """Labels that stand at the border or not far below."""
        below: dict[str, set[int]] = {}
        for at in range(first, min(len(page.labels), last + _LABELS - 1)):
            label = page.labels[at]
            if label is not None:
                below.setdefault(label, set()).update(range(at + 1 - _LABELS, at + 1))
        none = self._scale.nothing
        made = []
        for label, places in below.items():
            value = self._named(label + " below")
            made.append([value if at in places else none for at in range(first, last)])
        return made
