"""OpenTelemetry spans with the names of its conventions for generative models; nothing where it is missing.

Where the spans go is the user's to set up (`opentelemetry-instrument summarizer batch …`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarizer.exchange import Around, Backend, Reply, Request
from summarizer.version import version

if TYPE_CHECKING:
    from summarizer.batch.gate import Tally

Ended = Callable[["Tally", BaseException | None], None]

_PROVIDERS = {"openai": "openai", "ollama": "ollama", "llama": "llama.cpp", "replay": "replay"}


@contextmanager
def article(id_: str) -> Iterator[Ended]:
    """One span an article; what is yielded takes its cost and its failure."""
    tracer = _tracer()
    if tracer is None:
        yield lambda tally, error: None
        return
    with tracer.start_as_current_span(
        "summarizer.article", attributes={"summarizer.article.id": id_}
    ) as span:

        def ended(tally: Tally, error: BaseException | None) -> None:
            span.set_attribute("summarizer.requests", tally.requests)
            span.set_attribute("gen_ai.usage.input_tokens", tally.input_tokens)
            span.set_attribute("gen_ai.usage.output_tokens", tally.output_tokens)
            if tally.cost is not None:
                span.set_attribute("summarizer.cost", tally.cost)
            if error is not None:
                _failed(span, error)

        yield ended


def traced(backend: Backend) -> Backend:
    """Wrap a backend so that each of its conversations is a span, where OpenTelemetry is installed."""
    tracer = _tracer()
    return backend if tracer is None else Traced(backend, tracer)


class Traced(Around):
    """Any backend, each request to it in a span `chat MODEL`."""

    def __init__(self, inner: Backend, tracer: Any) -> None:  # noqa: ANN401
        super().__init__(inner)
        self._tracer = tracer

    async def complete(self, request: Request) -> Reply:
        """Ask the inner backend; no text of the article or the reply gets into the span."""
        from opentelemetry.trace import SpanKind

        asked = {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": _PROVIDERS.get(self.scheme, self.scheme),
            "gen_ai.request.model": self.model,
            "gen_ai.request.max_tokens": request.sampling.max_tokens,
            "gen_ai.request.temperature": request.sampling.temperature,
            "gen_ai.output.type": "json" if request.schema is not None else "text",
            "summarizer.prompt": request.prompt,
        }
        with self._tracer.start_as_current_span(
            f"chat {self.model}", kind=SpanKind.CLIENT, attributes=asked
        ) as span:
            try:
                reply = await self._inner.complete(request)
            except Exception as error:
                _failed(span, error)
                raise
            span.set_attribute("gen_ai.response.finish_reasons", [reply.finish])
            if reply.model:
                span.set_attribute("gen_ai.response.model", reply.model)
            for name, count in (
                ("input", reply.usage.input_tokens),
                ("output", reply.usage.output_tokens),
            ):
                if count is not None:
                    span.set_attribute(f"gen_ai.usage.{name}_tokens", count)
            return reply


def _failed(span: Any, error: BaseException) -> None:  # noqa: ANN401
    from opentelemetry.trace import Status, StatusCode

    span.set_attribute("error.type", type(error).__name__)
    span.set_status(Status(StatusCode.ERROR, str(error)))


@lru_cache(maxsize=1)
def _tracer() -> Any:  # noqa: ANN401
    try:
        from opentelemetry import trace
    except ImportError:
        return None
    return trace.get_tracer("summarizer", version())
