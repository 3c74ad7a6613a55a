"""Small documents of every kind, written by hand: the tests know each byte of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from summarizer.errors import SourceError
from summarizer.source import Loaded, readers

TITLE = "Port Ellan votes against a new ferry"
PARAGRAPHS = (
    "The council of Port Ellan voted on Monday against a new ferry to the island of Skerra.",
    "“We will not sail another winter with that hull,” Mayor Zoë Crane told the meeting.",
    "The old ship has carried islanders since 1974, and its engine failed twice in March.",
)
BODY = "\n".join(PARAGRAPHS)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=stored)
    return buffer.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, **members: str | bytes) -> bytes:
    """A Word document with this XML in its body; other members under word/, dots written as __."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    for name, content in members.items():
        parts[f"word/{name.replace('__', '.')}"] = content
    return zipped(parts)


def word(name: str, inner: str) -> str:
    """A part of a Word document beside its body."""
    return f"<w:{name} {_W}>{inner}</w:{name}>"


def p(text: str, *, style: str = "", look: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:p>{styled}<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


_ODT = (
    'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b" xmlns:draw="urn:d"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(body: str, meta: str = "") -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:content {_ODT}><office:body><office:text>{body}</office:text></office:body></office:content>",
            "meta.xml": f"<office:meta {_ODT}>{meta}</office:meta>",
        }
    )


def epub(chapters: Sequence[str], *, said: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A book with these chapters as the bodies of its pages, in this order."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    pages = {
        f"OPS/text/c {n}.xhtml": f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{text}</body></html>'
        for n, text in enumerate(chapters)
    }
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{said}</metadata>'
            f'<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>{items}</manifest>'
            f'<spine><itemref idref="nav"/>{spine}</spine></package>',
            "OPS/nav.xhtml": "<html><body>Contents</body></html>",
            **pages,
            **(more or {}),
        }
    )


Placed = tuple[float, float, str]


def printed(lines: Iterable[str], *, left: float = 72, top: float = 740, step: float = 14) -> list[Placed]:
    """Lines one below the other."""
    return [(left, top - step * at, line) for at, line in enumerate(lines)]


def content(lines: Iterable[Placed], *, size: float = 11, before: str = "") -> bytes:
    """What draws these lines on a page, each at its place."""
    made = [before.encode()]
    for x, y, text in lines:
        plain = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        made.append(f"BT /F1 {size} Tf {x} {y} Td (".encode() + plain + b") Tj ET")
    return b"\n".join(made)


def pdf(pages: Sequence[bytes], *, info: str = "", trailer: str = "", kids: str | None = None) -> bytes:
    """A PDF with these drawings as its pages; `info` and `trailer` go in as they are."""
    listed = kids if kids is not None else " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{listed}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("cp1252"),
    ]
    for at, drawn in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream")
    made, places = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + inner + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    at = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table
    head = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\n"
    return made + head.encode() + f"startxref\n{at}\n%%EOF\n".encode()


def whole(kind: str) -> bytes:
    """The same three paragraphs as a file of this kind."""
    lines = [(72.0, 740.0 - 30 * at, text) for at, text in enumerate(PARAGRAPHS)]
    return {
        "text": lambda: BODY.encode(),
        "html": lambda: ("<!doctype html><html><body>" + _paragraphs() + "</body></html>").encode(),
        "pdf": lambda: pdf([content(lines, size=9)]),
        "docx": lambda: docx("".join(map(p, PARAGRAPHS))),
        "odt": lambda: odt("".join(f"<text:p>{text}</text:p>" for text in PARAGRAPHS)),
        "epub": lambda: epub([_paragraphs()]),
        "rtf": lambda: rtf(PARAGRAPHS),
        "mail": lambda: mail("\n\n".join(PARAGRAPHS)),
        "mailbox": lambda: (
            b"From zoe@ellan.example Mon Mar 18 19:42:00 2031\n" + mail("\n\n".join(PARAGRAPHS))
        ),
        "captions": lambda: captions(PARAGRAPHS).encode(),
        "json": lambda: ('{"title": "' + TITLE + '", "text": "' + BODY.replace("\n", "\\n") + '"}').encode(),
        "markdown": lambda: (
            f"---\ntitle: {TITLE}\n---\n\n# {TITLE}\n\n".encode() + "\n\n".join(PARAGRAPHS).encode()
        ),
    }[kind]()


KINDS = "text html pdf docx odt epub rtf mail mailbox captions json markdown".split()


def _paragraphs() -> str:
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def rtf(paragraphs: Iterable[str]) -> bytes:
    def spelled(text: str) -> str:
        return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in text)

    return ("{\\rtf1\\ansi " + "\\par\n".join(map(spelled, paragraphs)) + "\\par}").encode("ascii")


def mail(text: str, *, headers: str = "") -> bytes:
    return (
        "Return-Path: <zoe@ellan.example>\nFrom: =?utf-8?q?Zo=C3=AB?= Crane <zoe@ellan.example>\n"
        f"To: desk@news.example\nSubject: {TITLE}\nDate: Tue, 18 Mar 2031 19:42:00 +0100\n"
        f"{headers or 'Content-Type: text/plain; charset=utf-8'}\n\n{text}\n"
    ).encode()


def captions(paragraphs: Iterable[str]) -> str:
    """SubRip, a cue for every six words, a breath between two paragraphs."""
    made, clock = [], 0
    for paragraph in paragraphs:
        words = paragraph.split()
        clock += 9
        for at in range(0, len(words), 6):
            start, clock = clock, clock + 2
            made.append(
                f"{len(made) + 1}\n00:00:{start:02},100 --> 00:00:{clock:02},000\n{' '.join(words[at : at + 6])}\n"
            )
    return "\n".join(made)


def found(data: bytes) -> list[Loaded | SourceError]:
    """What comes out of the readers, an error about the whole among it."""
    try:
        return list(readers.documents(data, "page.docx"))
    except SourceError as error:
        return [error]
