"""Pairs that contradict each other, put together into differences with two sides or more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.merge.statements import Statement

Node = tuple[object, str, Statement]
"""What a side says, how it is printed, and the sentence."""

_Mark = tuple[object, tuple[str, int]]
_Group = dict[object, dict[tuple[str, int], Node]]


@dataclass(frozen=True)
class Told:
    """One of the sides: `key` is what it says, `text` how it is printed, and the sentences that say so."""

    key: object
    text: str
    statements: tuple[Statement, ...]


def of(pairs: Iterable[tuple[Node, Node]]) -> Iterator[tuple[Told, ...]]:
    """Join pairs that share a sentence saying the same, where each side contradicts each other one.

    Without the latter, "four prisoners" held against "six" and, wrongly, against "two guards" would make one of three.
    """
    listed = {(_mark(one), _mark(other)): (one, other) for one, other in pairs}
    against: dict[_Mark, set[_Mark]] = {}
    for one, other in listed:
        against.setdefault(one, set()).add(other)
        against.setdefault(other, set()).add(one)
    groups: list[_Group] = []
    for pair in listed.values():
        home = next((g for g in groups if _joins(pair, g, against)), None)
        if home is None:
            groups.append(home := {})
        for node in pair:
            home.setdefault(node[0], {})[node[2].place] = node
    for group in groups:
        yield tuple(
            Told(key, next(iter(nodes.values()))[1], tuple(node[2] for _, node in sorted(nodes.items())))
            for key, nodes in group.items()
        )


def _mark(node: Node) -> _Mark:
    return node[0], node[2].place


def _joins(pair: tuple[Node, Node], group: _Group, against: dict[_Mark, set[_Mark]]) -> bool:
    """One of the two stands in the group, and both contradict every side that is not their own."""
    if not any(node[2].place in group.get(node[0], {}) for node in pair):
        return False
    return all(
        key == node[0] or any((key, place) in against[_mark(node)] for place in nodes)
        for node in pair
        for key, nodes in group.items()
    )
