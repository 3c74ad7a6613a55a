"""The fuzz targets, with every test run: the kept corpus, and inputs that hypothesis makes up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fuzz.invariants import Broken, partition
from fuzz.targets import TARGETS, within
from summarizer import Span, read_text, segment
from summarizer.article import Cut
from tests import builders

CORPUS = builders.ROOT / "fuzz" / "corpus"
WORDS = tuple(
    line[1:-1].encode().decode("unicode_escape").encode("latin-1")
    for line in (builders.ROOT / "fuzz" / "words.dict").read_text(encoding="ascii").splitlines()
)
LIGHT = ("read", "clean", "segment", "attribute", "reply", "converse", "check")


def kept() -> list[Path]:
    return sorted(path for name in TARGETS for path in (CORPUS / name).iterdir())


@pytest.mark.parametrize("path", kept(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_kept_from_fuzzing_breaks_nothing(path: Path) -> None:
    """Seeds of our own, and every input that once broke something."""
    within(TARGETS[path.parent.name], path.read_bytes())


def test_every_target_has_seeds() -> None:
    assert {path.parent.name for path in kept()} == set(TARGETS)


@pytest.mark.parametrize("name", LIGHT)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    parts=st.lists(
        st.sampled_from(WORDS) | st.text(max_size=12).map(str.encode) | st.binary(max_size=8), max_size=30
    )
)
@example(parts=[b"\xed\xa0\x80 said ", b"He said \xff."])
def test_inputs_nobody_meant_break_nothing(name: str, parts: list[bytes]) -> None:
    """Marks, cue words, tags and stray bytes in any order."""
    within(TARGETS[name], b"".join(parts))


def test_a_target_can_fail() -> None:
    """Guards the guard: sentences out of their paragraph and text that is neither kept nor cut are seen."""
    article = read_text("The council met on Monday. Mayor Ann Roe said: “We will build the bridge.”")
    partition(article)
    broken = type(article)(raw=article.raw, name="x", paragraphs=(Span(0, 10),), sentences=article.sentences)
    with pytest.raises(Broken):
        partition(broken)
    first = article.sentences[0].span
    unheeded = replace(article, cuts=(Cut(first.start, first.end, "an advertisement"),))
    with pytest.raises(Broken, match="what was cut"):
        partition(unheeded)


def test_half_a_surrogate_pair_does_not_stop_the_segmenter() -> None:
    """The engine beneath wants UTF-8; a command line in another encoding gives such text."""
    text = "The clerk \ud800 read it aloud. Nobody \udfff objected."
    found = [text[s.start : s.end] for s in segment.split(text, (Span(0, len(text)),))]
    assert found == ["The clerk \ud800 read it aloud.", "Nobody \udfff objected."]


def test_what_runs_on_without_an_end_is_numbered_in_parts() -> None:
    """Later stages hold a sentence's parts against each other; one of a million words would hold them for hours."""
    text = "a list of links and then some more of them " * 500
    found = segment.split(text, (Span(0, len(text)),))
    assert max(s.end - s.start for s in found) <= segment.LONGEST_SENTENCE
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")
    assert all(text[s.end - 1 : s.end + 1].strip() != text[s.end - 1 : s.end + 1] for s in found)
