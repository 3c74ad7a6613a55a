"""Article text that a page's boxes, numbers and lists must not cost, and lists of other stories that must not come in."""

from __future__ import annotations

import pytest

from summarizer import clean

LEAD = "The ferry to Lunn will stop running in October, the council of Skarv decided on Tuesday evening."
MORE = "Its hull is sixty years old, and the repair would have cost nine million crowns, the council said."
LAST = "A bus will take the islanders to the bridge at Arden instead, twice a day and free of charge."
MENU = (
    "Home",
    "News",
    "Sport",
    "Skarv",
    "Council stops the ferry to Lunn",
    "By Ann Roe",
    "3 June 2031, 14:20",
)
FOOT = ("Most read", "Wolf seen in the harbour", "Bakery closes after ninety years", "Privacy policy")


def kept(*lines: str) -> list[str]:
    raw = "\n".join((*MENU, *lines, *FOOT))
    return [span.of(raw) for span in clean.clean(raw).paragraphs]


@pytest.mark.parametrize(
    "box",
    [
        ("Read More", "Harbour plans: what we know", "Man fined for feeding swans"),
        ("You have 2 free articles left", "Subscribe for one crown a week", "Already a subscriber? Log in"),
        ("RELATED", "Harbour plans: what we know", "New crane for the north quay"),
    ],
    ids=["teasers", "offer", "list"],
)
def test_the_article_goes_on_behind_a_box(box: tuple[str, ...]) -> None:
    """Short paragraphs below a box were taken for the page's."""
    above = (
        "TRADERS at the quay of Skarv say that they will not survive the winter without the ferry to Lunn.",
        "It was stopped in August to replace an engine that is older than the harbour master. Eight weeks were planned.",
        "But the yard found a second crack, and beneath it a third.",
    )
    below = (
        "Jill Abbot, who runs the Copper Kettle café, said takings were down by two thirds.",
        "She said: “We had eleven customers yesterday, and four of them were engineers.",
        "“They are lovely people, but they bring sandwiches.”",
        "The county has offered each shop a grant of 1,500 crowns.",
    )
    found = kept(*above, *box, *below)
    assert [line for line in (*above, *below) if line not in found] == []


def test_headlines_below_read_more_are_of_other_stories() -> None:
    box = ("Read More", "Harbour plans: what we know", "Man fined for feeding swans")
    assert kept(LEAD, MORE, *box, LAST) == [LEAD, MORE, LAST]


@pytest.mark.parametrize("numbers", [("I", "II", "III"), ("1.", "2.", "3."), ("1", "2", "3")])
def test_sections_under_bare_numbers_are_the_article_with_their_verses(numbers: tuple[str, ...]) -> None:
    lines = (
        *(numbers[0], "The hull", LEAD, MORE),
        *(numbers[1], "The song", "One for the barrel and one for the king", "It was sung at every launch."),
        *(numbers[2], "The bus", LAST, "It is late."),
    )
    found = kept(*lines)
    assert [line for line in lines if line not in found] == []


@pytest.mark.parametrize("end", ["", "."])
def test_a_numbered_list_of_other_stories_is_no_sections(end: str) -> None:
    """Below their numbers stand headlines, one each, whether a full stop ends them or not."""
    stories = (
        "Wolf seen on the motorway near Arden",
        "Hotel of Lunn sold for one crown again",
        "Why bins are late",
    )
    listed = [line for at, story in enumerate(stories, 1) for line in (str(at), story + end)]
    assert kept(LEAD, MORE, LAST, "Trending", *listed) == [LEAD, MORE, LAST]


def test_a_release_keeps_its_list_and_what_comes_next_up_to_its_sender() -> None:
    told = "“Kestrel stands by its harbours,” said Karen Oduya, who runs Kestrel Ferries from her office in Skarv."
    points = (
        "Highlights",
        "Two ships of ninety metres",
        "Engines made in Lunn",
        "First crossing in the spring",
    )
    close = "Work is to begin in March, if the board agrees."
    sender = ("About Kestrel Ferries", "Kestrel Ferries runs eleven routes and employs 640 people.")
    found = kept(
        LEAD, MORE, told, *points, close, *sender, "Media contact", "Jonas Field", "Phone: +00 555 0142"
    )
    assert found == [LEAD, MORE, told, *points, close]


def test_lines_of_one_width_are_joined_though_addresses_and_menus_stand_around_them() -> None:
    text = """\
From: Harbour News <news@harbour.example>
View this email in your browser

COUNCIL STOPS THE FERRY TO LUNN
By Ann Roe

SKARV (Harbour News) - The ferry to Lunn will stop running in
October, the council decided on Tuesday evening after a debate
of seven hours that was broken off twice.

Its hull is sixty years old, and the repair would have cost
nine million crowns, which the council says that it does not
have. A bus will take the islanders to the bridge at Arden.

Also today
* Court frees two in smuggling case
https://harbour.example/s/88207
"""
    made = clean.clean(text)
    assert [" ".join(span.of(text).split())[:12] for span in made.paragraphs] == [
        "SKARV (Harbo",
        "Its hull is ",
    ]
    assert made.title == "COUNCIL STOPS THE FERRY TO LUNN"


def test_titles_in_a_row_above_a_place_and_its_outlet_are_of_other_stories() -> None:
    """They were told as the first line of a summary, and one of them as a claim."""
    titles = (
        "Why the council of Skarv will do anything to keep the ferry to Lunn",
        "This is the council's answer to the bridge at Arden",
        "What you need to know about the ferry to Lunn",
        "Skarv says the ferry to Lunn will not stop in October",
    )
    lead = f"Skarv (Orme News){LEAD}"
    assert kept(*titles, lead, MORE, LAST) == [lead, MORE, LAST]
