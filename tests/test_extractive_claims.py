"""Claims that a reader can take as they stand: whole clauses, once each, by whom they can be."""

from __future__ import annotations

import pytest

from summarizer import read_text, summarize
from summarizer.note import Claim
from tests.test_attribute import article
from tests.test_extractive_lines import CRACKS, FILLER, LEAD


def claims(*paragraphs: str) -> list[Claim]:
    """The claims of planted paragraphs below a lead that says nothing of theirs."""
    return list(
        summarize(article("\n".join((LEAD, CRACKS, *FILLER, *paragraphs))), model="extractive").claims
    )


def test_the_main_clause_is_not_what_was_said_in_the_one_before_it() -> None:
    """It would put the reporter's words into somebody's mouth."""
    sentence = (
        "When Ann Roe's advisers said that Lund would buy grain, Mr. Lee was not satisfied with the offer."
    )
    assert not any("not satisfied" in claim.text and claim.speaker for claim in claims(sentence))


def test_a_relative_clause_makes_no_claim_without_its_subject() -> None:
    """“Crashed in the north.” says of nothing that it did."""
    sentence = (
        "The Orme Front claimed the attack on the helicopter, which it said crashed in the province of Lund."
    )
    assert not any(claim.text.lower().startswith("crashed") for claim in claims(sentence))


def test_it_is_not_a_general_and_she_not_a_company() -> None:
    """Behind a speaker's name a pronoun in front is read as the speaker."""
    made = claims(
        "General Bo Lee told reporters on Friday that its forces were likely to remain for several more years.",
        "Otterby Council said on Friday that she would be allowed to drive on the bridge again.",
    )
    assert not any(claim.text.lower().startswith(("its", "she")) for claim in made)


def test_half_of_a_belief_is_not_the_belief() -> None:
    """She holds it for a sign, not for a fact."""
    sentence = "Ann Roe believes this discovery is further evidence that the river of Otterby has gold in it."
    assert not any(claim.text.startswith("The river of Otterby has gold") for claim in claims(sentence))


def test_a_tale_is_not_a_statement() -> None:
    """“A man who saw his doctor.” is a person."""
    sentence = (
        "Ann Roe told the tale of a driver who saw the bridge sway in November after three days of storm."
    )
    assert not any(claim.text.startswith("A driver who") for claim in claims(sentence))


def test_what_somebody_might_say_was_not_said() -> None:
    """An outlet that makes fun puts words into mouths."""
    sentence = "Orme Haulage will be left to wonder: “What did we do to deserve this on our own bridge?”"
    assert not any("deserve" in claim.text and claim.speaker for claim in claims(sentence))


def test_a_sentence_with_two_speakers_is_printed_for_neither() -> None:
    """The words of the one would stand behind the name of the other."""
    sentence = (
        "Ann Roe suggested a wider bridge of steel, but Bo Lee has said the town has no money for a bridge."
    )
    made = [claim for claim in claims(sentence) if "wider bridge" in claim.text and "no money" in claim.text]
    assert not [claim for claim in made if claim.speaker]


def test_a_claim_that_a_line_says_word_for_word_gives_way() -> None:
    """A reader of eight lines wants eight things."""
    lead = "The north bridge of Otterby will close to lorries in May and to everybody in June, Ann Roe said on Monday."
    made = summarize(
        article(
            "\n".join(
                (
                    lead,
                    CRACKS,
                    "“The closure will cost the hauliers of the coast a million,” Bo Lee said.",
                    "“The ferry carries no more than forty lorries in an hour,” Eve Poole said.",
                    "“The bridge was built for cyclists and for nobody else,” Di Fenn said.",
                    *FILLER,
                )
            )
        ),
        model="extractive",
    )
    assert made.summary[0].text == lead
    assert {claim.speaker for claim in made.claims} >= {"Bo Lee", "Eve Poole", "Di Fenn"}
    assert not any(claim.text in lead for claim in made.claims)


def test_a_quotation_broken_in_mid_sentence_goes_on_as_it_does() -> None:
    """A full stop and a capital would make two sentences of one."""
    made = claims("“We are glad of the new bridge,” said Ann Roe, “as it is a gift to all of Otterby.”")
    assert "“We are glad of the new bridge,” “as it is a gift to all of Otterby.”" in [c.text for c in made]


@pytest.mark.parametrize("speaker", ["A scan of his chest", "A CT of her lungs"])
def test_a_thing_of_somebody_unnamed_says_nothing(speaker: str) -> None:
    """Whose it is stands in another sentence."""
    assert not any(
        claim.speaker == speaker
        for claim in claims(f"{speaker} showed a pattern like ground glass on Friday.")
    )


def test_who_was_told_did_not_say_so() -> None:
    """The words are those of whoever told her."""
    sentence = "Ann Roe was told that the north bridge of Otterby would have to be pulled down within a year."
    assert not any(claim.speaker == "Ann Roe" for claim in claims(sentence))


def test_a_post_printed_without_marks_is_no_fact_of_the_article() -> None:
    """Its “we” is not the outlet's."""
    post = "We must apply a system of compassion to the lorries of Otterby and to the north bridge."
    assert not any(claim.text == post for claim in claims(post))


def test_parts_of_a_clause_keep_the_comma_they_need() -> None:
    """What stood between them took it along."""
    sentence = (
        "The north bridge is unsafe to drive on, Ann Roe notes, and the harbour wall may be no better still."
    )
    assert "The north bridge is unsafe to drive on, and the harbour wall may be no better still." in [
        claim.text for claim in claims(sentence)
    ]


def test_that_as_a_subject_points_back() -> None:
    """“Was not good enough.” has lost what was not."""
    made = claims(
        "The assembly member, Fraser Quoyle, said that was not good enough for the harbour of Otterby."
    )
    assert not any(claim.text.startswith("Was not") for claim in made)


def test_a_clause_that_waits_for_its_main_clause_is_no_claim() -> None:
    """The reporter's own slip: "admitted that while …, he argued" gives the second half to nobody."""
    sentence = "Ann Roe admitted that while the old server was never central to the long inquiry, she argued it mattered."
    assert not any(
        claim.text.lower().startswith("while") and "argued" not in claim.text for claim in claims(sentence)
    )


def test_a_headline_in_the_text_is_no_claim() -> None:
    """It is printed above the note; what it says is told below with who said it."""
    text = "\n\n".join(
        ("Ann Roe: Levy Is Harbour Robbery.", LEAD, CRACKS, "Ann Roe said the levy was nothing but robbery.")
    )
    made = summarize(read_text(text), model="extractive")
    assert made.article.title == "Ann Roe: Levy Is Harbour Robbery"
    assert [claim.text for claim in made.claims if claim.speaker == "Ann Roe"] == [
        "The levy was nothing but robbery."
    ]


def test_a_predicate_that_lost_its_subject_is_no_claim() -> None:
    """What is both stands before the words that are attributed."""
    sentence = (
        "The loan, which the bankers called a gift, is, they said, both a problem and a chance for the town."
    )
    assert not any(claim.text.startswith(("Is ", "Both ")) and claim.speaker for claim in claims(sentence))
    sentence = (
        "The loan was simple, Ann Roe said, and easing the pain that people feel about money in Otterby."
    )
    assert not any(claim.text.startswith("And easing") for claim in claims(sentence))


def test_a_sentence_that_begins_with_according_to_begins_so() -> None:
    """Without it "The website, the wall is nine metres high" is no sentence."""
    made = claims(
        "According to the website of the port, the wall is nine metres high and was built in two years."
    )
    assert not any(claim.text.lower().startswith("the website") for claim in made)


def test_a_sentence_that_its_cue_parts_behind_what_it_opens_with_is_printed_without_the_cue() -> None:
    """Behind his name "At current rates, Bo Lee said, …" would name him again."""
    found = claims("At current rates, Bo Lee said, there will be three rockets built by May.")
    assert ("Bo Lee", "At current rates, there will be three rockets built by May.") in [
        (claim.speaker, claim.text) for claim in found
    ]
