"""What the page knows of a line and what stands around it, as columns of values."""

from __future__ import annotations

from operator import sub
from typing import Generic

from summarizer.clean import features
from summarizer.clean.features import FURTHEST, MASS_OF, MASSES, Page
from summarizer.clean.scale import Scale, V

# Numbers of lines with a label among the six around a line, as they are told apart.
_LABELLED = (0, 1, 2, 2, 4, 4, 4)
# A line of either kind has a code that is no neighbour of the other's; one beyond the page is like none.
_ENDED, _BEYOND = 20, 99
_CLOSE = frozenset((-1, 0, 1))
# Where the looks of lines that have ended begin in a row of both.
_OF_ENDED = len(features.LOOKS[False])
_OPENED = ((), ("list open",), ("comments open",), ("list open", "comments open"))


class Around(Generic[V]):
    """What a line's label and its neighbours are worth."""

    def __init__(self, scale: Scale[V]) -> None:
        self._scale = scale
        looks = [*features.LOOKS[False], *features.LOOKS[True]]
        self._looks = scale.row(looks)
        self._notice, self._notices = scale.one("notice"), scale.one("notices")
        self._known = tuple(
            scale.flag(name) for name in ("dated", "address", "by", "shown", "repeated", "announced")
        )
        before, after, far_before, far_after = (
            scale.row(f"prose {where} {MASSES[mass]}" for mass in MASS_OF)
            for where in ("before", "after", "far before", "far after")
        )
        self._prose = before, after, far_before, far_after
        self._between = scale.flag("between prose")
        self._labelled = scale.row(f"labels around {number}" for number in _LABELLED)
        self._dates = scale.flag("dates around")
        self._opened = tuple(scale.all(names) for names in _OPENED)
        self._alike = {
            ended: (scale.nothing,) * 3 + (scale.one("alike " + name),) * 2
            for ended, name in features.ENDS.items()
        }
        self._same = scale.one("same shape")
        self._labels: dict[str | None, V] = {None: scale.nothing}

    def columns(self, page: Page, near: range) -> list[list[V]]:
        """What is known of each line, and what its neighbours tell."""
        part = slice(near.start, near.stop)
        made = [self._looked(page, part), self._label(page, part), *self._told(page, part)]
        made += self._masses(page, near)
        made += [self._alike_lines(page, near), self._same_shape(page, near)]
        if page.hints:
            made.append(list(map(self._scale.all, page.hints[part])))
        return made

    def _looked(self, page: Page, part: slice) -> list[V]:
        looks = self._looks
        return [
            looks[width + _OF_ENDED if line.ended else width]
            for line, width in zip(page.lines[part], page.widths[part], strict=True)
        ]

    def _label(self, page: Page, part: slice) -> list[V]:
        values = self._labels
        for label in set(page.labels[part]).difference(values):
            values[label] = self._scale.one(label or "")
        return list(map(values.__getitem__, page.labels[part]))

    def _told(self, page: Page, part: slice) -> list[list[V]]:
        """What the page measured of each line by itself."""
        none, notice, notices = self._scale.nothing, self._notice, self._notices
        dated, address, by, shown, repeated, announced = self._known
        lines = page.lines[part]
        again = page.repeated
        made = [
            [none if line.notice <= 0.05 else notice if line.notice <= 0.12 else notices for line in lines],
            [repeated[line.text in again] for line in lines],
            list(map(self._opened.__getitem__, page.opened[part])),
        ]
        for flag, holds in (
            (dated, page.dated),
            (address, page.address),
            (by, page.by),
            (shown, page.shown),
            (announced, page.listed),
        ):
            if True in holds[part]:
                made.append(list(map(flag.__getitem__, holds[part])))
        return made

    def _masses(self, page: Page, near: range) -> list[list[V]]:
        """Prose, labels and days in the lines before and after each."""
        before, after, far_before, far_after = self._prose
        here, behind = sums(page.prose_to, near, 0), sums(page.prose_to, near, 1)
        above, below = (
            list(map(sub, here, sums(page.prose_to, near, -3))),
            list(map(sub, sums(page.prose_to, near, 4), behind)),
        )
        first, last = sums(page.labels_to, near, -3), sums(page.labels_to, near, 4)
        own = map(sub, sums(page.labels_to, near, 1), sums(page.labels_to, near, 0))
        none, between = self._between
        dates, dated = self._dates, map(sub, sums(page.dated_to, near, 7), sums(page.dated_to, near, -6))
        return [
            list(map(before.__getitem__, above)),
            list(map(after.__getitem__, below)),
            list(map(far_before.__getitem__, map(sub, here, sums(page.prose_to, near, -FURTHEST)))),
            list(map(far_after.__getitem__, map(sub, sums(page.prose_to, near, FURTHEST + 1), behind))),
            [between if one and other else none for one, other in zip(above, below, strict=True)],
            list(map(self._labelled.__getitem__, map(sub, map(sub, last, first), own))),
            [dates[count >= 3] for count in dated],
        ]

    def _alike_lines(self, page: Page, near: range) -> list[V]:
        """What a line has in common with at least three of the four next to it: its width, and whether it ended."""
        first, last, count = near.start - 2, near.stop + 2, len(page.lines)
        inside = slice(max(first, 0), min(last, count))
        codes = [_BEYOND] * (inside.start - first)
        codes += [
            width + _ENDED if line.ended else width
            for line, width in zip(page.lines[inside], page.widths[inside], strict=True)
        ]
        codes += [_BEYOND] * (last - inside.stop)
        next_to = list(map(_CLOSE.__contains__, map(sub, codes, codes[1:])))
        second = list(map(_CLOSE.__contains__, map(sub, codes, codes[2:])))
        ended, opened = self._alike[True], self._alike[False]
        return [
            (ended if code >= _ENDED else opened)[a + b + c + d]
            for code, a, b, c, d in zip(
                codes[2:-2], second, next_to[1:], next_to[2:], second[2:], strict=False
            )
        ]

    def _same_shape(self, page: Page, near: range) -> list[V]:
        shapes, labels, count = page.shapes, page.labels, len(page.lines)
        made = [self._scale.nothing] * len(near)
        for at in [at for at in near if shapes[at]]:
            beside = [k for k in (at - 2, at - 1, at + 1, at + 2) if 0 <= k < count]
            if len([k for k in beside if shapes[k] == shapes[at] and labels[k] is None]) >= 3:
                made[at - near.start] = self._same
        return made


def sums(to: list[int], near: range, by: int) -> list[int]:
    """Running sums `by` lines further, borders clipped."""
    first, last, end = near.start + by, near.stop + by, len(to)
    if first >= 0 and last <= end:
        return to[first:last]
    middle = to[max(first, 0) : min(last, end)]
    return (
        [0] * (min(last, 0) - min(first, 0)) + middle + [to[-1]] * (len(near) - len(middle) - max(-first, 0))
    )
