"""The form of a note: by name, by the file, and what no terminal can take."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import console, output, program
from summarizer.errors import UsageError
from tests import builders

SHORT = str(builders.EXAMPLES / "agency-short.txt")


def run(*args: str) -> Result:
    return CliRunner().invoke(program.app, ["summarize", SHORT, "-q", *args])


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("note.md", b"# "),
        ("note", b"# "),
        ("note.html", b"<!DOCTYPE html>"),
        ("NOTE.HTM", b"<!DOCTYPE html>"),
        ("note.docx", b"PK\x03\x04"),
        ("note.json", b"{\n"),
    ],
)
def test_the_name_of_the_file_decides_the_form(tmp_path: Path, name: str, opening: bytes) -> None:
    shown = run("-o", str(tmp_path / name))
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(opening)


def test_a_form_that_is_named_overrules_the_name_of_the_file(tmp_path: Path) -> None:
    run("-o", str(tmp_path / "note.bin"), "--format", "docx")
    assert zipfile.is_zipfile(tmp_path / "note.bin")


def test_html_and_word_go_into_a_pipe_as_bytes() -> None:
    """The page names UTF-8 as its encoding, whatever that of the terminal is."""
    assert b'<meta charset="utf-8">' in run("--format", "html").stdout_bytes
    assert zipfile.is_zipfile(io.BytesIO(run("--format", "docx").stdout_bytes))


def test_the_page_of_the_command_line_has_the_article_beside_the_note() -> None:
    shown = run("--format", "html").stdout
    assert '<h2 id="text-title">The text</h2>' in shown
    assert 'id="cuts"' in shown


@pytest.mark.parametrize("target", [None, Path("-")], ids=["no file", "-"])
def test_a_word_document_is_not_for_a_terminal(target: Path | None) -> None:
    """A screen full of bytes helps nobody; nothing is read or sent before it is said."""
    with pytest.raises(UsageError, match=r"nothing for a terminal\n  try: -o note\.docx"):
        output.form("docx", target, to_terminal=True)
    assert output.form("docx", target, to_terminal=False) == "docx"


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_page_that_cannot_be_written_is_printed_as_text(tmp_path: Path, form: str) -> None:
    """The note is not lost, and a person can read what comes instead."""
    shown = run("-o", str(tmp_path), "--format", form)
    assert shown.exit_code == 2
    assert "it is a folder; the note is printed instead" in shown.stderr
    assert shown.stdout.startswith("# ")


def test_without_python_docx_nothing_is_asked_of_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that was paid for must not be lost for want of a package."""
    import sys

    monkeypatch.setitem(sys.modules, "docx", None)
    shown = run("--format", "docx", "--model", "openai:m", "--base-url", "http://127.0.0.1:9/v1")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "summarizer[docs]" in shown.stderr


def test_bytes_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    console.result("é".encode())
    assert out.buffer.getvalue() == "é".encode()  # type: ignore[attr-defined]
