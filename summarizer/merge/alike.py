"""How likely two figures of different sources count one thing, by fitted weights.

Nothing here looks at single words: only at how much the two have in common, how near the values are, and
whether either has a better counterpart in the other's source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.merge import fields, lexicon, measures, scale, stems, weights
from summarizer.merge.counts import Figure
from summarizer.merge.scale import Scale
from summarizer.merge.statements import Field
from summarizer.support import words

_FAR, _LIKE, _EQUAL = 0.4, 0.3, 0.995
_SMALL, _ONE_APART_TO = 3, 12
# What two articles open with is the event itself.
_LEAD = 4


class Alike:
    """The figures of one topic, ready to be held against each other."""

    def __init__(self, field: Field, listed: Sequence[Figure]) -> None:
        self._scale = Scale(field)
        self._kindred: dict[tuple[str, str], list[Figure]] = {}
        for one in listed:
            self._kindred.setdefault((one.statement.source, one.measured[0]), []).append(one)
        self._likes: dict[tuple[int, int], float] = {}

    def chance(self, one: Figure, other: Figure) -> float:
        """How likely the two count one thing."""
        return scale.chance(self.features(one, other), weights.FIGURES_BIAS, weights.FIGURES)

    def features(self, one: Figure, other: Figure) -> dict[str, float]:
        """What speaks for and against it."""
        return {
            **self._words(one, other),
            **_values(one, other),
            **self._counterparts(one, other),
            **_apart(one, other),
        }

    def _words(self, one: Figure, other: Figure) -> dict[str, float]:
        unit, vague, people, weigh = stems.measured(), stems.vague(), stems.persons(), self._scale
        names = one.statement.names | other.statement.names
        nouns = {
            n
            for n in one.counted & other.counted
            if not (n in unit or n in vague or n in people or n[0] == "#")
        }
        beside = ((one.around | one.counted) & (other.around | other.counted)) - unit - nouns
        beside = frozenset(stem for stem in beside if stem[0] != "#")
        matter = {stem for stem in beside if not (stem in vague or stem in names or stem in people)}
        wide = (one.statement.stems & other.statement.stems) - beside - nouns - vague - names
        own = [_own(figure) for figure in (one, other)]
        persons = bool(one.counted & people) and bool(other.counted & people)
        count = one.measured[0] == measures.COUNT
        back = (one.around | weigh.before(one.statement)) & (other.around | weigh.before(other.statement))
        return {
            "noun": weigh.most(nouns),
            "nouns": min(2, len(nouns)),
            "people": float(persons),
            "clash": float(count and all(own) and not own[0] & own[1] and not persons),
            "bare": float(count and not all(own)),
            "matter": weigh.sum(matter),
            "nothing": float(not (matter or nouns or beside & names)),
            "best": weigh.most(matter),
            "names": min(2.0, len(beside & names)),
            "vague": min(2.0, len(beside & vague)),
            "close": weigh.sum((one.beside & other.beside) - unit),
            "wide": weigh.sum(stem for stem in wide if stem[0] != "#"),
            "share": weigh.share(one.statement, other.statement),
            "kinship": weigh.kinship(one.statement, other.statement),
            "lead": float(max(one.statement.line.number, other.statement.line.number) <= _LEAD),
            "back": weigh.sum(stem for stem in back - beside - vague if stem[0] != "#"),
            "fields": _fields(one, other, beside | nouns),
        }

    def _counterparts(self, one: Figure, other: Figure) -> dict[str, float]:
        mine, theirs = (
            [f for f in self._kindred[figure.statement.source, figure.measured[0]] if f is not figure]
            for figure in (one, other)
        )
        here = self._likeness(one, other)
        there = [*(self._likeness(one, f) for f in theirs), *(self._likeness(f, other) for f in mine)]
        values = one.measured[1], other.measured[1]
        crowd = [
            sum(any(nearness(f.measured[1], v) > _LIKE for v in values) for f in side)
            for side in (mine, theirs)
        ]
        given = [f for f in mine if _equal(f, other)] + [f for f in theirs if _equal(f, one)]
        alike = [self._likeness(f, one if f in theirs else other) for f in given]
        return {
            "alone": sum(1.0 / (1 + count) for count in crowd),
            "margin": max(-2.0, min(2.0, here - max(there, default=0.0))),
            "gives": float(bool(given)),
            "gives_like": float(any(like >= here for like in alike)),
        }

    def _likeness(self, one: Figure, other: Figure) -> float:
        """A first measure, for finding out which figure of a source answers to which."""
        key = (id(one), id(other))
        if key not in self._likes:
            unit, vague, weigh = stems.measured(), stems.vague(), self._scale
            nouns = (one.counted & other.counted) - unit - vague
            beside = ((one.around | one.counted) & (other.around | other.counted)) - unit - vague - nouns
            made = weigh.sum(nouns) + 0.5 * weigh.sum(beside) + 0.5 * weigh.sum(one.beside & other.beside)
            self._likes[key] = self._likes[id(other), id(one)] = made
        return self._likes[key]


def _fields(one: Figure, other: Figure, shared: frozenset[str]) -> float:
    """Fields of news that words of both clauses belong to, those of shared words aside."""
    mine, theirs = ((figure.around | figure.counted) - shared for figure in (one, other))
    return fields.shared(mine, theirs)


def _own(figure: Figure) -> frozenset[str]:
    """The nouns that say what it counts."""
    return frozenset(n for n in figure.counted if n[0] != "#") - stems.measured() - stems.vague()


def _values(one: Figure, other: Figure) -> dict[str, float]:
    kind, here = one.measured
    there = other.measured[1]
    near = nearness(here, there)
    apart = abs(one.quantity.value - other.quantity.value)
    one_off = max(one.quantity.value, other.quantity.value) <= _ONE_APART_TO and apart <= 1
    return {
        "near": near,
        "far": float(near < _FAR),
        "slip": float(one_off or slip(one.quantity.value, other.quantity.value)),
        "money": float(bool(one.money)),
        "percent": float(kind in ("%", "points")),
        "measure": float(kind not in (measures.COUNT, "%", "points") and not one.money),
        "small": float(kind == measures.COUNT and max(here, there) <= _SMALL),
        "rate": float("/" in kind),
    }


def _apart(one: Figure, other: Figure) -> dict[str, float]:
    up, down = (lexicon.same(words.stem(word)) for word in ("rise", "fall"))
    roles = [{n for n in figure.counted if n[0] == "#"} for figure in (one, other)]
    unknown = any(
        not beside.statement.telling.index.printed(name)
        for f, beside in _both(one, other)
        for name in f.names
    )
    norms = scale.norms()
    limits = one.limit, other.limit
    return {
        "years": float(bool(one.years and other.years) and not one.years & other.years),
        "year": float(bool(one.years) != bool(other.years)),
        "days": float(bool(one.days and other.days) and not one.days & other.days),
        "name_clash": float(bool(one.names and other.names) and not one.names & other.names),
        "unknown": float(unknown),
        "part": float(one.part != other.part),
        "turn": float(any(up in a.around and down in b.around for a, b in _both(one, other))),
        "role": float(bool(roles[0] & roles[1])),
        "roles": float(all(roles) and not roles[0] & roles[1]),
        "norm": float((bool(one.around & norms) or limits[0]) != (bool(other.around & norms) or limits[1])),
    }


def _both(one: Figure, other: Figure) -> Iterator[tuple[Figure, Figure]]:
    yield one, other
    yield other, one


def nearness(one: float, other: float) -> float:
    """How near two values are, from 0 to 1."""
    low, high = sorted((one, other))
    return low / high if high > 0 else 0.0


def _equal(one: Figure, other: Figure) -> bool:
    return nearness(one.measured[1], other.measured[1]) > _EQUAL


def slip(one: float, other: float) -> bool:
    """Say whether a slip of the pen parts two values: digits in another order, or one more."""
    short, long = sorted((f"{one:.6g}", f"{other:.6g}"), key=len)
    if len(short) == len(long):
        return len(short) > 1 and sorted(short) == sorted(long)
    return len(long) - len(short) == 1 and long.endswith(short)
