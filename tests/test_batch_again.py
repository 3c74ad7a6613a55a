"""A batch asks what a single run asks: a note out of it is the note that `summarize` makes."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer import pipeline
from summarizer.batch import plan
from summarizer.batch.limits import Most
from summarizer.clean.wishes import wishes
from summarizer.cli import sums
from summarizer.errors import BatchStopped
from tests import batches, playing, wire


def timeless(note: dict[str, Any]) -> dict[str, Any]:
    """Without the seconds, the one thing that two runs may differ in."""
    note["provenance"].pop("seconds")
    for attempt in note["provenance"]["attempts"]:
        attempt.pop("seconds")
    return note


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"length": "short"},
        {"attempts": 1},
        {"language": "fr", "audience": "a minister"},
        {"attempts": 3},
        {"words": "article"},
    ],
    ids=str,
)
def test_a_note_of_a_batch_is_the_note_of_a_single_run(tmp_path: Path, changes: dict[str, Any]) -> None:
    """With the same settings and the same replies, whether the article was asked about once or twice."""
    place = batches.pages(tmp_path, 5)
    script = playing.Playing(doubted=0.75)
    asked_to = wishes(keep=["Hauliers"], cut=["^Mayor"], favor="recall")
    with wire.Wire(script) as server:
        asked = replace(batches.job(tmp_path, place, server, chosen=changes), wishes=asked_to)
        assert batches.done(asked).failures == 0
        theirs = [timeless(line["note"]) for line in batches.lines(asked.output)]
        sent, script.seen = script.received, Counter()
        ours = []
        for path in sorted(place.iterdir()):
            article = pipeline.read(str(path), wishes=asked_to)
            note = asyncio.run(pipeline.asummarize(article, settings=asked.chosen))
            ours.append(timeless(note.model_dump(mode="json")))
    assert theirs == ours
    assert script.received == 2 * sent
    assert (sent > 5) == (asked.chosen.attempts > 1)
    assert not any("Mayor" in line["evidence"][0]["text"] for note in theirs for line in note["summary"])


def test_a_second_question_is_not_sent_twice_either(tmp_path: Path) -> None:
    """Lines made anew find both replies; the ledger and the line count what each run sent."""
    script = playing.Playing(doubted=1.0)
    with wire.Wire(script) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 3), server)
        outcome = batches.done(asked)
        assert (outcome.totals.sent, script.received) == (6, 6)
        assert [line["spent"]["requests"] for line in batches.lines(asked.output)] == [2, 2, 2]
        batches.done(replace(asked, overwrite=True))
    assert script.received == 6
    assert [line["spent"]["cached"] for line in batches.lines(asked.output)] == [2, 2, 2]


def test_a_limit_that_a_second_question_could_cross_leaves_the_article_for_later(tmp_path: Path) -> None:
    """Its first reply is kept, so that the next run pays for the second question alone."""
    most = 20_000
    script = playing.Playing(doubted=1.0)

    def dear(body: dict[str, Any]) -> wire.Answer:
        answer = script(body)
        assert isinstance(answer.body, dict)
        answer.body["usage"]["completion_tokens"] = most - 600
        return answer

    with wire.Wire(dear) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 1), server)
        outcome = batches.done(replace(asked, limits=replace(asked.limits, most=Most(tokens=most))))
        assert isinstance(outcome.stopped, BatchStopped)
        assert (script.received, batches.lines(asked.output)) == (1, [])
        outcome = batches.done(asked)
    assert (outcome.notes, script.received) == (1, 2)
    (line,) = batches.lines(asked.output)
    assert (line["spent"]["requests"], line["spent"]["cached"]) == (1, 1)


def test_a_dry_run_counts_second_questions_at_most_and_known_ones_for_certain(tmp_path: Path) -> None:
    """What has been sent in the end is within what was said."""
    script = playing.Playing(doubted=1.0)
    with wire.Wire(script) as server:
        once = batches.job(tmp_path, batches.archive(tmp_path, 3), server, chosen={"attempts": 1})
        asked = replace(once, chosen=replace(once.chosen, attempts=2))
        before = asyncio.run(plan.plan(asked))
        assert (before.requests, before.cached, before.more.requests) == (3, 0, 3)
        batches.done(once)
        known = asyncio.run(plan.plan(asked))
        assert (known.requests, known.cached, known.more.requests) == (3, 3, 0)
        batches.done(replace(asked, output=tmp_path / "twice.jsonl"))
        assert script.tokens[1] <= before.output_tokens + before.more.output_tokens
        done = asyncio.run(plan.plan(asked))
    assert (done.requests, done.cached, done.more.requests) == (0, 6, 0)
    assert any("up to 3 requests more" in line for line in sums.planned(before))


def test_a_second_question_that_nobody_answers_leaves_the_first_reply_and_says_so(tmp_path: Path) -> None:
    def half(body: dict[str, Any]) -> wire.Answer:
        if playing.AGAIN in str(body["messages"]):
            return wire.error(401, "no such key")
        return playing.invented(body)

    with wire.Wire(half) as server:
        asked = batches.job(tmp_path, batches.archive(tmp_path, 2), server)
        assert batches.done(asked).failures == 0
    for line in batches.lines(asked.output):
        assert any("asking again failed" in warning for warning in line["note"]["warnings"])


def test_lines_made_with_other_wishes_are_not_mixed_in(tmp_path: Path) -> None:
    from summarizer.errors import UsageError

    asked = replace(batches.job(tmp_path, batches.pages(tmp_path)), wishes=wishes(cut=["^Mayor"]))
    batches.done(asked)
    assert batches.done(asked).before == 3
    with pytest.raises(UsageError, match="cut"):
        batches.done(replace(asked, wishes=wishes(cut=["^Hauliers"])))
