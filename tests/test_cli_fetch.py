"""Addresses on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli.program import app
from summarizer.source import fetch
from tests.site import PAGE, Back, Site

RUN = CliRunner()
COMMANDS = (
    ("summarize",),
    ("clean",),
    ("sentences",),
    ("attributions",),
    ("check", "The ferry stays.", "--against"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=[command[0] for command in COMMANDS])
def test_every_command_that_reads_an_article_fetches_one(command: tuple[str, ...], tmp_path: Path) -> None:
    with Site({"/page": Back()}) as site:
        closed = RUN.invoke(app, [*command, site.url()])
        kept = tmp_path / "page.html"
        done = RUN.invoke(app, [*command, site.url(), "--allow-private", "--save-source", str(kept)])
    assert closed.exit_code == 3
    assert "--allow-private" in closed.stderr
    assert site.paths() == ["/page"]
    assert done.exit_code == 0, done.stderr
    assert done.stdout
    assert kept.read_bytes() == PAGE.encode()


def test_a_note_says_where_its_article_came_from() -> None:
    with Site({"/page": Back()}) as site:
        done = RUN.invoke(app, ["summarize", site.url(), "--allow-private", "--format", "json"])
    assert json.loads(done.stdout)["article"]["url"] == site.url()


@pytest.mark.parametrize("options", [(), ("-v",), ("--verbose",)])
def test_a_password_in_an_address_is_not_printed(options: tuple[str, ...]) -> None:
    """Not in the error, and not in what is said to be under way."""
    done = RUN.invoke(app, ["summarize", "http://ann:hidden-word@news.example/a", *options])
    assert done.exit_code == 3
    assert "hidden-word" not in done.output


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("http://ann:word@news.example/a@b", "http://news.example/a@b"),
        ("http://a@b@news.example", "http://news.example"),
        ("http://news.example/@ann", "http://news.example/@ann"),
        ("mail ann@news.example.txt", "mail ann@news.example.txt"),
    ],
)
def test_an_address_is_shown_without_name_and_password(source: str, printed: str) -> None:
    assert fetch.shown(source) == printed


def test_a_file_cannot_be_saved_as_if_it_had_been_fetched(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["clean", "page.txt", "--save-source", str(tmp_path / "copy")])
    assert done.exit_code == 2
    assert "is no address" in done.stderr
