"""The text as lines with what can be told of each by itself."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.clean import labels

_END = re.compile(r"[.!?…。！？][\"”“»›’'\)\]*\s\d]{0,6}$")
_WORD = re.compile(r"\w+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a block of lines broken at one width, without outer white space.

    `words` counts runs of letters and digits; two characters of a script without blanks
    count as one word. `gap` says that an empty line stands before it.
    """

    span: Span
    text: str
    words: int
    ended: bool
    gap: bool
    label: str | None
    tokens: tuple[str, ...]


def lines_of(raw: str) -> tuple[Line, ...]:
    """Split `raw` into its printed lines; lines broken at one width are joined to blocks."""
    spans = _printed(raw)
    groups = _blocks(raw, spans) if _hard_wrapped(raw, spans) else [(span, gap) for span, gap in spans]
    return tuple(_line(raw, span, gap) for span, gap in groups)


_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c]")


def _printed(raw: str) -> list[tuple[Span, bool]]:
    made: list[tuple[Span, bool]] = []
    at, gap = 0, True
    ends = [(m.start(), m.end()) for m in _BREAK.finditer(raw)]
    for end, following in (*ends, (len(raw), len(raw))):
        piece = raw[at:end]
        stripped = piece.strip()
        if stripped:
            start = at + len(piece) - len(piece.lstrip())
            made.append((Span(start, start + len(stripped)), gap))
        gap = not stripped
        at = following
    return made


def _hard_wrapped(raw: str, spans: list[tuple[Span, bool]]) -> bool:
    """Lines of one width, most of them broken in mid-sentence, in blocks parted by empty lines."""
    inner = [(one, other) for (one, _), (other, gap) in itertools.pairwise(spans) if not gap]
    if len(inner) < 4:
        return False
    widths = [one.end - one.start for one, _ in inner]
    like = [45 <= width <= 100 for width in widths]
    broken = [ok and not _END.search(one.of(raw)[-12:]) for (one, _), ok in zip(inner, like, strict=True)]
    return sum(like) >= 0.6 * len(inner) and sum(broken) >= 0.55 * len(inner)


def _blocks(raw: str, spans: list[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
    """Join a line to the one before where the one before is nearly full and not a label."""
    widths = sorted(span.end - span.start for span, _ in spans)
    full = 0.7 * widths[int(0.9 * (len(widths) - 1))]
    made: list[tuple[Span, bool]] = []
    last = 0
    for span, gap in spans:
        if made and not gap and last >= full:
            made[-1] = (Span(made[-1][0].start, span.end), made[-1][1])
        else:
            made.append((span, gap))
        last = span.end - span.start
    return made


def _line(raw: str, span: Span, gap: bool) -> Line:
    text = " ".join(span.of(raw).split())
    short = text if len(text) <= 400 else ""
    tokens = tuple(_WORD.findall(text.lower()))
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    words = len(tokens) if wide < 4 else max(len(tokens), wide // 2)
    return Line(
        span=span,
        text=text,
        words=words,
        ended=_END.search(text[-16:]) is not None,
        gap=gap,
        label=labels.furniture(short) if short else None,
        tokens=tokens,
    )
