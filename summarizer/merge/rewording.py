"""The merged claims as a text of their own, so that a model's paragraph is checked like any note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import ground, note
from summarizer.article import Article, Sentence, Span, fold_space
from summarizer.briefing import BriefLine, Cited, LeftOut, MergedClaim
from summarizer.draft import Draft, DraftLine
from summarizer.merge import worded
from summarizer.note import Evidence, Support
from summarizer.support import words

MOST = 14
"""Sentences that are offered to a model."""


@dataclass(frozen=True)
class Offered:
    """A sentence that a line may rest on, with every sentence that says so too, and what is disputed of it."""

    text: str
    evidence: tuple[Cited, ...]
    independent: int
    problems: tuple[str, ...]

    @property
    def known(self) -> str:
        """What is to be known of it, in a few words."""
        count = f"{self.independent} independent sources" if self.independent > 1 else "one source"
        return f"disputed: {'; '.join(self.problems)}" if self.problems else count


def offered(summary: Sequence[BriefLine], claims: Sequence[MergedClaim]) -> tuple[Offered, ...]:
    """Offer the sentences of the extractive paragraph, then those of the claims, each once."""
    made: dict[tuple[str, int], Offered] = {}
    counts = {(c.evidence[0].source, c.evidence[0].sentence): c for c in claims}
    items: Sequence[BriefLine | MergedClaim] = (*summary, *claims)
    for one in items:
        first = one.evidence[0]
        place = (first.source, first.sentence)
        claim = counts.get(place)
        disputed = one.support.problems if one.support.verdict != "supported" else ()
        made.setdefault(
            place,
            Offered(
                text=fold_space(first.text),
                evidence=one.evidence,
                independent=claim.independent if claim is not None else 1,
                problems=disputed,
            ),
        )
    return tuple(made.values())[:MOST]


def check(
    lines: Sequence[DraftLine], listed: Sequence[Offered]
) -> tuple[tuple[BriefLine, ...], tuple[LeftOut, ...]]:
    """Hold a model's lines against the sentences offered; what they do not bear out is left out with a reason.

    A line that rests on a disputed sentence is doubtful and says what is disputed. One in the voice of a source
    ("our demand") is nobody's in a briefing, and one that says little more than a line above says it again.
    """
    grounded = ground.ground(
        Draft(summary=tuple(lines), claims=(), positions=()), _article(listed), origin="model"
    )
    kept: list[BriefLine] = []
    lost = [LeftOut(**one.model_dump()) for one in grounded.set_aside]
    for one in grounded.summary:
        if (reason := _unfit(one.text, kept)) is not None:
            lost.append(LeftOut(kind="summary", text=one.text, reason=reason))
            continue
        used = [listed[evidence.sentence - 1] for evidence in one.evidence]
        problems = tuple(dict.fromkeys(problem for offer in used for problem in offer.problems))
        kept.append(
            BriefLine(
                text=one.text,
                evidence=tuple(dict.fromkeys(_cited(one.evidence, listed))),
                support=Support(
                    verdict="doubtful" if problems else one.support.verdict,
                    score=one.support.score,
                    problems=(*one.support.problems, *problems),
                ),
                origin="model",
            )
        )
    return tuple(kept), tuple(lost)


_REPEATS = 0.75


def _unfit(text: str, kept: Sequence[BriefLine]) -> str | None:
    if worded.own_voice(text):
        return "in the voice of a source"
    told = _content(text)
    for one in kept:
        above = _content(one.text)
        if len(told & above) >= _REPEATS * max(1, min(len(told), len(above))):
            return note.REPEATED
    return None


def _content(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words.words(text) if word.content)


def _cited(evidence: Sequence[Evidence], listed: Sequence[Offered]) -> tuple[Cited, ...]:
    return tuple(cited for one in evidence for cited in listed[one.sentence - 1].evidence)


def _article(listed: Sequence[Offered]) -> Article:
    """Put the sentences one under the other, each a paragraph."""
    spans: list[Span] = []
    at = 0
    for one in listed:
        spans.append(Span(at, at + len(one.text)))
        at += len(one.text) + 2
    return Article(
        raw="\n\n".join(one.text for one in listed),
        name="merged claims",
        paragraphs=tuple(spans),
        sentences=tuple(
            Sentence(number, span.start, span.end, number - 1) for number, span in enumerate(spans, start=1)
        ),
    )
