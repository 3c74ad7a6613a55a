"""What every reader hands on: a text, and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from summarizer.article import Cut, Span

# As far as cleaning looks into a line that somebody wants kept.
_LOOKED_AT = 2_000
_PRINTED = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A text as it came, with a name for messages and what a reader should know of it.

    Of plain text `raw` is the text as it stands in the file. Of every other kind it is what a person
    would see, one line a block, and offsets point into that. What the source says of itself, and the
    lines that are taken for the article (`likely`), come beside it; `hints` are what the tags around a
    line say of it, by where it starts. `cuts` are whole lines, in order, that the kind itself marks as
    something else: quoted mail, footnotes. `url` is where a fetched page came
    from in the end.
    """

    raw: str
    name: str
    notices: tuple[str, ...]
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    site: str | None = None
    language: str | None = None
    likely: tuple[Span, ...] = ()
    hints: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    url: str | None = None
    cuts: tuple[Cut, ...] = ()

    @property
    def uncut(self) -> str:
        """The text with blanks for what is in `cuts`: what is left keeps its offsets."""
        parts: list[str] = []
        at = 0
        for cut in self.cuts:
            parts.extend((self.raw[at : cut.start], _PRINTED.sub(" ", cut.span.of(self.raw))))
            at = cut.end
        return "".join((*parts, self.raw[at:]))

    def keeping(self, patterns: Iterable[re.Pattern[str]]) -> Loaded:
        """Take back the cuts of lines in which a pattern is found."""
        keep = tuple(patterns)
        cuts = (
            cut for cut in self.cuts if not any(p.search(cut.span.of(self.raw)[:_LOOKED_AT]) for p in keep)
        )
        return replace(self, cuts=tuple(cuts))
