"""What a person asks of cleaning overrules what the cleaner would do, and says so."""

from __future__ import annotations

import pytest

from summarizer import clean
from summarizer.clean import wishes
from summarizer.errors import UsageError
from tests.test_clean import BODY, PAGE

WISHED = "\n".join(text for text, _ in PAGE)


def wished(**asked: object) -> list[str]:
    made = clean.clean(WISHED, wishes=wishes.wishes(**asked))
    return [span.of(WISHED) for span in made.paragraphs]


def test_a_line_asked_to_be_kept_is_kept_whatever_it_looks_like() -> None:
    assert "Most read" in wished(keep=["^most READ$"])


def test_a_line_asked_to_be_cut_is_cut_and_says_which_pattern_did_it() -> None:
    made = clean.clean(WISHED, wishes=wishes.wishes(cut=["20,000 cars"]))
    assert BODY[3] not in [span.of(WISHED) for span in made.paragraphs]
    assert [c.reason for c in made.cuts if WISHED[c.start : c.end] == BODY[3]] == [
        "asked to cut: 20,000 cars"
    ]


def test_what_is_asked_for_both_ways_is_kept() -> None:
    """A line kept by mistake can be seen; one cut by mistake cannot."""
    assert BODY[3] in wished(keep=["20,000"], cut=["cars"])


def test_leaning_to_recall_keeps_all_that_leaning_to_precision_keeps() -> None:
    assert set(wished(favor="precision")) <= set(wished()) <= set(wished(favor="recall"))


@pytest.mark.parametrize("asked", [{"keep": ["("]}, {"cut": ["[a"]}, {"favor": "speed"}], ids=str)
def test_a_wish_that_cannot_be_understood_is_a_usage_error(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        wishes.wishes(**asked)
