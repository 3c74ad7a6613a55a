"""Options that several commands share, each worded once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import console
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.clean.wishes import Wishes
    from summarizer.settings import Settings
    from summarizer.source.fetch import Access

Source = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help="A file, an http(s):// address, or - for standard input.", show_default=False
    ),
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say what is being done, and what lies beneath an error.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with status 6 if something is not supported by the article.")
]
Verify = Annotated[
    str | None,
    typer.Option(
        metavar="SCHEME:NAME",
        help="A second model, whose doubts count as one more signal.",
        show_default=False,
    ),
]
Keep = Annotated[
    list[str] | None,
    typer.Option("--keep", metavar="PATTERN", help="Keep lines in which PATTERN is found; may be repeated."),
]
Cut = Annotated[
    list[str] | None,
    typer.Option("--cut", metavar="PATTERN", help="Cut lines in which PATTERN is found; may be repeated."),
]
Favor = Annotated[
    str | None,
    typer.Option(metavar="precision|recall", help="In doubt about a line: cut it, or keep it."),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="SCHEME:NAME",
        help="openai:NAME, ollama:NAME, llama:PATH.gguf, replay:DIR, or extractive (no model).",
    ),
]
BaseUrl = Annotated[
    str | None, typer.Option(metavar="URL", help="An OpenAI-compatible endpoint for openai:NAME.")
]
Length = Annotated[
    str | None, typer.Option(metavar="short|medium|long", help="How much to show; by default medium.")
]
Attempts = Annotated[
    int | None, typer.Option(metavar="N", help="Ask the model at most N times; by default 2.")
]
Timeout = Annotated[
    float | None, typer.Option(metavar="SECONDS", help="Wait for one answer; by default 300.")
]
Deadline = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", help="Wait for all answers about an article; by default 1800."),
]
Context = Annotated[
    int | None, typer.Option(metavar="TOKENS", help="What the model can read, if it does not say.")
]
Language = Annotated[
    str | None,
    typer.Option(metavar="LANGUAGE", help="Word the note in it (fr, French); the evidence stays."),
]
Audience = Annotated[
    str | None,
    typer.Option("--for", metavar="READER", help='Who will read the note: --for "a minister".'),
]
Words = Annotated[
    str | None,
    typer.Option(
        metavar="model|article",
        help="Whose words claims and positions are in: with article the model only says which, for half the tokens.",
    ),
]
Style = Annotated[
    Path | None, typer.Option(metavar="FILE", help="House style: TOML that is checked, or plain text.")
]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="terminal|markdown|json|html|docx",
        help="How to print; by default terminal on a terminal, markdown in a pipe.",
    ),
]
Target = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE (.md, .html, .docx, .json, .txt)."),
]
Record = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Keep the model's replies in DIR, for replay:DIR.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private addresses and from this machine too.")
]
IgnoreRobots = Annotated[bool, typer.Option("--ignore-robots", help="Fetch what robots.txt closes.")]
SaveSource = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Keep what was fetched in a new FILE, byte by byte.")
]


def access(allow_private: bool, ignore_robots: bool, save_source: Path | None) -> Access:
    """Put the options about fetching together."""
    from summarizer.source.fetch import Access

    return Access(allow_private=allow_private, ignore_robots=ignore_robots, save=save_source)


def wishes(keep: Sequence[str] | None, cut: Sequence[str] | None, favor: str | None) -> Wishes | None:
    """Put the options about cleaning together; None where nothing is asked. Raises UsageError for a bad pattern."""
    if not (keep or cut or favor):
        return None
    from summarizer.clean import wishes

    return wishes.wishes(keep or (), cut or (), favor)


def settle(model: str | None, **flags: Any) -> Settings:  # noqa: ANN401
    """Settle the choices of a run; UsageError for an address that no model is named for."""
    from summarizer import pipeline

    chosen = pipeline.configure(model, **flags)
    if flags["base_url"] and chosen.scheme == "extractive":
        raise UsageError("--base-url names an endpoint, and no model is named", hint="--model openai:NAME")
    return chosen


def tell_without_model(chosen: Settings) -> None:
    """Say that nobody has named a model, where nobody has."""
    from summarizer import settings

    if chosen.model_origin == settings.Settings().model_origin:
        console.say(f"no model is configured, so these are the article's own words; {settings.SUGGESTION}")


def examples(*commands: str) -> str:
    """Lay out example commands for the end of a help page, one a line and never re-wrapped."""
    return "\n".join(("\b", "Examples:", *(f"  {command}" for command in commands)))
