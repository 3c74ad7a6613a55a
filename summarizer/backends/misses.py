"""Why no recording answers a request: the nearest one, and where it first differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SHOWN = 90
"""Characters of a differing line that are shown, from a little before the difference."""

Data = Mapping[str, Any]


def explain(asked: Data, recorded: Mapping[str, Data]) -> str:
    """Say which recording is nearest to what was asked, and how it differs.

    `recorded` maps file names to requests as recordings hold them; there is at least one.
    Lines are compared whole: long prompts differ in few of them, and comparing by
    characters would cost more than everything else.
    """
    from rapidfuzz.distance import Indel

    lines = spoken(asked)
    name, score = max(
        ((name, Indel.normalized_similarity(lines, spoken(kept))) for name, kept in recorded.items()),
        key=lambda pair: (pair[1], recorded[pair[0]]["prompt"] == asked["prompt"]),
    )
    return f"the nearest is {name} ({score:.0%} of its lines), which {_difference(recorded[name], asked)}"


def spoken(request: Data) -> tuple[str, ...]:
    """Lay out a conversation one line of text each, with who says it."""
    return tuple(f"{m['role']}: {line}" for m in request["messages"] for line in m["lines"])


def _difference(kept: Data, asked: Data) -> str:
    before, now = spoken(kept), spoken(asked)
    for number, (was, line) in enumerate(zip(before, now, strict=False), 1):
        if was != line:
            at = _first_difference(was, line)
            return (
                f"first differs in line {number}: recorded {_around(was, at)!r}, asked {_around(line, at)!r}"
            )
    if len(before) != len(now):
        return f"has {len(before)} lines where {len(now)} were asked"
    for name in ("prompt", "model", "schema_sha256", "sampling"):
        if kept.get(name) != asked[name]:
            return (
                f"has the same words and another {name}: recorded {kept.get(name)!r}, asked {asked[name]!r}"
            )
    return "has the same words, and a key that does not fit them: it was changed by hand"


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _around(line: str, at: int) -> str:
    start = max(0, at - 30)
    end = start + SHOWN
    return f"{'…' if start else ''}{line[start:end]}{'…' if len(line) > end else ''}"
