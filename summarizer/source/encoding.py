"""Bytes to text without losing any."""

from __future__ import annotations

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that Windows-1252 leaves free: text with one of them is not in it.
_NOT_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
# What `surrogateescape` makes of a byte, and which of them are Windows-1252: marks, no-break space,
# a currency at a figure, a letter at a letter.
_ESCAPED = 0xDC00
_LOST = re.compile("[\udc80-\udcff]")
_STRAY = re.compile(
    "[\udc85\udc91-\udc97\udca0]|[\udc80\udca3](?=\\s?\\d)|(?<=\\d)\udcb0|(?<=\\d )\udc80"
    "|(?<=[^\\W\\d_])[\udcc0-\udcfe]|[\udcc0-\udcfe](?=[^\\W\\d_])"
)
_SAMPLE = 200_000
# Encodings that pages are sent in. Python knows others by name, some of them slow (punycode takes
# quadratic time) or no encodings of a page at all (unicode_escape).
_ON_THE_WEB = re.compile(
    r"utf-?(?:8|16|32)(?:-?[bl]e)?|windows-\d{3,4}|cp\d{3,4}|ibm\d{3}|iso[-_]?8859[-_]\d{1,2}|koi8[-_][ru]"
    r"|gb2312|gbk|gb18030|big5(?:-?hkscs)?|euc-?(?:jp|kr)|shift[-_]?jis|x-sjis|ms932|iso-2022-jp|tis-620|macintosh"
    r"|latin-?1|l1|us-ascii|ascii",
    re.IGNORECASE,
)
# What calls itself by these is Windows-1252 on the web, by the Encoding Standard.
_LATIN = re.compile(r"iso-?8859-?1|iso_8859-1|latin-?1|l1|us-ascii|ascii", re.IGNORECASE)


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode by byte-order mark, as UTF-8, as `declared`, else as the likeliest encoding; notices say which.

    What is declared is often wrong, and UTF-8 that decodes is never chance; so UTF-8 goes first.
    Bytes that cannot be decoded become U+FFFD, counted in a notice.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data, encoding, name)
    if declared is not None and (text := as_declared(data, declared)) is not None:
        return text, ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        wrong = error
    if data[:4096].count(0):
        encoding = "utf-16-le" if data[1:4096:2].count(0) > data[0:4096:2].count(0) else "utf-16-be"
        return _lossy(data, encoding, name)
    if _nearly_utf8(data):
        return _mixed(data, name)
    encoding = _guess(data)
    text, notices = _lossy(data, encoding, name)
    said = f"{name} is not UTF-8 (byte {wrong.start}); it was read as {encoding}"
    return text, (said, *notices)


def as_declared(data: bytes, label: str) -> str | None:
    """Decode as the sender says, None where that cannot be or where UTF-8 is likelier."""
    if not _ON_THE_WEB.fullmatch(label):
        return None
    if not _passes_for_utf8(data, label.lower()):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return None
    try:
        return data.decode("windows-1252" if _LATIN.fullmatch(label) else label)
    except (LookupError, UnicodeError):
        return None


def _passes_for_utf8(data: bytes, label: str) -> bool:
    """ASCII with escapes, or with zeros, is good UTF-8 and yet something else."""
    if label == "iso-2022-jp":
        return b"\x1b" in data
    return label.startswith(("utf-16", "utf16", "utf-32", "utf32")) and b"\x00" in data[:4096]


def _nearly_utf8(data: bytes) -> bool:
    """A few broken bytes among many good sequences are damage, not another encoding."""
    text = data.decode("utf-8", "replace")
    good = sum(ord(char) > 127 and char != "\ufffd" for char in text)
    return good > 4 * text.count("\ufffd")


def _mixed(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Read UTF-8 with pieces of Windows-1252 in it, as pasting one file into another makes it.

    A byte is read so where it is a mark there, or a letter next to a letter; any other is lost.
    """
    text = data.decode("utf-8", "surrogateescape")
    text, read = _STRAY.subn(lambda m: bytes([ord(m[0]) - _ESCAPED]).decode("windows-1252"), text)
    text, lost = _LOST.subn("\ufffd", text)
    said = []
    if read:
        said.append(f"{name} mixes encodings: {read} bytes that are not UTF-8 were read as windows-1252")
    if lost:
        said.append(f"{name}: {lost} characters could not be read as utf-8")
    return text, tuple(said)


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    if not _NOT_1252 & set(data) and _western(data):
        return "windows-1252"
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None else "latin-1"


def _western(data: bytes) -> bool:
    """Mostly ASCII with a few marks and accents: what Windows editors have always saved."""
    high = sum(byte > 127 for byte in data[:_SAMPLE])
    return high < 0.1 * len(data[:_SAMPLE])


def _lossy(data: bytes, encoding: str, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return text, ((f"{name}: {lost} characters could not be read as {encoding}",) if lost else ())
