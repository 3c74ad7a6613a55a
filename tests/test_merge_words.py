"""One thing told in other words: figures of several words, ages, clauses, denials, groups by opening names."""

from __future__ import annotations

import pytest

from summarizer.merge import measures
from tests.test_merge import FERRY, OTHERWISE, sides, told


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("a crack of a hundred and thirty metres", "length", 130.0),
        ("two hundred and five people", "count", 205.0),
        ("one point four million people", "count", 1_400_000.0),
        ("it took two hours and 30 minutes", "time", 150 / 1440),
        ("a year and a half in prison", "time", 1.5 * 365.25),
        ("three and a half weeks", "time", 24.5),
        ("for nearly a fortnight", "time", 14.0),
        ("one bridge in four is unsafe", "%", 25.0),
        ("nine out of ten voters", "%", 90.0),
        ("every fifth bridge", "%", 20.0),
    ],
)
def test_a_figure_of_several_words_is_one_figure(text: str, kind: str, value: float) -> None:
    found = [measures.of(quantity, text) for quantity in measures.more(text)]
    assert [one for one, _ in found] == [kind]
    assert found[0][1] == pytest.approx(value, rel=0.001)


@pytest.mark.parametrize("text", ["two men in five cars", "every third year", "£900 a week", "a week ago"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert list(measures.more(text)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crew had food for three days.", "The crew had food for 72 hours."),
        ("It was stuck for a month.", "It was stuck for 30 days."),
    ],
    ids=["days and hours", "a month and days"],
)
def test_one_time_in_two_units_is_no_difference(one: str, other: str) -> None:
    assert sides(told(f"{FERRY} {one}", f"{FERRY} {other}"), "figure") == []


def test_hours_are_held_against_days() -> None:
    made = told(f"{FERRY} The crew had food for three days.", f"{FERRY} The crew had food for only 48 hours.")
    assert sides(made, "figure") == [{"three days", "48 hours"}]


def test_an_age_behind_a_relative_or_an_adverb_is_that_of_the_name_before_it() -> None:
    made = told(
        f"{FERRY} The guard Len Foss, just 19, was hurt on the ferry.",
        f"{FERRY} The guard Len Foss, who at 21 is its youngest guard, was hurt on the ferry.",
    )
    assert sides(made, "figure") == [{"19", "21"}]


def test_and_between_two_nouns_parts_no_clause() -> None:
    made = told(
        f"{FERRY} About 2,300 people work in the yard of Lorn.",
        f"{FERRY} Some 3,200 men and women work in the yard of Lorn.",
    )
    assert len(sides(made, "figure")) == 1


def test_a_sum_without_its_currency_is_held_against_one_with_it() -> None:
    made = told(
        f"{FERRY} The new ferry will cost 4.2 billion crowns.",
        f"{FERRY} The new ferry will cost 4.4 billion.",
    )
    assert len(sides(made, "figure")) == 1


def test_what_was_to_have_been_by_then_is_no_date_of_what_will_be() -> None:
    """A plan that was given up contradicts nothing."""
    made = told(
        f"{FERRY} The new quay of Lorn was to have been finished in 2029.",
        f"{FERRY} The new quay of Lorn will be finished in 2032.",
    )
    assert sides(made, "date") == []


def test_a_weekday_in_the_plural_is_no_date() -> None:
    made = told(
        f"{FERRY} The office of the harbour master is closed on Sundays.",
        f"{FERRY} The office of the harbour master was closed on Monday.",
    )
    assert sides(made, "date") == []


@pytest.mark.parametrize(
    "denial",
    [
        "There was no theft from the cabins, police said.",
        "Reports that the cabins of the passengers were robbed are untrue, police said.",
        "The police said they had not opened an inquiry into the robbed cabins of any kind.",
    ],
    ids=["there is none", "in the passive", "of any kind"],
)
def test_a_denial_is_held_against_what_it_denies(denial: str) -> None:
    stated = "Thieves robbed the cabins of passengers." if "inquiry" not in denial else ""
    stated = stated or "Police opened an inquiry into the robbed cabins."
    made = told(f"{FERRY} {OTHERWISE} {stated}", f"{FERRY} {OTHERWISE} {denial}")
    assert len(sides(made, "denial")) == 1


def test_a_source_of_few_words_in_common_joins_those_that_open_with_its_names() -> None:
    """A tabloid that was taken for another topic lost an event all of its contradictions."""
    agency = (
        "The ferry Solveig ran aground on Gull Skerry near Kestervik on Monday night with 212 passengers on board, "
        "the coast guard said. Divers will examine the hull on Tuesday. The owner has promised an inquiry."
    )
    tabloid = (
        "They thought that it was the end. Screaming mums clutched their kids as the Solveig hit Gull Skerry off "
        "Kestervik. Hero skipper Jon Vik, 41, handed out biscuits. He had won the lottery in June."
    )
    made = told(agency, f"{agency} A service will be held on Sunday.", tabloid)
    assert {one.group for one in made.sources} == {1}
