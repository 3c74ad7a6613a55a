"""Several inputs at once: folders and patterns become the files in them, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from summarizer.errors import SourceError
from summarizer.source import fetch

MOST = 10_000
"""Files that are taken from one call; a folder with more was named by mistake."""

STDIN = "-"

_PATTERN = frozenset("*?[")


def expand(inputs: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Say which single inputs a command line means: files, addresses and "-", each once.

    A folder stands for the files in it and below, sorted by name, without hidden ones and without
    folders that a link leads back to. A pattern (`*`, `?`, `[`, `**`) that is no file's name stands
    for what it matches. A file that is named and does not exist is handed on: reading it says so.

    Raises SourceError for a folder without files, a pattern without matches, or more than MOST files.
    """
    made: dict[str, str] = {}
    for given in inputs:
        for path in walk(os.fspath(given)):
            made.setdefault(path if _no_file(path) else os.path.realpath(path), path)
            if len(made) > MOST:
                raise SourceError(
                    f"{os.fspath(given)!r} holds more than {MOST:,} files",
                    hint="name a smaller folder, or the files",
                )
    return tuple(made.values())


def _no_file(given: str) -> bool:
    return given == STDIN or fetch.is_url(given) or "\x00" in given


def walk(given: str) -> Iterator[str]:
    """Say which single inputs one input means, one after the other and as many as there are; as `expand`."""
    if _no_file(given):
        yield given
    elif Path(given).is_dir():
        yield from _some(
            _below(given), f"{given!r} is a folder without files", "name the files, or another folder"
        )
    elif _PATTERN & set(given) and not Path(given).exists():
        # two links in a circle make ** match without end; Path.glob takes no pattern with a root
        matched = sorted(islice(glob.iglob(given, recursive=True), 2 * MOST))  # noqa: PTH207
        files = (path for match in matched for path in _files(match))
        yield from _some(files, f"no file matches {given!r}", "check the pattern and the folder")
    else:
        yield given


def _some(paths: Iterator[str], said: str, hint: str) -> Iterator[str]:
    empty = True
    for path in paths:
        empty = False
        yield path
    if empty:
        raise SourceError(said, hint=hint)


def _files(match: str) -> Iterator[str]:
    if Path(match).is_dir():
        yield from _below(match)
    elif not _hidden(match):
        yield match


def _below(folder: str) -> Iterator[str]:
    """Walk with links followed, each real folder once, so that a link to a parent ends the walk there."""
    seen = {os.path.realpath(folder)}
    for at, folders, files in os.walk(folder, followlinks=True):
        kept = []
        for name in sorted(folders):
            real = os.path.realpath(Path(at, name))
            if not _hidden(name) and real not in seen:
                seen.add(real)
                kept.append(name)
        folders[:] = kept
        yield from (
            str(path) for name in sorted(files) if not _hidden(name) and (path := Path(at, name)).is_file()
        )


def _hidden(name: str) -> bool:
    """Dot files, and what office programs leave beside an open document."""
    return Path(name).name.startswith((".", "~$"))
