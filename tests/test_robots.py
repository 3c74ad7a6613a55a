"""What robots.txt says, as RFC 9309 reads it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.source import robots

EVERYBODY = "User-agent: *\n"


@pytest.mark.parametrize(
    ("text", "target", "allowed"),
    [
        ("", "/a", True),
        (EVERYBODY + "Disallow:", "/a", True),
        (EVERYBODY + "Disallow: /", "/a", False),
        (EVERYBODY + "Disallow: /", "/robots.txt", True),
        (EVERYBODY + "Disallow: /news\nAllow: /news/open", "/news/open/1", True),
        (EVERYBODY + "Allow: /news\nDisallow: /news/closed", "/news/closed/1", False),
        (EVERYBODY + "Disallow: /a\nAllow: /a", "/a", True),
        (EVERYBODY + "Disallow: /*.pdf$", "/x/y.pdf", False),
        (EVERYBODY + "Disallow: /*.pdf$", "/x/y.pdf?z", True),
        (EVERYBODY + "Disallow: /*/print/*", "/a/b/print/1", False),
        (EVERYBODY + "Disallow: /*?s=", "/find?s=ferry", False),
        (EVERYBODY + "Disallow: /ä", "/%C3%A4", False),
        (EVERYBODY + "Disallow: /%7Eann", "/~ann", False),
        (EVERYBODY + "Disallow: /a%2fb", "/a/b", True),
        ("User-agent: Summarizer/2\nDisallow: /\n\n" + EVERYBODY + "Allow: /", "/a", False),
        ("User-agent: summarizer\nAllow: /\n\n" + EVERYBODY + "Disallow: /", "/a", True),
        ("User-agent: other\nUser-agent: summarizer\nDisallow: /x", "/x", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("\ufeffuser-AGENT : *  # all\r\nDISALLOW : /a # this\r\n", "/a", False),
        ("Disallow: /\n" + EVERYBODY + "Allow: /", "/a", True),
        ("<!doctype html><p>Not found", "/a", True),
    ],
)
def test_the_longest_rule_of_the_nearest_group_decides(text: str, target: str, allowed: bool) -> None:
    assert robots.allows(text, target) is allowed


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_read_to_the_end(text: str, target: str) -> None:
    assert robots.allows(text, target) in (True, False)


def test_a_pattern_of_many_stars_takes_no_longer_for_them() -> None:
    """A backtracking matcher would need longer than the universe has."""
    text = EVERYBODY + "Disallow: /" + "*a" * 20_000 + "b$"
    started = time.monotonic()
    assert robots.allows(text, "/" + "a" * 3_000)
    assert time.monotonic() - started < 1
