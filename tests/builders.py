"""What the tests build on: the invented articles, and the truth about each, marked by hand."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.article import Span

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
TRUTHS = ROOT / "tests" / "articles"
SLUGS = tuple(sorted(path.stem for path in TRUTHS.glob("*.toml") if path.stem != "misses"))

_MARKS = "\"“”'‘’"
_ARTICLE = re.compile(r"^(?:the|an|a)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lines:
    """First and last line, both from 1 and both included, and what they are."""

    first: int
    last: int
    what: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Where a quotation begins, after its mark, and the forms of its speaker's name that are right."""

    at: int
    opening: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """A party, by every form of its name, and the stances a fair reader could give it."""

    holders: tuple[str, ...]
    issue: str
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence about the article; `because` is why it is false, or the opening words that make it true."""

    text: str
    because: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What a careful reader marks in one page."""

    slug: str
    raw: str
    title: str
    byline: tuple[str, ...]
    published: str
    updated: str | None
    noise: tuple[Lines, ...]
    arguable: tuple[Lines, ...]
    quotations: tuple[Quotation, ...]
    unasked: tuple[int, ...]
    sources: tuple[str, ...]
    positions: tuple[Stand, ...]
    false: tuple[Statement, ...]
    true: tuple[Statement, ...]

    def lines(self) -> tuple[Span, ...]:
        """Every line without its break, empty ones too: line n stands at n - 1."""
        made, at = [], 0
        for line in self.raw.splitlines(keepends=True):
            made.append(Span(at, at + len(line.rstrip("\r\n"))))
            at += len(line)
        return tuple(made)

    def speaks(self, name: str) -> bool:
        """Say whether the page gives anything said, wanted or shown to somebody of that name."""
        quoted = (form for quotation in self.quotations for form in quotation.speakers)
        holders = (form for stand in self.positions for form in stand.holders)
        return any(same_name(name, form) for form in (*quoted, *holders, *self.sources))

    def is_noise(self, number: int) -> bool | None:
        """Say whether a line has to go; None where a fair reader could do either."""
        if any(part.first <= number <= part.last for part in self.arguable):
            return None
        return any(part.first <= number <= part.last for part in self.noise)


@cache
def truth(slug: str) -> Truth:
    """Load the page `examples/<slug>.txt` with the truth that is marked for it.

    Raises ValueError where the marks do not fit the page: an opening that is not printed
    just after a quotation mark, or lines that the page does not have.
    """
    raw = (EXAMPLES / f"{slug}.txt").read_bytes().decode("utf-8")
    marked = tomllib.loads((TRUTHS / f"{slug}.toml").read_text(encoding="utf-8"))
    return Truth(
        slug=slug,
        raw=raw,
        title=marked["title"],
        byline=tuple(marked["byline"]),
        published=marked["published"],
        updated=marked.get("updated"),
        noise=_lines(marked["noise"], raw),
        arguable=_lines(marked.get("arguable", []), raw),
        quotations=tuple(
            Quotation(_opening(opening, raw), opening, tuple(speakers))
            for opening, *speakers in marked["quotations"]
        ),
        unasked=tuple(_opening(opening, raw) for opening in marked.get("unasked", [])),
        sources=tuple(marked["sources"]),
        positions=tuple(
            Stand(tuple(p["holder"]), p["issue"], tuple(p["stance"])) for p in marked.get("positions", [])
        ),
        false=tuple(Statement(f["text"], f["why"]) for f in marked["false"]),
        true=tuple(Statement(t["text"], t["evidence"]) for t in marked["true"]),
    )


def same_name(one: str, other: str) -> bool:
    """Compare names as a reader does: letter case, white space, marks and a leading article apart."""
    return _name(one) == _name(other)


def _name(text: str) -> str:
    return _ARTICLE.sub("", " ".join(text.split())).replace("’", "'").casefold()


def _lines(rows: list[list[Any]], raw: str) -> tuple[Lines, ...]:
    made = tuple(Lines(first, last, what) for first, last, what in rows)
    count = len(raw.splitlines())
    for part in made:
        if not 1 <= part.first <= part.last <= count:
            raise ValueError(f"{part} does not fit a page of {count} lines")
    return made


def _opening(words: str, raw: str) -> int:
    """Find the words just after a mark; the mark may stand at their end too (a one-word quotation)."""
    spelled = r"\s+".join(re.escape(word) for word in words.split())
    found = [m.start(1) for m in re.finditer(f"[{_MARKS}]({spelled})", raw)]
    if len(found) != 1:
        raise ValueError(f"{words!r} opens {len(found)} quotations, not one")
    return found[0]
