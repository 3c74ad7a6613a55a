"""The article prepared for being asked the same question many times."""

from __future__ import annotations

import bisect
import itertools
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer import attribute, match
from summarizer.article import Article, Attribution, Span, fold_space
from summarizer.support import align, dates, lexicon, numbers, words
from summarizer.support.words import Word

# Tokens in a run; with three the area under the curve on the QAGS votes is 0.005 lower, with five 0.01.
_RUN = 4
_TOKEN = re.compile(r"\w+|[^\w\s]")
# Two content words of a claim count as together in a sentence up to this many content words apart.
_NEAR = 4


@dataclass(frozen=True)
class Line:
    """One sentence of the article as the checker sees it; spans of words index `Article.raw`.

    `plain` are its words with each figure as one of them; spans of quantities and dates index the sentence.
    No slots, for its pairs are kept once they have been asked for.
    """

    number: int
    span: Span
    words: tuple[Word, ...]
    stems: frozenset[str]
    lowers: frozenset[str]
    quantities: tuple[numbers.Quantity, ...]
    parted: tuple[numbers.Quantity, ...]
    text: str
    folded: str
    plain: tuple[Word, ...]
    dates: tuple[dates.Mention, ...]

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Ordered pairs of its content words that stand near each other, by their stems."""
        return content_pairs(tuple(word.stem for word in self.words if word.content))

    def printed(self, within: Span) -> str:
        """Print a part of the sentence, given by a span that indexes the sentence."""
        return fold_space(self.text[within.start : within.end])

    def gives(self, figure: numbers.Quantity) -> bool:
        """Say whether the sentence bears the figure out."""
        return any(figure.agrees(q) for q in (*self.quantities, *self.parted))


@dataclass(frozen=True)
class Index:
    """Lines, weights and attributions of one article; build it with `index_of`.

    `stems` are the words of all sentences in a row, an empty one after each sentence.
    """

    article: Article
    lines: tuple[Line, ...]
    frequency: dict[str, int]
    found: tuple[Attribution, ...]
    parties: tuple[attribute.Party, ...]
    directory: attribute.Directory
    by_line: dict[int, tuple[Attribution, ...]]
    postings: dict[str, tuple[int, ...]]
    folded: str
    folded_starts: tuple[int, ...]
    stems: tuple[str, ...]
    capitals: frozenset[str]
    quoted: tuple[str, ...]

    @cached_property
    def places(self) -> dict[tuple[str, str], tuple[int, ...]]:
        """Where in `stems` a pair of neighbours stands."""
        made: dict[tuple[str, str], list[int]] = {}
        for at, pair in enumerate(itertools.pairwise(self.stems)):
            made.setdefault(pair, []).append(at)
        return {pair: tuple(at) for pair, at in made.items()}

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of tokens, over the ends of sentences too."""
        return frozenset(runs_of(_TOKEN.findall(self.folded)))

    def weight(self, stem: str) -> float:
        """Inverse sentence frequency; a word the article never prints weighs most."""
        return math.log(1 + len(self.lines) / (self.frequency.get(stem, 0) or 0.5))

    def attributions_on(self, span: Span) -> tuple[Attribution, ...]:
        """List the attributions whose content shares a code point with `span`."""
        near = {
            id(said): said
            for sentence in self.article.sentences_in(span)
            for said in self.by_line.get(sentence.number, ())
        }
        return tuple(a for a in near.values() if any(part.overlaps(span) for part in a.content))

    def same(self, one: str, other: str) -> bool:
        """Say whether two printed names mean one party of this article."""
        return self.directory.same(one, other)

    def printing(self, quote: str) -> tuple[Line, ...]:
        """List the lines over which the article prints the quotation, typography aside; empty where nowhere."""
        at = match.place(quote, self.folded)
        if at is None:
            return ()
        first = bisect.bisect_right(self.folded_starts, at[0]) - 1
        last = bisect.bisect_left(self.folded_starts, at[1])
        return self.lines[first:last]

    def quotes(self, quote: str) -> bool:
        """Say whether the article prints the words inside a quotation of its own."""
        return any(match.prints(quote, printed) for printed in self.quoted)

    def lines_with(self, stems: Iterable[str], at_most: int) -> tuple[Line, ...]:
        """List lines that print one of the stems, the rarest stems first, up to about `at_most` lines."""
        numbers: dict[int, None] = {}
        for stem in sorted(stems, key=lambda s: self.frequency.get(s, 0)):
            if len(numbers) >= at_most:
                break
            numbers.update(dict.fromkeys(self.postings.get(stem, ())))
        return tuple(self.lines[number - 1] for number in sorted(numbers))

    def examined(self, line: Line) -> bool:
        """Say whether the page prints the sentence as what it is about to examine ("Claim: …")."""
        before = self.lines[line.number - 2].text if line.number > 1 else ""
        return lexicon.EXAMINED.fullmatch(before.strip()) is not None

    def near(self, one: str, other: str, within: int) -> bool:
        """Say whether a sentence prints two words, by their stems, at most so many words apart."""
        both = set(self.postings.get(one, ())).intersection(self.postings.get(other, ()))
        for number in both:
            printed = [word.stem for word in self.lines[number - 1].words]
            places = [at for at, stem in enumerate(printed) if stem == other]
            if any(abs(at - there) <= within for at, s in enumerate(printed) if s == one for there in places):
                return True
        return False

    def capital(self, stem: str) -> bool:
        """Say whether the article prints the word with a capital that no sentence's beginning asks for."""
        return stem in self.capitals

    def printed(self, stem: str) -> bool:
        """Say whether any sentence of the article prints the word."""
        return stem in self.frequency


def tokens(text: str) -> tuple[str, ...]:
    """Part a text into words and marks, folded; a full stop at its end is left off."""
    found = tuple(_TOKEN.findall(match.folded(text)))
    return found[:-1] if found[-1:] == (".",) else found


def runs_of(listed: Sequence[str]) -> list[tuple[str, ...]]:
    """List the runs of four tokens."""
    return [tuple(listed[at : at + _RUN]) for at in range(len(listed) - _RUN + 1)]


def content_pairs(stems: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Collect ordered pairs of content stems that stand near each other."""
    return frozenset(
        (first, second) for at, first in enumerate(stems) for second in stems[at + 1 : at + 1 + _NEAR]
    )


@lru_cache(maxsize=4)
def index_of(article: Article) -> Index:
    """Prepare an article; the last four stay at hand, so a second question costs nothing."""
    parted = numbers.spaced(article.raw)
    lines = tuple(_line(article, sentence.number, sentence.span, parted) for sentence in article.sentences)
    postings: dict[str, list[int]] = {}
    for line in lines:
        for stem in line.stems:
            postings.setdefault(stem, []).append(line.number)
    frequency = {stem: len(numbers) for stem, numbers in postings.items()}
    found = attribute.attributions(article)
    parties = attribute.parties(article, found)
    by_line: dict[int, list[Attribution]] = {}
    for said in found:
        for number in {s.number for part in said.content for s in article.sentences_in(part)}:
            by_line.setdefault(number, []).append(said)
    folded = " ".join(line.folded for line in lines)
    stems = tuple(itertools.chain.from_iterable((*(word.stem for word in line.plain), "") for line in lines))
    return Index(
        article,
        lines,
        frequency,
        found,
        parties,
        attribute.Directory(parties),
        {number: tuple(listed) for number, listed in by_line.items()},
        {stem: tuple(numbers) for stem, numbers in postings.items()},
        folded,
        tuple(itertools.accumulate((len(line.folded) + 1 for line in lines[:-1]), initial=0)),
        stems,
        frozenset(w.stem for line in lines for w in line.words if w.capital and not w.opens),
        tuple(match.folded(quote) for line in lines for quote in match.quotations(line.text)),
    )


def _line(article: Article, number: int, span: Span, parted: Sequence[numbers.Quantity]) -> Line:
    printed = span.of(article.raw)
    listed = words.words(printed, span.start)
    quantities = numbers.quantities(printed)
    return Line(
        number,
        span,
        listed,
        frozenset(word.stem for word in listed),
        frozenset(word.lower for word in listed),
        quantities,
        tuple(q for q in parted if q.span.overlaps(span)) if parted else (),
        printed,
        match.folded(printed),
        align.plain(listed, quantities, span.start),
        dates.mentions(printed, article.published),
    )
