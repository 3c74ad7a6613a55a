"""What can be wrong with a claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; a `grave` one makes the claim unsupported whatever its score.

    `kind` is one of: number, date, name, role, quotation altered, wrong speaker, negation, polarity, who did
    what, certainty, scope, order in time, wording, not in the article, an order, second opinion.
    """

    kind: str
    text: str
    grave: bool
