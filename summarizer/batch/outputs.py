"""The lines of a batch on disk: appended whole, found again after any end, put in order."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.batch.inputs import Known
from summarizer.errors import OutputError, UsageError

_ID = '"id":'
_FAILED = '"note":null,"failure":{'
_DECODER = json.JSONDecoder()


class Output:
    """A file of lines. `done` are the ids it holds already, `failed` how many of them are failures.

    A last line that was cut short by the end of a process is taken away: its input counts as not done.
    """

    def __init__(self, path: Path, *, anew: bool = False, resumed: bool = False, retry: bool = False) -> None:
        """Open or begin the file; with `retry`, lines of failures are taken out first.

        Only of a file that is `resumed` is an unfinished last line believed to be a batch's.

        Raises UsageError for a file that holds something else, OutputError where it cannot be written.
        """
        self.path = path
        self.done = Known()
        self.failed = 0
        try:
            self._file: BinaryIO = path.open("wb" if anew else "ab", buffering=0)
        except OSError as error:
            raise OutputError(
                f"cannot write {str(path)!r}: {error.strerror or error}",
                hint="-o with a place you may write to",
            ) from error
        try:
            self._mend(self._read(), resumed)
            if retry and self.failed:
                self._file.close()
                self._keep_notes()
        except BaseException:
            self._file.close()
            raise

    def write(self, line: str) -> None:
        """Append a line; OutputError where it cannot be, and then nothing of it is left."""
        data = line.encode("utf-8", "replace")
        end = self._file.seek(0, os.SEEK_END)
        try:
            while data:
                data = data[self._file.write(data) :]
        except OSError as error:
            self._file.truncate(end)
            raise OutputError(
                f"cannot write {str(self.path)!r}: {error.strerror or error}",
                hint="make room, and run the same command again: it goes on from here",
            ) from error

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self._file.close()

    def lines(self) -> Iterator[str]:
        """Read the lines that are there."""
        with self.path.open(encoding="utf-8") as lines:
            yield from lines

    def _read(self) -> int:
        """Take in what is there, and say where the last whole line ends."""
        end = 0
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.endswith(b"\n"):
                    break
                try:
                    id_, failed = glance(line.decode("utf-8"))
                except ValueError as error:
                    raise UsageError(
                        f"{str(self.path)!r}, line {number}, is no line of a batch: {error}",
                        hint="another -o, or --overwrite",
                    ) from error
                self.done.add(id_)
                self.failed += failed
                end += len(line)
        return end

    def _mend(self, end: int, resumed: bool) -> None:
        if end < self.path.stat().st_size:
            if not resumed:
                raise UsageError(
                    f"{str(self.path)!r} is no output of a batch", hint="another -o, or --overwrite"
                )
            self._file.truncate(end)

    def _keep_notes(self) -> None:
        part = self.path.with_name(f".{self.path.name}.part")
        self.done, self.failed = Known(), 0
        try:
            with part.open("w", encoding="utf-8") as kept:
                for line in self.lines():
                    id_, failed = glance(line)
                    if not failed:
                        kept.write(line)
                        self.done.add(id_)
            part.replace(self.path)
            self._file = self.path.open("ab", buffering=0)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise OutputError(f"cannot write {str(self.path)!r}: {error.strerror or error}") from error


def glance(line: str) -> tuple[str, bool]:
    """Read the id of a line and whether it is a failure, without reading the note; ValueError for no line.

    >>> glance('{"format":1,"id":"a","index":0,"note":null,"failure":{"kind":"SourceError"}}')
    ('a', True)
    """
    at = line.find(_ID, 0, 40)
    if at < 0:
        raise ValueError("it has no id")
    id_, _ = _DECODER.raw_decode(line, at + len(_ID))
    if not isinstance(id_, str):
        raise ValueError("its id is no text")
    # inside a string the marks would be escaped, so only metadata of that very form can mislead
    return id_, _FAILED in line and json.loads(line)["note"] is None


def in_order(path: Path) -> None:
    """Put the lines in the order of their inputs, in place and whole or not at all.

    Only the places of lines are held in memory, not the lines.
    """
    places: list[tuple[int, int, int]] = []
    with path.open("rb") as lines:
        at = 0
        for line in lines:
            places.append((_index(line), at, len(line)))
            at += len(line)
    if places == sorted(places):
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with path.open("rb") as lines, part.open("wb") as sorted_lines:
            for _, at, length in sorted(places):
                lines.seek(at)
                sorted_lines.write(lines.read(length))
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"cannot write {str(path)!r}: {error.strerror or error}") from error


def _index(line: bytes) -> int:
    found: Any = json.loads(line)["index"]
    return int(found)
