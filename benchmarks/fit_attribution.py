"""Fit the weights of `summarizer.attribute.weights` to the train part of PolNeAR.

    python benchmarks/fit_attribution.py SHARED [--folds 4] [--write]

Logistic regression over everything the rules find, the target being whether the shared scorer counts it as right.
Wants numpy; SHARED as for attribution.py.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from attribution import article

from summarizer.attribute import find, judge, text

RIDGE = 5.0
FEWEST = 15
"""A name is weighed when it stands in at least so many attributions."""
TARGET = Path(__file__).parents[1] / "summarizer" / "attribute" / "weights.py"


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", shared / "tools/score_attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(shared: Path, part: str) -> tuple[list[tuple[int, bool, list[str], str]], int]:
    """Everything the rules find, with its article, whether it is right, and its names; and the gold's size."""
    score = scorer(shared)
    made, gold = [], 0
    path = shared / "data" / "attribution" / f"{part}.jsonl"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        raw, marked = row["text"], row["attributions"]
        paragraphs = text.paragraphs(article(raw))
        found = find.candidates(paragraphs)
        gold += len(marked)
        by_number = {p.number: p for p in paragraphs}
        right = _right(score, marked, found, raw)
        made += [
            (number, ok, judge.features(f, by_number[f.paragraph]), f.kind)
            for f, ok in zip(found, right, strict=True)
        ]
    return made, gold


def _right(score: ModuleType, marked: list[dict[str, Any]], found: Any, raw: str) -> list[bool]:  # noqa: ANN401
    wanted = [score.charset(score.spans(m["content"]), raw) for m in marked]
    given = [{i for c in f.content for i in range(c.start, c.end) if not raw[i].isspace()} for f in found]
    pairs = sorted(
        (-len(a & b) / len(a | b), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(given)
        if 2 * len(a & b) >= len(a | b) > 0
    )
    taken: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in taken.values() and j not in taken:
            taken[j] = i
    made = []
    for j, f in enumerate(found):
        source = [f.source.start, f.source.end] if f.source else None
        gold = marked[taken[j]] if j in taken else None
        ok = gold is not None and bool(gold["source"]) == (source is not None)
        made.append(ok and bool(score.source_right(gold, {"source": source}, raw)[0]))
    return made


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Newton's method on the ridge-penalised likelihood."""
    weights = np.zeros(x.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + RIDGE * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-3:
            break
    return weights


def table(p: np.ndarray, y: np.ndarray, always: np.ndarray, gold: int) -> str:
    lines = []
    for bound in (0.0, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        kept = (p >= bound) | always
        precision, recall = y[kept].mean(), y[kept].sum() / gold
        f1 = 2 * precision * recall / (precision + recall)
        lines.append(f"  from {bound:.2f}  P {precision:.1%}  R {recall:.1%}  F1 {f1:.1%}")
    return "\n".join(lines)


def write(names: list[str], weights: np.ndarray) -> None:
    listed = [f"{name} {value:.2f}" for name, value in sorted(zip(names, weights, strict=True))]
    listed = [entry for entry in listed if not entry.endswith((" 0.00", " -0.00"))]
    lines, line = [], ""
    for entry in listed:
        if len(line) + len(entry) > 112:
            lines.append(line)
            line = ""
        line += (" | " if line else "") + entry
    head, _, _ = TARGET.read_text(encoding="utf-8").partition('_TABLE = r"""')
    TARGET.write_text(head + '_TABLE = r"""\n' + "\n".join([*lines, line]) + '\n"""\n', encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    sys.setrecursionlimit(10_000)
    listed, gold = rows(chosen.shared, "train")
    counts = Counter(name for row in listed for name in set(row[2]))
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    at = {name: place for place, name in enumerate(names)}
    x = np.zeros((len(listed), len(names)), np.float32)
    for line, row in enumerate(listed):
        x[line, [at[name] for name in row[2] if name in at]] = 1
    y = np.array([row[1] for row in listed], float)
    always = np.array([row[3] in ("supports", "opposes") for row in listed])
    groups = np.array([row[0] for row in listed])
    print(f"{len(listed)} found, {int(y.sum())} right, {len(names)} names")
    if chosen.folds:
        held = np.zeros(len(y))
        for fold in range(chosen.folds):
            out = groups % chosen.folds == fold
            held[out] = 1 / (1 + np.exp(-x[out] @ fit(x[~out], y[~out])))
        print(table(held, y, always, gold))
    if chosen.write:
        write(names, fit(x, y))


if __name__ == "__main__":
    main()
