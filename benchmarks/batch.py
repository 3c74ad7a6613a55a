"""How near a batch comes to the time that its endpoint takes, and what it costs beside that.

python benchmarks/batch.py [--articles 1000] [--concurrency 100] [--delay 0.5] [--words 60,300,1000] [--peers PYTHON]

PYTHON is the interpreter of an environment with langextract and openai, which the project does not
need. All run one after the other over the same articles and the same endpoint on loopback. Ideal is
calls x delay / concurrency. Processor time is that of the program and its processes, without the
endpoint's; where there is not enough of it (articles x processor time / processors is more
than the ideal) the machine and not the endpoint sets the pace, and the last column says how near
the run came to that. Memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
TEXTS = ("agency-short", "company-results", "court-ruling", "science-finding", "vote-harbour-levy")


@dataclass
class Run:
    """One program over all articles."""

    name: str
    wall: float
    cpu: float
    megabytes: float
    calls: int
    most_open: int


def archive(path: Path, articles: int, words: int) -> None:
    """So many different articles of about so many words, out of the invented ones."""
    sentences: list[str] = []
    for slug in TEXTS:
        text = (HERE.parent / "examples" / f"{slug}.txt").read_text(encoding="utf-8")
        sentences += [line for line in text.splitlines() if len(line.split()) > 12]
    with path.open("w", encoding="utf-8") as out:
        for number in range(articles):
            lines, count = [f"Council of district {number} votes on its bridge"], 0
            at = number
            while count < words:
                line = sentences[at % len(sentences)]
                lines.append(f"{line} That was on day {number * 31 + at}.")
                count += len(line.split()) + 5
                at += 1
            out.write(json.dumps({"id": str(number), "text": "\n\n".join(lines)}) + "\n")


def measured(name: str, command: list[str], port: int) -> Run:
    before = count(port)["count"]
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    if status != 0:
        sys.exit(f"{name}: {process.stderr.read().decode() if process.stderr else status}")
    after = count(port)
    return Run(
        name,
        wall,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
        after["count"] - before,
        after["most_open"],
    )


def count(port: int) -> dict[str, int]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/count") as answer:
        return json.load(answer)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--concurrency", type=int, default=100)
    parser.add_argument("--delay", type=float, default=0.5)
    parser.add_argument("--words", default="60,300,1000")
    parser.add_argument("--peers", default=None)
    asked = parser.parse_args()
    ideal = asked.articles * asked.delay / asked.concurrency
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    print(
        f"{asked.articles} articles, {asked.concurrency} at once, an answer after {asked.delay} s: ideal {ideal:.1f} s; "
        f"{processors} processors, load {os.getloadavg()[0]:.1f}"
    )
    print(
        f"{'':34} {'wall s':>8} {'/ideal':>7} {'CPU ms/article':>15} {'MB':>6} {'calls':>6} {'/possible':>10}"
    )
    for words in map(int, asked.words.split(",")):
        print(f"articles of {words} words")
        for run in runs(asked, words):
            # what of the ideal is left where the processors are the narrow place
            possible = max(ideal, run.cpu / processors)
            print(
                f"  {run.name:32} {run.wall:8.1f} {run.wall / ideal:7.2f} {1000 * run.cpu / asked.articles:15.1f} "
                f"{run.megabytes:6.0f} {run.calls:6} {run.wall / possible:10.2f}"
            )


def runs(asked: argparse.Namespace, words: int) -> list[Run]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        archive(path, asked.articles, words)
        made = []
        server = subprocess.Popen(
            [sys.executable, str(HERE / "endpoint.py"), str(asked.delay)], stdout=subprocess.PIPE, text=True
        )
        assert server.stdout is not None
        port = int(server.stdout.readline())
        url = f"http://127.0.0.1:{port}/v1"
        try:
            ours = [
                *(sys.executable, "-m", "summarizer", "batch", str(path), "-o", f"{folder}/out.jsonl", "-q"),
                *("--model", "openai:small", "--base-url", url, "--concurrency", str(asked.concurrency)),
            ]
            kept = [*ours, "--cache", f"{folder}/replies"]
            made.append(measured("summarizer batch", kept, port))
            made.append(measured("summarizer batch, out of its cache", [*kept, "--overwrite"], port))
            made.append(measured("summarizer batch --no-cache", [*ours, "--no-cache", "--overwrite"], port))
            if asked.peers:
                peer = [asked.peers, str(HERE / "batch_peer.py")]
                rest = [str(path), url, str(asked.concurrency)]
                made.append(measured("openai client, plain loop", [*peer, "openai", *rest], port))
                made.append(measured("langextract", [*peer, "langextract", *rest], port))
        finally:
            server.kill()
            server.wait()
    return made


if __name__ == "__main__":
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (min(4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2
    )
    main()
