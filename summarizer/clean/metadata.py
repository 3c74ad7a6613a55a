"""Who wrote a pasted page and when, as far as its lines tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from summarizer import byline, moments
from summarizer.clean import labels, signs
from summarizer.clean.lines import MOST_DATED, Line

# Lines above the article, where there is no headline, among which its time and its authors are looked for.
_HEAD = 12
# Lines around headline and body that may hold them still: what is further is another article's.
_ABOVE_TITLE, _BELOW_BODY, _FURTHEST = 4, 8, 12
# Under a headline come a name, buttons, pictures, and only then, on some pages, the body.
_NEAR_TITLE = 5
# Further down an article may well name its author: the last lines are often about them.
_OPENING = 10
_ALONE = ("by", "by:", "author", "author:", "written by", "written by:", "von", "par", "por")
Reasons = Sequence[str | None]
Signature = tuple[int, tuple[str, ...]]


class Place:
    """Where in the lines the article stands: its headline, its first line and its last."""

    def __init__(self, reasons: Reasons) -> None:
        stay = [at for at, reason in enumerate(reasons) if reason is None]
        self.first = stay[0] if stay else 0
        self.last = stay[-1] if stay else len(reasons) - 1
        self.title = reasons.index("title") if "title" in reasons else None
        top = self.first - _HEAD if self.title is None else min(self.title - _ABOVE_TITLE, self.first)
        self.head = range(max(0, top), self.first)
        self.end = min(len(reasons), self.last + 1 + _BELOW_BODY)
        self.near = self.first if self.title is None else self.title

    def by_nearness(self, places: range) -> list[int]:
        """Sort lines by their distance from the headline, or from the body where there is none."""
        return sorted(places, key=lambda at: abs(at - self.near))


def times(lines: Sequence[Line], reasons: Reasons) -> tuple[datetime | None, datetime | None]:
    """Read when the article was published and changed: in its head, in the body, or right below it."""
    place = Place(reasons)
    texts = [line.text for line in lines]
    sure = {at for at in place.head if reasons[at] in ("timestamp", "byline")}
    head = [at for at in place.head if at in sure or lines[at].words <= MOST_DATED]
    head.sort(key=lambda at: (abs(at - place.near) > _HEAD, at not in sure, abs(at - place.near)))
    late = [at for at in range(place.first, place.end) if reasons[at] in ("timestamp", "byline")]
    return moments.times_of(moments.stamp(texts, at) for at in (*head, *late))


def authors(lines: Sequence[Line], reasons: list[str | None]) -> tuple[str, ...]:
    """Name the authors and give their line its reason; the surest way of saying so goes first."""
    place = Place(reasons)
    for at, found in _signatures(lines, reasons, place):
        if found:
            kept = reasons[at] is None and signs.with_account(lines[at].text) is None
            if not kept and reasons[at] not in ("timestamp", "title"):
                reasons[at] = "byline"
            return found
    return ()


def _signatures(lines: Sequence[Line], reasons: Reasons, place: Place) -> Iterator[Signature]:
    yield from _said(lines, reasons, place)
    yield from _bare(lines, reasons, place)
    yield from _inside(lines, reasons, place)
    yield from _twice(lines, place)
    for at in range(place.first, place.end):
        if name := signs.pen_name(lines[at]):
            yield at, (name,)


def _said(lines: Sequence[Line], reasons: Reasons, place: Place) -> Iterator[Signature]:
    """Lines that say in so many words who wrote: "By Ann Roe", or "Author:" with the name below it."""
    for at in (*place.by_nearness(place.head), *range(place.first, place.end)):
        if reasons[at] in ("byline", "timestamp") and (said := lines[at].byline):
            yield at, byline.people(said, whole=True)
    for at in (*place.head, *range(place.last + 1, place.end)):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if lines[at].low in _ALONE and below is not None and below.words <= MOST_DATED:
            yield at + 1, byline.people(below.text, whole=True)


def _bare(lines: Sequence[Line], reasons: Reasons, place: Place) -> Iterator[Signature]:
    """Bare names in the head: next to a time, then in one line with it."""
    head = [at for at in place.by_nearness(place.head) if at != place.title]
    opening = range(place.first, min(place.last + 1, place.first + _OPENING))
    body = " ".join(lines[at].text for at in opening if reasons[at] is None)
    for at in head:
        if signs.named(lines, at) and not _menu(lines, at, place):
            yield at, tuple(name for name in signs.names(lines[at].text) if not _told(name, body))
    for at in head:
        for part in labels.beside_day(lines[at].text) if lines[at].words <= MOST_DATED else ():
            yield at, signs.beside(part)


def _inside(lines: Sequence[Line], reasons: Reasons, place: Place) -> Iterator[Signature]:
    """A name with its role or time below the first lines: the summary of some pages stands above it."""
    for at in range(place.first, min(place.last, place.first + _NEAR_TITLE)):
        if signs.named(lines, at) and (reasons[at] is not None or signs.with_account(lines[at].text)):
            yield at, signs.names(lines[at].text)
        elif reasons[at] is not None and lines[at].words <= MOST_DATED:
            yield from ((at, signs.beside(part)) for part in labels.beside_day(lines[at].text))


def _twice(lines: Sequence[Line], place: Place) -> Iterator[Signature]:
    """A bare name under the headline or over the body, and again where the article ends."""
    again = {line.text for line in lines[place.last + 1 : place.last + 1 + _FURTHEST]}
    for at in (*range(place.near + 1, place.near + 3), place.first - 1):
        if place.head.start <= at < place.first and lines[at].text in again:
            name = lines[at].text.title() if lines[at].text.isupper() else lines[at].text
            if signs.signed(name, lines[at].label):
                yield at, (lines[at].text,)


def _menu(lines: Sequence[Line], at: int, place: Place) -> bool:
    """A name above the headline is an author's where the time stands there too; else it is a menu's."""
    return at < place.near and not any(line.timed for line in lines[at + 1 : place.near])


def _told(name: str, body: str) -> bool:
    """A name that the article itself tells of is of somebody in it: a caption's, not an author's."""
    return " " in name and " ".join(name.split()[:2]) in body
