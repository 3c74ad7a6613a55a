"""Active and passive: the same thing said with its two parties in each other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.support import lexicon
from summarizer.support.index import Index
from summarizer.support.words import Word

# A party is a noun with a determiner, a name or two: so many words at most.
_LONGEST = 5


def turned(listed: Sequence[Word], index: Index) -> Iterator[tuple[Word, ...]]:
    """Turn a claim's voice, "Y was seen by X" into "X seen Y" and back; where X and Y end is tried out.

    An active claim only with a verb that the article prints before a "by"; words keep their spans.
    """
    found = list(active(listed))
    yield from found
    for at, word in enumerate(() if found else listed[1 : _LONGEST + 1], start=1):
        if (word.stem, "by") in index.places and word.content:
            yield from _around(listed[:at], (word,), listed[at + 1 :])
            return


def active(listed: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Turn a passive claim into active ones; nothing where there is no "was seen by"."""
    for at, word in enumerate(listed):
        if word.lower == "by" and at > 2 and listed[at - 2].lower in lexicon.BE:
            before, verb = listed[: at - 2], listed[at - 1 : at]
            if before[-1].lower in lexicon.HAVE:
                before, verb = before[:-1], (before[-1], *verb)
            yield from _around(before, verb, listed[at + 1 :])
            return


def _around(
    before: Sequence[Word], verb: Sequence[Word], after: Sequence[Word]
) -> Iterator[tuple[Word, ...]]:
    for size in range(1, min(_LONGEST, len(after)) + 1):
        yield (*after[:size], *verb, *before, *after[size:])
