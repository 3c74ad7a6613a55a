"""Score titles, bylines and dates, from HTML and from pasted text, beside the peers that are installed.

    python benchmarks/metadata.py SHARED MARKS [--misses]

SHARED is the folder that holds data/cleaning. MARKS is a JSON Lines file, a page a line: {"id", "title":
headline as printed, "byline": names without roles, [] where the page names nobody, "published": the days as
YYYY-MM-DD that are right (two where the page's own time zone and its machine-readable time differ), [] where
it gives none}. Precision is over what a reader gives, recall over what is marked; case, blanks and
punctuation do not count.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cleaning

from summarizer import clean, errors, pipeline

Found = tuple[str | None, tuple[str, ...], str | None]


def _day(moment: object) -> str | None:
    return str(moment)[:10] if moment else None


def ours(data: bytes) -> Found:
    """Read a page's HTML."""
    with contextlib.suppress(errors.SourceError):
        article = pipeline.read("-", stdin=io.BytesIO(data))
        return article.title, article.byline, _day(article.published)
    return None, (), None


def ours_pasted(raw: str) -> Found:
    """Read the same page as pasted."""
    with contextlib.suppress(errors.SourceError):
        made = clean.clean(raw)
        return made.title, made.byline, _day(made.published)
    return None, (), None


def peers(data: bytes, url: str) -> Iterator[tuple[str, Found]]:
    """Read a page's HTML with every peer that is installed."""
    with contextlib.suppress(ImportError):
        import trafilatura

        found = trafilatura.extract_metadata(data)
        names = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
        yield "trafilatura", (found.title, names, _day(found.date))
    with contextlib.suppress(ImportError):
        import newspaper

        page = newspaper.Article(url, language="en")
        page.download(input_html=data.decode("utf-8", "replace"))
        with contextlib.suppress(LookupError):  # for Korean bodies it wants data that has to be downloaded
            page.parse()
        yield "newspaper4k", (page.title or None, tuple(page.authors), _day(page.publish_date))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def counts(found: Found, mark: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """Count what is right, given and marked, for each field."""
    title, names, day = found
    true = {_folded(name) for name in mark["byline"]}
    given = {_folded(name) for name in names}
    return {
        "title": (_folded(title or "") == _folded(mark["title"]), title is not None, 1),
        "byline": (len(true & given), len(given), len(true)),
        "day": (day in mark["published"], day is not None, bool(mark["published"])),
    }


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("marks", type=Path)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    marks = {row["id"]: row for row in map(json.loads, chosen.marks.read_text(encoding="utf-8").splitlines())}
    path = chosen.shared / "data" / "cleaning" / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    totals: dict[str, dict[str, list[int]]] = {}
    for row, (name, data) in zip(rows, cleaning.pages(chosen.shared, rows), strict=True):
        readers = [("ours, HTML", ours(data)), ("ours, pasted", ours_pasted(row["pasted_text"]))]
        for reader, found in (*readers, *peers(data, row["url"])):
            for field, (right, given, marked) in counts(found, marks[name]).items():
                total = totals.setdefault(reader, {}).setdefault(field, [0, 0, 0])
                total[:] = [total[0] + right, total[1] + given, total[2] + marked]
                if chosen.misses and reader.startswith("ours") and not right == given == marked:
                    at = ("title", "byline", "day").index(field)
                    key = field if field != "day" else "published"
                    sys.stdout.write(f"{name[:8]} {reader} {field}: {found[at]!r} for {marks[name][key]!r}\n")
    for reader, fields in totals.items():
        parts = [
            f"{field} {right / max(1, given):.3f} {right / max(1, marked):.3f}"
            for field, (right, given, marked) in fields.items()
        ]
        sys.stdout.write(f"{reader:14} precision, recall: {'; '.join(parts)}\n")


if __name__ == "__main__":
    main()
