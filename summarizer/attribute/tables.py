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

    __slots__ = ("_get", "_spell")

    def __init__(self, spell: Spell, get: Alone[Weight]) -> None:
        super().__init__()
        self._spell = spell
        self._get: Alone[Weight] = get

    def __missing__(self, told: Given) -> Any:  # noqa: ANN401
        if len(self) >= MOST_KEPT:
            self.clear()
        names = self._spell(*told)
        made = self[told] = (
            self._get(names, 0.0) if isinstance(names, str) else sum(map(self._get, names, _NOTHING))
        )
        return made


class _Single(_Kept[Weight]):
    """A table by one word."""

    __slots__ = ()

    def __missing__(self, told: object) -> Any:  # noqa: ANN401
        if len(self) >= MOST_KEPT:
            self.clear()
        names = self._spell(told)
        made = self[told] = (
            self._get(names, 0.0) if isinstance(names, str) else sum(map(self._get, names, _NOTHING))
        )
        return made


_NOTHING = repeat(0.0)


class _Listed(dict[Any, "list[str]"]):
    """The names themselves; a new list each time, since a sum of lists may be one that has been lengthened."""

    __slots__ = ("_spell",)

    def __init__(self, spell: Spell) -> None:
        super().__init__()
        self._spell = spell

    def __missing__(self, told: object) -> list[str]:
        names = self._spell(*told) if isinstance(told, tuple) else self._spell(told)
        return [names] if isinstance(names, str) else list(names)


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


ALONE: Mapping[str, Any] = MappingProxyType({"spell": None, "by": 0})
"""Names are put together and looked up one by one.

That takes twice as long as a table whose words were met together before, and a fifth of one whose words were not:
it is the quicker way for one name where more than one in seven are new in the first half a megabyte, for two where
one in four are.
"""


def _tables(listed: type[Any], table: Callable[[Spell, int], Mapping[Any, Any]], one: object) -> Any:  # noqa: ANN401
    """Make the tables; `table` is given how names are spelt, and from how many words."""
    made: dict[str, object] = {}
    for each in fields(listed):
        spell, by = each.metadata["spell"], each.metadata["by"]
        if spell is None:
            made[each.name] = one
        elif by:
            made[each.name] = _By(partial(_filled, table, spell))
        else:
            made[each.name] = table(spell, spell.__code__.co_argcount)
    return listed(**made)


def _filled(table: Callable[[Spell, int], Mapping[Any, Any]], spell: Any, given: Given) -> Mapping[Any, Any]:  # noqa: ANN401
    return table(partial(spell, *given), spell.__code__.co_argcount - len(given))


def _kept(get: Alone[Any], spell: Spell, words: int) -> Mapping[Any, Any]:
    return _Single(spell, get) if words == 1 else _Kept(spell, get)


@lru_cache(maxsize=16)
def weighed(listed: type[Any], section: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in one choice."""
    get = weights.table()[section].get
    return _tables(listed, partial(_kept, get), get)


@lru_cache(maxsize=4)
def weighed_twice(listed: type[Any], one: str, other: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in two choices: complex numbers, so that one sum is both."""
    first, second = weights.table()[one], weights.table()[other]
    both = {name: complex(0.0, weight) for name, weight in second.items()}
    both |= {name: complex(weight, second.get(name, 0.0)) for name, weight in first.items()}
    return _tables(listed, partial(_kept, both.get), both.get)


def spelt(listed: type[Any]) -> Any:  # noqa: ANN401
    """The tables of these names with the names themselves, for whoever fits what they weigh."""
    return _tables(listed, lambda spell, _: _Listed(spell), lambda name, _: [name])


def forget() -> None:
    """Weigh anew: the weights have been changed, by whoever fits them."""
    weights.cues.cache_clear()
    weighed.cache_clear()
    weighed_twice.cache_clear()
