"""Weeks, and the ends of weeks, months and years, by the day that the source came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from summarizer.article import Span
from summarizer.merge.day import Day, Relation
from summarizer.support import numbers

_WEEK, _SUNDAY = 7, 6
_DECEMBER = 12
_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = "|".join(_NAMES)
_TURNS = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1, "coming": 1}
_IN_WEEK = re.compile(
    rf"\b(?P<day>{_WEEKDAY}),?(?: of| in)? (?:the )?(?P<way>last|next|following) week\b"
    rf"|\b(?P<turn>last|next) week['’]s (?P<named>{_WEEKDAY})\b"
    rf"|\b(?:a week (?:on|from) (?P<later>{_WEEKDAY})|(?P<old>{_WEEKDAY}) week)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:\bthe (?P<part>end|beginning|start|middle) of |\b(?:early|late|mid|later|earlier)[ -])?"
    r"\b(?P<way>this|next|last|the|coming)\s(?P<unit>week|month|year)\b(?!(?:['’]s|-)|\s(?:old|of|before|after)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:in|within) (?P<count>\d{1,3}|an?|[a-z]+(?:-[a-z]+)?) (?P<unit>day|week|month|year)s?(?:['’]? time)?"
    r"(?=[,.;]|$| (?:and|but|at|when|the|he|she|said|says)\b)",
    re.IGNORECASE,
)
_LAST_NIGHT = re.compile(r"\b(?:last|this) (?P<part>night|morning|afternoon|evening)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:since|from|after)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:by|until|till|before)\s+$", re.IGNORECASE)


def of(text: str, today: date | None) -> Iterator[Day]:
    """List what a sentence says of weeks: "Wednesday next week", "by the end of the month", "in three weeks"."""
    if today is None:
        return
    yield from _weekdays(text, today)
    yield from _spans(text, today)
    yield from _later(text, today)


def parts(text: str, today: date | None) -> Iterator[Day]:
    """Last night is yesterday's, this morning today's."""
    if today is None:
        return
    for m in _LAST_NIGHT.finditer(text):
        when = today - timedelta(days=1) if m["part"] == "night" and m.group().lower()[0] == "l" else today
        yield Day(Span(m.start(), m.end()), when.year, when.month, when.day)


def _weekdays(text: str, today: date) -> Iterator[Day]:
    """A weekday of the week before or after this one; "Friday week" is the Friday after the coming one."""
    monday = today - timedelta(days=today.weekday())
    for m in _IN_WEEK.finditer(text):
        later = m["later"] or m["old"]
        at = _NAMES.index((later or m["day"] or m["named"]).lower())
        if later:
            when = today + timedelta(days=(at - today.weekday()) % _WEEK + _WEEK)
        else:
            when = monday + timedelta(days=at + _WEEK * _TURNS[(m["way"] or m["turn"]).lower()])
        yield Day(Span(*m.span()), when.year, when.month, when.day, at, relation=relation(text[: m.start()]))


def _spans(text: str, today: date) -> Iterator[Day]:
    """A week, or the end of a week, month or year, as the last day of it."""
    for m in _SPAN.finditer(text):
        unit, way = m["unit"].lower(), m["way"].lower()
        part = (m["part"] or "").lower()
        turn = _TURNS.get(way, 0)
        side = relation(text[: m.start()])
        ends = part == "end" or (side == "until" and way == "the")
        if way == "the" and not ends:
            continue
        span = Span(*m.span())
        if unit == "week":
            monday = today + timedelta(days=_WEEK * turn - today.weekday())
            yield Day(span, monday.year, monday.month, monday.day, relation=side, week=True)
        elif unit == "month" and ends:
            at = today.year * 12 + today.month + turn
            when = date(at // 12, at % 12 + 1, 1) - timedelta(days=1)
            yield Day(span, when.year, when.month, when.day if side == "until" else None, relation=side)
        elif unit == "year" and ends:
            yield Day(span, today.year + turn, _DECEMBER, None, relation=side)


def _later(text: str, today: date) -> Iterator[Day]:
    """How long from the day it came out: "in three weeks"."""
    for m in _LATER.finditer(text):
        count = 1 if m["count"].lower() in ("a", "an") else whole(m["count"])
        if count is None or not re.search(r"\b(?:will|would|to|due|expect\w*|must)\b", text[: m.start()]):
            continue
        yield ahead(Span(*m.span()), today, count, m["unit"].lower())


def ahead(span: Span, base: date, count: int, unit: str) -> Day:
    """So many days, weeks, months or years after a day, or before it."""
    if unit == "day":
        when = base + timedelta(days=count)
        return Day(span, when.year, when.month, when.day)
    if unit == "week":
        when = base + timedelta(days=_WEEK * count)
        monday = when - timedelta(days=when.weekday())
        return Day(span, monday.year, monday.month, monday.day, week=True)
    if unit == "month":
        at = base.year * 12 + base.month - 1 + count
        return Day(span, at // 12, at % 12 + 1, None)
    return Day(span, base.year + count, None, None)


def whole(text: str) -> int | None:
    """Read a whole number in figures or words."""
    found = numbers.quantities(text)
    return int(found[0].value) if len(found) == 1 and found[0].value == int(found[0].value) else None


def relation(before: str) -> Relation:
    """Say whether a date is the border of a time, by the word before it."""
    return "from" if _FROM.search(before) else "until" if _UNTIL.search(before) else "on"
