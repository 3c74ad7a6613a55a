"""How a line stands to the core of its page: where it is, and what it shares with it."""

from __future__ import annotations

from summarizer.clean import features


class Topic:
    """What the core of a page is about, and where it lies."""

    def __init__(self, page: features.Page, core: tuple[int, int]) -> None:
        self.page = page
        self.first, self.last = core
        self.words: dict[str, int] = {}
        for at in range(*core):
            if page.lines[at].words >= 6:
                for word in set(page.telling[at]):
                    self.words[word] = self.words.get(word, 0) + 1

    def names(self, at: int) -> list[str]:
        """Name how the line stands to the core and what it shares with it."""
        inside = self.first <= at < self.last
        names = ["in core"] if inside else []
        if not inside:
            away = self.first - at if at < self.first else at - self.last + 1
            side = "above" if at < self.first else "below"
            names.append(f"{side} core {_distance(away)}")
        near = sum(self.first <= k < self.last for k in range(at - 4, at + 5))
        names.append(f"core around {(near + 1) // 2}")
        telling = self.page.telling[at]
        if telling:
            line, share = self.page.lines[at], self._share(at)
            names.append(f"topic {features.ENDS[line.ended]} {features.grade(share)}")
            if share < 0.25 and self.page.opened[at]:
                names.append("other topic in list")
        around = [k for k in range(max(0, at - 3), min(len(self.page.lines), at + 4)) if k != at]
        shares = [self._share(k) for k in around if self.page.telling[k]]
        if shares:
            names.append(f"topic around {features.grade(sum(shares) / len(shares))}")
        return names

    def _share(self, at: int) -> float:
        """Share of the line's telling words that the core has elsewhere."""
        telling = self.page.telling[at]
        own = 1 if self.first <= at < self.last and self.page.lines[at].words >= 6 else 0
        return sum(self.words.get(word, 0) > own for word in telling) / len(telling)


def _distance(lines: int) -> str:
    return "1" if lines < 2 else "3" if lines < 4 else "8" if lines < 9 else "20" if lines < 21 else "far"
