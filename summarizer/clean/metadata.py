"""What a pasted page says about itself: headline, authors, times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from summarizer import byline
from summarizer.clean import features, form, labels
from summarizer.clean.lines import Line

_FEWEST_TITLE, _MOST_TITLE = 3, 32
_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan gen ene|feb fév fev|mar mär|apr abr avr|may mai mag|jun jui giu|jul lug|aug aoû ago|sep set"
        "|oct okt out ott|nov|dec dez déc dic".split("|"),
        start=1,
    )
    for name in names.split()
}
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(
    r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\b|(?=\d{1,2}:\d\d))"
)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})[./](\d{1,2})[./](\d{1,2})\b")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})")
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([ap])?\.?m?\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(UTC|GMT|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z)\b")
_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_MONTHS_A_YEAR = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified)\b", re.IGNORECASE)


def title_at(lines: Sequence[Line], kept: Sequence[bool]) -> int | None:
    """Say which line is the headline: the best one before the body or at its head.

    A line printed twice before the body, or taken up by it in most of its words, is the
    likeliest; a text without such a line has no title.
    """
    first = next((at for at, k in enumerate(kept) if k and lines[at].ended), None)
    if first is None:
        return None
    body = {
        word
        for at in range(first, min(len(lines), first + 14))
        if kept[at]
        for word in form.telling(lines[at])
    }
    best, best_score = None, 0.0
    counts: dict[str, int] = {}
    for line in lines[: first + 1]:
        counts[line.text] = counts.get(line.text, 0) + 1
    for at in range(max(0, first - 25), first):
        line = lines[at]
        if not _titular(line):
            continue
        telling = form.telling(line)
        shared = sum(t in body for t in telling) / len(telling) if telling else 0.0
        signed = any(_signs(other) for other in lines[at + 1 : min(first, at + 5)])
        score = shared * min(len(telling), 8) + 0.8 * (counts[line.text] > 1) + signed - 0.06 * (first - at)
        if score > best_score and (shared >= 0.25 or counts[line.text] > 1 or at == 0):
            best, best_score = at, score
    return best


_CREDIT = re.compile(
    r"\b(?:photo|image|picture|credit|photograph)s?\b.{0,12}[:)]|\bgetty\b|photograph(?:ed)? by",
    re.IGNORECASE,
)
_NOTICE = 0.1


def _signs(line: Line) -> bool:
    """A time or a byline stands below a headline."""
    return line.label == "timestamp" or labels.byline(line) is not None


def _titular(line: Line) -> bool:
    if line.label is not None or not _FEWEST_TITLE <= line.words <= _MOST_TITLE:
        return False
    if (
        ("." in line.low and features.ADDRESS.search(line.low))
        or _CREDIT.search(line.text)
        or features.notices(line) > _NOTICE
    ):
        return False
    if any(_signed(part, None) for part in labels.beside_day(line.text)):
        return False
    if labels.byline(line) is not None or labels.opens_list(line.low) or labels.read_more(line.low):
        return False
    return not line.text.endswith((".", ":", ";", ",")) or line.text.endswith("...")


_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:d[aeiu]|van|von|der|den|el|al|bin|[^\W\d_][\w.'’-]*)){1,3}")
_NEAR, _HEAD, _MOST_DATED = 2, 10, 16


def author_at(lines: Sequence[Line], after: int, first: int) -> tuple[int, str] | None:
    """Find a bare name between headline and body: next to a time, or in one line with it."""
    head = range(max(after, first - _HEAD), first)
    times = [
        at
        for at in head
        if lines[at].label == "timestamp" or (lines[at].words <= _MOST_DATED and labels.dated(lines[at].text))
    ]
    for at in head:
        text = lines[at].text
        if any(abs(at - time) <= _NEAR for time in times) and _signed(text, lines[at].label):
            return at, text.partition(",")[0]
    for at in times:
        for part in labels.beside_day(lines[at].text):
            if _signed(part, None):
                return at, part.partition(",")[0]
    return None


# What bylines name instead of a person, the world over.
_AGENCIES = frozenset(
    "reuters|associated press|the associated press|ap|afp|agence france-presse|pti|ani|ians|dpa|efe|ansa|upi|tass"
    "|xinhua|bloomberg|press association|pa media|canadian press|the canadian press|kyodo".split("|")
)


def _signed(text: str, label: str | None) -> bool:
    """Say whether a line is a bare name, alone or before its outlet or place, or that of an agency."""
    head, comma, _ = text.partition(",")
    if head.casefold().strip() in _AGENCIES:
        return True
    if (
        label is not None
        or len(text.split()) > (7 if comma else 4)
        or _NAME.fullmatch(head) is None
        or head.isupper()
    ):
        return False
    return byline.people(head) == (head,)


def times_of(lines: Sequence[str]) -> tuple[datetime | None, datetime | None]:
    """Read the published and the updated time off timestamp lines; a time zone only where one is given."""
    published: datetime | None = None
    updated: datetime | None = None
    for line in lines:
        head, mark, tail = _parted(line)
        if head and published is None:
            published = _moment(head)
        if mark and updated is None:
            updated = _moment(tail)
    return published, updated


def _parted(line: str) -> tuple[str, bool, str]:
    found = _UPDATED.search(line)
    if found is None:
        return line, False, ""
    return line[: found.start()], True, line[found.end() :]


def _moment(text: str) -> datetime | None:
    day = _date(text)
    if day is None:
        return None
    year, month, number = day
    hour, minute = 0, 0
    if (clock := _CLOCK.search(text)) is not None:
        hour, minute = int(clock[1]), int(clock[2])
        if clock[3] and clock[3].lower() == "p" and hour < 12:
            hour += 12
        if clock[3] and clock[3].lower() == "a" and hour == 12:
            hour = 0
    zone = _ZONE.search(text)
    offset = timezone(timedelta(hours=_OFFSETS[zone[1]])) if zone and clock else None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime(year, month, number, hour, minute, tzinfo=offset)
    except ValueError:
        return None


def _month(name: str) -> int | None:
    """Number of a month by its first letters; French tells June from July only by the fourth."""
    return 7 if name.lower().startswith("juil") else _MONTHS.get(name[:3].lower())


def _date(text: str) -> tuple[int, int, int] | None:
    if (found := _DAY_FIRST.search(text)) and (month := _month(found[2])):
        return int(found[3]), month, int(found[1])
    if (found := _MONTH_FIRST.search(text)) and (month := _month(found[1])):
        return int(found[3]), month, int(found[2])
    if (found := _ISO.search(text)) or (found := _CJK.search(text)):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _YEAR_FIRST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    return _numeric(text)


def _numeric(text: str) -> tuple[int, int, int] | None:
    """Day and month in figures: told by the one above twelve, or by the dots; else nobody knows the order."""
    found = _NUMERIC.search(text)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 100 else 0
    if other > _MONTHS_A_YEAR:
        return year, one, other
    return (year, other, one) if one > _MONTHS_A_YEAR or found[2] == "." else None
