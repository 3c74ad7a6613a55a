"""Print the positions and claims of a block of articles, for reading: nothing here says which are right.

    python benchmarks/positions.py SHARED [--part dev] [--first N] [--count 60] [--claims]

SHARED holds data/attribution; it is not part of this project. The articles of a part stand in an
order drawn once, so that a block holds all publishers and one never read can be taken. Each item stands
with the sentences that it rests on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from summarizer import read_text, summarize
from summarizer.note import Evidence, Note

_SEED = 7


def block(shared: Path, part: str, first: int, count: int) -> Iterator[tuple[str, Note]]:
    """Give the title and the note of each article of a block."""
    path = shared / "data" / "attribution" / f"{part}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    random.Random(_SEED).shuffle(rows)
    for row in rows[first : first + count]:
        yield row["title"], summarize(read_text(row["text"], row["id"]), model="extractive")


def rests_on(evidence: tuple[Evidence, ...]) -> str:
    """The evidence in one line."""
    return " / ".join(" ".join(one.text.split()) for one in evidence)


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", default="train", choices=("train", "dev"))
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--claims", action="store_true", help="print claims, not positions")
    chosen = parser.parse_args()
    articles = items = 0
    for title, note in block(chosen.shared, chosen.part, chosen.first, chosen.count):
        articles += 1
        if chosen.claims:
            listed = [(c.speaker or "the article", c.text, c.evidence) for c in note.claims]
        else:
            listed = [(f"{p.holder} | {p.stance} | {p.issue}", p.text, p.evidence) for p in note.positions]
        if listed:
            print(f"\n## {title}")
        for head, text, evidence in listed:
            items += 1
            print(f"{items:4} {head}: {text}")
            if rests_on(evidence) != text:
                print(f"       {rests_on(evidence)}")
    print(f"\n{items} in {articles} articles")


if __name__ == "__main__":
    main()
