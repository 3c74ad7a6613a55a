"""A batch: everything named comes out once, in order, and a second run only does what is left."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.batch import inputs, outputs, work
from summarizer.batch.job import Job, Keeping
from summarizer.batch.lines import Line
from summarizer.errors import OutputError, SourceError, UsageError
from tests import batches, playing, wire

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and devices of POSIX")


def pages(folder: Path, count: int = 3) -> Path:
    place = folder / "pages"
    place.mkdir()
    for number in range(count):
        (place / f"{number}.txt").write_text(playing.article(number))
    return place


def test_a_folder_a_pattern_a_list_and_json_lines_give_one_line_an_input(tmp_path: Path) -> None:
    """However it is named, each article comes once, with an id of its own and what was said of it."""
    place = pages(tmp_path)
    rows = [
        {"id": "x", "text": playing.article(7), "metadata": {"desk": "sport"}, "lang": "en"},
        {"id": "x", "path": str(place / "0.txt")},
        {"text": "<html><body><p>" + playing.article(8) + "</p></body></html>"},
    ]
    (tmp_path / "rows.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in rows) + "{broken\n[]\n{}\n"
    )
    (tmp_path / "list.txt").write_text(f"{place}/*.txt\n\n{tmp_path}/rows.jsonl\n")
    asked = batches.job(tmp_path, place)
    asked = replace(asked, inputs=(str(place), f"@{tmp_path}/list.txt", "no-such-file.txt"))
    outcome = batches.done(asked)
    made = [Line.model_validate_json(line) for line in asked.output.read_text().splitlines()]
    rest = [f"{tmp_path}/rows.jsonl:{n}" for n in (3, 4, 5, 6)]
    assert [line.id for line in made] == [
        *(f"{place}/{n}.txt" for n in range(3)),
        "x",
        "x#2",
        *rest,
        "no-such-file.txt",
    ]
    assert [line.index for line in made] == list(range(10))
    assert made[3].metadata == {"desk": "sport", "lang": "en"}
    assert [line.note is not None for line in made] == [True] * 6 + [False] * 4
    assert [line.failure.kind for line in made if line.failure] == ["SourceError"] * 4
    assert (outcome.notes, outcome.failures) == (6, 4)


def test_parquet_comes_in_and_goes_out(tmp_path: Path) -> None:
    """The same rows as in JSON Lines; the note is JSON in a column."""
    parquet = pytest.importorskip("pyarrow.parquet")
    pyarrow = pytest.importorskip("pyarrow")
    rows = [{"id": str(n), "text": playing.article(n), "metadata": json.dumps({"n": n})} for n in range(3)]
    parquet.write_table(
        pyarrow.Table.from_pylist([*rows, {"id": "empty", "text": " "}]), tmp_path / "in.parquet"
    )
    asked = replace(batches.job(tmp_path, tmp_path / "in.parquet"), output=tmp_path / "out.parquet")
    batches.done(asked)
    found = parquet.read_table(asked.output).to_pylist()
    assert [row["id"] for row in found] == ["0", "1", "2", "empty"]
    assert [row["failure"] for row in found] == [None, None, None, "SourceError"]
    assert json.loads(found[1]["metadata"]) == {"n": 1}
    assert json.loads(found[0]["note"])["headline"] == found[0]["headline"]
    assert batches.done(asked).notes == 0


def test_what_is_named_and_not_there_ends_the_batch_before_it_begins(tmp_path: Path) -> None:
    """A folder without files is a slip of the keyboard, not an archive of nothing."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="folder without files"):
        batches.done(batches.job(tmp_path, tmp_path / "empty"))
    with pytest.raises(SourceError, match="list"):
        batches.done(batches.job(tmp_path, f"@{tmp_path}/none.txt"))


def test_the_output_in_the_input_folder_is_no_input(tmp_path: Path) -> None:
    place = pages(tmp_path)
    asked = replace(batches.job(tmp_path, place), output=place / "out.jsonl")
    assert batches.done(asked).notes == 3
    assert batches.done(asked).notes == 0


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


def test_failures_are_made_again_on_request_and_take_their_place(tmp_path: Path) -> None:
    """One line an input stays one line an input."""
    place = pages(tmp_path, 4)
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
    asked = batches.job(tmp_path, pages(tmp_path))
    asked.output.write_text(text)
    for _ in range(2):
        with pytest.raises(UsageError, match="--overwrite"):
            batches.done(asked)
    assert asked.output.read_text() == text
    assert batches.done(replace(asked, overwrite=True)).notes == 3


def test_another_model_does_not_mix_its_lines_in(tmp_path: Path) -> None:
    asked = batches.job(tmp_path, pages(tmp_path))
    batches.done(asked)
    with pytest.raises(UsageError, match="length 'medium', and now it is 'short'"):
        batches.done(replace(asked, chosen=batches.settings(length="short")))


@posix
def test_two_batches_on_one_output_do_not_happen(tmp_path: Path) -> None:
    """The second one says so; the lock is the system's and goes with the process, however that ends."""
    from summarizer.batch.ledger import Ledger

    asked = batches.job(tmp_path, pages(tmp_path))
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


def test_a_hundred_thousand_ids_take_little_memory(tmp_path: Path) -> None:
    """Inputs stream: what is kept of each is eight bytes of its id."""
    import tracemalloc

    path = tmp_path / "many.jsonl"
    with path.open("w") as out:
        for number in range(20_000):
            out.write(f'{{"id": "{number:0200}", "text": "{"word " * 40}"}}\n')
    tracemalloc.start()
    assert sum(1 for _ in inputs.items((str(path),))) == 20_000
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4_000_000
    assert inputs.count((str(path),)) == 20_000


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
