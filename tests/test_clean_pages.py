"""Invented pages in other layouts than the rest of the tests, marked line by line before the cleaner saw them.

Each line of `tests/data/pages/<page>.txt` begins with "+" for article, "-" for page, "?" where readers differ; a
page with the same name in HTML has the same marks. `misses.toml` lists what goes wrong today: a new miss fails,
and so does a listed one that is gone.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from summarizer import clean, source, toml

PAGES = Path(__file__).parent / "data" / "pages"
MISSES = toml.loads((PAGES / "misses.toml").read_text(encoding="utf-8"))


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "path", sorted(p for p in PAGES.iterdir() if p.suffix != ".toml"), ids=lambda p: p.name
)
def test_every_line_of_a_marked_page_is_judged_right_but_for_the_listed(path: Path) -> None:
    rows = [(line[0], flat(line[2:])) for line in path.with_suffix(".txt").read_text("utf-8").splitlines()]
    if path.suffix == ".txt":
        raw = "\n".join(text for _, text in rows)
        made = clean.clean(raw)
    else:
        loaded = source.decode(path.read_bytes(), path.name)
        raw, made = loaded.raw, clean.clean(loaded.raw, hints=loaded.hints)
    assert misses(rows, raw, made, printed=path.suffix == ".txt") == MISSES.get(path.name, [])


def misses(rows: list[tuple[str, str]], raw: str, made: clean.Cleaned, *, printed: bool) -> list[str]:
    """What goes wrong, line by line where the page was printed so; lines of one width are parts of a paragraph."""
    kept = [flat(span.of(raw)) for span in made.paragraphs]
    if printed:
        starts = itertools.accumulate([len(text) + 1 for _, text in rows], initial=0)
        stays = [
            any(span.start <= start < span.end for span in made.paragraphs)
            for (_, text), start in zip(rows, starts, strict=False)
        ]
    else:
        stays = [text in kept for _, text in rows]
    known = {text for _, text in rows}
    judged = list(zip(rows, stays, strict=True))
    wrong = [f"cut: {text}" for (mark, text), stay in judged if mark == "+" and not stay]
    wrong += [f"kept: {text}" for (mark, text), stay in judged if mark == "-" and stay]
    return wrong + ([] if printed else [f"kept: {text}" for text in kept if text not in known])
