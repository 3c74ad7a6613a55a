"""A note on a terminal: set off by indentation first, by colour where there is any."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.render.outline import ASIDE, Item, Outline

if TYPE_CHECKING:
    from rich.text import Text

# Longer lines are harder to read than to scroll.
_WIDEST = 110
_NARROWEST = 20

_Line = tuple[int, int, tuple[tuple[str, str], ...]]
"""Indent of the first line, indent of the next ones, and pieces of text with their styles."""


def page(shown: Outline, width: int, colour: bool) -> str:
    """Print an outline, wrapped to `width` columns and never wider than reads well."""
    from rich.console import Console
    from rich.text import Text

    columns = max(_NARROWEST, min(width, _WIDEST))
    out = io.StringIO()
    console = Console(
        file=out,
        width=columns + 1,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for first, rest, pieces in _lines(shown):
        text = Text.assemble(*pieces)
        for at, line in enumerate(_wrapped(text, console, columns, rest)):
            line.rstrip()
            console.print(Text(" " * (first if at == 0 else rest)) + line, soft_wrap=True)
    return out.getvalue()
