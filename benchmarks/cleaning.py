"""Score the cleaner on pasted pages against their true bodies (4-word shingles).

    python benchmarks/cleaning.py SHARED [--per-page] [--set dev|dev_near]
    python benchmarks/cleaning.py SHARED --html

SHARED is the folder that holds data/cleaning and tools/score_cleaning.py; neither is part
of this project.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from summarizer import clean, errors, source


def scorer(shared: Path) -> ModuleType:
    """Load the scorer from its file."""
    spec = importlib.util.spec_from_file_location("score_cleaning", shared / "tools" / "score_cleaning.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cleaned(raw: str, hints: Mapping[int, Sequence[str]] | None = None) -> str:
    """Print what the cleaner keeps, "" where it finds no article."""
    try:
        made = clean.clean(raw, hints=hints)
    except errors.SourceError:
        return ""
    return "\n".join(span.of(raw) for span in made.paragraphs)


def pages(shared: Path, rows: Sequence[dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Read the HTML of the pages of `rows`."""
    for row in rows:
        path = shared / "data" / "cleaning" / "dev_html" / f"{row['id']}.html.gz"
        yield row["id"], gzip.decompress(path.read_bytes())


def peers(data: bytes) -> dict[str, str]:
    """Extract a page with every peer that is installed."""
    made = {}
    with contextlib.suppress(ImportError):
        import trafilatura

        made["trafilatura"] = trafilatura.extract(data, include_comments=False) or ""
    with contextlib.suppress(ImportError):
        import justext

        found = justext.justext(data, justext.get_stoplist("English"))
        made["justext"] = "\n".join(part.text for part in found if not part.is_boilerplate)
    with contextlib.suppress(ImportError):
        import readability
        from lxml import html

        summary = readability.Document(data.decode("utf-8", "replace")).summary()
        made["readability-lxml"] = "\n".join(html.fromstring(summary).itertext())
    with contextlib.suppress(ImportError):
        import newspaper

        page = newspaper.Article("http://localhost/", language="en")
        page.download(input_html=data.decode("utf-8", "replace"))
        with contextlib.suppress(LookupError):  # for Korean bodies it wants data that has to be downloaded
            page.parse()
        made["newspaper4k"] = page.text or ""
    return made


def report(name: str, result: dict[str, Any]) -> None:
    """Print a line of the table."""
    low, high = result["f1_95"]
    sys.stdout.write(
        f"{name:26} F1 {result['f1']:.3f} [{low:.3f}, {high:.3f}]  precision {result['precision']:.3f}"
        f"  recall {result['recall']:.3f}  empty {result['empty']}  n {result['n']}\n"
    )


def compare(shared: Path, score: ModuleType) -> None:
    """Score ours and the peers on the pages' HTML."""
    path = shared / "data" / "cleaning" / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = {row["id"]: row["article_body"] for row in rows}
    made: dict[str, dict[str, str]] = {}
    for name, data in pages(shared, rows):
        loaded = source.decode(data, name)
        made.setdefault("html, ours", {})[name] = cleaned(loaded.raw, loaded.hints)
        for peer, text in peers(data).items():
            made.setdefault(f"html, {peer}", {})[name] = text
    for name, texts in made.items():
        report(name, score.score(gold, texts, bootstrap=500))


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", choices=("dev", "dev_near"))
    parser.add_argument("--per-page", action="store_true")
    parser.add_argument("--html", action="store_true", help="the pages' HTML, beside the peers")
    chosen = parser.parse_args()
    score = scorer(chosen.shared)
    if chosen.html:
        compare(chosen.shared, score)
        return
    for name in (chosen.set,) if chosen.set else ("dev", "dev_near"):
        path = chosen.shared / "data" / "cleaning" / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        gold = {row["id"]: row["article_body"] for row in rows}
        made = {row["id"]: cleaned(row["pasted_text"]) for row in rows}
        result = score.score(gold, made, bootstrap=500)
        pages = result.pop("per_page")
        report(f"pasted, {name}", result)
        if chosen.per_page:
            for page in sorted(pages, key=lambda i: (pages[i][0] or 0) + (pages[i][1] or 0)):
                precision, recall = pages[page]
                sys.stdout.write(f"  {page[:12]}  precision {precision or 0:.3f}  recall {recall or 0:.3f}\n")


if __name__ == "__main__":
    main()
