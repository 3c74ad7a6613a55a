"""A document in Rich Text Format as its text."""

from __future__ import annotations

import re

from summarizer.errors import SourceError
from summarizer.source import printed
from summarizer.source.loaded import Loaded

LABEL = "an RTF document"
LARGEST = 10_000_000
"""Bytes, pictures not counted, which stand in the file as figures."""

_PICTURE = re.compile(rb"[0-9a-fA-F\s]{2000,}")
_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
_AUTHOR = re.compile(r"\{\\author ([^{}\\]{1,300})\}")


def read(data: bytes, name: str) -> Loaded:
    """Read the text of an RTF; SourceError where it has none, is too large, or striprtf is not installed."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise SourceError(
            f"{name} is {LABEL}, and what reads those is not installed", hint="pip install 'summarizer[docs]'"
        ) from error
    source = _PICTURE.sub(b"", data).decode("latin-1")
    if len(source) > LARGEST:
        raise SourceError(f"{name} is {LABEL} larger than 10 MB", hint="save it as text")
    try:
        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (
        ValueError,
        LookupError,
        IndexError,
        TypeError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        raise SourceError(f"{name} is {LABEL} that is broken", hint="open it, and save it as text") from error
    made = printed.joined((_row(line), None) for line in text.splitlines())
    if not made.raw:
        raise SourceError(f"{name} is {LABEL} without text", hint="paste the article's text")
    title, author = _TITLE.search(source[:50_000]), _AUTHOR.search(source[:50_000])
    return Loaded(
        raw=made.raw,
        name=name,
        notices=(),
        title=printed.title_in(title[1] if title else None, made.raw),
        byline=printed.names_in([author[1]] if author else [], made.raw),
    )


def _row(line: str) -> str:
    """A row of a table: striprtf ends every cell of a table with a bar."""
    return line.replace("|", "\t") if line.endswith("|") else line
