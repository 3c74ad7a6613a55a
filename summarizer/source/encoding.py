"""Bytes to text without losing any."""

from __future__ import annotations

import codecs

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that Windows-1252 leaves free: text with one of them is not in it.
_NOT_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_SAMPLE = 200_000


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode by byte-order mark, as UTF-8, else as the likeliest encoding; the notices say which.

    Bytes that cannot be decoded become U+FFFD, counted in a notice.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data, encoding, name)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        wrong = error
    if data[:4096].count(0):
        encoding = "utf-16-le" if data[1:4096:2].count(0) > data[0:4096:2].count(0) else "utf-16-be"
        return _lossy(data, encoding, name)
    if _nearly_utf8(data):
        return _lossy(data, "utf-8", name)
    encoding = _guess(data)
    text, notices = _lossy(data, encoding, name)
    said = f"{name} is not UTF-8 (byte {wrong.start}); it was read as {encoding}"
    return text, (said, *notices)


def _nearly_utf8(data: bytes) -> bool:
    """A few broken bytes among many good sequences are damage, not another encoding."""
    text = data.decode("utf-8", "replace")
    good = sum(ord(char) > 127 and char != "\ufffd" for char in text)
    return good > 4 * text.count("\ufffd")


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
