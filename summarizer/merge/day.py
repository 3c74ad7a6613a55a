"""A date as far as it is known, and whether two of them can be one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from summarizer.article import Span
from summarizer.merge import clock

Relation = Literal["on", "from", "until"]
"""Whether a date is the day itself, or the border of a time: "since Friday", "by Sunday"."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date of one sentence: `year`, `month` and `day` as far as they are known, where it is printed.

    `opening` is the day of the month that a time ending with this date begins on ("between 2 and 9 August"),
    `no_sooner` says that the thing will not be before it, `dated` that the year is printed.
    `since` says that it is where something began ("since 1907"), `weekday` that a weekday is all
    the sentence prints, and that its source has no date to count from where `day` is None. `week` marks a
    whole week, by its Monday.
    """

    span: Span
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    since: bool = False
    relation: Relation = "on"
    opening: int | None = None
    no_sooner: bool = False
    dated: bool = False
    clock: clock.Time | None = None
    season: str | None = None
    week: bool = False

    @property
    def known(self) -> tuple[int, ...]:
        """Year, month and day as far as they are known without a gap."""
        parts = (self.year, self.month, self.day)
        return tuple(
            part for at, part in enumerate(parts) if None not in parts[: at + 1] and part is not None
        )

    def before(self, other: Day) -> bool:
        """Say whether it is earlier, as exactly as both are known."""
        return all((self.known, other.known)) and any(
            self.known[:at] == other.known[:at] and self.known[at] < other.known[at]
            for at in range(min(len(self.known), len(other.known)))
        )

    def slip(self, other: Day) -> bool:
        """Say whether the one may be a slip of the pen of the other: digits the other way round, or one more."""
        if (self.month, self.day) == (None, None) == (other.month, other.day):
            pair = str(self.year), str(other.year)
        elif self.day is not None and other.day is not None and self.month == other.month:
            pair = str(self.day), str(other.day)
        else:
            return False
        one, two = sorted(pair, key=len)
        more = len(two) - len(one) == 1 and two.endswith(one)
        return one != two and (more or sorted(one) == sorted(two))

    @property
    def iso(self) -> str | None:
        """The date as ISO 8601 prints it, to a year, a month or a day; None without a year, or of a week."""
        if self.year is None or self.week:
            return None
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def reach(self) -> tuple[date, date] | None:
        """The first and the last day that it may mean; None where that cannot be told."""
        if self.year is None:
            return None
        if self.season is not None:
            first = _SEASONS[self.season] - 1  # spring is not everywhere over by June
            return _month(self.year, first, 0), _month(self.year, first + _SEASON_MONTHS, 0) - _A_DAY
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.day is None:
            return _month(self.year, self.month, 0), _month(self.year, self.month, 1) - _A_DAY
        try:
            first_day = date(self.year, self.month, self.day)
        except ValueError:
            return None
        return first_day, first_day + (6 * _A_DAY if self.week else 0 * _A_DAY)

    def differs(self, other: Day) -> bool | None:
        """Say whether two dates cannot be one; None where they say nothing comparable."""
        if self.clock is not None or other.clock is not None:
            return _clocks_differ(self.clock, other.clock)
        if self.season and other.season and self.season != other.season:
            return True
        if self.week or other.week or self.season or other.season:
            return _apart(self.reach, other.reach)
        either = self.day is None or other.day is None
        if either and self.weekday is not None and other.weekday is not None:
            return self.weekday != other.weekday
        pairs = [(self.year, other.year), (self.month, other.month), (self.day, other.day)]
        known = [(one, two) for one, two in pairs if one is not None and two is not None]
        return any(one != two for one, two in known) if known else None


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_SEASON_MONTHS = 5
_A_DAY = timedelta(days=1)


def _month(year: int, month: int, more: int) -> date:
    at = year * 12 + month - 1 + more
    return date(at // 12, at % 12 + 1, 1)


def _apart(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool | None:
    if one is None or other is None:
        return None
    return one[1] < other[0] or other[1] < one[0]


# Minutes that part two times of day; "about eight" and "shortly after eight" may be half an hour out.
_MINUTES, _LOOSELY = 3, 30


def _clocks_differ(one: clock.Time | None, other: clock.Time | None) -> bool | None:
    if one is None or other is None:
        return None
    return one.apart(other) > (_LOOSELY if one.loose or other.loose else _MINUTES)
