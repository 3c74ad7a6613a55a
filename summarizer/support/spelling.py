"""A claim's names and figures in the article's own spelling: initials for what they stand for, rounded figures."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from summarizer import match
from summarizer.support import lexicon, numbers, words
from summarizer.support.align import Change
from summarizer.support.index import Index
from summarizer.support.words import Word

_INITIALS = re.compile(r"(?<![\w.-])(?:(?:[A-Z]\.){2,6}|[A-Z]{2,6})(?!\w)")
_JOINS = "of|for|and|the|on|in|to"
_NAME = re.compile(rf"(?<!\w)[A-Z]\w+(?:(?:\s(?:{_JOINS})){{0,2}}[\s-][A-Z]\w+){{1,5}}")
_WORD = re.compile(r"\w+")
_JOIN = frozenset(_JOINS.split("|"))
# What a page calls by its initials without ever saying what they stand for.
_KNOWN = frozenset(
    """Central Intelligence Agency,Environmental Protection Agency,European Central Bank,European Union,
    Federal Bureau of Investigation,Internal Revenue Service,International Monetary Fund,New York,
    National Aeronautics and Space Administration,National Health Service,National Rifle Association,
    North Atlantic Treaty Organization,Securities and Exchange Commission,United Kingdom,United Nations,United States,
    World Health Organization,World Trade Organization,Republican Party""".replace("\n    ", "").split(",")
)
_NO_LETTERS = {"GOP": "Republican Party"}
_LEAST = 2


def spelled(claim: str, evidence: str, index: Index) -> Iterator[str]:
    """Give the claim with one of its names as the evidence has it: initials written out, or a name by its initials.

    Nothing is put for what the evidence prints as well. Of the true claims that the third generator of
    benchmarks/altered.py makes in this way nine in ten were flagged without.
    """
    if (other := _contracted(claim, evidence)) != claim:
        yield other
        claim = other
    here, there = _initials(claim), _initials(evidence)
    if here.keys() - there.keys():
        names = _names(evidence)
        for letters in here.keys() - there.keys():
            for name in names.get(letters, ()):
                if name not in claim:
                    yield claim.replace(here[letters], name)
    if there.keys() - here.keys():
        names = _names(claim)
        for letters in there.keys() - here.keys():
            for name in names.get(letters, ()):
                if name not in evidence and (name in _KNOWN or name in index.article.raw):
                    yield claim.replace(name, there[letters])


_VERBS = "is|are|was|were|do|does|did|has|have|had|could|would|should|must|need"
_LONG_FORMS = re.compile(
    rf"\b(?:(?P<verb>{_VERBS}) not|(?P<can>can ?not)|(?P<will>will not))\b", re.IGNORECASE
)
_SHORT_FORMS = re.compile(
    rf"\b(?:(?P<verb>{_VERBS})n['’]t|(?P<can>can['’]t)|(?P<will>won['’]t))\b", re.IGNORECASE
)


def _contracted(claim: str, evidence: str) -> str:
    """Put "isn't" for "is not", or the other way round, where the evidence has that; never inside a quotation."""
    quoted = [m.span() for m in match.quoted(claim)]
    for ours, theirs in ((_LONG_FORMS, _SHORT_FORMS), (_SHORT_FORMS, _LONG_FORMS)):
        printed = {_verb_of(m): m.group() for m in theirs.finditer(evidence)}
        for m in reversed([*ours.finditer(claim)] if printed else []):
            if _verb_of(m) in printed and not any(start <= m.start() < end for start, end in quoted):
                claim = claim[: m.start()] + printed[_verb_of(m)] + claim[m.end() :]
    return claim


def _verb_of(found: re.Match[str]) -> str:
    return (found["verb"] or found.lastgroup or "").lower()


def _initials(text: str) -> dict[str, str]:
    """Initials as a text prints them first, by their letters."""
    made: dict[str, str] = {}
    for m in _INITIALS.finditer(text):
        made.setdefault(m.group().replace(".", ""), m.group())
    return made


def _names(text: str) -> dict[str, list[str]]:
    """Every run of capital words inside the names of a text, by its letters, the longest of a name first."""
    made: dict[str, list[str]] = {}
    for m in _NAME.finditer(text):
        found = list(_WORD.finditer(m.group()))
        capitals = [at for at, word in enumerate(found) if word.group() not in _JOIN]
        for size in range(len(capitals), _LEAST - 1, -1):
            for first in range(len(capitals) - size + 1):
                run = capitals[first : first + size]
                letters = "".join(found[at].group()[0] for at in run)
                made.setdefault(letters, []).append(m.group()[found[run[0]].start() : found[run[-1]].end()])
    for letters, name in _NO_LETTERS.items():
        if name in text:
            made.setdefault(letters, []).append(name)
    return made


# "about 220" is spelled as the 221 that it rounds, without the "about"
_BOUND = re.compile(
    r"(?:(?:just|well|slightly|a little)\s)?(?:about|around|roughly|approximately|some|nearly|almost|over|under|above"
    r"|below|more than|less than|fewer than|upwards of|in excess of)\s$",
    re.IGNORECASE,
)


def figures(claim: str, index: Index) -> str:
    """Give the claim with each figure as the article spells it, where it spells one that bears it out."""
    made: list[str] = []
    at = 0
    for wanted in numbers.quantities(claim):
        found = next(
            (line.printed(q.span) for line in index.lines for q in line.quantities if wanted.agrees(q)), None
        )
        if found is None:
            continue
        before = claim[at : wanted.span.start]
        bound = _BOUND.search(before) if wanted.bound != "exact" else None
        made.extend((before[: bound.start()] if bound else before, found))
        at = wanted.span.end
    return "".join((*made, claim[at:]))


def of_country(word: Word, printed: Container[str]) -> bool:
    """Say whether one of the words printed, by their stems, is the country of an "American" or an "Iranian"."""
    named = _COUNTRIES.get(word.lower.removesuffix("s"), "").split()
    return any(all(words.stem(part) in printed for part in country.split("_")) for country in named)


_COUNTRIES = {
    "american": "us america united_states", "british": "uk britain united_kingdom", "french": "france",
    "dutch": "netherlands", "spanish": "spain", "german": "germany", "italian": "italy", "russian": "russia",
    "chinese": "china", "japanese": "japan", "indian": "india", "iranian": "iran", "iraqi": "iraq", "israeli": "israel",
    "ukrainian": "ukraine", "syrian": "syria", "turkish": "turkey", "polish": "poland", "greek": "greece",
    "mexican": "mexico", "canadian": "canada", "australian": "australia", "brazilian": "brazil", "swedish": "sweden",
    "afghan": "afghanistan", "pakistani": "pakistan", "saudi": "arabia", "egyptian": "egypt", "irish": "ireland",
    "scottish": "scotland", "welsh": "wales", "european": "europe eu", "african": "africa", "korean": "korea",
}  # fmt: skip


def first_name(ours: Sequence[Word], theirs: Sequence[Word], change: Change, index: Index) -> bool:
    """Say whether a first name that the article prints before the surname stands where the sentence has "Mrs"."""
    if not ours or change.after is None or not all(word.lower in _COURTESIES for word in theirs):
        return False
    return (ours[-1].stem, change.after.stem) in index.places


def namesakes(surname: Word, index: Index) -> bool:
    """Say whether the article prints more than one first name before a surname."""
    found = {one for one, other in index.places if other == surname.stem and index.capital(one)}
    return sum(len(one) > 1 and one not in _COURTESIES and not lexicon.role(one) for one in found) > 1


_COURTESIES = frozenset("mr mrs ms miss dr sir".split())
