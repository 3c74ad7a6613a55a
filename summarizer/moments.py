"""Times as pages print them: published and updated, with a time zone only where one is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone, tzinfo

_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan gen ene oca sty янв|feb fév fev şub lut фев|mar mär maa mrt мар|apr abr avr nis kwi апр"
        "|may mai mag maj mei мая май|jun jui giu haz cze июн|jul lug tem lip июл|aug aoû ago ağu sie авг"
        "|sep set eyl wrz сен|oct okt out ott eki paź окт|nov kas lis ноя|dec dez déc dic ara gru дек".split(
            "|"
        ),
        start=1,
    )
    for name in names.split()
}
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)?[\s/-]+(?:de\s+)?([^\W\d_]{3,10})\.?,?[\s/-]+(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(
    r"\b([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=\D|$|\d{1,2}:\d\d)"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d./])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})\b")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})")
# The year behind the time of day ("Nov 19 03:05:46 2031").
_SPREAD = re.compile(
    r"\b([^\W\d_]{3,9})\.?\s+(\d{1,2}),?\s+(\d{1,2}:\d\d\S{0,6}(?:\s+[A-Z]{2,4})?)\s+(\d{4})\b"
)
_WITHOUT_YEAR = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?P<month>[^\W\d_]{3,10})"
    r"|\b(?P<month_>[^\W\d_]{3,9})\.?\s+(?P<day_>\d{1,2})(?:st|nd|rd|th)?(?![\d:.])"
)
_CLOCK = re.compile(
    r"(?<![\d:.,])(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2})?(?:\.\d{1,6})?(?![:.]?\d)"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<only>\d{1,2})\s*(?P<half_>[ap])\.?m\b\.?"
    r"|(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?=\s*(?:GMT|UTC|hrs)\b))",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*\(?(?:(?:UTC|GMT)?\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\b|(?P<name>[A-Z]{1,4})\b)"
)
# IST, AMT and the like are left out: each is the zone of several countries.
_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "SAST": 2, "EET": 2,
    "EEST": 3, "MSK": 3, "PKT": 5, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12,
    "NZDT": 13, "AST": -4, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "HST": -10,
}  # fmt: skip
# As American pages write, summer and winter alike.
_AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
_FIGURE = re.compile(r"\d")
_MONTHS_A_YEAR, _HOURS, _MINUTES = 12, 24, 60
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
# No border before the word: "2031Updated:", "ESTUPDATED" are printed where a tag was.
_MARK = re.compile(
    r"(?P<updated>(?:last )?(?:updated?|modified|aktualisiert|mis(?:e)? à jour|modifiée?|actualizad[oa]|atualizad[oa]"
    r"|aggiornat[oa]|обновлено)(?![a-z]))"
    r"|(?:first |originally )?(?:published|posted|original|created|veröffentlicht|publiée?|publicad[oa]"
    r"|pubblicat[oa]|опубликовано)(?![a-z])",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:19|20|21)\d\d|(?:at )?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?(?:\s+(?:19|20|21)\d\d)?",
    re.IGNORECASE,
)
_MOST_JOINED, _FURTHEST = 4, 2
Day = tuple[int, int, int]


def stamp(lines: Sequence[str], at: int) -> str:
    """The line with the year or the time of day that stands alone below it ("November 5", "9:14", "2031")."""
    parts = [lines[at]]
    if len(lines[at].split()) <= _MOST_JOINED:
        for following in lines[at + 1 : at + 1 + _FURTHEST]:
            if _GOES_ON.fullmatch(following) is None:
                break
            parts.append(following)
    return " ".join(parts)


def read(text: str) -> datetime | None:
    """Read the first moment in a text ("Tue Nov 19 2031 03:05:46 GMT+0000"), None where there is none.

    >>> read("19 Nov 2031 07:09 GMT").isoformat()
    '2031-11-19T07:09:00+00:00'
    """
    return _moment(text)


def marked(text: str) -> bool:
    """Say whether a line says in words that it tells when something was published or changed."""
    return _MARK.search(text) is not None


def times_of(stamps: Iterable[str]) -> tuple[datetime | None, datetime | None]:
    """Read the published and the updated time off lines, the likeliest first."""
    published: datetime | None = None
    updated: datetime | None = None
    for line in stamps:
        if published is not None and updated is not None:
            break
        if _FIGURE.search(line) is None:
            continue
        parts = list(_parts(line))
        changed = [text for is_update, text in parts if is_update]
        first: datetime | None = None
        for is_update, text in parts if changed or published is None else ():
            if not is_update:
                first = first or _moment(text)
        for text in changed:
            updated = updated or _moment(text, first)
        published = published or first
    return published, updated


def _parts(line: str) -> Iterator[tuple[bool, str]]:
    """The pieces of a line, parted where a word says that a time of publication or of change follows."""
    start, is_update = 0, False
    for found in _MARK.finditer(line):
        yield is_update, line[start : found.start()]
        start, is_update = found.end(), found["updated"] is not None
    yield is_update, line[start:]


def _moment(text: str, near: datetime | None = None) -> datetime | None:
    """Read a moment; a day without a year, or a time without a day, is of the year or day of `near`."""
    if _FIGURE.search(text) is None:
        return None
    day, rest = _date(text)
    if day is None and near is not None:
        day, rest = _within(text, near)
    if day is None or not _FIRST_YEAR <= day[0] <= _LAST_YEAR:
        return None
    hour, minute, zone = _time(rest)
    try:
        told = _offset(zone, date(*day)) if zone else None
        return datetime(*day, hour, minute, tzinfo=told or (near.tzinfo if near is not None else None))
    except ValueError:
        return None


def _date(text: str) -> tuple[Day | None, str]:
    """Read a day; the text is given back without it, for in 11.14.2031 there is no 11:14."""
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2))):
        for found in pattern.finditer(text):
            if month := _month(found[order[1]]):
                return (int(found[order[0]]), month, int(found[order[2]])), _without(text, found)
    for pattern in (_ISO, _CJK, _YEAR_FIRST):
        for found in pattern.finditer(text):
            return (int(found[1]), int(found[2]), int(found[3])), _without(text, found)
    spread = _SPREAD.search(text)
    if spread is not None and (month := _month(spread[1])):
        return (int(spread[4]), month, int(spread[2])), f"{text[: spread.start()]} {spread[3]}"
    figures = _NUMERIC.search(text)
    return (_numeric(figures), _without(text, figures)) if figures is not None else (None, text)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _within(text: str, near: datetime) -> tuple[Day | None, str]:
    for found in _WITHOUT_YEAR.finditer(text):
        if month := _month(found["month"] or found["month_"]):
            return (near.year, month, int(found["day"] or found["day_"])), _without(text, found)
    if _CLOCK.search(text):
        return (near.year, near.month, near.day), text
    return None, text


def _month(name: str) -> int | None:
    """Number of a month by its first letters; French tells June from July only by the fourth."""
    return 7 if name.lower().startswith("juil") else _MONTHS.get(name[:3].lower())


def _numeric(found: re.Match[str]) -> Day | None:
    """Day and month in figures: told by the one above twelve, or by the dots; else nobody knows the order."""
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 100 else 0
    if other > _MONTHS_A_YEAR:
        return year, one, other
    return (year, other, one) if one > _MONTHS_A_YEAR or found[2] == "." else None


def _time(text: str) -> tuple[int, int, re.Match[str] | None]:
    """The first time of day in a text, midnight where there is none, and the zone behind it."""
    for found in _CLOCK.finditer(text):
        hour = int(found["hour"] or found["only"] or found["hours"])
        minute = int(found["minute"] or found["minutes"] or 0)
        half = (found["half"] or found["half_"] or "").lower()
        if half == "p" and hour < 12:
            hour += 12
        if half == "a" and hour == 12:
            hour = 0
        if hour < _HOURS and minute < _MINUTES:
            return hour, minute, _ZONE.match(text, found.end())
    return 0, 0, None


def _offset(zone: re.Match[str], day: date) -> tzinfo | None:
    if zone["sign"]:
        hours, minutes = int(zone["hours"]), int(zone["minutes"] or 0)
        if hours >= _HOURS or minutes >= _MINUTES:
            return None
        told = timedelta(hours=hours, minutes=minutes)
        return timezone(-told if zone["sign"] == "-" else told)
    name = zone["name"]
    if name in _AMERICAN:
        return timezone(timedelta(hours=_AMERICAN[name] + _summer(day)))
    return timezone(timedelta(hours=_OFFSETS[name])) if name in _OFFSETS else None


def _summer(day: date) -> bool:
    """Say whether American clocks are put forward: second Sunday of March to first of November."""
    start, end = date(day.year, 3, 8), date(day.year, 11, 1)
    start, end = (border + timedelta(days=6 - border.weekday()) for border in (start, end))
    return start <= day < end
