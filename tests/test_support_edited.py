"""What the fourth generator of altered claims asked for: contractions, counts one beside, "not only"."""

from __future__ import annotations

import pytest

import summarizer
from summarizer.article import Article

TEXT = """\
The harbour isn’t safe for small boats, the pilot told the council. The ferry did not sail on Friday.

It takes 1,237 votes to win the seat of the island. In the town it takes 2,383 votes to win the seat.

In all, 691 berths are open in five ports. Some 48,213 passengers crossed the strait.

The yard has only missed two deadlines since it was built. “We can’t wait for the ferry any longer,” said Ilse Brandt.
"""


@pytest.fixture(scope="module")
def harbour() -> Article:
    return summarizer.read_text(TEXT, "harbour")


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour is not safe for small boats.",
        "The ferry didn’t sail on Friday.",
        "The ferry didn't sail on Friday.",
        "It takes 2383 votes to win the seat.",
        "Some 48,000 passengers crossed the strait.",
    ],
)
def test_a_contraction_or_another_spelling_of_a_figure_is_supported(claim: str, harbour: Article) -> None:
    """What is written "isn't" for "is not", or without the comma of thousands, says the same."""
    checked = summarizer.check(claim, harbour)
    assert checked.verdict == "supported", checked.problems


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour is safe for small boats.",
        "The ferry sailed on Friday.",
        "The ferry did sail on Friday.",
        "In all, 690 berths are open in five ports.",
        "The yard has not only missed two deadlines since it was built.",
        "The yard hasn’t only missed two deadlines since it was built.",
        "“We cannot wait for the ferry any longer,” said Ilse Brandt.",
    ],
)
def test_a_count_one_beside_a_denial_put_in_or_a_quotation_respelled_is_not(
    claim: str, harbour: Article
) -> None:
    """A count given in full is no rounding, "not" before "only" still denies, and quotations stay as printed."""
    checked = summarizer.check(claim, harbour)
    assert checked.verdict != "supported", checked.evidence


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The owner gave the keeper some advice on Monday.", "supported"),
        ("The keeper was hurt at the pier.", "unsupported"),
    ],
)
def test_a_hedge_goes_with_the_word_it_hedges_and_with_no_more(claim: str, verdict: str) -> None:
    article = summarizer.read_text(
        "Pier row\n\nThe owner gave the keeper some potentially unwelcome advice on Monday.\n\n"
        "The keeper was reportedly badly hurt at the pier.\n",
        "pier",
    )
    assert summarizer.check(claim, article).verdict == verdict
