"""The conversation with a model: hand-made replies in, drafts and problems out."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import ask
from summarizer.ask import reading
from summarizer.draft import Draft, reply_schema
from summarizer.errors import BackendUnavailable, ContextOverflow
from summarizer.exchange import Finish, Message, Reply, Request, Sampling, Usage

REPLIES = Path(__file__).parent / "data" / "replies"
GOOD = (REPLIES / "plain.json").read_text(encoding="utf-8")


@dataclass
class Scripted:
    """A backend that says what it was given to say, and keeps what it was asked."""

    replies: Sequence[Reply | Exception]
    scheme: str = "replay"
    model: str = "scripted"
    context: int | None = None
    asked: list[Request] = field(default_factory=list)

    async def complete(self, request: Request) -> Reply:
        self.asked.append(request)
        reply = self.replies[len(self.asked) - 1]
        if isinstance(reply, Exception):
            raise reply
        return reply

    async def close(self) -> None:
        return


def sample(name: str) -> str:
    return (REPLIES / name).read_text(encoding="utf-8")


def reply(text: str, finish: Finish = "stop", detail: str = "") -> Reply:
    return Reply(text=text, finish=finish, usage=Usage(100, 50), seconds=0.5, mode="strict", detail=detail)


def wanted(**changes: int) -> ask.Wanted:
    limits = {"lines": 3, "claims": 4, "positions": 4, "sentences": 9, "max_tokens": 500, "most_tokens": 1500}
    return ask.Wanted(**{**limits, **changes})


def build(limits: ask.Wanted, problems: tuple[str, ...]) -> Request:
    counts = {"lines": limits.lines, "claims": limits.claims, "positions": limits.positions}
    listed = "\n".join(problems)
    return Request(
        prompt="note@1",
        model="scripted",
        messages=(Message("system", "rules"), Message("user", f"{counts}\n{listed}")),
        sampling=Sampling(limits.max_tokens),
        schema=reply_schema(limits.sentences, **counts),
    )


def converse(*replies: Reply | Exception, attempts: int = 2, limits: ask.Wanted | None = None) -> ask.Asked:
    return talk(*replies, attempts=attempts, limits=limits)[0]


def talk(
    *replies: Reply | Exception, attempts: int = 2, limits: ask.Wanted | None = None
) -> tuple[ask.Asked, Scripted]:
    backend = Scripted(replies)
    asked = asyncio.run(ask.ask(backend, build, limits or wanted(), attempts=attempts))
    return asked, backend


WRAPPED = [
    "plain.json",
    "fenced.txt",
    "fenced-without-language.txt",
    "think-block.txt",
    "think-block-already-open.txt",
    "preamble.txt",
    "afterword.txt",
    "byte-order-mark.txt",
    "trailing-comma.txt",
    "raw-line-break-in-text.txt",
    "inside-another-object.txt",
    "empty-shape-first.txt",
    "pretty-printed.txt",
    "tags-in-text.txt",
    "numbers-as-words.txt",
]


@pytest.mark.parametrize("name", WRAPPED)
def test_how_a_reply_is_wrapped_does_not_matter(name: str) -> None:
    """All of these were sent by models, and all say the same; asking again would cost and gain nothing."""
    asked = converse(reply(sample(name)), attempts=1)
    assert asked.draft == converse(reply(GOOD), attempts=1).draft
    assert asked.draft.positions[0].sentences == (2, 3)
    assert (asked.problems, asked.set_aside) == ((), ())


@pytest.mark.parametrize(
    ("name", "kept", "problem", "lost"),
    [
        ("truncated-in-item.txt", (1, 1, 0), "breaks off in positions", []),
        ("truncated-in-fence.txt", (1, 1, 0), "positions: missing", []),
        ("truncated-in-think-block.txt", (0, 0, 0), "ends before its thinking does", []),
        ("unescaped-quotation.txt", (1, 0, 1), r"claims\[0\]: not JSON", []),
        (
            "unknown-sentence.json",
            (1, 1, 1),
            "positions.0..sentences: 41 does not exist; the article has 9",
            [],
        ),
        ("only-unknown-sentence.json", (1, 0, 1), "claims.0..sentences: none that exists", ["claim"]),
        ("wrong-stance.json", (1, 1, 0), "positions.0..stance: input should be 'supports'", ["position"]),
        ("unknown-field.json", (1, 1, 1), "confidence: not a field, dropped", []),
        ("missing-list.json", (1, 1, 0), "positions: missing", []),
        ("empty-text.json", (0, 1, 1), "summary.0..text: empty", []),
        ("strings-for-items.json", (0, 0, 0), "summary.0.: not an object", ["summary"]),
        ("prose.txt", (0, 0, 0), "no JSON object", []),
        ("html-page.txt", (0, 0, 0), "no JSON object", []),
        ("looping-items.txt", (1, 1, 0), "39 that repeat an earlier one were dropped", []),
        ("blank-tail.txt", (1, 0, 0), "ends in 800 blanks", []),
    ],
)
def test_a_bad_item_is_listed_and_does_not_spoil_the_good_ones(
    name: str, kept: tuple[int, int, int], problem: str, lost: list[str]
) -> None:
    """Dropping the reply for one bad item loses what was paid for; dropping the item unsaid loses trust."""
    asked = converse(reply(sample(name)), attempts=1)
    made = asked.draft
    assert (len(made.summary), len(made.claims), len(made.positions)) == kept
    assert any(re.search(problem, one) for one in asked.problems), asked.problems
    assert [one.kind for one in asked.set_aside] == lost
    assert asked.attempts[0].problems == asked.problems


def test_every_sample_reply_is_used() -> None:
    """A sample that no test reads proves nothing."""
    text = Path(__file__).read_text(encoding="utf-8")
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


@pytest.mark.parametrize("word", ["null", "None", "", "N/A", "..."])
def test_words_for_nobody_are_nobody(word: str) -> None:
    """A speaker called “null” would be shown to a reader as a name."""
    made = converse(reply(GOOD.replace('"speaker": "Ann Roe"', f'"speaker": "{word}"'))).draft
    assert made.claims[0].speaker is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "The council closed the bridge on day " + " and day ".join(map(str, range(60))),
            "one short sentence",
        ),
        ("The council closed a bridge" + " that is a bridge" * 15, "goes round in circles"),
    ],
    ids=["a paragraph", "a circle"],
)
def test_a_text_that_is_no_sentence_is_refused(text: str, problem: str) -> None:
    """A small model that cannot end a sentence fills it up to the bound, mid-word."""
    asked = converse(reply(GOOD.replace("The council closed the bridge", text)), attempts=1)
    assert asked.draft.summary == ()
    assert problem in asked.problems[0]
    assert [one.kind for one in asked.set_aside] == ["summary"]


@given(st.text(alphabet=st.sampled_from('{}[]",:\\ \nab1<think>/`summary'), max_size=300))
def test_reading_never_raises(text: str) -> None:
    """Whatever comes over the wire ends as items and problems."""
    found = reading.read(text)
    assert found.lists or found.problems


@given(st.integers(min_value=0, max_value=len(GOOD)))
def test_a_reply_cut_anywhere_gives_only_items_of_the_whole(end: int) -> None:
    """Half an item may say the opposite of the whole one."""
    whole = reading.read(GOOD).lists
    for name, found in reading.read(GOOD[:end]).lists.items():
        assert found == whole[name][: len(found)]


@pytest.mark.parametrize("piece", ["{", '{"summary": [', "[", '{"a":', "\\", '"claims": [{"text": "'])
def test_a_reply_without_end_is_read_in_bounded_time(piece: str) -> None:
    """An endpoint that ignores the cap must not hang the program."""
    reading.read('{"summary": [' + piece * 100_000)
