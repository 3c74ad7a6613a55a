"""Tokens an article, in and out, as the server counts them: our prompt, one that copies quotations, LangExtract.

python benchmarks/tokens.py ARTICLE... --rows ROWS.jsonl (--gguf MODEL.gguf [--context 8192] | --url URL --model NAME)
    [--legs summarizer,copying,langextract] [--cap 2000] [--peers PYTHON]

All three ask one model for the same things (summary, claims with speakers, positions), one article a call, through one
server. A proxy stands before it, adds up the `usage` of every answer, second questions included, and lowers what a
request may write to --cap tokens, for all alike: LangExtract names no limit, and a small model that repeats itself
writes until its context is full. How many answers ended at the cap is printed beside the tokens. LangExtract is given
the whole article at once; its own default, pieces of 1,000 characters with the prompt before each, would cost it more.

Every article of a leg is a line of ROWS, written as soon as it is done. The same command goes on where it was ended,
takes up what is there of the same model, cap and prompt, and makes the table of the articles that all legs have done.
Without articles left to do it only prints. PYTHON is the interpreter of an environment with langextract and openai.
"""

from __future__ import annotations

import argparse
import hashlib
import inspect
import json
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from summarizer import errors, pipeline, prompts, read
from summarizer.article import Article
from summarizer.backends import llama
from summarizer.settings import Settings

HERE = Path(__file__).resolve().parent
KEY = "bench"
LEGS = ("summarizer", "copying", "langextract")
COPYING = """Summarize the article. Reply with one JSON object: "summary", a list of at most 4 objects with "text"
and "quotes"; "claims", at most 6 with "text", "speaker" and "quotes"; "positions", at most 6 with "holder", "issue",
"stance", "text" and "quotes". "quotes" lists the sentences of the article that bear the item out, copied letter
by letter."""
PATIENCE = 3600
Row = dict[str, Any]


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


def ours(article: Article, url: str) -> str:
    chosen = Settings(
        model="openai:bench", base_url=url, api_key=KEY, timeout=PATIENCE, deadline=10 * PATIENCE
    )
    try:
        pipeline.summarize(article, settings=chosen)
    except errors.SummarizerError as error:
        return error.message
    return ""


def copying(article: Article, url: str) -> str:
    """The same fields, with the sentences themselves in the place of their numbers."""
    quotes = {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 4}
    text = {"type": "string"}
    schema = _object(
        summary=_list({"text": text, "quotes": quotes}, 4),
        claims=_list({"text": text, "speaker": {"type": ["string", "null"]}, "quotes": quotes}, 6),
        positions=_list({"holder": text, "issue": text, "stance": text, "text": text, "quotes": quotes}, 6),
    )
    body = {
        "model": "bench",
        "temperature": 0.0,
        "messages": [{"role": "system", "content": COPYING}, {"role": "user", "content": article.body}],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "note", "schema": llama.bounded(schema)},
        },
    }
    headers = {"content-type": "application/json"}
    sent = urllib.request.Request(f"{url}/chat/completions", json.dumps(body).encode(), headers)
    try:
        urllib.request.urlopen(sent, timeout=PATIENCE).close()
    except urllib.error.HTTPError as error:
        return f"status {error.code}"
    return ""


def _object(**properties: Any) -> dict[str, Any]:  # noqa: ANN401
    about = {"required": list(properties), "additionalProperties": False}
    return {"type": "object", "properties": properties, **about}


def _list(properties: dict[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "maxItems": most, "items": _object(**properties)}


def langextract(article: Article, url: str, python: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.jsonl"
        path.write_text(json.dumps({"text": article.body}) + "\n", encoding="utf-8")
        command = [python, str(HERE / "batch_peer.py"), "langextract", str(path), url, "1"]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return (ended.stderr.strip().splitlines() or ["ended badly"])[-1][:300] if ended.returncode else ""


def versions(asked: argparse.Namespace) -> dict[str, str]:
    """What each leg is made of: rows of another prompt or another release are not taken up."""
    peer = ""
    if "langextract" in asked.legs:
        if not asked.peers:
            sys.exit("--legs langextract needs --peers PYTHON")
        look = "from importlib import metadata; print(metadata.version('langextract'))"
        peer = subprocess.run([asked.peers, "-c", look], capture_output=True, text=True, check=True).stdout
    copied = hashlib.sha256((COPYING + inspect.getsource(copying)).encode()).hexdigest()[:12]
    own = prompts.load("note").sha256[:12]
    return {"summarizer": own, "copying": copied, "langextract": peer.strip()}


def table(rows: list[Row], legs: list[str]) -> None:
    """Print the tokens an article of each leg, over the articles that all of them got an answer for."""
    answered = {leg: {r["sha256"]: r for r in rows if r["leg"] == leg and r["requests"]} for leg in legs}
    common = set.intersection(*(set(found) for found in answered.values()))
    print(f"\n{len(common)} articles that every leg has an answer for; an article, as the server counts:")
    for leg in legs:
        if not (found := [answered[leg][sha] for sha in common]):
            continue
        total = {name: sum(r[name] for r in found) for name in ("input", "output", "requests", "capped")}
        problems = sum(bool(r["problem"]) for r in found)
        print(
            f"{leg:12} in {total['input'] / len(found):7.0f}  out {total['output'] / len(found):6.0f}  "
            f"requests {total['requests'] / len(found):.2f}  answers that ended at the cap {total['capped']}  "
            f"articles it could do nothing with {problems}"
        )
    for leg in legs:
        if leg != "summarizer" and common and "summarizer" in legs:
            pair = [sum(answered[name][sha]["output"] for sha in common) for name in ("summarizer", leg)]
            print(f"output, summarizer / {leg}: {pair[0] / max(1, pair[1]):.2f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--rows", required=True, type=Path)
    served = parser.add_mutually_exclusive_group(required=True)
    served.add_argument("--gguf", type=Path)
    served.add_argument("--url", help="an endpoint that speaks chat completions, with /v1")
    parser.add_argument("--model", default="bench", help="what the rows call the model behind --url")
    parser.add_argument("--context", type=int, default=8192)
    parser.add_argument("--cap", type=int, default=2000, help="output tokens of one request at most")
    parser.add_argument("--legs", default=",".join(LEGS), type=lambda text: text.split(","))
    parser.add_argument("--peers")
    asked = parser.parse_args()
    if unknown := set(asked.legs) - set(LEGS):
        parser.error(f"no such legs: {', '.join(unknown)}")
    return asked


def kept(asked: argparse.Namespace, of: dict[str, str], wanted: set[tuple[str, str]]) -> list[Row]:
    """Read the rows that are of these articles, legs and versions; the last one may have been cut short."""
    if not asked.rows.exists():
        return []
    text = asked.rows.read_text(encoding="utf-8")
    if text and not text.endswith("\n"):
        text = text[: text.rfind("\n") + 1]
        asked.rows.write_text(text, encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    same = {"model": named(asked), "cap": asked.cap}
    return [
        row
        for row in rows
        if (row["leg"], row["sha256"]) in wanted
        and row["of"] == of[row["leg"]]
        and same.items() <= row.items()
    ]


def named(asked: argparse.Namespace) -> str:
    """What rows call the model."""
    return str(asked.gguf.stem if asked.gguf else asked.model)


def made(
    asked: argparse.Namespace, of: dict[str, str], left: list[tuple[str, str, Article]]
) -> Iterator[Row]:
    """Do what is left, each row written before the next article begins."""
    server = llama._serve(asked.gguf, "bench", asked.context, KEY) if asked.gguf else None
    # llama.cpp: a cached start of a prompt changes what a small model says
    more = {"cache_prompt": False} if server else {}
    proxy = Proxy(f"{server.listening_address}/v1" if server else asked.url.rstrip("/"), asked.cap, more)
    legs: dict[str, Callable[[Article, str], str]] = {
        "summarizer": ours,
        "copying": copying,
        "langextract": lambda article, url: langextract(article, url, asked.peers),
    }
    for leg, path, article in left:
        started = time.monotonic()
        problem = legs[leg](article, proxy.url)
        row = {"leg": leg, "of": of[leg], "model": named(asked), "cap": asked.cap, "article": Path(path).name}
        row |= {"sha256": article.sha256, **asdict(proxy.take())}
        row |= {"seconds": round(time.monotonic() - started, 1), "problem": problem}
        with asked.rows.open("a", encoding="utf-8") as out:
            out.write(json.dumps(row) + "\n")
        said = f"in {row['input']:5} out {row['output']:5} {row['seconds']:7.1f} s {problem}"
        print(f"{leg:12} {row['article']:28} {said}", flush=True)
        yield row


def main() -> None:
    asked = arguments()
    articles = [(path, read(path)) for path in asked.articles]
    of = versions(asked)
    rows = kept(asked, of, {(leg, article.sha256) for leg in asked.legs for _, article in articles})
    done = {(row["leg"], row["sha256"]) for row in rows}
    left = [(leg, path, a) for path, a in articles for leg in asked.legs if (leg, a.sha256) not in done]
    print(
        f"{len(articles)} articles, {named(asked)}, at most {asked.cap} tokens an answer; "
        f"{len(rows)} rows kept, {len(left)} to do",
        flush=True,
    )
    rows += made(asked, of, left) if left else ()
    table(rows, asked.legs)


if __name__ == "__main__":
    main()
