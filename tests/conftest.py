"""What several test files ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import summarizer
from summarizer.article import Article
from tests import builders


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
