"""Score attribution with the shared scorer, on PolNeAR or on articles of our own, and its speed.

    python benchmarks/attribution.py SHARED [--part dev|train|own] [--detail]

SHARED holds data/attribution and tools/score_attribution.py; neither is part of this project. `own` are the ten
marked articles of tests/attribution. Paragraphs are the text's lines that are not empty; nothing is cleaned.

Speed is that of attribution alone, over articles that are read and numbered: the first time, when only the weights
are loaded, and again, the quickest of three. Other work of the machine makes it smaller: compare it with another only
side by side.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from summarizer import attribute, segment
from summarizer.article import Article, Attribution, Span
from tests import marked as own


def article(text: str) -> Article:
    spans = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            spans.append(Span(start, start + len(line.strip())))
        at += len(line) + 1
    return Article(text, "benchmark", tuple(spans), segment.split(text, spans))


def rows(shared: Path, part: str) -> list[dict[str, Any]]:
    if part == "own":
        return [
            {"id": a.name, "text": a.text, "attributions": list(a.attributions)} for a in own.all_of_them()
        ]
    path = shared / "data" / "attribution" / f"{part}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pass_over(listed: Sequence[Article]) -> tuple[list[tuple[Attribution, ...]], float]:
    """Attribute each article anew; processor seconds with it."""
    attribute._read.cache_clear()
    started = time.process_time()
    found = [attribute.attributions(each) for each in listed]
    return found, time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", default="dev", choices=("dev", "train", "own"))
    parser.add_argument("--detail", action="store_true")
    chosen = parser.parse_args()
    listed = rows(chosen.shared, chosen.part)
    prepared = [article(row["text"]) for row in listed]
    pass_over([article("Ann Roe said on Monday that it was late.")])
    given_all, first = pass_over(prepared)
    again = min(pass_over(prepared)[1] for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        gold, given = Path(folder, "gold.jsonl"), Path(folder, "given.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in listed), encoding="utf-8")
        lines = []
        for row, found in zip(listed, given_all, strict=True):
            said = [
                {
                    "source": [a.source.start, a.source.end] if a.source else None,
                    "source_text": a.speaker,
                    "content": [[part.start, part.end] for part in a.content],
                }
                for a in found
            ]
            lines.append(json.dumps({"id": row["id"], "attributions": said}) + "\n")
        given.write_text("".join(lines), encoding="utf-8")
        scorer = chosen.shared / "tools" / "score_attribution.py"
        detail = ["--detail"] if chosen.detail else []
        subprocess.run([sys.executable, str(scorer), str(gold), str(given), *detail], check=True)
    size = sum(len(row["text"]) for row in listed) / 1e6
    print(
        f"MB of text a second of processor time: {size / first:.2f} the first time, {size / again:.2f} again"
    )


if __name__ == "__main__":
    main()
