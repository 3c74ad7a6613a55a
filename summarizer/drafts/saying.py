"""Stands that parties take by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer import support
from summarizer.article import Attribution, Sentence, Span
from summarizer.attribute import lexicon
from summarizer.drafts import acts, holders, judging, nouns, plain, reading, rules, stands
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
_WANTS = 1.3
_BRAND_OPENS = frozenset("as a an being completely utterly simply totally deeply grossly absolutely".split())
_GENITIVES = ("'s", "’s", "s'", "s’")
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
        if said.speaker is None or not _speaks(said, said.speaker, index):
            continue
        if _NOTHING_SAID.match(said.content[0].of(raw)):
            continue
        taken = _by_cue(said, said.speaker, topics)
        if taken is not None:
            yield replace(taken, said=said)
        elif said.polarity == "affirmed":
            yield from _by_words(said, said.speaker, topics)


def _speaks(said: Attribution, speaker: str, index: support.Index) -> bool:
    """The speaker is somebody whom the source names, or, where words are quoted, means."""
    raw = index.article.raw
    if not stands.names_somebody(speaker) or said.source is None or stands.belongs(said, raw):
        return False
    printed = said.source.of(raw)
    if re.search(rf"\b(?:of|for|in|from|by)\W+(?:the\W+)?{re.escape(speaker)}\W*$", printed):
        # of "Ann Roe of Otterby" the speaker is not Otterby
        return False
    if printed.lower() in judging.THIRD_PERSON | {"who", "which"}:
        # whom a pronoun means is known well enough only where the words are the speaker's own
        return said.directness == "direct" and printed.lower() in ("he", "she")
    return holders.takes_sides(speaker, index)


def _by_words(said: Attribution, speaker: str, topics: nouns.Topics) -> Iterator[Stand]:
    raw = topics.index.article.raw
    if said.directness != "direct" and not _says(said, topics):
        return
    for at, part in enumerate(said.content):
        for sentence in topics.index.article.sentences_in(part):
            whole = topics.index.article.text(sentence)
            if not plain.stays(whole) or whole.rstrip("\"”’'").endswith("?"):
                continue
            span = Span(max(part.start, sentence.start), min(part.end, sentence.end))
            listed = words.words(span.of(raw), span.start)
            one = bool(listed) and listed[0].lower in ("he", "she")
            if one and not holders.is_person(speaker, topics.index):
                continue
            found = rules.read(listed, raw, quoted=said.directness == "direct")
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
    between, name = _told(said, first, raw)
    if between is None:
        return None
    cue = words.words(said.cue.of(raw), said.cue.start)
    listed = (*cue, *words.words(content.of(raw), content.start))
    for at, word in enumerate(cue):
        if not _takes_a_side(listed, at, said):
            continue
        found = _taken(listed, at, content, said, topics)
        told = plain.predicate((*between, *cue[:at]), word, name)
        if (told == "denied") != (said.polarity != "affirmed"):
            return None
        if found is None or told is None or not plain.stays(raw[word.span.end : first.end]):
            return None
        if told == "denied" and found.side != "supports":
            return None
        found = reading.turned(found) if told == "denied" else found
        return stands.on(speaker, found, first.number, first.span, topics)
    return None


def _takes_a_side(listed: Sequence[Word], at: int, said: Attribution) -> bool:
    word = listed[at].lower
    demands = said.kind == "wants" and word in _DEMANDING
    return demands or word in _NAMING or reading.side_of(listed, at) is not None


def _taken(
    listed: Sequence[Word], at: int, content: Span, said: Attribution, topics: nouns.Topics
) -> reading.Reading | None:
    raw = topics.index.article.raw
    if reading.side_of(listed, at) is not None:
        return reading.taken(listed, at, raw)
    if said.kind == "wants" and listed[at].lower in _DEMANDING:
        return _demand(content, said, topics)
    return _branded(words.words(content.of(raw), content.start), raw)


def _says(said: Attribution, topics: nouns.Topics) -> bool:
    """Say whether the speaker is plainly the subject of what reports the words."""
    raw = topics.index.article.raw
    between, name = _told(said, topics.index.article.sentences_in(said.cue)[0], raw)
    cue = words.words(said.cue.of(raw), said.cue.start)
    verb = next(
        (at for at, word in enumerate(cue) if word.lower in lexicon.forms() or word.lower == "according"),
        None,
    )
    if between is None or verb is None:
        return False
    # "said" has one form for one and for many
    return bool(name) and plain.predicate((*between, *cue[:verb]), cue[verb], "they") == "affirmed"


def _told(said: Attribution, first: Sentence, raw: str) -> tuple[tuple[Word, ...] | None, str]:
    """The words between a source that is the subject of its clause and the cue, an aside left out; or None."""
    source = said.source
    if source is None or not first.start <= source.start < source.end <= said.cue.start:
        return None, ""
    name = source.of(raw)
    if name.lower() in judging.PERSONAL | {"who", "which", "that"} or not plain.subject(
        raw[first.start : source.start]
    ):
        return None, ""
    if name.endswith(_GENITIVES) or raw[source.end : source.end + 2] in _GENITIVES:
        # "Roe's support" is a noun
        return None, ""
    listed = words.words(raw[source.end : said.cue.start], source.end)
    following = (*listed, *words.words(said.cue.of(raw), said.cue.start))
    return following[acts.past_aside(following, 0, source.end, raw) : len(listed)], name


def _branded(listed: Sequence[Word], raw: str) -> reading.Reading | None:
    """Read "called the process a sham": a thing, and a judgement right behind it."""
    thing = nouns.after(listed, 0, raw)
    found = next(
        ((at, side) for at, w in enumerate(listed) if (side := judging.JUDGEMENTS.get(w.lower))), None
    )
    if not thing or found is None or reading.negated(listed, found[0]):
        return None
    if any(w.lower not in _BRAND_OPENS for w in listed[: found[0]] if w.span.start >= thing[-1].span.end):
        return None
    # the phrase may have run into "a sham", whose article is a part of it only here
    plain = tuple(w for w in thing if w.span.end <= listed[found[0]].span.start)
    cut = next((at for at, w in enumerate(plain) if at and w.lower in ("a", "an", "as")), len(plain))
    return reading.Reading(found[1], reading.issue(plain[:cut]), 1.4, goes_on=True) if plain[:cut] else None


def _demand(content: Span, said: Attribution, topics: nouns.Topics) -> reading.Reading | None:
    """What is wanted: a thing, or that somebody keeps or ends one; one's own plans are no stand."""
    raw = topics.index.article.raw
    printed = content.of(raw)
    if said.directness == "direct" or _OWN_PLAN.match(printed):
        return None
    listed = words.words(_WISH_ENDS.split(printed)[0], content.start)
    while listed and listed[0].lower in ("for", "on", "upon"):
        listed = listed[1:]
    if listed and listed[0].lower in judging.NONE:
        return None
    to = next(
        (at for at, word in enumerate(listed[:-1]) if word.lower == "to" and not listed[at + 1].capital), None
    )
    if to is None:
        thing = nouns.after(listed, 0, raw)
        return reading.Reading("supports", reading.issue(thing), _WANTS) if thing else None
    thing, side = nouns.after(listed, to + 2, raw), rules.dealing(listed, to + 1)
    if side is not None and thing:
        return reading.Reading(side, reading.issue(thing), _WANTS)
    if len(listed) > _MOST_WORDS or listed[0].lower in judging.PERSONAL or not topics.central(listed):
        return None
    while listed[0].lower in ("the", "a", "an", "that"):
        listed = listed[1:]
    return reading.Reading("supports", reading.issue(tuple(listed)), _WANTS)
