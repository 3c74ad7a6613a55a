"""Print a sample of resolved speakers to mark by reading: sources of dev that are pronouns or descriptions.

    python benchmarks/speakers.py SHARED [--size 200] [--seed 1]

One line each: number, article, offset, source as printed, the name it was given ("-" where it was left open), and the
text up to it. The marks stand in docs/attribution.md as figures, since names and text are not ours to keep.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from attribution import article

from summarizer import attribute
from summarizer.article import fold_space
from summarizer.attribute import lexicon, names

BEFORE = 330
AFTER = 25


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    path = chosen.shared / "data" / "attribution" / "dev.jsonl"
    listed = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        raw = row["text"]
        for said in attribute.attributions(article(raw)):
            if said.source is None:
                continue
            printed = fold_space(said.source.of(raw))
            if printed.lower() in ("i", "we", "you", "it", "who", "which", "that"):
                continue
            described = printed.lower() in lexicon.PRONOUNS or not names.analyse(printed, said.source).name
            if described:
                before = fold_space(raw[max(0, said.source.start - BEFORE) : said.source.start])
                after = fold_space(raw[said.source.end : said.source.end + AFTER])
                listed.append(
                    (row["id"][:14], said.source.start, printed, said.speaker or "-", before, after)
                )
    random.Random(chosen.seed).shuffle(listed)
    for number, (name, at, printed, speaker, before, after) in enumerate(listed[: chosen.size]):
        print(f"{number} {name}:{at} [{printed}] = {speaker} | …{before} [[{printed}]] {after}")


if __name__ == "__main__":
    main()
