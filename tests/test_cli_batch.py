"""`summarizer batch` as a command: statuses, what is told, and how it is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import program
from tests import batches, playing, wire


def run(*args: str) -> Result:
    return CliRunner().invoke(program.app, ["batch", *args, "--processes", "0"])


def test_all_well_is_status_0_and_one_line_on_stderr(tmp_path: Path) -> None:
    shown = run(str(batches.archive(tmp_path, 2)), "-o", str(tmp_path / "o.jsonl"), "--model", "extractive")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr.startswith("summarizer: 2 notes; 0 failures; ")
    assert len(shown.stderr.splitlines()) == 1


def test_an_input_without_a_note_is_status_7(tmp_path: Path) -> None:
    """A script must be able to tell; the others have their notes."""
    shown = run(str(batches.archive(tmp_path, 1)), "none.txt", "-o", str(tmp_path / "o.jsonl"), "-v")
    assert shown.exit_code == 7
    assert "none.txt: failed: 'none.txt' does not exist" in shown.stderr
    assert "1 notes; 1 failures" in shown.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--order", "random"), "--order input, done"),
        (("--concurrency", "0"), "concurrency must be at least 1"),
        (("--rpm", "0"), "requests a minute must be more than 0"),
        (("--no-cache", "--refresh"), "leave one out"),
        (("--engine", "spark"), "--engine local, ray"),
        (
            ("--model", "openai:small", "--base-url", "http://127.0.0.1:9/v1", "--max-cost", "1"),
            "--max-tokens",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_choice_that_means_nothing_is_told_before_anything_is_done(
    tmp_path: Path, args: tuple[str, ...], told: str
) -> None:
    shown = run(str(batches.archive(tmp_path, 1)), "-o", str(tmp_path / "o.jsonl"), *args)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert told in shown.stderr
    assert not (tmp_path / "o.jsonl").exists()


def test_a_limit_reached_says_what_was_spent_and_how_to_go_on(tmp_path: Path) -> None:
    with wire.Wire(playing.Playing()) as server:
        archive = batches.archive(tmp_path, 3)
        model = ("--model", "openai:small", "--base-url", server.url, "--cache", str(tmp_path / "c"))
        shown = run(str(archive), "-o", str(tmp_path / "o.jsonl"), *model, "--max-tokens", "3000")
    assert shown.exit_code == 7
    assert "could cross --max-tokens 3,000" in shown.stderr
    assert "  try: the same command with a higher limit" in shown.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_ends_it_at_once_and_the_same_command_goes_on(tmp_path: Path) -> None:
    """Ctrl-C: a line on stderr, status 130, no trace, and no process left behind."""
    script = playing.Playing(delay=0.3)
    with wire.Wire(script) as server:
        archive, out = batches.archive(tmp_path, 12), tmp_path / "o.jsonl"
        command = [
            sys.executable,
            "-m",
            "summarizer",
            "batch",
            str(archive),
            "-o",
            str(out),
            "--processes",
            "1",
        ]
        command += ["--model", "openai:small", "--base-url", server.url, "--cache", str(tmp_path / "c")]
        command += ["--concurrency", "1", "-q"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
            while script.answered < 2:
                time.sleep(0.01)
            os.killpg(process.pid, signal.SIGINT)
            _, told = process.communicate(timeout=60)
        assert (process.returncode, told) == (130, b"summarizer: interrupted\n")
        script.delay = 0.0
        assert subprocess.run(command, check=False, timeout=120).returncode == 0
    assert [line["id"] for line in batches.lines(out)] == [f"a{n}" for n in range(12)]
    assert script.received <= 13


def configure(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name: str(folder))
    (folder / "config.toml").write_text(text)


def test_the_configuration_file_makes_the_choices_of_a_batch_and_an_option_overrules_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = playing.Playing()
    with wire.Wire(script) as server:
        top = f'model = "openai:small"\nbase_url = "{server.url}"\nlength = "short"\n'
        table = f"[batch]\nmax_tokens = 3000\ncache = {str(tmp_path / 'kept')!r}\norder = 'done'\n"
        configure(tmp_path, monkeypatch, top + table)
        archive = str(batches.archive(tmp_path, 3))
        shown = run(archive, "-o", str(tmp_path / "o.jsonl"))
        assert shown.exit_code == 7
        assert "could cross --max-tokens 3,000" in shown.stderr
        assert list((tmp_path / "kept").rglob("*.json"))
        shown = run(archive, "-o", str(tmp_path / "o.jsonl"), "--max-tokens", "90000")
        assert shown.exit_code == 0, shown.stderr
        assert len(batches.lines(tmp_path / "o.jsonl")) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[batch]\nspeed = 9\n", "unknown setting 'speed' under [batch]"),
        ("[batch]\nrpm = 'many'\n", "rpm under [batch] has the wrong type"),
        ("[batch]\nworkers = true\n", "workers under [batch] has the wrong type"),
        ("batch = 3\n", "'batch' is a table"),
        ("[batch]\nengine = 'spark'\n", "--engine local, ray"),
    ],
)
def test_a_choice_of_the_configuration_file_that_means_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    configure(tmp_path, monkeypatch, text)
    shown = run(str(batches.archive(tmp_path, 1)), "-o", str(tmp_path / "o.jsonl"))
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert told in shown.stderr


def test_lines_that_somebody_wants_cut_are_cut_in_a_batch_too(tmp_path: Path) -> None:
    archive, out = str(batches.archive(tmp_path, 1)), tmp_path / "o.jsonl"
    shown = run(archive, "-o", str(out), "--cut", "^Hauliers", "--keep", "^Mayor", "--favor", "precision")
    assert shown.exit_code == 0, shown.stderr
    (line,) = batches.lines(out)
    assert any(cut["reason"] == "asked to cut: ^Hauliers" for cut in line["note"]["article"]["cuts"])
    assert run(archive, "-o", str(tmp_path / "p.jsonl"), "--cut", "(").exit_code == 2
