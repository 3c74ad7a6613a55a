"""What stands between a batch and the wire: every request passes here, repeated ones too."""

from __future__ import annotations

import json
import time
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from summarizer.backends import refusals, replies
from summarizer.batch.ledger import UNANSWERED, UNREACHED, Ledger
from summarizer.batch.limits import Bucket, Budget, Need, Throttle
from summarizer.drafts.model import estimate_tokens
from summarizer.errors import OutputError, SummarizerError
from summarizer.exchange import Request, Send, Usage

TOO_MUCH = frozenset({429, 503, 529})
"""Statuses by which endpoints say that they get too much; 529 is Anthropic's and some proxies'."""

_CHARACTERS_A_TOKEN = 3.5


@dataclass(slots=True)
class Tally:
    """What one article has cost so far."""

    requests: int = 0
    unanswered: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0


TALLY: ContextVar[Tally | None] = ContextVar("tally", default=None)
"""The article that a request is for; each runs in a task, and so in a context, of its own."""


class Gate:
    """Hold back, count and write down; it is a `Gate` of `exchange`.

    `stop` makes every later request raise that error in place of being sent.
    """

    def __init__(
        self,
        ledger: Ledger,
        throttle: Throttle,
        budget: Budget,
        requests: Bucket | None = None,
        tokens: Bucket | None = None,
    ) -> None:
        self._ledger = ledger
        self._throttle = throttle
        self._budget = budget
        self._requests = requests
        self._tokens = tokens
        self.stopped: SummarizerError | None = None

    def stop(self, error: SummarizerError) -> None:
        """Let nothing pass any more; the first reason counts."""
        self.stopped = self.stopped or error

    async def __call__(self, request: Request, send: Send) -> str:
        """Let one request pass when its time has come."""
        need = needed(request)
        await self._budget.reserve(need)
        try:
            await self._wait(need)
            number = self._ledger.sent(need.input_tokens, need.output_tokens)
        except BaseException:
            self._budget.settle(need, Need(0, 0))
            raise
        tally = TALLY.get() or Tally()
        tally.requests += 1
        sent = time.monotonic()
        try:
            text = await send()
        except BaseException as error:
            self._failed(number, need, error, sent)
            raise
        self._answered(number, need, text)
        return text

    async def _wait(self, need: Need) -> None:
        if self._requests is not None:
            await self._requests.take()
        if self._tokens is not None:
            await self._tokens.take(need.tokens)
        await self._throttle.pause()
        if self.stopped is not None:
            raise self.stopped

    def _failed(self, number: int, need: Need, error: BaseException, sent: float) -> None:
        status, asked = status_of(error)
        if status == UNANSWERED and (tally := TALLY.get()) is not None:
            tally.unanswered += 1
        if status in TOO_MUCH:
            self._throttle.slow(sent, asked)
        # nobody charges for a refusal; what was not answered may have been worked on
        self._settle(need, need if status == UNANSWERED else Need(0, 0))
        self._note(number, status)

    def _answered(self, number: int, need: Need, text: str) -> None:
        usage = usage_of(text)
        known = usage.input_tokens is not None or usage.output_tokens is not None
        used = Need(usage.input_tokens or 0, usage.output_tokens or 0) if known else need
        cost = self._budget.price(used) if known else None
        self._settle(need, used)
        self._throttle.ease()
        if (tally := TALLY.get()) is not None:
            tally.input_tokens += usage.input_tokens or 0
            tally.output_tokens += usage.output_tokens or 0
            tally.cost = None if cost is None or tally.cost is None else tally.cost + cost
        self._note(number, 200, **{"in": usage.input_tokens, "out": usage.output_tokens, "cost": cost})

    def _note(self, number: int, status: int, **what: Any) -> None:  # noqa: ANN401
        """Write an outcome down; a full disk must not cost the reply that has just come."""
        try:
            self._ledger.got(number, status, **what)
        except OutputError as error:
            self.stop(error)

    def _settle(self, need: Need, used: Need) -> None:
        self._budget.settle(need, used)
        if self._tokens is not None:
            self._tokens.give_back(need.tokens - used.tokens)


def needed(request: Request) -> Need:
    """Say how many tokens a request can take at most, the schema counted as some endpoints do."""
    schema = len(json.dumps(request.schema)) / _CHARACTERS_A_TOKEN if request.schema is not None else 0
    return Need(estimate_tokens(request.messages) + int(schema), request.sampling.max_tokens)


def status_of(error: BaseException) -> tuple[int, float | None]:
    """Read the status of a refusal, and how long the endpoint asks to wait; see `UNANSWERED` and `UNREACHED`."""
    response: Any = getattr(error, "response", None)
    status = getattr(error, "status_code", None)
    if not isinstance(status, int) or response is None:
        return (UNREACHED if _unreached(error) else UNANSWERED), None
    return status, refusals.asked_pause(response.headers)


def _unreached(error: BaseException) -> bool:
    """Say whether not even a connection came about."""
    import httpx2

    beneath = error.__cause__
    return isinstance(beneath, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout)


def usage_of(text: str) -> Usage:
    """Read the tokens that an answer reports, in the words of OpenAI or of Ollama."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return Usage()
    if not isinstance(data, dict):
        return Usage()
    if "prompt_eval_count" in data or "eval_count" in data:
        data = {
            "usage": {
                "prompt_tokens": data.get("prompt_eval_count"),
                "completion_tokens": data.get("eval_count"),
            }
        }
    return replies.usage(data.get("usage"))
