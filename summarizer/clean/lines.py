"""The text as lines with what can be told of each by itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.article import Span
from summarizer.clean import labels

# A mark that ends a sentence, and what may stand behind it: each line is asked, so no search is begun in vain.
_MARKS = frozenset(".!?…。！？")
_BEHIND = frozenset("\"”“»›’')]* ")
_LAST = 6
_WORD = re.compile(r"\w+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_SHORT = 400
# What ASCII text is without its marks, a blank for each: to part it so takes a third of the time of a pattern.
_WORDS_ONLY = bytes(at if chr(at).isalnum() or at == ord("_") else ord(" ") for at in range(128)) + bytes(128)


class Line(NamedTuple):
    """A printed line, or a block of lines broken at one width, without outer white space.

    `words` counts runs of letters and digits; two characters of a script without blanks
    count as one word. `gap` says that an empty line stands before it, `low` is `text` in small
    letters. A named tuple, because it is made for every line: a frozen class takes three times as long.
    """

    start: int
    end: int
    text: str
    low: str
    words: int
    ended: bool
    gap: bool
    label: str | None
    tokens: Sequence[str]

    @property
    def span(self) -> Span:
        """Where the line stands in the text as loaded."""
        return Span(self.start, self.end)


def lines_of(raw: str) -> tuple[Line, ...]:
    """Split `raw` into its printed lines; lines broken at one width are joined to blocks."""
    spans = _printed(raw)
    groups = _blocks(spans) if _hard_wrapped(raw, spans) else spans
    return tuple([_line(raw, start, end, gap) for start, end, gap in groups])


_OTHER_BREAKS = re.compile("[\r\u2028\u2029\x0b\x0c]")
Printed = tuple[int, int, bool]


def _printed(raw: str) -> list[Printed]:
    """Where printed lines begin and end, and whether an empty one stands before."""
    parted = _OTHER_BREAKS.sub("\n", raw.replace("\r\n", " \n")) if _OTHER_BREAKS.search(raw) else raw
    made: list[Printed] = []
    at, gap = 0, True
    for piece in parted.split("\n"):
        stripped = piece.strip()
        if stripped:
            start = at if len(stripped) == len(piece) else at + len(piece) - len(piece.lstrip())
            made.append((start, start + len(stripped), gap))
            gap = False
        else:
            gap = True
        at += len(piece) + 1
    return made


def _hard_wrapped(raw: str, spans: Sequence[Printed]) -> bool:
    """Lines of one width, most of them broken in mid-sentence, in blocks parted by empty lines."""
    inner = [one for one, other in itertools.pairwise(spans) if not other[2]]
    if len(inner) < 4:
        return False
    like = [(start, end) for start, end, _ in inner if 45 <= end - start <= 100]
    if len(like) < 0.6 * len(inner):
        return False
    return sum(not ends(raw[max(start, end - 12) : end]) for start, end in like) >= 0.55 * len(inner)


def _blocks(spans: Sequence[Printed]) -> list[Printed]:
    """Join a line to the one before where the one before is nearly full and not a label."""
    widths = sorted(end - start for start, end, _ in spans)
    full = 0.7 * widths[int(0.9 * (len(widths) - 1))]
    made: list[Printed] = []
    last = 0
    for start, end, gap in spans:
        if made and not gap and last >= full:
            made[-1] = (made[-1][0], end, made[-1][2])
        else:
            made.append((start, end, gap))
        last = end - start
    return made


def ends(text: str) -> bool:
    """Say whether a line ends like a sentence: with its mark, and no more than figures and closing marks behind."""
    if text[-1:].isalpha():
        return False
    for at in range(len(text) - 1, max(-1, len(text) - 2 - _LAST), -1):
        char = text[at]
        if char in _MARKS:
            return True
        if not (char in _BEHIND or char.isdecimal() or char.isspace()):
            return False
    return False


def _line(raw: str, start: int, end: int, gap: bool) -> Line:
    text = " ".join(raw[start:end].split())
    low = text.lower()
    tokens: Sequence[str]
    if low.isascii():
        tokens = low.encode().translate(_WORDS_ONLY).decode().split()
        words = len(tokens)
    else:
        tokens = _WORD.findall(low)
        wide = len(_WIDE.findall(text))
        words = len(tokens) if wide < 4 else max(len(tokens), wide // 2)
    label = labels.furniture(low) if len(text) <= _LONGEST_SHORT else None
    return Line(start, end, text, low, words, ends(text), gap, label, tokens)
