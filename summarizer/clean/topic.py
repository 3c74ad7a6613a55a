"""How a line stands to the core of its page: where it is, and what it shares with it."""

from __future__ import annotations

from typing import Generic

from summarizer.clean import features
from summarizer.clean.scale import Scale, V

# A line of fewer words tells nothing of what the core is about.
_FEWEST = 6
# Lines beside a line whose shares are looked at, and lines of the core around it that are counted.
_BESIDE, _COUNTED = 3, 4


class Topic:
    """What the core of a page is about, and where it lies."""

    def __init__(self, page: features.Page, core: tuple[int, int]) -> None:
        self.page = page
        self.first, self.last = core
        self._once: set[str] = set()
        self._again: set[str] = set()
        for at in range(*core):
            if page.lines[at].words >= _FEWEST:
                words = frozenset(page.telling[at])
                self._again |= self._once & words
                self._once |= words
        self.shares: list[float | None] = [None] * len(page.lines)
        for at in page.seen:
            if page.telling[at]:
                self.shares[at] = self._share(at)

    def share(self, at: int) -> float:
        """Share of the line's telling words that the core has elsewhere; 0 where it has none."""
        return self.shares[at] or 0.0

    def _share(self, at: int) -> float:
        telling = self.page.telling[at]
        own = self.first <= at < self.last and self.page.lines[at].words >= _FEWEST
        return sum(map((self._again if own else self._once).__contains__, telling)) / len(telling)


class Topics(Generic[V]):
    """What it is worth how a line stands to the core."""

    def __init__(self, scale: Scale[V]) -> None:
        self._scale = scale
        self._in = scale.one("in core")
        self._above, self._below = (
            scale.row(f"{where} core {_distance(lines)}" for lines in range(_FURTHEST + 1))
            for where in ("above", "below")
        )
        self._core = scale.row(f"core around {(lines + 1) // 2}" for lines in range(2 * _COUNTED + 2))
        self._shared = {
            ended: scale.row(f"topic {name} {grade}" for grade in features.GRADES)
            for ended, name in features.ENDS.items()
        }
        self._around = scale.row(f"topic around {grade}" for grade in features.GRADES)
        self._other = scale.one("other topic in list")

    def columns(self, topic: Topic, near: range) -> list[list[V]]:
        """Where each line stands, what it shares with the core, and what its neighbours share."""
        return [
            self._places(topic, near),
            self._cores(topic, near),
            self._shares(topic, near),
            self._beside(topic, near),
        ]

    def _places(self, topic: Topic, near: range) -> list[V]:
        above = [self._above[min(topic.first - at, _FURTHEST)] for at in range(near.start, topic.first)]
        below = [self._below[min(at - topic.last + 1, _FURTHEST)] for at in range(topic.last, near.stop)]
        return above + [self._in] * (topic.last - topic.first) + below

    def _cores(self, topic: Topic, near: range) -> list[V]:
        """How many of the lines around each are the core's."""
        first, last, core = topic.first, topic.last, self._core
        return [core[max(0, min(at + _COUNTED + 1, last) - max(at - _COUNTED, first))] for at in near]

    def _shares(self, topic: Topic, near: range) -> list[V]:
        part = slice(near.start, near.stop)
        shares, page, none = topic.shares[part], topic.page, self._scale.nothing
        ended, opened = self._shared[True], self._shared[False]
        made = [
            none if share is None else (ended if line.ended else opened)[features.grade(share)]
            for share, line in zip(shares, page.lines[part], strict=True)
        ]
        for at in range(len(shares)):
            share = shares[at]
            if share is not None and share < 0.25 and page.opened[near.start + at]:
                made[at] = self._scale.total((made[at], self._other))
        return made

    def _beside(self, topic: Topic, near: range) -> list[V]:
        shares, around, none = topic.shares, self._around, self._scale.nothing
        made = [none] * len(near)
        for number, at in enumerate(near):
            beside = shares[at - _BESIDE if at > _BESIDE else 0 : at] + shares[at + 1 : at + 1 + _BESIDE]
            told = [share for share in beside if share is not None]
            if told:
                made[number] = around[features.grade(sum(told) / len(told))]
        return made


_FURTHEST = 22


def _distance(lines: int) -> str:
    return "1" if lines < 2 else "3" if lines < 4 else "8" if lines < 9 else "20" if lines < 21 else "far"
