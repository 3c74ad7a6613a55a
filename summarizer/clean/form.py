"""What a line shows by itself: how it starts and ends, its capitals, the words that tell its subject."""

from __future__ import annotations

import re

from summarizer.clean import lexicon
from summarizer.clean.lines import Line

_QUOTES = frozenset("\"“„«'‘「『")
_BULLETS = frozenset("•·*-–—►▶»›+>")
COLONS = (":", "：")
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? ",
    re.IGNORECASE,
)
_CALENDAR_STARTS = frozenset("jfmasondtwJFMASONDTW")
# Words whose capitals are looked at: headlines are shorter, and a paragraph shows its kind by then.
_LETTERED = 32


def telling(line: Line) -> tuple[str, ...]:
    """Words that tell what a line is about; pairs of characters where words are not parted by blanks."""
    if not line.low.isascii() and lexicon.wide(line.text):
        return tuple(
            token[k : k + 2] for token in line.tokens if lexicon.wide(token) for k in range(len(token) - 1)
        )
    common = lexicon.COMMON
    return tuple([token for token in line.tokens if len(token) > 3 and token not in common])


def edges(text: str) -> list[str]:
    """Name how a line starts and ends."""
    names = []
    if text.endswith(("...", "…", "[+]")):
        names.append("ellipsis")
    elif text.endswith(COLONS):
        names.append("colon")
    elif text.endswith("?"):
        names.append("question")
    if text[0] in _QUOTES:
        names.append("quotation")
    elif text[0] in _BULLETS:
        names.append("bullet")
    elif text[0].isdigit():
        names.append("digit")
    return names


def shape(text: str) -> str:
    """Name how a line starts; empty where starting so is nothing special."""
    first = text[0]
    if first in _CALENDAR_STARTS and _CALENDAR.match(text):
        return "calendar"
    if first.isdigit():
        return "digit"
    if first.isalpha():
        return "small" if first.islower() else ""
    return "quotation" if first in _QUOTES else first


def letters(line: Line) -> list[str]:
    """Name what capitals and function words tell; scripts without capitals tell nothing."""
    text = line.text
    if not text.isascii() and lexicon.wide(text):
        return ["wide"]
    names = []
    starts = [word[0] for word in text.split(None, _LETTERED)[:_LETTERED] if word[0].isalpha()]
    if len(starts) >= 3:
        capitals = sum(map(str.isupper, starts)) / len(starts)
        if capitals > 0.55:
            names.append("capitals" if capitals <= 0.8 else "all capitals")
        if text.isupper():
            names.append("shouted")
    if starts and starts[0].islower():
        names.append("small start")
    if line.words >= 4:
        common = sum(map(lexicon.COMMON.__contains__, line.tokens)) / len(line.tokens)
        if common > 0.3:
            names.append("common words")
        elif common < 0.08:
            names.append("no common words")
    return names
