"""What the third generator of altered claims asked for: short forms, ranks, units, rounded figures, other denials."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

import summarizer
from summarizer.article import Article
from summarizer.support import figures, parts, spelling, words
from summarizer.support.index import index_of

TEXT = """\
The U.S. sent envoys to Velmar on Tuesday, and the league met on Saturday, a spokesman said.

Former harbour minister Ruth Okoro told the Northern Port Authority (NPA) that 2,383 berths were lost in 2001. \
The deputy mayor, Tom Hale, praised the most popular ferry.

Sen. Karl Voss won almost 5 million kroner two years ago and called thousands of workers.

Police counted the deaths of four officers and said protesters had blocked the road. The shipyard declined to comment on \
the fine.

The council closed the harbour on Feb. 8. It will open a ferry in May. If the tide turns at noon, the pilots will sail.

Mrs. Brandt asked for a second inquiry. Ilse Brandt had led the first one. The crew was expected to rest.

Most berths were kept. Much of the quay is new. The council rejected a request to reopen the pier.
"""


@pytest.fixture(scope="module")
def harbour() -> Article:
    article = summarizer.read_text(TEXT, "harbour")
    return replace(article, published=datetime(2026, 2, 12, tzinfo=timezone.utc))


@pytest.mark.parametrize(
    "claim",
    [
        "The United States sent envoys to Velmar on Tuesday.",
        "Former harbour minister Ruth Okoro told the NPA that 2,383 berths were lost in 2001.",
        "Former harbour minister Ruth Okoro told the Northern Port Authority that nearly 2,400 berths were lost in 2001.",
        "The council closed the harbour on February 8.",
        "Senator Karl Voss won almost 5 million kroner two years ago.",
        "The council closed the harbour on Feb. 8 and it will open a ferry in May.",
        "Ilse Brandt asked for a second inquiry.",
    ],
    ids=["country", "initials", "rounded", "month", "title", "joined", "first name"],
)
def test_a_name_or_figure_in_another_form_is_supported(claim: str, harbour: Article) -> None:
    """Initials, short forms, a rounded figure and an "and" between two sentences change no fact."""
    checked = summarizer.check(claim, harbour)
    assert checked.verdict == "supported", checked.problems


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        (
            "Harbour minister Ruth Okoro told the Northern Port Authority that 2,383 berths were lost in 2001.",
            "role",
        ),
        ("The mayor, Tom Hale, praised the most popular ferry.", "role"),
        ("Former Sen. Karl Voss won almost 5 million kroner two years ago.", "role"),
        ("The deputy mayor, Tom Hale, praised the least popular ferry.", "polarity"),
        ("The deputy mayor, Tom Hale, praised the most unpopular ferry.", "polarity"),
        ("Sen. Karl Voss won almost 5 million kroner two months ago.", "number"),
        (
            "Sen. Karl Voss won almost 5 million kroner two years ago and called millions of workers.",
            "number",
        ),
        ("Sen. Karl Voss won more than 5 million kroner two years ago.", "number"),
        ("Ruth Okoro told the Northern Port Authority that 2,384 berths were lost in 2001.", "number"),
        ("Ruth Okoro told the Northern Port Authority that 2,383 berths were lost in 2005.", "date"),
        (
            "The U.S. sent envoys to Velmar on Tuesday, and the league met on Tuesday, a spokesman said.",
            "date",
        ),
        ("All of the quay is new.", "scope"),
        ("The pilots will sail.", "certainty"),
        ("The deputy mayor, Tom Hale, was praised by the most popular ferry.", "who did what"),
    ],
)
def test_a_small_word_that_turns_the_fact_is_refused(claim: str, kind: str, harbour: Article) -> None:
    """A rank, a unit, a last digit or a bound is one word, and the claim false for it."""
    checked = summarizer.check(claim, harbour)
    assert checked.verdict == "unsupported"
    assert kind in {finding.kind for finding in checked.findings if finding.grave}


def test_an_american_is_of_no_other_united_country(harbour: Article) -> None:
    """The country has to be named whole."""
    american = words.words("The American envoys")[1]
    assert spelling.of_country(american, {"unit", "state"})
    assert spelling.of_country(american, {"us"})
    assert not spelling.of_country(american, {"unit", "kingdom"})


def test_a_bound_is_held_against_figures_of_its_unit_only() -> None:
    """Almost 5 million dollars are no answer to more than 5 million pounds."""
    article = summarizer.read_text(
        "The port paid almost $5 million for cranes and £5.4 million for a dredger, the auditor said.", "port"
    )
    claim = "The port paid more than £5 million for a dredger."
    near = index_of(article).lines
    listed = words.words(claim)
    assert not list(figures.wrong_numbers(claim, listed, near, index_of(article)))


def test_a_figure_of_one_thing_is_in_doubt_for_another_of_the_sentence(harbour: Article) -> None:
    """Four officers died; that four protesters did is made of the sentence's own words."""
    checked = summarizer.check("Police counted the deaths of four protesters.", harbour)
    assert checked.verdict != "supported"


@pytest.mark.parametrize(
    "claim",
    [
        "The shipyard would not comment on the fine.",
        "The council refused a request to reopen the pier.",
        "The crew would rest.",
    ],
)
def test_a_denial_in_other_words_is_no_contradiction(claim: str, harbour: Article) -> None:
    """Who declined would not; another wording may be in doubt, and is not refused."""
    assert summarizer.check(claim, harbour).verdict != "unsupported"


def test_initials_are_written_out_only_where_the_evidence_has_not_both(harbour: Article) -> None:
    """A name of the claim is respelled as the sentence has it, never as another that the sentence prints as well."""
    index = index_of(harbour)
    assert list(spelling.spelled("The United States paid.", "The U.S. paid.", index)) == ["The U.S. paid."]
    assert not list(spelling.spelled("The U.S. paid.", "The U.S. paid the United States.", index))
    assert not list(spelling.spelled("Uno Sarkia paid.", "The U.S. paid.", index))


def test_a_list_is_not_parted_as_two_clauses() -> None:
    """Behind "and" only a subject with a verb of its own begins another claim."""
    assert parts.halves("The council met the mayor and the deputy of Velmar in May.") == ()


@pytest.mark.parametrize("bound", ["At least", "More than", "Fewer than"])
def test_about_so_many_are_neither_more_nor_fewer(bound: str) -> None:
    """A rounding says nothing of the side on which the true figure lies."""
    article = summarizer.read_text("Some 40,000 people marched through Corven on Saturday, police said.")
    assert (
        summarizer.check(f"{bound} 40,000 people marched through Corven on Saturday.", article).verdict
        != "supported"
    )
    assert (
        summarizer.check("About 40,000 people marched through Corven on Saturday.", article).verdict
        == "supported"
    )
