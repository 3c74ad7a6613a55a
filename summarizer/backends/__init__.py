"""Ways to reach a language model, one `scheme:rest` each, never guessed from a model's name.

`openai:` and `ollama:` talk to an endpoint, `llama:` runs a model file here, `replay:`
answers from recordings; with `settings.record`, whichever it is, its replies are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError, UsageError
from summarizer.exchange import Backend, Gate, Message, Request, Sampling, no_gate
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.backends import recordings


@dataclass(frozen=True, slots=True)
class Probe:
    """What `doctor` tells of a backend; `endpoint` is where text would be sent."""

    answers: bool
    detail: str
    endpoint: str
    supports: tuple[str, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()


def open_backend(settings: Settings, gate: Gate = no_gate) -> Backend:
    """Open what `settings.model` names; nothing is sent or loaded before the first request.

    `gate` stands before every request on the wire.

    Raises UsageError for a choice that cannot mean anything (no key and no address, no such
    file or folder) and BackendUnavailable where a package is missing.
    """
    backend = _open(settings, gate)
    if settings.record is None:
        return backend
    from summarizer.backends import recordings

    if settings.scheme == "replay":
        raise UsageError("--record has nothing to record from replay:", hint="leave one of the two out")
    return recordings.Recorder(backend, recordings.Store(settings.record, settings.api_key))


def preload(settings: Settings) -> None:
    """Load the packages that the first request needs, half a second, at a time when there is nothing else to do."""
    if settings.scheme in ("openai", "ollama"):
        import openai  # noqa: F401


async def probe(settings: Settings) -> Probe:
    """Ask the backend one short question and say what came of it; a failure is told, not raised.

    The question asks for a JSON object under a schema, so `supports` names the rung of the
    ladder that the endpoint really takes. It costs some thirty tokens.
    """
    endpoint = endpoint_of(settings)
    versions = tuple((name, found) for name in _PACKAGES if (found := _version(name)) is not None)
    if settings.scheme == "extractive":
        return Probe(True, "picks the article's own sentences", endpoint, (), versions)
    try:
        backend = open_backend(settings)
        try:
            answers, detail, supports = await _ask(backend)
        finally:
            await backend.close()
    except SummarizerError as error:
        return Probe(
            False, f"{error.message}{f'; try: {error.hint}' if error.hint else ''}", endpoint, (), versions
        )
    return Probe(answers, detail, endpoint, supports, versions)


def endpoint_of(settings: Settings) -> str:
    """Say where an article's text would go; passwords in an address are left out."""
    from summarizer.backends import chat, ollama, refusals

    if settings.scheme in ("openai", "ollama"):
        if settings.scheme == "ollama":
            return refusals.shown(ollama.address(settings.base_url))
        return refusals.shown(settings.base_url or chat.OPENAI_URL)
    return {
        "llama": "nowhere: the model runs in this process",
        "replay": "nowhere: replies are read from a folder",
    }.get(settings.scheme, "nowhere: no model is asked")


def _open(settings: Settings, gate: Gate) -> Backend:
    if settings.scheme == "openai":
        return _openai(settings, gate)
    if settings.scheme == "ollama":
        from summarizer.backends import ollama

        return ollama.OllamaBackend(settings, gate)
    if settings.scheme == "llama":
        from summarizer.backends import llama

        return llama.LlamaBackend(settings, gate)
    if settings.scheme == "replay":
        return _replay(settings)
    raise UsageError(f"{settings.model!r} asks no model", hint="--model openai:NAME")


def _openai(settings: Settings, gate: Gate) -> Backend:
    from summarizer.backends import chat, ladder

    key = (settings.api_key or "").strip() or None
    if key is None and settings.base_url is None:
        raise UsageError(
            f"{settings.model} needs a key and none is set",
            hint="set OPENAI_API_KEY or SUMMARIZER_API_KEY_FILE, or --base-url for a server that needs none, "
            "or --model extractive for no model at all",
        )
    endpoint = chat.Endpoint(
        settings.base_url or chat.OPENAI_URL, key, timeout=settings.timeout, deadline=settings.deadline
    )
    # OpenAI wants the new name of the cap; most compatible servers know only the old one, and some
    # ignore what they do not know, which would leave the reply without a cap
    manner = ladder.Manner(cap="max_completion_tokens" if settings.base_url is None else "max_tokens")
    opened = chat.ChatBackend(settings.model_name, endpoint, context=settings.context, manner=manner)
    opened.gate = gate
    return opened


def _replay(settings: Settings) -> recordings.Replay:
    from summarizer.backends import recordings

    folder, model = Path(settings.model_name).expanduser(), None
    if "#" in settings.model_name and not folder.is_dir():
        name, _, model = settings.model_name.rpartition("#")
        folder = Path(name).expanduser()
    return recordings.Replay(recordings.Store(folder), model, settings.context)


async def _ask(backend: Backend) -> tuple[bool, str, tuple[str, ...]]:
    if backend.scheme == "replay":
        return True, f"recorded replies of {backend.model}", ("recorded requests",)
    reply = await backend.complete(_question(backend.model))
    good = reply.finish in ("stop", "length")
    seconds = f"{backend.model} answered in {reply.seconds:.1f} s"
    return good, seconds if good else f"{seconds}: {reply.detail}", (reply.mode,) if good else ()


_PACKAGES = ("openai", "tenacity", "xllamacpp")


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
