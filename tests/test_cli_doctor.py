"""`doctor` says where a text would go before one is given, and never a secret."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer import backends
from summarizer.cli import doctor, program
from summarizer.errors import BackendRefused
from summarizer.settings import Settings

KEY = "sk-test-not-to-be-seen"


def run(*args: str) -> Result:
    return CliRunner().invoke(program.app, ["doctor", *args])


def facts(*args: str) -> dict[str, str]:
    made: dict[str, str] = json.loads(run(*args, "--format", "json").stdout)
    return made


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    async def probe(settings: Settings) -> backends.Probe:
        return backends.Probe(True, "m answered", settings.base_url or "https://api.example", ("strict",))

    monkeypatch.setattr(backends, "probe", probe)


def test_without_a_model_nothing_is_sent_anywhere() -> None:
    found = facts()
    assert found["Model"] == "extractive"
    assert found["Chosen because"] == "nothing is configured"
    assert found["Text is sent to"] == "nowhere: no model"
    assert found["Configuration"].endswith("config.toml (not there)")
    assert found["Environment"] == "nothing set"
    assert "summarizer " in found["Versions"]


@pytest.mark.usefixtures("answering")
def test_no_key_is_ever_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the variable's, not one in an address, not with --verbose."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", f"https://me:{KEY}@models.example:8443/v1?key={KEY}")
    for args in ((), ("--verbose",), ("--format", "json")):
        shown = run("--model", "openai:m", *args)
        assert KEY not in shown.stdout + shown.stderr
    found = facts("--model", "openai:m")
    assert "OPENAI_API_KEY set (not shown)" in found["Environment"]
    assert "OPENAI_BASE_URL=https://models.example:8443/v1" in found["Environment"]
    assert found["Text is sent to"] == "models.example:8443"


def test_the_configuration_file_and_what_it_decides_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answering: None
) -> None:
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name: str(tmp_path))
    (tmp_path / "config.toml").write_text('model = "ollama:m"\nattempts = 5\n')
    found = facts()
    assert found["Model"] == "ollama:m"
    assert str(tmp_path / "config.toml") in found["Chosen because"]
    assert found["Configuration"] == str(tmp_path / "config.toml")
    assert found["Limits"].startswith("5 attempts")


@pytest.mark.usefixtures("answering")
def test_what_answers_and_what_it_supports_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai:m")
    found = facts()
    assert found["Chosen because"] == "the environment variable SUMMARIZER_MODEL names it"
    assert found["Usable"] == "yes: m answered"
    assert found["Supports"] == "strict"


@pytest.mark.parametrize(
    ("model", "base_url", "endpoint", "place"),
    [
        ("openai:m", None, "https://api.example/v1", "api.example"),
        ("openai:m", None, "http://localhost:8080/v1", "localhost:8080 (this machine)"),
        ("openai:m", None, "http://[::1]:80/v1", "::1:80 (this machine)"),
        ("openai:m", None, "http://host:notaport/", "not known: the address cannot be read"),
        ("llama:m.gguf", None, "nowhere", "nowhere: the model runs on this machine, in this program"),
        ("replay:folder", None, "nowhere", "nowhere: replies are read from folder"),
    ],
    ids=["host", "this machine", "ipv6", "unreadable", "embedded", "recorded"],
)
def test_the_place_text_is_sent_to_is_plain(
    model: str, base_url: str | None, endpoint: str, place: str
) -> None:
    """The one question every careful user has."""
    assert doctor.destination(Settings(model=model, base_url=base_url), endpoint) == place


def test_a_model_that_refuses_or_keeps_silent_gives_status_4(monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(settings: Settings) -> backends.Probe:
        raise BackendRefused("the key is not valid", hint="set OPENAI_API_KEY")

    async def silent(settings: Settings) -> backends.Probe:
        await asyncio.sleep(30)
        raise AssertionError

    monkeypatch.setattr(backends, "probe", refuse)
    shown = run("--model", "openai:m")
    assert shown.exit_code == 4
    assert "no: the key is not valid; try: set OPENAI_API_KEY" in shown.stdout
    monkeypatch.setattr(backends, "probe", silent)
    monkeypatch.setattr(doctor, "_SECONDS_ELSE", 0.05)
    shown = run("--model", "openai:m")
    assert shown.exit_code == 4
    assert "no answer within" in shown.stdout
