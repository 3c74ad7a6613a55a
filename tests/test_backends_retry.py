"""What is sent again and what is waited for, against a real server that fails."""

from __future__ import annotations

import asyncio
import time
from email.utils import formatdate

import pytest

from summarizer.backends import chat
from summarizer.errors import BackendUnavailable
from tests.wire import Answer, Waits, Wire, ask, elapsed, error, one, request, says


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504])
def test_what_may_pass_is_sent_again(status: int) -> None:
    waits = Waits()
    reply = one(error(status, "busy"), error(status, "busy"), says(), waits=waits)
    assert (reply.finish, reply.requests) == ("stop", 3)
    assert len(waits) == 2
    assert 0.3 < waits[0] < waits[1] < 2


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "+600"}, 600.0),
        ({"retry-after": "-30"}, 0.0),
    ],
    ids=["seconds", "milliseconds", "both", "date", "date gone by"],
)
def test_a_wait_that_is_asked_for_is_kept(headers: dict[str, str], seconds: float) -> None:
    waits = Waits()
    # a date is reckoned from now, not from when the tests were collected
    sent = {
        name: formatdate(time.time() + float(value), usegmt=True) if value[0] in "+-" else value
        for name, value in headers.items()
    }
    one(error(429, "slow down", headers=sent), says(), waits=waits)
    assert waits == pytest.approx([seconds], abs=90.0 if seconds == 600.0 else 1e-6)


def test_a_retry_after_that_says_nothing_is_passed_over() -> None:
    waits = Waits()
    one(error(503, "busy", headers={"retry-after": "soon"}), says(), waits=waits)
    assert 0.3 < waits[0] <= 0.5


def test_a_wait_longer_than_the_deadline_is_not_begun() -> None:
    """Waiting less than was asked for would only be refused again."""
    waits = Waits()
    with pytest.raises(BackendUnavailable, match=r"asks to wait 3600 s.*1 request"):
        one(error(429, "slow down", headers={"retry-after": "3600"}), waits=waits, deadline=60)
    assert waits == []


def test_a_server_that_stays_down_is_given_up() -> None:
    waits = Waits()
    with Wire(error(503, "overloaded")) as wire:
        with pytest.raises(BackendUnavailable, match=r"HTTP 503.*5 requests.*overloaded") as caught:
            ask(wire, waits=waits)
        assert len(wire.seen) == 5
    assert caught.value.hint
    assert waits == sorted(waits)


def test_a_server_that_says_not_to_is_not_asked_again() -> None:
    with Wire(error(503, "gone for good", headers={"x-should-retry": "false"})) as wire:
        with pytest.raises(BackendUnavailable):
            ask(wire)
        assert len(wire.seen) == 1


def test_a_line_that_breaks_is_tried_three_times() -> None:
    with Wire(Answer(reset=True)) as wire:
        with pytest.raises(BackendUnavailable, match="3 requests"):
            ask(wire)
        assert len(wire.seen) == 3


def test_a_time_out_after_another_failure_is_the_first_time_out() -> None:
    """A model that was busy and then slow once has not been slow twice."""
    slow = Answer(body=says().body, stall=5.0)
    reply = one(error(429, "busy"), Answer(reset=True), slow, says(), waits=Waits(), timeout=0.5)
    assert (reply.finish, reply.requests) == ("stop", 4)


def test_failures_of_every_kind_together_are_five_at_most() -> None:
    mixed = (error(429, "busy"), Answer(reset=True), error(500, "broken"), Answer(reset=True))
    with Wire(*mixed, error(503, "overloaded"), says()) as wire:
        with pytest.raises(BackendUnavailable, match="5 requests"):
            ask(wire, waits=Waits())
        assert len(wire.seen) == 5


def test_a_body_cut_short_is_asked_for_again() -> None:
    cut = Answer(body=says().body, cut=40)
    assert one(cut, says()).requests == 2


def test_a_host_where_nothing_listens_is_named_with_what_to_try() -> None:
    with Wire() as wire:
        url = wire.url
    waits = Waits()

    async def run() -> None:
        backend = chat.ChatBackend("some-model", chat.Endpoint(url))
        backend.pause = waits
        try:
            await backend.complete(request())
        finally:
            await backend.close()

    with pytest.raises(BackendUnavailable) as caught:
        asyncio.run(run())
    assert url in caught.value.message
    assert "--base-url" in (caught.value.hint or "")


@pytest.mark.parametrize(
    "slow",
    [Answer(body=says().body, stall=30), Answer(body=says().body, drip=0.02)],
    ids=["silence", "a byte at a time"],
)
def test_the_time_out_covers_the_whole_answer(slow: Answer) -> None:
    """A read time-out alone never ends while a byte comes now and then."""
    started = time.monotonic()
    with pytest.raises(BackendUnavailable, match=r"within 0\.2 s \(2 requests\)"):
        one(slow, timeout=0.2)
    assert elapsed(started) < 3


def test_the_deadline_covers_the_whole_run() -> None:
    started = time.monotonic()
    with pytest.raises(BackendUnavailable, match="allowed for the run"):
        one(Answer(body=says().body, stall=30), timeout=20, deadline=0.3)
    assert elapsed(started) < 3


def test_cancelling_ends_at_once() -> None:
    """Ctrl-C in a terminal arrives as a cancelled task."""

    async def run(wire: Wire) -> float:
        backend = chat.ChatBackend("some-model", chat.Endpoint(wire.url))
        task = asyncio.ensure_future(backend.complete(request()))
        await asyncio.sleep(0.2)
        started = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await backend.close()
        return elapsed(started)

    with Wire(Answer(stall=30)) as wire:
        assert asyncio.run(run(wire)) < 1
