"""Figures and dates of different kinds that share a unit and words, and contradict nothing."""

from __future__ import annotations

import pytest

from summarizer.article import Span
from summarizer.merge import groups, happenings, kinds


def marks(text: str, printed: str, measured: str = "count") -> kinds.Marks:
    at = text.index(printed)
    span = Span(at, at + len(printed))
    return kinds.marks(text, span, text, measured, money=measured == "money")


@pytest.mark.parametrize(
    ("one", "other", "measured"),
    [
        (
            ("Both parties may send six observers.", "six"),
            ("The Council is sending four observers.", "four"),
            "count",
        ),
        (("The lawyer beat her by 212 votes.", "212"), ("He found 600 ballots in a cellar.", "600"), "count"),
        (("The mother-of-two was hurt.", "two"), ("Three people were hurt.", "Three"), "count"),
        (("Traffic was held up for five hours.", "five"), ("The march took four hours.", "four"), "time"),
        (("She gets 18 months' full pay.", "18"), ("It was spent over three years.", "three"), "time"),
        (("It will be late by two years.", "two"), ("The drill ran for eleven months.", "eleven"), "time"),
        (("Its shares dropped 23 per cent.", "23"), ("Pressure fell by a third.", "a third"), "%"),
        (("The club owes £44 million.", "£44 million"), ("The fee is £38 million.", "£38 million"), "money"),
        (
            ("It was insured for £140 million.", "£140 million"),
            ("It cost £62 million.", "£62 million"),
            "money",
        ),
        (("It is dearer by £1 billion.", "£1 billion"), ("It cost £3 billion.", "£3 billion"), "money"),
        (
            ("The last spill, at Kvam in 2033, cost £12 million.", "£12 million"),
            ("Cleaning will cost £25 million.", "£25 million"),
            "money",
        ),
    ],
)
def test_a_figure_of_a_kind_of_its_own_is_held_only_against_its_like(
    one: tuple[str, str], other: tuple[str, str], measured: str
) -> None:
    """A margin is no count, a debt no price, and how long a delay lasted not how long the march took."""
    here, there = marks(*one, measured), marks(*other, measured)
    assert here.part(there)
    assert there.part(here)
    assert not here.part(here)


@pytest.mark.parametrize(
    ("text", "printed", "group"),
    [
        ("The league has 120,000 members.", "120,000", "body"),
        ("They employ 1,900 people.", "1,900", "body"),
        ("It will close with the loss of 640 jobs.", "640", "laid off"),
        ("We were 70,000 marchers.", "70,000", "there"),
        ("Some 150 people had been on the bridge.", "150", "there"),
        ("Five people were killed.", "Five", "harmed"),
        ("Seven people lost their lives.", "Seven", "harmed"),
        ("Five of the dead were children.", "Five", "some of the harmed"),
        ("Six people waited.", "Six", ""),
    ],
)
def test_people_are_counted_as_members_as_present_or_as_harmed(text: str, printed: str, group: str) -> None:
    """How many a league has as members says nothing about how many marched."""
    at = text.index(printed)
    assert groups.of(text, Span(at, at + len(printed))) == group


def test_guards_and_prisoners_are_never_one_count() -> None:
    assert marks("Two guards were off duty.", "Two").part(marks("SIX dangerous crims crawled out.", "SIX"))


def happening(text: str, printed: str, *, clock: bool = False) -> happenings.Marks:
    at = text.index(printed)
    return happenings.marks(text, Span(at, at + len(printed)), clock=clock)


@pytest.mark.parametrize(
    ("one", "other", "clock"),
    [
        (("Police arrested him on Saturday.", "Saturday"), ("He was let go on Sunday.", "Sunday"), False),
        (("He was convicted on Tuesday.", "Tuesday"), ("He was sentenced on Wednesday.", "Wednesday"), False),
        (("It was approved in 2030.", "2030"), ("Work began in 2031.", "2031"), False),
        (
            ("MPs vote on Wednesday.", "Wednesday"),
            ("Parliament will debate it on Thursday.", "Thursday"),
            False,
        ),
        (("The fire broke out at 3.15 am.", "3.15"), ("Firefighters arrived at 3.26 am.", "3.26"), True),
        (("Men entered at 3.40 am.", "3.40"), ("The first call came at 4.15 am.", "4.15"), True),
        (
            ("If there is a third ballot, it will be on 10 January.", "10 January"),
            ("She won on Sunday.", "Sunday"),
            False,
        ),
        (
            ("It failed for the second day on Wednesday.", "Wednesday"),
            ("It failed on Monday.", "Monday"),
            False,
        ),
        (
            ("All had stayed between 20 March and 6 April.", "20 March"),
            ("It shut its doors on 9 April.", "9 April"),
            False,
        ),
    ],
)
def test_dates_of_different_steps_of_a_course_are_no_contradiction(
    one: tuple[str, str], other: tuple[str, str], clock: bool
) -> None:
    here, there = happening(*one, clock=clock), happening(*other, clock=clock)
    assert here.part(there)
    assert there.part(here)


def test_two_dates_of_one_step_are_held_against_each_other() -> None:
    """An arrest on Saturday and one on Sunday cannot both be the arrest."""
    one = happening("Police arrested him on Saturday.", "Saturday")
    assert not one.part(happening("He was nicked on Sunday.", "Sunday"))


def test_the_step_is_the_one_nearest_before_the_date() -> None:
    """They "arrived nine minutes after the alarm, at 3.26" is when they arrived, and not when the alarm was raised."""
    made = happening("Firefighters arrived nine minutes after the alarm, at 3.26 am.", "3.26", clock=True)
    assert ("incident", "reached") in made.steps
