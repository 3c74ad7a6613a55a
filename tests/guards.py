"""No test reaches the network or the settings of whoever runs it; production code has no switch for this."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

# What a test must not see of its surroundings: keys, endpoints and choices, proxies, colours.
_PREFIXES = ("OPENAI_", "SUMMARIZER_", "OLLAMA_", "XDG_")
_NAMES = frozenset(
    "NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS LINES".split()
    + "HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY".split()
)


def is_loopback(host: object) -> bool:
    """Say whether `host` is this machine; None and "" stand for it too."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host == "" or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every address but loopback.

    The refusal is a failure of the test and no OSError, so that no code under test can
    take it for a host that is down. Names under `.invalid` do not resolve, as for
    everybody: a test may use them for a host that does not exist.
    """
    resolve = socket.getaddrinfo

    def refuse(what: object) -> None:
        pytest.fail(f"a test asked for {what!r}; tests may reach loopback only", pytrace=True)

    def resolved(host: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(host, str) and host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if not is_loopback(host):
            refuse(host)
        return resolve(host, *args, **kwargs)

    def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
                refuse(address)
            return method(self, address)

        return call

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Take away the user's variables, and put home, configuration and cache where nothing is."""
    for name in list(os.environ):
        if name.upper().startswith(_PREFIXES) or name.upper() in _NAMES:
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "CACHE", "DATA", "STATE", "RUNTIME"):
        monkeypatch.setenv(f"XDG_{name}_{'DIR' if name == 'RUNTIME' else 'HOME'}", str(home / name.lower()))


@pytest.fixture(autouse=True)
def _same_directory() -> Iterator[None]:
    """Bring back the working directory that a test changed."""
    before = Path.cwd()
    yield
    os.chdir(before)
