"""What the fourth generator of altered claims asked for: contractions, other spellings, figures inside quotations."""

from __future__ import annotations

import pytest

import summarizer
from summarizer.article import Article
from summarizer.support import words

TEXT = """\
The harbor authority said it could not reopen the pier. The pilots can't sail at night, and they'll rest in the theater.

“We will not sell the three cranes for $1.5 million,” said Ilse Brandt, who has not apologized for the rumors. \
“It isn't our favorite labor program,” said Tom Hale.

The Department of Justice sued the port on Monday. Port officials aren't skeptical of the offense. The DOJ lawyers met \
Port National Committee members, and PNC staff left.

The towers stand 40 meters apart. Velmar's exports to the United States came from the United States in parts. \
“The U.S. port is closed,” Karl Voss said.

Voss was backing calls by both crews to reopen the race before a public endorsement of his own. \
“Nobody asked the divers,” Brandt said, according to the Velmar Courier.

Voss asked Tom Hale to drop the inquiry on Friday. At the meeting on Saturday Hale refused to hold the pilots back. Brandt says too much is made of the letters of Voss. \
But Okoro said he backs the final plan, which includes money for pilots that was not in the draft of the council.

“Many were upset,” said Lena Moor, one of the first divers. The archive holds roughly 54,000 pages. The port earned $90 million in August.
"""


@pytest.fixture(scope="module")
def pier() -> Article:
    return summarizer.read_text(TEXT, "pier")


@pytest.mark.parametrize(
    "claim",
    [
        "The harbor authority said it couldn’t reopen the pier.",
        "The pilots cannot sail at night, and they will rest in the theater.",
        "The pilots can't sail at night, and they'll rest in the theatre.",
        "The harbour authority said it could not reopen the pier.",
        "Port officials are not skeptical of the offense.",
        "Port officials aren’t sceptical of the offence.",
        "The towers stand 40 metres apart.",
        "Ilse Brandt hasn't apologised for the rumours.",
        "The DOJ sued the port on Monday.",
        "The Department of Justice lawyers met Port National Committee members.",
        "The DOJ lawyers met PNC members, and PNC staff left.",
        "Velmar's exports to the U.S. came from the United States in parts.",
    ],
)
def test_a_contraction_or_another_spelling_changes_no_fact(claim: str, pier: Article) -> None:
    """House styles differ in them; a reader would call all of these what the article says."""
    checked = summarizer.check(claim, pier)
    assert checked.verdict == "supported", checked.problems


@pytest.mark.parametrize(
    "claim",
    [
        "Brandt said: “Nobody asked the divers.”",
        "Tom Hale refused to hold the pilots back.",
        "“Nobody asked the divers,” according to the Velmar Courier.",
        "He backs the final plan, which includes money for pilots that was not in the draft, according to Okoro.",
        "Too much is made of the letters of Voss, according to Brandt.",
        "Karl Voss was backing calls by both crews to reopen the race before a public endorsement of his own.",
    ],
)
def test_a_speaker_who_is_printed_beside_the_verb_is_not_refuted(claim: str, pier: Article) -> None:
    """Be it passed on by a paper, or with the first name that the article has elsewhere."""
    checked = summarizer.check(claim, pier)
    assert checked.verdict != "unsupported", checked.problems


@pytest.mark.parametrize(
    "claim",
    [
        "“We won’t sell the three cranes for $1.5 million,” said Ilse Brandt.",
        "“We will not sell the 3 cranes for $1.5m,” said Ilse Brandt.",
        "“It is not our favorite labor program,” said Tom Hale.",
        "“It isn't our favourite labour programme,” said Tom Hale.",
        "“The US port is closed,” Karl Voss said.",
    ],
)
def test_a_quotation_spelled_otherwise_is_in_doubt_and_not_refuted(claim: str, pier: Article) -> None:
    """It is not what the article prints between the marks, and yet the speaker's words."""
    checked = summarizer.check(claim, pier)
    assert checked.verdict == "doubtful", checked.problems
    assert [(f.kind, f.grave) for f in checked.findings] == [("quotation altered", False)]


@pytest.mark.parametrize(
    "claim",
    [
        "The harbor authority said it could reopen the pier.",
        "The pilots can sail at night, and they'll rest in the theater.",
        "“We will sell the three cranes for $1.5 million,” said Ilse Brandt.",
        "“We won't sell the four cranes for $1.5 million,” said Ilse Brandt.",
        "“We won't sell the three cranes for $1.6m,” said Ilse Brandt.",
        "“We couldn't sell the three cranes for $1.5 million,” said Ilse Brandt.",
        "“It's our favorite labor program,” said Tom Hale.",
        "“It isn't our favourite labour problem,” said Tom Hale.",
        "“The US port is closed,” Tom Hale said.",
        "Hale said: “Nobody asked the divers.”",
        "Karl Voss refused to hold the pilots back.",
        "Too much is made of the letters of Voss, according to Tom Hale.",
        "He backs the final plan, which includes money for pilots that was not in the draft, according to Lena Moor.",
        "The archive holds roughly 53,999 pages.",
        "The port earned $89,999,999 in August.",
        "Ilse Brandt was backing calls by both crews to reopen the race before a public endorsement of his own.",
        "Port officials are skeptical of the offence.",
        "The towers stand 40 miles apart.",
    ],
)
def test_another_word_stays_another_word(claim: str, pier: Article) -> None:
    """Only spelling is forgiven: no negation, no figure, no word, no speaker."""
    assert summarizer.check(claim, pier).verdict == "unsupported"


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("sceptical", "skeptical"),
        ("rumours", "rumors"),
        ("neighbourhoods", "neighborhood"),
        ("offences", "offense"),
        ("travelling", "traveling"),
        ("cancelled", "canceled"),
        ("analysed", "analyze"),
        ("authorised", "authorizes"),
        ("kilometres", "kilometers"),
        ("unrecognisable", "unrecognizable"),
    ],
)
def test_both_spellings_of_english_are_one_word(british: str, american: str) -> None:
    """Not only those of a list: what ends alike is spelled alike."""
    assert words.stem(british) == words.stem(american)


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("premise", "premium"), ("hour", "hor"), ("tour", "tor")]
)
def test_words_that_only_look_british_are_kept_apart(one: str, other: str) -> None:
    """A rule for endings must not make one word of two."""
    assert words.stem(one) != words.stem(other)
