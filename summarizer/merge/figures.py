"""Figures that count the same thing in two sources and do not agree.

Two sources contradict each other only where what is counted or the words around it meet, where neither
gives the other's figure too, and where no name or year says that they count different things.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import cached_property

from summarizer.merge import alike as alike_figures
from summarizer.merge import bonds, counts, facts, fields, matching, measures, opposed, stems, sums, values
from summarizer.merge.alike import Alike
from summarizer.merge.counts import Figure
from summarizer.merge.statements import Field, Statement

# A value that two sources share is one fact by itself when it has so many digits.
_TELLING_DIGITS = 3
_FARTHEST = 0.2
# What agrees in value too needs no less to be one thing.
_AGREES = 0.6
# What anything is measured in, so that two figures of it need a word in common.
_ANYTHING = frozenset((measures.COUNT, measures.TIME, "%", "points"))
_NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)


class Figures:
    """The figures of one topic: those that cannot both be right, and those that agree."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._of = {one.place: counts.of(one) for one in field.statements}
        self._listed = [figure for listed in self._of.values() for figure in listed]
        self._uses = facts.uses(self._listed)
        self._by_value = sorted((figure.quantity.value, at) for at, figure in enumerate(self._listed))
        self._agreeing: dict[int, tuple[Figure, ...]] = {}

    def of(self, statement: Statement) -> tuple[Figure, ...]:
        """List the figures of a sentence."""
        return self._of[statement.place]

    @cached_property
    def _alike(self) -> Alike:
        return Alike(self._field, self._listed)

    @cached_property
    def _from(self) -> float:
        return bonds.least(self._field)[0]

    @cached_property
    def rivals(self) -> tuple[tuple[Figure, Figure], ...]:
        """Pairs of figures of different sources that count one thing and cannot both be right, the likeliest first."""
        held: list[tuple[float, Figure, Figure]] = []
        for one, other in self._pairs():
            chance = self._alike.chance(one, other) if comparable(one, other) else 0.0
            if chance >= self._from:
                held.append((chance, one, other))
            elif _known_again(one, other) and facts.same_fact(one, other, self._uses):
                held.append((1.0, one, other))
        return matching.best(held)

    def _pairs(self) -> Iterator[tuple[Figure, Figure]]:
        """Each two that measure the same, in order; a sum may leave its currency out."""
        by_kind: dict[str, list[int]] = {}
        for at, figure in enumerate(self._listed):
            by_kind.setdefault(figure.measured[0], []).append(at)
        sums = sorted(at for sign in measures.MONEY for at in by_kind.get(sign, ()))
        bare = by_kind.get(measures.COUNT, [])
        both = {measures.COUNT: sorted((*bare, *sums))}
        both |= {sign: sorted((*by_kind.get(sign, ()), *bare)) for sign in measures.MONEY}
        for at, figure in enumerate(self._listed):
            held = both.get(figure.measured[0]) or by_kind[figure.measured[0]]
            for there in held[bisect.bisect(held, at) :]:
                yield figure, self._listed[there]

    def agreeing(self, figure: Figure) -> tuple[Figure, ...]:
        """List the figures of other sources that give the same value for the same."""
        if id(figure) not in self._agreeing:
            self._agreeing[id(figure)] = tuple(
                other
                for other in self._alike_in_value(figure)
                if other.statement.source != figure.statement.source
                and figure.quantity.same_value(other.quantity)
                and (
                    facts.same_fact(figure, other, self._uses)
                    or _one_value(figure, other)
                    or self._likely(figure, other)
                )
            )
        return self._agreeing[id(figure)]

    def against(self, one: Figure, other: Figure) -> bool:
        """Say whether a figure that agrees with a rival of the other is one too."""
        return _apart_in_value(one, other) and not one.kinds.part(other.kinds)

    def _likely(self, one: Figure, other: Figure) -> bool:
        """Say whether two figures of one value count one thing, as those are weighed that differ."""
        return (
            one.measured[0] == other.measured[0]
            and _one_noun(one, other)
            and counts.AGE not in one.counted | other.counted
            and not (one.years and other.years and not one.years & other.years)
            and self._alike.chance(one, other) >= _AGREES
        )

    def _alike_in_value(self, figure: Figure) -> Iterator[Figure]:
        """Those that may have its value, in order: near it, or a share as a figure below one."""
        value = figure.quantity.value
        if value < 1:
            yield from self._listed
            return
        low, high = (bisect.bisect(self._by_value, (edge, 0)) for edge in (value * 0.99, value * 1.02))
        shares = bisect.bisect(self._by_value, (1.0, 0))
        for at in sorted({at for _, at in (*self._by_value[:shares], *self._by_value[low:high])}):
            yield self._listed[at]


def _one_noun(one: Figure, other: Figure) -> bool:
    """Small counts are of one thing only where their noun, or what is told of people, is one."""
    if one.measured[0] != measures.COUNT or one.quantity.value >= counts.TELLING_FROM:
        return True
    return bool((one.counted & other.counted) - stems.measured() - stems.vague())


def _known_again(one: Figure, other: Figure) -> bool:
    """Ages and tallies are known by what they are of, and need no weighing."""
    special = counts.TALLY in one.counted & other.counted or counts.AGE in one.counted & other.counted
    return special and _apart_in_value(one, other)


def comparable(one: Figure, other: Figure) -> bool:
    """Say whether two figures of different sources and of one time differ, and have anything in common."""
    return (
        counts.AGE not in one.counted | other.counted
        and _apart_in_value(one, other)
        and _meet(one, other)
        and not (one.years and other.years and not one.years & other.years)
        and _once(one) == _once(other)
        and not opposed.figures(one, other)
        and not sums.differ(one, other)
    )


_ONCE = re.compile(
    r"\b(?:once|formerly|used to|at one time|originally|previously|(?:was|were) to have|should have|approved|budgeted"
    r"|earmarked|first planned)\b[^.;]*$",
    re.IGNORECASE,
)


def _once(figure: Figure) -> bool:
    """Whether the figure is one of former times."""
    return _ONCE.search(figure.statement.line.text[: figure.quantity.span.start]) is not None


def _apart_in_value(one: Figure, other: Figure) -> bool:
    return (
        one.statement.source != other.statement.source
        and values.disagree(one, other)
        and not _both_given(one, other)
    )


def _meet(one: Figure, other: Figure) -> bool:
    near = alike_figures.nearness(one.measured[1], other.measured[1])
    if near < _FARTHEST:
        return False
    if one.measured[0].partition("/")[0] not in _ANYTHING and not one.money:
        return True  # lengths, speeds and weights are few
    beside = (one.around | one.counted) & (other.around | other.counted)
    wide = (one.statement.stems & other.statement.stems) - stems.vague()
    if beside or (wide and not one.money):  # of prices there are too many
        return True
    return not one.money and bool(fields.of(one.counted) & fields.of(other.counted))


def _both_given(one: Figure, other: Figure) -> bool:
    """One of the sentences gives the other's value too: it tells of both."""
    return any(
        quantity.same_value(beside.quantity) and not _NOT.search(line.text[: quantity.span.start])
        for figure, beside in ((one, other), (other, one))
        for line in (figure.statement.line,)
        for quantity in line.quantities
    )


def _one_value(one: Figure, other: Figure) -> bool:
    """An unusual value that both give is one fact, most likely, however it is put."""
    if one.quantity.digits >= _TELLING_DIGITS and other.quantity.digits >= _TELLING_DIGITS:
        return True
    shared = (one.counted | one.around) & (other.counted | other.around)
    return one.quantity.value >= counts.TELLING_FROM and bool(shared)
