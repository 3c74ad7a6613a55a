"""An HTML page with what it says of itself, as every reader that meets one hands it on."""

from __future__ import annotations

from summarizer.source import html
from summarizer.source.loaded import Loaded


def read(data: bytes, name: str, declared: str | None = None) -> Loaded:
    """Read the visible text of a page, its metadata beside it; SourceError as `html.read` raises it."""
    page = html.read(data, name, declared)
    said = page.facts
    return Loaded(
        raw=page.text,
        name=name,
        notices=page.notices,
        title=said.title,
        byline=said.byline,
        published=said.published,
        updated=said.updated,
        site=said.site,
        language=said.language,
        hints=page.hints,
    )


def read_text(markup: str, name: str) -> Loaded:
    """Read markup that another format holds, a page or a piece of one."""
    opened = markup if "<html" in markup[:2_000].lower() else f"<html><body>{markup}</body></html>"
    return read(opened.encode("utf-8", "replace"), name)
