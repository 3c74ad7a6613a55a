"""What each name weighs, fitted by benchmarks/fit_attribution.py; kept in weights.txt, one line for many names.

`[cues]` are the words that may report, with the tenths of their uses in which they do.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from itertools import repeat

HUNDREDTHS = 100
"""What a weight is divided by to have log-odds."""


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, float]]:
    """Map each choice to its names and their weights, in hundredths of log-odds: whole numbers, whose sums are exact."""
    made: dict[str, dict[str, float]] = {}
    section: dict[str, float] = {}
    text = resources.files("summarizer.attribute").joinpath("weights.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]") and "\t" not in line:
            section = made.setdefault(line[1:-1], {})
            continue
        weight, *names = line.split("\t")
        section.update(zip(names, repeat(float(weight))))
    return made


@lru_cache(maxsize=1)
def cues() -> dict[str, int]:
    """Map the words that may report to the tenths of their uses in which they do."""
    return {word: int(share // 10) for word, share in table()["cues"].items()}
