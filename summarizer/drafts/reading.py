"""Read a side off somebody's own words: what they support or oppose, must have or cannot accept.

Precision goes first: a pattern needs a subject, a predicate and a thing in their places. Words of judgement
alone ("in a good position", "a right to defend itself") take no side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.drafts import judging, nouns
from summarizer.drafts.judging import Side
from summarizer.support import lexicon
from summarizer.support.words import Word


@dataclass(frozen=True, slots=True)
class Reading:
    """A side, the words of the thing it is taken on (none where they name nothing), how plain it is."""

    side: Side | Literal["mixed"]
    issue: tuple[Word, ...]
    strength: float


_OTHER: dict[Side, Side] = {"supports": "opposes", "opposes": "supports"}
_WITHIN = 6


def read(listed: Sequence[Word], raw: str) -> Reading | None:
    """Find the plainest side that the words take; `listed` are those of one sentence, or of a part of it."""
    made = [
        found
        for at in range(len(listed))
        for rule in (_stands, _feels, _judges, _ought, _does)
        if not _open(listed, at)
        if (found := rule(listed, at, raw)) is not None
    ]
    best = max(made, key=lambda r: r.strength, default=None)
    if best is not None and best.side != "mixed" and _turns(listed, best, raw):
        return Reading("mixed", best.issue, best.strength)
    return best


def _open(listed: Sequence[Word], at: int) -> bool:
    """A condition or a question stands before the word."""
    return any(w.lower in ("if", "whether", "unless", "how", "why", "when") for w in listed[max(0, at - 8) : at])


def _turns(listed: Sequence[Word], found: Reading, raw: str) -> bool:
    """A "but" follows in the same words: who welcomes a plan but finds it too small is on neither side."""
    if found.side == "opposes" or not found.issue:
        return False
    return any(w.lower in ("but", "although", "though") and w.span.start > found.issue[-1].span.end for w in listed)


def negated(listed: Sequence[Word], at: int) -> bool:
    """Say whether a negator stands shortly before the word."""
    before = [w.lower for w in listed[max(0, at - 4) : at]]
    if "more" in before[-1:]:
        # "could not be more necessary"
        return False
    return any(w in lexicon.NEGATORS or w.endswith("n't") for w in before[-3:])


def _issue(found: tuple[Word, ...]) -> tuple[Word, ...]:
    return () if nouns.names_nothing(found) else found


def side_of(listed: Sequence[Word], at: int) -> tuple[Side, int] | None:
    """The side of the verb that begins at a word, and how many words it has; None for other words."""
    word = listed[at].lower
    following = listed[at + 1].lower if at + 1 < len(listed) else ""
    if following == "in" and [w.lower for w in listed[at + 1 : at + 3]] == ["in", "favour"]:
        following = "in"
    both = judging.verbs().get(f"{word} {following}")
    if both is not None and (following != "in" or _favour(listed, at + 1)):
        return both[0], 4 if following == "in" else 2
    alone = judging.verbs().get(word)
    return None if alone is None else (alone[0], 1)


def _favour(listed: Sequence[Word], at: int) -> bool:
    return [w.lower for w in listed[at : at + 2]] in (["in", "favour"], ["in", "favor"])


def _stands(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """"We have long called for X", "she welcomed X": the speaker is the subject of a verb of taking sides."""
    found = side_of(listed, at)
    if found is None:
        return None
    subject = at - 1
    while subject >= 0 and listed[subject].lower in judging.ADVERBS:
        subject -= 1
    who = listed[subject].lower if subject >= 0 else ""
    if who not in judging.FIRST_PERSON and not (who in judging.THIRD_PERSON and subject <= 1):
        return None
    if who == "it" and subject > 0:
        return None
    thing = nouns.after(listed, at + found[1], raw)
    if thing and thing[-1].lower in judging.DENIABLE:
        return None
    side = _OTHER[found[0]] if negated(listed, at) else found[0]
    return Reading(side, _issue(thing), 1.5) if thing else None


def _feels(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """"It is very disappointed by X"."""
    side = judging.FEELINGS.get(listed[at].lower)
    if side is None or at + 2 >= len(listed) or listed[at + 1].lower not in judging.FEELS_ABOUT:
        return None
    subject = [w.lower for w in listed[max(0, at - 5) : at]]
    if any(w in ("who", "that", "which") for w in subject) or negated(listed, at):
        return None
    thing = nouns.after(listed, at + 2, raw)
    return Reading(side, _issue(thing), 1.3) if thing else None


def _judges(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """"X is unfair", "X marked a clear retreat", "X had come too early"."""
    word = listed[at].lower
    side = judging.JUDGEMENTS.get(word)
    if word == "too" and at + 1 < len(listed) and listed[at + 1].lower in judging.TOO_MUCH:
        verb = next((i for i in range(at - 1, max(-1, at - 4), -1) if listed[i].lower in ("come", "came", "go", "gone", "goes", "went")), None)
        side = "opposes"
    else:
        verb = None
    if side is None:
        return None
    copula = verb if verb is not None else next(
        (i for i in range(at - 1, max(-1, at - 5), -1) if listed[i].lower in judging.COPULAS), None
    )
    if copula is None or copula == 0:
        return None
    subject = _subject(listed, copula)
    if subject is None:
        return None
    thing = nouns.before(listed, copula, raw)
    if not thing and listed[subject].lower not in ("it", "this", "that"):
        return None
    if following := [w.lower for w in listed[at + 1 : at + 2]]:
        if following[0] in ("to", "for") and not thing:
            return None
    if negated(listed, at):
        side = _OTHER[side]
    return Reading(side, _issue(thing), 1.2 if thing else 0.9)


def _subject(listed: Sequence[Word], verb: int) -> int | None:
    """The word before a verb and its adverbs; None where it is a person's pronoun or a relative."""
    at = verb - 1
    while at >= 0 and listed[at].lower in judging.ADVERBS:
        at -= 1
    refused = judging.FIRST_PERSON | {"he", "she", "they", "you", "who", "which", "there", "what", "and"}
    return None if at < 0 or listed[at].lower in refused else at


def _ought(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """"X must be built", "the Government must apply X", "X must not go ahead", "there must be X"."""
    word = listed[at].lower
    if word in ("need", "needs", "has", "have") and [w.lower for w in listed[at + 1 : at + 2]] == ["to"]:
        at_verb = at + 2
    elif word in judging.OUGHT:
        at_verb = at + 1
    else:
        return None
    if at == 0 or _who(listed, at) in {"i", "he", "she", "they", "you", "it", "who", "that", "what", "this"}:
        return None
    if word in ("has", "have", "need") and _who(listed, at) == "we":
        # what a team has to do on Saturday is no stand
        return None
    denied = False
    while at_verb < len(listed) and listed[at_verb].lower in ("not", "never", "now", "also", "to", "therefore", "immediately"):
        denied = denied or listed[at_verb].lower in ("not", "never")
        at_verb += 1
    if at_verb >= len(listed) or listed[at_verb].lower == "have" or listed[at_verb].lower.endswith("ed"):
        return None
    found = _wanted(listed, at, at_verb, raw)
    if found is None:
        return None
    side, thing = found
    if _is_name(thing):
        thing = ()
    return Reading(_OTHER[side] if denied else side, _issue(thing), 1.1)


def _is_name(found: Sequence[Word]) -> bool:
    """A place or a party by itself: not what ought to be."""
    return bool(found) and all(w.capital for w in found if w.content)


def _who(listed: Sequence[Word], at: int) -> str:
    return listed[at - 1].lower


def _wanted(listed: Sequence[Word], at: int, verb: int, raw: str) -> tuple[Side, tuple[Word, ...]] | None:
    """What ought to be, and whether it ought to be there or gone."""
    done = listed[verb].lower
    subject = nouns.before(listed, at, raw)
    if _who(listed, at) == "there" and done == "be":
        return "supports", nouns.after(listed, verb + 1, raw)
    if done == "be":
        participle = next(
            (w.lower for w in listed[verb + 1 : verb + 4] if w.lower in judging.UNDOING | judging.CARRYING_OUT), ""
        )
        if not participle:
            return None
        return ("opposes" if participle in judging.UNDOING else "supports"), subject
    if done in judging.FAILING:
        return "opposes", subject
    if done in judging.STANDING:
        return "supports", subject
    following = listed[verb + 1].lower if verb + 1 < len(listed) else "to"
    thing = () if following == "to" else nouns.after(listed, verb + 1, raw)
    taken = judging.verbs().get(done)
    return (taken[0] if taken is not None and taken[1] is None else "supports"), thing


def _does(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """"The vote advanced the goal", "the resolution sends a clear message"."""
    word = listed[at].lower
    side = judging.EFFECTS.get(word)
    if word in ("sends", "sent", "sending"):
        said = [w.lower for w in listed[at + 1 : at + 5]]
        if not {"message", "signal"} & set(said):
            return None
        side = "opposes" if "wrong" in said else "supports" if {"clear", "right", "strong"} & set(said) else None
    if side is None or at == 0 or _subject(listed, at) is None:
        return None
    thing = nouns.before(listed, at, raw)
    if not thing or negated(listed, at):
        return None
    return Reading(side, _issue(thing), 1.15)
