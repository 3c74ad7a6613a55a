"""Which side a text's words take, where no cue says it; a model's position is held against that."""

from __future__ import annotations

import pytest

from summarizer import attributions, read_text
from summarizer.support import stance

SIDES = [
    ("The mayor said the toll was wrong.", "opposes"),
    ("The union said it was a disaster for the town.", "opposes"),
    ("Councillors voted against the toll.", "opposes"),
    ("Lee called the plan cruel.", "opposes"),
    ("Norland has denounced the ruling.", "opposes"),
    ("The guild said it was very disappointed.", "opposes"),
    ("The plan is good news for the harbour, the guild said.", "supports"),
    ("The minister said the bridge was essential.", "supports"),
    ("The bridge will benefit everyone, Lee said.", "supports"),
    ("Lee called for a new ferry.", "supports"),
    ("Lee called on the council to act.", "supports"),
    ("The guild said the council must not sell the pier.", "opposes"),
    ("The town needs a bridge, Lee said.", "supports"),
    ("The guild demanded a new vote.", "supports"),
]
NO_SIDE = [
    "The Gazette says police believe he was a good Samaritan.",
    "The chief said officers began receiving 911 calls at noon.",
    "The driver took the wrong turn, police said.",
    "Norland plays its last match against Brack Point on Sunday.",
    "He is accused of theft, the court heard.",
    "She was charged with dangerous driving, police said.",
    "Demand for coal rose in May, the agency said.",
    "The charity said it feeds people in need.",
    "The museum stands in the historic centre, the guide said.",
    "Housing benefits were paid on Friday, the council said.",
    "The boat is called Merry Ann, her owner said.",
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_words_that_judge_or_want_take_a_side(text: str, side: str) -> None:
    assert stance.of(text, []) == side


@pytest.mark.parametrize("text", NO_SIDE)
def test_the_same_words_in_another_use_take_none(text: str) -> None:
    """A reader is hurt by a side that nobody takes: "supports" was read off "a good Samaritan"."""
    assert stance.of(text, []) == "neutral"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Orme Records denied doing wrong. “We did not say that Lee could not sing,” they said.", "opposes"),
        ("Orme Records did not reject the plan that the two singers had sent on Monday.", "supports"),
    ],
)
def test_a_not_turns_a_denial_round_only_where_it_stands_before_it(text: str, side: str) -> None:
    said = attributions(read_text(f"Row over a song\n\n{text}\n", "song"))
    assert stance.of(text, said) == side
