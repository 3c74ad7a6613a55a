"""Where a model only points at claims and positions, and the article words them."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from summarizer import Note, backends, pipeline, read_text
from summarizer.draft import reply_schema
from summarizer.drafts import pointed
from summarizer.errors import UsageError
from summarizer.exchange import Reply, Request, Usage
from summarizer.settings import Settings
from tests.conversation import Scripted

TEXT = """Otterby council votes to close the north bridge

Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

Mayor Ann Roe said the bridge had become a danger to school buses. She declined to name a date for the repair.

Hauliers opposed the plan. Bo Lee, who chairs the Otterby Hauliers' Group, said the closure would ruin four firms.

Engineer Una Pike said the beams were sound, while surveyor Max Orr said that they had rusted through.

Two thousand lorries cross the bridge on a working day.
"""
LINES = [
    {"text": "Otterby council voted by 14 to 9 to close the north bridge to lorries.", "sentences": [1]},
    {"text": "Two thousand lorries cross the bridge on a working day.", "sentences": [7]},
]
CHOSEN = Settings(model="openai:scripted", base_url="http://127.0.0.1:9/v1", words="article", attempts=1)
Answer = Callable[..., Note]


def sent(data: object) -> Reply:
    return Reply(text=json.dumps(data), finish="stop", usage=Usage(900, 120), model="scripted", mode="strict")


@pytest.fixture(name="noted")
def _noted(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Make a note of TEXT from what a model that was asked for pointers sends."""

    def made(
        claims: list[Any], positions: list[Any] | None = None, asked: list[Request] | None = None
    ) -> Note:
        backend = Scripted([sent({"summary": LINES, "claims": claims, "positions": positions or []})])
        monkeypatch.setattr(backends, "open_backend", lambda settings: backend)
        note = pipeline.summarize(read_text(TEXT), settings=CHOSEN)
        if asked is not None:
            asked.extend(backend.asked)
        return note

    return made


def of_model(note: Note) -> list[tuple[str | None, str]]:
    return [(claim.speaker, claim.text) for claim in note.claims if claim.origin == "model"]


def test_a_claim_that_is_pointed_at_is_printed_in_the_words_of_the_article(noted: Answer) -> None:
    """The model says where and whose, and writes no word of it."""
    made = of_model(noted([{"speaker": "Bo Lee", "sentences": [5]}]))
    assert made == [("Bo Lee", "The closure would ruin four firms.")]


def test_the_speaker_is_whom_the_article_names_and_not_whom_the_model_names(noted: Answer) -> None:
    """One person speaks in the sentence, so it is that one."""
    made = of_model(noted([{"speaker": "Una Pike", "sentences": [2]}]))
    assert [speaker for speaker, _ in made] == ["Ann Roe"]


def test_of_two_speakers_in_a_sentence_the_named_one_is_meant(noted: Answer) -> None:
    """Never the other one: where the words of the one named are not printed alone, the sentence is, as nobody's."""
    whole = "Engineer Una Pike said the beams were sound, while surveyor Max Orr said that they had rusted through."
    assert of_model(noted([{"speaker": "Orr", "sentences": [6]}])) == [(None, whole)]
    assert of_model(noted([{"speaker": "Pike", "sentences": [6]}])) == [(None, whole)]


def test_what_nobody_says_is_printed_in_the_voice_of_the_article(noted: Answer) -> None:
    """Whatever speaker the model made up for it."""
    made = of_model(noted([{"speaker": "Ann Roe", "sentences": [7]}]))
    assert all(speaker is None for speaker, _ in made)


def test_words_that_the_model_sends_all_the_same_are_not_printed(noted: Answer) -> None:
    """A model that is not held to a schema may send the text it was not asked for."""
    note = noted([{"speaker": "Bo Lee", "text": "Bo Lee cheered the closure.", "sentences": [5]}])
    assert of_model(note) == [("Bo Lee", "The closure would ruin four firms.")]
    assert "cheered" not in note.model_dump_json()


def test_a_sentence_that_leans_on_another_is_printed_behind_it() -> None:
    """Who has not read of the repair does not know what takes a year."""
    lead, leaning = "Otterby council voted on Monday to repair the north bridge.", "It will take a year."
    printed = pointed.words(read_text(f"{lead} {leaning}\n", "bridge"))
    assert printed[2][0] == pointed.Printed(f"{lead} {leaning}", (1, 2))


def test_he_who_speaks_in_a_sentence_that_leans_on_another_is_printed_by_name() -> None:
    """Behind its own sentence "He said …" would print twice what was said once."""
    printed = pointed.words(
        read_text(
            "Pier fire\n\nChief Ed Calder told reporters on Monday that the pier was closed. "
            "He said the keeper had died.\n",
            "pier",
        )
    )
    assert printed[2][0] == pointed.Printed("Ed Calder said the keeper had died.", (2,))


def test_a_position_has_the_side_from_the_model_and_the_words_from_the_article(noted: Answer) -> None:
    """The holder is named as the model names it, and has to be of the sentence."""
    said = {"holder": "Hauliers", "issue": "the plan", "stance": "opposes", "sentences": [4]}
    other = {"holder": "The Green Party", "issue": "the closure", "stance": "supports", "sentences": [7]}
    note = noted([], [said, other])
    held = [(one.holder, one.stance, one.text) for one in note.positions if one.origin == "model"]
    assert held == [("Hauliers", "opposes", "Hauliers opposed the plan.")]
    assert [one.speaker for one in note.set_aside if one.kind == "position"] == ["The Green Party"]


@pytest.mark.parametrize(
    "wrong", [{"speaker": "Bo Lee", "sentences": [99]}, {"speaker": "Bo Lee"}, 5, "Lee", None]
)
def test_what_points_nowhere_is_a_problem_and_no_claim(noted: Answer, wrong: object) -> None:
    """The rest of the reply stands."""
    note = noted([wrong, {"speaker": "Bo Lee", "sentences": [5]}])
    assert len(of_model(note)) == 1
    assert any("claims[0]" in problem for attempt in note.provenance.attempts for problem in attempt.problems)


def test_the_model_is_asked_for_no_text_of_claims_and_positions(noted: Answer) -> None:
    """Neither by the prompt nor by the schema; the note names the prompt."""
    asked: list[Request] = []
    note = noted([], asked=asked)
    lists = (asked[0].schema or {})["properties"]
    assert [("text" in lists[name]["items"]["properties"]) for name in lists] == [True, False, False]
    assert asked[0].prompt == "point@1"
    assert (note.provenance.prompt, note.provenance.prompt_version) == ("point", 1)


def test_the_words_of_an_article_can_be_sent_to_another_process() -> None:
    """A batch prepares and finishes its articles elsewhere."""
    words = pointed.words(read_text(TEXT))
    assert pickle.loads(pickle.dumps(words)) == words


def test_the_articles_words_cannot_be_had_in_another_language() -> None:
    """That is said before anything is paid for."""
    with pytest.raises(UsageError, match="own words cannot be had in French"):
        Settings(words="article", language="French")
    with pytest.raises(UsageError, match="unknown words 'mine'"):
        Settings(words="mine")  # type: ignore[arg-type]


def test_a_schema_without_words_is_otherwise_the_same() -> None:
    """The same limits, the same sentences that may be cited."""
    worded = reply_schema(range(1, 5), lines=2, claims=3, positions=1)
    bare = reply_schema(range(1, 5), lines=2, claims=3, positions=1, worded=False)
    for name in ("claims", "positions"):
        items = worded["properties"][name]["items"]
        items["properties"].pop("text")
        items["required"].remove("text")
    assert bare == worded


def test_what_nobody_named_says_is_not_taken_for_the_one_named() -> None:
    """A sentence may hold both, and the words of the one named are asked for."""
    own = "The beams have rusted through."
    article = {
        1: (
            pointed.Printed("It was said to be safe, but Max Orr said the beams have rusted through.", (1,)),
            pointed.Printed("", (1,)),
            pointed.Printed(own, (1,), "Max Orr"),
        )
    }
    made = pointed.worded("claims", {"speaker": "Max Orr", "sentences": [1]}, article)
    assert isinstance(made, dict)
    assert (made["speaker"], made["text"]) == ("Max Orr", own)
