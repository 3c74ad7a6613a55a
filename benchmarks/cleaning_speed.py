"""Measure how fast text is cleaned, and how long a page of HTML takes beside trafilatura.

    python benchmarks/cleaning_speed.py SHARED [--html]

SHARED is the folder that holds data/cleaning. CPU time, the best of several runs; a machine that does
other work makes every figure smaller, so a ratio tells more than a rate.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cleaning

from summarizer import clean, errors, source

RUNS = 4


def best(run: Callable[[], object], runs: int = RUNS) -> float:
    """CPU seconds of the quickest of several runs."""
    took = []
    for _ in range(runs):
        before = time.process_time()
        run()
        took.append(time.process_time() - before)
    return min(took)


def ours(data: bytes) -> None:
    """Read a page with its metadata and cut what is not the article."""
    with contextlib.suppress(errors.SourceError):
        loaded = source.decode(data, "page")
        clean.clean(loaded.raw, hints=loaded.hints)


def pasted(rows: Sequence[dict[str, str]]) -> None:
    """Print megabytes of UTF-8 a second, for each kind of text."""
    texts = [row["pasted_text"] for row in rows]
    kinds = {
        "single pages": texts,
        "all pages as one text": ["\n".join(texts)],
        "bodies of the articles": [row["article_body"] for row in rows],
    }
    for name, given in kinds.items():
        size = sum(len(text.encode()) for text in given) / 1e6
        seconds = best(lambda given=given: [cleaning.cleaned(text) for text in given])  # type: ignore[misc]
        sys.stdout.write(f"{name:24} {size / seconds:.2f} MB/s\n")


def pages(found: Sequence[bytes]) -> None:
    """Print seconds over all pages, ours beside trafilatura's text without metadata, page after page."""
    import trafilatura

    logging.disable(logging.CRITICAL)
    readers: dict[str, Callable[[bytes], object]] = {
        "ours, with metadata": ours,
        "trafilatura": trafilatura.extract,
        "trafilatura, no comments": lambda data: trafilatura.extract(data, include_comments=False),
    }
    for read in readers.values():
        read(found[0])
    totals = dict.fromkeys(readers, 0.0)
    for data in found:
        for name, read in readers.items():
            totals[name] += best(lambda read=read, data=data: read(data), 2)  # type: ignore[misc]
    mine = totals["ours, with metadata"]
    for name, seconds in totals.items():
        sys.stdout.write(f"{name:24} {seconds:.2f} s, ours takes {mine / seconds:.2f} times as long\n")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--html", action="store_true", help="the pages' HTML, beside trafilatura")
    chosen = parser.parse_args()
    path = chosen.shared / "data" / "cleaning" / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if chosen.html:
        pages([data for _, data in cleaning.pages(chosen.shared, rows)])
    else:
        pasted(rows)


if __name__ == "__main__":
    main()
