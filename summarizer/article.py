"""The article as spans over the text it was loaded from.

One coordinate system: half-open code-point offsets into `Article.raw`, which no
stage rewrites. What a person reads as "the cleaned text" is put together from
spans on the way out.
"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal

Kind = Literal["says", "believes", "wants", "supports", "opposes", "decides", "shows"]
"""What a source does with the content: the cue decides."""

Polarity = Literal["affirmed", "denied", "refused"]
"""`denied`: the source says it is not so; `refused`: the source will not do or say it."""

Directness = Literal["direct", "mixed", "indirect"]
"""All of the content in quotation marks, some of it, none of it."""


def fold_space(text: str) -> str:
    """Print every run of white space, line breaks included, as one blank."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points of `Article.raw`."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Written out, for an article has thousands of them: it takes two thirds of what `dataclass` writes."""
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """Slice `text`, which must be the raw text that the span was made on."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether at least one code point lies in both."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies inside, borders included."""
        return self.start <= other.start and other.end <= self.end


_set_start: Callable[[Span, int], None] = vars(Span)["start"].__set__
_set_end: Callable[[Span, int], None] = vars(Span)["end"].__set__


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its number; numbers start at 1 and never have gaps.

    `paragraph` indexes `Article.paragraphs`. A sentence lies inside its paragraph
    and holds no cut, so its slice of `raw` is what the article printed.
    """

    number: int
    start: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        """The same range without the number."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of `raw` that is not the article, and why."""

    start: int
    end: int
    reason: str

    @property
    def span(self) -> Span:
        """The same range without the reason."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (`source`) does what (`cue`) with which words (`content`), as spans of `raw`.

    `content` has several spans where the cue splits a quotation. `speaker` is the
    resolved name ("Benjamin Netanyahu" where `source` prints "he"), None where the
    article names nobody or the pronoun could not be resolved; `role` is the
    description the article introduces the speaker with.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    speaker: str | None
    kind: Kind
    directness: Directness
    role: str | None = None
    polarity: Polarity = "affirmed"
    anonymous: bool = False
    collective: bool = False


@dataclass(frozen=True)
class Article:
    """A text, what was cut from it, and its numbered sentences.

    `raw` is the text as loaded. `paragraphs` are what is left after cleaning, in
    order, none overlapping; a cut may lie inside a paragraph. `notices` says what a
    reader of the file should know (an assumed encoding, a repaired line break). `url`
    is where a fetched page came from, after redirects. `orders` are sentences in which somebody
    is reported to have given orders to a machine: they are the article's, and nothing may rest on them.
    """

    raw: str
    name: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    cuts: tuple[Cut, ...] = ()
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    site: str | None = None
    language: str = "en"
    notices: tuple[str, ...] = field(default=())
    url: str | None = None
    orders: tuple[Span, ...] = ()

    def __hash__(self) -> int:
        """Of the text alone, which remembers its own: an article is looked up for every item that is checked."""
        return hash((self.raw, self.name))

    def text(self, sentence: Sentence) -> str:
        """Print a sentence on one line: the raw words, runs of white space as one blank."""
        return fold_space(self.raw[sentence.start : sentence.end])

    def sentence(self, number: int) -> Sentence:
        """Look up a sentence by its number; IndexError when there is none."""
        if not 1 <= number <= len(self.sentences):
            raise IndexError(f"sentence {number} does not exist; the article has {len(self.sentences)}")
        return self.sentences[number - 1]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """List the sentences that share at least one code point with `span`."""
        first = bisect.bisect_right(self._ends, span.start)
        last = bisect.bisect_left(self._starts, span.end)
        return self.sentences[first:last]

    def rests_on_order(self, span: Span) -> bool:
        """Say whether `span` shares a code point with an order to a machine that the article reports."""
        return any(order.overlaps(span) for order in self.orders)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    def kept(self, span: Span) -> Iterator[Span]:
        """Walk over the parts of `span` that no cut covers, in order."""
        at = span.start
        first = bisect.bisect_right(self._cut_ends, at)
        for cut in self.cuts[first:]:
            if cut.start >= span.end:
                break
            if cut.start > at:
                yield Span(at, cut.start)
            at = max(at, cut.end)
        if at < span.end:
            yield Span(at, span.end)

    @cached_property
    def _cut_ends(self) -> list[int]:
        return [cut.end for cut in self.cuts]

    @cached_property
    def body(self) -> str:
        """What is left of the text after cleaning, paragraphs joined by an empty line."""
        printed = (
            fold_space(" ".join(part.of(self.raw) for part in self.kept(paragraph)))
            for paragraph in self.paragraphs
        )
        return "\n\n".join(text for text in printed if text)

    @cached_property
    def sha256(self) -> str:
        """Digest of `raw` in UTF-8, lone surrogates passed through."""
        return hashlib.sha256(self.raw.encode("utf-8", "surrogatepass")).hexdigest()
