"""Whole runs: the drafters, the fallback, and what a note says of how it was made."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace

import jsonschema
import pytest

from summarizer import Note, backends, pipeline, read_text
from summarizer.errors import BackendUnavailable, UsageError
from summarizer.exchange import Event, Reply, Request, Usage
from summarizer.settings import Settings

TEXT = """Otterby council votes to close the north bridge

Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

Mayor Ann Roe said: "We cannot wait for a beam to fall on a school bus. The bridge will reopen when it is safe."

Hauliers opposed the plan. Bo Lee, who chairs the Otterby Hauliers' Group, said the closure would "finish off" four firms.

The Green Party backed the closure and wants the bridge kept for cyclists.
"""


class Scripted:
    """A backend that says what a test tells it to."""

    scheme, model, context = "openai", "scripted", None

    def __init__(self, answer: Callable[[Request], Reply]) -> None:
        self.answer = answer
        self.closed = False

    async def complete(self, request: Request) -> Reply:
        return self.answer(request)

    async def close(self) -> None:
        self.closed = True


def reply(data: object) -> Reply:
    return Reply(text=json.dumps(data), finish="stop", usage=Usage(900, 120), model="scripted", mode="strict")


@pytest.fixture(name="scripted")
def _scripted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Request], Reply]], Scripted]:
    def opened(answer: Callable[[Request], Reply]) -> Scripted:
        backend = Scripted(answer)
        monkeypatch.setattr(backends, "open_backend", lambda settings: backend)
        return backend

    return opened


CHOSEN = Settings(model="openai:scripted", base_url="http://127.0.0.1:9/v1")
GOOD = {"text": "Otterby council voted to close the north bridge to lorries.", "sentences": [1]}
FALSE = {"text": "Otterby council voted by 19 to 4 to demolish the bridge.", "sentences": [1]}


BETTER = {"text": "Otterby council voted by 14 to 9 to close the bridge to lorries.", "sentences": [1]}


def test_what_the_article_does_not_bear_out_is_asked_for_once_more_with_its_problem(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    """Only so many items as failed are asked for; what failed is still set aside, what came stands."""
    sent: list[Request] = []

    def answer(request: Request) -> Reply:
        sent.append(request)
        return reply(
            {"summary": [GOOD, FALSE] if len(sent) == 1 else [BETTER], "claims": [], "positions": []}
        )

    scripted(answer)
    note = pipeline.summarize(read_text(TEXT, "otterby"), settings=CHOSEN)
    assert [line.text for line in note.summary if line.origin == "model"] == [GOOD["text"], BETTER["text"]]
    assert FALSE["text"] in {aside.text for aside in note.set_aside}
    second = sent[1]
    assert "does not bear out “Otterby council voted by 19 to 4" in second.messages[1].content
    assert "'19'" in second.messages[1].content
    assert second.schema is not None
    assert second.schema["properties"]["summary"]["maxItems"] == 1
    assert "claims" not in second.schema["properties"]
    assert len(note.provenance.attempts) == 2
    assert note.provenance.proposed == 3


def test_one_attempt_means_one_request(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    sent: list[Request] = []

    def answer(request: Request) -> Reply:
        sent.append(request)
        return reply({"summary": [GOOD, FALSE], "claims": [], "positions": []})

    scripted(answer)
    pipeline.summarize(read_text(TEXT, "otterby"), settings=replace(CHOSEN, attempts=1))
    assert len(sent) == 1


def test_the_news_of_a_line_that_failed_is_told_in_the_words_of_the_article(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    """Three lines stand without it, and none of them says what happened."""
    others = [
        {"text": "Mayor Ann Roe said the bridge will reopen when it is safe.", "sentences": [3]},
        {"text": "Hauliers opposed the plan.", "sentences": [4]},
        {"text": "The Green Party backed the closure.", "sentences": [6]},
    ]
    scripted(lambda request: reply({"summary": [FALSE, *others], "claims": [], "positions": []}))
    more = f"{TEXT}\nThe bridge was built in 1931. Some 2,000 lorries cross it on a working day.\n"
    note = pipeline.summarize(read_text(more, "otterby"), settings=CHOSEN)
    assert [line.origin for line in note.summary] == ["article", "model", "model", "model"]
    assert note.summary[0].text.startswith("Otterby council voted by 14 to 9")


def test_a_line_that_the_words_put_in_for_another_tell_too_gives_way(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    """The article's line may be of two sentences, and the model has told one of them; the note says where it went."""
    text = (
        "Otterby council closes its north bridge to lorries\n\n"
        "Otterby council closed the north bridge to lorries on Monday. The decision was taken by 14 votes to 9.\n\n"
        "Hauliers opposed the plan. The Green Party backed the closure. Some 2,000 lorries cross the bridge a day. "
        "The bridge was built in 1931. It was last painted in 2004. Repairs cost 3 million pounds."
    )
    lost = {"text": "Otterby council closed 19 bridges to lorries on Monday.", "sentences": [1]}
    told = {"text": "The decision was taken by 14 votes to 9.", "sentences": [2]}
    more = [
        {"text": "Hauliers opposed the plan.", "sentences": [3]},
        {"text": "Repairs cost 3 million pounds.", "sentences": [8]},
    ]
    scripted(lambda request: reply({"summary": [lost, told, *more], "claims": [], "positions": []}))
    note = pipeline.summarize(read_text(text, "otterby"), settings=CHOSEN)
    assert [line.origin for line in note.summary] == ["article", "model", "model"]
    assert note.summary[0].text.endswith(told["text"])  # type: ignore[arg-type]
    assert [(one.text, one.reason) for one in note.set_aside][-1] == (
        told["text"],
        "says the same as an item above",
    )
    assert any("1 of 3 summary lines" in warning for warning in note.warnings)


def test_the_models_words_stand_where_they_hold_and_the_articles_fill_the_rest(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    """Item by item, and the note says which is which."""
    backend = scripted(lambda request: reply({"summary": [GOOD, FALSE], "claims": [], "positions": []}))
    note = pipeline.summarize(read_text(TEXT, "otterby"), settings=CHOSEN)
    assert [line.origin for line in note.summary].count("model") == 1
    assert len(note.summary) == 3
    assert FALSE["text"] in {aside.text for aside in note.set_aside}
    assert any("2 of 3 summary lines were added from the article" in warning for warning in note.warnings)
    assert {claim.origin for claim in note.claims} == {"article"}
    assert note.provenance.proposed == 2
    assert note.provenance.input_tokens == sum(a.input_tokens or 0 for a in note.provenance.attempts)
    assert backend.closed


def test_unusable_replies_give_an_extractive_note_that_says_so(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    """The reader gets something, and is told that none of it is the model's."""
    scripted(lambda request: Reply(text="I cannot do that.", finish="stop", usage=Usage(900, 5)))
    note = pipeline.summarize(read_text(TEXT, "otterby"), settings=CHOSEN)
    assert note.provenance.proposed == 0
    assert {item.origin for item in (*note.summary, *note.claims, *note.positions)} == {"article"}
    assert any("unusable" in warning for warning in note.warnings)
    assert len(note.provenance.attempts) == CHOSEN.attempts


def test_a_run_that_takes_too_long_ends_with_the_backend_closed(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    """A deadline is for the whole run, and leaves no server behind."""
    backend = scripted(lambda request: reply({}))

    async def never(request: Request) -> Reply:
        await asyncio.sleep(60)
        raise AssertionError

    backend.complete = never  # type: ignore[method-assign]
    settings = Settings(model="openai:scripted", base_url="http://127.0.0.1:9/v1", deadline=0.05)
    with pytest.raises(BackendUnavailable, match="deadline"):
        pipeline.summarize(read_text(TEXT, "otterby"), settings=settings)
    assert backend.closed


def test_a_note_survives_json_and_fits_its_schema() -> None:
    """Others read it by the published schema."""
    note = pipeline.summarize(read_text(TEXT, "otterby"), model="extractive")
    text = note.model_dump_json()
    assert Note.model_validate_json(text) == note
    jsonschema.validate(json.loads(text), Note.model_json_schema())


def test_provenance_says_how_to_make_the_note_again(
    scripted: Callable[[Callable[[Request], Reply]], Scripted],
) -> None:
    """Prompt, version, digest, sampling, model, tool, and the digest of the input."""
    scripted(lambda request: reply({"summary": [GOOD], "claims": [], "positions": []}))
    article = read_text(TEXT, "otterby")
    made = pipeline.summarize(article, settings=CHOSEN).provenance
    assert (made.backend, made.model, made.prompt) == ("openai", "scripted", "note")
    assert made.prompt_version is not None
    assert made.prompt_sha256 is not None
    assert made.sampling is not None
    assert made.sampling["temperature"] == 0.0
    assert made.input_sha256 == article.sha256
    assert made.tool.startswith("summarizer ")


def test_the_stages_are_reported_and_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The core reports through a callback; only the command line prints."""
    events: list[Event] = []
    pipeline.summarize(read_text(TEXT, "otterby"), model="extractive", report=events.append)
    assert [event.stage for event in events] == ["attribute"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("model", ["gpt-5", "magic:x", "openai:", "extractive:x"])
def test_a_model_needs_a_known_scheme_and_a_name(model: str) -> None:
    """The vendor is never guessed from a model's name."""
    with pytest.raises(UsageError, match="model"):
        pipeline.summarize(read_text(TEXT, "otterby"), model=model)
