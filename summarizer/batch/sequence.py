"""Lines on their way out of a batch, in the order of their inputs or as they are done."""

from __future__ import annotations

import asyncio

from summarizer.batch.outputs import Output

HELD = 1000
"""Finished lines that may wait for an earlier one: some 10 MB."""


class Sequence:
    """Write lines as they come or, `ordered`, hold each until those of all earlier inputs are out."""

    def __init__(self, out: Output, ordered: bool, first: int = 0) -> None:
        self._out = out
        self._ordered = ordered
        self._next = first
        self._held: dict[int, str | None] = {}
        self._moved = asyncio.Event()
        self._open = False

    def put(self, index: int, text: str) -> None:
        """Take the line of an input."""
        if self._ordered:
            self._held[index] = text
            self._flush()
        else:
            self._out.write(text)

    def skip(self, index: int) -> None:
        """Take note of an input that has its line already."""
        if self._ordered:
            self._held[index] = None
            self._flush()

    async def room(self) -> None:
        """Wait while too many lines are held back by one that takes long."""
        while len(self._held) > HELD and not self._open:
            self._moved.clear()
            await self._moved.wait()

    def open_up(self) -> None:
        """Let nobody wait any more."""
        self._open = True
        self._moved.set()

    def _flush(self) -> None:
        while self._next in self._held:
            if (text := self._held[self._next]) is not None:
                self._out.write(text)
            del self._held[self._next]
            self._next += 1
            self._moved.set()
