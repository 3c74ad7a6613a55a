"""The runs of text on a PDF's pages, with their places; run as a program of its own.

PDFium is fast and well tried, and it is C++ that reads what strangers made. It works in a process that can
be ended, with bounded memory: `main` takes a PDF from standard input and gives JSON on standard output.
"""

from __future__ import annotations

import ctypes
import json
import math
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
_DEFAULT = 10.0
_STRETCHED = 5.0
"""The same where a blank of the text itself stands between: lines that are set to both edges."""

_GAP = 1.2
"""Font sizes without ink that part two runs on one line: words stand 0.2 to 0.6 apart."""

Run = tuple[float, float, float, float, str, bool]
"""Left, right, baseline, size of the font, text, and whether it is there to be seen."""


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
    parts: list[str] = []
    left = right = base = height = 0.0
    seen, spaced = True, False
    for at, char, (start, end, y) in _letters(text):
        apart = start - right > (_STRETCHED if spaced else _GAP) * height or abs(y - base) > 0.5 * height
        if parts and (char == "\n" or (char != " " and apart)):
            yield left, right, base, height, "".join(parts), seen
            parts = []
        if char == "\n" or (char == " " and not parts):
            continue
        if not parts:
            left, base, height, seen = start, y, _height(text, at) or _DEFAULT, _seen(text, at)
        parts.append(char)
        spaced = char == " " and raw.FPDFText_IsGenerated(text, at) != 1
        if char != " ":
            right = end
    if parts:
        yield left, right, base, height, "".join(parts), seen


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str, tuple[float, float, float]]]:
    """Each character with its number and place; a line break where PDFium sees a line end."""
    from pypdfium2 import raw

    x, y, drawn = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in _NOWHERE or 0xD800 <= code < 0xE000:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, drawn)
        char = "\n" if code in _BREAKS else "\u00ad" if code == _LINE_END_HYPHEN else chr(code)
        yield at, char, (min(x.value, drawn.left), max(x.value, drawn.right), y.value)


def _height(text: pypdfium2.PdfTextPage, at: int) -> float:
    """The size of the font as it is printed; the box of a letter is as high as that letter in some fonts."""
    from pypdfium2 import raw

    scale = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, at, scale):
        return 0.0
    return float(raw.FPDFText_GetFontSize(text, at)) * math.hypot(scale.c, scale.d)


def _seen(text: pypdfium2.PdfTextPage, at: int) -> bool:
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
