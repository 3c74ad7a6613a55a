"""What the tests of batches build on: inputs, jobs, and what was written."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.batch.job import Job, Keeping, Limits, Outcome
from summarizer.batch.run import run
from summarizer.settings import Settings
from tests import playing, wire


def archive(folder: Path, count: int) -> Path:
    """A file of JSON Lines with so many articles."""
    path = folder / "archive.jsonl"
    rows = [{"id": f"a{n}", "text": playing.article(n), "metadata": {"desk": n % 3}} for n in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def pages(folder: Path, count: int = 3) -> Path:
    """A folder of so many articles, `0.txt` and on."""
    place = folder / "pages"
    place.mkdir()
    for number in range(count):
        (place / f"{number}.txt").write_text(playing.article(number))
    return place


def settings(server: wire.Wire | None = None, **changes: Any) -> Settings:
    if server is None:
        return Settings(**changes)
    return Settings(**{"model": "openai:small", "base_url": server.url, "timeout": 20.0, **changes})


def job(folder: Path, inputs: Path | str, server: wire.Wire | None = None, **changes: Any) -> Job:
    """A job in this process, without others, so that a test does not wait for them to start."""
    limits = {"processes": 0, "concurrency": 8, "first_pause": 0.01, **changes.pop("limits", {})}
    made: dict[str, Any] = {
        "inputs": (str(inputs),),
        "output": folder / "notes.jsonl",
        "chosen": settings(server, **changes.pop("chosen", {})),
        "limits": Limits(**limits),
        "keeping": Keeping(folder / "replies"),
    }
    return Job(**{**made, **changes})


def done(asked: Job) -> Outcome:
    return asyncio.run(run(asked))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@contextlib.contextmanager
def spans_kept() -> Iterator[list[Any]]:
    """The spans that end meanwhile. A process has one provider for good, so each test adds to that one."""
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter, SpanExportResult

    made: list[Any] = []
    over: list[bool] = []

    class Into(SpanExporter):
        def export(self, spans: Any) -> SpanExportResult:
            made.extend(() if over else spans)
            return SpanExportResult.SUCCESS

    if not isinstance(trace.get_tracer_provider(), TracerProvider):
        trace.set_tracer_provider(TracerProvider())
    provider: Any = trace.get_tracer_provider()
    provider.add_span_processor(SimpleSpanProcessor(Into()))
    yield made
    over.append(True)
