"""`summarizer doctor`: what would happen to a text, before one is given."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from summarizer.cli import console, options, output

if TYPE_CHECKING:
    from summarizer.settings import Settings

HELP = """Say which model would be used and why, whether it answers, and where text would be sent.

Keys are never printed. The exit status is 4 if the model cannot be used."""

EXAMPLES = options.examples(
    "summarizer doctor",
    "summarizer doctor --model ollama:qwen3:4b",
    "summarizer doctor --format json",
)

_CANNOT = 4
# A server that has to load a model first answers late; one that runs in this program later still.
_SECONDS = {"llama": 120.0}
_SECONDS_ELSE = 20.0
_PACKAGES = ("summarizer", "openai", "tenacity", "xllamacpp", "pydantic", "sentencex", "rich", "typer")
_VARIABLES = (
    "SUMMARIZER_MODEL",
    "SUMMARIZER_API_KEY_FILE",
    "SUMMARIZER_KEYRING",
    "OPENAI_BASE_URL",
    "OPENAI_API_KEY",
    "OLLAMA_HOST",
)
_SECRET = frozenset({"OPENAI_API_KEY"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out, as printed; `usable` decides the exit status."""

    usable: bool
    rows: tuple[tuple[str, str], ...]


def doctor(
    model: Annotated[
        str | None, typer.Option(metavar="SCHEME:NAME", help="Ask about this model instead.")
    ] = None,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="The endpoint of openai:NAME.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="How to print.")] = "text",
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    output.one_of(form, ("text", "json"), "--format")
    from summarizer import pipeline
    from summarizer.render import data, plain

    found = examine(pipeline.configure(model, base_url=base_url))
    rows = {label: plain.printable(value) for label, value in found.rows}
    if form == "json":
        console.result(data.text(rows))
    else:
        widest = max(map(len, rows))
        console.result("".join(f"{label:<{widest}}  {value}\n" for label, value in rows.items()))
    if not found.usable:
        raise typer.Exit(_CANNOT)


def examine(chosen: Settings) -> Finding:
    """Ask the backend, if there is one, and lay out the answer; waits some seconds at most."""
    rows = [("Model", chosen.model), ("Chosen because", _origin(chosen))]
    usable = True
    if chosen.scheme != "extractive":
        usable, more = _probe(chosen)
        rows += more
    else:
        rows += [
            ("Usable", "yes: it picks the article's own sentences"),
            ("Text is sent to", "nowhere: no model"),
        ]
    if chosen.key_origin is not None:
        rows.append(("Key", f"from {chosen.key_origin} (not shown)"))
    rows += [
        ("Stored", storing(chosen)),
        ("Configuration", _configuration(chosen)),
        ("Environment", _environment()),
        ("Limits", _limits(chosen)),
        ("Versions", _versions()),
        ("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"),
    ]
    return Finding(usable, tuple(rows))


def _origin(chosen: Settings) -> str:
    if chosen.model_origin == "--model":
        return "--model names it"
    if chosen.model_origin == "SUMMARIZER_MODEL":
        return "the environment variable SUMMARIZER_MODEL names it"
    return chosen.model_origin


def _probe(chosen: Settings) -> tuple[bool, list[tuple[str, str]]]:
    import asyncio

    from summarizer import backends
    from summarizer.errors import SummarizerError

    seconds = _SECONDS.get(chosen.scheme, _SECONDS_ELSE)
    try:
        probe = asyncio.run(asyncio.wait_for(backends.probe(chosen), seconds))
    except (asyncio.TimeoutError, TimeoutError):
        return False, [
            ("Usable", f"no: no answer within {seconds:g} s"),
            ("Text is sent to", destination(chosen, chosen.base_url)),
        ]
    except SummarizerError as error:
        hint = f"; try: {error.hint}" if error.hint else ""
        return False, [
            ("Usable", f"no: {error.message}{hint}"),
            ("Text is sent to", destination(chosen, chosen.base_url)),
        ]
    rows = [
        ("Usable", f"{'yes' if probe.answers else 'no'}{': ' if probe.detail else ''}{probe.detail}"),
        ("Supports", ", ".join(probe.supports) or "not known"),
        ("Text is sent to", destination(chosen, probe.endpoint or chosen.base_url)),
    ]
    if more := [f"{name} {version}" for name, version in probe.versions if name not in _PACKAGES]:
        rows.append(("Backend", ", ".join(more)))
    return probe.answers, rows


def destination(chosen: Settings, endpoint: str | None) -> str:
    """Say where an article would go; a name and password in an address are left out."""
    if chosen.scheme == "llama":
        return "nowhere: the model runs on this machine, in this program"
    if chosen.scheme == "replay":
        return f"nowhere: replies are read from {chosen.model_name}"
    try:
        parts = urlsplit(endpoint or "")
        host, port = parts.hostname, parts.port
    except ValueError:
        return "not known: the address cannot be read"
    if not host:
        return "the provider's own address" if not endpoint else "not known: the address cannot be read"
    where = f"{host}:{port}" if port else host
    return f"{where} (this machine)" if host in ("localhost", "127.0.0.1", "::1") else where


def storing(chosen: Settings) -> str:
    """Say what a run leaves on this machine besides what it was asked to write."""
    from summarizer.cli import purge

    asked = f"every reply in {chosen.record}, for it is set to record" if chosen.record else "nothing"
    folder = purge.home()
    left = purge.found(folder)
    return f"{asked}; {purge.counted(left)} in {folder}" if left else asked


def _configuration(chosen: Settings) -> str:
    import platformdirs

    if chosen.config_path is not None:
        return str(chosen.config_path)
    return f"{Path(platformdirs.user_config_dir('summarizer')) / 'config.toml'} (not there)"


def _environment() -> str:
    shown = [
        name if name in _SECRET else f"{name}={_address(os.environ[name])}"
        for name in _VARIABLES
        if os.environ.get(name)
    ]
    told = [f"{item} set (not shown)" if item in _SECRET else item for item in shown]
    return ", ".join(told) or "nothing set"


def _address(value: str) -> str:
    """Leave out what stands before the @ of an address, and its query: both can hold a secret."""
    if "://" not in value:
        return value
    scheme, _, rest = value.partition("://")
    host = rest.partition("?")[0]
    return f"{scheme}://{host.rpartition('@')[2]}"


def _limits(chosen: Settings) -> str:
    context = f", context {chosen.context:,} tokens" if chosen.context else ""
    return (
        f"{chosen.attempts} attempts, {chosen.timeout:g} s an answer, {chosen.deadline:g} s in all{context}"
    )


def _versions() -> str:
    from importlib import metadata

    made = []
    for name in _PACKAGES:
        try:
            made.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            made.append(f"{name} not installed")
    return ", ".join(made)
