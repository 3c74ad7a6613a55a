"""Tell a waiting person what is going on, once the wait is worth mentioning."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING

from summarizer.cli import console
from summarizer.exchange import Event

if TYPE_CHECKING:
    from rich.status import Status

# Seconds; what ends sooner needs no progress.
_PATIENCE = 1.0


class Watch:
    """Listen to events while open: a status line on a terminal, lines with `verbose`, else nothing.

    The status appears after a second, from a timer's thread; closing waits for it, so
    that nothing is drawn over what is printed next.
    """

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self._lines = verbose
        self._drawn = console.is_terminal(sys.stderr) and not quiet and not verbose
        self._text = ""
        self._status: Status | None = None
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._started = time.monotonic()

    def __enter__(self) -> Watch:
        if self._drawn:
            self._timer = threading.Timer(_PATIENCE, self._draw)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._drawn = False
            if self._status is not None:
                self._status.stop()
                self._status = None

    def report(self, event: Event) -> None:
        """Take an event, from any thread."""
        from summarizer.render.plain import printable

        text = printable(f"{event.stage}: {event.detail}" if event.detail else event.stage)
        if self._lines:
            console.say(f"{time.monotonic() - self._started:.1f} s {text}")
        with self._lock:
            self._text = text
            if self._status is not None:
                self._status.update(_plain(text))

    def _draw(self) -> None:
        from rich.console import Console

        with self._lock:
            if not self._drawn:
                return
            screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
            self._status = screen.status(_plain(self._text))
            self._status.start()


def _plain(text: str) -> str:
    """Rich reads a status as markup; a detail is none."""
    from rich.markup import escape

    return escape(text)
