"""Words as the checker compares them: stems, function words left out, negation and hedges known."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.article import Span
from summarizer.support import dialect, lexicon

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*", re.UNICODE)


Axes = dict[str, tuple[int, int]]
"""A word's stem, the axis of meaning it stands on, and the side."""


@lru_cache(maxsize=1)
def axes() -> Axes:
    """Opposites that turn a meaning wherever they stand."""
    return _axes(lexicon.AXES)


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[tuple[int, int]]]:
    """Opposites that turn a meaning only when one is put for the other; a word may have more than one."""
    made: dict[str, set[tuple[int, int]]] = {}
    pairs = (*lexicon.AXES, *lexicon.OPPOSITES)
    for axis, (one, other) in enumerate(pairs):
        for side, listed in enumerate((one, other)):
            for word in listed.split():
                made.setdefault(stem(word), set()).add((axis, side))
    return {word: frozenset(places) for word, places in made.items()}


def _axes(pairs: tuple[tuple[str, str], ...]) -> Axes:
    return {
        stem(word): (axis, side)
        for axis, sides in enumerate(pairs)
        for side, words in enumerate(sides)
        for word in words.split()
    }


@lru_cache(maxsize=1)
def _stemmer() -> object:
    import snowballstemmer  # loads its tables: 10 ms

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Cut a lower-case word to its Snowball (Porter2) stem; irregular form, synonym, British spelling to their base's.

    >>> stem("began") == stem("starting"), stem("votes")
    (True, 'vote')
    """
    if "." in word and word not in _HOURS and all(len(letter) == 1 for letter in word.split(".")):
        # the F.B.I. is the FBI
        word = word.replace(".", "")
    base = lexicon.IRREGULAR.get(word) or lexicon.SHORT.get(word, word)
    made: str = _stemmer().stemWord(dialect.american(base))  # type: ignore[attr-defined]
    return _synonyms().get(made, made)


_HOURS = frozenset(["a.m", "p.m"])


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    cut = _stemmer().stemWord  # type: ignore[attr-defined]
    return {
        cut(dialect.american(word)): cut(dialect.american(base)) for word, base in lexicon.SYNONYMS.items()
    }


class Word(NamedTuple):
    """A word of a text: how it is printed in lower case, its stem, where it stands.

    `opens` marks the first word of the text, which has a capital anyway. A tuple, for an article has thousands of them.
    """

    lower: str
    stem: str
    span: Span
    capital: bool
    opens: bool = False

    @property
    def content(self) -> bool:
        """Whether it says something by itself; the month does, what may be does not."""
        month = self.lower == "may" and self.capital and not self.opens
        return month or self.lower not in lexicon.FUNCTION_WORDS


_MOST_KEPT = 1024
"""Texts whose words stay at hand. Of the words listed for a page of news two thirds have been listed
before, by another stage; with this many none of them is listed twice."""


@lru_cache(maxsize=_MOST_KEPT)
def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """List the words of `text` in order; spans are shifted by `offset`.

    A possessive 's is left off; capitals are those of the first letter.
    """
    made: list[Word] = []
    for found in _WORD.finditer(text):
        printed = found.group()
        lower = printed.lower().replace("’", "'")
        if lower.endswith("'s"):
            lower, printed = lower[:-2], printed[:-2]
        if lower:
            start = offset + found.start()
            span = Span(start, start + len(printed))
            made.append(Word(lower, stem(lower), span, printed[0].isupper(), not made))
    return tuple(made)


def key(text: str) -> str:
    """Fold a text to its content stems: equal keys say the same in the same order."""
    return " ".join(word.stem for word in words(text) if word.content)


# "said it had come too early and that more was needed": the second "that" needs the "said".
_SECOND_CLAUSE = re.compile(r"(?<=\w )(?:and|but|or) that (?!is\b|was\b|would\b|will\b|means\b)")


def second_clause(text: str) -> bool:
    """Say whether a second "that" stands in a text, which needs the verb of saying before the first.

    >>> second_clause("The cut came too early and that the dinar could fall.")
    True
    """
    return _SECOND_CLAUSE.search(text) is not None


_REPORTING = re.compile(
    r"\s*(?:,[^,]{1,80},)?\s+(?:has |have |had |also )*"
    r"(?:sa(?:id|ys?)|told [^,]{1,40}?|add(?:s|ed)|argue[sd]|claim(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)"
    r"|believe[sd]?|state[sd]|note[sd]|announced|explain(?:s|ed)|(?:add|argue|claim|insist|warn|state|note)(?= that))\b"
    r"(?:\s+(?:today|yesterday|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?(?:\s+that\b|,|:)?\s*"
)
_MOST_BEFORE_NAME = 5


def reporting_prefix(text: str, speaker: str) -> int:
    """Offset just past "SPEAKER said that" where `text` starts so, a role before the name allowed, else 0.

    >>> reporting_prefix("Ann Roe said that it rained.", "Ann Roe")
    18
    >>> reporting_prefix("The mayor, Ann Roe, went.", "Ann Roe")
    0
    >>> reporting_prefix("Drivers believe it is safe.", "Drivers"), reporting_prefix("Drivers claim victory.", "Drivers")
    (16, 0)
    """
    at = text.lower().find(speaker.lower())
    before = text[:at].split() if at >= 0 else []
    if at < 0 or len(before) > _MOST_BEFORE_NAME or any(mark in text[:at] for mark in ',.;:"“”'):
        return 0
    found = _REPORTING.match(text, at + len(speaker))
    return found.end() if found else 0
