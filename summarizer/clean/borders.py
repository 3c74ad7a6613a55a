"""Where the article may begin and where it has ended, as names of `weights` tables."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.clean.features import ENDS, Page, grade, mass
from summarizer.clean.form import COLONS


def starting(page: Page, at: int) -> list[str]:
    """Name what speaks for or against the article's first line being this one."""
    line = page.lines[at]
    names = [f"{ENDS[line.ended]} {min(page.widths[at], 5)}", *page.border(at)]
    if page.labels[at] is not None:
        names.append("labelled")
    above = max(0, at - 6)
    if any(page.dated[above:at]):
        names.append("date above")
    labelled = page.labels[above:at]
    names.extend([f"{label} above" for label in _TELLING_LABELS if label in labelled])
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
    titles = [telling for telling in page.titles[max(0, at - 12) : at] if telling]
    following = set().union(*page.telling[at : at + 6]) if titles else set()
    shared = max([_share(telling, following) for telling in titles], default=0.0)
    names.append(f"headline above {grade(shared)}")
    return names


_TELLING_LABELS = ("byline", "share bar", "comments")


def ending(page: Page, at: int) -> list[str]:
    """Name what speaks for or against the article having ended before this line."""
    line, label = page.lines[at], page.labels[at]
    names = [label or f"{ENDS[line.ended]} {min(page.widths[at], 4)}", *page.border(at)]
    if below := [name for name in page.labels[at : at + 5] if name is not None]:
        names.extend([f"{name} below" for name in sorted(set(below))])
    names.append(f"labels below {len(below)}")
    names.append(f"prose below {mass(page.prose_in(at, at + 8))}")
    if at:
        previous = page.lines[at - 1]
        names.append(f"after {ENDS[previous.ended]} {min(page.widths[at - 1], 4)}")
        if previous.text.endswith(COLONS):
            names.append("after colon")
        if page.labels[at - 1] is not None:
            names.append("after label")
    if page.address[at]:
        names.append("address")
    if page.dated[at]:
        names.append("dated")
    if page.notice[at] > 0.05:
        names.append("notice")
    if page.listed[at]:
        names.append("announced")
    return names


def _share(telling: Sequence[str], others: set[str]) -> float:
    return sum(map(others.__contains__, telling)) / len(telling)
