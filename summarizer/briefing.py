"""What is said of one event in several articles, held side by side: the published JSON of a briefing.

As in `note`, fields are only ever added. Every item cites the source and the sentence it rests on;
offsets are code points of that source's text.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from summarizer.note import Attempt, ClaimKind, Evidence, Origin, Published, Stance, Support

BRIEFING_FORMAT: Literal[1] = 1

FEWEST, MOST = 2, 50
"""Sources that one briefing takes."""

DifferenceKind = Literal["figure", "date", "speaker", "denial", "name"]


class Cited(Evidence):
    """A sentence of one of the sources; `source` is its id in the list of sources."""

    source: str


class BriefLine(Published):
    """One line of the top paragraph."""

    text: str
    evidence: tuple[Cited, ...]
    support: Support
    origin: Origin


class MergedClaim(Published):
    """What one or more sources report, in the words of the source that says least beyond it.

    `sources` are all that say so. `independent` counts them without copies of each other
    and without those that print the same sentence.
    """

    text: str
    speaker: str | None
    kind: ClaimKind
    evidence: tuple[Cited, ...]
    support: Support
    origin: Origin
    sources: tuple[str, ...]
    independent: Annotated[int, Field(ge=1)]


class Detail(Published):
    """A figure or a date that independent sources give alike, as the first of them prints it."""

    kind: Literal["figure", "date"]
    text: str
    evidence: tuple[Cited, ...]
    sources: tuple[str, ...]
    independent: Annotated[int, Field(ge=2)]


class Side(Published):
    """What some of the sources say where others say something else."""

    text: str
    evidence: tuple[Cited, ...]


class Difference(Published):
    """Two or more sides that cannot all be right; `text` says in a few words about what they differ."""

    kind: DifferenceKind
    text: str
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]


class Stand(Published):
    """What a party said by a day (ISO 8601): the day that the source gives for it, else the source's own."""

    stance: Stance
    text: str
    date: str
    evidence: tuple[Cited, ...]


class PartyPosition(Published):
    """Where a party stands across the sources: the latest side it took.

    `over_time` is what it said on different days where that is not the same, the earliest
    first; empty where the sources have it on one day only.
    """

    holder: str
    role: str | None
    issue: str
    stance: Stance
    text: str
    evidence: tuple[Cited, ...]
    support: Support
    origin: Origin
    sources: tuple[str, ...]
    over_time: tuple[Stand, ...] = ()


class Moment(Published):
    """What happened when; `date` is a year, a month or a day (ISO 8601), `printed` what the source says.

    `problems` say where the sources differ on it.
    """

    date: str
    printed: str
    text: str
    evidence: tuple[Cited, ...]
    problems: tuple[str, ...] = ()


class PartyEntry(Published):
    """Who is named, by which roles; `speaks` says whether any source quotes or reports the party."""

    name: str
    roles: tuple[str, ...]
    speaks: bool
    sources: tuple[str, ...]
    evidence: tuple[Cited, ...]


class Question(Published):
    """What a source says is not known, not decided or not answered."""

    text: str
    evidence: tuple[Cited, ...]


class BriefSource(Published):
    """One article. `copy_of` names the source whose text it repeats, `group` the topic it belongs to.

    `basis` is "article" where the whole text was read, "note" where only the sentences
    were at hand that a note made earlier cites.
    """

    id: str
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: datetime | None
    name: str
    url: str | None = None
    basis: Literal["article", "note"]
    copy_of: str | None = None
    group: Annotated[int, Field(ge=1)] = 1
    sentences: int
    sha256: str


class LeftOut(Published):
    """What could not be used, with the reason: a source, or a line that a model wrote."""

    kind: Literal["source", "summary", "claim", "position"]
    text: str
    reason: str
    problems: tuple[str, ...] = ()
    speaker: str | None = None


class Making(Published):
    """How the briefing was made; as a note's provenance, with the digests standing at the sources."""

    tool: str
    backend: str
    model: str
    prompt: str | None = None
    prompt_version: int | None = None
    prompt_sha256: str | None = None
    sampling: dict[str, float | int | None] | None = None
    attempts: tuple[Attempt, ...] = ()
    proposed: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    seconds: float


class Briefing(Published):
    """Several articles side by side: what they agree on, where they differ, what only one has."""

    format: Literal[1] = BRIEFING_FORMAT
    headline: str
    topic: str | None
    summary: tuple[BriefLine, ...]
    claims: tuple[MergedClaim, ...]
    details: tuple[Detail, ...] = ()
    differences: tuple[Difference, ...]
    single_source: tuple[MergedClaim, ...]
    positions: tuple[PartyPosition, ...]
    timeline: tuple[Moment, ...]
    parties: tuple[PartyEntry, ...]
    questions: tuple[Question, ...]
    sources: tuple[BriefSource, ...]
    set_aside: tuple[LeftOut, ...]
    warnings: tuple[str, ...]
    provenance: Making
