"""Times of day: "at 6.40 am", "shortly after eight", "half past twelve", "noon", as minutes of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.article import Span

_HOUR = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PART = r"(?:\s(?:in|on)\s(?:the|\w+day)\s(?P<{}>morning|afternoon|evening)|\sat\s(?P<{}>night))"
_FIGURES = re.compile(
    r"(?<![\d.,:£$€/-])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?![\d%]|,\d|[.:]\d)"
    r"(?:\s?(?P<half>[ap])(?:\.m\.|m\b)|(?P<h>\s?(?:hrs|h)\b)|(?P<clock>\so'?clock))?"
    r"(?:" + _PART.format("part", "night") + ")?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:(?P<to>half past|quarter past|a quarter past|a quarter to|quarter to|ten past|ten to|twenty past|twenty to"
    r"|five past|five to)\s)?(?P<hour>" + _HOUR + r"|\d{1,2})\b(?P<clock>\so'?clock|\s?[ap]m\b)?"
    r"(?:" + _PART.format("part", "night") + ")?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?P<named>noon|midday|midnight)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:at|by|until|till|from|since|around|about|(?:shortly|soon|just|well) (?:after|before)|between|before|after"
    r"|gone|past|nearly|almost)\s+(?:about |around |nearly |exactly |gone |well after |shortly after |just after )?$",
    re.IGNORECASE,
)
_NO_TIME_BEHIND = re.compile(
    r"\s?(?:%|per\s?cent|million|billion|[a-z]{2,}s\b|years?|year|days?|of (?:the|them|its|his|her|their|those|these)|-)",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(
    r"\s(?:in|on|at|this|when|with|and|that|today|yesterday|last|as|outside|the)\b", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:between|about|around|shortly|soon|just|gone|nearly|almost)\b[^,;]*$", re.IGNORECASE
)
# "by a majority of ten to two"
_RESULT = re.compile(
    r"\b(?:majority|vote|verdict|ratio|margin|odds|score|outnumbered|won|lost)\b(?: \w+)? $", re.IGNORECASE
)
# "just before four" is about four, and no border
_BY = re.compile(r"(?<!just )(?<!shortly )(?<!soon )\b(?:by|until|till|before)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|since)\s+$", re.IGNORECASE)
_PAST = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}
_HOURS = {word: at for at, word in enumerate(_HOUR.split("|"), start=1)}
_DAY, _NOON = 24 * 60, 12 * 60


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day where it is printed: minutes after midnight, and whether am or pm is known.

    `loose` marks "about" and "shortly after", `relation` the border of a stretch of time.
    """

    span: Span
    minutes: int
    halved: bool
    loose: bool
    relation: str = "on"

    def apart(self, other: Time) -> int:
        """How many minutes lie between the two; a time without am or pm is the nearer of its two."""
        gap = abs(self.minutes - other.minutes)
        if self.halved and other.halved:
            return gap
        gap %= _NOON
        return min(gap, _NOON - gap)


def of(text: str) -> tuple[Time, ...]:
    """List the times of day that a sentence prints.

    >>> [(t.minutes, t.halved) for t in of("It began at half past twelve, and ended at 4.05 pm.")]
    [(750, False), (965, True)]
    >>> of("At least 12 people met at four stations")
    ()
    """
    made: list[Time] = []
    for time in sorted(
        (*_figures(text), *_words(text), *_named(text)), key=lambda t: (t.span.start, -t.span.end)
    ):
        if not made or time.span.start >= made[-1].span.end:
            made.append(time)
    return tuple(made)


def _figures(text: str) -> Iterator[Time]:
    for m in _FIGURES.finditer(text):
        told = m["half"] or m["clock"] or m["h"] or m["part"] or m["night"]
        if not told and not (m["minute"] and _BEFORE.search(text[: m.start()])):
            continue
        if not (m["half"] or m["clock"] or m["h"] or m["minute"]) and not _BEFORE.search(text[: m.start()]):
            continue
        if not told and re.match(r"\s?(?:%|per|million|billion|[a-z]+(?:metre|meter)s?)", text[m.end() :]):
            continue
        yield _time(text, m, int(m["hour"]), int(m["minute"] or 0))


def _words(text: str) -> Iterator[Time]:
    for m in _WORDS.finditer(text):
        hour = _HOURS.get(m["hour"].lower()) or (int(m["hour"]) if m["hour"].isdigit() else 0)
        if not 0 < hour <= 24 or (m["to"] and _RESULT.search(text, 0, m.start())):
            continue
        if not m["to"] and m["hour"].isdigit():
            continue
        told = m["to"] or m["clock"] or m["part"] or m["night"]
        before = _BEFORE.search(text[: m.start()])
        if not told:
            behind = text[m.end() :]
            if before is None or _NO_TIME_BEHIND.match(behind):
                continue
            if not (re.match(r"\s*(?:[,.;!?]|$)", behind) or _AFTER_WORD.match(behind)):
                continue
            if not re.match(r"(?:at|shortly|soon|just|by|until)", before.group(), re.IGNORECASE):
                continue
        elif not (m["to"] or m["clock"]) and before is None:
            continue
        minute = 0
        if m["to"]:
            listed = m["to"].lower().removeprefix("a ").split()
            minute = _PAST[listed[0]] * (1 if listed[1] == "past" else -1)
        yield _time(text, m, hour, minute)


def _time(text: str, m: re.Match[str], hour: int, minute: int) -> Time:
    named = m.groupdict()
    half = (named.get("half") or "").lower()
    clock = (named.get("clock") or "").strip().lower()
    half = half or (clock[0] if clock[:2] in ("am", "pm") else "")
    part = (named.get("part") or "").lower()
    halved = bool(half or part or named.get("night") or hour > 12 or hour == 0)
    if (half == "p" or part in ("afternoon", "evening") or named.get("night")) and hour < 12:
        hour += 12
    elif (half == "a" or part == "morning") and hour == 12:
        hour = 0
    return _placed(text, Span(*m.span()), (hour * 60 + minute) % _DAY, halved)


def _named(text: str) -> Iterator[Time]:
    for m in _NAMED.finditer(text):
        yield _placed(text, Span(*m.span()), 0 if m["named"].lower() == "midnight" else _NOON, True)


def _placed(text: str, span: Span, minutes: int, halved: bool) -> Time:
    before = text[max(0, span.start - 24) : span.start]
    relation = "until" if _BY.search(before) else "from" if _FROM.search(before) else "on"
    return Time(span, minutes, halved, _ABOUT.search(before) is not None, relation)
