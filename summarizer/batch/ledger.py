"""Every request of a batch on the wire, written down before it is sent and after it is answered.

The file stands beside the output. It survives the end of the process at any moment, so the
totals of a batch are those of all its runs. A request that was sent and has no answer on
record counts as `unanswered`: its endpoint may have charged for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.errors import OutputError, UsageError

FORMAT = 1
UNANSWERED, UNREACHED = 0, -1
"""The status of what brought no answer, and of what never got through to anybody."""


@dataclass(slots=True)
class Totals:
    """Requests and tokens of a batch. `sent` is the sum of `answered`, `refused`, `unanswered` and `unreached`.

    `answered` had status 200, with or without a usable reply; `unreported` of them came without
    a count of tokens; what these and the unanswered can have taken at most is `uncertain`. `cost`
    is that of what was reported, in US dollars; None where no price is known.
    """

    sent: int = 0
    answered: int = 0
    refused: int = 0
    unanswered: int = 0
    unreached: int = 0
    unreported: int = 0
    cached: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    estimated_input: int = 0
    uncertain_input: int = 0
    uncertain_output: int = 0
    cost: float | None = 0.0

    def add(self, status: int, need: Mapping[str, int], got: Mapping[str, Any]) -> None:
        """Count the outcome of one request; `need` is what was expected of it."""
        if status == UNREACHED:
            self.unreached += 1
        elif status == UNANSWERED:
            self.unanswered += 1
            self._doubt(need)
        elif status != 200:
            self.refused += 1
        else:
            self.answered += 1
            if got.get("in") is None and got.get("out") is None:
                self.unreported += 1
                self._doubt(need)
            else:
                self.input_tokens += got.get("in") or 0
                self.output_tokens += got.get("out") or 0
                self.estimated_input += need["in"]
            cost = got.get("cost")
            self.cost = None if self.cost is None or cost is None else self.cost + cost

    def _doubt(self, need: Mapping[str, int]) -> None:
        self.uncertain_input += need["in"]
        self.uncertain_output += need["out"]


@dataclass(frozen=True, slots=True)
class Made:
    """What the lines of one output are made with; another run has to make them in the same way."""

    model: str
    length: str
    attempts: int
    prompt: str
    language: str | None = None
    audience: str | None = None
    style: str | None = None
    keep: tuple[str, ...] | None = None
    cut: tuple[str, ...] | None = None
    favor: str | None = None

    def data(self) -> dict[str, Any]:
        """The same as it reads back from JSON, which knows lists and no tuples."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return plain


class Ledger:
    """The open file; one process at a time has it.

    `resumed` says that earlier runs have written to it, `since` when the first of them began.
    """

    def __init__(self, path: Path, made: Made, *, anew: bool = False) -> None:
        """Open or begin the ledger at `path`.

        Raises UsageError when another process has it, or when it belongs to lines made in
        another way; OutputError when it cannot be written.
        """
        self.path = path
        self.totals = Totals()
        self._open: dict[int, dict[str, int]] = {}
        self._last = 0
        self.since = time.time()
        try:
            self._file: BinaryIO = path.open("a+b", buffering=0)
            path.chmod(0o600)
        except OSError as error:
            raise OutputError(
                f"cannot write {str(path)!r}: {error.strerror or error}",
                hint="-o with a place you may write to",
            ) from error
        try:
            self._lock()
            self.resumed = not anew and self._resume(made)
            self._begin(made)
        except BaseException:
            self._file.close()
            raise

    def sent(self, input_tokens: int, output_tokens: int) -> int:
        """Write down that a request goes out, with the most it can take; gives its number."""
        self._last += 1
        need = {"in": input_tokens, "out": output_tokens}
        self._write({"sent": self._last, **need})
        self._open[self._last] = need
        self.totals.sent += 1
        return self._last

    def got(self, number: int, status: int, **what: Any) -> None:  # noqa: ANN401
        """Write down what came of it."""
        self.totals.add(status, self._open.pop(number), what)
        self._write({"got": number, "status": status, **what})

    def cached(self) -> None:
        """Count a reply that was at hand; counted for this run, and kept only where it ends well."""
        self.totals.cached += 1

    def close(self) -> None:
        """Let another process have it; safe to call twice."""
        for number in list(self._open):
            with contextlib.suppress(OutputError):
                self.got(number, UNANSWERED)
        if not self._file.closed:
            with contextlib.suppress(OutputError):
                self._write({"totals": asdict(self.totals)})
            self._file.close()

    def _resume(self, made: Made) -> bool:
        """Add up what earlier runs have written; False where there is nothing."""
        header = None
        for entry in self._entries():
            if "format" in entry:
                header = header or entry
            elif "totals" in entry:
                known = {one.name for one in fields(Totals)}
                self.totals = Totals(**{k: v for k, v in entry["totals"].items() if k in known})
                self._open.clear()
            elif "sent" in entry:
                self._last = max(self._last, entry["sent"])
                self._open[entry["sent"]] = {"in": entry["in"], "out": entry["out"]}
                self.totals.sent += 1
            elif (need := self._open.pop(entry.get("got", 0), None)) is not None:
                self.totals.add(entry["status"], need, entry)
        for need in self._open.values():
            self.totals.add(UNANSWERED, need, {})
        self._open.clear()
        if header is None:
            return False
        self.since = header.get("since", self.since)
        _compare(self.path, header, made)
        return True

    def _entries(self) -> Iterator[dict[str, Any]]:
        """Read the entries; a line that the end of a process cut short counts as not written."""
        self._file.seek(0)
        with os.fdopen(os.dup(self._file.fileno()), "rb") as lines:
            for line in lines:
                with contextlib.suppress(ValueError):
                    if isinstance(entry := json.loads(line), dict):
                        yield entry

    def _begin(self, made: Made) -> None:
        """Write the header or, after earlier runs, their sum; the last line may have been cut short."""
        if self.resumed:
            self._file.write(b"\n")
            self._write({"totals": asdict(self.totals)})
        else:
            self._file.truncate(0)
            self._write({"format": FORMAT, "made": made.data(), "since": self.since})

    def _write(self, entry: Mapping[str, Any]) -> None:
        try:
            self._file.write(json.dumps(entry, separators=(",", ":")).encode() + b"\n")
        except OSError as error:
            raise OutputError(f"cannot write {str(self.path)!r}: {error.strerror or error}") from error

    def _lock(self) -> None:
        try:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            return  # Windows: two batches on one output are the user's to avoid
        except OSError as error:
            raise UsageError(
                f"another batch is at work on {str(self.path)!r}", hint="wait for it, or another -o"
            ) from error


def _compare(path: Path, header: Mapping[str, Any], made: Made) -> None:
    before = header.get("made", {})
    for name, now in made.data().items():
        if before.get(name) != now:
            raise UsageError(
                f"{str(path)!r} belongs to lines made with {name} {before.get(name)!r}, and now it is {now!r}",
                hint="another -o, or --overwrite",
            )
