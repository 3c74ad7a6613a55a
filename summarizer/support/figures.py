"""Figures and dates of a claim, held against those of its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer import match
from summarizer.article import Span
from summarizer.support import dates, numbers, words
from summarizer.support.align import Aligned
from summarizer.support.index import Index, Line
from summarizer.support.problem import Problem

# A figure counts as the claim's when its sentence holds this share of the claim's content words, or one of
# those that stand about as close to the figure here as there.
_ABOUT_THE_SAME = 0.2
_CLOSE_HERE, _CLOSE_THERE = 3, 6
# A claim with this share of its words in one sentence's order tells what that sentence tells.
_RETOLD = 0.75


def wrong_numbers(
    claim: str, listed: Sequence[words.Word], evidence: Sequence[Line], index: Index
) -> Iterator[Problem]:
    """Find figures that the evidence does not give, or not for the same matter."""
    content = {word.stem for word in listed if word.content and not word.lower[0].isdigit()}
    near = [
        line
        for line in evidence
        if not content or len(content & line.stems) >= _ABOUT_THE_SAME * len(content)
    ]
    quoted = " ".join(quote for quote in match.quotations(claim) if index.printing(quote))
    days = [mention.span for mention in dates.mentions(claim)]
    for wanted in numbers.quantities(claim):
        if any(wanted.span.overlaps(day) for day in days):
            continue
        printed = claim[wanted.span.start : wanted.span.end].strip()
        if any(line.gives(wanted) for line in near) or printed in quoted:
            yield from _contrary(printed, wanted, near)
            continue
        same = [q for line in near for q in line.quantities if _nearly(wanted, q)]
        if same:
            yield _bound(printed, wanted, same[0])
            continue
        elsewhere = [line for line in index.lines if line.gives(wanted)]
        if not elsewhere:
            yield Problem("number", _instead(printed, wanted, listed, near), True)
        elif not any(_same_matter(wanted, listed, line) for line in elsewhere):
            where = f"sentence {elsewhere[0].number}, about something else"
            yield Problem("number", f"the figure {printed!r} stands in {where}", True)


def exchanged(claim: str, line: Line, laid: Aligned, index: Index) -> Iterator[Problem]:
    """Find figures that stand in the very place of others in the sentence that the claim retells.

    Wherever else the article prints them: "5 of those hits were late" is not "5 of those hits came from the left".
    """
    if laid.kept < _RETOLD:
        return
    wanted, there = numbers.quantities(claim), line.quantities
    for change in laid.changes:
        if len(change.claimed) != 1 or len(change.printed) != 1:
            continue
        ours = [q for q in wanted if q.span.overlaps(change.claimed[0].span)]
        at = change.printed[0].span.start - line.span.start
        theirs = [q for q in there if q.span.start <= at < q.span.end]
        if ours and theirs and not any(_one_figure(q, p, index) for q in ours for p in theirs):
            said, instead = claim[ours[0].span.start : ours[0].span.end].strip(), line.printed(theirs[0].span)
            yield Problem("number", f"says {said!r} where the article says {instead!r}", True)


def _nearly(ours: numbers.Quantity, theirs: numbers.Quantity) -> bool:
    """Say whether two figures are one but for their bounds, or for a rounding of 122.5 to 123."""
    return ours.same_value(theirs) and (ours.rounds(theirs) or abs(ours.value - theirs.value) <= _HALF)


_HALF = 0.5


def _one_figure(ours: numbers.Quantity, theirs: numbers.Quantity, index: Index) -> bool:
    """Say whether two figures are one; 122.5 may stand for 123 where the article prints both."""
    if ours.agrees(theirs):
        return True
    same = ours.same_value(theirs)
    return same and (ours.rounds(theirs) or any(line.gives(ours) for line in index.lines))


def exchanged_dates(claim: str, line: Line, laid: Aligned, index: Index) -> Iterator[Problem]:
    """Find dates that stand in the very place of others of their sort: "on Tuesday" for the second of two days."""
    wanted = dates.mentions(claim, index.article.published)
    for change in laid.changes if wanted and laid.kept >= _RETOLD else ():
        if not change.claimed or not change.printed:
            continue
        put = Span(change.claimed[0].span.start, change.claimed[-1].span.end)
        start, end = change.printed[0].span.start, change.printed[-1].span.end
        left = Span(start - line.span.start, end - line.span.start)
        ours = [m for m in wanted if m.span.overlaps(put)]
        theirs = [m for m in line.dates if m.span.overlaps(left)]
        if len(ours) == len(theirs) == 1 and _other_date(ours[0], theirs[0]):
            said, instead = _at(claim, ours[0]), line.printed(theirs[0].span)
            yield Problem("date", f"says {said!r} where the article says {instead!r}", True)


def _other_date(ours: dates.Mention, theirs: dates.Mention) -> bool:
    """Say whether two dates are of one sort and not the same; "in May" and "last month" may be."""
    if set(ours.atoms) & set(theirs.atoms):
        return False
    relative = [mention.kind == "near" or mention.atoms[0][-1] in _TURNS for mention in (ours, theirs)]
    return relative == [True, True] or (relative == [False, False] and ours.kind == theirs.kind)


_TURNS = frozenset("last this next".split())


def _bound(printed: str, wanted: numbers.Quantity, there: numbers.Quantity) -> Problem:
    """One figure, and a "more than" on one side only, or "more" here and "less" there."""
    if {wanted.bound, there.bound} == {"above", "below"}:
        return Problem("number", f"says {_BOUNDS[wanted.bound]} {printed!r}, the article the contrary", True)
    if wanted.bound == "exact":
        text = f"gives {printed!r} without the article's {_BOUNDS[there.bound]!r}"
    else:
        given = "as about so much" if there.bound == "about" else "plainly"
        text = f"says {_BOUNDS[wanted.bound]!r} before {printed!r}, which the article gives {given}"
    return Problem("number", text, False)


def _contrary(printed: str, wanted: numbers.Quantity, near: Sequence[Line]) -> Iterator[Problem]:
    """Say so of "more than 5m" where the sentence with 5m says "almost", whatever else it gives that is more than 5m."""
    same = [
        q
        for line in near
        for q in line.quantities
        if wanted.same_value(q) and abs(q.value - wanted.value) < _EQUAL
    ]
    if same and all({wanted.bound, q.bound} == {"above", "below"} for q in same):
        yield _bound(printed, wanted, same[0])


_EQUAL = 1e-6
_BOUNDS = {"above": "more than", "below": "less than", "about": "about", "exact": "exactly"}


def _instead(
    printed: str, wanted: numbers.Quantity, listed: Sequence[words.Word], near: Sequence[Line]
) -> str:
    """Say which figure the article gives for the same matter, where it gives one."""
    here = _beside(wanted.span, listed, _CLOSE_HERE)
    for line in near:
        for q in line.quantities:
            if here & _beside(q.span, line.words, _CLOSE_HERE, line.span.start):
                return f"says {printed!r} where the article says {line.printed(q.span)!r}"
    return f"the article does not give the figure {printed!r}"


def _same_matter(wanted: numbers.Quantity, listed: Sequence[words.Word], line: Line) -> bool:
    """Say whether the figure has a neighbour in the claim that is near it in the line as well."""
    here = _beside(wanted.span, listed, _CLOSE_HERE)
    return any(
        here & _beside(q.span, line.words, _CLOSE_THERE, line.span.start)
        for q in line.quantities
        if wanted.agrees(q)
    )


def _beside(span: Span, listed: Sequence[words.Word], most: int, offset: int = 0) -> set[str]:
    """Stems of the content words that stand at most so many words from the span."""
    start, end = span.start + offset, span.end + offset
    before = [word for word in listed if word.span.end <= start][-most:]
    after = [word for word in listed if word.span.start >= end][:most]
    return {word.stem for word in (*before, *after) if word.content and not word.lower[0].isdigit()}


def wrong_dates(claim: str, evidence: Sequence[Line], main: Line | None, index: Index) -> Iterator[Problem]:
    """Find dates that the evidence does not bear out; `main` is the sentence that the claim retells.

    A date of the same sort elsewhere in the evidence does not save one that the retold sentence
    contradicts. The year of publication goes without saying.
    """
    published = index.article.published
    this_year = ("year", str(published.year)) if published is not None else ()
    named = dates.mentions(claim, published)
    own = dates.atoms(named)
    held = dates.atoms(mention for line in evidence for mention in line.dates)
    anywhere = dates.atoms(mention for line in index.lines for mention in line.dates)
    for wanted in named:
        atom = wanted.atoms[0]
        if atom not in anywhere and _is_figure(claim, wanted, index):
            continue
        implied = {other for other in wanted.atoms[1:] if other[0] != "month"}
        there = _rival(wanted, main, own) if not (main and implied & dates.atoms(main.dates)) else None
        if there is not None:
            yield Problem("date", f"says {_at(claim, wanted)!r} where the article says {there!r}", True)
        elif atom in (*held, this_year) or implied & held:
            continue
        elif atom in anywhere:
            yield Problem("date", f"{_at(claim, wanted)!r} is not in the sentences this rests on", False)
        else:
            grave = wanted.kind in ("weekday", "day", "month", "year")
            yield Problem("date", f"the article does not give the date {_at(claim, wanted)!r}", grave)


def _is_figure(claim: str, wanted: dates.Mention, index: Index) -> bool:
    """Say whether what reads like a year is a figure of the article: 2000 people."""
    found = [q for q in numbers.quantities(claim) if q.span.overlaps(wanted.span)]
    return wanted.kind == "year" and any(line.gives(q) for q in found for line in index.lines)


def _rival(wanted: dates.Mention, main: Line | None, own: frozenset[dates.Atom]) -> str | None:
    """Print a date of the same sort that the retold sentence has and the claim has not."""
    if main is None or wanted.atoms[0] in dates.atoms(main.dates):
        return None
    rivals = [m for m in main.dates if m.kind == wanted.kind and m.atoms[0] not in own]
    return main.printed(rivals[0].span) if rivals else None


def counted(claim: str, listed: Sequence[words.Word], line: Line) -> Iterator[Problem]:
    """Find a figure beside a noun of the sentence that it does not count there: "four protesters"."""
    for wanted in numbers.quantities(claim):
        ours = _behind(wanted.span, listed)
        if ours is None or not ours.lower.endswith("s") or ours.stem not in line.stems:
            continue
        same = [q for q in line.quantities if q.token == wanted.token]
        there = [word for q in same if (word := _behind(q.span, line.words, line.span.start)) is not None]
        if len(there) == len(same) == 1 and there[0].lower.endswith("s") and there[0].stem != ours.stem:
            said, instead = ours.lower, there[0].lower
            yield Problem("number", f"counts {said!r} where the article counts {instead!r}", False)


def _behind(span: Span, listed: Sequence[words.Word], offset: int = 0) -> words.Word | None:
    """The word right behind a figure, where it says something."""
    word = next((word for word in listed if word.span.start >= span.end + offset), None)
    return word if word is not None and word.content else None


def _at(claim: str, mention: dates.Mention) -> str:
    return claim[mention.span.start : mention.span.end]
