"""A note on a terminal: set off by indentation first, by colour where there is any."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.render.outline import Item, Outline, Section

# Longer lines are harder to read than to scroll.
_WIDEST = 110
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class _Line:
    """Pieces of text, each with a style; `head` opens the first printed line, as many blanks the others."""

    head: str
    pieces: tuple[tuple[str, str], ...]


_EMPTY = _Line("", ())


def page(shown: Outline, width: int, colour: bool) -> str:
    """Print an outline, wrapped to `width` columns and never wider than reads well."""
    from rich.console import Console
    from rich.text import Text

    columns = max(_NARROWEST, min(width, _WIDEST))
    out = io.StringIO()
    console = Console(
        file=out,
        width=columns,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
    )
    for line in _lines(shown):
        wrapped = Text.assemble(*line.pieces).wrap(console, columns - len(line.head))
        for at, printed in enumerate(wrapped or [Text()]):
            printed.rstrip()
            head = line.head if at == 0 else " " * len(line.head)
            console.print(Text(head) + printed if printed else printed, soft_wrap=True, highlight=False)
    return out.getvalue()


def _lines(shown: Outline) -> Iterator[_Line]:
    yield _Line("", ((shown.headline, "bold"),))
    yield _Line("", ((shown.source, ""),))
    yield _Line("", ((shown.wording, "dim"),))
    for warning in shown.warnings:
        yield _Line("! ", ((warning, "yellow"),))
    for section in shown.sections:
        yield from _section(section)
    if shown.aside.items:
        yield from _section(shown.aside)
    yield from _heading("How this note was made")
    for label, value in shown.made:
        yield _Line(f"  {label:<9} ", ((value, "dim"),))
    yield _EMPTY
    yield _Line("", ((shown.left_out, "dim"),))
    if shown.command:
        yield _Line("", (("To see them:", "dim"),))
        yield _Line("  ", ((shown.command, ""),))


def _section(section: Section) -> Iterator[_Line]:
    yield from _heading(section.title)
    for text in (section.intro, "" if section.items else section.none):
        if text:
            yield _Line("  ", ((text, "dim"),))
    for item in section.items:
        yield from _item(item, "  ")


def _heading(title: str) -> Iterator[_Line]:
    yield _EMPTY
    yield _Line("", ((title.upper(), "bold cyan"),))


def _item(item: Item, margin: str) -> Iterator[_Line]:
    places = " ".join(proof.place for proof in item.proofs if not proof.more)
    pieces = (
        (f"({item.doubt})", "bold yellow"),
        (item.lead, "bold"),
        (item.link, ""),
        (item.text, ""),
        (f"({item.mark})" if item.mark else "", "italic"),
        (places, "dim"),
    )
    yield _Line(f"{margin}• ", _spaced(piece for piece in pieces if piece[0] not in ("", "()")))
    for remark in item.remarks:
        yield _Line(f"{margin}    ", ((remark, "yellow"),))
    for proof in item.proofs:
        if proof.more:
            yield _Line(f"{margin}    ", ((f"{proof.place} ", "cyan"), (proof.more, "dim")))
    for part in item.parts:
        yield from _item(part, f"{margin}    ")


def _spaced(pieces: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    made: list[tuple[str, str]] = []
    for piece in pieces:
        if made:
            made.append((" ", ""))
        made.append(piece)
    return tuple(made)
