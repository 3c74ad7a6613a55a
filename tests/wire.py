"""A chat endpoint on loopback that misbehaves on demand.

A `Wire` is a real HTTP server in a thread. Each request takes the next answer of its
script; the last one is repeated. An answer is a function of the request's JSON body, so
that an endpoint which refuses some parameter, and takes the request without it, is one
function too.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from summarizer.backends import chat
from summarizer.exchange import Message, Reply, Request, Sampling

JSON = "application/json"


@dataclass(frozen=True)
class Answer:
    """What goes back over the wire.

    `cut` announces the whole body and breaks the line after so many bytes; `stall` waits
    that many seconds before the first byte; `drip` between two bytes; `reset` closes
    without any answer.
    """

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    stall: float = 0.0
    drip: float = 0.0
    reset: bool = False

    def payload(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


Script = Callable[[dict[str, Any]], Answer]


def says(
    content: str | None = '{"ok": true}',
    finish: str | None = "stop",
    *,
    tokens: tuple[int, int] | None = (12, 5),
    **message: Any,
) -> Answer:
    """A chat completion."""
    body: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "served-name",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
    }
    if tokens is not None:
        body["usage"] = {
            "prompt_tokens": tokens[0],
            "completion_tokens": tokens[1],
            "total_tokens": sum(tokens),
        }
    return Answer(body=body)


def error(
    status: int,
    message: str,
    *,
    code: str | None = None,
    param: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """A refusal in OpenAI's form."""
    inner = {"message": message, "type": "invalid_request_error", "param": param, "code": code}
    return Answer(status, {"error": inner}, headers or {})


def unless(bad: Callable[[dict[str, Any]], bool], refusal: Answer, otherwise: Answer | None = None) -> Script:
    """Refuse each request that is `bad`, and answer every other."""
    return lambda body: refusal if bad(body) else otherwise or says()


class Wire:
    """The server; `url` is its base address, `seen` the bodies it was sent, `heads` their headers."""

    def __init__(self, *answers: Answer | Script) -> None:
        self._answers = list(answers) or [says()]
        self._given = 0
        self._lock = threading.Lock()
        self._over = threading.Event()
        self.seen: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.heads: list[dict[str, str]] = []
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Wire:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self, path: str, headers: Mapping[str, str], body: dict[str, Any]) -> Answer:
        with self._lock:
            self.paths.append(path)
            self.heads.append({name.lower(): value for name, value in headers.items()})
            self.seen.append(body)
            chosen = self._answers[min(self._given, len(self._answers) - 1)]
            self._given += 1
        return chosen if isinstance(chosen, Answer) else chosen(body)

    def wait(self, seconds: float) -> bool:
        """Sleep, but not beyond the end of the test; True when that has come."""
        return self._over.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # with the usual five, connections of a busy client are refused before anything can be answered
    request_queue_size = 512


SCHEMA = {
    "type": "object",
    "properties": {"ok": {"type": "boolean"}},
    "required": ["ok"],
    "additionalProperties": False,
}
KEY = "sk-test-not-a-real-key-0123456789"


def request(text: str = "[1] The harbour is closed.", **changes: Any) -> Request:
    made = {
        "prompt": "note@1",
        "model": "some-model",
        "messages": (Message("system", "Reply in JSON."), Message("user", text)),
        "sampling": Sampling(max_tokens=50, seed=7),
        "schema": SCHEMA,
    }
    return Request(**{**made, **changes})


class Waits(list[float]):
    """How long the client would have waited; it does not."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


def ask(
    wire: Wire, *requests: Request, waits: Waits | None = None, **options: Any
) -> tuple[list[Reply], chat.ChatBackend]:
    """Send requests one after the other through one client, and close it."""
    limits = {name: options.pop(name) for name in ("timeout", "deadline") if name in options}
    endpoint = chat.Endpoint(wire.url, options.pop("key", KEY), **limits)

    async def run() -> tuple[list[Reply], chat.ChatBackend]:
        backend = chat.ChatBackend("some-model", endpoint, **options)
        backend.pause = waits if waits is not None else Waits()
        try:
            return [await backend.complete(r) for r in requests or (request(),)], backend
        finally:
            await backend.close()

    return asyncio.run(run())


def one(*answers: Answer | Script, **options: Any) -> Reply:
    with Wire(*answers) as wire:
        return ask(wire, **options)[0][0]


HTML = "<!doctype html><html><head><title>Sign in to Wi-Fi</title></head><body>…</body></html>"


def _handler(wire: Wire) -> type[BaseHTTPRequestHandler]:
    class Handler(_Handler):
        pass

    Handler.wire = wire
    return Handler


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wire: Wire

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", 0))
        body = json.loads(self.rfile.read(length) or b"{}")
        self._answer(self.wire.take(self.path, self.headers, body))

    def do_GET(self) -> None:
        self._answer(self.wire.take(self.path, self.headers, {}))

    def _answer(self, answer: Answer) -> None:
        self.close_connection = True
        if answer.reset or (answer.stall and self.wire.wait(answer.stall)):
            return
        data = answer.payload()
        kind = JSON if not isinstance(answer.body, str) or answer.body[:1] in "{[" else "text/html"
        try:
            self.send_response(answer.status)
            for name, value in {"content-type": kind, **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(data)))
            self.send_header("connection", "close")
            self.end_headers()
            self._write(data[: answer.cut], answer.drip)
        except OSError:
            return  # the client has had enough, which some tests want

    def _write(self, data: bytes, drip: float) -> None:
        if not drip:
            self.wfile.write(data)
            return
        for byte in data:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if self.wire.wait(drip):
                return

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


def elapsed(started: float) -> float:
    """Seconds since `started` on the monotonic clock."""
    return time.monotonic() - started
