"""The folder of a provider's batch: what was asked, in which parts, and what became of each."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from summarizer import files
from summarizer.errors import OutputError, UsageError

FORMAT = 1
MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000
"""The limits of one batch of OpenAI's."""

ENDED = frozenset({"completed", "expired", "failed", "cancelled"})
"""States after which nothing more comes."""


@dataclass(slots=True)
class Part:
    """One batch at the provider. `fetched` says that its results are in the folder."""

    name: str
    requests: int
    sha256: str
    file_id: str | None = None
    batch_id: str | None = None
    status: str = "written"
    answered: int = 0
    failed: int = 0
    problem: str = ""
    fetched: bool = False

    @property
    def mark(self) -> str:
        """What the provider keeps with the batch; another round may ask the very same again."""
        return f"{self.name}-{self.sha256[:32]}"


@dataclass(slots=True)
class State:
    """All parts, and how their requests are made; written down after every step."""

    folder: Path
    inputs: list[str]
    made: dict[str, Any]
    base_url: str | None
    complete: bool = False
    parts: list[Part] = field(default_factory=list)

    def save(self) -> None:
        """Write the state, whole or not at all."""
        data = {"format": FORMAT, **asdict(self)}
        del data["folder"]
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"cannot write {str(self.folder)!r}: {error.strerror or error}", hint="another --job"
            ) from error
        files.write(self.folder / "job.json", json.dumps(data, indent=1).encode())

    def path(self, part: Part, what: str = "requests") -> Path:
        """Say where the requests or the results of a part are."""
        return self.folder / f"{part.name}.{what}.jsonl"


def read(folder: Path) -> State:
    """Read the state of a folder; UsageError where there is none that can be read."""
    try:
        data = json.loads((folder / "job.json").read_bytes())
        parts = [Part(**part) for part in data.pop("parts")]
        if data.pop("format") != FORMAT:
            raise ValueError("another version of the program has written it")
        return State(folder, parts=parts, **data)
    except FileNotFoundError as error:
        raise UsageError(
            f"there is no batch in {str(folder)!r}", hint="summarizer batch submit INPUTS --job DIR"
        ) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{str(folder)!r} holds no batch that can be read: {error}") from error


class Writer:
    """Spread requests over parts, none above the provider's limits."""

    def __init__(self, state: State, most_requests: int, most_bytes: int) -> None:
        self._state = state
        self._most = (most_requests, most_bytes)
        self._held: list[bytes] = []
        self._bytes = 0

    def add(self, key: str, body: dict[str, Any]) -> None:
        """Take a request; its results come back under the key."""
        entry = {"custom_id": key, "method": "POST", "url": "/v1/chat/completions", "body": body}
        line = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
        if self._held and (len(self._held) == self._most[0] or self._bytes + len(line) > self._most[1]):
            self.flush()
        self._held.append(line)
        self._bytes += len(line)

    def flush(self) -> None:
        """Write what is held as a part."""
        if not self._held:
            return
        data = b"".join(self._held)
        part = Part(
            f"part-{len(self._state.parts) + 1:04}", len(self._held), hashlib.sha256(data).hexdigest()
        )
        self._state.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._state.path(part)
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
                out.write(data)
        except OSError as error:
            raise OutputError(f"cannot write {str(path)!r}: {error.strerror or error}") from error
        self._state.parts.append(part)
        self._state.save()
        self._held.clear()
        self._bytes = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What came back for one request: the body of an answer, or why there is none.

    `refused` says that the model's endpoint has answered, with another status than 200.
    """

    body: str | None
    problem: str = ""
    refused: bool = False


class Results:
    """All results of a folder by key; only their places are held in memory."""

    def __init__(self, state: State) -> None:
        self._at: dict[str, tuple[Path, int]] = {}
        for part in state.parts:
            path = state.path(part, "results")
            for key, at in _places(path):
                # an answer stands, whatever an earlier or a later part has to say
                if key not in self._at or self.find(key).body is None:
                    self._at[key] = (path, at)

    def find(self, key: str) -> Result:
        """Give the result for a key."""
        if key not in self._at:
            return Result(None, "the provider's batch has given no answer to it yet")
        path, at = self._at[key]
        with path.open("rb") as lines:
            lines.seek(at)
            return _result(json.loads(lines.readline()))

    def answered(self, key: str) -> bool:
        """Say whether there is an answer."""
        return key in self._at and self.find(key).body is not None


def _places(path: Path) -> Iterator[tuple[str, int]]:
    if not path.exists():
        return
    at = 0
    with path.open("rb") as lines:
        for line in lines:
            try:
                key = json.loads(line)["custom_id"]
            except (ValueError, KeyError, TypeError):
                key = None
            if isinstance(key, str):
                yield key, at
            at += len(line)


def _result(entry: dict[str, Any]) -> Result:
    response, error = entry.get("response") or {}, entry.get("error") or {}
    body = response.get("body")
    if response.get("status_code") == 200 and body is not None:
        return Result(json.dumps(body, ensure_ascii=False))
    inner = body.get("error", body) if isinstance(body, dict) else body
    told = error.get("message") or (inner.get("message") if isinstance(inner, dict) else inner) or "no reason"
    code = error.get("code") or response.get("status_code") or "failed"
    return Result(None, f"{code}: {told}", refused=bool(response))


def join(chunks: Iterable[bytes], path: Path) -> None:
    """Write results as they came, whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            for chunk in chunks:
                out.write(chunk if chunk.endswith(b"\n") or not chunk else chunk + b"\n")
        part.replace(path)
    except OSError as error:
        raise OutputError(f"cannot write {str(path)!r}: {error.strerror or error}") from error
