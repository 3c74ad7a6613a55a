"""One page pasted in different ways is one article: what it says must not hang on the way it was pasted."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import summarizer
from summarizer.article import Article
from tests import builders

# The pages that do not quote in single marks.
DOUBLE = tuple(slug for slug in builders.SLUGS if slug != "court-ruling")
pages = pytest.mark.parametrize("slug", builders.SLUGS)


def windows(raw: str) -> str:
    return re.sub(r"\r?\n", "\r\n", raw)


def trailing_blanks(raw: str) -> str:
    return re.sub(r"(?m)(?<=\S)(?=\r?$)", "  ", raw)


def indented(raw: str) -> str:
    return re.sub(r"(?m)^(?=\S)", "\t", raw)


def bom(raw: str) -> str:
    return "\ufeff" + raw


def more_empty_lines(raw: str) -> str:
    return raw.replace("\n\n", "\n\n\n").replace("\r\n\r\n", "\r\n\r\n\r\n")


def page_of(slug: str) -> str:
    return (builders.EXAMPLES / f"{slug}.txt").read_bytes().decode("utf-8")


def printed(article: Article) -> list[str]:
    return [article.text(sentence) for sentence in article.sentences]


def who(article: Article) -> list[tuple[str | None, str, str]]:
    """Every attribution as (speaker, kind, first words), white space and marks folded."""
    return [
        (a.speaker, a.kind, straight(" ".join(a.content[0].of(article.raw).split()))[:40])
        for a in summarizer.attributions(article)
    ]


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curly(text: str) -> str:
    """Double marks only: after a space or at a line's start they open, elsewhere they close."""
    return re.sub(r'"', "”", re.sub(r'(?m)(?:(?<=^)|(?<=[\s(]))"', "“", text))


@pages
@pytest.mark.parametrize(
    "paste", [windows, trailing_blanks, indented, bom, more_empty_lines], ids=lambda f: f.__name__
)
def test_white_space_changes_neither_the_sentences_nor_the_speakers(
    slug: str, paste: Callable[[str], str]
) -> None:
    """Browsers and editors differ in all of these, and none of them is the article's."""
    raw = page_of(slug)
    one, other = summarizer.read_text(raw), summarizer.read_text(paste(raw))
    assert printed(other) == printed(one)
    assert who(other) == who(one)
    assert (other.title, other.byline, other.published) == (one.title, one.byline, one.published)


@pytest.mark.parametrize("slug", DOUBLE)
@pytest.mark.parametrize("spell", [straight, curly], ids=lambda f: f.__name__)
def test_the_shape_of_quotation_marks_changes_no_speaker(slug: str, spell: Callable[[str], str]) -> None:
    """House styles differ; the marks are of one length, so even the spans must agree.

    British single marks are left alone: straight ones cannot be told from apostrophes by form.
    """
    raw = page_of(slug)
    one, other = summarizer.read_text(raw), summarizer.read_text(spell(raw))
    assert [(s.start, s.end) for s in other.sentences] == [(s.start, s.end) for s in one.sentences]
    assert who(other) == who(one)


@pages
def test_the_body_alone_gives_the_sentences_of_the_page(slug: str) -> None:
    """Somebody who copies only the article must not get another one for it."""
    page = summarizer.read_text(page_of(slug))
    alone = summarizer.read_text(page.body)
    assert printed(alone) == printed(page)
