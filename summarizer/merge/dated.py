"""The dates and times of a sentence that say when something happened, each with the words of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from summarizer.merge import conjunctions, days, happenings, lexicon, statements
from summarizer.merge.day import Day
from summarizer.merge.statements import Statement
from summarizer.support import words


@dataclass(frozen=True)
class Dated:
    """A date of a statement with the words of its clause."""

    statement: Statement
    day: Day
    around: frozenset[str]

    @property
    def printed(self) -> str:
        """The date as its sentence prints it."""
        return self.statement.line.printed(self.day.span)

    @cached_property
    def happening(self) -> happenings.Marks:
        """What its sentence says of what happened then."""
        return happenings.marks(self.statement.line.text, self.day.span, clock=self.day.clock is not None)


OPENS, BEGINS = "open", "begin"
"""The stems of all words for either."""

_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\s(?:(?:is|are|was|were|has|have|had|will|would|can|could|did|does|must|should)\b)", re.IGNORECASE
)
_COPULA = re.compile(
    r"\b(?:is|was|were|came|happened|dates?|took place) (?:back )?(?:(?:in|on|to|from) )?(?:the )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"(?: \w+){0,3} (?:to|until|till|through|and)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _shuts() -> frozenset[str]:
    listed = ("close", "forbid", "cancel", "suspend", "halt", "restrict", "block", "seal")
    return frozenset(lexicon.same(words.stem(word)) for word in listed)


_EDGE = re.compile(
    r"\s*(?:(?:mid|early|late)[ -])?(?:the )?(?:(?:very )?(?:end|beginning|start|middle) of )?(?:the )?",
    re.IGNORECASE,
)
# "before the summer recess on 22 July" opens no clause either
_NOUN = re.compile(
    r"\s*(?:the|its|his|her|their|an?) [\w'’-]+(?: [\w'’-]+){0,2},? (?:(?:on|in|at) )?(?:about |the )?",
    re.IGNORECASE,
)
# "which date from 1988, …": what stands beside the main clause
_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,;:.]*,", re.IGNORECASE)
# "the largest since 2031" did not begin then
_SUPERLATIVE = re.compile(
    r"\b(?:\w{3,}est|most|least|worst|best|first|last|highest|record)\b[^,;:.]*$", re.IGNORECASE
)
_CLAUSE = re.compile(
    rf"[;:–—()]|\b(?:(?P<relative>which|who)|{conjunctions.AND}|but|while|whereas|where|when|that|because|after|before|if"
    r"|as(?= (?:he|she|it|they|we|the)\b)|although)\b",
    re.IGNORECASE,
)


def of(statement: Statement) -> tuple[Dated, ...]:
    """List the dates of a sentence that say when something happened, each with its clause's words."""
    return tuple(one for one in every(statement) if statement.stated(one.day))


def every(statement: Statement) -> tuple[Dated, ...]:
    """List all dates of a sentence, those included that say when something was said."""
    listed = statement.days
    return tuple(_settled(Dated(statement, day, _around(statement, day, listed))) for day in listed)


def _settled(dated: Dated) -> Dated:
    """What is shut until Friday opens then, and what is so from Friday begins then: a day, and no border."""
    day, text = dated.day, dated.statement.line.text
    if day.relation == "until" and OPENS in dated.around and not _shuts().isdisjoint(dated.around):
        return replace(dated, day=replace(day, relation="on", no_sooner=False))
    begins = day.relation == "from" and _FROM.search(text, 0, day.span.start)
    if begins and not _TO.match(text, day.span.end):
        return replace(dated, day=replace(day, relation="on"))
    return dated


def timed(statement: Statement) -> tuple[Dated, ...]:
    """List the times of day of a sentence, each with its clause's words."""
    return tuple(
        Dated(statement, day, _around(statement, day, (day,)))
        for day in days.times(statement.line.text)
        if statement.stated(day)
    )


def _same_subject(text: str, found: re.Match[str]) -> bool:
    """Whether "and was abandoned" goes on with what the clause before it is about."""
    return found.group().lower() in ("and", "but") and _NO_SUBJECT.match(text, found.end()) is not None


def _says_when(text: str, found: re.Match[str], day: Day) -> bool:
    """Whether "when" says what happened on a date that the clause gives alone: "the last was in 1994, when"."""
    behind = found.start() >= day.span.end and found.group().lower() == "when"
    alone = text[day.span.end : found.start()].strip() == ","
    return behind and (alone or _COPULA.search(text, 0, day.span.start) is not None)


def _stems(statement: Statement, day: Day) -> frozenset[str]:
    """The stems of what is said, or of the whole sentence where the date stands outside of that."""
    return (statements.whole(statement) if not statement.reported(day) else statement).stems


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _opens_none(word: str, until_date: str) -> bool:
    """The word stands before the date itself, or before the thing whose date it is: "before 15 October"."""
    if _EDGE.fullmatch(until_date):
        return True
    return word.lower() in ("before", "after") and _NOUN.fullmatch(until_date) is not None


def _around(statement: Statement, day: Day, listed: Sequence[Day]) -> frozenset[str]:
    """The words of the date's clause, up to the sentence's other dates on either side."""
    line = statement.line
    offset = line.span.start
    aside = [m.span() for m in _ASIDE.finditer(line.text) if not m.start() <= day.span.start < m.end()]
    listed = [d for d in listed if not _inside(d.span.start, aside)]
    start = max((d.span.end for d in listed if d.span.end <= day.span.start), default=0)
    end = min((d.span.start for d in listed if d.span.start >= day.span.end), default=len(line.text))
    for found in _CLAUSE.finditer(line.text):
        if _inside(found.start(), aside):
            continue
        if _same_subject(line.text, found) or _says_when(line.text, found, day):
            continue
        if start < found.end() <= day.span.start:
            if found.group().isalpha() and _opens_none(
                found.group(), line.text[found.end() : day.span.start]
            ):
                continue
            start = found.end()
            if found["relative"]:
                start = max(0, line.text.rfind(" ", 0, max(0, found.start() - 2)))
                end = min(end, line.text.find(",", day.span.end) % (len(line.text) + 1))
        elif day.span.end <= found.start() < end:
            end = found.start()
    made = {
        lexicon.same(word.stem)
        for word in line.plain
        if start + offset <= word.span.start and word.span.end <= end + offset
        if not day.span.start <= word.span.start - offset < day.span.end
        if not _inside(word.span.start - offset, aside)
    } & _stems(statement, day)
    at, whom = statement.pronoun
    if start <= at < end:
        made |= whom
    made |= {
        stem
        for left, right, stem in lexicon.phrases(line.text)
        if start <= left and right <= end and not left <= day.span.start < right
    }
    return frozenset(made | _borders(statement, day, made))


def _borders(statement: Statement, day: Day, made: set[str]) -> set[str]:
    """What is shut until a day opens then, and what has stood since a year began then."""
    if day.relation == "until" and not _shuts().isdisjoint(made):
        return {OPENS}
    text = statement.line.text[: day.span.start]
    if day.since and not statement.negated and not _SUPERLATIVE.search(text):
        return {lexicon.same(OPENS), lexicon.same(BEGINS)}
    return set()
