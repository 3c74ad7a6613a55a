"""Replies that were paid for are kept, given again, and never trusted further than they can be read."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.backends import cache, recordings
from summarizer.batch.job import Keeping
from summarizer.cli import program
from summarizer.errors import OutputError
from summarizer.exchange import Reply, Request, Usage
from tests import batches, playing, wire


class Counting:
    """A backend that counts."""

    scheme, model, context = "openai", "some-model", None

    def __init__(self, finish: str = "stop") -> None:
        self.asked = 0
        self.finish = finish

    async def complete(self, request: Request) -> Reply:
        self.asked += 1
        text = f"reply {self.asked}"
        await asyncio.sleep(0.01)
        return Reply(text, self.finish, Usage(10, 5), "some-model", requests=1)  # type: ignore[arg-type]

    async def close(self) -> None:
        return


def cached(folder: Path, inner: Counting, **rules: float) -> cache.Cached:
    return cache.Cached(inner, recordings.Store(folder, spread=True), cache.Rules(**rules))


def ask(backend: cache.Cached, *requests: Request) -> list[Reply]:
    async def run() -> list[Reply]:
        try:
            return list(await asyncio.gather(*map(backend.complete, requests)))
        finally:
            await backend.close()

    return asyncio.run(run())


def test_a_reply_is_kept_and_given_again_for_nothing(tmp_path: Path) -> None:
    inner = Counting()
    first, second = ask(cached(tmp_path, inner), wire.request("one"), wire.request("two"))
    again = ask(cached(tmp_path, inner), wire.request("one"))[0]
    assert (inner.asked, again.text, again.requests, again.usage) == (2, first.text, 0, first.usage)
    assert second.text != first.text


def test_equal_requests_that_are_open_together_are_sent_once(tmp_path: Path) -> None:
    """Two files with the same article, in one batch."""
    inner = Counting()
    texts = {reply.text for reply in ask(cached(tmp_path, inner), *[wire.request("one")] * 5)}
    assert (inner.asked, texts) == (1, {"reply 1"})


@pytest.mark.parametrize("finish", ["length", "refusal", "content_filter", "empty"])
def test_a_reply_that_ended_badly_is_kept_too(tmp_path: Path, finish: str) -> None:
    """It was paid for, and the same request would end like that again."""
    inner = Counting(finish)
    ask(cached(tmp_path, inner), wire.request())
    assert ask(cached(tmp_path, inner), wire.request())[0].finish == finish
    assert inner.asked == 1


def test_what_was_no_reply_is_not_kept(tmp_path: Path) -> None:
    """The sign-in page of a hotel must not answer for a model tomorrow."""
    inner = Counting("unusable")
    for _ in range(2):
        ask(cached(tmp_path, inner), wire.request())
    assert inner.asked == 2


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_replies_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "replies"
    ask(cached(folder, Counting()), wire.request())
    assert {path.stat().st_mode & 0o077 for path in [folder, *folder.rglob("*")]} == {0}


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"format": 1}', None],
    ids=["empty", "cut", "a list", "no text", "half", "another's"],
)
def test_a_damaged_reply_is_asked_for_again_and_mended(tmp_path: Path, damage: bytes | None) -> None:
    """A file changed by hand, or cut short by a power failure, stops nothing."""
    inner = Counting()
    ask(cached(tmp_path, inner), wire.request("one"), wire.request("two"))
    one, two = (next(tmp_path.rglob(f"*{wire.request(t).key()[:32]}.json")) for t in ("one", "two"))
    one.write_bytes(two.read_bytes() if damage is None else damage)
    assert ask(cached(tmp_path, inner), wire.request("one"))[0].text == "reply 3"
    assert ask(cached(tmp_path, inner), wire.request("one"))[0].text == "reply 3"


def test_age_counts_from_writing_and_a_clock_set_back_makes_nothing_old(tmp_path: Path) -> None:
    inner = Counting()
    ask(cached(tmp_path, inner), wire.request())
    path = next(tmp_path.rglob("*@*.json"))
    for days, asked in ((-5, 1), (1, 1), (3, 2)):
        os.utime(path, (time.time(), time.time() - days * 86_400))
        ask(cached(tmp_path, inner, days=2), wire.request())
        assert inner.asked == asked


def test_pruning_takes_the_old_and_then_the_longest_unused(tmp_path: Path) -> None:
    inner = Counting()
    ask(cached(tmp_path, inner), *(wire.request(str(n)) for n in range(6)))
    files = sorted(tmp_path.rglob("*@*.json"))
    size = files[0].stat().st_size
    for number, path in enumerate(files):
        os.utime(path, (time.time() - number, time.time() - number * 86_400))
    (tmp_path / "notes.json").write_text("mine")
    assert cache.prune(tmp_path, days=4.5) == 1
    assert cache.prune(tmp_path, megabytes=2.5 * size / 1e6) == 3
    assert sorted(tmp_path.rglob("*@*.json")) == files[:2]
    assert cache.stock(tmp_path).replies == 2
    assert (tmp_path / "notes.json").exists()


def test_the_commands_count_and_clear(tmp_path: Path) -> None:
    ask(cached(tmp_path, Counting()), wire.request("one"), wire.request("two"))

    def run(*args: str) -> str:
        return CliRunner().invoke(program.app, ["cache", *args, "--cache", str(tmp_path)]).stdout

    assert "replies   2\n" in run("info")
    assert run("clear", "--days", "1") == "0 replies deleted\n"
    assert run("clear") == "2 replies deleted\n"
    assert "replies   0\n" in run("info")


def test_a_reply_that_cannot_be_kept_is_used_and_the_batch_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is paid for, so its note is made; the next ones would be paid for twice, so they are not sent."""
    script = playing.Playing()

    def full(self: recordings.Store, *args: object) -> None:
        raise OutputError("cannot write the recording: No space left on device")

    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 9), server, limits={"concurrency": 1})
        with monkeypatch.context() as patched:
            patched.setattr(recordings.Store, "write", full)
            outcome = batches.done(asked)
        assert isinstance(outcome.stopped, OutputError)
        assert (outcome.notes, script.received) == (1, 1)
        batches.done(asked)
    assert script.received == 9


def test_refresh_asks_anew_and_no_cache_keeps_nothing(tmp_path: Path) -> None:
    script = playing.Playing()
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 3), server)
        batches.done(asked)
        time.sleep(0.05)
        fresh = replace(asked, output=tmp_path / "b.jsonl", keeping=replace(asked.keeping, refresh=True))
        batches.done(fresh)
        assert script.received == 6
        for name in ("c", "d"):
            batches.done(replace(asked, output=tmp_path / f"{name}.jsonl", keeping=Keeping(None)))
        assert script.received == 12
        batches.done(replace(asked, output=tmp_path / "e.jsonl"))
    assert script.received == 12


@pytest.mark.skipif(os.name != "posix", reason="record locks of POSIX")
def test_two_processes_on_one_store_pay_once(tmp_path: Path) -> None:
    """The second waits for the first and takes its reply; the lock of one that dies is gone."""
    code = f"""
        import asyncio, sys
        sys.path.insert(0, {str(Path(__file__).parent.parent)!r})
        from pathlib import Path
        from tests import test_cache, wire
        class Slow(test_cache.Counting):
            async def complete(self, request):
                print("asked", flush=True)
                await asyncio.sleep(1.0)
                return await super().complete(request)
        print(test_cache.ask(test_cache.cached(Path({str(tmp_path)!r}), Slow()), wire.request())[0].text)
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = "".join(process.communicate(timeout=60)[0] for process in running)
    assert said.count("asked") == 1
    assert said.count("reply 1") == 2
