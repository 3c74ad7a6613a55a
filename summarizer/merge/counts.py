"""The figures of a sentence, each with what it counts.

A figure is known by the nouns behind it, by the words around it in its clause, and by its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.article import Span
from summarizer.merge import ages, bounds, clock, conjunctions, kinds, lexicon, measures, stems
from summarizer.merge.statements import Statement
from summarizer.support import Line, numbers, words
from summarizer.support.words import Word

_BEHIND = 3
# "140 of its engineers" are engineers, "$3 billion worth of steel" is steel
_PART = re.compile(r" (?:worth of|of (?:the|its|their|his|her|these|those|our))(?= )", re.IGNORECASE)
_WHEN = frozenset("last next previous earlier later ago today yesterday tomorrow".split())
_AROUND = 10
_CLAUSE = re.compile(
    rf"[,;:–—()]|\b(?:{conjunctions.AND}|while|but|whereas|which|who|because|after|before)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:which|who)\s*$", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"^\s?(?:[ap]\.?m\b|o'?clock|in the (?:morning|afternoon|evening))", re.IGNORECASE)
_CLOCK = re.compile(r"^(?:[01]?\d|2[0-3])[.:][0-5]\d$")
# how many minutes after the alarm somebody came is a figure; so many days after is a date
_AGO = re.compile(
    r"[\s-](?:(?:days?|weeks?|months?|years?|decades?) (?:ago|earlier|later|before|after)"
    r"|(?:hours?|minutes?) (?:ago|earlier|later))\b",
    re.IGNORECASE,
)
_BEHIND_UNIT = re.compile(r"(?:\s\w+)? (?:before|after)\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\s*(?:only|just|about|around|some|nearly|almost|barely|more than|less than|at least|up to|the)?\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^;:.]*?,(?!\d)", re.IGNORECASE)
_IN_ALL = re.compile(r"\s(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
# "five of them" is a part of another count
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|of (?:whom|them|these|those))\s(?:\w+\s)?$", re.IGNORECASE
)
_PART_AFTER = re.compile(
    r"(?:\s\w+){0,2}\s(?:of (?:them|whom|those|the (?:dead|injured|victims|wounded|missing))\b|among )",
    re.IGNORECASE,
)
# of two sums in a sentence each is a part where the second comes on top of the first
_ON_TOP = re.compile(
    r"\b(?:another|additional|further|extra|earlier|as well as|on top of|plus)\b", re.IGNORECASE
)
_BESIDE = 4
# "5G", "RS-25", "6/8": no count of anything
_GLUED = re.compile(r"[A-Z]\b|/\d")
_TELEPHONE = re.compile(r"\b0\d{2,4}[ /-]?$|\b0\d{2,4} \d{3} $")
_RATIO = re.compile(r"\d/$|[A-Za-z]-?$")
# "iPhone 8", "a Boeing 737, which": what a thing is called
_CALLED = re.compile(r"(?:\b[a-z]+[A-Z]\w*|[^.!?\s]\s[A-Z]\w+)\s$")
_CALLED_END = re.compile(r"\s?(?:[,.;:)]|$|(?:or|and|which|with|was|is)\b)")
_MORE = re.compile(r"\b(?:remaining|first|last|next|nos?\.?|number)\s+$", re.IGNORECASE)
# what stands for "years old" and for the result of a vote among what a figure counts
AGE = "#age"
TALLY = "#tally"
TELLING_FROM = 13
"""A value from which on it is known again by one word in common; the first figure of a tally is one."""

_TALLY_BEFORE = re.compile(r"(?P<first>\d[\d,]*)(?: [a-z]+)? ?(?:to|[-–]) ?$")
CURRENCY = frozenset("£$€¥")
_TIME_WORD = re.compile(r"(second|minute|hour|day|night|week|fortnight|month|year|decade)s?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Figure:
    """A figure with what it counts (`counted`), the words around it, and the names, years and days beside it."""

    statement: Statement
    quantity: numbers.Quantity
    counted: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    years: frozenset[int]
    days: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    part: bool = False

    @cached_property
    def measured(self) -> tuple[str, float]:
        """What it measures, and its value in the unit of that kind."""
        if AGE in self.counted:
            return "age", self.quantity.value
        return measures.of(self.quantity, self.statement.line.text)

    @cached_property
    def kinds(self) -> kinds.Marks:
        """Of what kinds it is among the figures of its unit."""
        text, span = self.statement.line.text, self.quantity.span
        start, end, _ = _clause(text, span, [q.span for q in self.statement.line.quantities])
        return kinds.marks(text, span, text[start:end], self.measured[0], money=bool(self.money))

    @cached_property
    def bound(self) -> numbers.Bound:
        """Whether it is a bound, and of which side."""
        return bounds.of(self.statement.line.text, self.quantity, self.measured[0])

    @cached_property
    def limit(self) -> bool:
        """Whether it is the most that is allowed."""
        return bounds.limit(self.statement.line.text, self.quantity)

    @property
    def money(self) -> str:
        """The sign or name of the currency that it is an amount of; empty for other figures."""
        kind = self.measured[0].partition("/")[0]
        return kind if kind in measures.MONEY else ""

    @property
    def time_unit(self) -> str:
        """The word of a time that is printed last, in the singular: "minute" of "an hour and ten minutes"."""
        line = self.statement.line
        end = self.quantity.span.end
        inside = line.text[self.quantity.span.start : end] + line.text[end:].split(",")[0][:9]
        found = _TIME_WORD.findall(inside)
        return found[-1].lower() if found else ""

    @property
    def printed(self) -> str:
        """The figure as its sentence prints it."""
        return self.statement.line.printed(self.quantity.span)


def of(statement: Statement) -> tuple[Figure, ...]:
    """List the figures of a sentence that count something; dates, clock times, ordinals and shares are none."""
    text, line = statement.line.text, statement.line
    dated = [*(mention.span for mention in line.dates), *(time.span for time in clock.of(text))]
    dated += [day.span for day in statement.days if day.dated and day.month is None]
    made: list[Figure] = []
    for quantity in _quantities(line):
        before, after = text[: quantity.span.start], text[quantity.span.end :]
        if (
            quantity.unit == "th"
            or any(quantity.span.overlaps(span) for span in dated)
            or _CLOCK.match(text[quantity.span.start : quantity.span.end].strip())
            or _TIME_OF_DAY.match(after)
            or _GLUED.match(after)
            or _RATIO.search(before)
            or _TELEPHONE.search(before)
            or (text[quantity.span.start : quantity.span.end].lstrip().startswith("0") and quantity.value > 1)
            or _MORE.search(before[-24:])
            or _AGO.match(after)
            or (_CALLED.search(before) and _CALLED_END.match(after) and not quantity.unit)
        ):
            continue
        if ages.told(text, quantity.span, quantity.unit):
            stem = ages.whose(statement, quantity.span, quantity.value)
            if stem is not None:
                nothing: frozenset[str] = frozenset()
                made.append(
                    Figure(statement, quantity, frozenset((AGE, stem)), nothing, nothing, frozenset())
                )
        else:
            made.append(_figure(statement, quantity))
    return tuple(made)


def _quantities(line: Line) -> Iterator[numbers.Quantity]:
    more = tuple(measures.more(line.text))
    yield from more
    for quantity in line.quantities:
        if not any(quantity.span.overlaps(other.span) for other in more):
            yield quantity


def _figure(statement: Statement, quantity: numbers.Quantity) -> Figure:
    line, text = statement.line, statement.line.text
    offset = line.span.start
    start, end, aside = _clause(text, quantity.span, [q.span for q in line.quantities])
    counted = list(_nouns(quantity, line))
    inside = [
        w
        for w in line.words
        if start + offset <= w.span.start and w.span.end <= end + offset
        if not any(left <= w.span.start - offset < right for left, right in aside)
    ]
    before = [w for w in inside if w.span.end <= quantity.span.start + offset][-_AROUND:]
    after = [w for w in inside if w.span.start >= quantity.span.end + offset][:_AROUND]
    near = [w for w in (*before, *after) if w.content and not w.lower[0].isdigit()]
    listed = statement.days
    years = {
        day.year
        for day in listed
        if day.year is not None and not any(left <= day.span.start < right for left, right in aside)
    }
    exact = {day.iso for day in listed if day.day is not None and day.iso and statement.stated(day)}
    tally = _TALLY_BEFORE.search(text[: quantity.span.start])
    if tally is not None and float(tally["first"].replace(",", "")) >= TELLING_FROM:
        # "61 votes to 54": the second figure is known by the first
        counted = [TALLY, tally["first"]]
    around = frozenset(lexicon.same(w.stem) for w in near if w.lower not in lexicon.TIMES)
    phrases = {stem for left, right, stem in lexicon.phrases(text) if start <= left and right <= end}
    around |= phrases
    at, whom = statement.pronoun
    if start <= at < end:
        around |= whom
    close = [w for w in (*before[-_BESIDE:], *after[:_BESIDE]) if w.content and not w.lower[0].isdigit()]
    part = _PART_BEFORE.search(text[: quantity.span.start]) or _PART_AFTER.match(text, quantity.span.end)
    if not counted or counted[0] in stems.persons() or counted[0] in _roles():
        # how many died or were arrested is one fact, whatever they are called
        told = [lexicon.same(w.stem) for w in (*after, *reversed(before))]
        counted += [f"#{stem}" for stem in (*sorted(phrases), *told) if stem in _roles()][:1]
    return Figure(
        statement,
        quantity,
        frozenset(counted),
        around,
        _names(_clause_names(statement, start, end), statement),
        frozenset(years),
        frozenset(exact),
        frozenset(lexicon.same(w.stem) for w in close if w.lower not in lexicon.TIMES),
        part is not None or _one_of_two(quantity, line),
    )


def _one_of_two(quantity: numbers.Quantity, line: Line) -> bool:
    """Say whether it is a sum to which the sentence adds another, or that it adds to another."""
    return quantity.unit in CURRENCY and any(
        other.unit == quantity.unit
        and _ON_TOP.search(line.text, *sorted((other.span.end, quantity.span.end))) is not None
        for other in line.quantities
        if other.span != quantity.span
    )


@lru_cache(maxsize=1)
def _roles() -> tuple[str, ...]:
    return tuple(lexicon.same(words.stem(word)) for word in lexicon.ROLES)


def _nouns(quantity: numbers.Quantity, line: Line) -> Iterator[str]:
    """The content words right behind a figure, three at most."""
    offset = line.span.start
    at = quantity.span.end
    part = _PART.match(line.text, at)
    if part is not None:
        at = part.end()
    behind = [word for word in line.words if word.span.start >= at + offset]
    first: frozenset[str] = frozenset()
    for word in behind[:_BEHIND]:
        gap = line.text[at : word.span.start - offset]
        if word.lower == "of" and first and first <= stems.measured():
            at = word.span.end - offset  # "310 tonnes of crude" are crude
            continue
        if not word.content or word.lower in _WHEN or re.search(r"[,;:.!?()\"“”]", gap):
            return
        first |= {lexicon.same(word.stem)}
        yield lexicon.same(word.stem)
        at = word.span.end - offset


def _clause_names(statement: Statement, start: int, end: int) -> list[Word]:
    """The words of a clause, and of all before it where it is a relative one, whose subject stands there."""
    text, offset = statement.line.text, statement.line.span.start
    if _RELATIVE.search(text[:start]):
        start = 0
    return [w for w in statement.line.words if start + offset <= w.span.start and w.span.end <= end + offset]


def _names(near: Sequence[Word], statement: Statement) -> frozenset[str]:
    return frozenset(w.stem for w in near) & statement.bare_names


def _clause(text: str, figure: Span, others: Sequence[Span]) -> tuple[int, int, list[tuple[int, int]]]:
    """The part of the sentence that no comma, conjunction or other figure parts from the figure.

    What stands beside a clause ("which opened in 1911,") does not part it, and is no part of it.
    """
    start, end = 0, len(text)
    aside = [m.span() for m in _ASIDE.finditer(text) if not m.start() <= figure.start < m.end()]
    sums = bool(_IN_ALL.match(text, figure.end) or _BEHIND_UNIT.match(text, figure.end))
    for found in _CLAUSE.finditer(text):
        inside_number = any(span.start <= found.start() < span.end for span in others)
        if inside_number or any(left <= found.start() < right for left, right in aside):
            continue
        if found.end() <= figure.start:
            # "after only half an hour"; "windows were smashed, 40 in all"
            behind = (sums and found.group() == ",") or found.group().lower() in ("after", "before")
            if not behind or not _HEDGE.fullmatch(text, found.end(), figure.start):
                start = found.end()
        elif found.start() >= figure.end and not _BEHIND_UNIT.fullmatch(text, figure.end, found.end()):
            end = found.start()
            break
    return start, end, aside
