"""The rules of the house that no linter knows: sizes, names, layers, the public face."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import summarizer
from tests import builders

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 60
MOST_PARAMETERS = 6
# A file so named takes whatever has no place, and grows for ever.
NO_MODULE = frozenset("util utils helper helpers common misc shared base_utils tools lib stuff".split())
CODE = ("summarizer", "tests", "benchmarks", "fuzz")

# What users, tests and measurements call; a name goes in with its release and never out of it.
PUBLIC = frozenset(
    """
    Article Attribution Briefing Claim Cut Difference Evidence Note Position Sentence SetAside Settings Span
    SummarizerError SummaryLine Support abrief asummarize attributions brief check read read_text summarize
    """.split()
)

# Each takes longer to load than the whole of `--help` may.
HEAVY = frozenset("openai httpx2 httpx pydantic lxml xllamacpp rapidfuzz sentencex tenacity".split())


def sources() -> list[Path]:
    return sorted(path for folder in CODE for path in (builders.ROOT / folder).rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(builders.ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function and where it stands, but for the commands of the command line."""
    for path in sources():
        if path.parent == builders.ROOT / "summarizer" / "cli":
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield named(path), node


def test_a_file_fits_in_one_reading() -> None:
    lines = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_a_function_fits_on_one_screen() -> None:
    """A command is exempt: most of its lines are its options, which are its user's interface."""
    lines = {f"{at}:{node.name}": (node.end_lineno or 0) - node.lineno + 1 for at, node in functions()}
    assert {name: count for name, count in lines.items() if count > MOST_LINES_OF_A_FUNCTION} == {}


def test_a_function_takes_few_parameters() -> None:
    """A command is exempt, as above."""
    taken = {f"{at}:{node.name}": parameters(node) for at, node in functions()}
    assert {name: count for name, count in taken.items() if count > MOST_PARAMETERS} == {}


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([one for one in given if one.arg not in ("self", "cls")])


def test_a_module_is_named_after_what_it_knows() -> None:
    parts = {named(path): {path.stem, path.parent.name} & NO_MODULE for path in sources()}
    assert {name: found for name, found in parts.items() if found} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [named(path) for path in sources() if not ast.get_docstring(parsed(path))]
    assert silent == []


def test_imports_run_downward_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The contract is exhaustive: a new module has to be placed before it lands."""
    from importlinter import cli

    monkeypatch.chdir(builders.ROOT)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        status = cli.lint_imports(no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_the_public_names_are_these() -> None:
    """A name that is gone breaks somebody's program; one that slips out cannot be taken back."""
    assert set(summarizer.__all__) == PUBLIC
    assert list(summarizer.__all__) == sorted(summarizer.__all__)
    assert set(dir(summarizer)) == PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_public_name_is_there_and_documented(name: str) -> None:
    assert inspect.getdoc(getattr(summarizer, name))


def test_a_name_that_is_not_public_is_missing_in_the_usual_way() -> None:
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        _ = summarizer.summarise


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer",
        "from summarizer import __main__",
        "import sys; sys.argv = ['summarizer', '--help']; from summarizer import __main__; __main__.main()",
    ],
    ids=["import", "main", "--help"],
)
def test_nothing_heavy_is_loaded_before_there_is_work(code: str) -> None:
    """`import openai` alone takes ten times as long as the rest of `--help`."""
    script = (
        f"import atexit, sys\natexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n{code}\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=builders.ROOT
    )
    assert set(run.stderr.split()) & HEAVY == set()


def test_importing_the_package_reads_nothing_of_its_surroundings() -> None:
    """Settings are read once, from arguments; a module that looks at the environment cannot be tested."""
    looking = [
        named(path)
        for path in sources()
        if named(path).startswith("summarizer/")
        for node in parsed(path).body
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and any(isinstance(n, ast.Attribute) and n.attr in ("environ", "getenv") for n in ast.walk(node))
    ]
    assert looking == []
