"""Who said what, without a model: cues, sources, contents and resolved speakers.

Rules over closed word classes, capitals and quotation marks; English only. For other
languages nothing is found rather than something invented.
"""

from __future__ import annotations

from functools import lru_cache

from summarizer.article import Article, Attribution, Span
from summarizer.attribute import find, leftover, resolve, speakers, text
from summarizer.attribute.directory import Directory, Party

__all__ = ["Directory", "Party", "Read", "attributions", "parties", "read", "remember", "same_party"]


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Find who said what in the sentences of `article`, in text order.

    Contents do not overlap; a quotation that runs over sentences and paragraphs is one
    attribution. Empty for an article that is not in English.
    """
    return _read(article)[0]


def parties(article: Article, found: tuple[Attribution, ...] | None = None) -> tuple[Party, ...]:
    """List the article's parties, the most mentioned first; speakers known by description last.

    `found` is what `attributions` gave for the article; left out, it is found again.
    """
    known = _read(article)[1]
    said = found if found is not None else attributions(article)
    names_known = {party.name for party in known}
    described: dict[str, list[Span]] = {}
    for item in said:
        if item.speaker is not None and item.speaker not in names_known and item.source is not None:
            described.setdefault(item.speaker, []).append(item.source)
    return (*known, *(Party(name, None, "group", (name,), tuple(spans)) for name, spans in described.items()))


Read = tuple[tuple[Attribution, ...], tuple[Party, ...]]
"""All that was found in an article: who said what, and the parties whose names it prints."""


def read(article: Article) -> Read:
    """Give all that was found, to be handed to `remember` where the article goes to another process."""
    return _read(article)


def remember(article: Article, found: Read) -> None:
    """Take what `read` gave for this very article elsewhere, so that it is not looked for again."""
    _given(article)[:] = [found]


@lru_cache(maxsize=32)
def _given(article: Article) -> list[Read]:
    """What was found in an article elsewhere; empty where nobody has handed anything over."""
    return []


@lru_cache(maxsize=32)
def _read(article: Article) -> Read:
    if given := _given(article):
        return given[0]
    if article.language != "en":
        return (), ()
    paragraphs = text.paragraphs(article)
    register = resolve.Register(article, paragraphs)
    found = leftover.with_leftover(find.find(paragraphs), paragraphs)
    said = speakers.attribute(article, paragraphs, found, register)
    ordered = sorted(register.known, key=lambda k: (-len(k.mentions), k.mentions[0].start))
    known = tuple(
        Party(k.shown, k.role, "person" if k.person else "organisation", tuple(k.aliases), tuple(k.mentions))
        for k in ordered
    )
    return said, known


def same_party(one: str, other: str, known: tuple[Party, ...]) -> bool:
    """Say whether two printed names mean the same party; see `Directory`, which is quicker for many."""
    return Directory(known).same(one, other)
