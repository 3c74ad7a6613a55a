"""The drafter that has a model word the top paragraph of a briefing, from sentences it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer import ask, prompts
from summarizer.draft import reply_schema
from summarizer.drafts.model import estimate_tokens, line
from summarizer.errors import ContextOverflow
from summarizer.exchange import Backend, Report, Request, silent

_TOKENS_A_LINE = 100
_TOKENS_AROUND = 80


async def draft(
    topic: str,
    offered: Sequence[tuple[str, str]],
    backend: Backend,
    *,
    lines: int = 5,
    attempts: int = 2,
    report: Report = silent,
) -> ask.Asked:
    """Draft with a model. `offered` are sentences, each with what is to be known of it ("3 sources").

    The numbers in the draft count them from 1. Raises ContextOverflow before anything is sent
    when they cannot fit, and what the backend raises.
    """
    prompt = prompts.load("brief")
    listed = "\n".join(
        f"[{number}] ({line(known)}) {line(text)}" for number, (known, text) in enumerate(offered, start=1)
    )

    def build(wanted: ask.Wanted, problems: tuple[str, ...]) -> Request:
        values = {"lines": str(wanted.lines), "topic": line(topic), "sentences": listed}
        return Request(
            prompt=prompt.name,
            model=backend.model,
            messages=prompts.render(prompt, values, problems),
            sampling=replace(prompt.sampling, max_tokens=wanted.max_tokens),
            schema=reply_schema(wanted.citable, lines=wanted.lines, claims=0, positions=0),
            schema_name=prompt.id,
        )

    need = _TOKENS_AROUND + lines * _TOKENS_A_LINE
    wanted = ask.Wanted(lines, 0, 0, range(1, len(offered) + 1), need, prompt.sampling.max_tokens)
    sent = estimate_tokens(build(wanted, ()).messages)
    if backend.context is not None and sent + need > backend.context:
        raise ContextOverflow(
            f"the merged claims take about {sent} tokens and the reply {need}; "
            f"the model reads {backend.context} in all",
            hint="a model with a longer context, or --model extractive",
            sent=sent,
            read=backend.context,
        )
    return await ask.ask(backend, build, wanted, attempts=attempts, report=report)
