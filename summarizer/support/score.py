"""How likely people are to say that an article bears a claim out: four questions, weighed.

How much of the claim does the one best sentence hold (words weighed by how rare they are in the
article); how many of its word pairs stand in the article as neighbours; of how many pieces would it
have to be glued together; and does the article know what it is about, its first telling word.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence

from summarizer.support import align, numbers, words
from summarizer.support.index import Index

# Logistic regression on the development half of the QAGS votes (482 summary sentences; the share of the
# three votes as target; ridge 10 on standardised features). Some forty features were tried, among them longer
# n-grams, common subsequences with one and two sentences, density, edges of the pieces, negation and
# position: none of them raises the area under the curve on articles that the fit has not seen.
_BIAS, _PIECES, _BEST, _NEIGHBOURS, _UNKNOWN = -0.609, -1.579, 1.263, 1.1, -0.278

_MOST_LINES = 400
"""Sentences looked at for one claim: all of an ordinary article's, those with its rarest words of a book's."""

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+\S")


def score(claim: str, listed: Sequence[words.Word], index: Index) -> float:
    """Estimate from 0 to 1 how sure readers would be that the article says what `claim` says.

    The chance that the fit gives, divided by that of a claim as long which the article prints word for
    word, so that such a claim has 1. `listed` are the claim's words, at least one.
    """
    joined, best, neighbours, unknown = features(claim, listed, index)
    sentences = 1 + len(_SENTENCE_END.findall(claim))
    printed = _chance(min(joined, sentences / len(listed)), 1.0, 1.0, 0.0)
    return min(
        1.0, _chance(joined, best if sentences == 1 else max(best, neighbours), neighbours, unknown) / printed
    )


def _chance(joined: float, best: float, neighbours: float, unknown: float) -> float:
    value = _BIAS + _PIECES * joined + _BEST * best + _NEIGHBOURS * neighbours + _UNKNOWN * unknown
    return 1 / (1 + math.exp(-value))


def features(claim: str, listed: Sequence[words.Word], index: Index) -> tuple[float, float, float, float]:
    """Answer the four questions: pieces a word, best sentence, neighbours, weight of an unknown subject."""
    figures = numbers.quantities(claim)
    stems = [word.stem for word in align.plain(listed, figures)]
    # figures are compared as values, among the neighbours and by `problems`
    content = [
        word.stem
        for word in listed
        if word.content and not any(figure.span.overlaps(word.span) for figure in figures)
    ] or stems
    weights = {stem: index.weight(stem) for stem in content}
    total = sum(map(weights.__getitem__, content))
    offered = index.lines_with(frozenset(content), _MOST_LINES)
    best = max((sum(weights[s] for s in content if s in line.stems) for line in offered), default=0.0) / total
    pairs = list(itertools.pairwise(stems))
    known = (
        sum(pair in index.places for pair in pairs) / len(pairs) if pairs else float(index.printed(stems[0]))
    )
    subject = 0.0 if index.printed(content[0]) else weights[content[0]]
    return pieces(stems, index) / len(listed), best, known, subject


def pieces(stems: Sequence[str], index: Index) -> int:
    """Count the longest runs of the article's own words that make up the claim, greedily from the left.

    The extractive fragments of Grusky, Naaman and Artzi (2018); a word the article does not print is one.
    """
    count = at = 0
    while at < len(stems):
        places = index.places.get((stems[at], stems[at + 1]), ()) if at + 1 < len(stems) else ()
        run = 1
        while places:
            run += 1
            if at + run >= len(stems):
                break
            following = stems[at + run]
            places = tuple(
                p for p in places if p + run < len(index.stems) and index.stems[p + run] == following
            )
        at += run
        count += 1
    return count
