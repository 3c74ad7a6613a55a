"""Which of the pairs that may be of one thing are each other's best: one counterpart in a source, not several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from summarizer.merge.statements import Statement

# A pair stands where neither has a counterpart in the other's source that is so much likelier.
_OF_BEST = 0.9


class _Told(Protocol):
    @property
    def statement(self) -> Statement: ...


Item = TypeVar("Item", bound=_Told)
Held = tuple[float, Item, Item]


def best(held: Sequence[Held[Item]]) -> tuple[tuple[Item, Item], ...]:
    """Keep the pairs of which each is nearly the best for the other, the likeliest first."""
    most: dict[tuple[int, str], float] = {}
    for chance, one, other in held:
        for here, there in ((one, other), (other, one)):
            key = id(here), there.statement.source
            most[key] = max(most.get(key, 0.0), chance)
    kept = [
        (chance, one, other)
        for chance, one, other in held
        if chance >= _OF_BEST * most[id(one), other.statement.source]
        and chance >= _OF_BEST * most[id(other), one.statement.source]
    ]
    kept.sort(key=lambda each: -each[0])
    return tuple((one, other) for _, one, other in kept)
