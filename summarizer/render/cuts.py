"""The input with every cut marked: what cleaning kept, what it left out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from summarizer.article import Article, Cut, Span
from summarizer.render.plain import printable

_WIDEST = 24


def explained(article: Article) -> str:
    """Print each line of the input behind the reason it was cut for, or behind nothing if it stays.

    A line that is cut in part is printed in parts.
    """
    parts = list(_parts(article))
    gutter = min(_WIDEST, max((len(reason) for reason, _ in parts), default=0))
    made = [f"{reason:<{gutter}} | {text}".rstrip() for reason, text in parts]
    characters = sum(cut.end - cut.start for cut in article.cuts)
    made.append("")
    made.append(
        f"{len(article.cuts):,} cuts, {characters:,} of {len(article.raw):,} characters; "
        f"{len(article.paragraphs):,} paragraphs and {len(article.sentences):,} sentences stay"
    )
    return "\n".join(made) + "\n"


def _parts(article: Article) -> Iterator[tuple[str, str]]:
    at = 0
    end = Cut(len(article.raw), len(article.raw), "")
    for cut in chain(sorted(article.cuts, key=lambda cut: cut.start), (end,)):
        if cut.start > at:
            yield from _lines(article, Span(at, cut.start), "")
        if cut.end > max(at, cut.start):
            yield from _lines(article, Span(max(at, cut.start), cut.end), printable(cut.reason))
        at = max(at, cut.end)


def _lines(article: Article, span: Span, reason: str) -> Iterator[tuple[str, str]]:
    for line in span.of(article.raw).splitlines():
        if text := printable(line):
            yield reason, text
