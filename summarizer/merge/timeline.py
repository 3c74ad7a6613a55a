"""What happened when, by every date that a source prints and that can be placed on a calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.briefing import Cited, Moment
from summarizer.drafts import leaning
from summarizer.merge import dated as dating
from summarizer.merge import differences, moments, worded
from summarizer.merge.claims import bears_out
from summarizer.merge.copies import Copies
from summarizer.merge.dated import Dated
from summarizer.merge.day import Day
from summarizer.merge.differences import Found
from summarizer.merge.statements import Field, Statement

_FEWEST_STEMS = 2
# "Today's puzzle: page 14" is no sentence.
_ENDED = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_ALIKE = 0.5


def of(field: Field, copies: Copies, found: Sequence[Found]) -> tuple[Moment, ...]:
    """List the dated sentences by date, those that tell one thing as one entry in the words of the shortest."""
    dated: dict[str, list[Dated]] = {}
    for statement in field.statements:
        if len(statement.stems) < _FEWEST_STEMS or not _ENDED.search(statement.line.text):
            continue
        for one in dating.every(statement):
            if one.day.iso is not None and not one.day.since:
                dated.setdefault(one.day.iso, []).append(one)
    disputed = [difference for difference in found if difference.kind == "date"]
    return tuple(
        _moment(iso, group, disputed)
        for iso in sorted(dated)
        for group in _grouped(dated[iso], field, copies)
    )


def _grouped(listed: Sequence[Dated], field: Field, copies: Copies) -> list[list[Dated]]:
    groups: list[list[Dated]] = []
    for one in listed:
        home = next(
            (group for group in groups if any(_one(one, other, field, copies) for other in group)), None
        )
        if home is None:
            groups.append([one])
        elif all(one.statement.place != other.statement.place for other in home):
            home.append(one)
    return groups


def _one(one: Dated, other: Dated, field: Field, copies: Copies) -> bool:
    here, there = one.statement, other.statement
    if here.place == there.place or copies.same_sentence(here.place, there.place):
        return True
    if here.source == there.source:
        return False
    if bears_out(there, here, field) is not None or bears_out(here, there, field) is not None:
        return True
    shared = one.around & other.around
    alike = field.share(shared, one.around) + field.share(shared, other.around)
    return moments.same_event(one, other, field) and alike >= 2 * _ALIKE


def _moment(iso: str, group: Sequence[Dated], disputed: Sequence[Found]) -> Moment:
    shown = min(
        group,
        key=lambda one: (_leans(one.statement), len(one.statement.line.text), one.statement.place),
    )
    ordered = [shown.statement, *(one.statement for one in group if one is not shown)]
    here = [found for found in disputed if any(_iso(side.key) == iso for side in found.sides)]
    problems = (problem for one in ordered for problem in differences.about(one, here))
    text, before = _told(shown.statement)
    return Moment(
        date=iso,
        printed=shown.printed,
        text=text,
        evidence=(*before, *(one.telling.cite(one.line) for one in ordered)),
        problems=tuple(dict.fromkeys(problems)),
    )


def _leans(one: Statement) -> bool:
    return leaning.leans(worded.sentence(one))


def _told(one: Statement) -> tuple[str, tuple[Cited, ...]]:
    """Print a sentence so that it can be read by itself, behind the one it leans on; that one is cited too."""
    text = leaning.trimmed(worded.sentence(one))
    lines = one.telling.index.lines
    if not leaning.leans(text) or one.line.number == 1:
        return text, ()
    before = lines[one.line.number - 2]
    raw = one.telling.index.article.raw
    first = leaning.trimmed(worded.undated(before.text))
    together = not raw[before.span.end : one.line.span.start].count("\n\n")
    if not together or leaning.leans(first):
        return text, ()
    return f"{first} {text}", (one.telling.cite(before),)


def _iso(key: object) -> str | None:
    return key.iso if isinstance(key, Day) else None
