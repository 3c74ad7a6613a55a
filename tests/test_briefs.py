"""Many inputs into one briefing: what is taken, what is left out and why, and what a model may word."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import summarizer
from summarizer import backends, briefs, pipeline, render, source
from summarizer.briefing import Briefing
from summarizer.cli import program
from summarizer.errors import SourceError, UsageError
from summarizer.exchange import Reply, Usage
from summarizer.note import Note
from tests import builders
from tests.conversation import Scripted

MILL = builders.ROOT / "tests" / "events" / "mill-closure"
WIRE, VALLEY, LEDGER = (str(MILL / f"{name}.txt") for name in ("wire", "valley", "ledger"))


def run(*args: str) -> Result:
    return CliRunner().invoke(program.app, ["brief", *args])


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Notes of two articles, kept as JSON."""
    folder = tmp_path_factory.mktemp("notes")
    made = []
    for path in (WIRE, LEDGER):
        note = summarizer.summarize(summarizer.read(path), model="extractive")
        made.append(folder / f"{Path(path).stem}.json")
        made[-1].write_text(render.json(note), encoding="utf-8")
    return made


def test_a_folder_of_articles_becomes_one_briefing(tmp_path: Path) -> None:
    for path in MILL.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    result = run(str(tmp_path), "--topic", "The mill at Oslar", "--format", "json", "-q")
    made = Briefing.model_validate_json(result.stdout)
    assert result.exit_code == 0
    assert made.headline == made.topic == "The mill at Oslar"
    assert [one.name for one in made.sources] == [
        f"{n}.txt" for n in "herald ledger redpage valley wire".split()
    ]


def test_a_briefing_reads_back_as_it_was() -> None:
    made = summarizer.brief([summarizer.read(WIRE), summarizer.read(VALLEY)], model="extractive")
    assert summarizer.Briefing.model_validate_json(render.json(made)) == made


def test_one_unreadable_source_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    """Status 7, so that a script sees it; a warning and an item set aside, so that a reader does."""
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"")
    result = run(WIRE, str(broken), VALLEY, "-q")
    assert result.exit_code == 7
    assert "2 sources" in result.stdout
    assert "not read: " in result.stdout
    assert "broken.txt" in result.stdout


def test_one_article_is_no_briefing() -> None:
    result = run(WIRE, "-q")
    assert result.exit_code == 3
    assert "needs two sources, and there is 1" in result.stderr


def test_more_than_fifty_sources_are_refused_with_the_way_to_do_it(tmp_path: Path) -> None:
    for number in range(51):
        (tmp_path / f"{number}.txt").write_text("The council met.", encoding="utf-8")
    result = run(str(tmp_path), "-q")
    assert result.exit_code == 2
    assert "51 sources; one briefing takes at most 50" in result.stderr
    assert "summarizer batch" in result.stderr
    with pytest.raises(UsageError, match="2 to 50 sources, not 1"):
        summarizer.brief([summarizer.read(WIRE)], model="extractive")


def test_notes_made_earlier_are_merged_by_what_they_cite(notes: list[Path]) -> None:
    result = run(*map(str, notes), "--format", "json", "-q")
    made = Briefing.model_validate_json(result.stdout)
    assert result.exit_code == 0
    assert {one.basis for one in made.sources} == {"note"}
    assert any("only the sentences that the note cites" in warning for warning in made.warnings)
    assert "figure" in {one.kind for one in made.differences}
    articles = {"A1": summarizer.read(WIRE), "A2": summarizer.read(LEDGER)}
    for claim in made.claims:
        for one in claim.evidence:
            assert articles[one.source].raw[one.start : one.end] == one.text
            assert articles[one.source].sentence(one.sentence).start == one.start


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 7}, "is a note of format 7; this version reads 1"),
        ({"claims": [{"text": "The mill stays."}]}, "is no note as this version writes it: claims.0."),
        ({"single_source": []}, "is a briefing"),
    ],
    ids=["another version", "edited by hand", "a briefing"],
)
def test_a_note_that_is_none_is_refused_with_the_reason(
    notes: list[Path], tmp_path: Path, change: dict[str, object], said: str
) -> None:
    kept = json.loads(notes[0].read_text(encoding="utf-8"))
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps({**kept, **change}), encoding="utf-8")
    result = run(str(changed), WIRE, VALLEY, "-q")
    assert result.exit_code == 7
    assert f"changed.json {said}" in result.stdout


def test_a_note_whose_evidence_does_not_fit_its_offsets_is_refused(notes: list[Path]) -> None:
    note = Note.model_validate_json(notes[0].read_text(encoding="utf-8"))
    first = note.summary[0]
    moved = first.evidence[0].model_copy(update={"text": "The mill stays open for ever and a day, it said."})
    edited = note.model_copy(
        update={"summary": (first.model_copy(update={"evidence": (moved,)}),), "claims": (), "positions": ()}
    )
    with pytest.raises(SourceError, match="edited by hand"):
        summarizer.brief([edited, summarizer.read(VALLEY)], model="extractive")


def test_ctrl_c_while_reading_gives_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been done by then is worth having; the status says that it is not all."""
    whole = source.read_many

    def stopped(inputs: list[str], **more: object) -> object:
        if inputs == [LEDGER]:
            raise KeyboardInterrupt
        return whole(inputs)

    monkeypatch.setattr(source, "read_many", stopped)
    result = run(WIRE, VALLEY, LEDGER, "-q")
    assert result.exit_code == 130
    assert "2 sources" in result.stdout
    assert "interrupted: 1 sources were not read" in result.stdout


def test_ctrl_c_while_the_model_writes_gives_the_articles_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = briefs.brief

    def stopped(*args: object, **more: object) -> object:
        if more.get("model") != "extractive":
            raise KeyboardInterrupt
        return whole(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(briefs, "brief", stopped)
    result = run(WIRE, VALLEY, "-q")
    assert result.exit_code == 130
    assert "interrupted: the summary is in the articles' own words" in result.stdout


def test_what_cannot_be_written_is_printed(tmp_path: Path) -> None:
    result = run(WIRE, VALLEY, "-q", "-o", str(tmp_path / "nowhere" / "briefing.html"))
    assert result.exit_code == 2
    assert "the briefing is printed instead" in result.stderr
    assert result.stdout.startswith("# ")


@pytest.mark.parametrize("name", ["b.md", "b.json", "b.html", "b.docx", "b.txt"])
def test_a_briefing_has_every_form_that_a_note_has(tmp_path: Path, name: str) -> None:
    result = run(WIRE, VALLEY, "-q", "-o", str(tmp_path / name))
    assert result.exit_code == 0
    assert (tmp_path / name).stat().st_size > 1000


def test_the_page_shows_the_texts_of_its_sources_and_no_others() -> None:
    articles = [summarizer.read(path) for path in (WIRE, VALLEY)]
    made = summarizer.brief(articles, model="extractive")
    assert "Top News" in made.to_html(articles), "what was cut of the article can be seen"
    assert "Top News" not in made.to_html()
    with pytest.raises(UsageError, match="the briefing was not made of"):
        made.to_html([summarizer.read(LEDGER)])


def worded(*lines: tuple[str, list[int]]) -> Reply:
    text = json.dumps({"summary": [{"text": words, "sentences": cited} for words, cited in lines]})
    return Reply(text, "stop", Usage(100, 50))


def by_model(monkeypatch: pytest.MonkeyPatch, *replies: Reply) -> tuple[summarizer.Briefing, Scripted]:
    backend = Scripted(replies)
    monkeypatch.setattr(backends, "open_backend", lambda chosen: backend)
    articles = [summarizer.read(path) for path in (WIRE, VALLEY, LEDGER)]
    return summarizer.brief(articles, settings=pipeline.configure("openai:scripted", attempts=1)), backend


def test_a_model_words_the_top_paragraph_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line cites the sentences of every source that the claim under it has."""
    made, backend = by_model(monkeypatch, worded(("The mill had lost 28 million florins in 2031.", [2])))
    plain = summarizer.brief([summarizer.read(path) for path in (WIRE, VALLEY, LEDGER)], model="extractive")
    line = made.summary[0]
    assert line.origin == "model"
    assert len({one.source for one in line.evidence}) == 3
    assert (made.claims, made.differences, made.timeline) == (plain.claims, plain.differences, plain.timeline)
    assert "[1] (disputed: " in backend.asked[0].messages[1].content
    assert made.provenance.prompt == "brief"


def test_a_line_that_the_sentences_do_not_bear_out_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extractive lines fill the paragraph up and say so."""
    made, _ = by_model(monkeypatch, worded(("The mill made a profit of 5 million florins in 2031.", [2])))
    assert [one.kind for one in made.set_aside] == ["summary"]
    assert {line.origin for line in made.summary} == {"article"}
    assert any("the articles' own words" in warning for warning in made.warnings)


def test_a_line_on_what_is_disputed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = by_model(monkeypatch, worded(("The mill will close with the loss of 640 jobs.", [1])))
    line = next(line for line in made.summary if line.origin == "model")
    assert line.support.verdict == "doubtful"
    assert any("680 people" in problem for problem in line.support.problems)


def test_a_reply_of_no_use_leaves_the_extractive_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = by_model(monkeypatch, Reply("I cannot help with that.", "stop", Usage(100, 50)))
    assert made.summary
    assert {line.origin for line in made.summary} == {"article"}
    assert made.provenance.attempts[0].problems


def test_json_output_keeps_to_the_printed_schema_of_a_briefing(tmp_path: Path) -> None:
    """Programs that read briefings are promised as much as those that read notes."""
    printed = CliRunner().invoke(program.app, ["schema", "--of", "briefing"])
    schema = json.loads(printed.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    files = [tmp_path / f"{name}.txt" for name in "ab"]
    for file in files:
        file.write_text("The ferry Solveig ran aground on Gull Skerry on Monday. Three passengers died.")
    shown = json.loads(run(*map(str, files), "--format", "json", "-q").stdout)
    jsonschema.validate(shown, schema, cls=jsonschema.Draft202012Validator)


def test_a_schema_of_something_else_is_a_mistake_of_use() -> None:
    shown = CliRunner().invoke(program.app, ["schema", "--of", "article"])
    assert shown.exit_code == 2
    assert "note or briefing" in str(shown.exception) + shown.stderr


def test_a_line_that_says_an_earlier_one_again_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources tell one thing in several sentences, and a small model goes through them one by one."""
    lost = ("The mill had lost 28 million florins in 2031.", [2])
    again = ("The Oslar mill lost 28 million florins in 2031.", [2])
    made, _ = by_model(monkeypatch, worded(lost, again))
    assert [line.text for line in made.summary if line.origin == "model"] == [lost[0]]
    assert [(one.text, one.reason) for one in made.set_aside] == [
        (again[0], "says the same as an item above")
    ]


def test_a_line_in_the_voice_of_a_source_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a briefing nobody knows who "we" are."""
    ours = ("We want 9 per cent.", [1])
    told = summarizer.read_text(
        "The union spoke on Monday in Port Soll. We want 9 per cent. The strike goes on.", "a"
    )
    other = summarizer.read_text(
        "The tram strike in Port Soll goes on. The union wants 9 per cent more pay.", "b"
    )
    backend = Scripted([worded(*([text, [n]] for n in range(1, 4) for text in [ours[0]]))])  # type: ignore[arg-type]
    monkeypatch.setattr(backends, "open_backend", lambda chosen: backend)
    made = summarizer.brief([told, other], settings=pipeline.configure("openai:scripted", attempts=1))
    assert not any("We want" in line.text for line in made.summary if line.origin == "model")
    assert any(one.text == ours[0] for one in made.set_aside)
