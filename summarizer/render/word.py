"""A page as a Word document: styles to restyle it by, evidence as footnotes, properties for a library."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from importlib import resources
from typing import TYPE_CHECKING, Any

from summarizer.errors import UsageError
from summarizer.render import ooxml, plain
from summarizer.render.footnotes import Footnotes
from summarizer.render.ooxml import Pieces
from summarizer.render.outline import Item, Outline, Proof, Section

if TYPE_CHECKING:
    from docx.document import Document

# What a property holds at most; python-docx refuses more.
_LONGEST_PROPERTY = 255


def document(shown: Outline) -> bytes:
    """Print an outline as the bytes of a .docx file; UsageError where python-docx is not installed."""
    require()
    from docx import Document

    made = Document()
    _restyle(made, plain.language_tag(shown.language) or "en")
    _properties(made, shown)
    notes = Footnotes()
    body: Any = made.element.body
    page = body.sectPr
    for style, pieces, cited in _paragraphs(shown):
        paragraph = ooxml.paragraph(body, style, pieces)
        for at, text in enumerate(cited):
            if at:
                ooxml.run(paragraph, ", ", "FootnoteReference")
            notes.cite(paragraph, text)
    body.append(page)
    _footer(made, shown)
    notes.attach(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def require() -> None:
    """Raise UsageError where python-docx is not installed."""
    try:
        import docx  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "a Word document needs python-docx", hint="pip install 'summarizer[docs]'"
        ) from error


def _paragraphs(shown: Outline) -> Iterator[tuple[str, Pieces, Sequence[str]]]:
    """Give each paragraph: its style, its text in pieces, and the footnotes at its end."""
    yield "Title", ((shown.headline, ""),), ()
    yield "Subtitle", ((shown.source, ""),), ()
    yield "Wording", ((shown.wording, ""),), ()
    for warning in shown.warnings:
        yield "Warning", ((warning, ""),), ()
    for section in shown.sections:
        yield from _section(section)
    if shown.aside.items:
        yield from _section(shown.aside)
    yield "Heading1", (("How this note was made", ""),), ()
    for label, value in shown.made:
        yield "Provenance", ((label, "Strong"), ("\t", ""), (value, "")), ()
    if shown.left_out:
        seen = f" To see them: {shown.command}" if shown.command else ""
        yield "Provenance", (("Cut", "Strong"), ("\t", ""), (f"{shown.left_out}{seen}", "")), ()


def _section(section: Section) -> Iterator[tuple[str, Pieces, Sequence[str]]]:
    yield "Heading1", ((section.title, ""),), ()
    for text in (section.intro, "" if section.items else section.none):
        if text:
            yield "Normal", ((text, "Quiet"),), ()
    for item in section.items:
        yield from _item(item, "ListBullet")


def _item(item: Item, style: str) -> Iterator[tuple[str, Pieces, Sequence[str]]]:
    pieces = (
        (f"({item.doubt})" if item.doubt else "", "Doubt"),
        (item.lead, "Strong"),
        (item.link, "Quiet"),
        (item.text, ""),
        (f"({item.mark})" if item.mark else "", "Quiet"),
    )
    cited = [_note(proof) for proof in item.proofs]
    spaced = [piece for text, kind in pieces if text for piece in ((" ", ""), (text, kind))]
    yield style, spaced[1:], cited
    for remark in item.remarks:
        yield "Remark", ((remark, ""),), ()
    for part in item.parts:
        yield from _item(part, "ListBullet2")


def _note(proof: Proof) -> str:
    place = f"{proof.name[:1].upper()}{proof.name[1:]} ({proof.start}-{proof.end})"
    return f"{place}: {proof.text}" if proof.more else f"{place}, printed above as it stands there."


def _restyle(made: Document, language: str) -> None:
    """Put the page's styles in place of the template's, and leave out its hundred table styles."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    styles: Any = made.styles.element
    own: Any = parse_xml(resources.files("summarizer.render").joinpath("word_styles.xml").read_bytes())
    replaced = {style.get(qn("w:styleId")) for style in own}
    for style in styles.findall(qn("w:style")):
        link = style.find(qn("w:link"))
        names = {style.get(qn("w:styleId")), None if link is None else link.get(qn("w:val"))}
        if names & replaced or style.get(qn("w:type")) == "table":
            styles.remove(style)
    styles.extend(list(own))
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)


def _properties(made: Document, shown: Outline) -> None:
    core = made.core_properties
    core.title = shown.headline[:_LONGEST_PROPERTY]
    core.subject = shown.source[:_LONGEST_PROPERTY]
    core.author = core.last_modified_by = shown.tool[:_LONGEST_PROPERTY]
    core.comments = shown.wording[:_LONGEST_PROPERTY]
    core.category = "Briefing note"
    core.keywords = "summary, claims, positions, evidence"
    core.language = plain.language_tag(shown.language)
    core.created = core.modified = datetime.now(timezone.utc).replace(tzinfo=None)
    # the picture in the template is of the template
    for key, relation in list(made.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            made.part.package.rels.pop(key)


def _footer(made: Document, shown: Outline) -> None:
    """Number the pages; what the numbers are is for the program that opens the file to work out."""
    from docx.shared import Mm

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    footer: Any = section.footer._element
    footer.remove(footer.p_lst[0])
    line = ooxml.paragraph(footer, "Footer", ((f"Made by {shown.tool}\tPage ", ""),))
    ooxml.run(ooxml.element(line, "fldSimple", instr="PAGE"), "1")
    ooxml.run(line, " of ")
    ooxml.run(ooxml.element(line, "fldSimple", instr="NUMPAGES"), "1")
