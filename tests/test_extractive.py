"""The drafter without a model: it picks, it never words, and its note can be sent."""

from __future__ import annotations

import pytest

from summarizer import read_text, summarize
from summarizer.article import Article
from summarizer.drafts import extractive, wording

TEXT = """Otterby council votes to close the north bridge

By Cy Day

Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

The bridge was built in 1931 and engineers found cracks in two of its beams in January.

Meanwhile, it also agreed to repair the south bridge next year.

Mayor Ann Roe said: "We cannot wait for a beam to fall on a school bus. The bridge will reopen when it is safe."

Hauliers opposed the plan. Bo Lee, who chairs the Otterby Hauliers' Group, said the closure would "finish off" four firms.

The Green Party backed the closure and wants the bridge kept for cyclists.

"It is a start," its leader, Di Fenn, said. "A bridge is for people."

The police declined to comment.
"""


@pytest.fixture(name="otterby", scope="module")
def _otterby() -> Article:
    return read_text(TEXT, "otterby")


def test_every_word_of_a_draft_is_the_articles(otterby: Article) -> None:
    """Never wrong about wording because it only picks."""
    printed = set(otterby.body.replace('"', " ").lower().replace(",", " ").replace(".", " ").split())
    made = extractive.draft(otterby, length="long")
    for item in (*made.summary, *made.claims, *made.positions):
        words = item.text.replace('"', " ").replace("“", " ").replace("”", " ").lower()
        assert set(words.replace(",", " ").replace(".", " ").split()) <= printed, item.text


def test_summary_lines_stand_alone(otterby: Article) -> None:
    """A line that opens with “Meanwhile, it” leans on one that is not there."""
    made = extractive.draft(otterby)
    assert 3 <= len(made.summary) <= 5
    assert not any(line.text.startswith(("Meanwhile", "It ", '"')) for line in made.summary)


def test_each_party_that_takes_a_stand_has_one_position(otterby: Article) -> None:
    """Hauliers and Greens on their sides; the police, who declined to comment, on none."""
    note = summarize(otterby, model="extractive")
    stances = {position.holder: position.stance for position in note.positions}
    assert stances["Hauliers"] == "opposes"
    assert stances["Green Party"] == "supports"
    assert not any("police" in holder.lower() for holder in stances)
    assert len(stances) == len(note.positions)


def test_claims_have_their_speakers_and_quotations_their_marks(otterby: Article) -> None:
    """Who said it, as the article gives it; null where it states it itself."""
    note = summarize(otterby, model="extractive")
    by_text = {claim.text: claim.speaker for claim in note.claims}
    assert any(speaker == "Ann Roe" and text.startswith("“We cannot") for text, speaker in by_text.items())
    assert any(speaker == "Bo Lee" and "finish off" in text for text, speaker in by_text.items())
    assert all(claim.speaker is not None or claim.kind == "states" for claim in note.claims)


def test_the_same_article_gives_the_same_note(otterby: Article) -> None:
    """Notes are compared in version control."""
    first, second = (summarize(otterby, model="extractive") for _ in range(2))
    volatile = {"provenance": {"seconds"}}
    assert first.model_dump(exclude=volatile) == second.model_dump(exclude=volatile)


@pytest.mark.parametrize(("length", "lines"), [("short", 3), ("medium", 4), ("long", 5)])
def test_length_is_a_number_of_lines(length: extractive.Length, lines: int, otterby: Article) -> None:
    """Short is three lines and long is five."""
    assert len(extractive.draft(otterby, length=length).summary) <= lines


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('Ann Roe said: "We will.', 'Ann Roe said: "We will."'),
        ('We will," Ann Roe said.', '"We will," Ann Roe said.'),
        ("Ann Roe said: “We will.", "Ann Roe said: “We will.”"),
        ("We will,” she said.", "“We will,” she said."),
        ('She called it "mad".', 'She called it "mad".'),
    ],
)
def test_a_sentence_cut_out_of_a_quotation_gets_its_other_mark(text: str, whole: str) -> None:
    """A note must not open a quotation and never close it."""
    assert wording.balanced(text) == whole
