"""`summarizer summarize`: one article in, one note out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer import files
from summarizer.cli import console, options, output
from summarizer.errors import OutputError, UsageError

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.note import Note
    from summarizer.settings import Settings

NOT_SUPPORTED = 6
"""Exit status under `--strict`."""

HELP = """Make a note of an article: summary, key claims, positions, each with its evidence.

Without a model the note is made of the article's own sentences. With --strict the
exit status is 6 if an item is doubtful or was set aside because the article does not bear it out."""

EXAMPLES = options.examples(
    "summarizer summarize page.txt",
    "summarizer summarize page.txt -o note.md",
    "summarizer summarize page.txt -o note.html",
    "summarizer summarize https://news.example/page --save-source page.html",
    "summarizer summarize page.txt --model ollama:qwen3:4b --format json",
    "summarizer summarize page.txt --model openai:NAME --base-url http://localhost:8080/v1",
    "pbpaste | summarizer summarize - --length short",
)

_MODEL = "Where models are reached"


def summarize(
    source: options.Source,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="SCHEME:NAME",
            help="openai:NAME, ollama:NAME, llama:PATH.gguf, replay:DIR, or extractive (no model).",
        ),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="An OpenAI-compatible endpoint for openai:NAME.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="terminal|markdown|json|html|docx",
            help="How to print; by default terminal on a terminal, markdown in a pipe.",
        ),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to FILE (.md, .html, .docx, .json, .txt)."
        ),
    ] = None,
    length: Annotated[
        str | None, typer.Option(metavar="short|medium|long", help="How much to show; by default medium.")
    ] = None,
    strict: options.Strict = False,
    attempts: Annotated[
        int | None, typer.Option(metavar="N", help="Ask the model at most N times; by default 2.")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Wait for one answer; by default 300.")
    ] = None,
    deadline: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Wait for all answers; by default 1800.")
    ] = None,
    context: Annotated[
        int | None, typer.Option(metavar="TOKENS", help="What the model can read, if it does not say.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="LANGUAGE", help="Word the note in it (fr, French); the evidence stays."),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option("--for", metavar="READER", help='Who will read the note: --for "a minister".'),
    ] = None,
    style: Annotated[
        Path | None, typer.Option(metavar="FILE", help="House style: TOML that is checked, or plain text.")
    ] = None,
    record: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep the model's replies in DIR, for replay:DIR.")
    ] = None,
    keep: options.Keep = None,
    cut: options.Cut = None,
    favor: options.Favor = None,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    save_source: options.SaveSource = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    from summarizer import pipeline, settings
    from summarizer.cli import progress, reading
    from summarizer.exchange import Event
    from summarizer.source import fetch

    printed = output.form(form, target, console.is_terminal(sys.stdout))
    if printed == "docx":
        _need_word()
    output.refuse_input(target, source)
    chosen = _settle(
        model,
        base_url=base_url,
        length=length,
        attempts=attempts,
        timeout=timeout,
        deadline=deadline,
        context=context,
        language=language,
        audience=audience,
        style=style,
        record=record,
    )
    with progress.Watch(quiet=quiet, verbose=verbose) as watch:
        watch.report(Event("read", "standard input" if source == "-" else fetch.shown(source)))
        article = reading.read(
            source,
            keep=keep or (),
            cut=cut or (),
            favor=favor,
            access=options.access(allow_private, ignore_robots, save_source),
        )
        note = pipeline.summarize(article, settings=chosen, report=watch.report)
    if chosen.model_origin == settings.Settings().model_origin and not quiet:
        console.say(f"no model is configured, so these are the article's own words; {settings.SUGGESTION}")
    status = _deliver(note, article, printed, target)
    if not quiet and (printed != "terminal" or target is not None):
        for warning in note.warnings:
            console.warn(warning)
    if any(window.fate == "interrupted" for window in note.provenance.windows):
        raise typer.Exit(console.INTERRUPTED)
    if strict and (failed := unsupported(note)):
        console.say(f"strict: {failed} not supported by the article")
        status = status or NOT_SUPPORTED
    raise typer.Exit(status)


def _settle(model: str | None, **flags: Any) -> Settings:  # noqa: ANN401
    from summarizer import pipeline

    chosen = pipeline.configure(model, **flags)
    if flags["base_url"] and chosen.scheme == "extractive":
        raise UsageError("--base-url names an endpoint, and no model is named", hint="--model openai:NAME")
    return chosen


def _need_word() -> None:
    """Fail before the model is asked, not after."""
    from summarizer.render import word

    word.require()


def _deliver(note: Note, article: Article, form: str, target: Path | None) -> int:
    """Print or write the note; what cannot be written is printed, so that it is never lost."""
    if target is None or str(target) == "-":
        console.result(_printed(note, article, form, to_file=False))
        return 0
    try:
        made = _printed(note, article, form, to_file=True)
        files.write(target, made if isinstance(made, bytes) else made.encode("utf-8", "replace"))
    except OutputError as error:
        console.expected(OutputError(f"{error.message}; the note is printed instead", hint=error.hint), False)
        if form in ("html", "docx"):
            form = output.form(None, None, console.is_terminal(sys.stdout))
        console.result(_printed(note, article, form, to_file=False))
        return error.exit_code
    return 0


def _printed(note: Note, article: Article, form: str, *, to_file: bool) -> str | bytes:
    from summarizer import render

    if form == "docx":
        return render.docx(note)
    if form == "html":
        # the page names its encoding, so it is bytes whatever the terminal's is
        return render.html(note, article).encode("utf-8", "replace")
    if form == "json":
        return render.json(note, ascii_only=not to_file and not console.holds_unicode(sys.stdout))
    if form == "markdown":
        return render.markdown(note)
    if to_file:
        return render.terminal(note, 80, colour=False)
    return render.terminal(note, console.width(), console.colour(sys.stdout))


def unsupported(note: Note) -> str:
    """Count what the article does not bear out, in words; empty when all is well.

    An item set aside because it repeats another one is not counted.
    """
    from summarizer.render import of_note

    supports = [item.support for items in (note.summary, note.claims, note.positions) for item in items]
    doubtful = sum(support.verdict != "supported" for support in supports)
    aside = sum(item.reason != of_note.REPEATED for item in note.set_aside)
    unread = sum(window.fate != "read" for window in note.provenance.windows)
    parts = [
        f"{doubtful} shown as doubtful" if doubtful else "",
        f"{aside} set aside" if aside else "",
        f"{unread} windows the model did not read" if unread else "",
    ]
    return ", ".join(part for part in parts if part)
