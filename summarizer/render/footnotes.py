"""The footnotes of a Word document, a part that python-docx reads around and does not write.

Its shape is that of ECMA-376, part 1, 17.11: a part beside the document with the two separators
and the notes, the separators named in the settings, and a reference in the text for each note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
        from docx.oxml.ns import qn

        self._texts.append(text)
        run = paragraph.add_r()
        run.style = "FootnoteReference"
        run.append(_element("w:footnoteReference", {qn("w:id"): str(len(self._texts))}))

    def attach(self, document: Document) -> None:
        """Write the part and tell the document about it; without notes there is none."""
        if not self._texts:
            return
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml.ns import qn

        root = _element("w:footnotes", {})
        named = _element("w:footnotePr", {})
        for number, kind in enumerate(_SEPARATORS, -1):
            root.append(_separator(number, kind))
            named.append(_element("w:footnote", {qn("w:id"): str(number)}))
        for number, text in enumerate(self._texts, 1):
            root.append(_note(number, text))
        package = document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), _TYPE, root, package)
        document.part.relate_to(part, _RELATION)
        settings: Any = document.settings.element
        # the order of the settings is fixed: footnotes stand before compatibility
        settings.find(qn("w:compat")).addprevious(named)


def _element(name: str, attributes: dict[str, str]) -> Any:  # noqa: ANN401
    from docx.oxml import OxmlElement

    made: Any = OxmlElement(name)
    for key, value in attributes.items():
        made.set(key, value)
    return made


def _separator(number: int, kind: str) -> Any:  # noqa: ANN401
    from docx.oxml.ns import qn

    note = _element("w:footnote", {qn("w:type"): kind, qn("w:id"): str(number)})
    paragraph = _element("w:p", {})
    note.append(paragraph)
    paragraph.add_r().append(_element(f"w:{kind}", {}))
    return note


def _note(number: int, text: str) -> Any:  # noqa: ANN401
    from docx.oxml.ns import qn

    note = _element("w:footnote", {qn("w:id"): str(number)})
    paragraph = _element("w:p", {})
    note.append(paragraph)
    paragraph.style = "FootnoteText"
    own = paragraph.add_r()
    own.style = "FootnoteReference"
    own.append(_element("w:footnoteRef", {}))
    paragraph.add_r().text = f" {text}"
    return note
