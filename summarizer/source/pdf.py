"""A PDF as paragraphs in reading order."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from summarizer.errors import SourceError
from summarizer.source import layout, order, pdfpages, printed
from summarizer.source.loaded import Loaded
from summarizer.source.printed import count

LABEL = "a PDF"
SECONDS = 60.0
"""For the whole file; a page takes 10 to 30 ms."""

FEWEST = 25
"""Characters a page, below which its words are a picture: a page of news has some thousands."""

SMALLEST = 2.0
"""Points; what is printed smaller is not meant to be read."""

# Modules are found where this process finds them, and never in the folder a person happens to be in.
# The file is run by itself: importing its package takes as long as reading a page.
_RUN = "import sys; sys.path[:] = sys.argv[2:]; import runpy; runpy.run_path(sys.argv[1])['main']()"
# a crash of the process that reads, or one of its bounds: no code of PDFium's
_ENDED = -1
_SAID = {
    _ENDED: (
        f"{LABEL} that cannot be read within {SECONDS:g} s and 2 GB of memory",
        "open it in a browser, and copy the text",
    ),
    4: (f"{LABEL} with a password", "open it with the password, and print it to a PDF without one"),
    5: (f"{LABEL} with a protection that is not known here", "open it in its own program, and copy the text"),
}
_BROKEN = (f"{LABEL} that is broken", "fetch it again; or open it in a browser, and copy the text")
_Page = tuple[float, float, list[order.Line]]


def read(data: bytes, name: str) -> Loaded:
    """Read the text of a PDF; running heads, page numbers and unseen text are left out, which is said.

    Raises SourceError for what is encrypted, broken, scanned without text, or takes too long, and
    where PDFium is not installed.
    """
    if importlib.util.find_spec("pypdfium2") is None:
        raise SourceError(
            f"{name} is {LABEL}, and what reads those is not installed", hint="pip install 'summarizer[docs]'"
        )
    found = _extracted(data, name)
    if "error" in found:
        said, hint = _SAID.get(found["error"], _BROKEN)
        raise SourceError(f"{name} is {said}", hint=hint)
    pages, unseen = _lines(found["pages"])
    laid = layout.lay(pages)
    text = printed.joined((line, None) for line in laid.paragraphs)
    if not found["pages"]:
        raise SourceError(f"{name} is {LABEL} without pages", hint=_BROKEN[1])
    if len(text.raw) < FEWEST * min(len(found["pages"]), 4):
        raise SourceError(
            f"{name} is {LABEL} without text: pictures of {count(len(found['pages']), 'page')}, as scanners make them",
            hint="ocrmypdf FILE.pdf READABLE.pdf puts text into it",
        )
    return Loaded(
        raw=text.raw,
        name=name,
        notices=tuple(_notices(found, laid.edges, unseen, name)),
        title=printed.title_in(found["title"], text.raw),
        byline=printed.names_in([found["author"]], text.raw),
    )


def _extracted(data: bytes, name: str) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-c", _RUN, pdfpages.__file__, *sys.path],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": _ENDED}
    except OSError as error:
        raise SourceError(f"{name} is {LABEL}, and no process could be started for it: {error}") from error
    if done.returncode != 0:
        return {"error": _ENDED}
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def _lines(pages: list[Any]) -> tuple[list[_Page], int]:
    """Lines that can be seen, page by page, and the number of those that cannot.

    What is printed without ink lies on the picture of a scanned page, where it is all there is.
    """
    runs = [run for page in pages if page for run in page[2]]
    inked = sum(len(run[4]) for run in runs if run[5])
    scanned = inked < sum(len(run[4]) for run in runs if not run[5])
    made: list[_Page] = []
    unseen = 0
    for number, page in enumerate(pages):
        if page is None:
            continue
        width, height, found = page
        lines = []
        for left, right, base, size, text, seen in found:
            inside = -1 <= base <= height + 1 and right > 0 and left < width
            if inside and size >= SMALLEST and (seen or scanned):
                lines.append(order.Line(left, right, base, size, text, number))
            else:
                unseen += 1
        made.append((width, height, lines))
    return made, unseen


def _notices(found: dict[str, Any], edges: int, unseen: int, name: str) -> Iterator[str]:
    if edges:
        yield f"{name}: {count(edges, 'line')} at the edges of its pages, running heads and numbers, left out"
    if unseen:
        yield f"{name}: {count(unseen, 'line')} that cannot be seen on its pages left out"
    if found["more"]:
        yield f"{name}: {count(found['more'], 'page')} at its end not read"
    if lost := sum(page is None for page in found["pages"]):
        yield f"{name}: {count(lost, 'page')} could not be read"
