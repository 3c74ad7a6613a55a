"""Replies that were paid for once, kept so that they are not paid for again.

The store is one of recordings: `replay:DIR` answers from it, too. What cannot be read back
is asked again and written anew; it never stops a run.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from weakref import WeakValueDictionary

from summarizer.backends import recordings
from summarizer.errors import BackendError, OutputError
from summarizer.exchange import Around, Backend, Event, Reply, Report, Request, silent

CLAIMS = ".claims"
_LONGEST_LOOK = 0.5

Lost = Callable[[OutputError], None]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a kept reply must be to be given again.

    `refresh_before` is a moment of the file system's clock: older replies are asked anew. `days`
    is the greatest age; a reply of the future, after a clock was set back, is as good as new.
    """

    refresh_before: float | None = None
    days: float | None = None

    def admits(self, written: float) -> bool:
        """Say whether a reply written at this moment still counts."""
        if self.refresh_before is not None and written < self.refresh_before:
            return False
        return self.days is None or time.time() - written <= self.days * 86_400


def _fail(error: OutputError) -> None:
    raise error


class Cached(Around):
    """Any backend, answered for from the store where that holds the reply to the very same request.

    Equal requests that are open at the same time are sent once, in this process and, where
    the system has record locks, in all that share the folder. `lost` hears of a reply that
    could not be kept; the reply itself is given all the same, for it is paid. What was no
    model's reply (a web page, a body cut short) is not kept.
    """

    def __init__(
        self,
        inner: Backend,
        store: recordings.Store,
        rules: Rules = Rules(),
        *,
        lost: Lost = _fail,
        report: Report = silent,
    ) -> None:
        super().__init__(inner)
        self._store = store
        self._rules = rules
        self._lost = lost
        self._report = report
        self._open: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._claims = Claims(store.folder)

    async def complete(self, request: Request) -> Reply:
        """Give the kept reply, with no requests and no time, or ask and keep."""
        key = request.key()
        lock = self._open.setdefault(key, asyncio.Lock())
        async with lock:
            if (found := kept(self._store, request, key, self._rules, self._report)) is not None:
                return found
            async with self._claims.hold(key):
                # another process may have been paid for it while this one waited
                return kept(self._store, request, key, self._rules, self._report) or await self._ask(request)

    async def close(self) -> None:
        """Close the inner backend."""
        self._claims.close()
        await self._inner.close()

    async def _ask(self, request: Request) -> Reply:
        reply = await self._inner.complete(request)
        if reply.finish != "unusable":
            made = recordings.made_by(self._inner, reply)
            try:
                await asyncio.to_thread(self._store.write, request, reply, made)
            except OutputError as error:
                self._lost(error)
        return reply


def kept(
    store: recordings.Store, request: Request, key: str, rules: Rules, report: Report = silent
) -> Reply | None:
    """Look a reply up; None where there is none that counts, or none that can be read."""
    path = store.place(request.prompt, key)
    try:
        if not rules.admits(path.stat().st_mtime):
            return None
        found = recordings.read(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, BackendError) as error:
        report(Event("cache", f"a kept reply cannot be read and is asked for again: {error}"))
        return None
    if found.key != key:
        report(Event("cache", f"{str(path)!r} holds the reply to another request; asked again"))
        return None
    with contextlib.suppress(OSError):
        os.utime(path, (time.time(), path.stat().st_mtime))  # what is used is kept longest
    return replace(found.reply, seconds=0.0, requests=0)


class Claims:
    """Who is asking what, among processes that share a folder: one locked byte of a file for each request.

    The system lets go of a lock when its holder dies, however it dies. Where there are no such
    locks (Windows, some network drives) two processes may pay for the same request once each.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / CLAIMS
        self._file: int | None = None

    @contextlib.asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """Wait until nobody else is asking this."""
        at, pause = int(key[:12], 16), 0.02
        while not self._take(at):
            await asyncio.sleep(pause)
            pause = min(_LONGEST_LOOK, 2 * pause)
        try:
            yield
        finally:
            self._let_go(at)

    def close(self) -> None:
        """Let go of everything; safe to call twice."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _take(self, at: int) -> bool:
        try:
            import fcntl

            if self._file is None:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, at)
        except (BlockingIOError, PermissionError):
            return self._file is None  # without the file there is nothing to wait for
        except (ImportError, OSError):
            return True
        return True

    def _let_go(self, at: int) -> None:
        with contextlib.suppress(ImportError, OSError):
            import fcntl

            if self._file is not None:
                fcntl.lockf(self._file, fcntl.LOCK_UN, 1, at)


@dataclass(frozen=True, slots=True)
class Stock:
    """What a store holds: how many replies, their bytes, and when the oldest and newest were written, if any."""

    replies: int
    size: int
    oldest: float | None
    newest: float | None


def stock(folder: Path) -> Stock:
    """Count what is in a store; one that does not exist is empty."""
    replies, size = 0, 0
    oldest = newest = None
    for _, at in _entries(folder):
        replies, size = replies + 1, size + at.st_size
        oldest = min(at.st_mtime, oldest or at.st_mtime)
        newest = max(at.st_mtime, newest or at.st_mtime)
    return Stock(replies, size, oldest, newest)


def prune(folder: Path, *, days: float | None = None, megabytes: float | None = None) -> int:
    """Delete replies older than `days`, then the longest unused until `megabytes` are left; count them.

    Only files that are named like recordings go. Raises OutputError where one cannot be deleted.
    """
    now, gone = time.time(), 0
    left = []
    for path, at in _entries(folder):
        if days is not None and now - at.st_mtime > days * 86_400:
            gone += _delete(path)
        elif megabytes is not None:
            left.append((at.st_atime, at.st_size, path))
    if megabytes is not None:
        over = sum(size for _, size, _ in left) - megabytes * 1_000_000
        for _, size, path in sorted(left):
            if over <= 0:
                break
            gone += _delete(path)
            over -= size
    return gone


def _entries(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.glob("??/*@*-*.json"):
        with contextlib.suppress(FileNotFoundError):
            yield path, path.stat()


def _delete(path: Path) -> int:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"cannot delete {str(path)!r}: {error.strerror or error}") from error
    return 1
