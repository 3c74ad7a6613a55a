"""A chain of four states over the lines of a page, fitted by maximum likelihood (needs numpy and scipy).

States: noise before the article, article, noise inside it, noise after it. A line's features
speak for the article state; the start and the end of the article have features of their own.
This is the fitting side of `summarizer.clean.keep`; nothing of it is used at run time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

BEFORE, ARTICLE, INSIDE, AFTER = range(4)
CHANGES = ("start", "end", "leave", "back", "stay", "stay out", "first noise", "first article")
_NEVER = -1e9
_FORBIDDEN = -50.0


@dataclass
class Example:
    """A page: names of features for each line, its core, the true states and tokens of each line."""

    page: str
    line: list[list[str]]
    start: list[list[str]]
    end: list[list[str]]
    core: tuple[int, int]
    states: list[int]
    tokens: list[int]
    words: list[str] = field(default_factory=list)


@dataclass
class Chain:
    """Fitted weights by name."""

    line: dict[str, float]
    start: dict[str, float]
    end: dict[str, float]
    change: dict[str, float]


def _index(examples: Sequence[Example], part: str) -> dict[str, int]:
    return {
        name: at
        for at, name in enumerate(sorted({n for e in examples for names in getattr(e, part) for n in names}))
    }


def _matrix(examples: Sequence[Example], part: str, index: dict[str, int], longest: int) -> csr_matrix:
    """One row for every line of every page, pages padded to one length."""
    columns: list[int] = []
    ends = [0]
    for example in examples:
        named = getattr(example, part)
        for names in named:
            columns.extend({index[name] for name in names})
            ends.append(len(columns))
        ends.extend([len(columns)] * (longest - len(named)))
    return csr_matrix(
        (np.ones(len(columns)), np.array(columns), np.array(ends)),
        shape=(len(examples) * longest, len(index)),
    )


def _log_sum(values: np.ndarray, axis: int) -> np.ndarray:
    top = values.max(axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis, keepdims=True))).squeeze(axis)


class _Problem:
    """Everything that does not change while the weights do."""

    def __init__(self, examples: Sequence[Example], margin: float) -> None:
        self.count, self.longest = len(examples), max(len(e.line) for e in examples)
        self.indices = [_index(examples, part) for part in ("line", "start", "end")]
        self.x, self.xs, self.xe = (
            _matrix(examples, part, index, self.longest)
            for part, index in zip(("line", "start", "end"), self.indices, strict=True)
        )
        self.length = np.array([len(e.line) for e in examples])
        self.mask = np.arange(self.longest)[None] < self.length[:, None]
        self.bonus = np.zeros((self.count, self.longest, 4))
        self.true = np.zeros((self.count, self.longest, 4))
        starts, ends = np.zeros((2, self.count, self.longest))
        changes = np.zeros(8)
        pairs = {(BEFORE, ARTICLE): 0, (ARTICLE, AFTER): 1, (ARTICLE, INSIDE): 2, (INSIDE, ARTICLE): 3,
                 (ARTICLE, ARTICLE): 4, (INSIDE, INSIDE): 5}  # fmt: skip
        for row, example in enumerate(examples):
            states = example.states
            whole = max(20, sum(n for n, s in zip(example.tokens, states, strict=True) if s == ARTICLE))
            changes[6 if states[0] == BEFORE else 7] += 1
            starts[row, 0] = states[0] == ARTICLE
            for at, state in enumerate(states):
                self.true[row, at, state] = 1
                # a wrong line costs what share of the article's words it has
                cost = margin * min(1.0, example.tokens[at] / whole)
                for other in range(4):
                    if (other == ARTICLE) != (state == ARTICLE):
                        self.bonus[row, at, other] += cost
                change = pairs.get((states[at - 1], state)) if at else None
                if change is not None:
                    changes[change] += 1
                    starts[row, at] += change == 0
                    ends[row, at] += change == 1
            self.bonus[row, : example.core[0], AFTER] += _FORBIDDEN
            self.bonus[row, example.core[1] :, BEFORE] += _FORBIDDEN
        self.empirical = np.concatenate(
            [
                self.x.T @ self.true[:, :, ARTICLE].ravel(),
                self.xs.T @ starts.ravel(),
                self.xe.T @ ends.ravel(),
                changes,
            ]
        )

    def parts(self, theta: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        first, second, third = (len(index) for index in self.indices)
        return tuple(np.split(theta, [first, first + second, first + second + third]))  # type: ignore[return-value]

    def loss(self, theta: np.ndarray, penalty: float) -> tuple[float, np.ndarray]:
        line, start, end, change = self.parts(theta)
        emission = self.bonus.copy()
        emission[:, :, ARTICLE] += (self.x @ line).reshape(self.count, self.longest)
        steps = np.full((self.count, self.longest, 4, 4), _NEVER)
        steps[:, :, BEFORE, BEFORE] = steps[:, :, AFTER, AFTER] = 0
        steps[:, :, BEFORE, ARTICLE] = (self.xs @ start).reshape(self.count, self.longest) + change[0]
        steps[:, :, ARTICLE, AFTER] = (self.xe @ end).reshape(self.count, self.longest) + change[1]
        for at, (one, other) in enumerate(
            ((ARTICLE, INSIDE), (INSIDE, ARTICLE), (ARTICLE, ARTICLE), (INSIDE, INSIDE)), start=2
        ):
            steps[:, :, one, other] = change[at]
        forward = np.full((self.count, self.longest, 4), _NEVER)
        forward[:, 0, BEFORE] = emission[:, 0, BEFORE] + change[6]
        forward[:, 0, ARTICLE] = (
            emission[:, 0, ARTICLE] + change[7] + steps[:, 0, BEFORE, ARTICLE] - change[0]
        )
        for at in range(1, self.longest):
            forward[:, at] = _log_sum(forward[:, at - 1, :, None] + steps[:, at], 1) + emission[:, at]
        over = np.array([_NEVER, 0, _NEVER, 0])
        backward = np.zeros_like(forward)
        for at in range(self.longest - 1, -1, -1):
            if at + 1 < self.longest:
                following = (emission[:, at + 1] + backward[:, at + 1])[:, None, :]
                backward[:, at] = _log_sum(steps[:, at + 1] + following, 2)
            backward[self.length - 1 == at, at] = over
        total = _log_sum(forward[np.arange(self.count), self.length - 1] + over[None], 1)
        single = np.exp(forward + backward - total[:, None, None]) * self.mask[:, :, None]
        paired = (
            forward[:, :-1, :, None]
            + steps[:, 1:]
            + (emission[:, 1:] + backward[:, 1:])[:, :, None, :]
            - total[:, None, None, None]
        )
        paired = np.exp(paired) * self.mask[:, 1:, None, None]
        starts, ends = np.zeros((2, self.count, self.longest))
        starts[:, 1:], ends[:, 1:] = paired[:, :, BEFORE, ARTICLE], paired[:, :, ARTICLE, AFTER]
        starts[:, 0] = single[:, 0, ARTICLE]
        changes = [
            paired[:, :, one, other].sum()
            for one, other in (
                (BEFORE, ARTICLE), (ARTICLE, AFTER), (ARTICLE, INSIDE), (INSIDE, ARTICLE), (ARTICLE, ARTICLE),
                (INSIDE, INSIDE),
            )
        ]  # fmt: skip
        expected = np.concatenate(
            [
                self.x.T @ single[:, :, ARTICLE].ravel(),
                self.xs.T @ starts.ravel(),
                self.xe.T @ ends.ravel(),
                [*changes, single[:, 0, BEFORE].sum(), single[:, 0, ARTICLE].sum()],
            ]
        )
        value = total.sum() - self.empirical @ theta + penalty / 2 * theta @ theta
        return value / self.count, (expected - self.empirical + penalty * theta) / self.count


def fit(examples: Sequence[Example], penalty: float = 3.0, margin: float = 1.0, steps: int = 200) -> Chain:
    """Fit by L-BFGS; `penalty` is half the inverse variance of a weight, `margin` the cost of a lost page."""
    problem = _Problem(examples, margin)
    zero = np.zeros(len(problem.empirical))
    found = minimize(
        problem.loss, zero, (penalty,), "L-BFGS-B", jac=True, options={"maxiter": steps, "maxcor": 20}
    )
    *tables, change = problem.parts(found.x)
    line, start, end = (
        {name: float(table[at]) for name, at in index.items()}
        for table, index in zip(tables, problem.indices, strict=True)
    )
    return Chain(line, start, end, dict(zip(CHANGES, map(float, change), strict=True)))
