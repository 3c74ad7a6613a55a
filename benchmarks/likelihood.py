"""What a small model's likelihood of a claim after its evidence would add to the checker's score.

    python benchmarks/likelihood.py SHARED --model PATH.gguf --out ROWS [--most 1000]

Each claim of the QAGS votes is taken as what its evidence comes to "In short:". llama.cpp's server tells the probability
of what it writes only, so it writes the claim: a grammar of the claim's own tokens leaves nothing else. `--out` keeps
what was found, one line a claim, and a second run goes on from there; articles are taken in a shuffled order, so
that a part of them is a sample. Then the areas under the curve are printed, alone and beside the four features of the
score, on articles that the fit has not seen. Wants numpy.
"""

from __future__ import annotations

import argparse
import json
import random
import urllib.request
from pathlib import Path
from typing import Any

import fit_support
import numpy as np
import xllamacpp

from summarizer import segment, support
from summarizer.article import Article, Span

REPEATS, FOLDS = 12, 8


def served(path: Path) -> Any:  # noqa: ANN401
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx, params.n_parallel, params.fit_params = 2048, 1, False
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.verbosity = -1
    return xllamacpp.Server(params)


def weighed(server: Any, claim: str, evidence: str) -> list[tuple[float, float]]:  # noqa: ANN401
    """The log-probability of each token of the claim, and of the model's favourite in its place."""
    asked = urllib.request.Request(
        f"{server.listening_address}/tokenize",
        json.dumps({"content": f" {claim}"}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked) as answer:
        tokens = json.load(answer)["tokens"]
    body = {
        "prompt": f"{evidence}\n\nIn short:",
        "grammar": "root ::= " + " ".join(f"<[{token}]>" for token in tokens),
        "max_tokens": len(tokens) + 1,
        "temperature": 0,
        "logprobs": 1,
    }
    told = server.handle_completions(body)["choices"][0]["logprobs"]["content"]
    return [(one["logprob"], one["top_logprobs"][0]["logprob"]) for one in told[: len(tokens)]]


def article_of(row: dict[str, Any]) -> str:
    return str(row["id"].rsplit("-", 1)[0])


def signals(tokens: list[tuple[float, float]]) -> dict[str, float]:
    own, best = np.array(tokens).T
    behind = np.sort(own - best)
    return {
        "mean": own.mean(),
        "least": own.min(),
        "least three": np.sort(own)[:3].mean(),
        "most behind": behind[0],
        "three most behind": behind[:3].mean(),
    }


def unseen(features: np.ndarray, rows: list[dict[str, Any]]) -> np.ndarray:
    """Mean area under the curve by set, no article on both sides of a fold."""
    votes = np.array([row["votes_yes"] / row["votes"] for row in rows])
    good, refuted = (np.array([row[name] for row in rows]) for name in ("consistent", "refuted"))
    names = np.array([row["set"] for row in rows])
    articles = np.array([article_of(row) for row in rows])
    found = []
    for repeat in range(REPEATS):
        order = np.random.RandomState(repeat).permutation(np.unique(articles))
        folds = np.array([np.flatnonzero(order == article)[0] % FOLDS for article in articles])
        scores = np.zeros(len(rows))
        for held in range(FOLDS):
            weights = fit_support.fit(features[folds != held], votes[folds != held])
            scores[folds == held] = 1 / (1 + np.exp(-weights[0] - features[folds == held] @ weights[1:]))
        scores[refuted] *= support.REFUTED
        sets = (names == "cnndm", names == "xsum", names != "")
        found.append([fit_support.area(scores[those], good[those]) for those in sets])
    return np.mean(found, 0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=1000)
    given = parser.parse_args()
    rows = fit_support.rows(given.shared)
    articles = sorted({article_of(row) for row in rows})
    random.Random(7).shuffle(articles)
    rows = sorted(rows, key=lambda row: articles.index(article_of(row)))[: given.most]
    lines = given.out.read_text().splitlines() if given.out.exists() else []
    known = {row["id"]: row["tokens"] for row in map(json.loads, lines)}
    server = served(given.model)
    for row in rows:
        if row["id"] in known:
            continue
        whole = (Span(0, len(row["article"])),)
        article = Article(row["article"], "qags", whole, segment.split(row["article"], whole))
        evidence = " ".join(item.text for item in support.check(row["claim"], article).evidence)
        known[row["id"]] = weighed(server, " ".join(row["claim"].split()), evidence)
        with given.out.open("a") as out:
            out.write(json.dumps({"id": row["id"], "tokens": known[row["id"]]}) + "\n")
    made = [signals(known[row["id"]]) for row in rows]
    base = np.array([row["features"] for row in rows])
    good = np.array([row["consistent"] for row in rows])
    print(f"{len(rows)} claims; cnndm, xsum, all: without", np.round(unseen(base, rows), 3))
    for name in made[0]:
        alone = np.array([one[name] for one in made])
        areas = np.round(unseen(np.c_[base, alone], rows), 3)
        print(f"{name:20} alone {fit_support.area(alone, good):.3f}, with the score's features", areas)


if __name__ == "__main__":
    main()
