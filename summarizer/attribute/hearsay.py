"""What is said, expected or believed by nobody in particular: "Roe is expected to stand", "reportedly"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Kind, Span
from summarizer.attribute import extent, phrases
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph, Token

_SEEMS = frozenset("seem seems seemed appear appears appeared".split())
_HELD = frozenset("expected believed thought said considered rumored rumoured alleged".split())
_ADVERBS = frozenset("reportedly allegedly supposedly apparently".split())
_BE = frozenset("is are was were".split())


def find(paragraph: Paragraph, taken: Sequence[Span]) -> list[Found]:
    """List what has no source, outside of what `taken` covers; the subject belongs to the content."""
    made: list[Found] = []
    held = list(taken)
    for at in range(len(paragraph.tokens)):
        found = _at(paragraph, at)
        if found is None or any(part.overlaps(span) for part in found.content for span in held):
            continue
        made.append(found)
        held.extend(found.content)
    return made


def _at(paragraph: Paragraph, at: int) -> Found | None:
    tokens = paragraph.tokens
    cue = None if tokens[at].quoted else _cue(tokens, at)
    if cue is None:
        return None
    start, end, kind = cue
    subject = phrases.subject_before(tokens, start)
    if subject is None or tokens[subject[0]].lower in ("who", "which"):
        return None
    clause = extent.clause(paragraph, end)
    if clause is None:
        return None
    number = paragraph.number
    printed = Span(tokens[start].start, tokens[end - 1].end)
    content = (Span(tokens[subject[0]].start, tokens[subject[1] - 1].end), clause)
    return Found(None, printed, content, kind, tokens[end - 1].lower, "affirmed", number, number)


def _cue(tokens: Sequence[Token], at: int) -> tuple[int, int, Kind] | None:
    low = tokens[at].lower
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if low in _ADVERBS:
        return at, at + 1, "says"
    if following != "to":
        return None
    if low in _SEEMS:
        return at, at + 1, "believes"
    if low in _HELD and at > 0:
        back = at - 1
        while back > 0 and (
            tokens[back].lower.endswith("ly") or tokens[back].lower in ("also", "now", "still")
        ):
            back -= 1
        if tokens[back].lower in _BE:
            return back, at + 1, "says" if low in ("said", "alleged") else "believes"
    return None
