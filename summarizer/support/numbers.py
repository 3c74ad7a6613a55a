"""Quantities as values with units, so that 1.5m equals 1.5 million and 1,500,000."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.article import Span

Bound = Literal["exact", "above", "below", "about"]

_SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12, "dozen": 12,
}  # fmt: skip
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "eighth": 0.125, "tenth": 0.1}
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}

_NUMBER = re.compile(
    r"(?P<currency>[£$€¥])?\s?(?<![\w.,])"
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<ordinal>st|nd|rd|th)?"
    r"(?:[\s\u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|tn|trn|mln|mn|[mkb])(?![\w]))?"
    r"(?P<percent>\s?%|\s?per\s?cent\b|\s?percent\b|\s?pc\b|\s?percentage points?\b)?",
    re.IGNORECASE,
)
# "half" alone is one only of something: not "the second half", "half an hour", "half brother".
_SPELLED = re.compile(
    r"(?<!and )\b(?P<times>a|one|two|three|four)[\s-](?P<fraction>" + "|".join(_FRACTIONS) + r")s?\b(?! an? )"
    r"|(?<!first )(?<!second )(?<!other )(?<!latter )(?<!and )(?<!-)\b(?P<half>half)(?=\s(?:of|the|a\s[mb]illion)\b)|"
    r"\b(?P<tens>" + "|".join(_TENS) + r")(?:[\s-](?P<unit>" + "|".join(list(_SMALL)[1:10]) + r"))?\b"
    r"|\b(?P<small>" + "|".join(w for w in _SMALL if w not in ("zero", "one")) + r")\b"
    r"|(?P<one>\b(?:a|one)(?=[\s-](?:dozen|hundred|thousand|million|billion|trillion)\b))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile("[a-z]+")
# one of these stands in whatever _SPELLED matches
_SAYS_NUMBER = frozenset(
    ("half", "dozen", "hundred", "thousand", "million", "billion", "trillion", *_TENS, *_SMALL)
) | {word + end for word in _FRACTIONS for end in ("", "s")}
_SCALE_AFTER = re.compile(
    r"(?:\sa)?[\s-](?P<scale>dozen|hundred|thousand|million|billion|trillion)\b(?P<percent>\s?%|\s?per\s?cent\b)?",
    re.IGNORECASE,
)
_PERCENT_AFTER = re.compile(r"\s?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:(?<!no )more than|over|above|at least|exceed\w*|upwards of|in excess of|no fewer than|no less than)"
    r"\s+[£$€¥]?$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    r"(?:(?:[^\s.,;]|[.,](?=\d))+\s){1,6}or\s(?:more|over|longer|older|higher)\b", re.IGNORECASE
)
_BELOW = re.compile(
    r"(?:(?<!no )less than|(?<!no )fewer than|under|below|at most|up to|nearly|almost|no more than|as m\w+ as)"
    r"\s+[£$€¥]?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:about|around|some|roughly|approximately|circa)\s+[£$€¥]?$", re.IGNORECASE)


# What people round so: "more than 200" of 214, "nearly 200" of 196.
_ROUNDED = {"above": (1.0, 1.2), "below": (0.85, 1.0), "about": (0.93, 1.07)}


_COUNTED_OUT = 1_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is meant.

    `unit` is "%", "points" (percentage points), a currency sign, "th" for an ordinal, or empty.
    """

    value: float
    unit: str
    bound: Bound
    span: Span

    def agrees(self, other: Quantity) -> bool:
        """Say whether `other` would bear out this one: same value, and no unit that contradicts.

        Values within half a per cent count as equal where this one is the rounder, which forgives a rounding
        in the third digit. A bound ("more than 200") does not bear out the bare figure, nor the bare figure
        the bound; but 214 bears out "more than 200" and 196 "nearly" or "about 200".
        """
        if self.bound != "exact" and other.bound == "exact" and self.unit == other.unit:
            low, high = _ROUNDED[self.bound]
            if self.value and low < other.value / self.value < high:
                return True
        if not self.rounds(other) or self._miscounts(other):
            return False
        if other.bound == "about":
            # "some 40,000" are not "at least 40,000"
            return self.same_value(other) and self.bound in ("exact", "about")
        return self.same_value(other) and len({self.bound, other.bound} - {"about"}) < 2

    def _miscounts(self, other: Quantity) -> bool:
        """Say whether both are counts that are given in full: 690 are not 691, while 1,200 may stand for 1,204."""
        whole = self.value.is_integer() and other.value.is_integer()
        return whole and self.unit == other.unit and other.value < _COUNTED_OUT and self.value != other.value

    def same_value(self, other: Quantity) -> bool:
        """Say whether the two are one value in one unit, bounds aside."""
        if {self.unit, other.unit} == {"%", ""} and min(self.value, other.value) < 1:
            share, percent = sorted((self.value, other.value))
            return abs(100 * share - percent) <= 0.02 * percent
        if self.unit != other.unit and self.unit and other.unit:
            return False
        if ("th" in (self.unit, other.unit)) and self.unit != other.unit:
            # "the 9th of May" and "May 9" are one day; an ordinal below 32 may be a day of the month.
            return self.value == other.value and self.value <= 31
        return abs(self.value - other.value) <= 0.005 * max(abs(self.value), abs(other.value))

    def rounds(self, other: Quantity) -> bool:
        """Say whether this one is the other or has fewer digits than it: 1.24m for 1,237,000, never 1,238,000."""
        equal = abs(self.value - other.value) <= 1e-6 * max(1.0, abs(other.value))
        return equal or self.unit != other.unit or self.digits < other.digits

    @property
    def digits(self) -> int:
        """How many digits the value has, the zeros at either end aside."""
        return len(f"{self.value:.6f}".replace(".", "").strip("0"))

    @property
    def token(self) -> str:
        """A word that stands for the value, however it is spelled."""
        return f"#{self.value:.6g}"


@lru_cache(maxsize=512)
def quantities(text: str) -> tuple[Quantity, ...]:
    """List the quantities of `text` in order: figures, spelled numbers from two, fractions.

    "one" alone is left out, being a pronoun as often as a number.

    >>> [(q.value, q.unit) for q in quantities("£1.5m, or a third, of 1,200 people (33%)")]
    [(1500000.0, '£'), (0.3333333333333333, ''), (1200.0, ''), (33.0, '%')]
    """
    found = [_odds(m, text) for m in _ODDS.finditer(text)] if " in " in text else []
    taken = [q.span for q in found]
    # many sentences have no figure, many no spelled number: to look for that first halves the time over
    # the sentences of 3,700 lines of news
    for m in _NUMBER.finditer(text) if _DIGIT.search(text) else ():
        if not any(other.start < m.end() and m.start("digits") < other.end for other in taken):
            found.append(_figure(m, text))
    taken = [q.span for q in found]
    says = not _SAYS_NUMBER.isdisjoint(_LETTERS.findall(text.casefold()))
    for m in _SPELLED.finditer(text) if says else ():
        span = Span(m.start(), m.end())
        if not any(span.overlaps(other) for other in taken):
            found.append(_spelled(m, text))
            taken.append(found[-1].span)
    return tuple(sorted(found, key=lambda q: q.span))


_SPACED = re.compile(
    r"(?<![\w.,])\d{1,3}(?:, \d{3})+(?![\d,])"
    r"|(?<![\w.,])\d{1,3}\. \d{1,2}(?=\s?(?:%|per\s?cent|percent|million|billion|trillion|[mb]n?\b))",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 26, 16


def spaced(text: str) -> tuple[Quantity, ...]:
    """List figures that careless software has parted, "3, 000" and "7. 8 per cent", read as one figure.

    Only another way to read them: "on 12 May, 300 people" is printed so too.

    >>> [q.value for q in spaced("over $ 36, 000 of it, and 7. 8 per cent")]
    [36000.0, 7.8]
    """
    made = []
    for m in _SPACED.finditer(text):
        before = text[max(0, m.start() - _BEFORE) : m.start()]
        joined = before + m.group().replace(" ", "") + text[m.end() : m.end() + _AFTER]
        found = next((q for q in quantities(joined) if q.span.start <= len(before) < q.span.end), None)
        if found is not None:
            made.append(Quantity(found.value, found.unit, found.bound, Span(m.start(), m.end())))
    return tuple(made)


_ODDS = re.compile(
    r"\b(?P<some>one|two|three|four|[1-9])[\s-]in[\s-](?:every[\s-])?"
    r"(?P<all>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|[1-9]\d{0,2})\b(?![.,]?\d)"
    r"(?!\s(?:days|weeks|months|years|hours|minutes|seconds|games|matches|goals|points|times|\w+ber|\w+uary|Ma\w+|Ju\w+|A[pu]\w+))",
    re.IGNORECASE,
)


def _odds(m: re.Match[str], text: str) -> Quantity:
    """The share in "one in three"."""
    some, every = (
        float(_SMALL.get(m[part].lower(), 20) if m[part].isalpha() else m[part]) for part in ("some", "all")
    )
    return Quantity(some / every, "", _bound(text, m.start()), Span(m.start(), m.end()))


def _figure(m: re.Match[str], text: str) -> Quantity:
    value = float(re.sub(r"[,\u00a0\u202f]", "", m["digits"]))
    if m["scale"]:
        value *= _SCALES[m["scale"].lower()]
    points = m["percent"] and "point" in m["percent"].lower()
    unit = "points" if points else "%" if m["percent"] else m["currency"] or ("th" if m["ordinal"] else "")
    start = m.start("currency") if m["currency"] else m.start("digits")
    return Quantity(value, unit, _bound(text, start), Span(start, m.end()))


def _spelled(m: re.Match[str], text: str) -> Quantity:
    if m["fraction"]:
        value = _TIMES[m["times"].lower()] * _FRACTIONS[m["fraction"].lower()]
    elif m["half"]:
        value = 0.5
    elif m["tens"]:
        value = float(_TENS[m["tens"].lower()] + (_SMALL[m["unit"].lower()] if m["unit"] else 0))
    elif m["small"]:
        value = float(_SMALL[m["small"].lower()])
    else:
        value = 1.0
    end = m.end()
    while scale := _SCALE_AFTER.match(text, end):
        value *= _SCALES[scale["scale"].lower()]
        end = scale.end("scale")
    percent = _PERCENT_AFTER.match(text, end)
    return Quantity(
        value,
        "%" if percent else "",
        _bound(text, m.start()),
        Span(m.start(), percent.end() if percent else end),
    )


def _bound(text: str, start: int) -> Bound:
    before = text[max(0, start - 24) : start]
    if _ABOVE.search(before) or _OR_MORE.match(text, start):
        return "above"
    if _BELOW.search(before):
        return "below"
    return "about" if _ABOUT.search(before) else "exact"
