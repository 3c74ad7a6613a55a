"""One position for each party that takes a stand, in the article's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from summarizer import support
from summarizer.article import Article
from summarizer.draft import DraftPosition
from summarizer.drafts import acts, holders, nouns, saying, wording
from summarizer.drafts.stands import Stand
from summarizer.support import words

_FEWEST_LETTERS = 4
# Between stands as plain as each other the more salient sentence decides.
_SALIENCE = 0.25


def draft(index: support.Index, scores: dict[int, float], at_most: int) -> tuple[DraftPosition, ...]:
    """Draft the clearest stand of each party, the parties in order of how clear it is and how central.

    A party whose words take no side has no position: it is not for a program to guess one.
    """
    by_holder = stands_in(index.article)

    def worth(stand: Stand) -> float:
        return stand.strength + _SALIENCE * max(0.0, scores.get(stand.number, 0.0))

    best = [(holder, max(held, key=worth)) for holder, held in by_holder.items()]
    chosen = sorted(best, key=lambda pair: (-worth(pair[1]), pair[1].number))[:at_most]
    return tuple(_position(holder, stand, index) for holder, stand in _grouped(chosen, index))


@lru_cache(maxsize=4)
def stands_in(article: Article) -> Mapping[str, Sequence[Stand]]:
    """All that the parties of an article plainly stand for or against, by the party's name."""
    index = support.index_of(article)
    topics = nouns.Topics.of(index)
    made: dict[str, list[Stand]] = {}
    # what a party says itself goes before what the article says of it
    for stand in (*saying.find(index, topics), *acts.find(index, topics)):
        owner = index.directory.owner(stand.holder)
        made.setdefault(owner.name if owner is not None else stand.holder, []).append(stand)
    return made


def _position(holder: str, stand: Stand, index: support.Index) -> DraftPosition:
    return DraftPosition(
        text=wording.position(stand.said, stand.number, stand.part, index.article, holder),
        holder=holder,
        issue=stand.issue or index.article.title or "what the article reports",
        stance=stand.stance,
        sentences=(stand.number,),
    )


def _grouped(chosen: Sequence[tuple[str, Stand]], index: support.Index) -> list[tuple[str, Stand]]:
    """Put who speaks for a party right behind it, the groups in the order of their first member."""
    made: list[list[tuple[str, Stand]]] = []
    for pair in chosen:
        home = next(
            (held for held in made if any(_together(pair[0], other, index) for other, _ in held)), None
        )
        if home is None:
            made.append([pair])
        else:
            home.append(pair)
    # the party before the person who speaks for it
    return [pair for held in made for pair in sorted(held, key=lambda p: holders.is_person(p[0], index))]


def _together(one: str, other: str, index: support.Index) -> bool:
    """One is named in the other's role or description ("Israeli Prime Minister", "the mayor's spokesman")."""
    return _speaks_for(one, other, index) or _speaks_for(other, one, index)


def _speaks_for(person: str, party: str, index: support.Index) -> bool:
    owner = index.directory.owner(person)
    described = [
        w.lower for w in words.words(f"{owner.role or ''}" if owner is not None else person) if w.content
    ]
    names = [
        w.lower for w in words.words(party) if w.capital and w.content and len(w.lower) >= _FEWEST_LETTERS
    ]
    return any(word.startswith(name) for name in names for word in described if len(word) <= len(name) + 2)
