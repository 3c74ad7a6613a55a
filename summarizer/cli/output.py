"""Put a result into a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from summarizer.errors import OutputError, UsageError

FORMS = ("terminal", "markdown", "json")
_BY_SUFFIX = {".md": "markdown", ".markdown": "markdown", "": "markdown", ".json": "json", ".txt": "terminal"}


def form(given: str | None, target: Path | None, to_terminal: bool) -> str:
    """Settle how to print: as asked, else by the file's suffix, else by who reads.

    Raises UsageError for a form or suffix that means nothing here.
    """
    if given is not None:
        return one_of(given, FORMS, "--format")
    if target is None:
        return "terminal" if to_terminal else "markdown"
    suffix = target.suffix.lower()
    if suffix not in _BY_SUFFIX:
        raise UsageError(
            f"cannot tell from {target.name!r} how to print",
            hint="--format markdown, or a name that ends in .md, .json or .txt",
        )
    return _BY_SUFFIX[suffix]


def one_of(value: str, known: tuple[str, ...], option: str) -> str:
    """Give back `value` if it is known; UsageError with the known ones if not."""
    if value not in known:
        raise UsageError(f"{option} {value!r} is not known", hint=f"{option} {', '.join(known)}")
    return value


def refuse_input(target: Path | None, source: str) -> None:
    """Raise UsageError where writing `target` would overwrite the article."""
    try:
        same = target is not None and source != "-" and target.samefile(source)
    except OSError:
        return
    if same:
        raise UsageError(f"{str(target)!r} is the article itself", hint="-o with another name")


def write(target: Path, text: str) -> None:
    """Write `text` in UTF-8 beside `target`, then rename: a reader never sees half of it.

    A device or a pipe is written to directly. Raises OutputError with what stood in the way.
    """
    data = text.encode("utf-8", "replace")
    try:
        place = target.resolve()
        if place.exists() and not place.is_file() and not place.is_dir():
            place.write_bytes(data)
            return
        if place.is_dir():
            raise OutputError(f"cannot write {str(target)!r}: it is a folder", hint="-o with a file's name")
        part = place.with_name(f".{place.name[:200]}.{os.getpid()}.part")
        try:
            part.write_bytes(data)
            if place.exists():
                _check_writable(place)
                part.chmod(place.stat().st_mode & 0o7777)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"cannot write {str(target)!r}: {error.strerror or error}",
            hint="-o with a place you may write to",
        ) from error


def _check_writable(place: Path) -> None:
    """A rename would replace a file that its owner has closed to writing."""
    with place.open("ab"):
        return
