"""Sentences as they are held against those of other sources: stems of one meaning, names, figures."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from summarizer.article import Attribution, Span
from summarizer.merge import anchored, days, lexicon
from summarizer.merge.day import Day
from summarizer.merge.tellings import Telling
from summarizer.support import Line, words
from summarizer.support import lexicon as support_lexicon
from summarizer.support.words import Word


@dataclass(frozen=True)
class Statement:
    """One sentence of one source without who says it.

    `stems` stand for its content words, words of one meaning by one stem, figures by their
    value; words that say when are left out. `names` are those with a capital of their own,
    `bare_names` the same before words of one meaning were made one. `negated` are the stems
    that a negator stands before.
    """

    telling: Telling
    line: Line
    said: Attribution | None
    stems: frozenset[str]
    names: frozenset[str]
    negated: frozenset[str]
    bare_names: frozenset[str]

    @cached_property
    def source(self) -> str:
        """The id of its source."""
        return self.telling.id

    @cached_property
    def place(self) -> tuple[str, int]:
        """Which sentence of which source it is."""
        return self.telling.id, self.line.number

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its figures, by value."""
        return frozenset(stem for stem in self.stems if stem.startswith("#"))

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Its dates in order."""
        published = self.telling.about.published
        today = published.date() if published is not None else None
        told = self._told_before(today) if anchored.points(self.line.text) else None
        head = DATELINE.match(self.line.text)
        start = head.end() if head is not None else 0
        return tuple(day for day in days.of(self.line, today, told) if day.span.start >= start)

    def _told_before(self, today: date | None) -> date | None:
        """The last day of the sentences before, which "that afternoon" counts from."""
        lines = self.telling.index.lines
        for line in reversed(lines[max(0, self.line.number - 1 - _BACK) : self.line.number - 1]):
            whole = [
                day
                for day in days.of(line, today)
                if day.iso is not None and day.day is not None and day.relation == "on"
            ]
            if whole and (reach := whole[-1].reach) is not None:
                return reach[0] if today is None or reach[0] <= today else None
        return None

    @cached_property
    def person_before(self) -> tuple[str, ...]:
        """The stems of the name of the one person whom the sentence before names, or the one before that."""
        lines = self.telling.index.lines
        for line in reversed(lines[max(0, self.line.number - 1 - _BACK) : self.line.number - 1]):
            if listed := self._persons(line, line.span.end):
                return listed[0] if len(set(listed)) == 1 else ()
        return ()

    def person_in(self, before: str) -> tuple[str, ...]:
        """The stems of the name of the person last named in a part of the sentence from its beginning."""
        return (*self._persons(self.line, self.line.span.start + len(before)), ())[-2:][0]

    def _persons(self, line: Line, until: int) -> list[tuple[str, ...]]:
        found = [
            (mention.start, party.name)
            for party in self.telling.index.parties
            if party.kind == "person"
            for mention in party.mentions
            if line.span.start <= mention.start and mention.end <= until
        ]
        return [
            tuple(lexicon.same(w.stem) for w in words.words(name) if w.content) for _, name in sorted(found)
        ]

    @cached_property
    def pronoun(self) -> tuple[int, frozenset[str]]:
        """Where "he" or "she" opens what it says, and whose name that stands for; nobody's where it is not known."""
        start, whom = 0, self.person_before
        if self.said is not None and self.said.kind in _REPORTS and self.said.speaker is not None:
            start = self.said.content[0].start - self.line.span.start
            whom = tuple(lexicon.same(w.stem) for w in words.words(self.said.speaker) if w.content)
        opens = start >= 0 and _OPENS_WITH.match(self.line.text, start)
        return (start, frozenset(whom)) if opens else (0, frozenset())

    def of_speaker(self, day: Day) -> bool:
        """Say whether a date is of what the speaker did: "said Ruth Ansell, who took over in August"."""
        return self.said is not None and _OF_SPEAKER.search(self.line.text, 0, day.span.start) is not None

    def stated(self, day: Day) -> bool:
        """Say whether a date says when something happened, not when it was said ("said on Tuesday that")."""
        if self.said is None or self.of_speaker(day) or self.reported(day):
            return True
        return all(self._other_clause(day, one) for one in self.telling.said[self.line.number])

    def reported(self, day: Day) -> bool:
        """Say whether a date stands in what somebody says."""
        span = Span(day.span.start + self.line.span.start, day.span.end + self.line.span.start)
        said = self.telling.said[self.line.number]
        return any(part.overlaps(span) for one in said for part in one.content)

    def _other_clause(self, day: Day, one: Attribution) -> bool:
        """The saying stands in a clause of its own behind the date: "resigned on Tuesday after auditors found that"."""
        cue = one.cue.start - self.line.span.start
        return day.span.end < cue and _OWN_CLAUSE.search(self.line.text, day.span.end, cue) is not None


def of(telling: Telling) -> tuple[Statement, ...]:
    """List the statements of a source, one a sentence."""
    return tuple(_statement(telling, line, _main(telling, line)) for line in telling.index.lines)


def whole(one: Statement) -> Statement:
    """The same sentence with who says it, as it is printed."""
    return replace(_statement(one.telling, one.line, None), said=one.said)


def _statement(telling: Telling, line: Line, said: Attribution | None) -> Statement:
    inside = (
        ()
        if said is None or said.kind not in _REPORTS
        else tuple(part for one in telling.said[line.number] for part in one.content)
    )
    dated = [Span(m.span.start + line.span.start, m.span.end + line.span.start) for m in line.dates]
    stems: set[str] = set()
    names: set[str] = set()
    bare: set[str] = set()
    for word in line.plain:
        if not word.content or word.lower in _NO_MATTER or any(day.holds(word.span) for day in dated):
            continue
        if inside and not any(part.holds(word.span) for part in inside):
            continue
        stems.add(lexicon.same(word.stem))
        if (
            word.capital
            and not telling.shouts(word.lower)
            and (not word.opens or telling.index.capital(word.stem))
        ):
            names.add(lexicon.same(word.stem))
            bare.add(word.stem)
    return Statement(
        telling,
        line,
        said,
        frozenset(stems),
        frozenset(names),
        frozenset(negated(line.plain)),
        frozenset(bare),
    )


_SHOUTED = 5
_BACK = 2
# The date at the head of "LONDON, 3 March (Agency) - " is the day it was written.
DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,}(?:,[^-–—]{1,30}|\s?\([^)]{1,30}\))?\s*[-–—]\s+(?=[A-Z])")
_OWN_CLAUSE = re.compile(r"\s(?:after|when|as|because|while|before|although)\s", re.IGNORECASE)
_OPENS_WITH = re.compile(r"[\"“‘']?(?:that )?(?:he|she)\b", re.IGNORECASE)
_OF_SPEAKER = re.compile(r", who (?:[^,;.:\"“”]* )?$", re.IGNORECASE)
_NO_MATTER = lexicon.TIMES | support_lexicon.NEGATORS
# A saying that holds less of its sentence than this is beside the point of it.
_HOLDS = 0.25
# Who wants, decides or opposes something is part of what happened; who says it is not.
_REPORTS = frozenset({"says", "shows"})


def _main(telling: Telling, line: Line) -> Attribution | None:
    """The attribution that holds most of the sentence, None where it holds little of it."""
    best, most = None, 0
    for one in telling.said[line.number]:
        held = sum(
            max(0, min(part.end, line.span.end) - max(part.start, line.span.start)) for part in one.content
        )
        if held > most:
            best, most = one, held
    return best if most >= _HOLDS * (line.span.end - line.span.start) else None


_REACH = 4


def negated(listed: Sequence[Word]) -> Iterator[str]:
    """Give the stems that a negator stands up to four words before."""
    for at, word in enumerate(listed):
        if word.lower in support_lexicon.NEGATORS or word.lower.endswith("n't"):
            behind = [other for other in listed[at + 1 :] if other.content]
            near = [other for other in listed[at + 1 : at + 1 + _REACH] if other.content]
            # "never been told of any danger": the first word that says something, however far
            yield from (lexicon.same(other.stem) for other in near or behind[:1])


_COMMON_FROM = 4


@dataclass(frozen=True)
class Field:
    """The statements of all sources of one topic, and what their words weigh there.

    `named` says that whoever asks has named the topic, so that the sources are meant to tell of one thing.
    """

    statements: tuple[Statement, ...]
    frequency: Counter[str]
    named: bool = False

    @cached_property
    def by_stem(self) -> dict[str, tuple[Statement, ...]]:
        """The statements that hold a stem."""
        made: dict[str, list[Statement]] = {}
        for one in self.statements:
            for stem in one.stems:
                made.setdefault(stem, []).append(one)
        return {stem: tuple(listed) for stem, listed in made.items()}

    @cached_property
    def by_place(self) -> dict[tuple[str, int], Statement]:
        """Each statement by its source and line."""
        return {one.place: one for one in self.statements}

    @cached_property
    def _weights(self) -> dict[str, float]:
        return {stem: self._weight(count) for stem, count in self.frequency.items()}

    @cached_property
    def _totals(self) -> dict[frozenset[str], float]:
        return {}

    def _weight(self, count: int) -> float:
        return math.log(1 + len(self.statements) / max(1, count))

    def weight(self, stem: str) -> float:
        """Inverse sentence frequency over all the sources."""
        return self._weights.get(stem) or self._weight(0)

    def common(self, stem: str) -> bool:
        """Say whether a stem stands in so many sentences that sharing it shows nothing."""
        return self.frequency[stem] > max(_COMMON_FROM, len(self.statements) / 10)

    def total(self, stems: frozenset[str]) -> float:
        """What some stems weigh together."""
        made = self._totals.get(stems)
        if made is None:
            made = self._totals[stems] = math.fsum(map(self.weight, stems))
        return made

    def share(self, part: frozenset[str], of: frozenset[str]) -> float:
        """The share of the weight of `of` that `part` holds; 0 of nothing."""
        whole = self.total(of)
        return self.total(part & of) / whole if whole else 0.0

    def neighbours(self, one: Statement) -> tuple[Statement, ...]:
        """Statements of other sources that share at least two stems, one of them not common."""
        common = len(self.statements) / 6
        shared: Counter[tuple[str, int]] = Counter()
        for stem in one.stems:
            if self.frequency[stem] > 1:
                rare = 2 if self.frequency[stem] <= common else 1
                for other in self.by_stem[stem]:
                    if other.source != one.source:
                        shared[other.place] += rare
        return tuple(self.by_place[place] for place, count in shared.items() if count >= 3)


def field(listed: Iterable[Statement], *, named: bool = False) -> Field:
    """Put the statements of several sources together."""
    kept = tuple(listed)
    return Field(kept, Counter(stem for one in kept for stem in one.stems), named)


def content(listed: Iterable[Word]) -> frozenset[str]:
    """The stems of content words, words of one meaning by one stem, those that say when left out."""
    return frozenset(
        lexicon.same(word.stem) for word in listed if word.content and word.lower not in lexicon.TIMES
    )
