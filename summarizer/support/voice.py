"""Active and passive: the same thing said with its two parties in each other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.support.index import Index
from summarizer.support.words import Word

_BE = frozenset("was were is are been be being".split())
# A party is a noun with a determiner, a name or two: so many words at most.
_LONGEST = 5


def turned(listed: Sequence[Word], index: Index) -> Iterator[tuple[Word, ...]]:
    """Turn a claim's voice, "Y was seen by X" into "X seen Y" and back; where X and Y end is tried out.

    Only with a verb that the article prints without its "by", or with it; words keep their spans.
    """
    for at, word in enumerate(listed):
        passive = word.lower == "by" and at > 1 and listed[at - 2].lower in _BE
        if passive and at + 1 < len(listed):
            verb, subject, rest = listed[at - 1], listed[: at - 2], listed[at + 1 :]
            for size in range(1, min(_LONGEST, len(rest)) + 1):
                yield (*rest[:size], verb, *subject, *rest[size:])
            return
    for at, word in enumerate(listed[1 : _LONGEST + 1], start=1):
        if (word.stem, "by") in index.places and word.content:
            subject, rest = listed[:at], listed[at + 1 :]
            for size in range(1, min(_LONGEST, len(rest)) + 1):
                yield (*rest[:size], word, *subject, *rest[size:])
            return
