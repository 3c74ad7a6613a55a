"""A second model's opinion: asked about evidence only, weighed as one signal, told where it was not had."""

from __future__ import annotations

import asyncio
import json

import pytest

from summarizer import backends, draft, pipeline, read_text, support, verify
from summarizer.errors import BackendUnavailable, UsageError
from summarizer.exchange import Backend
from summarizer.note import Verdict
from summarizer.settings import Settings
from tests import notes
from tests.conversation import Scripted, reply


def said(*answers: str) -> str:
    listed = [{"claim": n, "reason": "so it is", "says": says} for n, says in enumerate(answers, start=1)]
    return json.dumps({"opinions": listed})


def checked(verdict: Verdict) -> support.Checked:
    return support.Checked(verdict, 0.8, (), (notes.evidence(1, 0, "The council met."),))


@pytest.mark.parametrize(
    ("before", "says", "after"),
    [
        ("supported", "yes", "supported"),
        ("supported", "partly", "doubtful"),
        ("supported", "no", "doubtful"),
        ("doubtful", "yes", "doubtful"),
        ("doubtful", "partly", "doubtful"),
        ("doubtful", "no", "unsupported"),
        ("unsupported", "yes", "unsupported"),
    ],
)
def test_an_opinion_moves_a_verdict_one_step_down_and_never_up(
    before: Verdict, says: str, after: Verdict
) -> None:
    """One more signal, never the only one: a model's yes proves nothing, its no alone refuses nothing."""
    opinion = draft.DraftOpinion.model_validate({"claim": 1, "reason": "the sum is missing", "says": says})
    weighed = verify.weigh(checked(before), opinion, "small-4b")
    assert weighed.verdict == after
    if after != before:
        assert weighed.score < 0.8
        assert weighed.problems[-1].startswith("small-4b finds it")
        assert weighed.findings[-1].kind == "second opinion"


def test_claims_are_sent_with_their_evidence_and_nothing_refused_is_asked_about() -> None:
    backend = Scripted([reply(f"<think>hm {{}}</think>Sure:\n```json\n{said('no', 'yes')}\n```")])
    listed = [
        ("One.", checked("supported")),
        ("Two.", checked("unsupported")),
        ("Three.", checked("doubtful")),
    ]
    made, problems = asyncio.run(verify.checked(listed, backend))
    assert [one.verdict for one in made] == ["doubtful", "unsupported", "doubtful"]
    assert problems == ()
    (request,) = backend.asked
    sent = request.messages[1].content
    assert "[1] One.\n- The council met.\n[2] Three." in sent
    assert "Two." not in sent


BRIDGE = notes.evidence(1, 0, "The council voted to close the north bridge to lorries.")
FERRY = notes.evidence(2, 60, "Ferry crews walked out over pay for a third morning.")
TWO = [
    ("The bridge is to be shut to lorries.", support.Checked("supported", 0.9, (), (BRIDGE,))),
    ("Crews stopped work.", support.Checked("doubtful", 0.6, (), (FERRY,))),
]


def test_with_the_first_claims_go_two_sentences_that_hold_and_one_that_does_not() -> None:
    """What the article prints is borne out where it stands, and not by a sentence about something else."""
    assert verify.controls([(BRIDGE.text,), (FERRY.text,)]) == (
        verify.Control(BRIDGE.text, (BRIDGE.text,), True),
        verify.Control(FERRY.text, (FERRY.text,), True),
        verify.Control(BRIDGE.text, (FERRY.text,), False),
    )
    assert verify.controls([(BRIDGE.text,), (BRIDGE.text,)]) == (
        verify.Control(BRIDGE.text, (BRIDGE.text,), True),
    )
    assert verify.controls([()]) == ()


def test_a_model_that_knows_the_controls_is_listened_to() -> None:
    backend = Scripted([reply(said("no", "partly", "yes", "yes", "no"))])
    made, problems = asyncio.run(verify.checked(TWO, backend))
    assert [one.verdict for one in made] == ["doubtful", "doubtful"]
    assert made[0].score < 0.9
    assert problems == ()
    assert "[5] " in backend.asked[0].messages[1].content


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (("no", "no", "no", "yes", "no"), "not borne out by that very sentence"),
        (("no", "no", "yes", "partly", "no"), "not borne out by that very sentence"),
        (("no", "no", "yes", "yes", "yes"), "nothing to do with it"),
    ],
    ids=["says no to all", "partly", "says yes to all"],
)
def test_a_model_that_fails_a_control_changes_nothing_and_is_asked_no_further(
    answers: tuple[str, ...], why: str
) -> None:
    """Qwen2.5-Coder-1.5B says no to nearly everything; its doubts are worth nothing and cost a good note."""
    backend = Scripted([reply(said(*answers))])
    made, problems = asyncio.run(verify.checked(TWO, backend))
    assert list(made) == [one for _, one in TWO]
    (problem,) = problems
    assert why in problem
    assert "scripted" in problem

    many = Scripted([reply(said(*["no"] * 11))])
    asyncio.run(verify.checked(TWO * 5, many))
    assert len(many.asked) == 1


def test_a_note_tells_that_the_second_model_was_not_listened_to() -> None:
    made = notes.made(backend="openai", claims=(notes.claim("Lorries are out.", BRIDGE, origin="model"),))
    reviewed = asyncio.run(verify.reviewed(made, Scripted([reply(said("no", "no"))])))
    assert reviewed.claims == made.claims
    assert "no second opinion: scripted" in reviewed.warnings[-1]
    assert reviewed.provenance.verified_by is None
    assert [one.prompt for one in reviewed.provenance.attempts][-1] == "verify@1"


@pytest.mark.parametrize(
    "text", ["", "I think so.", '{"opinions": [{"claim": 9, "reason": "", "says": "no"}]}']
)
def test_a_reply_without_an_opinion_changes_nothing_and_is_told(text: str) -> None:
    made, problems = asyncio.run(verify.checked([("One.", checked("supported"))], Scripted([reply(text)])))
    assert made == (checked("supported"),)
    assert problems == ("the second model gave no usable opinion on 1 of 1 claims",)


def test_what_is_left_unasked_when_the_model_breaks_off_is_told() -> None:
    backend = Scripted([reply(said(*["no"] * 8)), BackendUnavailable("gone")])
    made, problems = asyncio.run(verify.checked([("One.", checked("supported"))] * 9, backend))
    assert [one.verdict for one in made] == ["doubtful"] * 8 + ["supported"]
    assert "gone" in problems[0]


def test_in_a_note_two_doubts_set_an_item_aside_and_the_articles_own_words_are_not_asked_about() -> None:
    proof = notes.evidence(1, 0, "The bridge stays shut.")
    made = notes.made(
        backend="openai",
        summary=(
            notes.line("The bridge stays shut.", proof),
            notes.line("The bridge is shut.", proof, origin="model"),
        ),
        claims=(notes.claim("The bridge is unsafe.", proof, origin="model", support=notes.DOUBTFUL),),
    )
    backend = Scripted([reply(said("partly", "no"))])
    reviewed = asyncio.run(verify.reviewed(made, backend))
    assert [line.support.verdict for line in reviewed.summary] == ["supported", "doubtful"]
    assert reviewed.claims == ()
    assert [(one.kind, one.text, one.reason, one.speaker) for one in reviewed.set_aside] == [
        ("claim", "The bridge is unsafe.", "two doubts", "Ada Voss")
    ]
    assert "Ada Voss: The bridge is unsafe." in backend.asked[0].messages[1].content
    assert reviewed.provenance.verified_by == "scripted"
    assert [one.prompt for one in reviewed.provenance.attempts][-1] == "verify@1"


TEXT = """Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

The Green Party backed the closure and wants the bridge kept for cyclists.
"""


def test_a_second_model_that_cannot_be_reached_leaves_the_note_and_a_warning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first model's work must not be lost to the second one's absence."""
    drafted = {
        "summary": [
            {"text": "Otterby council voted to close the north bridge to lorries.", "sentences": [1]}
        ],
        "claims": [],
        "positions": [],
    }
    first = Scripted([reply(json.dumps(drafted))] * 2)
    second = Scripted([BackendUnavailable("no answer from the second")])

    def opened(chosen: Settings) -> Backend:
        return second if chosen.model == "openai:judge" else first

    monkeypatch.setattr(backends, "open_backend", opened)
    settings = Settings(model="openai:drafter", verify="openai:judge", api_key="k")
    made = pipeline.summarize(read_text(TEXT, "otterby"), settings=settings)
    assert any("closed" in line.text or "close" in line.text for line in made.summary)
    assert "no second opinion: no answer from the second" in made.warnings
    assert made.provenance.verified_by is None


def test_the_extractive_drafter_is_no_second_model() -> None:
    with pytest.raises(UsageError, match="extractive is none"):
        Settings(verify="extractive")
