"""What several sources say, as data: each claim in the words of one, with all that bear it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer import support
from summarizer.article import Span, fold_space
from summarizer.briefing import MergedClaim
from summarizer.drafts import wording
from summarizer.merge import people, statements
from summarizer.merge.copies import Copies
from summarizer.merge.statements import Field, Statement
from summarizer.note import ClaimKind, Support

# A sentence bears another out when it says this share of what that one says, by weight.
_BEARS_OUT = 0.6
# Of one that needs the sentence before it ("It was last seen …") nearly all, for what it is about is not in it.
_BEARS_OUT_LEANING = 0.8
_FEWEST_STEMS = 2
_FEWEST_WORDS = 5
_MAYBES = frozenset("may might could perhaps possibly maybe alleged allegedly reportedly".split())
_OPEN = re.compile(r"\b(?:whether|if)\b|\?", re.IGNORECASE)
_LEANS = re.compile(
    r"[\"“‘']*(?:it|he|she|they|this|that|these|those|his|her|its|their|but|and|so|both|then|there|however|also)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Claim:
    """A statement with the statements of other sources that say so too, the best of each source."""

    statement: Statement
    others: tuple[Statement, ...]
    independent: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that say so, its own first."""
        return self.statement, *self.others

    @property
    def leans(self) -> bool:
        """Whether it needs the sentence before it to be understood."""
        return _LEANS.match(self.statement.line.text) is not None

    @property
    def salience(self) -> float:
        """How much the source's own article makes of it."""
        return self.statement.telling.salience[self.statement.line.number - 1]


def find(field: Field, copies: Copies) -> tuple[Claim, ...]:
    """List what at least two independent sources say, the best borne out first, each sentence once."""
    offered = [claim for one in field.statements if (claim := _claim(one, field, copies)) is not None]
    ordered = sorted(
        (claim for claim in offered if claim.independent > 1),
        key=lambda c: (-(c.independent - (1.5 if c.leans else 0)), -c.salience, c.statement.place),
    )
    taken: set[tuple[str, int]] = set()
    made = []
    for claim in ordered:
        if claim.statement.place in taken:
            continue
        taken.update(one.place for one in claim.statements)
        made.append(claim)
    return tuple(made)


def _claim(printed: Statement, field: Field, copies: Copies) -> Claim | None:
    """Gather what bears out the words that would be shown: all of the sentence, where all of it is."""
    if not usable(printed):
        return None
    one = printed if _reports(printed) else statements.whole(printed)
    best: dict[str, tuple[float, Statement]] = {}
    for other in field.neighbours(one):
        share = bears_out(other, one, field) if not _quoted(one) or _quotes_too(one, other) else None
        if share is not None and share > best.get(other.source, (0.0, other))[0]:
            best[other.source] = share, other
    others = tuple(statement for _, statement in sorted(best.values(), key=lambda pair: pair[1].place))
    return Claim(printed, others, independent((printed, *others), copies))


_ENDS = (".", "!", '"', "”", "’", "'", ")", "…")


def usable(one: Statement) -> bool:
    """A sentence with an end and enough in it; a line of a page's frame that cleaning left has none."""
    text = one.line.text.rstrip()
    whole = text.endswith(_ENDS) and "?" not in text
    return whole and len(one.stems) >= _FEWEST_STEMS and len(one.line.words) >= _FEWEST_WORDS


def independent(listed: Sequence[Statement], copies: Copies) -> int:
    """Count sources that do not copy each other, and do not print one and the same sentence."""
    groups: list[list[Statement]] = []
    for one in listed:
        same = [
            group
            for group in groups
            if any(
                copies.original[one.source] == copies.original[other.source]
                or copies.same_sentence(one.place, other.place)
                for other in group
            )
        ]
        groups = [group for group in groups if group not in same]
        groups.append([one, *(other for group in same for other in group)])
    return len(groups)


def bears_out(other: Statement, one: Statement, field: Field) -> float | None:
    """Say how much of `one` another source's sentence says; None where it does not bear it out.

    Every figure and name has to be there, a date must not be another, a "not" must stand on both
    sides or on neither; what is denied or left open bears nothing out.
    """
    matter = one.stems - one.names
    share = field.share(other.stems, matter or one.stems)
    shared = one.stems & other.stems
    needed = _BEARS_OUT_LEANING if _LEANS.match(one.line.text) else _BEARS_OUT
    if share < needed or len(shared) < min(_FEWEST_STEMS, len(one.stems)):
        return None
    if not one.figures <= other.figures or not one.bare_names <= _around(other):
        return None
    if bool(one.negated & shared) != bool(other.negated & shared) or _denied(one) != _denied(other):
        return None
    if bool(_OPEN.search(other.line.text)) != bool(_OPEN.search(one.line.text)):
        return None
    if not shared - one.names and one.stems - one.names:
        return None
    if _wish(one) != _wish(other) or _hedged(one) != _hedged(other):
        return None
    return share if _dates_agree(one, other) else None


def _around(other: Statement) -> frozenset[str]:
    """The words of a sentence and of the one before it, which names who "he" is."""
    lines = other.telling.index.lines
    before = lines[other.line.number - 2].stems if other.line.number > 1 else frozenset()
    return other.line.stems | before


def _denied(one: Statement) -> bool:
    return any(said.polarity != "affirmed" for said in one.telling.said[one.line.number])


def _wish(one: Statement) -> str:
    """What somebody wants, backs or opposes is not what is so."""
    return one.said.kind if one.said is not None and one.said.kind in ("wants", "supports", "opposes") else ""


def _hedged(one: Statement) -> bool:
    return any(word.lower in _MAYBES and not word.capital for word in one.line.words)


def _dates_agree(one: Statement, other: Statement) -> bool:
    """Every date of the one is a date of the other, as far as both are known."""
    theirs = other.days
    return all(any(day.differs(there) is False for there in theirs) for day in one.days if one.stated(day))


def published(claim: Claim, problems: Sequence[str] = ()) -> MergedClaim:
    """Write a claim down; `problems` are what the sources dispute about it.

    It has a speaker only where every source gives it to that one; else a remark says whose it is where.
    """
    text, speaker, kind = worded(claim.statement)
    remarks: list[str] = []
    if speaker is not None and not _quoted(claim.statement) and claim.others:
        whose = {one.source: _speaker(one) for one in claim.statements}
        if not all(name is not None and people.same(name, speaker) for name in whose.values()):
            said = ", ".join(f"{name} in {source}" for source, name in whose.items() if name is not None)
            remarks = [f"according to {said}"]
            speaker, kind = None, "states"
    checked = support.check(text, claim.statement.telling.index.article, cited=(claim.statement.line.number,))
    return MergedClaim(
        text=text,
        speaker=speaker,
        kind=kind,
        evidence=tuple(one.telling.cite(one.line) for one in claim.statements),
        support=Support(
            verdict="doubtful" if problems else "supported",
            score=checked.score,
            problems=(*problems, *remarks),
        ),
        origin="article",
        sources=tuple(sorted({one.source for one in claim.statements}, key=lambda id_: (len(id_), id_))),
        independent=claim.independent,
    )


def _speaker(one: Statement) -> str | None:
    return one.said.speaker if one.said is not None else None


def _quoted(one: Statement) -> bool:
    return one.said is not None and one.said.directness == "direct"


def _quotes(one: Statement) -> bool:
    """Whether its sentence quotes anybody: what is quoted is borne out by who quotes it too."""
    return any(said.directness != "indirect" for said in one.telling.said[one.line.number])


def _quotes_too(one: Statement, other: Statement) -> bool:
    """Whether it quotes too, and nobody else where both say who speaks: that is a difference."""
    names = _speaker(one), _speaker(other)
    return _quotes(other) and (None in names or people.same(names[0] or "", names[1] or ""))


def _reports(one: Statement) -> bool:
    """Whether only what is said would be shown, behind the name of who says it."""
    return worded(one)[0] != sentence(one)


# "LONDON, 3 March (Agency) - " is not part of what the sentence says.
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,}(?:,[^-–—]{1,30}|\s?\([^)]{1,30}\))?\s*[-–—]\s+(?=[A-Z])")
_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)


def sentence(one: Statement) -> str:
    """Print a whole sentence without its dateline, a pronoun for the speaker as the name in square brackets."""
    article, span, said = one.telling.index.article, one.line.span, one.said
    printed = span.of(article.raw)
    source = said.source if said is not None else None
    if said is not None and source is not None and said.speaker and span.holds(source):
        start, end = source.start - span.start, source.end - span.start
        if _PRONOUN.match(printed[start:end]):
            printed = f"{printed[:start]}[{said.speaker}]{printed[end:]}"
    return wording.balanced(
        fold_space(_DATELINE.sub("", printed, count=1) if _DATELINE.match(printed) else printed)
    )


def worded(one: Statement) -> tuple[str, str | None, ClaimKind]:
    """Word a statement: what is said, by whom, and how; the whole sentence where it is the article's own."""
    said = one.said
    if (
        said is None
        or said.speaker is None
        or said.polarity != "affirmed"
        or said.kind in ("supports", "opposes")
    ):
        return sentence(one), None, "states"
    inside = tuple(
        Span(max(part.start, one.line.span.start), min(part.end, one.line.span.end))
        for part in said.content
        if part.overlaps(one.line.span)
    )
    article = one.telling.index.article
    text = wording.of(replace(said, content=inside), article)
    if said.source is not None and f"{said.cue.of(article.raw)} {said.source.of(article.raw)}" in text:
        return sentence(one), None, "states"  # it says who says so itself
    return text, said.speaker, said.kind
