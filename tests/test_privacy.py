"""What stays on the machine, what goes where, and how to be rid of it."""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path

import platformdirs
import pytest
from typer.testing import CliRunner, Result

from summarizer import files
from summarizer.backends import llama
from summarizer.batch import parts
from summarizer.cli import program
from summarizer.errors import OutputError
from tests import builders
from tests.wire import Wire, says

VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")
REPLY = says(json.dumps({"summary": [], "claims": [], "positions": []}))


def run(*args: str) -> Result:
    return CliRunner().invoke(program.app, list(args))


def stored() -> Path:
    return Path(platformdirs.user_cache_dir("summarizer"))


def test_a_note_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a model or without one: nothing is stored that nobody asked for."""
    monkeypatch.chdir(tmp_path)
    home = Path(os.environ["HOME"])
    with Wire(REPLY) as wire:
        assert run("summarize", VOTE, "--model", "openai:m", "--base-url", wire.url).exit_code == 0
    assert run("summarize", VOTE, "--model", "extractive").exit_code == 0
    assert [*tmp_path.iterdir(), *(p for p in home.rglob("*") if p.is_file())] == []


def test_purge_deletes_what_was_stored_and_says_how_much(tmp_path: Path) -> None:
    """And nothing beside it: what the person wrote, what a link leads to, the configuration."""
    kept = stored() / "replies" / "ab"
    kept.mkdir(parents=True)
    (kept / "reply.json").write_text("{}" * 1000)
    (tmp_path / "mine.txt").write_text("mine")
    (stored() / "link").symlink_to(tmp_path, target_is_directory=True)
    shown = run("purge", "--dry-run")
    assert shown.stdout.startswith("2 files (0.0 MB) would be deleted in ")
    assert (kept / "reply.json").is_file()
    assert "2 files" in json.loads(run("doctor", "--format", "json").stdout)["Stored"]
    shown = run("purge")
    assert shown.stdout.startswith("2 files (0.0 MB) deleted in ")
    assert not stored().exists()
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert run("purge").stdout.startswith("0 files")


def test_recordings_go_only_where_their_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    with Wire(REPLY) as wire:
        run("summarize", VOTE, "--model", "openai:m", "--base-url", wire.url, "--record", str(folder))
    made = list(folder.iterdir())
    (folder / "other.json").write_text("[1]")
    assert made
    run("purge")
    assert all(path.is_file() for path in made)
    shown = run("purge", "--recordings", str(folder))
    assert f"{len(made)} recording" in shown.stdout
    assert [path.name for path in folder.iterdir()] == ["other.json"]
    assert run("purge", "--recordings", str(tmp_path / "nowhere")).exit_code == 2


def test_what_a_batch_keeps_goes_where_it_is_named(tmp_path: Path) -> None:
    """The ledger, the lines of a table, a provider's requests and results; the output and other files stay."""
    for name in ("notes.parquet", "notes.parquet.ledger", "notes.parquet.jsonl", "mine.txt"):
        (tmp_path / name).write_text("{}")
    state = parts.State(tmp_path / "job", ["archive.jsonl"], {}, None)
    writer = parts.Writer(state, 1, 1_000)
    writer.add("key", {})
    writer.flush()
    state.path(state.parts[0], "results").write_text("{}")
    (tmp_path / "job" / "mine.txt").write_text("mine")
    named = ("purge", "--batch", str(tmp_path / "notes.parquet"), "--job", str(tmp_path / "job"))
    assert run("purge").exit_code == 0
    assert run(*named, "--dry-run").exit_code == 0
    assert len(list((tmp_path / "job").iterdir())) == 4
    shown = run(*named)
    assert (shown.exit_code, "2 files" in shown.stdout, "3 files" in shown.stdout) == (0, True, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["job", "mine.txt", "notes.parquet"]
    assert [path.name for path in (tmp_path / "job").iterdir()] == ["mine.txt"]
    assert run(*named[:3]).exit_code == 2
    assert run("purge", *named[3:]).exit_code == 2


def test_an_output_through_a_link_lands_in_what_the_link_leads_to(tmp_path: Path) -> None:
    """As `>` does it; the link stays a link, and the file behind it is replaced whole or not at all."""
    real = tmp_path / "real.md"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(real)
    files.write(link, b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o640)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.md", "real.md"]


def test_an_output_through_a_link_in_a_circle_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError):
        files.write(tmp_path / "a", b"new")


def test_what_an_article_says_names_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title with a path in it is printed and never opened: files are named by the person alone."""
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page.txt"
    text = Path(VOTE).read_text(encoding="utf-8")
    page.write_text(f"../../../outside/passwd\n\n{text}", encoding="utf-8")
    assert run("summarize", "page.txt", "-q", "-o", "note.md").exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["note.md", "page.txt"]


def test_the_server_of_a_model_in_this_process_is_for_this_process_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On loopback, on a port the system chooses, behind a key that is new each time."""
    xllamacpp = pytest.importorskip("xllamacpp")
    seen = []
    monkeypatch.setattr(xllamacpp, "Server", seen.append)
    for key in ("first", "second"):
        llama._serve(Path("model.gguf"), "m", 512, key)
    hosts = [getattr(params, "hostnames", None) or [params.hostname] for params in seen]
    assert [list(names) for names in hosts] == [["127.0.0.1"]] * 2
    assert [list(params.api_keys) for params in seen] == [["first"], ["second"]]
    source = (builders.ROOT / "summarizer" / "backends" / "llama.py").read_text(encoding="utf-8")
    assert "key = secrets.token_urlsafe(24)" in source


def test_nothing_is_reported_to_anybody() -> None:
    """The only addresses of the internet in the program's code are those a person can name as a destination."""
    found = {}
    for path in (builders.ROOT / "summarizer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                value = node.value
                if value.startswith(("http://", "https://")) and len(value) > 8 and "\n" not in value:
                    found[value.split("{")[0]] = path.name
    ours = {
        place
        for place in found
        if not any(w in place for w in ("schemas.", "json-schema.org", "w3.org", "purl.org", "HOST"))
    }
    assert "https://api.openai.com/v1" in ours
    assert {
        p
        for p in ours
        if not p.startswith(("https://api.openai.com/v1", "http://127.0.0.1", "http://localhost"))
    } == set()
