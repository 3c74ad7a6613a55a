"""How much the signs of an order in a text weigh together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarizer.orders.signs import CORE, OTHER, Sign


def possible(lowers: Sequence[str]) -> tuple[Sign, ...]:
    """The signs to look for in the sentences of a page, given in its readings.

    One look at the whole for their hints spares many of those without which nothing is an order; the others are asked
    for seldom.
    """
    return (*[sign for sign in CORE if any(map(sign.possible, lowers))], *OTHER)


def _in(sign: Sign, lower: str) -> bool:
    return sign.possible(lower) and sign.pattern.search(lower) is not None


def weigh(lower: str, advice: bool = False, among: Sequence[Sign] = (*CORE, *OTHER)) -> float:
    """Add up the signs in a sentence or two; in a page of advice what speaks to its reader weighs half.

    Nothing where no sign is of a machine, its task or its text.
    """
    return sum(
        sign.weight / 2 if advice and sign.of_voice else sign.weight for sign in _found(lower, tuple(among))
    )


@lru_cache(maxsize=256)
def _found(lower: str, among: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The signs in a text; none where no core one is there, or none of a text. Asked for one after the other."""
    found: list[Sign] = []
    for sign in among:
        if not (found or sign.core):
            return ()
        if _in(sign, lower):
            found.append(sign)
    if not any(sign.core for sign in found) or not any(sign.of_text for sign in found):
        return ()
    return tuple(found)
