"""The Word document: footnotes that hold, styles that exist, nothing in it but text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from summarizer import Article, Note, render
from summarizer.errors import OutputError, UsageError
from summarizer.render import ooxml, plain
from tests import hostile
from tests.notes import DOUBTFUL, claim, evidence, line, made

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def parts(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist()}


def texts(made: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs]


def footnotes(made: bytes) -> dict[str, str]:
    """The text of each footnote by its id, the two separators left out."""
    root = etree.fromstring(parts(made)["word/footnotes.xml"])
    found = {}
    for note in root.iterfind("w:footnote", W):
        if note.get(qn("w:type")) is None:
            found[note.get(qn("w:id"))] = "".join(note.itertext()).strip()
    return found


def cited(made: bytes) -> list[str]:
    root = etree.fromstring(parts(made)["word/document.xml"])
    return [mark.get(qn("w:id")) for mark in root.iterfind(".//w:footnoteReference", W)]


def test_each_place_is_a_footnote_with_one_reference_in_the_order_of_the_text() -> None:
    """Word repairs, and so changes, a file in which a footnote is referred to twice or never."""
    proof = evidence(3, 120, "The council voted for the bridge by seven to five.")
    noted = made(
        backend="openai",
        summary=(
            line(proof.text, proof),
            line("It passed.", proof, evidence(4, 200, "Clear."), origin="model"),
        ),
    )
    shown = render.docx(noted)
    assert footnotes(shown) == {
        "1": "Sentence 3 (120-170), printed above as it stands there.",
        "2": f"Sentence 3 (120-170): {proof.text}",
        "3": "Sentence 4 (200-206): Clear.",
    }
    assert cited(shown) == ["1", "2", "3"]


def test_word_is_told_about_the_footnotes_where_it_looks_for_them() -> None:
    """Content type, relation, separators and settings: one missing and the file is called damaged."""
    package = parts(render.docx(made(claims=(claim("No.", evidence(1, 0, "No.")),))))
    assert b'PartName="/word/footnotes.xml"' in package["[Content_Types].xml"]
    assert b'Target="footnotes.xml"' in package["word/_rels/document.xml.rels"]
    root = etree.fromstring(package["word/footnotes.xml"])
    kinds = [(note.get(qn("w:id")), note.get(qn("w:type"))) for note in root.iterfind("w:footnote", W)]
    assert kinds[:2] == [("-1", "separator"), ("0", "continuationSeparator")]
    settings = [etree.QName(child).localname for child in etree.fromstring(package["word/settings.xml"])]
    assert settings.index("footnotePr") < settings.index("compat")


def test_a_note_that_cites_nothing_has_no_footnotes_part() -> None:
    assert "word/footnotes.xml" not in parts(render.docx(made()))


def test_every_style_that_is_used_is_there() -> None:
    """A style that is missing is silently another one."""
    noted = made(summary=(line("Perhaps.", evidence(1, 0, "So."), support=DOUBTFUL),), warnings=("Beware.",))
    package = parts(render.docx(noted))
    there = set(re.findall(rb'w:styleId="(\w+)"', package["word/styles.xml"]))
    used: set[bytes] = set()
    for name in ("word/document.xml", "word/footnotes.xml", "word/footer1.xml"):
        used |= set(re.findall(rb'<w:[pr]Style w:val="(\w+)"', package[name]))
    assert used <= there
    assert {b"Title", b"Heading1", b"ListBullet", b"FootnoteText", b"Doubt", b"Warning"} <= used


def test_the_properties_say_what_it_is() -> None:
    """A library of documents is searched by them."""
    core = docx.Document(io.BytesIO(render.docx(made()))).core_properties
    assert core.title == "A bridge for Port Ellan"
    assert core.subject == "By Tom Lund · The Tide · 2 November 2026, 09:05 UTC+01:00"
    assert (core.author, core.language) == ("summarizer 0.1.0", "en")
    assert core.created is not None
    age = datetime.now(timezone.utc) - core.created.replace(tzinfo=timezone.utc)
    assert timedelta(-1) < age < timedelta(1)


def test_a_hostile_article_is_text_in_word_too() -> None:
    """No field, link, object or outside relation comes out of it, and the text is whole."""
    shown = render.docx(hostile.noted())
    package = parts(shown)
    for name, content in package.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
        assert b'TargetMode="External"' not in content
    body = package["word/document.xml"]
    assert not re.search(rb"<w:(hyperlink|instrText|fldSimple|object|drawing|altChunk)\b", body)
    assert docx.Document(io.BytesIO(shown)).core_properties.language == ""
    text = " ".join(texts(shown))
    for one in hostile.TEXTS:
        assert plain.printable(one) in text


@given(st.text(max_size=60))
def test_whatever_is_printable_can_be_written(text: str) -> None:
    """XML has no place for some characters; what is not shown elsewhere is not here."""
    root = etree.Element("root")
    ooxml.paragraph(root, "Normal", ((plain.printable(text), "Strong"),))
    assert "".join(etree.fromstring(etree.tostring(root)).itertext()) == plain.printable(text)


def test_a_text_that_runs_from_the_right_does_so() -> None:
    noted = made(summary=(line("המועצה אישרה את הגשר."), line("The council met.")))
    root = etree.fromstring(parts(render.docx(noted))["word/document.xml"])
    right: list[Any] = root.xpath("//w:p[w:pPr/w:bidi][w:r/w:rPr/w:rtl]", namespaces=W)
    assert ["".join(one.itertext()) for one in right] == ["המועצה אישרה את הגשר."]


def test_without_python_docx_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UsageError, match=r"pip install 'summarizer\[docs\]'"):
        render.docx(made())


def test_the_library_writes_it_whole_or_not_at_all(tmp_path: Path) -> None:
    note = Note.model_validate(dict(made()))
    note.to_docx(tmp_path / "note.docx")
    assert texts((tmp_path / "note.docx").read_bytes())[0] == "A bridge for Port Ellan"
    with pytest.raises(OutputError, match="it is a folder"):
        note.to_docx(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.docx"]


@pytest.mark.viewer
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice on this machine")
def test_libreoffice_reads_the_text_and_every_footnote(tmp_path: Path, article: Article) -> None:
    """The word processor that is no library of ours: text and footnotes come out of it."""
    import summarizer

    note = summarizer.summarize(article, model="extractive")
    note.to_docx(tmp_path / "note.docx")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            "odt",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "note.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    content = etree.fromstring(parts((tmp_path / "note.odt").read_bytes())["content.xml"])
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    assert note.headline in "".join(content.itertext())
    told = ["".join(body.itertext()) for body in content.iter(f"{text}note-body")]
    proofs = [proof for item in (*note.summary, *note.claims, *note.positions) for proof in item.evidence]
    assert len(told) == len(proofs)
    assert told[0].strip().startswith(f"Sentence {proofs[0].sentence} (")
