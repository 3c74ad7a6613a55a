"""What a model drafts of real pages, read by a person: how much is wrong, and how much of that is shown.

    python benchmarks/drafted.py run SHARED --model llama:PATH.gguf --out ROWS [--articles 30]
    python benchmarks/drafted.py sheet SHARED ROWS... --out SHEET [--sample 60]
    python benchmarks/drafted.py score ROWS... --marks SHEET

SHARED holds data/cleaning, which is not part of this project. `run` writes one line an article and goes on
where it was stopped. `sheet` draws a sample of what was drafted and writes each item under its article's
sentences nearest to it, with an empty mark and without the verdict; a reader puts `right`, `wrong` or
`unclear` for each mark. `score` holds the marks against what became of the items.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import summarizer
from summarizer import backends, stages
from summarizer.article import Article
from summarizer.errors import SummarizerError
from summarizer.exchange import Backend
from summarizer.note import REPEATED, Claim, Note, Position, SummaryLine
from summarizer.settings import Settings

Row = dict[str, Any]


LONGEST = 8000
"""Characters of an article's sentences, so that it goes into the context in one call."""


def pages(shared: Path) -> Iterator[tuple[str, Article]]:
    """The English pages that are not too long, as pasted, in the file's order."""
    for line in (shared / "data" / "cleaning" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = summarizer.read_text(row["pasted_text"], row["id"])
        if article.language == "en" and sum(one.end - one.start for one in article.sentences) <= LONGEST:
            yield row["id"], article


def items(note: Note) -> Iterator[Row]:
    """Everything the note shows or sets aside, flat."""
    for line in note.summary:
        yield shown("summary", line.text, None, line)
    for claim in note.claims:
        yield shown("claim", claim.text, claim.speaker, claim)
    for position in note.positions:
        said = f"{position.holder} {position.stance}: {position.issue}"
        yield {**shown("position", said, position.holder, position), "words": position.text}
    for aside in note.set_aside:
        yield {
            "kind": aside.kind,
            "text": aside.text,
            "speaker": aside.speaker,
            "origin": "model",
            "shown": False,
            "verdict": "set aside",
            "reason": aside.reason,
        }


def shown(kind: str, text: str, speaker: str | None, item: SummaryLine | Claim | Position) -> Row:
    """An item the note shows."""
    return {
        "kind": kind,
        "text": text,
        "speaker": speaker,
        "origin": item.origin,
        "shown": True,
        "verdict": item.support.verdict,
        "evidence": [piece.text for piece in item.evidence],
    }


async def drafted(article: Article, backend: Backend, chosen: Settings) -> Note:
    prepared = stages.prepare(article, chosen)
    if prepared.asking is None:
        raise SummarizerError("longer than the model's context")
    return stages.finish(prepared, chosen, await stages.ask(prepared.asking, backend, chosen))


async def run(shared: Path, chosen: Settings, most: int, out: Path) -> None:
    """Ask for a note of each page that `out` does not hold yet."""
    held = {json.loads(line)["id"] for line in out.read_text().splitlines()} if out.exists() else set()
    backend = backends.open_backend(chosen)
    try:
        for identity, article in list(pages(shared))[:most]:
            if identity in held:
                continue
            row: Row = {"id": identity, "model": Path(chosen.model).stem}
            try:
                note = await drafted(article, backend, chosen)
            except SummarizerError as error:
                row |= {"error": str(error), "items": []}
            else:
                made = note.provenance
                row |= {"items": list(items(note)), "input": made.input_tokens, "output": made.output_tokens}
                row |= {"seconds": made.seconds, "finish": [one.finish for one in made.attempts]}
            with out.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    finally:
        await backend.close()


def drawn(paths: list[Path], sample: int, origin: str) -> list[Row]:
    """A sample, the same every time, of the items of one origin that say something of their own."""
    found = [
        {**item, "id": row["id"], "model": row["model"]}
        for path in paths
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        for item in row["items"]
        if item["origin"] == origin and item.get("reason") != REPEATED
    ]
    return random.Random(5).sample(found, min(sample, len(found)))


def sheet(shared: Path, paths: list[Path], sample: int, out: Path, origin: str) -> None:
    """Write the items to be marked, each with the sentences that share most words with it."""
    articles = dict(pages(shared))
    with out.open("w", encoding="utf-8") as lines:
        for number, item in enumerate(drawn(paths, sample, origin), 1):
            words = set(item["text"].lower().split())
            article = articles[item["id"]]
            sentences = [article.text(one) for one in article.sentences]
            near = sorted(sentences, key=lambda one: -len(words & set(one.lower().split())))[:4]
            asked = {name: item[name] for name in ("kind", "text", "speaker")}
            row = {"number": number, **asked, "near": near, "page": item["id"], "mark": ""}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def score(paths: list[Path], marks: Path, origin: str) -> None:
    """Print how many of the marked items are wrong, and how many of these are shown, and how."""
    read = [json.loads(line) for line in marks.read_text(encoding="utf-8").splitlines()]
    count: Counter[tuple[str, str]] = Counter()
    for mark, item in zip(read, drawn(paths, len(read), origin), strict=True):
        if mark["text"] != item["text"]:
            raise SystemExit(f"item {mark['number']} is not the one that was marked")
        count[mark["mark"], item["verdict"]] += 1
    for (mark, verdict), number in sorted(count.items()):
        print(f"{mark:8} {verdict:12} {number:4}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("run", "sheet", "score"))
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--origin", choices=("model", "article"), default="model")
    parser.add_argument("--record", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--marks", type=Path)
    given = parser.parse_args()
    if given.what == "run":
        chosen = Settings(
            model=given.model,
            length="short",
            attempts=1,
            timeout=1200.0,
            deadline=36000.0,
            context=8192,
            record=given.record,
        )
        asyncio.run(run(given.paths[0], chosen, given.articles, given.out))
    elif given.what == "sheet":
        sheet(given.paths[0], given.paths[1:], given.sample, given.out, given.origin)
    else:
        score(given.paths, given.marks, given.origin)


if __name__ == "__main__":
    main()
