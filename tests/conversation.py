"""A scripted model for tests of the conversation: hand-made replies in, drafts and problems out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarizer import ask
from summarizer.draft import reply_schema
from summarizer.exchange import Finish, Message, Reply, Request, Sampling, Usage

REPLIES = Path(__file__).parent / "data" / "replies"
GOOD = (REPLIES / "plain.json").read_text(encoding="utf-8")


@dataclass
class Scripted:
    """A backend that says what it was given to say, and keeps what it was asked."""

    replies: Sequence[Reply | Exception]
    scheme: str = "replay"
    model: str = "scripted"
    context: int | None = None
    asked: list[Request] = field(default_factory=list)

    async def complete(self, request: Request) -> Reply:
        self.asked.append(request)
        reply = self.replies[len(self.asked) - 1]
        if isinstance(reply, Exception):
            raise reply
        return reply

    async def close(self) -> None:
        return


def sample(name: str) -> str:
    return (REPLIES / name).read_text(encoding="utf-8")


def reply(text: str, finish: Finish = "stop", detail: str = "") -> Reply:
    return Reply(text=text, finish=finish, usage=Usage(100, 50), seconds=0.5, mode="strict", detail=detail)


def wanted(**changes: int) -> ask.Wanted:
    limits = {"lines": 3, "claims": 4, "positions": 4, "max_tokens": 500, "most_tokens": 1500}
    return ask.Wanted(citable=range(1, 10), **{**limits, **changes})


def build(limits: ask.Wanted, problems: tuple[str, ...]) -> Request:
    counts = {"lines": limits.lines, "claims": limits.claims, "positions": limits.positions}
    listed = "\n".join(problems)
    return Request(
        prompt="note@1",
        model="scripted",
        messages=(Message("system", "rules"), Message("user", f"{counts}\n{listed}")),
        sampling=Sampling(limits.max_tokens),
        schema=reply_schema(limits.citable, **counts),
    )


def converse(*replies: Reply | Exception, attempts: int = 2, limits: ask.Wanted | None = None) -> ask.Asked:
    return talk(*replies, attempts=attempts, limits=limits)[0]


def talk(
    *replies: Reply | Exception, attempts: int = 2, limits: ask.Wanted | None = None
) -> tuple[ask.Asked, Scripted]:
    backend = Scripted(replies)
    asked = asyncio.run(ask.ask(backend, build, limits or wanted(), attempts=attempts))
    return asked, backend
