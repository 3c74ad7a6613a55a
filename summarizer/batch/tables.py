"""Parquet in and out, through pyarrow (extra `parquet`), some rows at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from summarizer.errors import OutputError, SourceError, UsageError

ROWS = 256
"""Rows of one step: some megabytes of text."""

COLUMNS = {
    "id": "string",
    "index": "int64",
    "source": "string",
    "metadata": "string",
    "headline": "string",
    "note": "string",
    "failure": "string",
    "message": "string",
    "requests": "int64",
    "cached": "int64",
    "input_tokens": "int64",
    "output_tokens": "int64",
    "cost": "double",
}
"""The columns of a Parquet output; `note` and `metadata` are JSON, `failure` is the name of the error."""


def rows(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the rows of a file as plain data, numbered from 1.

    Raises SourceError where it cannot be read, UsageError where pyarrow is not installed.
    """
    pyarrow, parquet = _library()
    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except (OSError, pyarrow.ArrowException) as error:
        raise SourceError(f"{path!r} cannot be read as Parquet: {error}") from error


def count(path: str) -> int:
    """Count the rows of a file; errors as of `rows`."""
    pyarrow, parquet = _library()
    try:
        return int(parquet.read_metadata(path).num_rows)
    except (OSError, pyarrow.ArrowException) as error:
        raise SourceError(f"{path!r} cannot be read as Parquet: {error}") from error


def row_of(line: str) -> dict[str, Any]:
    """Lay a line of the output out as a row."""
    data = json.loads(line)
    note, failure, spent = data["note"], data["failure"], data["spent"]
    return {
        **{name: data[name] for name in ("id", "index", "source")},
        "metadata": json.dumps(data["metadata"], ensure_ascii=False),
        "headline": note["headline"] if note else None,
        "note": json.dumps(note, ensure_ascii=False, separators=(",", ":")) if note else None,
        "failure": failure["kind"] if failure else None,
        "message": failure["message"] if failure else None,
        **{name: spent[name] for name in ("requests", "cached", "input_tokens", "output_tokens", "cost")},
    }


def write(lines: Iterable[str], target: Path) -> None:
    """Write lines as a table, whole or not at all; OutputError where that cannot be."""
    _write((row_of(line) for line in lines), COLUMNS, target)


def write_items(rows: Iterable[dict[str, Any]], target: Path) -> None:
    """Write inputs as a table that `rows` gives back; OutputError where that cannot be."""
    _write(rows, {name: "string" for name in ("id", "text", "url", "metadata", "problem")}, target)


def _write(rows: Iterable[dict[str, Any]], columns: Mapping[str, str], target: Path) -> None:
    pyarrow, parquet = _library()
    kinds = {"string": pyarrow.string(), "int64": pyarrow.int64(), "double": pyarrow.float64()}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    part = target.with_name(f".{target.name}.part")
    try:
        with parquet.ParquetWriter(part, schema, compression="zstd") as writer:
            walk = iter(rows)
            while held := list(islice(walk, ROWS)):
                writer.write_table(pyarrow.Table.from_pylist(held, schema=schema))
        part.replace(target)
    except (OSError, pyarrow.ArrowException) as error:
        raise OutputError(f"cannot write {str(target)!r}: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError(
            "Parquet needs the package pyarrow, which is not installed",
            hint="pip install 'summarizer[parquet]', or JSON Lines instead",
        ) from error
    return pyarrow, pyarrow.parquet
