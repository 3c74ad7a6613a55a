"""Stems of the word lists that figures, dates and counts are matched by."""

from __future__ import annotations

from functools import lru_cache

from summarizer.merge import lexicon
from summarizer.support import words


@lru_cache(maxsize=1)
def vague() -> frozenset[str]:
    """Words that news on anything uses."""
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.VAGUE)


@lru_cache(maxsize=1)
def measured() -> frozenset[str]:
    """Units."""
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.MEASURES)


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Nouns that anybody is counted by."""
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.PEOPLE)


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Nouns for people, of any kind or of one."""
    return people() | {lexicon.same(words.stem(word)) for word in lexicon.PERSONS}
