"""`check` tells whose words a statement is in, where it gives them as if they were the article's."""

from __future__ import annotations

import pytest

import summarizer

PAGE = """Bridge stays open for buses

The council of Otterby met on Monday to talk about the bridge over the Lunn, which is 90 years old.

Mayor Ann Roe said: “The bridge is safe for lorries and buses.” She left before the vote.
"""


def test_a_quotation_without_its_speaker_is_borne_out_with_a_remark() -> None:
    """The words are there, and whether they are so is the mayor's to say."""
    found = summarizer.check("The bridge is safe for lorries and buses.", summarizer.read_text(PAGE, "page"))
    assert found.verdict == "supported"
    assert found.problems == ("Ann Roe says so; the article does not state it itself",)
    assert [(one.kind, one.grave) for one in found.findings] == [("who says so", False)]


@pytest.mark.parametrize(
    "claim",
    [
        "Mayor Ann Roe said the bridge is safe for lorries and buses.",
        "The bridge is safe for lorries and buses, according to the mayor.",
        "The council of Otterby met on Monday to talk about the bridge over the Lunn.",
    ],
)
def test_a_named_speaker_and_the_articles_own_words_have_none(claim: str) -> None:
    found = summarizer.check(claim, summarizer.read_text(PAGE, "page"))
    assert "who says so" not in [one.kind for one in found.findings]
