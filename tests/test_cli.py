"""The commands: stdout is the result, stderr everything else, and each ending has its status."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import summarizer
from summarizer import errors, note, pipeline, prompts, settings
from summarizer.cli import program
from summarizer.render import outline
from tests import builders

VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")
COMMANDS = ("summarize", "clean", "sentences", "attributions", "check", "schema", "doctor")


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(program.app, list(args), input=stdin)


@pytest.fixture(scope="module")
def made() -> note.Note:
    article = summarizer.read(VOTE)
    return summarizer.summarize(article, settings=settings.Settings())


@pytest.mark.parametrize(
    "args",
    [(name,) for name in COMMANDS] + [("prompts", name) for name in ("list", "show", "check")],
    ids=str,
)
def test_every_command_explains_itself_with_examples(args: tuple[str, ...]) -> None:
    """An example is what most people read of a help page."""
    shown = run(*args, "--help")
    assert shown.exit_code == 0
    assert f"  summarizer {' '.join(args)}" in shown.stdout.partition("Examples:")[2]
    assert not shown.stderr


@pytest.mark.parametrize("args", [(), ("prompts",)], ids=["program", "group"])
def test_without_a_command_the_help_is_on_stderr(args: tuple[str, ...]) -> None:
    """Nothing was asked for, so nothing is a result."""
    shown = run(*args)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "Commands:" in shown.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("summarize",), "Missing argument"),
        (("nosuch",), "nosuch"),
        (("clean", VOTE, "--nosuch"), "--nosuch"),
        (("summarize", VOTE, "--attempts", "x"), "--attempts"),
        (("summarize", VOTE, "--format", "html"), "'html'"),
        (("summarize", VOTE, "--length", "huge"), "'huge'"),
        (("summarize", VOTE, "--model", "gpt-5"), "--model openai:gpt-5"),
        (("summarize", VOTE, "--model", "foo:bar"), "openai:"),
        (("summarize", VOTE, "--attempts", "0"), "attempts"),
        (("summarize", VOTE, "--base-url", "http://127.0.0.1:1/v1"), "--model openai:NAME"),
        (("summarize", VOTE, "-o", "note.docx"), "'note.docx'"),
        (("summarize", VOTE, "-o", VOTE), "the article itself"),
        (("clean", VOTE, "--explain", "--format", "markdown"), "--explain --format json"),
        (("prompts", "show", "nosuch"), "nosuch"),
        (("prompts", "show", "note@x"), "note@x"),
    ],
    ids=lambda value: " ".join(Path(part).name for part in value) if isinstance(value, tuple) else "",
)
def test_a_wrong_command_line_ends_in_two_lines_and_status_2(args: tuple[str, ...], told: str) -> None:
    """What is wrong, and what to try; nothing is read or sent before."""
    shown = run(*args)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert told in shown.stderr
    assert re.fullmatch(r"summarizer: error: [^\n]+\n(?:  try: [^\n]+\n)?", shown.stderr)


def test_a_pipe_gets_markdown_and_stderr_says_that_no_model_is_configured() -> None:
    """One line, and only where nobody chose."""
    shown = run("summarize", VOTE)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("# ")
    assert re.fullmatch(r"summarizer: no model is configured[^\n]+--model[^\n]+\n", shown.stderr)


@pytest.mark.parametrize("flags", [("--quiet",), ("--model", "extractive")], ids=["quiet", "by name"])
def test_nothing_is_said_to_who_chose_or_wants_quiet(flags: tuple[str, ...]) -> None:
    assert run("summarize", VOTE, *flags).stderr == ""


def test_the_model_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MODEL", "replay:/nowhere/at/all")
    shown = run("summarize", VOTE)
    assert shown.exit_code in (2, 4)
    assert "/nowhere/at/all" in shown.stderr


def test_json_output_keeps_to_the_printed_schema() -> None:
    """The schema is a promise to programs that read notes."""
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    shown = json.loads(run("summarize", VOTE, "--format", "json").stdout)
    jsonschema.validate(shown, schema, cls=jsonschema.Draft202012Validator)


def test_evidence_in_json_slices_the_file_to_the_printed_text() -> None:
    raw = Path(VOTE).read_bytes().decode()
    shown = json.loads(run("summarize", VOTE, "--format", "json").stdout)
    for item in (*shown["summary"], *shown["claims"], *shown["positions"]):
        assert item["evidence"]
        for proof in item["evidence"]:
            assert raw[proof["start"] : proof["end"]] == proof["text"]


def test_standard_input_is_read_for_a_dash() -> None:
    shown = run("summarize", "-", "-q", "--format", "json", stdin=Path(VOTE).read_bytes())
    assert json.loads(shown.stdout)["article"]["name"] == "standard input"


@pytest.mark.parametrize(
    ("name", "begins"),
    [("note.md", "# "), ("note.json", "{"), ("note.txt", "Sund"), ("note", "# ")],
    ids=["markdown", "json", "text", "no suffix"],
)
def test_the_suffix_of_the_output_decides_its_form(tmp_path: Path, name: str, begins: str) -> None:
    target = tmp_path / name
    shown = run("summarize", VOTE, "-q", "-o", str(target))
    assert (shown.exit_code, shown.stdout) == (0, "")
    text = target.read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert "\x1b" not in text
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_named_form_wins_over_the_suffix(tmp_path: Path) -> None:
    target = tmp_path / "note.data"
    run("summarize", VOTE, "-q", "-o", str(target), "--format", "json")
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == 1


def test_an_existing_output_keeps_its_permissions_and_links(tmp_path: Path) -> None:
    """The file is replaced by renaming, which must not show."""
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("summarize", VOTE, "-q", "-o", str(link)).exit_code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("# ")
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_note_that_cannot_be_written_is_printed_instead(tmp_path: Path) -> None:
    """A model may have been paid for it: it must not be lost."""
    shown = run("summarize", VOTE, "-q", "-o", str(tmp_path / "missing" / "note.json"))
    assert shown.exit_code == 2
    assert json.loads(shown.stdout)["format"] == 1
    assert "missing" in shown.stderr
    assert "the note is printed instead" in shown.stderr


def test_writing_that_breaks_off_leaves_the_old_file_and_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Write beside, then rename: a reader sees the old note or the new one."""
    target = tmp_path / "note.md"
    target.write_text("old")

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    shown = run("summarize", VOTE, "-q", "-o", str(target))
    assert shown.exit_code == 2
    assert "No space left on device" in shown.stderr
    assert target.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.md"]


def _with(made: note.Note, **changes: object) -> note.Note:
    return made.model_copy(update=changes)


def _doubt(made: note.Note) -> note.Note:
    first = made.claims[0].model_copy(update={"support": note.Support(verdict="doubtful", score=0.5)})
    return _with(made, claims=(first, *made.claims[1:]), set_aside=())


@pytest.mark.parametrize(
    ("reason", "status"),
    [("not in the article", 6), ("wrong speaker", 6), (outline.REPEATED, 0), (None, 0), ("doubt", 6)],
    ids=["set aside", "wrong speaker", "repetition", "all well", "doubtful"],
)
def test_strict_exits_with_6_when_the_article_does_not_bear_something_out(
    made: note.Note, monkeypatch: pytest.MonkeyPatch, reason: str | None, status: int
) -> None:
    """A script must be able to stop there; the note is printed all the same."""
    clean = tuple(
        item.model_copy(update={"support": note.Support(verdict="supported", score=1.0)})
        for item in made.claims
    )
    sure = _with(made, summary=(), positions=(), claims=clean, set_aside=())
    if reason == "doubt":
        sure = _doubt(sure)
    elif reason is not None:
        sure = _with(sure, set_aside=(note.SetAside(kind="claim", text="X.", reason=reason),))
    monkeypatch.setattr(pipeline, "summarize", lambda *args, **more: sure)
    strict = run("summarize", VOTE, "-q", "--strict")
    assert strict.exit_code == status
    assert strict.stdout.startswith("# ")
    assert run("summarize", VOTE, "-q").exit_code == 0


def test_the_reason_for_a_repetition_is_the_one_that_grounding_gives(article) -> None:
    """Strict leaves repetitions alone; it knows them by their reason."""
    from summarizer import draft, ground

    twice = (draft.DraftLine(text=article.text(article.sentences[0]), sentences=(1,)),) * 2
    grounded = ground.ground(draft.Draft(summary=twice, claims=(), positions=()), article, origin="article")
    assert [item.reason for item in grounded.set_aside] == [outline.REPEATED]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.SourceError("no article", hint="paste one"), 3),
        (errors.BackendUnavailable("no answer", hint="wait"), 4),
        (errors.ContextOverflow("too long"), 4),
        (errors.ReplyRejected("unusable", problems=("a: wrong", "b: wrong"), hint="ask a larger model"), 5),
    ],
    ids=["input", "backend", "context", "reply"],
)
def test_an_expected_error_is_a_line_a_try_and_a_status(
    monkeypatch: pytest.MonkeyPatch, error: errors.SummarizerError, status: int
) -> None:
    def fail(*args: object, **more: object) -> None:
        raise error from OSError("the wire\nbroke")

    monkeypatch.setattr(pipeline, "summarize", fail)
    shown = run("summarize", VOTE, "--model", "openai:x")
    assert (shown.exit_code, shown.stdout) == (status, "")
    lines = shown.stderr.splitlines()
    assert lines[0] == f"summarizer: error: {error.message}"
    assert "because" not in shown.stderr
    assert "Traceback" not in shown.stderr
    assert lines[1:] == [
        *(f"  {problem}" for problem in getattr(error, "problems", ())),
        *([f"  try: {error.hint}"] if error.hint else []),
    ]
    told = run("summarize", VOTE, "--model", "openai:x", "--verbose").stderr
    assert "  because: OSError: the wire broke" in told
    assert "Traceback" not in told


def test_a_fault_of_the_programs_own_is_a_line_and_its_trace_only_on_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: object, **more: object) -> None:
        raise RuntimeError("one\ntwo")

    monkeypatch.setattr(pipeline, "summarize", fail)
    shown = run("summarize", VOTE)
    assert shown.exit_code == 1
    assert shown.stderr.splitlines()[0] == "summarizer: internal error: RuntimeError: one two"
    assert "--verbose" in shown.stderr
    assert "Traceback" not in shown.stderr
    assert "Traceback" in run("summarize", VOTE, "-v").stderr


def test_an_interrupt_says_so_and_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "summarize", stop)
    shown = run("summarize", VOTE)
    assert (shown.exit_code, shown.stdout, shown.stderr) == (130, "", "summarizer: interrupted\n")


def test_verbose_says_what_is_being_done() -> None:
    told = run("summarize", VOTE, "--verbose").stderr
    assert re.search(r"summarizer: \d+\.\d s read: ", told)
    assert re.search(r"summarizer: \d+\.\d s attribute: ", told)


def test_warnings_of_the_note_are_said_where_it_is_not_read_at_once(
    made: note.Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who pipes a note into a file should see what was assumed."""
    warned = _with(made, warnings=("read as Windows-1252",))
    monkeypatch.setattr(pipeline, "summarize", lambda *args, **more: warned)
    assert "summarizer: warning: read as Windows-1252\n" in run("summarize", VOTE).stderr
    assert "read as Windows-1252" in run("summarize", VOTE, "-q").stdout
    assert run("summarize", VOTE, "-q").stderr == ""


def test_clean_prints_the_body_and_nothing_else(article) -> None:
    assert run("clean", VOTE).stdout == article.body + "\n"


def test_clean_as_json_slices_the_input(article) -> None:
    shown = json.loads(run("clean", VOTE, "--format", "json").stdout)
    assert shown["body"] == article.body
    assert all(article.raw[cut["start"] : cut["end"]] == cut["text"] for cut in shown["cuts"])
    assert [cut["reason"] for cut in shown["cuts"]] == [cut.reason for cut in article.cuts]


def test_clean_as_markdown_begins_with_the_title(article) -> None:
    shown = run("clean", VOTE, "--format", "markdown").stdout
    assert shown.startswith(f"# {article.title}\n")


def test_clean_explains_each_cut(article) -> None:
    shown = run("clean", VOTE, "--explain").stdout
    for cut in article.cuts:
        assert re.search(rf"^{re.escape(cut.reason)} +\| ", shown, re.MULTILINE)


def test_sentences_are_numbered_as_notes_refer_to_them(article) -> None:
    lines = run("sentences", VOTE).stdout.splitlines()
    assert len(lines) == len(article.sentences)
    number, place, text = lines[4].split(maxsplit=2)
    start, end = map(int, place.split("-"))
    assert (int(number), text) == (5, article.text(article.sentences[4]))
    assert " ".join(article.raw[start:end].split()) == text
    listed = json.loads(run("sentences", VOTE, "--format", "json").stdout)
    assert [item["number"] for item in listed] == [s.number for s in article.sentences]


def test_attributions_come_as_table_markdown_json_and_csv(article) -> None:
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


def test_check_gives_verdict_score_and_evidence(article) -> None:
    true = article.text(article.sentences[0])
    shown = run("check", true, "--against", VOTE, "--strict")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("supported")
    assert f"1:{article.sentences[0].start}-{article.sentences[0].end} " in shown.stdout


def test_check_reads_one_claim_a_line_and_strict_exits_with_6(article, tmp_path: Path) -> None:
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


def test_every_command_and_option_stands_in_the_documentation() -> None:
    """Documentation that a test does not read goes stale."""
    text = (builders.ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"## summarizer {name}" in text
        section = text.partition(f"## summarizer {name}\n")[2].partition("\n## ")[0]
        listed = run(name, "--help").stdout.partition("Options:")[2].partition("Examples:")[0]
        for option in re.findall(r"(?<= )--[a-z-]+(?= )", listed):
            assert f"`{option}" in section or option in ("--help", "--verbose"), (name, option)
