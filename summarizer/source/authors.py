"""Who an HTML page says wrote it: in its data, else where its tags mark the printed name."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from summarizer import byline

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# The words of classes by which templates mark it; parts of longer names count only where they end the name.
_MARKED = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|author-name|byline-name|byline__name)(?:$|\s)")
_ELSEWHERE = re.compile(
    r"comment|reply|related|recirc|recommend|popular|sidebar|footer|teaser|promo|card|widget|bio",
    re.IGNORECASE,
)
_TAGS = ("a", "span", "p", "div", "address", "cite", "dd", "strong", "li", "h6", "h5", "h4", "h3")
_BREAKS = frozenset("br div p li ul ol dd dt h2 h3 h4 h5 h6 time".split())
_MOST_NAMED, _DEEPEST, _LONGEST = 120, 12, 400


def names(
    linked: dict[str, Any], meta: dict[str, str], tree: HtmlElement, site: str | None
) -> tuple[str, ...]:
    """Name the authors: those of the data first; where these name nobody but the outlet, the marked ones."""
    return (
        named(linked.get("author"), site)
        or named(linked.get("creator"), site)
        or named(meta.get("author") or meta.get("article:author"), site)
        or _marked(tree, site)
    )


def named(value: object, site: str | None) -> tuple[str, ...]:
    """Names of the authors in a page's data; addresses and accounts are none."""
    made: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        said = item.get("name") if isinstance(item, dict) else item
        name = " ".join(html.unescape(said).split()) if isinstance(said, str) else ""
        if name and not re.search(r"https?:|@\w+\.|^/", name) and len(name) <= _MOST_NAMED:
            made.extend(byline.people(name, site, whole=True))
    return tuple(dict.fromkeys(made))


def _marked(tree: HtmlElement, site: str | None) -> tuple[str, ...]:
    """The first names that a tag behind the headline marks as the author's."""
    for element in _behind_heading(tree):
        if _marks(element) and not _elsewhere(element):
            text = _text(element)
            if 0 < len(text) <= _MOST_NAMED and (found := byline.people(text, site, whole=True)):
                return found
    return ()


def _text(element: HtmlElement) -> str:
    """What the element prints, a bar for each border of lines in it."""
    from lxml import etree  # type: ignore[import-untyped]

    parts: list[str] = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner is not element and inner.tag in _BREAKS:
            parts.append(" | ")
        text = inner.text if event == "start" else None if inner is element else inner.tail
        parts.append(text if isinstance(inner.tag, str) and text else "")
    return " ".join("".join(parts).split()).strip(" |")


def _behind_heading(tree: HtmlElement) -> Iterator[HtmlElement]:
    headed = next(tree.iter("h1"), None) is None
    for element in tree.iter("h1", *_TAGS):
        if element.tag == "h1":
            headed = True
        elif headed:
            yield element


def _marks(element: HtmlElement) -> bool:
    return (
        "author" in (element.get("rel") or "").split()
        or "author" in (element.get("itemprop") or "").split()
        or _MARKED.search((element.get("class") or "")[:_LONGEST].lower()) is not None
    )


def _elsewhere(element: HtmlElement) -> bool:
    """Say whether the mark stands in comments, in a box about somebody, or among other articles."""
    above = element
    for _ in range(_DEEPEST):
        above = above.getparent()
        if above is None or above.tag == "body":
            return False
        told = f"{(above.get('class') or '')[:_LONGEST]} {(above.get('id') or '')[:_LONGEST]}"
        if above.tag in ("aside", "footer", "nav") or _ELSEWHERE.search(told):
            return True
    return False
