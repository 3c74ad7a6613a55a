"""Find cues with their sources and contents, paragraph by paragraph.

Only the outermost attribution counts: what somebody is quoted as reporting of others is
part of the quotation.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from itertools import pairwise

from summarizer.article import Polarity, Span
from summarizer.attribute import judge, kinds, labels, lexicon, readings
from summarizer.attribute.found import Found
from summarizer.attribute.readings import Reading
from summarizer.attribute.text import Paragraph
from summarizer.attribute.words import Words


def find(paragraphs: Sequence[Paragraph]) -> tuple[Found, ...]:
    """List the attributions of all paragraphs in text order; contents do not overlap."""
    kept = {}
    labelled = labels.find(paragraphs)
    for paragraph, following in pairwise((*paragraphs, None)):
        if paragraph is not None and paragraph.number not in labelled:
            read = readings.read(Words(paragraph, following))
            read = [reading for reading in read if not _conditional(reading)]
            kept[id(paragraph)] = judge.keep(read, judge.chances(read))
    return assemble(paragraphs, labelled, kept)


def assemble(
    paragraphs: Sequence[Paragraph], labelled: Mapping[int, Found], kept: Mapping[int, Sequence[Reading]]
) -> tuple[Found, ...]:
    """Put together what is labelled and what was kept of each paragraph (by its `id`).

    Quotations run on over paragraphs.
    """
    made: list[Found] = []
    taken: Span | None = None
    for at, paragraph in enumerate(paragraphs):
        label = labelled.get(paragraph.number)
        own = [label] if label is not None else [_found(reading) for reading in kept[id(paragraph)]]
        if taken is not None:
            # the paragraph before has announced the quotation this one opens with
            own = [f for f in own if not any(part.overlaps(taken) for part in (f.cue, *f.content))]
        elif made and (quote := _goes_on(paragraph, paragraphs[at - 1], made[-1], own)) is not None:
            made[-1] = made[-1]._replace(content=(*made[-1].content, quote), through=paragraph.number)
        own = _with_orphans(paragraph, [_from_mark(f, paragraph, own) for f in own], taken)
        made += own
        taken = None
        if own:
            end = paragraph.span.end
            taken = next((part for f in own for part in f.content if part.start >= end), None)
    return tuple(made)


def _from_mark(found: Found, paragraph: Paragraph, own: Sequence[Found]) -> Found:
    """Begin a content that begins in the midst of a quotation with it, unless the words before are another's."""
    first = found.content[0]
    at = bisect.bisect_left(paragraph.quotes, first.start, key=lambda quote: quote.start) - 1
    if at < 0 or not first.start < paragraph.quotes[at].end <= first.end:
        return found
    before = Span(paragraph.quotes[at].start, first.start)
    if any(part.overlaps(before) for f in own for part in (f.cue, *f.content)):
        return found
    return found._replace(content=(Span(before.start, first.end), *found.content[1:]))


def _with_orphans(paragraph: Paragraph, own: Sequence[Found], taken: Span | None) -> list[Found]:
    """Give whole quoted sentences that nobody claims to the quotation before them in the paragraph.

    “We had trouble,” Roe said. He gave no figures. “We have none now.”
    """
    made = list(own)
    if not paragraph.quotes or not made:
        return made
    claimed = [part for found in own for part in (*found.content, found.cue)] + ([taken] if taken else [])
    for quote in paragraph.quotes:
        if any(quote.overlaps(part) for part in claimed) or not _whole(paragraph, quote):
            continue
        before = [
            at
            for at, found in enumerate(made)
            if found.content[0].start < quote.start and _quoted(paragraph, found)
        ]
        if before:
            last = made[before[-1]]
            made[before[-1]] = last._replace(content=tuple(sorted((*last.content, quote))))
    return made


def _quoted(paragraph: Paragraph, found: Found) -> bool:
    return any(
        part.overlaps(mark) and _whole(paragraph, mark, 0)
        for part in found.content
        for mark in paragraph.quotes
    )


_FEWEST_QUOTED = 4


def _whole(paragraph: Paragraph, quote: Span, fewest: int = _FEWEST_QUOTED) -> bool:
    """Say whether the quotation is a sentence or several, with nothing else in them."""
    tokens = paragraph.tokens
    first, end = paragraph.at(quote.start), paragraph.at(quote.end)
    if sum(token.word for token in tokens[first:end]) < fewest:
        return False
    opens = first == paragraph.bounds[first][0]
    return opens and (end == len(tokens) or end == paragraph.bounds[end][0] or fewest == 0)


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
        rest = sum(token.word for token in before.tokens[before.at(tagged) :])
        direct = any(part.overlaps(mark) for part in last.content for mark in before.quotes)
        return quote if direct and rest <= _MOST_BEHIND and not own else None
    closed = before.quotes[-1].end if before.quotes else -1
    return quote if paragraph.carried and last.content[-1].end == closed else None


# "…,” he said to an enormous cheer.": words behind a tag after which the next paragraph still goes on with it.
_MOST_BEHIND = 6
_ASKS = frozenset("is are was were do does did can could should would has have had".split())


def _found(reading: Reading) -> Found:
    cue = reading.cue
    words = cue.words
    tokens = words.tokens
    at = reading.source.at
    # "Is it fair to say": a question's verb opens nobody's name
    asks = at is not None and tokens[at[0]].lower in _ASKS
    source = None if at is None or asks else readings.span(words.paragraph, at)
    following = tokens[cue.head + 1].lower if words.within(cue.head + 1, cue.head) else ""
    lemma, kind = kinds.of(tokens[cue.head].lower, following)
    end = cue.head + 2 if following and (tokens[cue.head].lower, following) in kinds.PAIRS else cue.head + 1
    negated = cue.start < cue.head and any(
        [token.lower in lexicon.NEGATING for token in tokens[cue.start : cue.head]]
    )
    negated = negated or (at is not None and _nobody(tokens[at[0]].lower))
    polarity: Polarity = "affirmed"
    if lemma == "deny" or (negated and kind in ("says", "believes", "shows")):
        polarity = "denied"
    elif lemma in lexicon.REFUSING or negated:
        polarity = "refused"
    number = words.paragraph.number
    printed = readings.span(words.paragraph, (cue.start, end))
    content = tuple(sorted(reading.spans)) if len(reading.spans) > 1 else reading.spans
    through = number
    if words.following is not None and content[-1].start >= words.following.span.start:
        through = words.following.number
    return Found(source, printed, content, kind, lemma, polarity, number, through)


def _conditional(reading: Reading) -> bool:
    """Say whether it only might be said ("If the inquiry says …")."""
    at, words = reading.source.at, reading.cue.words
    if at is None or not words.within(at[0] - 1, at[0]) or at[0] > reading.cue.head:
        return False
    return words.tokens[at[0] - 1].lower in _CONDITIONS


_CONDITIONS = frozenset("if unless whether until".split())


def _nobody(word: str) -> bool:
    return word in lexicon.NOBODY or word == "no"
