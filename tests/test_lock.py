"""The lock file fits what `pyproject.toml` asks for, pins everything by hash, and names no machine."""

from __future__ import annotations

import re
import sys

from packaging.requirements import Requirement

from tests import builders

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

LOCK = (builders.ROOT / "requirements" / "ci.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((builders.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z,_-]+\])?==([^\s;]+)", re.MULTILINE)


def name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def wanted() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"]
    listed = [*PROJECT["dependencies"], *extras["test"], *extras["local"], *extras["docs"]]
    return [made for made in map(Requirement, listed) if name(made.name) != "summarizer"]


def test_every_requirement_is_locked_within_its_bounds() -> None:
    """A bound that is raised without a new lock shows here."""
    pins: dict[str, list[str]] = {}
    for match in PINNED.finditer(LOCK):
        pins.setdefault(name(match[1]), []).append(match[2])
    wrong = {
        str(one): pins.get(name(one.name))
        for one in wanted()
        if not any(one.specifier.contains(pin, prereleases=True) for pin in pins.get(name(one.name), ()))
    }
    assert wrong == {}


def test_every_pin_has_a_hash_and_nothing_comes_from_elsewhere() -> None:
    blocks = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)
    pinned = [block for block in blocks if block.strip()]
    assert len(pinned) > 50
    assert [block.split()[0] for block in pinned if "--hash=sha256:" not in block] == []
    assert re.search(r"https?://|file:|--(?:extra-)?index-url|--find-links", LOCK) is None


def test_every_run_time_requirement_has_both_bounds() -> None:
    """Without a lower one an old release is installed that was never run, without an upper one the next major."""
    for text in PROJECT["dependencies"]:
        operators = {part.operator for part in Requirement(text).specifier}
        assert {">=", "<"} <= operators, text
