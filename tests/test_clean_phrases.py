"""Known lines are looked up by how they begin; that must tell what trying every pattern tells."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.clean import labels, lines
from summarizer.clean.phrases import Phrases

KINDS = (
    (
        "first",
        r"(?:(?:last |first )?(?:seen|met)|\d{1,2} ?(?:days?|weeks?)(?: ago)?|«.{0,9}|[abx]+y?|no one's?)",
    ),
    ("second", r".{0,20}\bharbour\b|(?:the )?se(?:e|a)(?: here)?|(?:\d+|no)?\s*ships?"),
)
WORDS = st.sampled_from(
    "last first seen met 7 12 days week ago « ab y xy no one one's harbour the sea see here ships ship … é 語 a".split()
)


def tried(text: str) -> str | None:
    """Every pattern in turn, nothing left out."""
    return next((name for name, known in KINDS if re.fullmatch(f"(?:{known})[ …]*", text)), None)


@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_a_line_is_named_as_if_every_pattern_were_tried(text: str) -> None:
    made = Phrases(KINDS, tail="[ …]*", anywhere=("harbour",))
    assert made.name(text) == tried(text)


LABELS = [
    "getty images", "photo: reuters", "afp", "© 2031 the ellan post", "all rights reserved", "we use cookies policy",
    "reply", "5 comments", "comments", "share", "5 june 2031", "3 hours ago", "an hour ago", "ago", "10:15", "read more »",
    "«", "»", "the ferry sailed at noon.", "2 min read", "关于", "image 2 of 9", "tweet", "no", "advertisement",
    "copyright notice", "copyright ellan post", "thursday 5 june", "reply to ann", "march on the harbour",
]  # fmt: skip


@pytest.mark.parametrize("text", LABELS)
def test_a_label_is_named_as_if_every_pattern_were_tried(text: str) -> None:
    """An alternative that can begin with anything needs its word in `_ANYWHERE`, or it is never tried."""
    whole = ((name, re.fullmatch(f"(?:{known}){labels._TAIL}", text)) for name, known in labels._PATTERNS)
    assert labels.furniture(text) == next((name for name, found in whole if found), None)


ENDINGS = st.text(st.sampled_from([*"ab .!?…。”’»)]*5;:"]), max_size=12)


@given(ENDINGS)
def test_a_line_ends_like_a_sentence_where_marks_figures_and_blanks_are_all_that_follows(text: str) -> None:
    slow = re.search(r"[.!?…。！？][\"”“»›’'\)\]*\s\d]{0,6}$", text)
    assert lines.ends(text) == (slow is not None)


PIECES = st.sampled_from(
    [
        *("By Ann Roe", "reply", "© 2031", "Getty", "5 June", "İZMİR", "ΟΔΟΣ", "ﬁ", "naïve", "don’t", "“Ferry”", "語る港の声"),
        *("all  rights reserved", "\xa0", "\u2003", "—", "…", "it_5", "٣", "x", ".", "says:", "Read more", "\t", "\n", "\r\n"),
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_lines_are_read_at_once_as_if_each_stood_alone(text: str) -> None:
    """Small letters, words and labels are made of a whole text, which is quicker; a line must not feel its neighbours."""
    for line in lines.lines_of(text):
        (alone,) = lines.lines_of(line.text)
        assert line.low == line.text.lower()
        assert list(line.tokens) == re.findall(r"\w+", line.low)
        assert (line.words, line.ended, line.known, line.byline) == (
            alone.words, alone.ended, alone.known, alone.byline,
        )  # fmt: skip


DAYS = st.sampled_from(
    "5 12th 21. 3 june jun. mayor may dismay de décembre märz 2031 5/6 5-6-31 5.6.31 1/2/3 sept set on monday".split()
)


@given(st.lists(DAYS, max_size=6).map(" ".join))
def test_a_day_is_in_a_line_wherever_the_pattern_of_days_finds_one(low: str) -> None:
    assert labels.dated(low) == (labels.DATE.search(low) is not None)
