"""An article no context holds: how it is parted, what is asked of each part, and what a failed one costs."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarizer
from summarizer import stages, windows
from summarizer.article import Article
from summarizer.draft import DraftClaim
from summarizer.drafts import merging, model
from summarizer.errors import BackendError, BackendRefused, BackendUnavailable, ContextOverflow
from summarizer.exchange import Event, Reply, Request, Usage
from summarizer.settings import Settings

CONTEXT = 4000
CHOSEN = Settings(model="openai:scripted", api_key="none", context=CONTEXT)
NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
PLACES = "Otterby Marlow Penhall Tresco Aldwick Brackley Corfield Dunmere Elstow Farrow".split()


def report_of(sentences: int) -> Article:
    """A long invented report: each paragraph says what one town's harbour did in one year."""
    paragraphs = []
    for at in range(sentences // 2):
        town, year = PLACES[at % len(PLACES)], 1900 + at
        paragraphs.append(
            f"The harbour board of {town} spent {at + 11} million pounds on its north quay in {year}. "
            f"Harbour master Ann Roe said the quay of {town} would carry {at + 40} ships a week."
        )
    return summarizer.read_text("\n\n".join(paragraphs), "report")


@dataclass
class Clerk:
    """A scripted model: it copies the first sentence it is shown, and keeps what it was asked."""

    answer: Callable[[Request, int], Reply | BackendError] | None = None
    scheme: str = "openai"
    model: str = "scripted"
    context: int | None = CONTEXT
    asked: list[Request] = field(default_factory=list)

    async def complete(self, request: Request) -> Reply:
        self.asked.append(request)
        at = len(self.asked)
        await asyncio.sleep(0)
        if self.answer is not None:
            made = self.answer(request, at)
            if isinstance(made, BackendError):
                raise made
            return made
        return copied(request)

    async def close(self) -> None:
        return


def copied(request: Request) -> Reply:
    (number, text), *_ = shown(request)
    item = {"text": text, "sentences": [int(number)]}
    lists = {"claims": [{**item, "speaker": None}], "positions": []}
    summary = {"summary": [item]}
    return said(summary if request.prompt.startswith("overview") else lists)


def said(data: object) -> Reply:
    return Reply(json.dumps(data), "stop", Usage(100, 50))


def shown(request: Request) -> list[tuple[str, str]]:
    """The numbered sentences of a request; the list of speakers has its numbers elsewhere in the line."""
    return NUMBERED.findall(request.messages[-1].content)


def read(article: Article, clerk: Clerk, chosen: Settings = CHOSEN) -> summarizer.Note:
    prepared = stages.prepare(article, chosen)
    ran = asyncio.run(stages.ask_in_windows(prepared, clerk, chosen, clerk.context or CONTEXT))
    return stages.finish(prepared, chosen, ran)


def window_requests(clerk: Clerk) -> list[Request]:
    return [request for request in clerk.asked if request.prompt.startswith("window")]


LONG = report_of(240)


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 60), st.integers(5, 400))
def test_windows_part_the_sentences(count: int, room: int) -> None:
    """Every sentence is in exactly one window, in order; only a sentence too long by itself exceeds the room."""
    article = report_of(2 * count)
    cut = windows.split(article, lambda s: len(article.text(s)) // 4, room)
    assert [s for window in cut for s in window.sentences] == list(article.sentences)
    assert [window.number for window in cut] == list(range(1, len(cut) + 1))
    assert all(window.cost <= room or len(window.sentences) == 1 for window in cut)


def test_each_sentence_is_read_once_and_no_request_exceeds_the_context() -> None:
    """What a request cannot hold an endpoint cuts, silently at worst; what no request holds is lost."""
    clerk = Clerk()
    read(LONG, clerk)
    numbers = [int(number) for request in window_requests(clerk) for number, _ in shown(request)]
    assert sorted(numbers) == list(range(1, len(LONG.sentences) + 1))
    for request in clerk.asked:
        assert model.estimate_tokens(request.messages) + request.sampling.max_tokens <= CONTEXT


def test_a_window_may_cite_its_own_sentences_only() -> None:
    """The schema admits the numbers that were sent, so that a small model cannot count from one again."""
    clerk = Clerk()
    read(LONG, clerk)
    later = window_requests(clerk)[1]
    assert later.schema is not None
    cited = later.schema["properties"]["claims"]["items"]["properties"]["sentences"]["items"]["enum"]
    assert cited == [int(number) for number, _ in shown(later)]
    assert cited[0] > 1


def test_the_summary_is_worded_from_claims_and_their_sentences() -> None:
    """One last call, which sees the article's own sentences beside each claim: never a summary of summaries."""
    clerk = Clerk()
    note = read(LONG, clerk)
    last = clerk.asked[-1]
    assert last.prompt == "overview@1"
    for number, text in shown(last):
        assert text == model.line(LONG.text(LONG.sentence(int(number))))
    assert note.summary[0].origin == "model"
    assert note.claims[0].origin == "model"
    assert {attempt.prompt for attempt in note.provenance.attempts} == {"window@1", "overview@1"}


def test_what_the_article_does_not_say_never_reaches_the_last_call() -> None:
    """A claim made up in one window would be repeated by the summary as if it had been checked."""

    def invent(request: Request, at: int) -> Reply:
        if request.prompt.startswith("overview"):
            return copied(request)
        good = json.loads(copied(request).text)
        number = int(shown(request)[0][0])
        made_up = {"text": "Pirates burned 900 ships at Zanzibar.", "speaker": None, "sentences": [number]}
        return said({**good, "claims": [made_up, *good["claims"]]})

    clerk = Clerk(invent)
    note = read(LONG, clerk)
    assert "Zanzibar" not in clerk.asked[-1].messages[-1].content
    assert not any("Zanzibar" in claim.text for claim in note.claims)
    assert any("Zanzibar" in aside.text for aside in note.set_aside)


def test_a_window_that_fails_is_loud_and_the_others_count() -> None:
    """Its sentences, and why, stand in the provenance and among the warnings."""

    def stumble(request: Request, at: int) -> Reply | BackendError:
        return BackendUnavailable("the line broke") if at == 2 else copied(request)

    note = read(LONG, Clerk(stumble))
    fates = [window.fate for window in note.provenance.windows]
    assert fates.count("failed") == 1
    assert fates.count("read") == len(fates) - 1
    failed = next(window for window in note.provenance.windows if window.fate == "failed")
    said = f"the model did not read sentences {failed.first} to {failed.last}: the line broke"
    assert said in note.warnings


def test_a_refusal_is_not_asked_for_again_window_by_window() -> None:
    """An empty account says no fifty times; the rest of the windows is told as not asked."""

    def empty_account(request: Request, at: int) -> Reply | BackendError:
        return copied(request) if at < 3 else BackendRefused("the account is empty")

    clerk = Clerk(empty_account, scheme="llama")
    note = read(report_of(600), clerk)
    assert len(clerk.asked) == 3
    assert [window.fate for window in note.provenance.windows][:4] == ["read", "read", "failed", "not asked"]
    assert any("not asked after a refusal: the account is empty" in warning for warning in note.warnings)


def test_nothing_read_at_all_is_an_error() -> None:
    """A note without one word of the model must not look like one that a model made."""
    with pytest.raises(BackendUnavailable, match="nobody answers"):
        read(LONG, Clerk(lambda request, at: BackendUnavailable("nobody answers")))


def test_what_was_read_before_the_deadline_is_kept() -> None:
    """Half a report read is worth printing, as long as it is said which half."""
    article = report_of(600)
    clerk = Clerk(scheme="llama")
    complete = clerk.complete

    async def slow(request: Request) -> Reply:
        await asyncio.sleep(0 if len(clerk.asked) < 2 else 30)
        return await complete(request)

    clerk.complete = slow  # type: ignore[method-assign]
    note = read(article, clerk, replace(CHOSEN, deadline=1.0))
    fates = [window.fate for window in note.provenance.windows]
    assert fates[:2] == ["read", "read"]
    assert set(fates[2:]) == {"not asked"}
    assert any("deadline" in warning for warning in note.warnings)


def test_ctrl_c_leaves_what_was_read() -> None:
    """Cancelled in the middle, the windows that were read still make a draft."""
    article = report_of(600)
    prepared = stages.prepare(article, CHOSEN)
    clerk = Clerk(scheme="llama")
    complete = clerk.complete

    async def interrupted() -> stages.Ran:
        reached = asyncio.Event()

        async def hang(request: Request) -> Reply:
            if len(clerk.asked) >= 2:
                reached.set()
                await asyncio.sleep(60)
            return await complete(request)

        clerk.complete = hang  # type: ignore[method-assign]
        task = asyncio.create_task(stages.ask_in_windows(prepared, clerk, CHOSEN, CONTEXT))
        await reached.wait()
        task.cancel()
        return await task

    note = stages.finish(prepared, CHOSEN, asyncio.run(interrupted()))
    assert [window.fate for window in note.provenance.windows][:3] == ["read", "read", "interrupted"]
    assert any("interrupted" in warning for warning in note.warnings)


@pytest.mark.skipif(
    threading.current_thread() is not threading.main_thread(), reason="signals reach the main thread only"
)
def test_a_real_ctrl_c_leaves_what_was_read_on_every_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """From 3.11 on it is asyncio that cancels the task, before that it is ours; without anything read it is an interrupt."""
    clerk = Clerk(scheme="llama")
    complete = clerk.complete
    enough = 3

    async def hang(request: Request) -> Reply:
        if len(clerk.asked) >= enough:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(60)
        return await complete(request)

    clerk.complete = hang  # type: ignore[method-assign]
    monkeypatch.setattr(Clerk, "close", lambda self: asyncio.sleep(0), raising=False)
    monkeypatch.setattr("summarizer.backends.open_backend", lambda *_: clerk)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        note = summarizer.summarize(LONG, settings=CHOSEN)
        enough = 0
        with pytest.raises(KeyboardInterrupt):
            summarizer.summarize(LONG, settings=CHOSEN)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert [window.fate for window in note.provenance.windows][:2] == ["read", "read"]
    assert "interrupted" in [window.fate for window in note.provenance.windows]


def test_a_context_without_room_for_a_sentence_is_refused() -> None:
    """One clear line instead of a hundred windows of one sentence each."""
    with pytest.raises(ContextOverflow, match="leaves no room for sentences"):
        read(LONG, Clerk(context=1500))


def test_an_article_that_fits_is_asked_about_in_one_call() -> None:
    """Parts lose what stands between them: they are the last resort."""
    events: list[Event] = []
    prepared = stages.prepare(report_of(10), CHOSEN)
    assert prepared.asking is not None
    clerk = Clerk(lambda request, at: said({"summary": [], "claims": [], "positions": []}))
    asyncio.run(stages.ask(prepared.asking, clerk, CHOSEN, events.append))
    assert {request.prompt for request in clerk.asked} == {"note@2"}


def test_the_same_claim_of_two_windows_is_one() -> None:
    """Merged as data: the same words, or nearly the same on the same sentence, count once."""
    one = DraftClaim(text="The board spent 11 million pounds.", speaker=None, sentences=(1,))
    again = DraftClaim(text="The board spent 11 million pounds on its quay.", speaker=None, sentences=(1, 2))
    other = DraftClaim(text="Ann Roe expects 40 ships a week.", speaker="Ann Roe", sentences=(2,))
    assert merging.claims((one, again, other), {1: 2.0, 2: 1.0}) == (one, other)
