"""Sources that print each other's text: the same article twice, or an agency's edited lightly.

Runs of five words (shingles) outside quotation marks are compared: two reporters may quote the same
statement at length, but do not write the same sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.merge.tellings import Telling
from summarizer.support import Line

_RUN = 5
# Share of the shorter text's shingles that stand in the other.
COPY_FROM = 0.3
_FEWEST = 8
# A sentence is the same when this share of its shingles, or of the other's, is.
_SAME_SENTENCE = 0.6
# Short sentences are printed alike by chance.
_FEWEST_IN_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Copies:
    """Which sources repeat which, and which of their sentences do.

    `original` gives for each source the one it repeats: itself where it repeats none.
    """

    original: dict[str, str]
    shingles: dict[tuple[str, int], frozenset[int]]

    def same_sentence(self, one: tuple[str, int], other: tuple[str, int]) -> bool:
        """Say whether two sentences of different sources are one text."""
        first, second = self.shingles[one], self.shingles[other]
        fewer = min(len(first), len(second))
        return fewer >= _FEWEST_IN_SENTENCE and len(first & second) >= _SAME_SENTENCE * fewer


def find(tellings: Sequence[Telling]) -> Copies:
    """Group the sources; the one that came out first is the original, then the one given first."""
    by_line = {(t.id, line.number): _shingles(t, line) for t in tellings for line in t.index.lines}
    whole = {
        t.id: frozenset().union(*(by_line[t.id, line.number] for line in t.index.lines)) for t in tellings
    }
    original = {t.id: t.id for t in tellings}
    order = sorted(
        tellings,
        key=lambda t: (t.about.published is None, _when(t), list(original).index(t.id)),
    )
    for at, later in enumerate(order):
        for earlier in order[:at]:
            if original[later.id] == later.id and _copies(later, earlier, whole):
                original[later.id] = original[earlier.id]
    return Copies(original, by_line)


def _when(telling: Telling) -> float:
    published = telling.about.published
    if published is None:
        return 0.0
    return (published.replace(tzinfo=None) if published.tzinfo is None else published).timestamp()


def _copies(one: Telling, other: Telling, whole: dict[str, frozenset[int]]) -> bool:
    if one.about.sha256 == other.about.sha256:
        return True
    first, second = whole[one.id], whole[other.id]
    fewer = min(len(first), len(second))
    return fewer >= _FEWEST and len(first & second) >= COPY_FROM * fewer


def _shingles(telling: Telling, line: Line) -> frozenset[int]:
    quoted = [
        part for said in telling.said[line.number] if said.directness != "indirect" for part in said.content
    ]
    marks = telling.index.article.raw
    outside = [
        word.stem
        for word in line.plain
        if not any(part.holds(word.span) and _marked(part, marks) for part in quoted)
    ]
    return frozenset(hash(tuple(outside[at : at + _RUN])) for at in range(len(outside) - _RUN + 1))


def _marked(part: Span, raw: str) -> bool:
    """Mixed content quotes only a part; what it reports in the outlet's own words is the outlet's."""
    return any(mark in part.of(raw) for mark in '"“”«»‘')
