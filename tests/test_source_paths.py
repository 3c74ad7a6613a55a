"""Several inputs: a folder, a pattern or a list means the same files, in the same order, every time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer import source
from summarizer.errors import SourceError
from summarizer.source import paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles, two of them below, among things that are none."""
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "~$a.docx", "sub/.e"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"The council met on Monday about {name}.", encoding="utf-8")
    return tmp_path


def names(found: tuple[str, ...], folder: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in found]


def test_a_folder_stands_for_its_files_sorted_without_hidden_ones(folder: Path) -> None:
    assert names(source.expand([folder]), folder) == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_pattern_stands_for_what_it_matches(folder: Path) -> None:
    """A shell on Windows hands patterns on, and so does a quoted one anywhere."""
    assert names(source.expand([str(folder / "*.txt")]), folder) == ["a.txt", "b.txt"]
    assert names(source.expand([str(folder / "**" / "*.txt")]), folder) == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "vote[1].txt"
    path.write_text("text", encoding="utf-8")
    assert source.expand([path]) == (str(path),)


def test_the_order_given_is_kept_and_a_file_is_taken_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "a.txt")
    given = [folder / "b.txt", "https://news.example/a", "-", folder, folder / "b.txt", "-"]
    found = source.expand(given)
    assert found[1:3] == ("https://news.example/a", "-")
    assert names((found[0], *found[3:]), folder) == ["b.txt", "a.txt", "sub/c.txt"]


def test_links_that_lead_in_a_circle_end(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "sub" / "self").symlink_to(folder / "sub")
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    assert names(source.expand([folder]), folder) == ["a.txt", "b.txt", "sub/c.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_in_a_folder_is_left_alone(folder: Path) -> None:
    """Opening one waits until somebody writes into it."""
    os.mkfifo(folder / "pipe")
    assert "pipe" not in names(source.expand([folder]), folder)


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="folder without files"):
        source.expand([tmp_path])
    with pytest.raises(SourceError, match="no file matches"):
        source.expand([str(tmp_path / "*.txt")])


def test_too_many_files_are_a_mistake(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "MOST", 2)
    with pytest.raises(SourceError, match="more than 2 files"):
        source.expand([folder])


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n....")
    read = [(Path(path).name, found) for path, found in source.read_many([folder, folder / "gone.txt"])]
    assert [name for name, _ in read] == ["a.txt", "b.txt", "c.txt", "gone.txt"]
    assert [isinstance(found, SourceError) for _, found in read] == [False, True, False, True]


def test_a_folder_where_one_file_is_wanted_says_what_reads_folders(folder: Path) -> None:
    with pytest.raises(SourceError, match="is a folder") as caught:
        source.load(folder)
    assert "batch" in str(caught.value.hint)
