"""The wheel as a user gets it: built, installed where nothing else is, and run."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import builders

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(builders.ROOT))
    (built,) = folder.glob("summarizer-*.whl")
    return built


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_the_prompts_the_types_and_nothing_of_the_tests(wheel: Path) -> None:
    """Prompts live outside the package in the checkout, and inside it for whoever installs it."""
    names = set(zipfile.ZipFile(wheel).namelist())
    prompts = {f"summarizer/_prompts/{path.name}" for path in (builders.ROOT / "prompts").glob("[!.]*.*")}
    assert prompts
    assert prompts <= names
    assert "summarizer/py.typed" in names
    assert {f"summarizer/render/{name}" for name in ("page.css", "page.js", "word_styles.xml")} <= names
    outside = {name for name in names if not name.startswith("summarizer/") and ".dist-info/" not in name}
    assert outside == set()


def test_the_wheel_runs_where_nothing_else_is(wheel: Path, tmp_path: Path) -> None:
    """A dependency that only the tests bring along, or a file found only in the checkout, shows here."""
    run(sys.executable, "-m", "venv", str(tmp_path / "venv"))
    place = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(str(place / "python"), "-m", "pip", "install", "-q", str(wheel))
    program = str(place / "summarizer")
    assert "summarize" in run(program, "--help", cwd=tmp_path)
    page = builders.EXAMPLES / "vote-harbour-levy.txt"
    assert run(program, "summarize", str(page), "--model", "extractive", cwd=tmp_path).startswith("# ")
    assert run(program, "summarize", str(page), "-q", "--format", "html", cwd=tmp_path).startswith(
        "<!DOCTYPE"
    )
    assert "note" in run(program, "prompts", "list", cwd=tmp_path)


def test_the_source_archive_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """What a distributor builds from is the archive, not the checkout; nothing may be left out of it."""
    run(sys.executable, "-m", "venv", str(tmp_path / "venv"))
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(str(python), "-m", "pip", "install", "-q", "hatchling>=1.26")
    run(str(python), "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path), cwd=builders.ROOT)
    (archive,) = tmp_path.glob("summarizer-*.tar.gz")
    run(str(python), "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(archive))
    (built,) = tmp_path.glob("summarizer-*.whl")
    assert contents(built) == contents(wheel)


def contents(path: Path) -> dict[str, int]:
    """What a wheel holds, by the checksum of each file."""
    return {entry.filename: entry.CRC for entry in zipfile.ZipFile(path).infolist()}
