"""The guards themselves: what they refuse, and what they let through."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import platformdirs
import pytest

from tests import guards


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("localhost", True),
        (None, True),
        (b"127.0.0.1", True),
        ("192.0.2.1", False),
        ("0.0.0.0", False),
        ("example.org", False),
        ("127.0.0.1.example.org", False),
    ],
)
def test_loopback_is_told_from_everything_else(host: object, here: bool) -> None:
    assert guards.is_loopback(host) is here


def test_a_connection_to_another_machine_fails_the_test_and_not_the_code() -> None:
    """An OSError would be swallowed as a host that is down, and the test would pass."""
    with socket.socket() as wire, pytest.raises(pytest.fail.Exception, match="loopback only"):
        wire.connect(("192.0.2.1", 80))


def test_a_name_is_not_even_looked_up() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"example\.org"):
        socket.create_connection(("example.org", 80))


def test_a_name_that_cannot_exist_fails_to_resolve_as_everywhere() -> None:
    with pytest.raises(socket.gaierror):
        socket.create_connection(("nobody.invalid", 80))


def test_loopback_goes_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def test_no_key_no_endpoint_and_no_home_of_the_user_is_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A test that passes only with its author's configuration file is worth nothing."""
    assert not [name for name in os.environ if name.startswith(("OPENAI_", "SUMMARIZER_", "OLLAMA_"))]
    base = tmp_path_factory.getbasetemp()
    assert Path.home().is_relative_to(base)
    assert Path(platformdirs.user_config_dir("summarizer")).is_relative_to(base)
    assert Path(platformdirs.user_cache_dir("summarizer")).is_relative_to(base)
