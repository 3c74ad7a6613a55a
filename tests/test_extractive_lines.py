"""Which sentences make a summary's lines: those that tell something, of people the reader has met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer import summarize
from summarizer.article import Sentence
from summarizer.drafts import labels, leaning, salience
from tests.test_attribute import article

LEAD = (
    "Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from the first of May."
)
CRACKS = (
    "Engineers found cracks in two beams of the north bridge in January and warned the council of a collapse."
)
FILLER = (
    "The ferry across the river will run every ten minutes from five in the morning while work goes on.",
    "Lorries have used the north bridge of Otterby since 1931, and some 900 of them cross it every day.",
)


def lines(*paragraphs: str) -> list[str]:
    """The summary lines of planted paragraphs."""
    made = summarize(article("\n".join(paragraphs)), model="extractive")
    return [line.text for line in made.summary]


@pytest.mark.parametrize(
    "text",
    [
        "Cover image: the north bridge of Otterby seen from the harbour wall at dawn.",
        "Picture: Ann Roe on the north bridge of Otterby.",
        "Associated Press writer Ann Roe contributed to this report.",
        "Additional reporting by Ann Roe and Bo Lee in Otterby.",
        "You can also subscribe to this newsletter about the bridges of Otterby here.",
        "Yes, the bridge of Otterby is that old.",
        "Here’s what the mayor of Otterby had to say…",
        "Good morning and welcome back to Bridge Talk, the newsletter everybody in Otterby reads.",
        "Roe 63 85% 1 bridge (1 shut).",
    ],
)
def test_captions_credits_offers_and_rows_of_tables_are_no_lines(text: str) -> None:
    """They end in a full stop, as sentences do, and tell nothing of what happened."""
    assert labels.is_label(text, len(text.split()), 1.0)
    assert text not in lines(LEAD, CRACKS, text, *FILLER)


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose by 4% to $3.1bn from $2.9bn, and shares fell by 2%.",
        "The picture: a city that has two bridges and wants to keep both of them.",
        "Roe subscribed to the view that the bridge was safe.",
    ],
)
def test_sentences_that_only_look_like_them_stay(text: str) -> None:
    """Figures, and words that pages print above pictures, are news too."""
    assert not labels.is_label(text, len(text.split()), 1.0)


def test_what_a_newsletter_says_of_itself_goes_with_its_offers() -> None:
    """The praise stands between two offers and has no mark of its own."""
    praise = "Bridge Talk is the preferred reading of everybody who builds bridges in Otterby."
    made = lines(
        f"Start your day with Bridge Talk. {praise} Sign up for the free daily newsletter.",
        LEAD,
        CRACKS,
        *FILLER,
    )
    assert made[0] == LEAD
    assert praise not in made


def test_a_second_sentence_that_turns_the_first_is_kept_with_it() -> None:
    """The turn is the news; without it the line says the opposite."""
    first = (
        "A deal between Otterby and Lund was supposed to be a limited agreement that would allow leaders of both "
        "cities to claim an easy victory while soothing the hauliers of the coast."
    )
    second = (
        "But it may grow into something bigger if Mayor Ann Roe agrees to the demands of Lund to lift the tolls on "
        "its lorries, people who know the talks say."
    )
    assert lines(f"{first} {second}", CRACKS, *FILLER)[0] == f"{first} {second}"


def test_a_line_introduces_whom_it_names() -> None:
    """A surname alone tells nobody who that is; a sentence of the same weight that needs none is taken."""
    met = (
        "The harbour office, which Clara Finch has led since May, counts lorries at both ends of the bridge."
    )
    short = "Finch said the number of lorries on the north bridge of Otterby had doubled since January."
    plain = "The number of lorries on the north bridge of Otterby had doubled since January, a count shows."
    made = lines(LEAD, CRACKS, *FILLER[:1], met, short, plain)
    assert short not in made or any(met in line for line in made[: made.index(short)])


@pytest.mark.parametrize(
    "text",
    [
        "Eight minutes later the veteran struck from 20 yards.",
        "Later in the day, Ann Roe met the hauliers.",
        "Well, go on, take the bridge.",
        "The northern Sierra Nevada has seen no rain in two months, he said.",
    ],
)
def test_what_follows_on_from_a_sentence_leans(text: str) -> None:
    """Later than what, and who said so, stands in the sentence before."""
    assert leaning.leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is a matter of pure chance that nobody was killed.",
        "Ann Roe told members the wall was safe and that, she said, nobody would lift a stone of it.",
        "Five years after the flood Otterby has a wall.",
    ],
)
def test_what_names_its_speaker_or_means_nothing_by_it_does_not(text: str) -> None:
    """The reader of this one sentence knows all that it speaks of."""
    assert not leaning.leans(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Washington, DC, United States: The agency chose five firms.", "The agency chose five firms."),
        ("In sum, the claim is without any ground.", "The claim is without any ground."),
        ("Summary: The claim is without any ground.", "The claim is without any ground."),
        ("Ann Roe, Mayor: The bridge will close.", "Ann Roe, Mayor: The bridge will close."),
    ],
)
def test_a_place_before_a_colon_and_a_summing_up_are_left_off(text: str, left: str) -> None:
    """A name before a colon is a speaker, unless it ends in a country."""
    assert leaning.trimmed(text) == left


def test_cells_of_a_pasted_table_are_no_line() -> None:
    """Tabs part the cells; printed on one line they read like a sentence about Otterby's north bridge."""
    row = "Otterby north bridge\t28\t38% of lorries\tNo cracks in the north bridge registered by the council."

    made = lines(LEAD, row, CRACKS, *FILLER)

    assert made
    assert not any("registered by the council" in line for line in made)


def test_a_sentence_stands_in_one_line_only() -> None:
    """The one that turns another may have been chosen by itself before."""
    spans = [Sentence(at, 10 * at, 10 * at + 9, 1) for at in range(1, 5)]
    one, two, three, four = (
        salience.Ranked(
            span, score, frozenset({f"term{span.number}"}), 10, True, False, False, turns=span.number == 4
        )
        for span, score in zip(spans, (9.0, 1.0, 2.0, 3.0), strict=True)
    )
    weights = replace(salience.WEIGHTS, opening=5)
    made = [number for line in salience.lines((one, two, three, four), 4, weights) for number in line]
    assert len(made) == len(set(made))
