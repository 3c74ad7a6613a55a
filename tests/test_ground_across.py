"""A note in another language than the article: what can be held against it, and what cannot."""

from __future__ import annotations

import pytest

import summarizer
from summarizer import ground
from summarizer.draft import Draft, DraftClaim, DraftLine
from tests.injections import page

ARTICLE = summarizer.read_text(page())


def line(text: str, *cited: int) -> ground.Grounded:
    draft = Draft(summary=(DraftLine(text=text, sentences=cited),), claims=(), positions=())
    return ground.ground(draft, ARTICLE, origin="model", language="fr")


def test_what_is_worded_in_another_language_is_doubtful_at_best() -> None:
    """Its figures and names agree; whether the wording does, nothing here can say, so it is said that it cannot."""
    (shown,) = line("Le conseil d'Otterby a voté par 14 voix contre 9 la fermeture du pont.", 1).summary
    assert shown.support.verdict == "doubtful"
    assert "the wording was not" in shown.support.problems[0]
    assert shown.evidence[0].text == ARTICLE.text(ARTICLE.sentence(1))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Le conseil d'Otterby a voté par 23 voix contre 0.", "number"),
        ("Les lapins dansent sous une pluie douce.", "not in the article"),
    ],
    ids=["another figure", "nothing shared"],
)
def test_what_the_cited_sentences_cannot_bear_is_set_aside(text: str, reason: str) -> None:
    """Language is no way around the check: a wrong figure is wrong in every language."""
    made = line(text, 1)
    assert made.summary == ()
    assert made.set_aside[0].reason == reason


def test_a_speaker_is_held_against_who_speaks_in_the_cited_sentences() -> None:
    """Who said it is data, and needs no translation."""
    text = "La poutre pourrait tomber sur un bus scolaire (school bus)."
    claim = DraftClaim(text=text, speaker="Haulage Federation", sentences=(3,))
    made = ground.ground(
        Draft(summary=(), claims=(claim,), positions=()), ARTICLE, origin="model", language="fr"
    )
    assert all(c.speaker != "Haulage Federation" for c in made.claims)


def test_the_language_of_the_article_itself_changes_nothing() -> None:
    """Asked for in English, an English article is checked as ever."""
    text = ARTICLE.text(ARTICLE.sentence(1))
    draft = Draft(summary=(DraftLine(text=text, sentences=(1,)),), claims=(), positions=())
    assert (
        ground.ground(draft, ARTICLE, origin="model", language="en").summary[0].support.verdict == "supported"
    )
