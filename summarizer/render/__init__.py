"""Print a note or a briefing for a person (terminal, Markdown, HTML, Word) or for a program (JSON).

Every text that comes from an article or a model goes through `plain` on its way out, so
that it can neither steer a terminal nor become markup.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.briefing import Briefing
    from summarizer.note import Note
    from summarizer.render.outline import Outline

Form = Literal["terminal", "markdown", "json", "html", "docx"]


def _outline(shown: Note | Briefing) -> Outline:
    from summarizer.note import Note
    from summarizer.render import of_briefing, of_note

    return of_note.outline(shown) if isinstance(shown, Note) else of_briefing.outline(shown)


def markdown(note: Note | Briefing) -> str:
    """Print `note` as GitHub-flavoured Markdown, ending in one line break."""
    from summarizer.render import md

    return md.page(_outline(note))


def terminal(note: Note | Briefing, width: int = 80, colour: bool = False) -> str:
    """Print `note` for a screen of `width` columns; without `colour` there is no escape sequence in it."""
    from summarizer.render import screen

    return screen.page(_outline(note), width, colour)


def html(note: Note | Briefing, *articles: Article | None) -> str:
    """Print `note` as one HTML file, beside the texts of `articles` or else the sentences that it cites.

    Raises UsageError where one of `articles` is none that the note or briefing was made of.
    """
    from summarizer.briefing import Briefing
    from summarizer.errors import UsageError
    from summarizer.render import paper, webpage

    shown = _outline(note)
    whole = {article.sha256: article for article in articles if article is not None}
    papers = []
    for id_, title, digest in _texts(note):
        article = whole.pop(digest, None)
        made = paper.cited(shown, id_) if article is None else paper.whole(article, shown, id_)
        papers.append(replace(made, title=f"{id_} {title}") if id_ else made)
    if strange := [
        one for one in whole.values() if all(one.sha256 != digest for _, _, digest in _texts(note))
    ]:
        raise UsageError(
            f"the {'briefing' if isinstance(note, Briefing) else 'note'} was not made of {strange[0].name!r}: "
            "the text is another one",
            hint="the article that was summarised",
        )
    return webpage.page(shown, tuple(papers))


def _texts(note: Note | Briefing) -> list[tuple[str, str, str]]:
    """Each text that was read: its id, empty where there is one only, its title, and its digest."""
    from summarizer.note import Note
    from summarizer.render import plain

    if isinstance(note, Note):
        return [("", "", note.provenance.input_sha256)]
    return [
        (one.id, plain.clip(plain.printable(one.title or one.name), plain.LONGEST_ITEM), one.sha256)
        for one in note.sources
    ]


def fragment(note: Note | Briefing) -> str:
    """Print `note` as HTML to stand in another page, as a notebook's."""
    from summarizer.render import webpage

    return webpage.fragment(_outline(note))


def docx(note: Note | Briefing) -> bytes:
    """Print `note` as a Word document; UsageError where the extra `docs` is not installed."""
    from summarizer.render import word

    return word.document(_outline(note))


def json(note: Note | Briefing, *, ascii_only: bool = False) -> str:
    """Print all of `note` as indented JSON, which `Note.model_validate_json` reads back.

    With `ascii_only`, and where the text holds a lone surrogate that no UTF-8 can
    hold, whatever is not ASCII comes out as an escape.
    """
    from pydantic_core import PydanticSerializationError

    from summarizer.render import data

    try:
        plain = note.model_dump_json(indent=2) + "\n"
    except (UnicodeEncodeError, PydanticSerializationError):
        return data.text(note.model_dump(), ascii_only=True)
    return plain if plain.isascii() or not ascii_only else data.text(note.model_dump(), ascii_only=True)
