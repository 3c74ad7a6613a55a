"""What is printed around the text of every page: running heads, page numbers, a browser's own lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.source.order import Line, beside

EDGE = 0.12
"""Share of a page's height, at its head and foot, in which running heads and page numbers stand."""

_NUMBER = re.compile(
    r"[-–—| ]*(?:(?:page|seite|pagina|página|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?[-–—| ]*",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]M)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?|file|about|blob):\S+")


def edges(pages: Sequence[tuple[float, float, Sequence[Line]]]) -> frozenset[Line]:
    """Lines that stand on several pages, and numbers of pages.

    They stand at one height; at head and foot they may differ in their figures and in their place across the
    page, elsewhere, as a site's banner, in neither.
    """
    printed: list[tuple[object, Line]] = []
    for _, height, lines in pages:
        for line in lines:
            inner = EDGE * height < line.base < (1 - EDGE) * height
            across = (line.text, round(line.left)) if inner else re.sub(r"\d+", "#", line.text).strip()
            printed.append(((round(line.base), across), line))
    found = Counter(key for key, _ in {(key, line.page) for key, line in printed})
    enough = max(2, 0.4 * len(pages))
    gone = {line for key, line in printed if found[key] >= enough}
    for _, _, lines in pages:
        if lines:
            gone.update(_browsers(lines))
            outer = (max(lines, key=_base), min(lines, key=_base))
            gone.update(line for line in outer if _NUMBER.fullmatch(line.text.strip()))
    return frozenset(gone)


def _browsers(lines: Sequence[Line]) -> Iterator[Line]:
    """The time and the title above a printed page, the address and the number below it."""
    top = [line for line in lines if beside(max(lines, key=_base), line)]
    foot = [line for line in lines if beside(min(lines, key=_base), line)]
    if any(_PRINTED.fullmatch(line.text.strip()) for line in top) and any(
        _ADDRESS.fullmatch(line.text.strip()) for line in foot
    ):
        yield from (*top, *foot)


def _base(line: Line) -> float:
    return line.base
