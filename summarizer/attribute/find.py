"""Find cues with their sources and contents, paragraph by paragraph.

Only the outermost attribution counts: what somebody is quoted as reporting of others is
part of the quotation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.article import Polarity, Span
from summarizer.attribute import judge, kinds, lexicon, readings
from summarizer.attribute.found import Found
from summarizer.attribute.readings import Reading
from summarizer.attribute.text import Paragraph
from summarizer.attribute.words import Words


def find(paragraphs: Sequence[Paragraph]) -> tuple[Found, ...]:
    """List the attributions of all paragraphs in text order; contents do not overlap."""
    kept = {}
    for paragraph, following in pairwise((*paragraphs, None)):
        if paragraph is not None and _transcript(paragraph) is None:
            read = readings.read(Words(paragraph, following))
            kept[id(paragraph)] = judge.keep(read, judge.chances(read))
    return assemble(paragraphs, kept)


def assemble(paragraphs: Sequence[Paragraph], kept: Mapping[int, Sequence[Reading]]) -> tuple[Found, ...]:
    """Put together what was kept of each paragraph (by its `id`): quotations run on over paragraphs."""
    made: list[Found] = []
    taken: Span | None = None
    for at, paragraph in enumerate(paragraphs):
        label = _transcript(paragraph)
        own = [label] if label is not None else [_found(reading) for reading in kept[id(paragraph)]]
        if taken is not None:
            # the paragraph before has announced the quotation this one opens with
            own = [f for f in own if not any(part.overlaps(taken) for part in (f.cue, *f.content))]
        elif made and (quote := _goes_on(paragraph, paragraphs[at - 1], made[-1], own)) is not None:
            made[-1] = replace(made[-1], content=(*made[-1].content, quote), through=paragraph.number)
        made += own
        taken = next((part for f in own for part in f.content if part.start >= paragraph.span.end), None)
    return tuple(made)


def _goes_on(paragraph: Paragraph, before: Paragraph, last: Found, own: Sequence[Found]) -> Span | None:
    """The quotation that goes on with the one that ended the paragraph before.

    Either it was not closed there (the newspaper convention), or this paragraph is a quotation and nothing else.
    """
    quote = paragraph.quotes[0] if paragraph.quotes else None
    if quote is None or quote.start != paragraph.span.start or last.through != before.number:
        return None
    if any(part.overlaps(quote) for found in own for part in found.content):
        return None
    if paragraph.bare:
        tagged = max(last.cue.end, last.source.end if last.source is not None else 0, last.content[-1].end)
        rest = sum(token.word for token in before.tokens if token.start >= tagged)
        direct = any(part.overlaps(mark) for part in last.content for mark in before.quotes)
        return quote if direct and rest <= _MOST_BEHIND and not own else None
    closed = before.quotes[-1].end if before.quotes else -1
    return quote if paragraph.carried and last.content[-1].end == closed else None


# "…,” he said to an enormous cheer.": words behind a tag after which the next paragraph still goes on with it.
_MOST_BEHIND = 6
_LABEL_WITHIN = 6


def _transcript(paragraph: Paragraph) -> Found | None:
    """Read "NAME: words" at the head of a paragraph, the name in capitals or the words quoted."""
    tokens = paragraph.tokens
    colon = next((at for at, token in enumerate(tokens[:_LABEL_WITHIN]) if token.text == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or not all(t.capital and t.word for t in tokens[:colon]):
        return None
    if not tokens[colon + 1].quoted and not all(t.text.isupper() for t in tokens[:colon]):
        return None
    number = paragraph.number
    source = Span(tokens[0].start, tokens[colon - 1].end)
    content = Span(tokens[colon + 1].start, paragraph.span.end)
    cue = Span(tokens[colon].start, tokens[colon].end)
    return Found(source, cue, (content,), "says", ":", "affirmed", number, number)


def _found(reading: Reading) -> Found:
    cue = reading.cue
    words = cue.words
    tokens = words.tokens
    at = reading.source.at
    source = None if at is None else readings.span(tokens, at)
    following = tokens[cue.head + 1].lower if words.within(cue.head + 1, cue.head) else ""
    lemma, kind = kinds.of(tokens[cue.head].lower, following)
    end = cue.head + 2 if following and (tokens[cue.head].lower, following) in kinds.PAIRS else cue.head + 1
    negated = any(token.lower in lexicon.NEGATING for token in tokens[cue.start : cue.head])
    negated = negated or (at is not None and _nobody([token.lower for token in tokens[at[0] : at[1]]]))
    polarity: Polarity = "affirmed"
    if lemma == "deny" or (negated and kind in ("says", "believes", "shows")):
        polarity = "denied"
    elif lemma in lexicon.REFUSING or negated:
        polarity = "refused"
    number = words.paragraph.number
    printed = readings.span(tokens, (cue.start, end))
    content = tuple(sorted(reading.spans))
    through = number
    if words.following is not None and content[-1].start >= words.following.span.start:
        through = words.following.number
    return Found(source, printed, content, kind, lemma, polarity, number, through)


def _nobody(words: Sequence[str]) -> bool:
    return words[0] in lexicon.NOBODY or words[0] == "no" or tuple(words[:2]) == ("no", "one")
