"""What the weights of a choice are looked up by: names declared once, for readings and for whoever fits them.

A reading is a sum over tables. The same sum gives its weight, its weights in two choices, or the list of its names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache, partial
from itertools import repeat
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from summarizer.attribute import weights

Weight = TypeVar("Weight", float, complex, "list[str]")
"""What a name stands for in a sum: its weight, a pair of weights, or the name itself where weights are fitted."""

Table = Mapping[Any, Weight]
"""What some names weigh together, by the words that are filled into them."""

Tables = Mapping[Any, Mapping[Any, Weight]]
"""The same by what is filled in first: a cue's own words, which all its readings have in common."""

Alone = Callable[[str, float], Weight]
"""What one name weighs; asked with 0, which is what it weighs where it was given no weight."""

Given = tuple[object, ...]
Maker = Callable[["Given"], "Mapping[Any, Any]"]
"""Makes a table from the words that are filled in first."""

Spelt = str | tuple[str, ...]
Spell = Callable[..., Spelt]
"""Puts together the name, or the names, that some words stand in."""

MOST_KEPT = 1 << 16
MOST_FIRST = 1 << 12
"""The lexicon and the closed classes are a thousand words; what goes beyond are marks of all the world's scripts."""


class _Kept(dict[Any, Any], Generic[Weight]):
    """A table by several words whose names are put together when they are first asked for."""

    __slots__ = ("_given", "_spell", "_weigh")

    def __init__(self, spell: Spell, given: Given, weigh: Callable[[Spelt], Weight]) -> None:
        super().__init__()
        self._spell = spell
        self._given = given
        self._weigh: Callable[[Spelt], Weight] = weigh

    def __missing__(self, told: Given) -> Weight:
        if len(self) >= MOST_KEPT:
            self.clear()
        made: Weight = self._weigh(self._spell(*self._given, *told))
        self[told] = made
        return made


class _Single(_Kept[Weight]):
    """A table by one word."""

    __slots__ = ()

    def __missing__(self, told: object) -> Weight:
        if len(self) >= MOST_KEPT:
            self.clear()
        made: Weight = self._weigh(self._spell(*self._given, told))
        self[told] = made
        return made


class _Listed(_Kept["list[str]"]):
    """The names themselves; a new list each time, since a sum of lists may be one that has been lengthened."""

    __slots__ = ()

    def __missing__(self, told: object) -> list[str]:
        words = told if isinstance(told, tuple) else (told,)
        return self._weigh(self._spell(*self._given, *words))


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


def named(spell: Spell, by: int = 0) -> dict[str, Any]:
    """Say which names stand in a table, by the words they are made of, so many of which are filled in first.

    Weights are whole hundredths, so that a sum of them is the same in any order, and any names may share a table. They
    do where they ask for the same words: what one more word costs is more sums that were not met before.
    """
    return {"spell": spell, "by": by}


ALONE: Mapping[str, Any] = MappingProxyType({"spell": None})
"""Names are put together and looked up one by one.

That takes twice as long as a table whose words were met together before, and a fifth of one whose words were not:
it is the quicker way for one name where more than one in seven are new in the first half a megabyte, for two where
one in four are.
"""


def _tables(listed: type[Any], table: Callable[[Spell, Given], Mapping[Any, Any]], one: object) -> Any:  # noqa: ANN401
    made: dict[str, object] = {}
    for each in fields(listed):
        spell = each.metadata["spell"]
        if spell is None:
            made[each.name] = one
        else:
            made[each.name] = _By(partial(table, spell)) if each.metadata["by"] else table(spell, ())
    return listed(**made)


def _kept(weigh: Callable[[Spelt], Any], spell: Any, given: Given) -> Mapping[Any, Any]:  # noqa: ANN401
    words: int = spell.__code__.co_argcount
    return (_Single if words == len(given) + 1 else _Kept)(spell, given, weigh)


@lru_cache(maxsize=16)
def weighed(listed: type[Any], section: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in one choice."""
    get = weights.table()[section].get

    def weigh(spelt: Spelt) -> float:
        return get(spelt, 0.0) if isinstance(spelt, str) else sum(map(get, spelt, _NOTHING))

    return _tables(listed, partial(_kept, weigh), get)


_NOTHING = repeat(0.0)


@lru_cache(maxsize=4)
def weighed_twice(listed: type[Any], one: str, other: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in two choices: complex numbers, so that one sum is both."""
    first, second = weights.table()[one], weights.table()[other]
    both = {name: complex(0.0, weight) for name, weight in second.items()}
    both |= {name: complex(weight, second.get(name, 0.0)) for name, weight in first.items()}
    get = both.get

    def weigh(spelt: Spelt) -> complex:
        return get(spelt, 0j) if isinstance(spelt, str) else sum(map(get, spelt, _NOTHING), 0j)

    return _tables(listed, partial(_kept, weigh), get)


def spelt(listed: type[Any]) -> Any:  # noqa: ANN401
    """The tables of these names with the names themselves, for whoever fits what they weigh."""
    return _tables(listed, partial(_Listed, weigh=_as_list), lambda name, _: [name])


def _as_list(names: Spelt) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


def forget() -> None:
    """Weigh anew: the weights have been changed, by whoever fits them."""
    weights.cues.cache_clear()
    weighed.cache_clear()
    weighed_twice.cache_clear()
