"""What a batch would send, to whom, and what that would cost: everything but the sending."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from summarizer import backends, prompts
from summarizer.backends import cache, recordings
from summarizer.batch import shelf
from summarizer.batch.gate import needed
from summarizer.batch.inputs import Item, items
from summarizer.batch.job import Job
from summarizer.batch.work import Pool, prepare
from summarizer.drafts.model import estimate_tokens
from summarizer.errors import SummarizerError
from summarizer.exchange import Request
from summarizer.source import fetch

_AHEAD = 4

_HIGH = 1.1
"""By how much `estimate_tokens` is high: 1.04 and 1.10 on the example pages (SmolLM2's and Qwen2.5's tokenizer),
1.07 and 1.19 on 20 pasted news pages; a single page differs from that by up to a sixth, another script by more."""

_TOLD = 1_500
"""Tokens that the problems of the reply before take at most: twelve of them, each of some 400 characters."""

_GROWTH = 3
"""By how much a reply's cap is raised at most where the one before was cut."""


@dataclass(slots=True)
class Plan:
    """The sums. `cached` requests have their reply at hand; `pages` are addresses, which are not fetched.

    `requests` and what stands below it are those that are sent for certain, the next one for each article:
    `input_tokens` as is to be expected, `output_tokens` and `cost` at most. `cost` is in US dollars, None
    where no price is known. `more` are what may come on top, `--attempts` used up for every article: a
    further question is asked only where the reply is bad or the article does not bear it out.
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
    more: More = field(default_factory=lambda: More())


@dataclass(slots=True)
class More:
    """Upper bounds of what further questions take."""

    requests: int = 0
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
        packed, asking = await pool.do(prepare, item, None, job.chosen, job.wishes)
    except SummarizerError:
        made.unreadable += 1
        return
    if asking is not None:
        found = await shelf.look(packed, asking, job.chosen, pool, _kept(job))
        made.cached += found.at_hand
        if found.request is not None:
            _add(found.request, job.chosen.attempts - found.at_hand - 1, job, made)


def _kept(job: Job) -> shelf.Find:
    keeping = job.keeping
    if keeping.folder is None or keeping.refresh:
        return lambda request: None
    store, rules = recordings.Store(keeping.folder, spread=True), cache.Rules(days=keeping.days)
    return lambda request: cache.kept(store, request, request.key(), rules)


def _add(request: Request, further: int, job: Job, made: Plan) -> None:
    """Add the next request about an article and, at most, so many further ones."""
    need, price = needed(request), job.price()
    made.requests += 1
    made.characters += sum(len(message.content) for message in request.messages)
    made.input_tokens += round(estimate_tokens(request.messages) / _HIGH)
    made.output_tokens += need.output_tokens
    more, cap = made.more, need.output_tokens
    most = need.input_tokens + _TOLD
    for _ in range(further):
        cap = min(prompts.load("note").sampling.max_tokens, _GROWTH * cap)
        more.requests += 1
        more.input_tokens += most
        more.output_tokens += cap
        if more.cost is not None and price is not None:
            more.cost += price.of(most, cap)
    if price is None or made.cost is None:
        made.cost = more.cost = None
    else:
        made.cost += price.of(need.input_tokens, need.output_tokens)
