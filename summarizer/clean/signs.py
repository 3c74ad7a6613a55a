"""What stands at the head of an article beside its headline: the time, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer import byline
from summarizer.clean import labels, lexicon
from summarizer.clean.lines import Line

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:d[aeiu]|van|von|der|den|el|al|bin|[^\W\d_][\w.'’-]*)){1,3}")
_DESK = re.compile(
    r"\b(?:staff|bureau|desk|agencies|wires?|wire services?|news service|correspondents?|reporters?)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r",\s(?:and\s)?|\s(?:and|und|et|y|e)\s|\s&\s")
_JOINT = re.compile(r"\s(?:and|und|et|y|e|&)\s")
_ACCOUNT = re.compile(r"\s*@\w+")
_PLACE = re.compile(r"(?<=\w)\sin\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}$")
_WITH_ACCOUNT = re.compile(r"(?P<name>[^@/|•]{4,40}?)\s*@\w{3,30}(?:\s*[/|•·,–—-].{0,40})?")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MOST_WORDS, _MOST_DESK = 10, 6
_PEN_NAMES = re.compile(r"([가-힣]{2,4}) (?:기자|칼럼니스트|특파원|논설위원)\b.{0,60}")
_ROLE = re.compile(
    r"(?:(?:senior|staff|chief|contributing|special|guest|freelance|opinion|news|political|business|sports?|science"
    r"|technology|health|culture|foreign|national|local|associate|executive|deputy|managing) )*"
    rf"(?:{'|'.join(labels.CALLED)})s?\b.{{0,30}}",
    re.IGNORECASE,
)


def signed(text: str, label: str | None = None) -> bool:
    """Say whether a line is a bare name, alone or before its outlet or place, or that of an agency."""
    head, comma, _ = text.partition(",")
    if head.casefold().strip() in byline.AGENCIES:
        return True
    if (
        label is not None
        or len(text.split()) > (7 if comma else 4)
        or _NAME.fullmatch(head) is None
        or head.isupper()
    ):
        return False
    people = byline.people(head)
    return len(people) == 1 and head.startswith(people[0])


def names(text: str) -> tuple[str, ...]:
    """The names in a line that has no "by": persons without their outlets, else an agency or a desk."""
    plain = with_account(text) or _ACCOUNT.sub("", text).strip()
    head = plain.partition(",")[0].strip()
    if signed(plain):
        return byline.people(head, whole=True)
    for part in re.split(r"[,|]", plain):
        if _DESK.search(part.strip()) and len(part.split()) <= _MOST_DESK:
            return byline.people(part.strip(), whole=True)
    return byline.people(plain, whole=True)


def beside(part: str) -> tuple[str, ...]:
    """The names in what stands beside a day in one line ("Ann Roe, 5 June 2031"); none where it is no name."""
    plain = _PLACE.sub("", _ACCOUNT.sub("", part)).strip()
    pieces = [piece.strip() for piece in re.split(r"[|•·]", plain)]
    if signed(plain) or any(_DESK.search(piece) for piece in pieces):
        return names(plain)
    return names(pieces[0]) if signed(pieces[0]) else ()


def with_account(text: str) -> str | None:
    """The name before an account of a network ("Ann Roe @annroe"), as bylines alone have it."""
    found = _WITH_ACCOUNT.fullmatch(text) if "@" in text else None
    return found["name"] if found is not None and signed(found["name"]) else None


def named(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line names authors without "by": names and little else, next to a time or printed twice."""
    line = lines[at]
    if with_account(line.text) is not None:
        return True
    if line.label is not None or not 2 <= line.words <= _MOST_WORDS or line.tokens[0] in lexicon.COMMON:
        return role_below(lines, at) or _agency(lines, at)
    near = [lines[k] for k in (at - 2, at - 1, at + 1, at + 2) if 0 <= k < len(lines)]
    if any([other.byline is not None for other in lines[at + 1 : at + 3]]):
        return False
    twice = any([lines[k].text == line.text for k in (at - 1, at + 1) if 0 <= k < len(lines)])
    if not twice and not any([other.timed for other in near]):
        return role_below(lines, at)
    text = _ACCOUNT.sub("", line.text)
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    if signed(text):
        return True
    if _DESK.search(text) and len(words) <= _MOST_DESK and capitals * 2 >= len(words):
        return True
    if text.isupper() and 2 <= len(words) <= 3:
        # sections and slogans are in capitals too; they stand above the headline, not below it
        return 0 < at < len(lines) - 1 and lines[at + 1].timed and lines[at - 1].words >= 5
    parts = _JOINED.split(text)
    joined = _JOINT.search(text) is not None and all(signed(_calm(part)) for part in parts[:-1])
    return joined and capitals >= len(words) - len(parts) + 1


def all_named(lines: Sequence[Line], places: range) -> set[int]:
    """The lines of `places` that name authors; only those are asked that may: near a time, twice, with a role."""
    asked: set[int] = set()
    for at in range(max(0, places.start - 2), min(len(lines), places.stop + 2)):
        line = lines[at]
        if line.timed:
            asked.update(range(at - 2, at + 3))
        if (line.watched and not labels.ROLES.isdisjoint(line.tokens)) or (
            at and line.text == lines[at - 1].text
        ):
            asked.update((at - 1, at))
        if "@" in line.text:
            asked.add(at)
    return {at for at in asked.intersection(places) if named(lines, at)}


def _calm(name: str) -> str:
    return name.title() if name.isupper() else name


def _agency(lines: Sequence[Line], at: int) -> bool:
    if lines[at].words > _MOST_DESK or lines[at].low.partition(",")[0].strip() not in byline.AGENCIES:
        return False
    return any(line.timed for line in lines[at + 1 : at + 3])


def role_below(lines: Sequence[Line], at: int) -> bool:
    """A bare name with nothing but a role in the line below it ("Senior Contributor")."""
    if at + 1 >= len(lines):
        return False
    below = lines[at + 1].text
    if not lines[at + 1].watched:
        return False
    role = _ROLE.fullmatch(_ACCOUNT.sub("", below) if "@" in below else below)
    return role is not None and signed(lines[at].text, lines[at].label)


def pen_name(line: Line) -> str | None:
    """The name in a line that Korean articles end with: name, office, address."""
    found = _PEN_NAMES.fullmatch(line.text)
    return found[1] if found is not None else None
