"""What to print and where to: the form by name or by the file, and what may not be overwritten."""

from __future__ import annotations

from pathlib import Path

from summarizer.errors import UsageError

FORMS = ("terminal", "markdown", "json", "html", "docx")
_BY_SUFFIX = {
    ".md": "markdown",
    ".markdown": "markdown",
    "": "markdown",
    ".json": "json",
    ".txt": "terminal",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}


def form(given: str | None, target: Path | None, to_terminal: bool) -> str:
    """Settle how to print: as asked, else by the file's suffix, else by who reads.

    Raises UsageError for a form or suffix that means nothing here, and for a Word document on a
    screen, which it would only fill with bytes.
    """
    to_stdout = target is None or str(target) == "-"
    if given is not None:
        chosen = one_of(given, FORMS, "--format")
        if chosen == "docx" and to_stdout and to_terminal:
            raise UsageError("a Word document is nothing for a terminal", hint="-o note.docx")
        return chosen
    if target is None or to_stdout:
        return "terminal" if to_terminal else "markdown"
    suffix = target.suffix.lower()
    if suffix not in _BY_SUFFIX:
        raise UsageError(
            f"cannot tell from {target.name!r} how to print",
            hint="--format markdown, or a name that ends in .md, .html, .docx, .json or .txt",
        )
    return _BY_SUFFIX[suffix]


def one_of(value: str, known: tuple[str, ...], option: str) -> str:
    """Give back `value` if it is known; UsageError with the known ones if not."""
    if value not in known:
        raise UsageError(f"{option} {value!r} is not known", hint=f"{option} {', '.join(known)}")
    return value


def refuse_input(target: Path | None, source: str) -> None:
    """Raise UsageError where writing `target` would overwrite the article."""
    try:
        same = target is not None and source != "-" and target.samefile(source)
    except OSError:
        return
    if same:
        raise UsageError(f"{str(target)!r} is the article itself", hint="-o with another name")
