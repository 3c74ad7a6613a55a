"""Figures and dates that independent sources give alike, be the rest of their sentences what it may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.briefing import Detail
from summarizer.merge import claims, differences
from summarizer.merge.copies import Copies
from summarizer.merge.differences import Compared, Found
from summarizer.merge.gathering import Node
from summarizer.merge.statements import Field, Statement


def find(
    field: Field, copied: Copies, found: Sequence[Found], held: Compared
) -> tuple[tuple[Detail, ...], set[tuple[str, int]]]:
    """List them, and the sentences that they stand in. What is in dispute is left to the differences."""
    disputed = {(side.key, one.place) for each in found for side in each.sides for one in side.statements}
    made: list[Detail] = []
    taken: set[tuple[object, tuple[str, int]]] = set()
    places: set[tuple[str, int]] = set()
    for kind, nodes in _alike(field, held):
        key, text, _ = nodes[0]
        listed = [statement for _, _, statement in nodes]
        count = claims.independent(listed, copied)
        if count < 2:
            continue
        places.update(one.place for one in listed)
        here = {(key, one.place) for one in listed}
        if here & taken or here & disputed:
            continue
        taken |= here
        made.append(
            Detail.model_validate(
                {
                    "kind": kind,
                    "text": text,
                    "evidence": tuple(one.telling.cite(one.line) for one in listed),
                    "sources": tuple(sorted({one.source for one in listed}, key=lambda id_: (len(id_), id_))),
                    "independent": count,
                }
            )
        )
    return tuple(sorted(made, key=lambda one: -one.independent)), places


def _alike(field: Field, held: Compared) -> Iterator[tuple[str, list[Node]]]:
    """Each figure and date with those of other sources that are the same, one of each source."""
    for one in field.statements:
        for figure in held.figures.of(one):
            others = [differences.of_figure(other) for other in held.figures.agreeing(figure)]
            yield "figure", _each_once([differences.of_figure(figure), *others])
        for dated in held.moments.of(one):
            days = [differences.of_date(other) for other in held.moments.agreeing(dated)]
            yield "date", _each_once([differences.of_date(dated), *days])


def _each_once(nodes: Sequence[Node]) -> list[Node]:
    by_source: dict[str, Node] = {}
    for node in nodes:
        by_source.setdefault(_statement(node).source, node)
    return list(by_source.values())


def _statement(node: Node) -> Statement:
    return node[2]
