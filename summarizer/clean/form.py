"""What a line shows by itself: how it starts and ends, its capitals, the words that tell its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.clean import lexicon
from summarizer.clean.lines import Line

_QUOTES = frozenset("\"“„«'‘「『")
_BULLETS = frozenset("•·*-–—►▶»›+>")
COLONS = (":", "：")
_ENDS = frozenset(".…]:：?")
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? ",
    re.IGNORECASE,
)
_CALENDAR_STARTS = frozenset("jfmasondtwJFMASONDTW")
# Words whose capitals are looked at: headlines are shorter, and a paragraph shows its kind by then.
_LETTERED = 32


def edges(text: str, names: list[str]) -> None:
    """Name how a line starts and ends."""
    first, last = text[0], text[-1]
    if last in _ENDS:
        if text.endswith(("...", "…", "[+]")):
            names.append("ellipsis")
        elif last in COLONS:
            names.append("colon")
        elif last == "?":
            names.append("question")
    if first in _QUOTES:
        names.append("quotation")
    elif first in _BULLETS:
        names.append("bullet")
    elif first.isdigit():
        names.append("digit")


def marks(text: str, names: list[str]) -> None:
    """Name the marks in a line that tell a row of links, or a sentence."""
    if "|" in text or "›" in text or "»" in text[1:]:
        names.append("bars")
    if "," in text or "、" in text:
        names.append("comma")


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


def letters(line: Line, names: list[str]) -> None:
    """Name what capitals and function words tell; scripts without capitals tell nothing."""
    if line.wide:
        names.append("wide")
        return
    text = line.text
    if line.words < 3 and text[0].isalpha():  # half of a page's lines
        if text[0].islower():
            names.append("small start")
        return
    starts = list(filter(str.isalpha, [word[0] for word in text.split(None, _LETTERED)[:_LETTERED]]))
    if len(starts) >= 3:
        capitals = sum(map(str.isupper, starts)) / len(starts)
        if capitals > 0.55:
            names.append("capitals" if capitals <= 0.8 else "all capitals")
        if text.isupper():
            names.append("shouted")
    if starts and starts[0].islower():
        names.append("small start")
    if line.words >= 4:
        _function_words(line.tokens, names)


def _function_words(tokens: Sequence[str], names: list[str]) -> None:
    common = sum(map(lexicon.COMMON.__contains__, tokens)) / len(tokens)
    if common > 0.3:
        names.append("common words")
    elif common < 0.08:
        names.append("no common words")
