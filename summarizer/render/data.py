"""Results as JSON and as rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime

# A cell that begins so is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(value: object, *, ascii_only: bool = False) -> str:
    """Print plain data, tuples and dates included, as indented JSON."""
    made = json.dumps(value, indent=2, ensure_ascii=ascii_only, default=_moment)
    try:
        made.encode()
    except UnicodeEncodeError:  # a lone surrogate
        made = json.dumps(value, indent=2, default=_moment)
    return made + "\n"


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def rows(header: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """Print rows as CSV in which no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in line] for line in lines)
    return out.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
