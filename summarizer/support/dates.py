"""Days, months and years as what they mean, relative ones by the day the article came out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from summarizer.article import Span
from summarizer.support.words import Word

Atom = tuple[str, ...]
"""A fact about a day: ("weekday", "0"), ("month", "5"), ("day", "5", "9"), ("year", "2024"), ("week", "last")."""

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {name[:3]: at for at, name in enumerate(_MONTHS, start=1)} | {"sept": 9}
# In capitals, as datelines have them, MARCH and MAY are left out: headings print them as words.
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    + (r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?=\s\d)))")
)
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_DATED = re.compile(
    rf"(?:(?<![\d.,:£$€]){_DAY.format('before')}(?:\s+of)?\s+)?\b{_MONTH}(?!\w)"
    rf"(?:\s+{_DAY.format('after')}\b(?!,\d{{3}}|\.\d|:\d|\s?%))?"
)
_MONTH_AFTER = re.compile(
    r"\b(?:in|on|last|next|this|since|of|by|until|till|early|late|mid|from|before|after|between|and|to|as|only)[\s-]+$",
    re.I,
)
_WEEKDAY = re.compile(r"\b(?P<weekday>" + "|".join(_WEEKDAYS) + r")s?\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w£$€.,:/-])(?P<year>(?:19|20)\d\d)(?![\w%:/]|,\d|\.\d)")
_NEAR = re.compile(r"\b(?P<near>today|yesterday|tomorrow|tonight)\b", re.IGNORECASE)
_TURN = re.compile(
    r"\b(?P<way>last|next|this|previous|following|coming|past)\s+(?P<unit>week|weekend|month|year|spring|summer"
    r"|autumn|fall|winter|decade|century|season)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile("[a-z]+")
# one of these stands in whatever names a date, but for a year
_NAMES_DATE = frozenset(
    [name for day in _WEEKDAYS for name in (day, f"{day}s")]
    + [*_MONTHS, *_SHORT]
    + "today yesterday tomorrow tonight last next this previous following coming past".split()
)
_WAYS = {"previous": "last", "past": "last", "following": "next", "coming": "next"}
_DAYS_ON = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as printed: its own atom first, then what follows from it."""

    span: Span
    atoms: tuple[Atom, ...]

    @property
    def kind(self) -> str:
        """What sort of date it is."""
        return self.atoms[0][0]


@lru_cache(maxsize=512)
def mentions(text: str, published: datetime | None = None) -> tuple[Mention, ...]:
    """List the dates of `text` in order; `published` gives "yesterday" and "last year" a day and a year.

    >>> [m.atoms[0] for m in mentions("On Monday, 3 May, and in June 2019")]
    [('weekday', '0'), ('day', '5', '3'), ('month', '6'), ('year', '2019')]
    """
    letters = _LETTERS.findall(text.casefold())
    if _NAMES_DATE.isdisjoint(letters) and not _YEAR.search(text):
        return ()
    found = [*_dated(text, published), *_plain(text), *_relative(text, published)]
    return tuple(sorted(found, key=lambda m: m.span))


def _dated(text: str, published: datetime | None) -> Iterator[Mention]:
    for m in _DATED.finditer(text):
        name = m["month"].lower().rstrip(".")
        month = _MONTHS.index(name) + 1 if name in _MONTHS else _SHORT[name]
        day = m["before"] or m["after"]
        if day is None and name in ("may", "march") and not _MONTH_AFTER.search(text[: m.start()][-12:]):
            continue
        if day is None:
            yield Mention(Span(m.start(), m.end()), (("month", str(month)),))
            continue
        made: tuple[Atom, ...] = (("day", str(month), str(int(day))), ("month", str(month)))
        if published is not None:
            made = (*made, *_weekday_of(published, month, int(day)))
        yield Mention(Span(m.start(), m.end()), made)


def _weekday_of(published: datetime, month: int, day: int) -> tuple[Atom, ...]:
    """The weekday of a day near enough that news would call it by that."""
    try:
        named = datetime(published.year, month, day, tzinfo=published.tzinfo)
    except ValueError:
        return ()
    return (("weekday", str(named.weekday())),) if abs(named - published) <= _NEARLY else ()


_NEARLY = timedelta(days=7)


def _plain(text: str) -> Iterator[Mention]:
    for m in _WEEKDAY.finditer(text):
        yield Mention(Span(m.start(), m.end()), (("weekday", str(_WEEKDAYS.index(m["weekday"].lower()))),))
    for m in _YEAR.finditer(text):
        yield Mention(Span(m.start(), m.end()), (("year", m["year"]),))


def _relative(text: str, published: datetime | None) -> Iterator[Mention]:
    for m in _NEAR.finditer(text):
        word = m["near"].lower()
        made: tuple[Atom, ...] = (("near", "today" if word == "tonight" else word),)
        if published is not None:
            day = published + timedelta(days=_DAYS_ON[word])
            made = (*made, ("weekday", str(day.weekday())), ("day", str(day.month), str(day.day)))
        yield Mention(Span(m.start(), m.end()), made)
    for m in _TURN.finditer(text):
        way, unit = m["way"].lower(), m["unit"].lower()
        way = _WAYS.get(way, way)
        made = ((unit, way),)
        if published is not None and unit == "year":
            made = (*made, ("year", str(published.year + {"last": -1, "this": 0, "next": 1}[way])))
        yield Mention(Span(m.start(), m.end()), made)


def names_day(word: Word) -> bool:
    """Say whether a word by itself is the name of a weekday or month."""
    return word.lower.rstrip(".") in _NAMED


_NAMED = frozenset((*_WEEKDAYS, *_MONTHS, *_SHORT))


def atoms(found: Iterable[Mention]) -> frozenset[Atom]:
    """Collect everything that the mentions say or imply."""
    return frozenset(atom for mention in found for atom in mention.atoms)
