"""Dates that count from the one told last: "that afternoon", "the next day", "a week later"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from summarizer.article import Span
from summarizer.merge import weeks
from summarizer.merge.day import Day

_PART = "day|morning|afternoon|evening|night"
_SAME = re.compile(rf"\b(?:that|the same|later that) (?P<part>{_PART})\b", re.IGNORECASE)
_NEXT = re.compile(
    rf"\b(?:the (?:next|following) (?:{_PART})|a day later|the day after)\b(?!\s(?:the|a|his|her)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:the day before|the (?:previous|night before)|a day earlier)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?P<count>\d{1,2}|an?|[a-z]+) (?P<unit>day|week|month|year)s? (?P<way>later|afterwards|after that)\b",
    re.IGNORECASE,
)


def points(text: str) -> bool:
    """Say whether a sentence has such a date."""
    return any(form.search(text) for form in (_SAME, _NEXT, _BEFORE, _LATER))


def of(text: str, base: date) -> Iterator[Day]:
    """List them, counted from a day."""
    for form, days in ((_SAME, 0), (_NEXT, 1), (_BEFORE, -1)):
        for m in form.finditer(text):
            when = base + timedelta(days=days)
            yield Day(Span(*m.span()), when.year, when.month, when.day)
    for m in _LATER.finditer(text):
        count = 1 if m["count"].lower() in ("a", "an") else weeks.whole(m["count"])
        if count is not None and m["unit"].lower() != "day":
            yield weeks.ahead(Span(*m.span()), base, count, m["unit"].lower())
        elif count is not None and count > 1:
            yield weeks.ahead(Span(*m.span()), base, count, "day")
