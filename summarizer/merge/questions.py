"""What the sources say is open."""

from __future__ import annotations

import re

from summarizer.article import fold_space
from summarizer.briefing import Question
from summarizer.merge import lexicon
from summarizer.merge.copies import Copies
from summarizer.merge.statements import Field, Statement

_OPEN = re.compile(r"\b(?:" + "|".join(map(re.escape, lexicon.UNKNOWN)) + r")\b", re.IGNORECASE)
_ALIKE = 0.6


def of(field: Field, copies: Copies) -> tuple[Question, ...]:
    """List sentences that say something is not known, each once, and what their own outlet asks."""
    groups: list[list[Statement]] = []
    for one in field.statements:
        if not _asks(one):
            continue
        home = next((g for g in groups if any(_same(one, other, field, copies) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(
        Question(
            text=fold_space(group[0].line.text),
            evidence=tuple(one.telling.cite(one.line) for one in group),
        )
        for group in groups
    )


def _asks(one: Statement) -> bool:
    text = one.line.text.replace("’", "'")
    asked = text.rstrip(" \"”'").endswith("?") and not one.telling.said[one.line.number]
    return asked or _OPEN.search(text) is not None


def _same(one: Statement, other: Statement, field: Field, copies: Copies) -> bool:
    if copies.same_sentence(one.place, other.place):
        return True
    shared = one.stems & other.stems
    return (
        one.source != other.source
        and min(field.share(shared, one.stems), field.share(shared, other.stems)) >= _ALIKE
    )
