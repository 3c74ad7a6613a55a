"""When something was said, where it stands in front of the verb or within a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attribute import lexicon
from summarizer.attribute.classes import Token

TIME_WORDS = frozenset(
    """today yesterday tonight earlier later monday tuesday wednesday thursday friday saturday sunday
    recently afterward afterwards afternoon morning evening night last this week month year on at in
    during after before january february march april may june july august september october november
    december""".split()
)
TIMES = TIME_WORDS - {"may", "week"}
"""Those that end a noun phrase."""


def before(tokens: Sequence[Token], last: int, opens: int) -> int:
    """The token before "earlier this month", "a week ago", where one stands between a subject and its verb."""
    at = last
    if tokens[last].lower == "ago" and last - 2 > opens and tokens[last - 1].lower in _PERIODS:
        at = last - 3
    elif tokens[last].lower in _PERIODS and last - 1 > opens and tokens[last - 1].lower in _NEARLY_NOW:
        at = last - 2
        at -= at > opens and tokens[at].lower == "this"
    if at < last and at > opens and tokens[at].lower in _EARLIER:
        at -= 1
    tied = tokens[at].lower in _TIES or tokens[at].quoted
    return last if tied else at


_TIES = lexicon.PREPOSITIONS | lexicon.DETERMINERS


_PERIODS = frozenset(
    "day days week weeks month months year years weekend spring summer autumn fall winter".split()
)
_NEARLY_NOW = frozenset("this last past".split())
_EARLIER = frozenset("earlier later early late".split())


def inside(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Say whether a time stands right behind an article, before what it is the time of: "a January 2031 study"."""
    return tokens[first].lower in _ARTICLES and all(t.lower in TIMES for t in tokens[first + 1 : at])


_ARTICLES = frozenset(("a", "an", "the"))
