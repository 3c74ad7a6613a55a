"""What several test files ask for."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarizer
from summarizer.article import Article
from tests import builders
from tests.planted import KEY


@pytest.fixture(scope="session")
def article() -> Article:
    """The page about a vote: six parties, captions, teasers, a latest-news list."""
    return summarizer.read(builders.EXAMPLES / "vote-harbour-levy.txt")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of marked corpora, which are not ours to publish; without it the test is skipped."""
    place = Path(os.environ.get("SUMMARIZER_SHARED", builders.ROOT.parent / "shared"))
    if not (place / "data").is_dir():
        pytest.skip("the marked corpora are not beside this checkout (../shared, or SUMMARIZER_SHARED)")
    return place


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Path, list[str]]]:
    """The key in the environment; a folder that everything is written under, and everything logged.

    From INFO on: at DEBUG the HTTP libraries log each header that a server sends, echoes too.
    """
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    for name in ("CACHE", "DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.chdir(tmp_path)
    logged: list[str] = []

    class Into(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            logged.append(self.format(record))

    into, root = Into(), logging.getLogger()
    level = root.level
    root.addHandler(into)
    root.setLevel(logging.INFO)
    yield tmp_path, logged
    root.removeHandler(into)
    root.setLevel(level)
