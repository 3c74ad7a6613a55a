"""Whether two figures of one thing can both be right: bounds, rounding, and sums without a sign."""

from __future__ import annotations

from summarizer.merge import measures
from summarizer.merge.counts import Figure

_ROUND = 0.05
_ABOUT = 0.1
_ROUNDED_FROM = 1000.0
_SAME = 0.005


def disagree(one: Figure, other: Figure) -> bool:
    """Say whether two figures of one thing cannot both be right, bounds and rounding allowed for."""
    (kind, here), (other_kind, there) = one.measured, other.measured
    if kind != other_kind and not _sum_without_sign(one, other):
        return False
    if abs(here - there) <= _SAME * max(abs(here), abs(there)):
        return False
    low, high = sorted((one, other), key=lambda figure: figure.measured[1])
    below, above = low.bound, high.bound
    if below != above and (below == "above" or above == "below"):
        return False
    apart = abs(here - there) / max(here, there)
    if "about" in (below, above) and apart <= _ABOUT:
        return False
    if kind == measures.TIME and apart <= _ABOUT and one.time_unit != other.time_unit:
        return False  # "a month" and "30 days"
    # the rounder of two may be the other one rounded; 4.2 and 4.4 billion are as exact as each other
    rounder, finer = sorted((one.quantity.digits, other.quantity.digits))
    rounded = rounder <= 2 and rounder < finer and low.quantity.value >= _ROUNDED_FROM
    return not (rounded and apart <= _ROUND)


def _sum_without_sign(one: Figure, other: Figure) -> bool:
    """One prints the currency and the other, of a like size, leaves it out."""
    kinds = {one.measured[0], other.measured[0]}
    return (
        measures.COUNT in kinds
        and bool(kinds & measures.MONEY)
        and min(one.measured[1], other.measured[1]) >= _ROUNDED_FROM
    )
