"""Ollama, with its silent cutting made loud."""

from __future__ import annotations

from summarizer.backends import chat, ladder
from summarizer.errors import ContextOverflow
from summarizer.exchange import Reply, Request
from summarizer.settings import Settings

OLLAMA_URL = "http://localhost:11434/v1"

MOST_CHARACTERS_A_TOKEN = 6
"""News in English runs at 4.2 to 4.9 characters a token in the tokenizers met, German and French
at less; a prompt reported at more than 6 was not read whole."""


class OllamaBackend:
    """A chat endpoint whose replies are held against the length of what was sent."""

    def __init__(self, settings: Settings) -> None:
        """Open Ollama at `settings.base_url`, or at its usual address on this machine."""
        endpoint = chat.Endpoint(
            settings.base_url or OLLAMA_URL,
            settings.api_key,
            timeout=settings.timeout,
            deadline=settings.deadline,
        )
        # it keeps to a schema by constrained decoding and ignores `strict`
        manner = ladder.Manner(mode="json_schema", cap="max_tokens")
        self._chat = chat.ChatBackend(
            settings.model_name, endpoint, scheme="ollama", context=settings.context, manner=manner
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
    def context(self) -> int | None:
        """As the settings have it; Ollama does not say."""
        return self._chat.context

    async def complete(self, request: Request) -> Reply:
        """Carry one request; ContextOverflow when fewer tokens were read than can have been sent."""
        reply = await self._chat.complete(request)
        check_whole(request, reply, f"ollama:{self.model}")
        return reply

    async def close(self) -> None:
        """Close the connections; safe to call twice."""
        await self._chat.close()


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
