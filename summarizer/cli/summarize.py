"""`summarizer summarize`: one article in, one note out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from summarizer.cli import console, deliver, options, output

if TYPE_CHECKING:
    from summarizer.note import Note

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


def summarize(
    source: options.Source,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    form: options.Form = None,
    target: options.Target = None,
    length: options.Length = None,
    verify: options.Verify = None,
    strict: options.Strict = False,
    attempts: options.Attempts = None,
    timeout: options.Timeout = None,
    deadline: options.Deadline = None,
    context: options.Context = None,
    language: options.Language = None,
    audience: options.Audience = None,
    style: options.Style = None,
    words: options.Words = None,
    record: options.Record = None,
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
    from summarizer import pipeline
    from summarizer.cli import progress, reading
    from summarizer.exchange import Event
    from summarizer.source import fetch

    printed = deliver.form(form, target)
    output.refuse_input(target, source)
    chosen = options.settle(
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
        words=words,
        record=record,
        verify=verify,
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
    if not quiet:
        options.tell_without_model(chosen)
    status = deliver.deliver(note, (article,), printed, target)
    if not quiet and (printed != "terminal" or target is not None):
        for warning in note.warnings:
            console.warn(warning)
    if any(window.fate == "interrupted" for window in note.provenance.windows):
        raise typer.Exit(console.INTERRUPTED)
    if strict and (failed := unsupported(note)):
        console.say(f"strict: {failed} not supported by the article")
        status = status or NOT_SUPPORTED
    raise typer.Exit(status)


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
