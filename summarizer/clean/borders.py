"""Where the article may begin and where it has ended, as names of `weights` tables."""

from __future__ import annotations

import bisect
import collections
import itertools
from collections.abc import Iterable, Sequence

from summarizer.clean.features import GRADES, LOOKS, MASS_OF, MASSES, Page, grade
from summarizer.clean.form import COLONS

_TELLING_LABELS = ("byline", "share bar", "comments")
_AFTER = {ended: tuple(f"after {name}" for name in names) for ended, names in LOOKS.items()}
_BELOW = tuple(f"prose below {name}" for name in MASSES)
_LABELS_BELOW = tuple(f"labels below {number}" for number in range(6))
_HEADLINE = tuple(f"headline above {name}" for name in GRADES)
# Widths from this on count as one here.
_WIDE, _WIDEST = 4, 5
# A headline is looked for so many lines above, and its words in so many below.
_ABOVE, _TAKEN_UP = 12, 6


def starting(page: Page, at: int, headline: float) -> list[str]:
    """Name what speaks for or against the article's first line being this one.

    `headline` is what `headlines` says of the line.
    """
    line = page.lines[at]
    names = [LOOKS[line.ended][min(page.widths[at], _WIDEST)], *page.border(at)]
    if page.labels[at] is not None:
        names.append("labelled")
    above = at - 6 if at > 6 else 0
    if page.dated_to[at] > page.dated_to[above]:
        names.append("date above")
    if page.labels_to[at] > page.labels_to[above]:
        labelled = page.labels[above:at]
        names.extend([label + " above" for label in _TELLING_LABELS if label in labelled])
    if not at:
        return [*names, "first line"]
    previous, label = page.lines[at - 1], page.labels[at - 1]
    names.append("after " + label if label else _AFTER[previous.ended][min(page.widths[at - 1], _WIDE)])
    if page.dated[at - 1] and label is None:
        names.append("after dated")
    if previous.text.endswith(COLONS):
        names.append("after colon")
    names.append(_HEADLINE[grade(headline)])
    return names


def headlines(page: Page, last: int) -> list[float]:
    """For every line before `last`, how much of a headline not far above it the lines from it on take up, at best."""
    best = [0.0] * len(page.lines)
    titles = [at for at in page.titles if at < last]
    if not titles:
        return best
    printed = collections.Counter(
        itertools.chain.from_iterable(page.telling[page.seen.start : page.seen.stop])
    )
    # most words are printed once only, and no line takes them up
    again = {at: [word for word in page.telling[at] if printed[word] > 1] for at in titles}
    wanted = frozenset(itertools.chain.from_iterable(again.values()))
    places: dict[str, list[int]] = {word: [] for word in wanted}
    for at in page.seen:
        for word in wanted.intersection(page.telling[at]):
            places[word].append(at)
    for at, words in again.items():
        if words:
            counts = _taken_up(at, [places[word] for word in words])
            for below, count in enumerate(counts[: len(best) - at - 1], at + 1):
                if count:
                    best[below] = max(best[below], count / len(page.telling[at]))
    return best


def _taken_up(title: int, places: Iterable[Sequence[int]]) -> list[int]:
    """Count, for every line below a title, its words that stand in the line or in one of the five behind it."""
    counts = [0] * _ABOVE
    for lines in places:
        bits = 0
        below = bisect.bisect_right(lines, title)
        for line in lines[below : bisect.bisect_left(lines, title + _ABOVE + _TAKEN_UP, below)]:
            bits |= 1 << line - title - 1
        if bits:
            bits |= bits >> 1
            bits |= bits >> 2
            bits |= bits >> 2  # a bit for each line whose five lines behind it have the word, or itself
            for further in range(_ABOVE):
                counts[further] += bits >> further & 1
    return counts


def ending(page: Page, at: int) -> list[str]:
    """Name what speaks for or against the article having ended before this line."""
    line, label = page.lines[at], page.labels[at]
    names = [label or LOOKS[line.ended][min(page.widths[at], _WIDE)], *page.border(at)]
    count = len(page.lines)
    to, end = page.labels_to, min(at + 5, count)
    below = to[end] - to[at]
    if below:
        found = {name for name in page.labels[at:end] if name is not None}
        names.extend([name + " below" for name in sorted(found)])
    names.append(_LABELS_BELOW[below])
    names.append(_BELOW[MASS_OF[page.prose_to[min(at + 8, count)] - page.prose_to[at]]])
    if at:
        previous = page.lines[at - 1]
        names.append(_AFTER[previous.ended][min(page.widths[at - 1], _WIDE)])
        if previous.text.endswith(COLONS):
            names.append("after colon")
        if page.labels[at - 1] is not None:
            names.append("after label")
    if page.address[at]:
        names.append("address")
    if page.dated[at]:
        names.append("dated")
    if page.notice[at] > 0.05:
        names.append("notice")
    if page.listed[at]:
        names.append("announced")
    return names
