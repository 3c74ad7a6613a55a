"""What a briefing is made of: inputs read one after the other, and what could not be read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import briefing, note, pipeline, results
from summarizer.article import Article
from summarizer.errors import SourceError, UsageError
from summarizer.exchange import Event, Report, silent

if TYPE_CHECKING:
    from summarizer.source import Loaded
    from summarizer.source.fetch import Access


@dataclass(frozen=True)
class Gathered:
    """What could be read, in the order given, and what could not; `waiting` inputs were not reached."""

    sources: tuple[Article | note.Note, ...]
    left_out: tuple[briefing.LeftOut, ...] = ()
    waiting: int = 0


def gather(
    inputs: Iterable[str | os.PathLike[str]], *, access: Access | None = None, report: Report = silent
) -> Gathered:
    """Read files, folders, patterns and addresses; a JSON file that is a note is taken as one.

    What cannot be read is left out with the reason. Ctrl-C ends the reading and keeps what was read.
    Raises UsageError for more than 50 sources and SourceError for a folder or pattern without files.
    """
    from summarizer import source

    paths = source.expand(inputs)
    if len(paths) > briefing.MOST:
        raise UsageError(
            f"{len(paths)} sources; one briefing takes at most {briefing.MOST}",
            hint="summarizer batch makes a note of each; give brief the notes of those on one event",
        )
    made: list[Article | note.Note] = []
    lost: list[briefing.LeftOut] = []
    at = 0
    try:
        for at, path in enumerate(paths):
            report(Event("read", f"{path} ({at + 1} of {len(paths)})"))
            for name, one in _read(path, access):
                if isinstance(one, SourceError):
                    hint = (f"try: {one.hint}",) if one.hint else ()
                    lost.append(briefing.LeftOut(kind="source", text=name, reason=one.message, problems=hint))
                else:
                    made.append(one)
    except KeyboardInterrupt:
        return Gathered(tuple(made), tuple(lost), len(paths) - at)
    return Gathered(tuple(made), tuple(lost))


def _read(path: str, access: Access | None) -> Iterator[tuple[str, Article | note.Note | SourceError]]:
    from summarizer import source

    try:
        kept = read_note(Path(path)) if path.lower().endswith(".json") else None
        if kept is not None:
            yield path, kept
            return
        for name, loaded in source.read_many([path], access=access):
            yield name, loaded if isinstance(loaded, SourceError) else _assembled(loaded)
    except SourceError as error:
        yield path, error


def _assembled(loaded: Loaded) -> Article | SourceError:
    try:
        return pipeline.assemble(loaded)
    except SourceError as error:
        return error


def read_note(path: Path) -> note.Note | None:
    """Read a note made earlier; None for a file that is no note at all.

    Raises SourceError for a note of another version, or one that was edited out of its form.
    """
    from pydantic import ValidationError

    try:
        text = path.read_text(encoding="utf-8")
        kept = json.loads(text)
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict) or not {"claims", "positions", "provenance"} <= set(kept):
        return None
    again = "make the note anew, or give the article itself"
    if "single_source" in kept:
        raise SourceError(f"{path.name} is a briefing", hint="give the articles that it was made of")
    if kept.get("format") != note.NOTE_FORMAT:
        raise SourceError(
            f"{path.name} is a note of format {kept.get('format')!r}; this version reads {note.NOTE_FORMAT}",
            hint=again,
        )
    try:
        return note.Note.model_validate(kept)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise SourceError(
            f"{path.name} is no note as this version writes it: {where}: {first['msg'].lower()}", hint=again
        ) from error


def with_lost(made: results.Briefing, gathered: Gathered, *, interrupted: bool) -> results.Briefing:
    """Say in a briefing what it is not made of: sources that could not be read, or were not reached."""
    warnings = [f"not read: {_named(one)}" for one in gathered.left_out]
    if gathered.waiting:
        warnings.append(f"interrupted: {gathered.waiting} sources were not read")
    elif interrupted:
        warnings.append("interrupted: the summary is in the articles' own words")
    return made.model_copy(
        update={
            "set_aside": (*gathered.left_out, *made.set_aside),
            "warnings": (*warnings, *made.warnings),
        }
    )


def _named(lost: briefing.LeftOut) -> str:
    """Say which source and why; most reasons name it themselves."""
    return lost.reason if Path(lost.text).name in lost.reason else f"{lost.text}: {lost.reason}"
