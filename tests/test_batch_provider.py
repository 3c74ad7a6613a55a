"""A provider's own batches, over an endpoint on loopback that plays the interface."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer.batch import parts, provider
from summarizer.batch.job import Job
from summarizer.cli import program
from summarizer.errors import BackendError, UsageError
from tests import batches
from tests.batchapi import Fate, Interface, completed


def job(folder: Path, api: Interface, count: int = 9, **changes: Any) -> Job:
    made = batches.job(folder, batches.archive(folder, count), **changes)
    chosen = batches.settings(model="openai:small", base_url=api.url, api_key="k-not-real", attempts=1)
    return replace(made, chosen=chosen)


def submit(asked: Job, folder: Path, **limits: int) -> parts.State:
    return asyncio.run(provider.submit(asked, folder, **limits))


def outcomes(asked: Job) -> dict[str, bool]:
    return {line["id"]: line["note"] is not None for line in batches.lines(asked.output)}


def test_what_is_submitted_today_is_collected_tomorrow(tmp_path: Path) -> None:
    """Nine articles in batches of three at most; the first was asked directly."""
    with Interface() as api:
        asked = job(tmp_path, api)
        state = submit(asked, tmp_path / "job", most_requests=3)
        assert [part.requests for part in state.parts] == [3, 3, 2]
        assert len(api.chats) == 1
        early = asyncio.run(provider.collect(asked, tmp_path / "job"))
        assert (early.notes, early.failures) == (1, 8)
        api.ended = True
        outcome = asyncio.run(provider.collect(asked, tmp_path / "job"))
        assert (outcome.notes, outcome.failures) == (8, 0)
        again = asyncio.run(provider.collect(asked, tmp_path / "job"))
        assert (again.notes, again.before, again.totals.sent) == (0, 9, outcome.totals.sent)
    assert list(outcomes(asked)) == [f"a{n}" for n in range(9)]
    assert outcome.totals.answered == 8
    assert len(api.chats) == 1


def test_parts_are_split_by_size_too(tmp_path: Path) -> None:
    """200 MB at OpenAI; a request that is larger than that by itself is a part by itself."""
    with Interface() as api:
        state = submit(job(tmp_path, api, 5), tmp_path / "job", most_bytes=14_000)
        sizes = [state.path(part).stat().st_size for part in state.parts]
    assert len(sizes) > 1
    assert all(size <= 14_000 or part.requests == 1 for size, part in zip(sizes, state.parts, strict=True))
    assert sum(part.requests for part in state.parts) == 4


@pytest.mark.parametrize(("end", "left"), [("expired", 4), ("failed", 8), ("cancelled", 8)])
def test_what_a_batch_leaves_out_is_named_and_submitted_again(tmp_path: Path, end: str, left: int) -> None:
    """An expired batch is charged for what it has done: that is kept and not asked for again."""

    def fate(number: int, requests: list[dict[str, Any]]) -> str:
        return end if number == 0 else "completed"

    chosen: Fate = fate
    with Interface(chosen) as api:
        asked = job(tmp_path, api)
        submit(asked, tmp_path / "job")
        api.ended = True
        outcome = asyncio.run(provider.collect(asked, tmp_path / "job"))
        assert outcome.failures == left
        missing = [line for line in batches.lines(asked.output) if line["note"] is None]
        assert all("no reply in the batch" in line["failure"]["message"] for line in missing)
        state = submit(asked, tmp_path / "job")
        assert [part.requests for part in state.parts] == [8, left]
        assert asyncio.run(provider.collect(asked, tmp_path / "job")).failures == 0
    assert all(outcomes(asked).values())
    assert len(outcomes(asked)) == 9
    assert len(api.chats) == 1


def test_a_batch_that_was_made_and_not_written_down_is_found_again(tmp_path: Path) -> None:
    """The line broke just after the provider had made the batch; a second one would be paid for, too."""
    with Interface() as api:
        asked = job(tmp_path, api, 4)
        api.breaks_after_create = True
        with pytest.raises(BackendError):
            submit(asked, tmp_path / "job")
        api.breaks_after_create = False
        made = len(api.batches)
        state = submit(asked, tmp_path / "job")
    assert len(api.batches) == made
    assert state.parts[0].batch_id == "batch-0"


def test_a_second_question_is_asked_in_a_second_round(tmp_path: Path) -> None:
    """With two attempts: submit, collect, submit, collect. An article whose second question is open waits."""
    with Interface(doubted=1.0) as api:
        asked = job(tmp_path, api, 6)
        asked = replace(asked, chosen=replace(asked.chosen, attempts=2))
        folder = tmp_path / "job"
        submit(asked, folder)
        api.ended = True
        early = asyncio.run(provider.collect(asked, folder))
        assert (early.notes, early.failures) == (0, 6)
        assert all("submit again" in line["failure"]["hint"] for line in batches.lines(asked.output))
        state = submit(asked, folder)
        assert [part.requests for part in state.parts] == [5, 6]
        outcome = asyncio.run(provider.collect(asked, folder))
        assert (outcome.notes, outcome.failures) == (6, 0)
        assert [part.requests for part in submit(asked, folder).parts] == [5, 6]
    assert len(api.chats) == 1
    single = batches.done(replace(asked, output=tmp_path / "single.jsonl"))
    assert (single.notes, single.totals.sent) == (6, 0)
    found = [
        [line["note"]["summary"] for line in batches.lines(path)]
        for path in (asked.output, tmp_path / "single.jsonl")
    ]
    assert found[0] == found[1]


def test_after_one_round_an_ordinary_batch_asks_the_second_questions_alone(tmp_path: Path) -> None:
    with Interface(doubted=1.0) as api:
        asked = job(tmp_path, api, 4)
        submit(asked, tmp_path / "job")
        api.ended = True
        assert asyncio.run(provider.collect(asked, tmp_path / "job")).notes == 4
        more = replace(
            asked, output=tmp_path / "more.jsonl", chosen=replace(asked.chosen, attempts=2, base_url=api.url)
        )
        outcome = batches.done(more)
    assert (outcome.notes, outcome.totals.sent, outcome.totals.cached) == (4, 4, 4)
    assert len(api.chats) == 1 + 4


def test_many_articles_that_wait_do_not_end_the_collecting(tmp_path: Path) -> None:
    """No model is out of reach; the others' notes are made all the same."""
    with Interface() as api:
        asked = job(tmp_path, api, 30)
        submit(asked, tmp_path / "job")
        outcome = asyncio.run(provider.collect(asked, tmp_path / "job"))
    assert outcome.stopped is None
    assert (outcome.notes, outcome.failures) == (1, 29)


def test_the_folder_of_another_batch_is_not_touched(tmp_path: Path) -> None:
    with Interface() as api:
        asked = job(tmp_path, api, 3)
        submit(asked, tmp_path / "job")
        with pytest.raises(UsageError, match="other inputs"):
            submit(replace(asked, inputs=("elsewhere.jsonl",)), tmp_path / "job")
        other = replace(asked, chosen=batches.settings(model="extractive"))
        with pytest.raises(UsageError, match="no batches of its own"):
            submit(other, tmp_path / "job2")


def test_the_commands_submit_look_and_collect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`status` and `collect` know from the folder what was submitted."""
    monkeypatch.setenv("OPENAI_API_KEY", "k-not-real")
    folder, out, cache = tmp_path / "job", tmp_path / "notes.jsonl", str(tmp_path / "replies")

    def run(*args: str) -> Any:
        return CliRunner().invoke(program.app, ["batch", *args])

    with Interface(completed) as api:
        inputs = str(batches.archive(tmp_path, 3))
        shown = run(
            *("submit", inputs, "--job", str(folder), "--cache", cache),
            *("--model", "openai:small", "--base-url", api.url),
        )
        assert shown.exit_code == 0, shown.stderr
        assert "2 requests" in shown.stdout
        api.ended = True
        assert "completed" in run("status", "--job", str(folder)).stdout
        shown = run("collect", "--job", str(folder), "-o", str(out), "--cache", cache)
        assert shown.exit_code == 0, shown.stderr
    assert [json.loads(line)["note"] is not None for line in out.read_text().splitlines()] == [True] * 3
