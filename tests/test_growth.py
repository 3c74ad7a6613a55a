"""Twice the input, twice the time: no shape of text makes a stage take its square."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

import pytest

from fuzz import shapes
from summarizer import Settings, attribute, clean, pipeline, segment, source, support
from summarizer.article import Article, Span
from summarizer.ask import reading
from summarizer.errors import SummarizerError

MOST = 2.6
"""Times, for twice the size. Linear is 2."""

# What takes less is not measured: a clock that ticks weighs more.
ENOUGH = 0.008
# Beyond the longest sentence: where a text first exceeds it, it falls into parts, and that is a step, no growth.
AT_FIRST, LARGEST = 2 * segment.LONGEST_SENTENCE, 64_000
NONE = Article(raw="", name="nothing was read", paragraphs=(), sentences=())
CLAIM = "Mayor Ada Voss said on 2 May that the swing bridge would close, by 14 votes to 9."


def cleaned(text: str) -> None:
    with contextlib.suppress(SummarizerError):
        clean.clean(text)


def segmented(text: str) -> None:
    segment.split(text, (Span(0, len(text)),))


def read(text: str) -> None:
    with contextlib.suppress(SummarizerError):
        source.decode(text.encode(), "page")


def replied(text: str) -> None:
    reading.read(text)
    reading.circling(text)


def article(text: str) -> Article:
    with contextlib.suppress(SummarizerError):
        return pipeline.read_text(text)
    return NONE


def attributed(made: Article) -> None:
    attribute._read.cache_clear()
    attribute.attributions(made)


def checked(made: Article) -> None:
    support.check(CLAIM, made)


def summarised(made: Article) -> None:
    attribute._read.cache_clear()
    pipeline.summarize(made, settings=Settings(model="extractive"))


OF_TEXT: Mapping[str, Callable[[str], None]] = {"clean": cleaned, "segment": segmented}
OF_ARTICLE: Mapping[str, Callable[[Article], None]] = {
    "attribute": attributed,
    "check": checked,
    "summarise": summarised,
}
Made = TypeVar("Made", str, Article)


def took(run: Callable[[Made], None], given: Made) -> float:
    """CPU seconds of this process, so that what else the machine does hardly counts."""
    before = time.process_time()
    run(given)
    return time.process_time() - before


def growth(make: Callable[[int], Made], run: Callable[[Made], None]) -> float:
    """How many times longer twice the size takes, at the smallest size that takes long enough to measure.

    Both times are the shortest of several: a burst of other work makes one longer and never shorter.
    The smaller size is measured three times before anything is believed, for a time that is too long there
    would hide what takes the square; the larger up to five times while it looks like too much.
    """
    gc.collect()
    gc.disable()
    try:
        size = AT_FIRST
        while (small := took(run, make(size))) < ENOUGH and size < LARGEST:
            size *= 2
        half, twice = make(size), make(2 * size)
        small = min(small, took(run, half), took(run, half))
        large = took(run, twice)
        for _ in range(4):
            if small < ENOUGH / 4 or large <= MOST * small:
                break
            small, large = min(small, took(run, half)), min(large, took(run, twice))
    finally:
        gc.enable()
    return large / small if small >= ENOUGH / 4 else 0.0


def whole(text: str) -> None:
    made = article(text)
    if made is not NONE:
        summarised(made)


def some(listed: Iterable[str]) -> list[Any]:
    """Each third shape in the default run, which is to stay short; the others are marked slow."""
    return [pytest.param(name, marks=pytest.mark.slow if at % 3 else ()) for at, name in enumerate(listed)]


@pytest.mark.parametrize("shape", some(shapes.SHAPES))
def test_twice_the_text_takes_no_more_than_twice_the_time(shape: str) -> None:
    """From a text to its note."""
    assert growth(shapes.SHAPES[shape], whole) <= MOST


@pytest.mark.slow
@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_no_stage_by_itself_takes_the_square(shape: str) -> None:
    """Cleaning, numbering, attribution, checking and the whole note, each by itself."""
    make = shapes.SHAPES[shape]
    found = {name: growth(make, run) for name, run in OF_TEXT.items()}
    articles = cache(lambda size: article(make(size)))
    found |= {name: growth(articles, run) for name, run in OF_ARTICLE.items()}
    assert {name: round(times, 1) for name, times in found.items() if times > MOST} == {}


@pytest.mark.parametrize("shape", some(shapes.PAGES))
def test_twice_the_page_takes_no_more_than_twice_the_time(shape: str) -> None:
    assert growth(shapes.PAGES[shape], read) <= MOST


@pytest.mark.parametrize("shape", some(shapes.REPLIES))
def test_twice_the_reply_takes_no_more_than_twice_the_time(shape: str) -> None:
    assert growth(shapes.REPLIES[shape], replied) <= MOST


def test_a_stage_that_takes_the_square_would_be_seen() -> None:
    """Guards the guard."""

    def square(text: str) -> None:
        for at in range(0, len(text), 50):
            text[:at].count("a b")

    assert growth(shapes.SHAPES["one letter"], square) > MOST
