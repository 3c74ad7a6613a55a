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
    """Lines at head or foot that stand on several pages, numbers apart, and numbers of pages."""
    found: Counter[str] = Counter()
    candidates: list[tuple[str, Line]] = []
    for _, height, lines in pages:
        near = [ln for ln in lines if not EDGE * height < ln.base < (1 - EDGE) * height]
        keys = [(re.sub(r"\d+", "#", line.text).strip(), line) for line in near]
        candidates.extend(keys)
        found.update({key for key, _ in keys})
    enough = max(2, 0.4 * len(pages))
    outer = {
        id(ln) for _, _, lines in pages if lines for ln in (max(lines, key=_base), min(lines, key=_base))
    }
    browsers = {line for _, _, lines in pages if lines for line in _browsers(lines)}
    return frozenset(browsers).union(
        line
        for key, line in candidates
        if found[key] >= enough or (id(line) in outer and _NUMBER.fullmatch(line.text.strip()))
    )


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
