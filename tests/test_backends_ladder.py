"""Going down the ladder on what a real server refuses."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.backends import ladder
from summarizer.errors import BackendRefused
from tests.wire import Answer, Script, Waits, Wire, ask, error, one, request, says, unless


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
