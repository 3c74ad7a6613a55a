"""What a position is about: the article's recurring noun phrases, cut from its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Span
from summarizer.support import words

_LONGEST = 4
# What stands right before a noun phrase; a run of content words after anything else may be a verb's.
_BEFORE_NOUN = frozenset(
    """the a an this that these those any all both its his her their our my some no every each of on for in
    into about over against with by from to at under between""".split()
)
_NOT_ENDINGS = ("ed", "ly", "ing")
_NOT_HEADS = frozenset(
    """sent said made held led won lost met put cut set ran came went took gave got told left kept saw fell
    rose grew broke began paid spent built bought brought thought caught became stood hit let read chose
    sold""".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems of a noun phrase and what it weighs in the article."""

    stems: tuple[str, ...]
    weight: float


def phrases(index: support.Index) -> tuple[Phrase, ...]:
    """List recurring noun phrases, heaviest first: how often, how long, whether in the title.

    A party's name is left out: a party is not what it disputes.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for line in index.lines:
        counts.update({run for run, _ in _runs(line.words, index.article.raw)})
    title = {word.stem for word in words.words(index.article.title or "")}
    names = {
        word.stem
        for party in index.parties
        for name in (party.name, *party.aliases)
        for word in words.words(name)
    }
    weighed = [
        Phrase(run, count * (1 + 0.5 * (len(run) - 1)) * (1 + sum(stem in title for stem in run)))
        for run, count in counts.items()
        if run[-1] not in names and (set(run) & title or count > (1 if len(run) > 1 else 3))
    ]
    return tuple(sorted(weighed, key=lambda p: (-p.weight, p.stems)))


def of(spans: Sequence[Span], index: support.Index, ranked: Sequence[Phrase]) -> str:
    """Name what the sentences are about, as they print it; the title where nothing recurs in them."""
    raw = index.article.raw
    printed: dict[tuple[str, ...], Span] = {}
    for span in spans:
        for sentence in index.article.sentences_in(span):
            for run, where in _runs(index.lines[sentence.number - 1].words, raw):
                printed.setdefault(run, where)
    best = next((phrase.stems for phrase in ranked if phrase.stems in printed), None)
    if best is not None:
        return " ".join(printed[best].of(raw).split())
    return index.article.title or "what the article reports"


_STOPS = re.compile(r"[,;:–—]|\b(?:which|that|who|because|although|though|while|when|if|so|but)\b")
_LEADS = re.compile(r"^(?:to|the|a|an|its|their|his|her|for|that)\s+", re.IGNORECASE)
_MOST_WORDS = 7


def of_content(text: str) -> str | None:
    """Name what is wanted, supported or opposed by the content's own first words, None where they run on.

    >>> of_content("a change in the law, which dates from 1908")
    'change in the law'
    """
    bare = text.strip(" \"“”'‘’")
    head = _STOPS.split(bare, maxsplit=1)[0].strip()
    while (shorter := _LEADS.sub("", head)) != head:
        head = shorter
    count = len(head.split())
    return head.rstrip(".!? ") if 1 <= count <= _MOST_WORDS and len(head) > 3 else None


def _runs(listed: Sequence[words.Word], raw: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Tails of the noun phrases of a sentence: runs of content words behind a determiner or preposition."""
    at = 0
    while at < len(listed):
        if not listed[at].content:
            at += 1
            continue
        end = at + 1
        while (
            end < len(listed)
            and listed[end].content
            and not raw[listed[end - 1].span.end : listed[end].span.start].strip()
        ):
            end += 1
        behind = at > 0 and listed[at - 1].lower in _BEFORE_NOUN
        head = listed[end - 1]
        if (
            behind
            and head.lower not in _NOT_HEADS
            and not head.lower.endswith(_NOT_ENDINGS)
            and not head.lower[0].isdigit()
            and len(head.lower) > 3
        ):
            for first in range(max(at, end - _LONGEST), end):
                yield tuple(w.stem for w in listed[first:end]), Span(listed[first].span.start, head.span.end)
        at = end
