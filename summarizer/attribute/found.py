"""An attribution on its way: spans found, speaker not yet known."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.article import Kind, Polarity, Span


class Found(NamedTuple):
    """An attribution before its speaker is resolved; `lemma` is the cue's.

    `paragraph` is the one its cue stands in, `through` the one its content ends in.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: Kind
    lemma: str
    polarity: Polarity
    paragraph: int
    through: int
