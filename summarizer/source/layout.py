"""Runs of text with their places on pages become paragraphs in the order in which they are read."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.source import edges, order
from summarizer.source.order import Line, beside

_ENDED = re.compile(r"[.!?…:][\"”'’»)\]]*$")
_ITEM = re.compile(r"(?:[•‣▪●◦*–—-]|\(?\d{1,2}[.)])\s+\S")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = re.compile(r"[.!?…][\"”'’»)\]]*(?:\s|$)")
_HUNG = 0.03
"""Share of lines with a hyphen at their end from which words are parted there: type set in columns has a
tenth and more, a page that parts none some hundredth."""

_USUAL = 1.2
"""Font sizes from one line to the next, where a page does not tell; 1.1 to 1.5 is common, manuscripts have 2."""

_SHARE, _OPEN = 0.1, 0.25
"""Of the lines that go on in mid-sentence, those at one distance; of the lines at that distance, those that do."""

_SOFT = "\u00ad"


@dataclass(frozen=True, slots=True)
class Laid:
    """Paragraphs in reading order, and how many running heads and page numbers were left out."""

    paragraphs: tuple[str, ...]
    edges: int


def lay(pages: Sequence[tuple[float, float, Sequence[Line]]]) -> Laid:
    """Put the lines of pages (width, height, lines as printed) together to paragraphs.

    Columns are read one after the other, words parted at a line's end are joined, a paragraph
    goes on over the end of a column or page.
    """
    gone = edges.edges(pages)
    lines: list[Line] = []
    for width, _, printed in pages:
        lines.extend(
            order.read(order.columns(order.stretched([ln for ln in printed if ln not in gone]), width))
        )
    known = _known(lines)
    hung = sum(line.text.rstrip().endswith((_SOFT, "-")) for line in lines)
    hangs = hung > max(1, _HUNG * len(lines))
    rows = [row for block in _paragraphs(lines) for row in _listed(block)]
    return Laid(tuple(_joined(row, known, hangs) for row in rows), len(gone))


def _known(lines: Sequence[Line]) -> Counter[str]:
    """Count the words that no line's end parts."""
    made: Counter[str] = Counter()
    parted = False
    for line in lines:
        words = _WORDS.findall(line.text.lower())
        hung = line.text.rstrip().endswith((_SOFT, "-"))
        made.update(words[parted : len(words) - hung])
        parted = hung
    return made


def _listed(block: list[Line]) -> list[list[Line]]:
    """Part a list without marks: lines that all begin and none end like a sentence are no paragraph."""
    begun = all(not line.text[:1].islower() for line in block)
    if len(block) < 3 or not begun or any(_STOP.search(line.text) for line in block):
        return [block]
    if any(beside(one, other) for one, other in itertools.pairwise(block)):
        return [block]
    return [[line] for line in block]


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Group lines by space, size, indent and short last lines; a row of cells is one group of its own."""
    leading = _leading(lines)
    block: list[Line] = []
    for at, line in enumerate(lines):
        if block and _breaks(block, line, leading, lines[at + 1] if at + 1 < len(lines) else None):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _leading(lines: Sequence[Line]) -> dict[int, float]:
    """The distance of two lines of a paragraph, for each size of letters.

    It is the widest one over which sentences go on, for what begins small belongs to the line above it.
    """
    steps: dict[int, list[tuple[float, bool]]] = {}
    for one, other in itertools.pairwise(lines):
        step = (one.base - other.base) / max(1.0, one.height)
        if one.page == other.page and _alike(one, other) and 0.7 < step < 2.8:
            goes_on = other.text[:1].islower() and _ENDED.search(one.text) is None
            steps.setdefault(round(one.height), []).append((round(step, 1), goes_on))
    return {size: _widest(found) * size for size, found in steps.items()}


def _widest(steps: Sequence[tuple[float, bool]]) -> float:
    counted = Counter(step for step, _ in steps)
    inner = Counter(step for step, goes_on in steps if goes_on)
    enough = max(2, _SHARE * inner.total())
    return max((s for s, n in inner.items() if n >= enough and n >= _OPEN * counted[s]), default=_USUAL)


def _alike(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) < 0.15 * max(one.height, other.height)


def _breaks(block: Sequence[Line], line: Line, leading: dict[int, float], following: Line | None) -> bool:
    last = block[-1]
    if not _alike(last, line):
        return True
    step = last.base - line.base
    if beside(last, line):
        return False
    if len(block) > 1 and beside(block[-2], last) and last.left - block[-2].right > last.height:
        return True
    open_ = line.text[:1].islower() and _ENDED.search(last.text) is None
    if line.page != last.page or step < 0:
        return not _goes_on(last, line)
    usual = leading.get(round(line.height), _USUAL * line.height)
    if step > 1.3 * usual or _ITEM.match(line.text):
        return True
    return not open_ and (_ended_short(block, line) or _indented(block, line, following))


def _goes_on(last: Line, line: Line) -> bool:
    """Over the end of a column or a page: the sentence is open, or the word parted."""
    if last.text.endswith((_SOFT, "-")):
        return True
    if _ENDED.search(last.text) is not None or len(last.text) < 30 or _ITEM.match(line.text):
        return False
    return line.text[:1].islower() or last.right > line.right - 0.2 * (line.right - line.left)


def _ended_short(block: Sequence[Line], line: Line) -> bool:
    """The line before had room for the next word and left it: it was broken on purpose.

    Pictures make a column narrower for a while, so that the next line has to look like a beginning too.
    """
    last = block[-1]
    edge = max(line.right, *(one.right for one in block))
    word = line.text.split(maxsplit=1)[0] if line.text.split() else ""
    letter = (line.right - line.left) / max(1, len(line.text))
    room = edge - last.right
    if room < (len(word) + 2) * letter or line.text[:1].islower():
        return False
    return room > (0.12 if _ENDED.search(last.text) else 0.2) * (edge - last.left)


def _indented(block: Sequence[Line], line: Line, following: Line | None) -> bool:
    """A first line set in, the one after it set back."""
    last = block[-1]
    if _ITEM.match(block[0].text):
        return False
    margin = min(ln.left for ln in (block[1:] or block))
    inset = line.left - margin
    if not 0.5 * line.height < inset < 5 * line.height or (len(block) < 2 and last.left > line.left - 1):
        return False
    return (
        following is None
        or following.left < line.left - 0.4 * line.height
        or _ENDED.search(last.text) is not None
    )


def _joined(block: Sequence[Line], known: Counter[str], hangs: bool) -> str:
    made = ""
    for at, line in enumerate(block):
        text = line.text.strip()
        if at and beside(block[at - 1], line):
            gap = line.left - block[at - 1].right
            made += ("\t" if gap > line.height else "" if gap < 0.1 * line.height else " ") + text
        else:
            made = _hung(made, text, known, hangs)
    return made.replace(_SOFT, "-" if made.endswith(_SOFT) else "")


def _hung(made: str, text: str, known: Counter[str], hangs: bool) -> str:
    """Put the next line behind what there is; a hyphen at its end stays where the text writes it elsewhere.

    Where the text writes neither form, it goes if the text parts words at all (`hangs`).
    """
    if not made:
        return text
    if not made.endswith((_SOFT, "-")) or not text[:1].islower():
        return made + ("" if made.endswith(("-", "/", "—")) and not made.endswith(" -") else " ") + text
    stem = made.rstrip(_SOFT + "-")
    head = _WORDS.findall(stem[-40:])
    tail = _WORDS.match(text)
    if not head or tail is None:
        return made.rstrip(_SOFT) + text
    one, other = head[-1].lower(), tail[0].lower()
    solid, kept = known[one + other], known[f"{one}-{other}"]
    apart = not hangs or (known[one] > 0 and known[other] > 0)
    return stem + ("-" if kept > solid or (not solid and apart) else "") + text
