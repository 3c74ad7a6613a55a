"""Whatever bytes come: a text, or an error of one line, in bounded time. Nothing else comes out of a reader."""

from __future__ import annotations

import io
import itertools
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import pipeline, source
from summarizer.errors import SourceError
from tests import documents

SECONDS = 5.0
MAGIC = {
    "pdf": b"%PDF-1.7\n", "docx": b"PK\x03\x04", "rtf": b"{\\rtf1 ", "html": b"<!doctype html><html>",
    "mail": b"From: a\nTo: b\nSubject: c\n", "mailbox": b"From a@b Mon Mar 18 19:42:00 2031\nFrom: a\n",
    "captions": b"WEBVTT\n\n", "json": b'{"text": "', "markdown": b"---\ntitle: a\n---\n", "text": b"",
}  # fmt: skip
PACKED = ("docx", "odt", "epub")
BITS = (
    b"<",
    b">",
    b"</",
    b"&",
    b'"',
    b"{",
    b"}",
    b"[",
    b"\\",
    b"\x00",
    b"\xff",
    b"\n\n",
    b"--",
    b"=?utf-8?b?",
    b"-->",
    b":",
    b"\\bin9 ",
)


def outcome(data: bytes) -> None:
    """Read, and hold what comes out against the promise."""
    before = time.process_time()
    found = documents.found(data)
    assert time.process_time() - before < SECONDS
    for one in found:
        if isinstance(one, SourceError):
            assert "\n" not in one.message
            assert "page" in one.message
        else:
            assert isinstance(one, source.Loaded)
            assert one.raw.strip()
            assert all(span.end <= len(one.raw) for span in one.likely)
            assert len(one.uncut) == len(one.raw)
            one.raw.encode("utf-8")


Change = tuple[float, bytes, int]
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True), st.sampled_from(BITS) | st.binary(max_size=6), st.integers(0, 40)
    ),
    min_size=1,
    max_size=5,
)


def changed(data: bytes, changes: list[Change]) -> bytes:
    """Put bytes in at some places, and take some out there."""
    for place, put, out in changes:
        at = int(place * (len(data) + 1))
        data = data[:at] + put + data[at + out :]
    return data


@pytest.mark.parametrize("kind", [kind for kind in MAGIC if kind != "pdf"])
@given(tail=st.binary(max_size=200))
@settings(max_examples=15, deadline=None)
def test_any_bytes_behind_the_signature_of_a_kind(kind: str, tail: bytes) -> None:
    outcome(MAGIC[kind] + tail)


@pytest.mark.parametrize("kind", [kind for kind in documents.KINDS if kind not in (*PACKED, "pdf")])
@given(changes=CHANGES)
@settings(max_examples=15, deadline=None)
def test_a_good_file_with_bytes_changed(kind: str, changes: list[Change]) -> None:
    outcome(changed(documents.whole(kind), changes))


RICH: dict[str, Callable[[], bytes]] = {
    "docx": lambda: documents.docx(
        documents.p("One", style="Title", look='<w:vanish w:val="0"/><w:sz w:val="22"/>')
        + f"<w:tbl><w:tr><w:tc>{documents.p('a')}</w:tc></w:tr></w:tbl><w:del/>",
        footnotes__xml=documents.word("footnotes", f"<w:footnote>{documents.p('b')}</w:footnote>"),
        comments__xml=documents.word("comments", "<w:comment/>"),
    ),
    "odt": lambda: documents.odt("<text:p>a<text:s/><text:note><text:p>b</text:p></text:note>c</text:p>"),
    "epub": lambda: documents.epub(["<p>One.</p>", "<p>Two.</p>"], said="<dc:date>2031-03-18</dc:date>"),
}


@pytest.mark.parametrize("kind", PACKED)
@given(changes=CHANGES, at=st.integers(0, 9))
@settings(max_examples=15, deadline=None)
def test_an_archive_with_one_member_changed(kind: str, changes: list[Change], at: int) -> None:
    """The archive itself is whole, so that the damage reaches the reader of its XML."""
    opened = zipfile.ZipFile(io.BytesIO(RICH[kind]()))
    members = {name: opened.read(name) for name in opened.namelist()}
    name = list(members)[at % len(members)]
    members[name] = changed(members[name], changes)
    outcome(documents.zipped(members))


@given(changes=CHANGES)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_pdf_with_bytes_changed(changes: list[Change]) -> None:
    """Few, for each starts a process; `-m slow` runs more."""
    outcome(changed(documents.whole("pdf"), changes))


@pytest.mark.slow
@given(changes=CHANGES)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_many_pdfs_with_bytes_changed(changes: list[Change]) -> None:
    outcome(changed(documents.whole("pdf"), changes))


@pytest.mark.parametrize("kind", ["docx", "mail", "captions", "markdown"])
@given(words=st.lists(st.sampled_from("the ferry. “no” she said:\n\n> -- \t 1. x".split(" ")), max_size=30))
@settings(max_examples=20, deadline=None)
def test_cuts_and_paragraphs_hold_every_character_of_every_kind(kind: str, words: list[str]) -> None:
    """Nothing disappears between the file's text and what is kept or cut of it."""
    text = " ".join(words)
    data = {
        "docx": lambda: documents.docx(
            "".join(map(documents.p, (*documents.PARAGRAPHS, *text.split("\n")))),
            footnotes__xml=documents.word("footnotes", f"<w:footnote>{documents.p(text)}</w:footnote>"),
        ),
        "mail": lambda: documents.mail("\n\n".join(documents.PARAGRAPHS) + "\n\n" + text),
        "captions": lambda: documents.captions((*documents.PARAGRAPHS, text or "x")).encode(),
        "markdown": lambda: documents.whole("markdown") + b"\n\n" + text.encode(),
    }[kind]()
    article = pipeline.read("-", stdin=io.BytesIO(data))
    spans = sorted([*article.paragraphs, *(cut.span for cut in article.cuts)])
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    kept = "".join(span.of(article.raw) for span in spans)
    assert "".join(kept.split()) == "".join(article.raw.split())
