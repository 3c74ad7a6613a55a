"""What is said of a batch: before it what it would take, after it what it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli import console

if TYPE_CHECKING:
    from summarizer.batch.job import Outcome
    from summarizer.batch.plan import Plan

PARTLY = 7
"""Exit status when some articles have no note."""


def planned(made: Plan) -> list[str]:
    """Lay the plan of a batch out, one fact a line."""
    from summarizer.prices import shown

    lines = [f"inputs       {made.inputs:,}"]
    if made.unreadable:
        lines.append(f"unreadable   {made.unreadable:,}")
    if made.pages:
        lines.append(f"addresses    {made.pages:,} (not fetched, and not in the sums)")
    lines += [
        f"model        {made.model}",
        f"sent to      {made.endpoint}",
        f"cached       {made.cached:,} replies are at hand",
        f"requests     {made.requests:,} for certain, {made.characters:,} characters",
        f"tokens in    about {made.input_tokens:,}, estimated",
        f"tokens out   at most {made.output_tokens:,}",
        f"price        at most {shown(made.cost)}"
        if made.cost is not None
        else f"price        unknown for {made.model}",
    ]
    if made.more.requests:
        more = made.more
        lines += [
            f"asked again  up to {more.requests:,} requests more, each where a reply is bad or the article does not",
            f"             bear it out: at most {more.input_tokens:,} tokens in, {more.output_tokens:,} out"
            + (f", {shown(more.cost)}" if more.cost is not None else ""),
        ]
    return lines


def close(outcome: Outcome, *, said: bool, verbose: bool) -> int:
    """Say how a batch ended, and give its exit status."""
    if said:
        console.say(summed(outcome))
    if outcome.stopped is not None:
        console.expected(outcome.stopped, verbose)
        return outcome.stopped.exit_code
    return PARTLY if outcome.failures else 0


def summed(outcome: Outcome) -> str:
    """Say in one line how a batch ended and what it cost."""
    from summarizer.prices import shown

    totals = outcome.totals
    parts = [f"{outcome.notes:,} notes", f"{outcome.failures:,} failures"]
    if outcome.before:
        parts.append(f"{outcome.before:,} lines were there already")
    if totals.sent or totals.cached:
        parts += [
            f"{totals.sent:,} requests ({totals.refused:,} refused, {totals.unanswered + totals.unreached:,} unanswered)",
            f"{totals.cached:,} replies from the cache",
            f"{totals.input_tokens:,} tokens in, {totals.output_tokens:,} out",
            shown(totals.cost),
        ]
    return f"{'; '.join(parts)}; {outcome.seconds:.1f} s"
