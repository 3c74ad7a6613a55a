"""`summarizer check`: a summary against an article, line by line, as a person and a pipeline need it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer import backends, pipeline
from summarizer.article import Article
from summarizer.cli import program
from tests import builders
from tests.conversation import Scripted, reply

VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")
FALSE = "Penguins invaded Antarctica yesterday."


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(program.app, ["check", *args, "--against", VOTE], input=stdin)


def test_each_sentence_of_a_text_has_its_line_with_verdict_kind_of_problem_and_place(
    article: Article,
) -> None:
    true = article.text(article.sentences[0])
    shown = run(f"{true} {FALSE}")
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    verdicts = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert verdicts == ["supported", "unsupported"]
    assert any(line.strip().startswith("not in the article: ") for line in lines)
    assert f"    1:{article.sentences[0].start}-{article.sentences[0].end} " in shown.stdout
    assert "1 supported, 1 unsupported" in shown.stderr


def test_strict_fails_for_what_is_unsupported_only(article: Article) -> None:
    """A gate in a pipeline must not close for a paraphrase that is merely in doubt."""
    doubtful = article.text(article.sentences[3]).replace("more than ", "")
    found = pipeline.check(doubtful, article).verdict
    for text, status in ((article.text(article.sentences[0]), 0), (FALSE, 6)):
        assert run(text, "--strict").exit_code == status
    assert run(doubtful, "--strict").exit_code == (6 if found == "unsupported" else 0)


def test_a_note_of_ours_is_checked_item_by_item(article: Article, tmp_path: Path) -> None:
    """What the tool made, perhaps edited since, is read with its speakers."""
    note = pipeline.summarize(article, model="extractive")
    filed = tmp_path / "note.json"
    filed.write_text(note.model_dump_json(), encoding="utf-8")
    rows = json.loads(run(str(filed), "--format", "json").stdout)
    assert len(rows) == len(note.summary) + len(note.claims) + len(note.positions)
    assert [row["speaker"] for row in rows if row["kind"] == "claim"] == [c.speaker for c in note.claims]
    assert not [row for row in rows if row["verdict"] == "unsupported"]


def test_json_has_kinds_of_problems_and_places_of_what_matched(article: Article) -> None:
    (row,) = json.loads(run(FALSE, "--format", "json").stdout)
    assert [finding["kind"] for finding in row["findings"]]
    true = article.text(article.sentences[4])
    (row,) = json.loads(run(true, "--format", "json").stdout)
    assert row["matched"]
    for place in row["matched"]:
        assert article.raw[place["start"] : place["end"]] in article.raw


def test_markdown_is_a_list_with_a_count_in_front() -> None:
    shown = run("-", "--format", "markdown", stdin=f"{FALSE}\n".encode()).stdout
    assert shown.startswith("**1 unsupported**\n\n- ✗ **unsupported** 0.")
    assert FALSE.removesuffix(".") in shown


def test_a_second_model_can_be_asked(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    opinion = {"opinions": [{"claim": 1, "reason": "nothing of the kind", "says": "no"}]}
    backend = Scripted([reply(json.dumps(opinion))])
    monkeypatch.setattr(backends, "open_backend", lambda chosen: backend)
    shown = run(article.text(article.sentences[4]), "--verify", "openai:judge")
    assert shown.stdout.startswith("doubtful")
    assert "second opinion: scripted finds it not in these sentences: nothing of the kind" in shown.stdout
    assert backend.asked[0].prompt == "verify@1"
