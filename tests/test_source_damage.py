"""Text that was damaged on its way here, and pages that stand where an article should: each is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from summarizer import source
from summarizer.cli import program
from summarizer.errors import SourceError
from summarizer.source import mojibake
from tests import documents

TEXT = "“We’ll not sail,” Zoë Crane told the café’s owners – nor will the others…\nThe vote was 5 to 3.\n"


def broken(text: str, wrongly: str = "cp1252") -> str:
    """UTF-8 read as something else, the bytes that are nothing there kept as browsers keep them."""
    return "".join(
        bytes([byte]).decode(wrongly, "ignore") or chr(byte) if byte > 127 else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    "write",
    [lambda text: text, lambda text: json.dumps({"text": text, "title": text[:40]})],
    ids=["text", "json"],
)
def test_text_that_was_decoded_wrongly_is_repaired_and_that_is_said(write: object) -> None:
    loaded = source.decode(write(broken(TEXT)).encode(), "page")  # type: ignore[operator]
    assert loaded.raw.strip() == TEXT.strip()
    assert len(loaded.notices) == 1
    assert "decoded wrongly" in loaded.notices[0]
    assert loaded.title is None or loaded.title.startswith("“We’ll not sail,” Zoë")


def test_spans_and_metadata_survive_the_repair() -> None:
    page = f"<!doctype html><html><body><h1>A ferry</h1><p>{broken(documents.PARAGRAPHS[1])}</p><p>{documents.PARAGRAPHS[2]}</p></body></html>"
    loaded = source.decode(page.encode(), "page")
    assert set(loaded.hints) == {loaded.raw.index(text) for text in ("A ferry", *documents.PARAGRAPHS[1:3])}


@pytest.mark.parametrize(
    "text",
    [
        "“NAÇÃO E PAIXÃ” foi o título, e “MAÇÃ” o outro – disse o ministro da República.",
        "SÃO PAULO – A reunião começa às 9h; o preço é de R$ 5 e a temperatura de 5°.",
        "Đặng Xuân Ã” là một tên hiếm, ông nói hôm thứ Hai tại Hà Nội – “không sai”.",
        "ÂNGELA disse: «É assim»; A-t-il dit « à la carte » ? Oui, bien sûr, l’été.",
        "Привет, мир. «Сёстры» – это Рёбра и Вёдра, сказал он в понедельник утром.",
        "The word café once printed as “cafÃ©” in our report – we’re sorry, the editor wrote.",
        "ØÙ and Å, Ä: letters of the north… “Å®” stands on the cap; the price is £5 or €6.",
    ],
)
def test_text_that_is_right_is_not_repaired(text: str) -> None:
    """Capitals with accents before a closing mark look like damage, one at a time; three of them do not."""
    loaded = source.decode(text.encode(), "page")
    assert (loaded.raw, loaded.notices) == (text, ())


@settings(deadline=None)
@given(st.text(alphabet="ÂÃâéü“”’–…€°®aßÅ \n", max_size=60))
def test_a_repair_keeps_every_plain_character(text: str) -> None:
    """Only what is not ASCII is touched, whatever is found."""
    loaded = mojibake.repaired(source.Loaded(raw=text, name="page", notices=()))
    assert loaded.raw.count("a") >= text.count("a")
    assert loaded.raw.count("\n") == text.count("\n")
    assert (loaded.raw == text) == (loaded.notices == ())


def test_two_encodings_in_one_file_are_read_each_in_its_own_and_that_is_said() -> None:
    """Somebody pasted a saved mail below a saved page."""
    later = "It’s the café’s fault, “he” said – again, and the council of Port Ellan agreed on Monday.\n"
    loaded = source.decode(TEXT.encode() * 3 + later.encode("cp1252"), "page")
    assert loaded.raw == TEXT * 3 + later
    assert "6 bytes" in loaded.notices[0]
    other = source.decode(later.encode("cp1252") * 9 + "Zoë’s – again.".encode(), "page")
    assert other.raw == later * 9 + "Zoë’s – again."
    assert len(other.notices) == 2


def page(*lines: str, title: str = "The Elland Courier") -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!doctype html><html><head><title>{title}</title></head><body><nav>Home News Sport</nav>{body}</body></html>".encode()


BANNER = "We and our 842 partners use cookies to store personal data such as your address on a device."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            page("Page not found", "Sorry, we looked for it everywhere in the archive and did not find it."),
            "is an error page",
        ),
        (
            page(
                "404", "The link you followed may be old, or the page may have been moved to another place."
            ),
            "is an error page",
        ),
        (
            page(
                "Access Denied", "You don't have permission to access this page on this server at the moment."
            ),
            "is an error page",
        ),
        (
            page(
                "Just a moment...",
                "Enable JavaScript and cookies in your browser so that you can continue here.",
            ),
            "is an error page",
        ),
        (
            page(
                BANNER,
                "You can change your privacy settings at any time by clicking on the link below.",
                "Accept all",
            ),
            "about cookies",
        ),
        (
            page(
                "The council of Port Ellan voted on Monday.",
                "Subscribe to continue reading",
                "Already a subscriber? Log in",
            ),
            "an offer to subscribe",
        ),
        (page("Home", "Sport", "Weather"), "no article"),
    ],
    ids="404 number denied check consent paywall menus".split(),
)
def test_a_page_that_stands_where_an_article_should_is_one_line_and_status_3(
    data: bytes, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    shown = CliRunner().invoke(program.app, ["clean", str(path)])
    assert (shown.exit_code, shown.stdout) == (3, "")
    assert told in shown.stderr
    assert shown.stderr.count("\n") == 2


def test_the_beginning_of_an_article_behind_a_paywall_is_read_and_that_is_said() -> None:
    """A summary of two paragraphs reads like one of the whole, so its reader has to know."""
    loaded = source.decode(page(*documents.PARAGRAPHS, "Subscribe to continue reading this article"), "page")
    assert documents.BODY in loaded.raw
    assert loaded.notices == (
        "page may be only the beginning of the article, for the page says 'Subscribe to continue reading this article'",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("Register to read this article in our app", *documents.PARAGRAPHS * 4),
        ("Error 404 is a number that everybody knows", *documents.PARAGRAPHS),
        (*documents.PARAGRAPHS * 3, BANNER, "Page not found"),
        (
            "Sites must ask before they set cookies, the court of Verrany ruled on Monday.",
            *documents.PARAGRAPHS,
        ),
    ],
    ids=["banner above", "about errors", "consent below", "about cookies"],
)
def test_an_article_is_not_taken_for_a_wall(lines: tuple[str, ...]) -> None:
    loaded = source.decode(page(*lines), "page")
    assert loaded.notices == ()


def test_a_short_text_is_no_wall_by_its_size() -> None:
    with pytest.raises(SourceError, match="error page"):
        source.decode(b"404 Not Found\n\nnginx\n", "page.txt")
    assert source.decode(b"The council met on Monday and found nothing.\n", "page.txt").notices == ()
