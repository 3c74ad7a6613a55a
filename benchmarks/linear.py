"""Linear models over named features, fitted with numpy: one choice among several, and yes or no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

STEPS = 130
RATE = 0.12


@dataclass
class Coded:
    """Rows of names as pairs of numbers; rare names are left out."""

    names: list[str]
    name: np.ndarray
    row: np.ndarray
    size: int

    def scores(self, weights: np.ndarray) -> np.ndarray:
        """Sum the weights of each row."""
        return np.bincount(self.row, weights=weights[self.name], minlength=self.size)

    def back(self, change: np.ndarray) -> np.ndarray:
        """Sum what the rows want of each weight."""
        return np.bincount(self.name, weights=change[self.row], minlength=len(self.names))

    def table(self, weights: np.ndarray) -> dict[str, float]:
        """Map names to weights."""
        return dict(zip(self.names, map(float, weights), strict=True))


def encode(rows: Sequence[Sequence[str]], few: int) -> Coded:
    counts = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, count in counts.items() if count >= few)
    at = {name: place for place, name in enumerate(names)}
    pairs = [(at[name], number) for number, row in enumerate(rows) for name in row if name in at]
    both = np.array(pairs, np.int32).reshape(-1, 2)
    return Coded(names, both[:, 0], both[:, 1], len(rows))


@dataclass
class Choices:
    """Groups of readings one of which is to be chosen, with the article each group is of."""

    owners: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, owner: int, rows: Sequence[list[str]], right: Sequence[bool]) -> None:
        """Add one choice among several."""
        self.owners.append(owner)
        self.sizes.append(len(rows))
        self.rows += rows
        self.right += right

    def encode(self, few: int) -> Coded:
        """Number the names that stand in at least so many readings."""
        return encode(self.rows, few)


def choose(given: Choices, coded: Coded, ridge: float, used: Callable[[int], bool]) -> dict[str, float]:
    """Fit the likelihood that one of the right readings is chosen, on the groups whose owner is `used`."""
    sizes = np.array(given.sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    right = np.array(given.right, float)
    counted = np.array([used(owner) for owner in given.owners], float)[group]

    def change(weights: np.ndarray) -> np.ndarray:
        scores = coded.scores(weights)
        share = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        wanted = share * right
        share /= np.add.reduceat(share, starts)[group]
        wanted /= np.maximum(np.add.reduceat(wanted, starts)[group], 1e-30)
        return coded.back((share - wanted) * counted)

    return coded.table(_descend(change, len(coded.names), ridge))


def judge(coded: Coded, target: np.ndarray, ridge: float, used: np.ndarray) -> np.ndarray:
    """Fit yes or no on the rows that are `used`."""
    return _descend(
        lambda weights: coded.back((chances(coded, weights) - target) * used), len(coded.names), ridge
    )


def chances(coded: Coded, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(coded.scores(weights), -30, 30)))


def _descend(change: Callable[[np.ndarray], np.ndarray], size: int, ridge: float) -> np.ndarray:
    """Adam over the whole of the data, the rate lowered for the last steps."""
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        slope = change(weights) + ridge * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        rate = RATE if step < 0.6 * STEPS else 0.3 * RATE
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return weights
