"""Heads of pasted articles as outlets of many kinds print them, around one invented article."""

from __future__ import annotations

import pytest

from summarizer import clean
from tests.test_clean_metadata import BODY, FOOT, TITLE

MENU = """Skip to main content|Home|News|Sport|Business|Opinion|Subscribe|Log in|Search|Latest
Ferry boss jailed for six years|Kelp farm wins national prize""".replace("\n", "|").split("|")
NELL = ("Nell Garrow",)
HEADS: dict[str, tuple[str, tuple[str, ...], str, str | None]] = {
    "role and zone": (
        "Harbours / This article is more than 2 months old / # / Council says walls cannot wait any longer"
        " / Nell Garrow Harbour correspondent / Tue 12 May 2031 10.14 BST / Last modified on Wed 13 May 2031 08.02 BST",
        NELL,
        "2031-05-12 10:14:00+01:00",
        "2031-05-13 08:02:00+01:00",
    ),
    "wire": ("# / By NELL GARROW / May 12, 2031 GMT", ("NELL GARROW",), "2031-05-12 00:00:00", None),
    "day and time apart": (
        "World / # / By Nell Garrow and Bo Lee / May 12, 2031 / 10:14 AM UTC / Updated 2 hours ago",
        ("Nell Garrow", "Bo Lee"),
        "2031-05-12 10:14:00+00:00",
        None,
    ),
    "French": (
        "Économie / # / Par Nell Garrow / Publié le 12 mai 2031 à 10h14, modifié le 13 mai 2031 à 11h02",
        NELL,
        "2031-05-12 10:14:00",
        "2031-05-13 11:02:00",
    ),
    "German": (
        "Hafen von Elland / # / Von Nell Garrow / 12.05.2031, 10.14 Uhr",
        NELL,
        "2031-05-12 10:14:00",
        None,
    ),
    "Spanish": (
        "# / Nell Garrow / Elland - 12 may 2031 - 10:14 CEST",
        NELL,
        "2031-05-12 10:14:00+02:00",
        None,
    ),
    "time first": (
        "# / Published / 12 May 2031 / By Nell Garrow / Harbour reporter",
        NELL,
        "2031-05-12 00:00:00",
        None,
    ),
    "time before the day": (
        "# / By Nell Garrow, ENN / 3 minute read / Published 10:14 AM EDT, Mon May 12, 2031",
        NELL,
        "2031-05-12 10:14:00-04:00",
        None,
    ),
    "radio": (
        "Business / # / May 12, 2031 5:00 AM ET / Heard on Morning Tide / Nell Garrow",
        NELL,
        "2031-05-12 05:00:00-04:00",
        None,
    ),
    "blog": ("# / Nell Garrow / Follow / 5 min read / · / May 12, 2031", NELL, "2031-05-12 00:00:00", None),
    "both times on one line": (
        "# / By Nell Garrow and Bo Lee / Posted Mon 12 May 2031 at 10:14am, updated Tue 13 May 2031 at 9:02am",
        ("Nell Garrow", "Bo Lee"),
        "2031-05-12 10:14:00",
        "2031-05-13 09:02:00",
    ),
    "place": (
        "# / Move is the first since 2022 / Nell Garrow in Elland MAY 12 2031",
        NELL,
        "2031-05-12 00:00:00",
        None,
    ),
    "summary": (
        "# / Council says walls cannot wait / Nell Garrow / Monday 12 May 2031 10:14",
        NELL,
        "2031-05-12 10:14:00",
        None,
    ),
    "time above the name": (
        "HARBOURS / # / May 12, 2031, 10:14 AM EDT · Updated May 13, 2031, 8:02 AM EDT / By Nell Garrow",
        NELL,
        "2031-05-12 10:14:00-04:00",
        "2031-05-13 08:02:00-04:00",
    ),
    "points and outlet": (
        "# / Council votes 9-6 / Bill of 4,100 crowns a year / By NELL GARROW FOR ELLANDONLINE"
        " / PUBLISHED: 10:14, 12 May 2031 | UPDATED: 08:02, 13 May 2031",
        ("NELL GARROW",),
        "2031-05-12 10:14:00",
        "2031-05-13 08:02:00",
    ),
    "agency and time": ("# / PTI · May 12, 2031, 10:14 IST", ("PTI",), "2031-05-12 10:14:00", None),
    "university": (
        "# / Published: May 12, 2031 10.14am AEST / Nell Garrow, University of Elland",
        NELL,
        "2031-05-12 10:14:00+10:00",
        None,
    ),
}


@pytest.mark.parametrize("around", [(MENU, FOOT), ([], [])], ids=["with menus", "alone"])
@pytest.mark.parametrize("form", HEADS)
def test_the_head_is_read_in_the_form_of(form: str, around: tuple[list[str], list[str]]) -> None:
    """Headlines of others stand right above it; the body stays whole whatever stands between."""
    printed, names, published, updated = HEADS[form]
    head = [TITLE if line == "#" else line for line in printed.split(" / ")]
    raw = "\n".join([*around[0], *head, *BODY, *around[1]])
    made = clean.clean(raw)
    assert (made.title, made.byline) == (TITLE, names)
    assert (str(made.published), made.updated and str(made.updated)) == (published, updated)
    assert [span.of(raw) for span in made.paragraphs][-len(BODY) :] == BODY


BELOW = (
    "The council of Port Elland voted on Tuesday to raise the harbour levy by a third.",
    "It was the first rise in nine years, and the shipping companies said that they would go to court over it.",
)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Port Elland Council Raises Harbour Levy.", "Port Elland Council Raises Harbour Levy"),
        ("Shippers to fight harbour levy in court.", "Shippers to fight harbour levy in court"),
        ("Shippers: Levy Is ‘Harbour Robbery.’", "Shippers: Levy Is ‘Harbour Robbery’"),
        ("The levy on the harbour is no small thing.", None),
        ("Nobody in Port Elland had seen it coming.", None),
        ("Levies Rise. Shippers Sue. Harbours Wait.", None),
        ("PORT ELLAND (HBN) – Council Raises Harbour Levy.", None),
    ],
)
def test_a_headline_that_an_archive_printed_with_a_stop_is_known_and_stays(
    first: str, title: str | None
) -> None:
    """It may say what the text says nowhere else, so it remains a sentence; an opening sentence is no headline."""
    raw = "\n\n".join((first, *BELOW))
    cleaned = clean.clean(raw)
    assert cleaned.title == title
    assert cleaned.paragraphs[0].of(raw) == first


@pytest.mark.parametrize(
    "menu",
    [
        "TV guide - Radio - Programmes - Help",
        "Levy * Harbour * Council * Ships",
        "Levy harbour council ships",
    ],
)
def test_a_menu_that_was_kept_is_no_headline_for_saying_what_it_says(menu: str) -> None:
    cleaned = clean.clean("\n".join(("Harbour News", menu, "Sea wall to cost a third more", "", *BELOW)))
    assert cleaned.title != menu


def test_a_headline_may_have_its_kind_before_it() -> None:
    head = (
        "The Ledger",
        "Politics & Economy",
        "Analysis: The council's narrowing path",
        "Nell Garrow",
        "12 May 2031",
    )
    assert clean.clean("\n".join((*head, "", *BELOW))).title == "Analysis: The council's narrowing path"
