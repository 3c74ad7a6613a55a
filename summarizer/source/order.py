"""The order in which the lines of a page are read."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median

_WIDEST = 5.0
MOST_BLOCKS = 400
"""Blocks of a page that are compared with one another; a page with more is a table, and stays as it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: where it stands on which page, and what it says."""

    left: float
    right: float
    base: float
    height: float
    text: str
    page: int


def beside(one: Line, other: Line) -> bool:
    """Say whether two lines stand on one baseline of one page."""
    return one.page == other.page and abs(one.base - other.base) < 0.3 * other.height


def stretched(lines: list[Line]) -> list[Line]:
    """Join the pieces of lines that are set to both edges: their gaps are wide, and all of one width.

    Two pieces have one gap; they are a line where one before or after them reaches from edge to edge.
    """
    rows = [[lines[0]]] if lines else []
    for one, other in itertools.pairwise(lines):
        if beside(one, other) and 0 < other.left - one.right < _WIDEST * other.height:
            rows[-1].append(other)
        else:
            rows.append([other])
    made: list[Line] = []
    for at, row in enumerate(rows):
        around = (
            *(rows[at - 1] if at and len(rows[at - 1]) == 1 else ()),
            *(rows[at + 1] if at + 1 < len(rows) else ()),
        )
        gaps = [other.left - one.right for one, other in itertools.pairwise(row)]
        even = len(gaps) > 1 and max(gaps) - min(gaps) < 1.0
        if len(row) > 1 and (even or any(_spans(line, row) for line in around)):
            text = " ".join(line.text.strip() for line in row)
            made.append(replace(row[0], right=row[-1].right, text=text))
        else:
            made.extend(row)
    return made


def _spans(line: Line, row: list[Line]) -> bool:
    return abs(line.left - row[0].left) < 1.5 and abs(line.right - row[-1].right) < 1.5


def read(lines: list[Line]) -> list[Line]:
    """Put what stands above before what stands below it, and leave the file's order wherever it can be.

    Files give what floats over a page last, headings and menus too.
    """
    blocks = _blocks(lines)
    if len(blocks) > MOST_BLOCKS:
        return lines
    below: dict[int, list[int]] = {at: [] for at in range(len(blocks))}
    waits = Counter[int]()
    for one, other in itertools.permutations(range(len(blocks)), 2):
        if _above(blocks[one], blocks[other]):
            below[one].append(other)
            waits[other] += 1
    ready = [at for at in range(len(blocks)) if not waits[at]]
    made: list[Line] = []
    while ready:
        at = heapq.heappop(ready)
        made.extend(blocks[at])
        for other in below[at]:
            waits[other] -= 1
            if not waits[other]:
                heapq.heappush(ready, other)
    return made


def _blocks(lines: list[Line]) -> list[list[Line]]:
    made: list[list[Line]] = []
    for line in lines:
        last = made[-1][-1] if made else None
        if (
            last is not None
            and -0.3 * last.height < last.base - line.base < 3 * line.height
            and line.left < last.right
            and last.left < line.right
        ):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def _above(one: list[Line], other: list[Line]) -> bool:
    """One ends where the other has not begun, and they share a part of the page's width."""
    if min(line.base for line in one) < max(line.base for line in other) + 0.5 * other[0].height:
        return False
    left = max(min(ln.left for ln in one), min(ln.left for ln in other))
    right = min(max(ln.right for ln in one), max(ln.right for ln in other))
    return right - left > 1


def columns(lines: list[Line], width: float) -> list[Line]:
    """Read column after column where the file gives the lines of several across the page."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return lines
    made: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in _downward(lines):
        if line.left < gutter < line.right:
            made.extend((*sides[0], *sides[1], line))
            sides = ([], [])
        else:
            sides[line.left >= gutter].append(line)
    return [*made, *sides[0], *sides[1]]


def _downward(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-round(line.base), line.left))


def _gutter(lines: list[Line], width: float) -> float | None:
    """The middle of a strip that few lines cross, with prose on both sides, where the order jumps across it."""
    starts = Counter(round(line.left / 4) * 4 for line in lines if line.left > 0.25 * width)
    for start, count in starts.most_common(3):
        gutter = start - 3.0
        left = [ln for ln in lines if ln.right < gutter + 1]
        right = [ln for ln in lines if ln.left >= gutter]
        crossing = len(lines) - len(left) - len(right)
        if count < 6 or len(left) < 6 or crossing > 0.25 * len(lines):
            continue
        if min(median(len(ln.text) for ln in left), median(len(ln.text) for ln in right)) < 20:
            continue
        jumps = sum((a.left >= gutter) != (b.left >= gutter) for a, b in itertools.pairwise(lines))
        if jumps > 6:
            return gutter
    return None
