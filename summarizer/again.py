"""The second question: what the article does not bear out is asked for once more, its problem named.

What to ask is computed (`wanted`), the asking only waits (`ask`), so that a batch can do the one in
other processes and the other in its loop, and comes to the same note as a single run.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer import ask as asks
from summarizer import note
from summarizer.errors import BackendError
from summarizer.exchange import Backend, Report, silent

if TYPE_CHECKING:
    from summarizer import ground
    from summarizer.drafts.model import Asking
    from summarizer.stages import Ran

_LISTS = {"summary": "summary", "claim": "claims", "position": "positions"}
_LONGEST_TOLD = 160


@dataclass(frozen=True, slots=True)
class Again:
    """So many items of each list, and what was wrong with those that they stand for."""

    counts: Mapping[str, int]
    problems: tuple[str, ...]


def wanted(ran: Ran, held: ground.Grounded | None, attempts: int) -> Again | None:
    """Say what to ask once more, given the draft as held against the article; None where nothing is.

    Only where a request is left of `attempts`, and the article was read in one piece.
    """
    from summarizer.drafts import model as drafter

    if held is None or ran.asked is None or ran.windows or len(ran.asked.attempts) >= attempts:
        return None
    refused = [one for one in held.set_aside if one.reason != note.REPEATED]
    if not refused:
        return None
    counts = {name: sum(_LISTS[one.kind] == name for one in refused) for name in _LISTS.values()}
    problems = tuple(
        f"{_LISTS[one.kind]}: the article does not bear out “{drafter.line(one.text)[:_LONGEST_TOLD]}” "
        f"({drafter.line('; '.join(one.problems) or one.reason)[:_LONGEST_TOLD]})"
        for one in refused
    )
    return Again(counts, problems)


async def ask(
    asking: Asking, more: Again, ran: Ran, backend: Backend, deadline: float, report: Report = silent
) -> Ran:
    """Ask it within what the first question has left of the deadline.

    What comes joins the draft, to be held against the article like the rest; what it stands for is
    still set aside with its reason. Where nobody answers, the first reply is what there is.
    """
    from summarizer.drafts import model as drafter

    assert ran.asked is not None
    started = time.monotonic()
    try:
        asked = _joined(
            ran.asked,
            await asyncio.wait_for(
                drafter.redraft(asking, backend, more.counts, more.problems, report), deadline - ran.seconds
            ),
        )
    except (asyncio.TimeoutError, TimeoutError, BackendError) as error:
        why = error.message if isinstance(error, BackendError) else "no answer within the deadline"
        asked = replace(ran.asked, problems=(*ran.asked.problems, f"{asks.UNASKED}: {why}"))
    return replace(ran, asked=asked, seconds=ran.seconds + time.monotonic() - started)


def answered(before: Ran, after: Ran) -> bool:
    """Say whether asking once more brought an answer of any kind."""
    attempts = [len(ran.asked.attempts) if ran.asked is not None else 0 for ran in (before, after)]
    return attempts[1] > attempts[0]


def _joined(first: asks.Asked, second: asks.Asked) -> asks.Asked:
    draft = first.draft.model_copy(
        update={
            name: tuple(dict.fromkeys((*getattr(first.draft, name), *getattr(second.draft, name))))
            for name in _LISTS.values()
        }
    )
    return replace(
        first,
        draft=draft,
        attempts=(*first.attempts, *second.attempts),
        problems=tuple(dict.fromkeys((*first.problems, *second.problems))),
        set_aside=(*first.set_aside, *second.set_aside),
    )
