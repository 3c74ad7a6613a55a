"""Options that several commands share, each worded once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
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


def examples(*commands: str) -> str:
    """Lay out example commands for the end of a help page, one a line and never re-wrapped."""
    return "\n".join(("\b", "Examples:", *(f"  {command}" for command in commands)))
