"""What the weights of a choice are looked up by: names declared once, for readings and for whoever fits them.

A reading is a sum over tables. The same sum gives its weight, its weights in two choices, or the list of its names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from types import CodeType
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


class _Kept(dict[Any, Any]):
    """A table whose names are put together when first asked for; how, its class is made with (`_kind`).

    A name is met again long before all the words that stand around a cue are, so that it is kept by its own words
    alone: of the 700,000 names in half a megabyte of news one in eight has to be put together.
    """

    __slots__ = ("given",)

    def __init__(self, given: Given) -> None:
        super().__init__()
        self.given = given


class _One(dict[Any, Any], Generic[Weight]):
    """A table of one name, which most are, with one word left to fill in."""

    __slots__ = ("_between", "_weigh")

    def __init__(self, between: Sequence[str], weigh: Callable[[str, float], Weight]) -> None:
        super().__init__()
        self._between = between
        self._weigh: Callable[[str, float], Weight] = weigh

    def __missing__(self, told: object) -> Weight:
        if len(self) >= MOST_KEPT:
            self.clear()
        lead, rest = self._between
        made = self[told] = self._weigh(f"{lead}{told}{rest}", 0.0)
        return made


class _Two(_One[Weight]):
    """The same with two, in their order."""

    __slots__ = ()

    def __missing__(self, told: Any) -> Weight:  # noqa: ANN401
        if len(self) >= MOST_KEPT:
            self.clear()
        lead, between, rest = self._between
        made = self[told] = self._weigh(f"{lead}{told[0]}{between}{told[1]}{rest}", 0.0)
        return made


_SINGLE = (_One, _Two)
# no word has one
_BETWEEN = "\t"


class _Spelling(dict[Any, Any]):
    """The names themselves, by their forms."""

    __slots__ = ("_forms", "_given")

    def __init__(self, forms: Sequence[str], given: Given) -> None:
        super().__init__()
        self._forms = forms
        self._given = given

    def __missing__(self, told: object) -> list[str]:
        words = told if isinstance(told, tuple) else (told,)
        return [form.format(*self._given, *words) for form in self._forms]


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
_KIND = """
def missing(self, told):
    if len(self) >= tables["MOST_KEPT"]:
        self.clear()
    made = self[told] = {weight}
    return made
"""


def _kind(names: Sequence[str], first: int, weigh: Callable[[str, float], Weight]) -> type[_Kept]:
    """Make the class of tables that put these names together and weigh them.

    Written out for its names as `namedtuple` is for its fields: against forms that are filled in and split again, a
    first run over 24 articles took 5 % fewer instructions.
    """
    left = {int(number) for name in names for number in _FIELD.findall(name)} - set(range(first))

    def place(field: re.Match[str]) -> str:
        number = int(field[1])
        if number < first:
            return f"{{self.given[{number}]}}"
        return "{told}" if left == {first} else f"{{told[{number - first}]}}"

    written = " + ".join(f"weigh(f{_FIELD.sub(place, name)!r}, 0.0)" for name in names)
    made: dict[str, Any] = {"weigh": weigh, "tables": globals()}
    exec(_compiled(_KIND.format(weight=written)), made)
    return type("_Kept", (_Kept,), {"__slots__": (), "__missing__": made["missing"]})


@lru_cache(maxsize=128)
def _compiled(written: str) -> CodeType:
    """Compile what is the same for several choices once, which takes a tenth of a millisecond."""
    return compile(written, __file__, "exec")


def _maker(names: Sequence[str], first: int, weigh: Callable[[str, float], Weight]) -> Maker:
    left = [int(number) for number in _FIELD.findall(names[0]) if int(number) >= first]
    if len(names) > 1 or left != sorted(set(left)) or len(left) > len(_SINGLE):
        return _kind(names, first, weigh)
    made = _SINGLE[len(left) - 1]
    between = _FIELD.sub(lambda field: field[0] if int(field[1]) < first else _BETWEEN, names[0])
    return lambda given: made(between.format(*given).split(_BETWEEN), weigh)


@lru_cache(maxsize=16)
def weighed(names: type[Any], section: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in one choice."""
    get = weights.table()[section].get
    return _tables(names, lambda listed, first: _maker(listed, first, get))


@lru_cache(maxsize=4)
def weighed_twice(names: type[Any], one: str, other: str) -> Any:  # noqa: ANN401
    """The tables of these names with what they weigh in two choices: complex numbers, so that one sum is both."""
    first, second = weights.table()[one].get, weights.table()[other].get

    def both(name: str, nothing: float) -> complex:
        return complex(first(name, nothing), second(name, nothing))

    return _tables(names, lambda listed, first: _maker(listed, first, both))


def spelt(names: type[Any]) -> Any:  # noqa: ANN401
    """The tables of these names with the names themselves, for whoever fits what they weigh."""
    return _tables(names, lambda listed, _: lambda given: _Spelling(listed, given))


def forget() -> None:
    """Weigh anew: the weights have been changed, by whoever fits them."""
    weights.cues.cache_clear()
    weighed.cache_clear()
    weighed_twice.cache_clear()
