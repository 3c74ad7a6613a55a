"""Print a result or write it to a file; what cannot be written is printed, so that it is never lost."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import files
from summarizer.cli import console, output
from summarizer.errors import OutputError

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.briefing import Briefing
    from summarizer.note import Note


def form(given: str | None, target: Path | None) -> str:
    """Settle how to print; UsageError where that needs what is not installed, before a model is asked."""
    chosen = output.form(given, target, console.is_terminal(sys.stdout))
    if chosen == "docx":
        from summarizer.render import word

        word.require()
    return chosen


def deliver(made: Note | Briefing, articles: Sequence[Article], form: str, target: Path | None) -> int:
    """Deliver a note or a briefing of these articles and give the exit status."""
    if target is None or str(target) == "-":
        console.result(_printed(made, articles, form, to_file=False))
        return 0
    try:
        printed = _printed(made, articles, form, to_file=True)
        files.write(target, printed if isinstance(printed, bytes) else printed.encode("utf-8", "replace"))
    except OutputError as error:
        what = "briefing" if _is_briefing(made) else "note"
        told = OutputError(f"{error.message}; the {what} is printed instead", hint=error.hint)
        console.expected(told, False)
        if form in ("html", "docx"):
            form = output.form(None, None, console.is_terminal(sys.stdout))
        console.result(_printed(made, articles, form, to_file=False))
        return error.exit_code
    return 0


def _is_briefing(made: Note | Briefing) -> bool:
    from summarizer.briefing import Briefing

    return isinstance(made, Briefing)


def _printed(made: Note | Briefing, articles: Sequence[Article], form: str, *, to_file: bool) -> str | bytes:
    from summarizer import render

    if form == "docx":
        return render.docx(made)
    if form == "html":
        # the page names its encoding, so it is bytes whatever the terminal's is
        return render.html(made, *articles).encode("utf-8", "replace")
    if form == "json":
        return render.json(made, ascii_only=not to_file and not console.holds_unicode(sys.stdout))
    if form == "markdown":
        return render.markdown(made)
    if to_file:
        return render.terminal(made, 80, colour=False)
    return render.terminal(made, console.width(), console.colour(sys.stdout))
