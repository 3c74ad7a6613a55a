"""What briefings show between real pages that tell of different things: `merging.py --pages` runs it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import summarizer
from summarizer.article import fold_space
from summarizer.briefing import Difference
from summarizer.merge import differences as contradictions
from summarizer.merge import statements, tellings

AT_ONCE, AS_ONE = 42, 10


def english(shared: Path) -> list[summarizer.Article]:
    """Read the pages that are in English."""
    rows = (shared / "data" / "cleaning" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [str(json.loads(row)["pasted_text"]) for row in rows]
    read = [summarizer.read_text(text, name=f"page {at}") for at, text in enumerate(texts, start=1)]
    return [article for article in read if article.language == "en" and article.sentences]


def as_one(read: Sequence[summarizer.Article]) -> Iterator[list[tellings.Telling]]:
    """Take each ten pages for one topic."""
    for at in range(0, len(read), AS_ONE):
        yield [
            tellings.of_article(f"A{number}", one, summarizer.summarize(one, model="extractive"))
            for number, one in enumerate(read[at : at + AS_ONE], start=1)
        ]


def pages(shared: Path) -> None:
    """Print the differences shown between real pages."""
    read = english(shared)
    shown = 0
    for at in range(0, len(read), AT_ONCE):
        for one in summarizer.brief(read[at : at + AT_ONCE], model="extractive").differences:
            shown += 1
            _told(one)
    print(f"{len(read)} English pages, {AT_ONCE} at once, topics told apart: {shown} differences shown\n")
    kinds: Counter[str] = Counter()
    for told in as_one(read):
        field = statements.field(one for telling in told for one in statements.of(telling))
        for found in contradictions.find(field, told, contradictions.Compared.of(field)):
            kinds[found.kind] += 1
            _told(found.published())
    print(f"each {AS_ONE} as one topic: " + (", ".join(f"{kind} {n}" for kind, n in kinds.items()) or "none"))


def _told(one: Difference) -> None:
    print(f"{one.kind}: {one.text}")
    for side in one.sides:
        for evidence in side.evidence:
            print(f"    {evidence.source}: {fold_space(evidence.text)}")
