"""See through what hides an order from a pattern and not from a model."""

from __future__ import annotations

import base64
import contextlib
import re
import unicodedata
from functools import lru_cache

from summarizer.article import fold_space
from summarizer.orders import forged

# Formatting characters: "ig<ZWSP>nore".
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
# Those of them that hide something; soft hyphens and joiners are how some languages are written.
HIDING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")
# Letters of other scripts that look like Latin ones.
_LOOKALIKES = str.maketrans(
    "аеорсхуіјѕԁӏмнткАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΧ", "aeopcxyijsdlmhtkABEKMHOPCTXIJSABEZHIKMNOPTX"
)
_SIMILAR = re.compile("[\u0370-\u03ff\u0400-\u04ff\u0500-\u052f]")
_LATIN = re.compile(r"[A-Za-z]")
# "1gn0r3 y0ur ru135": a digit among the letters of a word.
_DIGIT = re.compile(r"\d")
_LEET = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*\d)[\w@$]{2,}\b")
_LETTERS_OF_DIGITS = str.maketrans("0134578@$", "oieastbas")
# Long words of an order, and how a hand that hurries spells them: two letters changed about, or one left out.
_LONG = (
    "ignore disregard previous instructions instruction guidelines summary summarise summarize following sentence paragraph"
    " article response respond output prompt assistant language model system report write answer mention include"
).split()
_MISSPELT = {
    spelt: word
    for word in _LONG
    for at in range(1, len(word) - 1)
    for spelt in (word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    if spelt != word
}
_LETTERS = re.compile("[a-z]+")
_MARKS = re.compile("[\u0300-\u036f]")
_MANY = 3
# Each sentence is folded for several questions, one right after the other.
_KEPT = 256
_FEWEST_SMALL = 6


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """Fold width, compatibility forms, invisible characters and letters that only look Latin."""
    if text.isascii():
        return fold_space(text)
    seen = UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    looks = " ".join(map(_latin, seen.split(" "))) if _SIMILAR.search(seen) else seen
    return fold_space(looks.replace("’", "'"))


@lru_cache(maxsize=_KEPT)
def readings(folded: str) -> tuple[str, ...]:
    """Give a folded text, and what it reads as where its letters are dressed up: accents, digits, slips."""
    made = [folded]
    if not folded.isascii():
        # nearly all of them are quotation marks and dashes, which have no parts
        parted = folded if unicodedata.is_normalized("NFD", folded) else unicodedata.normalize("NFD", folded)
        bare = _MARKS.sub("", parted)
        if bare != folded:
            made.append(bare)
    if _DIGIT.search(folded) and len(_LEET.findall(folded)) >= _MANY:
        made.append(_LEET.sub(lambda found: found[0].translate(_LETTERS_OF_DIGITS), folded))
    lower = folded.lower()
    if not _MISSPELT.keys().isdisjoint(_LETTERS.findall(lower)):
        words = lower.split(" ")
        if sum(map(_MISSPELT.__contains__, [word.strip(".,:;!?") for word in words])) >= _MANY:
            made.append(" ".join(_MISSPELT.get(word, word) for word in words))
    return tuple(made)


def _latin(word: str) -> str:
    """A word that mixes scripts is spelled with the letters it imitates."""
    return word.translate(_LOOKALIKES) if _LATIN.search(word) else word


def encoded(text: str) -> bool:
    """Say whether a text is spelled as nobody writes for a reader: base64, hexadecimal, ROT13, backwards, letter by letter."""
    for found in forged.BASE64.finditer(text):
        run = found[0].rstrip("=")
        with contextlib.suppress(ValueError):
            if _words(base64.b64decode(run + "=" * (-len(run) % 4))):
                return True
    for found in forged.HEXADECIMAL.finditer(text):
        with contextlib.suppress(ValueError):
            if _words(bytes.fromhex(found[0])):
                return True
    lower = text.lower()
    if any([spelt in lower for spelt in forged.MIRRORED]):
        return True
    # an alphabet has capitals only
    return any(
        sum(char.islower() for char in found[0]) >= _FEWEST_SMALL for found in forged.SPACED.finditer(text)
    )


def _words(data: bytes) -> bool:
    """Letters, blanks and little else, as running text has them; digests and pictures have not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return " " in text and sum(c.isalpha() or c in " .,:;'!?-" for c in text) > 0.9 * len(text)
