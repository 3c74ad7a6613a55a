"""A claim's words as a sentence prints them, where both say the same: contractions, spellings, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.support import dialect, numbers

_NOT = re.compile(
    r"\b(?:(is|are|was|were|do|does|did|has|have|had|would|could|should|must|need|might)n['’]t|(wo|ca)n['’]t|(cannot))\b",
    re.IGNORECASE,
)
_ENDS = {
    "re": ("are",),
    "ll": ("will",),
    "ve": ("have",),
    "m": ("am",),
    "d": ("would", "had"),
    "s": ("is", "has"),
}
# 's is a verb behind these; behind a name it may be the possessive
_PRONOUN = r"\b(I|you|he|she|it|we|they|that|there|who|what|here|where|how)['’](re|ll|ve|m|d|s)\b"
_VERB = re.compile(_PRONOUN, re.IGNORECASE)
_WORD = re.compile(r"(?<![\w.])(?:(?:[A-Z]\.){2,5}|[^\W\d_]{2,})(?![\w])")


def respelled(claim: str, printed: str) -> str:
    """Give the claim with each contraction, spelling and figure as `printed` has it.

    What `printed` spells as the claim does stays. Nothing changes but the form: "isn't" for "is not", never "is".

    >>> respelled("They can't favour 3 cranes.", "They cannot favor three cranes.")
    'They cannot favor three cranes.'
    """
    made = claim
    for ours, theirs in _contractions(claim, printed):
        made = re.sub(rf"\b{ours}\b", theirs, made)
    return _figures(_words(made, printed), printed)


def _contractions(claim: str, printed: str) -> Iterator[tuple[str, str]]:
    """Pairs of a contraction and its full form, as patterns, where one stands in the claim, the other in the sentence."""
    for text, other, reverse in ((claim, printed, False), (printed, claim, True)):
        for contracted, full in _parts(text):
            if contracted.lower() in other.lower():
                continue
            found = re.search(rf"\b{re.escape(full)}\b", other, re.IGNORECASE)
            if found is not None:
                yield (
                    (re.escape(found.group()), contracted)
                    if reverse
                    else (re.escape(contracted), found.group())
                )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each contraction of a text with what it is short for."""
    for m in _NOT.finditer(text):
        if m[1]:
            yield m.group(), f"{m[1]} not"
        elif m[2] and m[2].lower() == "wo":
            yield m.group(), "will not"
        else:
            yield m.group(), "can not"
            yield m.group(), "can't" if m[3] else "cannot"
            yield m.group(), "can’t" if m[3] else "cannot"
    for m in _VERB.finditer(text):
        for verb in _ENDS[m[2].lower()]:
            yield m.group(), f"{m[1]} {verb}"


def _words(claim: str, printed: str) -> str:
    """Each word that the sentence has in its other spelling, in that; "US" as its "U.S."."""
    there = {m.group(): _form(m.group()) for m in _WORD.finditer(printed)}
    spellings = {form: word for word, form in there.items()}

    def other(m: re.Match[str]) -> str:
        word = m.group()
        if word in there or word.lower() in there or word.capitalize() in there:
            return word
        found = spellings.get(_form(word))
        if found is None:
            return word
        return found if found[0].isupper() == word[0].isupper() else found.swapcase()[0] + found[1:]

    return _WORD.sub(other, claim)


def _form(word: str) -> str:
    """One form for all spellings of a word; that of initials keeps its capitals, for "US" is not "us"."""
    letters = word.replace(".", "")
    return letters if letters.isupper() else dialect.american(word.lower())


def _figures(claim: str, printed: str) -> str:
    """Each figure as the sentence spells it, where that gives the same value and bound."""
    there = numbers.quantities(printed)
    made: list[str] = []
    at = 0
    for ours in numbers.quantities(claim):
        same = [q for q in there if q.value == ours.value and q.unit == ours.unit and q.bound == ours.bound]
        spelled = [printed[q.span.start : q.span.end] for q in same]
        if spelled and claim[ours.span.start : ours.span.end] not in spelled:
            made.extend((claim[at : ours.span.start], spelled[0]))
            at = ours.span.end
    return "".join((*made, claim[at:]))
