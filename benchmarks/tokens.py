"""Tokens an article, in and out, as the server counts them: our prompt, one that copies quotations, LangExtract.

python benchmarks/tokens.py ARTICLE... --gguf MODEL.gguf [--peers PYTHON] [--context 8192]

All three ask one model for the same things (summary, claims with speakers, positions) through one server of llama.cpp.
A proxy stands before it and adds up the `usage` of every answer, second questions included. PYTHON is the
interpreter of an environment with langextract (see `benchmarks/batch_peer.py`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import threading
import urllib.request
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from summarizer import pipeline, read
from summarizer.article import Article
from summarizer.backends import llama
from summarizer.settings import Settings

HERE = Path(__file__).resolve().parent
KEY = "bench"
COPYING = """Summarize the article. Reply with one JSON object: "summary", a list of at most 4 objects with "text"
and "quotes"; "claims", at most 6 with "text", "speaker" and "quotes"; "positions", at most 6 with "holder", "issue",
"stance", "text" and "quotes". "quotes" lists the sentences of the article that bear the item out, copied letter
by letter."""


@dataclass
class Count:
    """What the server has reported since the last look."""

    input: int = 0
    output: int = 0
    requests: int = 0


class Proxy:
    """Hand requests on to the server, and count."""

    def __init__(self, upstream: str) -> None:
        self.count = Count()
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                status, answer = proxy.hand_on(upstream + self.path, body)
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

    def hand_on(self, url: str, body: bytes) -> tuple[int, bytes]:
        """Give the server's status and answer."""
        headers = {"content-type": "application/json", "authorization": f"Bearer {KEY}"}
        try:
            with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=3600) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        usage = json.loads(text).get("usage", {})
        with self._lock:
            self.count.input += usage.get("prompt_tokens", 0)
            self.count.output += usage.get("completion_tokens", 0)
            self.count.requests += 1
        return 200, text

    def take(self) -> Count:
        """Give the count and begin anew."""
        with self._lock:
            counted, self.count = self.count, Count()
        return counted


def ours(articles: list[Article], url: str) -> None:
    chosen = Settings(model="openai:bench", base_url=url, api_key=KEY, timeout=3600, deadline=36_000)
    for article in articles:
        pipeline.summarize(article, settings=chosen)


def copying(articles: list[Article], url: str) -> None:
    """The same fields, with the sentences themselves in the place of their numbers."""
    quotes = {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 4}
    text = {"type": "string"}
    schema = _object(
        summary=_list({"text": text, "quotes": quotes}, 4),
        claims=_list({"text": text, "speaker": {"type": ["string", "null"]}, "quotes": quotes}, 6),
        positions=_list({"holder": text, "issue": text, "stance": text, "text": text, "quotes": quotes}, 6),
    )
    for article in articles:
        body = {
            "model": "bench",
            "temperature": 0.0,
            "max_tokens": 4000,
            "messages": [{"role": "system", "content": COPYING}, {"role": "user", "content": article.body}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "note", "schema": llama.bounded(schema)},
            },
        }
        headers = {"content-type": "application/json"}
        sent = urllib.request.Request(f"{url}/chat/completions", json.dumps(body).encode(), headers)
        urllib.request.urlopen(sent, timeout=3600).close()


def _object(**properties: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(properties: dict[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "maxItems": most, "items": _object(**properties)}


def langextract(articles: list[Article], url: str, python: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text(
            "".join(json.dumps({"text": article.body}) + "\n" for article in articles), encoding="utf-8"
        )
        subprocess.run([python, str(HERE / "batch_peer.py"), "langextract", str(path), url, "1"], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--gguf", required=True)
    parser.add_argument("--context", type=int, default=8192)
    parser.add_argument("--peers")
    asked = parser.parse_args()
    articles = [read(path) for path in asked.articles]
    server = llama._serve(Path(asked.gguf), "bench", asked.context, KEY)
    proxy = Proxy(server.listening_address)
    runs = {
        "summarizer": lambda: ours(articles, proxy.url),
        "copied quotations": lambda: copying(articles, proxy.url),
    }
    if asked.peers:
        runs["langextract"] = lambda: langextract(articles, proxy.url, asked.peers)
    print(f"{len(articles)} articles, {Path(asked.gguf).name}; tokens an article as the server counts them")
    for name, run in runs.items():
        run()
        counted = proxy.take()
        each = len(articles)
        print(
            f"{name:20} in {counted.input / each:8.0f}  out {counted.output / each:7.0f}  "
            f"requests {counted.requests / each:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
