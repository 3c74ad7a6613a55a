"""A note as GitHub-flavoured Markdown that an editor can forward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.render.outline import Item, Outline, Proof, Section

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~]|&(?=#?\w+;)|\$(?!\d)")
_OPENS_BLOCK = re.compile(r"[-+=]|\d{1,9}(?=[.)])")
_EDGES = "\"'“”‘’«»()[]{}<>.,;:!?…*_~"


def page(shown: Outline) -> str:
    """Print an outline, its evidence as footnotes."""
    notes = _Footnotes()
    lines = [*_lines(shown, notes), *notes.lines()]
    return "\n".join(lines) + "\n"


class _Footnotes:
    """The places cited so far, numbered in the order of citing; a place cited twice is one footnote."""

    def __init__(self) -> None:
        self._cited: dict[str, tuple[int, str]] = {}

    def mark(self, proof: Proof) -> str:
        number, text = self._cited.get(proof.place, (len(self._cited) + 1, ""))
        self._cited[proof.place] = (number, text or (proof.text if proof.more else ""))
        return f"[^{number}]"

    def lines(self) -> Iterator[str]:
        """Give the text of each where an item has left some of it out, and else say that it has not."""
        if self._cited:
            yield ""
        for place, (number, text) in self._cited.items():
            yield f"[^{number}]: {code(place)} {escape(text) if text else '– printed above as it stands there.'}"


def _lines(shown: Outline, notes: _Footnotes) -> Iterator[str]:
    yield f"# {escape(shown.headline)}"
    yield ""
    yield f"{escape(shown.source)}  "
    yield f"*{escape(shown.wording)}*"
    if shown.warnings:
        yield ""
    for warning in shown.warnings:
        yield f"> - {escape(warning)}"
    for section in shown.sections:
        yield from _section(section, notes)
    if shown.aside.items:
        yield from _section(shown.aside, notes)
    yield from ("", "## How this note was made", "")
    for label, value in shown.made:
        yield f"- {label}: {code(value) if label == 'SHA-256' else escape(value)}"
    if shown.left_out:
        seen = f" To see them: {code(shown.command)}" if shown.command else ""
        yield from ("", f"{escape(shown.left_out)}{seen}")


def _section(section: Section, notes: _Footnotes) -> Iterator[str]:
    yield from ("", f"## {section.title}", "")
    if section.intro:
        yield from (section.intro, "")
    if not section.items and section.none:
        yield section.none
    for item in section.items:
        yield from _item(item, notes, "")


def _item(item: Item, notes: _Footnotes, margin: str) -> Iterator[str]:
    parts = [
        f"**({item.doubt})**" if item.doubt else "",
        f"**{escape(item.lead)}**" if item.lead else "",
        escape(item.link) if item.link else "",
        escape(item.text),
        f"*({item.mark})*" if item.mark else "",
    ]
    # apart, or two numbers would be read as one
    marks = " ".join(notes.mark(proof) for proof in item.proofs)
    yield f"{margin}- " + " ".join(part for part in parts if part) + marks
    for remark in item.remarks:
        yield f"{margin}  - *{escape(remark)}*"
    for part in item.parts:
        yield from _item(part, notes, f"{margin}  ")


def escape(text: str) -> str:
    r"""Make `text`, which is one line, print as it stands: no link, image, tag, heading or list.

    Addresses and @names become code, because GitHub links them however they are escaped.

    >>> escape("1. see [this](x) <b> at www.example.org.")
    '1\\. see \\[this\\](x) \\<b\\> at `www.example.org`.'
    """
    # nothing that follows a blank can turn the mark of a left-out run into a link
    made = " ".join("[…]" if word == "[…]" else _word(word) for word in text.split(" "))
    opening = _OPENS_BLOCK.match(made)
    if opening is None:
        return made
    at = opening.end() if opening.group()[0].isdigit() else 0
    return f"{made[:at]}\\{made[at:]}"


def _word(word: str) -> str:
    lower = word.lower()
    if "://" in lower or "www." in lower or "@" in lower:
        core = word.strip(_EDGES)
        if core:
            before, _, after = word.partition(core)
            return _SPECIAL.sub(_escaped, before) + code(core) + _SPECIAL.sub(_escaped, after)
    return _SPECIAL.sub(_escaped, word)


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found.group()}"


def code(text: str) -> str:
    """Print `text` as code, whatever marks it holds."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"
