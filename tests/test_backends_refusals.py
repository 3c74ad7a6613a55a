"""Refusals that nothing mends: a clear error each, and no secret in any."""

from __future__ import annotations

import pytest

from summarizer.errors import BackendError, BackendRefused, ContextOverflow
from tests.wire import HTML, KEY, Answer, Wire, ask, error, one


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
