"""As a process: on a terminal, in a pipe, interrupted, and asked for nothing but help."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.cli import console, progress
from summarizer.exchange import Event
from tests import builders

VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")
COMMAND = [sys.executable, "-m", "summarizer"]
# Typer reads the options of a command with pydantic, so its help pages load that much.
HEAVIER = "openai httpx2 rich lxml xllamacpp sentencex rapidfuzz charset_normalizer".split()
HEAVY = [*HEAVIER, "pydantic", "asyncio"]

posix = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals and signals of POSIX")


def run(*args: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *args], capture_output=True, env={**os.environ, **environ}, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("args", "heavy"),
    [(["--help"], HEAVY), (["--version"], HEAVY), (["summarize", "--help"], HEAVIER), (["nosuch"], HEAVIER)],
    ids=["program", "version", "command", "wrong"],
)
def test_help_loads_no_heavy_module(args: list[str], heavy: list[str]) -> None:
    """A help page that takes a second is read once: imports stay inside the commands."""
    code = (
        "import sys; from summarizer.__main__ import main\n"
        f"sys.argv = ['summarizer', *{args!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert shown.stderr.decode().splitlines()[-1] == "[]"


def on_terminal(*args: str, **environ: str) -> str:
    """Run a command with its standard output on a pseudo-terminal, and give what came."""
    import pty

    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "72", **environ}
    with subprocess.Popen([*COMMAND, *args], stdout=theirs, stderr=subprocess.PIPE, env=env) as process:
        os.close(theirs)
        chunks = []
        try:
            while chunk := os.read(ours, 65536):
                chunks.append(chunk)
        except OSError:  # Linux says so when the other end is closed
            pass
        process.wait(60)
    os.close(ours)
    assert process.returncode == 0
    return b"".join(chunks).decode()


@posix
def test_a_terminal_gets_colour_and_its_own_width() -> None:
    shown = on_terminal("summarize", VOTE, "-q")
    assert "\x1b[1m" in shown
    assert "KEY CLAIMS" in shown
    assert max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines())) <= 72


@posix
@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_colour_is_left_out_for_who_does_not_want_it(environ: dict[str, str]) -> None:
    assert "\x1b" not in on_terminal("summarize", VOTE, "-q", **environ)


@posix
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_an_article_cannot_steer_the_terminal_it_is_printed_on(tmp_path: Path, form: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Mayor Ada Voss opened the harbour bridge on Monday \x1b]0;owned\x07 before a large crowd.\n\n"
        "“The bridge will stand \x9b2J for a century,” she told the town of Port Ellan.\n"
    )
    shown = on_terminal("clean", str(page), "--format", form)
    assert "harbour bridge" in shown
    assert not set(shown) & {"\x1b", "\x07", "\x9b"}


@posix
def test_a_closed_pipe_is_silent_and_no_failure() -> None:
    """`| head -1` has what it wanted."""
    with subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(60) == 0
    assert told == b""


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full, on Linux")
def test_output_that_cannot_be_written_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        shown = subprocess.run(
            [*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert shown.returncode == 2
    assert shown.stderr == b"summarizer: error: cannot write to standard output: No space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_output_without_the_characters_gets_plain_ones(encoding: str) -> None:
    """Quotation marks and dashes have plain forms; JSON has escapes; nothing crashes."""
    shown = run("summarize", VOTE, "-q", "--format", "terminal", PYTHONIOENCODING=encoding)
    assert (shown.returncode, shown.stderr) == (0, b"")
    shown.stdout.decode(encoding)
    listed = run("summarize", VOTE, "-q", "--format", "json", PYTHONIOENCODING=encoding)
    known = run("summarize", VOTE, "-q", "--format", "json", PYTHONIOENCODING="utf-8")
    ours, theirs = json.loads(listed.stdout), json.loads(known.stdout.decode())
    assert ours["claims"] == theirs["claims"]


@posix
def test_ctrl_c_while_a_model_thinks_ends_at_once_with_130() -> None:
    """No trace, nothing on stdout, and no waiting for the answer."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/v1"
        process = subprocess.Popen(
            [*COMMAND, "summarize", VOTE, "--model", "openai:m", "--base-url", url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "OPENAI_API_KEY": "test-key"},
        )
        try:
            connection, _ = server.accept()
            with connection:
                connection.recv(1024)
                sent = time.monotonic()
                process.send_signal(signal.SIGINT)
                out, told = process.communicate(timeout=30)
                waited = time.monotonic() - sent
        finally:
            process.kill()
    assert (process.returncode, out) == (130, b"")
    assert told == b"summarizer: interrupted\n"
    assert waited < 10


class Screen(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_long_wait_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stage and detail, as text: a detail in brackets is no markup."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_PATIENCE", 0.01)
    with progress.Watch(quiet=False, verbose=False) as watch:
        watch.report(Event("draft", "asking [bold]small-4b[/bold]"))
        deadline = time.monotonic() + 10
        while "small-4b" not in screen.getvalue() and time.monotonic() < deadline:
            time.sleep(0.02)
        watch.report(Event("ground"))
    assert "draft: asking [bold]small-4b[/bold]" in screen.getvalue()
    assert "\x1b[?25h" in screen.getvalue()


@pytest.mark.parametrize(
    ("quiet", "screen"), [(True, Screen()), (False, io.StringIO())], ids=["quiet", "not a terminal"]
)
def test_nothing_is_told_to_who_is_not_there_or_wants_quiet(
    monkeypatch: pytest.MonkeyPatch, quiet: bool, screen: io.StringIO
) -> None:
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    with progress.Watch(quiet=quiet, verbose=False) as watch:
        watch.report(Event("draft", "asking"))
        time.sleep(0.05)
    assert screen.getvalue() == ""


def test_a_short_run_says_nothing_even_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A status line that flashes by is noise."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress.Watch(quiet=False, verbose=False) as watch:
        watch.report(Event("draft"))
    assert screen.getvalue() == ""


def test_what_an_encoding_lacks_becomes_plain() -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert console.encodable("“Ja” – 5 €…", narrow) == '"Ja" - 5 ?...'
