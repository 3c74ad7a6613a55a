"""Time the printing of a note in each form: CPU time in one process, imports and first run left out.

    python benchmarks/rendering.py [PAGE] [--runs 30] [--length long]

PAGE is any article; by default the page of 1,243 words in examples/.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import summarizer
from summarizer import render
from summarizer.article import Article
from summarizer.results import Note

PAGE = Path(__file__).resolve().parent.parent / "examples" / "vote-harbour-levy.txt"


def forms(note: Note, article: Article) -> dict[str, Callable[[], object]]:
    """Name each form with what prints it."""
    return {
        "terminal, 80 columns": lambda: render.terminal(note, 80, colour=True),
        "terminal, 200 columns": lambda: render.terminal(note, 200, colour=True),
        "Markdown": lambda: render.markdown(note),
        "JSON": lambda: render.json(note),
        "HTML, note alone": lambda: render.html(note),
        "HTML, with the article": lambda: render.html(note, article),
        "Word": lambda: render.docx(note),
        "notebook": lambda: render.fragment(note),
    }


def milliseconds(once: Callable[[], object], runs: int) -> list[float]:
    """CPU time of each run; the first, which imports, is not among them."""
    once()
    taken = []
    for _ in range(runs):
        started = time.process_time()
        once()
        taken.append((time.process_time() - started) * 1000)
    return sorted(taken)


def main() -> None:
    """Print a row for each form."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("page", nargs="?", default=str(PAGE))
    asked.add_argument("--runs", type=int, default=30)
    asked.add_argument("--length", default="medium")
    given = asked.parse_args()
    article = summarizer.read(given.page)
    note = summarizer.summarize(
        article, settings=summarizer.Settings(model="extractive", length=given.length)
    )
    items = len(note.summary) + len(note.claims) + len(note.positions)
    print(f"{len(article.raw.split()):,} words, {len(article.sentences)} sentences, {items} items")
    print(f"{'form':<24} {'median':>8} {'worst':>8}  ms of CPU, {given.runs} runs")
    for name, once in forms(note, article).items():
        taken = milliseconds(once, given.runs)
        print(f"{name:<24} {statistics.median(taken):8.1f} {taken[-1]:8.1f}")


if __name__ == "__main__":
    main()
