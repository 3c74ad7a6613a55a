"""Replies on disk: one JSON file each, named for people, keyed for machines.

The key is the SHA-256 of everything that can change the answer. The text is kept as lines,
so that a change of a recording can be read; joined with a line feed they are the reply.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

from summarizer.errors import BackendError, BackendRefused
from summarizer.exchange import Backend, Reply, Request, Usage

FORMAT = 1


class Recorder:
    """A backend whose replies are written down before anything is done with them."""

    def __init__(self, inner: Backend, folder: Path) -> None:
        self.inner = inner
        self.folder = folder

    @property
    def scheme(self) -> str:
        """That of the backend inside."""
        return self.inner.scheme

    @property
    def model(self) -> str:
        """That of the backend inside."""
        return self.inner.model

    @property
    def context(self) -> int | None:
        """That of the backend inside."""
        return self.inner.context

    async def complete(self, request: Request) -> Reply:
        """Carry the request and keep the reply; BackendError when it cannot be written."""
        reply = await self.inner.complete(request)
        write(self.folder, request, reply, self.inner)
        return reply

    async def close(self) -> None:
        """Close the backend inside."""
        await self.inner.close()


class Replay:
    """The recorded replies of one model, given again for the same requests."""

    scheme = "replay"

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder).expanduser()
        self._recorded = dict(_read_all(self.folder))
        models = sorted({str(data["request"]["model"]) for data in self._recorded.values()})
        if not models:
            raise BackendRefused(f"no recordings in {str(self.folder)!r}", hint="make some with --record DIR")
        if len(models) > 1:
            raise BackendRefused(
                f"{str(self.folder)!r} holds recordings of several models: {', '.join(models)}",
                hint="one folder a model",
            )
        self.model = models[0]
        contexts = {data["made"].get("context") for data in self._recorded.values()}
        self.context: int | None = contexts.pop() if len(contexts) == 1 else None

    async def complete(self, request: Request) -> Reply:
        """Give the recorded reply; a miss names the nearest recording and where it differs."""
        data = self._recorded.get(request.key())
        if data is None:
            raise BackendError(
                f"no recording of this request in {str(self.folder)!r}; {self._nearest(request)}",
                hint="make one with --record DIR and the same article, prompt and options",
            )
        return _reply(data)

    async def close(self) -> None:
        """Nothing is open."""

    def _nearest(self, request: Request) -> str:
        from rapidfuzz import fuzz

        wanted = _lines(request)

        def likeness(data: Mapping[str, Any]) -> float:
            return fuzz.ratio("\n".join(_recorded_lines(data))[:20_000], "\n".join(wanted)[:20_000])

        name, data = max(
            ((d["file"], d) for d in self._recorded.values()), key=lambda pair: likeness(pair[1])
        )
        recorded = _recorded_lines(data)
        for at, line in enumerate(wanted):
            before = recorded[at] if at < len(recorded) else ""
            if before != line:
                return f"the nearest is {name}, which differs first in {before[:80]!r}, now {line[:80]!r}"
        return f"the nearest is {name}, which differs in its schema or sampling"


def _lines(request: Request) -> list[str]:
    return [line for message in request.messages for line in message.content.split("\n")]


def _recorded_lines(data: Mapping[str, Any]) -> list[str]:
    return [line for message in data["request"]["messages"] for line in message["lines"]]


def write(folder: Path, request: Request, reply: Reply, backend: Backend) -> Path:
    """Keep one reply: written beside, then renamed, so that a file is whole or not there."""
    key = request.key()
    canonical = request.canonical()
    data = {
        "format": FORMAT,
        "key": key,
        "request": {
            "prompt": request.prompt,
            "model": request.model,
            "messages": [{"role": m.role, "lines": m.content.split("\n")} for m in request.messages],
            "schema": canonical["schema"],
            "sampling": canonical["sampling"],
        },
        "reply": {
            "lines": reply.text.split("\n"),
            "finish": reply.finish,
            "mode": reply.mode,
            "detail": reply.detail,
            "tokens": {"in": reply.usage.input_tokens, "out": reply.usage.output_tokens},
            "seconds": round(reply.seconds, 3),
        },
        "made": {
            "backend": backend.scheme,
            "context": backend.context,
            "on": date.today().isoformat(),
            "summarizer": metadata.version("summarizer"),
        },
    }
    path = folder / f"{request.prompt}-{key[:8]}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
            json.dump(data, stream, ensure_ascii=False, indent=1)
            stream.write("\n")
        Path(beside).replace(path)
    except OSError as error:
        raise BackendError(
            f"the reply cannot be recorded in {str(folder)!r}: {error}", hint="check --record"
        ) from error
    return path


def _read_all(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if not folder.is_dir():
        raise BackendRefused(f"{str(folder)!r} is not a folder of recordings", hint="--model replay:DIR")
    for path in sorted(folder.glob("*.json")):
        data = read(path)
        yield str(data["key"]), {**data, "file": path.name}


def read(path: Path) -> dict[str, Any]:
    """Load one recording; BackendError when it is not one or its key does not fit its request."""
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        if data["format"] != FORMAT:
            raise ValueError(f"format {data['format']}")
        _reply(data)
        [message["lines"] for message in data["request"]["messages"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackendError(
            f"{path.name} is not a recording ({type(error).__name__}: {error})",
            hint="delete it, or record it anew",
        ) from error
    return data


def _reply(data: Mapping[str, Any]) -> Reply:
    reply = data["reply"]
    return Reply(
        text="\n".join(reply["lines"]),
        finish=reply["finish"],
        usage=Usage(reply["tokens"]["in"], reply["tokens"]["out"]),
        model=data["request"]["model"],
        seconds=reply["seconds"],
        requests=0,
        mode=reply["mode"],
        detail=reply["detail"],
    )
