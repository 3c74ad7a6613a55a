"""Take the pictures of the README: the page in Chromium, and a terminal.

    python -m benchmarks.pictures [FOLDER]

FOLDER is docs/images by default. Chromium is found by its name or through CHROMIUM. The terminal
is drawn by rich as SVG, and the SVG by Chromium in a font of this machine.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from pathlib import Path

import summarizer
from summarizer import render
from tests import builders, chromium

PAGE = "vote-harbour-levy"
# An item whose evidence is in sight without scrolling, and how much of the terminal's output is shown.
ITEM = "#i6"
COLUMNS, ROWS = 96, 36


def terminal(note: summarizer.Note) -> str:
    """Draw what a terminal shows of a note, no font fetched."""
    from rich.console import Console
    from rich.text import Text

    shown = render.terminal(note, COLUMNS, colour=True).splitlines()[:ROWS]
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, legacy_windows=False
    )
    console.print(Text(f"$ summarizer summarize {PAGE}.txt", style="bold"))
    console.print(Text.from_ansi("\n".join(shown)))
    drawn = console.export_svg(title="summarizer")
    return re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)


def main() -> None:
    """Write page.png, page-dark.png and terminal.png."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else builders.ROOT / "docs" / "images"
    target.mkdir(parents=True, exist_ok=True)
    browser = chromium.found()
    if browser is None:
        sys.exit("no Chromium on this machine; CHROMIUM names one")
    article = summarizer.read(builders.EXAMPLES / f"{PAGE}.txt")
    note = summarizer.summarize(article, model="extractive")
    with tempfile.TemporaryDirectory() as folder, chromium.page(browser) as page:
        html, svg = Path(folder) / "note.html", Path(folder) / "terminal.svg"
        html.write_text(note.to_html(article), encoding="utf-8")
        svg.write_text(terminal(note), encoding="utf-8")
        for name, width, height, scheme in (
            ("page", 1280, 960, "light"),
            ("page-dark", 1280, 960, "dark"),
        ):
            page.shape(width, height, scheme)
            page.open(html)
            page.point(ITEM, scroll=False)
            page.picture(target / f"{name}.png")
        page.open(svg)
        box = page.run(
            "document.documentElement.viewBox.baseVal.width + 'x' + document.documentElement.viewBox.baseVal.height"
        )
        width, height = (int(float(side)) for side in box.split("x"))
        page.shape(width, height)
        page.picture(target / "terminal.png")


if __name__ == "__main__":
    main()
