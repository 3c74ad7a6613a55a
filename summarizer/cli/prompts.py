"""`summarizer prompts`: what is said to a model, to read and to check."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli import console, options
from summarizer.errors import UsageError

LIST_HELP = "List the installed prompts: id@version, released or not, digest, and why the version was made."
LIST_EXAMPLES = options.examples("summarizer prompts list")
SHOW_HELP = "Print a prompt's file. Without a version it is the newest one."
SHOW_EXAMPLES = options.examples("summarizer prompts show note", "summarizer prompts show note@1")
CHECK_HELP = "Check every installed prompt against its rules and its pinned digest; exit with 2 on a problem."
CHECK_EXAMPLES = options.examples("summarizer prompts check")

_PROBLEM = 2


def listing(verbose: options.Verbose = False) -> None:
    """Run the command; its help is LIST_HELP."""
    from summarizer import prompts
    from summarizer.render import plain

    released = prompts.released()
    for id_, version in prompts.available():
        prompt = prompts.load(id_, version)
        state = "released" if prompt.name in released else "draft"
        why = plain.printable(prompt.why)
        console.result(f"{prompt.name:<12} {state:<8} {prompt.sha256[:12]}  {why}\n")


def show(
    name: Annotated[str, typer.Argument(metavar="ID[@VERSION]", help="A prompt.", show_default=False)],
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is SHOW_HELP."""
    from summarizer import prompts

    id_, at, version = name.partition("@")
    if at and not version.isdecimal():
        raise UsageError(f"{name!r} names no version", hint="summarizer prompts list")
    console.result(prompts.text_of(id_, int(version) if at else None))


def check(verbose: options.Verbose = False) -> None:
    """Run the command; its help is CHECK_HELP."""
    from summarizer import prompts
    from summarizer.render import plain

    problems = prompts.check()
    for problem in problems:
        console.say(f"error: {plain.printable(problem)}")
    if problems:
        raise typer.Exit(_PROBLEM)
    count = len(prompts.available())
    console.result(f"{count} {'prompt' if count == 1 else 'prompts'}, nothing wrong\n")
