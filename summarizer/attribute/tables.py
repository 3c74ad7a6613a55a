"""What the weights of a choice are looked up by: names declared once, for readings and for whoever fits them.

A reading is a sum over tables. The same sum gives its weight, its weights in two choices, or the list of its names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, Generic, TypeVar

from summarizer.attribute import weights

Weight = TypeVar("Weight", float, complex, "list[str]")
"""What a name stands for in a sum: its weight, a pair of weights, or the name itself where weights are fitted."""

Table = Mapping[Any, Weight]
"""What some names weigh together, by the words that are filled into them."""

Tables = Mapping[Any, Mapping[Any, Weight]]
"""The same by what is filled in first: a cue's own words, which all its readings have in common."""

Kind = Callable[["Sequence[str]", "tuple[object, ...]"], "Mapping[Any, Any]"]

MOST_KEPT = 1 << 16


class _Kept(dict[Any, Any], Generic[Weight]):
    """A table whose names are put together when first asked for.

    A name is met again long before all the words that stand around a cue are, so that it is kept by its own words
    alone: of the 700,000 names in half a megabyte of news one in eight has to be put together.
    """

    __slots__ = ("_forms", "_given", "_weigh")

    def __init__(
        self, forms: Sequence[str], given: tuple[object, ...], weigh: Callable[[list[str]], Weight]
    ) -> None:
        super().__init__()
        self._forms = forms
        self._given = given
        self._weigh: Callable[[list[str]], Weight] = weigh

    def __missing__(self, told: object) -> Weight:
        if len(self) >= MOST_KEPT:
            self.clear()
        words = told if isinstance(told, tuple) else (told,)
        made: Weight = self._weigh([form.format(*self._given, *words) for form in self._forms])
        self[told] = made
        return made


class _Single(dict[Any, float]):
    """A table of one name, without what several names take: most are so."""

    __slots__ = ("_form", "_get", "_given")

    def __init__(self, form: str, given: tuple[object, ...], get: Callable[[str, float], float]) -> None:
        super().__init__()
        self._form = form
        self._given = given
        self._get = get

    def __missing__(self, told: object) -> float:
        if len(self) >= MOST_KEPT:
            self.clear()
        words = told if isinstance(told, tuple) else (told,)
        made = self[told] = self._get(self._form.format(*self._given, *words), 0.0)
        return made


class _Spelt(_Kept["list[str]"]):
    """The names themselves; a new list each time, since a sum of lists may be one that has been lengthened."""

    def __missing__(self, told: object) -> list[str]:
        made = super().__missing__(told)
        self.clear()
        return made


class _By(dict[Any, Mapping[Any, Any]]):
    """Tables by what is filled in first."""

    __slots__ = ("_forms", "_kind")

    def __init__(self, forms: Sequence[str], kind: Kind) -> None:
        super().__init__()
        self._forms = forms
        self._kind = kind

    def __missing__(self, first: object) -> Mapping[Any, Any]:
        made = self[first] = self._kind(self._forms, first if isinstance(first, tuple) else (first,))
        return made


def forms(*names: str) -> dict[str, Any]:
    """Say which names stand in a table, their fields numbered: `f"m{stem}"` is "m{0}".

    Sums are of floats, which are the same in one order only: several names stand in one table only where a sum begins.
    """
    return {"forms": names, "by": False}


def forms_by(*names: str) -> dict[str, Any]:
    """Say the same of tables by the first of the fields: few words are filled in there, all of closed classes."""
    return {"forms": names, "by": True}


def _tables(names: type[Any], kind: Kind) -> Any:  # noqa: ANN401
    made = {}
    for each in fields(names):
        listed = each.metadata["forms"]
        made[each.name] = _By(listed, kind) if each.metadata["by"] else kind(listed, ())
    return names(**made)


@lru_cache(maxsize=16)
def weighed(names: type[Any], section: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in one choice."""
    get = weights.table()[section].get

    def weigh(filled: list[str]) -> float:
        return sum([get(each, 0.0) for each in filled])

    def kind(listed: Sequence[str], given: tuple[object, ...]) -> Mapping[Any, float]:
        return _Kept(listed, given, weigh) if len(listed) > 1 else _Single(listed[0], given, get)

    return _tables(names, kind)


@lru_cache(maxsize=4)
def weighed_twice(names: type[Any], one: str, other: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in two choices: complex numbers, so that one sum is both."""
    first, second = weights.table()[one].get, weights.table()[other].get

    def weigh(filled: list[str]) -> complex:
        return complex(
            sum([first(each, 0.0) for each in filled]), sum([second(each, 0.0) for each in filled])
        )

    return _tables(names, lambda listed, given: _Kept(listed, given, weigh))


def spelt(names: type[Any]) -> Any:  # noqa: ANN401
    """The tables of these names with the names themselves, for whoever fits what they weigh."""
    return _tables(names, lambda listed, given: _Spelt(listed, given, list))


def forget() -> None:
    """Weigh anew: the weights have been changed, by whoever fits them."""
    weights.cues.cache_clear()
    weighed.cache_clear()
    weighed_twice.cache_clear()
