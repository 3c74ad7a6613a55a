"""A note as GitHub-flavoured Markdown that an editor can forward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.render.outline import ASIDE, Item, Outline

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~]|&(?=#?\w+;)|\$(?!\d)")
_OPENS_BLOCK = re.compile(r"[-+=]|\d{1,9}(?=[.)])")
_EDGES = "\"'“”‘’«»()[]{}<>.,;:!?…*_~"


def page(shown: Outline) -> str:
    """Print an outline."""
    return "\n".join(_lines(shown)) + "\n"


def _lines(shown: Outline) -> Iterator[str]:
    yield f"# {escape(shown.headline)}"
    yield ""
    yield f"{escape(shown.source)}  "
    yield f"*{escape(shown.wording)}*"
    if shown.warnings:
        yield ""
    for warning in shown.warnings:
        yield f"> - {escape(warning)}"
    for section in shown.sections:
        yield from ("", f"## {section.title}", "")
        if not section.items:
            yield section.none
        for item in section.items:
            yield from _item(item)
    if shown.aside:
        yield from ("", "## Set aside", "", ASIDE, "")
        for item in shown.aside:
            yield from _item(item)
    yield from ("", "## How this note was made", "")
    for label, value in shown.made:
        yield f"- {label}: {code(value) if label == 'SHA-256' else escape(value)}"
    yield from (
        "",
        f"{escape(shown.left_out)} {code(shown.command) if shown.left_out.endswith(':') else ''}".rstrip(),
    )


def _item(item: Item) -> Iterator[str]:
    parts = [
        f"**({item.doubt})**" if item.doubt else "",
        f"**{escape(item.lead)}**" if item.lead else "",
        escape(item.link) if item.link else "",
        escape(item.text),
        f"*({item.mark})*" if item.mark else "",
        *(code(proof.place) for proof in item.proofs if not proof.text),
    ]
    yield "- " + " ".join(part for part in parts if part)
    for remark in item.remarks:
        yield f"  - *{escape(remark)}*"
    for proof in item.proofs:
        if proof.text:
            yield f"  - {code(proof.place)} {escape(proof.text)}"


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
