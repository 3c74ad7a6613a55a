"""A fourth generator, written before the checker's rules were read: false or true by one change of a sentence."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime

import recast_false
import recast_true
from altered_claims import Made, Source

_QUOTED = re.compile(r"“[^”]*(?:”|$)|^[^“”]*”|\"[^\"]*(?:\"|$)")
_OF_NAMES = frozenset({"surname only", "title, surname", "initials"})


def _quoted(text: str) -> list[str]:
    return _QUOTED.findall(text)


def _true_kind(kind: str, sentence: str, claim: str) -> str | None:
    """What is altered between marks of quotation is a kind of its own; another name there makes no truth."""
    if kind == "quotation's form" or set(_quoted(claim)) <= set(_quoted(sentence)):
        return kind
    return None if kind in _OF_NAMES else f"{kind}, quoted"


def claims(source: Source, seed: int, published: datetime | None = None) -> Iterator[Made]:
    """Make of each sentence every claim that a maker finds a place for."""
    dice = random.Random(seed)
    for sentence in source.sentences:
        if not 6 <= len(sentence.split()) <= 45 or not (sentence[0].isalnum() or sentence[0] == "“"):
            continue
        for kind, make in recast_true.MAKERS.items():
            claim = make(sentence, source, dice)
            if (
                claim
                and (claim != sentence or kind == "verbatim")
                and (of := _true_kind(kind, sentence, claim))
            ):
                yield Made(of, True, claim)
        for kind, make in recast_false.MAKERS.items():
            claim = make(sentence, source, dice)
            if claim and claim != sentence:
                yield Made(kind, False, claim)
    for sentence in source.foreign:
        if sentence not in source.text:
            yield Made("foreign sentence", False, sentence)
