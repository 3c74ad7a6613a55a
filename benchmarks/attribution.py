"""Score attribution with the shared scorer, on PolNeAR or on articles of our own, and its speed.

    python benchmarks/attribution.py SHARED [--part dev|train|own] [--detail]

SHARED holds data/attribution and tools/score_attribution.py; neither is part of this project. `own` are the ten
marked articles of tests/attribution. Paragraphs are the text's lines that are not empty; nothing is cleaned.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from summarizer import attribute, segment
from summarizer.article import Article, Span
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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", default="dev", choices=("dev", "train", "own"))
    parser.add_argument("--detail", action="store_true")
    chosen = parser.parse_args()
    listed = rows(chosen.shared, chosen.part)
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        gold, given = Path(folder, "gold.jsonl"), Path(folder, "given.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in listed), encoding="utf-8")
        lines = []
        for row in listed:
            prepared = article(row["text"])
            started = time.process_time()
            found = attribute.attributions(prepared)
            seconds += time.process_time() - started
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
    size = sum(len(row["text"]) for row in listed)
    print(f"{size / seconds / 1e6:.2f} MB of text a second of processor time")


if __name__ == "__main__":
    main()
