"""Which sentences carry the article, and the lines that a summary is made of.

Each line can be read by itself. The opening is taken as the reporter wrote it, for that is where news
says what happened; the rest is picked for what it adds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer import support
from summarizer.article import Article, Sentence, fold_space
from summarizer.clean import headline as clean_headline
from summarizer.drafts import introduced, labels, leaning, marks, terms, voice

_OPENING_QUOTE = re.compile(r"\s*[\"“«„‘']")
_FEWEST_WORDS, _MOST_WORDS = 8, 45


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
    dangles: float = 0.4
    open: float = 0.4
    unmet: float = 0.3
    opening: int = 45


WEIGHTS = Weights()

# The opening is looked for in so many sentences, and a line of it that is shorter is joined to the next.
_OPENING_WITHIN = 5
_SHORT_LINE = 5
# The reporter's own second sentence is often the news ("It was to be small. But it may grow …"): two may be longer.
_LONGEST_LINE, _LONGEST_QUOTING = 65, 55


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its score and its terms; `alone` says that it can be read by itself.

    `opens` says that it neither is quoted nor begins with a pronoun, `turns` that it turns round what the sentence
    before says, `headline` that it is the title again;
    `dangles` says that it speaks of "those companies", `names` are the people it introduces,
    `surnames` those of whom it gives no more.
    """

    sentence: Sentence
    score: float
    terms: frozenset[str]
    words: int
    alone: bool
    label: bool
    quoted: bool = False
    dangles: bool = False
    names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    headline: bool = False
    turns: bool = False
    opens: bool = False

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
    ended = sum(labels.ends(text) for text in texts) / max(1, len(texts))
    met = introduced.people(index)
    # unless all of it is in capitals, such a sentence is a heading
    ended_loud = 2 * sum(text.isupper() for text in texts) < len(texts)
    spoken, last = voice.quoted(index), len(article.sentences) - _AT_END
    personal = _personal(article, texts)
    praised, headed = _praised(article), _without_stop(article.title or "")
    made = []
    for line, sentence, text, about in zip(index.lines, article.sentences, texts, held, strict=True):
        score = weights.lead / (1.0 + weights.decay * (sentence.number - 1))
        score += weights.central * sum(spread.get(term, 0) / most for term in about) / max(8, len(about))
        score += weights.title * (len(about & title) / len(title) if title else 0.0)
        quoted = bool(_OPENING_QUOTE.match(text)) or _is_quoted(line, index) or sentence.number in spoken
        # "…little deal" announced in May: it begins in the midst of a quotation
        quoted = quoted or marks.balanced(text)[:1] != text[:1]
        leans = leaning.leans_in(article.language, leaning.trimmed(text))
        count = _length(text)
        score -= weights.leans * leans + weights.quoted * quoted + weights.asks * text.endswith("?")
        score -= weights.length * (not _FEWEST_WORDS <= count <= _MOST_WORDS)
        score -= weights.open * (ended > _MOST_ENDED and not labels.ends(text))
        leans = leans or index.examined(line) or bool(labels.TEASER.search(text))
        headline = _without_stop(text) == headed
        label = (
            headline
            or labels.is_cells(article.raw[sentence.start : sentence.end])
            or labels.is_label(text, count, ended)
            or (text.endswith("?") and sentence.number > 1)
            or (text.isupper() and ended_loud)
            or (sentence.number > last and labels.is_author(text))
        )
        label = label or sentence.paragraph in praised or sentence.number in personal
        alone = not (leans or quoted or text.endswith(":"))
        full, short = met.get(sentence.number, introduced.NOBODY)
        dangles = article.language == "en" and leaning.dangles(text)
        turns, opens = _TURN.match(text) is not None, not (quoted or leaning.has_pronoun_first(text))
        made.append(
            Ranked(
                sentence,
                score,
                about,
                count,
                alone,
                label,
                quoted,
                dangles,
                full,
                short,
                headline,
                turns,
                opens,
            )
        )
    return tuple(made)


_MOST_ENDED = 0.5
_AT_END = 3
_TURN = re.compile(
    r"(?:But|Instead|However|Yet|Not so|Only)\b(?!.*\bthis (?:\w+ )?(?:column|article|post|story)\b)"
)


# Of an article written in the first person from end to end that is no reason to pass a sentence over.
_PERSONAL = 0.33


def _personal(article: Article, texts: Sequence[str]) -> frozenset[int]:
    """Sentences behind the opening in which a reporter, who else stays out of it, says "I" or speaks to the reader."""
    if article.language != "en":
        return frozenset()
    said = [at for at, text in enumerate(texts, 1) if voice.first_person(text)]
    return (
        frozenset(at for at in said if at > _OPENING_WITHIN)
        if len(said) < _PERSONAL * len(texts)
        else frozenset()
    )


def is_headline(article: Article, number: int) -> bool:
    """Say whether a sentence is the article's headline, printed with a full stop."""
    return _without_stop(article.text(article.sentences[number - 1])) == _without_stop(article.title or "")


def _without_stop(text: str) -> str:
    return clean_headline.without_stop(fold_space(text)).casefold()


def _praised(article: Article) -> frozenset[int]:
    """The paragraphs that speak of a newsletter to subscribe to."""
    held: dict[int, list[str]] = {}
    for sentence in article.sentences:
        held.setdefault(sentence.paragraph, []).append(article.text(sentence))
    return frozenset(number for number, texts in held.items() if labels.offers(texts))


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
    if len(sentences) < _FEWEST_TOLD:
        sentences = [r for r in ranked if not r.headline] or list(ranked)
    first = next((r.number for r in ranked if not r.headline), 1)
    made = _opening(sentences, first, weights)[:at_most]
    used = {r.number for line in made for r in line}
    chosen = [r for line in made for r in line]
    repeats = {r.number: _repeats(r, chosen) for r in sentences if r.alone and r.number not in used}
    while len(made) < at_most:
        # what repeats a line repeats it for good, so that a round drops all such sentences at once
        rest = [r for r in sentences if repeats.get(r.number, 1.0) < _SAME]
        if not rest:
            break
        chosen = [r for line in made for r in line]
        met = _Met(frozenset(r.number for r in chosen), frozenset(name for r in chosen for name in r.names))
        best = max(rest, key=lambda r: _gain(r, repeats[r.number], met, weights))
        line = [best, *_turn(best, [r for r in sentences if r not in chosen])]
        made.append(line)
        repeats = {r.number: max(repeats[r.number], _repeats(r, line)) for r in rest if r not in line}
    return tuple(sorted(tuple(r.number for r in line) for line in made))


_SAME = 0.65
# With one sentence alone that tells something the labels are better than nothing.
_FEWEST_TOLD = 2
_LONGEST_TURN = 40


def _turn(one: Ranked, sentences: Sequence[Ranked]) -> list[Ranked]:
    """The short sentence behind a chosen one that says it came otherwise: without it the line misleads."""
    behind = next((r for r in sentences if r.number == one.number + 1), None)
    follows = behind is not None and behind.sentence.paragraph == one.sentence.paragraph and behind.turns
    return [behind] if behind and follows and one.words + behind.words <= _LONGEST_TURN else []


def _gain(one: Ranked, repeats: float, met: _Met, weights: Weights) -> float:
    """What a sentence adds to the chosen ones: less for what they say and for what they do not introduce."""
    gain = one.score - weights.repeats * repeats
    if one.number - 1 in met.numbers:
        # the reader has the sentence before it, too
        return gain
    return gain - weights.unmet * bool(one.surnames - met.names) - weights.dangles * one.dangles


class _Met(NamedTuple):
    """What the chosen lines have told the reader: sentence numbers and names."""

    numbers: frozenset[int]
    names: frozenset[str]


def _opening(sentences: Sequence[Ranked], first: int, weights: Weights) -> list[list[Ranked]]:
    """The article's beginning as lines; what leans and is too long to be joined is left out."""
    made: list[list[Ranked]] = []
    count = 0
    for one in sentences[:_OPENING_WITHIN]:
        # nothing stands before the first sentence that it could lean on
        alone = one.alone or one.number == 1 or (one.number == first and one.opens)
        full = count >= weights.opening
        if made and not (full and one.quoted) and _joins(made[-1], one, alone):
            made[-1].append(one)
        elif full:
            break
        elif alone:
            made.append([one])
        else:
            continue
        count += one.words
    # an opening that is all quotation leaves the lines to what stands alone further down
    return made or ([] if any(one.alone for one in sentences) else [[one] for one in sentences[:1]])


def _joins(line: Sequence[Ranked], one: Ranked, alone: bool) -> bool:
    together = sum(r.words for r in line)
    longest = _LONGEST_QUOTING if one.quoted or len(line) > 1 else _LONGEST_LINE
    follows = one.number == line[-1].number + 1 and together + one.words <= longest
    return follows and (not alone or together < _SHORT_LINE)


def _repeats(one: Ranked, chosen: Sequence[Ranked]) -> float:
    """The share of its terms that one of the chosen sentences has too."""
    if not one.terms:
        return 1.0
    return max((len(one.terms & other.terms) / len(one.terms) for other in chosen), default=0.0)
