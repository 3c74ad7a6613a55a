"""What keeps two figures or two dates from being of one thing, whatever words they share."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.merge import fields, lexicon, measures, scale, stems
from summarizer.merge.counts import Figure
from summarizer.merge.dated import Dated
from summarizer.support import words

# "the worst riot in ten years" is not how long it lasted
_SUPERLATIVE = re.compile(
    r"\b(?:first|last|worst|best|most|least|lowest|highest|biggest|largest|\w{3,}est|for the \w+ time)\b[^,.;:]*"
    r"\b(?:in|for)\s(?:more than |over |nearly |almost |at least )?$",
    re.IGNORECASE,
)
_SINCE_SUPERLATIVE = re.compile(
    r"\b(?:first|worst|best|most|least|lowest|highest|biggest|largest|\w{3,}est)\b[^,.;:]*\bsince\s(?:the )?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\bwithin\s(?:the (?:next |coming )?)?(?:about |around )?$", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:for|after|lasted|lasts?|takes?|took|over|spent|need(?:s|ed)?)\s(?:about |around |only |just |nearly )?$",
    re.IGNORECASE,
)
_HAS_UNTIL = re.compile(r"\b(?:has|have|had|is given|are given) until (?:the )?$", re.IGNORECASE)
_BY = re.compile(r"\bby (?:about )?$", re.IGNORECASE)


def figures(one: Figure, other: Figure) -> bool:
    """Say whether two figures are of different kinds of things."""
    return (
        not _one_span(one, other)
        or _other_nouns(one, other)
        or _other_way(one, other)
        or _norm(one, other)
        or one.kinds.part(other.kinds)
    )


def _one_span(one: Figure, other: Figure) -> bool:
    """Two times of one kind: how long it took, how soon it is to be, or since when nothing was like it."""
    if one.measured[0] != measures.TIME:
        return True
    before = [f.statement.line.text[: f.quantity.span.start] for f in (one, other)]
    since = [_SUPERLATIVE.search(text) is not None for text in before]
    soon = [_WITHIN.search(text) is not None for text in before]
    long = [_FOR.search(text) is not None for text in before]
    return since[0] == since[1] and not (soon[0] and long[1]) and not (long[0] and soon[1])


def _other_nouns(one: Figure, other: Figure) -> bool:
    """Counts of two things that have nothing to do with each other: "three parked cars", "two copies"."""
    if one.measured[0] != measures.COUNT or (one.kinds.role and one.kinds.role == other.kinds.role):
        return False
    mine, theirs = (
        frozenset(n for n in f.counted if n[0] != "#") - stems.measured() - stems.vague()
        for f in (one, other)
    )
    if not mine or not theirs or mine & theirs or one.counted & other.counted:
        return False
    persons = [bool(nouns & stems.persons()) for nouns in (mine, theirs)]
    if all(persons):
        return False
    met = (mine & other.around) | (theirs & one.around)
    return not met and not fields.of(mine) & fields.of(theirs)


@lru_cache(maxsize=1)
def _ways() -> tuple[str, str]:
    up, down = (lexicon.same(words.stem(word)) for word in ("rise", "fall"))
    return up, down


def _other_way(one: Figure, other: Figure) -> bool:
    """The one rose by so much, the other fell."""
    up, down = _ways()
    ways = [(up in f.around, down in f.around) for f in (one, other)]
    return ways in ([(True, False), (False, True)], [(False, True), (True, False)])


def _norm(one: Figure, other: Figure) -> bool:
    """The one is what is allowed, aimed at or was before."""
    norms = scale.norms()
    return [bool(f.around & norms) or f.limit for f in (one, other)] in ([True, False], [False, True])


def dates(one: Dated, other: Dated) -> bool:
    """Say whether two dates are of different kinds: since when nothing was like it, what is to come and what was."""
    texts = [d.statement.line.text[: d.day.span.start] for d in (one, other)]
    since = [_SINCE_SUPERLATIVE.search(text) is not None for text in texts]
    if since[0] != since[1] or one.happening.part(other.happening):
        return True
    to_come = [d.happening.to_come for d in (one, other)]
    if one.day.clock is not None and other.day.clock is not None:
        return to_come[0] != to_come[1] or _by_then(one, other) or _by_then(other, one)
    return any(
        _still_to_come(here, there) or _in_time(here, there) for here, there in ((one, other), (other, one))
    )


def _in_time(one: Dated, other: Dated) -> bool:
    """Who has until the 31st may do it on the 25th."""
    return _HAS_UNTIL.search(one.statement.line.text, 0, one.day.span.start) is not None and other.day.before(
        one.day
    )


def _by_then(one: Dated, other: Dated) -> bool:
    """What was so by twenty past five may have been so at five."""
    by = _BY.search(one.statement.line.text, 0, one.day.span.start) is not None
    if not by or one.day.clock is None or other.day.clock is None:
        return False
    return other.day.clock.relation != "until" and other.day.clock.minutes < one.day.clock.minutes


def _still_to_come(one: Dated, other: Dated) -> bool:
    """The one is to come, and the other had happened when its source came out, before the day of the one."""
    if not one.happening.to_come or other.happening.to_come or other.happening.allowing:
        return False
    published = other.statement.telling.about.published
    if published is None:
        return False
    day = published.year, published.month, published.day
    known, past = one.day.known, other.day.known
    return len(known) == len(past) == len(day) and past < day < known
