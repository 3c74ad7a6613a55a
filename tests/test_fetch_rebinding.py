"""Names that change where they lead to, and redirects into the house."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.errors import SourceError
from summarizer.source import fetch
from summarizer.source.fetch import Access
from tests.site import OPEN, PAGE, Back, Site, to

PUBLIC = "8.8.8.8"


class Names:
    """A resolver under somebody else's control: each question takes the next answer, the last repeats."""

    def __init__(self, **answers: Sequence[str]) -> None:
        self._left = {name: list(given) for name, given in answers.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self._left[host.partition(".")[0]]
        return (answers.pop(0) if len(answers) > 1 else answers[0],)


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that were connected to; a public one leads to loopback here, where the site is."""
    made: list[str] = []
    connect = socket.create_connection

    def instead(address: tuple[str, int], *args: Any, **named: Any) -> socket.socket:
        made.append(address[0])
        return connect(("127.0.0.1", address[1]), *args, **named)

    monkeypatch.setattr(socket, "create_connection", instead)
    return made


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(dialled: list[str]) -> None:
    """A name that is public when asked and private when connected to is resolved once only."""
    names = Names(news=(PUBLIC, "127.0.0.1"))
    with Site({"/page": Back()}) as site:
        page = fetch.fetch(
            site.url(host="news.example"), Access(resolve=names, ignore_robots=True, seconds=5)
        )
    assert page.data == PAGE.encode()
    assert names.asked == ["news.example"]
    assert dialled == [PUBLIC]


def test_a_name_that_turns_private_between_two_requests_is_refused(dialled: list[str]) -> None:
    """The connection for robots.txt ended, as HTTP/1.0 has it; the next one is looked up and checked anew."""
    names = Names(news=(PUBLIC, "10.0.0.1"))
    with Site({"/page": Back()}) as site, pytest.raises(SourceError, match=r"leads to 10\.0\.0\.1"):
        fetch.fetch(site.url(host="news.example"), Access(resolve=names, seconds=5))
    assert dialled == [PUBLIC]
    assert site.paths() == []


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1:{port}/secret",
        "http://[::1]:{port}/secret",
        "http://inside.example:{port}/secret",
        "//inside.example:{port}/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/latest/",
        "http://[64:ff9b::10.0.0.1]/",
    ],
)
@pytest.mark.parametrize("of", ["/page", "/robots.txt"])
def test_a_redirect_into_the_house_is_refused(dialled: list[str], place: str, of: str) -> None:
    names = Names(news=(PUBLIC,), inside=("192.168.1.1",))

    def resolve(host: str, port: int) -> Sequence[str]:
        return names(host, port) if host.endswith(".example") else (host,)

    with Site({"/page": Back(), "/secret": Back()}) as site:
        site.pages[of] = to(place.format(port=site.port))
        with pytest.raises(SourceError, match="only public addresses are fetched"):
            fetch.fetch(site.url(host="news.example"), Access(resolve=resolve, seconds=5))
    assert "/secret" not in site.paths()
    assert set(dialled) == {PUBLIC}


def test_a_dead_address_gives_way_to_the_next() -> None:
    with Site({"/page": Back()}) as site:
        both = Access(allow_private=True, seconds=5, resolve=lambda *_: ("::1", "127.0.0.1"))
        assert fetch.fetch(site.url(host="news.example"), both).data == PAGE.encode()


def test_over_tls_the_name_is_asked_for_and_not_the_address() -> None:
    """Connecting to a checked address must not cost the certificate check: that goes by the name."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            wire, _ = server.accept()
            with wire:
                heard.append(wire.recv(4096))
                wire.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        with pytest.raises(SourceError, match=r"no safe connection to 'news\.example'") as caught:
            fetch.fetch(f"https://news.example:{server.getsockname()[1]}/", OPEN)
        thread.join(2)
    assert b"news.example" in heard[0]
    assert "\n" not in caught.value.message


def test_a_name_is_not_looked_up_by_anybody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the environment comes between: it would look the name up again, unchecked."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with Site({"/page": Back()}) as site:
        assert fetch.fetch(site.url(host="news.example"), OPEN).data == PAGE.encode()
