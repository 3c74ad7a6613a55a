"""When things happened: dates that contradict each other, and the timeline."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property, lru_cache

from summarizer.merge import bonds, lexicon, matching, opposed, stems
from summarizer.merge import dated as dating
from summarizer.merge.alike_dates import Alike
from summarizer.merge.dated import BEGINS, OPENS, Dated
from summarizer.merge.day import Day
from summarizer.merge.statements import Field, Statement
from summarizer.support import words

# What two sentences must share for their dates to be one event's: this share of the weight of the one
# that says less, and so many stems.
_SHARED = 0.22
_FEWEST = 2
# What agrees in date too needs no less to be one event.
_AGREES = 0.6
_BY = re.compile(r"\bby (?:about |around )?$", re.IGNORECASE)
_ONCE_DUE = re.compile(
    r"\b(?:(?:was|were) to have|should have|originally|first (?:planned|due|scheduled)"
    r"|(?:put (?:off|back)|postponed|delayed|moved|brought forward) from)\b[^,.;]*$",
    re.IGNORECASE,
)
_TODAY = re.compile(r"^(?:today|tonight|this (?:morning|afternoon|evening))$", re.IGNORECASE)
_STANDS = re.compile(
    r"\b(?:stands|lies?|sits?|remains?|(?:is|are) (?:still|now)|has (?:now )?risen|have (?:now )?risen)\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\b(?:had|has|have|was|were)\b", re.IGNORECASE)


class Moments:
    """The dates of one topic: those that cannot both be right, and those that agree."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._of = {one.place: dating.of(one) for one in field.statements}
        self._listed = [
            dated for one in field.statements for dated in (*self._of[one.place], *dating.timed(one))
        ]
        self._agreeing: dict[int, tuple[Dated, ...]] = {}

    def of(self, statement: Statement) -> tuple[Dated, ...]:
        """List the dates of a sentence that say when something happened."""
        return self._of[statement.place]

    @cached_property
    def _alike(self) -> Alike:
        return Alike(self._field, self._listed)

    @cached_property
    def _from(self) -> float:
        return bonds.least(self._field)[1]

    @cached_property
    def rivals(self) -> tuple[tuple[Dated, Dated], ...]:
        """Pairs of dates of different sources that are said of one thing and cannot both be right, likeliest first."""
        held = [
            (chance, one, other)
            for at, one in enumerate(self._listed)
            for other in self._listed[at + 1 :]
            if comparable(one, other) and (chance := self._alike.chance(one, other)) >= self._from
        ]
        return matching.best(held)

    def agreeing(self, dated: Dated) -> tuple[Dated, ...]:
        """List the dates of other sources that are the same, of the same event."""
        if id(dated) not in self._agreeing:
            self._agreeing[id(dated)] = tuple(
                other
                for other in self._listed
                if other.statement.source != dated.statement.source
                and _comparable(other.day, dated.day)
                and other.day.differs(dated.day) is False
                and _as_exact(other.day, dated.day)
                and (same_event(dated, other, self._field) or self._alike.chance(dated, other) >= _AGREES)
            )
        return self._agreeing[id(dated)]

    def against(self, one: Dated, other: Dated) -> bool:
        """Say whether a date that agrees with a rival of the other is one too."""
        return (
            one.statement.source != other.statement.source
            and one.day.differs(other.day) is not False
            and not one.happening.part(other.happening)
        )


def _as_exact(one: Day, other: Day) -> bool:
    """A month is no side of its own for one of its days, which another source may give otherwise."""
    if (one.season, one.week, one.no_sooner) != (other.season, other.week, other.no_sooner):
        return False
    return one.weekday is not None or len(one.known) >= len(other.known)


def comparable(one: Dated, other: Dated) -> bool:
    """Say whether two dates of different sources cannot be one, and have anything in common."""
    return (
        one.statement.source != other.statement.source
        and _meet(one, other)
        and _comparable(one.day, other.day)
        and _cannot_both(one.day, other.day)
        and not _both_given(one, other)
        and not (_snapshot(one) and _snapshot(other))
        and not (_now(one) or _now(other))
        and _one_day(one, other)
        and not opposed.dates(one, other)
        and _once_due(one) == _once_due(other)
    )


def _once_due(dated: Dated) -> bool:
    """Whether the date is one that was planned before: "was to have been finished in 2039"."""
    return _ONCE_DUE.search(dated.statement.line.text[: dated.day.span.start]) is not None


def _meet(one: Dated, other: Dated) -> bool:
    """A word of their clauses, or of their sentences, is one; times of day are few and need none."""
    if one.day.clock is not None or one.around & other.around:
        return True
    return bool((one.statement.stems & other.statement.stems) - stems.vague())


def _snapshot(dated: Dated) -> bool:
    """How far something had come by then; by another day it had come another way."""
    before = dated.statement.line.text[: dated.day.span.start]
    return _BY.search(before) is not None and _HAD.search(dated.statement.line.text) is not None


def _now(dated: Dated) -> bool:
    """How something stands on the day the source came out: "the toll stands at four tonight"."""
    line = dated.statement.line
    return _TODAY.search(line.printed(dated.day.span)) is not None and _STANDS.search(line.text) is not None


def _one_day(one: Dated, other: Dated) -> bool:
    """Times of day may be one event's only where their sentences do not give two days, or one that is to come."""
    if one.day.clock is None or other.day.clock is None:
        return True
    days = [
        [day for day in d.statement.days if day.day is not None and day.clock is None] for d in (one, other)
    ]
    if all(days):
        return any(here.differs(there) is False for here in days[0] for there in days[1])
    return not any(_to_come(d, day) for d, listed in zip((one, other), days, strict=True) for day in listed)


def _to_come(dated: Dated, day: Day) -> bool:
    published, when = dated.statement.telling.about.published, _date(day)
    return published is not None and when is not None and when > published.date()


def _both_given(one: Dated, other: Dated) -> bool:
    """One of the sentences gives the other's date too: it tells of both."""
    return any(
        day.differs(there.day) is False and day.clock is None and day.month is not None
        for here, there in ((one, other), (other, one))
        for day in here.statement.days
        if there.day.clock is None and there.day.month is not None
    )


def _comparable(one: Day, other: Day) -> bool:
    """A year alone is held against a year that is printed: what happened in 1907 did not happen on a Monday.

    A day from which is not held against one until which, nor the end of a time against a single day.
    """
    years = [day.month is None and day.weekday is None and day.season is None for day in (one, other)]
    if years[0] != years[1] and not (one.dated and other.dated):
        return False
    if one.no_sooner or other.no_sooner:
        return True
    return {one.relation, other.relation} != {"from", "until"} and one.opening == other.opening


def _cannot_both(one: Day, other: Day) -> bool:
    """What will not be before a day may well be after it; two such days are two expectations."""
    if one.no_sooner != other.no_sooner:
        return other.before(one) if one.no_sooner else one.before(other)
    return bool(one.differs(other))


def same_event(one: Dated, other: Dated, field: Field) -> bool:
    """Say whether two dates are said of one event."""
    shared = one.around & other.around
    if shared >= {OPENS, BEGINS} and (one.day.since or other.day.since):
        shared -= {BEGINS}  # "since" stands for either
    matter = shared - one.statement.names - other.statement.names
    no_sooner = one.day.no_sooner or other.day.no_sooner
    if (
        bool(one.statement.negated & one.around) != bool(other.statement.negated & other.around)
        and not no_sooner
    ):
        return False
    if _slip(one, other, field):
        return True
    if OPENS in shared and shared in (
        one.around - {BEGINS},
        other.around - {BEGINS},
        one.around,
        other.around,
    ):
        # a clause that says nothing else ("we have been here since 1889") is met by the one word it says
        return True
    if len(shared) < _FEWEST:
        return (
            bool(matter)
            and (not matter & stems.vague() or matter <= _phases())
            and _only_link(one, other, next(iter(matter)), field)
        )
    wide = (one.statement.stems & other.statement.stems) - one.statement.names - other.statement.names
    if not matter - stems.vague() and not (matter and len(shared) > _FEWEST and wide - stems.vague()):
        return False
    if len(shared) == _FEWEST and not _pair(one, other, shared, field):
        return False
    if len(shared) <= _FEWEST and (one.day.day is None) != (other.day.day is None) and not no_sooner:
        return False  # a month is held against a day only where much else meets
    fewer = min(field.total(one.around), field.total(other.around))
    return field.total(shared) >= _SHARED * fewer


def _pair(one: Dated, other: Dated, shared: frozenset[str], field: Field) -> bool:
    """Two words are enough where neither says nothing: a thing and its beginning or end, for days close together."""
    vague = shared & stems.vague()
    if vague:
        return vague <= _phases() and one.day.day is not None and _close(one.day, other.day)
    return not all(field.common(stem) for stem in shared)


_RARE, _DAYS_APART, _YEARS_APART = 3, 7, 5


def _slip(one: Dated, other: Dated, field: Field) -> bool:
    """Dates that a slip of the pen parts, or the ends of times that begin on one day, need less in common."""
    began = one.day.opening is not None and one.day.opening == other.day.opening
    if not (began or one.day.slip(other.day)):
        return False
    names = one.statement.names | other.statement.names
    matter = {stem for stem in one.around & other.around if stem not in stems.vague() and stem not in names}
    whole = one.statement.stems & other.statement.stems
    wide = {stem for stem in whole if stem not in stems.vague() and stem not in names and stem[0] != "#"}
    rare = any(not field.common(stem) for stem in wide)
    return (rare and bool(matter if not began else wide)) or (rare and len(wide) >= _FEWEST)


def _only_link(one: Dated, other: Dated, stem: str, field: Field) -> bool:
    """One word is enough where both sources use it once and hardly any other does, for days close together."""
    if one.day.relation != other.day.relation and not (one.day.no_sooner or other.day.no_sooner):
        return False
    if stem in _phases():
        # the beginning of the one thing that both are about, each to the month
        if not all(_ahead(dated) for dated in (one, other)):
            return False
    elif field.frequency[stem] > _RARE or not _close(one.day, other.day):
        return False
    return all(
        sum(holder.source == dated.statement.source for holder in field.by_stem.get(stem, ())) == 1
        for dated in (one, other)
    )


def _ahead(dated: Dated) -> bool:
    """A month that lies ahead of the day the source came out, as the beginning of what is planned."""
    day, published = dated.day, dated.statement.telling.about.published
    if day.year is None or day.month is None or day.day is not None:
        return False
    # without a date of publication only a year that is printed is known
    return published is None or (day.year, day.month) > (published.year, published.month)


def _close(one: Day, other: Day) -> bool:
    if one.dated and other.dated and None in (one.day, other.day) and one.year and other.year:
        return abs(one.year - other.year) <= _YEARS_APART
    first, second = _date(one), _date(other)
    return first is not None and second is not None and abs((first - second).days) <= _DAYS_APART


@lru_cache(maxsize=1)
def _phases() -> frozenset[str]:
    return frozenset(lexicon.same(words.stem(word)) for word in ("begin", "end", "finish", "close"))


def _date(day: Day) -> date | None:
    if day.year is None or day.month is None or day.day is None:
        return None
    return date(day.year, day.month, day.day)
