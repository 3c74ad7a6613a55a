"""`summarizer cache`: the replies that are kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import console, options

INFO_HELP = "Say where replies of models are kept, how many there are, and how much room they take."
INFO_EXAMPLES = options.examples("summarizer cache info", "summarizer cache info --cache DIR")
CLEAR_HELP = (
    """Delete kept replies: all, those older than so many days, or the longest unused until the rest fits."""
)
CLEAR_EXAMPLES = options.examples(
    "summarizer cache clear", "summarizer cache clear --days 90", "summarizer cache clear --size 500"
)

Place = Annotated[
    Path | None,
    typer.Option("--cache", metavar="DIR", help="The folder; by default with the user's cached files."),
]


def home() -> Path:
    """Say where replies are kept where no option names a folder."""
    import platformdirs

    from summarizer import pipeline
    from summarizer.batch import choices

    configured = choices.settle(*pipeline.configured(choices.NAME)).cache
    if configured is not None:
        return configured
    return Path(platformdirs.user_cache_dir("summarizer")) / "replies"


def info(cache: Place = None, verbose: options.Verbose = False) -> None:
    """Run the command; its help is INFO_HELP."""
    from summarizer.backends.cache import stock

    folder = cache or home()
    held = stock(folder)
    lines = [
        f"folder    {folder}",
        f"replies   {held.replies:,}",
        f"size      {held.size / 1_000_000:,.1f} MB",
    ]
    if held.oldest is not None and held.newest is not None:
        lines.append(f"written   {_day(held.oldest)} to {_day(held.newest)}")
    console.result("".join(f"{line}\n" for line in lines))


def clear(
    cache: Place = None,
    days: Annotated[float | None, typer.Option(metavar="DAYS", help="Only those older than that.")] = None,
    size: Annotated[
        float | None,
        typer.Option(metavar="MB", help="Only the longest unused, until the rest takes so much."),
    ] = None,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is CLEAR_HELP."""
    from summarizer.backends.cache import prune

    everything = days is None and size is None
    gone = prune(cache or home(), days=days, megabytes=0.0 if everything else size)
    console.result(f"{gone:,} {'reply' if gone == 1 else 'replies'} deleted\n")


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment).astimezone().strftime("%Y-%m-%d")
