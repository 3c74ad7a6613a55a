"""`summarizer purge`: delete what the program has stored on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import console, options
from summarizer.errors import OutputError, UsageError

HELP = """Delete everything that summarizer has stored: kept replies and whatever else is in its own folder.

Recordings are deleted only where --recordings names their folder, the ledger of a batch only where
--batch names its output, and what was submitted to a provider and came back only where --job names its
folder. What you had written with -o or --save-source and a batch's output stay, and so does the
configuration file."""

EXAMPLES = options.examples(
    "summarizer purge --dry-run",
    "summarizer purge --recordings DIR",
    "summarizer purge --batch notes.jsonl --job night",
)


def home() -> Path:
    """Say where the program stores what nobody gave a place."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("summarizer"))


def purge(
    recordings: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="Delete the recordings in DIR too.")
    ] = None,
    batch: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Delete the ledger beside a batch's output FILE too."),
    ] = None,
    job: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Delete a provider's batch in DIR too."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be deleted.")] = False,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    stored = found(home())
    named = [(folder, "recording", _recorded(folder)) for folder in recordings or ()]
    named += [(path.parent, "file", _beside(path)) for path in batch or ()]
    named += [(folder, "file", _submitted(folder)) for folder in job or ()]
    done = "would be deleted" if dry_run else "deleted"
    lines = [f"{counted(stored)} {done} in {home()}"]
    lines += [f"{counted(paths, what)} {done} in {folder}" for folder, what, paths in named]
    if not dry_run:
        for path in (*stored, *(path for _, _, paths in named for path in paths)):
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


def _beside(output: Path) -> tuple[Path, ...]:
    """List what a batch keeps beside its output: the ledger, and the lines that a table is made of."""
    ledger = output.with_name(f"{output.name}.ledger")
    if not ledger.is_file():
        raise UsageError(f"there is no ledger beside {str(output)!r}", hint="the FILE of batch -o")
    lines = output.with_name(f"{output.name}.jsonl")
    return (ledger, *((lines,) if output.suffix.lower() == ".parquet" and lines.is_file() else ()))


def _submitted(folder: Path) -> tuple[Path, ...]:
    """List the parts of a provider's batch, and nothing else that lies there; UsageError where there is none."""
    from summarizer.batch import parts

    state = parts.read(folder)
    kinds = ("requests", "results")
    paths = (state.path(part, what) for part in state.parts for what in kinds)
    return (*(path for path in paths if path.is_file()), folder / "job.json")


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
