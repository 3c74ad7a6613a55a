"""`summarizer batch`: many articles in, one line each out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from summarizer.cli import console, options, sums
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch.job import Job, Keeping

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
        str | None,
        typer.Option(
            metavar="input|done",
            help="Write lines in the order of the inputs, by default, or as they are done.",
        ),
    ] = None,
    concurrency: Annotated[
        int | None, typer.Option(metavar="N", help="Ask about N articles at once; by default 16.")
    ] = None,
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
    words: options.Words = None,
    keep: options.Keep = None,
    cut: options.Cut = None,
    favor: options.Favor = None,
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
        str | None,
        typer.Option(metavar="local|ray", help="Run here, by default, or on a Ray cluster (extra scale)."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Workers of --engine ray; by default 2.")
    ] = None,
    shard: Annotated[
        int | None,
        typer.Option(metavar="N", help="Articles that a worker is given at a time; by default 200."),
    ] = None,
    log_json: Annotated[bool, typer.Option("--log-json", help="Report on stderr in lines of JSON.")] = False,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    from summarizer import pipeline
    from summarizer.batch import choices, job, limits
    from summarizer.cli import output as outputs

    wanted = choices.settle(
        *pipeline.configured(choices.NAME),
        order=order,
        concurrency=concurrency,
        processes=processes,
        rpm=rpm,
        tpm=tpm,
        max_cost=max_cost,
        max_tokens=max_tokens,
        total_deadline=total_deadline,
        cache_days=cache_days,
        cache_size=cache_size,
        engine=engine,
        workers=workers,
        shard=shard,
    )
    outputs.one_of(wanted.engine, ("local", "ray"), "--engine")
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
    )
    bounds: dict[str, Any] = {
        "processes": wanted.processes,
        "requests_a_minute": wanted.rpm,
        "tokens_a_minute": wanted.tpm,
        "deadline": wanted.total_deadline,
    }
    asked = job.Job(
        inputs=tuple(inputs),
        output=output,
        chosen=chosen,
        limits=job.Limits(
            concurrency=wanted.concurrency,
            most=limits.Most(wanted.max_tokens, wanted.max_cost),
            **{k: v for k, v in bounds.items() if v is not None},
        ),
        keeping=keeping(cache, no_cache, refresh, wanted.cache_days, wanted.cache_size),
        order=_order(wanted.order),
        overwrite=overwrite,
        retry_failed=retry_failed,
        access=options.access(allow_private, ignore_robots, None),
        wishes=options.wishes(keep, cut, favor),
    )
    if dry_run:
        _plan(asked)
        return
    if not quiet and not log_json:
        options.tell_without_model(chosen)
        if chosen.verify is not None:
            console.say(f"a batch asks no second model, so {chosen.verify} gives no opinion")
    if wanted.engine == "ray":
        from summarizer.batch.cluster import run_on_ray

        ended = run_on_ray(asked, wanted.workers, wanted.shard)
        raise typer.Exit(sums.close(ended, said=not quiet, verbose=verbose))
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
    console.result("".join(f"{line}\n" for line in sums.planned(made)))


def _run(asked: Job, *, log_json: bool, quiet: bool, verbose: bool) -> int:
    import asyncio

    from summarizer.batch.run import run
    from summarizer.cli import bar

    with bar.watch(asked.inputs, log_json=log_json, quiet=quiet, verbose=verbose) as watch:
        outcome = asyncio.run(run(asked, watch.report))
        watch.ended(outcome)
    return sums.close(outcome, said=not quiet and not log_json, verbose=verbose)
