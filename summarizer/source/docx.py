"""A Word document as the lines a reader sees with all changes accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.errors import SourceError
from summarizer.source import archive, printed
from summarizer.source.loaded import Loaded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped]

LABEL = "a Word document"

_MAIN = "word/document.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
# Deleted and moved away, alternatives for old programs, readings above characters, drawings' own words.
_SKIPPED = frozenset("del moveFrom Fallback rt instrText delText docPr sectPr pPr tblPr trPr tcPr".split())
_SPACES = {"tab": " ", "noBreakHyphen": "-", "ptab": " "}
_BREAKS = frozenset(("br", "cr"))
_TITLES = frozenset(("Title", "Titel", "Titre", "Titolo", "Ttulo", "Titulo"))
_SMALLEST = 4
"""Half points: what is printed smaller than two points is not meant to be read."""


def read(data: bytes, name: str) -> Loaded:
    """Read body, tables and text boxes; notes and running heads stand at the end, cut.

    Raises SourceError for what is broken, encrypted, without text, or made to harm.
    """
    packed = archive.open_archive(data, name, LABEL)
    members = frozenset(packed.names())
    body = packed.xml(_MAIN)
    gone: Counter[str] = Counter()
    lines = [(line, None) for line in _lines(body, gone)]
    title = next((text for text in _titles(body) if text), None)
    marked: list[tuple[str, str | None]] = [*lines]
    for member, reason in _NOTES:
        if member in members:
            marked.extend((line, reason) for line in _lines(packed.xml(member), gone))
    edges = [line for m in sorted(members) if _EDGE.fullmatch(m) for line in _lines(packed.xml(m), gone)]
    marked.extend((line, "running head") for line in dict.fromkeys(edges))
    if "word/comments.xml" in members:
        gone["comment"] += len(list(packed.xml("word/comments.xml").iter("{*}comment")))
    text = printed.joined(marked)
    said, names = core(packed, "docProps/core.xml") if "docProps/core.xml" in members else (None, ())
    return Loaded(
        raw=text.raw,
        name=name,
        notices=tuple(left_out(name, what, count) for what, count in gone.items() if count),
        title=title or printed.title_in(said, text.raw),
        byline=printed.names_in(names, text.raw),
        cuts=text.cuts,
    )


def left_out(name: str, what: str, count: int) -> str:
    """Say what a document holds and was not read."""
    return f"{name}: {printed.count(count, what)} left out"


def core(packed: archive.Archive, member: str) -> tuple[str | None, tuple[str, ...]]:
    """Title and authors that an office document gives itself (Dublin Core); none where that is broken."""
    try:
        root = packed.xml(member)
    except SourceError:
        return None, ()
    title = next((text for e in root.iter("{*}title") if (text := (e.text or "").strip())), None)
    names = [part.strip() for e in root.iter("{*}creator") for part in (e.text or "").split(";")]
    return title, tuple(name for name in names if name)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _lines(root: Element, gone: Counter[str]) -> Iterator[str]:
    """Every paragraph a line, a table's row a line with tabs; what is left out is counted."""
    for element in root:
        kind = _local(element)
        if kind == "p":
            yield from _paragraph(element, gone)
        elif kind == "tr":
            cells = (" ".join(_lines(cell, gone)) for cell in element if _local(cell) in ("tc", "sdt"))
            yield "\t".join(cells)
        elif kind in ("footnote", "endnote"):
            if not _value(element, "type"):
                yield " ".join(_lines(element, gone))
        elif kind in ("del", "moveFrom"):
            gone["tracked deletion"] += 1
        elif kind not in _SKIPPED:
            yield from _lines(element, gone)


def _paragraph(element: Element, gone: Counter[str]) -> Iterator[str]:
    """The lines of a paragraph; the text of a box that hangs in it follows it."""
    parts: list[str] = []
    boxes: list[Element] = []
    _collect(element, parts, boxes, gone)
    yield from "".join(parts).split("\n")
    for box in boxes:
        yield from _lines(box, gone)


def _collect(element: Element, parts: list[str], boxes: list[Element], gone: Counter[str]) -> None:
    for child in element:
        kind = _local(child)
        if kind == "t":
            parts.append(child.text or "")
        elif kind == "txbxContent":
            boxes.append(child)
        elif kind in _SPACES:
            parts.append(_SPACES[kind])
        elif kind in _BREAKS:
            parts.append("\n")
        elif kind in ("del", "moveFrom"):
            gone["tracked deletion"] += 1
        elif kind == "r" and _unseen(child):
            gone["hidden text"] += bool("".join(child.itertext()).strip())
        elif kind not in _SKIPPED:
            _collect(child, parts, boxes, gone)


def _unseen(run: Element) -> bool:
    """Hidden by its format, in white without a ground, or too small to be read."""
    look = next((child for child in run if _local(child) == "rPr"), None)
    if look is None:
        return False
    said = {_local(child): child for child in look}
    if "vanish" in said and _value(said["vanish"]) not in ("0", "false", "off"):
        return True
    size = _value(said.get("sz"))
    if size.isdecimal() and int(size) < _SMALLEST:
        return True
    return _value(said.get("color")).upper() == "FFFFFF" and not {"shd", "highlight"} & said.keys()


def _titles(body: Element) -> Iterator[str]:
    for style in body.iter("{*}pStyle"):
        if _value(style) in _TITLES:
            paragraph = style.getparent().getparent()
            yield printed.tidy(" ".join(_paragraph(paragraph, Counter())))
