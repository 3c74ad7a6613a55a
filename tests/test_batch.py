"""A batch: everything named comes out once, in order, and a second run only does what is left."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.batch import outputs, work
from summarizer.batch.job import Job, Keeping
from summarizer.errors import OutputError, UsageError
from tests import batches, playing, wire

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and devices of POSIX")


def test_lines_come_as_they_are_done_when_order_does_not_matter(tmp_path: Path) -> None:
    """The slow first article holds nobody up; in the order of the input it does."""

    def slow_first(body: dict[str, object]) -> wire.Answer:
        first = "bridge 0 " in str(body["messages"])
        return playing.good(body, 0.4 if first else 0.0)

    with wire.Wire(slow_first) as server:
        for order in ("done", "input"):
            asked = batches.job(tmp_path, batches.archive(tmp_path, 4), server, order=order)
            asked = replace(asked, output=tmp_path / f"{order}.jsonl", keeping=Keeping(None))
            batches.done(asked)
    assert [line["id"] for line in batches.lines(tmp_path / "input.jsonl")] == ["a0", "a1", "a2", "a3"]
    assert batches.lines(tmp_path / "done.jsonl")[-1]["id"] == "a0"


def test_a_line_cut_short_is_made_again_and_no_other(tmp_path: Path) -> None:
    """The process ended in the middle of writing; the reply is at hand, so nothing is asked."""
    script = playing.Playing()
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 5), server)
        batches.done(asked)
        whole = asked.output.read_bytes()
        asked.output.write_bytes(whole[:-300])
        outcome = batches.done(asked)
    assert (outcome.notes, outcome.before, script.received) == (1, 4, 5)
    assert [line["id"] for line in batches.lines(asked.output)] == [f"a{n}" for n in range(5)]


def test_a_batch_with_nothing_left_to_do_starts_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Processes that compute load for half a second; where there is an article, they do so before it is read."""
    begun: list[work.Pool] = []
    monkeypatch.setattr(work.Pool, "begin", lambda pool: begun.append(pool))
    asked = batches.job(tmp_path, batches.pages(tmp_path))
    batches.done(asked)
    assert len(begun) == 1
    assert batches.done(asked).before == 3
    assert len(begun) == 1


def test_failures_are_made_again_on_request_and_take_their_place(tmp_path: Path) -> None:
    """One line an input stays one line an input."""
    place = batches.pages(tmp_path, 4)
    (place / "1.txt").write_text("")
    asked = batches.job(tmp_path, place)
    assert batches.done(asked).failures == 1
    (place / "1.txt").write_text(playing.article(1))
    assert batches.done(asked).failures == 1
    assert batches.done(replace(asked, retry_failed=True)).failures == 0
    assert [Path(line["id"]).stem for line in batches.lines(asked.output)] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("text", ["my novel, no line break", "my\nnovel\n", '{"a": 1}\n'])
def test_a_file_that_is_no_output_of_a_batch_is_not_touched(tmp_path: Path, text: str) -> None:
    """Not on the second try either."""
    asked = batches.job(tmp_path, batches.pages(tmp_path))
    asked.output.write_text(text)
    for _ in range(2):
        with pytest.raises(UsageError, match="--overwrite"):
            batches.done(asked)
    assert asked.output.read_text() == text
    assert batches.done(replace(asked, overwrite=True)).notes == 3


def test_another_model_does_not_mix_its_lines_in(tmp_path: Path) -> None:
    asked = batches.job(tmp_path, batches.pages(tmp_path))
    batches.done(asked)
    with pytest.raises(UsageError, match="length 'medium', and now it is 'short'"):
        batches.done(replace(asked, chosen=batches.settings(length="short")))


@posix
def test_two_batches_on_one_output_do_not_happen(tmp_path: Path) -> None:
    """The second one says so; the lock is the system's and goes with the process, however that ends."""
    from summarizer.batch.ledger import Ledger

    asked = batches.job(tmp_path, batches.pages(tmp_path))
    held = Ledger(asked.ledger, asked.made())
    with pytest.raises(UsageError, match="another batch is at work"):
        batches.done(asked)
    held.close()
    assert batches.done(asked).notes == 3


@posix
def test_an_output_that_cannot_be_written_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    script = playing.Playing()
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 3), server)
        for target in (tmp_path / "none" / "out.jsonl", Path("/proc/out.jsonl")):
            with pytest.raises(OutputError, match="cannot write"):
                batches.done(replace(asked, output=target))
    assert script.received == 0


def test_a_full_disk_ends_the_batch_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was answered is in the store; with room again, the same command asks for the rest only."""
    script = playing.Playing()
    written: list[str] = []
    write = outputs.Output.write

    def full(self: outputs.Output, line: str) -> None:
        if len(written) == 2:
            raise OutputError("cannot write: No space left on device")
        written.append(line)
        write(self, line)

    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 12), server, limits={"concurrency": 2})
        monkeypatch.setattr(outputs.Output, "write", full)
        outcome = batches.done(asked)
        assert isinstance(outcome.stopped, OutputError)
        assert script.received < 12
        monkeypatch.setattr(outputs.Output, "write", write)
        outcome = batches.done(asked)
    assert outcome.stopped is None
    assert [line["id"] for line in batches.lines(asked.output)] == [f"a{n}" for n in range(12)]
    assert script.received == 12


@posix
def test_half_a_line_on_a_full_disk_is_taken_back(tmp_path: Path) -> None:
    """/dev/full takes nothing; what a real disk takes of a line is cut off again."""
    out = outputs.Output(tmp_path / "out.jsonl")
    real = out._file

    class Filling:
        def write(self, data: bytes) -> int:
            if len(data) < 60:
                raise OSError(28, "No space left on device")
            return real.write(data[:50])

        def seek(self, *args: int) -> int:
            return real.seek(*args)

        def truncate(self, size: int) -> int:
            return real.truncate(size)

        def close(self) -> None:
            real.close()

    out._file = Filling()  # type: ignore[assignment]
    with pytest.raises(OutputError, match="No space left"):
        out.write("x" * 100 + "\n")
    out.close()
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_a_process_that_dies_takes_one_article_with_it(tmp_path: Path) -> None:
    """Its siblings' work is done again; a batch of thousands does not end for one of them."""
    import asyncio

    from summarizer.errors import SummarizerError

    async def run() -> list[object]:
        pool = work.Pool(1)
        try:
            jobs = [pool.do(os._exit, 9), *(pool.do(abs, -n) for n in range(3))]
            return list(await asyncio.gather(*jobs, return_exceptions=True))
        finally:
            pool.close()

    died, *others = asyncio.run(run())
    assert isinstance(died, SummarizerError)
    assert others == [0, 1, 2]


def test_the_deadline_of_the_whole_batch_ends_it_and_it_goes_on_later(tmp_path: Path) -> None:
    script = playing.Playing(delay=0.3)
    with wire.Wire(script) as server:
        asked: Job = batches.job(
            tmp_path, batches.archive(tmp_path, 8), server, limits={"concurrency": 1, "deadline": 0.9}
        )
        started = time.monotonic()
        outcome = batches.done(asked)
        assert time.monotonic() - started < 5
        assert outcome.stopped is not None
        assert "deadline of 0.9 s" in str(outcome.stopped)
        script.delay = 0.0
        batches.done(replace(asked, limits=replace(asked.limits, deadline=None)))
    assert [line["id"] for line in batches.lines(asked.output)] == [f"a{n}" for n in range(8)]


def test_an_endpoint_that_is_gone_ends_the_batch(tmp_path: Path) -> None:
    """Ten thousand articles would fail for the one reason; after twenty in a row it is said once."""
    with wire.Wire(wire.error(401, "no such key")) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 60), server, limits={"concurrency": 4})
        outcome = batches.done(asked)
        assert len(server.seen) < 40
    assert outcome.stopped is not None
    assert outcome.stopped.exit_code == 4
    assert "20 articles in a row" in outcome.stopped.message
