"""Where the parties of an article stand: by what they do, and by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Attribution, Span
from summarizer.drafts import judging, nouns, reading
from summarizer.note import Stance
from summarizer.support import words
from summarizer.support.words import Word

# A subject's own act counts only this many words into its sentence: further on it is somebody else's.
_SUBJECT_WITHIN = 5
_VERB_WITHIN = 6
_EARLIER_COSTS = 0.8
# A party is not often what is disputed; a phrase that the article uses once names nothing to a reader.
_NAMES_COST = 0.5
_CENTRAL_GAIN = 0.4
_NEAR_THE_TOP = 6

_DEMANDING = frozenset(
    """urge urged urges urging demand demanded demands demanding want wants wanted call called calls calling
    recommend recommended recommends advocate advocated advocates""".split()
)
_OWN_PLAN = re.compile(r"\s*to\b")
# "declined to comment" takes no stand
_NOTHING_SAID = re.compile(r"to (?:comment|say|answer|discuss|respond|elaborate|be named|give)\b")


@dataclass(frozen=True, slots=True)
class Stand:
    """One sentence in which a party stands somewhere; `part` is what of it the party says or does.

    `issue` is None where the words name nothing that a reader would understand.
    """

    holder: str
    stance: Stance
    number: int
    part: Span
    strength: float
    issue: str | None
    said: Attribution | None = None


def find(index: support.Index) -> Iterator[Stand]:
    """Find every stand, what parties say before what they do."""
    topics = nouns.Topics.of(index)
    yield from _said(index, topics)
    yield from _done(index, topics)


def _said(index: support.Index, topics: nouns.Topics) -> Iterator[Stand]:
    raw = index.article.raw
    for said in index.found:
        if said.speaker is None or not names_somebody(said.speaker):
            continue
        if _NOTHING_SAID.match(said.content[0].of(raw)):
            continue
        if (taken := _by_cue(said, index, topics)) is not None:
            yield taken
            continue
        if said.polarity != "affirmed":
            continue
        for at, part in enumerate(said.content):
            for sentence in index.article.sentences_in(part):
                span = Span(max(part.start, sentence.start), min(part.end, sentence.end))
                found = reading.read(words.words(span.of(raw), span.start), raw)
                if found is not None and (made := _stand(said.speaker, found, sentence.number, span, topics)):
                    yield _of(made, said, made.strength - 0.05 * at)


def _by_cue(said: Attribution, index: support.Index, topics: nouns.Topics) -> Stand | None:
    """"X backed the plan", "X called for a vote", "X wants Y to go": the cue itself takes the side."""
    raw = index.article.raw
    first = index.article.sentences_in(said.content[0])[0]
    content = Span(said.content[0].start, min(said.content[0].end, first.end))
    cue = words.words(said.cue.of(raw), said.cue.start)
    listed = (*cue, *words.words(content.of(raw), content.start))
    for at, word in enumerate(cue):
        found = reading.side_of(listed, at)
        if found is None and not (said.kind == "wants" and word.lower in _DEMANDING):
            continue
        if found is None:
            made = _demand(content, said, raw)
        else:
            thing = nouns.after(listed, at + found[1], raw)
            if not thing or thing[-1].lower in judging.DENIABLE:
                return None
            made = reading.Reading(found[0], thing, 1.6)
        if made is None:
            return None
        if said.polarity != "affirmed" and made.side != "mixed":
            made = reading.Reading("opposes" if made.side == "supports" else "supports", made.issue, made.strength)
        stand = _stand(said.speaker or "", made, first.number, first.span, topics)
        return _of(stand, said, stand.strength) if stand is not None else None
    return None


def _demand(content: Span, said: Attribution, raw: str) -> reading.Reading | None:
    """What is wanted: a thing, or that somebody does something; one's own plans are no stand."""
    printed = content.of(raw)
    if said.directness == "direct" or _OWN_PLAN.match(printed):
        return None
    listed = words.words(re.split(r"[,;:–—]|\b(?:which|because|although|while|but|so that)\b", printed)[0], content.start)
    short = 1 <= len(listed) <= 7 and any(w.content for w in listed)
    thing = tuple(listed) if short else nouns.after(listed, 0, raw)
    while thing and thing[0].lower in ("the", "a", "an", "for", "on", "that"):
        thing = thing[1:]
    return reading.Reading("supports", thing, 1.3) if thing else None


def _stand(
    holder: str, found: reading.Reading, number: int, part: Span, topics: nouns.Topics
) -> Stand | None:
    """A stand on a thing that the article is about; a party's name for an issue counts less."""
    index, strength = topics.index, found.strength
    if not found.issue:
        # "the move" near the top is what the headline tells; further down it is anything
        near = number <= _NEAR_THE_TOP
        return Stand(holder, found.side, number, part, strength - _NAMES_COST, None) if near else None
    printed = nouns.printed(found.issue, index.article.raw)
    if not topics.holds(found.issue) or index.same(printed, holder):
        return None
    if topics.central(found.issue):
        strength += _CENTRAL_GAIN
    if index.directory.owner(printed) is not None or index.directory.owner(printed.split(" in ")[0]) is not None:
        strength -= _NAMES_COST
    return Stand(holder, found.side, number, part, strength, printed)


def _of(made: Stand, said: Attribution, strength: float) -> Stand:
    return Stand(made.holder, made.stance, made.number, made.part, strength, made.issue, said)


def names_somebody(name: str) -> bool:
    """Say whether a speaker's name looks like one: a name, or a description with an article or in the plural."""
    parts = name.split()
    first, last = parts[0], parts[-1].lower()
    described = first.lower() in (
        "the", "a", "an", "one", "two", "three", "some", "many", "several", "most",
    )  # fmt: skip
    if first in judging.PERSONAL or first.lower() in judging.PERSONAL - {"us"}:
        # "her party" is nobody's name
        return False
    fits = described or any(c.isupper() for c in first) or first[0].isdigit() or last.endswith("s")
    return fits and len(parts) <= 10 and last not in ("first", "further", "also", "then", "later") and not last.endswith("ly")


def _done(index: support.Index, topics: nouns.Topics) -> Iterator[Stand]:
    """Stands taken by acting: "Israel has cancelled a visit", "the UK also backed the call"."""
    for party in index.parties:
        for mention in party.mentions:
            for sentence in index.article.sentences_in(mention)[:1]:
                line = index.lines[sentence.number - 1]
                before = sum(word.span.end <= mention.start for word in line.words)
                if before > _SUBJECT_WITHIN or _reported(index, mention) or _depends(line, mention, index):
                    continue
                made = _act(party.name, line, mention, topics)
                if made is not None:
                    yield made


def _reported(index: support.Index, mention: Span) -> bool:
    """The mention stands in what somebody else says, who may be wrong about it."""
    return any(part.holds(mention) for said in index.attributions_on(mention) for part in said.content)


def _depends(line: support.Line, mention: Span, index: support.Index) -> bool:
    """The mention hangs on a preposition or owns what follows: it is not the subject."""
    before = [word.lower for word in line.words if word.span.end <= mention.start][-1:]
    hangs = before and before[0] in nouns._LINKS | {"by", "at", "from", "as", "than", "like", "and"}
    return bool(hangs) or index.article.raw[mention.end : mention.end + 2] in ("'s", "’s")


def _act(holder: str, line: support.Line, mention: Span, topics: nouns.Topics) -> Stand | None:
    """The first verb of acting after the mention, with only adverbs, auxiliaries or an aside between."""
    raw = topics.index.article.raw
    listed = line.words
    start = next((at for at, word in enumerate(listed) if word.span.start >= mention.end), len(listed))
    start = _past_aside(listed, start, mention.end, raw)
    for at in range(start, min(start + _VERB_WITHIN, len(listed))):
        word = listed[at].lower
        if word in judging.ABSTAINED:
            return Stand(holder, "neutral", line.number, line.span, 1.4, None)
        if word in judging.DIVIDED and at == start:
            return Stand(holder, "mixed", line.number, line.span, 1.2, None)
        passive = at > start and listed[at - 1].lower in ("was", "were", "been", "being", "is", "are")
        if passive:
            return None
        if (made := _verb(listed, at, raw)) is not None:
            earlier = any(w.lower in judging.EARLIER for w in listed[start:at])
            side = made.side if not reading.negated(listed, at) else ("supports" if made.side == "opposes" else "opposes")
            found = reading.Reading(side, made.issue, made.strength - _EARLIER_COSTS * earlier)
            acted = _stand(holder, found, line.number, line.span, topics)
            return acted or (_answer(holder, found, line, topics) if made.strength == _RETALIATES else None)
        if word not in judging.ADVERBS:
            return None
    return None


def _past_aside(listed: Sequence[Word], start: int, end: int, raw: str) -> int:
    """Skip ", which holds 22 seats," behind a name."""
    if start >= len(listed) or "," not in raw[end : listed[start].span.start]:
        return start
    for at in range(start + 1, min(start + 20, len(listed))):
        if "," in raw[listed[at - 1].span.end : listed[at].span.start]:
            return at
    return start


def _verb(listed: Sequence[Word], at: int, raw: str) -> reading.Reading | None:
    taken = reading.side_of(listed, at)
    if taken is not None:
        thing = nouns.after(listed, at + taken[1], raw)
        if not thing or thing[-1].lower in judging.DENIABLE:
            return None
        return reading.Reading(taken[0], () if nouns.names_nothing(thing) else thing, 1.6)
    word = listed[at].lower
    pair = f"{word} {listed[at + 1].lower}" if at + 1 < len(listed) else word
    if word not in judging.retaliating() and pair not in judging.retaliating():
        return None
    # whoever cancels something after an event or over a matter answers that
    reason = next(
        (i for i in range(at + 2, len(listed)) if listed[i].lower in ("after", "over", "because", "protest")), None
    )
    if reason is None:
        return None
    return reading.Reading("opposes", _answered(listed, reason + 1, raw), _RETALIATES)


def _answer(holder: str, found: reading.Reading, line: support.Line, topics: nouns.Topics) -> Stand:
    """What is answered, as the title names it, where the sentence does not."""
    title = topics.index.article.title or ""
    thing = _answered(words.words(title), 0, title)
    return Stand(
        holder, found.side, line.number, line.span, found.strength, nouns.printed(thing, title) if thing else None
    )


def _answered(listed: Sequence[Word], start: int, raw: str) -> tuple[Word, ...]:
    """What the reason is about: the object of "passing a resolution", else its first thing."""
    made = [
        nouns.after(listed, at + 1, raw)
        for at in range(start, len(listed) - 1)
        if listed[at].lower in _ENACTING and listed[at + 1].lower != "to"
    ]
    return next((thing for thing in made if thing and not nouns.names_nothing(thing)), ())


_RETALIATES = 1.4
_ENACTING = frozenset(
    """passing passed passes approving approved adopting adopted voting voted backing backed announcing announced imposing
    imposed introducing introduced signing signed launching launched over""".split()
)
