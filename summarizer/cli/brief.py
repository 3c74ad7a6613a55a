"""`summarizer brief`: many articles in, one briefing out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import console, deliver, options, output
from summarizer.errors import SourceError

if TYPE_CHECKING:
    from summarizer.briefing import Briefing
    from summarizer.cli.progress import Watch
    from summarizer.clippings import Gathered
    from summarizer.settings import Settings

NOT_SUPPORTED = 6
PART_FAILED = 7
"""Exit statuses under `--strict`, and where a source could not be read."""

HELP = """Hold several articles side by side: what they agree on, where they differ, what only one has.

Give 2 to 50 articles on one event: files, folders, patterns, addresses, or notes made earlier as JSON (of a
note only the sentences that it cites can be compared). A source that cannot be read is left out and named; the
exit status is then 7. A model, if there is one, words the top paragraph only."""

EXAMPLES = options.examples(
    'summarizer brief a.txt b.html c.txt --topic "The ferry accident"',
    "summarizer brief 'clippings/*.html' -o briefing.html",
    "summarizer brief clippings/ --model ollama:qwen3:4b",
    "summarizer brief note-a.json note-b.json article.txt --format json",
)


def brief(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Files, folders, patterns, addresses, or notes as JSON.",
            show_default=False,
        ),
    ],
    topic: Annotated[str | None, typer.Option(metavar="TEXT", help="What it is about; the headline.")] = None,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    form: options.Form = None,
    target: options.Target = None,
    strict: options.Strict = False,
    attempts: options.Attempts = None,
    timeout: options.Timeout = None,
    deadline: options.Deadline = None,
    context: options.Context = None,
    record: options.Record = None,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    from summarizer import clippings
    from summarizer.article import Article
    from summarizer.cli import progress

    printed = deliver.form(form, target)
    for source in sources:
        output.refuse_input(target, source)
    chosen = options.settle(
        model,
        base_url=base_url,
        attempts=attempts,
        timeout=timeout,
        deadline=deadline,
        context=context,
        record=record,
    )
    access = options.access(allow_private, ignore_robots, None)
    with progress.Watch(quiet=quiet, verbose=verbose) as watch:
        gathered = clippings.gather(sources, access=access, report=watch.report)
        made, interrupted = _made(gathered, topic, chosen, watch)
    if not quiet:
        _say(made, printed, target, chosen)
    articles = [one for one in gathered.sources if isinstance(one, Article)]
    status = deliver.deliver(made, articles, printed, target)
    if interrupted:
        raise typer.Exit(console.INTERRUPTED)
    if any(one.kind == "source" for one in made.set_aside):
        status = status or PART_FAILED
    if strict and (failed := sum(line.support.verdict != "supported" for line in made.summary)):
        console.say(f"strict: {failed} lines of the summary are disputed or doubtful")
        status = status or NOT_SUPPORTED
    raise typer.Exit(status)


def _made(gathered: Gathered, topic: str | None, chosen: Settings, watch: Watch) -> tuple[Briefing, bool]:
    """Make the briefing of what could be read; on Ctrl-C, of what there is without a model."""
    from summarizer import briefing, briefs, clippings

    if len(gathered.sources) < briefing.FEWEST:
        raise _too_few(gathered)
    interrupted = gathered.waiting > 0
    try:
        wanted = None if not interrupted else "extractive"
        made = briefs.brief(gathered.sources, topic=topic, settings=chosen, model=wanted, report=watch.report)
    except KeyboardInterrupt:
        interrupted = True
        made = briefs.brief(gathered.sources, topic=topic, model="extractive")
    return clippings.with_lost(made, gathered, interrupted=interrupted), interrupted


def _too_few(gathered: Gathered) -> SourceError:
    lost = [one.reason for one in gathered.left_out]
    if gathered.waiting:
        lost.append(f"{gathered.waiting} not reached before the interruption")
    said = f" ({'; '.join(lost)})" if lost else ""
    count = len(gathered.sources)
    return SourceError(
        f"a briefing needs two sources, and there {'is' if count == 1 else 'are'} {count}{said}",
        hint="summarizer summarize, for one article",
    )


def _say(made: Briefing, printed: str, target: Path | None, chosen: Settings) -> None:
    from summarizer import settings

    if chosen.model_origin == settings.Settings().model_origin:
        console.say(f"no model is configured, so this is in the articles' own words; {settings.SUGGESTION}")
    if printed != "terminal" or target is not None:
        for warning in made.warnings:
            console.warn(warning)
