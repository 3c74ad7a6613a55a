"""The chat client against a real server that misbehaves in every way met so far."""

from __future__ import annotations

import asyncio
import time
from email.utils import formatdate
from typing import Any

import pytest

from summarizer.backends import chat, ladder
from summarizer.errors import BackendError, BackendRefused, BackendUnavailable, ContextOverflow
from summarizer.exchange import Message, Reply, Request, Sampling
from tests.wire import Answer, Script, Wire, elapsed, error, says, unless

SCHEMA = {
    "type": "object",
    "properties": {"ok": {"type": "boolean"}},
    "required": ["ok"],
    "additionalProperties": False,
}
KEY = "sk-test-not-a-real-key-0123456789"


def request(text: str = "[1] The harbour is closed.", **changes: Any) -> Request:
    made = {
        "prompt": "note@1",
        "model": "some-model",
        "messages": (Message("system", "Reply in JSON."), Message("user", text)),
        "sampling": Sampling(max_tokens=50, seed=7),
        "schema": SCHEMA,
    }
    return Request(**{**made, **changes})


class Waits(list[float]):
    """How long the client would have waited; it does not."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


def ask(
    wire: Wire, *requests: Request, waits: Waits | None = None, **options: Any
) -> tuple[list[Reply], chat.ChatBackend]:
    """Send requests one after the other through one client, and close it."""
    limits = {name: options.pop(name) for name in ("timeout", "deadline") if name in options}
    endpoint = chat.Endpoint(wire.url, options.pop("key", KEY), **limits)

    async def run() -> tuple[list[Reply], chat.ChatBackend]:
        backend = chat.ChatBackend("some-model", endpoint, **options)
        backend.pause = waits if waits is not None else Waits()
        try:
            return [await backend.complete(r) for r in requests or (request(),)], backend
        finally:
            await backend.close()

    return asyncio.run(run())


def one(*answers: Answer | Script, **options: Any) -> Reply:
    with Wire(*answers) as wire:
        return ask(wire, **options)[0][0]


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


HTML = "<!doctype html><html><head><title>Sign in to Wi-Fi</title></head><body>…</body></html>"
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


# --- sending again -------------------------------------------------------------------------


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504])
def test_what_may_pass_is_sent_again(status: int) -> None:
    waits = Waits()
    reply = one(error(status, "busy"), error(status, "busy"), says(), waits=waits)
    assert (reply.finish, reply.requests) == ("stop", 3)
    assert len(waits) == 2
    assert 0.3 < waits[0] < waits[1] < 2


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": formatdate(time.time() + 600, usegmt=True)}, 600.0),
        ({"retry-after": formatdate(time.time() - 30, usegmt=True)}, 0.0),
    ],
    ids=["seconds", "milliseconds", "both", "date", "date gone by"],
)
def test_a_wait_that_is_asked_for_is_kept(headers: dict[str, str], seconds: float) -> None:
    waits = Waits()
    one(error(429, "slow down", headers=headers), says(), waits=waits)
    assert waits == pytest.approx([seconds], abs=90.0 if seconds == 600.0 else 1e-6)


def test_a_retry_after_that_says_nothing_is_passed_over() -> None:
    waits = Waits()
    one(error(503, "busy", headers={"retry-after": "soon"}), says(), waits=waits)
    assert 0.3 < waits[0] <= 0.5


def test_a_wait_longer_than_the_deadline_is_not_begun() -> None:
    """Waiting less than was asked for would only be refused again."""
    waits = Waits()
    with pytest.raises(BackendUnavailable, match=r"asks to wait 3600 s.*1 request"):
        one(error(429, "slow down", headers={"retry-after": "3600"}), waits=waits, deadline=60)
    assert waits == []


def test_a_server_that_stays_down_is_given_up() -> None:
    waits = Waits()
    with Wire(error(503, "overloaded")) as wire:
        with pytest.raises(BackendUnavailable, match=r"HTTP 503.*5 requests.*overloaded") as caught:
            ask(wire, waits=waits)
        assert len(wire.seen) == 5
    assert caught.value.hint
    assert waits == sorted(waits)


def test_a_server_that_says_not_to_is_not_asked_again() -> None:
    with Wire(error(503, "gone for good", headers={"x-should-retry": "false"})) as wire:
        with pytest.raises(BackendUnavailable):
            ask(wire)
        assert len(wire.seen) == 1


@pytest.mark.parametrize(
    ("answer", "kind", "words", "hint"),
    [
        (
            error(429, "You exceeded your current quota", code="insufficient_quota"),
            BackendRefused,
            "nothing left to spend",
            "credit",
        ),
        (Answer(402, {"error": {"message": "Insufficient Balance"}}), BackendRefused, "Balance", "credit"),
        (
            error(401, f"Incorrect API key: {KEY}"),
            BackendRefused,
            "does not let this key in",
            "OPENAI_API_KEY",
        ),
        (error(403, "Country not supported"), BackendRefused, "Country not supported", "OPENAI_API_KEY"),
        (
            error(404, "The model does not exist", code="model_not_found"),
            BackendRefused,
            "knows no model 'some-model'",
            "--model openai:NAME",
        ),
        (Answer(404, '{"detail":"Not Found"}'), BackendRefused, "no chat endpoint", "/v1"),
        (Answer(404, HTML), BackendRefused, "no chat endpoint", "--base-url"),
        (error(400, "messages: at least one is required"), BackendRefused, "at least one", "--model"),
        (error(422, "this is not to be had"), BackendRefused, "not to be had", "--model"),
    ],
    ids=["quota", "402", "401", "403", "404 model", "404 address", "404 page", "plain 400", "plain 422"],
)
def test_what_will_be_refused_again_is_final(
    answer: Answer, kind: type[BackendError], words: str, hint: str
) -> None:
    """One request, no wait, and a line that says what to change."""
    with Wire(answer) as wire:
        with pytest.raises(kind) as caught:
            ask(wire)
        assert len(wire.seen) == 1
    assert words in caught.value.message
    assert hint in (caught.value.hint or "")
    assert KEY not in str(caught.value)


def test_a_line_that_breaks_is_tried_three_times() -> None:
    with Wire(Answer(reset=True)) as wire:
        with pytest.raises(BackendUnavailable, match="3 requests"):
            ask(wire)
        assert len(wire.seen) == 3


def test_a_body_cut_short_is_asked_for_again() -> None:
    cut = Answer(body=says().body, cut=40)
    assert one(cut, says()).requests == 2


def test_a_host_where_nothing_listens_is_named_with_what_to_try() -> None:
    with Wire() as wire:
        url = wire.url
    waits = Waits()

    async def run() -> None:
        backend = chat.ChatBackend("some-model", chat.Endpoint(url))
        backend.pause = waits
        try:
            await backend.complete(request())
        finally:
            await backend.close()

    with pytest.raises(BackendUnavailable) as caught:
        asyncio.run(run())
    assert url in caught.value.message
    assert "--base-url" in (caught.value.hint or "")


@pytest.mark.parametrize(
    "slow",
    [Answer(body=says().body, stall=30), Answer(body=says().body, drip=0.02)],
    ids=["silence", "a byte at a time"],
)
def test_the_time_out_covers_the_whole_answer(slow: Answer) -> None:
    """A read time-out alone never ends while a byte comes now and then."""
    started = time.monotonic()
    with pytest.raises(BackendUnavailable, match=r"within 0\.2 s \(2 requests\)"):
        one(slow, timeout=0.2)
    assert elapsed(started) < 3


def test_the_deadline_covers_the_whole_run() -> None:
    started = time.monotonic()
    with pytest.raises(BackendUnavailable, match="allowed for the run"):
        one(Answer(body=says().body, stall=30), timeout=20, deadline=0.3)
    assert elapsed(started) < 3


def test_cancelling_ends_at_once() -> None:
    """Ctrl-C in a terminal arrives as a cancelled task."""

    async def run(wire: Wire) -> float:
        backend = chat.ChatBackend("some-model", chat.Endpoint(wire.url))
        task = asyncio.ensure_future(backend.complete(request()))
        await asyncio.sleep(0.2)
        started = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await backend.close()
        return elapsed(started)

    with Wire(Answer(stall=30)) as wire:
        assert asyncio.run(run(wire)) < 1


# --- the ladder ----------------------------------------------------------------------------


def _format(body: dict[str, Any]) -> str:
    form = body.get("response_format")
    if form is None:
        return "prompted"
    if form["type"] == "json_schema":
        return "strict" if form["json_schema"].get("strict") else "json_schema"
    return str(form["type"])


def refuses(*modes: str, status: int = 400, message: str = "response_format is not supported") -> Script:
    return unless(lambda body: _format(body) in modes, error(status, message))


@pytest.mark.parametrize(
    ("script", "mode", "requests"),
    [
        (refuses("strict", message="Invalid schema for response_format 'reply'"), "json_schema", 2),
        (
            refuses("strict", "json_schema", message="This response_format type is unavailable now"),
            "json_object",
            3,
        ),
        (refuses("strict", "json_schema", "json_object"), "prompted", 4),
        (
            refuses("json_object", message="'response_format.type' must be 'json_schema' or 'text'"),
            "strict",
            1,
        ),
        (refuses("strict", status=422, message="unknown field strict"), "json_schema", 2),
        (refuses("strict", status=500, message="failed to parse grammar"), "json_schema", 2),
    ],
    ids=["strict", "json_schema", "all formats", "only json_object", "422", "500 about the grammar"],
)
def test_a_refused_format_costs_one_rung(script: Script, mode: str, requests: int) -> None:
    waits = Waits()
    reply = one(script, waits=waits)
    assert (reply.finish, reply.mode, reply.requests) == ("stop", mode, requests)
    assert waits == []


def test_what_was_refused_is_remembered() -> None:
    """Only the first of many articles pays for finding out."""
    with Wire(refuses("strict", "json_schema")) as wire:
        replies, _ = ask(wire, request("one"), request("two"))
    assert [r.requests for r in replies] == [3, 1]
    assert [_format(body) for body in wire.seen] == ["strict", "json_schema", "json_object", "json_object"]


def test_another_client_starts_at_the_top_again() -> None:
    """What is remembered belongs to the object; a program that runs for weeks may meet a better server."""
    with Wire(refuses("strict")) as wire:
        ask(wire)
        ask(wire)
    assert [_format(body) for body in wire.seen] == ["strict", "json_schema"] * 2


FASTAPI = Answer(
    422,
    {
        "detail": [
            {
                "type": "extra_forbidden",
                "loc": ["body", "seed"],
                "msg": "Extra inputs",
                "input": "response_format",
            }
        ]
    },
)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        (
            "temperature",
            error(
                400, "Only the default (1) value is supported.", param="temperature", code="unsupported_value"
            ),
        ),
        ("temperature", error(400, "Unsupported value: 'temperature' does not support 0 with this model.")),
        ("seed", FASTAPI),
    ],
    ids=["by its field", "by its text", "by a list of faults"],
)
def test_a_refused_parameter_is_left_out(name: str, refusal: Answer) -> None:
    with Wire(unless(lambda body: name in body, refusal)) as wire:
        replies, _ = ask(wire, request(), request("again"))
    assert [r.requests for r in replies] == [2, 1]
    assert replies[0].mode == "strict"
    assert f"sent without {name}" in replies[0].detail


@pytest.mark.parametrize(
    ("first", "second"),
    [("max_completion_tokens", "max_tokens"), ("max_tokens", "max_completion_tokens")],
)
def test_a_refused_cap_is_renamed_and_never_left_out(first: ladder.Cap, second: str) -> None:
    refusal = error(400, f"Unsupported parameter: '{first}'. Use '{second}' instead.", param=first)
    with Wire(unless(lambda body: first in body, refusal)) as wire:
        ask(wire, manner=ladder.Manner(cap=first))
    assert [body.get(second) for body in wire.seen] == [None, 50]


def test_an_endpoint_that_takes_no_cap_at_all_is_not_used() -> None:
    """Without a cap a small model may write until the context is full."""

    def refuse(body: dict[str, Any]) -> Answer:
        name = next(n for n in body if n.startswith("max_"))
        return error(400, f"Unrecognized request argument supplied: {name}")

    with Wire(refuse) as wire:
        with pytest.raises(BackendRefused, match="Unrecognized"):
            ask(wire)
        assert len(wire.seen) == 2


def test_a_cap_that_is_too_large_is_not_taken_for_an_unknown_one() -> None:
    with pytest.raises(BackendRefused, match="at most 16"):
        one(error(400, "max_completion_tokens is too large: 50. This model supports at most 16."))


def test_an_endpoint_may_refuse_everything_one_by_one() -> None:
    """Old and small servers do; each step is one request and none is repeated."""

    def picky(body: dict[str, Any]) -> Answer:
        for name in ("temperature", "seed", "max_completion_tokens", "response_format"):
            if name in body:
                return error(400, f"unknown parameter: {name}")
        return says()

    reply = one(picky)
    assert (reply.mode, reply.requests) == ("prompted", 7)
    assert "sent without seed, temperature" in reply.detail


OVERFLOWS: dict[str, tuple[Answer, int | None, int | None]] = {
    "openai": (
        error(
            400,
            "This model's maximum context length is 8192 tokens. "
            "However, your messages resulted in 9001 tokens.",
            code="context_length_exceeded",
        ),
        9001,
        8192,
    ),
    "llama.cpp": (
        Answer(
            400,
            {
                "error": {
                    "code": 400,
                    "message": "request (6031 tokens) exceeds the available context size (4096 tokens)",
                    "type": "exceed_context_size_error",
                    "n_prompt_tokens": 6031,
                    "n_ctx": 4096,
                }
            },
        ),
        6031,
        4096,
    ),
    "vllm": (
        error(
            400,
            "'max_tokens' is too large: 50. This model's maximum context length is 2048 tokens and your "
            "request has 2040 input tokens",
        ),
        2040,
        2048,
    ),
    "too large for HTTP": (Answer(413, "Request Entity Too Large"), None, None),
}


@pytest.mark.parametrize(("answer", "sent", "read"), OVERFLOWS.values(), ids=OVERFLOWS)
def test_a_request_that_is_too_long_says_so(answer: Answer, sent: int | None, read: int | None) -> None:
    """A lower rung would not make it shorter, so there is one request and no step down."""
    with Wire(answer) as wire:
        with pytest.raises(ContextOverflow) as caught:
            ask(wire)
        assert len(wire.seen) == 1
    assert (caught.value.sent, caught.value.read) == (sent, read)


# --- secrets -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        error(401, f"Incorrect API key provided: {KEY}."),
        error(400, f"bad header Authorization: Bearer {KEY}"),
        error(401, "Incorrect API key provided: sk-ab***xyz."),
        Answer(500, f"Traceback: {KEY}"),
        Answer(body={"error": {"message": f"key {KEY} is over"}}),
    ],
    ids=["401", "400", "masked", "500", "200"],
)
def test_no_key_gets_out_through_an_error(answer: Answer) -> None:
    """Not in the message, and not in the chain that --verbose prints."""
    told = []
    try:
        told.append(repr(one(answer)))
    except BackendError as caught:
        link: BaseException | None = caught
        while link is not None:
            told.append(f"{link!r} {link}")
            link = link.__cause__
    assert told
    assert not any(KEY in text or "sk-ab" in text for text in told)


def test_terminal_control_characters_do_not_get_through() -> None:
    with pytest.raises(BackendRefused) as caught:
        one(error(400, "no \x1b[31mred\x1b[0m\nand\u202e no second line"))
    assert "no [31mred [0m and no second line" in caught.value.message.replace("  ", " ")


def test_an_endless_error_is_cut() -> None:
    with pytest.raises(BackendRefused) as caught:
        one(error(400, "bad " * 5000))
    assert len(str(caught.value)) < 600
