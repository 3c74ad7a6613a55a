"""What stands beside the code: prompts, recordings, README and documents, held against the code."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import summarizer
from summarizer.backends import recordings as store
from summarizer.exchange import Reply, Request
from tests import builders

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = builders.ROOT

# Keys as the large providers print them, bearer headers, and assignments to a name that means a secret;
# each with a digit, which a real one has and words that stand for one do not.
SECRET = re.compile(
    r"\b(?:sk|pk|rk|gsk|xai|hf|ghp|gho|glpat|AKIA|AIza)[-_]?(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{20,}"
    r"|\bBearer\s+(?=[A-Za-z._~+/-]*\d)[A-Za-z0-9._~+/-]{12,}"
    r"|(?:api[-_]?key|authorization|secret|password)[\"']?\s*[:=]\s*[\"'](?=[^\"'\s\d]*\d)[^\"'\s]{8,}",
    re.IGNORECASE,
)
# A path that only one machine has: somebody's home, or a folder at the root that is not the system's.
MACHINE = re.compile(r"(?<![\w.~:/$}-])/(?:home|root|Users|work|workspace|mnt|media)/[\w.-]+")
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
README_COMMANDS = 2


def tracked() -> list[Path]:
    """What git knows, or all files where there is no git (an unpacked source archive)."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return sorted(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())
    made = {".git", ".venv", "__pycache__", ".hypothesis", "dist", "build"}
    return sorted(p for p in ROOT.rglob("*") if p.is_file() and not made & set(p.relative_to(ROOT).parts))


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue


def recorded() -> list[Path]:
    """Every recording: a JSON file with a key, a request and a reply."""
    found = [*(ROOT / "tests").rglob("*.json"), *(ROOT / "examples").rglob("*.json")]
    return sorted(path for path in found if is_recording(json.loads(path.read_text(encoding="utf-8"))))


def is_recording(data: Any) -> bool:
    return isinstance(data, dict) and {"key", "request", "reply"} <= set(data)


def test_a_released_prompt_is_the_file_that_was_released() -> None:
    """Notes name prompt and digest; an edited file would make them lie. A change is a new version."""
    pinned = tomllib.loads((ROOT / "prompts" / "released.toml").read_text(encoding="utf-8"))
    digests = {
        path.name.removesuffix(".md").replace(".v", "@"): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "prompts").glob("*.v*.md")
    }
    assert digests
    assert pinned.get("released", pinned) == digests


def test_no_secret_is_in_any_file() -> None:
    """Recordings above all: they are written by a program that holds a key."""
    found = {name: match[0] for name, text in texts() if (match := SECRET.search(text))}
    assert {name: secret for name, secret in found.items() if "test" not in secret.lower()} == {}


@pytest.mark.parametrize(
    "text",
    [
        "sk-" + "proj-" + "a1B2" * 8,
        "Authorization: Bearer " + "eyJhbGciOi1" * 3,
        '"api_key": "' + "0123456789abcdef" + '"',
    ],
    ids=["provider key", "bearer header", "assignment"],
)
def test_a_secret_would_be_seen(text: str) -> None:
    """A pattern that matches nothing keeps every test green."""
    assert SECRET.search(text)


def test_no_file_names_a_place_on_one_machine() -> None:
    found = {name: match[0] for name, text in texts() if (match := MACHINE.search(text))}
    assert found == {}


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = []
    for name, text in texts():
        if not name.endswith(".md") or name.startswith(("examples/", "prompts/")):
            continue
        for target in LINK.findall(text):
            if "://" in target or target.startswith(("#", "mailto:")):
                continue
            if not ((ROOT / name).parent / target.split("#")[0]).exists():
                broken.append(f"{name}: {target}")
    assert broken == []


def test_the_readme_opens_with_the_two_commands_that_ci_runs() -> None:
    """The first installs and makes a note, the second passes the tests; `.ci/run` takes both from here."""
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(blocks) >= README_COMMANDS
    assert "pip install" in blocks[0]
    assert "summarizer summarize examples/" in blocks[0]
    assert ".[test]" in blocks[1]
    assert "-m pytest" in blocks[1]


def test_the_article_in_the_first_command_is_there() -> None:
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    named = re.findall(r"examples/[\w.-]+", blocks[0]) if blocks else []
    assert named
    assert all((ROOT / name).is_file() for name in named)


def commands() -> list[str]:
    from summarizer.cli import program

    return sorted(getattr(get_command(program.app), "commands", {}))


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_documents(command: str) -> None:
    """A command that no page names does not exist for anybody."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    assert any(f"summarizer {command}" in page.read_text(encoding="utf-8") for page in pages)


def replay_of(path: Path) -> str | None:
    """The page a recording was made of: a folder above it bears the page's name."""
    return next((part for part in reversed(path.parent.parts) if part in builders.SLUGS), None)


@pytest.mark.parametrize(
    "folder", sorted({p.parent for p in recorded()}), ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_no_recording_is_an_orphan(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A recording that no run asks for proves nothing, and looks as if it did.

    One made of a page in `examples/` is played again over that page; another one's
    folder has to be named by a test.
    """
    slug = replay_of(folder / "a recording")
    if slug is None:
        tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py")]
        assert any(f'"{folder.name}"' in text or f"/{folder.name}" in text for text in tests)
        return
    asked: set[str] = set()
    answer = store.Replay.complete

    async def listen(self: store.Replay, request: Request) -> Reply:
        asked.add(request.key())
        return await answer(self, request)

    monkeypatch.setattr(store.Replay, "complete", listen)
    note = summarizer.summarize(summarizer.read(builders.EXAMPLES / f"{slug}.txt"), model=f"replay:{folder}")
    kept = {json.loads(path.read_text(encoding="utf-8"))["key"] for path in folder.glob("*.json")}
    assert asked == kept
    assert note.provenance.backend == "replay"
