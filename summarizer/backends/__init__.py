"""Ways to reach a model, each one method; chosen by scheme, never by a model's name."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from summarizer.errors import SummarizerError, UsageError
from summarizer.exchange import Backend, Message, Request, Sampling
from summarizer.settings import Settings

OPENAI_URL = "https://api.openai.com/v1"
OLLAMA_URL = "http://localhost:11434/v1"


@dataclass(frozen=True, slots=True)
class Probe:
    """What `doctor` tells of a backend; `endpoint` is where text would be sent."""

    answers: bool
    detail: str
    endpoint: str
    supports: tuple[str, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()


def open_backend(settings: Settings) -> Backend:
    """Open the backend that `settings.model` names, with a recorder around it where one is asked for.

    Raises UsageError for a model that needs no backend, BackendError for one that cannot
    be opened. Nothing is sent before the first `complete`.
    """
    backend = _open(settings)
    if settings.record is None:
        return backend
    from summarizer.backends import recordings

    return recordings.Recorder(backend, settings.record)


def _open(settings: Settings) -> Backend:
    scheme, name = settings.scheme, settings.model_name
    if scheme == "openai":
        from summarizer.backends import chat

        return chat.openai_backend(name, settings)
    if scheme == "ollama":
        from summarizer.backends import ollama

        return ollama.ollama_backend(name, settings)
    if scheme == "llama":
        from summarizer.backends import llama

        return llama.llama_backend(name, settings)
    if scheme == "replay":
        from summarizer.backends import recordings

        return recordings.Replay(name)
    raise UsageError(f"{settings.model!r} asks no model", hint="--model openai:NAME")


def endpoint_of(settings: Settings) -> str:
    """Say where an article's text would go."""
    return {
        "openai": settings.base_url or OPENAI_URL,
        "ollama": settings.base_url or OLLAMA_URL,
        "llama": "nowhere: the model runs in this process",
        "replay": "nowhere: replies are read from a folder",
    }.get(settings.scheme, "nowhere: no model is asked")


async def probe(settings: Settings) -> Probe:
    """Ask the backend for one word and say what came; never raises for a backend's failure."""
    endpoint = endpoint_of(settings)
    versions = tuple((name, found) for name in _PACKAGES if (found := _version(name)) is not None)
    if settings.scheme == "extractive":
        return Probe(
            True, "picks sentences; needs nothing", endpoint, ("summary", "claims", "positions"), versions
        )
    try:
        backend = open_backend(settings)
    except SummarizerError as error:
        return Probe(False, str(error), endpoint, (), versions)
    try:
        if settings.scheme == "replay":
            return Probe(True, f"recordings of {backend.model}", endpoint, ("recorded requests",), versions)
        reply = await backend.complete(_question(backend.model))
    except SummarizerError as error:
        return Probe(False, str(error), endpoint, (), versions)
    finally:
        await backend.close()
    detail = f"{backend.model} answered in {reply.seconds:.1f} s ({reply.finish})"
    return Probe(reply.finish in ("stop", "length"), detail, endpoint, (reply.mode,), versions)


_PACKAGES = ("openai", "pydantic", "tenacity", "xllamacpp", "sentencex", "rich", "typer")


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _question(model: str) -> Request:
    schema = {
        "type": "object",
        "properties": {"ok": {"type": "boolean"}},
        "required": ["ok"],
        "additionalProperties": False,
    }
    return Request(
        prompt="probe@1",
        model=model,
        messages=(Message("user", 'Answer with the JSON object {"ok": true} and nothing else.'),),
        sampling=Sampling(max_tokens=64),
        schema=schema,
        schema_name="probe",
    )
