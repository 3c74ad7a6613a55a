"""When things happened, as outlets tell it: weeks, seasons, days counted from another, and what is no one date."""

from __future__ import annotations

from datetime import date

import pytest

import summarizer
from summarizer import support
from summarizer.merge import days, gathering, statements, tellings
from summarizer.merge.day import Day
from tests.test_merge import FERRY, article, sides, told

TODAY = date(2037, 6, 10)
"""A Wednesday."""


def read(text: str, told_before: date | None = None) -> list[Day]:
    made = summarizer.read_text(f"{text}\n\nThe harbour of Kestervik has two piers and a light.", name="x")
    return list(days.of(support.index_of(made).lines[0], TODAY, told_before))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Families may come again from Wednesday next week, the prison said.", "2037-06-17"),
        ("The trial will open on Friday week in Kestervik.", "2037-06-19"),
        ("The ban on fishing ends on Monday, says the coastguard.", "2037-06-15"),
        ("The councillors meet on Thursday behind closed doors.", "2037-06-11"),
        ("The report will be finished by the end of the month.", "2037-06-30"),
        ("They won't be home before Wednesday, the mayor said.", "2037-06-17"),
        ("The dam that the cabinet approved on Thursday will cost more.", "2037-06-04"),
    ],
)
def test_a_day_is_told_by_its_week_and_by_the_tense_around_it(text: str, iso: str) -> None:
    assert [day.iso for day in read(text)] == [iso]


def test_that_afternoon_and_a_week_later_count_from_the_day_told_before() -> None:
    before = date(2037, 6, 1)
    assert [day.iso for day in read("She stepped down that afternoon, an aide said.", before)] == [
        "2037-06-01"
    ]
    (week,) = read("A week later he came back to the harbour.", before)
    assert week.reach == (date(2037, 6, 8), date(2037, 6, 14))


def test_a_season_with_its_year_is_one_date() -> None:
    """The year behind it was once read as a date of its own, and the season as that of another year."""
    (day,) = read("In the summer of 2029 somebody got over the wall.")
    assert (day.season, day.year) == ("summer", 2029)


@pytest.mark.parametrize(("month", "apart"), [(7, False), (9, False), (12, True)])
def test_a_season_and_a_month_differ_where_no_month_of_it_is_near(month: int, apart: bool) -> None:
    (summer,) = read("In the summer of 2029 somebody got over the wall.")
    assert summer.differs(Day(summer.span, 2029, month, None)) is apart


def test_what_is_shut_until_a_day_contradicts_that_it_opens_on_another() -> None:
    made = told(
        f"{FERRY} The harbour of Kestervik stays closed until Friday.",
        f"{FERRY} The harbour of Kestervik will open again on Sunday.",
    )
    assert len(sides(made, "date")) == 1


def test_a_dateline_is_the_day_of_writing_and_no_date_of_the_event() -> None:
    one = article(
        "KESTERVIK, Oct 14 (Wire) - The ferry Solveig hit a rock near Kestervik on Monday.", "2031-10-14"
    )
    telling = tellings.of_article("A1", one, summarizer.summarize(one, model="extractive"))
    (said, *_) = statements.of(telling)
    assert [day.iso for day in said.days] == ["2031-10-13"]


def test_sides_that_do_not_contradict_each_other_make_no_chain() -> None:
    """A chain holds something true of any event, and shows a reader nothing."""
    one = article("The ferry Solveig hit Gull Skerry near Kestervik on Monday night.", "2031-10-14")
    telling = tellings.of_article("A1", one, summarizer.summarize(one, model="extractive"))
    said = statements.of(telling)[0]
    four, six, two = (("four", "four", said), ("six", "six", said), ("two", "two", said))
    made = list(gathering.of([(four, six), (four, two)]))
    assert [{side.text for side in each} for each in made] == [{"four", "six"}, {"four", "two"}]
    (whole,) = gathering.of([(four, six), (four, two), (six, two)])
    assert len(whole) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Her complaint was filed on 9 October.", "She has until 31 October to file a complaint."),
        ("Card payments have failed since 5 am.", "By 5.20 am card payments had failed."),
        (
            "The captain will explain the wreck on 20 October.",
            "The captain explained the wreck on 9 October.",
        ),
    ],
    ids=["a deadline", "by then", "still to come"],
)
def test_what_came_before_a_deadline_or_is_still_to_come_contradicts_nothing(one: str, other: str) -> None:
    made = told(f"{FERRY} {one}", f"{FERRY} {other}")
    assert [side for side in made.differences if side.kind == "date"] == []
