"""Who said what on pages that are not as they should be: marks, capitals, transcripts, other languages."""

from __future__ import annotations

import itertools

import pytest

from summarizer import attribute, read_text
from tests.test_attribute import article, check_spans, said


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'),
        ("“", "”"),
        ("''", "''"),
        ("«", "»"),
        ("„", "“"),
        ("``", "''"),
        ("“", '"'),
        ('"', "”"),
        ("“", "“"),
    ],
)
def test_every_kind_of_double_mark_quotes(opening: str, closing: str) -> None:
    """Papers, keyboards and exports print the same mark in many ways, and mix them."""
    text = f"{opening}The bridge is not safe,{closing} Ann Roe said on Monday."
    (found,) = attribute.attributions(article(text))
    assert found.speaker == "Ann Roe"
    assert found.directness == "direct"


@pytest.mark.parametrize(("opening", "closing"), [("‘", "’"), ("‹", "›"), ("'", "'")])
def test_single_marks_quote_where_the_page_uses_them(opening: str, closing: str) -> None:
    """One page, one habit: a page that quotes with single marks does so more than once."""
    text = (
        f"{opening}The bridge is not safe,{closing} Ann Roe said.\n"
        f"{opening}The bridge is quite safe,{closing} Bo Lee said."
    )
    assert [speaker for speaker, _ in said(text)] == ["Ann Roe", "Bo Lee"]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    """One missing mark must not give the rest of the page to one speaker."""
    text = "Ann Roe said: “The bridge is not safe.\nBo Lee said the bridge was safe.\nThe sun shone."
    found = said(text)
    assert ("Bo Lee", "the bridge was safe") in found
    assert all("sun" not in content for _, content in found)


def test_apostrophes_are_no_quotation_marks() -> None:
    """Don't, the council's and '90s open nothing."""
    text = (
        "Ann Roe said the council's plan wasn't ready in the '90s and isn't now. It rained in the dogs' park."
    )
    ((speaker, content),) = said(text)
    assert speaker == "Ann Roe"
    assert content.startswith("the council's plan")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” bridge was closed for an hour on Monday.",
        "The novel “The Last Ferry” won the Orme Prize in 2011.",
        "The film “Harbour Lights” runs for two hours and has no music.",
        "It rained. The ferry left at nine. The harbour is four hundred years old.",
    ],
    ids=["scare quotes", "title", "film", "no attribution at all"],
)
def test_marks_without_a_speaker_say_nothing(text: str) -> None:
    """A speaker who did not speak is worse than none."""
    assert [speaker for speaker, _ in said(text) if speaker is not None] == []


def test_a_transcript_gives_each_line_to_its_label() -> None:
    """NAME: at the head of a line, with no marks at all."""
    text = "ROE: We shall see about that.\nLEE: I do not think we shall.\nROE: Then we shall vote."
    assert [speaker for speaker, _ in said(text)] == ["ROE", "LEE", "ROE"]


def test_an_interview_gives_no_answer_to_q_and_a_as_people() -> None:
    """Q: and A: are labels; whoever they stand for, it is not somebody else of the page."""
    text = "Mayor Ann Roe met our reporter.\nQ: Is the bridge safe?\nA: It is as safe as it was."
    assert all(speaker in ("Q", "A", None) for speaker, _ in said(text))


def test_all_capitals_break_nothing() -> None:
    """Headlines and old wires: the spans hold, and a capital at every word names nobody new."""
    text = "MAYOR ANN ROE SAID THE BRIDGE WAS UNSAFE. “IT IS OLD,” SHE SAID."
    planted = article(text)
    check_spans(planted, attribute.attributions(planted))


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat am Montag nicht getagt. „Wir gehen“, sagte die Frau, die in der Stadt ist und nicht kommt.",
        "Le maire a dit que le pont est fermé. « Nous ne savons pas », a dit la femme qui est dans la ville.",
        "El alcalde dijo que el puente está cerrado. «No sabemos nada», dijo la mujer que está en la ciudad.",
    ],
    ids=["German", "French", "Spanish"],
)
def test_other_languages_give_nothing_rather_than_something_invented(text: str) -> None:
    """Attribution is for English."""
    assert attribute.attributions(read_text(text)) == ()


def test_mixed_and_unbalanced_marks_keep_contents_apart() -> None:
    """Whatever is opened and never closed, no word belongs to two."""
    marks = ["“", "”", '"', "''", "«", "»", "‘", "’", "„", ""]
    for opening, closing, second in itertools.product(marks, marks, ("“", '"', "")):
        planted = article(
            f"{opening}It is late,{closing} Ann Roe said. {second}We go.\n{second}Bo Lee said {opening}no{closing}."
        )
        check_spans(planted, attribute.attributions(planted))
