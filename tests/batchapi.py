"""A loopback endpoint that plays the batch interface of OpenAI: files, batches, and chat for one request."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests import playing

Fate = Callable[[int, list[dict[str, Any]]], str]
"""How a batch ends, by its number and its requests."""


def completed(number: int, requests: list[dict[str, Any]]) -> str:
    return "completed"


class Interface:
    """The endpoint. A batch ends as `fate` says: `expired` has answers to its first half only."""

    def __init__(self, fate: Fate = completed, doubted: float = 0.0) -> None:
        self.fate = fate
        self.script = playing.Playing(doubted=doubted)
        self.files: dict[str, bytes] = {}
        self.batches: list[dict[str, Any]] = []
        self.chats: list[dict[str, Any]] = []
        self.logins: set[str | None] = set()
        self.ended = False
        self.breaks_after_create = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"api": self}))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Interface:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def upload(self, raw: bytes) -> dict[str, Any]:
        found = re.search(rb'name="file".*?\r\n\r\n(.*?)\r\n--', raw, re.DOTALL)
        assert found is not None
        assert b'name="purpose"\r\n\r\nbatch' in raw
        return self.keep(found[1])

    def keep(self, data: bytes) -> dict[str, Any]:
        name = f"file-{len(self.files)}"
        self.files[name] = data
        return {
            "id": name,
            "object": "file",
            "bytes": len(data),
            "created_at": 1,
            "filename": "x.jsonl",
            "purpose": "batch",
            "status": "processed",
        }

    def create(self, asked: dict[str, Any]) -> dict[str, Any]:
        made = {
            "id": f"batch-{len(self.batches)}",
            "object": "batch",
            "created_at": 1,
            "status": "validating",
            **asked,
        }
        self.batches.append(made)
        return made

    def look(self, batch: dict[str, Any]) -> dict[str, Any]:
        if not self.ended or "request_counts" in batch:
            return batch
        requests = [json.loads(line) for line in self.files[batch["input_file_id"]].splitlines()]
        batch["status"] = self.fate(self.batches.index(batch), requests)
        answered = {"completed": len(requests), "expired": len(requests) // 2}.get(batch["status"], 0)
        good = [self.answer(request) for request in requests[:answered]]
        bad = [expired(request) for request in requests[answered:]] if batch["status"] == "expired" else []
        batch["request_counts"] = {"total": len(requests), "completed": len(good), "failed": len(bad)}
        if good:
            # the order of an output file is nobody's promise
            batch["output_file_id"] = self.keep(b"".join(reversed(good)))["id"]
        if bad:
            batch["error_file_id"] = self.keep(b"".join(bad))["id"]
        if batch["status"] == "failed":
            batch["errors"] = {"data": [{"code": "token_limit_exceeded", "message": "too many enqueued"}]}
        return batch

    def answer(self, request: dict[str, Any]) -> bytes:
        made = {
            "id": "1",
            "custom_id": request["custom_id"],
            "response": {"status_code": 200, "body": self.script(request["body"]).body},
            "error": None,
        }
        return json.dumps(made).encode() + b"\n"


def expired(request: dict[str, Any]) -> bytes:
    error = {
        "code": "batch_expired",
        "message": "This request could not be executed before the window ended.",
    }
    made = {"id": "1", "custom_id": request["custom_id"], "response": None, "error": error}
    return json.dumps(made).encode() + b"\n"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    api: Interface

    def do_POST(self) -> None:
        self.api.logins.add(self.headers.get("authorization"))
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        if self.path == "/v1/files":
            return self._send(self.api.upload(raw))
        body = json.loads(raw)
        if self.path == "/v1/batches":
            made = self.api.create(body)
            if self.api.breaks_after_create:
                self.close_connection = True
                return None
            return self._send(made)
        self.api.chats.append(body)
        return self._send(self.api.script(body).body)

    def do_GET(self) -> None:
        self.api.logins.add(self.headers.get("authorization"))
        path = self.path.partition("?")[0]
        if path == "/v1/batches":
            return self._send({"object": "list", "data": self.api.batches, "has_more": False})
        if path.endswith("/content"):
            return self._write(self.api.files[path.split("/")[3]])
        found = [batch for batch in self.api.batches if batch["id"] == path.rpartition("/")[2]]
        return self._send(self.api.look(found[0]))

    def _send(self, data: dict[str, Any]) -> None:
        self._write(json.dumps(data).encode())

    def _write(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""
