"""Fit the weights of `summarizer.support.weights` to the QAGS votes.

    python benchmarks/fit_support.py SHARED [--write]

Prints the area under the curve on articles that the fit has not seen: the mean of twelve runs of eight
folds, no article on both sides. The score counts as the program gives it, grave findings included. Wants numpy.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import numpy as np

from summarizer import segment, support
from summarizer.article import Article, Span
from summarizer.support import align, index_of, numbers, score, words

RIDGE = 10.0
REPEATS, FOLDS = 12, 8
TARGET = Path(__file__).parents[1] / "summarizer" / "support" / "weights.py"


def rows(shared: Path) -> list[dict[str, Any]]:
    path = shared / "data" / "support" / "dev.jsonl"
    listed = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in listed:
        whole = (Span(0, len(row["article"])),)
        article = Article(row["article"], "qags", whole, segment.split(row["article"], whole))
        plain = align.plain(words.words(row["claim"]), numbers.quantities(row["claim"]))
        row["features"] = score.features(row["claim"], plain, index_of(article))
        grave = {f.kind for f in support.check(row["claim"], article).findings if f.grave}
        row["refuted"] = bool(grave - {"not in the article"})
    return listed


def fit(features: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's method on standardised features; weights for the raw ones."""
    mean, deviation = features.mean(0), features.std(0) + 1e-9
    laid = np.c_[np.ones(len(features)), (features - mean) / deviation]
    ridge = np.diag([1e-6] + [RIDGE] * features.shape[1])
    found = np.zeros(laid.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-laid @ found))
        steep = (laid.T * (chance * (1 - chance))) @ laid + ridge
        found = found + np.linalg.solve(steep, laid.T @ (target - chance) - ridge @ found)
    raw = found[1:] / deviation
    return np.r_[found[0] - raw @ mean, raw]


def area(scores: np.ndarray, good: np.ndarray) -> float:
    better = scores[good][:, None] - scores[~good][None, :]
    return float((better > 0).mean() + (better == 0).mean() / 2)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    listed = rows(chosen.shared)
    features = np.array([row["features"] for row in listed])
    votes = np.array([row["votes_yes"] / row["votes"] for row in listed])
    good = np.array([row["consistent"] for row in listed])
    refuted = np.array([row["refuted"] for row in listed])
    names = np.array([row["set"] for row in listed])
    articles = np.array([row["id"].rsplit("-", 1)[0] for row in listed])
    found = []
    for repeat in range(REPEATS):
        order = np.random.RandomState(repeat).permutation(np.unique(articles))
        fold = {article: at % FOLDS for at, article in enumerate(order)}
        folds = np.array([fold[article] for article in articles])
        scores = np.zeros(len(listed))
        for held in range(FOLDS):
            weights = fit(features[folds != held], votes[folds != held])
            value = weights[0] + features[folds == held] @ weights[1:]
            scores[folds == held] = 1 / (1 + np.exp(-value))
        scores[refuted] *= support.REFUTED
        sets = (names == "cnndm", names == "xsum", np.ones(len(listed), bool))
        found.append([area(scores[those], good[those]) for those in sets])
    for name, mean in zip(("cnndm", "xsum", "all"), np.mean(found, 0), strict=True):
        print(f"{name:6} {mean:.3f} on articles not seen")
    weights = fit(features, votes)
    print([round(weight, 2) for weight in weights])
    if chosen.write:
        text = TARGET.read_text(encoding="utf-8")
        text = re.sub(r"BIAS = .*", f"BIAS = {weights[0]:.2f}", text)
        for name, weight in zip(score.Features._fields, weights[1:], strict=True):
            text = re.sub(rf'"{name}": .*,', f'"{name}": {weight:.2f},', text)
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
