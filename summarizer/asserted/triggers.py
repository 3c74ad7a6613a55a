"""Words and marks without which a sign cannot stand in a sentence: looking for them takes a fraction of its own time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from summarizer.asserted import signs

_WORD = re.compile(r"\w+")


def _spellings(verb: str) -> tuple[str, ...]:
    """A verb of the list as it may be printed: "emphasi[sz]e" and "favou?r" are two each."""
    if "[sz]" in verb:
        return verb.replace("[sz]", "s"), verb.replace("[sz]", "z")
    return (verb.replace("?", ""), verb.replace("u?", ""))


_VERBS = " ".join(spelt for verb in signs.VERBS for spelt in _spellings(verb))
_NEEDED: Mapping[str, str] = {
    "imperative": _VERBS,
    "imperative behind": f"{_VERBS} please just simply",
    "forbids": "do don never no",
    "please": "please kindly",
    "you": "you yours yourself thou thee ye",
    "your": "your thy",
    "your text": "your",
    "you do": "you",
    "I": "i my me",
    "we": "we our us",
    "made text": " ".join(signs.MADE),
    "any made text": "any every each all whatever whichever no",
    "this text": "this these present current",
    "beside": "following preceding next previous above foregoing last rest below follow follows comes after before",
    "hands over": "following follow follows come comes here hereby hereafter herein this these :",
    "colon": ":",
    "duty": "must shall should to",
    "only": "only nothing exactly verbatim word sole solely precisely literally nobody no",
    "asks": "?",
    "reports": "said says told asked added announced according warned argued wrote reported claimed called found show shows showed",
    "label": ":",
    "opens with a verb": _VERBS,
    "points back": "above before preceding previous last",
    "verb first": ":",
    "here": "you reading this foregoing around next previous first last",
    "the one thing": "one only single main real plain whole right true",
    "readers": "reader readers whoever anybody those people system systems service services tool tools",
}
_MARKS = ":?"


@lru_cache(maxsize=1)
def _by_word() -> Mapping[str, tuple[str, ...]]:
    """The signs that need a word, or one of some others."""
    made: dict[str, list[str]] = {}
    for name, words in _NEEDED.items():
        for word in set(words.split()):
            made.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in made.items()}


@lru_cache(maxsize=1)
def _always() -> frozenset[str]:
    return frozenset(signs.SIGNS.keys() - _NEEDED.keys())


def possible(lower: str) -> Iterator[str]:
    """The signs that a text in lower case may bear, those that need no word among them."""
    by_word = _by_word()
    printed = {*_WORD.findall(lower), *[mark for mark in _MARKS if mark in lower]}
    return iter(_always().union(*[by_word[word] for word in by_word.keys() & printed]))
