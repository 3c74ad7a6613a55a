"""Articles whose attributions are marked, as lessons for the weights of `summarizer.attribute`."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from attribution import article

from summarizer.attribute import contents, lexicon, places, readings, sources, tables
from summarizer.attribute.cue import Cue, heads
from summarizer.attribute.found import Found
from summarizer.attribute.readings import Reading
from summarizer.attribute.text import Paragraph, Token
from summarizer.attribute.words import Words

__all__ = ["Marked", "article", "as_data", "of", "scorer"]

ENOUGH = 0.5
"""Of two contents so great a part must be shared, as the scorer has it."""
_NO_HEADS = (
    lexicon.AUXILIARIES - {"reportedly"}
    | lexicon.PREPOSITIONS
    | lexicon.DETERMINERS
    | frozenset("that and or 's he she they his her their it its who which as out up down off".split())
)


_SOURCES: sources.Names[list[str]] = tables.spelt(sources.Names)
_CONTENTS: contents.Names[list[str]] = tables.spelt(contents.Names)
_STARTS: places.Starts[list[str]] = tables.spelt(places.Starts)
_ENDS: places.Ends[list[str]] = tables.spelt(places.Ends)


def scorer(shared: Path) -> Any:  # noqa: ANN401
    spec = importlib.util.spec_from_file_location("score_attribution", shared / "tools/score_attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_data(found: Found) -> dict[str, Any]:
    """A finding as the scorer wants it."""
    source = None if found.source is None else [found.source.start, found.source.end]
    return {"source": source, "content": [[part.start, part.end] for part in found.content]}


class Marked:
    """An article's words with what is marked in it."""

    def __init__(self, row: dict[str, Any], paragraphs: Sequence[Paragraph], score: Any) -> None:  # noqa: ANN401
        self.row = row
        self.raw: str = row["text"]
        self.gold: list[dict[str, Any]] = row["attributions"]
        self.score = score
        self.words = [Words(p, f) for p, f in pairwise((*paragraphs, None)) if p is not None]
        self._cue = {
            at: number
            for number, mark in reversed(list(enumerate(self.gold)))
            for piece in mark["cue"]
            for at in range(piece[0], piece[1])
        }
        self._content = [_running(score.spans(mark["content"]), len(self.raw)) for mark in self.gold]
        self._all = _running([s for mark in self.gold for s in score.spans(mark["content"])], len(self.raw))

    def mark(self, offset: int) -> int | None:
        """The number of the attribution whose cue is printed at `offset`."""
        return self._cue.get(offset)

    def shared(self, number: int, spans: Sequence[tuple[int, int]]) -> float:
        """Intersection over union of these spans and the marked content."""
        running = self._content[number]
        both = sum(int(running[end] - running[start]) for start, end in spans)
        either = int(running[-1]) + sum(end - start for start, end in spans) - both
        return both / either if either else 0.0

    def source_right(self, number: int, span: tuple[int, int] | None) -> bool:
        """Whether the span is the marked source, as the scorer has it; none where none is marked."""
        mark = self.gold[number]
        if not mark["source"] or span is None:
            return not mark["source"] and span is None
        return bool(self.score.source_right(mark, {"source": list(span)}, self.raw)[0])

    def right(self, reading: Reading) -> bool:
        """Whether source and content are those marked for this cue."""
        number = self.mark(reading.at)
        if number is None:
            return False
        spans = [(part.start, part.end) for part in reading.spans]
        return self.shared(number, spans) >= ENOUGH and self.source_right(
            number, _printed(reading.cue.words, reading.source.at)
        )

    def outside(self) -> Iterator[str]:
        """Words in no content, and those of cues."""
        for words in self.words:
            for token, start, end in _places(words):
                inside = self._all[end] - self._all[start]
                if not token.quoted and (not inside or start in self._cue):
                    yield token.lower

    def cue_words(self) -> Iterator[list[str]]:
        """For each marked cue the words that may be its head."""
        tokens = {start: t.lower for words in self.words for t, start, _ in _places(words) if t.word}
        for mark in self.gold:
            inside = [tokens[at] for piece in mark["cue"] for at in range(piece[0], piece[1]) if at in tokens]
            yield [word for word in inside if word not in _NO_HEADS]


def _running(spans: Sequence[tuple[int, int]], size: int) -> np.ndarray:
    covered = np.zeros(size + 1, np.int32)
    for start, end in spans:
        covered[start + 1 : end + 1] = 1
    return np.cumsum(covered)


def _places(words: Words) -> Iterator[tuple[Token, int, int]]:
    """The tokens with where they are printed."""
    return zip(words.tokens, words.paragraph.starts, words.paragraph.ends, strict=True)


def _printed(words: Words, at: tuple[int, int] | None) -> tuple[int, int] | None:
    return None if at is None else (words.paragraph.starts[at[0]], words.paragraph.ends[at[1] - 1])


Lesson = tuple[str, list[list[str]], list[bool]]


def of(one: Marked) -> Iterator[Lesson]:
    """The choices at every marked cue, what names each reading, and which are right."""
    for words in one.words:
        shared: tuple[tuple[int, int], int] | None = None
        for head in heads(words):
            sentence = words.sentences[head]
            number = one.mark(words.paragraph.starts[head])
            if number is None:
                continue
            cue = Cue(words, head)
            listed = sources.options(cue, shared[0] if shared and shared[1] == sentence else None)
            right = [one.source_right(number, _printed(words, option.at)) for option in listed]
            if any(right):
                yield (
                    "source",
                    sources.sums(cue, listed, _SOURCES),
                    right,
                )
            source = listed[right.index(True) if any(right) else 0]
            if source.at is not None:
                shared = (source.at, sentence)
            yield from _content(one, number, cue, source)


def _content(one: Marked, number: int, cue: Cue, source: sources.Source) -> Iterator[Lesson]:
    paragraph = cue.words.paragraph
    starts = places.starts(cue, readings.behind(cue, source))
    ends = [places.ends(cue.words, start) for start in starts]
    options = contents.options(cue, source)
    tried: list[list[list[float]]] = []
    for option in options:
        before = _printed(cue.words, option.before)
        fixed = [(part.start, part.end) for part in option.run] + ([before] if before else [])
        tried.append(
            [
                [
                    one.shared(number, [*fixed, (paragraph.starts[start], paragraph.ends[end - 1])])
                    for end in listed
                ]
                for start, listed in zip(starts, ends, strict=True)
            ]
            if option.behind
            else [[one.shared(number, fixed)]]
        )
    reach = [max((max(row, default=0.0) for row in rows), default=0.0) for rows in tried]
    top = max(reach)
    if top < ENOUGH:
        return
    named = contents.sums(cue, options, source, _CONTENTS)
    yield "content", named, [value >= top - 1e-9 for value in reach]
    best = reach.index(top)
    if not options[best].behind:
        return
    rows = [max(row, default=0.0) for row in tried[best]]
    named = places.start_sums(cue, starts, _STARTS)
    yield "start", named, [value >= top - 1e-9 for value in rows]
    first = rows.index(max(rows))
    named = places.end_sums(cue, starts[first], ends[first], _ENDS)
    yield "end", named, [value >= top - 1e-9 for value in tried[best][first]]
