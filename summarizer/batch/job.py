"""What a batch is asked to do: every choice of one run, put together and checked."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from summarizer import prices, prompts
from summarizer.batch.ledger import Made, Totals
from summarizer.batch.limits import FIRST_PAUSE, Most
from summarizer.clean.wishes import Wishes
from summarizer.errors import SummarizerError, UsageError
from summarizer.settings import Settings
from summarizer.source.fetch import Access

Order = Literal["input", "done"]

CONCURRENCY = 16
"""Requests that are open at once; most endpoints take more, few take less from a new account."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast, how long and how much; None is no limit. `deadline` is for the whole batch, in seconds."""

    concurrency: int = CONCURRENCY
    processes: int = field(default_factory=lambda: os.cpu_count() or 1)
    requests_a_minute: float | None = None
    tokens_a_minute: float | None = None
    deadline: float | None = None
    most: Most = field(default_factory=Most)
    first_pause: float = FIRST_PAUSE

    def __post_init__(self) -> None:
        least = {"concurrency": 1, "processes": 0}
        for name, number in least.items():
            if getattr(self, name) < number:
                raise UsageError(f"{name} must be at least {number}, not {getattr(self, name)}")
        for name in ("requests_a_minute", "tokens_a_minute", "deadline"):
            if (value := getattr(self, name)) is not None and value <= 0:
                raise UsageError(f"{name.replace('_', ' ')} must be more than 0, not {value}")


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where replies are kept and which of them count; without a folder, none is kept.

    `days` and `megabytes` bound the store: older replies do not count, and after the run the
    longest unused go until it is small enough.
    """

    folder: Path | None = None
    refresh: bool = False
    days: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One batch. `share` is what part of the price is paid: half, in a batch of the provider's.

    `first` is the index of the first input, where the job is a part of a larger one; `work` is the folder
    of the lines and the ledger, if not that of the output.
    """

    inputs: tuple[str, ...]
    output: Path
    chosen: Settings
    limits: Limits = Limits()
    keeping: Keeping = Keeping()
    order: Order = "input"
    overwrite: bool = False
    retry_failed: bool = False
    access: Access | None = None
    wishes: Wishes | None = None
    share: float = 1.0
    first: int = 0
    work: Path | None = None

    def __post_init__(self) -> None:
        if self.order not in get_args(Order):
            raise UsageError(f"--order {self.order!r} is not known", hint="--order input, or done")
        if self.limits.most.cost is not None and self.price() is None:
            raise UsageError(
                f"--max-cost needs a price, and none is known for {self.chosen.model}",
                hint="--max-tokens N bounds it all the same",
            )

    @property
    def tabular(self) -> bool:
        """Whether the output is Parquet."""
        return self.output.suffix.lower() == ".parquet"

    @property
    def lines(self) -> Path:
        """The file of lines: the output, or what a Parquet output is made of."""
        return self._beside("jsonl") if self.tabular else self.output

    @property
    def ledger(self) -> Path:
        """The file beside the output that says what was sent."""
        return self._beside("ledger")

    def _beside(self, what: str) -> Path:
        return (self.work or self.output.parent) / f"{self.output.name}.{what}"

    @property
    def at_once(self) -> int:
        """How many articles may talk to the model: fewer than asked for where the rate lets them only wait."""
        rate = self.limits.requests_a_minute
        return self.limits.concurrency if rate is None else min(self.limits.concurrency, max(1, int(rate)))

    def made(self) -> Made:
        """What all lines of the output have in common."""
        chosen = self.chosen
        return Made(
            model=chosen.model,
            length=chosen.length,
            attempts=chosen.attempts,
            prompt="none"
            if chosen.scheme == "extractive"
            else prompts.load(prompts.NOTES[chosen.words]).name,
            language=chosen.language,
            audience=chosen.audience,
            style=str(chosen.style) if chosen.style is not None else None,
            **_told(self.wishes),
        )

    def price(self) -> prices.Price | None:
        """What the model's tokens cost, if anybody knows."""
        return prices.find(self.chosen.scheme, self.chosen.model_name, self.chosen.base_url, self.share)


def _told(wishes: Wishes | None) -> dict[str, Any]:
    """What was asked of cleaning, as text; nothing where nothing was."""
    if wishes is None:
        return {}
    patterns = {
        name: tuple(pattern.pattern for pattern in getattr(wishes, name)) or None for name in ("keep", "cut")
    }
    return {**patterns, "favor": None if wishes.favor == "balance" else wishes.favor}


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a batch stands: lines of this run and of earlier ones, and what it has cost so far.

    `at_once` is how many articles talk to the model, lower than asked for while the endpoint complains.
    """

    notes: int
    failures: int
    before: int
    totals: Totals
    at_once: int
    article: str = ""
    error: str | None = None
    seconds: float = 0.0


Watch = Callable[[Progress], None]


def unwatched(progress: Progress) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended. `stopped` is why it ended early, if it did; `failures` counts all lines that are one."""

    notes: int
    failures: int
    before: int
    totals: Totals
    stopped: SummarizerError | None
    seconds: float
    pruned: int = 0
