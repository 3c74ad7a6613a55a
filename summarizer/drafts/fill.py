"""Fill what the model's items leave open with the article's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from summarizer import note
from summarizer.drafts.extractive import COUNTS
from summarizer.settings import Length

FEWEST_LINES = 3


class _Drafted(Protocol):
    @property
    def summary(self) -> tuple[note.SummaryLine, ...]: ...
    @property
    def claims(self) -> tuple[note.Claim, ...]: ...
    @property
    def positions(self) -> tuple[note.Position, ...]: ...


class _Item(Protocol):
    @property
    def evidence(self) -> tuple[note.Evidence, ...]: ...


Item = TypeVar("Item", bound=_Item)


def open_lists(drafted: _Drafted, lost: frozenset[int], length: Length) -> frozenset[str]:
    """Name the lists that the article's own words may be put into; parties without a position there can always be."""
    full = {
        "summary": len(drafted.summary) >= FEWEST_LINES and not lost,
        "claims": len(drafted.claims) >= _wanted(length),
        "positions": len(drafted.positions) >= COUNTS[length][2],
    }
    return frozenset(name for name, is_full in full.items() if not is_full)


def _wanted(length: Length) -> int:
    return (COUNTS[length][1] + 1) // 2


def lines(
    drafted: tuple[note.SummaryLine, ...],
    own: Sequence[note.SummaryLine],
    lost: frozenset[int] = frozenset(),
) -> tuple[note.SummaryLine, ...]:
    """Bring the summary to three lines, in the order of the article.

    `lost` are the sentences of lines that failed: what only they told is told in the article's words, were
    there three lines without it; a line that those words tell too gives way. It was the main news more than once.
    """
    used = {e.sentence for line in drafted for e in line.evidence}
    missing = [line for line in own if any(e.sentence in lost - used for e in line.evidence)]
    told = {e.sentence for line in missing for e in line.evidence}
    kept = tuple(line for line in drafted if not told.issuperset(e.sentence for e in line.evidence))
    filled = (*kept, *missing)
    filled = _added(filled, own, max(0, FEWEST_LINES - len(filled)))
    if filled == drafted:
        return drafted
    return tuple(sorted(filled, key=lambda line: line.evidence[0].start))


def claims(
    drafted: tuple[note.Claim, ...], own: Sequence[note.Claim], length: Length
) -> tuple[note.Claim, ...]:
    """Bring the claims to half of what the length allows, in the order of the article."""
    wanted = _wanted(length)
    if len(drafted) >= wanted:
        return drafted
    filled = _added(drafted, own, wanted - len(drafted))
    return tuple(sorted(filled, key=lambda claim: claim.evidence[0].start))


def positions(
    drafted: tuple[note.Position, ...],
    own: Sequence[note.Position],
    length: Length,
    same: Callable[[str, str], bool],
) -> tuple[note.Position, ...]:
    """Add the parties that the draft gave no position; `same` tells whether two names are one party."""
    missing = [p for p in own if not any(same(p.holder, other.holder) for other in drafted)]
    return (*drafted, *missing[: max(0, COUNTS[length][2] - len(drafted))])


def _added(drafted: tuple[Item, ...], own: Sequence[Item], wanted: int) -> tuple[Item, ...]:
    """Append items whose sentences no drafted item rests on."""
    used = {e.sentence for item in drafted for e in item.evidence}
    fresh = [item for item in own if not used & {e.sentence for e in item.evidence}]
    return (*drafted, *fresh[:wanted])


def said(kind: str, drafted: Sequence[object], filled: Sequence[object]) -> str | None:
    """Word the warning that some items are the article's own, or None where none are."""
    more = sum(item not in drafted for item in filled)
    if not more:
        return None
    return (
        f"{more} of {len(filled)} {kind} were added from the article: too few of the model's stood the check"
    )
