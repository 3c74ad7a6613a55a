"""A side read off words, and the verbs that take one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.drafts import judging, nouns
from summarizer.drafts.judging import Side
from summarizer.support import lexicon
from summarizer.support.words import Word

OTHER: dict[Side, Side] = {"supports": "opposes", "opposes": "supports"}
_PLAIN = 1.6
_CHOOSING = ("support", "back", "endors", "oppos", "vot", "campaign")
_PARTICLES = frozenset("out off up away down into through onto".split())
_GOES_ON = re.compile(r"\s+(?:to|that|of|on|for|by|in|with|against)\b")
_TO_BE = re.compile(r"(?:[^.;:]|\.\d){0,90}?\bto be\b")
_NEGATES_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A side, the words of the thing it is taken on (none where they name nothing), how plain it is."""

    side: Side | Literal["mixed"]
    issue: tuple[Word, ...]
    strength: float
    chooses: bool = False
    """The verb can take somebody's side: one backs a candidate; one who criticises a candidate need not oppose her."""
    goes_on: bool = False
    """The thing is a subject, and its verb or what it is called stands right behind it."""


def turned(found: Reading) -> Reading:
    """Turn a side round; what is mixed stays so."""
    return found if found.side == "mixed" else replace(found, side=OTHER[found.side])


def issue(found: tuple[Word, ...]) -> tuple[Word, ...]:
    """Keep a phrase that names something."""
    return () if nouns.names_nothing(found) else found


def negated(listed: Sequence[Word], at: int) -> bool:
    """Say whether a negator stands shortly before the word; "could not be more necessary" is no denial."""
    before = [word.lower for word in listed[max(0, at - _NEGATES_WITHIN) : at]]
    return "more" not in before[-1:] and any(w in lexicon.NEGATORS or w.endswith("n't") for w in before)


def side_of(listed: Sequence[Word], at: int) -> tuple[Side, int] | None:
    """Look up the side of the verb that begins at a word, and how many words it has; None for other words."""
    word, *rest = [one.lower for one in listed[at : at + 4]]
    if rest[:2] in (["in", "favour"], ["in", "favor"]):
        both = judging.verbs().get(f"{word} in")
        return None if both is None else (both[0], 4)
    needing = judging.verbs().get(f"{word} {rest[0]}") if rest and rest[0] != "in" else None
    if needing is not None:
        return needing[0], 2
    alone = judging.verbs().get(word)
    return None if alone is None else (alone[0], 1)


def taken(listed: Sequence[Word], at: int, raw: str) -> Reading | None:
    """Read a verb that takes a side and its object; None where it has none, or where something is denied."""
    found = side_of(listed, at)
    if found is None:
        return None
    follow = [word.lower for word in listed[at + found[1] : at + found[1] + 2]]
    if follow[:1] and follow[0] in judging.PERSONAL - judging.POSSESSIVES - {"her"}:
        # "praised him": a person is nothing to stand on
        return None
    if follow[:1] and follow[0] in judging.NONE | _PARTICLES:
        return None
    if follow == ["her", "to"] or follow == ["her", "for"]:
        return None
    if listed[at].lower.startswith("regret") and follow[:1] and follow[0] in judging.PERSONAL:
        # who regrets her own words takes them back
        return None
    thing = nouns.after(listed, at + found[1], raw)
    if found[1] == 2 and listed[at + 1].lower == "for":
        thing = nouns.with_wish(listed, thing, raw)
        if thing and _TO_BE.match(raw, thing[-1].span.end):
            # "called for the wage, now $7, to be raised": the thing is not what is called for
            return None
    chooses = listed[at].lower.startswith(_CHOOSING)
    return Reading(found[0], issue(thing), _PLAIN, chooses) if _is_object(thing, chooses, raw) else None


def _is_object(thing: tuple[Word, ...], chooses: bool, raw: str) -> bool:
    """Say whether the phrase is a thing to take a side on, and the whole of it."""
    if not thing or thing[-1].lower in judging.DENIABLE | judging.GUESTS:
        return False
    # "efforts to end the levy" are no "move" that the title has told of
    going_on = nouns.names_nothing(thing) and _GOES_ON.match(raw, thing[-1].span.end) is not None
    return not going_on and (chooses or not _for_what(thing, raw))


def _for_what(thing: tuple[Word, ...], raw: str) -> bool:
    """Behind "criticised Roe for …" and "hailed it as …" stands what it is about."""
    return raw[thing[-1].span.end :].lstrip("’'s \"”\n").startswith(("for ", "as ", "over "))
