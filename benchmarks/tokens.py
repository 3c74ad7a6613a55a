"""Tokens an article, in and out, as the server counts them: our prompt, one that copies quotations, LangExtract.

python -m benchmarks.tokens ARTICLE... --rows ROWS.jsonl (--gguf MODEL.gguf [--context 8192] | --url URL --model NAME)
    [--legs summarizer,pointing,copying,langextract,pieces] [--cap 2000] [--peers PYTHON]

All ask one model for the same things (summary, claims with speakers, positions), one article a call, through
one server; `pointing` is our way with --words article. A proxy stands before it, adds up the `usage` of every
answer, second questions included, and lowers what a request may write to --cap tokens, for all alike:
LangExtract names no limit, and a small model that repeats itself writes until its context is full. How many
answers ended at the cap is printed beside the tokens. All but `pieces` are given the article as we clean it, LangExtract
the whole of it at once. `pieces` is LangExtract as it comes: the page as it was pasted, 1,000 characters at a time.
With --gguf our leg goes the way of `llama:`, with strings that end, as the copying prompt has them.
An item can be used, of ours, if it stood the check; of the copying prompt, if all that it quotes is in the article; of
LangExtract, if it found the place of it. The last two say nothing of what the item claims.

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
import time
import types
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.counting import KEY, PATIENCE, Proxy
from summarizer import errors, match, pipeline, prompts, read
from summarizer.article import Article
from summarizer.backends import llama
from summarizer.settings import Settings, Words

HERE = Path(__file__).resolve().parent
LEGS = ("summarizer", "pointing", "copying", "langextract", "pieces")
OURS = LEGS[:2]
COPYING = """Summarize the article. Reply with one JSON object: "summary", a list of at most 4 objects with "text"
and "quotes"; "claims", at most 6 with "text", "speaker" and "quotes"; "positions", at most 6 with "holder", "issue",
"stance", "text" and "quotes". "quotes" lists the sentences of the article that bear the item out, copied letter
by letter."""
Row = dict[str, Any]


Done = tuple[str, int]
"""What went wrong, nothing where all went well; and how many items came out that can be used."""


def ours(article: Article, url: str, asked: argparse.Namespace, words: Words) -> Done:
    """Our own way to the model; of what it said, what the check let stand can be used."""
    common: dict[str, Any] = {
        "api_key": KEY,
        "timeout": PATIENCE,
        "deadline": 10 * PATIENCE,
        "words": words,
    }
    gguf, context = asked.gguf, asked.context
    if gguf is None:
        chosen = Settings(model="openai:bench", base_url=url, **common)
    else:
        llama._serve = lambda *_: types.SimpleNamespace(listening_address=url.removesuffix("/v1"))
        chosen = Settings(model=f"llama:{gguf}", context=context, **common)
    try:
        note = pipeline.summarize(article, settings=chosen)
    except errors.SummarizerError as error:
        return error.message, 0
    return "", sum(item.origin == "model" for item in (*note.summary, *note.claims, *note.positions))


def copying(article: Article, url: str) -> Done:
    """The same fields, with sentences in the place of their numbers; items whose quotations are all the article's."""
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
        with urllib.request.urlopen(sent, timeout=PATIENCE) as answer:
            said = json.loads(json.load(answer)["choices"][0]["message"]["content"])
    except urllib.error.HTTPError as error:
        return f"status {error.code}", 0
    except ValueError:
        return "no JSON", 0
    printed = match.folded(article.body)
    quoted = [item.get("quotes") for name in ("summary", "claims", "positions") for item in said[name]]
    return "", sum(bool(quotes) and all(match.prints(one, printed) for one in quotes) for quotes in quoted)


def _object(**properties: Any) -> dict[str, Any]:  # noqa: ANN401
    about = {"required": list(properties), "additionalProperties": False}
    return {"type": "object", "properties": properties, **about}


def _list(properties: dict[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "maxItems": most, "items": _object(**properties)}


def langextract(text: str, url: str, python: str, which: str) -> Done:
    """What it extracts; items that it finds a place for in the text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.jsonl"
        path.write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
        command = [python, str(HERE / "batch_peer.py"), which, str(path), url, "1"]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        return (ended.stderr.strip().splitlines() or ["ended badly"])[-1][:300], 0
    return "", int(ended.stdout.split()[-1])


def versions(asked: argparse.Namespace) -> dict[str, str]:
    """What each leg is made of: rows of another prompt or another release are not taken up."""
    peer = ""
    if {"langextract", "pieces"} & set(asked.legs):
        if not asked.peers:
            sys.exit("the legs langextract and pieces need --peers PYTHON")
        look = "from importlib import metadata; print(metadata.version('langextract'))"
        peer = subprocess.run([asked.peers, "-c", look], capture_output=True, text=True, check=True).stdout
    copied = hashlib.sha256((COPYING + inspect.getsource(copying)).encode()).hexdigest()[:12]
    way = "" if asked.url else " llama"
    own = {
        leg: prompts.load(name).sha256[:12] + way
        for leg, name in zip(OURS, prompts.NOTES.values(), strict=True)
    }
    return {**own, "copying": copied, "langextract": peer.strip(), "pieces": peer.strip()}


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
        usable = sum(r["usable"] for r in found)
        each = f"{total['output'] / usable:.0f}" if usable else "-"
        print(
            f"{leg:12} in {total['input'] / len(found):7.0f}  out {total['output'] / len(found):6.0f}  "
            f"requests {total['requests'] / len(found):.2f}  answers that ended at the cap {total['capped']}  "
            f"articles it could do nothing with {problems}  usable items {usable / len(found):.1f}, out of each {each}"
        )
    for leg in legs:
        for mine in OURS:
            if leg not in OURS and common and mine in legs:
                pair = [sum(answered[name][sha]["output"] for sha in common) for name in (mine, leg)]
                print(f"output, {mine} / {leg}: {pair[0] / max(1, pair[1]):.2f}")


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
        and "usable" in row
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
    legs: dict[str, Callable[[Article, str], Done]] = {
        "summarizer": lambda article, url: ours(article, url, asked, "model"),
        "pointing": lambda article, url: ours(article, url, asked, "article"),
        "copying": copying,
        "langextract": lambda article, url: langextract(article.body, url, asked.peers, "langextract"),
        "pieces": lambda article, url: langextract(article.raw, url, asked.peers, "pieces"),
    }
    for leg, path, article in left:
        started = time.monotonic()
        problem, usable = legs[leg](article, proxy.url)
        row = {"leg": leg, "of": of[leg], "model": named(asked), "cap": asked.cap, "article": Path(path).name}
        row |= {"sha256": article.sha256, **asdict(proxy.take())}
        row |= {"seconds": round(time.monotonic() - started, 1), "problem": problem}
        row |= {"usable": usable}
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
