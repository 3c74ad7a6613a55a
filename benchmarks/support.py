"""Score the checker against human votes on summary sentences (QAGS) with the shared scorer.

    python benchmarks/support.py SHARED [--every 1] [--verify llama:PATH.gguf]

SHARED holds data/support and tools/score_support.py; neither is part of this project. With `--verify` a second model
gives its opinion of each claim, and the table is printed without it and with it. `--every N` takes each Nth claim.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer import pipeline, segment, support
from summarizer.article import Article, Span
from summarizer.settings import Settings

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--verify")
    given = parser.parse_args()
    gold = given.shared / "data" / "support" / "dev.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()][:: given.every]
    plain = [checked(row) for row in rows]
    report(given.shared, rows, plain)
    if given.verify:
        chosen = Settings(verify=given.verify, timeout=1200.0, deadline=36000.0)
        report(given.shared, rows, asyncio.run(verified(rows, plain, chosen)))


def checked(row: Row) -> support.Checked:
    text = row["article"]
    whole = (Span(0, len(text)),)
    return support.check(row["claim"], Article(text, "qags", whole, segment.split(text, whole)))


async def verified(
    rows: Sequence[Row], plain: Sequence[support.Checked], chosen: Settings
) -> list[support.Checked]:
    """Weigh the second model's opinion, the claims about one article in one asking as `check` does."""
    told: list[support.Checked] = []
    for _, group in itertools.groupby(zip(rows, plain, strict=True), lambda pair: pair[0]["article"]):
        made, problems = await pipeline.averify([(row["claim"], one) for row, one in group], chosen)
        told.extend(made)
        for problem in problems:
            print(problem, file=sys.stderr, flush=True)
    return told


def report(shared: Path, rows: Sequence[Row], found: Sequence[support.Checked]) -> None:
    """Let the shared scorer print its table of these rows."""
    with tempfile.TemporaryDirectory() as folder:
        gold, out = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        lines = (
            {"id": row["id"], "score": one.score, "verdict": one.verdict}
            for row, one in zip(rows, found, strict=True)
        )
        out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        scorer = shared / "tools" / "score_support.py"
        subprocess.run([sys.executable, str(scorer), str(gold), str(out)], check=True)


if __name__ == "__main__":
    main()
