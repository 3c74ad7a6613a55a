"""Whose age a figure is: that of a name or of a role in its sentence, or of whom the sentence before names."""

from __future__ import annotations

import re

from summarizer.article import Span
from summarizer.merge import lexicon, stems
from summarizer.merge.statements import Statement

_YEARS_OLD = re.compile(r"^[\s-]years?[\s-]old\b", re.IGNORECASE)
_AGED = re.compile(r"(?:,|\baged|\()\s*(?:just |only |now |barely |aged |then |a |an )?$", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|was|turned|turns|turning|aged|age of|(?:man|woman|boy|girl) of|who,? at|though|at just|at only"
    r"|barely|is just|is only|was just|was only|not yet) $",
    re.IGNORECASE,
)
# "Timmy Roe, just 19," and "Ann Orme, who was 78": a name ends right before
_NAMED = re.compile(
    r"[A-Z][\w'’-]+(?:,| \()\s*(?:(?:who (?:is|was|turned|turns|had turned|at)|aged|just|only|now|then|barely)\s)*$"
)
_AT_AGE = re.compile(r"\b(?:aged|at the age of|who,? (?:at|is|was)(?: just| only)?) $", re.IGNORECASE)
# "The father of three, 43, ran off" is whom the sentence before names
_EPITHET = re.compile(r"[\"“‘']?The [\w'’-]+(?: (?!and\b|or\b)[\w'’-]+){0,3}, $")
_ENDS = re.compile(
    r"[,.);:]|\s*$| and | is | was | when | at the time| last | this | next | years? old| on (?=[A-Z])"
    r"| in (?!all\b|total\b)",
    re.IGNORECASE,
)
_BACK = re.compile(r"\s*(?:(?:he|she) (?:is|was|turned|turns)|the|aged) $", re.IGNORECASE)
_BESIDE = 5
_OLDEST = 120
_NO_ROLE = frozenset("years year old aged age".split())


def told(text: str, span: Span, unit: str) -> bool:
    """Say whether a figure is an age.

    >>> told("Ms Orme, 47, was sent down.", Span(9, 11), "")
    True
    """
    before, after = text[: span.start], text[span.end :]
    if _YEARS_OLD.match(after):
        return True
    return not unit and bool(_AGED.search(before) or _IS.search(before)) and _ENDS.match(after) is not None


def whose(statement: Statement, span: Span, years: float) -> str | None:
    """Give the stem of the name or role whose age it is: right before it, soon behind it, or whom it points back to."""
    line = statement.line
    at = span.start + line.span.start
    before = [w for w in line.words if w.span.end <= at]
    after = [w for w in line.words if w.span.start >= at][1 : 1 + _BESIDE]
    if years > _OLDEST:
        return None
    text = line.text[: span.start]
    if _NAMED.search(text):
        before = [w for w in before if w.capital]
    for word in (*before[-1:], *after):
        if lexicon.same(word.stem) in statement.names:
            return lexicon.same(word.stem)
    if _BACK.fullmatch(text):
        return _last(statement.person_before)
    for word in (*reversed(before[-_BESIDE:]), *after):
        if word.content and word.lower not in _NO_ROLE and lexicon.same(word.stem) in _persons():
            return lexicon.same(word.stem)
    if _EPITHET.fullmatch(text):
        return _last(statement.person_before)
    return _last(statement.person_in(text)) if _AT_AGE.search(text) else None


def _persons() -> frozenset[str]:
    return stems.persons() - stems.people()


def _last(name: tuple[str, ...]) -> str | None:
    return name[-1] if name else None
