"""Ollama through its OpenAI-compatible address, with its silent cutting made loud.

Ollama cuts a prompt that is longer than its context and answers from what is left; the
compatible address has no way to ask for more. The tokens it reports give it away.
"""

from __future__ import annotations

from summarizer.backends import OLLAMA_URL, chat, ladder
from summarizer.errors import ContextOverflow
from summarizer.exchange import Reply, Request
from summarizer.settings import Settings

# English runs at some 4.3 characters a token and no tokenizer met so far above 6, so a prompt
# reported at less than a token for 8 characters has been cut.
_MOST_CHARACTERS_A_TOKEN = 8


def ollama_backend(name: str, settings: Settings) -> OllamaBackend:
    """Open Ollama at `settings.base_url`, or at its usual address on this machine."""
    inner = chat.ChatBackend(
        "ollama",
        name,
        base_url=settings.base_url or OLLAMA_URL,
        api_key=settings.api_key,
        timeout=settings.timeout,
        context=settings.context,
        rung=ladder.Rung(step=1),
    )
    return OllamaBackend(inner)


class OllamaBackend:
    """A chat endpoint whose replies are held against the length of what was sent."""

    def __init__(self, inner: chat.ChatBackend) -> None:
        self.inner = inner

    @property
    def scheme(self) -> str:
        """Always "ollama"."""
        return self.inner.scheme

    @property
    def model(self) -> str:
        """The name Ollama knows the model by."""
        return self.inner.model

    @property
    def context(self) -> int | None:
        """As set by the user; Ollama does not say."""
        return self.inner.context

    async def complete(self, request: Request) -> Reply:
        """Carry one request; ContextOverflow when fewer tokens were read than were sent."""
        reply = await self.inner.complete(request)
        sent = sum(len(message.content) for message in request.messages)
        read = reply.usage.input_tokens
        # 0 is what it reports for a prompt it had in its cache
        if read and read * _MOST_CHARACTERS_A_TOKEN < sent:
            raise ContextOverflow(
                f"ollama:{self.model} read {read} tokens of a prompt of {sent} characters: it cut the article",
                hint="start it with OLLAMA_CONTEXT_LENGTH=16384 ollama serve, or use --model extractive",
                sent=sent // 4,
                read=read,
            )
        return reply

    async def close(self) -> None:
        """Close the sockets."""
        await self.inner.close()
