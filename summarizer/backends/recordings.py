"""Replies kept in files, one each, and answered from again.

A recording is named `<prompt>-<first eight of the key>.json` for people; the key inside
is for the program: the SHA-256 of everything that can change the answer. Text is kept
as lines, so that a change can be read, and joining them by line feeds gives the reply back
exactly.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from summarizer.backends import misses
from summarizer.errors import BackendError, OutputError, UsageError
from summarizer.exchange import Around, Backend, Finish, Reply, Request, Usage
from summarizer.version import version

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Recording:
    """One file, read and checked."""

    path: Path
    key: str
    model: str
    request: Mapping[str, Any]
    reply: Reply
    context: int | None = None


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of recordings. `secret` is a text that must never get into one.

    `spread` is for more than a person looks through: 256 folders, and names long enough that of
    millions no two are the same (of 100,000 with eight digits, two are in two cases of three).
    """

    folder: Path
    secret: str | None = field(default=None, repr=False)
    spread: bool = False

    def place(self, prompt: str, key: str) -> Path:
        """Say where the recording of a request stands, whether or not it does."""
        if self.spread:
            return self.folder / key[:2] / f"{prompt}-{key[:32]}.json"
        return self.folder / f"{prompt}-{key[:8]}.json"

    def write(self, request: Request, reply: Reply, made: Mapping[str, Any]) -> Path:
        """Keep one reply, whole or not at all; an older answer to the same request is replaced.

        Raises OutputError when the folder cannot be written, or when the text holds the secret.
        """
        key = request.key()
        data = {
            "format": FORMAT,
            "key": key,
            "request": as_data(request),
            "reply": {
                "lines": reply.text.split("\n"),
                "finish": reply.finish,
                "tokens": {"in": reply.usage.input_tokens, "out": reply.usage.output_tokens},
                "mode": reply.mode,
                "detail": reply.detail,
            },
            "made": dict(made),
        }
        text = _dump(data)
        if self.secret and len(self.secret) > 3 and self.secret in text:
            raise OutputError("the recording would hold the API key, so it was not written")
        path = self.place(request.prompt, key)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(path, text)
        except OSError as error:
            raise OutputError(
                f"cannot write the recording {str(path)!r}: {error.strerror or error}",
                hint="another folder with --record",
            ) from error
        return path

    def read(self) -> tuple[Recording, ...]:
        """Read every recording of the folder, by name.

        Raises UsageError when there is no such folder or nothing in it, BackendError when
        a file is not a recording.
        """
        if not self.folder.is_dir():
            raise UsageError(
                f"there is no folder of recordings {str(self.folder)!r}",
                hint="make one with --record DIR and another model",
            )
        found = tuple(read(path) for path in sorted(self.folder.rglob("*.json")))
        if not found:
            raise UsageError(
                f"there are no recordings in {str(self.folder)!r}",
                hint="make some with --record DIR and another model",
            )
        return found


class Recorder(Around):
    """Any backend, its replies kept as they pass."""

    def __init__(self, inner: Backend, store: Store) -> None:
        super().__init__(inner)
        self._store = store

    async def complete(self, request: Request) -> Reply:
        """Pass the request on and keep the reply, however it ended; errors are not kept."""
        reply = await self._inner.complete(request)
        self._store.write(request, reply, made_by(self._inner, reply))
        return reply


class Replay:
    """Recorded replies in place of a model; it answers as the model that was recorded."""

    def __init__(self, store: Store, model: str | None = None, context: int | None = None) -> None:
        """Read the folder; `model` chooses one where the folder holds several models' replies."""
        found = store.read()
        self._folder = store.folder
        self._model = _one_model(found, model, store.folder)
        self._recordings = {r.key: r for r in found if r.model == self._model}
        contexts = {r.context for r in self._recordings.values()}
        self._context = context or (contexts.pop() if len(contexts) == 1 else None)

    @property
    def scheme(self) -> str:
        """`replay`."""
        return "replay"

    @property
    def model(self) -> str:
        """The model that was recorded."""
        return self._model

    @property
    def context(self) -> int | None:
        """What the recorded model could read, where all recordings agree."""
        return self._context

    @property
    def count(self) -> int:
        """How many replies can be given."""
        return len(self._recordings)

    async def complete(self, request: Request) -> Reply:
        """Give the recorded reply; a request that was never recorded is a BackendError."""
        started = time.monotonic()
        found = self._recordings.get(request.key())
        if found is None:
            requests = {r.path.name: r.request for r in self._recordings.values()}
            nearest = misses.explain(as_data(request), requests)
            raise BackendError(
                f"no recording in {str(self._folder)!r} answers this {request.prompt} request; {nearest}",
                hint="record again with --record DIR and the model itself",
            )
        return replace(found.reply, seconds=time.monotonic() - started, requests=0)

    async def close(self) -> None:
        """Nothing is held open."""


def made_by(backend: Backend, reply: Reply) -> dict[str, Any]:
    """Say where a reply comes from, as a recording holds it."""
    return {
        "backend": backend.scheme,
        "model": reply.model or backend.model,
        "context": backend.context,
        "seconds": round(reply.seconds, 3),
        "on": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "summarizer": version(),
    }


def as_data(request: Request) -> dict[str, Any]:
    """Write a request as a recording holds it: messages as lines, the schema as its digest."""
    data = request.canonical()
    schema = data.pop("schema")
    data["messages"] = [{"role": m["role"], "lines": m["content"].split("\n")} for m in data["messages"]]
    data["schema_sha256"] = None if schema is None else _digest(schema)
    return data


def read(path: Path) -> Recording:
    """Read one recording; BackendError names what is wrong with it."""
    try:
        data = json.loads(path.read_bytes())
        if data["format"] != FORMAT:
            raise BackendError(
                f"the recording {str(path)!r} has format {data['format']!r}; this version reads {FORMAT}"
            )
        reply, request = data["reply"], data["request"]
        misses.spoken(request)
        if reply["finish"] not in get_args(Finish):
            raise ValueError(f"unknown finish {reply['finish']!r}")
        made = data["made"]
        context = made.get("context")
        return Recording(
            path=path,
            key=_string(data["key"]),
            model=_string(request["model"]),
            request=request,
            reply=Reply(
                text="\n".join(reply["lines"]),
                finish=reply["finish"],
                usage=Usage(reply["tokens"]["in"], reply["tokens"]["out"]),
                model=_string(made["model"]),
                mode=_string(reply.get("mode", "prompted")),
                detail=_string(reply.get("detail", "")),
            ),
            context=context if isinstance(context, int) else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise BackendError(
            f"{str(path)!r} is not a recording that can be read: {what}",
            hint="delete it and record again",
        ) from error


def _one_model(found: tuple[Recording, ...], wanted: str | None, folder: Path) -> str:
    models = sorted({r.model for r in found})
    if wanted is not None:
        if wanted not in models:
            raise UsageError(
                f"{str(folder)!r} holds no recordings of {wanted!r}, only of {', '.join(models)}"
            )
        return wanted
    if len(models) > 1:
        raise UsageError(
            f"{str(folder)!r} holds recordings of several models: {', '.join(models)}",
            hint=f"--model 'replay:{folder}#{models[0]}'",
        )
    return models[0]


def _digest(schema: object) -> str:
    text = json.dumps(schema, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _dump(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair, which only an escape can hold
        return json.dumps(data, ensure_ascii=True, indent=1) + "\n"
    return text + "\n"


def _replace(path: Path, text: str) -> None:
    """Write beside the file and rename, so that a reader never sees half of one; its owner alone may read it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".recording-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text was expected where {value!r:.40} stands")
    return value
