"""The footnotes of a Word document, a part that python-docx reads around and does not write.

Its shape is that of ECMA-376, part 1, 17.11: a part beside the document with the two separators
and the notes, the separators named in the settings, and a reference in the text for each note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.render import ooxml

if TYPE_CHECKING:
    from docx.document import Document

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = ("separator", "continuationSeparator")


class Footnotes:
    """Notes for one document, numbered from 1 in the order of `cite`."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def cite(self, paragraph: Any, text: str) -> None:  # noqa: ANN401
        """Refer to a new note at the end of a `w:p`; one note has one reference, or Word repairs the file."""
        self._texts.append(text)
        mark = ooxml.run(paragraph, style="FootnoteReference")
        ooxml.element(mark, "footnoteReference", id=str(len(self._texts)))

    def attach(self, document: Document) -> None:
        """Write the part and tell the document about it; without notes there is none."""
        if not self._texts:
            return
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        notes: Any = OxmlElement("w:footnotes")
        named: Any = OxmlElement("w:footnotePr")
        for number, kind in enumerate(_SEPARATORS, -1):
            separator = ooxml.element(notes, "footnote", type=kind, id=str(number))
            ooxml.element(ooxml.run(ooxml.paragraph(separator, "FootnoteText")), kind)
            ooxml.element(named, "footnote", id=str(number))
        for number, text in enumerate(self._texts, 1):
            _note(ooxml.element(notes, "footnote", id=str(number)), text)
        part = XmlPart(PackURI("/word/footnotes.xml"), _TYPE, notes, document.part.package)
        document.part.relate_to(part, _RELATION)
        settings: Any = document.settings.element
        # the order of the settings is fixed: footnotes stand before compatibility
        settings.find(qn("w:compat")).addprevious(named)


def _note(note: Any, text: str) -> None:  # noqa: ANN401
    paragraph = ooxml.paragraph(note, "FootnoteText")
    ooxml.element(ooxml.run(paragraph, style="FootnoteReference"), "footnoteRef")
    ooxml.run(paragraph, f" {text}")
