"""The timeline of a briefing is read by itself, entry by entry, and so is its top paragraph."""

from __future__ import annotations

import summarizer
from tests import builders

MILL = builders.ROOT / "tests" / "events" / "mill-closure"
HEAD = "Published 3 March 2032\n\n"
ONE = (
    "The Paperworkers' Union of Oslar rejected the plan to close the mill.\n\n"
    "OSLAR, 3 March - Tarn Paper will close its mill in Oslar on 30 September, the company said on Wednesday. "
    "It will move the machines to Grenna on 4 October."
)
OTHER = (
    "OSLAR council met on Tuesday about the mill, and Oslar is worried.\n\n"
    "Chief executive Edda Marsh told the workers in their own canteen on Wednesday. She left by the back door.\n\n"
    "Tarn Paper will close the mill in Oslar on 30 September, the company said on Wednesday.\n\n"
    "Today's puzzle of 5 March: page 14\n\n"
    "Mayor Rolf Sandow said the town would ask the government to take over the mill."
)


def brief() -> summarizer.Briefing:
    articles = [summarizer.read_text(HEAD + text, name) for name, text in (("one", ONE), ("other", OTHER))]
    return summarizer.brief(articles, topic="the mill at Oslar", model="extractive")


def test_an_entry_that_leans_on_a_sentence_is_printed_behind_it() -> None:
    """Who reads of machines that “it” will move knows nothing without the sentence before; both are cited."""
    entry = next(one for one in brief().timeline if one.date == "2032-10-04")
    assert entry.text.startswith("Tarn Paper will close its mill in Oslar")
    assert entry.text.endswith("It will move the machines to Grenna on 4 October.")
    assert [one.sentence for one in entry.evidence] == [2, 3]


def test_an_entry_begins_with_no_dateline_and_is_a_sentence() -> None:
    """What a page prints around its article has dates too."""
    texts = [one.text for one in brief().timeline]
    assert texts
    assert not any(text.startswith("OSLAR,") or "puzzle" in text for text in texts)


def test_whom_somebody_told_is_no_claim() -> None:
    """“Marsh told the workers in their own canteen” tells where, and not what."""
    made = brief()
    shown = [*(one.text for one in made.summary), *(one.text for one in made.claims)]
    assert not any(text.endswith("in their own canteen on Wednesday.") for text in shown)


def test_what_an_article_prints_is_disputed_and_not_doubtful() -> None:
    """Other sources print something else; nobody doubts that this one prints it."""
    made = summarizer.brief(
        [summarizer.read(path) for path in sorted(MILL.glob("*.txt"))], model="extractive"
    )
    top = made.to_markdown().partition("## Summary")[2].partition("## Agreed")[0]
    assert "**(disputed)**" in top
    assert "doubtful" not in top


def test_a_speaker_is_named_once_with_all_sources_that_name_him() -> None:
    """Where one source gives the claim as its own, the remark says whose it is in the others."""
    march = builders.ROOT / "tests" / "events" / "rent-march"
    made = summarizer.brief(
        [summarizer.read(path) for path in sorted(march.glob("*.txt"))], model="extractive"
    )
    remarks = [problem for claim in made.claims for problem in claim.support.problems]
    assert "according to Konrad Weil in A3 and A6" in remarks
