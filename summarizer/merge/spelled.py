"""Figures that take several words: "a hundred and twenty", "an hour and ten minutes", "two houses in three"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.article import Span
from summarizer.support import numbers

DAYS = "days"
"""The unit of times, whatever they are told in."""

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: at for at, word in enumerate(_ONES, start=1)}
    | {word: at for at, word in enumerate(_TEENS, start=10)}
    | {word: 10 * at for at, word in enumerate(_TENS, start=2)}
)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ONE = "|".join(_ONES)
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONE}))?|{'|'.join(_TEENS)}|{_ONE})"
# "a hundred and twenty", "two thousand five hundred", "six hundred and ten thousand"
_COMPOUND = re.compile(
    rf"\b(?:(?:an?|{_SMALL})[\s-](?:hundred|thousand|million)(?:\s(?:and\s)?{_SMALL})?"
    rf"(?:[\s-](?:hundred|thousand|million)(?:\s(?:and\s)?{_SMALL})?)*)\b(?P<percent>\s?%|\s?per\s?cent\b)?",
    re.IGNORECASE,
)
_POINT = re.compile(
    rf"\b(?P<whole>{_SMALL})\spoint\s(?P<parts>(?:{_ONE}|zero|nought)(?:\s(?:{_ONE}|zero|nought))?)\b"
    r"(?:\s(?P<scale>thousand|million|billion)\b)?(?P<percent>\s?%|\s?per\s?cent\b)?",
    re.IGNORECASE,
)
_UNITS = {
    "second": 1 / 86_400, "minute": 1 / 1_440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0,
    "fortnight": 14.0, "month": 365.25 / 12, "year": 365.25, "decade": 3_652.5,
}  # fmt: skip
_NUMBER = rf"(?:an?|\d{{1,3}}|{_SMALL})"
# "an hour and ten minutes", "two years and three months", "1 hour 20 minutes"
_LONG = re.compile(
    rf"\b(?P<first>{_NUMBER})[\s-](?P<unit>year|month|week|day|hour|minute)s?(?:\sand\s|,?\s)"
    rf"(?P<second>\d{{1,2}}|{_SMALL}|an?)[\s-](?P<small>month|week|day|hour|minute|second)s?\b",
    re.IGNORECASE,
)
_AND_HALF = re.compile(
    rf"\b(?:(?P<number>{_NUMBER})[\s-]and[\s-]a[\s-]half[\s-](?P<unit>year|month|week|day|hour|minute)s?"
    rf"|(?P<one>an?|one)\s(?P<single>year|month|week|day|hour|minute)\sand\sa\shalf"
    r"|(?P<half>half|three[\s-]quarters of|a quarter of)[\s-]an?[\s-](?P<of>year|month|week|day|hour|minute)"
    r"|a half[\s-](?P<noun>year|hour|day|month))\b",
    re.IGNORECASE,
)
_ONE_OF_TIME = re.compile(
    r"\b(?:for|within|lasted|lasting|lasts|only|just|almost|nearly|about|least|than|took|takes|take|in)"
    r"\s(?:the better part of\s)?(?P<what>an?(?:\s(?:full|whole))?\s(?P<unit>fortnight|week|month|year|decade|hour))\b"
    r"(?!\s(?:and|ago|earlier|later)\b)",
    re.IGNORECASE,
)
_FORTNIGHT = re.compile(
    rf"\b(?:(?P<number>{_NUMBER})[\s-])?fortnights?\b(?!\s(?:ago|earlier|later))", re.IGNORECASE
)
# "one house in three", "nine out of ten", "every fifth driver"
_SHARE = re.compile(
    rf"\b(?P<some>{_ONE}|\d)\s(?P<what>[a-z]+\s)?(?:in|out\sof)\s(?:every\s)?(?P<all>{_SMALL}|\d{{1,3}})\b"
    r"(?!\s(?:of|million|billion|thousand|hundred)\b)(?![.,]?\d)",
    re.IGNORECASE,
)
# "two men in five cars" is none
_MORE = re.compile(r"\s(?!(?:is|was|has|does|says)\b)[a-z]+s\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\bevery\s(?P<nth>third|fourth|fifth|sixth|tenth|twentieth)\b(?!\s(?:day|week|month|year|time)\b)",
    re.IGNORECASE,
)
_NTH = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10, "twentieth": 20}


def value(printed: str) -> float:
    """Say what a number in words or figures is; "a" is one.

    >>> value("two hundred and ten thousand"), value("twenty-five"), value("an")
    (210000.0, 25.0, 1.0)
    """
    whole, part = 0.0, 0.0
    for word in re.split(r"[\s-]+", printed.lower()):
        if word.isdigit():
            part += float(word)
        elif word in ("a", "an"):
            part = 1.0
        elif word == "hundred":
            part *= 100
        elif word in _SCALES:
            whole, part = whole + part * _SCALES[word], 0.0
        else:
            part += _VALUES.get(word, 0)
    return whole + part


def of(text: str) -> Iterator[numbers.Quantity]:
    """List the figures of several words, and those that are words of another kind.

    >>> [(q.value, q.unit) for q in of("one house in four")]
    [(25.0, '%')]
    >>> [round(q.value * 24, 2) for q in of("in an hour and ten minutes")]
    [1.17]
    """
    taken: list[Span] = []
    for quantity in (*_times(text), *_counts(text), *_shares(text)):
        if not any(quantity.span.overlaps(span) for span in taken):
            taken.append(quantity.span)
            yield quantity


def _counts(text: str) -> Iterator[numbers.Quantity]:
    for m in _POINT.finditer(text):
        parts = [_VALUES.get(word.lower(), 0) for word in m["parts"].split()]
        made = value(m["whole"]) + sum(part / 10**at for at, part in enumerate(parts, start=1))
        scale = _SCALES[m["scale"].lower()] if m["scale"] else 1
        yield _quantity(made * scale, "%" if m["percent"] else "", m, text)
    for m in _COMPOUND.finditer(text):
        printed = m.group().removesuffix(m["percent"] or "")
        if printed.split()[-1].split("-")[-1].lower() in _SCALES:
            continue  # "a million" is read as any figure is, with the "half" before it
        yield _quantity(value(printed), "%" if m["percent"] else "", m, text)


def _shares(text: str) -> Iterator[numbers.Quantity]:
    for m in _SHARE.finditer(text):
        some, every = value(m["some"]), value(m["all"])
        if m["what"] and _MORE.match(text, m.end()):
            continue
        if some < every and (every <= 10 or not every % 10):
            yield _quantity(100 * some / every, "%", m, text)
    for m in _EVERY.finditer(text):
        yield _quantity(100 / _NTH[m["nth"].lower()], "%", m, text)


def _times(text: str) -> Iterator[numbers.Quantity]:
    for m in _LONG.finditer(text):
        unit, small = _UNITS[m["unit"].lower()], _UNITS[m["small"].lower()]
        if small < unit:
            yield _quantity(value(m["first"]) * unit + value(m["second"]) * small, DAYS, m, text)
    for m in _AND_HALF.finditer(text):
        if m["number"]:
            yield _quantity((value(m["number"]) + 0.5) * _UNITS[m["unit"].lower()], DAYS, m, text)
        elif m["single"]:
            yield _quantity(1.5 * _UNITS[m["single"].lower()], DAYS, m, text)
        else:
            part = {"t": 0.75, "a": 0.25}.get((m["half"] or "half")[0].lower(), 0.5)
            yield _quantity(part * _UNITS[(m["of"] or m["noun"]).lower()], DAYS, m, text)
    for m in _ONE_OF_TIME.finditer(text):
        about: numbers.Bound = "below" if "better part" in m.group().lower() else "exact"
        yield numbers.Quantity(_UNITS[m["unit"].lower()], DAYS, about, Span(*m.span("what")))
    for m in _FORTNIGHT.finditer(text):
        yield _quantity((value(m["number"]) if m["number"] else 1.0) * 14.0, DAYS, m, text)


def _quantity(found: float, unit: str, m: re.Match[str], text: str) -> numbers.Quantity:
    """Build one where it is printed, with the bound that the words before it set."""
    before = text[max(0, m.start() - 24) : m.start()]
    bound = numbers.quantities(f"{before}77")
    return numbers.Quantity(
        found, unit, bound[-1].bound if bound and bound[-1].value == 77 else "exact", Span(*m.span())
    )
