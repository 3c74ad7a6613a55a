"""Score the checker against human votes on summary sentences (QAGS) with the shared scorer.

    python benchmarks/support.py SHARED

SHARED holds data/support and tools/score_support.py; neither is part of this project.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from summarizer import segment, support
from summarizer.article import Article, Span


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    gold = shared / "data" / "support" / "dev.jsonl"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
            text = row["article"]
            whole = (Span(0, len(text)),)
            checked = support.check(row["claim"], Article(text, "qags", whole, segment.split(text, whole)))
            line = {"id": row["id"], "score": checked.score, "verdict": checked.verdict}
            out.write(json.dumps(line) + "\n")
        out.flush()
        scorer = shared / "tools" / "score_support.py"
        subprocess.run([sys.executable, str(scorer), str(gold), out.name], check=True)


if __name__ == "__main__":
    main()
