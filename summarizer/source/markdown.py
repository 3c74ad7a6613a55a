"""Markdown as the text a reader of its page sees; what its front matter says of it comes beside."""

from __future__ import annotations

import re
from typing import Any

from summarizer.errors import SourceError
from summarizer.source import dates, printed
from summarizer.source.loaded import Loaded

# What plain text does not have. A list, a rule or a line of dashes is in pasted text as well.
_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"^#{1,6} +\S",
        r"(?<!\!)\[[^\]\n]{1,200}\]\((?:https?://|/|#|\.|mailto:)[^)\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)",
        r"!\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)",
        r"(?<![\w*])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?!\w)",
        r"^(?:```|~~~)[\w-]*\s*$",
        r"^\[[^\]\n]{1,80}\]:\s+(?:https?://|/)\S+",
        r"^\|(?:\s*:?-{3,}:?\s*\|)+\s*$",
    )
)
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\n]{0,2000}\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n((?:[^\n]{0,2000}\n){1,200}?)\+\+\+[ \t]*(?:\r?\n|$)")
_ENTRY = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_SAMPLE = 200_000
LONGEST = 5_000_000
"""Characters that are searched for markup, which takes seconds for each million."""


def is_markdown(text: str, *, called_so: bool) -> bool:
    """Say whether a text is marked up: front matter, or two different signs; one if its suffix says so."""
    if len(text) > LONGEST:
        return False
    if _front(text) is not None:
        return True
    sample = text[:_SAMPLE]
    signs = sum(sign.search(sample) is not None for sign in _SIGNS)
    return signs >= (1 if called_so else 2)


def read(text: str, name: str) -> Loaded:
    """Print the text without its markup, one block a line. Raises SourceError where nothing is left."""
    from markdown_it import MarkdownIt

    from summarizer.source import page

    found = _front(text)
    said = _entries(found[1]) if found else {}
    body = text[found.end() :] if found else text
    markup = MarkdownIt("commonmark", {"html": True}).enable("table").render(body)
    if not markup.strip():
        raise SourceError(f"{name} is Markdown without text", hint="paste the article's text into it")
    shown = page.read_text(markup, name)
    return Loaded(
        raw=shown.raw,
        name=name,
        notices=shown.notices,
        title=_one(said, "title", "headline") or shown.title,
        byline=tuple(n for key in ("byline", "author", "authors") for n in said.get(key, ()) if n),
        published=_moment(said, "published", "date", "pubdate", "datepublished"),
        updated=_moment(said, "updated", "lastmod", "modified", "last_modified_at"),
        site=_one(said, "site", "publication", "publisher", "source"),
        language=(_one(said, "lang", "language") or "")[:2].lower() or None,
        likely=printed.whole(shown.raw),
        url=next((u for u in said.get("url", ()) if u.startswith(("http://", "https://"))), None),
    )


def _front(text: str) -> re.Match[str] | None:
    """Front matter: its first line has to be an entry, for a rule of dashes opens texts as well."""
    head = text[:_SAMPLE]
    found = _FRONT.match(head) or _TOML.match(head)
    return found if found and _ENTRY.match(found[1].lstrip()) else None


def _entries(block: str) -> dict[str, tuple[str, ...]]:
    """The plain entries of YAML or TOML: `key: value`, `key: [a, b]`, or a list below the key."""
    made: dict[str, tuple[str, ...]] = {}
    last: str | None = None
    for line in block.splitlines():
        if (item := _ITEM.fullmatch(line)) and last is not None:
            made[last] = (*made[last], _unquoted(re.sub(r"^name:\s*", "", item[1])))
        elif entry := _ENTRY.fullmatch(line):
            last, value = entry[1].lower(), entry[2].strip()
            inner = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
            made[last] = tuple(_unquoted(part) for part in inner if part.strip())
    return made


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return " ".join(text.replace('\\"', '"').split())


def _one(said: dict[str, tuple[str, ...]], *keys: str) -> str | None:
    return next((said[key][0] for key in keys if said.get(key)), None)


def _moment(said: dict[str, tuple[str, ...]], *keys: str) -> Any:  # noqa: ANN401
    return next((found for key in keys for text in said.get(key, ()) if (found := dates.moment(text))), None)
