"""An EPUB as the text of its chapters, in the order in which they are read."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from summarizer.errors import SourceError
from summarizer.source import archive, dates
from summarizer.source.loaded import Loaded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped]

LABEL = "an EPUB book"
MOST_CHAPTERS = 1_000
LONGEST = 5_000_000
"""Characters, past which no more chapters are read: they take a second for each million."""

_CHAPTERS = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))


def read(data: bytes, name: str) -> Loaded:
    """Read every chapter as a page; what its package says of title, authors and date is taken.

    Raises SourceError for what is broken, protected, without text, or made to harm.
    """
    packed = archive.open_archive(data, name, LABEL)
    if "META-INF/rights.xml" in packed.names() or "META-INF/sinf.xml" in packed.names():
        raise SourceError(
            f"{name} is {LABEL} that is protected", hint="open it where you bought it, and paste"
        )
    place = next((e.get("full-path") for e in packed.xml("META-INF/container.xml").iter("{*}rootfile")), None)
    if not place:
        raise archive.broken(name, LABEL, "it does not say where its chapters are")
    package = packed.xml(place)
    chapters = _chapters(package, posixpath.dirname(place))
    if len(chapters) > MOST_CHAPTERS:
        raise archive.broken(name, LABEL, f"it has more than {MOST_CHAPTERS:,} chapters")
    texts, notices = _texts(packed, chapters, name)
    if not texts:
        raise SourceError(f"{name} is {LABEL} without text", hint="its pages may be pictures; paste the text")
    said = {key: tuple(_said(package, key)) for key in ("title", "creator", "date", "publisher", "language")}
    return Loaded(
        raw="\n".join(texts),
        name=name,
        notices=notices,
        title=next(iter(said["title"]), None),
        byline=said["creator"],
        published=next((found for text in said["date"] if (found := dates.moment(text))), None),
        site=next(iter(said["publisher"]), None),
        language=next((text[:2].lower() for text in said["language"] if text[:2].isalpha()), None),
    )


def _said(package: Element, key: str) -> list[str]:
    elements = package.iter("{http://purl.org/dc/elements/1.1/}" + key)
    return [text for element in elements if (text := " ".join("".join(element.itertext()).split()))]


def _chapters(package: Element, folder: str) -> list[str]:
    """Names of the members that the spine lists, the table of contents left out."""
    items = {
        e.get("id"): e for e in package.iter("{*}item") if "nav" not in (e.get("properties") or "").split()
    }
    made = []
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and item.get("media-type") in _CHAPTERS and reference.get("linear") != "no":
            made.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or ""))))
    return list(dict.fromkeys(made))


def _texts(packed: archive.Archive, chapters: list[str], name: str) -> tuple[list[str], tuple[str, ...]]:
    from summarizer.source import html

    texts: list[str] = []
    notices: list[str] = []
    members = frozenset(packed.names())
    missing = [member for member in chapters if member not in members]
    for member in chapters:
        if member not in members:
            continue
        data = packed.read(member) or b" "
        try:
            page = html.read(data, name)
        except SourceError:
            # a cover, a picture: a page without text
            continue
        texts.append(page.text)
        notices.extend(page.notices)
        if sum(map(len, texts)) > LONGEST:
            raise SourceError(
                f"{name} is {LABEL} of more than {LONGEST:,} characters",
                hint="put the chapter that is meant into a file of its own",
            )
    if missing:
        notices.append(f"{name}: {len(missing)} of {len(chapters)} chapters are missing in the file")
    return texts, tuple(dict.fromkeys(notices))
