"""Cut what is not the article: every cut is a span with a reason, and nothing is rewritten.

The run of lines that is the article is found by a small chain of states over what each line
looks like, what stands around it and what it shares with the core of the page (`keep`); then
rules that a person would use look at what stands inside (`inside`: captions, teasers, "Read more").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from summarizer.article import Cut, Span
from summarizer.clean import ending, headline, inside, keep, language, metadata, signs
from summarizer.clean.lines import Line, lines_of
from summarizer.clean.wishes import ENOUGH, Wishes
from summarizer.errors import SourceError

# Fewer words than this in sentences that end like one, and there is nothing to summarise.
FEWEST_WORDS = 8
# A caption further from the article than this is another article's.
_FAR = 20
# The name of an outlet or a section is no longer.
_MASTHEAD = 6


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Paragraphs that stay and cuts that go; together they hold every printed character."""

    paragraphs: tuple[Span, ...]
    cuts: tuple[Cut, ...]
    title: str | None
    byline: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    site: str | None
    language: str
    notices: tuple[str, ...]


def clean(
    raw: str,
    *,
    name: str = "text",
    likely: Sequence[Span] = (),
    hints: Mapping[int, Sequence[str]] | None = None,
    wishes: Wishes | None = None,
    declared: str | None = None,
) -> Cleaned:
    """Part the article from the page around it.

    `likely` are lines of `raw` that another reader takes for the article, and `hints` names of what
    is known of lines by where they start, as in `Loaded`; `wishes` overrule what the cleaner would do;
    `declared` is the language that the source gives itself.
    Raises SourceError when no line reads like an article's.
    """
    wishes = wishes or Wishes()
    lines = lines_of(raw)
    told = _told(lines, likely, hints or {})
    kept = ending.release(lines, keep.keep(lines, told, ENOUGH[wishes.favor]))
    title_line = headline.title_at(lines, kept)
    title = lines[title_line].text if title_line is not None else headline.as_sentence(lines, kept)
    reasons = _reasons(lines, kept, told, title_line)
    if title_line is not None and keep.plain(lines):
        _head(lines, reasons, title_line)
    ending.firm(lines, reasons)
    names = metadata.authors(lines, reasons)
    ending.author(lines, reasons, names)
    published, updated = metadata.times(lines, reasons)
    if wishes.keep or wishes.cut:
        reasons = [
            None if wishes.kept(line) else wishes.cut_by(line) or reason
            for line, reason in zip(lines, reasons, strict=True)
        ]
    stay = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    if not wishes.keep and not _reads(stay, bool(told)):
        raise SourceError(
            f"{name}: there is no article in it: {len(lines)} lines, none of them running text",
            hint="paste the article's paragraphs, not only the page's menus and headlines",
        )
    notices = ("lines broken at one width were joined to paragraphs",) if _joined(raw, stay) else ()
    return Cleaned(
        paragraphs=tuple(line.span for line in stay),
        cuts=tuple(
            Cut(line.start, line.end, reason)
            for line, reason in zip(lines, reasons, strict=True)
            if reason is not None
        ),
        title=title,
        byline=names,
        published=published,
        updated=updated,
        site=None,
        language=language.guess((line.text for line in stay), declared),
        notices=notices,
    )


def _reads(stay: Sequence[Line], told: bool) -> bool:
    """Say whether there is enough running text in the lines that stay."""
    words = 0
    for line in stay:
        if line.ended or line.words >= 25 or told:
            words += line.words
            if words >= FEWEST_WORDS:
                return True
    return False


def _told(
    lines: Sequence[Line], likely: Sequence[Span], hints: Mapping[int, Sequence[str]]
) -> list[Sequence[str]]:
    """What is known of every line besides its text; nothing at all where nobody says anything."""
    if likely:
        starts = frozenset(span.start for span in likely)
        return [("picked",) if line.span.start in starts else ("passed over",) for line in lines]
    return [hints.get(line.span.start, ()) for line in lines] if hints else []


def _reasons(
    lines: Sequence[Line], kept: Sequence[bool], told: Sequence[Sequence[str]], title_line: int | None
) -> list[str | None]:
    title = lines[title_line].low if title_line is not None else None
    first = next((at for at, k in enumerate(kept) if k), len(lines))
    last = next((at for at in range(len(kept) - 1, -1, -1) if kept[at]), -1)
    opened = False
    often = inside.often(lines, kept)
    made: list[str | None] = []
    for at, line in enumerate(lines):
        if at > last and line.known.heads:
            opened = True
        if at == title_line:
            made.append("title")
        elif kept[at]:
            why = "repeated line" if line.text in often else None
            made.append(why or inside.reason(lines, kept, at, title, told[at] if told else None))
        else:
            near = first - _FAR <= at <= last + _FAR
            why = "caption" if near and inside.caption(lines, at) else None
            made.append(why or _outside(line, title, at < first, at > last, opened))
    return made


def _head(lines: Sequence[Line], reasons: list[str | None], title: int) -> None:
    """Cut what stands around the headline of a text that is all prose otherwise: masthead, authors, time."""
    first = next((at for at in range(title + 1, len(lines)) if lines[at].ended), title)
    for at in range(first):
        if reasons[at] is None and at < title and not lines[at].ended and lines[at].words <= _MASTHEAD:
            reasons[at] = "before the article"
        elif reasons[at] is None and at > title and _signs(lines, at):
            reasons[at] = "byline"


def _signs(lines: Sequence[Line], at: int) -> bool:
    return lines[at].timed or signs.named(lines, at) or signs.role_below(lines, at - 1)


def _outside(line: Line, title: str | None, before: bool, after: bool, opened: bool) -> str:
    if line.label is not None:
        return line.label
    if line.low == title:
        return "repeated headline"
    if line.byline is not None:
        return "byline"
    if line.known.teases:
        return "read more link"
    if line.known.heads or (after and opened):
        return "related headlines"
    if before:
        return "before the article"
    return "after the article" if after else "not running text"


def _joined(raw: str, stay: Sequence[Line]) -> bool:
    """Say whether a line that stays was printed as several."""
    return any(raw.find(mark, line.start, line.end) >= 0 for line in stay for mark in "\r\n")
