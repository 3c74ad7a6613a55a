"""The steps that compute, done in other processes, so that the loop is free for the answers of models."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import SourceError, SummarizerError

if TYPE_CHECKING:
    from summarizer.again import Again
    from summarizer.batch.inputs import Item
    from summarizer.clean.wishes import Wishes
    from summarizer.drafts.model import Asking
    from summarizer.settings import Settings
    from summarizer.source import Loaded
    from summarizer.stages import Prepared, Ran

T = TypeVar("T")


def load() -> None:
    """Load in a process what every article needs, weights included."""
    from summarizer import attribute, pipeline, source

    article = pipeline.assemble(source.decode(_SAMPLE.encode(), "sample"))
    attribute.read(article)


_SAMPLE = "The bridge opens in May.\n\n“It is late,” the mayor, Ann Roe, told the council on Monday."


def prepare(
    item: Item, loaded: Loaded | None, chosen: Settings, wishes: Wishes | None = None
) -> tuple[bytes, Asking | None]:
    """Read, clean and search an article; what is prepared comes packed, only what to ask stays open.

    `loaded` is a page that was fetched already. Raises SourceError as a single run does.
    """
    from summarizer import attribute, pipeline, source, stages

    if item.problem is not None:
        raise SourceError(item.problem)
    loaded = loaded or item.loaded
    if loaded is None and item.text is not None:
        loaded = source.decode(item.text.encode("utf-8", "surrogatepass"), item.id)
    article = (
        pipeline.assemble(loaded, wishes) if loaded is not None else pipeline.read(item.source, wishes=wishes)
    )
    prepared = stages.prepare(article, chosen)
    # what was looked for already goes along: the end may be in another process
    found = attribute.read(article) if prepared.asking is not None else None
    return pickle.dumps((prepared, found), pickle.HIGHEST_PROTOCOL), prepared.asking


def doubts(packed: bytes, chosen: Settings, ran: Ran) -> Again | None:
    """Say what to ask once more of what the model gave."""
    from summarizer import again, stages

    return again.wanted(ran, stages.hold(unpacked(packed), ran), chosen.attempts)


def finish(packed: bytes, chosen: Settings, ran: Ran, last: bool = False) -> str | Again:
    """Make the note of what was prepared and what the model gave, as JSON.

    Where something is to be asked once more, and this is not the `last` word, it is that instead.
    """
    from summarizer import again, stages

    prepared = unpacked(packed)
    held = stages.hold(prepared, ran)
    if not last and (more := again.wanted(ran, held, chosen.attempts)) is not None:
        return more
    return stages.finish(prepared, chosen, ran, held).model_dump_json()


def unpacked(packed: bytes) -> Prepared:
    """Unpack what `prepare` of this very program has packed; it was never out of its memory in between."""
    from summarizer import attribute

    prepared: Prepared
    prepared, found = pickle.loads(packed)
    if found is not None:
        attribute.remember(prepared.article, found)
    return prepared


class Pool:
    """Processes that work; with none, a single thread of this one.

    A process that dies (of memory, mostly) takes along what its siblings were at. Each of these
    jobs is then done once more, alone, so that only the one that kills fails.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._executor = _executor(processes)
        self._alone = asyncio.Lock()

    def begin(self) -> None:
        """Let the processes load what they need, and do not wait for it."""
        for _ in range(self._processes):
            self._executor.submit(load)

    async def do(self, function: Callable[..., T], *args: Any) -> T:  # noqa: ANN401
        """Run a function of a module with arguments that can be pickled."""
        loop = asyncio.get_running_loop()
        executor = self._executor
        try:
            return await loop.run_in_executor(executor, function, *args)
        except BrokenProcessPool:
            if self._executor is executor:
                self._executor = _executor(self._processes)
        async with self._alone:
            single = _executor(1)
            try:
                return await loop.run_in_executor(single, function, *args)
            except BrokenProcessPool as error:
                raise SummarizerError(
                    "the process that worked on it was ended from outside, twice",
                    hint="more memory, or fewer --processes",
                ) from error
            finally:
                single.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Let the processes end; what is under way is not waited for."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def _executor(processes: int) -> Executor:
    if processes == 0:
        return ThreadPoolExecutor(1)
    # spawned: a fork would copy the loop's threads and sockets in whatever state they are
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _begin)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when it does, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive_not, args=(parent.sentinel,), daemon=True).start()


def _outlive_not(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
