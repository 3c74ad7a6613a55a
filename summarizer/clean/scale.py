"""What names that hold of a line are worth: their weights, or, where weights are fitted, the names themselves.

Answers are kept in columns, one for a question and one entry a line, and summed across: that takes a third of
the time that a list of names for every line takes.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Scale(Generic[V]):
    """Values of names and their sum; `nothing` is the value of a name that does not hold."""

    nothing: V
    one: Callable[[str], V]
    all: Callable[[Iterable[str]], V]
    total: Callable[[Iterable[V]], V]

    def row(self, names: Iterable[str]) -> tuple[V, ...]:
        """The values of names; an empty one is worth nothing."""
        return tuple([self.one(name) if name else self.nothing for name in names])

    def flag(self, name: str) -> tuple[V, V]:
        """What it is worth that a name does not hold, and that it holds."""
        return (self.nothing, self.one(name))

    def across(self, columns: Sequence[Sequence[V]]) -> list[V]:
        """Sum up columns, line by line."""
        return list(map(self.total, zip(*columns, strict=True)))


def weighed(table: Mapping[str, float]) -> Scale[float]:
    """A name is worth its weight, one without a weight nothing."""
    return Scale(
        0.0,
        lambda name: table.get(name, 0.0),
        lambda names: sum(map(table.get, names, itertools.repeat(0.0)), 0.0),
        sum,
    )


NAMED: Scale[tuple[str, ...]] = Scale(
    (), lambda name: (name,), tuple, lambda values: tuple(itertools.chain.from_iterable(values))
)
"""A name is worth itself."""
