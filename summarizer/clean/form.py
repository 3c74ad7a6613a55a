"""What a line shows by itself: how it starts and ends, its capitals, the words that tell its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Generic

from summarizer.clean import lexicon
from summarizer.clean.lines import Line
from summarizer.clean.scale import Scale, V

_QUOTES = "\"“„«'‘「『"
_BULLETS = "•·*-–—►▶»›+>"
COLONS = (":", "：")
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? ",
    re.IGNORECASE,
)
_CALENDAR_STARTS = frozenset(
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split()
)
# Characters whose capitals are looked at: headlines are shorter, and a paragraph shows its kind by then.
_LETTERED = 200
# ASCII characters as capitals, small letters, blanks and others.
_KINDS = bytes(
    ord("A" if chr(at).isupper() else "a" if chr(at).islower() else " " if at == ord(" ") else "-")
    for at in range(128)
) + bytes(128)
_TYPOGRAPHY = "’‘“”–—…"

# Answers of `letters`, one bit each.
_SMALL, _CAPITALS, _ALL_CAPITALS, _SHOUTED, _COMMON, _NO_COMMON, _WIDE = (1 << bit for bit in range(7))
_BITS = ("small start", "capitals", "all capitals", "shouted", "common words", "no common words", "wide")


class Forms(Generic[V]):
    """What the form of a line is worth."""

    def __init__(self, scale: Scale[V]) -> None:
        self._first = dict.fromkeys(_BULLETS, scale.one("bullet"))
        self._first |= dict.fromkeys(_QUOTES, scale.one("quotation"))
        self._digit = scale.one("digit")
        self._last = {"?": scale.one("question"), "…": scale.one("ellipsis")}
        self._last |= dict.fromkeys(COLONS, scale.one("colon"))
        self._letters = tuple(
            scale.all([name for bit, name in enumerate(_BITS) if bits >> bit & 1])
            for bits in range(1 << len(_BITS))
        )
        self._comma, self._bars = scale.flag("comma"), scale.flag("bars")
        self._nothing = scale.nothing

    def columns(self, lines: Sequence[Line]) -> list[list[V]]:
        """What each line tells by how it starts and ends, by its letters and marks."""
        texts = [line.text for line in lines]
        first, last, letter, none = self._first.get, self._last.get, self._letters, self._nothing
        comma, bars = self._comma, self._bars
        return [
            [self._digit if text[0].isdigit() else first(text[0], none) for text in texts],
            [last("…" if text.endswith(("...", "[+]")) else text[-1], none) for text in texts],
            [
                letter[
                    text[0].islower()
                    if line.words < 3 and not line.wide and text[0].isalpha()
                    else letters(line)
                ]
                for line, text in zip(lines, texts, strict=True)
            ],
            [comma["," in text or "、" in text] for text in texts],
            [bars["|" in text or "›" in text or "»" in text[1:]] for text in texts],
        ]


def shape(text: str, low: str) -> str:
    """Name how a line starts; empty where starting so is nothing special."""
    first = text[0]
    if first.isalpha():
        if low[:3] in _CALENDAR_STARTS and _CALENDAR.match(text):
            return "calendar"
        return "small" if first.islower() else ""
    if first.isdigit():
        return "digit"
    return "quotation" if first in _QUOTES else first


def letters(line: Line) -> int:
    """Tell capitals and function words, a bit each; scripts without capitals tell nothing."""
    if line.wide:
        return _WIDE
    count, capitals, small = _starts(line.text)
    bits = _SMALL if small else 0
    if count >= 3:
        share = capitals / count
        if share > 0.55:
            bits |= _CAPITALS if share <= 0.8 else _ALL_CAPITALS
        if line.text.isupper():
            bits |= _SHOUTED
    if line.words >= 4:
        common = sum(map(lexicon.COMMON.__contains__, line.tokens)) / len(line.tokens)
        if common > 0.3:
            bits |= _COMMON
        elif common < 0.08:
            bits |= _NO_COMMON
    return bits


def _starts(text: str) -> tuple[int, int, bool]:
    """Letters that words begin with, how many of them are capitals, and whether the first is a small one."""
    head = text[:_LETTERED]
    if not head.isascii():
        for mark in _TYPOGRAPHY:
            head = head.replace(mark, "-")
    if head.isascii():
        kinds = (" " + head).encode().translate(_KINDS)
        capitals, small = kinds.count(b" A"), kinds.count(b" a")
        return (
            capitals + small,
            capitals,
            0 <= kinds.find(b" a") < (kinds.find(b" A") if capitals else len(kinds)),
        )
    starts = [word[0] for word in head.split() if word[0].isalpha()]
    return len(starts), sum(map(str.isupper, starts)), bool(starts) and starts[0].islower()
