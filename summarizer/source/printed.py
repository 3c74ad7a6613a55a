"""Lines of a document that are put together to one text, some of them marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.article import Cut, Span, fold_space

# Code points without a meaning: fonts of icons and of bullets put their pictures there.
_ICONS = re.compile("[\ue000-\uf8ff]")
_SITE = re.compile(r"\s+[|–—·-]\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """Lines joined by line breaks, and those of them that the document marks as no part of its body."""

    raw: str
    cuts: tuple[Cut, ...]


def joined(lines: Iterable[tuple[str, str | None]]) -> Text:
    r"""Put lines together, each with the reason to cut it or None; lines without a character are left out.

    >>> joined([("A vote.", None), (" ", None), ("On  page 3.", "footnote")])
    Text(raw='A vote.\nOn page 3.', cuts=(Cut(start=8, end=18, reason='footnote'),))
    """
    made: list[str] = []
    cuts: list[Cut] = []
    at = 0
    for line, reason in lines:
        text = tidy(line)
        if not text:
            continue
        if reason is not None:
            cuts.append(Cut(at, at + len(text), reason))
        made.append(text)
        at += len(text) + 1
    return Text("\n".join(made), tuple(cuts))


def tidy(line: str) -> str:
    """Fold white space, but keep the tabs between the cells of a table's row; drop what has no width."""
    from summarizer.source import hidden

    visible = _ICONS.sub("", hidden.INVISIBLE.sub("", line))
    return "\t".join(cell for part in visible.split("\t") if (cell := fold_space(part)))


def count(number: int, what: str) -> str:
    """Name a number of things.

    >>> count(1, "page"), count(12, "page")
    ('1 page', '12 pages')
    """
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def whole(raw: str) -> tuple[Span, ...]:
    """The span of every line, for a source that holds an article and nothing around it."""
    return tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", raw))


def title_in(said: str | None, raw: str) -> str | None:
    """The title a file gives itself, or its part before the site's name, where the text prints it.

    Files keep the title of a template or of the file they were copied from; the text knows better.
    """
    if said is None:
        return None
    text = fold_space(raw[:20_000]).casefold()
    parts = _SITE.split(fold_space(said))
    tried = [" - ".join(parts[:1]), fold_space(said)] if len(parts) > 1 else [fold_space(said)]
    return next((title for title in reversed(tried) if len(title) >= 8 and title.casefold() in text), None)


def names_in(said: Sequence[str], raw: str) -> tuple[str, ...]:
    """Of the authors a file gives, those the text prints: a file's author is often who saved it."""
    text = fold_space(raw).casefold()
    return tuple(name for name in map(fold_space, said) if " " in name and name.casefold() in text)
