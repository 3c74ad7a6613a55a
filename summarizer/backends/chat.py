"""Chat completions over the OpenAI protocol: one client for every endpoint that speaks it.

`create` is called with our own `response_format`, and the reply is looked at by us: the
parsing helpers of the package lose the token counts of a reply that does not parse.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarizer.backends import ladder, wire
from summarizer.errors import BackendRefused
from summarizer.exchange import Finish, Reply, Request, Usage
from summarizer.settings import Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI

# Local servers ask for no key, and the client insists on one.
NO_KEY = "none"

Sleep = Callable[[float], Awaitable[None]]


def openai_backend(name: str, settings: Settings) -> ChatBackend:
    """Open an OpenAI-compatible endpoint; BackendRefused when it is OpenAI's own and there is no key."""
    if settings.base_url is None and settings.api_key is None:
        raise BackendRefused(
            f"openai:{name} needs a key and none is set",
            hint="set OPENAI_API_KEY, or --base-url for a server that needs none, "
            "or --model extractive for no model at all",
        )
    return ChatBackend(
        "openai",
        name,
        base_url=settings.base_url,
        api_key=settings.api_key,
        timeout=settings.timeout,
        context=settings.context,
        rung=ladder.Rung.for_endpoint(settings.base_url is None),
    )


@dataclass
class ChatBackend:
    """An endpoint and what it has been found to refuse.

    `rung` remembers how far down the ladder this endpoint has sent us, so each refusal is
    met once. `sleep` is how a retry waits, None for the event loop's own.
    """

    scheme: str
    model: str
    base_url: str | None
    api_key: str | None
    timeout: float
    context: int | None
    rung: ladder.Rung
    attempts: int = 4
    extra_body: dict[str, Any] | None = None
    sleep: Sleep | None = None
    _client: AsyncOpenAI | None = field(default=None, repr=False)

    async def complete(self, request: Request) -> Reply:
        """Carry one request, going down the ladder on what the endpoint refuses."""
        started = time.monotonic()
        sent = 0
        while True:
            body = self.rung.body(request)
            try:
                completion, requests = await wire.carry(
                    lambda body=body: self._create(body), attempts=self.attempts, sleep=self.sleep
                )
            except Exception as error:
                sent += wire.requests_of(error)
                mended = self.rung.mend(error, body)
                if mended is None:
                    raise wire.explain(error, self._where(), self.api_key) from error
                self.rung = mended
                continue
            return _reply(completion, self.rung.mode(request), time.monotonic() - started, sent + requests)

    async def _create(self, body: dict[str, Any]) -> Any:  # noqa: ANN401
        # tenacity takes the package's decorated method for a plain function and would hand
        # back the coroutine as a success, so it is awaited here.
        return await self._open().chat.completions.create(**body, extra_body=self.extra_body)

    def _open(self) -> AsyncOpenAI:
        if self._client is None:
            from openai import AsyncOpenAI

            self._client = AsyncOpenAI(
                api_key=self.api_key or NO_KEY,
                base_url=self.base_url,
                timeout=self.timeout,
                max_retries=0,
            )
        return self._client

    def _where(self) -> str:
        return f"{self.scheme}:{self.model} at {self.base_url or 'api.openai.com'}"

    async def close(self) -> None:
        """Close the client's sockets; safe to call twice."""
        if self._client is not None:
            await self._client.close()
            self._client = None


def _reply(completion: Any, mode: str, seconds: float, requests: int) -> Reply:  # noqa: ANN401
    """Look at what came back: each way to end has its own finish and its own words."""

    def made(text: str, finish: Finish, detail: str = "") -> Reply:
        return Reply(
            text=text,
            finish=finish,
            usage=_usage(completion),
            model=str(getattr(completion, "model", "") or ""),
            seconds=seconds,
            requests=requests,
            mode=mode,
            detail=detail,
        )

    if isinstance(completion, str | bytes):
        head = str(completion)[:80].strip()
        kind = "an HTML page" if head.lower().startswith(("<!doctype", "<html")) else "no JSON"
        return made("", "unusable", f"the endpoint answered with {kind}: {head!r}")
    choices = getattr(completion, "choices", None)
    if not choices:
        error = (getattr(completion, "model_extra", None) or {}).get("error")
        detail = f"the endpoint answered with an error: {error}" if error else "the reply holds no choices"
        return made("", "unusable", detail[:300])
    choice = choices[0]
    text = getattr(choice.message, "content", None) or ""
    refusal = getattr(choice.message, "refusal", None)
    if refusal:
        return made(text, "refusal", f"the model refused: {refusal[:200]}")
    if choice.finish_reason == "content_filter":
        return made(text, "content_filter", "the endpoint's content filter stopped the reply")
    if choice.finish_reason == "length":
        return made(text, "length", "the reply ran into the output cap")
    if not text.strip():
        called = bool(getattr(choice.message, "tool_calls", None))
        return made(text, "empty", "the model called a tool" if called else "the reply is empty")
    return made(text, "stop")


def _usage(completion: Any) -> Usage:  # noqa: ANN401
    usage = getattr(completion, "usage", None)
    if usage is None:
        return Usage()
    return Usage(getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None))
