"""A claim laid beside the sentence it retells: what was kept, put in, left out, put for something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.support import lexicon, numbers
from summarizer.support.words import Word

# A claim retells a sentence when the sentence has this share of its words in the same order.
_RETELLS = 0.6
_SHORTEST = 3
_DETERMINERS = frozenset("the a an this that these those its their his her".split())
# Between two things that change places something has to happen; these join them without order.
_JOINS = frozenset("and or but with while both plus versus vs v to".split())


@dataclass(frozen=True, slots=True)
class Change:
    """One place where claim and sentence part; either side may be empty.

    `before` and `after` are the words that stand round the place in both, None at an end.
    """

    claimed: tuple[Word, ...]
    printed: tuple[Word, ...]
    before: Word | None
    after: Word | None


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where the claim and one sentence part; `kept` is the share of the claim's words that do not."""

    changes: tuple[Change, ...]
    kept: float


def align(claim: Sequence[Word], printed: Sequence[Word]) -> Aligned | None:
    """Lay `claim` beside a sentence by their longest common subsequence; None where it retells too little.

    Words compare by their stems. Linear in the product of the lengths over 64, as rapidfuzz does it.
    """
    from rapidfuzz.distance import LCSseq

    ours, theirs = [word.stem for word in claim], [word.stem for word in printed]
    if len(ours) < _SHORTEST:
        return None
    kept = LCSseq.similarity(ours, theirs) / len(ours)
    if kept < _RETELLS:
        return None
    changes: list[Change] = []
    at_claim = at_printed = 0
    blocks = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(ours, theirs)
        if op.tag == "equal"
    ]
    for start, end, other_start, other_end in (*blocks, (len(ours), len(ours), len(theirs), len(theirs))):
        if start > at_claim or other_start > at_printed:
            changes.append(
                Change(
                    tuple(claim[at_claim:start]),
                    tuple(printed[at_printed:other_start]),
                    claim[at_claim - 1] if at_claim else None,
                    claim[start] if start < len(ours) else None,
                )
            )
        at_claim, at_printed = end, other_end
    return Aligned(tuple(changes), kept)


# Left out of the middle of a sentence they take nothing from what is said; forms of "be" would turn the voice.
_IDLE = frozenset(
    "which who that has had have also already then now the a an his her its their this very just still both".split()
)
# Before what a claim keeps of a sentence these may turn it, and so may a condition behind it.
_TURNS = lexicon.NEGATORS | lexicon.HEDGES | lexicon.ALLEGES | frozenset("whether except but".split())
_LOOKED_BACK = 4


def skips(claim: Sequence[Word], printed: Sequence[Word]) -> bool:
    """Say whether a claim is a stretch of a sentence less idle words: "The trial, which lasted seven weeks, …"."""
    laid = align(claim, printed)
    if laid is None or laid.kept < 1.0:
        return False
    for change in laid.changes:
        words = [word.lower for word in change.printed]
        if change.before is None:
            words = words[-_LOOKED_BACK:]
        elif change.after is None:
            words = words[:1]
        elif not set(words) <= _IDLE:
            return False
        if any(word in _TURNS or word.endswith("n't") for word in words):
            return False
    return True


def plain(listed: Sequence[Word], figures: Sequence[numbers.Quantity], offset: int = 0) -> tuple[Word, ...]:
    """Put one word that stands for its value in place of each figure, however it is spelled."""
    made: list[Word] = []
    waiting = [(q.span.start + offset, q.span.end + offset, q.token) for q in figures]
    at = 0
    for word in listed:
        while at < len(waiting) and waiting[at][1] <= word.span.start:
            at += 1
        if at < len(waiting) and waiting[at][0] < word.span.end:
            token = waiting[at][2]
            if not made or made[-1].stem is not token:
                made.append(Word(word.lower, token, Span(word.span.start, word.span.end), False))
        else:
            made.append(word)
    return tuple(made)


def changed_places(
    claim: Sequence[Word], printed: Sequence[Word]
) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Find two parts of a sentence that the claim, in otherwise the same words, has in each other's place.

    The sentence has X, something that is no mere "and", Y; the claim has Y, the same, X. Gives X and Y.
    A turn into the passive brings words of its own and is no such exchange.
    """
    ours = [word for word in claim if word.lower not in _DETERMINERS]
    theirs = [word for word in printed if word.lower not in _DETERMINERS]
    left = [word.stem for word in ours]
    right = [word.stem for word in theirs]
    if len(left) < _SHORTEST or not set(left) <= set(right):
        return None
    size = len(left)
    wanted = sorted(left)
    for start in range(len(right) - size + 1):
        window = right[start : start + size]
        if window != left and sorted(window) == wanted:
            found = _exchanged(left, window)
            if found is not None:
                first, second = (tuple(theirs[start + a : start + b]) for a, b in found)
                between = {word.lower for word in theirs[start + found[0][1] : start + found[1][0]]}
                if _ordered(first, second, between):
                    return first, second
    return None


def _ordered(first: Sequence[Word], second: Sequence[Word], between: set[str]) -> bool:
    """Say whether it matters which of two things comes first, by what stands between them."""
    if between <= _JOINS:
        return False
    reports = between <= _JOINS | lexicon.SAYS | {"that"}
    return not reports or all(word.capital for word in (*first, *second))


def _exchanged(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where `right` is p X v Y s and `left` is p Y v X s, give the places of X and Y in `right`."""
    low, high = 0, len(left)
    while left[low] == right[low]:
        low += 1
    while left[high - 1] == right[high - 1]:
        high -= 1
    for one in range(1, high - low - 1):
        # X is `one` long, and ends the claim's part
        if list(left[high - one : high]) != list(right[low : low + one]):
            continue
        for two in range(1, high - low - one):
            between = right[low + one : high - two]
            if list(left[low : low + two]) == list(right[high - two : high]) and list(
                left[low + two : high - one]
            ) == list(between):
                return (low, low + one), (high - two, high)
    return None
