"""What a description tells by its words: whether it is one, of whom, of one or of many."""

from __future__ import annotations

import re

from summarizer.attribute import lexicon, names, resolve


def nominal(text: str) -> bool:
    """Say whether it reads as a noun phrase: a determiner, a capital, a number, or a plural or a role to end with."""
    listed = text.split()
    if listed[0].lower() in lexicon.DETERMINERS or any(
        word[:1].isupper() or word[:1].isdigit() for word in listed
    ):
        return True
    low = [names.bare(word) for word in listed]
    if low[0].endswith("ed") and len(low) > 2:
        return False
    return (
        low[0] in _TELLING
        or low[-1] in _TELLING
        or (listed[-1].endswith("s") and not listed[-1].endswith("ss"))
    )


_TELLING = lexicon.ANONYMOUS | lexicon.COLLECTIVE


def unnamed(text: str) -> bool:
    """Say whether it is "One MP present", "a senior aide": a kind of person, and nobody's by name."""
    listed = text.split()
    named = any(word[:1].isupper() and not word.isupper() for word in listed[1:])
    return not named and any(names.bare(word) in lexicon.ANONYMOUS for word in listed)


BODY_NOUNS = frozenset(
    "company firm group union party bank charity retailer airline carmaker ministry agency".split()
)


_ANY_BODY = frozenset("company firm group charity retailer airline carmaker".split())


def is_body(party: resolve.Known, noun: str, raw: str) -> bool:
    """No person, named like the noun; or, for "the firm", by two words and more or more than once, and no place."""
    if party.person:
        return False
    if noun not in _ANY_BODY:
        return noun in party.core
    within = sum(
        _WITHIN.search(raw, max(0, m.start - _A_PHRASE), m.start) is not None for m in party.mentions
    )
    if 2 * within >= len(party.mentions) > 0:
        return False
    # "New York", "South Orme"
    place = len(party.core) == _TWO and party.core[0] in _OF_PLACES
    return not place and (len(party.core) > 1 or len(party.mentions) > 1)


# "stood in Oslar", and not "shares in Tarn"
_WITHIN = re.compile(
    r"(?<!\bshares)(?<!\bstake)(?<!\binvested)(?<!\bconfidence)(?<!\btrust) (?:in|near|outside) $"
)
_A_PHRASE = 20
_TWO = 2
_OF_PLACES = frozenset("new north south east west saint st san santa los las port".split())


def collective(text: str) -> bool:
    """Say whether it means many, or a body that speaks for them."""
    words = text.lower().split()
    return bool(words) and (words[-1] in lexicon.COLLECTIVE or (words[0] in lexicon.COLLECTIVE))
