"""One HTTP exchange at a time, over connections that are checked, bounded in time and in size."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import httpcore2
import httpx2

_CHUNK = 64 * 1024
_ONE_CONNECT = 8.0
"""Seconds for one of several addresses, so that a dead one does not use up the time of the others."""


class TooLarge(Exception):
    """More bytes than were asked for, as sent or unpacked."""


class Broken(Exception):
    """The body ended early, or cannot be unpacked; its text says which."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers by lower-case name, and the body, unpacked; empty unless the status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Clock:
    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, wanted: float | None = None) -> float:
        """Seconds that remain; raises when there are none, for 0 would mean to wait for ever."""
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise httpcore2.ReadTimeout("the time is up")
        return rest if wanted is None else min(rest, wanted)


class _Stream(httpcore2.NetworkStream):
    """A connection each of whose waits ends with the whole fetch, however slowly bytes drip."""

    def __init__(self, inner: httpcore2.NetworkStream, clock: _Clock) -> None:
        self._inner = inner
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = self._clock.left(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._clock)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        return self._inner.get_extra_info(info)


class _Dialler(httpcore2.NetworkBackend):
    """Connects to the very addresses that were checked; the name is never resolved a second time."""

    def __init__(self, addresses: Addresses, clock: _Clock) -> None:
        self._addresses = addresses
        self._clock = clock
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        checked = self._addresses(host, port, self._clock.left())
        *others, last = checked
        for address in others:
            try:
                return self._open(address, port, _ONE_CONNECT)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._open(last, port, None)

    def _open(self, address: str, port: int, most: float | None) -> httpcore2.NetworkStream:
        return _Stream(self._inner.connect_tcp(address, port, self._clock.left(most)), self._clock)


Addresses = Callable[[str, int, float], tuple[str, ...]]
"""Host, port and seconds to addresses that may be connected to."""


class Session:
    """Requests within one span of time; no cookies, no proxies, no credentials, nothing kept.

    Errors are httpcore2's, TooLarge, Broken, and those of `addresses`.
    """

    def __init__(self, addresses: Addresses, seconds: float, agent: str) -> None:
        self._clock = _Clock(seconds)
        self._pool = httpcore2.ConnectionPool(
            network_backend=_Dialler(addresses, self._clock), max_connections=4, retries=0
        )
        self._agent = agent

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def get(self, url: httpx2.URL, largest: int, *, clip: bool = False) -> Answer:
        """Ask for a page; a body of more than `largest` bytes is an error, or clipped."""
        headers = [
            (b"Host", url.netloc),
            (b"User-Agent", self._agent.encode("ascii")),
            (b"Accept", b"text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"),
            (b"Accept-Encoding", b"gzip"),
        ]
        asked = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with self._pool.stream("GET", asked, headers=headers) as reply:
            named = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in reply.headers}
            body = b""
            if reply.status == 200:
                chunks = _unpacked(_counted(reply.iter_stream(), named, largest, clip), named, largest)
                body = _joined(chunks, largest, clip)
            return Answer(reply.status, named, body)


def _counted(
    chunks: Iterable[bytes], headers: Mapping[str, str], largest: int, clip: bool
) -> Iterator[bytes]:
    told = headers.get("content-length", "")
    if not clip and told.isdecimal() and len(told) < 20 and int(told) > largest:
        raise TooLarge
    yield from chunks


def _joined(chunks: Iterable[bytes], largest: int, clip: bool) -> bytes:
    made = bytearray()
    for chunk in chunks:
        made += chunk
        if len(made) > largest:
            if clip:
                return bytes(made[:largest])
            raise TooLarge
    return bytes(made)


def _unpacked(chunks: Iterable[bytes], headers: Mapping[str, str], largest: int) -> Iterator[bytes]:
    """Unpack in small steps, so that a bomb is seen before it has gone off."""
    coding = headers.get("content-encoding", "identity").strip().lower()
    if coding in ("identity", ""):
        yield from chunks
        return
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise Broken(f"it came packed as {coding[:40]!r}, which was not asked for")
    machine = zlib.decompressobj(wbits=zlib.MAX_WBITS if coding == "deflate" else 16 + zlib.MAX_WBITS)
    packed = 0
    for chunk in chunks:
        packed += len(chunk)
        if packed > largest:
            raise TooLarge
        yield from _inflated(machine, chunk)
    yield from _inflated(machine, b"")
    if packed and not machine.eof:
        raise Broken("it broke off")


def _inflated(machine: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    while not machine.eof:
        try:
            more = machine.decompress(chunk, _CHUNK)
        except zlib.error as error:
            raise Broken("it cannot be unpacked") from error
        chunk = machine.unconsumed_tail
        yield more
        if not chunk and len(more) < _CHUNK:
            break
