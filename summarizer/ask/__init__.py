"""A bounded conversation with a model that ends in a draft, or in less of one.

At most so many requests, each new and each short: the problems of the last reply are
listed, the reply itself is not sent back. What is good in any reply is kept, so a
second one is asked only for the lists that the first did not deliver.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.ask import items, reading
from summarizer.draft import Draft
from summarizer.errors import BackendError
from summarizer.exchange import Backend, Event, Reply, Report, Request, silent
from summarizer.note import Attempt, SetAside

_FINAL = frozenset({"content_filter", "refusal"})
"""Endings that a provider repeats: asking again only costs."""

UNASKED = "asking again failed"
"""How the problem begins that says why a further question brought nothing."""

_MOST_LISTED = 12
_LOOP = 3
"""From so many repeats of items on, a reply is going round in circles."""

_BLANK_TAIL = 200


def as_sent(name: str, item: object) -> object:
    """Leave an item as it came."""
    return item


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one request asks for: at most so many items a list, in at most so many tokens.

    `most_tokens` is how far a later request may raise the cap; `citable` are the numbers of
    the sentences that were sent, in rising order. `complete` is given the name of a list and an item as it
    came, before it is judged: it may add what the model was not asked for.
    """

    lines: int
    claims: int
    positions: int
    citable: Sequence[int]
    max_tokens: int
    most_tokens: int
    complete: Callable[[str, object], object] = as_sent

    def counts(self) -> dict[str, int]:
        """The limits by list."""
        return {"summary": self.lines, "claims": self.claims, "positions": self.positions}

    def with_counts(self, counts: Mapping[str, int], max_tokens: int) -> Wanted:
        """The same with other limits."""
        return replace(
            self,
            lines=counts["summary"],
            claims=counts["claims"],
            positions=counts["positions"],
            max_tokens=max_tokens,
        )


Build = Callable[[Wanted, tuple[str, ...]], Request]
"""Makes a request for what is wanted, given the problems of the reply before (none at first)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the conversation gave. `draft` holds the good items of all replies, maybe none.

    `problems` are those of all replies, each once; `set_aside` are items that were lost
    and that no later reply made good.
    """

    draft: Draft
    attempts: tuple[Attempt, ...]
    problems: tuple[str, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class _Heard:
    """One reply, judged. `open` are the lists it did not deliver, `looping` that a higher cap is no help."""

    lists: Mapping[str, tuple[items.Item, ...]]
    problems: tuple[str, ...]
    refused: tuple[SetAside, ...]
    open: frozenset[str]
    cut: bool = False
    looping: bool = False


@dataclass(slots=True)
class _Kept:
    """The good items so far."""

    lists: dict[str, list[items.Item]] = field(default_factory=dict)
    refused: list[SetAside] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)

    def add(self, heard: _Heard, at_most: Mapping[str, int]) -> None:
        for name, found in heard.lists.items():
            have = self.lists.setdefault(name, [])
            known = {items.identity(item) for item in have}
            new = [item for item in found if items.identity(item) not in known]
            have.extend(new[: at_most[name] - len(have)])
        self.refused.extend(heard.refused)
        self.problems.extend(heard.problems)

    def result(self) -> Asked:
        made = items.put_together(self.lists)
        shown = {item.text.casefold() for found in self.lists.values() for item in found}
        lost = {(one.kind, one.text): one for one in self.refused if one.text.casefold() not in shown}
        return Asked(made, tuple(self.attempts), tuple(dict.fromkeys(self.problems)), tuple(lost.values()))


async def ask(
    backend: Backend,
    build: Build,
    wanted: Wanted,
    *,
    attempts: int,
    problems: tuple[str, ...] = (),
    report: Report = silent,
) -> Asked:
    """Ask until every list is there, or `attempts` are used up; good items of all replies count.

    `problems` are what was wrong with items of an earlier conversation, told in the first request.
    A model that sends nothing of use gives an empty draft and the problems, not an error.
    Raises what the backend raises, unless an earlier reply left something to keep.
    """
    kept = _Kept()
    first = wanted
    problems = problems[:_MOST_LISTED]
    sent: set[str] = set()
    for number in range(1, attempts + 1):
        request = build(wanted, problems)
        if request.key() in sent:
            break
        sent.add(request.key())
        report(Event("ask", f"{request.prompt}, attempt {number} of {attempts}"))
        try:
            reply = await backend.complete(request)
        except BackendError as error:
            if not any(kept.lists.values()):
                raise
            kept.problems.append(f"{UNASKED}: {error.message}")
            break
        heard = _hear(reply, wanted)
        kept.attempts.append(_attempt(request, reply, heard))
        kept.add(heard, first.counts())
        report(Event("ask", f"{sum(map(len, heard.lists.values()))} items, {len(heard.problems)} problems"))
        if not heard.open or reply.finish in _FINAL:
            break
        wanted = _next(wanted, heard)
        problems = heard.problems[:_MOST_LISTED]
    return kept.result()


def _attempt(request: Request, reply: Reply, heard: _Heard) -> Attempt:
    return Attempt(
        prompt=request.prompt,
        finish=reply.finish,
        mode=reply.mode,
        input_tokens=reply.usage.input_tokens,
        output_tokens=reply.usage.output_tokens,
        seconds=round(reply.seconds, 3),
        requests=reply.requests,
        problems=heard.problems,
    )


def _hear(reply: Reply, wanted: Wanted) -> _Heard:
    """Read and judge one reply, whatever its ending: a cut or filtered one may hold good items."""
    counts = {name: count for name, count in wanted.counts().items() if count}
    found = reading.read(reply.text, tuple(counts))
    judged = {
        name: items.judge(
            name,
            [wanted.complete(name, item) for item in found.lists.get(name, ())],
            citable=wanted.citable,
            at_most=count,
        )
        for name, count in counts.items()
    }
    blank = reading.blank_tail(reply.text)
    circles = [f"the reply ends in {blank} blanks"] if blank >= _BLANK_TAIL else []
    if reply.finish == "length" and reading.circling(reply.text):
        circles.append("the reply goes round in circles")
    problems = [*_ending(reply), *circles, *found.problems]
    for one in judged.values():
        problems += [*one.problems, *one.remarks]
    if "summary" in counts and found.lists.get("summary") == ():
        problems.append("summary: empty")
    cut = reply.finish == "length" or found.cut_in is not None
    return _Heard(
        lists={name: one.items for name, one in judged.items()},
        problems=tuple(problems),
        refused=tuple(lost for one in judged.values() for lost in one.refused),
        open=frozenset(n for n in counts if _open(n, counts[n], found, judged[n])),
        cut=cut,
        looping=bool(circles) or any(one.repeats >= _LOOP for one in judged.values()),
    )


def _open(name: str, count: int, found: reading.Read, judged: items.Judged) -> bool:
    """Say whether a list must be asked for again; one that is cut after half of its items need not be."""
    if name not in found.lists or name in found.damaged or judged.problems:
        return True
    if name == found.cut_in:
        return 2 * len(judged.items) < count
    return name == "summary" and not judged.items


def _ending(reply: Reply) -> tuple[str, ...]:
    detail = f": {' '.join(reply.detail.split())[:200]}" if reply.detail.strip() else ""
    says = {
        "length": "the reply ran into its limit of tokens",
        "content_filter": f"the provider's filter stopped the reply{detail}",
        "refusal": f"the model declined{detail}",
        "unusable": f"what came back is not a model's reply{detail}",
    }
    return (says[reply.finish],) if reply.finish in says else ()


def _next(wanted: Wanted, heard: _Heard) -> Wanted:
    """Ask only for what is missing; after a cut for less of it, or with more room, never the same again."""
    counts = {name: count if name in heard.open else 0 for name, count in wanted.counts().items()}
    cap = wanted.max_tokens
    if heard.cut:
        if not heard.looping:
            cap = min(wanted.most_tokens, 3 * cap if not any(heard.lists.values()) else 2 * cap)
        if heard.looping or cap == wanted.max_tokens:
            counts = {name: (count + 1) // 2 for name, count in counts.items()}
    return wanted.with_counts(counts, cap)
