"""What speaks for and against a line being the article's: its form, its neighbours, the core."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from summarizer.clean import labels
from summarizer.clean.lines import Line

_QUOTE_START = re.compile(r"[\"“„«'‘「]")


def is_prose(line: Line) -> bool:
    """A line long enough and ended like a sentence, which no label explains."""
    return line.words >= 12 and line.ended and line.label is None


def worth(line: Line) -> float:
    """Weigh a line for finding the core: prose counts by its length, labels and scraps against."""
    if labels.opens_list(line.text):
        return -6.0
    if line.label is not None or labels.read_more(line.text):
        return -1.0
    if line.ended:
        return min(line.words, 60) / 12 if line.words >= 6 else 0.1
    if line.words >= 25:
        return 1.0
    return -0.7 if line.words < 15 else -0.5


def core(lines: Sequence[Line]) -> tuple[int, int]:
    """Find the run of lines of greatest worth (Kadane), as a half-open range of indices."""
    best = (0, 0)
    best_sum = 0.0
    start, running = 0, 0.0
    for at, line in enumerate(lines):
        running += worth(line)
        if running <= 0:
            start, running = at + 1, 0.0
        elif running > best_sum:
            best, best_sum = (start, at + 1), running
    return best


# Fitted by logistic regression on the lines of the 91 development pages and their tight selections
# (benchmarks/cleaning.py --fit), lines weighted by the square root of their words; five-fold over
# pages the whole scores F1 0.92 on full pages and 0.94 on tight selections.
WEIGHTS: dict[str, float] = {
    "bias": -2.24,
    "length": 0.08,
    "ended": -0.15,
    "long and ended": -0.57,
    "label": -3.26,
    "opens list": -1.55,
    "read more": -3.99,
    "byline": -4.98,
    "date": 1.79,
    "opens quote": 0.34,
    "ends in colon": 0.67,
    "capitals": -1.31,
    "repeated": -0.56,
    "gap before": 0.83,
    "prose around": -0.21,
    "prose before": 0.35,
    "prose after": 0.34,
    "in core": 2.09,
    "lines to core": 0.34,
    "list opened": -0.81,
    "topic": 1.75,
    "topic unended": -0.55,
    "before core": -1.42,
    "after core": -0.18,
    "comma": 0.39,
    "bulleted": -0.74,
    "short run": -0.27,
    "link like": 0.83,
    "in core short": -0.54,
    "in core unended": -1.42,
}


def table(lines: Sequence[Line]) -> list[tuple[float, ...]]:
    """Measure every line; columns as in `WEIGHTS`."""
    if not lines:
        return []
    prose = [float(is_prose(line)) * min(line.words, 60) for line in lines]
    sums = _running(prose)
    first, last = core(lines)
    topic = _vocabulary(lines, first, last)
    seen: set[str] = set()
    opened = False
    made = []
    for at, line in enumerate(lines):
        if labels.opens_list(line.text):
            opened = True
        elif prose[at] >= 25 and sums[min(len(lines), at + 3)] - sums[max(0, at - 2)] >= 90:
            opened = False
        made.append(_row(lines, at, (first, last), sums, topic, opened, line.text in seen))
        if line.words >= 3:
            seen.add(line.text)
    return made


def _row(
    lines: Sequence[Line],
    at: int,
    span: tuple[int, int],
    sums: Sequence[float],
    topic: frozenset[str],
    opened: bool,
    repeated: bool,
) -> tuple[float, ...]:
    line = lines[at]
    first, last = span
    inside = first <= at < last
    count = len(lines)
    own = sums[at + 1] - sums[at]
    around = math.log1p(max(0.0, sums[min(count, at + 3)] - sums[max(0, at - 2)] - own))
    before = math.log1p(sums[at] - sums[max(0, at - 2)])
    after = math.log1p(sums[min(count, at + 3)] - sums[at + 1])
    away = 0 if inside else first - at if at < first else at - last + 1
    words = line.text.split()
    lowered = line.tokens
    letters = [w for w in words if w[:1].isalpha()]
    capitals = sum(w[:1].isupper() for w in letters) / len(letters) if letters else 0.0
    telling = [t for t in lowered if len(t) > 4]
    shared = sum(t in topic for t in telling) / len(telling) if telling else 0.5
    run = sum(lines[k].words < 12 and not lines[k].ended for k in range(max(0, at - 2), min(count, at + 3)))
    return (
        1.0,
        math.log1p(line.words),
        float(line.ended),
        float(line.ended and line.words >= 12),
        float(line.label is not None),
        float(labels.opens_list(line.text)),
        float(labels.read_more(line.text)),
        float(labels.byline(line.text) is not None),
        float(labels.DATE.search(line.text[:200]) is not None and line.words < 15),
        float(_QUOTE_START.match(line.text) is not None),
        float(line.text.endswith(":")),
        capitals,
        float(repeated),
        float(line.gap),
        around,
        before,
        after,
        float(inside),
        math.log1p(away),
        float(opened),
        shared,
        shared * (not line.ended),
        float(at < first),
        float(at >= last),
        float("," in line.text),
        float(line.text[:1] in "•·-*–►▶"),
        float(run),
        float(not line.ended and 4 <= line.words < 20),
        float(inside and line.words < 6),
        float(inside and not line.ended and line.words >= 6),
    )


def _running(values: Sequence[float]) -> list[float]:
    made = [0.0]
    for value in values:
        made.append(made[-1] + value)
    return made


def _vocabulary(lines: Sequence[Line], first: int, last: int) -> frozenset[str]:
    """Words of five letters and more in the prose of the core."""
    return frozenset(
        token for line in lines[first:last] if is_prose(line) for token in line.tokens if len(token) > 4
    )
