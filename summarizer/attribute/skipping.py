"""What stands between a cue and its content: the hearer, the time, the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarizer.attribute import lexicon, phrases
from summarizer.attribute.text import Paragraph, Token

_END_MARKS = ".!?"
_ADJUNCTS = frozenset("on in at during after via through before by".split())
_AROUND = _ADJUNCTS | phrases.TIME_WORDS
_DAYS = frozenset("today yesterday tonight monday tuesday wednesday thursday friday saturday sunday".split())
_STARTS_CONTENT = frozenset("that whether if how why what to of about".split())
_NEXT_PHRASE = lexicon.PRONOUNS | lexicon.DETERMINERS | _STARTS_CONTENT
_HEARERS = frozenset("me us him her them you reporters journalists".split())


def content_start(paragraph: Paragraph, at: int, lemma: str) -> int | None:
    """Skip the hearer, place and time between a cue and its content."""
    tokens = paragraph.tokens
    if at >= len(tokens) or tokens[at].text in _END_MARKS:
        return None
    closing = paragraph.bounds[at - 1][1]
    if at >= closing:
        return None
    if tokens[at].text in ":,":
        at += 1
        if at >= len(tokens) or (at >= closing and not tokens[at].quoted):
            return None
        return at
    while at + 1 < len(tokens) and tokens[at].lower in _DAYS and tokens[at + 1].word:
        at += 1
    jump = _marked_start(paragraph, at, closing)
    if (
        tokens[at].lower == "to"
        and lemma in ("say", "write", "add", "explain", "complain", "announce")
        and jump is not None
    ):
        return jump
    if lemma in lexicon.HEARER and tokens[at].lower not in _STARTS_CONTENT and not tokens[at].quoted:
        return jump if jump is not None else _past_hearer(tokens, at)
    if tokens[at].lower in _AROUND and jump is not None:
        return jump
    return at


def _marked_start(paragraph: Paragraph, at: int, closing: int) -> int | None:
    """The first "that", colon or quotation after a comma within the next words; the title of a show is no quotation."""
    tokens = paragraph.tokens
    forms = lexicon.forms()
    for end in outside_titles(paragraph, at, min(closing, at + 16)):
        token = tokens[end]
        low = token.lower
        if low not in _TELLING and low not in forms and not token.quoted:
            continue
        if low in ("that", "whether") and end > at:
            return end
        if low == ":" and end + 1 < len(tokens):
            return end + 1
        if token.quoted:
            return end if end > at and tokens[end - 1].text in ",:" else None
        if low in ("to", "of", "about") and end > at and end - at <= 6:
            return end
        if low in _STOPS or low in forms:
            return None
    return None


def outside_titles(paragraph: Paragraph, first: int, last: int) -> Iterable[int]:
    """Count from `first` to `last`, the title of a show left out: "on the show “Morning Harbour” that …"."""
    quoted = paragraph.quotes and any([token.quoted for token in paragraph.tokens[first:last]])
    return _outside(paragraph.tokens, first, last) if quoted else range(first, last)


def _outside(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    at = first
    while at < last:
        token = tokens[at]
        behind = _past_title(tokens, at, last) if token.quoted and not token.word else at
        if behind == at:
            yield at
            at += 1
        else:
            at = behind


def _past_title(tokens: Sequence[Token], at: int, closing: int) -> int:
    """Where the sentence goes on behind a few capitals in marks; `at` where none begin there."""
    if not tokens[at].quoted or tokens[at].word or tokens[at - 1].text in ",:" or tokens[at - 1].quoted:
        return at
    end = at + 1
    while end < closing and tokens[end].quoted and tokens[end].word and end - at <= _LONGEST_TITLE:
        if not (tokens[end].capital or tokens[end].lower in _IN_TITLES):
            return at
        end += 1
    ends = end + 1 < closing and tokens[end].quoted and not tokens[end].word and not tokens[end + 1].quoted
    return end + 1 if ends and end > at + 1 else at


_LONGEST_TITLE = 5
_IN_TITLES = frozenset("the a an of and in on to for with at this".split())
_STOPS = frozenset(".;!?")
_TELLING = _STOPS | frozenset("that whether : to of about".split())
"""What ends the look ahead, beside quotations and words that report."""


def _past_hearer(tokens: Sequence[Token], at: int) -> int:
    """Skip a short noun phrase: a pronoun, a name, a bare plural, or a determiner with its noun."""
    if tokens[at].lower in _HEARERS:
        return at + 1
    end = at
    while end < len(tokens) and end - at < 6 and tokens[end].capital:
        end += 1
    if end > at:
        return end
    if tokens[at].lower not in lexicon.DETERMINERS:
        return at + 1
    for end in range(at + 1, min(len(tokens), at + 6)):
        here = tokens[end]
        if not here.word or here.lower in _NEXT_PHRASE:
            return end
    return min(at + 2, len(tokens) - 1)
