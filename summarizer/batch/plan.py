"""What a batch would send, to whom, and what that would cost: everything but the sending."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from summarizer import backends
from summarizer.backends import cache, recordings
from summarizer.batch.gate import needed
from summarizer.batch.inputs import Item, items
from summarizer.batch.job import Job
from summarizer.batch.work import Pool, prepare
from summarizer.drafts.model import Asking, estimate_tokens
from summarizer.errors import SummarizerError
from summarizer.source import fetch

_AHEAD = 4

_HIGH = 1.1
"""By how much `estimate_tokens` is high: 1.04 and 1.10 on the example pages (SmolLM2's and Qwen2.5's tokenizer),
1.07 and 1.19 on 20 pasted news pages; a single page differs from that by up to a sixth, another script by more."""


@dataclass(slots=True)
class Plan:
    """The sums. `cached` requests have their reply at hand; `pages` are addresses, which are not fetched.

    Tokens and `cost` are those of the first request for each article: `input_tokens` as is to be
    expected, `output_tokens` and `cost` at most. `cost` is in US dollars, None where no price is known.
    """

    endpoint: str
    model: str
    inputs: int = 0
    unreadable: int = 0
    pages: int = 0
    cached: int = 0
    requests: int = 0
    characters: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0


async def plan(job: Job) -> Plan:
    """Prepare every article and sum up; nothing is sent, fetched or written."""
    chosen = job.chosen
    made = Plan(backends.endpoint_of(chosen), chosen.model)
    pool = Pool(job.limits.processes)
    room = asyncio.Semaphore(_AHEAD * max(1, job.limits.processes))
    tasks: set[asyncio.Task[None]] = set()
    try:
        for item in items(job.inputs, (job.output, job.lines, job.ledger)):
            await room.acquire()
            task = asyncio.create_task(_one(item, job, pool, made))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
            task.add_done_callback(lambda _: room.release())
        await asyncio.gather(*tasks)
    finally:
        pool.close()
    return made


async def _one(item: Item, job: Job, pool: Pool, made: Plan) -> None:
    made.inputs += 1
    if item.text is None and fetch.is_url(item.source):
        made.pages += 1
        return
    try:
        _, asking = await pool.do(prepare, item, None, job.chosen)
    except SummarizerError:
        made.unreadable += 1
        return
    if asking is not None:
        _add(asking, job, made)


def _add(asking: Asking, job: Job, made: Plan) -> None:
    request = asking.request(job.chosen.model_name)
    keeping = job.keeping
    if keeping.folder is not None and not keeping.refresh:
        store = recordings.Store(keeping.folder, spread=True)
        if cache.kept(store, request, request.key(), cache.Rules(days=keeping.days)) is not None:
            made.cached += 1
            return
    need, price = needed(request), job.price()
    made.requests += 1
    made.characters += sum(len(message.content) for message in request.messages)
    made.input_tokens += round(estimate_tokens(request.messages) / _HIGH)
    made.output_tokens += need.output_tokens
    if price is None or made.cost is None:
        made.cost = None
    else:
        made.cost += price.of(need.input_tokens, need.output_tokens)
