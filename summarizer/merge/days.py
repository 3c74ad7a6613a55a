"""Dates as days of the calendar, relative ones by the day that the source came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from summarizer.article import Span
from summarizer.merge import anchored, clock, weeks
from summarizer.merge.day import Day, Relation
from summarizer.support import Line, dates

_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|would|next|coming|due|expect(?:ed|s)?|plan(?:s|ned)?|wants?|hope[sd]?|aims?|intends?|scheduled|"
    r"forecast|to be|is to|are to|until|till|by the end|deadline|can|cannot|can't|may|might|set to|have to|has to|must"
    # a present that news uses of what is arranged: "meets the union on Thursday"
    r"|meets|opens|starts|begins|decides|returns|hosts|convenes)\b"
    r"|(?<!off )(?<!delayed )(?<!postponed )\b(?:from|for) $",
    re.IGNORECASE,
)
_ARRANGED = re.compile(
    r"\b(?:reopens|ends|closes|expires|resumes?|goes|faces|votes|rules|leaves|arrives|flies|takes effect|runs out)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:meet|vote|return|reopen|open|start|begin|resume|decide|leave|end|go back|come back) (?:again )?(?:on )?$",
    re.IGNORECASE,
)
# "the dam that the government approved on Thursday will cost"
_JUST_DONE = re.compile(r"\b\w{2,}ed (?:late |early )?(?:on )?$", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?P<count>\d{1,3}|an?|[a-z]+(?:-[a-z]+)?) (?P<unit>day|week|month|year|decade)s? (?P<way>ago|earlier)\b",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(r"\b(?P<way>last|next|this)\s+$", re.IGNORECASE)
_WEEK = 7


_PART_OF = (
    r"(?:(?:mid|early|late)[\s-]+)?(?:the\s+)?"
    r"(?:(?:very\s+)?(?:end|start|beginning|middle)\s+of\s+)?(?:the\s+|next\s+)?"
)
_FROM = re.compile(rf"\b(?:since|from|after)\s+{_PART_OF}$", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:by|until|till|before)\s+{_PART_OF}$", re.IGNORECASE)


_NO_SOONER = re.compile(
    r"(?:\b(?:not|never|no(?:body| one)?|cannot)|n't)\b(?:(?! (?:but|and|because|when)\b)[^.;:]){0,60}"
    r"\b(?:before|until|till)\s+(?:(?:mid|early|late)[\s-]+)?(?:the (?:end|start|beginning|middle) of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:between|from)(?: the)? (?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:and|to|until)\s+$", re.IGNORECASE
)


def _weeks(text: str, today: date | None) -> Iterator[Day]:
    for one in weeks.of(text, today):
        yield replace(one, no_sooner=_NO_SOONER.search(text[: one.span.start]) is not None)


def _opening(before: str) -> int | None:
    found = _OPENING.search(before)
    return int(found["day"]) if found is not None else None


def of(line: Line, today: date | None, told: date | None = None) -> tuple[Day, ...]:
    """List the dates of a sentence in order, each as exactly as it can be told on the day its source came out.

    `told` is the day that the source told of last, which "that afternoon" counts from.
    """
    text = line.text
    found = [
        *_named(line, today),
        *_ago(text, today),
        *weeks.parts(text, today),
        *_old_years(text),
        *_seasons(text, today),
        *_weeks(text, today),
        *(anchored.of(text, told) if told is not None else ()),
    ]
    made: list[Day] = []
    for one in sorted(found, key=lambda day: (day.span.start, -day.span.end)):
        if not made or one.span.start >= made[-1].span.end:
            made.append(one)
    return tuple(_joined(made, text))


def _joined(found: list[Day], text: str) -> Iterator[Day]:
    """A weekday before its date, and a year after it, are one date with it."""
    waiting: Day | None = None
    for one in found:
        if waiting is not None:
            between = text[waiting.span.end : one.span.start]
            if len(between) <= 3 and not between.strip(" ,"):
                if one.month is None and one.weekday is None and waiting.month is not None:
                    joined = Span(waiting.span.start, one.span.end)
                    waiting = replace(waiting, span=joined, year=one.year, weekday=None, dated=True)
                    continue
                if waiting.weekday is not None and one.month is not None:
                    waiting = one
                    continue
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _named(line: Line, today: date | None) -> Iterator[Day]:
    text = line.text
    for mention in line.dates:
        if mention.kind == "weekday" and text[mention.span.start : mention.span.end].lower().endswith("days"):
            continue  # "closed on Sundays" is no one day
        before = text[max(0, mention.span.start - 32) : mention.span.start].lower()
        ahead = _ahead(text, mention.span)
        since = bool(re.search(r"\bsince\s+$", before))
        made = _day(mention, today, ahead, _LAST_DAY.search(before), _UNTIL.search(before) is not None)
        if made is not None:
            year, month, day, weekday = made
            relation: Relation = (
                "from" if _FROM.search(before) else "until" if _UNTIL.search(before) else "on"
            )
            printed = text[mention.span.start : mention.span.end]
            yield Day(
                mention.span,
                year,
                month,
                day,
                weekday,
                since,
                relation,
                opening=_opening(text[: mention.span.start]) if day is not None else None,
                no_sooner=_NO_SOONER.search(text[: mention.span.start]) is not None,
                dated=year is not None and str(year) in printed,
            )


_Parts = tuple[int | None, int | None, int | None, int | None]


def _day(
    mention: dates.Mention, today: date | None, ahead: bool, way: re.Match[str] | None, until: bool
) -> _Parts | None:
    kind, *rest = mention.atoms[0]
    if kind == "weekday":
        if ahead and until and today is not None and today.weekday() == int(rest[0]):
            today += timedelta(days=1)  # what is shut until Tuesday, on a Tuesday, is shut for a week
        return _weekday(int(rest[0]), today, ahead, way)
    if kind == "year":
        year = rest[0] if rest[0].isdigit() else _relative_year(mention)
        return (int(year), None, None, None) if year is not None else None
    if kind in ("day", "month") and rest[0].isdigit():
        month, day = int(rest[0]), int(rest[1]) if kind == "day" else None
        return _year_of(month, day, today, ahead), month, day, None
    if kind == "near" and today is not None:
        when = today + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(rest[0], 0))
        return when.year, when.month, when.day, None
    if kind == "month" and today is not None:
        at = today.year * 12 + today.month - 1 + {"last": -1, "next": 1}.get(rest[0], 0)
        return at // 12, at % 12 + 1, None, None
    return None


def _relative_year(mention: dates.Mention) -> str | None:
    return next((atom[1] for atom in mention.atoms[1:] if atom[0] == "year"), None)


def _weekday(wanted: int, today: date | None, ahead: bool, way: re.Match[str] | None) -> _Parts:
    """The next such day where the sentence looks ahead, else the last one, the day itself included."""
    if today is None:
        return None, None, None, wanted
    back = (today.weekday() - wanted) % _WEEK
    said = way["way"].lower() if way else ""
    if (ahead and said != "last") or said == "next":
        on = (wanted - today.weekday()) % _WEEK
        when = today + timedelta(days=on or (_WEEK if said == "next" else 0))
    else:
        when = today - timedelta(days=back or (_WEEK if said == "last" else 0))
    return when.year, when.month, when.day, wanted


def _year_of(month: int, day: int | None, today: date | None, ahead: bool) -> int | None:
    """The year in which a month lies on the side that the sentence looks to; a day is the nearest one."""
    if today is None:
        return None
    if ahead:
        return today.year if (month, day or 31) >= (today.month, today.day) else today.year + 1
    if day is None:
        return today.year if month <= today.month else today.year - 1
    return min((today.year, today.year - 1, today.year + 1), key=lambda year: _days_off(year, month, today))


def _days_off(year: int, month: int, today: date) -> int:
    return abs((year - today.year) * 12 + month - today.month)


_SAID = "(?:said|ruled|announced|ordered|decided|told|promised|confirmed)"


def _ahead(text: str, span: Span) -> bool:
    """Whether what stands just around the date looks ahead; words after a comma belong elsewhere."""
    before = re.split(rf"[;:]| when | after | {_SAID} ", text[: span.start])[-1]
    after = re.split(rf"[,;:]| when | after | and | but | {_SAID} ", text[span.end :])[0]
    near = before[-60:]
    if _JUST_DONE.search(near) and not _AHEAD.search(near):
        return False
    return (
        _PLURAL.search(near) is not None
        or any(form.search(near) for form in (_AHEAD, _ARRANGED))
        or _AHEAD.search(after[:40]) is not None
    )


def _ago(text: str, today: date | None) -> Iterator[Day]:
    if today is None:
        return
    for m in _AGO.finditer(text):
        count = 1 if m["count"].lower() in ("a", "an") else weeks.whole(m["count"])
        if count is None:
            continue
        span, unit = Span(m.start(), m.end()), m["unit"].lower()
        if unit in ("day", "week"):
            when = today - timedelta(days=count * (_WEEK if unit == "week" else 1))
            yield Day(span, when.year, when.month, when.day if unit == "day" else None)
        elif unit == "month":
            at = today.year * 12 + today.month - 1 - count
            yield Day(span, at // 12, at % 12 + 1, None)
        elif unit == "year":
            yield Day(span, today.year - count, None, None)


# A figure like a year of an earlier century is one only behind a word of time.
_OLD_YEAR = re.compile(r"\b(?P<word>in|since|from|until|before|after) (?P<year>1[5-8]\d\d)\b(?![,.]\d| ?%)")


def _old_years(text: str) -> Iterator[Day]:
    for m in _OLD_YEAR.finditer(text):
        since = m["word"] == "since"
        yield Day(Span(m.start("year"), m.end()), int(m["year"]), None, None, since=since, dated=True)


def times(text: str) -> tuple[Day, ...]:
    """List the times of day of a sentence."""
    return tuple(
        Day(time.span, None, None, None, relation=_relation(time.relation), clock=time)
        for time in clock.of(text)
    )


def _relation(printed: str) -> Relation:
    return "from" if printed == "from" else "until" if printed == "until" else "on"


_SEASON = re.compile(
    r"\b(?:(?P<way>this|last|next|coming|early|late)|the(?: end of(?: the)?)?)"
    r"\s(?P<season>spring|summer|autumn|fall|winter)\b"
    r"(?:(?: of)? (?P<year>(?:19|20)\d\d)\b"
    # "the summer recess" is a thing
    r"|(?!-|\s(?!(?:of|in|at|on|when|and|or|but|with|to|for|after|before|as|if|because|while|because|that)\b)[a-z]))",
    re.IGNORECASE,
)
_SEASON_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def _seasons(text: str, today: date | None) -> Iterator[Day]:
    """A season of a year: "by the autumn", "next spring", "in the summer of 2034"."""
    for m in _SEASON.finditer(text):
        season = m["season"].lower().replace("fall", "autumn")
        printed = m["year"]
        year = int(printed) if printed else None
        span = Span(m.start("season"), m.end())
        if year is None and today is not None:
            past = today.month > _SEASON_BEGINS[season]
            back = (m["way"] or "").lower() == "last" or not (
                _ahead(text, span) or (m["way"] or "").lower() in ("next", "coming", "this")
            )
            year = today.year + (past if not back else 0 if past else -1)
        # "since last autumn": the word stands before the whole
        before = text[max(0, m.start() - 32) : m.start()].lower()
        relation: Relation = "from" if _FROM.search(before) else "until" if _UNTIL.search(before) else "on"
        yield Day(
            span,
            year,
            None,
            None,
            since=re.search(r"\bsince\s+$", before) is not None,
            relation=relation,
            no_sooner=_NO_SOONER.search(text[: m.start()]) is not None,
            dated=printed is not None,
            season=season,
        )
