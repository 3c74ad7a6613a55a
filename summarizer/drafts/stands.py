"""A party's stand on something: what it consists of, and when it is worth showing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Attribution, Span
from summarizer.attribute import callings
from summarizer.drafts import holders, judging, nouns, plain, reading
from summarizer.note import Stance
from summarizer.support import words
from summarizer.support.words import Word

# A party is seldom what is disputed, and a stand on nothing that has a name tells less.
_NAMES_COST = 0.5
_CENTRAL_GAIN = 0.4
# "The move" near the top is what the headline tells; further down it is anything.
_NEAR_THE_TOP = 6
# So plain a stand needs no second mention of its thing.
_PLAIN = 1.5
_COMPLAINT = re.compile(
    r"[^.;:“”\"]{0,40}?,? but (?:also )?"
    r"(?:said|says|saying|warned|warns|argued|argues|called|complained|urged|wants?|that)\b"
)
_RESERVES = re.compile(
    r"\b(?:but|although|though|while)\b.{0,60}\b(?:concerns?|reservations?|doubts?|misgivings|flaws?)\b"
)
_LONGEST_NAME, _SHORTEST_NAME = 10, 2

_DESCRIBES = frozenset("the a an one two three four five some many several most".split())
# "Democratic calls for …": an adjective is nobody.
_ADJECTIVE = re.compile(r"(?:ic|ish|ese|ian)$")
_ADJECTIVES = frozenset("American German Israeli Iraqi Pakistani European Mexican African Republican".split())
_NOT_LAST = frozenset("first further also then later went took made got gave came".split())
_POINTING = frozenset("this that these those such".split())
_NOBODY = frozenset("more fewer less half nearly others another people dear".split())
_MEASURES = frozenset("percent month week year day least many most more".split())
_MOST_PLAIN = 2
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


@dataclass(frozen=True, slots=True)
class Stand:
    """One sentence in which a party stands somewhere; `part` is what of it the party says or does.

    `issue` is None where the words name nothing that a reader would understand; `said` is the attribution
    that the stand was read off, None where it was read off an act.
    """

    holder: str
    stance: Stance
    number: int
    part: Span
    strength: float
    issue: str | None
    said: Attribution | None = None


def on(holder: str, found: reading.Reading, number: int, part: Span, topics: nouns.Topics) -> Stand | None:
    """Make a stand of a reading; None where its thing names nothing a reader knows, or is somebody."""
    index, strength = topics.index, found.strength
    if not found.issue:
        told = number <= _NEAR_THE_TOP and index.article.title is not None
        return Stand(holder, found.side, number, part, strength - _NAMES_COST, None) if told else None
    if holders.people(found.issue) and not found.chooses:
        return None
    if found.strength < _PLAIN and not (topics.central(found.issue) or topics.holds(found.issue)):
        return None
    if not plain.names_itself(found.issue, index.article.raw, topics, goes_on=found.goes_on):
        return None
    printed = nouns.printed(found.issue, index.article.raw)
    if _is_holder(found.issue, holder, index):
        return None
    if any(index.directory.owner(name) is not None for name in (printed, printed.split(" in ")[0])):
        strength -= _NAMES_COST
    elif topics.central(found.issue):
        strength += _CENTRAL_GAIN
    side = "mixed" if found.side == "supports" and _complains(found, number, topics) else found.side
    return Stand(holder, side, number, part, strength, printed)


def belongs(said: Attribution, raw: str) -> bool:
    """Say whether the source only hangs on another name: it is Ann Roe of Otterby who speaks, not Otterby."""
    return said.source is not None and raw[: said.source.start].rstrip().endswith((" of", " of the"))


def _is_holder(thing: Sequence[Word], holder: str, index: support.Index) -> bool:
    """Say whether the phrase is the party itself, by name or with its name in it."""
    if index.same(nouns.printed(thing, index.article.raw), holder):
        return True
    name = {word.lower for word in words.words(holder) if word.content}
    return bool(name) and name <= {word.lower for word in thing}


def _complains(found: reading.Reading, number: int, topics: nouns.Topics) -> bool:
    """Say whether who supports a thing goes on in the same sentence with what is wrong with it."""
    line = topics.index.lines[number - 1]
    rest = topics.index.article.raw[found.issue[-1].span.end : line.span.end]
    return found.strength >= _PLAIN and (_COMPLAINT.match(rest) or _RESERVES.search(rest)) is not None


def names_somebody(name: str) -> bool:
    """Say whether a speaker's name looks like one: a name, or a description with an article or in the plural.

    >>> names_somebody("the mayor"), names_somebody("Hauliers"), names_somebody("her party")
    (True, True, False)
    """
    parts = name.split()
    first, last = parts[0], parts[-1]
    if len(parts) == 1 and (_ADJECTIVE.search(name) or name in _ADJECTIVES):
        return False
    pronoun = re.split("['’]", first.lower())[0] in judging.PERSONAL and first != "US"
    if pronoun or first.lower() in _NOBODY or last in _DAYS or len(parts) > _LONGEST_NAME:
        return False
    described = first.lower() in _DESCRIBES or any(c.isupper() for c in first)
    if len(parts) > 2 and parts[-2][0].isupper() and last[0].islower() and not last.endswith("s"):
        # "Ann Roe went"
        return False
    if last.lower() in _MEASURES or (not described and len(parts) > _MOST_PLAIN):
        return False
    if first.lower() in _POINTING or (len(parts) > 1 and first.lower() in judging.verbs()):
        return False
    if len(parts) == 1 and first.lower() in callings.TITLES:
        return False
    if any(part.lower() in judging.POSSESSIVES for part in parts):
        # "a scan of his chest": whose, nobody can tell
        return False
    if last.lower() in judging.ADVERBS or len(name) < _SHORTEST_NAME:
        return False
    return (described or last.endswith("s")) and last.lower() not in _NOT_LAST and not last.endswith("ly")
