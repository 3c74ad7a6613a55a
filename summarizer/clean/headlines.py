"""What the lines below a headline take up of it."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.clean.features import Page

# A headline is looked for so many lines above, and its words in so many below.
_ABOVE, _TAKEN_UP = 12, 6
# Lines of the core before which a headline is looked for: further down an article hardly begins.
_HEADED = 12
# A headline has so many words, and so many that tell something.
_FEWEST, _MOST, _TELLING = 3, 30, 2
_BELOW = (1 << _ABOVE + _TAKEN_UP - 1) - 1


def headlines(page: Page, core: tuple[int, int]) -> list[float]:
    """How much of a headline not far above a line the lines from it on take up, at best; 0 deep in the core."""
    last = min(core[1], core[0] + _HEADED)
    best = [0.0] * len(page.lines)
    lines, labels = page.lines, page.labels
    shown = page.seen.start, min(page.seen.stop, last + _TAKEN_UP)
    titles = [
        at
        for at in range(page.seen.start, min(last, page.seen.stop))
        if labels[at] is None and _FEWEST <= lines[at].words <= _MOST and len(page.telling[at]) >= _TELLING
    ]
    places = _places(page.telling[shown[0] : shown[1]]) if titles else {}
    for at in titles:
        telling = page.telling[at]
        below = [bits for word in telling if (bits := places[word] >> at + 1 - shown[0] & _BELOW)]
        if below:
            for further, count in enumerate(_taken_up(below)[: len(best) - at - 1], at + 1):
                if count:
                    best[further] = max(best[further], count / len(telling))
    return best


def _places(telling: Sequence[Sequence[str]]) -> dict[str, int]:
    """The lines in which a word stands, a bit each."""
    made: dict[str, int] = {}
    for at, words in enumerate(telling):
        bit = 1 << at
        for word in words:
            made[word] = made.get(word, 0) | bit
    return made


def _taken_up(below: Sequence[int]) -> list[int]:
    """Count, for each line below a title, its words that stand in the line or in one of the five behind it."""
    counts = [0] * _ABOVE
    for bits in below:
        bits |= bits >> 1
        bits |= bits >> 2
        bits |= bits >> 2  # a bit for each line whose five lines behind it have the word, or itself
        for further in range(_ABOVE):
            counts[further] += bits >> further & 1
    return counts
