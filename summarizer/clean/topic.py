"""How a line stands to the core of its page: where it is, and what it shares with it."""

from __future__ import annotations

from summarizer.clean import features


class Topic:
    """What the core of a page is about, and where it lies."""

    def __init__(self, page: features.Page, core: tuple[int, int]) -> None:
        self.page = page
        self.first, self.last = core
        self.words: dict[str, int] = {}
        self._shares: dict[int, float] = {}
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
        near = max(0, min(at + 5, self.last) - max(at - 4, self.first))
        names.append(f"core around {(near + 1) // 2}")
        telling = self.page.telling[at]
        if telling:
            line, share = self.page.lines[at], self.share(at)
            names.append(f"topic {features.ENDS[line.ended]} {features.grade(share)}")
            if share < 0.25 and self.page.opened[at]:
                names.append("other topic in list")
        shares = [
            self.share(k)
            for k in range(max(0, at - 3), min(len(self.page.lines), at + 4))
            if k != at and self.page.telling[k]
        ]
        if shares:
            names.append(f"topic around {features.grade(sum(shares) / len(shares))}")
        return names

    def share(self, at: int) -> float:
        """Share of the line's telling words that the core has elsewhere; 0 where it has none."""
        found = self._shares.get(at)
        if found is None:
            telling, words = self.page.telling[at], self.words
            own = 1 if self.first <= at < self.last and self.page.lines[at].words >= 6 else 0
            found = len([word for word in telling if words.get(word, 0) > own]) / max(1, len(telling))
            self._shares[at] = found
        return found


def _distance(lines: int) -> str:
    return "1" if lines < 2 else "3" if lines < 4 else "8" if lines < 9 else "20" if lines < 21 else "far"
