"""Articles of our own with their attributions marked in the text, as `{1s=Ann Roe:She} {1c:said} {1t:…}`.

The number is the attribution's; s is its source (with the name it means, where it is somebody's), c its cue, t a part
of its content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.article import Attribution

FOLDER = Path(__file__).parent / "attribution"
_MARK = re.compile(r"\{(\d+)([sct])(?:=([^:{}]+))?:([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """The text without its marks, and what they say: in the shape of the shared corpus, with the names meant."""

    name: str
    text: str
    attributions: tuple[dict[str, Any], ...]
    speakers: tuple[str | None, ...]


def read(path: Path) -> MarkedArticle:
    printed = ""
    made: dict[int, dict[str, Any]] = {}
    names: dict[int, str] = {}
    source, at = path.read_text(encoding="utf-8"), 0
    for found in _MARK.finditer(source):
        printed += source[at : found.start()]
        number, part, name, words = int(found[1]), found[2], found[3], found[4]
        key = {"s": "source", "c": "cue", "t": "content"}[part]
        mark = made.setdefault(number, {"source": [], "cue": [], "content": []})
        mark[key].append([len(printed), len(printed) + len(words), words])
        if name:
            names[number] = name
        printed += words
        at = found.end()
    ordered = sorted(made)
    return MarkedArticle(
        path.stem,
        printed + source[at:],
        tuple(made[n] for n in ordered),
        tuple(names.get(n) for n in ordered),
    )


def all_of_them() -> list[MarkedArticle]:
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many are marked, given and right in content and source; of those, speakers named and rightly named."""

    marked: int = 0
    given: int = 0
    right: int = 0
    named: int = 0
    rightly: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.marked + other.marked,
            self.given + other.given,
            self.right + other.right,
            self.named + other.named,
            self.rightly + other.rightly,
        )


def score(article: MarkedArticle, found: Sequence[Attribution]) -> Figures:
    """Match as the shared scorer does: half of both contents' characters, and a source that shares a word."""
    free = dict(enumerate(article.attributions))
    right = named = rightly = 0
    for item in found:
        mine = _characters([(part.start, part.end) for part in item.content])
        for number, mark in list(free.items()):
            theirs = _characters([(start, end) for start, end, _ in mark["content"]])
            if 2 * len(mine & theirs) < len(mine | theirs):
                continue
            del free[number]
            source = [] if item.source is None else [(item.source.start, item.source.end)]
            wanted = [(start, end) for start, end, _ in mark["source"]]
            if not _characters(source) & _characters(wanted) and (source or wanted):
                break
            right += 1
            if item.speaker is not None and article.speakers[number] is not None:
                named += 1
                rightly += item.speaker == article.speakers[number]
            break
    return Figures(len(article.attributions), len(found), right, named, rightly)


def _characters(spans: Sequence[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}
