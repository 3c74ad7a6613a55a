"""Makers of false claims that change a figure, its unit or bound, or a date."""

from __future__ import annotations

import random
import re

import recast_words as words
from altered_claims import Source

_LOOSE = r"(?<!more than )(?<!least )(?<!over )(?<!under )(?<!nearly )(?<!almost )(?<!about )(?<!around )(?<!up to )"
_FIGURE = re.compile(
    _LOOSE + r"(?<![\w.,$£€/:-])(?<!No\. )([$£€]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w/:(]|[.,]\d)"
)
_BIG = re.compile(r"(?<=\d )(million|billion|trillion)\b")


def _digits(number: int, style: int) -> int:
    text = str(number)
    if style == 0:
        return number + 1
    if style == 1 and number > 1:
        return number - 1
    if style == 2 and len(set(text[-2:])) == 2 and text[-1] != "0":
        return int(text[:-2] + text[-1] + text[-2])
    return 2 * number


def number(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = [m for m in _FIGURE.finditer(sentence) if not (1900 <= int(m[2].replace(",", "")) <= 2030)]
    if not found:
        return None
    m = dice.choice(found)
    new = _digits(int(m[2].replace(",", "")), dice.randrange(4))
    shown = f"{new:,}" if "," in m[2] else str(new)
    return sentence[: m.start()] + m[1] + shown + (m[3] or "") + sentence[m.end() :]


def spelled(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(
        _LOOSE + rf"\b({'|'.join(words.SMALL)})\b (?!of the most|or |to )(?=[a-z]+s\b)",
        sentence,
        re.IGNORECASE,
    )
    if m is None:
        return None
    at = words.SMALL.index(m[1].lower())
    new = words.SMALL[at + 1 if at < 10 else at - 1]
    return sentence[: m.start(1)] + (new.capitalize() if m[1][0].isupper() else new) + sentence[m.end(1) :]


def magnitude(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _BIG.search(sentence)
    if m is None:
        return None
    new = {"million": "billion", "billion": dice.choice(("million", "trillion")), "trillion": "billion"}[m[1]]
    return sentence[: m.start()] + new + sentence[m.end() :]


def unit(sentence: str, source: Source, dice: random.Random) -> str | None:
    if (m := re.search(r"(?<!\w)\$(?=\d)", sentence)) and dice.random() < 0.6:
        return sentence[: m.start()] + dice.choice("€£") + sentence[m.end() :]
    for old, new in words.UNITS:
        if m := re.search(rf"(?<=\d ){old}\b", sentence):
            return sentence[: m.start()] + new + sentence[m.end() :]
    return None


def date(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = list(
        re.finditer(
            rf"\b(?:{'|'.join(words.WEEKDAYS)})\b|\b(?:{'|'.join(words.MONTHS)})\b|\b(?:19|20)\d\d\b",
            sentence,
        )
    )
    found = [m for m in found if m[0] != "May" or re.match(r" \d", sentence[m.end() :])]
    found = [m for m in found if m[0] != "March" or re.match(r" \d|,|\.", sentence[m.end() :])]
    found = [m for m in found if not re.match(r" (?:Night|Times|Morning)", sentence[m.end() :])]
    if not found:
        return None
    m = dice.choice(found)
    if m[0].isdigit():
        new = str(int(m[0]) + dice.choice((-2, -1, 1, 3)))
        if new in sentence:
            return None
    else:
        ring = words.WEEKDAYS if m[0] in words.WEEKDAYS else words.MONTHS
        new = dice.choice([each for each in ring if each not in sentence])
    return sentence[: m.start()] + new + sentence[m.end() :]


def when(sentence: str, source: Source, dice: random.Random) -> str | None:
    """Last and next, yesterday and tomorrow, morning and evening."""
    pairs = {"last week": "next week", "next week": "last week", "last month": "next month", "last year": "two years ago",
             "earlier this": "later this", "yesterday": "last month", "this week": "last month", "next year": "last year",
             "next month": "next week", "morning": "evening", "afternoon": "morning"}  # fmt: skip
    found = [old for old in pairs if re.search(rf"\b{old}\b", sentence)]
    return re.sub(rf"\b{found[0]}\b", pairs[found[0]], sentence, count=1) if found else None


def bound(sentence: str, source: Source, dice: random.Random) -> str | None:
    pairs = (("more than", "less than"), ("at least", "at most"), ("fewer than", "more than"), ("less than", "more than"),
             ("up to", "more than"))  # fmt: skip
    for old, new in pairs:
        if m := re.search(rf"\b{old}(?= [$£€]?(?:\d|half|a dozen|{'|'.join(words.SMALL)}))", sentence):
            return sentence[: m.start()] + new + sentence[m.end() :]
    return None
