"""Figures that count the same thing in two sources and do not agree.

Two sources contradict each other only where what is counted or the words around it meet, where neither
gives the other's figure too, and where no name or year says that they count different things.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from summarizer.merge import alike as alike_figures
from summarizer.merge import bonds, counts, fields, matching, measures, opposed, stems, sums, values
from summarizer.merge.alike import Alike
from summarizer.merge.counts import Figure
from summarizer.merge.statements import Field, Statement

_CLOSE = 0.5
_NEAR = 0.6
_VERY_CLOSE = 0.8
_VERY_CLOSE_TOO = 0.95
_LITTLE = 3
_SMALL_COUNT, _ONE_APART = 12, 0.9
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
        self._uses = _uses(self._listed)
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
            elif _known_again(one, other) and same_fact(one, other, self._uses):
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
                    same_fact(figure, other, self._uses)
                    or _one_value(figure, other)
                    or self._likely(figure, other)
                )
            )
        return self._agreeing[id(figure)]

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
    """Small counts are of one thing only where their noun, or what is told of people, is one: eleven houses, eleven men."""
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


Uses = dict[tuple[str, str], frozenset[float]]
"""The values that a source counts a noun with, and those that stand beside a word ("~word")."""


def _uses(listed: Sequence[Figure]) -> Uses:
    made: dict[tuple[str, str], set[float]] = {}
    for figure in listed:
        for noun in (*figure.counted, *(f"~{stem}" for stem in figure.around)):
            made.setdefault((figure.statement.source, noun), set()).add(figure.quantity.value)
    return {key: frozenset(values) for key, values in made.items()}


def same_fact(one: Figure, other: Figure, uses: Uses) -> bool:
    """Say whether two figures count one thing."""
    nouns = (one.counted & other.counted) - stems.measured() - (stems.vague() - stems.people())
    if counts.TALLY in nouns or counts.AGE in one.counted | other.counted:
        return len(nouns) > 1
    near = _nearness(one.quantity.value, other.quantity.value)
    units = one.counted & other.counted & stems.measured()
    if one.money and one.money == other.money:
        units = units | {one.money}
    around = (one.around & other.around) - nouns - units
    if _apart(one, other, near) or (
        not nouns - stems.people() and _elsewhere(one, other, near, around | nouns)
    ):
        return False
    crowded = near < _VERY_CLOSE and bool(nouns) and _crowded(one, other, nouns, uses)
    if crowded and (near < _CLOSE or not _marked(one, other, around, uses)):
        return False
    if nouns and (around or len(nouns) > 1 or units):
        return near >= (_CLOSE if one.money else _CLOSE / 2) or len(around) > 1
    if nouns and near >= (_CLOSE if nouns - stems.people() else _VERY_CLOSE):
        return all(_only(figure, noun, uses) for figure in (one, other) for noun in nouns)
    return _by_words(one, other, near, units, around) or _crossed(one, other, near, uses)


def _crowded(one: Figure, other: Figure, nouns: frozenset[str], uses: Uses) -> bool:
    """One of the sources counts each noun with several values of like size: nothing says which is meant."""
    if any(noun.startswith("#") for noun in nouns):
        return False
    return not any(all(_only(figure, noun, uses) for figure in (one, other)) for noun in nouns)


def _marked(one: Figure, other: Figure, around: frozenset[str], uses: Uses) -> bool:
    """A word beside both that stands beside no other figure of its source."""
    telling = around - stems.vague() - one.statement.names - other.statement.names
    return any(
        all(len(uses[figure.statement.source, f"~{stem}"]) == 1 for figure in (one, other))
        for stem in telling
    )


def _crossed(one: Figure, other: Figure, near: float, uses: Uses) -> bool:
    """Say whether "employs 210 people" counts what "260 employees" does, each counted that once."""
    if near < _NEAR:
        return False
    for bare, full in ((one, other), (other, one)):
        met = (full.counted & bare.around) - stems.measured() - stems.vague()
        if bare.counted and bare.counted <= stems.people() and any(_only(full, noun, uses) for noun in met):
            return True
    return False


def _by_words(one: Figure, other: Figure, near: float, units: frozenset[str], around: frozenset[str]) -> bool:
    """Without a noun in common the words around have to tell: the nearer the values, the fewer."""
    if units:
        return bool(around) and (near >= _NEAR or _digit_more(one, other))
    matter = around - stems.vague() - one.statement.names - other.statement.names
    if one.quantity.unit == other.quantity.unit == "%":
        return bool(matter) and near >= _NEAR
    return len(matter) >= (1 if near == 1.0 else 2) and near >= _VERY_CLOSE


def _digit_more(one: Figure, other: Figure) -> bool:
    """9 and 19 kilometres: a digit got lost."""
    short, long = sorted((f"{figure.quantity.value:.6g}" for figure in (one, other)), key=len)
    return len(long) - len(short) == 1 and long.endswith(short)


def _apart(one: Figure, other: Figure, near: float) -> bool:
    """The sentences give different years, or quite different values for other days or other names."""
    if one.years and other.years and not one.years & other.years:
        return True
    if one.days and other.days and not one.days & other.days and near < _VERY_CLOSE:
        return True
    return bool(one.names and other.names) and not one.names & other.names and near < _VERY_CLOSE


def _nearness(one: float, other: float) -> float:
    """How near two values are, from 0 to 1; small counts that differ by one are as near as can be.

    So are values with the same digits in another order, the slip of whoever copied the one from the other.
    """
    low, high = sorted((one, other))
    digits = [f"{value:.6g}" for value in (low, high)]
    if len(digits[0]) == len(digits[1]) > 1 and sorted(digits[0]) == sorted(digits[1]):
        return 1.0
    if high <= _SMALL_COUNT and high - low <= 1:
        return _ONE_APART
    return low / high if high else 1.0


def _only(figure: Figure, noun: str, uses: Uses) -> bool:
    """Say whether the source counts the noun once only, values of quite another size apart."""
    value = figure.quantity.value
    return sum(_nearness(value, other) >= _CLOSE / 2 for other in uses[figure.statement.source, noun]) == 1


def _elsewhere(one: Figure, other: Figure, near: float, shared: frozenset[str]) -> bool:
    """One of the clauses names somebody or some place that the other source does not know, and little else meets."""
    if near >= _VERY_CLOSE_TOO or len(shared) > _LITTLE:
        return False
    for figure, beside in ((one, other), (other, one)):
        known = beside.statement.telling.index
        if any(not known.printed(name) for name in figure.names):
            return True
    return False
