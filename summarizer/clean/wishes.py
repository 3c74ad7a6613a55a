"""What a person asks of cleaning: lines to keep, lines to cut, which way to lean in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from summarizer.clean.lines import Line
from summarizer.errors import UsageError

Favor = Literal["balance", "precision", "recall"]

# The chance of being article from which a line stays. The mean of precision and recall is flat from
# 0.4 to 0.5; what is cut wrongly is lost to the reader, what stays wrongly is not, so the lower end.
# On the development pages as pasted, precision and recall: 0.02 0.933 0.975, 0.08 0.948 0.965,
# 0.4 0.964 0.959, 0.6 0.972 0.950, 0.7 0.973 0.942.
ENOUGH: dict[Favor, float] = {"recall": 0.02, "balance": 0.4, "precision": 0.6}

# A pattern is tried on so much of a line: what somebody wants kept or cut shows in its first words.
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Wishes:
    """Patterns that overrule the cleaner, line by line; a line that both name is kept."""

    keep: tuple[re.Pattern[str], ...] = ()
    cut: tuple[re.Pattern[str], ...] = ()
    favor: Favor = "balance"

    def kept(self, line: Line) -> bool:
        """Say whether the line was asked for."""
        return _found(self.keep, line) is not None

    def keeps(self, text: str) -> bool:
        """Say whether a text that is no line of its own was asked for."""
        return any(pattern.search(text, 0, _LOOKED_AT) for pattern in self.keep)

    def cut_by(self, line: Line) -> str | None:
        """Name the pattern for which the line goes, as a reason; None where none asks for it."""
        if (found := _found(self.cut, line)) is None or self.kept(line):
            return None
        return f"asked to cut: {found.pattern}"


def wishes(keep: Iterable[str] = (), cut: Iterable[str] = (), favor: str | None = None) -> Wishes:
    """Compile what was asked for; patterns are regular expressions, searched without regard to case.

    Raises UsageError for a pattern that is none, and for a word that `favor` does not know.

    >>> wishes(cut=["^Correction:"]).favor
    'balance'
    """
    lean = favor or "balance"
    if lean not in get_args(Favor):
        raise UsageError(f"unknown choice {lean!r} of what to favor", hint="precision, recall or balance")
    return Wishes(_compiled(keep), _compiled(cut), lean)  # type: ignore[arg-type]


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    made = []
    for pattern in patterns:
        try:
            made.append(re.compile(pattern, re.IGNORECASE))
        except re.error as error:
            raise UsageError(
                f"{pattern!r} is not a pattern: {error}",
                hint="a plain word is one; put \\ before any of . * + ? ( ) [ ] | that is meant as it stands",
            ) from error
    return tuple(made)


def _found(patterns: tuple[re.Pattern[str], ...], line: Line) -> re.Pattern[str] | None:
    return next((p for p in patterns if p.search(line.text, 0, _LOOKED_AT)), None)
