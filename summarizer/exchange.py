"""What is said to a language model and what comes back, whoever carries it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Finish = Literal["stop", "length", "content_filter", "refusal", "empty", "unusable"]
"""How a reply ended: `length` ran into the output cap; `unusable` was no model's reply
at all (an HTML page, a body without choices)."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the model picks its words; `max_tokens` is always set, so nothing runs away."""

    max_tokens: int
    temperature: float = 0.0
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that can change the answer, and nothing that cannot.

    `prompt` is "id@version". `schema` is a JSON Schema for the reply, or None where
    free text is wanted; it must already keep the strict rules (every property
    required, no additional ones).
    """

    prompt: str
    model: str
    messages: tuple[Message, ...]
    sampling: Sampling
    schema: Mapping[str, Any] | None = None
    schema_name: str = "reply"

    def canonical(self) -> dict[str, Any]:
        """The request as plain JSON data, the same for equal requests on every machine."""
        return {
            "prompt": self.prompt,
            "model": self.model,
            "messages": [{"role": m.role, "content": m.content} for m in self.messages],
            "schema": self.schema,
            "sampling": {
                "max_tokens": self.sampling.max_tokens,
                "temperature": self.sampling.temperature,
                "seed": self.sampling.seed,
            },
        }

    def key(self) -> str:
        """SHA-256 of the canonical request: the name of its recording."""
        text = json.dumps(self.canonical(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the endpoint reports them; None where it reports nothing."""

    input_tokens: int | None = None
    output_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, as it came.

    `text` is the bytes of the message decoded and otherwise untouched. `requests`
    counts wire requests, retries included. `mode` names the rung of the ladder that
    answered (strict, json_schema, json_object, prompted).
    """

    text: str
    finish: Finish
    usage: Usage = field(default=Usage())
    model: str = ""
    seconds: float = 0.0
    requests: int = 1
    mode: str = "prompted"
    detail: str = ""


class Backend(Protocol):
    """One way to reach a model. Only `complete` is asynchronous in the whole program."""

    @property
    def scheme(self) -> str:
        """`openai`, `ollama`, `llama`, `replay`."""
        ...

    @property
    def model(self) -> str:
        """The model's name as requests and recordings carry it."""
        ...

    @property
    def context(self) -> int | None:
        """Tokens that fit, prompt and reply together; None when not known."""
        ...

    async def complete(self, request: Request) -> Reply:
        """Carry one request.

        A reply that ended badly (cut, refused, empty) is a `Reply` with that finish,
        tokens counted; errors are for what is not a reply: `BackendUnavailable`,
        `BackendRefused`, `ContextOverflow`.
        """
        ...

    async def close(self) -> None:
        """Let go of sockets, servers and memory; safe to call twice."""
        ...


class Around:
    """A backend that passes everything on to another one; the base of those that add something to `complete`."""

    def __init__(self, inner: Backend) -> None:
        self._inner = inner

    @property
    def scheme(self) -> str:
        """The inner backend's."""
        return self._inner.scheme

    @property
    def model(self) -> str:
        """The inner backend's."""
        return self._inner.model

    @property
    def context(self) -> int | None:
        """The inner backend's."""
        return self._inner.context

    async def complete(self, request: Request) -> Reply:
        """Pass the request on."""
        return await self._inner.complete(request)

    async def close(self) -> None:
        """Close the inner backend."""
        await self._inner.close()


Send = Callable[[], Awaitable[str]]
"""One request on the wire; gives the body of the answer."""

Gate = Callable[[Request, Send], Awaitable[str]]
"""Stands before every request on the wire, repeated ones too: it may let it wait, or raise instead."""


async def no_gate(request: Request, send: Send) -> str:
    """Let every request pass: the gate of a single run."""
    return await send()


@dataclass(frozen=True, slots=True)
class Event:
    """Something a person waiting may want to know; the core reports and never prints."""

    stage: str
    detail: str = ""


Report = Callable[[Event], None]
"""Where events go; the default goes nowhere."""


def silent(event: Event) -> None:
    """Drop the event: the default listener of the library."""
