"""Every way a command can end has its status, and at most a few lines."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner, Result

import summarizer
from summarizer import errors, note, pipeline, settings
from summarizer.article import Article
from summarizer.cli import program
from summarizer.render import of_note
from tests import builders

VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(program.app, list(args), input=stdin)


@pytest.fixture(scope="module")
def made() -> note.Note:
    article = summarizer.read(VOTE)
    return summarizer.summarize(article, settings=settings.Settings())


def _with(made: note.Note, **changes: object) -> note.Note:
    return made.model_copy(update=changes)


def _doubt(made: note.Note) -> note.Note:
    first = made.claims[0].model_copy(update={"support": note.Support(verdict="doubtful", score=0.5)})
    return _with(made, claims=(first, *made.claims[1:]), set_aside=())


@pytest.mark.parametrize(
    ("reason", "status"),
    [("not in the article", 6), ("wrong speaker", 6), (of_note.REPEATED, 0), (None, 0), ("doubt", 6)],
    ids=["set aside", "wrong speaker", "repetition", "all well", "doubtful"],
)
def test_strict_exits_with_6_when_the_article_does_not_bear_something_out(
    made: note.Note, monkeypatch: pytest.MonkeyPatch, reason: str | None, status: int
) -> None:
    """A script must be able to stop there; the note is printed all the same."""
    clean = tuple(
        item.model_copy(update={"support": note.Support(verdict="supported", score=1.0)})
        for item in made.claims
    )
    sure = _with(made, summary=(), positions=(), claims=clean, set_aside=())
    if reason == "doubt":
        sure = _doubt(sure)
    elif reason is not None:
        sure = _with(sure, set_aside=(note.SetAside(kind="claim", text="X.", reason=reason),))
    monkeypatch.setattr(pipeline, "summarize", lambda *args, **more: sure)
    strict = run("summarize", VOTE, "-q", "--strict")
    assert strict.exit_code == status
    assert strict.stdout.startswith("# ")
    assert run("summarize", VOTE, "-q").exit_code == 0


def test_the_reason_for_a_repetition_is_the_one_that_grounding_gives(article: Article) -> None:
    """Strict leaves repetitions alone; it knows them by their reason."""
    from summarizer import draft, ground

    twice = (draft.DraftLine(text=article.text(article.sentences[0]), sentences=(1,)),) * 2
    grounded = ground.ground(draft.Draft(summary=twice, claims=(), positions=()), article, origin="article")
    assert [item.reason for item in grounded.set_aside] == [of_note.REPEATED]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.SourceError("no article", hint="paste one"), 3),
        (errors.BackendUnavailable("no answer", hint="wait"), 4),
        (errors.ContextOverflow("too long"), 4),
        (errors.ReplyRejected("unusable", problems=("a: wrong", "b: wrong"), hint="ask a larger model"), 5),
    ],
    ids=["input", "backend", "context", "reply"],
)
def test_an_expected_error_is_a_line_a_try_and_a_status(
    monkeypatch: pytest.MonkeyPatch, error: errors.SummarizerError, status: int
) -> None:
    def fail(*args: object, **more: object) -> None:
        raise error from OSError("the wire\nbroke")

    monkeypatch.setattr(pipeline, "summarize", fail)
    shown = run("summarize", VOTE, "--model", "openai:x")
    assert (shown.exit_code, shown.stdout) == (status, "")
    lines = shown.stderr.splitlines()
    assert lines[0] == f"summarizer: error: {error.message}"
    assert "because" not in shown.stderr
    assert "Traceback" not in shown.stderr
    assert lines[1:] == [
        *(f"  {problem}" for problem in getattr(error, "problems", ())),
        *([f"  try: {error.hint}"] if error.hint else []),
    ]
    told = run("summarize", VOTE, "--model", "openai:x", "--verbose").stderr
    assert "  because: OSError: the wire broke" in told
    assert "Traceback" not in told


def test_a_fault_of_the_programs_own_is_a_line_and_its_trace_only_on_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: object, **more: object) -> None:
        raise RuntimeError("one\ntwo")

    monkeypatch.setattr(pipeline, "summarize", fail)
    shown = run("summarize", VOTE)
    assert shown.exit_code == 1
    assert shown.stderr.splitlines()[0] == "summarizer: internal error: RuntimeError: one two"
    assert "--verbose" in shown.stderr
    assert "Traceback" not in shown.stderr
    assert "Traceback" in run("summarize", VOTE, "-v").stderr


def test_an_interrupt_says_so_and_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "summarize", stop)
    shown = run("summarize", VOTE)
    assert (shown.exit_code, shown.stdout, shown.stderr) == (130, "", "summarizer: interrupted\n")


def test_verbose_says_what_is_being_done() -> None:
    told = run("summarize", VOTE, "--verbose").stderr
    assert re.search(r"summarizer: \d+\.\d s read: ", told)
    assert re.search(r"summarizer: \d+\.\d s attribute: ", told)


def test_warnings_of_the_note_are_said_where_it_is_not_read_at_once(
    made: note.Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who pipes a note into a file should see what was assumed."""
    warned = _with(made, warnings=("read as Windows-1252",))
    monkeypatch.setattr(pipeline, "summarize", lambda *args, **more: warned)
    assert "summarizer: warning: read as Windows-1252\n" in run("summarize", VOTE).stderr
    assert "read as Windows-1252" in run("summarize", VOTE, "-q").stdout
    assert run("summarize", VOTE, "-q").stderr == ""
