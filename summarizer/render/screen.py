"""A note on a terminal: set off by indentation first, by weight next, by colour last.

On a wide screen the evidence stands beside its item, on a narrow one beneath it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from summarizer.render.outline import Item, Outline, Section

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Longer lines are harder to read than to scroll.
_WIDEST = 110
_NARROWEST = 20
# Columns from which two columns of a readable width stand side by side, and how they share them.
_BESIDE = 150
_LEFT = 92
_GUTTER = 4

# The one colour of the eight of a terminal that is readable on black and on white: contrast 4.4 and 4.7
# with xterm's colours; yellow and cyan have 2 or less on white, blue has 2.2 on black.
_LOUD = "magenta"


@dataclass(frozen=True, slots=True)
class _Line:
    """Pieces of text, each with a style; `head` opens the first printed line, as many blanks the others."""

    head: str
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """What belongs together: lines, and those that can stand beside them, indented by `margin` if not."""

    lines: tuple[_Line, ...]
    beside: tuple[_Line, ...] = ()
    margin: str = ""


_EMPTY = _Row((_Line("", ()),))


def page(shown: Outline, width: int, colour: bool) -> str:
    """Print an outline, wrapped to `width` columns and never wider than reads well."""
    from rich.console import Console

    beside = width >= _BESIDE
    columns = max(_NARROWEST, width if beside else min(width, _WIDEST))
    out = io.StringIO()
    console = Console(
        file=out,
        width=columns,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
    )
    for row in _rows(shown):
        for printed in _two(console, row, columns) if beside else _one(console, row, columns):
            console.print(printed, soft_wrap=True, highlight=False)
    return out.getvalue()


def _one(console: Console, row: _Row, columns: int) -> Iterator[Text]:
    yield from _wrapped(console, row.lines, columns)
    indented = [_Line(f"{row.margin}{line.head}", line.pieces) for line in row.beside]
    yield from _wrapped(console, indented, columns)


def _two(console: Console, row: _Row, columns: int) -> Iterator[Text]:
    from rich.text import Text

    left = list(_wrapped(console, row.lines, _LEFT))
    right = list(_wrapped(console, row.beside, min(_WIDEST, columns - _LEFT - _GUTTER)))
    for one, other in zip_longest(left, right, fillvalue=Text()):
        yield one + Text(" " * (_LEFT + _GUTTER - one.cell_len)) + other if other else one


def _wrapped(console: Console, lines: Sequence[_Line], columns: int) -> Iterator[Text]:
    from rich.text import Text

    for line in lines:
        wrapped = Text.assemble(*line.pieces).wrap(console, columns - len(line.head))
        for at, printed in enumerate(wrapped or [Text()]):
            printed.rstrip()
            head = line.head if at == 0 else " " * len(line.head)
            yield Text(head) + printed if printed else printed


def _rows(shown: Outline) -> Iterator[_Row]:
    yield _Row((_Line("", ((shown.headline, "bold"),)),))
    yield _Row((_Line("", ((shown.source, ""),)),))
    yield _Row((_Line("", ((shown.wording, "italic"),)),))
    for warning in shown.warnings:
        yield _Row((_Line("! ", ((warning, _LOUD),)),))
    for section in shown.sections:
        yield from _section(section)
    if shown.aside.items:
        yield from _section(shown.aside)
    yield from _heading("How this note was made")
    for label, value in shown.made:
        yield _Row((_Line(f"  {label:<9} ", ((value, "dim"),)),))
    if shown.left_out:
        yield _EMPTY
        yield _Row((_Line("", ((shown.left_out, "dim"),)),))
    if shown.command:
        yield _Row((_Line("", (("To see them:", "dim"),)),))
        yield _Row((_Line("  ", ((shown.command, ""),)),))


def _section(section: Section) -> Iterator[_Row]:
    yield from _heading(section.title)
    for text in (section.intro, "" if section.items else section.none):
        if text:
            yield _Row((_Line("  ", ((text, "dim"),)),))
    for item in section.items:
        yield from _item(item, "  ")


def _heading(title: str) -> Iterator[_Row]:
    yield _EMPTY
    yield _Row((_Line("", ((title.upper(), "bold"),)),))


def _item(item: Item, margin: str) -> Iterator[_Row]:
    places = " ".join(proof.place for proof in item.proofs if not proof.more)
    pieces = (
        (f"({item.doubt})" if item.doubt else "", f"bold {_LOUD}"),
        (item.lead, "bold"),
        (item.link, ""),
        (item.text, ""),
        (f"({item.mark})" if item.mark else "", "italic"),
        (places, "dim"),
    )
    spaced = [piece for text, style in pieces if text for piece in ((" ", ""), (text, style))]
    beneath = f"{margin}    "
    yield _Row(
        lines=(
            _Line(f"{margin}• ", tuple(spaced[1:])),
            *(_Line(beneath, ((remark, _LOUD),)) for remark in item.remarks),
        ),
        beside=tuple(
            _Line("", ((f"{proof.place} ", "dim"), (proof.more, ""))) for proof in item.proofs if proof.more
        ),
        margin=beneath,
    )
    for part in item.parts:
        yield from _item(part, beneath)
