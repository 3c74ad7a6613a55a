"""Who is introduced in a sentence, and of whom it speaks as of somebody the reader has met."""

from __future__ import annotations

from summarizer import support
from summarizer.article import fold_space
from summarizer.attribute import callings, names

Met = tuple[frozenset[str], frozenset[str]]
NOBODY: Met = (frozenset(), frozenset())


def people(index: support.Index) -> dict[int, Met]:
    """For a sentence's number the people named in full or with their post there, and those it calls by surname alone.

    Whom the title names the reader has met, and so has he whom the article never introduces.
    """
    article = index.article
    title = {names.bare(word) for word in (article.title or "").replace("-", " ").split()}
    full: dict[int, set[str]] = {}
    short: dict[int, set[str]] = {}
    for party in index.parties:
        words = party.name.split()
        if party.kind != "person" or len(words) < _FULL or names.bare(words[-1]) in title:
            continue
        introduced = False
        for span in sorted(party.mentions):
            number = next((s.number for s in article.sentences_in(span)), 0)
            if _is_full(fold_space(span.of(article.raw))):
                introduced = True
                full.setdefault(number, set()).add(party.name)
            elif introduced:
                short.setdefault(number, set()).add(party.name)
    return {
        number: (
            frozenset(full.get(number, ())),
            frozenset(short.get(number, set()) - full.get(number, set())),
        )
        for number in full.keys() | short.keys()
    }


_FULL = 2


def _is_full(printed: str) -> bool:
    words = printed.split()
    return len(words) >= _FULL and (words[0].lower() not in callings.TITLES or len(words) > _FULL)
