"""Claims and positions of many windows as one list each: merged as data, ranked by what they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from summarizer.draft import DraftClaim, DraftPosition

# Two claims that share a sentence and so many of 100 points of token_set_ratio say the same thing:
# a claim and its shortened form have 100, two halves of one sentence mostly less than 60.
_SAME = 80.0

Item = TypeVar("Item", DraftClaim, DraftPosition)


def claims(found: Sequence[DraftClaim], scores: Mapping[int, float]) -> tuple[DraftClaim, ...]:
    """List each claim once, the best sentences first, no speaker twice before all others had a turn."""
    kept: list[DraftClaim] = []
    for claim in _ranked(found, scores):
        if not any(_same(claim, other) for other in kept):
            kept.append(claim)
    return _in_turns(kept)


def positions(found: Sequence[DraftPosition], scores: Mapping[int, float]) -> tuple[DraftPosition, ...]:
    """List one position a holder, that which rests on the best sentence."""
    kept: dict[str, DraftPosition] = {}
    for position in _ranked(found, scores):
        kept.setdefault(position.holder.casefold(), position)
    return tuple(kept.values())


def _ranked(found: Sequence[Item], scores: Mapping[int, float]) -> list[Item]:
    return sorted(found, key=lambda item: -max((scores.get(n, 0.0) for n in item.sentences), default=0.0))


def _same(one: DraftClaim, other: DraftClaim) -> bool:
    if one.text.casefold() == other.text.casefold():
        return True
    shared = set(one.sentences) & set(other.sentences)
    return bool(shared) and fuzz.token_set_ratio(one.text.casefold(), other.text.casefold()) >= _SAME


def _in_turns(ranked: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
    """Order by how many claims of the same speaker stand before; the article's own voice counts as none."""
    turns: dict[str, int] = {}
    placed = []
    for at, claim in enumerate(ranked):
        speaker = (claim.speaker or "").casefold()
        placed.append((turns.get(speaker, 0) if speaker else 0, at, claim))
        turns[speaker] = turns.get(speaker, 0) + 1
    return tuple(claim for _, _, claim in sorted(placed, key=lambda one: one[:2]))
