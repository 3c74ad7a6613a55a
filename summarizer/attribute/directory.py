"""The article's parties, and whether two printed names mean one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.attribute import names
from summarizer.attribute.names import PartyKind


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something the article names: as first introduced, with every name it goes by."""

    name: str
    role: str | None
    kind: PartyKind
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]


class Directory:
    """Looks parties up by any name they go by.

    Names that only stand for each other in the world (the White House, Washington) are
    not the same party; titles, roles and a surname alone are, where they fit one party.
    """

    def __init__(self, known: Iterable[Party]) -> None:
        self._by_name: dict[str, Party] = {}
        self._by_role: dict[str, list[Party]] = {}
        self._by_last: dict[str, list[Party]] = {}
        for party in known:
            for name in (party.name, *party.aliases):
                self._by_name.setdefault(plain(name), party)
            if party.kind == "person":
                self._by_last.setdefault(party.name.split()[-1].casefold(), []).append(party)
                if party.role is not None:
                    self._by_role.setdefault(plain(party.role), []).append(party)
        self._found: dict[str, Party | None] = {}

    def same(self, one: str, other: str) -> bool:
        """Say whether two printed names mean the same party of this article."""
        first, second = plain(one), plain(other)
        if first == second:
            return True
        if not first or not second:
            return False
        mine = self.owner(one)
        return mine is not None and mine is self.owner(other)

    def owner(self, name: str) -> Party | None:
        """Look up the party that goes by this name, title, role or surname; None when none or several do."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> Party | None:
        wanted = plain(name)
        if (party := self._by_name.get(wanted)) is not None:
            return party
        if len(roles := self._by_role.get(wanted, [])) == 1:
            return roles[0]
        mention = names.analyse(" ".join(name.split()), Span(0, 0))
        if not mention.name or not mention.last:
            return None
        printed = {word.casefold() for word in mention.core}
        fitting = [p for p in self._by_last.get(mention.last, []) if _compatible(printed, p)]
        return fitting[0] if len(fitting) == 1 else None


_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def plain(name: str) -> str:
    """Fold a name for comparison: case, white space and a leading article."""
    return _ARTICLE.sub("", " ".join(name.split())).strip(" .'’").casefold()


def _compatible(words: set[str], party: Party) -> bool:
    other = {w.casefold() for w in party.name.split()}
    return words <= other or other <= words
