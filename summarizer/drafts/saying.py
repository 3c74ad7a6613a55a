"""Stands that parties take by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer import support
from summarizer.article import Attribution, Span
from summarizer.attribute import Party
from summarizer.drafts import judging, nouns, reading, rules, stands
from summarizer.drafts.stands import Stand
from summarizer.support import words
from summarizer.support.words import Word

_DEMANDING = frozenset(
    """urge urged urges urging demand demanded demands demanding want wants wanted call called calls calling advocate
    advocated advocates""".split()
)
_NAMING = frozenset(
    "call called calls calling brand branded brands label labelled labeled describe described describes dubbed".split()
)
_ACCUSING = re.compile(r"\baccus(?:e|es|ed|ing)$")
_OF = re.compile(r"\bof\b")
_ACCUSES = 0.9
_BRANDS_WITHIN = 3
# A refusal is a denial by itself: it is not turned round a second time.
_REFUSALS = ("reject", "oppos", "refus", "resist", "den")
_OWN_PLAN = re.compile(r"\s*to\b")
# "declined to comment" takes no stand
_NOTHING_SAID = re.compile(r"to (?:comment|say|answer|discuss|respond|elaborate|be named|give)\b")
_WISH_ENDS = re.compile(r"[,;:–—]|\b(?:which|because|although|while|but|so that)\b")
_MOST_WORDS = 7
# What is said first of several things counts a little more.
_LATER_COSTS = 0.05


def find(index: support.Index, topics: nouns.Topics) -> Iterator[Stand]:
    """Find them: support and opposition by their cue, others by the words."""
    raw = index.article.raw
    for said in index.found:
        if said.speaker is None or not stands.names_somebody(said.speaker) or stands.belongs(said, raw):
            continue
        if _NOTHING_SAID.match(said.content[0].of(raw)):
            continue
        taken = _by_cue(said, said.speaker, topics) or _accuses(said, said.speaker, index)
        if taken is not None:
            yield replace(taken, said=said)
        elif said.polarity == "affirmed":
            yield from _by_words(said, said.speaker, topics)


def _accuses(said: Attribution, speaker: str, index: support.Index) -> Stand | None:
    """Read "accused the Government of …": who accuses a body stands against it; an accused person is a case."""
    raw = index.article.raw
    if said.content[0].start < said.cue.end or not _ACCUSING.search(said.cue.of(raw)):
        return None
    accused = _before_of(raw[said.cue.end : said.content[-1].end], index)
    if accused is None or accused.kind != "organisation" or index.article.title is None:
        return None
    first = index.article.sentences_in(said.cue)[0]
    return Stand(speaker, "opposes", first.number, first.span, _ACCUSES, None)


def _before_of(told: str, index: support.Index) -> Party | None:
    """The party that stands before "of …", be it read as the hearer or as part of what is said."""
    ends = (found.start() for found in _OF.finditer(told))
    return next((party for end in ends if (party := index.directory.owner(told[:end].strip()))), None)


def _by_words(said: Attribution, speaker: str, topics: nouns.Topics) -> Iterator[Stand]:
    raw = topics.index.article.raw
    for at, part in enumerate(said.content):
        for sentence in topics.index.article.sentences_in(part):
            span = Span(max(part.start, sentence.start), min(part.end, sentence.end))
            found = rules.read(words.words(span.of(raw), span.start), raw)
            made = stands.on(speaker, found, sentence.number, span, topics) if found is not None else None
            if made is not None:
                yield replace(made, said=said, strength=made.strength - _LATER_COSTS * at)


def _by_cue(said: Attribution, speaker: str, topics: nouns.Topics) -> Stand | None:
    """Read "X backed the plan", "X called for a vote", "X wants Y to go": the cue itself takes the side."""
    raw = topics.index.article.raw
    first = topics.index.article.sentences_in(said.content[0])[0]
    content = Span(said.content[0].start, min(said.content[0].end, first.end))
    if content.start < said.cue.end or ":" in raw[said.cue.end : content.start]:
        return None
    if raw[: said.cue.start].rstrip().endswith(("'s", "’s", "s'", "s’")):
        # "Roe's support" is a noun
        return None
    cue = words.words(said.cue.of(raw), said.cue.start)
    listed = (*cue, *words.words(content.of(raw), content.start))
    for at, word in enumerate(cue):
        if word.lower.endswith("ing"):
            # "the group supporting the bill" is told apart by it, and does not say it
            continue
        if reading.side_of(listed, at) is not None:
            found = reading.taken(listed, at, raw)
        elif said.kind == "wants" and word.lower in _DEMANDING:
            found = _demand(content, said, raw)
        elif word.lower in _NAMING:
            found = _branded(words.words(content.of(raw), content.start), raw)
        else:
            continue
        if found is None:
            return None
        if said.polarity != "affirmed" and not word.lower.startswith(_REFUSALS):
            found = reading.turned(found)
        return stands.on(speaker, found, first.number, first.span, topics)
    return None


def _branded(listed: Sequence[Word], raw: str) -> reading.Reading | None:
    """Read "called the process a sham": a thing, and a judgement right behind it."""
    thing = nouns.after(listed, 0, raw)
    found = next(
        ((at, side) for at, w in enumerate(listed) if (side := judging.JUDGEMENTS.get(w.lower))), None
    )
    if not thing or found is None or reading.negated(listed, found[0]):
        return None
    if sum(thing[-1].span.end <= w.span.start for w in listed[: found[0]]) > _BRANDS_WITHIN:
        return None
    # the phrase may have run into "a sham", whose article is a part of it only here
    plain = tuple(w for w in thing if w.span.end <= listed[found[0]].span.start)
    cut = next((at for at, w in enumerate(plain) if at and w.lower in ("a", "an", "as")), len(plain))
    return reading.Reading(found[1], reading.issue(plain[:cut]), 1.4) if plain[:cut] else None


def _demand(content: Span, said: Attribution, raw: str) -> reading.Reading | None:
    """What is wanted: a thing, or that somebody does something; one's own plans are no stand."""
    printed = content.of(raw)
    if said.directness == "direct" or _OWN_PLAN.match(printed):
        return None
    listed = words.words(_WISH_ENDS.split(printed)[0], content.start)
    if len(listed) > _MOST_WORDS or not any(w.content for w in listed):
        return _dealt_with(listed, raw)
    thing = tuple(listed)
    while thing and thing[0].lower in ("the", "a", "an", "for", "on", "that"):
        thing = thing[1:]
    return reading.Reading("supports", reading.issue(thing), 1.3) if thing else None


def _dealt_with(listed: Sequence[Word], raw: str) -> reading.Reading | None:
    """Of a long wish, "the minister to scrap the 15% tariff on …", the thing that is to be kept or gone."""
    to = next((at for at, word in enumerate(listed[:-1]) if word.lower == "to"), None)
    thing = nouns.after(listed, to + 2 if to is not None else 0, raw)
    gone = to is not None and listed[to + 1].lower in judging.UNDO
    return reading.Reading("opposes" if gone else "supports", thing, 1.3) if thing else None
