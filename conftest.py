"""Guards around every test, those in the docstrings of the package too."""

from __future__ import annotations

import pytest

pytest_plugins = ("tests.guards",)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person who changed what a note says write the examples anew, and read the difference."""
    parser.addoption(
        "--rewrite-examples",
        action="store_true",
        help="write the notes in examples/ and the list of misses anew, as this version makes them",
    )
