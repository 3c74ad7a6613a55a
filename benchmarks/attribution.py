"""Score attribution on PolNeAR with the shared scorer, and its speed.

    python benchmarks/attribution.py SHARED [--part dev|train] [--detail]

SHARED holds data/attribution and tools/score_attribution.py; neither is part of this
project. Paragraphs are the text's lines that are not empty; nothing is cleaned.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from summarizer import attribute, segment
from summarizer.article import Article, Span


def article(text: str) -> Article:
    spans = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            spans.append(Span(start, start + len(line.strip())))
        at += len(line) + 1
    return Article(text, "benchmark", tuple(spans), segment.split(text, spans))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--detail", action="store_true")
    chosen = parser.parse_args()
    gold = chosen.shared / "data" / "attribution" / f"{chosen.part}.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    seconds = 0.0
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in rows:
            prepared = article(row["text"])
            started = time.process_time()
            found = attribute.attributions(prepared)
            seconds += time.process_time() - started
            listed = [
                {
                    "source": [a.source.start, a.source.end] if a.source else None,
                    "source_text": a.speaker,
                    "content": [[part.start, part.end] for part in a.content],
                }
                for a in found
            ]
            out.write(json.dumps({"id": row["id"], "attributions": listed}) + "\n")
        out.flush()
        scorer = chosen.shared / "tools" / "score_attribution.py"
        detail = ["--detail"] if chosen.detail else []
        subprocess.run([sys.executable, str(scorer), str(gold), out.name, *detail], check=True)
    size = sum(len(row["text"]) for row in rows)
    print(f"{size / seconds / 1e6:.2f} MB of text a second of processor time")


if __name__ == "__main__":
    main()
