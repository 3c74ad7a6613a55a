"""`summarizer check`: whether the article says so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import console, options, output, reading
from summarizer.cli.summarize import NOT_SUPPORTED
from summarizer.errors import SourceError

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.note import Note
    from summarizer.render.report import Row

HELP = """Say line by line whether an article bears out a summary, and with which sentences.

SUMMARY is the text itself, a file, a note that summarizer printed as JSON, or - for standard
input. The verdict is supported, doubtful or unsupported; the score runs from 0 to 1."""

EXAMPLES = options.examples(
    'summarizer check "The council voted against it." --against page.txt',
    "summarizer check summary.txt --against page.txt --strict",
    "summarizer check note.json --against page.txt --format markdown",
)

_FORMS = ("text", "markdown", "json")


def check(
    summary: Annotated[str, typer.Argument(metavar="SUMMARY", help="A text, a file of lines, or a note.")],
    against: Annotated[
        str,
        typer.Option(
            metavar="FILE", help="The article: a file or an http(s):// address.", show_default=False
        ),
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="text|markdown|json", help="How to print.")
    ] = "text",
    verify: options.Verify = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with status 6 if a line is unsupported.")
    ] = False,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    save_source: options.SaveSource = None,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    output.one_of(form, _FORMS, "--format")
    claimed = _given(summary)
    article = reading.read(against, access=options.access(allow_private, ignore_robots, save_source))
    from summarizer.render import data, report

    rows = list(_rows(claimed, article))
    if verify is not None:
        rows = _verified(rows, verify)
    if form == "json":
        console.result(data.text(report.data(rows), ascii_only=not console.holds_unicode(sys.stdout)))
    elif form == "markdown":
        console.result(report.markdown(rows))
    else:
        console.result(report.text(rows, colour=console.colour(sys.stdout)))
    failed = sum(row.found.verdict == "unsupported" for row in rows)
    if len(rows) > 1 or failed:
        console.say(report.counts(rows))
    if strict and failed:
        raise typer.Exit(NOT_SUPPORTED)


def _given(summary: str) -> str:
    """Read a file or standard input; what is no file is the summary itself."""
    try:
        filed = summary == "-" or Path(summary).is_file()
    except (OSError, ValueError):
        filed = False
    if filed:
        if summary == "-" and sys.stdin is not None and console.is_terminal(sys.stdin):
            console.say("reading standard input; paste the summary and end with Ctrl-D")
        return _loaded(summary)
    if not summary.strip():
        raise SourceError("nothing is claimed", hint='summarizer check "The council met." --against FILE')
    return summary


def _loaded(name: str) -> str:
    """Read a note as it is, and anything else as an article would be read."""
    import io

    from summarizer import source

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError:
        data = b""
    if data.lstrip()[:1] == b"{" and _note(text := data.decode("utf-8", "replace")) is not None:
        return text
    return source.load(name, stdin=io.BytesIO(data) if name == "-" else None).raw


def _rows(given: str, article: Article) -> Iterator[Row]:
    """Check every item of a note, or every sentence of every line of a text."""
    from summarizer import ground, segment, support
    from summarizer.article import Span
    from summarizer.render.report import Row

    index = support.index_of(article)

    def stated(text: str) -> support.Checked:
        return ground.telling(text, support.check(text, article), index)

    made = _note(given)
    if made is not None:
        for said in made.summary:
            yield Row(said.text, stated(said.text), kind="summary")
        for claim in made.claims:
            named = claim.speaker is not None
            found = support.check(claim.text, article, reported=True) if named else stated(claim.text)
            yield Row(claim.text, found, claim.speaker, "claim")
        for position in made.positions:
            found = support.check(position.text, article, reported=True)
            yield Row(position.text, found, position.holder, "position")
        return
    at = 0
    for printed in given.splitlines(keepends=True):
        if (line := printed.strip()) and any(map(str.isalnum, line)):
            start = at + printed.index(line)
            span = Span(start, start + len(line))
            for sentence in segment.split(given, (span,)):
                text = given[sentence.start : sentence.end]
                yield Row(text, stated(text))
        at += len(printed)


def _note(given: str) -> Note | None:
    """Read a note that was printed as JSON; None where it is none."""
    if not given.lstrip().startswith("{"):
        return None
    from pydantic import ValidationError

    from summarizer.note import Note

    try:
        return Note.model_validate_json(given)
    except ValidationError:
        return None


def _verified(rows: list[Row], model: str) -> list[Row]:
    import asyncio

    from summarizer import pipeline

    chosen = pipeline.configure("extractive", verify=model)
    listed = [(f"{row.speaker}: {row.text}" if row.speaker else row.text, row.found) for row in rows]
    found, problems = asyncio.run(pipeline.averify(listed, chosen))
    for problem in problems:
        console.warn(problem)
    return [replace(row, found=weighed) for row, weighed in zip(rows, found, strict=True)]
