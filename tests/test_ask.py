"""The conversation with a model: what is asked again, kept and given up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.draft import Draft
from summarizer.errors import BackendUnavailable, ContextOverflow
from summarizer.exchange import Finish
from tests.conversation import GOOD, REPLIES, converse, reply, sample, talk, wanted


def test_every_sample_reply_is_used() -> None:
    """A sample that no test reads proves nothing."""
    text = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_ask*.py"))
    assert [file.name for file in REPLIES.iterdir() if f'"{file.name}"' not in text] == []


def test_a_good_reply_is_asked_for_once() -> None:
    """A second request costs as much as the first."""
    asked, backend = talk(reply(GOOD))
    assert len(backend.asked) == len(asked.attempts) == 1
    assert asked.attempts[0].model_dump() == {
        "prompt": "note@1",
        "finish": "stop",
        "mode": "strict",
        "input_tokens": 100,
        "output_tokens": 50,
        "seconds": 0.5,
        "requests": 1,
        "problems": (),
    }


def test_a_second_request_lists_the_problems_and_asks_only_for_what_is_missing() -> None:
    """Sending the history again makes every attempt dearer than the one before."""
    asked, backend = talk(reply(sample("wrong-stance.json")), reply(GOOD))
    first, second = backend.asked
    assert "positions[0].stance: input should be 'supports'" in second.messages[-1].content
    assert "'lines': 0, 'claims': 0, 'positions': 4" in second.messages[-1].content
    assert len(second.messages) == len(first.messages)
    assert "The council closed" not in second.messages[-1].content
    assert second.key() != first.key()
    assert len(asked.draft.positions) == 1
    assert asked.set_aside == ()  # what the second reply made good is not lost


def test_good_items_of_every_reply_are_kept() -> None:
    """A second reply that is worse than the first must not take away what the first gave."""
    asked = converse(reply(sample("empty-text.json")), reply(sample("prose.txt")))
    assert (len(asked.draft.summary), len(asked.draft.claims), len(asked.draft.positions)) == (0, 1, 1)
    assert len(asked.attempts) == 2


def test_nothing_of_use_is_an_empty_draft_with_reasons() -> None:
    """What to fall back on is the pipeline's choice, so this is no error here."""
    asked = converse(reply("", "empty"), reply(sample("prose.txt")), attempts=2)
    assert asked.draft == Draft(summary=(), claims=(), positions=())
    assert asked.problems[0] == "the reply is empty"


@pytest.mark.parametrize("finish", ["refusal", "content_filter"])
def test_who_declined_once_is_not_asked_again(finish: Finish) -> None:
    """The same article gets the same answer from the same filter."""
    asked, backend = talk(reply("", finish, "policy\n on violence"))
    assert len(backend.asked) == 1
    assert "policy on violence" in asked.problems[0]


def test_a_cut_reply_keeps_its_whole_items_and_gets_more_room() -> None:
    """Resending what was cut, unchanged, is cut again at the same place."""
    asked, backend = talk(reply(sample("truncated-in-item.txt"), "length"), reply(GOOD))
    first, second = backend.asked
    assert second.sampling.max_tokens == 2 * first.sampling.max_tokens
    assert len(asked.draft.positions) == 1
    assert asked.attempts[0].problems[0] == "the reply ran into its limit of tokens"


def test_a_cap_that_cannot_be_raised_asks_for_less() -> None:
    """Where the context is full, only a shorter reply can end."""
    cut = reply(sample("truncated-in-item.txt"), "length")
    _, backend = talk(cut, reply(GOOD), limits=wanted(most_tokens=500))
    assert "'lines': 0, 'claims': 0, 'positions': 2" in backend.asked[1].messages[-1].content


@pytest.mark.parametrize("name", ["looping-items.txt", "looping-text.txt", "blank-tail.txt"])
def test_a_model_going_round_in_circles_gets_no_more_room(name: str) -> None:
    """It would fill any cap; half the items is what may end."""
    _, backend = talk(reply(sample(name), "length"), reply(GOOD))
    assert backend.asked[1].sampling.max_tokens == 500
    assert "'positions': 2" in backend.asked[1].messages[-1].content


def test_thinking_that_used_up_the_cap_gets_three_times_the_room() -> None:
    """Some endpoints count hidden reasoning against the cap and send no text at all."""
    _, backend = talk(reply("", "length"), reply(GOOD))
    assert backend.asked[1].sampling.max_tokens == 1500


def test_a_list_cut_after_half_of_its_items_is_not_asked_for_again() -> None:
    """Another whole request for the last item of a list is not worth its price."""
    text = GOOD[:-2] + ', {"text": "The'
    _, backend = talk(reply(text, "length"), limits=wanted(positions=2))
    assert len(backend.asked) == 1


def test_items_beyond_the_limit_are_set_aside_with_the_reason() -> None:
    """A reader asked for so many; what is left out stays in the note."""
    many = {
        "summary": [{"text": f"Line {n}.", "sentences": [1]} for n in range(5)],
        "claims": [],
        "positions": [],
    }
    asked = converse(reply(json.dumps(many)))
    assert len(asked.draft.summary) == 3
    assert [one.reason for one in asked.set_aside] == ["more than the 3 asked for"] * 2


def test_a_backend_that_fails_later_does_not_cost_what_was_kept() -> None:
    """The first reply was good enough to show, and paid for."""
    asked = converse(reply(sample("wrong-stance.json")), BackendUnavailable("no answer"))
    assert len(asked.draft.summary) == 1
    assert asked.problems[-1] == "asking again failed: no answer"


def test_a_backend_that_fails_first_is_an_error() -> None:
    """Nothing was learnt, so there is nothing to return."""
    with pytest.raises(ContextOverflow):
        converse(ContextOverflow("too long"))
