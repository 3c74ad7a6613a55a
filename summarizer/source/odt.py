"""An OpenDocument text as the lines a reader sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.source import archive, docx, printed
from summarizer.source.loaded import Loaded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped]

LABEL = "an OpenDocument text"

_SPACES = {"s": " ", "tab": " ", "line-break": "\n"}
_LEFT_OUT = {"annotation": "comment", "changed-region": "tracked deletion", "hidden-text": "hidden text"}
_SKIPPED = frozenset(
    "tracked-changes sequence-decls forms automatic-styles font-face-decls note-citation".split()
)


def read(data: bytes, name: str) -> Loaded:
    """Read body, tables and boxes; notes stand at the end, cut. Raises SourceError as for Word."""
    packed = archive.open_archive(data, name, LABEL)
    root = packed.xml("content.xml")
    gone: Counter[str] = Counter()
    gone["tracked deletion"] += len(list(root.iter("{*}deletion")))
    notes: list[Element] = []
    lines: list[tuple[str, str | None]] = [(line, None) for line in _lines(root, notes, gone)]
    for note in notes:
        lines.append((" ".join(_lines(note, [], gone)), "footnote"))
    text = printed.joined(lines)
    title, names = docx.core(packed, "meta.xml") if "meta.xml" in packed.names() else (None, ())
    return Loaded(
        raw=text.raw,
        name=name,
        notices=tuple(docx.left_out(name, what, count) for what, count in gone.items() if count),
        title=printed.title_in(title, text.raw),
        byline=printed.names_in(names, text.raw),
        cuts=text.cuts,
    )


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _lines(root: Element, notes: list[Element], gone: Counter[str]) -> Iterator[str]:
    for element in root:
        kind = _local(element)
        if kind in ("p", "h"):
            parts: list[str] = []
            boxes: list[Element] = []
            _collect(element, parts, (notes, boxes), gone)
            yield from "".join(parts).split("\n")
            for box in boxes:
                yield from _lines(box, notes, gone)
        elif kind == "table-row":
            cells = (" ".join(_lines(cell, notes, gone)) for cell in element)
            yield "\t".join(cells)
        elif kind not in _SKIPPED:
            yield from _lines(element, notes, gone)


def _collect(
    element: Element, parts: list[str], aside: tuple[list[Element], list[Element]], gone: Counter[str]
) -> None:
    parts.append(element.text or "")
    for child in element:
        kind = _local(child)
        if kind in _SPACES:
            parts.append(_SPACES[kind])
        elif kind == "note":
            aside[0].append(child)
        elif kind == "text-box":
            aside[1].append(child)
        elif kind in _LEFT_OUT:
            gone[_LEFT_OUT[kind]] += 1
        elif kind not in _SKIPPED:
            _collect(child, parts, aside, gone)
        parts.append(child.tail or "")
