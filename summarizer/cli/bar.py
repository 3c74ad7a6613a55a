"""What a person, or a program, is told while a batch runs."""

from __future__ import annotations

import datetime
import json
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from summarizer.cli import console

if TYPE_CHECKING:
    from rich.progress import Progress as Drawn

    from summarizer.batch.job import Outcome, Progress


class Watch:
    """Tell nothing: who wants quiet, or reads from a pipe, gets the last line only."""

    def report(self, progress: Progress) -> None:
        """Take note of a line that was written."""

    def ended(self, outcome: Outcome) -> None:
        """Take note of the end."""


class Lines(Watch):
    """A line for each article."""

    def report(self, progress: Progress) -> None:
        """Say how an article ended."""
        what = f"failed: {progress.error}" if progress.error is not None else f"{progress.seconds:.1f} s"
        from summarizer.render.plain import printable

        console.say(printable(f"{progress.article}: {what}"))


class Log(Watch):
    """A line of JSON for each article and one for the end."""

    def report(self, progress: Progress) -> None:
        """Write `article`."""
        _log(
            "article",
            id=progress.article,
            outcome="note" if progress.error is None else "failed",
            error=progress.error,
            seconds=progress.seconds,
            notes=progress.notes,
            failures=progress.failures,
            at_once=progress.at_once,
            totals=asdict(progress.totals),
        )

    def ended(self, outcome: Outcome) -> None:
        """Write `end`."""
        stopped = outcome.stopped
        _log(
            "end",
            notes=outcome.notes,
            failures=outcome.failures,
            before=outcome.before,
            seconds=round(outcome.seconds, 3),
            stopped=None if stopped is None else stopped.message,
            totals=asdict(outcome.totals),
        )


class Bar(Watch):
    """A bar with the rate, the failures, the cost and the time left."""

    def __init__(self, drawn: Drawn, inputs: Sequence[str]) -> None:
        self._drawn = drawn
        self._task = drawn.add_task("", total=None, told="")
        # counting reads folders and the lines of files; the bar gets its length when that is done
        threading.Thread(target=self._count, args=(tuple(inputs),), daemon=True).start()

    def report(self, progress: Progress) -> None:
        """Move on."""
        from summarizer.prices import shown

        told = f"{progress.failures} failed · {shown(progress.totals.cost)} · {progress.at_once} at once"
        done = progress.before + progress.notes + progress.failures
        self._drawn.update(self._task, completed=done, told=told)

    def _count(self, inputs: tuple[str, ...]) -> None:
        from summarizer.batch.inputs import count

        self._drawn.update(self._task, total=count(inputs))


@contextmanager
def watch(inputs: Sequence[str], *, log_json: bool, quiet: bool, verbose: bool) -> Iterator[Watch]:
    """Choose who is told and how."""
    if log_json:
        yield Log()
    elif verbose:
        yield Lines()
    elif quiet or not console.is_terminal(sys.stderr):
        yield Watch()
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            _rate(),
            TextColumn("{task.fields[told]}"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=screen, transient=True) as drawn:
            yield Bar(drawn, inputs)


def _rate() -> Any:  # noqa: ANN401
    from rich.progress import ProgressColumn, Task
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text("" if task.speed is None else f"{task.speed:.1f}/s")

    return Rate()


def _log(event: str, **what: Any) -> None:  # noqa: ANN401
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")
    console.line(json.dumps({"time": now, "event": event, **what}))
