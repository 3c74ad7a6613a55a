"""Contradictions between sources, each with its sides: who says the one, who says the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from summarizer.article import Span, fold_space
from summarizer.briefing import Difference, DifferenceKind, Side
from summarizer.merge import denials, gathering, lexicon, mouths, people
from summarizer.merge.counts import Figure
from summarizer.merge.dated import Dated
from summarizer.merge.day import Day
from summarizer.merge.figures import Figures
from summarizer.merge.gathering import Node, Told
from summarizer.merge.moments import Moments
from summarizer.merge.statements import Field, Statement
from summarizer.merge.tellings import Telling


@dataclass(frozen=True)
class Found:
    """A difference before it is written down."""

    kind: DifferenceKind
    text: str
    sides: tuple[Told, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that have a part in it."""
        return frozenset(one.source for side in self.sides for one in side.statements)

    def published(self) -> Difference:
        """Write it down, each side with the sentences that say so."""
        return Difference(
            kind=self.kind,
            text=self.text,
            sides=tuple(
                Side(text=side.text, evidence=tuple(one.telling.cite(one.line) for one in side.statements))
                for side in self.sides
            ),
        )


@dataclass(frozen=True)
class Compared:
    """The figures and the dates of one topic, held against each other once."""

    figures: Figures
    moments: Moments

    @classmethod
    def of(cls, field: Field) -> Compared:
        """Take those of all sources."""
        return cls(Figures(field), Moments(field))


def find(field: Field, tellings: Sequence[Telling], held: Compared) -> tuple[Found, ...]:
    """List the differences between sources of one topic: figures, dates, names, speakers, denials."""
    told = (*_figures(held.figures), *_dates(held.moments))
    # "nine, not seven" is a figure that differs, and no denial besides
    denied = (
        one
        for one in _denials(field)
        if not any(_same_sentences(one, other) for other in told if other.kind == "figure")
    )
    return (*told, *_speakers(field, tellings), *denied, *_names(field, tellings))


def _same_sentences(one: Found, other: Found) -> bool:
    places = [{s.place for s in side.statements} for side in other.sides]
    return all(any(s.place in there for there in places for s in side.statements) for side in one.sides)


class _Said(Protocol):
    @property
    def statement(self) -> Statement: ...


Item = TypeVar("Item", bound=_Said)


def _either(sides: Sequence[Told]) -> str:
    return " or ".join(dict.fromkeys(f"“{side.text}”" for side in sides))


def _figures(held: Figures) -> Iterator[Found]:
    for sides in gathering.of(_nodes(held.rivals, held.agreeing, of_figure, held.against)):
        yield Found("figure", _in_time(sides) or _either(sides), sides)


def _in_time(sides: Sequence[Told]) -> str | None:
    """Say which figure is the later one, where every source of the one came out before all of the other."""
    if len(sides) != 2:
        return None
    days = [[one.telling.about.published for one in side.statements] for side in sides]
    known = [[day.date() for day in listed if day is not None] for listed in days]
    if any(len(there) != len(listed) for there, listed in zip(known, days, strict=True)):
        return None
    for early, late in ((0, 1), (1, 0)):
        if max(known[early]) < min(known[late]):
            return f"“{sides[early].text}”, in the later {_sources(sides[late])} “{sides[late].text}”"
    return None


def _sources(side: Told) -> str:
    return "source" if len({one.source for one in side.statements}) == 1 else "sources"


def _nodes(
    found: Iterable[tuple[Item, Item]],
    agreeing: Callable[[Item], Iterable[Item]],
    node: Callable[[Item], Node],
    against: Callable[[Item, Item], bool],
) -> Iterator[tuple[Node, Node]]:
    """Each pair, and beside it each other sentence that says the same as one of the two, and not what the other does."""
    seen: dict[int, Node] = {}  # items live as long as `agreeing`, which holds them

    def of(item: Item) -> Node:
        if id(item) not in seen:
            seen[id(item)] = node(item)
        return seen[id(item)]

    told: set[tuple[int, int]] = set()
    for one, other in found:
        yield of(one), of(other)
        beside = [(same, other) for same in agreeing(one)] + [(one, same) for same in agreeing(other)]
        for pair in beside:
            key = id(pair[0]), id(pair[1])
            if key not in told:
                told.add(key)
                if against(*pair):
                    yield of(pair[0]), of(pair[1])


def of_figure(figure: Figure) -> Node:
    """A figure with its unit or the nouns that it counts, as printed."""
    line = figure.statement.line
    end = figure.quantity.span.end
    if unit := _UNIT.match(line.text, end):
        end = unit.end()
    for word in line.words:
        start = word.span.start - line.span.start
        if start >= end and lexicon.same(word.stem) in figure.counted and start - end <= 2:
            end = word.span.end - line.span.start
    printed = fold_space(line.text[figure.quantity.span.start : end])
    return round(figure.quantity.value, 6), printed, figure.statement


def _dates(held: Moments) -> Iterator[Found]:
    for sides in gathering.of(_nodes(held.rivals, held.agreeing, of_date, held.against)):
        made = _placed(sides)
        if len(made) > 1:
            yield Found("date", _either(made), made)


def _placed(sides: Sequence[Told]) -> tuple[Told, ...]:
    """Add a weekday that could not be placed on the calendar to the side whose day is that weekday."""
    made: list[Told] = []
    for side in sorted(sides, key=lambda side: isinstance(side.key, Day) and side.key.day is None):
        same = next((one for one in made if _one_day(one.key, side.key)), None)
        if same is None:
            made.append(side)
        else:
            made[made.index(same)] = replace(same, statements=(*same.statements, *side.statements))
    return tuple(made)


def _one_day(one: object, other: object) -> bool:
    return isinstance(one, Day) and isinstance(other, Day) and one.differs(other) is False


_UNIT = re.compile(r"\s?(?:m|km|cm|mm|kg|km/h)\b")
_PART = re.compile(
    r"\b(?:the )?(?:(?:end|start|beginning|middle) of (?:the |this |next |last )?"
    r"|(?:early|mid|late)(?:-| (?:in )?)|last |next )$",
    re.IGNORECASE,
)


def of_date(dated: Dated) -> Node:
    """A date as printed, with the day it means where it does not say so."""
    day, printed = dated.day, dated.printed
    if part := _PART.search(dated.statement.line.text, 0, day.span.start):
        printed = fold_space(part.group()) + ("" if part.group().endswith("-") else " ") + printed
    if day.day is not None and day.month is not None and not any(c.isdigit() for c in printed):
        printed = f"{printed} ({day.day} {_MONTHS[day.month - 1]})"
    if day.no_sooner:
        printed = f"not before {printed}"
    time = None if day.clock is None else replace(day.clock, span=Span(0, 0), loose=False, relation="on")
    key = Day(
        Span(0, 0),
        day.year,
        day.month,
        day.day,
        day.weekday if day.day is None else None,
        no_sooner=day.no_sooner,
        clock=time,
        season=day.season,
        week=day.week,
    )
    return key, printed, dated.statement


_MONTHS = "January February March April May June July August September October November December".split()


def _speakers(field: Field, tellings: Sequence[Telling]) -> Iterator[Found]:
    pairs = []
    words = {}
    for one, other in mouths.rivals(tellings):
        last = people.core(one.speaker)[-1:] != people.core(other.speaker)[-1:]
        nodes = [
            (
                people.core(q.speaker)[-1 if last else 0 :],
                q.speaker,
                field.by_place[q.telling.id, q.line.number],
            )
            for q in (one, other)
        ]
        words[nodes[0][2].place] = words[nodes[1][2].place] = one
        pairs.append((nodes[0], nodes[1]))
    for sides in gathering.of(pairs):
        quoted = words[sides[0].statements[0].place]
        yield Found("speaker", f"who said “{quoted.printed}”", sides)


def _denials(field: Field) -> Iterator[Found]:
    pairs = [
        (("stated", _sentence(stated), stated), ("denied", _sentence(denied), denied))
        for stated, denied in denials.rivals(field)
    ]
    for sides in gathering.of(pairs):
        said = "; ".join(f"{side.key} in {_ids(side)}" for side in sides)
        yield Found("denial", said, sides)


def _sentence(statement: Statement) -> str:
    return fold_space(statement.line.text)


def _names(field: Field, tellings: Sequence[Telling]) -> Iterator[Found]:
    pairs = [
        ((people.core(name), name, here), (people.core(other), other, there))
        for here, name, there, other in people.misnamed(field, tellings)
    ]
    for sides in gathering.of(pairs):
        yield Found("name", _either(sides), sides)


_ON = {"figure": "on the figure", "date": "on the date", "speaker": "on who said it", "name": "on the name"}


def about(statement: Statement, found: Iterable[Found]) -> tuple[str, ...]:
    """Say in words what the sources dispute of a sentence that has a part in a difference."""
    made = []
    for difference in found:
        side = next(
            (s for s in difference.sides if any(o.place == statement.place for o in s.statements)), None
        )
        if side is None:
            continue
        others = [other for other in difference.sides if other is not side]
        if difference.kind == "denial":
            made.append(f"{others[0].key} in {', '.join(_ids(other) for other in others)}")
        else:
            said = "; ".join(f"{other.text} in {_ids(other)}" for other in others)
            made.append(f"the sources differ {_ON[difference.kind]}: {said}")
    return tuple(made)


def _ids(side: Told) -> str:
    return ", ".join(dict.fromkeys(one.source for one in side.statements))
