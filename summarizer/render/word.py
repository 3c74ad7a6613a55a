"""A page as a Word document: styles to restyle it by, evidence as footnotes, properties for a library."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from importlib import resources
from typing import TYPE_CHECKING, Any

from summarizer.errors import UsageError
from summarizer.render.footnotes import Footnotes
from summarizer.render.outline import Item, Outline, Proof, Section

if TYPE_CHECKING:
    from docx.document import Document

# What a property holds at most; python-docx refuses more.
_LONGEST_PROPERTY = 255

# A piece of text and the id of its character style, "" for none.
_Pieces = Sequence[tuple[str, str]]


def document(shown: Outline) -> bytes:
    """Print an outline as the bytes of a .docx file; UsageError where python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise UsageError(
            "a Word document needs python-docx", hint="pip install 'summarizer[docs]'"
        ) from error

    made = Document()
    _restyle(made, shown.language)
    _properties(made, shown)
    notes = Footnotes()
    for style, pieces, cited in _paragraphs(shown):
        paragraph = made.element.body.add_p()
        fill(paragraph, style, pieces)
        for at, text in enumerate(cited):
            if at:
                _run(paragraph, ", ", "FootnoteReference")
            notes.cite(paragraph, text)
    _footer(made, shown)
    notes.attach(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _paragraphs(shown: Outline) -> Iterator[tuple[str, _Pieces, Sequence[str]]]:
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
        yield "Normal", ((f"{shown.left_out}{seen}", "Quiet"),), ()


def _section(section: Section) -> Iterator[tuple[str, _Pieces, Sequence[str]]]:
    yield "Heading1", ((section.title, ""),), ()
    for text in (section.intro, "" if section.items else section.none):
        if text:
            yield "Normal", ((text, "Quiet"),), ()
    for item in section.items:
        yield from _item(item, "ListBullet")


def _item(item: Item, style: str) -> Iterator[tuple[str, _Pieces, Sequence[str]]]:
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


def fill(paragraph: Any, style: str, pieces: _Pieces) -> None:  # noqa: ANN401
    """Put text into an empty `w:p`; a text that runs from the right makes the paragraph do so.

    Styles go in by id: looking one up by name took half of the time of a document.
    """
    from docx.oxml import OxmlElement

    paragraph.style = style
    right = runs_from_right("".join(text for text, _ in pieces))
    if right:
        paragraph.pPr.append(OxmlElement("w:bidi"))
    for text, kind in pieces:
        run = _run(paragraph, text, kind)
        if right:
            run.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _run(paragraph: Any, text: str, style: str) -> Any:  # noqa: ANN401
    run = paragraph.add_r()
    if style:
        run.style = style
    run.text = text
    return run


def runs_from_right(text: str) -> bool:
    """Say whether the first letter with a direction is of a script written from right to left."""
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return first != "L"


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
    core.language = shown.language[:_LONGEST_PROPERTY]
    core.created = core.modified = datetime.now(timezone.utc).replace(tzinfo=None)
    # the picture in the template is of the template
    for key, relation in list(made.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            made.part.package.rels.pop(key)


def _footer(made: Document, shown: Outline) -> None:
    """Number the pages; what the numbers are is for the program that opens the file to work out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    paragraph: Any = section.footer.paragraphs[0]._p
    paragraph.style = "Footer"
    _run(paragraph, f"Made by {shown.tool}\tPage ", "")
    for name, between in (("PAGE", " of "), ("NUMPAGES", "")):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        paragraph.append(field)
        number: Any = OxmlElement("w:r")
        number.text = "1"
        field.append(number)
        if between:
            _run(paragraph, between, "")
