"""Reading replies: lenient about the wrapping, strict about every item."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.ask import reading
from tests.conversation import GOOD, converse, reply, sample

WRAPPED = [
    "plain.json",
    "fenced.txt",
    "fenced-without-language.txt",
    "think-block.txt",
    "think-block-already-open.txt",
    "preamble.txt",
    "afterword.txt",
    "byte-order-mark.txt",
    "trailing-comma.txt",
    "raw-line-break-in-text.txt",
    "inside-another-object.txt",
    "empty-shape-first.txt",
    "pretty-printed.txt",
    "tags-in-text.txt",
    "numbers-as-words.txt",
]


@pytest.mark.parametrize("name", WRAPPED)
def test_how_a_reply_is_wrapped_does_not_matter(name: str) -> None:
    """All of these were sent by models, and all say the same; asking again would cost and gain nothing."""
    asked = converse(reply(sample(name)), attempts=1)
    assert asked.draft == converse(reply(GOOD), attempts=1).draft
    assert asked.draft.positions[0].sentences == (2, 3)
    assert (asked.problems, asked.set_aside) == ((), ())


@pytest.mark.parametrize(
    ("name", "kept", "problem", "lost"),
    [
        ("truncated-in-item.txt", (1, 1, 0), "breaks off in positions", []),
        ("truncated-in-fence.txt", (1, 1, 0), "positions: missing", []),
        ("truncated-in-think-block.txt", (0, 0, 0), "ends before its thinking does", []),
        ("unescaped-quotation.txt", (1, 0, 1), r"claims\[0\]: not JSON", []),
        (
            "unknown-sentence.json",
            (1, 1, 1),
            "positions.0..sentences: 41 is not one of those sent, 1 to 9",
            [],
        ),
        ("only-unknown-sentence.json", (1, 0, 1), "claims.0..sentences: none that exists", ["claim"]),
        ("wrong-stance.json", (1, 1, 0), "positions.0..stance: input should be 'supports'", ["position"]),
        ("unknown-field.json", (1, 1, 1), "confidence: not a field, dropped", []),
        ("missing-list.json", (1, 1, 0), "positions: missing", []),
        ("empty-text.json", (0, 1, 1), "summary.0..text: empty", []),
        ("strings-for-items.json", (0, 0, 0), "summary.0.: not an object", ["summary"]),
        ("prose.txt", (0, 0, 0), "no JSON object", []),
        ("html-page.txt", (0, 0, 0), "no JSON object", []),
        ("looping-items.txt", (1, 1, 0), "39 that repeat an earlier one were dropped", []),
        ("blank-tail.txt", (1, 0, 0), "ends in 800 blanks", []),
    ],
)
def test_a_bad_item_is_listed_and_does_not_spoil_the_good_ones(
    name: str, kept: tuple[int, int, int], problem: str, lost: list[str]
) -> None:
    """Dropping the reply for one bad item loses what was paid for; dropping the item unsaid loses trust."""
    asked = converse(reply(sample(name)), attempts=1)
    made = asked.draft
    assert (len(made.summary), len(made.claims), len(made.positions)) == kept
    assert any(re.search(problem, one) for one in asked.problems), asked.problems
    assert [one.kind for one in asked.set_aside] == lost
    assert asked.attempts[0].problems == asked.problems


@pytest.mark.parametrize("word", ["null", "None", "", "N/A", "..."])
def test_words_for_nobody_are_nobody(word: str) -> None:
    """A speaker called “null” would be shown to a reader as a name."""
    made = converse(reply(GOOD.replace('"speaker": "Ann Roe"', f'"speaker": "{word}"'))).draft
    assert made.claims[0].speaker is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "The council closed the bridge on day " + " and day ".join(map(str, range(60))),
            "one short sentence",
        ),
        ("The council closed a bridge" + " that is a bridge" * 15, "goes round in circles"),
    ],
    ids=["a paragraph", "a circle"],
)
def test_a_text_that_is_no_sentence_is_refused(text: str, problem: str) -> None:
    """A small model that cannot end a sentence fills it up to the bound, mid-word."""
    asked = converse(reply(GOOD.replace("The council closed the bridge", text)), attempts=1)
    assert asked.draft.summary == ()
    assert problem in asked.problems[0]
    assert [one.kind for one in asked.set_aside] == ["summary"]


@given(st.text(alphabet=st.sampled_from('{}[]",:\\ \nab1<think>/`summary'), max_size=300))
def test_reading_never_raises(text: str) -> None:
    """Whatever comes over the wire ends as items and problems."""
    found = reading.read(text)
    assert found.lists or found.problems


@given(st.integers(min_value=0, max_value=len(GOOD)))
def test_a_reply_cut_anywhere_gives_only_items_of_the_whole(end: int) -> None:
    """Half an item may say the opposite of the whole one."""
    whole = reading.read(GOOD).lists
    for name, found in reading.read(GOOD[:end]).lists.items():
        assert found == whole[name][: len(found)]


@pytest.mark.parametrize("piece", ["{", '{"summary": [', "[", '{"a":', "\\", '"claims": [{"text": "'])
def test_a_reply_without_end_is_read_in_bounded_time(piece: str) -> None:
    """An endpoint that ignores the cap must not hang the program."""
    reading.read('{"summary": [' + piece * 100_000)
