"""Sending again what may succeed next time: rate limits, overload, time-outs, broken lines.

tenacity does the looping. It takes the decorated `create` of the openai package for a
plain function and would return its coroutine un-awaited as a success, so what is handed
in must be a coroutine function of our own.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarizer.backends import ladder, refusals

if TYPE_CHECKING:
    import tenacity

Pause = Callable[[float], Awaitable[None]]
"""How waiting is done; tests hand in one that does not."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 20.0

TRIES_TIMEOUT = 2
"""A model that was too slow once is seldom fast the next time, and each try costs the whole time-out."""
TRIES_CONNECTION = 3
TRIES_STATUS = 5
"""So many are the most in all, whatever mixture they fail with."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment by which the whole run must be done, on the monotonic clock."""

    seconds: float
    started: float = field(default_factory=time.monotonic)

    def left(self) -> float:
        """Seconds that remain; 0 when none do."""
        return max(0.0, self.started + self.seconds - time.monotonic())


def retrying(deadline: Deadline, pause: Pause = asyncio.sleep) -> tenacity.AsyncRetrying:
    """Build the retry loop for one call; the last error is raised as it came.

    A wait that would outlast the deadline is not begun, and not shortened either: an
    endpoint that asks for an hour will say no again after a minute.
    """
    import tenacity

    met: Counter[int] = Counter()

    def stop(state: tenacity.RetryCallState) -> bool:
        # one kind of trouble does not use up the tries of another: a time-out after a 429 is the first one
        tries = _tries(_error(state))
        met[tries] += 1
        used_up = met[tries] >= tries or state.attempt_number >= TRIES_STATUS
        return used_up or state.upcoming_sleep >= deadline.left()

    return tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception(worth_again),
        wait=_wait,
        stop=stop,
        sleep=pause,
        reraise=True,
    )


def worth_again(error: BaseException) -> bool:
    """Tell whether the same request may be answered next time."""
    import openai

    if isinstance(error, (openai.APIConnectionError, asyncio.TimeoutError)):
        return True
    if not isinstance(error, openai.APIStatusError):
        return False
    status = error.status_code
    if error.response.headers.get("x-should-retry") == "false":
        return False
    if status == 429:
        return not refusals.is_quota(refusals.tell(error))
    if status >= 500:
        return status != 501 and not ladder.names_format(refusals.tell(error).text)
    return status in (408, 409)


def _wait(state: tenacity.RetryCallState) -> float:
    error = _error(state)
    response: Any = getattr(error, "response", None)
    if response is not None and (asked := refusals.asked_pause(response.headers)) is not None:
        return asked
    grown = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (state.attempt_number - 1))
    return grown * random.uniform(0.75, 1.0)


def _error(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome is not None else None


def _tries(error: BaseException | None) -> int:
    import openai

    if isinstance(error, (openai.APITimeoutError, asyncio.TimeoutError)):
        return TRIES_TIMEOUT
    if isinstance(error, openai.APIConnectionError):
        return TRIES_CONNECTION
    return TRIES_STATUS
