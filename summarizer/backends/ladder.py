"""What an endpoint is asked for, and what is left out once it refuses.

strict JSON schema → JSON schema → JSON object → the prompt alone. The prompt always
describes the shape too, and every reply is validated here, whatever the rung promised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from summarizer.exchange import Request

MODES = ("strict", "json_schema", "json_object", "prompted")

_REFUSES_FORMAT = re.compile(
    r"response_format|json_schema|json_object|structured[ _]output|schema|\bstrict\b|grammar|guided",
    re.IGNORECASE,
)
_REFUSES_CAP = re.compile(r"max_tokens|max_completion_tokens", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rung:
    """Where on the ladder an endpoint stands, and the parameters it will not take."""

    step: int = 0
    cap: str = "max_tokens"
    without: frozenset[str] = frozenset()

    @classmethod
    def for_endpoint(cls, openai: bool) -> Rung:
        """Start at the top; OpenAI's own models want the newer name of the output cap."""
        return cls(cap="max_completion_tokens" if openai else "max_tokens")

    def mode(self, request: Request) -> str:
        """Name the rung as replies carry it."""
        return "prompted" if request.schema is None else MODES[self.step]

    def body(self, request: Request) -> dict[str, Any]:
        """Put the request into the words of the protocol."""
        made: dict[str, Any] = {
            "model": request.model,
            "messages": [{"role": m.role, "content": m.content} for m in request.messages],
            self.cap: request.sampling.max_tokens,
            "temperature": request.sampling.temperature,
            "seed": request.sampling.seed,
        }
        for name in self.without | {n for n, v in made.items() if v is None}:
            made.pop(name, None)
        if request.schema is not None and (form := self._format(request.schema, request.schema_name)):
            made["response_format"] = form
        return made

    def _format(self, schema: Mapping[str, Any], name: str) -> dict[str, Any] | None:
        mode = MODES[self.step]
        if mode == "prompted":
            return None
        if mode == "json_object":
            return {"type": "json_object"}
        described: dict[str, Any] = {"name": name, "schema": dict(schema)}
        if mode == "strict":
            described["strict"] = True
        return {"type": "json_schema", "json_schema": described}

    def mend(self, error: Exception, body: Mapping[str, Any]) -> Rung | None:
        """Give the rung without what a 400 or 422 names, or None where it names nothing of ours."""
        if getattr(error, "status_code", None) not in (400, 422, 501):
            return None
        said = _said(error)
        if _REFUSES_CAP.search(said) and self.cap in body:
            other = "max_completion_tokens" if self.cap == "max_tokens" else "max_tokens"
            if other in said and f"swapped {other}" not in self.without:
                return replace(
                    self, cap=other, without=self.without | {f"swapped {self.cap}", f"swapped {other}"}
                )
        for name in ("temperature", "seed"):
            if name in said.lower() and name in body:
                return replace(self, without=self.without | {name})
        if _REFUSES_FORMAT.search(said) and "response_format" in body:
            return replace(self, step=min(self.step + 1, len(MODES) - 1))
        return None


def _said(error: Exception) -> str:
    body = getattr(error, "body", None)
    return f"{error} {body if body is not None else ''}"
