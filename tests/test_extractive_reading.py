"""What a reader who holds a note beside its article would object to, each case in an invented page."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.drafts import labels, leaning, voice
from summarizer.note import Claim
from tests.test_attribute import article
from tests.test_extractive_lines import CRACKS, FILLER, LEAD


def claims(*paragraphs: str) -> list[Claim]:
    """The claims of planted paragraphs below a lead that says nothing of theirs."""
    return list(
        summarize(article("\n".join((LEAD, CRACKS, *FILLER, *paragraphs))), model="extractive").claims
    )


def texts(*paragraphs: str) -> list[str]:
    return [f"{claim.speaker}: {claim.text}" for claim in claims(*paragraphs)]


def lines(*paragraphs: str) -> list[str]:
    made = summarize(article("\n".join((LEAD, *paragraphs))), model="extractive")
    return [line.text for line in made.summary]


def test_what_was_said_is_not_cut_before_its_but() -> None:
    """“The beams have held this week.” alone would be good news, and it was none."""
    made = texts(
        "Engineer Bo Lee said the beams of the bridge have held this week, but nobody may drive over them."
    )
    assert any("but nobody may drive over them" in text for text in made)
    assert not any(text.endswith("held this week.") for text in made)


def test_what_others_hold_is_no_part_of_what_somebody_said() -> None:
    """“Eve Poole says: The bridge is needed, while Mayor Ann Roe is against it” gives her the reporter's words."""
    made = texts(
        "Councillor Eve Poole said the second bridge is needed in Otterby, while Mayor Ann Roe is against it."
    )
    assert "Eve Poole: The second bridge is needed in Otterby." in made


def test_what_the_speaker_does_next_was_not_said() -> None:
    """“… and advised trawlers to stay in port” is told of the forecaster."""
    made = texts(
        "Mayor Di Fenn said heavy rain would go on for two days over Otterby and advised trawlers to stay in port."
    )
    assert "Di Fenn: Heavy rain would go on for two days over Otterby." in made


def test_who_is_told_is_no_part_of_it() -> None:
    """“Says: Engineers she wants a second bridge.” was a note's claim."""
    made = texts("Mayor Ann Roe has told Otterby engineers she wants a second bridge by the end of 2031.")
    assert "Ann Roe: She wants a second bridge by the end of 2031." in made


def test_half_a_sentence_behind_an_and_is_no_claim() -> None:
    """“And easing the “pain” of drivers.” was never said."""
    made = texts(
        "The ferry will be cheaper, as one driver told the council, and easing the “pain” that people of Otterby feel."
    )
    assert not any("and easing" in text.lower() for text in made)


def test_a_that_which_points_is_no_conjunction() -> None:
    """“Believes: Threshold will be reached” leaves out which."""
    made = texts("Engineer Bo Lee believes that threshold will be reached in Otterby by the end of 2031.")
    assert not any(text.startswith("Bo Lee: Threshold") for text in made)


def test_a_clause_and_the_sentence_behind_it_are_parted() -> None:
    """A stop is missing in “it would close “We are sorry””."""
    made = texts(
        "The owner of the ferry will close it in May, Eve Poole says. “We are sorry for everybody in Otterby,” she says."
    )
    assert not any(" “We" in text and ". “We" not in text for text in made if ": “" not in text)


def test_two_apostrophes_are_printed_as_marks() -> None:
    """Some papers set them so; in a note beside others they look like a slip."""
    made = texts("Engineer Bo Lee called the north bridge of Otterby ''a danger to all'' on Friday.")
    made += texts("Engineer Bo Lee said the north bridge of Otterby was ''a danger to all'' who crossed it.")
    assert made
    assert not any("''" in text for text in made)


def test_a_widows_he_is_another() -> None:
    """Behind her name “He had planned …” would speak of nobody."""
    made = texts(
        "His widow, Eve Poole, said he had planned to open a restaurant by the river in spring.",
        "“He worked every night in Otterby for all of us,” she said.",
    )
    assert not any(text.startswith("Eve Poole: He had planned") for text in made)


def test_what_hangs_on_another_sentence_gives_way() -> None:
    """Beside four claims that stand by themselves nobody wants “the firm would use that experience”."""
    whole = (
        "Bo Lee said the closure would cost hauliers of the coast a million crowns a year.",
        "Eve Poole said the ferry carries no more than forty lorries an hour in winter.",
        "Di Fenn said the south bridge was built for cyclists and carries no lorries.",
        "Cy Day said the council of Otterby had known of the cracks since the summer.",
    )
    made = texts(*whole, "Al Orme said the company would use that experience in the harbour.")
    assert not any("that experience" in text for text in made)


def test_who_can_ask_has_not_asked() -> None:
    """“A quarter of the members can ask for a vote” is the rule book's."""
    made = claims(
        "A quarter of the members can ask the whole council of Otterby to vote on the second bridge."
    )
    assert not any(claim.speaker for claim in made if "to vote on" in claim.text)


def test_what_one_hopes_somebody_will_say_was_not_said() -> None:
    """A letter's “I hope Norland says, “Thank you”” was a claim of Norland's."""
    made = claims(
        "It would be good to see an end. We hope in June Norland says, “Thank you for a lifetime of service.”"
    )
    assert not any(claim.speaker == "Norland" for claim in made)


def test_a_source_that_begins_in_its_midst_makes_no_claim() -> None:
    """“Fiercest opponents of the bridge” are leaders who have been some of them."""
    made = claims(
        "Coastal leaders who have been some of the fiercest opponents of the bridge have taken it up, warning that the "
        "ferry of Otterby will soon be too small for all the lorries."
    )
    assert not any((claim.speaker or "").lower().startswith("fiercest") for claim in made)


@pytest.mark.parametrize(
    "text",
    [
        "The Otterby Briefing newsletter delivers the best of the week's reading.",
        "The Bridge Podcast is produced weekly through the summer.",
        "Clarification: The first sentence now says that the plan is Roe's.",
        "Follow Harbourbeat on all the usual networks.",
        "Listen to Harbourbeat live at noon and at five.",
        "(We never did settle on one, unlike the towns down the river.)",
        "Remember what we know about this bridge.",
        "Write to the Otterby Echo, P.O. Box 12, Otterby.",
        "― Eve A. Poole Martinez.",
        "repeatedly promised to build a second bridge at the mouth of the river.",
    ],
)
def test_what_an_outlet_says_of_itself_or_to_its_reader_is_no_line(text: str) -> None:
    """It praises, corrects or chats, and tells nothing of the news."""
    assert labels.is_label(text, len(text.split()), 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "The newsletter of the fishermen's union called for a strike on Friday.",
        "You may not drive over the north bridge after the first of May, the council ruled.",
        "The podcast was banned in Norland after two episodes about the minister.",
        "iPhones sold out in Otterby within a day of the flood.",
    ],
)
def test_news_of_a_podcast_or_to_a_driver_stays(text: str) -> None:
    """Only what it says of itself goes."""
    assert not labels.is_label(text, len(text.split()), 1.0)


def test_who_the_author_is_stands_at_the_end_and_is_no_line() -> None:
    """A reporter who is the news stands further up."""
    bio = "Cy Day is the harbour columnist for the Otterby Echo and a host on Radio Orme."
    assert not any(bio in line for line in lines(CRACKS, *FILLER, bio))


def test_a_line_keeps_the_short_sentence_that_turns_it() -> None:
    """“The mayor thought voters of Otterby would keep the bridge.” alone says the opposite of the news."""
    turn = "Mayor Ann Roe thought voters would keep the north bridge of Otterby open to lorries. Instead, they closed it."
    made = lines(CRACKS, turn, *FILLER)
    assert not any(line.endswith("open to lorries.") for line in made)


@pytest.mark.parametrize(
    "text",
    [
        "Just three of the crew survived the fire.",
        "Play was halted at noon by rain.",
        "Think tanks have warned of a new crisis.",
        "Picture quality was poor on most of the phones.",
        "1) The council is to close the bridge.",
    ],
)
def test_news_that_begins_like_talk_is_told(text: str) -> None:
    """A short sentence is no order to the reader for its first word, and a list has its bracket."""
    assert not labels.is_label(text, len(text.split()), 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "Just imagine the noise.",
        "Just a distraction!",
        "Think of the children.",
        "Play along with us.",
        "later) it fell.",
    ],
)
def test_talk_with_the_reader_tells_nothing(text: str) -> None:
    assert labels.is_label(text, 5, 1.0)


def test_what_stands_inside_a_quotation_of_a_paragraph_is_no_line() -> None:
    """Nobody would know that somebody says so."""
    quoted = '"The north bridge was a mistake. The council of Otterby wants to ban lorries. I will fight it to the end."'
    assert not any("wants to ban lorries" in line for line in lines(CRACKS, quoted, *FILLER))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("HARBOURTON, N.L. ― The bridge fell on Monday.", "The bridge fell on Monday."),
        ("Otterby, NY – The bridge fell on Monday.", "The bridge fell on Monday."),
        ("THE WAY OUT Plenty of drivers take the ferry.", "Plenty of drivers take the ferry."),
        ("NASA ESA Director Ann Roe said no.", "NASA ESA Director Ann Roe said no."),
    ],
)
def test_datelines_and_headings_that_run_in_are_left_off(text: str, left: str) -> None:
    """They belong to the page, not to the sentence."""
    assert leaning.trimmed(text) == left


def test_a_place_before_the_first_sentence_is_left_off_where_things_happen_in_it() -> None:
    """“Lundhaven: At least …” is a dateline; “Roe: We will …” is not, for nobody is in Roe."""
    made = summarize(
        article(
            "Lundhaven: At least eleven people were killed when a storm crossed the coast early on Monday.\n"
            "Seven of them died in Lundhaven, where a wall fell on a shed.\n" + "\n".join(FILLER)
        ),
        model="extractive",
    )
    assert made.summary[0].text.startswith("At least eleven people")


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I hope the council thinks again.", True),
        ("As I said in March, the bridge is old.", True),
        ("World War I was fought on the river.", False),
        ("“I will go,” Ann Roe said.", False),
        ("Ann Roe told me that the bridge would close.", False),
    ],
)
def test_a_line_in_the_first_person_is_known(text: str, own: bool) -> None:
    """Behind “Summary” nobody knows who “I” is."""
    assert voice.first_person(text) is own


@pytest.mark.parametrize(
    "text",
    [
        "In their view, the bridge can be kept.",
        "Beyond that, the council has kept the list secret.",
        "Somewhere in there, she spoke of the ferry.",
    ],
)
def test_what_goes_on_from_a_sentence_leans(text: str) -> None:
    """Whose view it is, and beyond what, stands before."""
    assert leaning.leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The firm would use that experience in its boats.",
        "Ann Roe sent a similar message before the vote.",
        "The councillor supports the idea.",
    ],
)
def test_what_has_not_been_named_dangles(text: str) -> None:
    """Its reader asks which."""
    assert leaning.dangles(text)
    assert not leaning.dangles(
        "The ferry makes a similar trip to the old one, and says that experience counts."
    )
