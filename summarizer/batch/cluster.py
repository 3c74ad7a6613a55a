"""A batch over many machines: Ray Data hands out shards, and each worker runs the ordinary batch over its own.

The output is a folder of Parquet files, one a shard, with all that a restart needs under `_work`,
which readers of Parquet pass over. The folder, and that of the replies, must be one that all
machines see. What is scheduled, restarted and spread is Ray's affair.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from itertools import islice
from typing import Any

from summarizer.batch import tables
from summarizer.batch.inputs import Item, items
from summarizer.batch.job import Job, Limits, Outcome
from summarizer.batch.ledger import Totals
from summarizer.batch.limits import Most
from summarizer.batch.run import run
from summarizer.errors import BatchStopped, SummarizerError, UsageError

_READY = "shards.json"


def run_on_ray(job: Job, workers: int, size: int) -> Outcome:
    """Run the job with so many workers, on the cluster that RAY_ADDRESS names or else on this machine.

    Rates, money and the number of articles at once are shared out: each worker gets an equal part,
    each shard its part of the budget. Raises UsageError where Ray is not installed.
    """
    ray = _library()
    if not job.tabular:
        raise UsageError(
            f"--engine ray writes Parquet, and {job.output.name!r} is none", hint="-o notes.parquet"
        )
    counts = _shards(job, size)
    jobs = list(_jobs(job, counts, workers))
    ray.init(ignore_reinit_error=True, log_to_driver=False, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    rows = ray.data.from_items(
        [{"shard": number} for number in range(len(jobs))], override_num_blocks=len(jobs)
    )
    # a closure, so that the settings travel with the function and not through a table
    made = rows.map(lambda row: _one(jobs[row["shard"]]), num_cpus=1, concurrency=workers).take_all()
    return _sum(made)


def _shards(job: Job, size: int) -> list[int]:
    """Write the inputs as Parquet, once; a restart finds them there. Gives the number of each shard's articles."""
    work = job.output / "_work"
    ready = work / _READY
    if ready.exists() and not job.overwrite:
        known = json.loads(ready.read_text(encoding="utf-8"))
        if known["inputs"] != list(job.inputs):
            raise UsageError(
                f"{str(job.output)!r} belongs to other inputs", hint="another -o, or --overwrite"
            )
        return [int(count) for count in known["counts"]]
    if job.output.is_file():
        raise UsageError(f"{str(job.output)!r} is a file; Ray writes a folder", hint="another -o")
    work.mkdir(mode=0o700, parents=True, exist_ok=True)
    walk = items(job.inputs)
    counts: list[int] = []
    while shard := list(islice(walk, size)):
        tables.write_items((_row(item) for item in shard), work / f"items-{len(counts):05}.parquet")
        counts.append(len(shard))
    ready.write_text(json.dumps({"inputs": list(job.inputs), "counts": counts}), encoding="utf-8")
    return counts


def _row(item: Item) -> dict[str, Any]:
    """The row that reads back as the same item."""
    return {
        "id": item.id,
        "text": item.text if item.loaded is None else item.loaded.raw,
        "url": item.source or None,
        "metadata": item.metadata,
        "problem": item.problem,
    }


def _jobs(job: Job, counts: list[int], workers: int) -> Iterator[Job]:
    limits, total, first = job.limits, sum(counts) or 1, 0
    for number, count in enumerate(counts):
        share = count / total
        yield replace(
            job,
            inputs=(str(job.output / "_work" / f"items-{number:05}.parquet"),),
            output=job.output / f"part-{number:05}.parquet",
            work=job.output / "_work",
            first=first,
            limits=Limits(
                concurrency=max(1, limits.concurrency // workers),
                processes=0,
                requests_a_minute=_part(limits.requests_a_minute, 1 / workers),
                tokens_a_minute=_part(limits.tokens_a_minute, 1 / workers),
                deadline=limits.deadline,
                most=Most(
                    None if limits.most.tokens is None else int(limits.most.tokens * share),
                    _part(limits.most.cost, share),
                ),
                first_pause=limits.first_pause,
            ),
        )
        first += count


def _part(amount: float | None, share: float) -> float | None:
    return None if amount is None else amount * share


def _one(job: Job) -> dict[str, Any]:
    """Run one shard, on whatever machine this is."""
    try:
        outcome = asyncio.run(run(job))
    except SummarizerError as error:
        return {"notes": 0, "failures": 0, "before": 0, "totals": "{}", "stopped": str(error), "seconds": 0.0}
    stopped = outcome.stopped
    return {
        "notes": outcome.notes,
        "failures": outcome.failures,
        "before": outcome.before,
        "totals": json.dumps(asdict(outcome.totals)),
        "stopped": "" if stopped is None else stopped.message,
        "seconds": outcome.seconds,
    }


def _sum(made: list[dict[str, Any]]) -> Outcome:
    totals = Totals()
    for row in made:
        for one in fields(Totals):
            more = json.loads(row["totals"]).get(one.name, 0)
            before = getattr(totals, one.name)
            setattr(totals, one.name, None if more is None or before is None else before + more)
    reasons = [row["stopped"] for row in made if row["stopped"]]
    return Outcome(
        notes=sum(row["notes"] for row in made),
        failures=sum(row["failures"] for row in made),
        before=sum(row["before"] for row in made),
        totals=totals,
        stopped=BatchStopped(f"{len(reasons)} of {len(made)} shards ended early: {reasons[0]}")
        if reasons
        else None,
        seconds=max((row["seconds"] for row in made), default=0.0),
    )


def _library() -> Any:  # noqa: ANN401
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise UsageError(
            "--engine ray needs the package ray, which is not installed",
            hint="pip install 'summarizer[scale]'",
        ) from error
    return ray
