"""Print a note for a person (terminal, Markdown) or for a program (JSON).

Every text that comes from an article or a model goes through `plain` on its way out, so
that it can neither steer a terminal nor become markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from summarizer.note import Note

Form = Literal["terminal", "markdown", "json"]


def markdown(note: Note) -> str:
    """Print `note` as GitHub-flavoured Markdown, ending in one line break."""
    from summarizer.render import md, outline

    return md.page(outline.of(note))


def terminal(note: Note, width: int = 80, colour: bool = False) -> str:
    """Print `note` for a screen of `width` columns; without `colour` there is no escape sequence in it."""
    from summarizer.render import outline, screen

    return screen.page(outline.of(note), width, colour)


def json(note: Note) -> str:
    """Print all of `note` as indented JSON, which `Note.model_validate_json` reads back.

    A lone surrogate, which no UTF-8 can hold, comes out as a `\\u` escape with all else
    that is not ASCII.
    """
    import json as standard

    from pydantic_core import PydanticSerializationError

    try:
        return note.model_dump_json(indent=2) + "\n"
    except (UnicodeEncodeError, PydanticSerializationError):
        return standard.dumps(_data(note), indent=2) + "\n"


def _data(note: Note) -> object:
    import datetime

    def flat(value: object) -> object:
        if isinstance(value, dict):
            return {key: flat(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [flat(item) for item in value]
        return value.isoformat() if isinstance(value, datetime.datetime) else value

    return flat(note.model_dump())
