"""Quotations are found whatever their typography, and never when a word differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import match


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ('"We will go on"', "We will go on"),
        ("we will go on", "We will go on"),
        ("will  go\non", "will go on"),
        ("We will go on.", "We will go on"),
    ],
    ids=["straight marks", "letter case", "white space", "the quoter's own full stop"],
)
def test_a_quotation_gives_back_what_the_article_printed(quote: str, printed: str) -> None:
    """A span is only useful if slicing by it reproduces the article."""
    text = "“We will go on” – so the minister said."
    span = match.find_quote(quote, text)
    assert span is not None
    assert span.of(text) == printed


@pytest.mark.parametrize(
    "quote",
    ["We would go on", "We will go", "ill go on", ""],
    ids=["another word", "part of it is found", "half a word", "nothing"],
)
def test_only_whole_words_in_their_order_count(quote: str) -> None:
    """“will” and “would” differ in what was promised; close is not the same."""
    found = match.find_quote(quote, "“We will go on” – so the minister said.")
    assert (found is not None) == (quote == "We will go")


def test_an_apostrophe_in_a_word_is_a_letter_of_it() -> None:
    """Its and it's are two words, however the apostrophe is drawn."""
    assert match.find_quote("it's late", "He said it’s late.") is not None
    assert match.find_quote("its late", "He said it’s late.") is None


def test_every_style_of_double_marks_is_a_quotation() -> None:
    """Papers of several countries, and the two apostrophes of old wire copy."""
    text = "“one thing” and \"another one\" and «une autre» and „noch eine“ and ''the last''"
    assert match.quotations(text) == ("one thing", "another one", "une autre", "noch eine", "the last")


@given(st.text(max_size=200))
def test_folding_keeps_an_origin_for_every_character(text: str) -> None:
    """Offsets into the folded copy must lead back into the text, in order."""
    folded, origin = match.fold(text)
    assert len(folded) == len(origin)
    assert all(0 <= at < len(text) for at in origin)
    assert origin == sorted(origin)


@given(st.lists(st.sampled_from("the minister said yes no again tonight".split()), min_size=1, max_size=12))
def test_whatever_stands_in_a_text_is_found_in_it(words: list[str]) -> None:
    """Any run of whole words of a text is a quotation of it."""
    text = f"Then “{' '.join(words)}” – so it ended."
    for first in range(len(words)):
        quote = " ".join(words[first:])
        span = match.find_quote(quote, text)
        assert span is not None
        assert match.prints(quote, match.folded(text))
        assert match.fold(span.of(text))[0] == match.fold(quote)[0]


@given(st.text(st.one_of(st.characters(), st.sampled_from("'’‘\"“”…–-_ \u00a0\u200bΣİß aZ9"))))
def test_folding_without_origins_gives_the_same_text(text: str) -> None:
    """It is done in another way, for speed; sentences and claims must not come out differently."""
    assert match.folded(text) == match.fold(text)[0]
