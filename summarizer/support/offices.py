"""What a claim calls somebody, held against what the article calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.article import fold_space
from summarizer.attribute import Party
from summarizer.support import lexicon, words
from summarizer.support.index import Index
from summarizer.support.problem import Problem
from summarizer.support.words import Word

_LONGEST_NAME = 4
# "Ann Roe, who has been a councillor for the east since May, a mayor": so far from a name is no office of it.
_FAR = 6
_OF_WHAT = re.compile(r"\s(?:of|for|to|at|in|on|who)\s")
_APPOSED = re.compile(r",\s[^,]+,")
_GAP = re.compile(r"(?:['’]s?)?[\s-]*")
_ARTICLES = frozenset("the a an its their".split())
_COPULAS = frozenset("is was remains became".split())


class _Called(NamedTuple):
    """A name in the claim, where it ends, and the office beside it; `alone` where the claim says nothing else.

    `printed` is the claim from the name to an office behind it, empty where it stands in front: what is printed
    as "trade secretary Ann Roe" may go on to the left, as "shadow trade secretary".
    """

    party: Party
    printed: str
    end: int
    office: tuple[Word, ...]
    alone: bool


def wrong(claim: str, listed: Sequence[Word], index: Index) -> Iterator[Problem]:
    """Name the first office given to somebody who has another in the article, or one of another rank."""
    for called in _called(claim, listed, index):
        role = called.party.role or ""
        if called.printed and index.printing(called.printed):
            continue
        if not _heads(words.words(role)):
            if not _beside(called.party, called.office[-1].stem, index):
                said = called.office[-1].lower
                yield Problem("role", f"the article does not call {called.party.name} {said!r}", False)
                return
            continue
        given, held = _stems(called.office), _stems(words.words(_OF_WHAT.split(role)[0]))
        said = fold_space(claim[called.office[0].span.start : called.office[-1].span.end])
        told = f"calls {called.party.name} {said!r} where the article says {role!r}"
        put_in = {stem for stem in given - held if not _beside(called.party, stem, index)}
        left_out = held - given
        if not _heads(words.words(role)) & _heads(called.office):
            if called.office[-1].stem in put_in:
                # what has no name among the offices may be another word for the one there
                yield Problem("role", told, bool(_heads(called.office)))
                return
        elif (
            (put_in & _ranks(lexicon.RANKS | lexicon.FORMER))
            or (left_out & _ranks(lexicon.RANKS))
            or (put_in and left_out)
        ):
            # "home secretary" for "foreign secretary", or one more word for the same office
            ranked = (put_in | left_out) & _ranks(lexicon.RANKS | lexicon.FORMER)
            other = put_in & _ranks(lexicon.PORTFOLIOS) and left_out & _ranks(lexicon.PORTFOLIOS)
            yield Problem("role", told, bool(ranked or other))
            return


def right(claim: str, listed: Sequence[Word], index: Index) -> Iterator[str]:
    """Give what is left of a claim to be borne out when offices that the article gives are taken out of it.

    Nothing is left of "Ann Roe is the mayor", which is the empty string.
    """
    for called in _called(claim, listed, index):
        if not _stems(called.office) <= _stems(words.words(called.party.role or "")):
            continue
        if called.alone:
            yield ""
        apposed = _APPOSED.match(claim, called.end, called.office[-1].span.end + 1)
        if apposed is not None and apposed.end() == called.office[-1].span.end + 1:
            yield claim[: called.end] + claim[apposed.end() :]


def _called(claim: str, listed: Sequence[Word], index: Index) -> Iterator[_Called]:
    if not any(lexicon.role(word.lower) for word in listed) and ", " not in claim:
        return
    at = 0
    while at < len(listed):
        name = _name(claim, listed, at, index)
        if name is None:
            at += 1
            continue
        end, party = name
        office = _in_front(claim, listed, at, index) or _behind(claim, listed, end, index)
        if office:
            alone = at == 0 and office[-1] is listed[-1] and listed[end].lower in _COPULAS
            printed = claim[listed[at].span.start : office[-1].span.end]
            yield _Called(party, printed, listed[end - 1].span.end, office, alone)
        at = end


def _name(claim: str, listed: Sequence[Word], at: int, index: Index) -> tuple[int, Party] | None:
    """The longest run of capitals from here on that is the name of a party whose office the article prints."""
    end = at
    while end < len(listed) and end - at < _LONGEST_NAME and listed[end].capital:
        if end > at and claim[listed[end - 1].span.end : listed[end].span.start].strip(" .’'"):
            break
        end += 1
    for stop in range(end, at, -1):
        if any(lexicon.role(word.lower) for word in listed[at:stop]):
            continue
        party = index.directory.owner(claim[listed[at].span.start : listed[stop - 1].span.end])
        if party is not None and party.name != party.role and (party.kind == "person" or party.role):
            return stop, party
    return None


def _in_front(claim: str, listed: Sequence[Word], at: int, index: Index) -> tuple[Word, ...]:
    """The words of an office right before a name, "the deputy mayor, Ann Roe" with a comma."""
    if not at or not lexicon.role(listed[at - 1].lower):
        return ()
    gap = claim[listed[at - 1].span.end : listed[at].span.start].strip()
    start = at - 1
    while start and at - start < _FAR and _of_office(claim, listed[start - 1], listed[start], index):
        start -= 1
    # "if elected president, Ann Roe said": with a comma it takes an article to be an office of hers
    stands = not gap or (gap == "," and start and listed[start - 1].lower in _ARTICLES)
    return tuple(listed[start:at]) if stands else ()


def _behind(claim: str, listed: Sequence[Word], end: int, index: Index) -> tuple[Word, ...]:
    """The words of an office after a name: an apposition up to its head, or what somebody is."""
    if end >= len(listed):
        return ()
    gap = claim[listed[end - 1].span.end : listed[end].span.start].strip()
    start = end
    if listed[end].lower in _COPULAS and not gap:
        start = end + 1
    elif gap != ",":
        return ()
    articles = start
    while start < len(listed) and listed[start].lower in _ARTICLES:
        start += 1
    if gap and start > articles and (noun := _noun(claim, listed, start)):
        return noun
    at = start
    while at < min(start + _FAR, len(listed)) and not lexicon.role(listed[at].lower):
        if at + 1 == len(listed) or not _of_office(claim, listed[at], listed[at + 1], index):
            return ()
        at += 1
    if at == min(start + _FAR, len(listed)):
        return ()
    return tuple(listed[start : _last(claim, listed, at) + 1])


def _noun(claim: str, listed: Sequence[Word], start: int) -> tuple[Word, ...]:
    """The words of an apposition that names no office known here: "a biostatistician at the university,"."""
    end = start
    while end < len(listed) and end - start < _FAR and listed[end].content:
        if end > start and not _GAP.fullmatch(claim, listed[end - 1].span.end, listed[end].span.start):
            break
        end += 1
    if end == start or end == len(listed) or _heads(listed[start:end]):
        return ()
    closed = claim[listed[end - 1].span.end : listed[end].span.start].strip() == ","
    return tuple(listed[start:end]) if closed or listed[end].lower in _FOLLOWS else ()


_FOLLOWS = frozenset("of at for from in with who whose".split())


def _last(claim: str, listed: Sequence[Word], at: int) -> int:
    """The last of several heads in a row: "general secretary", "chief financial officer"."""
    last = at
    while at + 1 < len(listed) and _GAP.fullmatch(claim, listed[at].span.end, listed[at + 1].span.start):
        at += 1
        if lexicon.role(listed[at].lower):
            last = at
        elif listed[at].lower not in lexicon.PORTFOLIOS:
            break
    return last


def _of_office(claim: str, word: Word, following: Word, index: Index) -> bool:
    """Say whether a word belongs to the office that goes on behind it: "Israeli prime", "acting", "finance"."""
    if not _GAP.fullmatch(claim, word.span.end, following.span.start):
        return False
    if word.lower in lexicon.RANKS | lexicon.FORMER:
        return True
    return word.content and ((word.capital and not word.opens) or _in_offices(word.stem, index))


def _in_offices(stem: str, index: Index) -> bool:
    return any(stem in _stems(words.words(party.role)) for party in index.parties if party.role)


def _heads(listed: Sequence[Word]) -> set[str]:
    return {role for word in listed if (role := lexicon.role(word.lower))}


def _stems(listed: Sequence[Word]) -> set[str]:
    return {word.stem for word in listed if word.content or word.lower in lexicon.FORMER}


@lru_cache(maxsize=2)
def _ranks(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(map(words.stem, listed))


def _beside(party: Party, stem: str, index: Index) -> bool:
    """Say whether a sentence prints the word so near to the name that it may be an office of theirs."""
    return index.near(words.words(party.name)[-1].stem, stem, _FAR)
