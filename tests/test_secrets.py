"""A key is planted wherever it could leak from; every byte written and printed is searched for it."""

from __future__ import annotations

import contextlib
import os
import sys
import types
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer import keys, pipeline
from summarizer.cli import program
from summarizer.errors import BackendRefused, UsageError
from summarizer.settings import Settings
from tests import builders
from tests.planted import KEY, MISBEHAVIOUR, VOTE, address, searched, written
from tests.wire import Answer, Script, Wire, ask, says


@pytest.mark.parametrize("answer", MISBEHAVIOUR.values(), ids=MISBEHAVIOUR)
def test_no_byte_written_or_printed_holds_the_key(
    planted: tuple[Path, list[str]], answer: Answer | Script
) -> None:
    """Recordings, notes, what is printed with --verbose, doctor and logs, whatever the endpoint sends back."""
    folder, logged = planted
    with Wire(answer) as wire:
        options = ["--model", "openai:m", "--base-url", address(wire.url), "--verbose"]
        shown = [
            CliRunner().invoke(program.app, line)
            for line in (
                [
                    "summarize",
                    VOTE,
                    *options,
                    "--attempts",
                    "1",
                    "--record",
                    str(folder / "kept"),
                    "-o",
                    "note.json",
                ],
                ["summarize", VOTE, *options, "--attempts", "1", "--format", "html"],
                ["doctor", *options],
            )
        ]
        assert wire.seen
    printed = [text for one in shown for text in (one.stdout, one.stderr)]
    assert searched(*printed, *logged, *written(folder)) == []


def test_a_fault_of_the_programs_own_does_not_print_the_key(
    planted: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A traceback names files and lines; it does not print what variables hold."""
    folder, logged = planted

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("summarizer.backends.open_backend", fails)
    shown = CliRunner().invoke(program.app, ["summarize", VOTE, "--model", "openai:m", "--verbose"])
    assert shown.exit_code == 1
    assert "Traceback" in shown.stderr
    assert searched(shown.stdout, shown.stderr, *logged, *written(folder)) == []


def test_provenance_settings_and_clients_do_not_show_the_key(planted: tuple[Path, list[str]]) -> None:
    """What is printed of an object is what ends up in somebody's log."""
    chosen = pipeline.configure("openai:m")
    assert chosen.api_key == KEY
    assert searched(repr(chosen), str(chosen)) == []
    with Wire(says("{}")) as wire:
        _, backend = ask(wire, key=KEY)
        assert searched(repr(backend.endpoint), repr(backend.__dict__)) == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_takes_neither_the_key_nor_the_article_to_another_host(status: int) -> None:
    """`doctor` said where text goes; a server that is asked does not get to name another place."""
    with Wire(says()) as other:
        elsewhere = other.url.replace("127.0.0.1", "localhost") + "/chat/completions"
        with (
            Wire(Answer(status, "", {"location": elsewhere})) as wire,
            pytest.raises(BackendRefused) as caught,
        ):
            ask(wire, key=KEY)
        assert wire.heads[0]["authorization"] == f"Bearer {KEY}"
        assert other.heads == []
    assert "sends on to another address" in caught.value.message


def keyfile(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "key"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_a_key_file_of_ones_own_is_read(tmp_path: Path) -> None:
    """By variable or by setting; OPENAI_API_KEY wins, and nothing is read for a model that wants no key."""
    path = keyfile(tmp_path, f"{KEY}\n")
    named = {"SUMMARIZER_API_KEY_FILE": str(path)}
    chosen = Settings.read(named, model="openai:m")
    assert (chosen.api_key, chosen.key_origin) == (KEY, f"the file {path}")
    assert Settings.read({}, {"api_key_file": str(path)}, model="openai:m").api_key == KEY
    assert Settings.read({**named, "OPENAI_API_KEY": "sk-test-1"}, model="openai:m").api_key == "sk-test-1"
    path.unlink()
    assert Settings.read(named, model="ollama:m").api_key is None


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o666, 0o610])
def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = keyfile(tmp_path, KEY, mode)
    with pytest.raises(UsageError) as caught:
        keys.from_file(path)
    assert f"may be read by others (mode {mode:04o})" in caught.value.message
    assert "chmod 600" in (caught.value.hint or "")
    assert searched(str(caught.value)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no key"),
        (" \n", "no key"),
        (f"{KEY}\n{KEY}\n", "more than a key"),
        (f"export K={KEY}", "more than a key"),
    ],
    ids=["empty", "blank", "two keys", "a script"],
)
def test_a_key_file_with_something_else_in_it_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """And nothing of what is in it is printed, for it may be a key all the same."""
    with pytest.raises(UsageError, match=said) as caught:
        keys.from_file(keyfile(tmp_path, text))
    assert searched(str(caught.value)) == []
    assert caught.value.__cause__ is None


def test_a_key_file_that_is_none_is_refused_without_waiting(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing", Path(f"nul\0{tmp_path}")):
        with pytest.raises(UsageError):
            keys.from_file(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe", 0o600)
        with pytest.raises(UsageError, match="is no file"):
            keys.from_file(tmp_path / "pipe")


def test_a_key_comes_from_the_keyring_where_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only there: on some systems the question opens a window."""
    asked: list[tuple[str, str]] = []

    def get_password(service: str, user: str) -> str | None:
        asked.append((service, user))
        if user == "locked":
            raise RuntimeError(f"locked {KEY}")
        return KEY if user == "work" else None

    ring = types.ModuleType("keyring")
    ring.get_password = get_password  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    assert Settings.read({}, model="openai:m").api_key is None
    assert asked == []
    assert Settings.read({"SUMMARIZER_KEYRING": "work"}, model="openai:m").api_key == KEY
    assert Settings.read({}, {"keyring": "work"}, model="openai:m").key_origin == "the keyring's entry work"
    for user in ("nobody", "locked"):
        with pytest.raises(UsageError) as caught:
            Settings.read({"SUMMARIZER_KEYRING": user}, model="openai:m")
        assert searched(str(caught.value), repr(caught.value.__cause__)) == []
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(UsageError) as caught:
        keys.from_keyring("work")
    assert "summarizer[keyring]" in (caught.value.hint or "")


def test_no_example_puts_a_key_on_a_command_line() -> None:
    """What stands on a command line stands in the shell's history and in everybody's list of processes."""
    import re

    option = re.compile(r"--(?:api[-_]?)?key[ =]|OPENAI_API_KEY=[^\s\"'$.…]+\s+summarizer", re.IGNORECASE)
    found = {}
    for path in (
        builders.ROOT / "README.md",
        *(builders.ROOT / "docs").glob("*.md"),
        builders.ROOT / "SECURITY.md",
    ):
        with contextlib.suppress(FileNotFoundError):
            found.update({m[0]: path.name for m in option.finditer(path.read_text(encoding="utf-8"))})
    for command in program.app.registered_commands:
        assert not option.search(f"{command.help} {command.epilog}")
    assert found == {}
