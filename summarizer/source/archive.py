"""Zip archives that strangers made: read one named member at a time, within limits, never unpacked.

A member's name is looked up and printed nowhere: no path of an archive reaches the file system.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped]

MOST_MEMBERS = 10_000
LARGEST = 50_000_000
"""Bytes that come out of one archive at most, all members that are read together."""

STEEPEST = 200
"""A member that grows more than this, and beyond a megabyte, is a bomb: Word's XML grows 5 to 40 times."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, IndexError, NotImplementedError,
    RuntimeError,
)  # fmt: skip


@dataclass(slots=True)
class Archive:
    """An open archive, what to call it, and how much may still come out of it."""

    file: zipfile.ZipFile
    name: str
    label: str
    left: int

    def names(self) -> tuple[str, ...]:
        """List the members in the archive's order."""
        return tuple(self.file.namelist())

    def read(self, member: str) -> bytes:
        """Unpack one member; SourceError where it is missing, broken, encrypted, or too large."""
        try:
            info = self.file.getinfo(member)
        except KeyError as error:
            raise broken(self.name, self.label, f"{member} is missing") from error
        if info.flag_bits & 1:
            raise SourceError(f"{self.name} is {self.label} with a password", hint="save a copy without one")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise broken(self.name, self.label, f"{member} is packed in an unusual way")
        try:
            with self.file.open(info) as stream:
                data = stream.read(self.left + 1)
        except _BROKEN as error:
            raise broken(self.name, self.label, f"{member} cannot be unpacked") from error
        if len(data) > self.left or len(data) > max(1_000_000, STEEPEST * info.compress_size):
            raise SourceError(
                f"{self.name} is {self.label} that unpacks to far more than it holds, as made to harm",
                hint="if you trust it, open it, and save it as text",
            )
        self.left -= len(data)
        return data

    def xml(self, member: str) -> Element:
        """Parse one member; entities are refused, nothing is fetched."""
        from lxml import etree  # type: ignore[import-untyped]

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            root = etree.fromstring(self.read(member), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise broken(self.name, self.label, f"{member} is no XML") from error
        dtd = root.getroottree().docinfo.internalDTD
        if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
            raise broken(self.name, self.label, f"{member} declares entities, which it has no use for")
        return root


def open_archive(data: bytes, name: str, label: str) -> Archive:
    """Open a zip archive that is in memory; `label` is what messages call it, with its article."""
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        raise broken(name, label, f"it has more than {MOST_MEMBERS:,} members")
    try:
        return Archive(zipfile.ZipFile(io.BytesIO(data)), name, label, LARGEST)
    except _BROKEN as error:
        raise broken(name, label, "its table of contents is damaged") from error


def broken(name: str, label: str, why: str) -> SourceError:
    """Make the error for a document that cannot be read to its end."""
    return SourceError(
        f"{name} is {label} that is broken: {why}",
        hint="fetch it again; or open it in its own program, and save it anew",
    )
