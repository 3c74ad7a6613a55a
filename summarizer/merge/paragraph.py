"""The top paragraph without a model: the sentences that most independent sources bear out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer import support
from summarizer.briefing import BriefLine
from summarizer.merge import claims, differences
from summarizer.merge.claims import Claim
from summarizer.merge.differences import Found
from summarizer.merge.statements import Field, Statement
from summarizer.note import Support

LINES = 5
"""Lines at most, where all sources are on one topic."""

_FEWEST = 3
_REPEATS = 0.5
_QUOTED_COST, _LEANS_COST, _ALONE_COST = 0.6, 1.0, 0.4
_AN_INDEPENDENT = 0.4
_FIRST = 2
_I = frozenset("i me my we us our".split())
_FEWEST_WORDS = 8


def of(field: Field, agreed: Sequence[Claim], found: Sequence[Found], at_most: int) -> tuple[BriefLine, ...]:
    """Open with what happened, then claims by how many bear them out and how much their articles make of them.

    The opening is the one of the sources' first sentences of which the other sources say most. Where
    little is agreed on, the weightiest sentences that nobody disputes fill the paragraph up to three lines.
    """
    chosen: list[tuple[Statement, ...]] = []
    opening = _opening(field)
    if opening is not None:
        same = (claim.statements for claim in agreed if claim.statement.place == opening.place)
        chosen.append(next(same, (opening,)))
    offered = [(_worth(claim), claim.statements) for claim in agreed]
    offered += [
        (_worth(Claim(one, (), 0)) - _ALONE_COST, (one,))
        for one in field.statements
        if claims.usable(one) and not differences.about(one, found) and not _own_voice(one)
    ]
    for worth, statements in sorted(offered, key=lambda pair: (-pair[0], pair[1][0].place)):
        full = len(chosen) >= (at_most if len(statements) > 1 else min(_FEWEST, at_most))
        if full or worth <= 0:
            continue
        if all(_apart(statements[0], other[0], field) for other in chosen):
            chosen.append(statements)
    return tuple(_line(statements, found) for statements in chosen)


def _opening(field: Field) -> Statement | None:
    """Of the first sentences of each source that stand alone, the one whose words the other sources use most."""
    sources = {one.source for one in field.statements}
    first = [
        one
        for one in field.statements
        if one.line.number <= _FIRST
        and len(one.line.words) >= _FEWEST_WORDS
        and not (Claim(one, (), 1).leans or _own_voice(one))
    ]
    if len(sources) < 2 or not first:
        return None

    def told(one: Statement) -> float:
        """Weight of what the best sentence of each other source shares, the longer the better to a degree."""
        best: dict[str, float] = {}
        for other in {o.place: o for stem in one.stems for o in field.by_stem[stem]}.values():
            best[other.source] = max(best.get(other.source, 0.0), field.share(other.stems, one.stems))
        return math.fsum(share for source, share in best.items() if source != one.source) * math.sqrt(
            field.total(one.stems)
        )

    return max(first, key=lambda one: (round(told(one), 6), -one.line.number, one.place))


def _own_voice(one: Statement) -> bool:
    """Say whether a reporter tells of himself: behind no name nobody knows who "I" is."""
    return one.said is None and any(word.lower in _I for word in one.line.words)


def _worth(claim: Claim) -> float:
    said = claim.statement.said
    quoted = said is not None and said.directness == "direct"
    worth = claim.salience + _AN_INDEPENDENT * claim.independent
    return worth - (_QUOTED_COST if quoted else 0.0) - (_LEANS_COST if claim.leans else 0.0)


def _apart(one: Statement, other: Statement, field: Field) -> bool:
    shared = one.stems & other.stems
    return max(field.share(shared, one.stems), field.share(shared, other.stems)) < _REPEATS


def _line(statements: Sequence[Statement], found: Sequence[Found]) -> BriefLine:
    one = statements[0]
    article = one.telling.index.article
    text = claims.sentence(one)
    problems = differences.about(one, found)
    checked = support.check(text, article, cited=(one.line.number,))
    return BriefLine(
        text=text,
        evidence=tuple(o.telling.cite(o.line) for o in statements),
        support=Support(
            verdict="doubtful" if problems else "supported", score=checked.score, problems=problems
        ),
        origin="article",
    )
