"""How a request is put to an endpoint, and what to give up when it refuses.

The rungs, best first: `strict` (a JSON Schema the endpoint promises to keep),
`json_schema` (the same without the promise), `json_object` (any JSON), `prompted`
(words alone). A refusal that names the reply format costs one rung; one that names a
parameter costs that parameter. The output cap is renamed when refused, never left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from summarizer.exchange import Request

Mode = Literal["strict", "json_schema", "json_object", "prompted"]
MODES: tuple[Mode, ...] = ("strict", "json_schema", "json_object", "prompted")

Cap = Literal["max_completion_tokens", "max_tokens"]
OPTIONAL = ("temperature", "seed")

# Whole words only; "schema" alone also stands in plain complaints about tables and databases,
# but a chat endpoint that speaks of one speaks of ours.
_FORMAT = re.compile(
    r"response[_ ]format|json[_ ]schema|json[_ ]object|json[_ ]mode|json_validate_failed"
    r"|structured[_ ]outputs?|guided[_ ]json|\bgrammar\b|\bschema\b|\bstrict\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"too large|too small|at least|at most|must be (?:less|greater)|exceeds", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Manner:
    """What this endpoint has been found to accept."""

    mode: Mode = "strict"
    cap: Cap = "max_completion_tokens"
    cap_settled: bool = False
    omit: frozenset[str] = frozenset()

    def note(self) -> str:
        """Say what the request lost on the way, for a reply's detail; empty when nothing."""
        return f"sent without {', '.join(sorted(self.omit))}" if self.omit else ""


def body(request: Request, model: str, manner: Manner) -> dict[str, Any]:
    """Build the chat completion body that `manner` allows."""
    sent: dict[str, Any] = {
        "model": model,
        "messages": [{"role": m.role, "content": m.content} for m in request.messages],
        manner.cap: request.sampling.max_tokens,
        "temperature": request.sampling.temperature,
    }
    if request.sampling.seed is not None:
        sent["seed"] = request.sampling.seed
    if request.schema is not None and (form := _response_format(request, manner.mode)):
        sent["response_format"] = form
    return {name: value for name, value in sent.items() if name not in manner.omit}


def _response_format(request: Request, mode: Mode) -> dict[str, Any] | None:
    if mode == "prompted":
        return None
    if mode == "json_object":
        return {"type": "json_object"}
    wrapped: dict[str, Any] = {"name": request.schema_name, "schema": request.schema}
    if mode == "strict":
        wrapped["strict"] = True
    return {"type": "json_schema", "json_schema": wrapped}


def step_down(manner: Manner, refusal: str, param: str | None, sent: Mapping[str, Any]) -> Manner | None:
    """Choose the next manner after a refusal, or None when it names nothing that can be given up.

    `refusal` is the endpoint's own text, `param` the parameter it names in a field, and
    `sent` the body it refused. Each step gives up something for good, so a caller that
    repeats ends after at most six.
    """
    for name in OPTIONAL:
        if name in sent and _names(name, refusal, param):
            return replace(manner, omit=manner.omit | {name})
    if _names(manner.cap, refusal, param) and not manner.cap_settled and not _AMOUNT.search(refusal):
        other: Cap = "max_tokens" if manner.cap == "max_completion_tokens" else "max_completion_tokens"
        return replace(manner, cap=other, cap_settled=True)
    about_format = "format" in sent and "format" in refusal.lower()
    if about_format or ("response_format" in sent and names_format(f"{param or ''} {refusal}")):
        return replace(manner, mode=MODES[MODES.index(manner.mode) + 1])
    return None


def names_format(refusal: str) -> bool:
    """Tell whether a refusal is about the reply format or its schema.

    >>> names_format("'response_format.type' must be 'json_schema' or 'text'")
    True
    >>> names_format("messages: at least one is required")
    False
    """
    return _FORMAT.search(refusal) is not None


def _names(name: str, refusal: str, param: str | None) -> bool:
    """A field that names a parameter is believed over the text, which may mention others."""
    if param:
        return param.rpartition(".")[2] == name
    return re.search(rf"(?<![A-Za-z_]){name}(?![A-Za-z_])", refusal) is not None
