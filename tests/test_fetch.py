"""Pages by their address: what arrives, and what a site can do that must not hurt."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import summarizer
from summarizer import source
from summarizer.errors import OutputError, SourceError, UsageError
from summarizer.source import fetch
from tests.site import OPEN, PAGE, Back, Site, to

TEXT = {"Content-Type": "text/plain"}
STORY = b"The island council voted on Monday to keep its only ferry.\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({"/page": Back()}) as made:
        yield made


def test_a_page_is_read_and_the_article_knows_where_it_came_from(site: Site) -> None:
    site.pages["/old"] = to("/page?from=old#top", 301)
    site.pages["/page?from=old"] = Back()
    article = summarizer.read(site.url("/old", "news.example"), access=OPEN)
    assert article.url == article.name == site.url("/page?from=old", "news.example")
    assert (article.title, article.site) == ("Ferry to stay", "news.example")
    assert "Ida Lund" in article.body
    note = summarizer.summarize(article, model="extractive")
    assert note.article.url == article.url


def test_nothing_but_the_question_is_sent(site: Site) -> None:
    """A cookie or a key that is never sent cannot leak, to whatever host a redirect names."""
    site.pages["/start"] = Back(302, b"", {"Location": "/page", "Set-Cookie": "who=you"})
    fetch.fetch(site.url("/start", "news.example"), OPEN)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/start", "/page"]
    for _, headers in site.asked:
        assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}
        assert headers["host"] == f"news.example:{site.port}"
        assert headers["user-agent"].startswith("summarizer/")


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"/page": to("/b"), "/b": to("/page")}, "in a circle"),
        ({"/page": to("/page")}, "in a circle"),
        ({"/page": to("/0"), **{f"/{k}": to(f"/{k + 1}") for k in range(12)}}, "more than 8 times"),
        ({"/page": Back(302, b"", {})}, "does not say where to"),
        ({"/page": to("file:///etc/passwd")}, "begins with 'file'"),
        ({"/page": to("http://ann:test-word@127.0.0.1/")}, "holds a name or a password"),
        ({"/page": to("http://[:::/")}, "cannot be read"),
        ({"/page": to("/" + "x" * 5_000)}, "longer than 4,000"),
    ],
)
def test_a_redirect_that_leads_nowhere_good_ends_the_fetch(pages: dict[str, Back], said: str) -> None:
    with Site(pages) as site, pytest.raises(SourceError, match=said) as caught:
        fetch.fetch(site.url(), OPEN)
    assert "test-word" not in str(caught.value)


def test_a_redirect_to_another_site_is_said(site: Site) -> None:
    site.pages["/short"] = to(site.url("/page", "paper.example"))
    page = fetch.fetch(site.url("/short", "short.example"), OPEN)
    assert page.host == "paper.example"
    assert page.notices == (f"{site.url('/short', 'short.example')} led to {page.url}",)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://news.example/a", "begins with 'ftp'"),
        ("FILE:///etc/passwd", "begins with 'file'"),
        ("http://ann:test-word@news.example/", "holds a name or a password"),
        ("http:///a", "names no host"),
        ("http://news.example:99999/", "cannot be read"),
        ("http://" + "a" * 5_000, "longer than 4,000"),
        ("http://127.0.0.1/", "is this machine"),
        ("http://[::1]/", "is this machine"),
        ("http://nobody.invalid/", "has no address"),
    ],
)
def test_an_address_that_is_none_is_refused_in_one_line(address: str, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        summarizer.read(address)
    assert "\n" not in caught.value.message
    assert "test-word" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "password"),
        (402, "paid"),
        (403, "403 Forbidden"),
        (404, "no such page"),
        (410, "taken it away"),
        (418, "gave no page"),
        (429, "too often"),
        (451, "legal reasons"),
        (500, "trouble of its own"),
        (503, "503 Service Unavailable"),
        (599, "599"),
        (204, "gave no page"),
    ],
)
def test_an_answer_that_is_no_page_says_what_to_try(site: Site, status: int, said: str) -> None:
    """The page that comes with a refusal is never taken for the article."""
    site.pages["/page"] = Back(status, b"" if status == 204 else PAGE.encode())
    with pytest.raises(SourceError, match=said) as caught:
        fetch.fetch(site.url(), OPEN)
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_a_site_that_says_when_is_quoted(site: Site) -> None:
    site.pages["/page"] = Back(429, b"", {"Retry-After": "120"})
    with pytest.raises(SourceError, match="try again in 120 s"):
        fetch.fetch(site.url(), OPEN)


@pytest.mark.parametrize(
    "back",
    [
        Back(body=b"x", length=60_000_000, short=1),
        Back(body=b"a word " * 30_000),
        Back(body=gzip.compress(b"\0" * 30_000_000), headers={"Content-Encoding": "gzip"}),
        Back(
            body=gzip.compress(gzip.compress(b"\0" * 90_000_000)), headers={"Content-Encoding": "gzip, gzip"}
        ),
    ],
    ids=["as announced", "as sent", "as unpacked", "packed twice"],
)
def test_what_is_too_large_is_not_taken_in(site: Site, back: Back, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 100_000)
    site.pages["/page"] = back
    with pytest.raises(SourceError, match=r"larger than|not asked for"):
        fetch.fetch(site.url(), OPEN)


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (Back(short=100), "did not come whole"),
        (Back(body=gzip.compress(PAGE.encode())[:-30], headers={"Content-Encoding": "gzip"}), "broke off"),
        (Back(body=b"no gzip at all", headers={"Content-Encoding": "gzip"}), "cannot be unpacked"),
        (Back(body=b"x", headers={"Content-Encoding": "br"}), "not asked for"),
        (Back(headers={"X-Long": "y" * 200_000}), "did not come whole"),
    ],
    ids=["cut", "cut gzip", "no gzip", "another packing", "headers without end"],
)
def test_half_a_page_is_not_taken_for_a_whole_one(site: Site, back: Back, said: str) -> None:
    site.pages["/page"] = back
    with pytest.raises(SourceError, match=said):
        fetch.fetch(site.url(), OPEN)


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.pages["/page"] = Back(
        body=gzip.compress(PAGE.encode() * 2_000), headers={"Content-Encoding": "gzip"}
    )
    assert fetch.fetch(site.url(), OPEN).data == PAGE.encode() * 2_000


def test_a_page_that_drips_ends_with_the_time_given(site: Site) -> None:
    """Each byte comes before any single wait is over; only the clock of the whole fetch ends it."""
    site.pages["/page"] = Back(drip=0.05)
    started = time.monotonic()
    with pytest.raises(SourceError, match=r"within 0\.4 s"):
        fetch.fetch(site.url(), replace(OPEN, seconds=0.4))
    assert time.monotonic() - started < 1.5


def test_headers_that_drip_end_with_the_time_given() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            wire, _ = server.accept()
            with wire:
                try:
                    for byte in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1_000:
                        wire.sendall(bytes([byte]))
                        time.sleep(0.02)
                except OSError:
                    return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        with pytest.raises(SourceError, match=r"within 0\.3 s"):
            fetch.fetch(f"http://127.0.0.1:{server.getsockname()[1]}/", replace(OPEN, seconds=0.3))
        thread.join(2)


@pytest.mark.parametrize(
    ("header", "body", "found"),
    [
        ("text/plain; charset=windows-1251", "Паром останется.".encode("windows-1251"), "Паром"),
        ("text/plain; charset=iso-8859-1", "“Bleibt”, sagte Ännchen.".encode("windows-1252"), "“Bleibt”"),
        ("text/plain; charset=windows-1251", "Паром останется.".encode(), "Паром"),
        ("text/plain; charset=utf-8", "Die Fähre bleibt, sagte Müller.".encode("latin-1"), "Fähre"),
        ("text/plain; charset=iso-2022-jp", "船は残る。".encode("iso-2022-jp"), "船は残る"),
        ("text/plain; charset=utf-16", b"The ferry stays here.", "The ferry stays"),
        ("text/plain; charset=punycode", "Die Fähre bleibt da.".encode("latin-1"), "Fähre"),
        ("text/html; charset=shift_jis", "<p>船は残る。".encode("shift_jis"), "船は残る"),
        ('text/html; charset="windows-1251"', "<p>Паром останется.".encode("windows-1251"), "Паром"),
    ],
)
def test_the_charset_of_the_header_is_believed_where_the_bytes_do_not_speak_against_it(
    site: Site, header: str, body: bytes, found: str
) -> None:
    site.pages["/page"] = Back(body=body, headers={"Content-Type": header})
    assert found in source.load(site.url(), access=OPEN).raw


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("text/html", b"%PDF-1.7 and so on", "PDF"),
        ("text/html", b"\x89PNG\r\n\x1a\n....", "PNG"),
        ("text/html", b"", "is empty"),
    ],
)
def test_what_a_page_is_shows_in_its_bytes_not_in_its_header(
    site: Site, kind: str, body: bytes, said: str
) -> None:
    site.pages["/page"] = Back(body=body, headers={"Content-Type": kind})
    with pytest.raises(SourceError, match=said):
        summarizer.read(site.url(), access=OPEN)


def test_a_page_without_its_outer_tags_is_still_a_page(site: Site) -> None:
    site.pages["/page"] = Back(body=b"<div><p>Seen.</p><p hidden>Unseen.</p></div>")
    assert source.load(site.url(), access=OPEN).raw == "Seen."


def test_robots_txt_is_asked_and_heeded_before_the_page_is(site: Site) -> None:
    site.pages["/robots.txt"] = Back(body=b"User-agent: *\nDisallow: /page\n", headers=TEXT)
    with pytest.raises(SourceError, match=r"robots\.txt asks programs not to fetch it") as caught:
        fetch.fetch(site.url(), OPEN)
    assert "--ignore-robots" in str(caught.value)
    assert site.paths() == []
    assert fetch.fetch(site.url(), replace(OPEN, ignore_robots=True)).data == PAGE.encode()


def test_robots_txt_closes_a_page_that_a_redirect_leads_to(site: Site) -> None:
    site.pages |= {
        "/robots.txt": Back(body=b"User-agent: *\nDisallow: /page\n", headers=TEXT),
        "/open": to("/page"),
    }
    with pytest.raises(SourceError, match=r"robots\.txt"):
        fetch.fetch(site.url("/open"), OPEN)
    assert site.paths() == ["/open"]


def test_a_robots_txt_that_cannot_be_had_is_said_and_no_hindrance(site: Site) -> None:
    site.pages["/robots.txt"] = Back(503, b"")
    assert "could not be read (503)" in fetch.fetch(site.url(), OPEN).notices[0]


def test_the_bytes_are_kept_as_they_came_and_nothing_is_overwritten(site: Site, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    summarizer.read(site.url(), access=replace(OPEN, save=place))
    assert place.read_bytes() == PAGE.encode()
    place.write_bytes(b"mine")
    asked = len(site.asked)
    with pytest.raises(OutputError, match="there already"):
        summarizer.read(site.url(), access=replace(OPEN, save=place))
    assert place.read_bytes() == b"mine"
    assert len(site.asked) == asked


def test_a_place_that_cannot_be_written_is_an_error(site: Site, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        fetch.fetch(site.url(), replace(OPEN, save=tmp_path / "none" / "page.html"))


def test_only_what_was_fetched_can_be_saved(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no address"):
        source.load("page.txt", access=replace(OPEN, save=tmp_path / "copy"))


def test_a_site_that_does_not_answer_is_said_to_be_out_of_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(SourceError, match="cannot be reached: Connection refused"):
        fetch.fetch(f"http://127.0.0.1:{port}/", OPEN)
