"""Whatever a person hands over: one clear line and a status, and nothing lost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import program

ARTICLE = (
    "Mayor Zoë Crane said on Monday that the ferry to Skerra would stop in March.\n\n"
    "“We will not sail another winter with that hull,” she told the town council.\n\n"
    "The council of Port Ellan owns the ferry and voted in May against a new one.\n"
)


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(program.app, list(args), input=stdin)


@pytest.mark.parametrize("command", ["summarize", "clean", "sentences", "attributions"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "empty"),
        (b"Home\nNews\nSport\nLogin\n", "there is no article in it"),
        (bytes(range(256)) * 20, "not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not text"),
        (b"\x7fELF" + bytes(200), "not text"),
    ],
    ids=["empty", "white space", "menus", "binary", "picture", "program"],
)
def test_a_file_without_an_article_is_one_line_and_status_3(
    tmp_path: Path, command: str, content: bytes, told: str
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    for shown in (run(command, str(page)), run(command, "-", stdin=content)):
        assert (shown.exit_code, shown.stdout) == (3, "")
        assert told in shown.stderr
        assert re.fullmatch(r"summarizer: error: [^\n]+\n  try: [^\n]+\n", shown.stderr)
    assert "page.txt" in run(command, str(page)).stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [("missing.txt", "does not exist"), (".", "is a folder"), ("a\0b", "cannot be read"), ("x" * 300, "")],
    ids=["missing", "folder", "no name", "long name"],
)
def test_what_is_no_file_is_one_line_and_status_3(tmp_path: Path, name: str, told: str) -> None:
    shown = run("summarize", str(tmp_path / name))
    assert (shown.exit_code, shown.stdout) == (3, "")
    assert told in shown.stderr
    assert re.fullmatch(r"summarizer: error: [^\n]+\n(?:  try: [^\n]+\n)?", shown.stderr)


def test_a_control_sequence_in_a_files_name_does_not_reach_the_terminal(tmp_path: Path) -> None:
    """Names come from outside too: from an archive, from a download."""
    page = tmp_path / "a\x1b]0;owned\x07\nb.txt"
    page.write_text("Menu\n")
    shown = run("summarize", str(page))
    assert shown.exit_code == 3
    assert not set(shown.stderr) & {"\x1b", "\x07"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_another_encoding_is_read_and_what_was_assumed_is_said(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(ARTICLE.encode(encoding))
    shown = run("summarize", str(page))
    assert shown.exit_code == 0
    assert "Zoë Crane" in shown.stdout
    if encoding == "cp1252":
        assert "summarizer: warning: " in shown.stderr
        assert "summarizer: warning: " in run("clean", str(page)).stderr


@pytest.mark.parametrize("size", [20_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_one_line_of_many_characters_ends_in_bounded_time(tmp_path: Path, size: int) -> None:
    """A page pasted without its line breaks, or a data file by mistake; how it grows is in `test_growth.py`."""
    page = tmp_path / "page.txt"
    words = "The council of Port Ellan voted for ferry number {} and sent the bill to the mayor. "
    page.write_text("".join(words.format(number) for number in range(size // 80)))
    assert page.stat().st_size > size
    started = time.monotonic()
    shown = run("summarize", str(page), "-q")
    assert shown.exit_code == 0
    assert len(shown.stdout) < 20_000
    assert time.monotonic() - started < 30


def logfile(path: Path, lines: int) -> Path:
    line = "Councillor {} of Port Ellan said on Monday that ferry number {} would not sail in winter.\n\n"
    path.write_text("".join(line.format("ABCDE"[n % 5] + "nders", n) for n in range(lines)))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("command", ["clean", "summarize"])
def test_the_largest_text_that_is_taken_ends_in_bounded_time(tmp_path: Path, command: str) -> None:
    """Nobody's article is that long, but somebody's folder holds a log file."""
    page = logfile(tmp_path / "page.txt", 40_000)
    assert page.stat().st_size > 3_500_000
    shown = subprocess.run(
        [sys.executable, "-m", "summarizer", command, str(page)],
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert shown.returncode == 0


@pytest.mark.parametrize("command", ["clean", "summarize"])
def test_ten_megabytes_are_refused_at_once_with_the_limit(tmp_path: Path, command: str) -> None:
    page = logfile(tmp_path / "page.txt", 112_000)
    assert page.stat().st_size > 10_000_000

    shown = run(command, str(page))

    assert shown.exit_code == 3
    assert "one article has at most 4,000,000" in shown.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_closed_to_writing_is_said_and_the_note_is_printed(tmp_path: Path) -> None:
    page, closed = tmp_path / "page.txt", tmp_path / "closed"
    page.write_text(ARTICLE, encoding="utf-8")
    closed.mkdir(mode=0o500)
    shown = run("summarize", str(page), "-q", "-o", str(closed / "note.md"))
    assert shown.exit_code == 2
    assert "Permission denied" in shown.stderr
    assert shown.stdout.startswith("# ")


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (("--model", "openai:m"), 2, "key"),
        (("--model", "openai:m", "--base-url", "http://127.0.0.1:9/v1"), 4, "127.0.0.1:9"),
        (("--model", "llama:missing.gguf"), 2, "missing.gguf"),
        (("--model", "openai"), 2, "openai"),
        (("--model", "openai:"), 2, "names no model"),
    ],
    ids=["no key", "no answer", "no file", "no name", "empty name"],
)
def test_a_model_that_cannot_be_reached_is_one_line_and_its_status(
    tmp_path: Path, args: tuple[str, ...], status: int, told: str
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ARTICLE, encoding="utf-8")
    shown = run("summarize", str(page), *args, "--timeout", "2", "--deadline", "10")
    assert (shown.exit_code, shown.stdout) == (status, "")
    assert told in shown.stderr
    assert re.fullmatch(r"summarizer: error: [^\n]+\n  try: [^\n]+\n", shown.stderr)
