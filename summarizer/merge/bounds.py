"""Whether a figure is a bound, and whether it is the most that is allowed."""

from __future__ import annotations

import re

from summarizer.merge import measures
from summarizer.support import numbers

_AT_LEAST = re.compile(r"\bat least\s+$", re.IGNORECASE)
_OVER = re.compile(r"\bover\s+(?:the (?:last|past|next) )?$", re.IGNORECASE)
_STRETCH = re.compile(r"\s(?:\w+ )?(?:summers?|winters?|seasons?|nights?|evenings?)\b", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:no|not) more than\s+$|\b(?:up to|at most|a maximum of)\s+$", re.IGNORECASE)
_MAY = re.compile(r"\b(?:may|might|can|could|must|allow\w*|limit\w*|cap|caps|capped)\b", re.IGNORECASE)


def of(text: str, quantity: numbers.Quantity, measured: str) -> numbers.Bound:
    """Say whether a figure is a bound.

    A count of so many at least is what was known, and what was counted later differs from it. "Over three
    years" is how long it took, and "could rise by no more than 5 per cent" a limit, which is a figure itself.
    """
    before, after = text[: quantity.span.start], text[quantity.span.end :]
    if measured == measures.COUNT and _AT_LEAST.search(before):
        return "exact"
    time = measured == measures.TIME or _STRETCH.match(after)
    if time and _OVER.search(before):
        return "exact"
    return "exact" if limit(text, quantity) else quantity.bound


def limit(text: str, quantity: numbers.Quantity) -> bool:
    """Say whether it is the most that is allowed."""
    return bool(_LIMIT.search(text[: quantity.span.start])) and bool(_MAY.search(text))
