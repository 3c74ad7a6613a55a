"""Print pages to PDF or save them as Word, read them back, and score the body that is found.

    python benchmarks/printed.py SHARED OUT --as pdf|docx [--first 0] [--every 4] [--per-page]

SHARED is the folder that holds data/cleaning and tools/score_cleaning.py; neither is part of this
project. OUT keeps what was printed, for the next run. Wants chromium for PDF, soffice for Word.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cleaning

from summarizer import errors, pipeline, source

_SCRIPTS = re.compile(rb"(?is)<script\b.*?</script>|<(?:iframe|video|source|img)\b[^>]*>")
_SECONDS = 120


def printed(data: bytes, page: str, out: Path, form: str) -> Path:
    """Make the file of a page unless it is there: scripts and pictures taken out, nothing fetched."""
    made = out / f"{page}.{form}"
    if made.exists():
        return made
    out.mkdir(parents=True, exist_ok=True)
    html = out / f"{page}.html"
    html.write_bytes(_SCRIPTS.sub(b"", data))
    commands = {
        "pdf": [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * 127.0.0.1",
            f"--print-to-pdf={made.resolve()}", html.resolve().as_uri(),
        ],
        "docx": [
            "soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(out), str(html),
        ],
    }  # fmt: skip
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(commands[form], capture_output=True, timeout=_SECONDS, check=False)
    return made


def body(path: Path) -> tuple[str, str]:
    """The text of a file and the body found in it, "" for what cannot be read or holds no article."""
    try:
        raw = source.load(path).raw
        return raw, pipeline.read(path).body
    except errors.SourceError:
        return "", ""


def pasted(raw: str) -> str:
    """The body found in a page as it was pasted."""
    try:
        return pipeline.read_text(raw).body
    except errors.SourceError:
        return ""


def show(name: str, scorer: Any, gold: Mapping[str, str], found: Mapping[str, str], each: bool) -> None:  # noqa: ANN401
    """Print one line, and one for each page where that is asked for."""
    result = scorer.score(gold, found, bootstrap=1000)
    cleaning.report(name, result)
    for page, (precision, recall) in result["per_page"].items() if each else ():
        sys.stdout.write(f"  {page[:12]}  precision {precision or 0:.3f}  recall {recall or 0:.3f}\n")


def main() -> None:
    """Score what the readers make of printed pages beside the same pages as pasted text."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--as", dest="form", choices=("pdf", "docx"), default="pdf")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--per-page", action="store_true")
    args = parser.parse_args()
    lines = (args.shared / "data" / "cleaning" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines][args.first :: args.every]
    scorer = cleaning.scorer(args.shared)
    read = {}
    for page, data in cleaning.pages(args.shared, rows):
        path = printed(data, page, args.out, args.form)
        if path.exists():
            read[page] = body(path)
    gold = {row["id"]: row["article_body"] for row in rows if row["id"] in read}
    held = [scorer.page_score(gold[page], raw)[1] or 0.0 for page, (raw, _) in read.items()]
    sys.stdout.write(f"{len(read)} of {len(rows)} pages; in the text {sum(held) / max(1, len(held)):.3f}\n")
    show(args.form, scorer, gold, {page: found for page, (_, found) in read.items()}, args.per_page)
    texts = {row["id"]: pasted(row["pasted_text"]) for row in rows if row["id"] in read}
    show("the same pages, pasted", scorer, gold, texts, args.per_page)


if __name__ == "__main__":
    main()
