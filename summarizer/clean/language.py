"""Tell the language of running text from its commonest words and its script."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable
from functools import lru_cache

_COMMON = {
    "en": "the of and to in that is was for it with as his on be at by this had not are but from have they were",
    "de": "der die das und ist nicht ein eine zu den von mit sich auf dem des im für als auch es an werden hat",
    "fr": "le la les des et est un une que qui dans pour du au sur ne pas il elle avec ce sont par plus été",
    "es": "el los las de en y que un una por con se del es para al no su lo como más fue ha sus",
    "it": "il di che e la un una per non con del si da è le i della sono nel alla gli ha anche dei",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er die was als ook door om",
    "pt": "o os as de em e que um uma para com não do da no na por mais se foi ao dos como",
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
)
_OTHER = re.compile("|".join(script.pattern for _, script in _SCRIPTS))
KNOWN = frozenset(_COMMON) | {code for code, _ in _SCRIPTS}
"""Languages that `guess` can tell."""

_SCRIPTED = frozenset(code for code, _ in _SCRIPTS)
_WORD = re.compile(r"[^\W\d_]+")
# What ASCII text is in small letters and nothing else, and marks without which most Western text is ASCII.
_LETTERS_ONLY = bytes(ord(chr(at).lower()) if chr(at).isalpha() else ord(" ") for at in range(128)) + bytes(
    128
)
_TYPOGRAPHY = "’‘“”–—…\xa0"
# Characters that are looked at: with 6,000 the same language is found on every development page in a known one.
_ENOUGH = 2_500


# So large a part of a text are the commonest words of its own language: 0.17 of a list of concerts, 0.2 to 0.4
# of the other development pages in these seven but a table of results; 0.01 of an Indonesian page were Portuguese.
_OWN = 0.12
# Languages written in a script that stands in the table under another one's name.
_SAME_SCRIPT = {"ru": frozenset("uk bg sr mk be kk ky mn".split()), "ar": frozenset("fa ur ps ku".split())}


def guess(texts: Iterable[str], declared: str | None = None) -> str:
    """Give the ISO 639-1 code of the language most of the text is in.

    `declared` is what the page says of itself. It is believed where the words do not say otherwise: templates
    declare the language of their maker, and no table here knows every language. "en" where nothing tells.

    >>> guess(["Der Rat hat am Montag nicht über die Brücke entschieden."], "en")
    'de'
    >>> guess(["Rådet stängde bron över floden när sprickor hittades."], "sv")
    'sv'
    """
    sample = _beginning(texts)
    plain = sample
    for mark in _TYPOGRAPHY if not sample.isascii() else "":
        plain = plain.replace(mark, " ")
    if plain.isascii():  # a pattern takes three times as long
        words = plain.encode().translate(_LETTERS_ONLY).decode().split()
    else:
        if (code := _script(sample)) is not None:
            return declared if declared in _SAME_SCRIPT.get(code, ()) and declared else code
        words = _WORD.findall(sample.lower())
    known = _languages()
    counts = dict.fromkeys(_COMMON, 0)
    for word, times in collections.Counter(filter(known.__contains__, words)).items():
        for code in known[word]:
            counts[code] += times
    best = max(counts, key=lambda code: counts[code])
    if declared is not None and declared not in _SCRIPTED and counts[best] < _OWN * max(1, len(words)):
        return declared
    return best if counts[best] > counts["en"] else "en"


def _beginning(texts: Iterable[str]) -> str:
    taken, length = [], 0
    for text in texts:
        taken.append(text)
        length += len(text) + 1
        if length > _ENOUGH:
            break
    return " ".join(taken)[:_ENOUGH]


def _script(sample: str) -> str | None:
    """The language whose script a fifth of the letters are of."""
    if _OTHER.search(sample):
        letters = sum(map(str.isalpha, sample))
        for code, script in _SCRIPTS:
            if letters and len(script.findall(sample)) > 0.2 * letters:
                return code
    return None


@lru_cache(maxsize=1)
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is one of the commonest."""
    made: dict[str, tuple[str, ...]] = {}
    for code, common in _COMMON.items():
        for word in dict.fromkeys(common.split()):
            made[word] = (*made.get(word, ()), code)
    return made
