"""What is fuzzed, and what must hold whatever the bytes are.

Each target takes bytes and raises `Broken`, or anything that is no SummarizerError, where something is
wrong. The same functions run under atheris for an hour (`fuzz/run.py`) and under hypothesis with every
test run (`tests/test_fuzz.py`). Bytes that are no UTF-8 become lone surrogates, as they do on a command line.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from fuzz.invariants import Broken, allowed, need, partition, printed
from summarizer import ask, note, pipeline, render, segment, support
from summarizer import attributions as find_attributions
from summarizer.article import Article, Span
from summarizer.ask import items, reading
from summarizer.backends import refusals, replies
from summarizer.errors import SummarizerError
from summarizer.exchange import Message, Reply, Request, Sampling
from summarizer.results import Note
from summarizer.settings import Settings
from summarizer.source import readers

Target = Callable[[bytes], None]

SECONDS = 1.0
SECONDS_A_BYTE = 0.0005
"""What an input may take, in CPU time: the stages need about 10 µs a character, 30 where every branch is counted."""

_SEPARATOR = b"\n%%\n"
_PAGE = (
    "The council of Port Ellan voted by 14 to 9 on Monday to close the swing bridge.\n\n"
    "Mayor Ada Voss said: “We cannot wait for a beam to fall on a school bus.”\n\n"
    "The Pilots' Guild opposes the closure, its chair Tom Lund told reporters. He called it “a mistake”.\n"
)


def within(target: Target, data: bytes) -> None:
    """Run one input; Broken where it takes longer than its length allows."""
    before = time.process_time()
    target(data)
    took = time.process_time() - before
    if took > SECONDS + SECONDS_A_BYTE * len(data):
        raise Broken(f"{took:.2f} s of CPU for {len(data)} bytes")


_CHARSETS = (None, "utf-8", "latin-1", "utf-16", "no-such-charset", "idna", "")
_NAMES = ("fuzz", "fuzz.txt", "fuzz.md", "fuzz.html", "fuzz.docx", "fuzz.eml", "fuzz.jsonl", "fuzz.vtt")


def read_bytes(data: bytes) -> None:
    """Every reader, told by content; two bytes say what the name and a web server claimed of the rest.

    PDFs are read in a process of their own, too slow to be started for every input:
    `tests/test_source_fuzz.py` has them.
    """
    name, claim, rest = _NAMES[data[0] % 8 if data else 0], data[1] if len(data) > 1 else 0, data[2:]
    if b"%PDF-" in rest[:1024]:
        return
    declared = _CHARSETS[claim % len(_CHARSETS)]
    found = allowed(lambda: list(readers.documents(rest, name, declared=declared, markup=bool(claim & 128))))
    for made in found or ():
        if isinstance(made, SummarizerError):
            need(bool(str(made).strip()), "an error without words")
            continue
        need(bool(made.raw.strip()), "a reader hands on nothing but white space")
        need(all(s.end <= len(made.raw) for s in made.likely), "a likely line lies outside the text")
        need(all(c.end <= len(made.raw) for c in made.cuts), "a cut lies outside the text")
        need(len(made.uncut) == len(made.raw), "what is cut has not kept its length")
        article = allowed(partial(pipeline.assemble, made))
        if article is not None:
            partition(article)


def clean_text(data: bytes) -> None:
    """Cleaning and numbering: nothing is lost, nothing stands twice."""
    article = _article(data)
    if article is not None:
        partition(article)
        _ = article.body


def segment_text(data: bytes) -> None:
    """Sentences alone, over one paragraph and in any language."""
    text = _text(data)
    language = ("en", "de", "ja", "ar", "zz")[len(data) % 5]
    at = 0
    for number, sentence in enumerate(segment.split(text, (Span(0, len(text)),), (), language), 1):
        need(sentence.number == number, "sentence numbers have a gap")
        need(at <= sentence.start < sentence.end <= len(text), "sentences overlap or are empty")
        need(not text[at : sentence.start].strip(), "printed characters lie between two sentences")
        at = sentence.end
    need(not text[at:].strip(), "printed characters lie after the last sentence")


def attribute_text(data: bytes) -> None:
    """Who said what: spans of the text, contents that do not overlap."""
    article = _article(data)
    if article is None:
        return
    end = 0
    for found in sorted(
        find_attributions(article), key=lambda a: min((c.start for c in a.content), default=0)
    ):
        spans = (found.cue, *found.content, *((found.source,) if found.source else ()))
        need(all(s.end <= len(article.raw) for s in spans), "an attribution lies outside the text")
        for part in sorted(found.content):
            need(part.start >= end, "contents of attributions overlap")
            end = part.end


def read_reply(data: bytes) -> None:
    """A model's reply, as text and as an endpoint's body."""
    text = _text(data)
    found = reading.read(text)
    reading.circling(text)
    for name, listed in found.lists.items():
        judged = items.judge(name, listed, citable=range(1, 9), at_most=4)
        need(len(judged.items) <= 4, "more items than were asked for")
        for item in judged.items:
            need(all(1 <= n <= 8 for n in item.sentences), "a sentence is cited that was not sent")
    address = refusals.Address("model", "http://127.0.0.1/v1", "sk-planted-0123456789")
    allowed(lambda: replies.read(text, address))
    words = address.clean(refusals.read(500, text).message)
    need(
        len(words) <= refusals.LONGEST and "sk-planted-0123456789" not in words,
        "an endpoint's words come through whole",
    )


def converse(data: bytes) -> None:
    """The conversation and what is built on it: a model that replies anything at all."""
    backend = _Says(tuple(_text(part) for part in data.split(_SEPARATOR)))
    wanted = ask.Wanted(3, 4, 3, citable=range(1, 6), max_tokens=400, most_tokens=800)
    asked = asyncio.run(ask.ask(backend, _build, wanted, attempts=2))
    from summarizer import ground

    made = ground.ground(asked.draft, _known(), origin="model")
    for item in (*made.summary, *made.claims, *made.positions):
        need(item.support.verdict != "unsupported", "an unsupported item stands")
        for e in item.evidence:
            need(_known().raw[e.start : e.end] == e.text, "evidence is not the article's own words")
    proposed = sum(map(len, (asked.draft.summary, asked.draft.claims, asked.draft.positions)))
    stood = sum(map(len, (made.summary, made.claims, made.positions, made.set_aside)))
    need(proposed == stood, "an item disappeared")


def check_claim(data: bytes) -> None:
    """A claim against an article; both may be anything."""
    claim, _, page = data.partition(_SEPARATOR)
    article = _article(page) if page else _known()
    if article is None:
        return
    checked = support.check(_text(claim), article)
    need(0.0 <= checked.score <= 1.0, "a score outside 0 to 1")
    for e in checked.evidence:
        need(article.raw[e.start : e.end] == e.text, "evidence is not the article's own words")


def load_note(data: bytes) -> None:
    """A note read back: refused as invalid, or printed in every form and the same when read again."""
    from pydantic import ValidationError

    try:
        loaded = Note.model_validate_json(data)
    except ValidationError:
        return
    need(Note.model_validate_json(render.json(loaded)) == loaded, "a note is another one when read again")
    printed(loaded)


def summarise(data: bytes) -> None:
    """All of it: text in, a note out in every form, every piece of evidence in the article's own words."""
    article = _article(data)
    if article is None:
        return
    made = allowed(lambda: pipeline.summarize(article, settings=Settings(model="extractive")))
    if made is None:
        return
    for item in (*made.summary, *made.claims, *made.positions):
        for e in item.evidence:
            need(article.raw[e.start : e.end] == e.text, "evidence is not the article's own words")
    printed(made, article)


def print_text(data: bytes) -> None:
    """Printing: a note with the bytes in every place that text from outside can reach."""
    text = _text(data)
    filled = _with(json.loads(_template()), text)
    made = Note.model_validate(filled)
    printed(made)


TARGETS: Mapping[str, Target] = {
    "read": read_bytes,
    "clean": clean_text,
    "segment": segment_text,
    "attribute": attribute_text,
    "reply": read_reply,
    "converse": converse,
    "check": check_claim,
    "note": load_note,
    "summarise": summarise,
    "print": print_text,
}


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _article(data: bytes) -> Article | None:
    made: Article | None = allowed(lambda: pipeline.read_text(_text(data), "fuzz"))
    return made


@cache
def _known() -> Article:
    return pipeline.read_text(_PAGE, "known")


@cache
def _template() -> str:
    made = pipeline.summarize(_known(), settings=Settings(model="extractive"))
    return made.model_dump_json()


_FILLED = frozenset(
    "headline text speaker holder role issue reason name title site language tool model".split()
)


def _with(data: Any, text: str) -> Any:  # noqa: ANN401
    """Put `text` wherever a note holds a text of an article's or a model's."""
    if isinstance(data, dict):
        made = {}
        for key, value in data.items():
            if key in ("problems", "warnings", "byline"):
                made[key] = [text]
            else:
                made[key] = (
                    text
                    if key in _FILLED and (value is None or isinstance(value, str))
                    else _with(value, text)
                )
        return made
    return [_with(one, text) for one in data] if isinstance(data, list) else data


def _build(wanted: ask.Wanted, problems: tuple[str, ...]) -> Request:
    return Request(
        prompt="fuzz@1",
        model="fuzz",
        messages=(Message("user", f"{wanted} {problems}"),),
        sampling=Sampling(max_tokens=wanted.max_tokens),
    )


class _Says:
    """A model that replies with given texts, one after the other."""

    scheme, model, context = "replay", "fuzz", None

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = list(texts)

    async def complete(self, request: Request) -> Reply:
        text = self._texts.pop(0) if len(self._texts) > 1 else self._texts[0]
        return Reply(text=text, finish="length" if len(text) % 3 == 0 else "stop", detail=note.__name__)

    async def close(self) -> None:
        """Nothing is open."""
