"""The commands: stdout is the result, stderr everything else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import program
from tests import builders

VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")
COMMANDS = (
    "purge",
    "summarize",
    "brief",
    "batch",
    "clean",
    "sentences",
    "attributions",
    "check",
    "schema",
    "doctor",
)


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(program.app, list(args), input=stdin)


@pytest.mark.parametrize(
    "args",
    [(name,) for name in COMMANDS]
    + [("prompts", name) for name in ("list", "show", "check")]
    + [("batch", name) for name in ("submit", "status", "collect")]
    + [("cache", name) for name in ("info", "clear")],
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
        (("summarize", VOTE, "--format", "rtf"), "'rtf'"),
        (("summarize", VOTE, "--length", "huge"), "'huge'"),
        (("summarize", VOTE, "--model", "gpt-5"), "--model openai:gpt-5"),
        (("summarize", VOTE, "--model", "foo:bar"), "openai:"),
        (("summarize", VOTE, "--attempts", "0"), "attempts"),
        (("summarize", VOTE, "--base-url", "http://127.0.0.1:1/v1"), "--model openai:NAME"),
        (("summarize", VOTE, "-o", "note.rtf"), "'note.rtf'"),
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


def test_every_command_and_option_stands_in_the_documentation() -> None:
    """Documentation that a test does not read goes stale."""
    text = (builders.ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"## summarizer {name}" in text
        section = text.partition(f"## summarizer {name}\n")[2].partition("\n## ")[0]
        listed = run(name, "--help").stdout.partition("Options:")[2].partition("Examples:")[0]
        for option in re.findall(r"(?<= )--[a-z-]+(?= )", listed):
            assert f"`{option}" in section or option in ("--help", "--verbose"), (name, option)
