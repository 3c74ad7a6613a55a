"""What is not the article although it stands in the middle of it, and why."""

from __future__ import annotations

import collections
import re
from collections.abc import Sequence

from summarizer.clean.lines import Line

_CREDITED = re.compile(
    r"(?:\b(?:pictures?|photos?|photographs?|images?|pic|credit|illustration|graphic|source|video)"
    r"(?: credit| by)?\s*:"
    r"\s*\S.{0,60}|(?:[(|/–—-]\s*)(?:getty|reuters|alamy|afp|ap|pa|epa|shutterstock)\b.{0,40})[\s.)]*$"
)
_CREDIT = 90
# "… in the harbour. Ann Roe/The Post": who took the picture, and for whom.
_TAKEN_BY = re.compile(
    r"(?:[.!?)]|^) ?[A-Z][^\W\d_]+(?: [A-Z][\w.'’-]*){1,3}/(?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}$"
)
_PICTURES = ("photo", "picture", "image", "pic", "credit", "illustration", "graphic", "source", "video")
_AGENCIES = ("getty", "reuters", "alamy", "afp", "ap", "pa", "epa", "shutterstock")
# What a picture shows is told in the present tense; an article tells what happened.
_SCENE = re.compile(
    r"\b(?:arrives?|attends?|carr(?:y|ies)|celebrates?|checks?|gathers?|gestures?|holds?|inspects?|leaves?"
    r"|listens?|looks? (?:on|at)|march(?:es)?|plays?|poses?|protests?|puts|reacts?|shakes? hands|shows?|sits?"
    r"|smiles?|speaks?|stands?|tends?|walks?|watch(?:es)?|waves?|works?|is seen|are seen|(?:is|are) pictured"
    r"|file photo)\b"
)
_TOLD = re.compile(r"\b(?:was|were|had|did|said|would|could)\b")
_AGENCY = re.compile(
    r"[^.!?]{0,60}(?:[|/]|\bvia\b)[^.!?]{0,40}\b(?:photos?|pictures?|images?|ap|afp|pa|epa|reuters|getty|alamy)\b[^.!?]{0,20}",
    re.IGNORECASE,
)
_NOT_TEASED = re.compile(r"[\"“„«'‘「『•·*–—(\[-]|\d+[.)]\s")
_FEWEST_TEASER, _MOST_TEASER = 8, 30

# A box of links has so many lines at most, each a headline, and its heading so many words.
_MOST_UNDER, _FEWEST_HEADLINE, _BARE = 3, 4, 3
# A line so long, printed so often, is no refrain's.
_FEWEST_OFTEN, _OFTEN = 2, 3


def reason(
    lines: Sequence[Line], kept: Sequence[bool], at: int, title: str | None, told: Sequence[str] | None = None
) -> str | None:
    """Name why a line that was kept is cut all the same, or None where it stays.

    `title` is the headline in small letters; `told` is what the tags say of the line, None where there are
    none: a teaser that has tags is a link.
    """
    line = lines[at]
    if line.label is not None and line.words <= 30:
        return line.label
    if line.known.heads and not line.ended:
        return "related headlines"
    if line.known.teases and line.words <= 45 and not (line.ended and line.words > 25):
        return "read more link"
    if title is not None and _same(line.low, title):
        return "repeated headline"
    if _under_teaser(lines, at):
        return "read more link"
    if _credit(line):
        return "picture credit"
    if caption(lines, at):
        return "caption"
    if line.byline is not None:
        return "byline"
    linked = told is None or "link all" in told or "link most" in told
    if linked and _teaser(lines, kept, at):
        return "teaser"
    return None


def _under_teaser(lines: Sequence[Line], at: int) -> bool:
    """A headline in a box that has "Read more" alone above it, and sentences again below."""
    if lines[at].ended or lines[at].words < _FEWEST_HEADLINE:
        return False
    above = at - 1
    while above >= max(0, at - _MOST_UNDER) and not lines[above].ended and lines[above].label is None:
        if lines[above].known.teases:
            return lines[above].words <= _BARE
        above -= 1
    return False


def often(lines: Sequence[Line], kept: Sequence[bool]) -> frozenset[str]:
    """Lines without an end that a page prints several times, between sentences: buttons, the caption of every picture."""
    inner = [at for at, keeps in enumerate(kept) if keeps]
    between = {
        lines[at].text
        for at in inner
        if not lines[at].ended
        and lines[at].words >= _FEWEST_OFTEN
        and any([kept[k] and lines[k].ended for k in range(max(0, at - 2), min(at + 3, len(lines)))])
    }
    printed = collections.Counter([line.text for line in lines if line.text in between]) if between else {}
    return frozenset([text for text, times in printed.items() if times >= _OFTEN])


def _same(one: str, other: str) -> bool:
    return one.strip(" .") == other.strip(" .")


def caption(lines: Sequence[Line], at: int) -> bool:
    """A line with a credit at its end, or one that the next repeats with its credit."""
    line = lines[at]
    if line.words <= 80 and ((line.watched and _credited(line.low)) or _taken(line)):
        return True
    if not 2 <= line.words <= 80 or at + 1 >= len(lines):
        return False
    following = lines[at + 1]
    if line.words <= 60 and _credit(following) and _scene(line.text):
        return True
    head = line.text.rstrip(" .")
    return following.text.startswith(head) and (following.text == line.text or _credited(following.low))


def _taken(line: Line) -> bool:
    return "/" in line.text[-40:] and not line.ended and _TAKEN_BY.search(line.text[-_CREDIT:]) is not None


def _credited(low: str) -> bool:
    """Say whether a line, given in small letters, ends in a credit."""
    tail = low[-_CREDIT:]
    named = ":" in tail and any(map(tail.__contains__, _PICTURES))
    if not named and ("(" in tail or "|" in tail or "/" in tail or "-" in tail or "–" in tail or "—" in tail):
        named = any(map(tail.__contains__, _AGENCIES))
    return named and _CREDITED.search(tail) is not None


def _scene(text: str) -> bool:
    return _SCENE.search(text) is not None and _TOLD.search(text) is None


def _credit(line: Line) -> bool:
    if line.label == "picture credit":
        return True
    if not line.watched:
        return False
    text = line.text
    parted = line.words <= 8 and ("/" in text or "|" in text or "via" in line.low)
    return parted and _AGENCY.fullmatch(text) is not None


def _teaser(lines: Sequence[Line], kept: Sequence[bool], at: int) -> bool:
    """One headline-like line between paragraphs: too long for a subheading, ended by nothing.

    Neighbours that look the same make it a list, verse or a table, which stay.
    """
    line = lines[at]
    if line.ended or not _FEWEST_TEASER <= line.words <= _MOST_TEASER:
        return False
    if line.text[-1:] in ":;,-–—" or _NOT_TEASED.match(line.text):
        return False
    near = [lines[k] for k in (at - 1, at + 1) if 0 <= k < len(lines) and kept[k]]
    prose = [other for other in near if other.ended and other.words >= 8]
    return len(near) == 2 and len(prose) == 2
