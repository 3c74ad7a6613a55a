"""Quotations that no verb of the lexicon reports: behind a colon, or before a name and any verb.

The ways to introduce a quotation have a long tail ("beamed", "addressed the crowd again:");
its place beside the marks tells as much as the word.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute import lexicon, phrases
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph, Token

_FEWEST_WORDS = 4
_NO_VERBS = frozenset("of in on at to by for from with and or but as is was are were the a an".split())


def find(paragraph: Paragraph, taken: Sequence[Span]) -> list[Found]:
    """List attributions of the paragraph's quotations that `taken` does not cover."""
    made = []
    tokens = paragraph.tokens
    for quote in paragraph.quotes:
        if any(quote.overlaps(span) for span in taken):
            continue
        inside = [i for i, t in enumerate(tokens) if quote.start <= t.start < quote.end]
        if sum(tokens[i].word for i in inside) < _FEWEST_WORDS:
            continue
        found = _behind_colon(paragraph, quote, inside[0]) or _before_verb(paragraph, quote, inside[-1] + 1)
        if found is not None:
            made.append(found)
    return made


def _behind_colon(paragraph: Paragraph, quote: Span, first: int) -> Found | None:
    tokens = paragraph.tokens
    if first < 2 or tokens[first - 1].text not in (":", ","):
        return None
    colon = tokens[first - 1]
    if _like_verb(tokens[first - 2]):
        near = phrases.subject_before(tokens, first - 2)
        if near is not None and (tokens[near[0]].lower in lexicon.PERSONAL or tokens[near[1] - 1].capital):
            cue = Span(tokens[first - 2].start, tokens[first - 2].end)
            return _found(paragraph, quote, Span(tokens[near[0]].start, tokens[near[1] - 1].end), cue)
    if colon.text == ",":
        return None
    opening = next(t for t in tokens if t.sentence == colon.sentence)
    source = subject(tokens, opening)
    if source is None or source.end > colon.start:
        return None
    return _found(paragraph, quote, source, Span(colon.start, colon.end))


def _before_verb(paragraph: Paragraph, quote: Span, after: int) -> Found | None:
    """Read "“…,” Donald Hartley beamed.": a name or pronoun and one word like a verb."""
    tokens = paragraph.tokens
    if after + 2 > len(tokens) or paragraph.span.end == quote.end:
        return None
    if tokens[after].sentence != tokens[after - 1].sentence or not tokens[after].word:
        return None
    if _like_verb(tokens[after]) and not tokens[after].capital and tokens[after - 2].text in ",?!":
        # “…,” agrees Michelle Lee
        named = phrases.phrase_after(tokens, after + 1)
        if named is not None and tokens[named[0]].capital:
            source = Span(tokens[named[0]].start, tokens[named[1] - 1].end)
            return _found(paragraph, quote, source, Span(tokens[after].start, tokens[after].end))
    named = phrases.phrase_after(tokens, after)
    if named is None:
        return None
    first, end = named
    if tokens[first].lower in lexicon.PERSONAL:
        verb = end
    else:
        # the phrase takes an unknown verb for a noun: its last word, in lower case behind a capital
        verb = end - 1
        if verb <= first or not tokens[verb - 1].capital or tokens[verb].capital:
            return None
    if verb >= len(tokens) or not _like_verb(tokens[verb]):
        return None
    source = Span(tokens[first].start, tokens[verb - 1].end)
    return _found(paragraph, quote, source, Span(tokens[verb].start, tokens[verb].end))


def _like_verb(token: Token) -> bool:
    return token.word and token.lower not in _NO_VERBS and token.lower.endswith(("ed", "s", "aid"))


def _found(paragraph: Paragraph, quote: Span, source: Span, cue: Span) -> Found:
    return Found(source, cue, (quote,), "says", ":", "affirmed", paragraph.number, paragraph.number)


def _past_dateline(tokens: Sequence[Token], at: int) -> int:
    """Skip "PORT ELLAND, Nov 14 (HBN) -" at the head of an agency's report."""
    if not (tokens[at].text.isupper() and len(tokens[at].text) > 3):
        return at
    for end in range(at + 1, min(len(tokens) - 1, at + 12)):
        if tokens[end].text in ("-", "—", "–", ":"):
            return end + 1
    return at


def subject(tokens: Sequence[Token], first: Token) -> Span | None:
    """The noun phrase that opens the sentence, an adverb before it left off."""
    at = next(i for i, t in enumerate(tokens) if t.start == first.start)
    at = _past_dateline(tokens, at)
    first = tokens[at]
    if first.lower in lexicon.PREPOSITIONS or first.quoted:
        return None
    if first.lower.endswith("ing") or first.lower in lexicon.forms():
        # "Asked …," and "Having …," hang on the subject, they are none
        return None
    found = phrases.phrase_after(tokens, at)
    if found is None or tokens[at].lower in lexicon.CLAUSE_WORDS:
        return None
    return Span(tokens[found[0]].start, tokens[found[1] - 1].end)
