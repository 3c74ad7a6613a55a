"""Estimate how well anybody can agree with the votes that the checker is measured by.

    python benchmarks/readers.py SHARED

Three readers voted on each sentence. The chance that a reader says yes to it is taken to be drawn from a
distribution of no particular form, fitted by maximum likelihood on a grid to how often none, one, two or all
three said yes (a mixture of binomials). Printed for the majority of three fresh readers: what one reader alone
reaches, and what somebody would who knew each sentence's chance. Wants numpy.
"""

from __future__ import annotations

import argparse
import json
from math import comb
from pathlib import Path

import numpy as np

VOTERS, STEPS = 3, 5000
GRID = np.linspace(0, 1, 101)
CHANCES = np.array(
    [[comb(VOTERS, k) * p**k * (1 - p) ** (VOTERS - k) for k in range(VOTERS + 1)] for p in GRID]
)
MAJORITY = 3 * GRID**2 - 2 * GRID**3


def fitted(counts: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Fit the weights of the grid by expectation maximisation.

    Four counts settle three moments and no more, so where it ends depends on where it starts.
    """
    weights = start
    for _ in range(STEPS):
        weights = weights[:, None] * CHANCES / (weights @ CHANCES) @ (counts / counts.sum())
    return weights


def reached(weights: np.ndarray) -> tuple[float, float, float]:
    """Balanced accuracy of one reader; area under the curve and best balanced accuracy of who knows the chances."""
    good, bad = weights * MAJORITY, weights * (1 - MAJORITY)
    good, bad = good / good.sum(), bad / bad.sum()
    below = np.cumsum(bad)
    best = max(good[at:].sum() + bad[:at].sum() for at in range(len(GRID)))
    return float(good @ GRID + bad @ (1 - GRID)) / 2, float(good @ (below - bad / 2)), float(best) / 2


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    path = parser.parse_args().shared / "data" / "support" / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print("set     one reader   knowing the chances: AUC, balanced accuracy   (range over ten other starts)")
    for name in ("cnndm", "xsum", "all"):
        votes = [row["votes_yes"] for row in rows if name in ("all", row["set"]) and row["votes"] == VOTERS]
        counts = np.bincount(votes, minlength=VOTERS + 1)
        even = reached(fitted(counts, np.full(len(GRID), 1 / len(GRID))))
        random = np.random.RandomState(0)
        others = np.array(
            [reached(fitted(counts, random.dirichlet(np.full(len(GRID), 0.05)) + 1e-9)) for _ in range(10)]
        )
        ranges = zip(even, others.min(0), others.max(0), strict=True)
        print(
            f"{name:8}" + "   ".join(f"{value:.3f} ({low:.3f} to {high:.3f})" for value, low, high in ranges)
        )


if __name__ == "__main__":
    main()
