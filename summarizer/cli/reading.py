"""Load the article a command is about."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cli import console

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.source.fetch import Access


def read(
    source: str,
    *,
    keep: Sequence[str] = (),
    cut: Sequence[str] = (),
    favor: str | None = None,
    access: Access | None = None,
) -> Article:
    """Read a file, fetch an address, or read standard input for "-", where a person typing is told how to end.

    Raises SourceError when it cannot be read or holds no article, UsageError for a bad pattern.
    """
    from summarizer import pipeline
    from summarizer.clean import wishes

    asked = wishes.wishes(keep, cut, favor)

    if source == "-" and sys.stdin is not None and console.is_terminal(sys.stdin):
        console.say("reading standard input; paste the article and end with Ctrl-D")
    return pipeline.read(source, wishes=asked, access=access)
