"""Run a batch: inputs stream in, notes stream out, and what is under way is bounded."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace

from summarizer import backends
from summarizer.backends import cache, recordings
from summarizer.batch import outputs, spans
from summarizer.batch.gate import TALLY, Gate, Tally
from summarizer.batch.inputs import Item, items
from summarizer.batch.job import Job, Outcome, Progress, Watch, unwatched
from summarizer.batch.ledger import Ledger
from summarizer.batch.limits import Bucket, Budget, Throttle
from summarizer.batch.lines import Head, Spent, failure_of, line
from summarizer.batch.sequence import Sequence
from summarizer.batch.talk import Talk
from summarizer.batch.work import Pool, prepare
from summarizer.errors import BackendError, BatchStopped, ContextOverflow, OutputError, SummarizerError
from summarizer.exchange import Backend
from summarizer.source import Loaded, fetch, load

PATIENCE = 20
"""So many articles in a row that no model could be reached for end a batch: the next ones would, too."""

Opening = Callable[[Gate], Backend]
"""Opens the backend of a batch behind its gate."""

_AHEAD = 4
"""Articles prepared ahead of the model, for each process."""
_FOREVER = 10 * 365 * 86_400.0
_FETCHERS = 8


async def run(job: Job, watch: Watch = unwatched, opening: Opening | None = None) -> Outcome:
    """Make every line that is not there yet; `opening` opens another backend than the settings name.

    What ends a batch early (a limit, a full disk, an endpoint that is gone) stands in the
    outcome; nothing that was paid for is lost by it, and the same job goes on from there.
    Raises UsageError and OutputError for what is wrong before anything is sent.
    """
    with ExitStack() as open_:
        ledger = Ledger(job.ledger, job.made(), anew=job.overwrite)
        open_.callback(ledger.close)
        out = _output(job, ledger)
        open_.callback(out.close)
        batch = _Batch(job, ledger, out, opening or _opening(job))
        batch.watch = watch
        try:
            stopped = await batch.run()
        finally:
            await batch.close()
        out.close()
        if stopped is None:
            _deliver(job, out)
        pruned = _prune(job)
        return batch.outcome(stopped, pruned)


def _output(job: Job, ledger: Ledger) -> outputs.Output:
    try:
        return outputs.Output(job.lines, anew=job.overwrite, resumed=ledger.resumed, retry=job.retry_failed)
    except SummarizerError:
        if not ledger.resumed:  # nothing was begun, so nothing must look as if it could be gone on with
            job.ledger.unlink(missing_ok=True)
        raise


def _deliver(job: Job, out: outputs.Output) -> None:
    if job.retry_failed and job.order == "input":
        outputs.in_order(job.lines)
    if job.tabular:
        from summarizer.batch import tables

        tables.write(out.lines(), job.output)


def _prune(job: Job) -> int:
    keeping = job.keeping
    if keeping.folder is None or (keeping.days is None and keeping.megabytes is None):
        return 0
    return cache.prune(keeping.folder, days=keeping.days, megabytes=keeping.megabytes)


class _Batch:
    """The state of one run."""

    def __init__(self, job: Job, ledger: Ledger, out: outputs.Output, opening: Opening) -> None:
        limits = job.limits
        self._job = job
        self._ledger = ledger
        self.watch: Watch = unwatched
        self._before = len(out.done)
        self._failed_before = out.failed
        self._lines = Sequence(out, job.order == "input", job.first)
        self._done = out.done
        self._throttle = Throttle(job.at_once, limits.first_pause)
        self._budget = Budget.after(ledger.totals, limits.most, job.price())
        self._gate = Gate(
            ledger,
            self._throttle,
            self._budget,
            Bucket(limits.requests_a_minute) if limits.requests_a_minute else None,
            Bucket(limits.tokens_a_minute) if limits.tokens_a_minute else None,
        )
        self._backend = self._open(opening)
        self._pool = Pool(limits.processes)
        self._talk = Talk(job.chosen, self._pool, self._gate, self._throttle)
        self._fetchers = ThreadPoolExecutor(_FETCHERS)
        self._started = time.monotonic()
        self._notes = self._failures = self._in_a_row = 0
        self._stopped: SummarizerError | None = None

    async def run(self) -> SummarizerError | None:
        """Go through the inputs; the reason if not to their end."""
        inside = self._throttle.most + _AHEAD * max(1, self._job.limits.processes)
        flight = asyncio.Semaphore(inside)
        tasks: set[asyncio.Task[None]] = set()
        try:
            await asyncio.wait_for(self._feed(flight, tasks), self._job.limits.deadline)
        except (asyncio.TimeoutError, TimeoutError):
            self._stop(
                BatchStopped(
                    f"stopped at the deadline of {self._job.limits.deadline:g} s for the whole batch",
                    hint="the same command goes on from here",
                )
            )
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return self._stopped

    async def close(self) -> None:
        """Let go of everything that is open."""
        self._pool.close()
        self._fetchers.shutdown(wait=False, cancel_futures=True)
        if self._backend is not None:
            await self._backend.close()

    def outcome(self, stopped: SummarizerError | None, pruned: int) -> Outcome:
        """Sum the run up."""
        return Outcome(
            notes=self._notes,
            failures=self._failures + self._failed_before,
            before=self._before,
            totals=self._ledger.totals,
            stopped=stopped,
            seconds=time.monotonic() - self._started,
            pruned=pruned,
        )

    async def _feed(self, flight: asyncio.Semaphore, tasks: set[asyncio.Task[None]]) -> None:
        for at, item in enumerate(self._todo()):
            if at == 0:
                # both load for half a second, side by side, where the first article would wait for one after the other
                self._pool.begin()
                backends.preload(self._job.chosen)
            await flight.acquire()
            await self._lines.room()
            if self._stopped is not None:
                break
            task = asyncio.create_task(self._one(item))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
            task.add_done_callback(lambda _: flight.release())
        while tasks and self._stopped is None:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if tasks:
            # what is under way has been sent and will be charged for: its replies are waited for
            await asyncio.wait(tasks)

    def _todo(self) -> Iterator[Item]:
        job = self._job
        for item in items(job.inputs, (job.output, job.lines, job.ledger), job.first):
            if item.id in self._done:
                self._lines.skip(item.index)
            else:
                yield item

    async def _one(self, item: Item) -> None:
        """Make one line, whatever happens; only what stops the batch leaves none."""
        started = time.monotonic()
        tally = Tally()
        TALLY.set(tally)
        note, error = None, None
        cached = 0
        with spans.article(item.id) as span:
            try:
                note, cached = await self._note(item)
            except (BatchStopped, OutputError) as stop:
                self._stop(stop)
                return
            except Exception as fault:  # noqa: BLE001
                error = fault
            span(tally, error)
        if self._stopped is not None and isinstance(error, BackendError):
            return
        spent = Spent(
            requests=tally.requests,
            cached=cached,
            unanswered=tally.unanswered,
            input_tokens=tally.input_tokens,
            output_tokens=tally.output_tokens,
            cost=tally.cost,
            seconds=round(time.monotonic() - started, 3),
        )
        head = Head(item.id, item.index, item.name, item.metadata)
        failure = failure_of(error) if error is not None else None
        try:
            self._lines.put(item.index, line(head, spent, note=note, failure=failure))
        except OutputError as stop:
            self._stop(stop)
            return
        self._count(item, error, spent.seconds)

    async def _note(self, item: Item) -> tuple[str, int]:
        chosen = self._job.chosen
        loaded = None
        if item.text is None and item.problem is None and fetch.is_url(item.source):
            loop = asyncio.get_running_loop()
            loaded = await loop.run_in_executor(self._fetchers, _fetched, item.source, self._job)
        packed, asking = await self._pool.do(prepare, item, loaded, chosen, self._job.wishes)
        made, ran = await self._talk.note(packed, asking, self._backend)
        cached = sum(attempt.requests == 0 for attempt in ran.asked.attempts) if ran.asked is not None else 0
        for _ in range(cached):
            self._ledger.cached()
        return made, cached

    def _count(self, item: Item, error: Exception | None, seconds: float) -> None:
        self._notes += error is None
        self._failures += error is not None
        if isinstance(error, BackendError) and not isinstance(error, ContextOverflow):
            self._in_a_row += 1
            if self._in_a_row >= PATIENCE:
                self._stop(
                    type(error)(
                        f"stopped after {PATIENCE} articles in a row failed: {error.message}",
                        hint="mend that, and run again with --retry-failed",
                    )
                )
        elif error is None:
            self._in_a_row = 0
        self.watch(
            Progress(
                notes=self._notes,
                failures=self._failures,
                before=self._before,
                totals=self._ledger.totals,
                at_once=int(self._throttle.limit),
                article=item.id,
                error=None if error is None else str(error),
                seconds=seconds,
            )
        )

    def _stop(self, error: SummarizerError) -> None:
        self._stopped = self._stopped or error
        self._gate.stop(self._stopped)
        self._lines.open_up()

    def _open(self, opening: Opening) -> Backend | None:
        chosen, keeping = self._job.chosen, self._job.keeping
        if chosen.scheme == "extractive":
            return None
        opened = spans.traced(opening(self._gate))
        if keeping.folder is None or chosen.scheme == "replay":
            return opened
        rules = cache.Rules(self._ledger.since if keeping.refresh else None, keeping.days)
        store = recordings.Store(keeping.folder, chosen.api_key, spread=True)
        return cache.Cached(opened, store, rules, lost=self._gate.stop)


def _opening(job: Job) -> Opening:
    # the deadline of the settings is each article's; the endpoint stays open for all of them
    return lambda gate: backends.open_backend(replace(job.chosen, deadline=_FOREVER), gate)


def _fetched(source: str, job: Job) -> Loaded:
    return load(source, access=job.access)
