"""An HTML page as the lines its reader sees, and what the tags around each say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import SourceError
from summarizer.source import encoding, hidden, shape
from summarizer.source.facts import Facts, facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p"
    " pre section summary table tbody tfoot thead tr ul".split()
)
# The parser compares every attribute of a tag with every other: 200 kB of them take it half a second.
_LONG_TAG = re.compile(r"<([A-Za-z][\w-]{0,40})[^<>]{20000,}>")
_CELLS = frozenset(("td", "th"))
_HOLDERS = _BLOCKS | _CELLS
_BOLD = frozenset(("b", "strong"))
_CELL = "\x1f"


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text, what the tags say of its lines by where they start, the page's own metadata."""

    text: str
    hints: Mapping[int, tuple[str, ...]]
    facts: Facts
    notices: tuple[str, ...]


def read(data: bytes, name: str, declared: str | None = None) -> Page:
    """Print a page as text, one line a block, without anything that a browser would not show.

    `declared` is the encoding that came with the page, which goes before the one in it.
    Raises SourceError when there is no visible text, or when lxml cannot be loaded.
    """
    try:
        from lxml import etree  # type: ignore[import-untyped]
        from lxml import html as lxml_html
    except ImportError as error:
        raise SourceError(
            f"{name} is an HTML page, and lxml, which reads those, cannot be loaded: {error}",
            hint="pip install --force-reinstall lxml; or paste the page's text",
        ) from error
    source, notices = _decoded(data, name, declared)
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = lxml_html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{name} is an HTML page that cannot be read: {error}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # the parser drops all that follows and says so nowhere else; without `huge_tree` it does at 256
        raise SourceError(
            f"{name} is an HTML page with more than 2,000 tags open inside each other: what follows cannot be read",
            hint="open it in a browser, select all, copy, and paste the text into a file",
        )
    printed = _Printed(tree)
    if not printed.blocks:
        raise SourceError(
            f"{name} is an HTML page without any visible text",
            hint="open it in a browser, select all, copy, and paste the text into a file",
        )
    if printed.gone:
        places = "place" if printed.gone == 1 else "places"
        notices = (*notices, f"{name}: hidden text was left out in {printed.gone} {places}")
    hints, at = {}, 0
    for block, names in zip(printed.blocks, shape.hints(printed.blocks, printed.places), strict=True):
        hints[at] = names
        at += len(block.text) + 1
    return Page("\n".join(block.text for block in printed.blocks), hints, facts(tree), notices)


def _decoded(data: bytes, name: str, sent: str | None) -> tuple[str, tuple[str, ...]]:
    """Decode as UTF-8 where that works, else as sender or page declare, else by what the bytes look like."""
    declared = _DECLARED.search(data[:4096])
    label = sent or (declared[1].decode("ascii", "replace") if declared else None)
    source, notices = encoding.decode(data, name, label)
    source = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source).replace("\x00", "")
    source = _LONG_TAG.sub(r"<\1>", source)
    return source or " ", notices


class _Printed:
    """A walk over the tree without recursion: blocks end lines, table cells are parted by tabs.

    What a browser hides is stepped over; `gone` counts it where it holds text.
    """

    def __init__(self, tree: HtmlElement) -> None:
        from lxml import etree

        self.blocks: list[shape.Block] = []
        self.places = shape.Places()
        self.gone = 0
        self._parts: list[tuple[str, int, bool, bool]] = []
        self._open: list[int] = [-1]
        self._holders: list[tuple[int, str]] = []
        self._links = self._bolds = 0
        unseen = hidden.Hidden(tree)
        walk = etree.iterwalk(tree, events=("start", "end"))
        skipped: HtmlElement | None = None
        for event, element in walk:
            if event == "end":
                if skipped is not None and element is skipped:
                    skipped = None
                    self._print(element.tail)
                else:
                    self._close(element)
            elif (away := unseen.unprinted(element)) or unseen.hides(element):
                self.gone += not away and bool("".join(element.itertext()).strip())
                walk.skip_subtree()
                skipped = element
            else:
                self._enter(element)
        self._flush()

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        place = self.places.add(self._open[-1], tag, element.attrib)
        self._open.append(place)
        if tag in _HOLDERS:
            self._holders.append((place, tag))
        if tag in _CELLS:
            self._print(_CELL)
        elif tag == "a":
            self._links += 1
        elif tag in _BOLD:
            self._bolds += 1
        self._print(element.text)

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        if tag in _HOLDERS:
            self._holders.pop()
        self._open.pop()
        if tag == "a":
            self._links -= 1
        elif tag in _BOLD:
            self._bolds -= 1
        self._print(element.tail)

    def _print(self, text: str | None) -> None:
        if text and (self._parts or not text.isspace()):
            self._parts.append((text, self._open[-1], self._links > 0, self._bolds > 0))

    def _flush(self) -> None:
        parts = self._parts
        if not parts:
            return
        self._parts = []
        text = "".join([part[0] for part in parts])
        if not text.isascii():
            text = hidden.INVISIBLE.sub("", text)
        if _CELL in text:
            line = "\t".join([cell for part in text.split(_CELL) if (cell := " ".join(part.split()))])
        else:
            line = " ".join(text.split())
        if not line:
            return
        total = linked = bold = 0
        inner = -1
        for printed, place, in_link, in_bold in parts:
            size = 0 if printed == _CELL else len(printed.strip())
            if size:
                if not total:
                    inner = place
                total += size
                linked += size * in_link
                bold += size * in_bold
        holder, tag = self._holders[-1] if self._holders else (0, "html")
        self.blocks.append(shape.Block(line, tag, holder, max(0, inner), linked / total, bold / total))
