"""Does telling a model who speaks raise the share of right speakers? Three ways to ask, one model.

    python benchmarks/prompt_speakers.py SHARED --model llama:PATH.gguf [--articles 8] [--out FILE]

SHARED holds data/attribution, which is not part of this project. Each way is the newest note prompt:
with the list of who speaks in which sentence (`listed`, as it is), without it (`plain`), and with the
speaker's name in front of each sentence instead (`inline`). A drafted claim counts where people marked
an attribution in the sentence it rests on: its speaker is right when it shares a name with the marked
source (or what a pronoun was resolved to), open when the model names nobody, wrong otherwise. The
drafts are judged as the model sent them, before anything is corrected.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from attribution import article as prepared

from summarizer import ask, attribute, backends, support
from summarizer.article import Article, Span
from summarizer.draft import DraftClaim
from summarizer.drafts import model
from summarizer.exchange import Backend, Message, Reply, Request
from summarizer.settings import Settings

WAYS = ("listed", "plain", "inline")
_PARTIES = re.compile(r"People and bodies named in it:\n.*?(?=Sentences:\n)", re.DOTALL)
_WORD = re.compile(r"\w{3,}")
_TITLES = frozenset(
    "the mrs miss sen rep gov senator president minister secretary former and who that".split()
)


def chosen(shared: Path, most: int) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """The shortest development articles that attribute something eight times or more."""
    path = shared / "data" / "attribution" / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rich = [row for row in rows if len(row["attributions"]) >= 8 and len(row["text"]) > 1200]
    for row in sorted(rich, key=lambda row: len(row["text"]))[:most]:
        yield prepared(row["text"]), row["attributions"]


def asking(article: Article, way: str) -> model.Asking:
    parties = tuple((party.name, party.role) for party in attribute.parties(article))
    made = model.asking(article, parties, "short")
    if way == "inline":
        speaks = {
            sentence.number: one.speaker
            for one in attribute.attributions(article)
            if one.speaker
            for part in one.content
            for sentence in article.sentences_in(part)
        }
        lines = [
            f"[{s.number}] "
            + (f"({speaks[s.number]}:) " if s.number in speaks else "")
            + model.line(article.text(s))
            for s in article.sentences
        ]
        return replace(made, data={**made.data, "sentences": "\n".join(lines)})
    return made


def without_list(request: Request) -> Request:
    user = request.messages[-1]
    told = Message(user.role, _PARTIES.sub("", user.content))
    return replace(request, messages=(*request.messages[:-1], told))


async def drafted(article: Article, way: str, backend: Backend) -> ask.Asked:
    asked = asking(article, way)

    class Told:
        """The backend, with the list of speakers taken out of what it is sent."""

        scheme, model, context = backend.scheme, backend.model, backend.context

        async def complete(self, request: Request) -> Reply:
            return await backend.complete(request if way == "listed" else without_list(request))

        async def close(self) -> None:
            return

    return await model.draft(asked, Told(), attempts=1)


def verdict(claim: DraftClaim, article: Article, gold: Sequence[dict[str, Any]]) -> str | None:
    """Right, wrong or open; None where people marked nothing in the sentence the claim rests on."""
    rests = support.check(claim.text, article, cited=claim.sentences).evidence
    spans = [Span(evidence.start, evidence.end) for evidence in rests[:1]]
    names: set[str] = set()
    for one in gold:
        inside = any(span.overlaps(Span(s, e)) for span in spans for s, e, _ in one["content"])
        if inside and one["source"]:
            printed = " ".join(part[2] for part in one["source"])
            names |= _names(" ".join([printed, *one.get("source_coref", [])]))
    if not names:
        return None
    if claim.speaker is None:
        return "open"
    return "right" if _names(claim.speaker) & names else "wrong"


def _names(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if word not in _TITLES}


async def run(shared: Path, settings: Settings, most: int, out: Path | None) -> None:
    backend = backends.open_backend(settings)
    totals: dict[str, Counter[str]] = {way: Counter() for way in WAYS}
    try:
        for article, gold in chosen(shared, most):
            for way in WAYS:
                asked = await drafted(article, way, backend)
                judged = [(claim, verdict(claim, article, gold)) for claim in asked.draft.claims]
                totals[way].update(one or "not marked" for _, one in judged)
                if out is not None:
                    with out.open("a", encoding="utf-8") as lines:
                        for claim, one in judged:
                            row = {"way": way, "verdict": one, "speaker": claim.speaker, "text": claim.text}
                            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            print({way: dict(count) for way, count in totals.items()}, file=sys.stderr)
    finally:
        await backend.close()
    print(f"{'way':8} claims  right  wrong  open  right of named")
    for way, count in totals.items():
        named = count["right"] + count["wrong"]
        share = count["right"] / named if named else float("nan")
        print(
            f"{way:8} {named + count['open']:6} {count['right']:6} {count['wrong']:6} {count['open']:5}  {share:.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", required=True)
    parser.add_argument("--articles", type=int, default=8)
    parser.add_argument("--out", type=Path, help="write every judged claim there, one a line")
    given = parser.parse_args()
    settings = Settings(model=given.model, timeout=1200.0, deadline=36000.0)
    asyncio.run(run(given.shared, settings, given.articles, given.out))


if __name__ == "__main__":
    main()
