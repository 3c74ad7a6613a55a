"""Which sentences carry the article, and the lines that a summary is made of.

Each line can be read by itself. The opening is taken as the reporter wrote it, for that is where news
says what happened; the rest is picked for what it adds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Article, Sentence, fold_space
from summarizer.drafts import leaning, terms

# A text cut short on another page; and what a fact check puts under "Claim", which is not its own word.
# An outlet that speaks to its reader about itself, in the middle of an article or in front of it.
_OFFERS = re.compile(
    r"(?:please )?(?:sign up|subscribe|click (?:here|on)|tap (?:here|on)|follow us|like us|join us|stay tuned|"
    r"scroll down|check out (?:our|the full|more)|download (?:our|the) |listen to (?:our|the (?:full|latest))|"
    r"watch (?:our|the (?:full|video))|see (?:our|the (?:full|gallery|video))|read (?:more|our|the full|on)|"
    r"(?:don['’]t|do not) miss|visit our|contact us|email us|let us know|tell us|share your|support our|"
    r"start your (?:day|week|morning)|get (?:the latest|our|your daily|breaking)|to (?:sign up|subscribe)|"
    r"for more (?:on|of|news|stories)\b)",
    re.IGNORECASE,
)
_TEASER = re.compile(r",\s*(?:\.{2,}|…)$")
_CLAIMED = re.compile(
    r"(?:the )?(?:claims?|rumou?r|myth|statement|what(?:'s|’s| was| is) claimed):?", re.IGNORECASE
)
_OPENING_QUOTE = re.compile(r"\s*[\"“«„‘']")
_ENDS = re.compile(r"[.!?…。！？؟।][\"”’»』」)\]]*$")
_FEWEST_WORDS, _MOST_WORDS = 8, 45
# What has no end mark is a heading or a list's item up to so many words; where nearly all
# sentences have one, a caption up to so many.
_LABEL, _LONG_LABEL, _MOSTLY = 12, 30, 0.8
_FEWEST_IN_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """What the parts of a sentence's score count; see docs/extractive.md for how they were chosen."""

    lead: float = 1.0
    decay: float = 0.35
    title: float = 0.5
    central: float = 1.0
    repeats: float = 0.9
    leans: float = 0.9
    quoted: float = 0.5
    length: float = 0.7
    asks: float = 0.4
    opening: int = 45


WEIGHTS = Weights()

# The opening is looked for in so many sentences, and a line of it that is shorter is joined to the next.
_OPENING_WITHIN = 5
_SHORT_LINE = 5
_LONGEST_LINE = 55


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its score and its terms; `alone` says that it can be read by itself."""

    sentence: Sentence
    score: float
    terms: frozenset[str]
    words: int
    alone: bool
    label: bool

    @property
    def number(self) -> int:
        """The sentence's number."""
        return self.sentence.number


def rank(article: Article, weights: Weights = WEIGHTS) -> tuple[Ranked, ...]:
    """Score every sentence, in article order."""
    index = support.index_of(article)
    texts = [article.text(sentence) for sentence in article.sentences]
    *held, title = terms.of([*texts, article.title or ""], article.language)
    spread = {term: count for term, count in Counter(t for one in held for t in one).items() if count > 1}
    most = max(spread.values(), default=1)
    ended = sum(bool(_ENDS.search(text)) for text in texts) / max(1, len(texts))
    made = []
    for line, sentence, text, about in zip(index.lines, article.sentences, texts, held, strict=True):
        score = weights.lead / (1.0 + weights.decay * (sentence.number - 1))
        score += weights.central * sum(spread.get(term, 0) / most for term in about) / max(8, len(about))
        score += weights.title * (len(about & title) / len(title) if title else 0.0)
        quoted = bool(_OPENING_QUOTE.match(text)) or _is_quoted(line, index)
        leans = leaning.leans_in(article.language, leaning.trimmed(text))
        count = _length(text)
        score -= weights.leans * leans + weights.quoted * quoted + weights.asks * text.endswith("?")
        score -= weights.length * (not _FEWEST_WORDS <= count <= _MOST_WORDS)
        if _TEASER.search(text) or (sentence.number > 1 and _CLAIMED.fullmatch(texts[sentence.number - 2])):
            leans = True
        headline = fold_space(text).casefold().strip(".") == (article.title or "").casefold().strip(".")
        label = headline or _is_label(text, count, ended) or (text.endswith("?") and sentence.number > 1)
        made.append(Ranked(sentence, score, about, count, not (leans or quoted or text.endswith(":")), label))
    return tuple(made)


def _is_label(text: str, count: int, ended: float) -> bool:
    """A heading, a list's item, a caption or a teaser: nothing that an article tells."""
    if count < _FEWEST_IN_SENTENCE or _TEASER.search(text) or _OFFERS.match(text):
        return True
    return not _ENDS.search(text) and count < (_LONG_LABEL if ended > _MOSTLY else _LABEL)


def _length(text: str) -> int:
    """Count words; where no blanks stand between them, two characters are about one."""
    count = len(text.split())
    return count if len(text) < 20 * count else len(text) // 2


def _is_quoted(line: support.Line, index: support.Index) -> bool:
    """The whole sentence stands inside a quotation, whose marks may be sentences away."""
    return any(
        part.holds(line.span)
        for said in index.attributions_on(line.span)
        if said.directness == "direct"
        for part in said.content
    )


def lines(ranked: Sequence[Ranked], at_most: int, weights: Weights = WEIGHTS) -> tuple[tuple[int, ...], ...]:
    """Pick the lines of a summary, each the numbers of one sentence or of a few in a row, in article order.

    First the opening, where a sentence that leans on the one before it joins that one's line. Then
    sentences that stand alone, the best first, each at the cost of what it repeats (maximal
    marginal relevance). An article whose sentences all lean on each other gives its first ones.
    """
    sentences = [r for r in ranked if not r.label]
    if len(sentences) < at_most:
        sentences = list(ranked)
    made = _opening(sentences, weights)[:at_most]
    used = {r.number for line in made for r in line}
    chosen = [r for line in made for r in line]
    repeats = {r.number: _repeats(r, chosen) for r in sentences if r.alone and r.number not in used}
    while len(made) < at_most:
        # what repeats a line repeats it for good, so that a round drops all such sentences at once
        rest = [r for r in sentences if repeats.get(r.number, 1.0) < _SAME]
        if not rest:
            break
        best = max(rest, key=lambda r: r.score - weights.repeats * repeats[r.number])
        made.append([best])
        repeats = {r.number: max(repeats[r.number], _repeats(r, [best])) for r in rest if r is not best}
    return tuple(sorted(tuple(r.number for r in line) for line in made))


_SAME = 0.65


def _opening(sentences: Sequence[Ranked], weights: Weights) -> list[list[Ranked]]:
    """The article's beginning as lines; what leans and is too long to be joined is left out."""
    made: list[list[Ranked]] = []
    count = 0
    for one in sentences[:_OPENING_WITHIN]:
        # nothing stands before the first sentence that it could lean on
        alone = one.alone or one.number == 1
        full = count >= weights.opening
        if made and _joins(made[-1], one, alone):
            made[-1].append(one)
        elif full:
            break
        elif alone:
            made.append([one])
        else:
            continue
        count += one.words
    return made or [[one] for one in sentences[:1]]


def _joins(line: Sequence[Ranked], one: Ranked, alone: bool) -> bool:
    together = sum(r.words for r in line)
    follows = one.number == line[-1].number + 1 and together + one.words <= _LONGEST_LINE
    return follows and (not alone or together < _SHORT_LINE)


def _repeats(one: Ranked, chosen: Sequence[Ranked]) -> float:
    """The share of its terms that one of the chosen sentences has too."""
    if not one.terms:
        return 1.0
    return max((len(one.terms & other.terms) / len(one.terms) for other in chosen), default=0.0)
