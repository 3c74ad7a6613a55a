"""What says again what an earlier item says is set aside, and nothing else is."""

from __future__ import annotations

import pytest

from summarizer import draft, ground, read_text
from summarizer.article import Article
from tests.test_ground import TEXT


@pytest.fixture(name="otterby", scope="module")
def _otterby() -> Article:
    return read_text(TEXT, "otterby")


def test_a_party_has_one_stand_in_one_sentence_however_often_it_is_worded(otterby: Article) -> None:
    def position(text: str) -> draft.DraftPosition:
        return draft.DraftPosition(
            holder="Green Party", issue="closure", stance="supports", text=text, sentences=(6,)
        )

    texts = (
        "The Green Party backed the closure.",
        "The Green Party backed the closure and wants the bridge kept.",
    )
    proposed = draft.Draft(summary=(), claims=(), positions=tuple(map(position, texts)))
    made = ground.ground(proposed, otterby, origin="model")
    assert [one.text for one in made.positions] == [texts[0]]
    assert [one.text for one in made.set_aside] == [texts[1]]


@pytest.mark.parametrize(
    ("earlier", "later", "repeated"),
    [
        (
            "The council voted to close the north bridge.",
            "Council voted to close the north bridge to lorries.",
            True,
        ),
        (
            "The council voted to close the north bridge.",
            "The council voted by 14 to 9 to close the bridge.",
            False,
        ),
        (
            "The council voted to close the bridge.",
            "The council voted to close the bridge. It was Monday.",
            True,
        ),
        ("The council voted on Monday.", "The north bridge closes to lorries from 1 May.", False),
    ],
)
def test_what_adds_nothing_to_an_earlier_line_of_the_sentence_is_set_aside(
    otterby: Article, earlier: str, later: str, repeated: bool
) -> None:
    lines = tuple(draft.DraftLine(text=text, sentences=(1,)) for text in (earlier, later))
    made = ground.ground(draft.Draft(summary=lines, claims=(), positions=()), otterby, origin="model")
    assert [one.text for one in made.summary] == [earlier, later][: 2 - repeated]
