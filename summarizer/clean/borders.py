"""Where the article may begin and where it has ended, as names of `weights` tables."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from summarizer.clean.features import GRADES, LOOKS, MASSES, Page, grade, mass
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
    wanted = frozenset[str]().union(*[page.telling[at] for at in titles])
    places: dict[str, list[int]] = {}
    for at in page.seen if titles else ():
        for word in wanted.intersection(page.telling[at]):
            if word in places:
                places[word].append(at)
            else:
                places[word] = [at]
    for at in titles:
        telling = page.telling[at]
        counts: dict[int, int] = {}
        for word in telling:
            if places[word][-1] > at:
                for below in _reached(places[word], at):
                    counts[below] = counts.get(below, 0) + 1
        for below, count in counts.items():
            if below < len(best):
                best[below] = max(best[below], count / len(telling))
    return best


def _reached(places: Sequence[int], title: int) -> list[int]:
    """The lines below a title that have one of the places among those they begin."""
    made: list[int] = []
    reached, furthest = title, title + _ABOVE
    for place in places[bisect.bisect_right(places, title) :]:
        first, last = max(reached + 1, place - _TAKEN_UP + 1), min(place, furthest)
        if first > furthest:
            break
        made.extend(range(first, last + 1))
        reached = max(reached, last)
    return made


def ending(page: Page, at: int) -> list[str]:
    """Name what speaks for or against the article having ended before this line."""
    line, label = page.lines[at], page.labels[at]
    names = [label or LOOKS[line.ended][min(page.widths[at], _WIDE)], *page.border(at)]
    to, end = page.labels_to, min(at + 5, len(page.lines))
    below = to[end] - to[at]
    if below:
        found = {name for name in page.labels[at:end] if name is not None}
        names.extend([name + " below" for name in sorted(found)])
    names.append(_LABELS_BELOW[below])
    names.append(_BELOW[mass(page.prose_in(at, at + 8))])
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
