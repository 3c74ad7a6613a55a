"""Every kind of file: told by its content, read to the same text, and refused in one line where it is damaged."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer import pipeline, source
from summarizer.cli import program
from summarizer.errors import SourceError
from summarizer.source import kinds
from tests import builders, documents

SUFFIX = {
    "text": "txt", "html": "html", "pdf": "pdf", "docx": "docx", "odt": "odt", "epub": "epub", "rtf": "rtf",
    "mail": "eml", "mailbox": "mbox", "captions": "srt", "json": "json", "markdown": "md",
}  # fmt: skip


def run(*args: str) -> Result:
    return CliRunner().invoke(program.app, list(args))


def refused(shown: Result) -> bool:
    """One line that says why, one that says what to do, nothing else, and the status of a bad input."""
    line = re.fullmatch(r"summarizer: error: [^\n]+\n  try: [^\n]+\n", shown.stderr)
    return (shown.exit_code, shown.stdout) == (3, "") and line is not None


@pytest.mark.parametrize("kind", documents.KINDS)
def test_every_kind_gives_the_same_sentences(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"page.{SUFFIX[kind]}"
    path.write_bytes(documents.whole(kind))
    article = pipeline.read(path)
    assert article.notices == ()
    assert tuple(map(article.text, article.sentences)) == documents.PARAGRAPHS
    assert all(article.raw[s.start : s.end] for s in article.sentences)


@pytest.mark.parametrize("kind", documents.KINDS)
def test_a_wrong_suffix_is_said_and_not_believed(kind: str, tmp_path: Path) -> None:
    path = tmp_path / ("page.docx" if kind != "docx" else "page.pdf")
    path.write_bytes(documents.whole(kind))
    loaded = source.load(path)
    assert documents.PARAGRAPHS[1] in loaded.raw
    assert loaded.notices == (f"{path.name} is {kinds.LABELS[kind]}, whatever its name says",)  # type: ignore[index]


def test_a_word_document_that_is_no_archive_is_named_by_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    for data, told in (
        (bytes(range(256)) * 20, "report.docx is binary, not a Word document"),
        (b"\x89PNG\r\n\x1a\n....", "report.docx is a PNG picture, not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "report.docx is an old Word or Excel file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "report.docx is an Office document with a password",
        ),
    ):
        path.write_bytes(data)
        shown = run("clean", str(path))
        assert refused(shown)
        assert told in shown.stderr


EMPTY = {
    "html": b"<!doctype html><html><body></body></html>",
    "pdf": documents.pdf([b""]),
    "docx": documents.docx(""),
    "odt": documents.odt(""),
    "epub": documents.epub(["", " "]),
    "rtf": b"{\\rtf1\\ansi }",
    "mail": documents.mail(""),
    "mailbox": b"From zoe@ellan.example Mon Mar 18 19:42:00 2031\n" + documents.mail(""),
    "captions": b"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n\n",
    "json": b'{"title": "A ferry", "text": ""}',
    "markdown": b"---\ntitle: A ferry\n---\n",
    "text": b"\n",
}


@pytest.mark.parametrize("kind", documents.KINDS)
def test_an_empty_file_of_any_kind_is_one_line_and_status_3(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"page.{SUFFIX[kind]}"
    path.write_bytes(EMPTY[kind])
    shown = run("clean", str(path))
    assert refused(shown), shown.stderr
    assert "page." in shown.stderr


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "epub", "json"])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_truncated_file_says_that_it_is_broken(kind: str, share: float, tmp_path: Path) -> None:
    """A download that broke off; half an article would be read as a whole one."""
    whole = documents.whole(kind)
    path = tmp_path / f"page.{SUFFIX[kind]}"
    path.write_bytes(whole[: int(share * len(whole))])
    shown = run("clean", str(path))
    assert refused(shown), shown.stderr
    assert "broken" in shown.stderr


@pytest.mark.parametrize("kind", ["text", "html", "rtf", "mail", "mailbox", "captions", "markdown"])
def test_a_truncated_text_gives_what_there_is(kind: str) -> None:
    whole = documents.whole(kind)
    loaded = source.decode(whole[: int(0.8 * len(whole))], "page")
    assert documents.PARAGRAPHS[0] in loaded.raw


@pytest.mark.parametrize("kind", ["pdf", "rtf"])
def test_what_reads_documents_is_named_where_it_is_missing(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pypdfium2", "striprtf", "striprtf.striprtf"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SourceError, match="not installed") as caught:
        source.decode(documents.whole(kind), "page")
    assert caught.value.hint == "pip install 'summarizer[docs]'"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (documents.zipped({"xl/workbook.xml": "<x/>"}), "an Excel workbook"),
        (documents.zipped({"ppt/presentation.xml": "<x/>"}), "a PowerPoint presentation"),
        (documents.zipped({"a.txt": "text"}), "a zip archive"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a feed"),
    ],
    ids=["workbook", "slides", "archive", "feed"],
)
def test_what_is_not_read_is_named(data: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        source.decode(data, "page")


@pytest.mark.parametrize(
    "text",
    [
        "[Applause] The mayor rose and spoke.\n\nHe said {nothing} of the ferry - not a word.\n",
        "From: the mayor's office. The ferry stops in March, it says.\n\nNobody was asked.\n",
        "# of ferries: none. The mayor said so on Monday, and the council agreed.\n",
        "From Reuters on 14 November 2031\nLondon: The ferry to Skerra stops in March, the mayor said.\n",
        "1\nThe first point is the ferry.\n2\nThe second --> is the harbour.\n",
        "--- \nThe council: it met on Monday.\n---\nAnd on Tuesday it met again, over the ferry.\n",
        "<The ferry> was late again, said the mayor, who had waited on the quay since nine.\n",
        "Use *stars* or _lines_ as you like, 2 * 3 * 4 is 24 and snake_case_names stay.\n",
    ],
)
def test_plain_text_that_resembles_another_kind_stays_as_it_is(text: str) -> None:
    loaded = source.decode(text.encode(), "page.txt")
    assert (loaded.raw, loaded.notices) == (text, ())


def test_the_examples_of_the_page_on_reading_are_read_as_it_says() -> None:
    page = (builders.ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    pairs = re.findall(
        r"```(html|markdown|eml|srt|json|rtf)\n(.*?)```\n\n```text\n(.*?)\n```", page, re.DOTALL
    )
    assert len(pairs) == 6
    for suffix, given, said in pairs:
        loaded = source.decode(given.encode(), f"page.{suffix}")
        assert loaded.raw.strip() == said


def test_the_end_of_an_address_promises_no_kind() -> None:
    """A country's domain is no suffix."""
    assert source.decode(documents.whole("html"), "https://news.md").notices == ()
