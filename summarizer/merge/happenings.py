"""What happened on a date, where the sentence says it by a word of a known course of things.

Somebody is arrested, charged, convicted, sentenced and freed; a fire breaks out, is reported and is reached. Two
dates of different steps are no contradiction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.article import Span

_COURSES: dict[str, dict[str, str]] = {
    "custody": {
        "seized": r"arrest(?:ed|s)?|nicked|detained|seized|nabbed|collared|recaptured|(?:been|being) held"
        r"|held (?:since|on)|(?:taken )?into custody",
        "charged": r"charged with|indicted",
        "convicted": r"convicted|found guilty|conviction",
        "sentenced": r"sentenced|jailed|caged|imprisoned|sentence",
        "freed": r"released|freed|bailed|on bail|let (?:go|out|off)",
    },
    "incident": {
        "begun": r"broke out|began|started|entered|broke in(?:to)?|struck|gave way|collapsed|exploded|went off"
        r"|set off (?:at|from|on|in|shortly)|kicked off",
        "reported": r"(?:first|emergency) calls?|call came|alarm|alert(?:ed)?|rang|called the (?:police|fire brigade)",
        "reached": r"arrived|reached the|(?:at|on) the scene|got there",
        "over": r"under control|put out|extinguished|was over",
    },
    "parliament": {"debated": r"debates?|debated", "voted": r"votes?|voted|voting"},
    "work": {
        "decided": r"approved|decided|voted|ordered|agreed|signed|adopted|commissioned",
        "begun": r"(?:began|begun|started|opened|broke ground)",
    },
}
_EVERY = {
    course: re.compile(
        r"\b(?:" + "|".join(f"(?P<{step}>{words})" for step, words in steps.items()) + r")\b", re.IGNORECASE
    )
    for course, steps in _COURSES.items()
}
# Only times of day of an incident are held apart by it: whether it began and was noticed on one day is not said.
_OF_DAY = "incident"
_LASTING = "work"

_WILL = re.compile(r"\b(?:will|is to|are to|shall|is due|are due|'ll)\b", re.IGNORECASE)
_IF = re.compile(r"^(?:\W*)(?:if|should|unless)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:if|unless|may|might|could|would|should)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince (?:the )?$", re.IGNORECASE)
# "arrived nine minutes after the alarm, at 3.26" is when they arrived
_BESIDE = re.compile(
    r"\b(?:after|before|since|until) (?:the|an?|his|her|its|their) (?:\w+ )?$", re.IGNORECASE
)
_NEXT = re.compile(r";|\b(?:and|but|while|when)\b", re.IGNORECASE)
# "for the second day on Wednesday" is when it went on
_NTH = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:day|night|week|month|year)"
    r"(?: (?:in a row|running))?,? (?:on )?(?:the )?$",
    re.IGNORECASE,
)

# "from 2035 to 2037", "between 20 March and 6 April": held only against another beginning
_FROM = re.compile(r"\b(?:from|between) (?:the )?$", re.IGNORECASE)
_TO = re.compile(r" (?:to|and|until|till) (?:the )?(?:\d|\w+day\b|(?-i:[A-Z]))", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:beg[aiu]n\w*|start\w*|since|from|between|open\w*|launch\w*|walk(?:s|ed)? out|first)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Marks:
    """The step of each course that a date is of, and how its sentence looks at it."""

    steps: frozenset[tuple[str, str]]
    to_come: bool
    supposed: bool
    allowing: bool
    went_on: bool
    stretch: bool
    beginning: bool

    def part(self, other: Marks) -> bool:
        """Say whether two dates are of different steps of one course, or the one of a case that may not come."""
        mine, theirs = dict(self.steps), dict(other.steps)
        if any(mine[course] != theirs[course] for course in mine.keys() & theirs.keys()):
            return True
        if self.went_on != other.went_on or (self.stretch and not other.beginning):
            return True
        if other.stretch and not self.beginning:
            return True
        return (self.supposed and not other.allowing) or (other.supposed and not self.allowing)


def marks(text: str, span: Span, *, clock: bool) -> Marks:
    """Read what a sentence says of what happened on its date."""
    return Marks(
        frozenset(_steps(text, span, clock=clock)),
        _WILL.search(text) is not None,
        _IF.match(text) is not None,
        _MAY.search(text) is not None or _WILL.search(text) is not None,
        _NTH.search(text[: span.start]) is not None,
        _FROM.search(text[: span.start]) is not None and _TO.match(text, span.end) is not None,
        _BEGINS.search(text) is not None,
    )


def _steps(text: str, span: Span, *, clock: bool) -> list[tuple[str, str]]:
    made = []
    for course, pattern in _EVERY.items():
        if course == _OF_DAY and not clock:
            continue
        before = [
            found
            for found in pattern.finditer(text, 0, span.start)
            if not _BESIDE.search(text, 0, found.start())
        ]
        end = _NEXT.search(text, span.end)
        found = before[-1] if before else pattern.search(text, span.end, end.start() if end else len(text))
        if found is not None and found.lastgroup is not None:
            made.append((course, found.lastgroup))
        elif course == _LASTING and _SINCE.search(text, 0, span.start):
            made.append((course, "begun"))
    return made
