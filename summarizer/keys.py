"""Where an endpoint's key comes from, but for the environment: a file only its owner may read, or the keyring."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

from summarizer.errors import UsageError

SERVICE = "summarizer"
"""The name that keys stand under in a keyring."""

_LONGEST = 4096


def from_file(path: Path) -> str:
    """Read the key that `path` holds, alone, white space around it apart.

    Raises UsageError where the file cannot be read, holds no key or more than one line, or where
    anybody but its owner may read it. What is in it is never shown.
    """
    shown = str(path)
    try:
        # without waiting for a writer, should it be a pipe
        handle = os.open(path.expanduser(), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            # asked of what was opened, so that nothing can be put in its place in between
            _private(os.fstat(stream.fileno()), shown)
            data = stream.read(_LONGEST + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(
            f"the key file {shown!r} cannot be read: {why}", hint="check the path, or set OPENAI_API_KEY"
        ) from None
    key = data.decode("utf-8", "replace").strip()
    if not key or len(key.split()) > 1 or len(data) > _LONGEST:
        raise UsageError(
            f"the key file {shown!r} holds {'more than a' if key else 'no'} key",
            hint="one line with the key and nothing else",
        )
    return key


def from_keyring(user: str) -> str:
    """Ask the keyring of this machine for the key of `user` under `summarizer`.

    Raises UsageError where the package is not installed, the keyring cannot be asked, or has no such key.
    """
    try:
        import keyring
    except ImportError:
        raise UsageError(
            "a key from the keyring needs the package keyring", hint="pip install 'summarizer[keyring]'"
        ) from None
    try:
        key: Any = keyring.get_password(SERVICE, user)
    except Exception as error:  # noqa: BLE001 - every keyring has errors of its own
        raise UsageError(
            f"the keyring cannot be asked: {type(error).__name__}",
            hint="api_key_file in its place, or OPENAI_API_KEY",
        ) from None
    if not key:
        raise UsageError(
            f"the keyring holds no key of {user!r} under {SERVICE!r}", hint=f"keyring set {SERVICE} {user}"
        )
    return str(key)


def _private(status: os.stat_result, shown: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UsageError(f"the key file {shown!r} is no file", hint="name a file with the key in it")
    if os.name == "posix" and status.st_mode & 0o077:
        raise UsageError(
            f"the key file {shown!r} may be read by others (mode {stat.S_IMODE(status.st_mode):04o})",
            hint=f"chmod 600 {shown}; the key may have been read already, so a new one is better",
        )
