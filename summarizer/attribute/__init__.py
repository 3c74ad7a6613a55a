"""Who said what, without a model: cues, sources, contents and resolved speakers.

Rules over closed word classes, capitals and quotation marks; English only. For other
languages nothing is found rather than something invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.article import Article, Attribution, Span
from summarizer.attribute import find, leftover, names, resolve, speakers, text
from summarizer.attribute.names import PartyKind

__all__ = ["Party", "attributions", "parties", "same_party"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something the article names: as first introduced, with every name it goes by."""

    name: str
    role: str | None
    kind: PartyKind
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]


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


@lru_cache(maxsize=4)
def _read(article: Article) -> tuple[tuple[Attribution, ...], tuple[Party, ...]]:
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


_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def same_party(one: str, other: str, known: tuple[Party, ...]) -> bool:
    """Say whether two printed names mean the same party of this article.

    Names that only stand for each other in the world (the White House, Washington) are
    not the same party; titles, roles and a surname alone are, where they fit one party.
    """
    first, second = _plain(one), _plain(other)
    if first == second:
        return True
    if not first or not second:
        return False
    mine, theirs = _owner(one, known), _owner(other, known)
    return mine is not None and mine == theirs


def _plain(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).strip(" .'’").casefold()


def _owner(name: str, known: tuple[Party, ...]) -> str | None:
    plain = _plain(name)
    for party in known:
        if plain in {_plain(party.name), *(_plain(alias) for alias in party.aliases)}:
            return party.name
    roles = [p for p in known if p.role is not None and p.kind == "person" and _plain(p.role) == plain]
    if len(roles) == 1:
        return roles[0].name
    mention = names.analyse(" ".join(name.split()), Span(0, 0))
    if not mention.name or not mention.last:
        return None
    words = {w.casefold() for w in mention.name.split()}
    fitting = [
        p
        for p in known
        if p.kind == "person" and p.name.split()[-1].casefold() == mention.last and _compatible(words, p)
    ]
    return fitting[0].name if len(fitting) == 1 else None


def _compatible(words: set[str], party: Party) -> bool:
    other = {w.casefold() for w in party.name.split()}
    return words <= other or other <= words
