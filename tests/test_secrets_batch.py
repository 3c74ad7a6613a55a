"""The same search over all that a batch writes: lines, tables, ledger, kept replies, the provider's folder, spans."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from summarizer.batch import provider
from summarizer.batch import run as batch_run
from summarizer.batch.work import Pool
from summarizer.cli import program
from tests import batches
from tests.batchapi import Interface
from tests.planted import KEY, MISBEHAVIOUR, PASSWORD, PLANTED, USER, address, searched, written
from tests.wire import Answer, Script, Wire

Planted = tuple[Path, list[str]]


def run(*args: str) -> Result:
    return CliRunner().invoke(program.app, ["batch", *args])


def printed(*shown: Result) -> list[str]:
    return [text for one in shown for text in (one.stdout, one.stderr)]


@pytest.mark.parametrize("answer", MISBEHAVIOUR.values(), ids=MISBEHAVIOUR)
def test_no_byte_that_a_batch_writes_holds_the_key(planted: Planted, answer: Answer | Script) -> None:
    """Twice over the same output, for what is read back is written and printed again."""
    folder, logged = planted
    archive = str(batches.archive(folder, 2))
    with Wire(answer) as wire, batches.spans_kept() as spans:
        options = [
            *("--model", "openai:m", "--base-url", address(wire.url), "--attempts", "1"),
            *("--processes", "0", "--cache", str(folder / "kept")),
        ]
        shown = [
            run(archive, "-o", "notes.jsonl", *options, "--log-json", "--verbose"),
            run(archive, "-o", "notes.jsonl", *options, "--retry-failed", "--verbose"),
            run(archive, "-o", "notes.parquet", *options),
            run(archive, "-o", "other.jsonl", *options, "--dry-run"),
        ]
        assert wire.seen
    files = {path.suffix for path in folder.iterdir()}
    assert {".jsonl", ".ledger"} <= files
    assert spans
    told = [span.to_json() for span in spans]
    assert searched(*printed(*shown), *logged, *told, *written(folder)) == []


class Leaky(Interface):
    """A provider that puts the key into all it says: errors, results, names."""

    def look(self, batch: dict[str, Any]) -> dict[str, Any]:
        made = super().look(batch)
        for name in ("output_file_id", "error_file_id"):
            if name in made:
                self.files[made[name]] = b"".join(map(leaking, self.files[made[name]].splitlines()))
        if "errors" in made:
            made["errors"]["data"][0]["message"] = f"Bearer {KEY} \x1b[2J {USER}:{PASSWORD}"
        return made


def leaking(line: bytes) -> bytes:
    def told(data: Any) -> Any:
        if isinstance(data, dict):
            return {
                name: f"{value} {KEY} {PASSWORD}" if name in ("code", "message") and value else told(value)
                for name, value in data.items()
                if name != "message" or not isinstance(value, dict)
            } | {name: told(value) for name, value in data.items() if isinstance(value, dict)}
        if isinstance(data, list):
            return [told(one) for one in data]
        return data.replace(".", f" {KEY}.") if isinstance(data, str) and data.startswith("{") else data

    return json.dumps(told(json.loads(line))).encode() + b"\n"


ENDS: dict[str, Callable[[int, list[dict[str, Any]]], str]] = {
    end: (lambda number, requests, end=end: end)  # type: ignore[misc]
    for end in ("completed", "expired", "failed")
}


@pytest.mark.parametrize("end", ENDS)
def test_no_byte_of_a_providers_batch_holds_the_key(
    planted: Planted, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was submitted, what came back as it came, what is printed of it and the notes made of it.

    The folder does not keep the user and the password either; they are named again, or the environment has them.
    """
    folder, logged = planted
    for module in (provider, batch_run):
        monkeypatch.setattr(module, "Pool", lambda _: Pool(0))
    archive = str(batches.archive(folder, 4))
    with Leaky(ENDS[end]) as api:
        options = ["--model", "openai:m", "--base-url", address(api.url), "--cache", "kept"]
        shown = [run("submit", archive, "--job", "job", *options, "--verbose")]
        assert shown[0].exit_code == 0, shown[0].stderr
        api.ended = True
        again = ("--job", "job", "--base-url", address(api.url))
        shown += [run("status", *again, "--verbose")]
        monkeypatch.setenv("OPENAI_BASE_URL", address(api.url))
        shown += [run("collect", "--job", "job", "-o", "notes.jsonl", "--cache", "kept", "--log-json")]
        assert api.logins == {f"Basic {PLANTED[-1]}"}
        assert run("status", "--job", "job", "--base-url", "http://127.0.0.2:9/v1").exit_code == 2
        leaks = any(KEY.encode() in data for data in api.files.values())
        assert leaks or end == "failed"
        assert api.batches
    assert len(batches.lines(folder / "notes.jsonl")) == 4
    text = "".join(printed(*shown))
    assert searched(text, *logged, *written(folder)) == []
    assert "\x1b" not in text
