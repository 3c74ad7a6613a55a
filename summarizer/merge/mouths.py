"""One quotation in two mouths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import match
from summarizer.article import Attribution, fold_space
from summarizer.merge import people
from summarizer.merge.tellings import Telling
from summarizer.support import Line

_FEWEST_WORDS = 4
_ALIKE = 80.0
# Its halves the other way round: all the same words, of which there are many.
_LONG, _TURNED = 10, 95.0
_REACH = 1


@dataclass(frozen=True)
class Quoted:
    """A quotation of at least four words, whose it is, and the sentence it begins in."""

    telling: Telling
    said: Attribution
    line: Line
    folded: str
    printed: str

    @property
    def speaker(self) -> str:
        """Whose words the source says they are."""
        return self.said.speaker or ""


def of(tellings: Sequence[Telling]) -> tuple[Quoted, ...]:
    """List the quotations whose speaker has a name."""
    made: list[Quoted] = []
    for telling in tellings:
        raw = telling.index.article.raw
        for line in telling.index.lines:
            for said in telling.said[line.number]:
                if said.speaker is None or said.anonymous or not people.core(said.speaker):
                    continue
                for part in said.content:
                    if not line.span.start <= part.start < line.span.end:
                        continue
                    made.extend(
                        Quoted(telling, said, line, folded, printed)
                        for folded, printed in _quotes(part.of(raw))
                    )
    return tuple(made)


def _quotes(text: str) -> Iterator[tuple[str, str]]:
    quoted = match.quotations(text) or ((text,) if re.match(r"\s*[\"“‘']", text) else ())
    for quote in quoted:
        folded = match.folded(quote).strip(" ,.;:!?")
        if len(folded.split()) >= _FEWEST_WORDS:
            yield folded, fold_space(quote).strip("\"“”'‘’ ,.")


def rivals(tellings: Sequence[Telling]) -> Iterator[tuple[Quoted, Quoted]]:
    """Yield one quotation that two sources give to two people, neither of whom the other names beside it."""
    listed = of(tellings)
    for at, one in enumerate(listed):
        for other in listed[at + 1 :]:
            if (
                one.telling is not other.telling
                and _one_quotation(one.folded, other.folded)
                and not people.same(one.speaker, other.speaker)
                and not _beside(one, other)
                and not _beside(other, one)
                and not _stands_for(one, other)
                and not _stands_for(other, one)
            ):
                yield one, other


def _one_quotation(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    shorter, longer = sorted((one, other), key=len)
    return (
        shorter in longer
        or fuzz.ratio(one, other) >= _ALIKE
        or (len(shorter.split()) >= _LONG and fuzz.token_sort_ratio(one, other) >= _TURNED)
    )


def _beside(one: Quoted, other: Quoted) -> bool:
    """The sentences round one quotation name the speaker of the other, by the first name where they share the last."""
    name, mine = people.core(other.speaker), people.core(one.speaker)
    shared = name[-1:] == mine[-1:] and len(name) > 1
    reach = _REACH if _by_pronoun(one) else 0
    lines = one.telling.index.lines[max(0, one.line.number - 1 - reach) : one.line.number + reach]
    return any(
        all(any(word.lower == part for word in line.words) for part in (name[:1] if shared else name[-1:]))
        for line in lines
    )


def _stands_for(one: Quoted, other: Quoted) -> bool:
    """The role of one speaker names the other: a chief executive speaks for the company."""
    role = (one.said.role or "").casefold()
    owner = one.telling.index.directory.owner(one.speaker)
    role = f"{role} {(owner.role or '').casefold() if owner is not None else ''}"
    return any(part in role for part in people.core(other.speaker))


def _by_pronoun(one: Quoted) -> bool:
    """The sentence says "he" or nothing, so that who it is was worked out and may be wrong."""
    source = one.said.source
    printed = source.of(one.telling.index.article.raw) if source is not None else ""
    return len(printed.split()) <= 1 and not any(
        part in printed.casefold() for part in people.core(one.speaker)
    )
