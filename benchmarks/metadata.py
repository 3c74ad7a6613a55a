"""Score titles, bylines and times, from HTML and from pasted text, beside the peers that are installed.

    python benchmarks/metadata.py SHARED MARKS [--misses]

SHARED is the folder that holds data/cleaning. MARKS is a JSON Lines file, a page a line, made by reading and
kept outside the project, for it holds text of the pages: {"id", "title": the headline as printed, "byline":
persons, agencies and desks that the page prints as its authors, without roles, [] where it names nobody,
"also": names that are neither asked for nor wrong (the outlet itself, an employer, a name that only the page's
data hold), "published", "updated": the days as YYYY-MM-DD that are right (two where the printed day and that of
the page's data differ), [] where there is none, "site": its names, "language", "pasted": {"published", "may",
"updated", "updated may"}}. The last says what a reader of the pasted text sees: the moment in ISO 8601 as far
as it is printed, to the day, the minute or with its zone; under "may" days that are told without a year, as
"today", or only as those of an update: neither asked for nor wrong.

Precision is over what a reader gives, recall over what is marked; case, blanks and punctuation do not count.
"moment" is the time of publication to the minute, with the zone where one is printed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import cleaning

from summarizer import clean, errors, pipeline

Count = tuple[int, int, int]


class Found(NamedTuple):
    """What a reader says of a page."""

    title: str | None = None
    names: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    site: str | None = None
    language: str | None = None


def ours(data: bytes) -> Found:
    """Read a page's HTML."""
    with contextlib.suppress(errors.SourceError):
        made = pipeline.read("-", stdin=io.BytesIO(data))
        return Found(made.title, made.byline, made.published, made.updated, made.site, made.language)
    return Found()


def ours_pasted(raw: str) -> Found:
    """Read the same page as pasted."""
    with contextlib.suppress(errors.SourceError):
        made = clean.clean(raw)
        return Found(made.title, made.byline, made.published, made.updated, made.site, made.language)
    return Found()


def peers(data: bytes, url: str) -> Iterator[tuple[str, Found]]:
    """Read a page's HTML with every peer that is installed."""
    with contextlib.suppress(ImportError):
        import trafilatura

        said = trafilatura.extract_metadata(data)
        names = tuple(name.strip() for name in (said.author or "").split(";") if name.strip())
        day = datetime.fromisoformat(said.date) if said.date else None
        yield "trafilatura", Found(said.title, names, day, None, said.sitename)
    with contextlib.suppress(ImportError):
        import newspaper

        page = newspaper.Article(url, language="en")
        page.download(input_html=data.decode("utf-8", "replace"))
        with contextlib.suppress(LookupError):  # for Korean bodies it wants data that has to be downloaded
            page.parse()
        day = page.publish_date or None
        site, language = page.meta_site_name or None, (page.meta_lang or "")[:2] or None
        yield "newspaper4k", Found(page.title or None, tuple(page.authors), day, None, site, language)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _one(right: bool, given: bool, marked: bool) -> Count:
    return (int(right and given and marked), int(given), int(marked))


def _day(found: datetime | None, days: list[str], may: list[str]) -> Count:
    """Count a day; one that may be given and need not be counts for nothing."""
    said = str(found)[:10] if found else None
    if said in may and said not in days:
        return (0, 0, 0)
    return _one(said in days, said is not None, bool(days))


def _moment(found: datetime | None, printed: list[str]) -> Count:
    """Count a moment that is printed to the minute; other pages count for nothing."""
    if not printed or "T" not in printed[0]:
        return (0, 0, 0)
    said = found.isoformat(timespec="minutes") if found else None
    return _one(said == printed[0], said is not None, True)


def counts(found: Found, mark: Mapping[str, Any], pasted: bool) -> dict[str, Count]:
    """Count what is right, given and marked, for each field."""
    true = {_folded(name) for name in mark["byline"]}
    given = {_folded(name) for name in found.names} - ({_folded(name) for name in mark["also"]} - true)
    site = {_folded(name) for name in mark["site"]}
    seen = mark["pasted"] if pasted else mark
    published, updated = ([said[:10] for said in seen[key]] for key in ("published", "updated"))
    made = {
        "title": _one(_folded(found.title or "") == _folded(mark["title"]), found.title is not None, True),
        "byline": (len(true & given), len(given), len(true)),
        "day": _day(found.published, published, seen.get("may", [])),
        "updated": _day(found.updated, updated, seen.get("updated may", [])),
        "site": _one(_folded(found.site or "") in site, found.site is not None, True),
        "language": _one(found.language == mark["language"], found.language is not None, True),
    }
    if pasted:
        made["moment"] = _moment(found.published, seen["published"])
    return made


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
            for field, (right, given, marked) in counts(found, marks[name], "pasted" in reader).items():
                total = totals.setdefault(reader, {}).setdefault(field, [0, 0, 0])
                total[:] = [total[0] + right, total[1] + given, total[2] + marked]
                if chosen.misses and reader.startswith("ours") and not right == given == marked:
                    sys.stdout.write(f"{name[:8]} {reader} {field}: {found} for {marks[name]}\n")
    for reader, fields in totals.items():
        parts = [
            f"{field} {right / max(1, given):.3f} {right / max(1, marked):.3f}"
            for field, (right, given, marked) in fields.items()
        ]
        sys.stdout.write(f"{reader:14} precision, recall: {'; '.join(parts)}\n")


if __name__ == "__main__":
    main()
