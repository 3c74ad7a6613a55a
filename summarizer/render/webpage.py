"""A page that stands alone: the items beside the text they rest on, in one HTML file without network.

Everything from outside is escaped, every script and style is named by its digest in the page's
Content-Security-Policy, and no address of the article becomes one of the page.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from summarizer.render import plain
from summarizer.render.anchors import Anchors
from summarizer.render.outline import Item, Outline, Section
from summarizer.render.paper import Paper, Stretch


def page(shown: Outline, papers: Sequence[Paper]) -> str:
    """Print an outline beside the texts that it cites."""
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    anchors = Anchors(shown, papers)
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n',
            f'<meta name="generator" content="{escape(shown.tool)}">\n',
            f"<title>{escape(shown.headline)}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            '<a class="skip" href="#text">Skip to the text</a>\n',
            *_header(shown),
            '<main class="panes">\n<div class="note" id="note">\n',
            *_filters(anchors),
            *(part for section in shown.sections for part in _section(section, anchors, shown.language)),
            *_aside(shown, anchors),
            *_made(shown),
            "</div>\n",
            *_text(papers, anchors),
            f"</main>\n<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _resource(name: str) -> str:
    return resources.files("summarizer.render").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def lang(language: str) -> str:
    """Name the language of a text that may be in another one than the page; the direction is its own."""
    tag = plain.language_tag(language)
    return f' lang="{tag}" dir="auto"' if tag else ' dir="auto"'


def _header(shown: Outline) -> Iterator[str]:
    yield f'<header class="top">\n<h1{lang(shown.language)}>{escape(shown.headline)}</h1>\n'
    yield f'<p class="source" dir="auto">{escape(shown.source)}</p>\n'
    yield f'<p class="wording">{escape(shown.wording)}</p>\n'
    if shown.warnings:
        yield '<ul class="warnings" aria-label="Warnings">\n'
        yield from (f'<li dir="auto">{escape(warning)}</li>\n' for warning in shown.warnings)
        yield "</ul>\n"
    yield "</header>\n"


def _filters(anchors: Anchors) -> Iterator[str]:
    """Offer what the script can hide; without the script there is nothing to offer."""
    items = [item for item, _ in anchors.items]
    if not items:
        return
    who = Counter(item.who for item in items if item.who)
    verdicts = Counter(item.doubt or "supported" for item in items)
    verdicts.setdefault("doubtful", 0)
    yield '<form class="filters" id="filters" hidden>\n'
    yield '<label>Speaker <select id="who"><option value="">Everyone</option>'
    for name, count in sorted(who.items(), key=lambda pair: pair[0].casefold()):
        yield f'<option value="{escape(name)}">{escape(name)} ({count})</option>'
    yield '</select></label>\n<label>Verdict <select id="verdict"><option value="">Any</option>'
    for verdict, count in verdicts.items():
        empty = "" if count else " disabled"
        yield f'<option value="{verdict}"{empty}>{verdict.capitalize()} ({count})</option>'
    yield '</select></label>\n<button type="reset">Show all</button>\n'
    yield '<p class="status" id="status" role="status"></p>\n</form>\n'


def _section(section: Section, anchors: Anchors, language: str) -> Iterator[str]:
    yield f'<section class="items">\n<h2>{escape(section.title)}</h2>\n'
    if section.intro:
        yield f'<p class="intro">{escape(section.intro)}</p>\n'
    if section.items:
        yield '<ol role="list">\n'
        for item in section.items:
            yield from _item(item, anchors, language)
        yield "</ol>\n"
    elif section.none:
        yield f'<p class="none">{escape(section.none)}</p>\n'
    yield '<p class="none filtered" hidden>Nothing here for this choice.</p>\n</section>\n'


def _item(item: Item, anchors: Anchors, language: str) -> Iterator[str]:
    number = anchors.number(item)
    badge = f'<span class="badge">{number}</span> ' if number else ""
    opens = (
        f' id="i{number}" data-who="{escape(item.who)}" data-verdict="{escape(item.doubt or "supported")}"'
    )
    yield f'<li class="item"{opens if number else ""}>\n<p{lang(language)}>{badge}'
    yield " ".join(part for part in _words(item) if part)
    refs = ", ".join(anchors.link(proof) for proof in item.proofs)
    yield f' <span class="refs">{refs}</span></p>\n' if refs else "</p>\n"
    if item.remarks:
        yield '<ul class="remarks">'
        yield from (f'<li dir="auto">{escape(remark)}</li>' for remark in item.remarks)
        yield "</ul>\n"
    if item.parts:
        yield '<ol class="parts" role="list">\n'
        for part in item.parts:
            yield from _item(part, anchors, language)
        yield "</ol>\n"
    yield "</li>\n"


def _words(item: Item) -> tuple[str, ...]:
    return (
        f'<strong class="doubt">{escape(item.doubt)}</strong>' if item.doubt else "",
        f"<strong>{escape(item.lead)}</strong>" if item.lead else "",
        f'<span class="link">{escape(item.link)}</span>' if item.link else "",
        escape(item.text),
        f'<em class="mark">({escape(item.mark)})</em>' if item.mark else "",
    )


def _aside(shown: Outline, anchors: Anchors) -> Iterator[str]:
    aside = shown.aside
    if not aside.items:
        return
    yield f'<details class="aside">\n<summary><h2>{escape(aside.title)} ({len(aside.items)})</h2></summary>\n'
    yield f'<p class="intro">{escape(aside.intro)}</p>\n<ul role="list">\n'
    for item in aside.items:
        yield from _item(item, anchors, shown.language)
    yield "</ul>\n</details>\n"


def _made(shown: Outline) -> Iterator[str]:
    yield '<section class="made">\n<h2>How this note was made</h2>\n<dl>\n'
    for label, value in shown.made:
        yield f'<div><dt>{escape(label)}</dt><dd dir="auto">{escape(value)}</dd></div>\n'
    yield "</dl>\n"
    if shown.left_out:
        command = f" To see them: <code>{escape(shown.command)}</code>" if shown.command else ""
        yield f"<p>{escape(shown.left_out)}{command}</p>\n"
    yield "</section>\n"


def _text(papers: Sequence[Paper], anchors: Anchors) -> Iterator[str]:
    yield '<section class="text" id="text" tabindex="0" aria-labelledby="text-title">\n'
    whole = any(paper.whole for paper in papers)
    yield f'<h2 id="text-title">{"The text" if whole else "The evidence"}</h2>\n'
    if anchors.items:
        yield '<p class="hint">What is marked is cited; a number after it leads to the item that rests on it.</p>\n'
    if cuts := sum(paper.cuts for paper in papers):
        yield '<p class="choice"><label><input type="checkbox" id="cuts"> '
        yield f"Show what was cut as not being the article ({cuts})</label></p>\n"
    if not any(paper.paragraphs for paper in papers):
        yield '<p class="none">Nothing is cited.</p>\n'
    for paper in papers:
        yield f'<div class="paper"{lang(paper.language)}>\n'
        if paper.whole or paper.source:
            yield f"<h3>{escape(paper.title)}</h3>\n"
        for paragraph in paper.paragraphs:
            yield from _paragraph(paper, paragraph, anchors)
        yield "</div>\n"
    yield "</section>\n"


def _paragraph(paper: Paper, stretches: Sequence[Stretch], anchors: Anchors) -> Iterator[str]:
    if all(stretch.cut for stretch in stretches):
        yield '<p class="cut" dir="auto">'
    elif paper.whole:
        yield '<p dir="auto">'
    else:
        labels = ", ".join(anchors.label(place) for place in stretches[0].places)
        yield f'<p class="cited" dir="auto"><span class="refs">{escape(labels)}</span> '
    for stretch in stretches:
        if stretch.cut:
            yield f'<del class="cut"><span class="why">{escape(stretch.cut)}</span> {escape(stretch.text)}</del>'
        elif stretch.places:
            yield anchors.marked(stretch)
        else:
            yield escape(stretch.text)
    yield "</p>\n"


def fragment(shown: Outline) -> str:
    """Print an outline to stand in another page, as a notebook's: no script, style or id, evidence folded."""
    return "".join(
        (
            f"<article{lang(shown.language)}>\n<h3>{escape(shown.headline)}</h3>\n",
            f"<p>{escape(shown.source)}<br><em>{escape(shown.wording)}</em></p>\n",
            *(f"<p><strong>{escape(warning)}</strong></p>\n" for warning in shown.warnings),
            *(part for section in shown.sections for part in _plainly(section)),
            *(_plainly(shown.aside) if shown.aside.items else ()),
            "</article>\n",
        )
    )


def _plainly(section: Section) -> Iterator[str]:
    yield f"<h4>{escape(section.title)}</h4>\n"
    for text in (section.intro, "" if section.items else section.none):
        if text:
            yield f"<p><em>{escape(text)}</em></p>\n"
    yield from _bullets(section.items)


def _bullets(items: Sequence[Item]) -> Iterator[str]:
    if not items:
        return
    yield "<ul>\n"
    for item in items:
        yield f"<li>{' '.join(part for part in _words(item) if part)}"
        yield from (f"<br><em>{escape(remark)}</em>" for remark in item.remarks)
        if item.proofs:
            places = ", ".join(proof.name for proof in item.proofs)
            yield f"<details><summary>{escape(places)}</summary>"
            yield from (f"<blockquote>{escape(proof.text)}</blockquote>" for proof in item.proofs)
            yield "</details>"
        yield from _bullets(item.parts)
        yield "</li>\n"
    yield "</ul>\n"
