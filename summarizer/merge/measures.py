"""What a figure measures: money, a share, a length, a time, an age, or a count of things, in one unit of each kind.

Two figures are held against each other only where they measure the same: 50 minutes and half an hour do,
a sum a week and a sum do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.article import Span
from summarizer.merge import spelled
from summarizer.support import numbers

COUNT, TIME = "count", "time"

# kind: how many base units one of each is
_UNITS = """
length: metre meter m 1 | kilometre kilometer km 1000 | mile 1609.34 | foot feet 0.3048 | inch 0.0254 | yard 0.9144
    | centimetre centimeter cm 0.01 | millimetre millimeter mm 0.001
area: hectare 1 | acre 0.404686
mass: tonne 1000 | ton 1000 | kilo kilogram kg 1 | gram 0.001 | microgram 0.000000001 | milligram 0.000001
volume: litre liter 1 | gallon 4.5461 | barrel 159
power: megawatt 1 | gigawatt 1000 | kilowatt 0.001
time: second 0.0000115741 | minute 0.000694444 | hour 0.0416667 | day night 1 | week 7 | fortnight 14 | month 30.4375
    | year 365.25 | decade 3652.5
temperature: degree 1
"""
_CURRENCIES = (
    "pound dollar euro yen crown franc krona krone kroner kronor rupee peso mark lira real rand yuan won zloty"
    " forint shekel dirham dinar guilder florin baht ringgit rupiah koruna hryvnia leu lev"
    " rouble ruble naira riyal dong cent penny pence"
).split()
MONEY = frozenset((*"£$€¥", *_CURRENCIES)) - {"cent", "penny", "pence"}
"""What an amount of money is measured in: the signs of four currencies, the words for others."""

_SIGNS = {"pound": "£", "dollar": "$", "euro": "€", "yen": "¥", "penny": "£/100", "pence": "£/100"}
_UNIT = re.compile(
    r"[\s\u00a0-]?(?:of (?:our|your|their|the taxpayers['’]) )?(?P<shape>square|cubic)?[\s\u00a0-]?(?P<word>[a-z]+)\b",
    re.IGNORECASE,
)
# "four times the limit" is no count of times
_RATIO = re.compile(
    r"\s(?:times|fold)\s(?:the|as|more|larger|bigger|higher|what|that|its|his|her|their)\b", re.IGNORECASE
)
_PENCE = re.compile(r"p\b(?!\.)")
_RATE = re.compile(
    r"[\s\u00a0-]?(?:an?|per|each|every|/)[\s\u00a0-]?(?P<per>second|minute|hour|h|day|night|week|month|year|share"
    r"|head|person|litre|tonne|hectare)\b",
    re.IGNORECASE,
)
_SPEED = re.compile(r"\s?(?:km/h|kph|mph)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, float]]:
    made: dict[str, tuple[str, float]] = {}
    for line in _UNITS.strip().replace("\n    ", " ").splitlines():
        kind, _, listed = line.partition(":")
        for part in listed.split("|"):
            *words, factor = part.split()
            for word in words:
                made[word] = made[f"{word}s"] = (kind, float(factor))
    return made


def of(quantity: numbers.Quantity, text: str) -> tuple[str, float]:
    """Say what a figure of a sentence measures and its value in the unit of that kind.

    >>> of(numbers.quantities("for two weeks")[0], "for two weeks")
    ('time', 14.0)
    >>> of(numbers.quantities("£900 a week")[0], "£900 a week")
    ('£/week', 900.0)
    """
    kind, value, end = _bare(quantity, text)
    if kind == "length" and (speed := _SPEED.match(text, quantity.span.end)):
        return "speed", value * (1.609 if "mph" in speed.group().lower() else 1.0)
    rate = _RATE.match(text, end)
    if rate is not None and not (kind == TIME and value >= 1):
        per = rate["per"].lower()
        if kind == "length" and per in ("hour", "h"):
            return "speed", value / 1000
        return f"{kind}/{per}", value
    return kind, value


def _bare(quantity: numbers.Quantity, text: str) -> tuple[str, float, int]:  # noqa: C901
    end, value = quantity.span.end, quantity.value
    if quantity.unit == spelled.DAYS:
        return TIME, value, end
    if not quantity.unit and 0 < value < 1 and text[quantity.span.start].isalpha():
        return "%", 100 * value, end
    if quantity.unit in ("%", "points"):
        return quantity.unit, value, end
    if quantity.unit and quantity.unit != "th":
        return quantity.unit, value, end
    if speed := _SPEED.match(text, end):
        return "length", value, speed.start()
    if pence := _PENCE.match(text, end):
        return "£", value / 100, pence.end()
    found = _UNIT.match(text, end)
    if _RATIO.match(text, end):
        return "ratio", value, end
    if times := _TIMES.match(text, end):
        return OCCASIONS, value, times.end()
    if found is None:
        return COUNT, value, end
    word = found["word"].lower()
    if word.rstrip("s") in _CURRENCIES or word in _CURRENCIES:
        single = word if word in _CURRENCIES else word.rstrip("s")
        sign = _SIGNS.get(single, single)
        hundredth = sign.endswith("/100")
        return sign.removesuffix("/100"), value / 100 if hundredth else value, found.end()
    if word in _known():
        kind, factor = _known()[word]
        shape = (found["shape"] or "").lower()
        power = {"square": 2, "cubic": 3}.get(shape, 1)
        return (f"{shape} {kind}" if shape else kind), value * factor**power, found.end()
    return COUNT, value, end


# "twice as many" and "twice a week" are no count of times
_TWICE = re.compile(
    r"\b(?P<twice>twice)\b(?! (?:as|the|that|what|its|their|his|her|an?|every|each|daily|weekly)\b)",
    re.IGNORECASE,
)
OCCASIONS = "times"
_TIMES = re.compile(r"\stimes\b(?!\s(?:an?|every|each|daily|weekly)\b)", re.IGNORECASE)
# "60 m below ground" is a length; "£60 m" and "60m people" are not
_METRES = re.compile(
    r"(?<![£$€\d.,])(?P<value>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?)\sm(?=[,.;)]|$|\s(?:above|across|and|at|below|beneath|by|deep|from"
    r"|high|in|long|of|off|on|tall|under|underground|up|wide|when|where|while|with)\b)"
)
_BY_HALF = re.compile(r"\bby (?P<half>half)\b", re.IGNORECASE)


def more(text: str) -> Iterator[numbers.Quantity]:
    """List the figures of several words and of another kind: "half an hour" as days, "by half" as 50 per cent."""
    yield from spelled.of(text)
    for m in _TWICE.finditer(text):
        yield numbers.Quantity(2.0, OCCASIONS, "exact", Span(*m.span()))
    for m in _METRES.finditer(text):
        span = Span(m.start(), m.end("value"))
        yield numbers.Quantity(float(m["value"].replace(",", "")), "", "exact", span)
    for m in _BY_HALF.finditer(text):
        yield numbers.Quantity(50.0, "%", "exact", Span(*m.span("half")))
