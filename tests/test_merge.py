"""Several tellings of one event side by side: invented articles of a few sentences each."""

from __future__ import annotations

from datetime import datetime

import pytest

import summarizer
from summarizer.article import Article
from summarizer.briefing import Briefing

HARBOUR = "The harbour master of Lorn, Ola Brekke, spoke on the quay of Lorn on Monday. "


def told(*texts: str, published: str | None = "2031-10-14") -> Briefing:
    """Brief articles, one text each, all of one day."""
    return summarizer.brief(
        [article(text, published, at) for at, text in enumerate(texts)], model="extractive"
    )


def article(text: str, published: str | None, at: int = 0) -> Article:
    day = f"{datetime.fromisoformat(published):%d %B %Y}\n\n" if published else ""
    return summarizer.read_text(f"{day}{text}", name=f"{'abcdefgh'[at]}.txt")


def sides(made: Briefing, kind: str) -> list[set[str]]:
    return [{side.text for side in one.sides} for one in made.differences if one.kind == kind]


OTHERWISE = (
    "It was the third time this year that a ship had struck the rocks of Gull Skerry, and it was the Solveig."
)
FERRY = "The ferry Solveig ran aground on Gull Skerry near Kestervik on Monday night."


def test_figures_of_one_thing_that_differ_are_shown_with_their_sides() -> None:
    made = told(
        f"{FERRY} Three passengers died on the ferry, the coast guard said.",
        f"{FERRY} The coast guard said four passengers died on the ferry.",
    )
    assert sides(made, "figure") == [{"Three passengers died", "four passengers died"}]
    assert {e.source for side in made.differences[0].sides for e in side.evidence} == {"A1", "A2"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More than 200 passengers were on board.", "There were 212 passengers on board."),
        ("Some 1.2 million florins were lost by the owner.", "The owner lost 1,200,000 florins."),
        ("The mills at Grenna employ 1,900 people.", "The mill once employed 2,100 people."),
        ("The owner lost 28 million florins in 2030.", "The owner lost 31 million florins in 2029."),
        ("The guard, Len Foss, 63, was hurt.", "The guard, who is 22, was hurt."),
    ],
    ids=["a bound", "another spelling", "another place", "another year", "nobody's age"],
)
def test_figures_that_can_both_be_right_are_no_difference(one: str, other: str) -> None:
    """A false contradiction costs an editor more than a missed one."""
    made = told(f"{FERRY} {one}", f"{FERRY} {other}")
    assert sides(made, "figure") == []


def test_a_weekday_is_a_day_of_the_calendar_by_the_day_the_source_came_out() -> None:
    """“Monday” in Tuesday's paper and “13 October” are one day; “Sunday” is another."""
    first = article("The ferry Solveig hit Gull Skerry near Kestervik on Monday night.", "2031-10-14")
    second = article("The ferry Solveig hit Gull Skerry near Kestervik on 13 October.", "2031-10-20", 1)
    third = article("The ferry Solveig hit Gull Skerry near Kestervik on Sunday night.", "2031-10-16", 2)
    made = summarizer.brief([first, second, third], model="extractive")
    (difference,) = [one for one in made.differences if one.kind == "date"]
    by_source = [{e.source for e in side.evidence} for side in difference.sides]
    assert sorted(map(sorted, by_source)) == [["A1", "A2"], ["A3"]]
    assert [moment.date for moment in made.timeline] == ["2031-10-12", "2031-10-13"]


def test_without_a_date_of_publication_yesterday_is_not_placed() -> None:
    made = told(f"{FERRY} The owner spoke yesterday.", f"{FERRY} The mayor wept yesterday.", published=None)
    assert made.timeline == ()
    assert any("no date of publication" in warning for warning in made.warnings)


def test_one_quotation_in_two_mouths_is_a_difference() -> None:
    quote = "“We had nine boats in the water within half an hour,”"
    made = told(
        f"{FERRY} {quote} said Tora Lindvik.", f"{FERRY} {quote} said Ola Brekke, the harbour master."
    )
    assert sides(made, "speaker") == [{"Tora Lindvik", "Ola Brekke"}]
    assert all(claim.support.verdict == "doubtful" for claim in made.claims if "nine boats" in claim.text)


def test_one_speaker_by_surname_and_by_name_is_one() -> None:
    quote = "“We had nine boats in the water within half an hour,”"
    made = told(f"{FERRY} {quote} said Tora Lindvik.", f"{FERRY} {quote} Ms Lindvik told reporters.")
    assert sides(made, "speaker") == []


def test_what_one_source_states_and_another_has_denied_is_a_difference() -> None:
    made = told(
        f"{FERRY} Skerry Lines ignored a warning about the radar of the ferry.",
        f"{FERRY} Skerry Lines denied that it had ignored a warning about the radar.",
    )
    assert [one.kind for one in made.differences] == ["denial"]


def test_a_misspelt_name_is_a_difference() -> None:
    made = told(
        f"{FERRY} The captain, Henrik Aasen, was questioned by police on the quay.",
        f"{FERRY} Henrik Aasan, the captain, was questioned by police on the quay.",
    )
    assert sides(made, "name") == [{"Henrik Aasen", "Henrik Aasan"}]


AGENCY = (
    "Three people died when the ferry Solveig ran aground on Gull Skerry near Kestervik on Monday night. "
    "Rescue boats and two helicopters took everybody off the ship before three in the morning. "
    "The captain of the ship was questioned by the police of Kestervik on Tuesday morning. "
    "The owner of the ferry said that the ship had passed its last inspection in the month of May."
)


def test_a_lightly_edited_copy_is_no_independent_source() -> None:
    """Agency text in ten papers is one source ten times."""
    edited = AGENCY.replace("everybody", "everyone").replace("The owner of the ferry", "The ferry's owner")
    made = told(AGENCY, edited)
    assert [one.copy_of for one in made.sources] == [None, "A1"]
    assert made.claims == ()
    assert any("1 of them independent" in warning for warning in made.warnings)


def test_an_article_given_twice_is_named() -> None:
    made = told(AGENCY, AGENCY)
    assert made.sources[1].copy_of == "A1"
    assert made.differences == ()


def test_two_reporters_who_quote_one_statement_are_independent() -> None:
    """A long quotation makes no copy of an article."""
    quote = "“We had nine boats in the water within half an hour, and nobody slept that night in the whole town of Lorn.”"
    made = told(
        f"The ferry Solveig lay on Gull Skerry. Tora Lindvik said: {quote}",
        f"On the quay of Kestervik, where the Solveig was due, Tora Lindvik told us: {quote}",
    )
    assert [one.copy_of for one in made.sources] == [None, None]
    assert [claim.independent for claim in made.claims] == [2]


def test_a_claim_is_confirmed_only_with_every_figure_and_name_of_it() -> None:
    """What one source adds must not borrow the other's authority."""
    made = told(
        f"{FERRY} The captain, Henrik Aasen, was questioned by police and drank 4 beers.",
        f"{OTHERWISE} The captain was questioned by police.",
    )
    confirmed = [claim.text for claim in made.claims]
    assert "The captain was questioned by police." in confirmed
    assert not any("beers" in text for text in confirmed)


def test_what_only_one_source_has_is_shown_as_such() -> None:
    made = told(
        f"{FERRY} A fund was set up by the Seamen's Church in Lorn.", f"{FERRY} The captain slept on board."
    )
    assert any("Seamen's Church" in claim.text for claim in made.single_source)
    assert all(claim.sources == ("A1",) for claim in made.single_source if "Church" in claim.text)


def test_unrelated_articles_are_grouped_and_not_compared() -> None:
    made = told(
        "Three people died when the ferry Solveig ran aground on Gull Skerry near Kestervik.",
        "Four people died when the tower of Saint Anna's church fell on a market in Velde.",
        "Tarn Paper will close its mill in Oslar with the loss of 640 jobs.",
    )
    assert len({one.group for one in made.sources}) == 3
    assert made.differences == ()
    assert made.claims == ()
    assert "3 topics" in made.headline
    assert any("unrelated" in warning for warning in made.warnings)


def test_what_a_party_said_on_two_days_stands_side_by_side() -> None:
    first = article(f"{FERRY} The minister, Jens Rafnung, said he would not stop the ferries.", "2031-10-14")
    second = article(f"{FERRY} The minister, Jens Rafnung, ordered the ferries to stop.", "2031-10-16", 1)
    made = summarizer.brief([first, second], model="extractive")
    (position,) = [one for one in made.positions if one.holder == "Jens Rafnung"]
    assert [stand.date for stand in position.over_time] == ["2031-10-14", "2031-10-16"]


def test_what_is_not_known_is_an_open_question() -> None:
    made = told(
        f"{FERRY} It is not known why the ship left the channel.", f"{FERRY} The captain slept on board."
    )
    assert [question.text for question in made.questions] == [
        "It is not known why the ship left the channel."
    ]


def test_every_line_cites_the_very_words_of_a_source() -> None:
    texts = (f"{FERRY} Three passengers died.", f"{FERRY} Four passengers died.")
    articles = [article(text, "2031-10-14", at) for at, text in enumerate(texts)]
    made = summarizer.brief(articles, model="extractive")
    lists = (made.summary, made.claims, made.single_source, made.timeline, made.parties, made.questions)
    cited = [e for items in lists for item in items for e in item.evidence]
    cited += [e for one in made.differences for side in one.sides for e in side.evidence]
    raw = {f"A{at}": one for at, one in enumerate(articles, start=1)}
    assert cited
    for e in cited:
        assert raw[e.source].raw[e.start : e.end] == e.text
        assert raw[e.source].sentence(e.sentence).start == e.start


def test_the_date_at_the_head_of_a_page_places_its_weekdays() -> None:
    head = "Issue 37 | 14 October 2031 | Ships\n\n"
    made = [summarizer.read_text(f"{head}{FERRY} The owner wept.", name=f"{name}.txt") for name in "ab"]
    assert "2031-10-13" in [one.date for one in summarizer.brief(made, model="extractive").timeline]


@pytest.mark.parametrize(("day", "shown"), [("1 October", 1), ("20 October", 0)])
def test_not_before_a_day_contradicts_an_earlier_one_only(day: str, shown: int) -> None:
    made = told(
        f"{FERRY} The dry dock of Lorn will open again on {day}.",
        f"{FERRY} The dry dock will not open again before 15 October.",
        published="2031-09-14",
    )
    assert len(sides(made, "date")) == shown
