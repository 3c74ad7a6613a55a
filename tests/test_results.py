"""The note of the library: prints itself, and is the same note as its record."""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pytest

import summarizer
from summarizer import note, render
from tests import builders
from tests.notes import line, made


def test_the_examples_of_the_guide_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in docs/rendering.md is what a reader types first."""
    shutil.copytree(builders.EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    guide = builders.ROOT / "docs" / "rendering.md"
    failed, tried = doctest.testfile(str(guide), module_relative=False, encoding="utf-8")
    assert (failed, tried > 4) == (0, True)
    assert (tmp_path / "note.docx").exists()


def test_the_pictures_of_the_guide_are_there_and_light() -> None:
    """A page that takes a second to load for its pictures is a page less read."""
    guide = (builders.ROOT / "docs" / "rendering.md").read_text(encoding="utf-8")
    named = re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", guide)
    assert len(named) == 2
    for name in named:
        data = (builders.ROOT / "docs" / name).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 300_000


def test_a_note_that_was_read_back_prints_itself() -> None:
    """What was kept as JSON is a note like a new one."""
    kept = made(summary=(line("The council met."),))
    note_ = summarizer.Note.model_validate_json(render.json(kept))
    assert note_.to_markdown() == render.markdown(kept)
    assert note_.to_html() == render.html(kept)
    assert note_._repr_html_() == render.fragment(kept)


def test_the_record_and_the_note_are_equal_both_ways() -> None:
    """Code that reads the plain record must not be told that it is another note."""
    record = made(summary=(line("The council met."),))
    own = summarizer.Note.model_validate(dict(record))
    assert own == record
    assert record == own
    assert own != own.model_copy(update={"headline": "Another"})
    assert own != "a note"


def test_the_schema_is_that_of_the_record() -> None:
    """Methods add nothing to what is written out."""
    ours, record = summarizer.Note.model_json_schema(), note.Note.model_json_schema()
    assert ours["properties"] == record["properties"]
    assert ours["title"] == record["title"] == "Note"
