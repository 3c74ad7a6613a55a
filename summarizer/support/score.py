"""How likely people are to say that an article bears a claim out: four questions, weighed.

How much of the claim does the one best sentence hold (words weighed by how rare they are in the
article); how many of its runs of four tokens does the article print; of how many pieces would it
have to be glued together; and does the article know what it is about, its first telling word.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.support import align, numbers, reported, voice, words
from summarizer.support.index import Index, runs_of, tokens
from summarizer.support.weights import BIAS, WEIGHTS

# Logistic regression on the development half of the QAGS votes (482 summary sentences; the share of the
# three votes as target; ridge 10 on standardised features). Some hundred features were tried, among them other
# lengths of run, common subsequences with one and two sentences, the cheapest path through the article with
# costs for jumps, where the pieces are cut, word classes at the joins, co-occurrence of neighbours, negation,
# position: none raises the area under the curve by 0.005 on articles that the fit has not seen.

_MOST_LINES = 400
"""Sentences looked at for one claim: all of an ordinary article's, those with its rarest words of a book's."""

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+\S")


class Features(NamedTuple):
    """The answers: pieces a word, share of the best sentence, of runs printed, weight of an unknown subject."""

    pieces: float
    best: float
    runs: float
    unknown: float


def score(claim: str, listed: Sequence[words.Word], index: Index) -> float:
    """Estimate from 0 to 1 how sure readers would be that the article says what `claim` says.

    The chance that the fit gives, divided by that of a claim as long which the article prints word for
    word, so that such a claim has 1. `listed` are the claim's words, at least one. A claim in the other
    voice (passive for active) is as good as the same in the article's.
    """
    plain = align.plain(listed, numbers.quantities(claim))
    found = features(claim, plain, index)
    sentences = 1 + len(_SENTENCE_END.findall(claim))
    if sentences > 1:
        # two sentences are two of the article's, not one that holds both
        found = found._replace(best=max(found.best, found.runs))
    printed = Features(min(found.pieces, sentences / len(plain)), 1.0, 1.0, 0.0)
    best = _value(found)
    for other in voice.turned(plain, index):
        stems = [word.stem for word in other]
        made = found._replace(
            pieces=pieces(stems, index) / len(plain),
            runs=max(found.runs, _share(runs_of([word.lower for word in other]), index)),
        )
        best = max(best, _value(made))
    return min(1.0, _chance(best) / _chance(_value(printed)))


def _value(found: Features) -> float:
    return BIAS + sum(WEIGHTS[name] * value for name, value in zip(Features._fields, found, strict=True))


def _chance(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def features(claim: str, plain: Sequence[words.Word], index: Index) -> Features:
    """Answer the four questions about a claim and its words, figures as one word each."""
    stems = [word.stem for word in plain]
    # figures are compared as values, among the pieces and by `problems`
    content = [word.stem for word in plain if word.content and not word.stem.startswith("#")] or stems
    weights = {stem: index.weight(stem) for stem in content}
    total = sum(map(weights.__getitem__, content))
    offered = index.lines_with(frozenset(content), _MOST_LINES)
    best = max((sum(weights[s] for s in content if s in line.stems) for line in offered), default=0.0) / total
    subject = 0.0 if index.printed(content[0]) else weights[content[0]]
    # a short claim has no run of four; what it has are pieces
    runs = runs_of(tokens(claim))
    known = _share(runs, index) if runs else float(pieces(stems, index) == 1)
    return Features(pieces(stems, index) / len(plain), best, known, subject)


def retold(content: str, text: str) -> float:
    """Score words that somebody is said to have said against what they are printed to have said.

    From 0 to 1 like `score`, with persons and tenses as reported speech turns them.
    """
    theirs = reported.printed(text)
    places: dict[tuple[str, str], list[int]] = {}
    for at, pair in enumerate(itertools.pairwise(theirs)):
        places.setdefault(pair, []).append(at)
    known = set(runs_of(theirs))
    best = 0.0
    for ours in reported.claimed(content):
        runs = runs_of(ours)
        made = Features(
            _pieces(ours, theirs, places) / max(1, len(ours)),
            sum(word in theirs for word in ours) / max(1, len(ours)),
            sum(run in known for run in runs) / max(1, len(runs)),
            0.0,
        )
        printed = Features(min(made.pieces, 1 / max(1, len(ours))), 1.0, 1.0, 0.0)
        best = max(best, min(1.0, _chance(_value(made)) / _chance(_value(printed))))
    return best


def _share(runs: Sequence[tuple[str, ...]], index: Index) -> float:
    return sum(run in index.runs for run in runs) / max(1, len(runs))


def pieces(stems: Sequence[str], index: Index) -> int:
    """Count the longest runs of the article's own words that make up the claim, greedily from the left.

    The extractive fragments of Grusky, Naaman and Artzi (2018); a word the article does not print is one.
    """
    return _pieces(stems, index.stems, index.places)


def _pieces(
    stems: Sequence[str], printed: Sequence[str], pairs: Mapping[tuple[str, str], Sequence[int]]
) -> int:
    count = at = 0
    while at < len(stems):
        places = pairs.get((stems[at], stems[at + 1]), ()) if at + 1 < len(stems) else ()
        run = 1
        while places:
            run += 1
            if at + run >= len(stems):
                break
            following = stems[at + run]
            places = tuple(p for p in places if p + run < len(printed) and printed[p + run] == following)
        at += run
        count += 1
    return count
