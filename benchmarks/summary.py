"""Score summary lines against the standfirst that a page's editors wrote for it (ROUGE F1).

    pip install -e '.[bench]'
    python benchmarks/summary.py SHARED [--length short|medium|long] [--three] [--per-page]
    python benchmarks/summary.py SHARED --folds 5 [--seeds 10]

SHARED is the folder that holds data/cleaning; not part of this project. The reference is the page's
og:description. All systems pick from the same sentences, those the page's HTML is read into, and each
is cut at the number of words that our lines have: equal length. With --three our lines are first cut at the
words of the article's first three sentences, so that LEAD is LEAD-3 and nothing else. With --folds the weights for each
fifth of the pages are chosen on the others, dealt anew with each seed (takes minutes).
"""

from __future__ import annotations

import argparse
import dataclasses
import gzip
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import sumy_peers
from sumy_peers import cut, tokens

from summarizer import errors, pipeline, source
from summarizer.article import Article, fold_space
from summarizer.drafts import extractive, salience
from summarizer.settings import Length

METRICS = ("rouge1", "rouge2", "rougeL")
FEWEST_WORDS = 8
# A standfirst whose words stand in this share, in their order, in the first sentence is that sentence;
# one whose words stand so in as many words of the beginning was cut from there by a program, by no editor.
COPIED = 0.8


@dataclass(frozen=True)
class Page:
    """An article and what its editors printed under the headline."""

    id: str
    article: Article
    standfirst: str
    first: float
    """Share of the standfirst that the first sentence prints, in order."""
    beginning: float
    """The same of the article's first words, a few more than the standfirst has."""


def shared_in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for token in one:
        before = 0
        for at, against in enumerate(other, start=1):
            before, row[at] = row[at], before + 1 if token == against else max(row[at], row[at - 1])
    return row[-1]


def pages(shared: Path) -> Iterator[Page | None]:
    """Read every page; None where there is no standfirst or no article."""
    from lxml import html

    folder = shared / "data" / "cleaning"
    for row in map(json.loads, (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()):
        data = gzip.decompress((folder / "dev_html" / f"{row['id']}.html.gz").read_bytes())
        loaded = source.decode(data, row["id"])
        try:
            article = pipeline.assemble(loaded)
        except errors.SourceError:
            yield None
            continue
        tree = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
        found = tree.xpath("//meta[@property='og:description' or @name='og:description']/@content")
        standfirst = fold_space(str(found[0])) if found else ""
        words = tokens(standfirst)
        if len(words) < FEWEST_WORDS or tokens(article.title or "") == words:
            yield None
            continue
        first = shared_in_order(words, tokens(article.text(article.sentences[0]))) / len(words)
        start = lead(article, int(1.15 * len(words)) + 2).split()
        yield Page(row["id"], article, standfirst, first, shared_in_order(words, start) / len(words))


def ours(article: Article, length: Length, weights: salience.Weights = salience.WEIGHTS) -> list[str]:
    """Print the lines of the extractive drafter."""
    ranked = salience.rank(article, weights)
    chosen = salience.lines(ranked, extractive.COUNTS[length][0], weights)
    return [extractive.printed(line, article) for line in chosen]


GRID = tuple(
    dataclasses.replace(salience.WEIGHTS, lead=lead, title=title, central=central, opening=opening)
    for lead in (0.5, 1.0, 2.0)
    for title in (0.25, 0.5, 1.0)
    for central in (0.5, 1.0, 2.0)
    for opening in (30, 45, 60)
)


def held_out(used: Sequence[Page], length: Length, folds: int, seeds: int) -> list[list[tuple[float, ...]]]:
    """How far ours is ahead of LEAD on each page, by seed, with the weights best on the other folds' pages."""
    tried = [[ahead(page, ours(page.article, length, weights)) for page in used] for weights in GRID]
    drawn = []
    for seed in range(seeds):
        order = random.Random(seed).sample(range(len(used)), len(used))
        fold = {page: at % folds for at, page in enumerate(order)}
        others = [[page for page in order if fold[page] != now] for now in range(folds)]
        best = [max(tried, key=lambda rows: sum(sum(rows[page]) for page in kept)) for kept in others]
        drawn.append([best[fold[page]][page] for page in range(len(used))])
    return drawn


def ahead(page: Page, lines: Sequence[str]) -> tuple[float, ...]:
    """How far our lines are ahead of the article's beginning, R-1 and R-L."""
    printed = " ".join(lines)
    mine, other = (rouge(page.standfirst, t) for t in (printed, lead(page.article, len(tokens(printed)))))
    return mine["rouge1"] - other["rouge1"], mine["rougeL"] - other["rougeL"]


def lead(article: Article, words: int) -> str:
    """The article's beginning."""
    return cut([article.text(sentence) for sentence in article.sentences], words)


def three(article: Article) -> int:
    """Words of the article's first three sentences."""
    return len(tokens(" ".join(article.text(sentence) for sentence in article.sentences[:3])))


def rouge(reference: str, printed: str) -> dict[str, float]:
    """F1 of the three metrics, stemmed for no language."""
    from rouge_score.rouge_scorer import RougeScorer

    class Tokens:
        def tokenize(self, text: str) -> list[str]:
            return tokens(text)

    scored = RougeScorer(list(METRICS), tokenizer=Tokens()).score(reference, printed)
    return {metric: scored[metric].fmeasure for metric in METRICS}


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean."""
    return sum(values) / len(values)


def interval(values: Sequence[float], times: int = 2000) -> tuple[float, float]:
    """95 % of the mean by resampling pages."""
    chance = random.Random(1)
    drawn = sorted(mean(chance.choices(values, k=len(values))) for _ in range(times))
    return drawn[int(0.025 * times)], drawn[int(0.975 * times)]


def table(scores: dict[str, list[dict[str, float]]]) -> Iterator[str]:
    """One row a system: means, and for the others how far ours is ahead, page by page."""
    mine = scores["ours"]
    for name, rows in scores.items():
        printed = [f"{name:10}"]
        for metric in METRICS:
            values = [row[metric] for row in rows]
            low, high = interval(values)
            printed.append(f"{metric} {100 * mean(values):5.1f} [{100 * low:.1f}, {100 * high:.1f}]")
            if name != "ours":
                ahead = [a[metric] - b[metric] for a, b in zip(mine, rows, strict=True)]
                low, high = interval(ahead)
                printed.append(f"ahead {100 * mean(ahead):+.1f} [{100 * low:+.1f}, {100 * high:+.1f}]")
        yield "  ".join(printed)


def averaged(drawn: Sequence[Sequence[tuple[float, ...]]]) -> Iterator[str]:
    """One row a metric: ours ahead of LEAD on held-out pages."""
    for at, metric in enumerate(("R-1", "R-L")):
        values = [mean([row[at] for row in rows]) for rows in zip(*drawn, strict=True)]
        low, high = interval(values)
        yield f"{metric} ahead of LEAD {100 * mean(values):+.1f} [{100 * low:+.1f}, {100 * high:+.1f}]\n"


def scored(
    used: Sequence[Page], made: Sequence[str], systems: dict[str, Callable[[Article, int], str]]
) -> tuple[dict[str, list[dict[str, float]]], list[int]]:
    """Score what we print and every system at its length, page by page; give the lengths too."""
    scores: dict[str, list[dict[str, float]]] = {"ours": [], **{name: [] for name in systems}}
    lengths = []
    for page, printed in zip(used, made, strict=True):
        words = len(tokens(printed))
        lengths.append(words)
        scores["ours"].append(rouge(page.standfirst, printed))
        for name, system in systems.items():
            scores[name].append(rouge(page.standfirst, system(page.article, words)))
    return scores, lengths


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--length", choices=("short", "medium", "long"), default="medium")
    parser.add_argument(
        "--three", action="store_true", help="at the words of the article's first three sentences"
    )
    parser.add_argument("--per-page", action="store_true")
    parser.add_argument("--folds", type=int, help="choose the weights on other pages than they are scored on")
    parser.add_argument("--seeds", type=int, default=10, help="deal the pages to the folds so many times")
    chosen = parser.parse_args()
    read = list(pages(chosen.shared))
    held = [page for page in read if page is not None]
    used = [page for page in held if page.first < COPIED]
    written = [page.beginning < COPIED for page in used]
    print(
        f"{len(read)} pages, {len(held)} with a standfirst, {len(used)} where it is not the first sentence, "
        f"{sum(written)} where it is not the beginning either"
    )
    if chosen.folds:
        sys.stdout.writelines(averaged(held_out(used, chosen.length, chosen.folds, chosen.seeds)))
        return
    lines = [ours(page.article, chosen.length) for page in used]
    made = [
        cut(each, three(page.article)) if chosen.three else " ".join(each)
        for page, each in zip(used, lines, strict=True)
    ]
    systems: dict[str, Callable[[Article, int], str]] = {"LEAD": lead}
    systems.update({name: sumy_peers.system(name) for name in ("LexRank", "TextRank", "LSA")})
    scores, lengths = scored(used, made, systems)
    if chosen.per_page:
        for at, page in enumerate(used):
            row = "  ".join(f"{name} {rows[at]['rouge1']:.2f}" for name, rows in scores.items())
            print(f"{page.id[:8]} {lengths[at]:4} words  {row}")
    print(f"length {chosen.length}, {mean(lengths):.0f} words a page")
    print("not the first sentence:")
    sys.stdout.writelines(f"{row}\n" for row in table(scores))
    print("nor the beginning:")
    own = {
        name: [row for row, kept in zip(rows, written, strict=True) if kept] for name, rows in scores.items()
    }
    sys.stdout.writelines(f"{row}\n" for row in table(own))


if __name__ == "__main__":
    main()
