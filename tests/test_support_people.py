"""Who did it, and what they are: names before verbs and beside offices, in claims about an invented article."""

from __future__ import annotations

import pytest

import summarizer
from summarizer.article import Article
from tests import builders

TEXT = """\
Norland cancelled a visit to Velmar on Friday after Sarkia did not stop the league from passing a motion on the straits.

Ilse Brandt, Norland's prime minister, said the motion rewarded smugglers. Velmar previously vetoed motions that called \
for an inspection.

Shadow trade secretary Tom Hale asked the government to publish its advice. Former mayor Ruth Okoro joined the march in \
the capital, and the mayor of Velmar closed two bridges.

Karl Voss, the deputy foreign minister, told reporters that the defence minister would travel in May.
"""


@pytest.fixture(scope="module")
def straits() -> Article:
    return summarizer.read_text(TEXT, "straits")


def refused(claim: str, article: Article) -> set[str]:
    """The kinds of what is wrong with a claim that must be unsupported."""
    checked = summarizer.check(claim, article)
    assert checked.verdict == "unsupported"
    return {finding.kind for finding in checked.findings}


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Sarkia cancelled a visit to Velmar.", "who did what"),
        ("On Friday Sarkia has cancelled a visit to Velmar.", "who did what"),
        ("Velmar cancelled a visit to Norland.", "who did what"),
        ("Tom Hale, the trade secretary, asked the government to publish its advice.", "role"),
        ("Trade secretary Tom Hale asked the government to publish its advice.", "role"),
        ("Tom Hale is the trade secretary.", "role"),
        ("Acting mayor Ruth Okoro joined the march in the capital.", "role"),
        ("Karl Voss is the foreign minister.", "role"),
        ("Ilse Brandt is Norland's president.", "role"),
        ("Karl Voss told reporters that the finance minister would travel in May.", "role"),
    ],
)
def test_the_wrong_person_or_office_is_refused(claim: str, kind: str, straits: Article) -> None:
    """Each word of these claims may stand in the article; they are false for whom they put in which place."""
    assert kind in refused(claim, straits)


@pytest.mark.parametrize(
    "claim",
    [
        "Norland cancelled a visit to Velmar on Friday.",
        "Tom Hale is the shadow trade secretary.",
        "The shadow trade secretary, Tom Hale, asked the government to publish its advice.",
        "Ilse Brandt is Norland's prime minister.",
        "Ruth Okoro, the former mayor, joined the march in the capital.",
    ],
)
def test_the_right_person_and_office_are_supported(claim: str, straits: Article) -> None:
    assert summarizer.check(claim, straits).verdict == "supported"


@pytest.mark.parametrize(
    "claim",
    [
        "Ruth Okoro closed two bridges.",
        "Brandt vetoed motions that called for an inspection.",
    ],
)
def test_a_deed_told_of_others_in_another_sentence_is_to_be_looked_at(claim: str, straits: Article) -> None:
    """The mayor of one sentence may be the person of another, so the program does not decide."""
    assert summarizer.check(claim, straits).verdict != "supported"


def test_a_doubt_has_its_reason(straits: Article) -> None:
    """Nothing contradicts it, and a reader still sees what to look for."""
    checked = summarizer.check("Voss said that the minister for defence travels to the straits.", straits)

    assert checked.verdict != "supported"
    assert checked.problems


@pytest.fixture(scope="module")
def ferry() -> Article:
    return summarizer.read(builders.EXAMPLES / "court-ruling.txt")


@pytest.mark.parametrize(
    "claim",
    [
        "Fraser Quoyle said he would bring a bill himself if he had to.",
        "The trial lasted seven weeks.",
        "Samuel Odd, defending, said his client had given forty years to the islands.",
        "Haskell Ferries was fined £1.2m for breaches of safety law.",
    ],
)
def test_reported_speech_and_shortened_sentences_are_supported(claim: str, ferry: Article) -> None:
    """Persons and tenses turn behind "she said", and a relative clause may stand as a sentence."""
    assert summarizer.check(claim, ferry).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Samuel Odd, prosecuting, said his client had given forty years to the islands.", "role"),
        ("Ruth Kimber, the judge, said the case had turned on a cardboard box of letters.", "role"),
        ("The Department of Transport said it would change the rules.", "negation"),
        ("Haskell was found guilty in March of the gross negligence murder of Callum Reyes.", "wording"),
    ],
)
def test_who_speaks_as_what_and_what_was_not_meant_are_refused(claim: str, kind: str, ferry: Article) -> None:
    assert kind in refused(claim, ferry)


def test_what_nobody_calls_the_speaker_is_in_doubt(ferry: Article) -> None:
    """His words are his; that he is a spokesman no sentence says."""
    claim = "Fraser Quoyle, a spokesman for the Department of Transport, said that was not good enough."

    assert summarizer.check(claim, ferry).verdict == "doubtful"


def test_an_office_at_the_front_is_no_name(ferry: Article) -> None:
    """The article says "prosecuting" of her: not its word, and no stranger's name either."""
    claim = "Prosecutor Judith Marlowe said Reyes had gone below to wake two colleagues."

    assert summarizer.check(claim, ferry).verdict == "doubtful"


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("company-results", "Teresa Kohl said the company had spent $400 million on robots."),
        (
            "company-results",
            "Dana Whitlow, the chief financial officer, said the job cuts would be finished by March.",
        ),
        ("science-finding", "A daily pill made from brown kelp cures hearing loss."),
        (
            "science-finding",
            "Josune Albrecht, a biostatistician, worries that some will give up their hearing aids.",
        ),
        ("science-finding", "A trial ten times as large began in September."),
        ("science-finding", "Those who took tollanin could hear tones 3.1 decibels louder on average."),
    ],
)
def test_one_thing_put_for_another_in_true_surroundings_is_not_supported(page: str, claim: str) -> None:
    """Most of each claim is the article's, word for word; what it turns on is not."""
    article = summarizer.read(builders.EXAMPLES / f"{page}.txt")

    checked = summarizer.check(claim, article)

    assert checked.verdict != "supported"
    assert checked.problems


FACT_CHECK = """\
Does the mayor of Otterby own a yacht?

Claim

Mayor Ann Roe of Otterby owns a yacht worth 17 million crowns.

On Friday the mayor told the council that she earns 90,000 crowns a year, and some of her critics doubted it in public.

We have found no evidence to corroborate this, and the harbour office says that no yacht is registered in her name.
"""


def test_what_a_fact_check_prints_as_the_claim_is_not_what_it_says() -> None:
    """It stands there word for word, and the page goes on to find nothing behind it."""
    article = summarizer.read_text(FACT_CHECK, "fact-check")

    for claim in ("Mayor Ann Roe of Otterby owns a yacht worth 17 million crowns.", "Ann Roe owns a yacht."):
        checked = summarizer.check(claim, article)
        assert checked.verdict != "supported"
        assert "the article prints this as a claim that it examines" in checked.problems
    assert summarizer.check(
        "The harbour office says that no yacht is registered in her name.", article
    ).verdict == ("supported")


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Police said the vehicle was found behind the harbour office on Sunday morning.", "supported"),
        (
            "Police said the burnt-out white coach was found behind the harbour office on Sunday morning.",
            "doubtful",
        ),
    ],
    ids=["shorter", "other"],
)
def test_one_word_for_three_is_shorter_and_one_for_one_is_to_be_looked_at(claim: str, verdict: str) -> None:
    """Who sums up takes fewer words; a word in the place of one may be another thing."""
    article = summarizer.read_text(
        "Police said the burnt-out white van was found behind the harbour office on Sunday morning.\n\n"
        "Nobody has been held, and the owner has not been found.\n",
        "van",
    )
    assert summarizer.check(claim, article).verdict == verdict
