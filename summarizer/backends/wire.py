"""Retries of the wire and words for its failures; the only place that waits.

One layer retries: the client's own retries are off, tenacity's are on, and only for what
may pass by itself.
"""

from __future__ import annotations

import asyncio
import email.utils
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from summarizer.errors import BackendError, BackendRefused, BackendUnavailable, ContextOverflow

_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_FINAL_CODES = re.compile(
    r"insufficient_quota|billing|quota_exceeded|exceeded your current quota", re.IGNORECASE
)
_TOO_LONG = re.compile(
    r"context[ _]length|maximum context|context size|exceeds? the available context|too many tokens|prompt is too long"
    r"|context window",
    re.IGNORECASE,
)
# A server that asks for more patience than this is better asked again by the user.
LONGEST_WAIT = 120.0
_FIRST_WAIT, _MOST_WAIT = 0.5, 20.0


async def carry(
    call: Callable[[], Awaitable[Any]],
    *,
    attempts: int,
    sleep: Callable[[float], Awaitable[None]] | None = None,
) -> tuple[Any, int]:
    """Await `call()` until it answers or fails for good; gives the answer and the requests made.

    A wait that the server asks for (Retry-After, in seconds, milliseconds or as a date) is
    kept to; one of more than two minutes ends the retries.
    """
    from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt

    async def nap(seconds: float) -> None:
        await asyncio.sleep(seconds)

    count = 0
    retrying = AsyncRetrying(
        stop=stop_after_attempt(attempts),
        wait=lambda state: _wait(state.attempt_number, state.outcome.exception() if state.outcome else None),
        retry=retry_if_exception(_may_pass),
        sleep=sleep or nap,
        reraise=True,
    )
    try:
        async for attempt in retrying:
            with attempt:
                count += 1
                return await call(), count
    except Exception as error:
        error.__dict__["requests_made"] = count
        raise
    raise AssertionError("tenacity ends with a result or an exception")


def requests_of(error: Exception) -> int:
    """How many requests were made before this error came through `carry`."""
    made: int = getattr(error, "requests_made", 1)
    return made


def _may_pass(error: BaseException) -> bool:
    import openai

    if isinstance(error, openai.APIStatusError):
        if error.status_code not in _PASSING or _FINAL_CODES.search(str(error.body or error)):
            return False
        asked = retry_after(error.response.headers)
        return asked is None or asked <= LONGEST_WAIT
    return isinstance(error, openai.APIConnectionError)


def _wait(attempt: int, error: BaseException | None) -> float:
    response = getattr(error, "response", None)
    asked = retry_after(response.headers) if response is not None else None
    return asked if asked is not None else min(_FIRST_WAIT * 2 ** (attempt - 1), _MOST_WAIT)


def retry_after(headers: Any) -> float | None:  # noqa: ANN401
    """Read how many seconds a server asks us to wait, None where it does not say.

    >>> retry_after({"retry-after-ms": "250"})
    0.25
    """
    if (millis := headers.get("retry-after-ms")) is not None:
        try:
            return max(0.0, float(millis) / 1000)
        except ValueError:
            pass
    if (said := headers.get("retry-after")) is None:
        return None
    try:
        return max(0.0, float(said))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return None


def explain(error: Exception, where: str, key: str | None) -> BackendError:
    """Word a failure of the wire for the person who has to do something about it."""
    import openai

    if isinstance(error, BackendError):
        return error
    if isinstance(error, openai.APITimeoutError):
        return BackendUnavailable(
            f"{where} did not answer in time", hint="a larger --timeout, or a smaller model"
        )
    if isinstance(error, openai.APIStatusError):
        return _status(error, where, key)
    if isinstance(error, openai.APIConnectionError):
        cause = _scrubbed(str(error.__cause__ or error), key)
        return BackendUnavailable(
            f"{where} cannot be reached ({cause})",
            hint="is the server running, and is --base-url right? 'summarizer doctor' asks it",
        )
    return BackendUnavailable(
        f"{where} failed: {_scrubbed(str(error), key)}", hint="try again with --verbose"
    )


def _status(error: Any, where: str, key: str | None) -> BackendError:  # noqa: ANN401
    said = _scrubbed(_message(error), key)
    status = error.status_code
    if status in (400, 413, 422) and _TOO_LONG.search(said):
        return ContextOverflow(
            f"the article does not fit what {where} can read: {said}",
            hint="a model with a larger context, or --model extractive",
        )
    if _FINAL_CODES.search(str(error.body or error)):
        return BackendRefused(
            f"{where}: the account has no quota left: {said}", hint="check the plan and billing"
        )
    if status == 401:
        return BackendRefused(f"{where} does not accept the key: {said}", hint="check OPENAI_API_KEY")
    if status == 403:
        return BackendRefused(f"{where} forbids it: {said}", hint="does the key have access to this model?")
    if status == 404:
        return BackendRefused(
            f"{where} does not know the model or the address: {said}",
            hint="name another model with --model, and check that --base-url ends in /v1",
        )
    if status == 429:
        asked = retry_after(error.response.headers)
        more = f" and asks to wait {asked:.0f} s" if asked else ""
        return BackendUnavailable(f"{where} is limiting requests{more}: {said}", hint="try again later")
    if status >= 500:
        return BackendUnavailable(f"{where} failed with status {status}: {said}", hint="try again later")
    return BackendRefused(f"{where} refused the request with status {status}: {said}", hint="see --verbose")


def _message(error: Any) -> str:  # noqa: ANN401
    body = error.body
    if isinstance(body, dict):
        inner = body.get("error", body)
        said = inner.get("message") if isinstance(inner, dict) else inner
        if said:
            return str(said)[:300]
    return " ".join(str(error).split())[:300]


def _scrubbed(text: str, key: str | None) -> str:
    return text.replace(key, "[key]") if key and len(key) > 3 else text
