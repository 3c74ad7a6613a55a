"""Read a side off somebody's own words: what they support or oppose, must have or cannot accept.

Precision goes first: a rule needs a subject, a predicate and a thing in their places. Words of judgement
alone ("in a good position", "a right to defend itself") take no side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.drafts import judging, nouns, plain
from summarizer.drafts.judging import Side
from summarizer.drafts.reading import OTHER, Reading, issue, negated, taken, turned
from summarizer.support.words import Word

_CONDITIONS = frozenset("if whether unless how why when".split())
_CONDITION_WITHIN = 8
_PERSONS = judging.FIRST_PERSON | {"he", "she", "they", "you", "who", "which", "there", "what", "and"}
_NO_WISHERS = frozenset("i he she they you it who that what this".split())
_AFTER_OUGHT = frozenset("not never now also to therefore immediately".split())
_NEAR_THE_START = 2
_SELVES = judging.FIRST_PERSON | judging.THIRD_PERSON | judging.ADVERBS
_MODALS = frozenset("would could may might can should must perhaps maybe possibly probably".split())
_OPENING = frozenset("that and but so why because".split())
_BEFORE_THING = _OPENING | frozenset("the a an this these our their his her its".split())
_COMING = frozenset("come came go gone goes went".split())
# "The problem is that it is unfair", "is on the wrong path": what is judged is something else.
_NOT_BETWEEN = frozenset(
    "that it it's on in at with to for of from about who which we they he she engaged making by as".split()
)
# How plain each rule's finding is, set by reading notes: a verb of taking sides is plainest.
_STANDS, _FEELS, _JUDGES, _SENDS, _OUGHT = 1.5, 1.3, 1.2, 1.15, 1.1


def read(listed: Sequence[Word], raw: str, *, quoted: bool) -> Reading | None:
    """Find the plainest side that the words take; `listed` are those of one sentence, or of a part of it.

    Words that are `quoted` are the speaker's own, with "I" and "we"; in reported ones the speaker is "she" or "they".
    """
    plain = [at for at in range(len(listed)) if not _elsewhere(listed, at)]
    made = [
        found
        for at in plain
        for rule in (_feels, _judges, _ought, _does)
        if (found := rule(listed, at, raw)) is not None
    ]
    made += [found for at in plain if (found := _stands(listed, at, raw, quoted)) is not None]
    best = max(made, key=lambda r: r.strength, default=None)
    return replace(best, side="mixed") if best is not None and _turns(listed, best) else best


def _elsewhere(listed: Sequence[Word], at: int) -> bool:
    """A condition or a question stands before the word, or somebody else who thinks so."""
    for i in range(1, at):
        if listed[i].lower in judging.THINKING and listed[i - 1].lower not in _SELVES:
            return True
    return not _CONDITIONS.isdisjoint([w.lower for w in listed[max(0, at - _CONDITION_WITHIN) : at]])


def _turns(listed: Sequence[Word], found: Reading) -> bool:
    """A "but" follows: who welcomes a plan but finds it too small is on neither side."""
    if found.side != "supports" or not found.issue or found.strength < _STANDS:
        return False
    end = found.issue[-1].span.end
    return any(w.lower in ("but", "although", "though") and w.span.start > end for w in listed)


def _stands(listed: Sequence[Word], at: int, raw: str, quoted: bool) -> Reading | None:
    """Read "we have long called for X", "she welcomed X": the speaker is the subject of a verb that takes a side."""
    found = taken(listed, at, raw)
    if found is None:
        return None
    subject = at - 1
    while subject >= 0 and listed[subject].lower in judging.ADVERBS | {"am", "are", "is"}:
        subject -= 1
    who = listed[subject].lower.replace("’", "'") if subject >= 0 else ""
    if who not in (judging.FIRST_PERSON if quoted else judging.THIRD_PERSON) or not _begins(
        listed, subject, raw, quoted
    ):
        return None
    between = (*(() if who in ("i", "we") or not quoted else (listed[subject],)), *listed[subject + 1 : at])
    if quoted and listed[at].lower.endswith("ed") and not {w.lower[-2:] for w in between} & {"ve"}:
        # "we supported Roe" tells of another day
        return None
    told = plain.predicate(between, listed[at], "they", reported=not quoted)
    if told is None or (told == "denied" and found.side != "supports"):
        return None
    if told == "denied" and any(w.lower in ("any", "either", "a") for w in listed[at + 1 : at + 2]):
        # "not backing any candidate" is backing none
        return None
    return replace(turned(found) if told == "denied" else found, strength=_STANDS)


def _begins(listed: Sequence[Word], subject: int, raw: str, quoted: bool) -> bool:
    """The subject begins the words, or in a quotation a clause of them."""
    if subject == 0 or (subject == 1 and listed[0].lower in _OPENING):
        return True
    before = listed[subject - 1]
    gap = raw[before.span.end : listed[subject].span.start]
    return quoted and (before.lower in _OPENING - {"that"} or any(mark in gap for mark in ",;:–—"))


def _opens(listed: Sequence[Word], thing: Sequence[Word]) -> bool:
    """Nothing but a determiner or "that" stands before the phrase."""
    before = [w.lower for w in listed if w.span.end <= thing[0].span.start]
    return all(word in _BEFORE_THING for word in before)


def _feels(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """Read "it is very disappointed by X"."""
    side = judging.FEELINGS.get(listed[at].lower)
    if side is None or at + 2 >= len(listed) or listed[at + 1].lower not in judging.FEELS_ABOUT:
        return None
    subject = at - 1
    while subject >= 0 and listed[subject].lower in judging.ADVERBS | judging.COPULAS:
        subject -= 1
    who = listed[subject].lower if subject >= 0 else ""
    speaks = who in judging.FIRST_PERSON | judging.THIRD_PERSON or subject <= _NEAR_THE_START
    if not speaks or negated(listed, at):
        return None
    thing = nouns.after(listed, at + 2, raw)
    return Reading(side, issue(thing), _FEELS) if thing else None


def _judges(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """Read "X is unfair", "X marked a clear retreat", "X had come too early"."""
    word = listed[at].lower
    too_much = word == "too" and any(w.lower in judging.TOO_MUCH for w in listed[at + 1 : at + 2])
    side: Side | None = "opposes" if too_much else judging.JUDGEMENTS.get(word)
    if side is None:
        return None
    verb = _verb_before(listed, at, _COMING if too_much else judging.COPULAS)
    if verb is None:
        return None
    thing = nouns.before(listed, verb, raw)
    if not thing or not _opens(listed, thing) or any(w.lower in _NOT_BETWEEN for w in listed[verb + 1 : at]):
        return None
    if any(w.lower in ("for", "to") for w in listed[at + 1 : at + 2]) and word in judging.NOUNS:
        # what is a disaster for somebody else may be welcome
        return None
    if _doubted(listed[verb - 1 : at]) or (not too_much and negated(listed, at)):
        return None
    return Reading(side, issue(thing), _JUDGES, goes_on=True)


def _verb_before(listed: Sequence[Word], at: int, verbs: frozenset[str]) -> int | None:
    """Find one of the verbs up to four words before, with a subject that is no person."""
    verb = next((i for i in range(at - 1, max(0, at - 5), -1) if listed[i].lower in verbs), None)
    return None if verb is None or _subject(listed, verb) in _PERSONS else verb


def _subject(listed: Sequence[Word], verb: int) -> str:
    """The word before a verb and its adverbs; "there" where there is none."""
    at = verb - 1
    while at >= 0 and listed[at].lower in judging.ADVERBS:
        at -= 1
    return listed[at].lower if at >= 0 else "there"


def _doubted(between: Sequence[Word]) -> bool:
    """A modal weakens what is said, but for "could not be more"."""
    said = [w.lower for w in between]
    return bool(_MODALS & set(said)) and "more" not in said


def _ought(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """Read "X must be built", "the Government must apply X", "X must not go ahead", "there must be X"."""
    word, who = listed[at].lower, listed[at - 1].lower if at else "it"
    needs = word in ("need", "needs") and any(w.lower == "to" for w in listed[at + 1 : at + 2])
    if who in _NO_WISHERS or not (needs or word in judging.OUGHT):
        return None
    if needs and not listed[at - 1].capital:
        # "the team needs to win on Saturday" is no stand, and "a need to" is a noun
        return None
    if any(w.lower in _PERSONS | {"it", "the", "a"} for w in listed[at + 1 : at + 2]):
        # "should he win"
        return None
    verb = next((i for i in range(at + 1, len(listed)) if listed[i].lower not in _AFTER_OUGHT), len(listed))
    if verb == len(listed) or listed[verb].lower == "have" or listed[verb].lower.endswith("ed"):
        return None
    found = _wanted(listed, at, verb, raw)
    if found is None:
        return None
    side, thing = found
    if thing and thing[-1].span.end <= listed[at].span.start and not _opens(listed, thing):
        return None
    if thing and all(w.capital for w in thing if w.content):
        # a place or a party by itself is not what ought to be
        thing = ()
    denied = any(w.lower in judging.DENYING for w in listed[at + 1 : verb])
    before = bool(thing) and thing[-1].span.end <= listed[at].span.start
    return Reading(OTHER[side] if denied else side, issue(thing), _OUGHT, goes_on=before)


def _wanted(listed: Sequence[Word], at: int, verb: int, raw: str) -> tuple[Side, tuple[Word, ...]] | None:
    """What ought to be, and whether it ought to be there or gone."""
    done = listed[verb].lower
    if done == "be" and listed[at - 1].lower == "there":
        return "supports", nouns.after(listed, verb + 1, raw)
    if done == "be":
        participles = {w.lower for w in listed[verb + 1 : verb + 4]}
        if participles & judging.UNDOING:
            return "opposes", nouns.before(listed, at, raw)
        return ("supports", nouns.before(listed, at, raw)) if participles & judging.CARRYING_OUT else None
    if done in judging.FAILING | judging.STANDING:
        return ("opposes" if done in judging.FAILING else "supports"), nouns.before(listed, at, raw)
    doer = listed[at - 1]
    if not (doer.capital or doer.lower in judging.BODIES or doer.lower == "we"):
        return None
    side = dealing(listed, verb)
    return None if side is None else (side, nouns.after(listed, verb + 1, raw))


def dealing(listed: Sequence[Word], verb: int) -> Side | None:
    """The side of whoever wants somebody to do this: to end a thing, or to bring it about."""
    done = listed[verb].lower
    if done in judging.UNDO or judging.verbs().get(done) == ("opposes", None):
        return "opposes"
    return "supports" if done in judging.BRINGING or judging.verbs().get(done) == ("supports", None) else None


def _does(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """Read "the vote advanced the goal", "the resolution sends a clear message"."""
    side = judging.EFFECTS.get(listed[at].lower)
    if listed[at].lower in ("sends", "sent", "sending"):
        side = _message({w.lower for w in listed[at + 1 : at + 5]})
    if side is None or _subject(listed, at) in _PERSONS or negated(listed, at):
        return None
    thing = nouns.before(listed, at, raw)
    return Reading(side, issue(thing), _SENDS, goes_on=True) if thing and _opens(listed, thing) else None


def _message(said: set[str]) -> Side | None:
    if not {"message", "signal"} & said:
        return None
    if "wrong" in said:
        return "opposes"
    return "supports" if {"clear", "right", "strong"} & said else None
