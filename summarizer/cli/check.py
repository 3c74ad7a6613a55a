"""`summarizer check`: whether the article says so."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import console, options, output, reading
from summarizer.cli.summarize import NOT_SUPPORTED
from summarizer.errors import SourceError

if TYPE_CHECKING:
    from summarizer.support import Checked

HELP = """Say whether an article bears out a claim, and with which sentences.

CLAIM is the claim itself, or a file with one claim a line, or - for standard input.
The verdict is supported, doubtful or unsupported; the score runs from 0 to 1."""

EXAMPLES = options.examples(
    'summarizer check "The council voted against it." --against page.txt',
    "summarizer check summary.txt --against page.txt --strict",
)


def check(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim, or a file of claims.")],
    against: Annotated[
        str,
        typer.Option(
            metavar="FILE", help="The article: a file or an http(s):// address.", show_default=False
        ),
    ],
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="How to print.")] = "text",
    strict: options.Strict = False,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    save_source: options.SaveSource = None,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    output.one_of(form, ("text", "json"), "--format")
    from summarizer import pipeline

    claims = _claims(claim)
    article = reading.read(against, access=options.access(allow_private, ignore_robots, save_source))
    checked = [(text, pipeline.check(text, article)) for text in claims]
    if form == "json":
        from summarizer.render import data

        made = [_data(text, found) for text, found in checked]
        console.result(data.text(made, ascii_only=not console.holds_unicode(sys.stdout)))
    else:
        console.result("".join(_lines(text, found) for text, found in checked))
    if strict and any(found.verdict != "supported" for _, found in checked):
        raise typer.Exit(NOT_SUPPORTED)


def _claims(given: str) -> Sequence[str]:
    """Read one claim a line from a file or standard input; what is no file is the claim itself."""
    try:
        filed = given == "-" or Path(given).is_file()
    except (OSError, ValueError):
        filed = False
    if not filed:
        if not given.strip():
            raise SourceError("nothing is claimed", hint='summarizer check "The council met." --against FILE')
        return (given,)
    from summarizer import source

    raw = source.load(given).raw
    return tuple(line.strip() for line in raw.splitlines() if line.strip())


def _lines(text: str, found: Checked) -> str:
    from summarizer.render import plain

    made = [f"{found.verdict:<11}  {found.score:.2f}  {plain.printable(text)}"]
    made += [f"    {plain.printable(problem)}" for problem in found.problems]
    made += [
        f"    {e.sentence}:{e.start}-{e.end} {plain.clip(plain.printable(e.text), plain.LONGEST_PROOF)}"
        for e in found.evidence
    ]
    return "\n".join(made) + "\n"


def _data(text: str, found: Checked) -> dict[str, Any]:
    return {
        "claim": text,
        "verdict": found.verdict,
        "score": found.score,
        "problems": found.problems,
        "evidence": [item.model_dump() for item in found.evidence],
    }
