"""From a draft to a note: nothing unproven gets through, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import draft, ground, read_text
from summarizer.article import Article

TEXT = """Otterby council votes to close the north bridge

Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

Mayor Ann Roe said: "We cannot wait for a beam to fall on a school bus. The bridge will reopen when it is safe."

Hauliers opposed the plan. Bo Lee, who chairs the Otterby Hauliers' Group, said the closure would "finish off" four firms.

The Green Party backed the closure and wants the bridge kept for cyclists.
"""


@pytest.fixture(name="otterby", scope="module")
def _otterby() -> Article:
    return read_text(TEXT, "otterby")


def drafted(
    *,
    summary: tuple[tuple[str, int], ...] = (),
    claims: tuple[tuple[str, str | None, int], ...] = (),
    positions: tuple[tuple[str, str, str, int], ...] = (),
) -> draft.Draft:
    return draft.Draft(
        summary=tuple(draft.DraftLine(text=t, sentences=(n,)) for t, n in summary),
        claims=tuple(draft.DraftClaim(text=t, speaker=s, sentences=(n,)) for t, s, n in claims),
        positions=tuple(
            draft.DraftPosition.model_validate(
                {"text": t, "holder": h, "issue": "bridge", "stance": s, "sentences": (n,)}
            )
            for t, h, s, n in positions
        ),
    )


def test_a_wrong_citation_is_replaced_by_the_sentence_that_says_it(otterby: Article) -> None:
    """Small models count 1, 2, 3; the program looks for itself."""
    made = ground.ground(
        drafted(summary=(("Hauliers opposed the plan to close the bridge.", 1),)), otterby, origin="model"
    )
    (line,) = made.summary
    assert "Hauliers opposed the plan." in {evidence.text for evidence in line.evidence}
    assert all(otterby.raw[e.start : e.end] == e.text for e in line.evidence)


def test_words_in_the_wrong_mouth_get_the_speaker_the_article_names(otterby: Article) -> None:
    """The text is right and the speaker is not: who said it is data, and ours."""
    made = ground.ground(
        drafted(claims=(("The bridge will reopen when it is safe.", "Bo Lee", 3),)), otterby, origin="model"
    )
    (claim,) = made.claims
    assert claim.speaker == "Ann Roe"
    assert claim.support.verdict == "doubtful"
    assert any("Bo Lee" in problem for problem in claim.support.problems)


def test_a_clause_that_only_tells_when_has_not_said_the_sentence() -> None:
    """The council voted, and Port Elland cancelled: the sentence as a whole is nobody's words."""
    sentence = "Port Elland cancelled a fair after Otterby council voted to charge every lorry that crosses the bridge."
    planted = read_text(
        f"A fair is cancelled\n\nBy Cy Day\n\n{sentence}\n\nIt was to be held in May.", "fair"
    )
    made = ground.ground(drafted(claims=((sentence, None, 1),)), planted, origin="article")
    assert [claim.speaker for claim in made.claims] == [None]


def test_a_text_that_names_the_wrong_speaker_is_set_aside(otterby: Article) -> None:
    """Correcting the field would leave the sentence itself wrong."""
    text = "Bo Lee said that the bridge will reopen when it is safe."
    made = ground.ground(drafted(summary=((text, 3),)), otterby, origin="model")
    assert made.summary == ()
    assert made.set_aside[0].text == text
    assert "Ann Roe" in made.set_aside[0].problems[0]


def test_a_quotation_of_another_is_set_aside(otterby: Article) -> None:
    """Three other people's quotations in one mouth is what a peer made of our test article."""
    made = ground.ground(
        drafted(claims=(("“We cannot wait for a beam to fall on a school bus.”", "Bo Lee", 2),)),
        otterby,
        origin="model",
    )
    assert made.claims == ()
    assert made.set_aside[0].reason == "quotation in the wrong mouth"


@pytest.mark.parametrize(
    ("text", "holder", "reason"),
    [
        ("The Green Party opposed the closure.", "Green Party", "polarity"),
        ("The Green Party backed the closure.", "Ann Roe", "not this party's"),
        ("The Green Party wants a tunnel under the river.", "Green Party", "not in the article"),
    ],
)
def test_a_position_must_be_its_partys_own(text: str, holder: str, reason: str, otterby: Article) -> None:
    """Turned round, given to another, or made up: three ways to be wrong about a party."""
    made = ground.ground(drafted(positions=((text, holder, "supports", 6),)), otterby, origin="model")
    assert made.positions == ()
    assert made.set_aside[0].reason == reason
    assert made.set_aside[0].speaker == holder


def test_who_says_one_word_of_a_claim_does_not_say_what_the_next_sentence_tells() -> None:
    article = read_text(
        "Pier fire\n\nThe Otterby Gazette says police look for somebody who tried to stop the suspect. "
        "The man ran from the pier. Two boats were burnt at the pier.\n",
        "pier",
    )
    text = "The suspect ran from the pier."
    proposed = draft.Draft(
        summary=(),
        claims=(draft.DraftClaim(text=text, speaker="Otterby Gazette", sentences=(1, 2)),),
        positions=(),
    )
    assert [claim.speaker for claim in ground.ground(proposed, article, origin="model").claims] == [None]


def test_who_asks_for_something_supports_that_and_not_what_the_lead_is_about() -> None:
    """A government that urged an end to the violence was shown as one that "supports the protests"."""
    article = read_text(
        "Pier protests spread\n\nPier protests spread to four towns on Monday. Norland urged all sides to talk.\n",
        "pier",
    )
    proposed = draft.Draft(
        summary=(),
        claims=(),
        positions=(
            draft.DraftPosition(
                holder="Norland",
                issue="pier protests",
                stance="supports",
                text="Norland urged all sides to talk.",
                sentences=(2,),
            ),
        ),
    )
    (position,) = ground.ground(proposed, article, origin="model").positions
    assert position.issue == ""


def test_a_he_whom_the_speakers_name_does_not_tell_keeps_its_sentence() -> None:
    """Behind "The Otterby Gazette says:" nobody knows who "he" is."""
    article = read_text(
        "Pier fire\n\nThe man ran from the pier. The Otterby Gazette says he was arrested a block away.\n",
        "p",
    )
    text = "The Otterby Gazette says he was arrested a block away."
    proposed = draft.Draft(
        summary=(),
        claims=(draft.DraftClaim(text=text, speaker="Otterby Gazette", sentences=(2,)),),
        positions=(),
    )
    (claim,) = ground.ground(proposed, article, origin="model").claims
    assert (claim.text, claim.speaker) == (text, "Otterby Gazette")


def test_a_stance_against_the_partys_own_words_is_unclear_and_says_so(otterby: Article) -> None:
    """The program does not choose between the model and its own rules; it shows that they differ."""
    made = ground.ground(
        drafted(positions=(("The Green Party backed the closure.", "Green Party", "opposes", 6),)),
        otterby,
        origin="model",
    )
    (position,) = made.positions
    assert position.stance == "unclear"
    assert position.support.verdict == "doubtful"


def test_an_item_that_repeats_another_is_set_aside_once(otterby: Article) -> None:
    """Models pad their lists."""
    text = "Hauliers opposed the plan."
    made = ground.ground(drafted(summary=((text, 4), (text, 4))), otterby, origin="model")
    assert len(made.summary) == 1
    assert [aside.reason for aside in made.set_aside] == ["says the same as an item above"]


texts = st.one_of(
    st.sampled_from([line for line in TEXT.splitlines() if line]),
    st.text(max_size=120),
    st.sampled_from(["", "…", "\u202eHauliers", "Ann Roe said “no”."]),
)


@settings(max_examples=60, deadline=None)
@given(
    summary=st.lists(st.tuples(texts, st.integers(1, 6)), max_size=4),
    claims=st.lists(st.tuples(texts, st.none() | texts, st.integers(1, 6)), max_size=4),
)
def test_every_drafted_item_ends_up_somewhere(
    summary: list[tuple[str, int]], claims: list[tuple[str, str | None, int]]
) -> None:
    """Shown or set aside with a reason; and what is shown has evidence that slices."""
    otterby = read_text(TEXT, "otterby")
    made = ground.ground(drafted(summary=tuple(summary), claims=tuple(claims)), otterby, origin="model")
    shown = (*made.summary, *made.claims)
    assert len(shown) + len(made.set_aside) == len(summary) + len(claims)
    assert all(item.evidence and item.support.verdict != "unsupported" for item in shown)
    assert all(otterby.raw[e.start : e.end] == e.text for item in shown for e in item.evidence)
    assert all(aside.reason for aside in made.set_aside)


def test_a_side_that_the_words_do_not_take_is_no_position(otterby: Article) -> None:
    """Small models answer "supports" for whoever is named; a stance is what a reader is hurt by."""
    text = "Mayor Ann Roe said the bridge will reopen when it is safe."
    made = ground.ground(drafted(positions=((text, "Ann Roe", "supports", 3),)), otterby, origin="model")
    assert not made.positions
    assert [(one.text, one.reason) for one in made.set_aside] == [(text, "says too little")]


def test_a_view_that_takes_no_side_is_unclear_and_says_so() -> None:
    text = "Drivers believe the bridge is as old as the town."
    article = read_text(f"Otterby and its bridge\n\nThe bridge stands by the market. {text}\n", "otterby")
    proposed = drafted(positions=((text, "Drivers", "supports", 2),))
    (position,) = ground.ground(proposed, article, origin="model").positions
    assert position.stance == "unclear"
    assert any("the draft said supports" in problem for problem in position.support.problems)


def test_what_somebody_does_is_told_of_them_and_not_said_by_them() -> None:
    text = "Bo Lee will replace Tom Hale as keeper."
    article = read_text(
        "Pier news\n\nBo Lee has decided to replace Tom Hale as keeper of the pier.\n", "pier"
    )
    proposed = draft.Draft(
        summary=(),
        claims=(draft.DraftClaim(text=text, speaker="Bo Lee", sentences=(1,)),),
        positions=(),
    )
    (claim,) = ground.ground(proposed, article, origin="model").claims
    assert (claim.speaker, claim.kind) == (None, "states")


def test_an_issue_in_words_that_the_article_does_not_print_is_left_out(otterby: Article) -> None:
    """The issue is a model's wording too, and nobody looks twice at it."""
    proposed = draft.DraftPosition(
        text="The Green Party backed the closure.",
        holder="Green Party",
        issue="monarchy",
        stance="supports",
        sentences=(7,),
    )
    (position,) = ground.ground(
        draft.Draft(summary=(), claims=(), positions=(proposed,)), otterby, origin="model"
    ).positions
    assert position.issue == ""
    assert position.stance == "supports"


def test_a_text_that_breaks_off_says_nothing(otterby: Article) -> None:
    """A small model ends in the middle of a sentence; “The plan is” was shown as doubtful."""
    made = ground.ground(drafted(claims=(("The plan is", "Bo Lee", 5),)), otterby, origin="model")
    assert made.claims == ()
    assert made.set_aside[0].reason == "says too little"


def test_two_who_speak_side_by_side_are_not_put_behind_the_name_of_one() -> None:
    """Behind "Una Pike says:" what Orr said would be hers; what she says that he said is hers."""
    side = read_text("Una Pike said the beams were sound, while Max Orr said that they had rusted through.")
    text = side.raw.strip()
    made = ground.ground(drafted(claims=((text, "Una Pike", 1),)), side, origin="model")
    assert [(claim.speaker, claim.text) for claim in made.claims] == [(None, text)]
    inside = read_text("Una Pike said that Max Orr had told her the beams were sound.")
    made = ground.ground(drafted(claims=((inside.raw.strip(), "Una Pike", 1),)), inside, origin="model")
    assert [claim.speaker for claim in made.claims] == ["Una Pike"]


def test_who_says_two_things_keeps_the_verb_that_both_hang_on() -> None:
    """The words alone, “the cut came too early and that the dinar could fall” is no sentence."""
    told = read_text("Trader Jo Fox said the cut had come too early and that the dinar could fall further.")
    made = ground.ground(drafted(claims=((told.raw.strip(), "Jo Fox", 1),)), told, origin="model")
    assert [claim.text for claim in made.claims] == [told.raw.strip()]


def test_an_issue_may_be_named_in_the_words_of_the_lead() -> None:
    """The lead says what an article is about; a sentence further down may be an order's only one."""
    told = read_text(
        "Kessarat cut its main interest rate on Friday. Minister Lena Osk welcomed the cut. "
        "The bank had long resisted calls for tokens."
    )
    stand = ("Minister Lena Osk welcomed the cut.", "Lena Osk", "supports", 2)
    for issue, kept in (("interest rate cut", "interest rate cut"), ("tokens", "")):
        proposed = drafted(positions=(stand,))
        one = proposed.positions[0].model_copy(update={"issue": issue})
        made = ground.ground(proposed.model_copy(update={"positions": (one,)}), told, origin="model")
        assert [position.issue for position in made.positions] == [kept]
