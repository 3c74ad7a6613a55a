"""Put a result into a file whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from summarizer.errors import OutputError


def write(target: Path, data: bytes) -> None:
    """Write `data` beside `target`, then rename: a reader never sees half of it.

    A device or a pipe is written to directly. Raises OutputError with what stood in the way.
    """
    try:
        place = target.resolve()
        if place.exists() and not place.is_file() and not place.is_dir():
            place.write_bytes(data)
            return
        if place.is_symlink():  # Python 3.13 gives up on a circle without a word
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
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
    # links that lead in a circle are a RuntimeError before Python 3.13
    except (OSError, RuntimeError) as error:
        raise OutputError(
            f"cannot write {str(target)!r}: {getattr(error, 'strerror', None) or error}",
            hint="-o with a place you may write to",
        ) from error


def _check_writable(place: Path) -> None:
    """A rename would replace a file that its owner has closed to writing."""
    with place.open("ab"):
        return
