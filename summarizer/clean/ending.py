"""What stands below an article in full sentences and is not of it: who wrote it, and what a firm says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.clean.lines import Line

# "About Kestrel Energy", a heading; the name is in capitals, for articles have subheadings like "About the bridge".
_ABOUT = re.compile(
    r"(?:About|ABOUT|Sobre|Über|À propos de|Acerca de|Over|Informazioni su) (?:the |The )?"
    r"(?P<name>[A-Z]\S*(?: (?:[A-Z&]\S*|of|and|de|for))*):?"
)
# Who is told of at the end: what the author is, does or has written.
_IS = re.compile(
    r",? (?:is|was|are|has|lives?|works?|writes?|covers?|reports?|teaches|edits?|joined|est|ist|es|é|contributed)\b"
)
# The article above has so many words before a firm may tell of itself, and so few lines follow of the author.
_TOLD, _LAST = 60, 3
_HEADING, _FURTHEST = 10, 80
# Lines of a release between where it seems to end and its sender.
_MOST_BETWEEN = 12
Reasons = list[str | None]


def firm(lines: Sequence[Line], reasons: Reasons) -> None:
    """Cut what a press release ends with: a heading that names its firm, and the sentences that name it.

    With more of the article below it is a chapter: explainers have subheadings like "About Arden" too.
    """
    told = below = 0
    name: str | None = None
    cut: list[int] = []
    for at, line in enumerate(lines):
        if reasons[at] is not None:
            continue
        if name is None or name not in line.text:
            name = _named(lines, at) if told >= _TOLD and not line.ended else None
            if name is None:
                told += line.words
                below += line.words if cut else 0
                continue
        cut.append(at)
    for at in cut if below < _TOLD else ():
        reasons[at] = "about the sender"


def release(lines: Sequence[Line], kept: Sequence[bool]) -> tuple[bool, ...]:
    """Keep what stands between the article and where its sender tells of itself: lists, outlooks, what comes next.

    Only where nothing parts them that a page prints of itself.
    """
    last = next((at for at in range(len(kept) - 1, -1, -1) if kept[at]), len(kept))
    if last >= len(kept) - 1:
        return tuple(kept)
    made = list(kept)
    for at in range(last + 1, min(last + 2 + _MOST_BETWEEN, len(lines))):
        line = lines[at]
        name = _named(lines, at)
        if name is not None and any(
            keeps and name in one.text for one, keeps in zip(lines, kept, strict=True)
        ):
            made[last + 1 : at] = [True] * (at - last - 1)
            break
        if line.label is not None or line.known.heads or line.notice:
            break
    return tuple(made)


def _named(lines: Sequence[Line], at: int) -> str | None:
    """The first word of the name in such a heading, where the line below tells of it."""
    found = _ABOUT.fullmatch(lines[at].text) if lines[at].words <= _HEADING else None
    if found is None or at + 1 >= len(lines) or not lines[at + 1].ended:
        return None
    name = found["name"].split()[0].rstrip(":,")
    return name if name in lines[at + 1].text else None


def author(lines: Sequence[Line], reasons: Reasons, names: Sequence[str]) -> None:
    """Cut the last lines where they tell of the article's author: named in the byline, or alone on a line above.

    Whom the article tells of elsewhere is none: "Hong Kong" stands alone in a menu too.
    """
    stay = [at for at, reason in enumerate(reasons) if reason is None]
    if len(stay) <= _LAST:
        return
    for at in stay[: -_LAST - 1 : -1]:
        text = lines[at].text
        if not lines[at].ended or _IS.search(text, 0, _FURTHEST) is None:
            continue
        alone = [
            line.text for line in lines[: stay[0]] if 2 <= line.words <= 4 and text.startswith(line.text)
        ]
        inner = [lines[k].text for k in stay[:-_LAST]]
        alone = [name for name in alone if not any(name in other for other in inner)]
        named = [name for name in (*names, *alone) if text.startswith(name) and " " in name]
        if any(_IS.match(text, len(name)) for name in named):
            reasons[at] = "about the author"
