"""How likely two dates of different sources are said of one event, by fitted weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from summarizer.merge import fields, lexicon, scale, stems, weights
from summarizer.merge.dated import Dated
from summarizer.merge.day import Day
from summarizer.merge.scale import Scale
from summarizer.merge.statements import Field
from summarizer.support import words

_NEXT, _WEEK = 3, 7
_HOUR = 60
# What two articles open with is the event itself.
_LEAD = 4


class Alike:
    """The dates of one topic, ready to be held against each other."""

    def __init__(self, field: Field, listed: Sequence[Dated]) -> None:
        self._scale = Scale(field)
        self._of: dict[str, list[Dated]] = {}
        for one in listed:
            self._of.setdefault(one.statement.source, []).append(one)

    def chance(self, one: Dated, other: Dated) -> float:
        """How likely the two are said of one event."""
        return scale.chance(self.features(one, other), weights.DATES_BIAS, weights.DATES)

    def features(self, one: Dated, other: Dated) -> dict[str, float]:
        """What speaks for and against it."""
        return {
            **self._words(one, other),
            **self._counterparts(one, other),
            **_days(one.day, other.day),
            **_turned(one, other),
        }

    def _words(self, one: Dated, other: Dated) -> dict[str, float]:
        vague, weigh = stems.vague(), self._scale
        names = one.statement.names | other.statement.names
        shared = {stem for stem in one.around & other.around if stem[0] != "#"}
        figures = (one.around & other.around) - shared
        phases = _phases()
        matter = {stem for stem in shared if not (stem in vague or stem in names or stem in phases)}
        wide = (one.statement.stems & other.statement.stems) - shared - vague - names
        back = (one.around | weigh.before(one.statement)) & (other.around | weigh.before(other.statement))
        lighter = min((one.around, other.around), key=weigh.field.total)
        return {
            "matter": weigh.sum(matter),
            "best": weigh.most(matter),
            "several": min(3.0, len(matter)),
            "names": min(2.0, len(shared & names)),
            "vague": min(2.0, len(shared & vague)),
            "phase": float(bool(shared & phases)),
            "phases": float(
                bool(one.around & phases) and bool(other.around & phases) and not shared & phases
            ),
            "figures": float(bool(figures)),
            "clause": weigh.field.share(frozenset(shared), lighter),
            "share": weigh.share(one.statement, other.statement),
            "kinship": weigh.kinship(one.statement, other.statement),
            "wide": weigh.sum(stem for stem in wide if stem[0] != "#"),
            "lead": float(max(one.statement.line.number, other.statement.line.number) <= _LEAD),
            "back": weigh.sum(back - shared - vague),
            "fields": _fields(one, other, shared),
        }

    def _counterparts(self, one: Dated, other: Dated) -> dict[str, float]:
        mine = [d for d in self._of[one.statement.source] if d is not one and _kind(d.day) == _kind(one.day)]
        theirs = [
            d for d in self._of[other.statement.source] if d is not other and _kind(d.day) == _kind(other.day)
        ]
        here = self._likeness(one, other)
        there = [*(self._likeness(one, d) for d in theirs), *(self._likeness(d, other) for d in mine)]
        given = [self._likeness(d, other) for d in self._same(one, other)]
        given += [self._likeness(one, d) for d in self._same(other, one)]
        return {
            "alone": sum(1.0 / (1 + len(side)) for side in (mine, theirs)),
            "margin": max(-2.0, min(2.0, here - max(there, default=0.0))),
            "gives": float(bool(given)),
            "gives_like": float(any(like >= here and like > 0 for like in given)),
        }

    def _same(self, one: Dated, other: Dated) -> Iterator[Dated]:
        """Dates of the one's source that are the other's, or a day of the other's month."""
        for day in self._of[one.statement.source]:
            told = day is not one and day.day.differs(other.day) is False
            if told and (_kind(day.day) == _kind(other.day) or (day.day.day and other.day.month)):
                yield day

    def _likeness(self, one: Dated, other: Dated) -> float:
        return self._scale.sum((one.around & other.around) - stems.vague())


def _fields(one: Dated, other: Dated, shared: set[str]) -> float:
    """Fields of news that words of both clauses belong to, those of shared words aside."""
    return fields.shared(one.around - shared, other.around - shared)


def _kind(day: Day) -> str:
    if day.clock is not None:
        return "clock"
    if day.season is not None or (day.month is not None and day.day is None):
        return "month"
    return "day" if day.day is not None or day.weekday is not None else "year"


def _days(one: Day, other: Day) -> dict[str, float]:
    kinds = {_kind(one), _kind(other)}
    gap = _gap(one, other)
    hours = abs(one.clock.apart(other.clock)) / _HOUR if one.clock and other.clock else 0.0
    return {
        "clock": float(kinds == {"clock"}),
        "hours": min(6.0, hours),
        "day": float(kinds == {"day"}),
        "month": float(kinds == {"month"}),
        "year": float(kinds == {"year"}),
        "kinds": float(len(kinds) > 1),
        "next": float(gap is not None and gap <= _NEXT),
        "week": float(gap is not None and gap <= _WEEK),
        "far": float(gap is not None and gap > 4 * _WEEK),
        "years": min(10.0, abs((one.year or 0) - (other.year or 0))) if one.year and other.year else 0.0,
        "slip": float(one.slip(other)),
        "dated": float(one.dated and other.dated),
        "relation": float(one.relation == other.relation != "on"),
        "border": float(one.relation != other.relation),
    }


def _turned(one: Dated, other: Dated) -> dict[str, float]:
    negated = [bool(d.statement.negated & d.around) for d in (one, other)]
    sides = [_side(d) for d in (one, other)]
    norms = scale.norms()
    return {
        "not": float(negated[0] != negated[1]),
        "aside": float(None not in sides and sides[0] != sides[1]),
        "to_come": float(sides == [1, 1]),
        "norm": float((one.around & norms) != (other.around & norms)),
        "unknown": float(any(_unknown(here, there) for here, there in ((one, other), (other, one)))),
    }


def _unknown(one: Dated, other: Dated) -> bool:
    """Whether the clause names somebody or some place that the other source does not print."""
    names = one.around & one.statement.bare_names
    return any(not other.statement.telling.index.printed(name) for name in names)


def _side(dated: Dated) -> int | None:
    """Whether a date lies before (-1) or after (1) the day its source came out."""
    published = dated.statement.telling.about.published
    day = dated.day
    if published is None or day.year is None:
        return None
    known = (published.year, published.month, published.day)[: len(day.known)]
    return None if day.known == known else 1 if day.known > known else -1


def _gap(one: Day, other: Day) -> int | None:
    """How many days apart two dates are, where both are known to the day."""
    made = []
    for day in (one, other):
        if day.year is None or day.month is None or day.day is None:
            return None
        try:
            made.append(date(day.year, day.month, day.day))
        except ValueError:
            return None
    return abs((made[0] - made[1]).days)


def _phases() -> frozenset[str]:
    return frozenset(lexicon.same(words.stem(word)) for word in ("begin", "end", "finish", "close", "open"))
