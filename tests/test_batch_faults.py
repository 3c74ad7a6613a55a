"""A batch over an endpoint that fails in thirteen ways: nothing lost, nothing doubled, every request counted."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from summarizer.batch.job import Job
from summarizer.batch.ledger import Ledger, Totals
from summarizer.batch.lines import Line
from tests import batches, playing, wire

SMALL = pytest.param(40, 1, id="40 articles")
LARGE = pytest.param(2000, 20, id="2,000 articles", marks=pytest.mark.slow)


def totals(asked: Job) -> Totals:
    ledger = Ledger(asked.ledger, asked.made())
    ledger.close()
    return ledger.totals


def check_lines(asked: Job, count: int) -> list[Line]:
    """Every article once, in order, as a note or as a named failure."""
    found = [Line.model_validate_json(text) for text in asked.output.read_text().splitlines()]
    assert [line.id for line in found] == [f"a{n}" for n in range(count)]
    assert [line.index for line in found] == list(range(count))
    for line in found:
        assert (line.note is None) != (line.failure is None)
        assert line.failure is None or (line.failure.message and line.failure.status in (4, 5))
    return found


@pytest.mark.parametrize(
    ("count", "faults"),
    [
        pytest.param(40, playing.QUICK, id="40 articles"),
        pytest.param(2000, playing.FAULTS, id="2,000 articles", marks=pytest.mark.slow),
    ],
)
def test_every_article_ends_as_a_note_or_as_a_named_failure(
    tmp_path: Path, count: int, faults: tuple[str, ...]
) -> None:
    """A fifth of the requests fail, and a fifth of the articles are asked about twice.

    What the endpoint counted is what the ledger says.
    """
    script = playing.Playing(share=0.2, faults=faults, stall=30.0, doubted=0.2)
    with wire.Wire(script) as server:
        asked = batches.job(
            tmp_path,
            batches.archive(tmp_path, count),
            server,
            limits={"concurrency": 32, "processes": 0 if count < 100 else 2},
            chosen={"timeout": 20.0},
        )
        outcome = batches.done(asked)
    assert outcome.stopped is None
    found = check_lines(asked, count)
    counted = totals(asked)
    assert len(set(script.met) - {"none"}) > (3 if count < 100 else len(playing.FAULTS) - 1)
    ours = (counted.sent - counted.unreached, counted.answered, counted.refused, counted.unanswered)
    theirs = (script.received, script.answered, script.refused, script.lost)
    assert ours == theirs
    assert counted.sent == counted.unreached + sum(ours[1:])
    assert (counted.input_tokens, counted.output_tokens) == script.tokens
    assert sum(line.spent.requests for line in found) == counted.sent
    assert sum(line.note is not None for line in found) >= 0.97 * count


@pytest.mark.parametrize("fault", playing.SLOW)
def test_an_answer_that_does_not_come_is_counted_as_unanswered(tmp_path: Path, fault: str) -> None:
    """It may have been charged, so a budget counts it with all it could have taken."""
    script = playing.Playing(share=1.0, faults=(fault,), most=1, stall=30.0)
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 1), server, chosen={"timeout": 1.0})
        outcome = batches.done(asked)
    assert outcome.totals.unanswered >= 1
    assert outcome.totals.uncertain_input > 0
    assert outcome.totals.answered <= 1
    check_lines(asked, 1)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
@pytest.mark.parametrize(("count", "kills"), [SMALL, LARGE])
def test_a_batch_that_is_killed_goes_on_without_asking_twice(tmp_path: Path, count: int, kills: int) -> None:
    """Kill -9 at random moments: no reply that was kept is asked for again, no line is missing or doubled.

    A fifth of the articles are asked about twice, so that a kill meets second questions, too. The long form has faults besides. Two time-outs for one request end it, so a few articles in a thousand are
    failures by name, and then the status is 7 and nothing else. They can be made good: no request fails
    more than twice, so with --retry-failed every article has its note and the status is 0.
    """
    script = playing.Playing(share=0.2 if count > 100 else 0.0, delay=0.02, stall=30.0, doubted=0.2)
    moments = random.Random(7)
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, count), server, chosen={"timeout": 20.0})
        command = [
            *(sys.executable, "-m", "summarizer", "batch", *asked.inputs, "-o", str(asked.output), "-q"),
            *("--model", "openai:small", "--base-url", server.url, "--cache", str(asked.keeping.folder)),
            *("--timeout", "20", "--concurrency", "8", "--processes", "0" if count < 100 else "2"),
        ]
        answered_before = 0
        for _ in range(kills):
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
                # a moment while it works: some time after the first new answer
                started = time.monotonic()
                while script.answered == answered_before and process.poll() is None:
                    assert time.monotonic() - started < 60
                    time.sleep(0.005)
                time.sleep(moments.uniform(0.0, 0.25))
                process.send_signal(signal.SIGKILL)
            answered_before = script.answered
            time.sleep(0.1)  # what was under way at the server comes to its end
        kept = Counter(stored(asked))
        served = Counter(script.served)
        ended = subprocess.run(command, capture_output=True, timeout=1200, check=False)
        failures = [line.failure for line in check_lines(asked, count) if line.failure is not None]
        assert ended.returncode == (7 if failures else 0), ended.stderr.decode()
        assert len(failures) <= (0.01 * count if script.share else 0)
        for failure in failures:
            assert (failure.kind, failure.status) == ("BackendUnavailable", 4)
            assert "did not answer within 20 s" in failure.message
        if failures:
            mended = subprocess.run(
                [*command, "--retry-failed"], capture_output=True, timeout=300, check=False
            )
            assert mended.returncode == 0, mended.stderr.decode()
        assert all(line.note is not None for line in check_lines(asked, count))
        again = {key for key, times in script.served.items() if times > served[key]}
    assert not again & set(kept)
    counted = totals(asked)
    # a request that was written down and not sent, or sent and not answered, is one that the kill met
    assert counted.sent >= script.received >= counted.sent - 8 * kills
    assert counted.answered <= script.answered <= counted.answered + 8 * kills
    assert batches.done(asked).notes == 0
    assert totals(asked).sent == counted.sent


def stored(asked: Job) -> list[str]:
    """What the replies in the store were replies to, as the server tells requests apart."""
    from summarizer.backends import recordings

    folder = asked.keeping.folder
    assert folder is not None
    found = []
    for path in folder.rglob("*.json"):
        request = recordings.read(path).request
        said = [{"content": "\n".join(message["lines"])} for message in request["messages"]]
        found.append(playing.digest({"messages": said}))
    return found
