"""How a line stands to the core of its page: where it is, and what it shares with it."""

from __future__ import annotations

import collections
import itertools

from summarizer.clean import features

# A line of fewer words tells nothing of what the core is about.
_FEWEST = 6
_TOPIC = {
    ended: tuple(f"topic {name} {grade}" for grade in features.GRADES)
    for ended, name in features.ENDS.items()
}
_AROUND = tuple(f"topic around {grade}" for grade in features.GRADES)
_NEVER = itertools.repeat(0)
_CORE = tuple(f"core around {number}" for number in range(6))


class Topic:
    """What the core of a page is about, and where it lies."""

    def __init__(self, page: features.Page, core: tuple[int, int]) -> None:
        self.page = page
        self.first, self.last = core
        self.words = collections.Counter(
            itertools.chain.from_iterable(
                [set(page.telling[at]) for at in range(*core) if page.lines[at].words >= _FEWEST]
            )
        )
        self._shares: list[float | None] = [None] * len(page.lines)
        for at in page.seen:
            if page.telling[at]:
                self._shares[at] = self._share(at)

    def names(self, at: int) -> list[str]:
        """Name how the line stands to the core and what it shares with it."""
        first, last, shares = self.first, self.last, self._shares
        if first <= at < last:
            names = ["in core"]
        elif at < first:
            names = ["above core " + _distance(first - at)]
        else:
            names = ["below core " + _distance(at - last + 1)]
        core = (at + 5 if at + 5 < last else last) - (at - 4 if at - 4 > first else first)
        names.append(_CORE[(core + 1) // 2 if core > 0 else 0])
        share = shares[at]
        if share is not None:
            names.append(_TOPIC[self.page.lines[at].ended][features.grade(share)])
            if share < 0.25 and self.page.opened[at]:
                names.append("other topic in list")
        beside = shares[at - 3 if at > 3 else 0 : at] + shares[at + 1 : at + 4]
        told = [share for share in beside if share is not None]
        if told:
            names.append(_AROUND[features.grade(sum(told) / len(told))])
        return names

    def share(self, at: int) -> float:
        """Share of the line's telling words that the core has elsewhere; 0 where it has none."""
        return self._shares[at] or 0.0

    def _share(self, at: int) -> float:
        telling = self.page.telling[at]
        own = 1 if self.first <= at < self.last and self.page.lines[at].words >= _FEWEST else 0
        return len([times for times in map(self.words.get, telling, _NEVER) if times > own]) / len(telling)


def _distance(lines: int) -> str:
    return "1" if lines < 2 else "3" if lines < 4 else "8" if lines < 9 else "20" if lines < 21 else "far"
