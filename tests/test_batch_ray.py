"""A batch on a local Ray with two workers gives what a single machine gives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import batches, playing, wire

pytestmark = pytest.mark.slow


def rows(path: Path) -> list[dict[str, Any]]:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = sorted(parquet.read_table(path).to_pylist(), key=lambda row: int(row["index"]))
    for row in found:
        # how long it took is the one thing that two runs may differ in
        row["note"] = json.loads(row["note"])
        row["note"]["provenance"].pop("seconds")
        for attempt in row["note"]["provenance"]["attempts"]:
            attempt.pop("seconds")
    return found


def test_two_workers_make_the_same_rows_as_one_machine(tmp_path: Path) -> None:
    """Equal but for seconds, second questions included; and a second run of the same command sends nothing and changes nothing."""
    pytest.importorskip("ray")
    script = playing.Playing(doubted=0.3)
    archive = batches.archive(tmp_path, 60)
    with wire.Wire(script) as server:
        common = [
            "--model",
            "openai:small",
            "--base-url",
            server.url,
            "-q",
            "--order",
            "input",
            "--cut",
            "^Hauliers",
        ]

        def run(name: str, *more: str) -> None:
            command = [sys.executable, "-m", "summarizer", "batch", str(archive), "-o", str(tmp_path / name)]
            cache = ["--cache", str(tmp_path / f"replies-{name}")]
            ended = subprocess.run([*command, *common, *cache, *more], capture_output=True, check=False)
            assert ended.returncode == 0, ended.stderr.decode()

        run("one.parquet")
        one = script.received
        assert one > 60
        run("two.parquet", "--engine", "ray", "--workers", "2", "--shard", "8")
        assert script.received == 2 * one
        assert rows(tmp_path / "two.parquet") == rows(tmp_path / "one.parquet")
        run("two.parquet", "--engine", "ray", "--workers", "2", "--shard", "8")
        assert script.received == 2 * one
    assert len(rows(tmp_path / "two.parquet")) == 60
