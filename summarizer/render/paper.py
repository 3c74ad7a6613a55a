"""The text that a page shows beside its items: a whole article, or the sentences that are cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.article import Article, Cut, Span
from summarizer.render import plain
from summarizer.render.outline import Item, Outline, Proof
from summarizer.render.plain import printable


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text that is the same throughout: cited at these places, or cut for this reason."""

    text: str
    places: tuple[str, ...] = ()
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A text in paragraphs; `whole` tells an article from the sentences that are cited of it.

    The texts of a paragraph's stretches, put together, are the paragraph. Where the paper is
    not whole each paragraph is one place.
    """

    title: str
    source: str
    language: str
    whole: bool
    paragraphs: tuple[tuple[Stretch, ...], ...]

    @property
    def cuts(self) -> int:
        """How many stretches were cut."""
        return sum(bool(stretch.cut) for paragraph in self.paragraphs for stretch in paragraph)


def proofs(items: Iterable[Item]) -> Iterator[Proof]:
    """Walk over the places that items cite, those of their parts behind their own."""
    for item in items:
        yield from item.proofs
        yield from proofs(item.parts)


def cited(shown: Outline, source: str = "") -> Paper:
    """Print what a page cites of a text, in the order of the text, each place once."""
    found = {
        proof.place: proof
        for section in shown.sections
        for proof in proofs(section.items)
        if proof.source == source
    }
    ordered = sorted(found.values(), key=lambda proof: (proof.start, proof.end))
    return Paper(
        title="Cited sentences",
        source=source,
        language=shown.language,
        whole=False,
        paragraphs=tuple((Stretch(proof.text, (proof.place,)),) for proof in ordered),
    )


def whole(article: Article, shown: Outline, source: str = "") -> Paper:
    """Print all of an article, cut parts in their places, with what a page cites of it marked."""
    marks = [
        proof
        for section in shown.sections
        for proof in proofs(section.items)
        if proof.source == source and proof.end <= len(article.raw)
    ]
    return Paper(
        title=printable(article.title or article.name),
        source=source,
        language=printable(article.language),
        whole=True,
        paragraphs=tuple(_paragraphs(article, marks)),
    )


def _paragraphs(article: Article, marks: Sequence[Proof]) -> Iterator[tuple[Stretch, ...]]:
    """Walk over all of the input: paragraphs, and between them the cut parts line by line."""
    at = 0
    for paragraph in (*article.paragraphs, Span(len(article.raw), len(article.raw))):
        yield from _between(article, Span(at, max(at, paragraph.start)))
        if made := tuple(_stretches(article, paragraph, marks)):
            yield made
        at = paragraph.end


def _between(article: Article, gap: Span) -> Iterator[tuple[Stretch, ...]]:
    for span, reason in _runs(gap, article.cuts):
        for line in span.of(article.raw).splitlines():
            if text := printable(line):
                yield (Stretch(text, cut=reason),)


def _runs(whole: Span, cuts: Sequence[Cut]) -> Iterator[tuple[Span, str]]:
    """Part a span into what was cut, with the reason, and what was not."""
    at = whole.start
    for cut in sorted((cut for cut in cuts if cut.span.overlaps(whole)), key=lambda cut: cut.start):
        if cut.start > at:
            yield Span(at, cut.start), ""
        start, end = max(at, cut.start), min(cut.end, whole.end)
        if end > start:
            yield Span(start, end), printable(cut.reason) or "cut"
            at = end
    if at < whole.end:
        yield Span(at, whole.end), ""


def _stretches(article: Article, paragraph: Span, marks: Sequence[Proof]) -> Iterator[Stretch]:
    near = [mark for mark in marks if mark.start < paragraph.end and paragraph.start < mark.end]
    blank = True
    for run, reason in _runs(paragraph, article.cuts):
        edges = {run.start, run.end}
        edges.update(edge for mark in near for edge in (mark.start, mark.end) if run.start < edge < run.end)
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            text = plain.part(article.raw[start:end])
            text = text.lstrip() if blank else text
            if not text:
                continue
            blank = text.endswith(" ")
            places = tuple(dict.fromkeys(m.place for m in near if m.start <= start and end <= m.end))
            yield Stretch(text, () if reason else places, reason)
