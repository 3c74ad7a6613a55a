"""Stands that parties take by what they do: "Sund has called off a visit", "the Greens abstained"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer import support
from summarizer.article import Span
from summarizer.attribute import lexicon
from summarizer.drafts import holders, judging, nouns, plain, reading, stands
from summarizer.drafts.stands import Stand
from summarizer.support import words
from summarizer.support.words import Word

_VERB_WITHIN = 6
_LONGEST_ASIDE, _TELLING = 20, 5
_GENITIVES = ("'s", "’s", "s'", "s’")
_RETALIATES = 1.4
_ENACTING = frozenset(
    """passing passed passes approving approved adopting adopted voting voted backing backed announcing
    announced imposing imposed introducing introduced signing signed launching launched over""".split()
)


def find(index: support.Index, topics: nouns.Topics) -> Iterator[Stand]:
    """Find the acts of parties that are the subject of their sentence, where nobody else tells of it."""
    for party in index.parties:
        if not stands.names_somebody(party.name) or not holders.takes_sides(party.name, index):
            continue
        for mention in party.mentions:
            for sentence in index.article.sentences_in(mention)[:1]:
                line = index.lines[sentence.number - 1]
                if not line.text.rstrip().endswith("?") and _is_subject(line, mention, index):
                    made = _act(party.name, line, mention, topics)
                    if made is not None:
                        yield made


def _is_subject(line: support.Line, mention: Span, index: support.Index) -> bool:
    """Subject of a main clause, owning nothing, and in nobody's words, who may be wrong about it."""
    if not plain.subject(index.article.raw[line.span.start : mention.start]):
        return False
    if index.article.raw[mention.start : mention.end + 2].endswith(_GENITIVES) or mention.of(
        index.article.raw
    ).endswith(_GENITIVES):
        return False
    said = index.attributions_on(mention)
    return not any(part.holds(mention) for one in said for part in one.content)


def _act(holder: str, line: support.Line, mention: Span, topics: nouns.Topics) -> Stand | None:
    """The first verb after the mention, with only adverbs, auxiliaries or an aside between, if it takes a side."""
    raw = topics.index.article.raw
    listed = line.words
    start = next((at for at, word in enumerate(listed) if word.span.start >= mention.end), len(listed))
    verb = past_aside(listed, start, mention.end, raw)
    aside = listed[start:verb]
    if len(aside) <= _TELLING and any(_tells(word.lower) for word in aside):
        # "Roe, Day notes, backed …": somebody tells of it
        return None
    start = verb
    rest = raw[mention.end : line.span.end]
    for at in range(start, min(start + _VERB_WITHIN, len(listed))):
        word = listed[at].lower
        if word in judging.ABSTAINED:
            return Stand(holder, "neutral", line.number, line.span, 1.4, None)
        if word in judging.DIVIDED and at == start:
            return Stand(holder, "mixed", line.number, line.span, 1.2, None)
        found = _verb(listed, at, raw)
        if found is not None:
            told = plain.predicate(listed[start:at], listed[at], mention.of(raw))
            return _made(holder, found, told, line, topics) if told and plain.stays(rest) else None
        if word not in judging.ADVERBS | judging.COPULAS:
            return None
    return None


def _tells(word: str) -> bool:
    form = lexicon.forms().get(word)
    return form is not None and form[0] in lexicon.CLAUSAL


def past_aside(listed: Sequence[Word], start: int, end: int, raw: str) -> int:
    """Skip ", which holds 22 seats," behind a name."""
    if start >= len(listed) or "," not in raw[end : listed[start].span.start]:
        return start
    for at in range(start + 1, min(start + _LONGEST_ASIDE, len(listed))):
        if re.match(r"\W*,\W", raw[listed[at - 1].span.end : listed[at].span.start]):
            return at
    return start


def _verb(listed: Sequence[Word], at: int, raw: str) -> reading.Reading | None:
    if reading.side_of(listed, at) is not None:
        return reading.taken(listed, at, raw)
    pair = " ".join(word.lower for word in listed[at : at + 2])
    if not {listed[at].lower, pair} & judging.retaliating():
        return None
    # whoever cancels something after an event or over a matter answers that
    reasons = ("after", "over", "because", "protest")
    reason = next((i for i in range(at + 2, len(listed)) if listed[i].lower in reasons), None)
    if reason is None:
        return None
    return reading.Reading("opposes", _answered(listed[reason:], raw), _RETALIATES)


def _answered(listed: Sequence[Word], raw: str) -> tuple[Word, ...]:
    """What the reason is about: the object of "passing a resolution", "voted … over the levy"."""
    made = [
        nouns.after(listed, at + 1, raw)
        for at in range(len(listed) - 1)
        if listed[at].lower in _ENACTING and listed[at + 1].lower != "to"
    ]
    return next((thing for thing in made if thing and not nouns.names_nothing(thing)), ())


def _made(
    holder: str, found: reading.Reading, told: plain.Told, line: support.Line, topics: nouns.Topics
) -> Stand | None:
    if told == "denied":
        if found.side != "supports":
            # who does not oppose a thing need not be for it
            return None
        found = reading.turned(found)
    if found.strength == _RETALIATES and not found.issue:
        # the sentence does not name what is answered; the title may
        title = topics.index.article.title or ""
        thing = _answered(words.words(title), title)
        if not thing:
            return None
        made = stands.on(holder, found, line.number, line.span, topics)
        return None if made is None else replace(made, issue=nouns.printed(thing, title))
    return stands.on(holder, found, line.number, line.span, topics)
