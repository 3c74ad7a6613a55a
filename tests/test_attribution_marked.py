"""Attribution on ten marked articles of our own: business, courts, sport, science, crime, British and American."""

from __future__ import annotations

import pytest

from summarizer import attribute, segment
from summarizer.article import Article, Span
from tests import marked

ARTICLES = marked.all_of_them()
# What the weights reach today is in docs/attribution.md; below these a change has broken something.
FEWEST_RIGHT = 0.8
LEAST_PRECISION = 0.8
FEWEST_RIGHTLY_NAMED = 0.9


def planted(one: marked.MarkedArticle) -> Article:
    spans, at = [], 0
    for line in one.text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Article(one.text, one.name, tuple(spans), segment.split(one.text, spans))


@pytest.fixture(scope="module")
def figures() -> marked.Figures:
    total = marked.Figures()
    for one in ARTICLES:
        total += marked.score(one, attribute.attributions(planted(one)))
    return total


def test_marks_are_cut_out_of_the_text() -> None:
    """What is scored must be the text a reader sees."""
    assert len(ARTICLES) == 10
    for one in ARTICLES:
        assert "{" not in one.text
        for mark in one.attributions:
            assert mark["content"]
            assert all(one.text[s:e] == words for part in mark.values() for s, e, words in part)


def test_who_said_what_is_found_outside_of_politics(figures: marked.Figures) -> None:
    """The weights were fitted to American politics; other pages must not be worse off."""
    assert figures.right >= FEWEST_RIGHT * figures.marked
    assert figures.right >= LEAST_PRECISION * figures.given


def test_speakers_that_are_named_are_the_right_ones(figures: marked.Figures) -> None:
    """Right over given; what cannot be told stays open."""
    assert figures.rightly >= FEWEST_RIGHTLY_NAMED * figures.named
    assert figures.named >= 30
