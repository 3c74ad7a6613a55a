"""What an endpoint sends with status 200, through a real server: each outcome told apart."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wire import HTML, KEY, SCHEMA, Answer, Wire, ask, one, request, says


def test_a_good_reply_comes_back_as_it_was_sent() -> None:
    """Text is not prettified: what is fenced, or spaced, is for the reader of replies to judge."""
    text = '```json\n{"ok": true}\n```\n'
    reply = one(says(text, tokens=(900, 21)))
    assert reply.text == text
    assert (reply.finish, reply.mode, reply.requests, reply.detail) == ("stop", "strict", 1, "")
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (900, 21)
    assert reply.model == "served-name"
    assert reply.seconds > 0


def test_the_request_carries_the_cap_the_schema_and_the_key() -> None:
    with Wire() as wire:
        ask(wire)
    body = wire.seen[0]
    assert body["max_completion_tokens"] == 50
    assert (body["temperature"], body["seed"], body["model"]) == (0.0, 7, "some-model")
    assert body["response_format"]["json_schema"] == {"name": "reply", "schema": SCHEMA, "strict": True}
    assert wire.heads[0]["authorization"] == f"Bearer {KEY}"
    assert wire.paths == ["/v1/chat/completions"]


def test_a_request_without_a_schema_asks_for_no_format() -> None:
    with Wire(says("Plain words.")) as wire:
        replies, _ = ask(wire, request(schema=None))
    assert "response_format" not in wire.seen[0]
    assert replies[0].mode == "prompted"


THINK = "<think>Let me see.</think>\n" + '{"ok": true}'


@pytest.mark.parametrize(
    ("answer", "finish", "text", "detail"),
    [
        (says('{"ok": t', "length"), "length", '{"ok": t', "output cap"),
        (says(None, "length", reasoning_content="Hm."), "length", "", "went into thinking"),
        (says("", "content_filter"), "content_filter", "", "content filter"),
        (says(None, "stop", refusal="I cannot help with that."), "refusal", "", "I cannot help"),
        (says(""), "empty", "", "empty reply"),
        (says(" \n "), "empty", " \n ", "empty reply"),
        (says(None, "stop", reasoning="Hm."), "empty", "", "after thinking"),
        (says(None, "tool_calls", tool_calls=[{"id": "1"}]), "unusable", "", "tool call"),
        (says(THINK), "stop", THINK, ""),
        (says('{"ok": true}', None), "stop", '{"ok": true}', ""),
        (says('{"ok": true}', "eos"), "stop", '{"ok": true}', ""),
    ],
    ids=[
        "cut by the cap",
        "cut while thinking",
        "content filter",
        "refusal",
        "empty",
        "blank",
        "only thoughts",
        "tool call",
        "think block",
        "no finish reason",
        "unknown finish reason",
    ],
)
def test_each_way_to_end_has_its_own_outcome(answer: Answer, finish: str, text: str, detail: str) -> None:
    """A caller must be able to tell a reply to shorten from one to repeat, and tokens always count."""
    reply = one(answer)
    assert (reply.finish, reply.text) == (finish, text)
    assert detail in reply.detail
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (12, 5)


GOOD = says().payload().decode()


@pytest.mark.parametrize(
    ("answer", "detail"),
    [
        (Answer(body=HTML), "a web page titled “Sign in to Wi-Fi”"),
        (Answer(body={"error": {"message": "upstream is asleep", "code": 502}}), "upstream is asleep"),
        (Answer(body={"error": "upstream is asleep"}), "upstream is asleep"),
        (Answer(body={"choices": [], "usage": {"prompt_tokens": 12}}), "without choices"),
        (Answer(body={"choices": None}), "without choices"),
        (Answer(body={"object": "list"}), "without choices"),
        (Answer(body=GOOD[:60]), "breaks off"),
        (Answer(body="[1, 2]"), "no chat completion"),
        (Answer(body="ok"), "not JSON: 'ok'"),
        (Answer(body=""), "without a body"),
        (Answer(body={"choices": ["hello"]}), "without choices"),
        (Answer(body={"choices": [{"finish_reason": "error", "error": {"message": "lost"}}]}), "lost"),
    ],
    ids=[
        "HTML page",
        "error object",
        "error string",
        "no choices",
        "null choices",
        "another object",
        "broken JSON",
        "a list",
        "plain text",
        "nothing",
        "choices of strings",
        "error in the choice",
    ],
)
def test_what_is_no_reply_at_all_is_unusable_and_named(answer: Answer, detail: str) -> None:
    reply = one(answer)
    assert (reply.finish, reply.text) == ("unusable", "")
    assert detail in reply.detail


def test_tokens_are_counted_even_when_there_is_nothing_else() -> None:
    reply = one(Answer(body={"choices": [], "usage": {"prompt_tokens": 12, "completion_tokens": 0}}))
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (12, 0)


@pytest.mark.parametrize(
    "usage", [None, "many", {"prompt_tokens": "12"}, {"prompt_tokens": -1}, {"prompt_tokens": True}]
)
def test_counts_that_are_no_counts_are_not_known(usage: Any) -> None:
    answer = Answer(body={**says().body, "usage": usage})
    reply = one(answer)
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (None, None)


def test_content_in_parts_is_joined() -> None:
    parts = [{"type": "text", "text": '{"ok": '}, {"type": "text", "text": "true}"}, {"type": "image"}]
    assert one(says(parts)).text == '{"ok": true}'  # type: ignore[arg-type]
