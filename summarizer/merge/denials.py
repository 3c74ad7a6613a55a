"""What one source states and another denies, or has somebody deny."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.article import Attribution
from summarizer.merge import statements
from summarizer.merge.statements import Field, Statement
from summarizer.support import lexicon

# A denied content must be told by the other sentence to this share of its weight.
_TOLD = 0.5
# Two sentences of which one has a "not" must share more, for nothing but the "not" may part them.
_PARTED_BY_NOT = 0.65
_FEWEST = 2
_OPEN = re.compile(
    r"\b(?:whether|if|would|could|might|may|should|unless|until|claims? that|alleg\w+)\b|\?", re.IGNORECASE
)
_SAYS = frozenset(lexicon.SAYS)
_EMPTY = frozenset("report claim suggest rumour rumor alleg accus say".split())


def rivals(field: Field) -> Iterator[tuple[Statement, Statement]]:
    """Yield a sentence that says something with one of another source that says it is not so."""
    for denial in field.statements:
        yield from _denied(denial, field)
        yield from _negated(denial, field)


def _denied(denial: Statement, field: Field) -> Iterator[tuple[Statement, Statement]]:
    """Somebody denies it; the cue says so, or the verb where nobody was found to deny."""
    for content in {*_contents(denial)}:
        if len(content) < _FEWEST:
            continue
        for other in field.neighbours(denial):
            told = content & other.stems
            if (
                len(told) >= _FEWEST
                and field.share(other.stems, content) >= _TOLD
                and not _denies(other)
                and not told & other.negated
            ):
                yield other, denial


_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|rul(?:es?|ed|ing) out)\b(?P<what>[^;:.?!]+)", re.IGNORECASE)


def _contents(denial: Statement) -> Iterator[frozenset[str]]:
    for said in denial.telling.said[denial.line.number]:
        if said.polarity == "denied":
            yield _content(denial, said)
    found = _DENIES.search(denial.line.text)
    if found is not None:
        start, end = (denial.line.span.start + at for at in found.span("what"))
        inside = (word for word in denial.line.plain if start <= word.span.start < end)
        yield statements.content(inside) - _EMPTY


def _content(denial: Statement, said: Attribution) -> frozenset[str]:
    listed = [word for word in denial.line.plain if any(part.holds(word.span) for part in said.content)]
    return statements.content(listed) - _EMPTY


def _denies(statement: Statement) -> bool:
    said = statement.telling.said[statement.line.number]
    return any(one.polarity != "affirmed" for one in said) or bool(_DENIES.search(statement.line.text))


def _negated(denial: Statement, field: Field) -> Iterator[tuple[Statement, Statement]]:
    """The same sentence with and without a "not" before a word that both have."""
    if not denial.negated or _OPEN.search(denial.line.text) or len(denial.stems) < _FEWEST:
        return
    for other in field.neighbours(denial):
        turned = (denial.negated & other.stems) - other.negated - denial.names
        if (
            turned
            and not other.negated
            and not _denies(other)
            and not _OPEN.search(other.line.text)
            and len(denial.stems & other.stems) >= _FEWEST
            and max(field.share(other.stems, denial.stems), field.share(denial.stems, other.stems))
            >= _PARTED_BY_NOT
            and len((denial.stems & other.stems) - denial.names - other.names - _SAYS) >= _FEWEST
        ):
            yield other, denial
