"""What a batch is about: files, folders, patterns, lists, JSON Lines and Parquet, one input at a time.

Nothing is read ahead, so a hundred thousand inputs take no more memory than ten.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarizer.errors import SourceError, SummarizerError
from summarizer.source import Loaded, fetch, paths, read_many

_LINES = (".jsonl", ".ndjson")
_TABLE = ".parquet"
_SEVERAL = (".mbox", ".json")
"""Files that may hold several articles, and are opened for that."""
_OWN = frozenset({"id", "text", "url", "path", "metadata", "problem"})


@dataclass(frozen=True, slots=True)
class Item:
    """One input. It has a `text`, or a `source` (a path or an address) to read it from, or a `problem`.

    `id` is the one that was given, else the path or address, else file and line; no two of a
    batch are the same. `metadata` is JSON and passed through. `loaded` is set for an article of a file
    that holds several.
    """

    id: str
    index: int = 0
    source: str = ""
    text: str | None = None
    metadata: str = "{}"
    problem: str | None = None
    loaded: Loaded | None = None

    @property
    def name(self) -> str:
        """What messages and the line call it."""
        return self.source or self.id


def items(inputs: Iterable[str], own: Iterable[Path] = (), first: int = 0) -> Iterator[Item]:
    """Walk over everything that is named, in a fixed order, each with an id of its own.

    `@FILE` is a list of inputs, one a line. `own` are files of the batch itself, which a folder may
    hold and which are passed over. A file that is found twice is taken once; an id that comes twice
    gets `#2`; indexes run from `first`. Raises SourceError for what is named and is not there at all.
    """
    known = Known()
    passed = {os.path.realpath(path) for path in own}
    for index, item in enumerate(_each(inputs, passed, Known()), first):
        yield replace(item, index=index, id=known.name(item.id))


class Known:
    """Ids that were met, eight bytes of a digest each: 100,000 take 7 MB whatever their length."""

    def __init__(self) -> None:
        self._met: set[int] = set()

    def add(self, id_: str) -> bool:
        """Take an id in; False where it was there already."""
        digest = hashlib.blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        before = len(self._met)
        self._met.add(int.from_bytes(digest, "big"))
        return len(self._met) > before

    def __contains__(self, id_: str) -> bool:
        digest = hashlib.blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big") in self._met

    def __len__(self) -> int:
        return len(self._met)

    def name(self, id_: str) -> str:
        """Give back the id, or the first of `id#2`, `id#3`, … that nobody has."""
        given, number = id_, 1
        while not self.add(given):
            number += 1
            given = f"{id_}#{number}"
        return given


def count(inputs: Iterable[str]) -> int | None:
    """Count inputs without reading their texts; None where only reading would tell. Doubles count twice."""
    number = 0
    try:
        for given in inputs:
            if given.startswith("@"):
                more = None if given == "@-" else count(_listed(given[1:]))
                if more is None:
                    return None
                number += more
                continue
            for path in paths.walk(given):
                number += _rows_of(path)
    except (OSError, SummarizerError):
        return None
    return number


def _rows_of(path: str) -> int:
    if path.lower().endswith(_LINES):
        with Path(path).open("rb") as file:
            return sum(1 for line in file if line.strip())
    if path.lower().endswith(_TABLE):
        from summarizer.batch import tables

        return tables.count(path)
    return 1


def _each(inputs: Iterable[str], passed: set[str], files: Known) -> Iterator[Item]:
    for given in inputs:
        if given.startswith("@"):
            yield from _each(_listed(given[1:]), passed, files)
            continue
        for path in paths.walk(given):
            if path == paths.STDIN:
                raise SourceError(
                    "a batch reads no article from standard input", hint="@- reads a list of inputs from it"
                )
            if fetch.is_url(path):
                yield Item(path, source=path)
                continue
            real = os.path.realpath(path)
            if real in passed or not files.add(real):
                continue
            if path.lower().endswith(_LINES):
                yield from _rows(path, _json_lines(path))
            elif path.lower().endswith(_TABLE):
                from summarizer.batch import tables

                yield from _rows(path, tables.rows(path))
            elif path.lower().endswith(_SEVERAL):
                yield from _articles(path)
            else:
                yield Item(path, source=path)


def _articles(path: str) -> Iterator[Item]:
    """Give each article of a file that may hold several; where it is one, the file itself."""
    found = list(read_many((path,)))
    if len(found) == 1:
        yield Item(path, source=path)
        return
    for number, (_, one) in enumerate(found, 1):
        if isinstance(one, SourceError):
            yield Item(f"{path}#{number}", source=path, problem=one.message)
        else:
            yield Item(f"{path}#{number}", source=path, loaded=one)


def _listed(name: str) -> Iterator[str]:
    """Read a list of inputs, one a line, from a file or standard input; a path is relative to where one is."""
    try:
        with sys.stdin if name == "-" else Path(name).open(encoding="utf-8-sig") as lines:
            for line in lines:
                if given := line.strip():
                    yield given
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"the list {name!r} cannot be read: {error}", hint="check the path") from error


def _json_lines(path: str) -> Iterator[tuple[int, Any]]:
    """Give each line as data, or the ValueError it is."""
    try:
        with Path(path).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield number, json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield number, ValueError(f"no JSON: {error}")
    except OSError as error:
        raise SourceError(f"{path!r} cannot be read: {error.strerror or error}") from error


def _rows(path: str, rows: Iterable[tuple[int, Any]]) -> Iterator[Item]:
    for number, row in rows:
        try:
            yield _row(f"{path}:{number}", row)
        except ValueError as error:
            yield Item(f"{path}:{number}", problem=f"{path}, line {number}: {error}")


def _row(place: str, row: Any) -> Item:  # noqa: ANN401
    if isinstance(row, ValueError):
        raise row
    if not isinstance(row, Mapping):
        raise ValueError("it is no object with a text, a url or a path")
    if row.get("problem") and row.get("id"):
        return Item(str(row["id"]), problem=str(row["problem"]))
    text, source = row.get("text"), row.get("url") or row.get("path") or ""
    id_ = row.get("id")
    if not isinstance(source, str) or not isinstance(text, str | None) or not (text or source):
        raise ValueError("it has no text, url or path")
    more = row.get("metadata")
    if isinstance(more, str):  # in a table it is JSON
        more = json.loads(more)
    rest = {name: value for name, value in row.items() if name not in _OWN and value is not None}
    metadata = {**rest, **more} if isinstance(more, Mapping) else rest
    return Item(
        str(id_) if id_ is not None else (source if text is None else place),
        source=source,
        text=text,
        metadata=json.dumps(metadata, ensure_ascii=False, default=str),
    )
