"""Where each party stands across the sources, and what it said on different days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from summarizer.article import fold_space
from summarizer.briefing import Cited, PartyPosition, Stand
from summarizer.merge import claims, people, statements
from summarizer.merge.copies import Copies
from summarizer.merge.statements import Field, Statement
from summarizer.merge.tellings import Telling
from summarizer.note import Position, Stance, Support
from summarizer.support import stance

_SIDED = frozenset({"supports", "opposes", "mixed"})
_TAKES_SIDE = frozenset({"wants", "supports", "opposes", "decides"})
_PLANS = re.compile(
    r"\b(?:will|won't|would|must|should|shall|ready|not|no|never|need|refuse\w*|rule[sd]? out|plans?|"
    r"reason|announce[sd]?|promise[sd]?|vow(?:s|ed)|pledge[sd]?|agree[sd]?|order(?:s|ed))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Held:
    telling: Telling
    position: Position

    @property
    def when(self) -> datetime:
        published = self.telling.about.published
        return published.replace(tzinfo=None) if published is not None else datetime.min

    def cited(self) -> tuple[Cited, ...]:
        return tuple(Cited(**one.model_dump(), source=self.telling.id) for one in self.position.evidence)


def merge(field: Field, tellings: Sequence[Telling], copied: Copies) -> tuple[PartyPosition, ...]:
    """Merge the positions of the sources' notes by party, those that most sources have first.

    A party without a side that speaks on one day only is left to the claims.
    """
    parties: list[list[_Held]] = []
    for held in (_Held(telling, one) for telling in tellings for one in telling.positions):
        fitting = [p for p in parties if any(_same(held, other) for other in p)]
        if len(fitting) == 1:
            fitting[0].append(held)
        else:
            parties.append([held])
    made = [_merged(listed, field, copied) for listed in parties]
    made += _others(made, field, copied)
    shown = [one for one in made if one.stance != "unclear" or one.over_time]
    return tuple(sorted(shown, key=lambda one: (-len(one.sources), not one.over_time)))


def _others(made: Sequence[PartyPosition], field: Field, copied: Copies) -> list[PartyPosition]:
    """Parties that no note has a position of, and that said different things on different days."""
    names: dict[str, Statement] = {}
    for one in field.statements:
        if one.said is not None and one.said.speaker and len(people.core(one.said.speaker)) > 1:
            names.setdefault(one.said.speaker, one)
    listed: list[PartyPosition] = []
    for name, first in names.items():
        if any(people.same(name, have.holder) for have in (*made, *listed)):
            continue
        stands = _over_time(name, field, copied)
        if stands:
            last = stands[-1]
            listed.append(
                PartyPosition(
                    holder=name,
                    role=first.said.role if first.said is not None else None,
                    issue="",
                    stance="unclear",
                    text=last.text,
                    evidence=last.evidence,
                    support=Support(verdict="supported", score=1.0),
                    origin="article",
                    sources=tuple(dict.fromkeys(e.source for stand in stands for e in stand.evidence)),
                    over_time=stands,
                )
            )
    return listed


def _same(one: _Held, other: _Held) -> bool:
    return people.same(one.position.holder, other.position.holder)


def _merged(listed: Sequence[_Held], field: Field, copied: Copies) -> PartyPosition:
    """The latest side that the party took, and what it said on which day where that is more than one."""
    ordered = sorted(listed, key=lambda held: held.when)
    last = ([held for held in ordered if held.position.stance in _SIDED] or ordered)[-1]
    agreeing = [held for held in listed if held.position.stance == last.position.stance and held is not last]
    name = max((held.position.holder for held in listed), key=lambda name: (len(people.core(name)), name))
    shown = last.position
    return PartyPosition(
        holder=name,
        role=next((held.position.role for held in reversed(ordered) if held.position.role), None),
        issue=shown.issue,
        stance=shown.stance,
        text=shown.text,
        evidence=tuple(one for held in (last, *agreeing) for one in held.cited()),
        support=shown.support,
        origin=shown.origin,
        sources=tuple(dict.fromkeys(held.telling.id for held in listed)),
        over_time=_over_time(name, field, copied),
    )


@dataclass(frozen=True)
class _Spoke:
    """What a party said by a day: the day that the sentence gives for the saying, else the source's."""

    statement: Statement
    when: str

    def stand(self) -> Stand:
        line = self.statement.line
        side: Stance = stance.of(line.text, self.statement.telling.said[line.number])
        return Stand(
            stance="unclear" if side == "neutral" else side,
            text=fold_space(line.text),
            date=self.when,
            evidence=(self.statement.telling.cite(line),),
        )


def _over_time(name: str, field: Field, copied: Copies) -> tuple[Stand, ...]:
    """The weightiest saying of each day that repeats none before it and shares its matter with another day's."""
    by_day: dict[str, list[_Spoke]] = {}
    for one in field.statements:
        when = _day(one)
        if when is not None and _stands(one, name):
            by_day.setdefault(when, []).append(_Spoke(one, when))
    chosen: list[_Spoke] = []
    for when in sorted(by_day):
        others = [s.statement for day, listed in by_day.items() if day != when for s in listed]
        before = [s.statement for day, listed in by_day.items() if day < when for s in listed]
        new = [
            s
            for s in by_day[when]
            if any(_one_matter(s.statement, other) for other in others)
            and not any(_repeats(s.statement, earlier, field, copied) for earlier in before)
        ]
        if new:
            chosen.append(max(new, key=lambda s: (_weight(s), s.statement.place)))
    return tuple(one.stand() for one in chosen) if len(chosen) > 1 else ()


def _one_matter(one: Statement, other: Statement) -> bool:
    """The sentence and those beside it share a word that is no name with the other and those beside that."""
    return bool((_around(one) & _around(other)) - one.names - other.names)


_BESIDE = 2


def _around(one: Statement) -> frozenset[str]:
    lines = one.telling.index.lines[max(0, one.line.number - 1 - _BESIDE) : one.line.number + _BESIDE]
    return statements.content(word for line in lines for word in line.words if not word.capital)


def _stands(one: Statement, name: str) -> bool:
    """The party itself says or does something that commits it, or a body that its name is part of does."""
    said = one.said
    if said is None or not said.speaker:
        return False
    own = people.core(name)
    whole = len(own) > 1 and " ".join(own) in said.speaker.casefold()
    if not whole and not people.same(name, said.speaker):
        return False
    return said.kind in _TAKES_SIDE or _PLANS.search(one.line.text.replace("’", "'")) is not None


def _weight(spoke: _Spoke) -> float:
    """What its source makes of it, more where it takes a side, and where the source is of that day."""
    one = spoke.statement
    sided = one.said is not None and one.said.kind in _TAKES_SIDE
    published = one.telling.about.published
    fresh = published is not None and published.date().isoformat() == spoke.when
    return one.telling.salience[one.line.number - 1] + (0.5 if sided else 0.0) + (0.5 if fresh else 0.0)


def _day(one: Statement) -> str | None:
    spoken = [day for day in one.days if not one.stated(day) and day.iso is not None]
    if spoken:
        return spoken[0].iso
    published = one.telling.about.published
    return published.date().isoformat() if published is not None else None


def _repeats(one: Statement, other: Statement, field: Field, copied: Copies) -> bool:
    if copied.same_sentence(one.place, other.place):
        return True
    return claims.bears_out(other, one, field) is not None or claims.bears_out(one, other, field) is not None
