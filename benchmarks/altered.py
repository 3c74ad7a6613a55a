"""Score the checker on altered truths: claims made of real sentences, true or false by construction.

    python benchmarks/altered.py SHARED [--generator altered|rewritten|retold|edited] [--part dev]
        [--articles 60] [--show KIND]

SHARED holds data/attribution and data/cleaning; neither is part of this project. For each kind: how
many claims, the share called anything but supported, the share called unsupported, and how often a
problem was named. Of a true kind the second column has to be small, of a false kind the first large.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import altered_claims
import edited_claims
import retold_claims
import rewritten_claims
from altered_claims import Made, Source, names_in
from attribution import article as prepared

from summarizer import support
from summarizer.article import Article

_MOST_OF_A_KIND = 6
_GENERATORS = {
    "altered": altered_claims.claims,
    "rewritten": rewritten_claims.claims,
    "retold": retold_claims.claims,
    "edited": edited_claims.claims,
}


Said = tuple[tuple[str, str], ...]


def attributed(shared: Path, part: str) -> Iterator[tuple[str, datetime, Said]]:
    """Texts with the speakers and indirect contents that people marked in them."""
    path = shared / "data" / "attribution" / f"{part}.jsonl"
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        said = []
        for one in row["attributions"]:
            source = " ".join(part[2] for part in one["source"]).strip()
            content = " ".join(part[2] for part in one["content"]).strip(" ,.\"“”'")
            cue = " ".join(part[2] for part in one["cue"])
            plain = re.fullmatch(r"(?:said|says|argued|added|claimed|told .+|stated|insisted)(?: that)?", cue)
            named = re.fullmatch(r"(?:[A-Z][\w.'’-]+ ?){2,4}", source)
            if plain and named and 6 <= len(content.split()) <= 40 and len(one["content"]) == 1:
                said.append((source, re.sub(r"^that ", "", re.sub(r"\s+", " ", content)).replace('"', "")))
        yield row["text"], datetime.fromisoformat(row["date"]), tuple(said)


def cleaned(shared: Path) -> Iterator[tuple[str, None, Said]]:
    """Bodies of the cleaning pages that are in English."""
    path = shared / "data" / "cleaning" / "dev.jsonl"
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if len(re.findall(r"\b(?:the|and|of|to)\b", row["article_body"])) > 30:
            yield row["article_body"], None, ()


def sources(shared: Path, part: str, most: int) -> Iterator[tuple[Article, Source]]:
    texts = [*attributed(shared, part)][:most] + ([*cleaned(shared)][:most] if part == "dev" else [])
    articles = [(replace(prepared(text), published=day), said) for text, day, said in texts]
    for at, (article, said) in enumerate(articles):
        listed = tuple(article.text(sentence) for sentence in article.sentences)
        other = articles[(at + 7) % len(articles)][0]
        foreign = tuple(other.text(s) for s in other.sentences if 8 <= len(other.text(s).split()) <= 35)[1:4]
        yield article, Source(listed, article.raw, said, foreign, names_in(listed))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--generator", default="altered", choices=tuple(_GENERATORS))
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="")
    chosen = parser.parse_args()
    found: dict[str, list[tuple[Made, support.Checked]]] = defaultdict(list)
    dice = random.Random(chosen.seed)
    seconds = 0.0
    for article, source in sources(chosen.shared, chosen.part, chosen.articles):
        made: dict[str, list[Made]] = defaultdict(list)
        for one in _GENERATORS[chosen.generator](source, chosen.seed, article.published):
            made[one.kind].append(one)
        support.index_of(article)
        started = time.process_time()
        for kind, listed in made.items():
            for one in dice.sample(listed, min(len(listed), _MOST_OF_A_KIND)):
                found[kind].append((one, support.check(one.claim, article)))
        seconds += time.process_time() - started
    report(found, chosen.show)
    print(f"{1000 * seconds / sum(map(len, found.values())):.2f} ms a claim, the article prepared")


def report(found: dict[str, list[tuple[Made, support.Checked]]], show: str) -> None:
    print(f"{'kind':22}{'true':>6}{'n':>6}{'not supported':>15}{'unsupported':>13}{'problem named':>15}")
    for kind, listed in sorted(found.items(), key=lambda item: (not item[1][0][0].true, item[0])):
        verdicts = [checked.verdict for _, checked in listed]
        flagged = sum(v != "supported" for v in verdicts) / len(listed)
        refused = sum(v == "unsupported" for v in verdicts) / len(listed)
        named = sum(bool(checked.problems) for _, checked in listed) / len(listed)
        true = "yes" if listed[0][0].true else "no"
        print(f"{kind:22}{true:>6}{len(listed):6}{flagged:15.3f}{refused:13.3f}{named:15.3f}")
        if kind == show:
            wrong = [
                p
                for p in listed
                if (p[1].verdict == "unsupported" if p[0].true else p[1].verdict == "supported")
            ]
            for one, checked in wrong:
                print(f"    {checked.verdict} {checked.score} {one.claim}")
                print(f"        {checked.problems} | {' // '.join(e.text for e in checked.evidence)}")


if __name__ == "__main__":
    main()
