"""What parts two sources, and what does not: denials, ages, times of day, parts of sums."""

from __future__ import annotations

import pytest

from tests.test_merge import FERRY, sides, told


@pytest.mark.parametrize(
    ("stated", "denied"),
    [
        (
            "Tora Lindvik hid the logbook, people say on the quay.",
            "Tora Lindvik denies that she hid the logbook.",
        ),
        (
            "The owner was warned about the radar.",
            "The owner denied that he had been warned about the radar.",
        ),
        (
            "The coast guard said the radar had worked.",
            "Nobody saw the rocks because the radar did not work.",
        ),
        (
            "Captain Henrik Aasen was in the mess with a beer when it happened, guests say.",
            "Captain Aasen was not in the mess when the ship hit the rocks, his lawyer says.",
        ),
        (
            "Lindvik's lawyer said she would appeal within 28 days.",
            "Lindvik's lawyers will not appeal, a friend said.",
        ),
        (
            "Flares were fired from the bridge, guests told the paper.",
            "The coast guard said that no flares had been seen.",
        ),
        (
            "A toxic cloud hangs over the harbour, a sailor claims.",
            "The coast guard called talk of a toxic cloud unfounded.",
        ),
    ],
    ids=[
        "hearsay",
        "a warning",
        "a short clause",
        "a clause and more",
        "what is to come",
        "none were seen",
        "unfounded talk",
    ],
)
def test_a_denial_meets_what_another_source_states(stated: str, denied: str) -> None:
    """Whoever is accused is hurt most where their "no" is left out."""
    made = told(f"{FERRY} {stated}", f"{FERRY} {denied}")
    assert [one.kind for one in made.differences] == ["denial"]


@pytest.mark.parametrize(
    ("stated", "other"),
    [
        (
            "A crowd of 150 stood on the ferry when it struck the rocks.",
            "A crowd of 150 must not sink a ferry.",
        ),
        (
            "The radar of the ferry will be repaired in June.",
            "The radar of the ferry has not yet been repaired.",
        ),
        ("The radar may have burned for hours.", "Nobody knows how long the radar had burned for hours."),
        ("The radar cannot be repaired at sea.", "The radar is not repaired at sea."),
    ],
    ids=["what must not be", "not yet", "nobody knows", "two denials"],
)
def test_what_is_no_denial_is_not_shown_as_one(stated: str, other: str) -> None:
    made = told(f"{FERRY} {stated}", f"{FERRY} {other}")
    assert sides(made, "denial") == []


@pytest.mark.parametrize(
    "other",
    ["Henrik Aasen was taken ashore. He is 64.", "Henrik Aasen was taken ashore. The 64-year-old wept."],
    ids=["a pronoun", "a description"],
)
def test_an_age_is_that_of_whom_the_sentence_before_names(other: str) -> None:
    made = told(f"{FERRY} The captain, Henrik Aasen, 61, was questioned by police.", f"{FERRY} {other}")
    assert sides(made, "figure") == [{"61", "64"}]


def test_a_share_is_nobodys_age() -> None:
    """“Turnout was 54 per cent” reads like “Aasen was 54”."""
    made = told(f"{FERRY} Turnout in Lorn was 54 per cent.", f"{FERRY} Turnout in Lorn was 45 per cent.")
    assert sides(made, "figure") == [{"54 per cent", "45 per cent"}]


def test_two_times_of_day_are_two_sides() -> None:
    made = told(
        "The ferry Solveig struck the rocks of Gull Skerry near Kestervik at 3.15 am.",
        "The ferry Solveig struck the rocks of Gull Skerry near Kestervik at 4.30 in the morning.",
    )
    assert sides(made, "date") == [{"3.15 am", "4.30 in the morning"}]


def test_a_month_takes_no_side_among_its_days() -> None:
    """Who says “in November” does not say the second of November, nor that the fifth is wrong."""
    made = told(
        "The ferry Solveig hit Gull Skerry near Kestervik on 2 November 2033.",
        "The ferry Solveig hit Gull Skerry near Kestervik on 5 November 2033.",
        "The ferry Solveig hit Gull Skerry near Kestervik in November 2033.",
    )
    (difference,) = [one for one in made.differences if one.kind == "date"]
    assert {e.source for side in difference.sides for e in side.evidence} == {"A1", "A2"}


def test_two_of_one_family_name_are_two_speakers() -> None:
    quote = "“The railing went first, and then there was nothing under us,”"
    made = told(f"{FERRY} {quote} said Mats Brekke.", f"{FERRY} {quote} said her mother, Greta Brekke.")
    assert sides(made, "speaker") == [{"Mats Brekke", "Greta Brekke"}]


def test_a_quotation_is_confirmed_only_by_who_quotes_it() -> None:
    """The same words in an outlet's own voice do not show that somebody said them."""
    made = told(
        f"{FERRY} “The doors were locked, and you let them be locked,” said Tora Lindvik.",
        f"{FERRY} The passengers died behind locked doors, for the doors were locked.",
    )
    assert all("you let them" not in claim.text for claim in made.claims)
