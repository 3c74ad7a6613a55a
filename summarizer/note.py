"""What the program stands behind: items with spans, verdicts and provenance.

These are the published JSON. Fields are only ever added; `NOTE_FORMAT` rises when
the meaning of one changes. Offsets are half-open code points of the input text, whose
SHA-256 stands in the provenance.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.article import Kind

NOTE_FORMAT: Literal[1] = 1

Origin = Literal["model", "article"]
Stance = Literal["supports", "opposes", "mixed", "neutral", "unclear"]
Verdict = Literal["supported", "doubtful", "unsupported"]
ClaimKind = Literal[Kind, "states"]
"""As an attribution's kind; `states` where the article says it in its own voice."""

Fate = Literal["read", "failed", "not asked", "interrupted"]
"""What became of a window: asked without use, not asked because an earlier one said no, or Ctrl-C."""

Score = Annotated[float, Field(ge=0.0, le=1.0)]


class Published(BaseModel):
    """Base of everything that is written out: immutable, nothing unknown let in."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Published):
    """A sentence of the article, or the part of it, that an item rests on.

    `text` is the input between `start` and `end`, cut out by the program.
    """

    sentence: Annotated[int, Field(ge=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str


class Support(Published):
    """Whether the article says so: a verdict, a score, and what a person should look at."""

    verdict: Verdict
    score: Score
    problems: tuple[str, ...] = ()


class SummaryLine(Published):
    """One line of the summary."""

    text: str
    evidence: tuple[Evidence, ...]
    support: Support
    origin: Origin


class Claim(Published):
    """Something the article reports as said, wanted, decided or shown, and by whom.

    `speaker` is None where the article states it itself or names nobody.
    """

    text: str
    speaker: str | None
    kind: ClaimKind
    evidence: tuple[Evidence, ...]
    support: Support
    origin: Origin


class Position(Published):
    """Where a party stands on an issue."""

    holder: str
    role: str | None
    issue: str
    stance: Stance
    text: str
    evidence: tuple[Evidence, ...]
    support: Support
    origin: Origin


REPEATED = "says the same as an item above"
"""The reason that grounding gives for an item with nothing wrong but its being there twice."""


class SetAside(Published):
    """An item that failed the check, with the reason; never shown as fact.

    `speaker` is the speaker or holder that was claimed for it, if one was.
    """

    kind: Literal["summary", "claim", "position"]
    text: str
    reason: str
    problems: tuple[str, ...] = ()
    speaker: str | None = None


class Attempt(Published):
    """One question put to the model, counted whether or not the reply was of use."""

    prompt: str
    finish: str
    mode: str
    input_tokens: int | None
    output_tokens: int | None
    seconds: float
    requests: int
    problems: tuple[str, ...] = ()


class WindowRead(Published):
    """One part of an article too long for the model's context: its sentences, and what became of it.

    `items` counts what the model said of it that stood the check; `reason` says why it
    is not "read".
    """

    first: int
    last: int
    fate: Fate
    items: int
    reason: str | None = None


class Provenance(Published):
    """How the note was made: enough to make it again, and nothing secret.

    Token counts are sums over all attempts, None where the endpoint reports none. `windows`
    is empty where the article went in whole. `verified_by` is the model that gave a second opinion, `language` the one
    the wording was asked for in (ISO 639-1), None where it is the article's.
    """

    tool: str
    backend: str
    model: str
    prompt: str | None = None
    prompt_version: int | None = None
    prompt_sha256: str | None = None
    sampling: dict[str, float | int | None] | None = None
    attempts: tuple[Attempt, ...] = ()
    windows: tuple[WindowRead, ...] = ()
    proposed: int | None = None
    verified_by: str | None = None
    language: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    seconds: float
    input_sha256: str


class CutOut(Published):
    """A part of the input that was left out as not being the article."""

    start: int
    end: int
    reason: str


class Source(Published):
    """The article a note is about, as far as the input tells; `url` is set where it was fetched."""

    name: str
    title: str | None
    byline: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    site: str | None
    language: str
    characters: int
    sentences: int
    cuts: tuple[CutOut, ...]
    url: str | None = None


class Note(Published):
    """Summary, claims and positions of one article, each tied to its sentences."""

    format: Literal[1] = NOTE_FORMAT
    headline: str
    summary: tuple[SummaryLine, ...]
    claims: tuple[Claim, ...]
    positions: tuple[Position, ...]
    set_aside: tuple[SetAside, ...]
    warnings: tuple[str, ...]
    provenance: Provenance
    article: Source
