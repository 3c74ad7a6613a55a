"""Cleaning whatever comes: nothing disappears, nothing crashes, nothing takes longer than its length."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarizer
from summarizer import clean
from summarizer.clean import wishes
from summarizer.errors import SourceError
from tests.newspage import BODY, PAGE

LINES = st.sampled_from(
    [
        *BODY,
        *(text for text, _ in PAGE),
        "",
        "   ",
        "\t",
        "\u200b",
        "—",
        "a",
        "“",
        "10:15",
        "Picture: Getwick",
        "©",
    ]
)
JOINTS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\n \n", "\x0b"])


@given(st.lists(st.tuples(LINES, JOINTS), max_size=30).map(lambda made: "".join(a + b for a, b in made)))
def test_paragraphs_and_cuts_partition_everything_printed(raw: str) -> None:
    """Nothing disappears: a character is in one paragraph or in one cut, or it is white space."""
    try:
        made = clean.clean(raw)
    except SourceError:
        return
    pieces = sorted([*((s.start, s.end) for s in made.paragraphs), *((c.start, c.end) for c in made.cuts)])
    at = 0
    for start, end in pieces:
        assert at <= start < end
        assert not raw[at:start].strip()
        at = end
    assert not raw[at:].strip()
    assert all(cut.reason for cut in made.cuts)


@settings(deadline=None)  # the first call loads the segmenter
@given(st.lists(st.tuples(LINES, JOINTS), max_size=30).map(lambda made: "".join(a + b for a, b in made)))
def test_nothing_but_cuts_is_missing_from_the_body(raw: str) -> None:
    """What the model reads is the page without its cuts, word for word and in the page's order."""
    try:
        article = summarizer.read_text(raw)
    except SourceError:
        return
    left, at = [], 0
    for cut in article.cuts:
        left.append(raw[at : cut.start])
        at = cut.end
    left.append(raw[at:])
    assert article.body.split() == "\n".join(left).split()
    assert [w for s in article.sentences for w in article.text(s).split()] == article.body.split()


ANYTHING = st.text(
    st.sampled_from(
        [*"aB9 .,:|©“”()[]{}*+?\\^$—\n\t\r\x0b\x1c\u2028\u200b\u00a0", "é", "語", "한", "😀", "\ud800"]
    ),
    max_size=200,
)


@settings(deadline=None)
@given(ANYTHING, st.sampled_from(["balance", "precision", "recall"]))
def test_any_text_is_cleaned_or_refused(raw: str, favor: str) -> None:
    try:
        made = clean.clean(raw + "\n" + BODY[0], wishes=wishes.wishes(favor=favor))
    except SourceError:
        return
    assert all(span.of(raw + "\n" + BODY[0]).strip() for span in made.paragraphs)


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "By A ",
        "Published: ",
        "12:30 ",
        "a. ",
        "© ",
        "photo ",
        "comment ",
        "1 May 2031 ",
        "Read more: ",
        "(",
        "| ",
    ],
    ids=repr,
)
def test_no_line_of_a_hundred_thousand_characters_is_a_bomb(line: str) -> None:
    raw = line * (100_000 // len(line)) + "\n" + (line * 200)[:190] + "\n" + "\n".join(BODY)
    before = time.perf_counter()
    clean.clean(raw)
    assert time.perf_counter() - before < 2


def test_time_grows_with_the_text_and_no_faster() -> None:
    random.seed(7)
    words = re.findall(r"\w+", " ".join(BODY))
    lines = [" ".join(random.choices(words, k=random.randint(2, 40))) + "." for _ in range(6_000)]

    def seconds(count: int) -> float:
        before = time.perf_counter()
        clean.clean("\n".join(lines[:count]))
        return time.perf_counter() - before

    seconds(500)
    assert seconds(6_000) < 4 * 3 * max(seconds(2_000), 0.02)
