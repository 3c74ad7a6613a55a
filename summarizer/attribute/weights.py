"""What each name weighs, fitted by benchmarks/fit_attribution.py; kept in weights.txt, one line for many names.

`[cues]` are the words that may report, with the tenths of their uses in which they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

Group = tuple[Callable[..., list[str]], tuple[Any, ...]]
"""What names a few things, and what it is told: a tuple that decides what they weigh."""

MOST_KEPT = 1 << 16


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, float]]:
    """Map each choice to its names and their weights (log-odds)."""
    made: dict[str, dict[str, float]] = {}
    section: dict[str, float] = {}
    text = resources.files("summarizer.attribute").joinpath("weights.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]") and "\t" not in line:
            section = made.setdefault(line[1:-1], {})
            continue
        weight, *names = line.split("\t")
        for name in names:
            section[name] = int(weight) / 100
    return made


@lru_cache(maxsize=1)
def cues() -> dict[str, int]:
    """Map the words that may report to the tenths of their uses in which they do."""
    return {word: int(10 * share) for word, share in table()["cues"].items()}


def total(section: str, groups: Iterable[Group]) -> float:
    """Sum what the groups weigh in one choice."""
    weigh = _weighed(section)
    return sum([weigh(names, told) for names, told in groups])


def totals(section: str, listed: Iterable[Iterable[Group]]) -> list[float]:
    """Sum what the groups of several readings weigh in one choice."""
    weigh = _weighed(section)
    return [sum([weigh(names, told) for names, told in groups]) for groups in listed]


@lru_cache(maxsize=8)
def _weighed(section: str) -> Callable[[Callable[..., list[str]], tuple[Any, ...]], float]:
    """How a group weighs, kept: a group is met again before long, and to put its names together is what costs."""
    weight = table()[section].get

    @lru_cache(maxsize=MOST_KEPT)
    def weigh(names: Callable[..., list[str]], told: tuple[Any, ...]) -> float:
        return sum([weight(name, 0.0) for name in names(*told)])

    return weigh


def both(one: str, other: str, groups: Iterable[Group]) -> tuple[float, float]:
    """Sum what the groups weigh in two choices that are told the same."""
    weigh = _weighed_twice(one, other)
    first = second = 0.0
    for names, told in groups:
        a, b = weigh(names, told)
        first += a
        second += b
    return first, second


@lru_cache(maxsize=8)
def _weighed_twice(one: str, other: str) -> Callable[..., tuple[float, float]]:
    first, second = table()[one].get, table()[other].get

    @lru_cache(maxsize=MOST_KEPT)
    def weigh(names: Callable[..., list[str]], told: tuple[Any, ...]) -> tuple[float, float]:
        listed = names(*told)
        return sum([first(name, 0.0) for name in listed]), sum([second(name, 0.0) for name in listed])

    return weigh


def forget() -> None:
    """Weigh anew: the table has been changed, by whoever fits it."""
    cues.cache_clear()
    _weighed.cache_clear()
    _weighed_twice.cache_clear()


def names(groups: Iterable[Group]) -> list[str]:
    """All names of the groups."""
    return [name for named, told in groups for name in named(*told)]
