"""Where the article may begin and where it has ended, as names of `weights` tables."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.clean.features import ADDRESS, COLONS, ENDS, Page, grade, mass


def starting(page: Page, at: int) -> list[str]:
    """Name what speaks for or against the article's first line being this one."""
    line = page.lines[at]
    names = [f"{ENDS[line.ended]} {min(page.widths[at], 5)}"]
    if page.labels[at] is not None:
        names.append("labelled")
    above = range(max(0, at - 6), at)
    if any(page.dated[k] for k in above):
        names.append("date above")
    names.extend(
        f"{label} above"
        for label in ("byline", "share bar", "comments")
        if any(page.labels[k] == label for k in above)
    )
    if not at:
        return [*names, "first line"]
    previous = page.lines[at - 1]
    names.append(
        f"after {page.labels[at - 1] or ENDS[previous.ended] + ' ' + str(min(page.widths[at - 1], 4))}"
    )
    if page.dated[at - 1] and page.labels[at - 1] is None:
        names.append("after dated")
    if previous.text.endswith(COLONS):
        names.append("after colon")
    following = set().union(*page.telling[at : at + 6])
    shared = max((_share(page.telling[k], following) for k in _titles(page, at)), default=0.0)
    names.append(f"headline above {grade(shared)}")
    return names


def _titles(page: Page, at: int) -> list[int]:
    return [
        k
        for k in range(max(0, at - 12), at)
        if page.labels[k] is None and 3 <= page.lines[k].words <= 30 and len(page.telling[k]) >= 2
    ]


def ending(page: Page, at: int) -> list[str]:
    """Name what speaks for or against the article having ended before this line."""
    line, label = page.lines[at], page.labels[at]
    names = [label or f"{ENDS[line.ended]} {min(page.widths[at], 4)}"]
    below = [page.labels[k] for k in range(at, min(len(page.lines), at + 5))]
    names.extend(f"{name} below" for name in sorted({name for name in below if name}))
    names.append(f"labels below {sum(name is not None for name in below)}")
    names.append(f"prose below {mass(page.prose_in(at, at + 8))}")
    if at:
        previous = page.lines[at - 1]
        names.append(f"after {ENDS[previous.ended]} {min(page.widths[at - 1], 4)}")
        if previous.text.endswith(COLONS):
            names.append("after colon")
        if page.labels[at - 1] is not None:
            names.append("after label")
    if "." in line.text and ADDRESS.search(line.text, 0, 200):
        names.append("address")
    if page.dated[at]:
        names.append("dated")
    if page.notice[at] > 0.05:
        names.append("notice")
    if page.listed[at]:
        names.append("announced")
    return names


def _share(telling: Sequence[str], others: set[str]) -> float:
    return sum(word in others for word in telling) / len(telling)
