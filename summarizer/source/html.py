"""An HTML page as the lines its reader sees, with what trafilatura takes for the article marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.errors import SourceError
from summarizer.source import encoding, hidden
from summarizer.source.facts import Facts, facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p"
    " pre section summary table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_WORD = re.compile(r"\w+")
_SHINGLE = 3


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text, the spans of it that look like the article, the page's own metadata."""

    text: str
    likely: tuple[Span, ...]
    facts: Facts
    notices: tuple[str, ...]


def read(data: bytes, name: str, declared: str | None = None) -> Page:
    """Print a page as text, one line a block, without anything that a browser would not show.

    `declared` is the encoding that came with the page, which goes before the one in it.
    Raises SourceError when there is no visible text, or when trafilatura cannot be loaded.
    """
    try:
        import trafilatura
        from lxml import etree  # type: ignore[import-untyped]
        from lxml import html as lxml_html
    except ImportError as error:
        raise SourceError(
            f"{name} is an HTML page, and trafilatura, which reads those, cannot be loaded: {error}",
            hint="pip install --force-reinstall trafilatura lxml-html-clean; or paste the page's text",
        ) from error
    source, notices = _decoded(data, name, declared)
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{name} is an HTML page that cannot be read: {error}") from error
    said = facts(tree)
    gone = hidden.remove(tree)
    lines = list(_lines(tree))
    if not lines:
        raise SourceError(
            f"{name} is an HTML page without any visible text",
            hint="open it in a browser, select all, copy, and paste the text into a file",
        )
    if gone:
        notices = (
            *notices,
            f"{name}: hidden text was left out in {gone} {'place' if gone == 1 else 'places'}",
        )
    picked = trafilatura.extract(tree, include_comments=False, favor_recall=True) or ""
    return Page("\n".join(lines), _likely(lines, picked), said, notices)


def _decoded(data: bytes, name: str, sent: str | None) -> tuple[str, tuple[str, ...]]:
    """Decode as UTF-8 where that works, else as sender or page declare, else by what the bytes look like."""
    declared = _DECLARED.search(data[:4096])
    label = sent or (declared[1].decode("ascii", "replace") if declared else None)
    source, notices = encoding.decode(data, name, label)
    source = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source).replace("\x00", "")
    return source or " ", notices


def _lines(tree: HtmlElement) -> Iterator[str]:
    """Walk the tree once, without recursion: blocks end lines, table cells are parted by tabs."""
    from lxml import etree

    parts: list[str] = []

    def flush() -> Iterator[str]:
        text = hidden.INVISIBLE.sub("", "".join(parts))
        parts.clear()
        cells = (" ".join(cell.split()) for cell in text.split("\x1f"))
        if line := "\t".join(cell for cell in cells if cell):
            yield line

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield from flush()
        elif element.tag in _CELLS and event == "start":
            parts.append("\x1f")
        if event == "start":
            parts.append(element.text or "")
        else:
            parts.append(element.tail or "")
    yield from flush()


def _likely(lines: list[str], picked: str) -> tuple[Span, ...]:
    """Mark the lines most of whose word triples stand in `picked`; short lines must stand there whole."""
    words = _WORD.findall(picked)
    shingles = set(zip(*(words[k:] for k in range(_SHINGLE)), strict=False))
    whole = {" ".join(_WORD.findall(line)) for line in picked.splitlines()}
    made, at = [], 0
    for line in lines:
        own = _WORD.findall(line)
        triples = list(zip(*(own[k:] for k in range(_SHINGLE)), strict=False))
        if triples:
            marked = sum(triple in shingles for triple in triples) >= 0.6 * len(triples)
        else:
            marked = " ".join(own) in whole
        if marked and own:
            made.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(made)
