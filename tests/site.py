"""A web site on loopback that misbehaves on demand.

A `Site` is a real HTTP server in a thread: a table of paths, each with what goes back. What was
asked of it is kept, headers and all.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

from summarizer.source.fetch import Access

PAGE = (
    "<!doctype html><html><head><title>Ferry to stay</title></head><body><article><h1>Ferry to stay</h1>"
    "<p>The island council of Norrskar voted on Monday to keep its only ferry, mayor Ida Lund said.</p>"
    "<p>“We cannot live without it,” Lund told the meeting, which lasted three hours.</p>"
    "</article></body></html>"
)


@dataclass(frozen=True)
class Back:
    """What goes back: `short` breaks off after so many bytes, `drip` waits between two bytes."""

    status: int = 200
    body: bytes = PAGE.encode()
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    short: int | None = None
    drip: float = 0.0
    length: int | None = None


def to(place: str, status: int = 302) -> Back:
    """A redirect."""
    return Back(status, b"", {"Location": place})


class Site:
    """Serve `pages` while the context lasts; without a robots.txt among them there is none."""

    def __init__(self, pages: Mapping[str, Back]) -> None:
        self.pages = dict(pages)
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                site.answer(self, site.pages.get(self.path, Back(404, b"gone")))

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def url(self, path: str = "/page", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def answer(self, handler: BaseHTTPRequestHandler, back: Back) -> None:
        handler.send_response(back.status)
        for key, value in back.headers.items():
            handler.send_header(key, value)
        handler.send_header("Content-Length", str(len(back.body) if back.length is None else back.length))
        try:
            handler.end_headers()
            body = back.body if back.short is None else back.body[: back.short]
            if not back.drip:
                handler.wfile.write(body)
                return
            for k in range(len(body)):
                handler.wfile.write(body[k : k + 1])
                handler.wfile.flush()
                time.sleep(back.drip)
        except OSError:
            return

    def __enter__(self) -> Site:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def here(host: str, port: int) -> tuple[str, ...]:
    """A resolver for which every name is this machine."""
    return ("127.0.0.1",)


OPEN = Access(allow_private=True, seconds=5.0, resolve=here)
"""What `--allow-private` gives, with names that need no resolver."""
