"""The top paragraph without a model: the sentences that most independent sources bear out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer import support
from summarizer.briefing import BriefLine
from summarizer.drafts import leaning
from summarizer.merge import claims, differences, worded
from summarizer.merge.claims import Claim
from summarizer.merge.differences import Found
from summarizer.merge.statements import Field, Statement, content
from summarizer.note import Support
from summarizer.support import words

LINES = 5
"""Lines at most, where all sources are on one topic."""

_FEWEST = 3
_REPEATS = 0.5
_QUOTED_COST, _ALONE_COST = 0.6, 0.4
_AN_INDEPENDENT = 0.4
_FIRST = 2
# Of 23 invented events the opening was beside the point in seven without these two, in one with them.
_SECOND, _HEADLINE = 0.75, 0.2
_FEWEST_WORDS = 8


def of(field: Field, agreed: Sequence[Claim], found: Sequence[Found], at_most: int) -> tuple[BriefLine, ...]:
    """Open with what happened, then claims by how many bear them out and how much their articles make of them.

    The opening is the one of the sources' first sentences of which the other sources and the headlines say
    most. What is agreed on is told in the words of a source whose sentence can be read by itself, or not at
    all. Where little is, the weightiest sentences that nobody disputes fill the paragraph up to three lines.
    """
    chosen: list[tuple[Statement, ...]] = []
    opening = _opening(field)
    if opening is not None:
        same = (claim.statements for claim in agreed if claim.statement.place == opening.place)
        chosen.append(next(same, (opening,)))
    offered = [(_worth(claim), told) for claim in agreed if (told := _standing_first(claim))]
    offered += [
        (_worth(Claim(one, (), 0)) - _ALONE_COST, (one,))
        for one in field.statements
        if claims.usable(one) and not differences.about(one, found) and _stands(one)
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
        if one.line.number <= _FIRST and len(one.line.words) >= _FEWEST_WORDS and _stands(one)
    ]
    if len(sources) < 2 or not first:
        return None
    titles = {one.source: one.telling.about.title for one in field.statements}
    headlines = {source: content(words.words(title)) for source, title in titles.items() if title}

    def told(one: Statement) -> float:
        """Weight of what the best sentence of each other source shares, the longer the better to a degree."""
        best: dict[str, float] = {}
        for other in {o.place: o for stem in one.stems for o in field.by_stem[stem]}.values():
            best[other.source] = max(best.get(other.source, 0.0), field.share(other.stems, one.stems))
        shared = math.fsum(share for source, share in best.items() if source != one.source)
        headed = math.fsum(
            field.share(one.stems, h) for source, h in headlines.items() if source != one.source
        )
        weight = (shared + _HEADLINE * headed) * math.sqrt(field.total(one.stems))
        return weight if one.line.number == 1 else _SECOND * weight

    return max(first, key=lambda one: (round(told(one), 6), -one.line.number, one.place))


def _standing_first(claim: Claim) -> tuple[Statement, ...]:
    """The statements of a claim, one that stands alone in front; none where no one does."""
    told = next((one for one in claim.statements if claims.usable(one) and _stands(one)), None)
    return () if told is None else (told, *(one for one in claim.statements if one is not told))


def _stands(one: Statement) -> bool:
    """Say whether a sentence can be read by itself, and is nobody's "we want" behind no name."""
    text = leaning.trimmed(one.line.text)
    return not (leaning.leans(text) or leaning.dangles(text) or worded.own_voice(one.line.text))


def _worth(claim: Claim) -> float:
    said = claim.statement.said
    quoted = said is not None and said.directness == "direct"
    worth = claim.salience + _AN_INDEPENDENT * claim.independent
    return worth - (_QUOTED_COST if quoted else 0.0)


def _apart(one: Statement, other: Statement, field: Field) -> bool:
    shared = one.stems & other.stems
    return max(field.share(shared, one.stems), field.share(shared, other.stems)) < _REPEATS


def _line(statements: Sequence[Statement], found: Sequence[Found]) -> BriefLine:
    one = statements[0]
    article = one.telling.index.article
    text = worded.sentence(one)
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
