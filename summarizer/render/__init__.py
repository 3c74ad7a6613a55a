"""Print a note for a person (terminal, Markdown, HTML, Word) or for a program (JSON).

Every text that comes from an article or a model goes through `plain` on its way out, so
that it can neither steer a terminal nor become markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.note import Note

Form = Literal["terminal", "markdown", "json", "html", "docx"]


def markdown(note: Note) -> str:
    """Print `note` as GitHub-flavoured Markdown, ending in one line break."""
    from summarizer.render import md, of_note

    return md.page(of_note.outline(note))


def terminal(note: Note, width: int = 80, colour: bool = False) -> str:
    """Print `note` for a screen of `width` columns; without `colour` there is no escape sequence in it."""
    from summarizer.render import of_note, screen

    return screen.page(of_note.outline(note), width, colour)


def html(note: Note, article: Article | None = None) -> str:
    """Print `note` as one HTML file, beside the text of `article` or else the sentences that it cites.

    Raises UsageError where the note was made of another text than `article`.
    """
    from summarizer.errors import UsageError
    from summarizer.render import of_note, paper, webpage

    shown = of_note.outline(note)
    if article is None:
        return webpage.page(shown, (paper.cited(shown),))
    if article.sha256 != note.provenance.input_sha256:
        raise UsageError(
            f"the note was not made of {article.name!r}: the text is another one",
            hint="the article that was summarised",
        )
    return webpage.page(shown, (paper.whole(article, shown),))


def fragment(note: Note) -> str:
    """Print `note` as HTML to stand in another page, as a notebook's."""
    from summarizer.render import of_note, webpage

    return webpage.fragment(of_note.outline(note))


def docx(note: Note) -> bytes:
    """Print `note` as a Word document; UsageError where the extra `docs` is not installed."""
    from summarizer.render import of_note, word

    return word.document(of_note.outline(note))


def json(note: Note, *, ascii_only: bool = False) -> str:
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
