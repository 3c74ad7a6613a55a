"""Requests to one endpoint are spread over pools of few connections."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import cast

import openai
import pytest

from summarizer.backends.lanes import WIDTH, Lanes


class Client:
    """Stands for a client: it knows whether it was closed."""

    def __init__(self) -> None:
        self.closed = False

    async def close(self) -> None:
        self.closed = True


@pytest.fixture
def opened() -> list[Client]:
    return []


@pytest.fixture
def lanes(opened: list[Client]) -> Lanes:
    def make() -> openai.AsyncOpenAI:
        opened.append(Client())
        return cast("openai.AsyncOpenAI", opened[-1])

    return Lanes(make)


def test_no_pool_has_more_requests_at_once_than_its_width(lanes: Lanes, opened: list[Client]) -> None:
    """The pool of the HTTP library goes over all of its connections for each request."""
    with ExitStack() as under_way:
        lent = [under_way.enter_context(lanes.one()) for _ in range(3 * WIDTH)]
    assert [sum(one is client for one in lent) for client in opened] == [WIDTH] * 3


def test_requests_one_after_the_other_share_one_client(lanes: Lanes, opened: list[Client]) -> None:
    for _ in range(3 * WIDTH):
        with lanes.one():
            pass
    assert len(opened) == 1


def test_the_first_pool_with_room_is_taken_so_that_the_later_ones_empty(
    lanes: Lanes, opened: list[Client]
) -> None:
    with ExitStack() as under_way:
        for _ in range(WIDTH + 1):
            under_way.enter_context(lanes.one())
    with lanes.one() as lent:
        assert lent is opened[0]


def test_a_request_that_fails_gives_its_place_back(lanes: Lanes, opened: list[Client]) -> None:
    for _ in range(2 * WIDTH):
        with pytest.raises(ConnectionError), lanes.one():
            raise ConnectionError
    assert len(opened) == 1


def test_closing_closes_every_client_and_a_later_request_opens_a_new_one(
    lanes: Lanes, opened: list[Client]
) -> None:
    with ExitStack() as under_way:
        for _ in range(WIDTH + 1):
            under_way.enter_context(lanes.one())
    asyncio.run(lanes.close())
    assert [client.closed for client in opened] == [True, True]
    asyncio.run(lanes.close())
    with lanes.one() as lent:
        assert lent is opened[2]
