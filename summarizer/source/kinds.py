"""Tell by its bytes what a file is, whatever its name says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from summarizer.source import mail

Format = Literal[
    "pdf", "docx", "odt", "epub", "rtf", "html", "mail", "mailbox", "captions", "json", "markdown", "text"
]
"""What can be read."""

LABELS: dict[Format, str] = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "epub": "an EPUB book",
    "rtf": "an RTF document",
    "html": "an HTML page",
    "mail": "a mail message",
    "mailbox": "a mailbox",
    "captions": "a file of subtitles",
    "json": "JSON",
    "markdown": "Markdown",
    "text": "plain text",
}

# What a suffix promises. A text may be called anything that editors save as text.
_PROMISED: dict[str, tuple[Format, ...]] = {
    "pdf": ("pdf",),
    "docx": ("docx",),
    "doc": ("docx", "rtf"),
    "odt": ("odt",),
    "epub": ("epub",),
    "rtf": ("rtf",),
    "html": ("html",),
    "htm": ("html",),
    "xhtml": ("html",),
    "eml": ("mail",),
    "mht": ("mail",),
    "mhtml": ("mail",),
    "mbox": ("mailbox",),
    "srt": ("captions",),
    "vtt": ("captions",),
    "json": ("json",),
    "jsonl": ("json",),
    "ndjson": ("json",),
    "md": ("markdown", "text"),
    "markdown": ("markdown", "text"),
    "txt": ("text", "markdown", "captions", "json", "mail", "mailbox"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What was recognised and cannot be read, with its article, and what its owner can do."""

    label: str
    hint: str


_TEXT_OUT = "save it as text first, for example with File > Save As > Plain text"
_PICTURE = "a picture holds no text; paste the article"
_LOCKED = Kind("an Office document with a password", "open it, and save a copy without one")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (_OLD, Kind("an old Word or Excel file", "save it as .docx first, in Word or LibreOffice")),
    (b"\x89PNG\r\n\x1a\n", Kind("a PNG picture", _PICTURE)),
    (b"\xff\xd8\xff", Kind("a JPEG picture", _PICTURE)),
    (b"GIF8", Kind("a GIF picture", _PICTURE)),
    (b"II*\x00", Kind("a TIFF picture", _PICTURE)),
    (b"\x1f\x8b", Kind("a gzip archive", "gunzip it first")),
    (b"7z\xbc\xaf\x27\x1c", Kind("a 7-Zip archive", "unpack it first")),
    (b"Rar!\x1a\x07", Kind("a RAR archive", "unpack it first")),
    (b"SQLite format 3\x00", Kind("an SQLite database", "export the article's text first")),
    (b"\x7fELF", Kind("a program", "name a text file")),
    (b"MZ\x90\x00", Kind("a program", "name a text file")),
    (b"GGUF", Kind("a language model", "it goes to --model llama:PATH")),
    (b"ID3", Kind("a sound file", "paste a transcript")),
    (b"OggS", Kind("a sound file", "paste a transcript")),
)
_PACKED: tuple[tuple[bytes, Kind], ...] = (
    (b"xl/workbook", Kind("an Excel workbook", _TEXT_OUT)),
    (b"ppt/presentation", Kind("a PowerPoint presentation", _TEXT_OUT)),
    (b"Index/Document.iwa", Kind("a Pages document", "export it as Word or PDF first")),
)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:rss|feed)\b", re.IGNORECASE)
_PDF = re.compile(rb"[\s\x00\xef\xbb\xbf]{0,64}%PDF-")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html\b|<head\b|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:div|p|article|section|main|header|h[1-3]|table|meta|title|script|style)\b[^<]*>",
    re.IGNORECASE | re.DOTALL,
)
_CLOSED = re.compile(rb"</(?:div|p|article|section|main|h[1-3]|td)>", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x1c\x1d\x1e\x1f"))
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_html(data: bytes) -> bool:
    """Say whether the bytes open like an HTML page, or like a piece of one that closes its blocks."""
    head = data[:4096].removeprefix(_MARKS[0])
    if _HTML.match(head) is not None:
        return True
    return _FRAGMENT.match(head) is not None and len(_CLOSED.findall(data[:200_000])) >= 2


def packed(data: bytes) -> Format | None:
    """Say which of the kinds the bytes are that are told before they are decoded; None for other text."""
    if _PDF.match(data):
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if is_html(data):
        return "html"
    if mail.is_mailbox(data):
        return "mailbox"
    return "mail" if mail.is_mail(data) else None


def _zipped(data: bytes) -> Format | None:
    opening = data[30:200]
    if opening.startswith(b"mimetype"):
        if b"application/epub+zip" in opening:
            return "epub"
        if b"application/vnd.oasis.opendocument.text" in opening:
            return "odt"
    if b"META-INF/container.xml" in data and b".opf" in data:
        return "epub"
    return "docx" if b"word/document" in data or b"word/_rels" in data else None


def recognise(data: bytes) -> Kind | None:
    """Say what the bytes are when they are neither text nor of a kind that is read, else None.

    Zero bytes without a byte-order mark, or a tenth of control characters, are binary.
    """
    head = data[:4096]
    if head.startswith(_OLD) and "EncryptedPackage".encode("utf-16-le") in data:
        return _LOCKED
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        packed_as = (kind for sign, kind in _PACKED if sign in data)
        return next(packed_as, Kind("a zip archive", "unpack it first"))
    if _FEED.match(head):
        return Kind("a feed of several pages", "name one of its articles by its address")
    if head.startswith(_MARKS[1:]) or _utf16(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in data[:1_000_000] or controls * 10 > len(head):
        return Kind("binary", "name a text file")
    return None


def promised(name: str) -> Format | None:
    """Say which kind a file's suffix promises; None for a suffix that promises none."""
    kinds = _PROMISED.get(_suffix(name))
    return kinds[0] if kinds else None


def contradicts(name: str, found: Format) -> bool:
    """Say whether the suffix of a name promises another kind than was found."""
    return found not in _PROMISED.get(_suffix(name), (found,))


def _suffix(name: str) -> str:
    if "://" in name:
        # the end of an address is no promise: news.example/page.md may be written for a program
        return ""
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if stem and dot else ""


def _utf16(head: bytes) -> bool:
    """Western text in UTF-16 without a mark has a zero in nearly every second byte."""
    even, odd = head[0::2], head[1::2]
    return len(head) > 16 and (
        (even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd))
        or (odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even))
    )
