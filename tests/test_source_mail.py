"""Mail: one's own words and not those of others, and an end in time for whatever is no mail program's work."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from summarizer import pipeline, source
from summarizer.clean import wishes
from summarizer.errors import SourceError
from tests import documents
from tests.documents import PARAGRAPHS, TITLE


def read(data: bytes, name: str = "page") -> source.Loaded:
    return source.decode(data, name)


def cut(data: bytes) -> list[tuple[str, str]]:
    article = pipeline.read("-", stdin=io.BytesIO(data))
    assert tuple(map(article.text, article.sentences)) == PARAGRAPHS
    return [(one.reason, one.span.of(article.raw)) for one in article.cuts]


def test_a_message_tells_its_subject_sender_and_time() -> None:
    loaded = read(documents.mail("\n\n".join(PARAGRAPHS)))
    assert (loaded.title, loaded.byline) == (TITLE, ("Zoë Crane",))
    assert loaded.published is not None
    assert loaded.published.isoformat() == "2031-03-18T19:42:00+01:00"


@pytest.mark.parametrize(
    ("below", "reasons"),
    [
        ("-- \nZoë Crane\nTown hall, Port Ellan", ["signature", "signature", "signature"]),
        ("-- \nZoë\n> Will it sail?", ["signature", "signature", "quoted message"]),
        ("On Monday, Bo Lund wrote:\n> Will the ferry\n>> sail?", ["quoted message"] * 3),
        (
            "On Tue, 18 Mar 2031 at 9:14, Bo Lund <bo@news.example>\nwrote:\n> Will it sail?",
            ["quoted message"] * 3,
        ),
        (
            "----- Original Message -----\nFrom: Bo Lund\nWill it sail, he asked us all?",
            ["quoted message"] * 3,
        ),
    ],
    ids=["signature", "signature above", "reply", "reply over two lines", "original"],
)
def test_what_another_wrote_and_the_signature_are_cut_and_stay_in_the_text(
    below: str, reasons: list[str]
) -> None:
    """Another's words under this one's name would be put into the wrong mouth."""
    found = cut(documents.mail("\n\n".join(PARAGRAPHS) + f"\n\n{below}"))
    assert [reason for reason, _ in found] == reasons
    assert [text for _, text in found] == below.split("\n")


def test_what_is_quoted_is_kept_where_a_person_asks_for_it() -> None:
    data = documents.mail(
        "\n\n".join(PARAGRAPHS) + "\n\n> The harbour office has asked for it, he wrote to us."
    )
    asked = wishes.wishes(keep=["^> the harbour office"])
    article = pipeline.read("-", stdin=io.BytesIO(data), wishes=asked)
    assert (len(article.sentences), article.cuts) == (len(PARAGRAPHS) + 1, ())


def test_a_message_of_several_parts_is_read_once_and_attachments_are_named() -> None:
    kind = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"'
    part = "--b\nContent-Type: {}\n\n{}\n"
    text = (
        part.format("text/plain; charset=utf-8", BODY := "\n\n".join(PARAGRAPHS))
        + part.format("text/html", f"<p>{PARAGRAPHS[0]}</p>")
        + part.format(
            'application/pdf; name="=?utf-8?q?f=C3=A4hre.pdf?="\nContent-Disposition: attachment', "%PDF"
        )
        + "--b--"
    )
    loaded = read(documents.mail(text, headers=kind))
    assert loaded.raw.strip() == BODY
    assert loaded.notices == ("page: not read, attached to it: 'fähre.pdf'",)


def test_a_message_in_html_alone_is_read_as_a_page() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    loaded = read(
        documents.mail(f"<html><body>{body}</body></html>", headers="Content-Type: text/html; charset=utf-8")
    )
    assert loaded.raw == documents.BODY
    assert loaded.title == TITLE


def test_a_page_that_a_browser_saved_is_dated_by_the_page_and_not_by_the_saving() -> None:
    page = f'<html><head><meta property="og:title" content="Another title of it"></head><body><p>{PARAGRAPHS[0]}</p></body></html>'
    headers = "Snapshot-Content-Location: https://news.example/a\nContent-Type: text/html; charset=utf-8"
    loaded = read(documents.mail(page, headers=headers), "page.mhtml")
    assert (loaded.published, loaded.url, loaded.title) == (
        None,
        "https://news.example/a",
        "Another title of it",
    )


def test_a_mailbox_gives_each_message_and_asks_which_where_one_is_wanted(tmp_path: Path) -> None:
    one = b"From zoe@ellan.example Mon Mar 18 19:42:00 2031\n" + documents.mail(
        "The ferry stops.\n>From March on."
    )
    box = tmp_path / "news.mbox"
    box.write_bytes(
        one
        + b"\n"
        + one.replace(b"stops", b"sails")
        + b"\n"
        + one.replace(b"The ferry stops.", b"").replace(b">From March on.", b"")
    )
    found = [item for _, item in source.read_many([box])]
    assert [item.raw.strip() for item in found if isinstance(item, source.Loaded)] == [
        "The ferry stops.\nFrom March on.", "The ferry sails.\nFrom March on.",
    ]  # fmt: skip
    assert isinstance(found[2], SourceError)
    assert "news.mbox, message 3" in found[2].message
    with pytest.raises(SourceError, match="several articles") as caught:
        source.load(box)
    assert "batch" in str(caught.value.hint)


def _nested(depth: int) -> bytes:
    made = "Content-Type: text/plain\n\ndeep\n"
    for level in range(depth):
        made = f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n{made}\n--b{level}--\n"
    return b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n" + made.encode()


@pytest.mark.parametrize(
    "data",
    [
        _nested(250),
        _nested(3_000),
        documents.mail("x", headers="X-Long: " + "a;" * 1_000_000),
        documents.mail("x", headers='Content-Type: text/plain; charset="' + '";"' * 300_000),
        documents.mail("x", headers="Subject: " + "=?utf-8?q?a?= " * 100_000),
        documents.mail("x", headers="\n".join(f"X-{n}: y" for n in range(100_000))),
        documents.mail("x", headers="Content-Type: text/plain; charset=punycode") + b"-" + b"z" * 200_000,
    ],
    ids=["nested", "nested deeply", "long header", "many marks", "encoded", "many headers", "slow charset"],
)
def test_a_message_made_to_harm_ends_in_time(data: bytes) -> None:
    before = time.process_time()
    for one in documents.found(data):
        assert isinstance(one, source.Loaded | SourceError)
    assert time.process_time() - before < 3
