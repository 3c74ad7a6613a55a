"""What a batch is about, however it is named: each article once, with an id of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.batch import inputs
from summarizer.batch.lines import Line
from summarizer.errors import SourceError
from tests import batches, playing


def test_a_folder_a_pattern_a_list_and_json_lines_give_one_line_an_input(tmp_path: Path) -> None:
    """However it is named, each article comes once, with an id of its own and what was said of it."""
    place = batches.pages(tmp_path)
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


def test_each_article_of_a_mailbox_is_an_input(tmp_path: Path) -> None:
    """A file that holds several articles gives a line for each."""
    mails = [
        f"From ann@overby.example Mon Nov  2 09:0{n}:00 2026\nFrom: Ann Roe <ann@overby.example>\n"
        f"Subject: Bridge {n}\nContent-Type: text/plain; charset=utf-8\n\n{playing.article(n)}\n"
        for n in range(2)
    ]
    (tmp_path / "news.mbox").write_text("".join(mails))
    asked = batches.job(tmp_path, tmp_path / "news.mbox")
    assert batches.done(asked).failures == 0
    assert [line["id"] for line in batches.lines(asked.output)] == [
        f"{tmp_path}/news.mbox#{n}" for n in (1, 2)
    ]


def test_what_is_named_and_not_there_ends_the_batch_before_it_begins(tmp_path: Path) -> None:
    """A folder without files is a slip of the keyboard, not an archive of nothing."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="folder without files"):
        batches.done(batches.job(tmp_path, tmp_path / "empty"))
    with pytest.raises(SourceError, match="list"):
        batches.done(batches.job(tmp_path, f"@{tmp_path}/none.txt"))


def test_the_output_in_the_input_folder_is_no_input(tmp_path: Path) -> None:
    place = batches.pages(tmp_path)
    asked = replace(batches.job(tmp_path, place), output=place / "out.jsonl")
    assert batches.done(asked).notes == 3
    assert batches.done(asked).notes == 0


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
