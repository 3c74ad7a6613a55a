"""The runs of text on a PDF's pages, with their places; run as a program of its own.

PDFium is fast and well tried, and it is C++ that reads what strangers made. It works in a process that can
be ended, with bounded memory: `main` takes a PDF from standard input and gives JSON on standard output.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 1_000
MOST_CHARACTERS = 6_000_000
MEMORY = 2_000_000_000
SECONDS = 60

_LINE_END_HYPHEN = 2
_BREAKS = frozenset((10, 13))
_NOWHERE = frozenset((0, 0xFFFE, 0xFFFF))
_GAP = 1.2
"""Heights of a letter without ink that part two runs on one line: words stand 0.2 to 0.6 apart."""

Run = tuple[float, float, float, float, str, bool]
"""Left, right, baseline, height, text, and whether it is there to be seen."""


def extract(data: bytes) -> dict[str, Any]:
    """Read a PDF: {"pages": [[width, height, runs]], "title", "author", "more"}, or {"error": code}.

    The codes are PDFium's: 3 for broken, 4 for a password, 5 for protection it does not know.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError:
        return {"error": raw.FPDF_GetLastError()}
    said = document.get_metadata_dict()
    pages: list[list[Any] | None] = []
    left = MOST_CHARACTERS
    for number in range(min(count, MOST_PAGES)):
        try:
            page = document[number]
            runs = list(_runs(page))
        except pypdfium2.PdfiumError:
            pages.append(None)
            continue
        left -= sum(len(run[4]) for run in runs)
        pages.append([*page.get_size(), runs])
        page.close()
        if left < 0:
            break
    return {"pages": pages, "more": count - len(pages), "title": said["Title"], "author": said["Author"]}


def _runs(page: pypdfium2.PdfPage) -> Iterator[Run]:
    from pypdfium2 import raw

    text = page.get_textpage()
    number = ctypes.c_double
    x, y, box = number(), number(), [number() for _ in range(4)]
    parts: list[str] = []
    left = right = base = height = 0.0
    seen = True
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in _BREAKS:
            if parts:
                yield left, right, base, height, "".join(parts), seen
                parts = []
            continue
        if code in _NOWHERE or 0xD800 <= code < 0xE000:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, _rectangle := raw.FS_RECTF())
        blank = code == 32
        if (
            parts
            and not blank
            and (_rectangle.left - right > _GAP * height or abs(y.value - base) > 0.5 * height)
        ):
            yield left, right, base, height, "".join(parts), seen
            parts = []
        if not parts:
            if blank:
                continue
            left, base = x.value, y.value
            height = abs(_rectangle.top - _rectangle.bottom)
            seen = _seen(text, at, box)
        parts.append("\u00ad" if code == _LINE_END_HYPHEN else chr(code))
        if not blank:
            right = max(_rectangle.right, x.value)
    if parts:
        yield left, right, base, height, "".join(parts), seen


def _seen(text: pypdfium2.PdfTextPage, at: int, box: list[ctypes.c_double]) -> bool:
    """False for letters in white, without colour, or printed in the mode that leaves no ink."""
    from pypdfium2 import raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if raw.FPDFText_GetFillColor(text, at, red, green, blue, alpha) and (
        alpha.value == 0 or min(red.value, green.value, blue.value) >= 250
    ):
        return False
    piece = raw.FPDFText_GetTextObject(text, at)
    return not piece or raw.FPDFTextObj_GetTextRenderMode(piece) != raw.FPDF_TEXTRENDERMODE_INVISIBLE


def _bound() -> None:
    """Take at most MEMORY and SECONDS of the machine, where the system can hold a process to it."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def main() -> None:
    """Bound this process, then read."""
    _bound()
    found = extract(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(found))
