"""Figures that count the same thing in two sources and do not agree.

Two sources contradict each other only where what is counted or the words around it meet, where neither
gives the other's figure too, and where no name or year says that they count different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from summarizer.merge import counts, lexicon
from summarizer.merge.counts import Figure
from summarizer.merge.statements import Field
from summarizer.support import numbers, words

_CLOSE = 0.5
_NEAR = 0.6
_VERY_CLOSE = 0.8
_VERY_CLOSE_TOO = 0.95
_LITTLE = 3
_SMALL_COUNT, _ONE_APART = 12, 0.9
# A value that two sources share is one fact by itself when it has so many digits.
_TELLING_DIGITS = 3
_ROUND = 0.05
_ABOUT = 0.1
_ROUNDED_FROM = 1000.0


def rivals(field: Field) -> tuple[list[tuple[Figure, Figure]], Callable[[Figure], Iterator[Figure]]]:
    """Pair figures of different sources that count one thing and cannot both be right.

    The second result lists for a figure those of other sources that give the same value for the same.
    """
    listed = [figure for statement in field.statements for figure in counts.of(statement)]
    uses = _uses(listed)
    found = [
        (one, other)
        for at, one in enumerate(listed)
        for other in listed[at + 1 :]
        if one.statement.source != other.statement.source
        and disagree(one.quantity, other.quantity)
        and same_fact(one, other, uses)
        and not _gives(one, other, listed)
        and not _gives(other, one, listed)
    ]

    def agreeing(figure: Figure) -> Iterator[Figure]:
        for other in listed:
            apart = other.statement.source != figure.statement.source
            same = apart and figure.quantity.same_value(other.quantity)
            if same and (same_fact(figure, other, uses) or _one_value(figure, other)):
                yield other

    return found, agreeing


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


def disagree(one: numbers.Quantity, other: numbers.Quantity) -> bool:
    """Say whether two figures of one thing cannot both be right, bounds and rounding allowed for."""
    if one.unit != other.unit and not {one.unit, other.unit} <= {"", *counts.CURRENCY}:
        return False
    if one.same_value(other):
        return False
    low, high = sorted((one, other), key=lambda q: q.value)
    if low.bound != high.bound and (low.bound == "above" or high.bound == "below"):
        return False
    apart = (high.value - low.value) / high.value if high.value else 0.0
    if "about" in (one.bound, other.bound) and apart <= _ABOUT:
        return False
    rounded = min(one.digits, other.digits) <= 2 and low.value >= _ROUNDED_FROM
    return not (rounded and apart <= _ROUND)


def same_fact(one: Figure, other: Figure, uses: Uses) -> bool:
    """Say whether two figures count one thing."""
    nouns = (one.counted & other.counted) - _measures() - (_vague() - _generic())
    if counts.TALLY in nouns or counts.AGE in one.counted | other.counted:
        return len(nouns) > 1
    near = _nearness(one.quantity.value, other.quantity.value)
    units = one.counted & other.counted & _measures()
    if one.money and one.money == other.money:
        units = units | {one.money}
    around = (one.around & other.around) - nouns - units
    if _apart(one, other, near) or (not nouns - _generic() and _elsewhere(one, other, near, around | nouns)):
        return False
    crowded = near < _VERY_CLOSE and bool(nouns) and _crowded(one, other, nouns, uses)
    if crowded and (near < _CLOSE or not _marked(one, other, around, uses)):
        return False
    if nouns and (around or len(nouns) > 1 or units):
        return near >= (_CLOSE if one.money else _CLOSE / 2) or len(around) > 1
    if nouns and near >= (_CLOSE if nouns - _generic() else _VERY_CLOSE):
        return all(_only(figure, noun, uses) for figure in (one, other) for noun in nouns)
    return _by_words(one, other, near, units, around) or _crossed(one, other, near, uses)


def _crowded(one: Figure, other: Figure, nouns: frozenset[str], uses: Uses) -> bool:
    """One of the sources counts each noun with several values of like size: nothing says which is meant."""
    if any(noun.startswith("#") for noun in nouns):
        return False
    return not any(all(_only(figure, noun, uses) for figure in (one, other)) for noun in nouns)


def _marked(one: Figure, other: Figure, around: frozenset[str], uses: Uses) -> bool:
    """A word beside both that stands beside no other figure of its source."""
    telling = around - _vague() - one.statement.names - other.statement.names
    return any(
        all(len(uses[figure.statement.source, f"~{stem}"]) == 1 for figure in (one, other))
        for stem in telling
    )


def _crossed(one: Figure, other: Figure, near: float, uses: Uses) -> bool:
    """Say whether "employs 210 people" counts what "260 employees" does, each counted that once."""
    if near < _NEAR:
        return False
    for bare, full in ((one, other), (other, one)):
        met = (full.counted & bare.around) - _measures() - _vague()
        if bare.counted and bare.counted <= _generic() and any(_only(full, noun, uses) for noun in met):
            return True
    return False


def _by_words(one: Figure, other: Figure, near: float, units: frozenset[str], around: frozenset[str]) -> bool:
    """Without a noun in common the words around have to tell: the nearer the values, the fewer."""
    if units:
        return bool(around) and (near >= _NEAR or _digit_more(one, other))
    matter = around - _vague() - one.statement.names - other.statement.names
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


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.MEASURES)


@lru_cache(maxsize=1)
def _vague() -> frozenset[str]:
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.VAGUE)


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """Nouns that anybody is counted by."""
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.PEOPLE)


def _gives(one: Figure, other: Figure, listed: Sequence[Figure]) -> bool:
    """Say whether the source of `one` gives the figure of `other` as well, for a like thing."""
    return any(
        figure.statement.source == one.statement.source
        and figure.quantity.same_value(other.quantity)
        and bool(figure.counted & other.counted or (not figure.counted and figure.around & other.around))
        for figure in listed
    )
