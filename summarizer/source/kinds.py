"""Recognise what is not plain text by its first bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What was recognised, with its article, and what its owner can do."""

    label: str
    hint: str


_PASTE = "open it, select the article, and paste the text into a file"
_TEXT_OUT = "save it as text first, for example with File > Save As > Plain text"

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind("a PDF", "pdftotext FILE.pdf - | summarizer summarize -")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind("an old Word or Excel file", _TEXT_OUT)),
    (b"{\\rtf", Kind("an RTF document", _TEXT_OUT)),
    (b"\x89PNG\r\n\x1a\n", Kind("a PNG picture", "a picture holds no text; paste the article")),
    (b"\xff\xd8\xff", Kind("a JPEG picture", "a picture holds no text; paste the article")),
    (b"GIF8", Kind("a GIF picture", "a picture holds no text; paste the article")),
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
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html\b|<head\b|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_html(data: bytes) -> bool:
    """Say whether the bytes open like an HTML page: its doctype or one of its outer tags."""
    head = data[:4096]
    return _HTML.match(head[3:] if head.startswith(_MARKS[0]) else head) is not None


def recognise(data: bytes) -> Kind | None:
    """Say what the bytes are when they are not plain text, else None.

    Zero bytes without a byte-order mark, or a tenth of control characters, are binary.
    """
    head = data[:4096]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return _archive(data)
    if head.startswith(_MARKS[1:]) or _utf16(head):
        return None
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b\x1c\x1d\x1e\x1f" for byte in head)
    if b"\x00" in data[:1_000_000] or controls * 10 > len(head):
        return Kind("binary", "name a text file")
    return None


def _archive(data: bytes) -> Kind:
    if b"word/" in data[:200_000]:
        return Kind("a Word document", _TEXT_OUT)
    if b"application/epub+zip" in data[:200]:
        return Kind("an EPUB book", _PASTE)
    return Kind("a zip archive", "unpack it first")


def _utf16(head: bytes) -> bool:
    """Western text in UTF-16 without a mark has a zero in nearly every second byte."""
    even, odd = head[0::2], head[1::2]
    return len(head) > 16 and (
        (even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd))
        or (odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even))
    )
