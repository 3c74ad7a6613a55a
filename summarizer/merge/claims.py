"""What several sources say, as data: each claim in the words of one, with all that bear it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.briefing import MergedClaim
from summarizer.drafts import cues
from summarizer.merge import people, statements, worded
from summarizer.merge.copies import Copies
from summarizer.merge.statements import Field, Statement
from summarizer.note import Support

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
    text, index = one.line.text.rstrip(), one.telling.index
    if any(cues.names_hearer(each, index.article.raw) for each in index.by_line.get(one.line.number, ())):
        return False
    enough = len(one.stems) >= _FEWEST_STEMS and len(one.line.words) >= _FEWEST_WORDS
    return enough and text.endswith(_ENDS) and "?" not in text


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
    text, speaker, kind = worded.of(claim.statement)
    remarks: list[str] = []
    if speaker is not None and not _quoted(claim.statement) and claim.others:
        whose = {one.source: _speaker(one) for one in claim.statements}
        if not all(name is not None and people.same(name, speaker) for name in whose.values()):
            remarks = [f"according to {', '.join(_whose(whose))}"]
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


def _whose(whose: Mapping[str, str | None]) -> Iterator[str]:
    """Name each speaker with the sources that name him, in one spelling."""
    named: dict[str, list[str]] = {}
    for source, name in sorted(whose.items(), key=lambda pair: (len(pair[0]), pair[0])):
        if name is not None:
            known = next((other for other in named if people.same(other, name)), name)
            named.setdefault(known, []).append(source)
    for name, sources in named.items():
        yield f"{name} in {' and '.join(sources)}"


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
    return worded.of(one)[0] != worded.sentence(one)
