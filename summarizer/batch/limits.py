"""How much at once, how much a minute, and how much in all: limits that all articles of a batch share."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass

from summarizer.batch.ledger import Totals
from summarizer.errors import BatchStopped
from summarizer.prices import Price, shown

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
_BURST = 2.0
"""Seconds' worth of a rate that may go out at once."""


class Bucket:
    """A rate: so much a minute. Who takes more than there is waits, first come first served."""

    def __init__(self, a_minute: float) -> None:
        self._rate = a_minute / 60
        self._most = max(1.0, self._rate * _BURST)
        self._level = self._most
        self._at = time.monotonic()
        self._turn = asyncio.Lock()

    async def take(self, amount: float = 1.0) -> None:
        """Wait until `amount` is there; more than the bucket holds is taken as a debt."""
        async with self._turn:
            while (lacking := min(amount, self._most) - self._now()) > 1e-9:
                await asyncio.sleep(lacking / self._rate)
            self._level -= amount

    def give_back(self, amount: float) -> None:
        """Return what was taken and not used."""
        self._level = min(self._most, self._now() + amount)

    def _now(self) -> float:
        at = time.monotonic()
        self._level = min(self._most, self._level + (at - self._at) * self._rate)
        self._at = at
        return self._level


class Throttle:
    """How many articles talk to the model at once: halved when it is too much for it, then more again.

    The rule of TCP (additive increase, multiplicative decrease): one more for every round of
    answers. Requests that were under way when it slowed down say nothing new and do not slow it again.
    """

    def __init__(self, most: int, first_pause: float = FIRST_PAUSE) -> None:
        self.most = most
        self.limit = float(most)
        self.slowed = 0
        self._first_pause = first_pause
        self._active = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._slowed_at = float("-inf")
        self._until = 0.0
        self._streak = 0

    async def __aenter__(self) -> None:
        while self._active >= int(self.limit):
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                self._wake()  # the turn may have been given already
                raise
        self._active += 1

    async def __aexit__(self, *_: object) -> None:
        self._active -= 1
        self._wake()

    async def pause(self) -> None:
        """Wait out what the endpoint has asked everybody for."""
        while (left := self._until - time.monotonic()) > 0:
            await asyncio.sleep(left)

    def slow(self, sent: float, asked: float | None) -> None:
        """Take note that a request sent at `sent` was too much; `asked` is how long the endpoint wants peace."""
        now = time.monotonic()
        if asked is not None:
            self._until = max(self._until, now + asked)
        if sent < self._slowed_at:
            return
        self.limit = max(1.0, self.limit / 2)
        self.slowed += 1
        self._slowed_at = now
        if asked is None:
            self._until = max(self._until, now + min(LONGEST_PAUSE, self._first_pause * 2.0**self._streak))
        self._streak += 1

    def ease(self) -> None:
        """Take note of an answer."""
        self._streak = 0
        self.limit = min(float(self.most), self.limit + 1 / self.limit)
        self._wake()

    def _wake(self) -> None:
        free = int(self.limit) - self._active
        while free > 0 and self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                free -= 1


@dataclass(frozen=True, slots=True)
class Need:
    """The most that one request can take: its input as estimated, its output as capped."""

    input_tokens: int
    output_tokens: int

    @property
    def tokens(self) -> int:
        """Both."""
        return self.input_tokens + self.output_tokens


@dataclass(frozen=True, slots=True)
class Most:
    """What a batch may take in all, over all its runs; None is no limit."""

    tokens: int | None = None
    cost: float | None = None


class Budget:
    """Tokens and money, reserved before a request and settled after it.

    A request passes only if the whole of its need fits beside all that is spent and reserved, so
    the limit is kept whatever comes back. What was sent and not answered counts as spent.
    """

    def __init__(self, most: Most, price: Price | None, tokens: int = 0, cost: float = 0.0) -> None:
        self._most = most
        self._price = price
        self.tokens = tokens
        self.cost = cost
        self._held_tokens = 0
        self._held_cost = 0.0
        self._settled = asyncio.Event()
        self.stopped: BatchStopped | None = None

    @classmethod
    def after(cls, totals: Totals, most: Most, price: Price | None) -> Budget:
        """Begin with what earlier runs have spent, and with what their unanswered requests may have."""
        tokens = totals.input_tokens + totals.output_tokens + totals.uncertain_input + totals.uncertain_output
        doubt = price.of(totals.uncertain_input, totals.uncertain_output) if price is not None else 0.0
        return cls(most, price, tokens, (totals.cost or 0.0) + doubt)

    async def reserve(self, need: Need) -> None:
        """Wait until the request surely fits; BatchStopped when it does not even by itself."""
        while not self._fits(need, self._held_tokens, self._held_cost):
            if self.stopped is None and not self._fits(need, 0, 0.0):
                self.stopped = BatchStopped(
                    f"stopped before the request that could cross {self._named()}: "
                    f"{self.tokens:,} tokens and {shown(self.cost if self._price else None)} are spent",
                    hint="the same command with a higher limit goes on from here",
                )
            if self.stopped is not None:
                raise self.stopped
            self._settled.clear()
            await self._settled.wait()
        if self.stopped is not None:
            raise self.stopped
        self._held_tokens += need.tokens
        self._held_cost += self._priced(need)

    def settle(self, need: Need, used: Need) -> None:
        """Put what a request took in the place of what was reserved for it."""
        self._held_tokens -= need.tokens
        self._held_cost -= self._priced(need)
        self.tokens += used.tokens
        self.cost += self._priced(used)
        self._settled.set()

    def price(self, used: Need) -> float | None:
        """What a request costs, None where no price is known."""
        return None if self._price is None else self._price.of(used.input_tokens, used.output_tokens)

    def _priced(self, need: Need) -> float:
        return self.price(need) or 0.0

    def _fits(self, need: Need, held_tokens: int, held_cost: float) -> bool:
        if self._most.tokens is not None and self.tokens + held_tokens + need.tokens > self._most.tokens:
            return False
        return self._most.cost is None or self.cost + held_cost + self._priced(need) <= self._most.cost

    def _named(self) -> str:
        named = [
            f"--max-tokens {self._most.tokens:,}" if self._most.tokens is not None else "",
            f"--max-cost {self._most.cost:g}" if self._most.cost is not None else "",
        ]
        return " or ".join(one for one in named if one)
