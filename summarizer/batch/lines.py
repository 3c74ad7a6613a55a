"""The lines of a batch's output: one an input, a note or a named failure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from summarizer.errors import SummarizerError
from summarizer.note import Note, Published

LINE_FORMAT: Literal[1] = 1


class Failure(Published):
    """Why there is no note. `kind` is the name of the error, `status` its exit status as a single run."""

    kind: str
    message: str
    hint: str | None = None
    status: int


class Spent(Published):
    """What one article cost in this run.

    `requests` counts what was sent, repeated requests included, `cached` the replies that were at hand.
    Tokens are those that endpoints reported; `unanswered` requests may have been charged all the same.
    `cost` is in US dollars, None where the model's price is not known.
    """

    requests: int = 0
    cached: int = 0
    unanswered: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    seconds: float = 0.0


class Line(Published):
    """One line: what it is about, and either a note or a failure."""

    format: Literal[1] = LINE_FORMAT
    id: str
    index: int = Field(ge=0)
    source: str
    metadata: dict[str, Any]
    note: Note | None
    failure: Failure | None
    spent: Spent


@dataclass(frozen=True, slots=True)
class Head:
    """What a line is about, without its outcome."""

    id: str
    index: int
    source: str
    metadata: str = "{}"


def line(head: Head, spent: Spent, *, note: str | None = None, failure: Failure | None = None) -> str:
    """Write a line of a note that is JSON already, or of a failure; it is read back by `Line`."""
    parts = {
        "format": str(LINE_FORMAT),
        "id": json.dumps(head.id),
        "index": str(head.index),
        "source": json.dumps(head.source),
        "metadata": head.metadata,
        "note": note or "null",
        "failure": failure.model_dump_json() if failure is not None else "null",
        "spent": spent.model_dump_json(),
    }
    return "{" + ",".join(f'"{name}":{value}' for name, value in parts.items()) + "}\n"


def failure_of(error: BaseException) -> Failure:
    """Name what went wrong; a fault of the program's own has status 1."""
    if isinstance(error, SummarizerError):
        return Failure(
            kind=type(error).__name__, message=error.message, hint=error.hint, status=error.exit_code
        )
    return Failure(kind=type(error).__name__, message=f"internal error: {error}", status=1)
