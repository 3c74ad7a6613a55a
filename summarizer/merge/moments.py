"""When things happened: dates that contradict each other, and the timeline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from summarizer.merge import days, lexicon
from summarizer.merge.days import Day
from summarizer.merge.statements import Field, Statement
from summarizer.support import words

# What two sentences must share for their dates to be one event's: this share of the weight of the one
# that says less, and so many stems.
_SHARED = 0.22
_FEWEST = 2


@dataclass(frozen=True)
class Dated:
    """A date of a statement with the words of its clause."""

    statement: Statement
    day: Day
    around: frozenset[str]

    @property
    def printed(self) -> str:
        """The date as its sentence prints it."""
        return self.statement.line.printed(self.day.span)


_OPENS, _BEGINS = "open", "begin"
_CLAUSE = re.compile(
    r"[;:–—()]|\b(?:(?P<relative>which|who)|and|but|while|whereas|when|that|because|after|before|if|as|although)\b",
    re.IGNORECASE,
)


def of(statement: Statement) -> tuple[Dated, ...]:
    """List the dates of a sentence that say when something happened, each with its clause's words."""
    return tuple(one for one in every(statement) if days.stated(statement, one.day))


def every(statement: Statement) -> tuple[Dated, ...]:
    """List all dates of a sentence, those included that say when something was said."""
    listed = days.of(statement)
    return tuple(Dated(statement, day, _around(statement, day, listed)) for day in listed)


def _around(statement: Statement, day: Day, listed: Sequence[Day]) -> frozenset[str]:
    """The words of the date's clause, up to the sentence's other dates on either side."""
    line = statement.line
    offset = line.span.start
    start = max((d.span.end for d in listed if d.span.end <= day.span.start), default=0)
    end = min((d.span.start for d in listed if d.span.start >= day.span.end), default=len(line.text))
    for found in _CLAUSE.finditer(line.text):
        if start < found.end() <= day.span.start:
            if not line.text[found.end() : day.span.start].strip() and found.group().isalpha():
                continue  # "before 15 October" opens no clause
            start = found.end()
            if found["relative"]:
                start = max(0, line.text.rfind(" ", 0, max(0, found.start() - 2)))
                end = min(end, line.text.find(",", day.span.end) % (len(line.text) + 1))
        elif day.span.end <= found.start() < end:
            end = found.start()
    made = {
        lexicon.same(word.stem)
        for word in line.plain
        if start + offset <= word.span.start and word.span.end <= end + offset
        if not day.span.start <= word.span.start - offset < day.span.end
    } & statement.stems
    if day.since and not statement.negated:
        # what has stood since a year began then
        made |= {lexicon.same(_OPENS), lexicon.same(_BEGINS)}
    return frozenset(made)


def rivals(field: Field) -> tuple[list[tuple[Dated, Dated]], Callable[[Dated], Iterator[Dated]]]:
    """Pair dates of different sources that are said of one thing and cannot both be right.

    The second result lists for a date those of other sources that give the same for the same event.
    """
    listed = [dated for statement in field.statements for dated in of(statement)]
    found = [
        (one, other)
        for at, one in enumerate(listed)
        for other in listed[at + 1 :]
        if one.statement.source != other.statement.source
        and _comparable(one.day, other.day)
        and _cannot_both(one.day, other.day)
        and same_event(one, other, field)
        and not _gives(one, other, listed)
        and not _gives(other, one, listed)
    ]

    def agreeing(dated: Dated) -> Iterator[Dated]:
        for other in listed:
            if (
                other.statement.source != dated.statement.source
                and _comparable(other.day, dated.day)
                and other.day.differs(dated.day) is False
                and same_event(dated, other, field)
            ):
                yield other

    return found, agreeing


def _comparable(one: Day, other: Day) -> bool:
    """A year alone is held against a year that is printed: what happened in 1907 did not happen on a Monday.

    A day from which is not held against one until which, nor the end of a time against a single day.
    """
    years = (one.month is None and one.weekday is None) == (other.month is None and other.weekday is None)
    if not years and not (one.dated and other.dated):
        return False
    if one.no_sooner or other.no_sooner:
        return True
    return {one.relation, other.relation} != {"from", "until"} and one.opening == other.opening


def _cannot_both(one: Day, other: Day) -> bool:
    """What will not be before a day may well be after it."""
    if one.no_sooner or other.no_sooner:
        return not (one.no_sooner and other.no_sooner) and (
            other.before(one) if one.no_sooner else one.before(other)
        )
    return bool(one.differs(other))


def same_event(one: Dated, other: Dated, field: Field) -> bool:
    """Say whether two dates are said of one event."""
    shared = one.around & other.around
    if shared >= {_OPENS, _BEGINS} and (one.day.since or other.day.since):
        shared -= {_BEGINS}  # "since" stands for either
    matter = shared - one.statement.names - other.statement.names
    no_sooner = one.day.no_sooner or other.day.no_sooner
    if (
        bool(one.statement.negated & one.around) != bool(other.statement.negated & other.around)
        and not no_sooner
    ):
        return False
    if _slip(one, other, field):
        return True
    if _OPENS in shared and shared in (
        one.around - {_BEGINS},
        other.around - {_BEGINS},
        one.around,
        other.around,
    ):
        # a clause that says nothing else ("we have been here since 1889") is met by the one word it says
        return True
    if len(shared) < _FEWEST:
        return (
            bool(matter)
            and (not matter & _vague() or matter <= _phases())
            and _only_link(one, other, next(iter(matter)), field)
        )
    wide = (one.statement.stems & other.statement.stems) - one.statement.names - other.statement.names
    if not matter - _vague() and not (matter and len(shared) > _FEWEST and wide - _vague()):
        return False
    if len(shared) == _FEWEST and not _pair(one, other, shared, field):
        return False
    if len(shared) <= _FEWEST and (one.day.day is None) != (other.day.day is None) and not no_sooner:
        return False  # a month is held against a day only where much else meets
    fewer = min(field.total(one.around), field.total(other.around))
    return field.total(shared) >= _SHARED * fewer


def _pair(one: Dated, other: Dated, shared: frozenset[str], field: Field) -> bool:
    """Two words are enough where neither says nothing: a thing and its beginning or end, for days close together."""
    vague = shared & _vague()
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
    matter = {stem for stem in one.around & other.around if stem not in _vague() and stem not in names}
    whole = one.statement.stems & other.statement.stems
    wide = {stem for stem in whole if stem not in _vague() and stem not in names and stem[0] != "#"}
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
        sum(holder.source == dated.statement.source for holder in field.by_stem[stem]) == 1
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


@lru_cache(maxsize=1)
def _vague() -> frozenset[str]:
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.VAGUE) - {_OPENS}


def _gives(one: Dated, other: Dated, listed: list[Dated]) -> bool:
    """Say whether the source of `one` gives the date of `other` as well, for a like thing."""
    return any(
        dated.statement.source == one.statement.source
        and dated is not one
        and other.day.differs(dated.day) is False
        and bool((dated.around & other.around & one.around) - {_OPENS, _BEGINS})
        for dated in listed
    )
