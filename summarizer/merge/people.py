"""Names across sources: one directory of parties, who is who, and names that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from summarizer.article import Span
from summarizer.attribute import Party
from summarizer.briefing import PartyEntry
from summarizer.merge import lexicon, statements
from summarizer.merge.statements import Field, Statement
from summarizer.merge.tellings import Telling
from summarizer.support import words


@lru_cache(maxsize=10_000)
def core(name: str) -> tuple[str, ...]:
    """The words of a name in lower case: those with a capital, titles and roles left out.

    >>> core("the Premier, Ms Ada Quist")
    ('ada', 'quist')
    """
    from summarizer.attribute import names

    mention = names.analyse(" ".join(name.split()), Span(0, 0))
    return tuple(word.strip(".,'’").casefold() for word in mention.core if word[:1].isupper())


def same(one: str, other: str) -> bool:
    """Say whether two names of different sources mean one party: equal, or one a part of the other.

    A single word is a part of a longer name only at its end: "Quist" of "Ada Quist".
    """
    from summarizer.attribute import directory

    if directory.plain(one) == directory.plain(other):
        return True
    first, second = sorted((core(one), core(other)), key=len)
    if not first or not second:
        return False
    if len(first) == 1:
        return first[0] == second[-1]
    return set(first) <= set(second)


def known(name: str, telling: Telling) -> bool:
    """Say whether a source prints the last word of a name."""
    listed = core(name)
    return bool(listed) and telling.index.printed(words.stem(listed[-1]))


_FEWEST_LETTERS = 4
_SLIP = 2
_CONTEXT = 2


def misnamed(field: Field, tellings: Sequence[Telling]) -> Iterator[tuple[Statement, str, Statement, str]]:
    """Yield two names that two sources give one person or thing, each with a sentence that prints it.

    One word of the name is spelled almost alike and the rest is equal; or the two hold one office.
    """
    people = [(telling, party) for telling in tellings for party in telling.index.parties]
    for at, (telling, party) in enumerate(people):
        for other_telling, other in people[at + 1 :]:
            if other_telling is telling or not _one_wrong(party, other):
                continue
            if _prints(party, other_telling) or _prints(other, telling):
                continue
            here, there = _first(field, telling, party), _first(field, other_telling, other)
            if here is not None and there is not None and _alike(party, other, here, there):
                yield here, party.name, there, other.name


def _one_wrong(party: Party, other: Party) -> bool:
    from rapidfuzz.distance import Levenshtein

    one, two = core(party.name), core(other.name)
    if len(one) < 2 or len(one) != len(two):
        return False
    apart = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    if a in (f"{b}s", f"{b}es") or b in (f"{a}s", f"{a}es"):
        return False  # one watch and several
    close = min(len(a), len(b)) >= _FEWEST_LETTERS and Levenshtein.distance(a, b) <= _SLIP
    return (close and a[0] == b[0]) or _same_office(party, other)


def _same_office(party: Party, other: Party) -> bool:
    one, two = (words.key(p.role or "") for p in (party, other))
    return bool(one) and one == two


def _alike(party: Party, other: Party, here: Statement, there: Statement) -> bool:
    name = {lexicon.same(words.stem(word)) for word in core(party.name)}
    shared = (statements.content(here.line.words) & statements.content(there.line.words)) - name
    return _same_office(party, other) or len(shared) >= _CONTEXT


def _prints(party: Party, telling: Telling) -> bool:
    """Say whether a source prints every word of a name somewhere, as it is spelled."""
    return telling.lowers.issuperset(core(party.name))


def _first(field: Field, telling: Telling, party: Party) -> Statement | None:
    for mention in party.mentions:
        for sentence in telling.index.article.sentences_in(mention)[:1]:
            return field.by_place[telling.id, sentence.number]
    return None


_MOST_PARTIES = 20


def entries(field: Field, tellings: Sequence[Telling]) -> tuple[PartyEntry, ...]:
    """List who speaks or has a role, with every role that a source gives.

    What is named and neither speaks nor has a role is a place or a thing as often as a party.
    """
    merged: list[list[tuple[Telling, Party]]] = []
    names: list[set[str]] = []
    for telling in tellings:
        for party in telling.index.parties:
            if not core(party.name) or _common(party, telling):
                continue
            home = [at for at, held in enumerate(names) if any(same(party.name, name) for name in held)]
            if len(home) == 1:
                merged[home[0]].append((telling, party))
                names[home[0]].add(party.name)
            elif not home:
                merged.append([(telling, party)])
                names.append({party.name})
    made = [_entry(group, field) for group in merged]
    shown = [entry for entry in made if entry.speaks or entry.roles]
    return tuple(sorted(shown, key=lambda e: (-len(e.sources), not e.speaks))[:_MOST_PARTIES])


def _common(party: Party, telling: Telling) -> bool:
    """A word that only the beginning of its sentence gives a capital."""
    listed = core(party.name)
    return set(listed) <= lexicon.TIMES or not any(telling.index.capital(words.stem(w)) for w in listed)


def _entry(group: Sequence[tuple[Telling, Party]], field: Field) -> PartyEntry:
    # "HALLEN" is a dateline's spelling of Hallen
    name = max(
        (party.name for _, party in group),
        key=lambda name: (len(core(name)), not _LOUD.fullmatch(name), -len(name)),
    )
    name = name.title() if _LOUD.fullmatch(name) and _hushed(name, group) else name
    roles = dict.fromkeys(party.role for _, party in group if party.role)
    speaks = any(
        said.speaker is not None and same(said.speaker, party.name)
        for telling, party in group
        for said in telling.index.found
    )
    first = {t.id: where for t, party in group if (where := _first(field, t, party)) is not None}
    return PartyEntry(
        name=name,
        roles=tuple(_distinct(roles)),
        speaks=speaks,
        sources=tuple(dict.fromkeys(telling.id for telling, _ in group)),
        evidence=tuple(one.telling.cite(one.line) for one in first.values()),
    )


_LOUD = re.compile(r"[A-Z]{5,}(?: [A-Z]{2,})*")


def _hushed(name: str, group: Sequence[tuple[Telling, Party]]) -> bool:
    """Say whether a name in capitals is also printed in small letters, so that it is no abbreviation."""
    return any(name.title() in telling.index.article.raw for telling, _ in group)


def _distinct(roles: Iterable[str]) -> Iterator[str]:
    """Roles of which none is a part of another."""
    listed = list({role.casefold(): role for role in roles}.values())
    for role in listed:
        mine = {word.stem for word in words.words(role) if word.content}
        others = [o for o in listed if o != role]
        inside = [o for o in others if mine < {w.stem for w in words.words(o) if w.content}]
        if not inside:
            yield role
