"""Several sources held side by side: what they agree on, where they differ, what only one has.

Claims are merged as data. Nothing is compared across topics, copies count as one source, and each item
cites its sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.briefing import (
    BriefLine,
    BriefSource,
    Detail,
    Difference,
    MergedClaim,
    Moment,
    PartyEntry,
    PartyPosition,
    Question,
)
from summarizer.merge import (
    claims,
    copies,
    details,
    differences,
    paragraph,
    people,
    positions,
    questions,
    singles,
    statements,
    timeline,
    topics,
)
from summarizer.merge.copies import Copies
from summarizer.merge.differences import Compared
from summarizer.merge.statements import Field
from summarizer.merge.tellings import Telling, of_article, of_note

__all__ = ["Merged", "Telling", "merge", "of_article", "of_note"]

MOST_ALONE = 8
"""What only one source has: so many sentences of each at most, the weightiest."""

_MOST_CLAIMS = 20


@dataclass(frozen=True)
class Merged:
    """All that the sources give together, in the types of a briefing."""

    summary: tuple[BriefLine, ...]
    claims: tuple[MergedClaim, ...]
    details: tuple[Detail, ...]
    differences: tuple[Difference, ...]
    single_source: tuple[MergedClaim, ...]
    positions: tuple[PartyPosition, ...]
    timeline: tuple[Moment, ...]
    parties: tuple[PartyEntry, ...]
    questions: tuple[Question, ...]
    sources: tuple[BriefSource, ...]
    warnings: tuple[str, ...]


def merge(tellings: Sequence[Telling], topic: str | None = None) -> Merged:
    """Hold the sources against each other, each topic by itself; `topic` is what whoever asks calls it."""
    copied = copies.find(tellings)
    by_source = {telling.id: statements.of(telling) for telling in tellings}
    group = topics.group(by_source, topic)
    numbers = sorted(set(group.values()))
    parts = []
    for number in numbers:
        members = [t for t in tellings if group[t.id] == number]
        listed = [one for t in members for one in by_source[t.id]]
        lines = paragraph.LINES if len(numbers) == 1 else 1
        field = statements.field(listed, named=topics.prints(listed, topic))
        parts.append(_topic(members, field, copied, lines))
    sources = tuple(
        telling.about.model_copy(
            update={
                "group": group[telling.id],
                "copy_of": None if copied.original[telling.id] == telling.id else copied.original[telling.id],
            }
        )
        for telling in tellings
    )
    return Merged(
        **{name: tuple(one for part in parts for one in getattr(part, name)) for name in _LISTS},
        sources=sources,
        warnings=tuple(_warnings(tellings, sources)),
    )


_LISTS = (
    "summary",
    "claims",
    "details",
    "differences",
    "single_source",
    "positions",
    "timeline",
    "parties",
    "questions",
)


def _topic(tellings: Sequence[Telling], field: Field, copied: Copies, lines: int) -> Merged:
    held = Compared.of(field)
    found = differences.find(field, tellings, held)
    agreed = claims.find(field, copied)[:_MOST_CLAIMS]
    used = {one.place for claim in agreed for one in claim.statements}
    apart = {one.place for difference in found for side in difference.sides for one in side.statements}
    alike, shared = details.find(field, copied, found, held)
    told = used | apart | shared
    alone = singles.alone(field, copied, told, MOST_ALONE) if len(tellings) > 1 else ()
    written = tuple(claims.published(claim, differences.about(claim.statement, found)) for claim in agreed)
    return Merged(
        summary=paragraph.of(field, agreed, found, lines),
        claims=written,
        details=tuple(one for one in alike if not _told(one, written)),
        differences=tuple(difference.published() for difference in found),
        single_source=tuple(claims.published(claim) for claim in alone),
        positions=positions.merge(field, tellings, copied),
        timeline=timeline.of(field, copied, found),
        parties=people.entries(field, tellings),
        questions=questions.of(field, copied),
        sources=(),
        warnings=(),
    )


def _told(detail: Detail, written: Sequence[MergedClaim]) -> bool:
    """A claim above cites all of the detail's sentences already."""
    places = {(one.source, one.start) for one in detail.evidence}
    return any(places <= {(one.source, one.start) for one in claim.evidence} for claim in written)


def _warnings(tellings: Sequence[Telling], sources: Sequence[BriefSource]) -> Iterator[str]:
    groups: dict[int, list[str]] = {}
    for one in sources:
        groups.setdefault(one.group, []).append(one.id)
    if len(groups) > 1:
        named = "; ".join(f"{number}: {', '.join(ids)}" for number, ids in groups.items())
        yield (
            f"the sources are on {len(groups)} unrelated topics ({named}); nothing is compared across topics"
        )
    independent = sum(one.copy_of is None for one in sources)
    if independent < len(sources):
        copied = "; ".join(f"{one.id} repeats {one.copy_of}" for one in sources if one.copy_of)
        yield f"{len(sources)} sources, {independent} of them independent: {copied}"
    if notes := [one.id for one in sources if one.basis == "note"]:
        yield f"{', '.join(notes)}: only the sentences that the note cites could be compared, not the article"
    if undated := [one.id for one in sources if one.published is None]:
        yield f"{', '.join(undated)}: no date of publication, so “yesterday” and weekdays could not be placed"
    if foreign := [t.id for t in tellings if t.index.article.language != "en"]:
        yield f"{', '.join(foreign)}: not in English, so who said what was not found"
