"""What somebody said in the first person, told in the third: "I will go" is "he would go" behind "she said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIRST = "i we me us my our mine ours myself ourselves".split()
_THIRD = "he she they him her them his their hers theirs himself herself themselves".split()
_OWN = frozenset("myself ourselves himself herself themselves".split())
_TENSES = {
    "would": "will", "had": "have", "has": "have", "am": "be", "is": "be", "are": "be", "was": "be", "were": "be",
    "could": "can", "might": "may", "did": "do", "does": "do", "ll": "will", "ve": "have", "m": "be", "re": "be",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_NOT = re.compile(r"n['’]t\b")


def printed(text: str) -> tuple[str, ...]:
    """List the words of what somebody said, tenses of the small verbs as one, the speaker as "self"."""
    return tuple(_shifted(text, "self", "other"))


def claimed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List the words of reported speech in the same way, "he" once as the speaker and once as somebody else."""
    return tuple(_shifted(text, "self", "self")), tuple(_shifted(text, "self", "other"))


def _shifted(text: str, first: str, third: str) -> Iterator[str]:
    for word in _WORD.findall(_NOT.sub(" not", text.lower())):
        if word in _FIRST:
            yield f"{first} own" if word in _OWN else first
        elif word in _THIRD:
            yield f"{third} own" if word in _OWN else third
        else:
            yield _TENSES.get(word, word)
