"""What the words of one topic weigh when two figures or two dates are held against each other."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from summarizer.merge import lexicon
from summarizer.merge.statements import Field, Statement
from summarizer.support import words

_MOST = 3.0
_SHORT = 4
_POINTS_BACK = frozenset("it its they them their he him his she her this that these those the".split())


@lru_cache(maxsize=1)
def norms() -> frozenset[str]:
    """Stems of what is allowed, aimed at or was before, as against what is."""
    return frozenset(lexicon.same(words.stem(word)) for word in lexicon.NORMS)


class Scale:
    """The weights of one topic's words, from 0 to 1, and the words that a sentence leans on."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self._names = self._named()
        self._kinship: dict[tuple[str, str], float] = {}
        self._most = math.log(1 + max(1, len(field.statements)))

    def of(self, stem: str) -> float:
        """Weigh one stem."""
        return self.field.weight(stem) / self._most

    def sum(self, stems: Iterable[str]) -> float:
        """Weigh stems together, up to a limit beyond which more of them show no more."""
        return min(_MOST, math.fsum(map(self.of, stems)))

    def most(self, stems: Iterable[str]) -> float:
        """Weigh the weightiest; 0 of none."""
        return max(map(self.of, stems), default=0.0)

    def share(self, one: Statement, other: Statement) -> float:
        """The share of the lighter sentence that the two have in common."""
        lighter = min((one.stems, other.stems), key=self.field.total)
        return self.field.share(one.stems & other.stems, lighter)

    def kinship(self, one: Statement, other: Statement) -> float:
        """How much two sources have to do with each other: the share of the fewer names that both print."""
        key = (one.source, other.source)
        if key not in self._kinship:
            names = [self._names[source] for source in key]
            fewer = min(map(len, names))
            self._kinship[key] = len(names[0] & names[1]) / fewer if fewer else 0.0
        return self._kinship[key]

    def _named(self) -> dict[str, frozenset[str]]:
        made: dict[str, set[str]] = {}
        for one in self.field.statements:
            made.setdefault(one.source, set()).update(one.names)
        return {source: frozenset(names) for source, names in made.items()}

    def before(self, one: Statement) -> frozenset[str]:
        """What the sentence before says, for one that points back to it or says little itself."""
        first = one.line.words[0].lower if one.line.words else ""
        if first not in _POINTS_BACK and len(one.stems) > _SHORT:
            return frozenset()
        previous = self.field.by_place.get((one.source, one.line.number - 1))
        return previous.stems if previous is not None else frozenset()


def chance(features: dict[str, float], bias: float, weights: dict[str, float]) -> float:
    """Turn features into a probability."""
    odds = bias + math.fsum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
