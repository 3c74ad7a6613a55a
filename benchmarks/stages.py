"""What everything but the model costs, stage by stage, and how that grows with the length of an article.

python benchmarks/stages.py [--rounds 5] [--longest 100000] [--profile]

Processor time, so another program on the machine disturbs little. The articles are put together from the
paragraphs of the invented pages, and no sentence of one stands in another: what the program remembers of
sentences it has seen in a process would make a second round look quicker than any new article is. `ground`
holds a draft of the article's own words against it, which is as long as a model's. The exponent is the slope
of a straight line through the logarithms of words and time.
"""

from __future__ import annotations

import argparse
import cProfile
import math
import pstats
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from summarizer import attribute, clean, ground, render, segment, source, stages, summarize
from summarizer.article import Article
from summarizer.drafts import extractive, model
from summarizer.pipeline import read_text
from summarizer.settings import Settings

TEXTS = ("agency-short", "company-results", "court-ruling", "science-finding", "vote-harbour-levy")
LENGTHS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
T = TypeVar("T")
ENDING = re.compile(r"(?<=[a-z]{2})([.!?][”\"]?)(?= |$)")
TAKES = 3
HERE = Path(__file__).resolve().parent


def page(words: int, take: int = 0) -> str:
    """An article of about so many words; no sentence of it stands in one of another take."""
    told: list[str] = []
    for slug in TEXTS:
        text = (HERE.parent / "examples" / f"{slug}.txt").read_text(encoding="utf-8")
        told += read_text(text).body.split("\n\n")
    made, count, at = [f"Council votes to close north bridge {take}"], 0, 0
    while count < words:
        line = ENDING.sub(f" in case {take * 10_007 + at}\\1", told[at % len(told)])
        made.append(line)
        count += len(line.split())
        at += 1
    return "\n\n".join(made)


def stage_times(raw: str) -> dict[str, float]:
    """Milliseconds of processor time by stage, each from the results of those before."""
    took: dict[str, float] = {}

    def timed(name: str, run: Callable[[], T]) -> T:
        started = time.process_time()
        made = run()
        took[name] = 1000 * (time.process_time() - started)
        return made

    data = raw.encode()
    loaded = timed("read", lambda: source.decode(data, "page.txt"))
    cleaned = timed("clean", lambda: clean.clean(loaded.raw, name="page.txt"))
    timed("segment", lambda: segment.split(loaded.raw, cleaned.paragraphs, cleaned.cuts, cleaned.language))
    article: Article = read_text(raw)
    timed("attribute", lambda: attribute.attributions(article))
    parties = tuple((party.name, party.role) for party in attribute.parties(article))
    timed("ask", lambda: model.asking(article, parties))
    draft = timed("draft", lambda: extractive.draft(article))
    timed("ground", lambda: ground.ground(draft, article, origin="model"))
    note = stages.finish(stages.prepare(article, Settings()), Settings(), stages.Ran())
    timed("render", lambda: render.json(note))
    return took


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of the line of least squares through the logarithms."""
    xs = [math.log(words) for words, _ in points]
    ys = [math.log(ms) for _, ms in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--longest", type=int, default=100_000)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    stage_times(page(300))
    rounds = [stage_times(page(1000, n)) for n in range(1, asked.rounds + 1)]
    print("an article of 1,000 words, least of", asked.rounds, "rounds, ms of processor time")
    least = {name: min(one[name] for one in rounds) for name in rounds[0]}
    for name, ms in least.items():
        print(f"  {name:10} {ms:8.1f}")
    print(f"  {'in all':10} {sum(least.values()):8.1f}")
    print("by length: words, ms, ms for 1,000 words")
    points = []
    for number, words in enumerate(n for n in LENGTHS if n <= asked.longest):
        takes = (50 + TAKES * number + n for n in range(TAKES))
        ms = min(sum(stage_times(page(words, take)).values()) for take in takes)
        points.append((words, ms))
        print(f"  {words:8,} {ms:10.1f} {1000 * ms / words:8.1f}")
    print(f"exponent {exponent(points):.2f} over all, {exponent(points[2:]):.2f} from 1,000 words on")
    if asked.profile:
        profile = cProfile.Profile()
        with profile:
            for n in range(10):
                summarize(read_text(page(1000, 100 + n)), model="extractive")
        pstats.Stats(profile).sort_stats("tottime").print_stats(15)


if __name__ == "__main__":
    main()
