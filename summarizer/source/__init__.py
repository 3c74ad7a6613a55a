"""Read what people give as text: a file, standard input or an address, whatever its encoding.

Kinds are told by content, not by suffix. What had to be assumed is said in `notices`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import SourceError, UsageError
from summarizer.source import encoding, fetch, kinds
from summarizer.source.loaded import Loaded
from summarizer.source.paths import STDIN, expand

__all__ = ["LARGEST", "STDIN", "Loaded", "decode", "expand", "load", "read_many"]

LARGEST = 50_000_000
"""Bytes that are read at most; a page of news has some thousands."""


def load(
    source: str | os.PathLike[str], *, stdin: BinaryIO | None = None, access: fetch.Access | None = None
) -> Loaded:
    """Read a file, standard input for "-", or a page for an address with http:// or https://.

    Raises SourceError for what cannot be read, is too large, or is not text; UsageError where
    `access` wants a file saved that was not fetched.
    """
    if isinstance(source, str) and fetch.is_url(source):
        return _fetched(fetch.fetch(source, access))
    if access is not None and access.save is not None:
        raise UsageError(
            f"--save-source keeps what was fetched, and {str(source)!r} is no address",
            hint="name a page by its http:// or https:// address, or leave --save-source out",
        )
    if source == STDIN:
        return decode(
            _bounded(stdin if stdin is not None else sys.stdin.buffer, "standard input"), "standard input"
        )
    path = Path(source)
    try:
        with path.open("rb") as stream:
            data = _bounded(stream, str(path))
    except FileNotFoundError as error:
        raise SourceError(
            f"{str(path)!r} does not exist", hint="check the path, or - for standard input"
        ) from error
    except IsADirectoryError as error:
        raise SourceError(
            f"{str(path)!r} is a folder", hint="name one file in it; batch and brief read folders"
        ) from error
    except PermissionError as error:
        if path.is_dir():
            raise SourceError(
                f"{str(path)!r} is a folder", hint="name one file in it; batch and brief read folders"
            ) from error
        raise SourceError(f"{str(path)!r} may not be read", hint="check its permissions") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{str(path)!r} cannot be read: {error}") from error
    return decode(data, path.name)


def read_many(
    inputs: Iterable[str | os.PathLike[str]], *, access: fetch.Access | None = None
) -> Iterator[tuple[str, Loaded | SourceError]]:
    """Read every file that `expand` finds, one after the other: its path, and the text or why there is none.

    A file that holds several articles (a mailbox, JSON Lines) comes once for each of them. Nothing is
    raised for a single file; what `expand` raises is, before the first is read.
    """
    for path in expand(inputs):
        try:
            yield path, load(path, access=access)
        except SourceError as error:
            yield path, error


def _bounded(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise SourceError(
            f"{name} is larger than {LARGEST // 1_000_000} MB", hint="cut the article out of it first"
        )
    return data


def _fetched(page: fetch.Fetched) -> Loaded:
    loaded = decode(page.data, page.url, declared=page.charset, markup=page.markup)
    return replace(
        loaded,
        url=page.url,
        site=loaded.site or page.host.removeprefix("www."),
        notices=(*page.notices, *loaded.notices),
    )


def decode(data: bytes, name: str, *, declared: str | None = None, markup: bool = False) -> Loaded:
    """Make text of bytes: by byte-order mark, as UTF-8, as `declared`, else by what the bytes look like.

    `markup` says that the sender calls it HTML, which is believed of what opens with a tag.

    Line ends and everything else stay as they are. Raises SourceError when there is
    nothing in it, or it is recognised as something other than text or an HTML page.
    """
    if not data.strip():
        raise SourceError(f"{name} is empty", hint="paste the article's text into it")
    if kinds.is_html(data) or (markup and data[:4096].lstrip().startswith(b"<")):
        return _page(data, name, declared)
    if (kind := kinds.recognise(data)) is not None:
        raise SourceError(f"{name} is {kind.label}, not text", hint=kind.hint)
    raw, notices = encoding.decode(data, name, declared)
    if not raw.strip():
        raise SourceError(f"{name} holds nothing but white space", hint="paste the article's text into it")
    return Loaded(raw=raw, name=name, notices=notices)


def _page(data: bytes, name: str, declared: str | None) -> Loaded:
    from summarizer.source import html

    page = html.read(data, name, declared)
    said = page.facts
    return Loaded(
        raw=page.text,
        name=name,
        notices=page.notices,
        title=said.title,
        byline=said.byline,
        published=said.published,
        updated=said.updated,
        site=said.site,
        language=said.language,
        likely=page.likely,
    )
