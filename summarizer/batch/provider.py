"""A provider's own batches: submitted today, collected tomorrow, at half the price.

What comes back fills the store of replies, and the notes are then made by an ordinary run that
finds every reply at hand. What a batch left out (it expired, it failed in part) is found missing
by the next `submit`, which asks for that alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import backends
from summarizer.backends import cache, chat, ladder, recordings, refusals, replies
from summarizer.batch import parts, shelf
from summarizer.batch.inputs import Item, items
from summarizer.batch.job import Job, Outcome, Watch, unwatched
from summarizer.batch.run import run
from summarizer.batch.work import Pool, prepare
from summarizer.errors import BackendError, BackendUnavailable, ReplyPending, SummarizerError, UsageError
from summarizer.exchange import Backend, Gate, Reply, Request

if TYPE_CHECKING:
    import openai

SHARE = 0.5
"""What part of the price a batch costs."""

_MARK = "summarizer_part"
_AHEAD = 8


async def submit(
    job: Job, folder: Path, most_requests: int = parts.MOST_REQUESTS, most_bytes: int = parts.MOST_BYTES
) -> parts.State:
    """Write every request whose reply is not at hand into parts, and submit those that are not yet.

    Of each article that is the next question, so that another round asks the second ones where the
    settings allow more than one attempt. May be ended at any moment and called again. The first
    article is asked directly: what the endpoint refuses of a request (a parameter, the schema) is
    found out on that one.
    """
    state = _state(job, folder)
    if state.complete and all(part.status in parts.ENDED for part in state.parts):
        state.complete = False  # another round, for what the parts before have left out
        await _refresh(job, state)
    if not state.complete:
        del state.parts[len([part for part in state.parts if part.batch_id]) :]
        await _write(job, state, parts.Writer(state, most_requests, most_bytes))
        state.complete = True
        state.save()
    async with _client(job) as client:
        for part in state.parts:
            if part.batch_id is None:
                await _send(client, state, part)
    return state


async def status(job: Job, folder: Path) -> parts.State:
    """Ask the provider where each part stands."""
    state = parts.read(folder)
    await _refresh(job, state)
    return state


async def collect(job: Job, folder: Path, watch: Watch = unwatched) -> Outcome:
    """Fetch what has ended and make the lines; what is not answered yet is a failure that a later call mends."""
    state = parts.read(folder)
    await _refresh(job, state)
    results = parts.Results(state)
    asked = replace(job, retry_failed=True, share=SHARE)
    return await run(asked, watch, lambda gate: Collected(job.chosen.model_name, results, gate))


class Collected:
    """The results of a provider's batch as a backend.

    What it refused is a BackendError, as on the wire; what it has not answered is a ReplyPending, for which
    an article waits, be it a second question.
    """

    scheme = "openai"
    context = None

    def __init__(self, model: str, results: parts.Results, gate: Gate) -> None:
        self.model = model
        self._results = results
        self._gate = gate

    async def complete(self, request: Request) -> Reply:
        """Give the reply that came back."""
        result = self._results.find(request.key())
        if result.body is None:
            kind = BackendError if result.refused else ReplyPending
            raise kind(
                f"no reply in the batch: {result.problem}",
                hint="summarizer batch submit again asks for what is missing",
            )
        body = result.body

        async def at_hand() -> str:
            return body

        text = await self._gate(request, at_hand)
        return replies.read(text, refusals.Address(self.model, chat.OPENAI_URL))

    async def close(self) -> None:
        """Nothing is held open."""


def _state(job: Job, folder: Path) -> parts.State:
    if job.chosen.scheme != "openai":
        raise UsageError(f"{job.chosen.model} has no batches of its own", hint="--model openai:NAME")
    made = job.made().data()
    if not (folder / "job.json").exists():
        url = job.chosen.base_url
        return parts.State(folder, list(job.inputs), made, url and refusals.nameless(url))
    state = parts.read(folder)
    if state.made != made or state.inputs != list(job.inputs):
        raise UsageError(
            f"{str(folder)!r} is the batch of other inputs or another model", hint="another --job"
        )
    return state


async def _write(job: Job, state: parts.State, writer: parts.Writer) -> None:
    """Go through the inputs, some articles at a time and in order."""
    results = parts.Results(state)
    pool = Pool(job.limits.processes)
    known: set[str] = set()
    opened = backends.open_backend(job.chosen)
    asker = _Asker(job, opened, results, tried=bool(state.parts))
    waiting: list[asyncio.Task[Request | None]] = []

    async def settle(task: asyncio.Task[Request | None]) -> None:
        request = await task
        if request is not None and (key := request.key()) not in known and not await asker.tries(request):
            known.add(key)
            writer.add(key, ladder.body(request, request.model, asker.manner))

    try:
        for item in items(job.inputs):
            waiting.append(asyncio.create_task(_request(pool, item, job, asker.find)))
            if len(waiting) >= _AHEAD:
                await settle(waiting.pop(0))
        while waiting:
            await settle(waiting.pop(0))
        writer.flush()
    finally:
        for task in waiting:
            task.cancel()
        pool.close()
        await asker.close()


async def _request(pool: Pool, item: Item, job: Job, find: shelf.Find) -> Request | None:
    """The next request about one input; None for one that cannot be read, which `collect` will name."""
    try:
        packed, asking = await pool.do(prepare, item, None, job.chosen, job.wishes)
        return None if asking is None else (await shelf.look(packed, asking, job.chosen, pool, find)).request
    except SummarizerError:
        return None


class _Asker:
    """Know what is at hand, and try the very first request on the endpoint itself."""

    def __init__(self, job: Job, opened: Backend, results: parts.Results, *, tried: bool) -> None:
        assert isinstance(opened, chat.ChatBackend)
        self._chat = opened
        self._results = results
        self._tried = tried
        folder = job.keeping.folder
        if folder is None:
            raise UsageError("a batch of the provider's needs a cache", hint="leave --no-cache out")
        self._store = recordings.Store(folder, job.chosen.api_key, spread=True)
        self._rules = cache.Rules(days=job.keeping.days)

    @property
    def manner(self) -> ladder.Manner:
        """What the endpoint was found to accept."""
        return self._chat.manner

    def find(self, request: Request) -> Reply | None:
        """Look a reply up: in the store, then in what the batches have brought."""
        key = request.key()
        if (reply := cache.kept(self._store, request, key, self._rules)) is not None:
            return reply
        body = self._results.find(key).body
        return None if body is None else replies.read(body, refusals.Address(request.model, chat.OPENAI_URL))

    async def tries(self, request: Request) -> bool:
        """Send the very first request of all by itself; its reply is then at hand."""
        if self._tried:
            return False
        self._tried = True
        await cache.Cached(self._chat, self._store, self._rules).complete(request)
        return True

    async def close(self) -> None:
        """Close the endpoint."""
        await self._chat.close()


async def _send(client: openai.AsyncOpenAI, state: parts.State, part: parts.Part) -> None:
    """Upload and submit one part; one that was submitted and not written down is found by its mark."""
    async for batch in client.batches.list(limit=100):
        if (batch.metadata or {}).get(_MARK) == part.mark:
            part.batch_id, part.status = batch.id, batch.status
            state.save()
            return
    if part.file_id is None:
        path = state.path(part)
        # bytes, because the package would read a path in one go as well
        file = await client.files.create(file=(path.name, path.read_bytes()), purpose="batch")
        part.file_id = file.id
        state.save()
    made = await client.batches.create(
        input_file_id=part.file_id,
        endpoint="/v1/chat/completions",
        completion_window="24h",
        metadata={_MARK: part.mark},
    )
    part.batch_id, part.status = made.id, made.status
    state.save()


async def _refresh(job: Job, state: parts.State) -> None:
    address = _address(job)
    async with _client(job) as client:
        for part in state.parts:
            if part.batch_id is None or part.fetched:
                continue
            batch = await client.batches.retrieve(part.batch_id)
            part.status = address.clean(batch.status)
            if batch.request_counts is not None:
                part.answered, part.failed = batch.request_counts.completed, batch.request_counts.failed
            if batch.errors is not None and batch.errors.data:
                part.problem = address.clean("; ".join(str(one.message) for one in batch.errors.data[:3]))
            if batch.status in parts.ENDED:
                names = [name for name in (batch.output_file_id, batch.error_file_id) if name]
                chunks = [(await client.files.content(name)).content for name in names]
                parts.join([_keyless(chunk, address) for chunk in chunks], state.path(part, "results"))
                part.fetched = True
            state.save()


@asynccontextmanager
async def _client(job: Job) -> AsyncIterator[openai.AsyncOpenAI]:
    """Open the endpoint for the calls of its batch interface, failures told as of any other."""
    import openai

    chosen = job.chosen
    address = _address(job)
    client = chat.client(chat.Endpoint(address.url, chosen.api_key, timeout=chosen.timeout), retries=3)
    try:
        yield client
    except openai.APIStatusError as error:
        raise refusals.final(refusals.tell(error), address, 1) from None
    except openai.APIConnectionError as error:
        raise BackendUnavailable(
            f"nothing answers at {address.shown}: {address.clean(str(error.__cause__ or error))}",
            hint="run the same command again; it goes on from here",
        ) from error
    finally:
        await client.close()


def _address(job: Job) -> refusals.Address:
    return refusals.Address(job.chosen.model_name, job.chosen.base_url or chat.OPENAI_URL, job.chosen.api_key)


def _keyless(chunk: bytes, address: refusals.Address) -> bytes:
    """What came back, without the key: it is written as it came, and read into notes."""
    return address.keyless(chunk.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
