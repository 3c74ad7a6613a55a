"""The commands that ask no model: what is in the article, and is it in there."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer import pipeline, prompts
from summarizer.article import Article
from summarizer.cli import program
from tests import builders

VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(program.app, list(args), input=stdin)


def test_clean_prints_the_body_and_nothing_else(article: Article) -> None:
    assert run("clean", VOTE).stdout == article.body + "\n"


def test_clean_as_json_slices_the_input(article: Article) -> None:
    shown = json.loads(run("clean", VOTE, "--format", "json").stdout)
    assert shown["body"] == article.body
    assert all(article.raw[cut["start"] : cut["end"]] == cut["text"] for cut in shown["cuts"])
    assert [cut["reason"] for cut in shown["cuts"]] == [cut.reason for cut in article.cuts]


def test_clean_as_markdown_begins_with_the_title(article: Article) -> None:
    shown = run("clean", VOTE, "--format", "markdown").stdout
    assert shown.startswith(f"# {article.title}\n")


def test_clean_explains_each_cut(article: Article) -> None:
    shown = run("clean", VOTE, "--explain").stdout
    for cut in article.cuts:
        assert re.search(rf"^{re.escape(cut.reason)} +\| ", shown, re.MULTILINE)


def test_sentences_are_numbered_as_notes_refer_to_them(article: Article) -> None:
    lines = run("sentences", VOTE).stdout.splitlines()
    assert len(lines) == len(article.sentences)
    number, place, text = lines[4].split(maxsplit=2)
    start, end = map(int, place.split("-"))
    assert (int(number), text) == (5, article.text(article.sentences[4]))
    assert " ".join(article.raw[start:end].split()) == text
    listed = json.loads(run("sentences", VOTE, "--format", "json").stdout)
    assert [item["number"] for item in listed] == [s.number for s in article.sentences]


def test_attributions_come_as_table_markdown_json_and_csv(article: Article) -> None:
    found = pipeline.attributions(article)
    assert len(found) > 3
    table = run("attributions", VOTE, "--format", "table").stdout
    assert all(word in table for word in ("Who", "Does", "What", "Place"))
    markdown = run("attributions", VOTE).stdout.splitlines()
    assert len(markdown) == len(found) + 2
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in markdown)
    listed = json.loads(run("attributions", VOTE, "--format", "json").stdout)
    assert [item["speaker"] for item in listed] == [said.speaker for said in found]
    for item in listed:
        for part in (*item["content"], item["cue"]):
            assert article.raw[part["start"] : part["end"]] == part["text"]
    rows = list(csv.DictReader(io.StringIO(run("attributions", VOTE, "--format", "csv").stdout)))
    assert [row["speaker"] for row in rows] == [said.speaker or "" for said in found]


SAID = (
    "Mayor Ann Roe met the press in Orme on Monday after a long week of rain and of talks about the bridge.\n\n"
    "“The bridge is not safe,” Ann Roe said. Ms Roe said that it would close on Tuesday for all traffic.\n\n"
    "The union backed the plan for the new bridge. Bo Lee said the plan was late and that it cost too much money.\n"
)


def test_attributions_of_one_speaker_by_any_name_and_only_what_is_quoted() -> None:
    """A title and a surname mean the same person; marks tell what is word for word."""
    mine = run("attributions", "-", "--format", "json", "--speaker", "Mayor Roe", stdin=SAID.encode())
    assert {item["speaker"] for item in json.loads(mine.stdout)} == {"Ann Roe"}
    quoted = run("attributions", "-", "--format", "json", "--direct", stdin=SAID.encode())
    assert [item["directness"] for item in json.loads(quoted.stdout)] == ["direct"]


def test_a_speaker_who_says_nothing_is_an_error_that_names_those_who_do() -> None:
    """An empty table would read as if somebody had been silent."""
    shown = run("attributions", "-", "--speaker", "Cy Dunn", stdin=SAID.encode())
    assert shown.exit_code != 0
    assert "Ann Roe" in shown.stderr


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_parties_are_listed_with_what_they_say(form: str) -> None:
    """Names, roles, other names, mentions, and how much each says."""
    shown = run("attributions", "-", "--parties", "--format", form, stdin=SAID.encode()).stdout
    assert "Ann Roe" in shown
    if form == "json":
        roe = next(party for party in json.loads(shown) if party["name"] == "Ann Roe")
        assert len(roe["said"]) == 2
        assert all(m["text"] in SAID for m in roe["mentions"])


def test_attribution_of_another_language_is_silent_and_says_why() -> None:
    """Nothing is invented, and nobody has to wonder why the table is empty."""
    german = "Der Rat hat am Montag nicht getagt. „Wir gehen“, sagte die Frau, die in der Stadt ist und nicht kommt."
    shown = run("attributions", "-", "--format", "json", stdin=german.encode())
    assert json.loads(shown.stdout) == []
    assert "English" in shown.stderr


def test_check_gives_verdict_score_and_evidence(article: Article) -> None:
    true = article.text(article.sentences[0])
    shown = run("check", true, "--against", VOTE, "--strict")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("supported")
    assert f"1:{article.sentences[0].start}-{article.sentences[0].end} " in shown.stdout


def test_check_reads_one_claim_a_line_and_strict_exits_with_6(article: Article, tmp_path: Path) -> None:
    claims = tmp_path / "claims.txt"
    claims.write_text(f"{article.text(article.sentences[0])}\n\nPenguins invaded Antarctica yesterday.\n")
    shown = run("check", str(claims), "--against", VOTE, "--format", "json")
    assert shown.exit_code == 0
    assert [item["verdict"] for item in json.loads(shown.stdout)] == ["supported", "unsupported"]
    assert run("check", str(claims), "--against", VOTE, "--strict").exit_code == 6
    assert run("check", " ", "--against", VOTE).exit_code == 3


def test_prompts_are_listed_shown_and_checked() -> None:
    listed = run("prompts", "list").stdout.splitlines()
    assert [row.split()[0] for row in listed] == [f"{name}@{v}" for name, v in prompts.available()]
    assert run("prompts", "show", "note").stdout == prompts.text_of("note")
    assert run("prompts", "show", "note@1").stdout == prompts.text_of("note", 1)
    assert run("prompts", "check").exit_code == 0


def test_a_broken_prompt_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "check", lambda: ("note.v1.md: needs a reply",))
    shown = run("prompts", "check")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert shown.stderr == "summarizer: error: note.v1.md: needs a reply\n"


def test_the_version_is_printed() -> None:
    shown = run("--version")
    assert re.fullmatch(r"summarizer \d+\.\d+\.\d+\S*\n", shown.stdout)
