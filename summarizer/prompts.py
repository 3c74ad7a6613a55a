"""Prompts: versioned files, checked when loaded, filled in by exact names only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer import draft, toml
from summarizer.errors import UsageError
from summarizer.exchange import Message, Sampling

if TYPE_CHECKING:
    from importlib.abc import Traversable

RELEASED = "released.toml"
NOTES = {"model": "note", "article": "point"}
"""The prompt for a note, by in whose words its claims and positions are to be."""

AGAIN_NEEDS = ("problems",)
"""What the section `again` may name, and must."""

_SECTIONS = ("system", "user", "again")
_FILE_NAME = re.compile(r"([a-z][a-z0-9-]*)\.v([1-9][0-9]*)\.md")
_HEADING = re.compile(r"^=== ([a-z]+) ===$", re.MULTILINE)
_NAME = re.compile(r"\$([a-z_]*)")
_KEYS = frozenset({"id", "version", "reply", "needs", "why", "sampling"})
_SAMPLING_KEYS = frozenset({"temperature", "max_tokens", "seed"})


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of one prompt.

    `needs` are the names that `system` and `user` leave open, in the order of the file;
    `again` is what a second request adds to `user`, with the problems of the first.
    `sampling.max_tokens` is the most that any reply to this prompt may take. `sha256`
    is the digest of the file with its line ends as LF, so a checkout that changes line
    ends changes no digest.
    """

    id: str
    version: int
    reply: str
    needs: tuple[str, ...]
    why: str
    sampling: Sampling
    system: str
    user: str
    again: str
    sha256: str

    @property
    def name(self) -> str:
        """`id@version`, as requests, recordings and notes carry it."""
        return f"{self.id}@{self.version}"

    def sampling_used(self) -> dict[str, float | int | None]:
        """The sampling as plain data, for the provenance of a note."""
        return asdict(self.sampling)


def words_of(name: str) -> str:
    """Say in whose words a note is, from the `id@version` of the prompt that asked for it."""
    return next((words for words, named in NOTES.items() if named == name.partition("@")[0]), "model")


def available() -> tuple[tuple[str, int], ...]:
    """List every prompt that is installed as (id, version), in that order."""
    return _listed(_home())


@lru_cache(maxsize=16)
def load(id: str, version: int | None = None) -> Prompt:  # noqa: A002
    """Load a prompt, the newest version where none is named; once in a process, for every request names it.

    Raises UsageError when there is no such prompt, or when its file breaks a rule:
    a rule broken is found here and not by the model.
    """
    return parse(_file(id, version))


def text_of(id: str, version: int | None = None) -> str:  # noqa: A002
    """Print a prompt's file as it is. Raises UsageError when there is no such prompt."""
    return _file(id, version).read_text(encoding="utf-8")


def released() -> dict[str, str]:
    """Digests of the versions that must not change any more, by `id@version`."""
    return _pins(_home())


def check() -> tuple[str, ...]:
    """List what is wrong with the installed prompts, one problem a line; empty when nothing is."""
    return check_folder(_home())


def check_folder(folder: Traversable) -> tuple[str, ...]:
    """As `check`, over any folder of prompt files."""
    problems = []
    digests = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".md"):
            continue
        try:
            prompt = parse(entry)
        except UsageError as error:
            problems.append(error.message)
        else:
            digests[prompt.name] = prompt.sha256
    for name, pinned in _pins(folder).items():
        if name not in digests:
            problems.append(f"{RELEASED}: {name} is released and its file is missing or broken")
        elif digests[name] != pinned:
            problems.append(
                f"{name}: the file was changed after its release; "
                f"undo the change and make it in a new version (its digest is {digests[name]})"
            )
    return tuple(problems)


def render(
    prompt: Prompt, values: Mapping[str, str], problems: tuple[str, ...] = ()
) -> tuple[Message, Message]:
    """Fill in a prompt: its system message and its user message.

    `values` must hold exactly the names in `needs`; a value is put in as it is and never
    searched for names, so a `$` in an article is only a dollar sign. With `problems`, the
    user message ends in the section `again` that lists them, one a line.
    """
    if set(values) != set(prompt.needs):
        wrong = sorted(set(values) ^ set(prompt.needs))
        raise ValueError(f"{prompt.name}: values and needs differ in {', '.join(wrong)}")
    user = _fill(prompt.user, values)
    if problems:
        listed = "\n".join(f"- {problem}" for problem in problems)
        user = f"{user}\n\n{_fill(prompt.again, {'problems': listed})}"
    return Message("system", _fill(prompt.system, values)), Message("user", user)


def parse(file: Traversable) -> Prompt:
    """Read one prompt file; UsageError names the file and the first rule it breaks."""
    name = _FILE_NAME.fullmatch(file.name)
    if name is None:
        raise UsageError(f"{file.name}: a prompt file is named <id>.v<version>.md")
    raw = file.read_bytes().replace(b"\r\n", b"\n")
    try:
        head, sections = _split(raw.decode("utf-8"))
        _check_head(head, name.group(1), int(name.group(2)))
        _check_names(head["needs"], sections)
    except ValueError as error:  # decoding errors and broken TOML are ValueErrors too
        raise UsageError(f"{file.name}: {error}") from error
    return Prompt(
        id=head["id"],
        version=head["version"],
        reply=head["reply"],
        needs=tuple(head["needs"]),
        why=head["why"],
        sampling=Sampling(**head["sampling"]),
        system=sections["system"],
        user=sections["user"],
        again=sections["again"],
        sha256=hashlib.sha256(raw).hexdigest(),
    )


def _home() -> Traversable:
    """The folder in the wheel, or beside the package where it is worked on."""
    packaged = resources.files("summarizer") / "_prompts"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "prompts"


def _listed(folder: Traversable) -> tuple[tuple[str, int], ...]:
    if not folder.is_dir():
        raise UsageError("the prompt files are missing from this installation", hint="install it again")
    names = (_FILE_NAME.fullmatch(entry.name) for entry in folder.iterdir())
    return tuple(sorted((name.group(1), int(name.group(2))) for name in names if name))


def _file(id: str, version: int | None) -> Traversable:  # noqa: A002
    folder = _home()
    versions = [v for i, v in _listed(folder) if i == id]
    if not versions:
        raise UsageError(f"there is no prompt {id!r}", hint="summarizer prompts list")
    if version is not None and version not in versions:
        raise UsageError(f"there is no version {version} of prompt {id!r}", hint="summarizer prompts list")
    return folder / f"{id}.v{max(versions) if version is None else version}.md"


def _pins(folder: Traversable) -> dict[str, str]:
    file = folder / RELEASED
    return {str(k): str(v) for k, v in toml.loads(file.read_text("utf-8")).items()} if file.is_file() else {}


def _split(text: str) -> tuple[dict[str, Any], dict[str, str]]:
    parts = text.split("+++\n", 2)
    if len(parts) != 3 or parts[0]:
        raise ValueError("it does not begin with TOML between two lines of +++")
    before, *found = _HEADING.split(parts[2])
    if before.strip() or tuple(found[::2]) != _SECTIONS:
        raise ValueError(f"its sections are not {', '.join(_SECTIONS)}, in this order and nothing before")
    sections = dict(zip(found[::2], (body.strip() for body in found[1::2]), strict=True))
    if empty := [heading for heading, body in sections.items() if not body]:
        raise ValueError(f"section {empty[0]!r} is empty")
    return toml.loads(parts[1]), sections


def _check_head(head: Mapping[str, Any], id: str, version: int) -> None:  # noqa: A002
    if wrong := sorted(_KEYS ^ set(head)):
        raise ValueError(f"front matter: {wrong[0]!r} is {'missing' if wrong[0] in _KEYS else 'not known'}")
    if (head["id"], head["version"]) != (id, version):
        raise ValueError(f"front matter says {head['id']}@{head['version']}, the file name {id}@{version}")
    reply = getattr(draft, str(head["reply"]), None)
    if not (isinstance(reply, type) and issubclass(reply, draft.Drafted)):
        raise ValueError(f"reply {head['reply']!r} is not a type of reply")
    needs = head["needs"]
    if not (isinstance(needs, list) and all(isinstance(need, str) for need in needs)):
        raise ValueError("needs must be a list of names")
    if not (isinstance(head["why"], str) and head["why"].strip()):
        raise ValueError("why must say why this version was made")
    sampling = head["sampling"]
    if not isinstance(sampling, dict) or "max_tokens" not in sampling or set(sampling) - _SAMPLING_KEYS:
        raise ValueError(f"[sampling] takes {', '.join(sorted(_SAMPLING_KEYS))} and must have max_tokens")


def _check_names(needs: list[str], sections: Mapping[str, str]) -> None:
    """Hold the `$names` against `needs`; a `$` that begins no name is a slip too."""
    used = set(_NAME.findall(sections["system"] + "\n" + sections["user"]))
    if undeclared := sorted(used - set(needs)):
        raise ValueError(f"${undeclared[0]} is used and not in needs")
    if unused := sorted(set(needs) - used):
        raise ValueError(f"${unused[0]} is in needs and not used")
    if set(_NAME.findall(sections["again"])) != set(AGAIN_NEEDS):
        raise ValueError("section 'again' must name $problems and nothing else")


def _fill(section: str, values: Mapping[str, str]) -> str:
    return _NAME.sub(lambda found: values[found.group(1)], section)
