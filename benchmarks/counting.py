"""A proxy before an endpoint that adds up the tokens it reports; for `benchmarks/tokens.py`."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "bench"
PATIENCE = 3600


@dataclass
class Count:
    """What the server has reported since the last look; `capped` answers ended at the cap."""

    input: int = 0
    output: int = 0
    requests: int = 0
    capped: int = 0
    refused: int = 0


class Proxy:
    """Hand requests on to the server, no answer longer than `cap`, and count."""

    def __init__(self, upstream: str, cap: int, more: dict[str, Any]) -> None:
        self.count = Count()
        self._cap, self._more = cap, more
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                status, answer = proxy.hand_on(upstream + self.path.removeprefix("/v1"), body)
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
                """Stay silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where to send requests."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def hand_on(self, url: str, raw: bytes) -> tuple[int, bytes]:
        """Give the server's status and answer."""
        body = json.loads(raw)
        named = [body.pop(name) for name in ("max_tokens", "max_completion_tokens") if name in body]
        body |= {"max_tokens": min([self._cap, *named]), **self._more}
        headers = {"content-type": "application/json", "authorization": f"Bearer {KEY}"}
        sent = urllib.request.Request(url, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(sent, timeout=PATIENCE) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            with self._lock:
                self.count.refused += 1
            return error.code, error.read()
        data = json.loads(text)
        usage = data["usage"]
        with self._lock:
            self.count.input += usage["prompt_tokens"]
            self.count.output += usage["completion_tokens"]
            self.count.requests += 1
            self.count.capped += data["choices"][0]["finish_reason"] == "length"
        return 200, text

    def take(self) -> Count:
        """Give the count and begin anew."""
        with self._lock:
            counted, self.count = self.count, Count()
        return counted
