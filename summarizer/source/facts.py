"""What an HTML page says about itself to machines: JSON-LD first, then meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
_DEEPEST = 12
_NEVER = 1970


@dataclass(frozen=True, slots=True)
class Facts:
    """Metadata of a page; None and () where it gives none."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    site: str | None = None
    language: str | None = None


def facts(tree: HtmlElement) -> Facts:
    """Read the metadata of an lxml tree; must be called before scripts are removed from it."""
    linked = _linked(tree)
    meta = _meta(tree)
    published = linked.get("datePublished") or meta.get("article:published_time") or meta.get("datepublished")
    updated = linked.get("dateModified") or meta.get("article:modified_time")
    site = _name(linked.get("publisher")) or meta.get("og:site_name")
    names = _names(linked.get("author")) or _names(meta.get("author") or meta.get("article:author"))
    language = str(linked.get("inLanguage") or tree.get("lang") or "")[:2].lower()
    title = _clean(linked.get("headline")) or _clean(meta.get("og:title"))
    return Facts(
        title=_title(tree, title, _clean(site)),
        byline=names,
        published=moment(published),
        updated=moment(updated),
        site=_clean(site),
        language=language if re.fullmatch("[a-z]{2}", language) else None,
    )


def _title(tree: HtmlElement, said: str | None, site: str | None) -> str | None:
    """The title the page gives, without the name of the site; else its only main heading."""
    headings = [text for element in tree.iter("h1") if (text := _clean(" ".join(element.itertext())))]
    if said is None or said == site:
        return headings[0] if len(headings) == 1 else None
    return next((text for text in headings if len(text) >= 12 and said.startswith(text)), said)


def _meta(tree: HtmlElement) -> dict[str, str]:
    made: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and element.get("content"):
            made.setdefault(key.lower(), element.get("content"))
    return made


def _linked(tree: HtmlElement) -> dict[str, Any]:
    """The properties of the page's article, the first of them that has a headline or a date."""
    best: dict[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "").strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, 0):
            kinds = node.get("@type")
            named = [
                kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
            ]
            if any(_ARTICLES.search(kind) for kind in named):
                rank = sum(key in node for key in ("headline", "datePublished", "author"))
                if rank > sum(key in best for key in ("headline", "datePublished", "author")):
                    best = node
    return best


def _nodes(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            if isinstance(data.get(key), (dict, list)):
                yield from _nodes(data[key], depth + 1)
    elif isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _names(value: object) -> tuple[str, ...]:
    """Names of people; addresses and empty strings are none."""
    made: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = _clean(_name(item))
        if name and not re.search(r"https?:|@|/", name) and len(name) <= 120:
            part = re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)
            made.extend(piece.strip() for piece in re.split(r",| and | & ", part) if piece.strip())
    return tuple(dict.fromkeys(made))


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    import html

    text = " ".join(html.unescape(value).split())
    return text or None


def moment(value: object) -> datetime | None:
    """Read an ISO 8601 time, time zone kept where it has one; None for anything else.

    >>> moment("2031-06-05T09:14:00Z").isoformat()
    '2031-06-05T09:14:00+00:00'
    """
    if not isinstance(value, str):
        return None
    text = re.sub(r"\s*Z$", "+00:00", value.strip())
    text = re.sub(r"([+-]\d{2})(\d{2})$", r"\1:\2", text)
    text = re.sub(r"\.\d+", "", text)
    text = re.sub(r"\s+(?=[+-]\d{2}:)", "", text)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    # what content systems write for "never": year 1, or 1970
    return found if found.year > _NEVER else None
