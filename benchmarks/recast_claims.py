"""A fourth generator, written before the checker's rules were read: false or true by one change of a sentence."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime

import recast_false
import recast_true
from altered_claims import Made, Source


def claims(source: Source, seed: int, published: datetime | None = None) -> Iterator[Made]:
    """Make of each sentence every claim that a maker finds a place for."""
    dice = random.Random(seed)
    for sentence in source.sentences:
        if not 6 <= len(sentence.split()) <= 45 or not (sentence[0].isalnum() or sentence[0] == "“"):
            continue
        for true, makers in ((True, recast_true.MAKERS), (False, recast_false.MAKERS)):
            for kind, make in makers.items():
                claim = make(sentence, source, dice)
                if claim and (claim != sentence or kind == "verbatim"):
                    yield Made(kind, true, claim)
    for sentence in source.foreign:
        if sentence not in source.text:
            yield Made("foreign sentence", False, sentence)
