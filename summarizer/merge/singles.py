"""What only one source says, or one and its copies."""

from __future__ import annotations

from summarizer.merge import claims
from summarizer.merge.claims import Claim
from summarizer.merge.copies import Copies
from summarizer.merge.statements import Field, Statement

# A sentence of which no other source says this much is that source's alone.
_ALONE = 0.52
_SAME_IN_COPY = 0.8


def alone(field: Field, copies: Copies, used: set[tuple[str, int]], most: int) -> tuple[Claim, ...]:
    """List what only one source says, or one and its copies, the weightiest of each source first.

    Only what names, counts or attributes something, and is not in `used`; at most so many a source.
    """
    made: list[Claim] = []
    by_source: dict[str, list[Claim]] = {}
    for one in field.statements:
        if one.place in used or not claims.usable(one) or not _telling(one):
            continue
        if copies.original[one.source] != one.source and _copied(one, field, copies):
            continue
        elsewhere = [
            other
            for other in field.neighbours(one)
            if copies.original[other.source] != copies.original[one.source]
            and field.share(other.stems, one.stems) >= _ALONE
        ]
        if not elsewhere:
            same = tuple(o for o in field.neighbours(one) if _printed_by_copy(o, one, field, copies))
            by_source.setdefault(one.source, []).append(Claim(one, same, 1))
    for listed in by_source.values():
        best = sorted(listed, key=lambda claim: (claim.leans, -claim.salience))[:most]
        made.extend(sorted(best, key=lambda claim: claim.statement.line.number))
    return tuple(made)


def _telling(one: Statement) -> bool:
    return bool(one.said is not None or one.figures or one.names)


def _copied(one: Statement, field: Field, copies: Copies) -> bool:
    """The source's original, or another copy of it, prints the sentence too."""
    return any(_printed_by_copy(other, one, field, copies) for other in field.neighbours(one))


def _printed_by_copy(other: Statement, one: Statement, field: Field, copies: Copies) -> bool:
    if copies.original[other.source] != copies.original[one.source]:
        return False
    return (
        copies.same_sentence(one.place, other.place) or field.share(other.stems, one.stems) >= _SAME_IN_COPY
    )
