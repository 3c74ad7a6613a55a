"""What an HTML page says about itself to machines: JSON-LD first, then meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from summarizer import moments
from summarizer.source import authors

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
_WORD = re.compile(r"\w+")
_KICKER = re.compile(r"^(?:Opinion|Analysis|Review|Exclusive|Video)\s*\|\s*")
_SEPARATED = re.compile(r"\s+[|•·–—»-]+\s+|\s*\|\s*|:\s+")
_FEWEST_WORDS, _MOST_NAME = 3, 5
# In the order in which they are believed.
_PUBLISHED = (
    "article:published_time", "datepublished", "article:published", "article.published", "og:datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "dc.date.issued", "dcterms.created",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "datemodified", "article:modified", "article.updated", "og:updated_time",
    "last-modified", "dcterms.modified",
)  # fmt: skip
_DEEPEST = 12
# A time with the name of a month in it is not ISO 8601 and may yet be one.
_SPELLED = re.compile(r"[A-Za-z]{3}")
_LONGEST_TIME = 60
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
    published = _first(linked, ("datePublished",)) or _first(meta, _PUBLISHED) or moment(_stamped(tree))
    headline = _clean(linked.get("headline")) or _clean(meta.get("og:title"))
    printed = _clean(tree.findtext(".//title"))
    site = _named_site(meta.get("og:site_name"), _name(linked.get("publisher"))) or _around(printed, headline)
    title = headline or _head_of(printed)
    return Facts(
        title=_title(tree, title, site, headline or printed),
        byline=authors.names(linked, meta, tree, site),
        published=published or _addressed(meta.get("og:url")),
        updated=_first(linked, ("dateModified",)) or _first(meta, _UPDATED),
        site=site,
        language=_language(
            linked.get("inLanguage"), tree.get("lang"), meta.get("og:locale"), meta.get("language")
        ),
    )


def _first(values: Mapping[str, object], keys: Sequence[str]) -> datetime | None:
    """The first of the values that is a time."""
    return next((found for key in keys if (found := moment(values.get(key)))), None)


def _language(*declared: object) -> str | None:
    """The first language that is declared, by its code of two letters."""
    for said in declared:
        if isinstance(said, str) and (found := re.match(r"\s*([a-zA-Z]{2})(?![a-zA-Z])", said)):
            return found[1].lower()
    return None


def _title(tree: HtmlElement, said: str | None, site: str | None, told: str | None) -> str | None:
    """The heading that says what the page's title says, as printed; else that title, or the only heading.

    What is given to search engines and networks is often reworded: a single heading that shares a
    fifth of its words is the headline, one of several has to share half.
    """
    headings = [text for element in tree.iter("h1") if (text := _clean(" ".join(element.itertext())))]
    if said is None or said == site:
        return headings[0] if len(headings) == 1 and headings[0] != site else None
    said = _KICKER.sub("", said)
    if site and said.endswith(site):
        said = re.sub(r"\s+[|•:–—-]\s+$", "", said[: -len(site)]) or said
    words = set(_WORD.findall(f"{said} {told or ''}".casefold()))
    shared = [
        (sum(word in words for word in own) / len(own), text)
        for text in headings
        if len(own := _WORD.findall(text.casefold())) >= _FEWEST_WORDS and text != site
    ]
    best, text = max(shared, default=(0.0, said))
    return text if best >= (0.2 if len(headings) == 1 else 0.5) else said


def _named_site(shown: str | None, publisher: str | None) -> str | None:
    """The outlet by the name that networks are told, where it is one and not a label of the system's.

    The publisher in a page's data is, on many pages, the firm, the service or the agency behind it.
    """
    one, other = _site(_clean(shown)), _site(_clean(publisher))
    return other if one is None or (one == one.lower() and one.isascii() and other is not None) else one


def _around(printed: str | None, headline: str | None) -> str | None:
    """What stands in the window's title beside the headline ("Levy passes - The Elland Courier")."""
    if printed is None or headline is None:
        return None
    before, found, after = printed.partition(headline)
    if not found:
        return None
    parts = [part.strip() for part in _SEPARATED.split(after or before) if part.strip(" |-–—:·•")]
    name = (parts[-1] if after else parts[0]).strip(" |-–—:·•") if parts else ""
    return name if name and len(name.split()) <= _MOST_NAME and name != name.lower() else None


def _head_of(printed: str | None) -> str | None:
    """The longest part of the window's title, which says the headline where nothing else does."""
    parts = _SEPARATED.split(printed or "")
    best = max(parts, key=lambda part: len(part.split())).strip()
    return best if len(best.split()) >= _FEWEST_WORDS else None


def _site(name: str | None) -> str | None:
    """The outlet's name without the slogan or the sections behind it; an address is none."""
    if name is None or re.match(r"https?:", name):
        return None
    return re.split(r"\s+\|\s+", name)[0]


def _stamped(tree: HtmlElement) -> str | None:
    """The time in the first element that is marked as the time of publication."""
    for element in tree.iter("time", "span", "meta"):
        if "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None:
            said: str | None = element.get("datetime") or element.get("content")
            return said
    return None


def _addressed(url: str | None) -> datetime | None:
    """The day in a page's own address, as many outlets file their articles."""
    found = re.search(r"/(20\d\d)/(\d\d?)/(\d\d?)/", url or "")
    return moment(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") if found else None


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
        return moments.read(value[:_LONGEST_TIME]) if _SPELLED.search(value) else None
    # what content systems write for "never": year 1, or 1970
    return found if found.year > _NEVER else None
