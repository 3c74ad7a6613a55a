"""A line of a summary is read alone: what it may not begin with, and what may be left off its front."""

from __future__ import annotations

import pytest

from summarizer.drafts import leaning


@pytest.mark.parametrize(
    "text",
    [
        "He said the bridge would close.",
        "In a statement posted on Chirp, she said the bridge would close.",
        "In a letter at the time he called the plan a mistake.",
        "Asked whether the bridge was safe, the engineer shook her head.",
        "Sentencing him on Friday, the judge spoke for an hour.",
        "This comes after two beams cracked in January.",
        "Meanwhile, it also agreed to repair the south bridge.",
        "But she did not vote.",
        "The spokesman added that talks would go on.",
        "The 43-year-old crossed the line first.",
        "For example, lorries may still use the ferry.",
    ],
)
def test_a_sentence_that_points_back_leans(text: str) -> None:
    """Its reader does not see what it points to."""
    assert leaning.leans(leaning.trimmed(text))


@pytest.mark.parametrize(
    "text",
    [
        "It is hoped that the bridge will reopen in May.",
        "There is no money for a second bridge.",
        "This week the council votes again.",
        "In a speech in Otterby, Ann Roe said the bridge would close.",
        "After a night of rain, Mayor Roe said she would close the bridge.",
        "The Harbour Minister also told members that the wall would hold.",
        "However, the council kept the ferry.",
    ],
)
def test_a_sentence_that_names_what_it_speaks_of_does_not(text: str) -> None:
    """Too strict a rule would leave a summary the dullest sentences of an article."""
    assert not leaning.leans(leaning.trimmed(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("OTTERBY — Two beams of the north bridge cracked.", "Two beams of the north bridge cracked."),
        ("OTTERBY (HBN) - Two beams of the bridge cracked.", "Two beams of the bridge cracked."),
        ("Otterby (Harbour News)Two beams of the bridge cracked.", "Two beams of the bridge cracked."),
        ("NORTH OTTERBY: Two beams of the bridge cracked.", "Two beams of the bridge cracked."),
        ("Otterby, Ill. — Two beams of the bridge cracked.", "Two beams of the bridge cracked."),
        ("However, the council kept the ferry.", "The council kept the ferry."),
        ("And the ferry is full by eight.", "The ferry is full by eight."),
        ("But if it rains, the ferry stops.", "But if it rains, the ferry stops."),
        ("OTTERBY Council voted to close the bridge.", "OTTERBY Council voted to close the bridge."),
        (
            "The Otterby Haulage Group (OHG) sued the council.",
            "The Otterby Haulage Group (OHG) sued the council.",
        ),
        (
            "The ferry – full by eight – runs twice an hour.",
            "The ferry – full by eight – runs twice an hour.",
        ),
    ],
)
def test_a_dateline_and_a_bare_connective_are_left_off(text: str, left: str) -> None:
    """They tie the sentence to the wire or to the sentence before, and say nothing about the matter."""
    assert leaning.trimmed(text) == left


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er kündigte an, die Brücke zu sperren."),
        ("fr", "Cependant, le pont reste ouvert."),
        ("es", "Pero el puente sigue abierto."),
        ("pt", "Ele disse que a ponte fica aberta."),
        ("ru", "Он сказал, что мост закрыт."),
    ],
)
def test_other_languages_have_their_pronouns_and_connectives(language: str, text: str) -> None:
    """A summary in the article's own language is held to the same rule as far as we know the language."""
    assert leaning.leans_in(language, text)
    assert not leaning.leans_in(language, "Otterby 2031.")
    assert not leaning.leans_in("ko", text)


@pytest.mark.parametrize(
    "text",
    [
        "So-called bridge banks lend to hauliers.",
        "So many lorries crossed that the bridge shook.",
        "In addition to the bridge, the council wants a tunnel.",
        "Instead of closing the bridge, the council asked for a second opinion.",
        "Both Ann Roe and Bo Lee voted for the tunnel.",
        "The group that runs the ferry wants a subsidy.",
        "The decision to close the bridge cost 400 jobs.",
        "There’s a crack in the north bridge.",
        "It’s unclear whether the bridge will reopen.",
        "Although only one beam cracked, it took eight hours to close the bridge.",
    ],
)
def test_what_only_begins_like_a_reference_stands_alone(text: str) -> None:
    """Refused, it costs the summary a sentence near the top and brings one from far down."""
    assert not leaning.leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "In addition to this, the council wants a tunnel.",
        "In addition to the bridge, it wants a tunnel.",
        "Instead of closing the bridge, he asked for a second opinion.",
        "Both sides said the talks would go on.",
        "The group said the ferry was too slow.",
        "The decision came after a night of talks.",
        "It is expected to reopen in May.",
        "It’s unlikely to reopen in May.",
        "It seems to be the end of the ferry.",
    ],
)
def test_a_reference_behind_such_a_beginning_still_leans(text: str) -> None:
    """What stands for somebody or something makes the line dangle wherever it stands."""
    assert leaning.leans(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In fact, the bridge was never safe.", "The bridge was never safe."),
        (
            "Now, at a show in Otterby, the firm has built one.",
            "At a show in Otterby, the firm has built one.",
        ),
        ("So, in other words, the bridge is lost.", "The bridge is lost."),
        ("It is for that reason that Otterby hired divers.", "Otterby hired divers."),
        ("That’s why the council hired divers.", "The council hired divers."),
        ("In fact, it was never safe.", "In fact, it was never safe."),
        ("Now that the bridge is shut, lorries queue.", "Now that the bridge is shut, lorries queue."),
    ],
)
def test_what_only_joins_a_sentence_to_the_one_before_is_left_off(text: str, left: str) -> None:
    """The news often stands behind it: the lead's second thought, or the point behind an anecdote."""
    assert leaning.trimmed(text) == left


@pytest.mark.parametrize("number", ["four", "12", "a dozen", "seventeen", "forty", "hundreds of"])
def test_at_least_so_many_leans_on_nothing(number: str) -> None:
    """It opens half of all reports of accidents."""
    assert not leaning.leans(f"At least {number} people drowned when a dike burst, the county said.")
    assert leaning.leans("At least he tried, the mayor said.")
