"""Weights of `score`, in log-odds, as fitted by `benchmarks/fit_support.py`; two decimals are what 482 votes tell."""

from __future__ import annotations

BIAS = -0.53

WEIGHTS: dict[str, float] = {
    "pieces": -1.08,
    "best": 1.10,
    "runs": 1.32,
    "unknown": -0.28,
}
