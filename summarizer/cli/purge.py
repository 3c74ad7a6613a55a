"""`summarizer purge`: delete what the program has stored on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import console, options
from summarizer.errors import OutputError, UsageError

HELP = """Delete everything that summarizer has stored: kept replies and whatever else is in its own folder.

Recordings are deleted only where --recordings names their folder. What you had written with -o,
--save-source or a batch's output stays, and so does the configuration file."""

EXAMPLES = options.examples(
    "summarizer purge --dry-run", "summarizer purge", "summarizer purge --recordings DIR"
)


def home() -> Path:
    """Say where the program stores what nobody gave a place."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("summarizer"))


def purge(
    recordings: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="Delete the recordings in DIR too.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be deleted.")] = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    stored = found(home())
    recorded = [(folder, _recorded(folder)) for folder in recordings or ()]
    done = "would be deleted" if dry_run else "deleted"
    lines = [f"{counted(stored)} {done} in {home()}"]
    lines += [f"{counted(paths, 'recording')} {done} in {folder}" for folder, paths in recorded]
    if not dry_run:
        for path in (*stored, *(path for _, paths in recorded for path in paths)):
            _delete(path)
        _empty_folders(home())
    console.result("".join(f"{line}\n" for line in lines))


def found(folder: Path) -> tuple[Path, ...]:
    """List the files under `folder`; links are listed and never followed."""
    import os

    return tuple(
        Path(place) / name
        for place, folders, names in os.walk(folder)
        for name in (*names, *(f for f in folders if (Path(place) / f).is_symlink()))
    )


def counted(paths: Sequence[Path], what: str = "file") -> str:
    """Say how many files there are and how much room they take."""
    size = sum(path.lstat().st_size for path in paths)
    return f"{len(paths):,} {what}{'' if len(paths) == 1 else 's'} ({size / 1_000_000:.1f} MB)"


def _recorded(folder: Path) -> tuple[Path, ...]:
    """List the recordings in `folder`, and nothing else that lies there."""
    from summarizer.backends import recordings
    from summarizer.errors import BackendError

    if not folder.is_dir():
        raise UsageError(f"there is no folder of recordings {str(folder)!r}", hint="the DIR of --record")
    made = []
    for path in sorted(folder.glob("*.json")):
        try:
            made.append(recordings.read(path).path)
        except BackendError:
            continue
    return tuple(made)


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"cannot delete {str(path)!r}: {error.strerror or error}") from error


def _empty_folders(folder: Path) -> None:
    import os

    for place, _, _ in os.walk(folder, topdown=False):
        try:
            Path(place).rmdir()
        except OSError:
            # something was stored in it meanwhile, and a run that goes on needs its folder
            continue
