"""The parties of an article as a table, Markdown and data: names, roles, mentions, what each said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summarizer.article import Article, Attribution
from summarizer.attribute import Party
from summarizer.render import data, md, saying
from summarizer.render.plain import printable

_HEADER = ("Name", "Role", "Kind", "Also", "Mentions", "Says")
_ROOM = (2, 3, 0, 3, 0, 0)
_MOST_SHOWN = 3


def rows(known: Sequence[Party], found: Sequence[Attribution]) -> list[tuple[str, ...]]:
    """Give each party as a row of words."""
    made: list[tuple[str, ...]] = []
    for party in known:
        also = [printable(alias) for alias in party.aliases if alias != party.name]
        said = [item for item in found if item.speaker == party.name]
        made.append(
            (
                printable(party.name),
                printable(party.role or ""),
                party.kind,
                "; ".join(also[:_MOST_SHOWN]),
                str(len(party.mentions)),
                str(len(said)),
            )
        )
    return made


def table(known: Sequence[Party], found: Sequence[Attribution], width: int, colour: bool) -> str:
    """Print the parties in columns that fill `width`."""
    return saying.draw(tuple(zip(_HEADER, _ROOM, strict=True)), rows(known, found), width, colour)


def markdown(known: Sequence[Party], found: Sequence[Attribution]) -> str:
    """Print the parties as a Markdown table."""
    lines = [f"| {' | '.join(_HEADER)} |", "|" + " --- |" * len(_HEADER)]
    lines += ["| " + " | ".join(md.escape(cell) for cell in row) + " |" for row in rows(known, found)]
    return "\n".join(lines) + "\n"


def csv(known: Sequence[Party], found: Sequence[Attribution]) -> str:
    """Print the parties as CSV, one a row."""
    return data.rows([name.lower() for name in _HEADER], rows(known, found))


def listed(known: Sequence[Party], found: Sequence[Attribution], article: Article) -> list[dict[str, Any]]:
    """Give the parties as plain data, with where each is printed and the numbers of what it said in `found`."""
    return [
        {
            "name": party.name,
            "role": party.role,
            "kind": party.kind,
            "aliases": list(party.aliases),
            "mentions": [{"start": m.start, "end": m.end, "text": m.of(article.raw)} for m in party.mentions],
            "said": [number for number, item in enumerate(found) if item.speaker == party.name],
        }
        for party in known
    ]
