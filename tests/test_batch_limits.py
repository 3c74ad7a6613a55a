"""What a batch may spend and how fast it may go: kept to before the request, never found out after it."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from summarizer import prices
from summarizer.batch import plan
from summarizer.batch.limits import Bucket, Budget, Most, Need, Throttle
from summarizer.cli import program
from summarizer.errors import BatchStopped, UsageError
from tests import batches, playing, wire


@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50), st.integers(0, 100)), max_size=30),
    st.integers(0, 600),
)
@settings(max_examples=60, deadline=None)
def test_a_budget_of_tokens_is_never_crossed(needs: list[tuple[int, int, int]], most: int) -> None:
    """Whatever comes back, and however many requests are open at once, as long as replies keep to their cap."""

    async def run() -> int:
        budget = Budget(Most(tokens=most), None)

        async def one(taken: int, given_: int, share: int) -> None:
            need = Need(taken, given_)
            try:
                await budget.reserve(need)
            except BatchStopped:
                return
            await asyncio.sleep(0)
            budget.settle(need, Need(taken, given_ * share // 100))
            assert budget.tokens <= most

        await asyncio.wait_for(asyncio.gather(*(one(*need) for need in needs)), 5)
        return budget.tokens

    assert asyncio.run(run()) <= most


def test_a_batch_stops_before_the_request_that_could_cross_and_goes_on_with_more(tmp_path: Path) -> None:
    """Repeated and second requests count, and so do those of earlier runs."""
    script = playing.Playing(share=0.3)
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 12), server, chosen={"timeout": 1.0})
        first = batches.done(replace(asked, limits=replace(asked.limits, most=Most(tokens=8_000))))
        assert isinstance(first.stopped, BatchStopped)
        assert 0 < sum(script.tokens) <= 8_000
        assert 0 < first.notes < 12
        again = batches.done(replace(asked, limits=replace(asked.limits, most=Most(tokens=8_000))))
        assert isinstance(again.stopped, BatchStopped)
        # another order may find one more that fits; the limit holds over both runs
        assert 0 < sum(script.tokens) <= 8_000
        assert batches.done(asked).stopped is None
    assert [line["id"] for line in batches.lines(asked.output)] == [f"a{n}" for n in range(12)]


def test_money_is_counted_where_the_price_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger's sum is that of the lines, and of what the endpoint reported."""
    monkeypatch.setattr(prices, "find", lambda *args: prices.Price("gpt-5.4-mini", "openai", args[3]))
    price = prices.Price("gpt-5.4-mini", "openai")
    script = playing.Playing()
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 6), server)
        bounded = replace(asked, limits=replace(asked.limits, most=Most(cost=0.012)))
        stopped = batches.done(bounded)
        assert isinstance(stopped.stopped, BatchStopped)
        assert "--max-cost 0.012" in stopped.stopped.message
        assert stopped.totals.cost is not None
        assert stopped.totals.cost <= 0.012
        outcome = batches.done(asked)
    assert outcome.totals.cost == pytest.approx(price.of(*script.tokens))
    assert sum(line["spent"]["cost"] for line in batches.lines(asked.output)) == pytest.approx(
        outcome.totals.cost
    )


def test_a_model_whose_price_nobody_knows_is_said_to_have_none(tmp_path: Path) -> None:
    """A guess would be worse than no figure."""
    assert prices.find("openai", "no-such-model") is None
    assert prices.find("openai", "gpt-5.4-mini", "http://127.0.0.1:8080/v1") is None
    assert prices.find("llama", "model.gguf") == prices.Price("model.gguf")
    with wire.Wire(playing.Playing()) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 2), server)
        assert batches.done(asked).totals.cost is None
        with pytest.raises(UsageError, match="none is known for openai:small"):
            replace(asked, limits=replace(asked.limits, most=Most(cost=1.0)))


def test_a_dry_run_sends_nothing_and_says_what_would_be_sent(tmp_path: Path) -> None:
    """Replies that are at hand are not counted, and nothing is written."""
    script = playing.Playing()
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 4), server)
        made = asyncio.run(plan.plan(asked))
        assert (script.received, list(tmp_path.iterdir())) == (0, [tmp_path / "archive.jsonl"])
        assert (made.inputs, made.requests, made.cached, made.cost) == (4, 4, 0, None)
        batches.done(asked)
        assert made.output_tokens >= script.tokens[1]
        assert (plan_again := asyncio.run(plan.plan(asked))).cached == 4
        assert plan_again.requests == 0
        shown = CliRunner().invoke(
            program.app,
            [
                "batch",
                *asked.inputs,
                "-o",
                "x.jsonl",
                "--model",
                "openai:small",
                "--base-url",
                server.url,
                "--dry-run",
            ],
        )
    assert f"sent to      {server.url}" in shown.stdout
    assert "price        unknown for openai:small" in shown.stdout


def test_a_rate_of_requests_is_kept_by_all_articles_together(tmp_path: Path) -> None:
    """240 a minute are 8 at once and then 4 a second; loading the client gives a second 8 the time to gather."""
    moments: list[float] = []

    def timed(body: dict[str, Any]) -> wire.Answer:
        moments.append(time.monotonic())
        return playing.good(body)

    with wire.Wire(timed) as server:
        bounds = {"requests_a_minute": 240.0, "concurrency": 20}
        batches.done(batches.job(tmp_path, batches.archive(tmp_path, 20), server, limits=bounds))
    assert moments[19] - moments[0] >= 0.8


def test_a_bucket_lets_no_more_through_than_its_rate() -> None:
    async def run() -> float:
        bucket = Bucket(60_000)
        started = time.monotonic()
        await asyncio.gather(*(bucket.take(700) for _ in range(4)))
        bucket.give_back(1000)
        return time.monotonic() - started

    assert asyncio.run(run()) >= 0.75


def test_too_much_slows_the_whole_batch_and_answers_speed_it_up_again() -> None:
    """Halved once for all requests that were under way together, then one more for every round."""

    async def run() -> None:
        throttle = Throttle(16, first_pause=0.0)
        sent = time.monotonic()
        for _ in range(16):
            throttle.slow(sent, None)
        assert (throttle.limit, throttle.slowed) == (8, 1)
        throttle.slow(time.monotonic(), None)
        assert throttle.limit == 4
        for _ in range(4):
            throttle.ease()
        assert 4.9 < throttle.limit < 5.1
        for _ in range(200):
            throttle.ease()
        assert throttle.limit == 16

    asyncio.run(run())


def test_nobody_sends_while_the_endpoint_has_asked_for_peace(tmp_path: Path) -> None:
    """One article is told to wait; all others wait with it."""
    moments: list[float] = []

    def limited(body: dict[str, Any]) -> wire.Answer:
        moments.append(time.monotonic())
        if len(moments) == 1:
            return wire.error(429, "slow down", headers={"retry-after-ms": "400"})
        return playing.good(body)

    with wire.Wire(limited) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 5), server, limits={"concurrency": 1})
        outcome = batches.done(asked)
    assert outcome.failures == 0
    assert outcome.totals.refused == 1
    assert moments[1] - moments[0] >= 0.38


def test_a_throttle_never_has_more_inside_than_its_limit() -> None:
    async def run() -> int:
        throttle = Throttle(4)
        inside = most = 0

        async def one(number: int) -> None:
            nonlocal inside, most
            async with throttle:
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                inside -= 1
                if number == 5:
                    throttle.slow(time.monotonic(), 0.0)
                    throttle.ease()

        await asyncio.wait_for(asyncio.gather(*map(one, range(40))), 5)
        return most

    assert asyncio.run(run()) == 4


def test_the_log_is_json_and_its_last_line_is_the_end(tmp_path: Path) -> None:
    """For programs that watch: every article, and the totals."""
    archive = batches.archive(tmp_path, 2)
    shown = CliRunner().invoke(
        program.app,
        ["batch", str(archive), "-o", str(tmp_path / "o.jsonl"), "--log-json", "--processes", "0"],
    )
    told = [json.loads(line) for line in shown.stderr.splitlines()]
    assert [line["event"] for line in told] == ["article", "article", "end"]
    assert told[-1]["notes"] == 2


def test_spans_tell_of_each_conversation_and_hold_no_text(tmp_path: Path) -> None:
    """The names are those of OpenTelemetry's conventions for generative models."""
    pytest.importorskip("opentelemetry.sdk")
    with wire.Wire(playing.Playing()) as server, batches.spans_kept() as spans:
        batches.done(batches.job(tmp_path, batches.archive(tmp_path, 2), server))
    chats = [span for span in spans if span.name == "chat small"]
    assert len(chats) == 2
    assert {span.parent.span_id for span in chats if span.parent} == {
        span.context.span_id for span in spans if span.name == "summarizer.article"
    }
    assert chats[0].attributes is not None
    assert chats[0].attributes["gen_ai.operation.name"] == "chat"
    assert chats[0].attributes["gen_ai.usage.input_tokens"]
    assert not any("council" in str(value) for span in spans for value in (span.attributes or {}).values())
