"""What a sentence is about, as terms that can be counted and compared, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.support import words

_LETTERS = re.compile(r"[^\W\d_]+")
# Scripts that print no blanks between words: two characters in a row tell nearly as much as a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]")
# Endings go, roots stay: cutting words after so many letters does a stemmer's work in most of Europe's
# languages (Savoy, 2006, for French, Portuguese, German and Hungarian).
_ROOT = 6
_FEWEST_LETTERS = 4
# Where no list of function words is known, a word that so many sentences print is one.
_TOO_COMMON = 0.4


def of(sentences: Sequence[str], language: str) -> tuple[frozenset[str], ...]:
    """Give the terms of each sentence: stems of content words in English, roots or pairs of characters elsewhere."""
    if language == "en":
        return tuple(frozenset(word.stem for word in words.words(text) if word.content) for text in sentences)
    made = [frozenset(_roots(text)) for text in sentences]
    printed = Counter(term for held in made for term in held)
    most = max(3.0, _TOO_COMMON * len(made))
    return tuple(frozenset(term for term in held if printed[term] <= most) for held in made)


def _roots(text: str) -> list[str]:
    found: list[str] = []
    for run in _LETTERS.findall(text.lower()):
        if _UNSPACED.search(run):
            found.extend(run[at : at + 2] for at in range(max(1, len(run) - 1)))
        elif len(run) >= _FEWEST_LETTERS:
            found.append(run[:_ROOT])
    return found
