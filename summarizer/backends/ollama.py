"""Ollama through its own chat interface, where a prompt that does not fit is refused.

Its OpenAI-compatible address takes no context length: with the usual 4,096 tokens a longer
article is cut in the middle and answered as if whole. The interface under /api/chat takes
`num_ctx`, and `truncate` and `shift` turned off make it say no instead. An address that
has no /api/chat (a gateway) is asked through the compatible one. Either way the tokens it
reports are held against what was sent, because older versions know neither switch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from summarizer.backends import chat, ladder, refusals, replies
from summarizer.errors import ContextOverflow
from summarizer.exchange import Gate, Reply, Request, no_gate
from summarizer.settings import Settings

OLLAMA_URL = "http://localhost:11434"

CONTEXT = 8192
"""Tokens asked for where the settings say nothing; Ollama lowers it to what the model was trained for."""

MOST_CHARACTERS_A_TOKEN = 6
"""News in English runs at 4.2 to 4.9 characters a token in the tokenizers met, German and French
at less; a prompt reported at more than 6 was not read whole."""


class OllamaBackend:
    """A model that Ollama serves; errors as of `ChatBackend`."""

    def __init__(self, settings: Settings, gate: Gate = no_gate) -> None:
        """Open Ollama at `settings.base_url`, or at its usual address on this machine.

        No key is sent: the one in the settings is another provider's.
        """
        self._settings = settings
        self._context = settings.context or CONTEXT
        root = address(settings.base_url)
        self._chat = self._client(root, chat.Dialect(self._body, _read, "/api/chat"))
        self._compatible = self._client(f"{root}/v1", chat.Dialect())
        self._chat.gate = self._compatible.gate = gate
        self._native = True

    def _client(self, url: str, dialect: chat.Dialect) -> chat.ChatBackend:
        limits = self._settings
        endpoint = chat.Endpoint(url, timeout=limits.timeout, deadline=limits.deadline)
        # it keeps to a schema by constrained decoding and ignores `strict`
        manner = ladder.Manner(mode="json_schema", cap="max_tokens")
        return chat.ChatBackend(
            limits.model_name,
            endpoint,
            scheme="ollama",
            context=self._context,
            manner=manner,
            dialect=dialect,
        )

    @property
    def scheme(self) -> str:
        """`ollama`."""
        return "ollama"

    @property
    def model(self) -> str:
        """The name Ollama knows the model by."""
        return self._chat.model

    @property
    def context(self) -> int:
        """Tokens Ollama is asked to make room for."""
        return self._context

    async def complete(self, request: Request) -> Reply:
        """Carry one request; ContextOverflow also when fewer tokens were read than can have been sent."""
        reply = await self._carry(request)
        check_whole(request, reply, f"ollama:{self.model}")
        return reply

    async def close(self) -> None:
        """Close the connections; safe to call twice."""
        await self._chat.close()
        await self._compatible.close()

    async def _carry(self, request: Request) -> Reply:
        if self._native:
            try:
                return await self._chat.complete(request)
            except refusals.NoSuchPath:
                self._native = False
        return await self._compatible.complete(request)

    def _body(self, request: Request, model: str, manner: ladder.Manner) -> dict[str, Any]:
        options = {
            "num_ctx": self._context,
            "num_predict": request.sampling.max_tokens,
            "temperature": request.sampling.temperature,
            "seed": request.sampling.seed,
        }
        made: dict[str, Any] = {
            "model": model,
            "messages": [{"role": m.role, "content": m.content} for m in request.messages],
            "stream": False,
            "truncate": False,
            "shift": False,
            "options": {name: value for name, value in options.items() if value is not None},
        }
        if request.schema is not None and manner.mode != "prompted":
            made["format"] = "json" if manner.mode == "json_object" else request.schema
        return made


def address(given: str | None) -> str:
    """Complete the address of Ollama as people write it: with or without scheme, port and /v1.

    >>> address("192.168.0.7"), address("https://box.example/v1/"), address("0.0.0.0:8000")
    ('http://192.168.0.7:11434', 'https://box.example', 'http://127.0.0.1:8000')
    """
    if not given:
        return OLLAMA_URL
    url = given if "://" in given else f"http://{given}"
    for ending in ("/", "/v1", "/api"):
        url = url.removesuffix(ending)
    # what a server listens on is no address to send to
    url = url.replace("://0.0.0.0", "://127.0.0.1")
    has_port = urlsplit(url).netloc.rpartition("@")[2].rpartition(":")[2].isdecimal()
    return url if has_port or "://" in given else f"{url}:11434"


def check_whole(request: Request, reply: Reply, who: str) -> None:
    """Raise ContextOverflow when the tokens reported cannot be all of the prompt.

    The estimate is a floor (characters by `MOST_CHARACTERS_A_TOKEN`), so a prompt that was
    read whole never fails; nothing reported, or 0, which stands for "was cached", proves nothing.
    """
    sent = sum(len(message.content) for message in request.messages)
    least = sent // MOST_CHARACTERS_A_TOKEN
    read = reply.usage.input_tokens
    if read and read < least:
        raise ContextOverflow(
            f"{who} read {read} tokens of a prompt that has at least {least}: it cut the article silently",
            hint="OLLAMA_CONTEXT_LENGTH=16384 ollama serve, or a shorter article",
            sent=least,
            read=read,
        )


def _read(text: str, asked: refusals.Address) -> Reply:
    return replies.read(text, asked, _as_completion)


def _as_completion(data: Mapping[str, Any]) -> Mapping[str, Any]:
    message = data.get("message")
    if not isinstance(message, dict):
        return data
    return {
        "model": data.get("model"),
        "choices": [
            {
                "finish_reason": data.get("done_reason"),
                "message": {**message, "reasoning": message.get("thinking")},
            }
        ],
        "usage": {
            "prompt_tokens": data.get("prompt_eval_count"),
            "completion_tokens": data.get("eval_count"),
        },
    }
