"""Who does what: a name put before a verb that the article says of somebody else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.article import fold_space
from summarizer.support import dates, lexicon
from summarizer.support.index import Index
from summarizer.support.problem import Problem
from summarizer.support.words import Word

# What may stand between somebody and what they did; forms of "be" may not, for behind them a verb is passive.
_BETWEEN = frozenset(
    """has have had did do does will would may might could should must not never also then now later already just
    earlier previously recently again finally still reportedly formally quietly narrowly flatly""".split()
)
# Behind these a name belongs to another noun, or is one of two: "the mayor of London", "Ann and Tom voted".
_BINDS = frozenset(
    "of in at from for with by to on against over under about near between into like than and or".split()
)
_ARTICLES = frozenset("the a an".split())
_LONGEST_NAME = 5
# A sentence tells of the same deed when it has this share of what the claim says.
_ALIKE = 0.5


class _Deed(NamedTuple):
    """A name right before a verb in the active voice, as it is printed and by its stems."""

    name: str
    stems: frozenset[str]
    verb: Word


def wrong(claim: str, listed: Sequence[Word], index: Index) -> Iterator[Problem]:
    """Find the first deed of a claim that the article tells of others only.

    Grave where the sentence that tells it prints the claimed name too, in another part. Elsewhere a sentence
    with "he" or "the minister" may be about the claimed one, so it is only to be looked at.
    """
    content = {word.stem for word in listed if word.content}
    for deed in _deeds(claim, listed, index):
        numbers = index.postings.get(deed.verb.stem, ())
        told = [
            (line, other)
            for line in (index.lines[number - 1] for number in numbers)
            for other in _deeds(index.article.raw, line.words, index)
            if other.verb.stem == deed.verb.stem
        ]
        if not told or any(
            other.stems & deed.stems or index.same(deed.name, other.name) for _, other in told
        ):
            continue
        about = content - deed.stems
        line, other = max(told, key=lambda one: len(about & one[0].stems))
        if len(about & line.stems) >= _ALIKE * len(about):
            verb = deed.verb.lower
            text = f"says '{deed.name} {verb}' where the article says '{other.name} {verb}'"
            yield Problem("who did what", text, deed.stems <= line.stems)
            return


def _deeds(text: str, listed: Sequence[Word], index: Index) -> Iterator[_Deed]:
    """List the names with a past tense right behind them, other than a verb of saying."""
    for at, word in enumerate(listed):
        if at and not word.capital and _happened(word.lower):
            name = _before(text, listed, at, index)
            if name:
                printed = fold_space(text[name[0].span.start : name[-1].span.end])
                yield _Deed(printed, frozenset(part.stem for part in name), word)


def _happened(lower: str) -> bool:
    return (lower.endswith("ed") or lower in lexicon.IRREGULAR) and lower not in lexicon.SAYS


def _before(text: str, listed: Sequence[Word], verb: int, index: Index) -> tuple[Word, ...]:
    """The name right before a verb, with nothing but auxiliaries between; empty where there is none, or two."""
    at = verb
    while at and listed[at - 1].lower in _BETWEEN and not listed[at - 1].capital:
        at -= 1
    end = at
    while at and end - at < _LONGEST_NAME and _named(text, listed[at - 1], index):
        at -= 1
    name = tuple(listed[at:end])
    if not name or not all(_touch(text, *pair) for pair in itertools.pairwise(listed[at : verb + 1])):
        return ()
    while at and listed[at - 1].lower in _ARTICLES:
        at -= 1
    return () if at and listed[at - 1].lower in _BINDS else name


def _named(text: str, word: Word, index: Index) -> bool:
    """A capital names somebody, but for days and the one that a sentence begins with; "US" is no pronoun."""
    if dates.names_day(word) or (word.opens and not index.capital(word.stem)):
        return False
    return word.capital and (word.content or text[word.span.start : word.span.end].isupper())


def _touch(text: str, one: Word, other: Word) -> bool:
    return not text[one.span.end : other.span.start].strip()
