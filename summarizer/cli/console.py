"""Standard output for the result, standard error for everything else."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import traceback
from typing import TextIO

from summarizer.errors import OutputError, ReplyRejected, SummarizerError

PROGRAM = "summarizer"

INTERRUPTED = 130
"""Exit status after Ctrl-C."""

# What typography becomes where the output's encoding has no such character.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "•": "*"}
    | {"·": "-", "…": "...", "\u00a0": " ", "\ufffd": "?"}
)


def result(made: str | bytes) -> None:
    """Write the result and push it out, so that what goes wrong shows here and not at exit.

    Text is written as the output's encoding can hold it, bytes as they are.

    A reader that has closed the pipe has what it wanted: nothing is said and nothing has
    failed. Raises OutputError where standard output cannot be written to.
    """
    out: TextIO | None = sys.stdout
    if out is None:
        raise OutputError("standard output is closed", hint="-o FILE, or > FILE")
    try:
        if isinstance(made, bytes):
            out.buffer.write(made)
        else:
            out.write(encodable(made, out))
        out.flush()
    except BrokenPipeError:
        _silence(out)
    except OSError as error:
        _silence(out)
        raise OutputError(f"cannot write to standard output: {error.strerror or error}") from error


def _silence(stream: TextIO) -> None:
    """Let what is left in a buffer go nowhere, or it fails again when the program ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """Write one line about the run, with the program's name before it."""
    line(f"{PROGRAM}: {text}")


def line(text: str) -> None:
    """Write one line to standard error; a closed one is no reason to fail."""
    try:
        sys.stderr.write(encodable(text + "\n", sys.stderr))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def encodable(text: str, stream: TextIO) -> str:
    """Give back `text` as the stream's encoding can hold it, quotation marks and dashes plain if need be."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    except LookupError:
        return text.encode("ascii", "replace").decode("ascii")
    return text


def holds_unicode(stream: TextIO) -> bool:
    """Say whether every character can be written to `stream`."""
    return (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")


def is_terminal(stream: TextIO) -> bool:
    """Say whether a person is reading; a closed or replaced stream has none."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def colour(stream: TextIO) -> bool:
    """Colour only for a person at a terminal who has not said no (NO_COLOR, TERM=dumb)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, COLUMNS before what the terminal says, 80 where nobody says."""
    return shutil.get_terminal_size((80, 24)).columns


def warn(text: str) -> None:
    """Write one line that a person should see before trusting the result."""
    from summarizer.render.plain import printable

    say(f"warning: {printable(text)}")


def expected(error: SummarizerError, verbose: bool) -> None:
    """Say in a line what failed and what to try; with `verbose` what lay beneath it."""
    from summarizer.render.plain import printable

    say(f"error: {printable(error.message)}")
    if isinstance(error, ReplyRejected):
        for problem in error.problems:
            line(f"  {printable(problem)}")
    if error.hint is not None:
        line(f"  try: {printable(error.hint)}")
    beneath = _beneath(error)
    while verbose and beneath is not None:
        line(f"  because: {type(beneath).__name__}: {printable(str(beneath))}")
        beneath = _beneath(beneath)


def _beneath(error: BaseException) -> BaseException | None:
    """What an error was raised from; what was cut off with `from None` may repeat a key, and stays cut off."""
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def unexpected(error: BaseException, verbose: bool) -> None:
    """Own up to a fault of the program's; the trace only for who asked for it."""
    from summarizer.render.plain import printable

    if verbose:
        line("".join(traceback.format_exception(error)).rstrip())
    say(f"internal error: {type(error).__name__}: {printable(str(error))}")
    if not verbose:
        line("  try: the same command with --verbose, and report what it prints")
