"""A claim as it comes: markup and invisible marks taken off, many sentences parted."""

from __future__ import annotations

import re
import unicodedata

from summarizer import segment
from summarizer.article import Span

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(\S{1,500}?\)")
# Emphasis, headings, list marks and quotation bars of Markdown; a lone star or underscore inside a word stays.
_MARKS = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|^[ \t]*(?:#{1,6}|[-*•>])[ \t]+",
    re.MULTILINE,
)
_LONGEST_QUOTATION = 1_500
# Up to so many sentences are judged as one claim, for they may draw on one sentence of the article together.
_TOGETHER = 2


def cleaned(claim: str) -> str:
    r"""Take markup and marks that show nothing (direction, joiners) off a claim.

    >>> cleaned("**Ann Roe** said\u200f <b>no</b>")
    'Ann Roe said no'
    """
    shown = claim
    if not claim.isprintable():
        shown = "".join([char for char in claim if unicodedata.category(char) != "Cf"])
    return _MARKS.sub("", _LINK.sub(r"\1", _TAG.sub("", shown)))


def sentences(claim: str) -> tuple[str, ...]:
    """Part a claim of more than two sentences; a quotation stays in one part."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"\S.*", claim)]
    found = [claim[s.start : s.end] for s in segment.split(claim, lines)]
    if len(found) <= _TOGETHER:
        return (claim,)
    made: list[str] = []
    for part in found:
        if made and _open(made[-1]):
            made[-1] = f"{made[-1]} {part}"
        else:
            made.append(part)
    return tuple(made)


def _open(text: str) -> bool:
    """A quotation that has begun and not ended; after so many words the mark is taken for a slip."""
    begun = text.count("“") > text.count("”") or text.count('"') % 2 == 1
    return begun and len(text) < _LONGEST_QUOTATION


# Behind "and" a pronoun, or a noun with its verb close by, begins a sentence of its own.
_AND = re.compile(
    r"(?:,|;)?\s(?:and|but)\s(?=(?:he|she|it|they|there)\s|(?:the|a|an|his|her|its|their)\s(?:[\w’'-]+\s){1,4}"
    r"(?:is|are|was|were|has|have|had|will|would|could|may|might|did|does|said|says|\w{3,}ed)\b)"
)
_SHORTEST_HALF = 4


def halves(claim: str) -> tuple[str, ...]:
    """Part a claim of two clauses joined by "and", each with a subject of its own; empty where it has none.

    >>> halves("The council voted to close the bridge, and it will open a ferry.")
    ('The council voted to close the bridge.', 'It will open a ferry.')
    """
    for m in _AND.finditer(claim):
        one, other = claim[: m.start()], claim[m.end() :]
        whole = min(len(one.split()), len(other.split())) >= _SHORTEST_HALF
        if whole and not _open(one) and not _open(other):
            return (f"{one}.", other[0].upper() + other[1:])
    return ()
