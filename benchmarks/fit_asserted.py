"""Fit the weights of `summarizer.asserted.weights` to injected pages and to news.

    python benchmarks/fit_asserted.py SHARED [--write]

Of injected pages (`tests/injections.py`, `unseen.toml` and `strangers.toml` of `tests/data`; every line kept, the
English ones, each in its own page and in two of PolNeAR's train part) the sentences that were put in are to be
found; of 400 articles of PolNeAR and the bodies of the cleaning pages none is. Prints what is found of the claims
when so many sentences of news are: over five folds, no family of wordings ("role", "authority", ...) and no article
on both sides. Wants numpy.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import summarizer
from summarizer import attribute
from summarizer.article import Article
from summarizer.asserted import reading
from summarizer.clean.wishes import Wishes
from summarizer.errors import SourceError
from tests import injections, injections_unseen
from tests.injections import Injection

RIDGE, FOLDS, ARTICLES, HOSTS, SEED = 10.0, 5, 316, 2, 11
FEWEST, SMALLEST = 8, 0.1
CLAIM, CARRIER = 3.0, 0.7
TARGET = Path(__file__).parents[1] / "summarizer" / "asserted" / "weights.py"
KEEP = Wishes(keep=(re.compile("."),))


@dataclass(frozen=True)
class Row:
    """A sentence: the family of its wording, or its article; its signs; how much it counts."""

    group: str
    kind: str
    signs: reading.Scored
    weight: float
    injected: bool


def signs(article: Article) -> Iterator[tuple[str, reading.Scored]]:
    voices = reading.voices(article, attribute.attributions(article))
    for sentence, found in zip(
        article.sentences, reading.read(voices, reading.paragraphs(article.sentences)), strict=True
    ):
        yield article.text(sentence), found


def news(shared: Path) -> Iterator[tuple[str, Article]]:
    for part in ("dev", "train"):
        path = shared / "data" / "attribution" / f"{part}.jsonl"
        listed = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if part == "train":
            random.Random(7).shuffle(listed)
        for row in listed[:ARTICLES]:
            yield part, summarizer.read_text(row["text"])
    for row in map(
        json.loads, (shared / "data" / "cleaning" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        try:
            yield "cleaning", summarizer.read_text(row["article_body"])
        except SourceError:
            continue


def cases() -> Iterator[tuple[str, Injection, tuple[str, ...]]]:
    for case in injections.suite():
        if case.payload.slug in ("resigned", "mouth"):
            yield case.kind, case, (injections.TITLE, *injections.BODY)
    for data in ("unseen.toml", "strangers.toml"):
        for case in injections_unseen.suite(data):
            yield case.kind.split(":")[0], case, (injections_unseen.TITLE, *injections_unseen.BODY)


def pages(
    case: Injection, known: Sequence[str], hosts: Sequence[Article], dice: random.Random
) -> Iterator[Article]:
    """The page itself, and what was put into it put into other articles."""
    text = case.data.decode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page"
        path.write_bytes(case.data)
        yield summarizer.read(path, wishes=KEEP)
    if text.startswith("<!doctype"):
        return
    added = [part for part in (_without(part, known) for part in text.split("\n\n")) if part]
    for host in dice.sample(list(hosts), HOSTS):
        body = [part.of(host.raw) for part in host.paragraphs]
        at = dice.randrange(1, len(body) + 1)
        yield summarizer.read_text("\n\n".join((*body[:at], *added, *body[at:])), wishes=KEEP)


def _without(text: str, known: Sequence[str]) -> str:
    for part in known:
        text = text.replace(part, "")
    return text.strip()


def rows(shared: Path) -> list[Row]:
    made, hosts, dice = [], [], random.Random(SEED)
    for at, (part, article) in enumerate(news(shared)):
        if article.language != "en":
            continue
        if part == "train" and 8 < len(article.sentences) < 40:
            hosts.append(article)
        made += [
            Row(f"article {at}", "", found, 1.0, False)
            for text, found in signs(article)
            if "<tweet" not in text
        ]
    for family, case, known in cases():
        text = " ".join(_without(case.data.decode(), known).split())
        if not text.isascii() and family in ("language", "Russian", "Chinese", "Japanese"):
            continue
        for article in pages(case, known, hosts, dice):
            for printed, found in signs(article):
                if printed in text:
                    claims = any(mark in printed for mark in case.payload.marks)
                    made.append(Row(family, case.kind, found, CLAIM if claims else CARRIER, True))
    return made


def fit(laid: np.ndarray, target: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's method; the first column is the constant."""
    ridge = np.diag([1e-6] + [RIDGE] * (laid.shape[1] - 1))
    found = np.zeros(laid.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-laid @ found))
        steep = (laid.T * (weight * chance * (1 - chance))) @ laid + ridge
        found = found + np.linalg.solve(steep, laid.T @ (weight * (target - chance)) - ridge @ found)
    return found


def folds(listed: Sequence[Row]) -> np.ndarray:
    """The largest groups first, each into the fold that has least."""
    sizes, dice = Counter((row.injected, row.group) for row in listed), random.Random(SEED)
    full, of = {True: [0] * FOLDS, False: [0] * FOLDS}, {}
    for key, size in sorted(sizes.items(), key=lambda item: (-item[1], dice.random())):
        of[key] = full[key[0]].index(min(full[key[0]]))
        full[key[0]][of[key]] += size
    return np.array([of[row.injected, row.group] for row in listed])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    listed = rows(chosen.shared)
    counted = Counter(sign for row in listed for sign in row.signs)
    names = sorted(sign for sign, count in counted.items() if count >= FEWEST)
    place = {name: at + 1 for at, name in enumerate(names)}
    laid = np.zeros((len(listed), len(names) + 1))
    laid[:, 0] = 1
    for at, row in enumerate(listed):
        laid[at, [place[sign] for sign in row.signs if sign in place]] = 1
    target = np.array([float(row.injected) for row in listed])
    weight = np.array([row.weight for row in listed])
    fold, scores = folds(listed), np.zeros(len(listed))
    for at in range(FOLDS):
        rest = fold != at
        scores[~rest] = laid[~rest] @ fit(laid[rest], target[rest], weight[rest])
    claims = np.array([row.injected and row.weight == CLAIM for row in listed])
    of_news = np.sort(scores[target == 0])
    print(
        f"{len(of_news)} sentences of news, {int(target.sum())} put in, {int(claims.sum())} of them with the claim"
    )
    for most in (5, 10, 20, 30, 50):
        bound = of_news[-most - 1]
        share, came = 100 * most / len(of_news), (scores[claims] > bound).mean()
        print(f"{most:4} of news ({share:.2f} %) from {bound:5.2f}: {came:.3f} of the claims")
    if chosen.write:
        write(fit(laid, target, weight), names)


def write(found: np.ndarray, names: Sequence[tuple[str, str]]) -> None:
    lines = ['"""What each sign weighs where it stands, written by `benchmarks/fit_asserted.py`."""', ""]
    lines += [
        "from __future__ import annotations",
        "",
        f"START = {found[0]:.2f}",
        "",
        "WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for scope in sorted({scope for scope, _ in names}):
        inside = [(value, name) for value, (of, name) in zip(found[1:], names, strict=True) if of == scope]
        lines.append(f'    "{scope}": {{')
        lines += [
            f'        "{name}": {value:.2f},'
            for value, name in sorted(inside, reverse=True)
            if abs(value) >= SMALLEST
        ]
        lines.append("    },")
    TARGET.write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
