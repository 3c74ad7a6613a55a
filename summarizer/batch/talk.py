"""The conversation about one article of a batch: what is asked is computed elsewhere, here it is waited for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from summarizer import again, stages
from summarizer.batch.gate import Gate
from summarizer.batch.limits import Throttle
from summarizer.batch.work import Pool, finish, unpacked
from summarizer.drafts.model import Asking
from summarizer.exchange import Backend
from summarizer.settings import Settings


class Talk:
    """All conversations of a batch, with one backend and no more of them at once than the throttle lets."""

    def __init__(self, chosen: Settings, pool: Pool, gate: Gate, throttle: Throttle) -> None:
        self._chosen = chosen
        self._pool = pool
        self._gate = gate
        self._throttle = throttle

    async def note(
        self, packed: bytes, asking: Asking | None, backend: Backend | None
    ) -> tuple[str, stages.Ran]:
        """Ask, hold what comes against the article, and ask once more for what it does not bear out.

        Raises what has stopped the batch where that leaves a question open: the article is for the next run,
        which finds the first reply at hand.
        """
        chosen = self._chosen
        if asking is None or backend is None:
            ran = stages.Ran()
            return str(await self._pool.do(finish, packed, chosen, ran, True)), ran
        async with self._turn():
            ran = await stages.converse(asking, lambda: unpacked(packed), backend, chosen)
        made = await self._pool.do(finish, packed, chosen, ran)
        if not isinstance(made, again.Again):
            return made, ran
        async with self._turn():
            more = await again.ask(asking, made, ran, backend, chosen.deadline)
        if self._gate.stopped is not None and not again.answered(ran, more):
            raise self._gate.stopped
        return str(await self._pool.do(finish, packed, chosen, more, True)), more

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait until one more may talk to the model; nobody may once the batch has stopped."""
        async with self._throttle:
            if self._gate.stopped is not None:
                raise self._gate.stopped
            yield
