"""What a drafter proposes: text and sentence numbers, no offsets, nothing trusted.

The same types are the shape a model is asked to reply in. Text stands before its
numbers: asked for the numbers first, a 1.5B model counted 1, 2, 3, … down the
article whatever its text said; text first, it cited the right sentence 11 times of 11.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from summarizer.note import Stance


class Drafted(BaseModel):
    """Base of the reply types: immutable, nothing unknown let in, no defaults."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DraftLine(Drafted):
    """A proposed line of the summary."""

    text: str
    sentences: tuple[int, ...]


class DraftClaim(Drafted):
    """A proposed claim; `speaker` None where the article itself states it."""

    text: str
    speaker: str | None
    sentences: tuple[int, ...]


class DraftPosition(Drafted):
    """A proposed position of one party.

    The holder stands first here: asked for the text first, Qwen2.5-Coder-1.5B wrote the
    party's name into it and nothing else, 4 times of 4; holder first, 0 of 3.
    """

    holder: str
    issue: str
    stance: Stance
    text: str
    sentences: tuple[int, ...]


class Draft(Drafted):
    """Everything a drafter proposes for one article."""

    summary: tuple[DraftLine, ...]
    claims: tuple[DraftClaim, ...]
    positions: tuple[DraftPosition, ...]


class PointedClaim(Drafted):
    """Where a claim stands and who makes it; the words are the article's."""

    speaker: str | None
    sentences: tuple[int, ...]


class PointedPosition(Drafted):
    """Which side a party takes, on what, and where that stands; the words are the article's."""

    holder: str
    issue: str
    stance: Stance
    sentences: tuple[int, ...]


class Pointed(Drafted):
    """A draft whose claims and positions a model only points at."""

    summary: tuple[DraftLine, ...]
    claims: tuple[PointedClaim, ...]
    positions: tuple[PointedPosition, ...]


class DraftOpinion(Drafted):
    """What a second model thinks of one claim; `claim` is its number in the request."""

    claim: int
    reason: str
    says: Literal["yes", "partly", "no"]


class Opinions(Drafted):
    """Opinions on the claims of one request."""

    opinions: tuple[DraftOpinion, ...]


def opinions_schema(count: int) -> dict[str, Any]:
    """Build the JSON Schema of a reply with one opinion on each of `count` claims."""
    opinion = {
        "claim": {"type": "integer", "enum": list(range(1, count + 1))},
        "reason": {"type": "string"},
        "says": {"type": "string", "enum": ["yes", "partly", "no"]},
    }
    item = {
        "type": "object",
        "properties": opinion,
        "required": list(opinion),
        "additionalProperties": False,
    }
    listed = {"type": "array", "items": item, "minItems": count, "maxItems": count}
    return {
        "type": "object",
        "properties": {"opinions": listed},
        "required": ["opinions"],
        "additionalProperties": False,
    }


STANCES = ("supports", "opposes", "mixed", "neutral", "unclear")


def reply_schema(
    citable: Sequence[int], *, lines: int, claims: int, positions: int, worded: bool = True
) -> dict[str, Any]:
    """Build the JSON Schema of a reply that may cite the sentences of these numbers, in rising order.

    Unless they are to be `worded`, claims and positions have no text.

    Keeps the strict rules of every endpoint met so far: flat, each property required,
    no additional ones, optional as a union with null, no `$ref`, no string lengths. Only
    sentence numbers that exist are admitted, by enumeration up to 300 sentences (strict
    endpoints allow 1,000 enumerated values over a whole schema, and there are three lists), by range above.
    A list of which nothing is wanted is left out.

    >>> schema = reply_schema(range(1, 10), lines=3, claims=4, positions=0)
    >>> schema["required"], schema["properties"]["claims"]["items"]["required"]
    (['summary', 'claims'], ['text', 'speaker', 'sentences'])
    """
    number: dict[str, Any] = (
        {"type": "integer", "enum": list(citable)}
        if len(citable) <= 300
        else {"type": "integer", "minimum": citable[0], "maximum": citable[-1]}
    )
    numbers = {"type": "array", "items": number, "minItems": 1, "maxItems": 4}
    text = {"type": "string"}
    own = {"text": text} if worded else {}

    def items(at_most: int, properties: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "array",
            "maxItems": at_most,
            "items": {
                "type": "object",
                "properties": properties,
                "required": list(properties),
                "additionalProperties": False,
            },
        }

    lists = {
        "summary": items(lines, {"text": text, "sentences": numbers}),
        "claims": items(claims, {**own, "speaker": {"type": ["string", "null"]}, "sentences": numbers}),
        "positions": items(
            positions,
            {
                "holder": text,
                "issue": text,
                "stance": {"type": "string", "enum": list(STANCES)},
                **own,
                "sentences": numbers,
            },
        ),
    }
    wanted = {"summary": lines, "claims": claims, "positions": positions}
    parts = {name: made for name, made in lists.items() if wanted[name]}
    return {
        "type": "object",
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }
