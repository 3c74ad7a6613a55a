"""A statement as it is printed: the whole sentence, or what is said in it behind the name of who says it."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.article import Span, fold_space
from summarizer.drafts import marks, wording
from summarizer.merge.statements import DATELINE, Statement
from summarizer.note import ClaimKind

_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)


def sentence(one: Statement) -> str:
    """Print a whole sentence without its dateline, a pronoun for the speaker as the name in square brackets."""
    article, span, said = one.telling.index.article, one.line.span, one.said
    printed = span.of(article.raw)
    source = said.source if said is not None else None
    if said is not None and source is not None and said.speaker and span.holds(source):
        start, end = source.start - span.start, source.end - span.start
        if _PRONOUN.match(printed[start:end]):
            printed = f"{printed[:start]}[{said.speaker}]{printed[end:]}"
    return marks.balanced(undated(printed))


def undated(text: str) -> str:
    """Leave off a dateline, and fold white space.

    >>> undated("OSLAR, 3 March - The mill will close.")
    'The mill will close.'
    """
    found = DATELINE.match(text)
    return fold_space(text[found.end() :] if found else text)


def of(one: Statement) -> tuple[str, str | None, ClaimKind]:
    """Word a statement: what is said, by whom, and how; the whole sentence where it is the article's own."""
    said = one.said
    if (
        said is None
        or said.speaker is None
        or said.polarity != "affirmed"
        or said.kind in ("supports", "opposes")
    ):
        return sentence(one), None, "states"
    inside = tuple(
        Span(max(part.start, one.line.span.start), min(part.end, one.line.span.end))
        for part in said.content
        if part.overlaps(one.line.span)
    )
    article = one.telling.index.article
    text = wording.of(replace(said, content=inside), article)
    if said.source is not None and f"{said.cue.of(article.raw)} {said.source.of(article.raw)}" in text:
        return sentence(one), None, "states"  # it says who says so itself
    return text, said.speaker, said.kind


_I = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]urs?)\b")
# a war's or a king's number
_NUMBERED = re.compile(
    r"\b(?!(?:When|While|If|As|And|But|What|Then|So|That|Now|Yet|Had|Since)\b)[A-Z]\w+ I\b(?![’'])"
)
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")


def own_voice(text: str) -> bool:
    """Say whether "I" and "we" stand outside quotation marks, where nobody knows who that is.

    >>> own_voice("Our demand is fair."), own_voice("“We want 9 per cent,” Roe said.")
    (True, False)
    >>> own_voice("When I came it was dark."), own_voice("It was built before World War I.")
    (True, False)
    """
    return _I.search(_NUMBERED.sub(" ", _QUOTED.sub(" ", text))) is not None
