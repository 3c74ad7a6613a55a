"""Which sentences carry the article: position, centrality, the title's words, standing alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Article
from summarizer.support import words

# A sentence that opens so leans on the one before it.
_DANGLING = re.compile(
    r"[\"“‘'(\[]*(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|or|however|meanwhile|"
    r"instead|also|then|there|such|yet|nor|still|another|others|both|here|what|why|how|who|when asked|asked|"
    r"challenged|the (?:official|spokesman|spokeswoman|spokesperson|move|decision|pair|two|latter|former|group))\b",
    re.IGNORECASE,
)
_OPENING_QUOTE = re.compile(r"\s*[\"“«„‘']")

# Weights of the parts of a sentence's score, set by reading notes of the example articles.
_LEAD, _CENTRAL, _TITLE = 1.0, 1.0, 0.6
_DANGLING_COST, _QUOTED_COST, _SHORT_COST = 0.9, 0.5, 0.7
_FEWEST_WORDS, _MOST_WORDS = 8, 45


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence number with its score and its content stems."""

    number: int
    score: float
    stems: frozenset[str]
    alone: bool


def rank(article: Article) -> tuple[Ranked, ...]:
    """Score every sentence, best first; `alone` says that it can be read by itself."""
    index = support.index_of(article)
    title = {word.stem for word in words.words(article.title or "") if word.content}
    spread = {stem: count for stem, count in index.frequency.items() if count > 1}
    most = max(spread.values(), default=1)
    made = []
    for line in index.lines:
        printed = line.span.of(article.raw)
        content = frozenset(word.stem for word in line.words if word.content)
        central = sum(spread.get(stem, 0) / most for stem in content) / max(8, len(content))
        shared = len(content & title) / len(title) if title else 0.0
        lead = 1.0 / (1.0 + 0.35 * (line.number - 1))
        score = _LEAD * lead + _CENTRAL * central + _TITLE * shared
        alone = _DANGLING.match(printed) is None
        if not alone:
            score -= _DANGLING_COST
        if _OPENING_QUOTE.match(printed) or _is_quoted(line, index):
            score -= _QUOTED_COST
            alone = False
        if not _FEWEST_WORDS <= len(line.words) <= _MOST_WORDS:
            score -= _SHORT_COST
        made.append(Ranked(line.number, score, content, alone))
    return tuple(sorted(made, key=lambda r: (-r.score, r.number)))


def _is_quoted(line: support.Line, index: support.Index) -> bool:
    """The whole sentence stands inside a quotation, whose marks may be sentences away."""
    return any(
        part.holds(line.span)
        for said in index.attributions_on(line.span)
        if said.directness == "direct"
        for part in said.content
    )


def choose(ranked: Sequence[Ranked], at_most: int) -> tuple[int, ...]:
    """Pick sentences that stand alone and do not repeat each other, in article order.

    A further sentence costs what it shares with those chosen (maximal marginal relevance).
    Fewer than three that stand alone are filled up with the best of the others.
    """
    chosen: list[Ranked] = []
    for pool in ([r for r in ranked if r.alone], [r for r in ranked if not r.alone]):
        rest = list(pool)
        wanted = at_most if pool and pool[0].alone else min(at_most, 3)
        while rest and len(chosen) < wanted:
            best = max(rest, key=lambda r: r.score - _repeats(r, chosen))
            rest.remove(best)
            if _repeats(best, chosen) < 0.9:
                chosen.append(best)
    return tuple(sorted(r.number for r in chosen))


def _repeats(one: Ranked, chosen: Sequence[Ranked]) -> float:
    if not one.stems:
        return 1.0
    return max((len(one.stems & other.stems) / len(one.stems) for other in chosen), default=0.0) * 1.4
