"""`summarizer batch submit|status|collect`: a provider's own batches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import bar, batch, console, options, sums
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch.job import Job
    from summarizer.batch.parts import State
    from summarizer.clean.wishes import Wishes

SUBMIT_HELP = """Submit articles to the provider's own batch interface, at half the price and within a day.

The first article is asked directly, so that what the endpoint refuses is found out before the rest is
sent. The same command again goes on where it ended; after a batch that has expired or failed in part it
submits what is missing. With --attempts 2 that is also a second question where a reply was bad or the article
does not bear it out: submit, collect, submit, collect."""
SUBMIT_EXAMPLES = options.examples("summarizer batch submit archive.jsonl --job night --model openai:NAME")
STATUS_HELP = "Say where a submitted batch stands."
STATUS_EXAMPLES = options.examples("summarizer batch status --job night")
COLLECT_HELP = """Fetch what has ended and make the notes, as `batch` writes them.

What has no reply yet is a line that says so; collect again when there is one. The exit status is 7 then."""
COLLECT_EXAMPLES = options.examples("summarizer batch collect --job night -o notes.jsonl")

Folder = Annotated[
    Path, typer.Option("--job", metavar="DIR", help="The folder of this batch.", show_default=False)
]


Again = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", help="The endpoint again, if it wants a user and a password."),
]


def submit(
    inputs: batch.Inputs,
    folder: Folder,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    length: options.Length = None,
    language: options.Language = None,
    audience: options.Audience = None,
    style: options.Style = None,
    words: options.Words = None,
    keep: options.Keep = None,
    cut: options.Cut = None,
    favor: options.Favor = None,
    attempts: Annotated[
        int | None,
        typer.Option(metavar="N", help="Ask N times at most, each in a round of its own; by default 1."),
    ] = None,
    timeout: options.Timeout = None,
    cache: batch.Cache = None,
    most: Annotated[
        int, typer.Option("--part", metavar="N", help="At most N articles in one batch.")
    ] = 50_000,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is SUBMIT_HELP."""
    import asyncio

    from summarizer.batch import provider

    wished = {"length": length, "language": language, "audience": audience, "style": style, "words": words}
    job = _job(
        tuple(inputs),
        folder / "notes.jsonl",
        cache,
        model,
        wishes=options.wishes(keep, cut, favor),
        base_url=base_url,
        timeout=timeout,
        attempts=attempts or 1,
        **wished,
    )
    state = asyncio.run(provider.submit(job, folder, most))
    if not quiet:
        _tell(state)


def status(
    folder: Folder,
    base_url: Again = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is STATUS_HELP."""
    import asyncio

    from summarizer.batch import provider

    _tell(
        asyncio.run(
            provider.status(_known(folder, folder / "notes.jsonl", base_url, timeout=timeout), folder)
        )
    )


def collect(
    folder: Folder,
    output: batch.Output,
    base_url: Again = None,
    cache: batch.Cache = None,
    timeout: options.Timeout = None,
    log_json: Annotated[bool, typer.Option("--log-json", help="Report on stderr in lines of JSON.")] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is COLLECT_HELP."""
    import asyncio

    from summarizer.batch import provider

    job = _known(folder, output, base_url, cache=cache, timeout=timeout)
    with bar.watch(job.inputs, log_json=log_json, quiet=quiet, verbose=verbose) as watch:
        outcome = asyncio.run(provider.collect(job, folder, watch.report))
        watch.ended(outcome)
    raise typer.Exit(sums.close(outcome, said=not quiet and not log_json, verbose=verbose))


def _known(
    folder: Path,
    output: Path,
    given: str | None,
    *,
    cache: Path | None = None,
    timeout: float | None = None,
) -> Job:
    """Take the choices from the folder: a reply is found by the request that was made for it."""
    from summarizer import prompts
    from summarizer.batch import parts

    state = parts.read(folder)
    made = dict(state.made)
    style = Path(made["style"]) if made["style"] is not None else None
    wished = {
        "length": made["length"],
        "language": made["language"],
        "audience": made["audience"],
        "style": style,
        "attempts": made["attempts"],
        "words": prompts.words_of(made["prompt"]),
    }
    return _job(
        tuple(state.inputs),
        output,
        cache,
        made["model"],
        wishes=options.wishes(made.get("keep"), made.get("cut"), made.get("favor")),
        base_url=_same(state.base_url, made["model"], given),
        timeout=timeout,
        **wished,
    )


def _same(kept: str | None, model: str, given: str | None) -> str | None:
    """Choose the address: with the user and password that somebody names for it, which the folder does not keep."""
    from summarizer import pipeline
    from summarizer.backends.refusals import nameless

    if given is not None and nameless(given) != kept:
        raise UsageError(f"this batch was submitted to {kept or 'OpenAI'}", hint="leave --base-url out")
    for url in (given, pipeline.configure(model).base_url):
        if url and nameless(url) == kept:
            return url
    return kept


def _job(
    inputs: tuple[str, ...],
    output: Path,
    cache: Path | None,
    model: str | None,
    *,
    wishes: Wishes | None,
    **flags: Any,  # noqa: ANN401
) -> Job:
    from summarizer.batch.job import Job

    chosen = options.settle(model, **flags)
    kept = batch.keeping(cache, False, False, None, None)
    return Job(inputs, output, chosen, keeping=kept, wishes=wishes)


def _tell(state: State) -> None:
    from summarizer.render.plain import printable

    lines = []
    for part in state.parts:
        counts = f"{part.requests:,} requests, {part.answered:,} answered, {part.failed:,} failed"
        problem = f"; {part.problem}" if part.problem else ""
        told = printable(f"{part.name}  {part.batch_id or '-'}  {part.status}  {counts}{problem}")
        lines.append(f"{told}\n")
    console.result("".join(lines) or "every reply is at hand already; collect makes the notes\n")
