"""Options that several commands share, each worded once."""

from __future__ import annotations

from typing import Annotated

import typer

Source = Annotated[
    str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.", show_default=False)
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say what is being done, and what lies beneath an error.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with status 6 if something is not supported by the article.")
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


def examples(*commands: str) -> str:
    """Lay out example commands for the end of a help page, one a line and never re-wrapped."""
    return "\n".join(("\b", "Examples:", *(f"  {command}" for command in commands)))
