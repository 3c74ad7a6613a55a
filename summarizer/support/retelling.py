"""A claim that retells one sentence, and the size of a change in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.support import lexicon
from summarizer.support.align import Change
from summarizer.support.index import Index, Line
from summarizer.support.words import Word

# A small change touches so many words at most on either side; more is another wording.
SMALL = 4
# A word left out counts as that of the next word kept when it stands this close before it.
CLOSE = 3
# At the end so many words may still be said of all that comes before: "resigned, reportedly".
_TAIL = 2


@dataclass(frozen=True, slots=True)
class Retelling:
    """A claim's words, figures as one word each, and the sentence that it retells.

    `quiet` are those inside quotations that the article prints. `reported` says that the claim is shown
    behind the name of whoever said it, so that a cue it leaves out is not lost.
    """

    listed: Sequence[Word]
    line: Line
    index: Index
    quiet: frozenset[Word] = frozenset()
    reported: bool = False


def small(change: Change) -> bool:
    """Say whether a change touches few words on either side."""
    return len(change.claimed) <= SMALL and len(change.printed) <= SMALL


def just_before(change: Change) -> tuple[Word, ...]:
    """Words left out that stand right before a word kept; of a clause left out, only the last, or "no plans to"."""
    if change.after is None and not change.claimed and len(change.printed) > _TAIL:
        # a clause left off the end
        return ()
    if small(change):
        return change.printed
    if change.after is None:
        return ()
    meant = [word.lower for word in change.printed[-2:]]
    last = CLOSE if len(meant) == 2 and meant[0] in lexicon.MEANT and meant[1] == "to" else 1
    return change.printed[-last:]


def said_so(listed: Sequence[Word]) -> str:
    """Print words for a person."""
    return " ".join(word.lower for word in listed)
