"""What stands around a saying and is no part of it: where somebody is from, the show it was said on, a place."""

from __future__ import annotations

import pytest

from tests.test_attribute import said


@pytest.mark.parametrize(
    "sentence",
    [
        "“The levy scares me,” Ann Roe, 30, of Otterby, N.C., who was among those polled, said in an interview.",
        "“The levy scares me,” Ann Roe, 30, of Otterby, Ohio, said.",
        "“The levy scares me,” said Ann Roe, 30, of Otterby, N.C.",
        "“The levy scares me,” Ann Roe, from Otterby, Ohio, told the paper.",
    ],
)
def test_the_place_somebody_is_from_says_nothing(sentence: str) -> None:
    assert said(sentence) == [("Ann Roe", "“The levy scares me,”")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Roe said on the NBD show “Morning Harbour” that the levy was a mistake.",
        'Ann Roe said on NBD\'s "Morning Harbour" on Tuesday that the levy was a mistake.',
        "Ann Roe told NBD's ''Morning Harbour'' that the levy was a mistake.",
    ],
)
def test_the_name_of_a_show_is_not_what_was_said_on_it(sentence: str) -> None:
    assert said(sentence) == [("Ann Roe", "that the levy was a mistake")]


def test_where_a_plant_stands_is_no_part_of_its_owners_name() -> None:
    text = "Outside Carrow's plant in Otterby the lights were on.\nCarrow has said it will pay the levy."
    assert [speaker for speaker, _ in said(text)] == ["Carrow"]


def test_a_headline_that_asks_about_somebody_gives_no_words_of_hers() -> None:
    text = "Ann Roe: a saint or just another mayor?\nAnn Roe has led Otterby for nine years without a rival."
    assert said(text) == []


@pytest.mark.parametrize(
    "calling", ["Rival", "Nurse", "Student", "Embattled", "Veteran", "Billionaire", "Fellow"]
)
def test_what_somebody_is_at_the_head_of_a_sentence_is_no_part_of_the_name(calling: str) -> None:
    """The capital is the sentence's."""
    assert said(f"{calling} Ann Roe, however, said she would not pay.")[0][0] == "Ann Roe"


@pytest.mark.parametrize(
    "name", ["Student Loans Company", "Marine Le Vaux", "Socialist Workers Party", "Baker Hume"]
)
def test_a_name_that_begins_with_a_calling_keeps_it(name: str) -> None:
    assert said(f"{name} said on Tuesday that the levy was a mistake.")[0][0] == name


def test_a_title_and_one_name_go_without_what_they_belong_to() -> None:
    text = (
        "“It is over,” said Ann Roe, an economist.\n“We cannot pay,” said Ms. Roe of the Levy Policy Center."
    )
    assert [speaker for speaker, _ in said(text)] == ["Ann Roe", "Ann Roe"]


@pytest.mark.parametrize(
    "named",
    [
        "Former secretary of state Ann Roe",
        "Secretary of State Ann Roe",
        "Director of National Intelligence Ann Roe",
        "Speaker of the House Ann Roe",
        "The Chronicle’s Ann Roe",
    ],
)
def test_an_office_with_of_in_it_and_who_one_writes_for_are_no_part_of_the_name(named: str) -> None:
    assert said(f"{named} said the levy was a mistake.")[0][0] == "Ann Roe"


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("Mayor Bill de Vries backed the levy on Monday.", "“We will pay,” de Vries said.", "Bill de Vries"),
        (
            "Ursula von der Aue, who leads Otterby, was late.",
            "Von der Aue said she would pay.",
            "Ursula von der Aue",
        ),
        ("The clerk, Juan de la Roca, was late.", "De la Roca said the town would pay.", "Juan de la Roca"),
    ],
)
def test_small_words_are_part_of_a_surname(first: str, again: str, name: str) -> None:
    assert said(f"{first}\n{again}")[-1][0] == name


@pytest.mark.parametrize(
    "name",
    ["State Department", "Home Office", "Foreign Ministry", "Treasury Department", "Republican National Committee",
     "Home Depot", "General Motors", "Health Canada", "Stephen King", "Masayoshi Son"],
)  # fmt: skip
def test_a_word_of_an_office_in_a_name_stays_in_it(name: str) -> None:
    """Nobody knows which department "Department" is."""
    assert said(f"{name} said on Tuesday that the levy was a mistake.")[0][0] == name


@pytest.mark.parametrize(
    "named",
    [
        "Home Secretary Ann Roe",
        "General Ann Roe",
        "First Minister Ann Roe",
        "Republican Ann Roe",
        "Ann Roe MP",
    ],
)
def test_an_office_before_a_persons_name_does_not(named: str) -> None:
    assert said(f"{named} said on Tuesday that the levy was a mistake.")[0][0] == "Ann Roe"


@pytest.mark.parametrize(
    "who",
    ["Analysts at Orme Bank", "Lawyers for Bo Lee", "Critics of Bo Lee", "Officials in Otterby", "Researchers at the University of Lund",
     "a spokesman for Ann Roe"],
)  # fmt: skip
def test_whom_somebody_speaks_for_does_not_speak(who: str) -> None:
    """What the critics of a mayor say is the last thing he would."""
    text = "Bo Lee, the mayor, met Ann Roe of Orme Bank in Otterby. The University of Lund was closed.\n"
    assert (
        said(f"{text}{who[:1].upper()}{who[1:]} said on Tuesday that the levy was a mistake.")[-1][0] == who
    )


def test_who_works_for_somebody_the_article_names_speaks_by_their_own_name() -> None:
    text = (
        "The Intercept was there, as was Orme Bank.\nLee Wang of The Intercept said the levy was a mistake."
    )
    assert said(text)[-1][0] == "Lee Wang"


@pytest.mark.parametrize("who", ["Outside experts", "Independent experts", "Local officials"])
def test_an_adjective_at_the_head_of_a_sentence_is_no_name(who: str) -> None:
    assert said(f"{who} said on Tuesday that the levy was a mistake.")[0][0] == who


def test_she_is_no_thing_with_an_article_before_it() -> None:
    text = "Her son posed as a Go-Kart Track on the site. “I am so ahead of every other parent,” she said."
    assert said(text)[-1][0] != "Go-Kart Track"


def test_the_town_a_company_is_in_is_not_the_company() -> None:
    """What things are in is a place; a body is what people are at, of and for."""
    text = "Trains stopped in Oslar at noon. They will not stop in Oslar again.\nThe mill in Oslar closed. It lost money last year, the company claims."
    assert [speaker for speaker, _ in said(text)] == ["the company"]
    text = "Tarn made the trains. Investors put money in Tarn, and shares in Tarn rose.\nIt lost money last year, the company claims."
    assert said(text)[-1][0] == "Tarn"


@pytest.mark.parametrize(
    "sentence",
    [
        "Otter Bank this month announced that it would close four branches.",
        "The board of Otter Bank earlier this month announced that it would close four branches.",
        "Otter Bank a week ago announced that it would close four branches.",
    ],
)
def test_when_something_was_said_is_not_who_said_it(sentence: str) -> None:
    [(speaker, content)] = said(sentence)
    assert "Otter Bank" in str(speaker)
    assert content == "that it would close four branches"


@pytest.mark.parametrize("when", ["January 2031", "Monday", "morning"])
def test_a_study_is_named_with_its_date(when: str) -> None:
    [(speaker, _)] = said(f"According to a {when} study by the Orme Institute, one bridge in ten is closed.")
    assert "study" in str(speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "Noting that the bridge was closed, Ann Roe left the meeting.",
        "Claiming that the bridge was closed, Roe called off the march.\nAnn Roe is a clerk.",
    ],
)
def test_who_the_sentence_goes_on_about_said_what_it_opens_with(sentence: str) -> None:
    assert said(sentence)[0] == ("Ann Roe", "that the bridge was closed")
