"""The lock file fits what `pyproject.toml` asks for, pins everything by hash, and names no machine."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib import metadata

from packaging.requirements import Requirement

from tests import builders

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

LOCK = (builders.ROOT / "requirements" / "ci.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((builders.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SHIPPED = ("local", "docs", "keyring", "parquet", "scale")
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


# As they are written in metadata; certifi's MPL asks nothing of a program that uses it unchanged.
PERMISSIVE = re.compile(
    r"\b(?:MIT|BSD|Apache|ISC|PSF|Python Software Foundation|CNRI|Unlicense|MPL-2\.0|Mozilla Public License 2\.0)\b"
)
COPYLEFT = re.compile(r"\b(?:[AL]?GPL|GNU|SSPL|EUPL|CC-BY-SA|CC-BY-NC|Proprietary)", re.IGNORECASE)


def brought() -> dict[str, metadata.Distribution]:
    """What an install brings along, its dependencies' dependencies with it, as installed here."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [Requirement(text) for text in PROJECT["dependencies"]]
    while waiting:
        wish = waiting.pop()
        if name(wish.name) in found:
            continue
        made = metadata.distribution(wish.name) if applies(wish) else None
        if made is not None:
            found[name(wish.name)] = made
            waiting += [one for one in map(Requirement, made.requires or ()) if applies(one, wish.extras)]
    return found


def applies(wish: Requirement, extras: Iterable[str] = ()) -> bool:
    return wish.marker is None or any(wish.marker.evaluate({"extra": extra}) for extra in ("", *extras))


def licence(made: metadata.Distribution) -> str:
    about = made.metadata
    named = [about.get("License-Expression", ""), about.get("License", "")[:60]]
    named += [one for one in about.get_all("Classifier") or () if one.startswith("License ::")]
    return " ".join(named)


def test_what_an_install_brings_is_under_permissive_licences() -> None:
    """Read from what the packages say of themselves; one that says nothing shows here too."""
    said = {one: licence(made) for one, made in brought().items()}
    assert len(said) > 25
    assert {one: text for one, text in said.items() if not PERMISSIVE.search(text)} == {}
    assert {one: text for one, text in said.items() if COPYLEFT.search(text)} == {}


def test_every_package_that_is_asked_for_is_listed_with_its_licence() -> None:
    extras = PROJECT["optional-dependencies"]
    listed = [*PROJECT["dependencies"], *(one for extra in SHIPPED for one in extras[extra])]
    wanted = {name(Requirement(text).name) for text in listed} - {"summarizer"}
    told = (builders.ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = " ".join(line for line in told.splitlines() if line.startswith("| "))
    assert {one for one in wanted if not re.search(rf"\b{re.escape(one)}\b", rows)} == set()
