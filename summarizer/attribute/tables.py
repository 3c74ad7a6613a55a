"""What the weights of a choice are looked up by: names declared once, for readings and for whoever fits them.

A reading is a sum over tables. The same sum gives its weight, its weights in two choices, or the list of its names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import repeat
from typing import Any, Generic, TypeVar

from summarizer.attribute import weights

Weight = TypeVar("Weight", float, complex, "list[str]")
"""What a name stands for in a sum: its weight, a pair of weights, or the name itself where weights are fitted."""

Table = Mapping[Any, Weight]
"""What some names weigh together, by the words that are filled into them."""

Tables = Mapping[Any, Mapping[Any, Weight]]
"""The same by what is filled in first: a cue's own words, which all its readings have in common."""

Given = tuple[object, ...]
Maker = Callable[["Given"], "Mapping[Any, Any]"]
"""Makes a table from the words that are filled in first."""

MOST_KEPT = 1 << 16
MOST_FIRST = 1 << 12
"""The lexicon and the closed classes are a thousand words; what goes beyond are marks of all the world's scripts."""


class _Kept(dict[Any, Any], Generic[Weight]):
    """A table whose names are put together when first asked for.

    A name is met again long before all the words that stand around a cue are, so that it is kept by its own words
    alone: of the 700,000 names in half a megabyte of news one in eight has to be put together.
    """

    __slots__ = ("_forms", "_given", "_weigh")

    def __init__(self, forms: str, given: Given, weigh: Callable[[list[str]], Weight]) -> None:
        super().__init__()
        self._forms = forms
        self._given = given
        self._weigh: Callable[[list[str]], Weight] = weigh

    def __missing__(self, told: object) -> Weight:
        if len(self) >= MOST_KEPT:
            self.clear()
        words = told if isinstance(told, tuple) else (told,)
        made: Weight = self._weigh(self._forms.format(*self._given, *words).split(_BETWEEN))
        self[told] = made
        return made


# no word has one
_BETWEEN = "\t"


class _Single(dict[Any, Any], Generic[Weight]):
    """A table of one name with its fields in order, which is put together in a third of the time; most are so."""

    __slots__ = ("_form", "_weigh")

    def __init__(self, form: str, weigh: Callable[[str, float], Weight]) -> None:
        super().__init__()
        self._form = form
        self._weigh: Callable[[str, float], Weight] = weigh

    def __missing__(self, told: object) -> Weight:
        if len(self) >= MOST_KEPT:
            self.clear()
        made: Weight = self._weigh(self._form % told, 0.0)
        self[told] = made
        return made


class _Spelt(_Kept["list[str]"]):
    """The names themselves; a new list each time, since a sum of lists may be one that has been lengthened."""

    def __missing__(self, told: object) -> list[str]:
        made = super().__missing__(told)
        self.clear()
        return made


class _By(dict[Any, Mapping[Any, Any]]):
    """Tables by what is filled in first."""

    __slots__ = ("_make",)

    def __init__(self, make: Maker) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, first: object) -> Mapping[Any, Any]:
        if len(self) >= MOST_FIRST:
            self.clear()
        made = self[first] = self._make(first if isinstance(first, tuple) else (first,))
        return made


def forms(*names: str) -> dict[str, Any]:
    """Say which names stand in a table, their fields numbered: `f"m{stem}"` is "m{0}".

    Sums are of floats, which are the same in one order only: several names stand in one table only where a sum begins.
    """
    return {"forms": names, "first": 0}


def forms_by(*names: str, first: int = 1) -> dict[str, Any]:
    """Say the same of tables by the first fields: few words are filled in there, all of closed classes."""
    return {"forms": names, "first": first}


def _tables(names: type[Any], maker: Callable[[Sequence[str], int], Maker]) -> Any:  # noqa: ANN401
    made = {}
    for each in fields(names):
        first = each.metadata["first"]
        make = maker(each.metadata["forms"], first)
        made[each.name] = _By(make) if first else make(())
    return names(**made)


_FIELD = re.compile(r"\{(\d)\}")


def _maker(
    names: Sequence[str],
    first: int,
    one: Callable[[str, float], Weight],
    several: Callable[[list[str]], Weight],
) -> Maker:
    left = [int(number) for number in _FIELD.findall(names[0]) if int(number) >= first]
    if len(names) > 1 or left != sorted(set(left)):
        joined = _BETWEEN.join(names)
        return lambda given: _Kept(joined, given, several)
    form = _FIELD.sub(lambda field: field[0] if int(field[1]) < first else "%s", names[0])
    return lambda given: _Single(form.format(*[str(word).replace("%", "%%") for word in given]), one)


@lru_cache(maxsize=16)
def weighed(names: type[Any], section: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in one choice."""
    get = weights.table()[section].get

    def several(filled: list[str]) -> float:
        return sum(map(get, filled, _NOTHING))

    return _tables(names, lambda listed, first: _maker(listed, first, get, several))


_NOTHING = repeat(0.0)


@lru_cache(maxsize=4)
def weighed_twice(names: type[Any], one: str, other: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in two choices: complex numbers, so that one sum is both."""
    first, second = weights.table()[one].get, weights.table()[other].get

    def single(name: str, nothing: float) -> complex:
        return complex(first(name, nothing), second(name, nothing))

    def several(filled: list[str]) -> complex:
        return complex(sum(map(first, filled, _NOTHING)), sum(map(second, filled, _NOTHING)))

    return _tables(names, lambda listed, first: _maker(listed, first, single, several))


def spelt(names: type[Any]) -> Any:  # noqa: ANN401
    """The tables of these names with the names themselves, for whoever fits what they weigh."""
    return _tables(names, lambda listed, _: lambda given: _Spelt(_BETWEEN.join(listed), given, list))


def forget() -> None:
    """Weigh anew: the weights have been changed, by whoever fits them."""
    weights.cues.cache_clear()
    weighed.cache_clear()
    weighed_twice.cache_clear()
