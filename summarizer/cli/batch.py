"""`summarizer batch`: many articles in, one line each out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from summarizer.cli import console, options
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch.job import Job, Keeping, Outcome
    from summarizer.batch.plan import Plan

PARTLY = 7
"""Exit status when some articles have no note."""

HELP = """Make a note of every article: one line of JSON each, or one row of Parquet.

INPUTS are files, folders, patterns, addresses, JSON Lines (id, text or url or path, metadata), Parquet with the same
columns, or @LIST, a file that names inputs one a line. The same command again goes on where it ended, and asks no
model twice. The exit status is 7 if an article has no note.

For a provider's own batches at half price: summarizer batch submit, status, collect."""

EXAMPLES = options.examples(
    "summarizer batch news/ -o notes.jsonl",
    "summarizer batch archive.jsonl -o notes.parquet --model openai:NAME --concurrency 50",
    "summarizer batch news/ -o notes.jsonl --model openai:NAME --dry-run",
    "summarizer batch @urls.txt -o notes.jsonl --model openai:NAME --max-cost 5",
)

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUTS", help="Files, folders, patterns, addresses, @LIST.", show_default=False),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE, .jsonl or .parquet.", show_default=False
    ),
]
Cache = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Keep replies in DIR; by default with the user's cached files."),
]
CacheDays = Annotated[float | None, typer.Option(metavar="DAYS", help="Let no older reply count.")]
CacheSize = Annotated[
    float | None,
    typer.Option(metavar="MB", help="Delete the longest unused replies after the run, until it fits."),
]


class Group(TyperGroup):
    """`batch INPUTS` runs a batch; `batch submit` and the like are commands of their own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Take what is no command for inputs."""
        if not args or args[0] not in self.commands:
            args = [RUN, *args]
        return super().parse_args(ctx, args)


RUN = "run"

_Context: Any = TyperCommand.context_class


class _Nameless(_Context):  # type: ignore[misc]
    """A command that answers to its group's name."""

    @property
    def command_path(self) -> str:
        """As of the group."""
        return str(self.parent.command_path)


class Run(TyperCommand):
    """What `batch` does without a command."""

    context_class = _Nameless


def batch(
    inputs: Inputs,
    output: Output,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    length: options.Length = None,
    order: Annotated[
        str,
        typer.Option(
            metavar="input|done", help="Write lines in the order of the inputs, or as they are done."
        ),
    ] = "input",
    concurrency: Annotated[int, typer.Option(metavar="N", help="Ask about N articles at once.")] = 16,
    processes: Annotated[
        int | None,
        typer.Option(metavar="N", help="Compute in N processes; by default as many as processors."),
    ] = None,
    rpm: Annotated[float | None, typer.Option(metavar="N", help="Send at most N requests a minute.")] = None,
    tpm: Annotated[float | None, typer.Option(metavar="N", help="Send at most N tokens a minute.")] = None,
    max_cost: Annotated[
        float | None,
        typer.Option(metavar="DOLLARS", help="Stop before the request that could cost more in all."),
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(metavar="N", help="Stop before the request that could take more in all.")
    ] = None,
    attempts: options.Attempts = None,
    timeout: options.Timeout = None,
    deadline: options.Deadline = None,
    total_deadline: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Stop the whole batch after so long.")
    ] = None,
    context: options.Context = None,
    language: options.Language = None,
    audience: options.Audience = None,
    style: options.Style = None,
    cache: Cache = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Keep no replies, and use none that were kept.")
    ] = False,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask anew what was kept before this batch.")
    ] = False,
    cache_days: CacheDays = None,
    cache_size: CacheSize = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Make the lines of failures again.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Begin FILE anew.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Say what would be sent where and what it would cost; send nothing."),
    ] = False,
    engine: Annotated[
        str, typer.Option(metavar="local|ray", help="Run here, or on a Ray cluster (extra scale).")
    ] = "local",
    workers: Annotated[int, typer.Option(metavar="N", help="Workers of --engine ray.")] = 2,
    shard: Annotated[int, typer.Option(metavar="N", help="Articles that a worker is given at a time.")] = 200,
    log_json: Annotated[bool, typer.Option("--log-json", help="Report on stderr in lines of JSON.")] = False,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    from summarizer.batch import job, limits
    from summarizer.cli import output as outputs

    outputs.one_of(engine, ("local", "ray"), "--engine")
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
    )
    bounds: dict[str, Any] = {
        "concurrency": concurrency,
        "processes": processes,
        "requests_a_minute": rpm,
        "tokens_a_minute": tpm,
        "deadline": total_deadline,
    }
    asked = job.Job(
        inputs=tuple(inputs),
        output=output,
        chosen=chosen,
        limits=job.Limits(
            most=limits.Most(max_tokens, max_cost), **{k: v for k, v in bounds.items() if v is not None}
        ),
        keeping=keeping(cache, no_cache, refresh, cache_days, cache_size),
        order=_order(order),
        overwrite=overwrite,
        retry_failed=retry_failed,
        access=options.access(allow_private, ignore_robots, None),
    )
    if dry_run:
        _plan(asked)
        return
    if not quiet and not log_json:
        options.tell_without_model(chosen)
    if engine == "ray":
        from summarizer.batch.cluster import run_on_ray

        raise typer.Exit(close(run_on_ray(asked, workers, shard), said=not quiet, verbose=verbose))
    raise typer.Exit(_run(asked, log_json=log_json, quiet=quiet, verbose=verbose))


def _order(given: str) -> Any:  # noqa: ANN401
    from summarizer.cli import output

    return output.one_of(given, ("input", "done"), "--order")


def keeping(
    folder: Path | None, none: bool, refresh: bool, days: float | None, megabytes: float | None
) -> Keeping:
    """Settle where replies are kept."""
    from summarizer.batch.job import Keeping
    from summarizer.cli.cache import home

    if none and (folder is not None or refresh):
        raise UsageError(
            "--no-cache keeps nothing, so there is nothing to name or refresh", hint="leave one out"
        )
    return Keeping(None if none else folder or home(), refresh, days, megabytes)


def _plan(asked: Job) -> None:
    import asyncio

    from summarizer.batch.plan import plan

    made = asyncio.run(plan(asked))
    console.result("".join(f"{line}\n" for line in planned(made)))


def planned(made: Plan) -> list[str]:
    """Lay the plan of a batch out, one fact a line."""
    from summarizer.prices import shown

    lines = [f"inputs       {made.inputs:,}"]
    if made.unreadable:
        lines.append(f"unreadable   {made.unreadable:,}")
    if made.pages:
        lines.append(f"addresses    {made.pages:,} (not fetched, and not in the sums)")
    lines += [
        f"model        {made.model}",
        f"sent to      {made.endpoint}",
        f"cached       {made.cached:,} replies are at hand",
        f"requests     {made.requests:,} for the first time of asking, {made.characters:,} characters",
        f"tokens in    about {made.input_tokens:,}, estimated",
        f"tokens out   at most {made.output_tokens:,}",
        f"price        at most {shown(made.cost)}"
        if made.cost is not None
        else f"price        unknown for {made.model}",
    ]
    return lines


def _run(asked: Job, *, log_json: bool, quiet: bool, verbose: bool) -> int:
    import asyncio

    from summarizer.batch.run import run
    from summarizer.cli import bar

    with bar.watch(asked.inputs, log_json=log_json, quiet=quiet, verbose=verbose) as watch:
        outcome = asyncio.run(run(asked, watch.report))
        watch.ended(outcome)
    return close(outcome, said=not quiet and not log_json, verbose=verbose)


def close(outcome: Outcome, *, said: bool, verbose: bool) -> int:
    """Say how a batch ended, and give its exit status."""
    if said:
        console.say(summed(outcome))
    if outcome.stopped is not None:
        console.expected(outcome.stopped, verbose)
        return outcome.stopped.exit_code
    return PARTLY if outcome.failures else 0


def summed(outcome: Outcome) -> str:
    """Say in one line how a batch ended and what it cost."""
    from summarizer.prices import shown

    totals = outcome.totals
    parts = [f"{outcome.notes:,} notes", f"{outcome.failures:,} failures"]
    if outcome.before:
        parts.append(f"{outcome.before:,} lines were there already")
    if totals.sent or totals.cached:
        parts += [
            f"{totals.sent:,} requests ({totals.refused:,} refused, {totals.unanswered + totals.unreached:,} unanswered)",
            f"{totals.cached:,} replies from the cache",
            f"{totals.input_tokens:,} tokens in, {totals.output_tokens:,} out",
            shown(totals.cost),
        ]
    return f"{'; '.join(parts)}; {outcome.seconds:.1f} s"
