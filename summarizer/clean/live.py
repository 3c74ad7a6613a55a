"""Entries of a live page: bare times that part article from article."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.clean import labels
from summarizer.clean.lines import Line

# Comments and teasers have their times with a date or "ago"; so few bare ones are a live page's.
_FEWEST = 3


def entries(lines: Sequence[Line], kinds: Sequence[str | None]) -> frozenset[int]:
    """Find the lines that are a time of day, each with a sentence right below; none where they are few."""
    heads = [
        at
        for at in range(len(lines) - 1)
        if kinds[at] == "timestamp"
        and labels.CLOCK.fullmatch(lines[at].text)
        and lines[at + 1].ended
        and lines[at + 1].words >= 5
    ]
    return frozenset(heads) if len(heads) >= _FEWEST else frozenset()
