"""What is at hand of a conversation, and which question of it would be the next one on the wire."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer import again, stages
from summarizer.batch.work import Pool, doubts
from summarizer.drafts.model import Asking
from summarizer.errors import ContextOverflow
from summarizer.exchange import Reply, Request
from summarizer.settings import Settings

Find = Callable[[Request], Reply | None]
"""Looks the reply to a request up where replies are kept."""


class Missing(Exception):
    """The reply to `request` is not at hand."""

    def __init__(self, request: Request) -> None:
        super().__init__(request.prompt)
        self.request = request


@dataclass(frozen=True, slots=True)
class Next:
    """Where a conversation stands: the request that is to be sent, None at its end, and the replies at hand."""

    request: Request | None
    at_hand: int


class Shelf:
    """A backend that sends nothing: it answers from what is kept, and raises Missing for the rest."""

    def __init__(self, chosen: Settings, find: Find) -> None:
        self.scheme = chosen.scheme
        self.model = chosen.model_name
        self.context = chosen.context
        self.found = 0
        self._find = find

    async def complete(self, request: Request) -> Reply:
        """Give the kept reply."""
        reply = self._find(request)
        if reply is None:
            raise Missing(request)
        self.found += 1
        return reply

    async def close(self) -> None:
        """Nothing is held open."""


async def look(packed: bytes, asking: Asking, chosen: Settings, pool: Pool, find: Find) -> Next:
    """Go through the conversation about an article as far as replies are at hand.

    Of an article that is read window by window the whole counts as one request, not at hand.
    """
    shelf = Shelf(chosen, find)
    try:
        ran = await stages.ask(asking, shelf, chosen)
        more = await pool.do(doubts, packed, chosen, ran)
        if more is not None:
            await again.ask(asking, more, ran, shelf, chosen.deadline)
    except Missing as missing:
        return Next(missing.request, shelf.found)
    except ContextOverflow:
        return Next(asking.request(chosen.model_name), 0)
    return Next(None, shelf.found)
