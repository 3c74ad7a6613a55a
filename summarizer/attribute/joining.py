"""Two who speak together, joined by "and"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attribute import lexicon
from summarizer.attribute.classes import Token

_LONGEST = 4
_NOT_WITHIN = lexicon.PREPOSITIONS | lexicon.CLAUSE_WORDS
_PERSONS = frozenset("he she they i we both".split())
_BEGINS = lexicon.DETERMINERS | frozenset(
    "current former past present state federal local city county senior top male female".split()
)


def names_around(tokens: Sequence[Token], joins: int) -> bool:
    """Say whether the "and" stands between names that a phrase which ends behind it goes back over."""
    before, after = tokens[joins - 1], tokens[joins + 1]
    return before.word and not before.quoted and before.capital and after.capital


def names_before(tokens: Sequence[Token], joins: int) -> bool:
    """Say whether a phrase goes on behind the "and" with another name."""
    return joins + 1 < len(tokens) and tokens[joins - 1].capital and tokens[joins + 1].capital


def first_of_two(tokens: Sequence[Token], joins: int, opens: int, second: int) -> int:
    """Where the first of two begins ("he and Mr. Roe", "the mayor and her deputy", "current and former officials").

    `second` where they are not two: more than a short phrase stands before the "and", or what could be a verb.
    """
    for at in range(joins - 1, max(opens, joins - _LONGEST) - 1, -1):
        token = tokens[at]
        if not token.word or token.quoted or token.verb or token.lower in _NOT_WITHIN:
            return second
        if at == opens or tokens[at - 1].quoted or tokens[at - 1].text in ",—–―":
            begins = token.lower in _BEGINS or (token.lower in _PERSONS and at == joins - 1)
            return at if begins else second
    return second
