"""What each name weighs, fitted by benchmarks/fit_attribution.py; kept in weights.txt, one line for many names.

`[cues]` are the words that may report, with the tenths of their uses in which they do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import lru_cache
from importlib import resources
from typing import Any, Generic, TypeVar

Weight = TypeVar("Weight", float, complex, "list[str]")
"""What a name stands for in a sum: its weight, a pair of weights, or the name itself where weights are fitted."""

MOST_KEPT = 1 << 16


class Table(dict[Any, Weight], Generic[Weight]):
    """What some names weigh together, by the words that are filled into them; put together when first asked for.

    A name is met again long before all the words that stand around a cue are, so that it is kept by its own words
    alone: of 700,000 names in half a megabyte of news one in eight has to be put together.
    """

    __slots__ = ("_forms", "_weigh")

    def __init__(self, forms: Sequence[str], weigh: Callable[[list[str]], Weight]) -> None:
        super().__init__()
        self._forms = forms
        self._weigh: Callable[[list[str]], Weight] = weigh

    def __missing__(self, told: object) -> Weight:
        if len(self) >= MOST_KEPT:
            self.clear()
        made: Weight = self._weigh(_filled(self._forms, told))
        self[told] = made
        return made


class Spelt(Table["list[str]"]):
    """The names themselves; a new list each time, since a sum of lists may be one that has been lengthened."""

    def __missing__(self, told: object) -> list[str]:
        return _filled(self._forms, told)


def _filled(forms: Sequence[str], told: object) -> list[str]:
    words = told if isinstance(told, tuple) else (told,)
    return [form.format(*words) for form in forms]


class Single(dict[Any, float]):
    """A table of one name, without what several names take: most are so, and most that are put together."""

    __slots__ = ("_form", "_get")

    def __init__(self, form: str, get: Callable[[str, float], float]) -> None:
        super().__init__()
        self._form = form
        self._get = get

    def __missing__(self, told: Any) -> float:  # noqa: ANN401
        if len(self) >= MOST_KEPT:
            self.clear()
        name = self._form.format(*told) if told.__class__ is tuple else self._form.format(told)
        made = self[told] = self._get(name, 0.0)
        return made


def forms(*names: str) -> dict[str, Any]:
    """Say which names stand in a table, their fields numbered: `f"m{stem}"` is "m{0}".

    Sums are of floats, which are the same in one order only: several names stand in one table only where a sum begins.
    """
    return {"forms": names}


def _tables(names: type[Any], kind: Callable[[Sequence[str]], object]) -> Any:  # noqa: ANN401
    return names(**{each.name: kind(each.metadata["forms"]) for each in fields(names)})


@lru_cache(maxsize=16)
def weighed(names: type[Any], section: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in one choice."""
    get = table()[section].get

    def weigh(filled: list[str]) -> float:
        return sum([get(each, 0.0) for each in filled])

    return _tables(names, lambda forms: Table(forms, weigh) if len(forms) > 1 else Single(forms[0], get))


@lru_cache(maxsize=4)
def weighed_twice(names: type[Any], one: str, other: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in two choices: complex numbers, so that one sum is both."""
    first, second = table()[one].get, table()[other].get

    def weigh(filled: list[str]) -> complex:
        return complex(
            sum([first(each, 0.0) for each in filled]), sum([second(each, 0.0) for each in filled])
        )

    return _tables(names, lambda forms: Table(forms, weigh))


def spelt(names: type[Any]) -> Any:  # noqa: ANN401
    """The tables of these names with the names themselves, for whoever fits what they weigh."""
    return _tables(names, lambda forms: Spelt(forms, list))


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


def forget() -> None:
    """Weigh anew: the table has been changed, by whoever fits it."""
    cues.cache_clear()
    weighed.cache_clear()
    weighed_twice.cache_clear()
