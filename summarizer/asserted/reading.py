"""The signs in a sentence, before its colon, around it and in its page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.article import Article, Attribution, Sentence
from summarizer.asserted import signs, triggers
from summarizer.orders import folding

_COLON = re.compile(r":\s+(?=\S+\s+\S+\s+\S)")
_SPOKEN = frozenset(("you", "your", "imperative", "I"))
# A paragraph before it that is longer announces nothing; its last sentence may.
_SHORT = 2

_ANNOUNCING = frozenset(
    (
        "hands over",
        "colon",
        "imperative",
        "opens with a verb",
        "beside",
        "duty",
        "label",
        "your text",
        "this text",
    )
)

_NONE: frozenset[str] = frozenset()
# Of the other sentences of a page.
_SPEAKS, _SPEAKS_MUCH = 0.04, 0.12
_LISTS = 2

Scored = frozenset[tuple[str, str]]
"""Signs with where they stand: own, left (of its colon), beside (in its paragraph), before (the paragraph before)."""


def read(voices: Sequence[str], inside: Sequence[Sequence[int]]) -> tuple[Scored, ...]:
    """Give the signs of each sentence, told by its voice; `inside` are the paragraphs."""
    own = [found(text) for text in voices]
    left = [found(part) if (part := _left(text)) else _NONE for text in voices]
    listed = sum("label" in one for one in own)
    spoken = [bool(_SPOKEN & one) for one in own]
    speaking = sum(spoken)
    made: list[Scored] = []
    for at, numbers in enumerate(inside):
        counted = Counter(name for i in numbers for name in own[i])
        before = _before(inside[at - 1], own) & _ANNOUNCING if at else _NONE
        after = own[inside[at + 1][0]] if at + 1 < len(inside) else _NONE
        others = len(spoken) - len(numbers)
        share = (speaking - sum(spoken[i] for i in numbers)) / others if others else 0.0
        page = {("page", "speaks")} if share > _SPEAKS else set()
        page |= {("page", "speaks much")} if share > _SPEAKS_MUCH else set()
        page |= {("after", "points back")} if "points back" in after else set()
        for number in numbers:
            beside = frozenset(name for name, count in counted.items() if count > (name in own[number]))
            lists = {("page", "lists")} if listed - ("label" in own[number]) > _LISTS else set()
            scopes = (("own", own[number]), ("left", left[number]), ("beside", beside), ("before", before))
            made.append(
                frozenset({(scope, name) for scope, names in scopes for name in names} | page | lists)
            )
    return tuple(made)


def voices(article: Article, said: Sequence[Attribution]) -> list[str]:
    """The sentences without what a speaker whom the page names is reported to have said."""
    covered = sorted((part.start, part.end) for one in said if one.speaker for part in one.content)
    made, first = [], 0
    for sentence in article.sentences:
        while first < len(covered) and covered[first][1] <= sentence.start:
            first += 1
        parts, at, near = [], sentence.start, first
        while near < len(covered) and covered[near][0] < sentence.end:
            parts.append(article.raw[at : max(at, covered[near][0])])
            at = max(at, min(covered[near][1], sentence.end))
            near += 1
        made.append(folding.plain(" … ".join((*parts, article.raw[at : sentence.end]))))
    return made


def _left(text: str) -> str | None:
    """What stands before the last colon that a clause follows."""
    colons = [found.start() for found in _COLON.finditer(text)]
    return text[: colons[-1] + 1] if colons else None


def paragraphs(sentences: Sequence[Sentence]) -> list[list[int]]:
    """Places of the sentences, those of one paragraph together."""
    made: list[list[int]] = []
    for at, sentence in enumerate(sentences):
        if made and sentences[made[-1][0]].paragraph == sentence.paragraph:
            made[-1].append(at)
        else:
            made.append([at])
    return made


def _before(inside: Sequence[int], own: Sequence[frozenset[str]]) -> frozenset[str]:
    chosen = inside if len(inside) <= _SHORT else inside[-1:]
    return _NONE.union(*(own[i] for i in chosen))


def found(text: str) -> frozenset[str]:
    """The signs in a text of the page's own voice."""
    lower = text.lower()
    names = [name for name in triggers.possible(lower) if signs.SIGNS[name].search(lower)]
    if signs.NAME.search(text):
        names.append("name")
    return frozenset(names)
