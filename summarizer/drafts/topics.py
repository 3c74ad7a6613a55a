"""What a position is about: the article's recurring phrases, cut from its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer import support
from summarizer.article import Span
from summarizer.support import words

_LONGEST = 4


def phrases(index: support.Index) -> tuple[tuple[tuple[str, ...], float], ...]:
    """List runs of content words by weight: how often, how long, whether in the title.

    Runs that are only a party's name are left out: a party is not what it disputes.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for line in index.lines:
        counts.update(set(_runs(line.words, index.article.raw)))
    title = {word.stem for word in words.words(index.article.title or "")}
    names = {
        word.stem
        for party in index.parties
        for name in (party.name, *party.aliases)
        for word in words.words(name)
    }
    weighed = [
        (run, count * (1 + 0.5 * (len(run) - 1)) * (1 + sum(stem in title for stem in run)))
        for run, count in counts.items()
        if not set(run) <= names and (count > 1 or set(run) & title)
    ]
    return tuple(sorted(weighed, key=lambda pair: (-pair[1], pair[0])))


def of(spans: Sequence[Span], index: support.Index, ranked: Sequence[tuple[tuple[str, ...], float]]) -> str:
    """Name what the sentences are about, as they print it; the title where nothing recurs in them."""
    raw = index.article.raw
    printed: dict[tuple[str, ...], Span] = {}
    for span in spans:
        for sentence in index.article.sentences_in(span):
            line = index.lines[sentence.number - 1]
            for run, where in _runs(line.words, raw).items():
                printed.setdefault(run, where)
    best = next((run for run, _ in ranked if run in printed), None)
    if best is not None:
        return " ".join(printed[best].of(raw).split())
    return index.article.title or "what the article reports"


def _runs(listed: Sequence[words.Word], raw: str) -> dict[tuple[str, ...], Span]:
    """Runs of content words with only blanks between, up to four long; single words from five letters."""
    made: dict[tuple[str, ...], Span] = {}
    for first in range(len(listed)):
        if not listed[first].content:
            continue
        for last in range(first, min(first + _LONGEST, len(listed))):
            if not listed[last].content:
                break
            if last > first and raw[listed[last - 1].span.end : listed[last].span.start].strip():
                break
            span = Span(listed[first].span.start, listed[last].span.end)
            if last > first or len(listed[first].lower) > 4:
                made.setdefault(tuple(w.stem for w in listed[first : last + 1]), span)
    return made
