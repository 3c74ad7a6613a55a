"""Read what people give: files, standard input or addresses, of every kind that articles are kept in.

Kinds are told by content, not by suffix. What had to be assumed or left out is said in `notices`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import SourceError, UsageError
from summarizer.source import fetch, readers
from summarizer.source.loaded import Loaded
from summarizer.source.paths import STDIN, expand

__all__ = ["LARGEST", "STDIN", "Loaded", "decode", "expand", "load", "read_many"]

LARGEST = 50_000_000
"""Bytes that are read at most; a page of news has some thousands."""


@dataclass(frozen=True, slots=True)
class _Got:
    """The bytes of one input, and what came with them."""

    data: bytes
    name: str
    page: fetch.Fetched | None = None


def load(
    source: str | os.PathLike[str], *, stdin: BinaryIO | None = None, access: fetch.Access | None = None
) -> Loaded:
    """Read one article: from a file, from standard input for "-", or from an address with http(s)://.

    Raises SourceError for what cannot be read, is too large, holds no text, or holds several articles;
    UsageError where `access` wants a file saved that was not fetched.
    """
    got = _got(source, stdin, access)
    return _only(_documents(got), got.name)


def read_many(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    access: fetch.Access | None = None,
) -> Iterator[tuple[str, Loaded | SourceError]]:
    """Read every file that `expand` finds, one after the other: its path, and the text or why there is none.

    A file that holds several articles (a mailbox, JSON Lines) comes once for each of them. Nothing is
    raised for a single file; what `expand` raises is, before the first is read.
    """
    for path in expand(inputs):
        try:
            for found in _documents(_got(path, stdin, access)):
                yield path, found
        except SourceError as error:
            yield path, error


def decode(data: bytes, name: str, *, declared: str | None = None, markup: bool = False) -> Loaded:
    """Make one article's text of bytes of any kind; see `readers.documents`.

    Text without markup stays as it is, line ends and all. Raises SourceError as `load` does.
    """
    return _only(readers.documents(data, name, declared=declared, markup=markup), name)


def _only(found: Iterator[Loaded | SourceError], name: str) -> Loaded:
    one = next(found)
    if next(found, None) is not None:
        raise SourceError(
            f"{name} holds several articles, and one is wanted",
            hint="summarizer batch or brief read them all; or put one of them into a file of its own",
        )
    if isinstance(one, SourceError):
        raise one
    return one


def _bounded(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise SourceError(
            f"{name} is larger than {LARGEST // 1_000_000} MB", hint="cut the article out of it first"
        )
    return data


def _got(source: str | os.PathLike[str], stdin: BinaryIO | None, access: fetch.Access | None) -> _Got:
    if isinstance(source, str) and fetch.is_url(source):
        page = fetch.fetch(source, access)
        return _Got(page.data, page.url, page)
    if access is not None and access.save is not None:
        raise UsageError(
            f"--save-source keeps what was fetched, and {str(source)!r} is no address",
            hint="name a page by its http:// or https:// address, or leave --save-source out",
        )
    if source == STDIN:
        name = "standard input"
        return _Got(_bounded(stdin if stdin is not None else sys.stdin.buffer, name), name)
    path = Path(source)
    try:
        with path.open("rb") as stream:
            return _Got(_bounded(stream, str(path)), path.name)
    except FileNotFoundError as error:
        raise SourceError(
            f"{str(path)!r} does not exist", hint="check the path, or - for standard input"
        ) from error
    except IsADirectoryError as error:
        raise _folder(path) from error
    except PermissionError as error:
        if path.is_dir():
            raise _folder(path) from error
        raise SourceError(f"{str(path)!r} may not be read", hint="check its permissions") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{str(path)!r} cannot be read: {error}") from error


def _folder(path: Path) -> SourceError:
    return SourceError(
        f"{str(path)!r} is a folder", hint="name one file in it; summarizer batch and brief read folders"
    )


def _documents(got: _Got) -> Iterator[Loaded | SourceError]:
    page = got.page
    if page is None:
        yield from readers.documents(got.data, got.name)
        return
    for found in readers.documents(got.data, got.name, declared=page.charset, markup=page.markup):
        yield (
            found
            if isinstance(found, SourceError)
            else replace(
                found,
                url=page.url,
                site=found.site or page.host.removeprefix("www."),
                notices=(*page.notices, *found.notices),
            )
        )
