"""Whether two figures count one thing, by the words that stand with them."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.merge import counts, stems
from summarizer.merge.counts import Figure

_CLOSE = 0.5
_NEAR = 0.6
_VERY_CLOSE = 0.8
_VERY_CLOSE_TOO = 0.95
_LITTLE = 3
_SMALL_COUNT, _ONE_APART = 12, 0.9

Uses = dict[tuple[str, str], frozenset[float]]
"""The values that a source counts a noun with, and those that stand beside a word ("~word")."""


def uses(listed: Sequence[Figure]) -> Uses:
    """List which values each source counts each noun with."""
    made: dict[tuple[str, str], set[float]] = {}
    for figure in listed:
        for noun in (*figure.counted, *(f"~{stem}" for stem in figure.around)):
            made.setdefault((figure.statement.source, noun), set()).add(figure.quantity.value)
    return {key: frozenset(values) for key, values in made.items()}


def same_fact(one: Figure, other: Figure, used: Uses) -> bool:
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
    crowded = near < _VERY_CLOSE and bool(nouns) and _crowded(one, other, nouns, used)
    if crowded and (near < _CLOSE or not _marked(one, other, around, used)):
        return False
    if nouns and (around or len(nouns) > 1 or units):
        return near >= (_CLOSE if one.money else _CLOSE / 2) or len(around) > 1
    if nouns and near >= (_CLOSE if nouns - stems.people() else _VERY_CLOSE):
        return all(_only(figure, noun, used) for figure in (one, other) for noun in nouns)
    return _by_words(one, other, near, units, around) or _crossed(one, other, near, used)


def _crowded(one: Figure, other: Figure, nouns: frozenset[str], used: Uses) -> bool:
    """One of the sources counts each noun with several values of like size: nothing says which is meant."""
    if any(noun.startswith("#") for noun in nouns):
        return False
    return not any(all(_only(figure, noun, used) for figure in (one, other)) for noun in nouns)


def _marked(one: Figure, other: Figure, around: frozenset[str], used: Uses) -> bool:
    """A word beside both that stands beside no other figure of its source."""
    telling = around - stems.vague() - one.statement.names - other.statement.names
    return any(
        all(len(used[figure.statement.source, f"~{stem}"]) == 1 for figure in (one, other))
        for stem in telling
    )


def _crossed(one: Figure, other: Figure, near: float, used: Uses) -> bool:
    """Say whether "employs 210 people" counts what "260 employees" does, each counted that once."""
    if near < _NEAR:
        return False
    for bare, full in ((one, other), (other, one)):
        met = (full.counted & bare.around) - stems.measured() - stems.vague()
        if bare.counted and bare.counted <= stems.people() and any(_only(full, noun, used) for noun in met):
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


def _only(figure: Figure, noun: str, used: Uses) -> bool:
    """Say whether the source counts the noun once only, values of quite another size apart."""
    value = figure.quantity.value
    return sum(_nearness(value, other) >= _CLOSE / 2 for other in used[figure.statement.source, noun]) == 1


def _elsewhere(one: Figure, other: Figure, near: float, shared: frozenset[str]) -> bool:
    """One of the clauses names somebody or some place that the other source does not know, and little else meets."""
    if near >= _VERY_CLOSE_TOO or len(shared) > _LITTLE:
        return False
    for figure, beside in ((one, other), (other, one)):
        known = beside.statement.telling.index
        if any(not known.printed(name) for name in figure.names):
            return True
    return False
