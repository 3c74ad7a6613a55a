"""How much memory and time reading and cleaning take at worst."""

from __future__ import annotations

import contextlib
import gc
import time
import tracemalloc
from collections.abc import Callable

import pytest

from summarizer import clean, source
from summarizer.errors import SourceError
from tests.newspage import BODY, PAGE

TEXT = "\n".join([*(text for text, _ in PAGE), *BODY]) + "\n"


def read(data: bytes) -> None:
    """Read and clean, or be told why not."""
    with contextlib.suppress(SourceError):
        loaded = source.decode(data, "page")
        clean.clean(loaded.raw, name="page", hints=loaded.hints)


def seconds(run: Callable[[], None]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


def peak(times: int) -> int:
    """Bytes that cleaning holds at most, apart from the text itself."""
    raw = TEXT * times
    gc.collect()
    tracemalloc.start()
    try:
        with contextlib.suppress(SourceError):
            clean.clean(raw)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_twice_the_text_takes_no_more_than_twice_the_memory() -> None:
    """A fifth is left for tables that grow by doubling."""
    peak(2)
    assert peak(80) < 2.2 * peak(40)


def one_line(size: int) -> bytes:
    sentence = b"The council voted for the bridge on Monday, and the ferry stopped at noon. "
    return sentence * (size // len(sentence))


def nested(tags: int) -> bytes:
    return (
        b"<html><body>" + b"<div>" * tags + ("\n".join(BODY)).encode() + b"</div>" * tags + b"</body></html>"
    )


@pytest.mark.parametrize(
    ("data", "most"),
    [
        (one_line(2_000_000), 10),
        (b"x" * 2_000_000, 10),
        (nested(40_000), 10),
        (b"<html><body>" + b"<p>a<b>" * 40_000 + b"</body></html>", 20),
    ],
    ids=["one line of 2 MB", "one word of 2 MB", "40,000 nested tags", "40,000 tags never closed"],
)
def test_what_is_large_in_one_way_ends(data: bytes, most: float) -> None:
    assert seconds(lambda: read(data)) < most


def test_tags_nested_deep_hide_nothing() -> None:
    """The parser gives up at 256 tags unless told otherwise, and drops the rest of the page without a word."""
    loaded = source.decode(nested(1_500), "page")
    assert all(paragraph in loaded.raw for paragraph in BODY)


def test_tags_nested_too_deep_are_an_error_and_not_half_a_page() -> None:
    data = nested(3_000).replace(b"<body>", b"<body><p>" + BODY[0].encode() + b"</p>")
    with pytest.raises(SourceError, match="tags open inside each other"):
        source.decode(data, "page")


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [one_line(49_000_000), b"x" * 49_000_000, nested(1_000_000)],
    ids=["one line of 50 MB", "one word of 50 MB", "a million nested tags"],
)
def test_what_is_very_large_in_one_way_ends(data: bytes) -> None:
    assert seconds(lambda: read(data)) < 120
