"""Which quotations of a paragraph are one statement, and how far a quoted clause reaches."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute import lexicon
from summarizer.attribute.text import Paragraph, Token

END_MARKS = ".!?"


def quote_ending(paragraph: Paragraph, before: int) -> Span | None:
    """The quotation that ends right before offset `before`, a comma or dash between allowed."""
    for quote in reversed(paragraph.quotes):
        if quote.end <= before:
            between = paragraph.tokens[paragraph.at(quote.end) : paragraph.at(before)]
            return quote if all(t.text in ",-–—―" for t in between) and len(between) <= 1 else None
    return None


def widened(paragraph: Paragraph, quote: Span) -> Span:
    """Widen a quotation that begins in mid-sentence to its clause; whole ones stay."""
    tokens = paragraph.tokens
    first = paragraph.at(quote.start)
    if first >= paragraph.at(quote.end):
        return quote
    at, opens = first, paragraph.bounds[first][0]
    if _begins(tokens, first):
        return quote
    while at > opens and tokens[at - 1].text not in ":;":
        at -= 1
    before = tokens[at:first]
    if not before or any(t.lower in lexicon.forms() and not t.quoted for t in before):
        return quote
    return Span(paragraph.starts[at], quote.end)


def _begins(tokens: Sequence[Token], first: int) -> bool:
    """A quotation behind a full stop, or with a capital behind a comma, is a sentence of its own."""
    opens = next((t for t in tokens[first:] if t.word), None)
    before = tokens[first - 1].text if first > 0 else "."
    return opens is not None and opens.capital and before in END_MARKS + ","


LONGEST_TITLE = 8
"""Words of a title in quotation marks, or of a name, at most."""


def _title_at(paragraph: Paragraph, at: int) -> int | None:
    """Past a title in quotation marks (on “Meet the Press”), None where it is none."""
    tokens = paragraph.tokens
    end = at
    quote = opening_at(paragraph, paragraph.starts[at])
    if quote is not None:
        end = paragraph.at(quote.end)
    inside = [t for t in tokens[at:end] if t.word]
    named = all(t.capital or len(t.text) < 4 for t in inside)
    return end if inside and named and len(inside) <= LONGEST_TITLE and tokens[at - 1].word else None


_LONGEST_SCRAP = 2


def _scrap_at(paragraph: Paragraph, at: int) -> int | None:
    """Past a word or two in quotation marks within a clause (prices that had “cratered”), None where it is more."""
    tokens = paragraph.tokens
    end = paragraph.at(end_of(paragraph, paragraph.starts[at]))
    words = sum(token.word for token in tokens[at:end])
    return end if words <= _LONGEST_SCRAP and tokens[at - 1].word and not tokens[at - 1].quoted else None


def tagged_behind(paragraph: Paragraph, quote: Span) -> bool:
    """The quotation has a cue of its own right behind it, so it is another one's."""
    tokens = paragraph.tokens
    first = paragraph.at(quote.end)
    for token in tokens[first : min(first + 7, paragraph.bounds[first - 1][1])]:
        if token.quoted or token.text in END_MARKS:
            return False
        if token.lower in lexicon.forms():
            return True
    return False


def opening_at(paragraph: Paragraph, offset: int) -> Span | None:
    """The quotation that opens at `offset`."""
    for quote in paragraph.quotes:
        if quote.start == offset:
            return quote
    return None


def end_of(paragraph: Paragraph, offset: int) -> int:
    """Where the quotation that `offset` lies in ends; the next code point where it lies in none."""
    return next((quote.end for quote in paragraph.quotes if quote.start <= offset < quote.end), offset + 1)


def going_on(paragraph: Paragraph, tagged: int) -> Span | None:
    """The quotation without a cue of its own that goes on behind a tag whose last word is before token `tagged`.

    It stands in the tag's sentence or opens the next one; titles in the tag are passed over (on “Meet the Press”).
    """
    tokens = paragraph.tokens
    at = tagged
    while at < paragraph.bounds[tagged - 1][1]:
        if tokens[at].quoted:
            title = _title_at(paragraph, at) or _scrap_at(paragraph, at)
            if title is None:
                break
            at = title
        else:
            at += 1
    if at >= len(tokens) or paragraph.sentences[at] > paragraph.sentences[tagged - 1] + 1:
        return None
    quote = opening_at(paragraph, paragraph.starts[at])
    return None if quote is None or tagged_behind(paragraph, quote) else quote
