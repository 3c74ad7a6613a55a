"""Which side a party is on is read off what it says or does, never off its neighbours in the sentence."""

from __future__ import annotations

import pytest

from summarizer import draft, ground, note, read_text
from summarizer.note import Stance

HEAD = "Norland cancels visit after Assembly passes resolution on fishing truce\n\n"


def judged(sentence: str, holder: str, stance: Stance, issue: str) -> note.Position | None:
    """What the note shows of a model's position that rests on one sentence of an article; None where nothing."""
    article = read_text(
        f"{HEAD}The Assembly of Verrany met in Orme on Monday to talk about tariffs.\n\n{sentence}\n", "a"
    )
    position = draft.DraftPosition(text=sentence, holder=holder, issue=issue, stance=stance, sentences=(2,))
    made = ground.ground(
        draft.Draft(summary=(), claims=(), positions=(position,)), article, origin="model"
    ).positions
    return made[0] if made else None


VISIT = "Norland has cancelled a visit to Orme after the Assembly passed a resolution which calls for an end to fishing."


def test_what_a_resolution_calls_for_is_not_what_calls_off_a_visit_over_it() -> None:
    """The one cancels, the other calls for something: only the first is the party's own."""
    shown = judged(VISIT, "Norland", "supports", "resolution")
    assert shown is not None
    assert (shown.stance, shown.support.verdict) == ("unclear", "doubtful")
    assert shown.support.problems == ("the draft said supports; the article's words read as opposes",)


def test_who_calls_off_a_visit_over_a_vote_is_against_it() -> None:
    shown = judged(VISIT, "Norland", "opposes", "resolution")
    assert shown is not None
    assert (shown.stance, shown.support.verdict) == ("opposes", "supported")


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("The Harbour Union endorsed Bo Lee in March and knocked on doors for him.", "Harbour Union"),
        ("Ann Roe, who on Tuesday endorsed Bo Lee, said she agrees with the fishing truce.", "Ann Roe"),
        ("The Harbour Union will vote for Bo Lee.", "Harbour Union"),
    ],
)
def test_a_deed_takes_a_side_without_a_word_said(sentence: str, holder: str) -> None:
    shown = judged(
        sentence, holder, "supports", "Bo Lee" if "vote" in sentence or "March" in sentence else "truce"
    )
    assert shown is not None
    assert (shown.stance, shown.support.verdict) == ("supports", "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Union met the minister on Monday, whose plan its critics called necessary.",
        "The Harbour Union has 400 members, who were urged by the port to back the truce.",
        "The Harbour Union waited in Orme while Norland praised the truce.",
    ],
)
def test_a_neighbours_words_are_no_partys_side(sentence: str) -> None:
    """Praise, demands and judgements in a sentence are whoever's who utters them."""
    assert judged(sentence, "Harbour Union", "supports", "truce") is None


def test_who_wants_a_thing_gone_is_against_it_and_for_its_end() -> None:
    wants = "Norland wants Verrany to scrap the tariffs on herring."
    against, end = (
        judged(wants, "Norland", "opposes", "tariffs"),
        judged(wants, "Norland", "supports", "removal of the tariffs"),
    )
    for_it = judged(wants, "Norland", "supports", "tariffs")
    assert against is not None
    assert (against.stance, against.support.verdict) == ("opposes", "supported")
    assert end is not None
    assert end.stance == "supports"
    assert for_it is not None
    assert (for_it.stance, for_it.support.verdict) == ("unclear", "doubtful")


def test_a_text_that_tells_whose_a_quotation_is_puts_it_in_no_wrong_mouth() -> None:
    sentence = "Ann Roe criticised the truce, which an inquiry said was “careless” but lawful."
    shown = judged(sentence, "Ann Roe", "opposes", "truce")
    assert shown is not None
    assert (shown.stance, shown.support.verdict) == ("opposes", "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Union has won support from every crew in the port.",
        "The Harbour Union was backed by every crew in the port over the truce.",
        "The Harbour Union used to support the truce, its clerk recalled.",
        "The Harbour Union met a clerk accused of taking money over the truce.",
    ],
)
def test_who_has_support_or_is_accused_takes_no_side_by_it(sentence: str) -> None:
    assert judged(sentence, "Harbour Union", "supports", "truce") is None
    assert judged(sentence, "Harbour Union", "opposes", "truce") is None
