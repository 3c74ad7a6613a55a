"""Names that were read wrong in notes of real pages, each in an invented sentence."""

from __future__ import annotations

import pytest

import summarizer
from tests.test_attribute import said

ABOUT = "The council of Otterby voted to raise the levy on Monday. "


def speakers(text: str) -> list[str | None]:
    return [speaker for speaker, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to a report in the Orme Leader, Ann Roe opened the bridge. The report says it cost a million.", "the report"),
        ("Prime Minister's Office said that the state would help the coast.", "Prime Minister's Office"),
        ("Leader of Opposition Y Harrow Finch said that the warnings came too late.", "Y Harrow Finch"),
        ("“The vote changes little,” wrote NBC's Orla Brenn on Monday.", "Orla Brenn"),
        ("Justices R V Deshpal and Ann Roe sat. “What was the hurry?” Justice Deshpal asked.", "R V Deshpal"),
        ("Many prominent Democrats have said that they will not come.", "many prominent Democrats"),
        ("“The market expects a recovery,” said a report from Orme Bank on Monday.", "a report from Orme Bank"),
        ("The bridge is unsafe, according to three sources who spoke.", "three sources"),
    ],
)  # fmt: skip
def test_a_name_comes_out_whole_and_nobody_elses(text: str, name: str) -> None:
    """Half a name, or more than was said by whom, misleads worse than a long one."""
    assert name in speakers(text)


def test_one_sign_or_the_other_is_one_name() -> None:
    """Pages mix both apostrophes, and a reader would find two people."""
    text = "Chief Officer James O’Dowd spoke. “Nobody is hurt,” O'Dowd said. “We are glad,” O’Dowd said."
    assert set(speakers(text)) == {"James O’Dowd"}


def test_the_senator_is_not_another_whom_the_article_calls_so() -> None:
    """There are many; who alone has been named in the paragraph may be meant, and then it stays open."""
    text = (
        "Bo Lee, the senator from Norland, attacked Tom Rudge at a rally on Monday.\n"
        "Tom Rudge stopped at his office in the afternoon. Walking in, the senator said that his campaign was closing strong."
    )
    assert "Bo Lee" not in [speaker for speaker, words in said(text) if "closing strong" in words]


def test_the_company_is_no_town() -> None:
    """“New York” is two words, and no company."""
    text = (
        "The New York prosecutor is looking into Orme Works after layoffs at Orme Works. The company confirmed that it "
        "had been asked for papers."
    )
    assert "New York" not in speakers(text)


def test_both_of_two_speak() -> None:
    """“Roe and Lee both said” is not Lee's alone."""
    text = "Ann Roe met Bo Lee on Monday. But Roe and Lee both stressed that the bridge was safe."
    assert "Roe and Lee" in speakers(text)


def test_whose_colleague_somebody_is_does_not_speak_for_him() -> None:
    """In “Day's colleague Bo Lee was blamed after he asked” the name that opens the sentence is not its subject."""
    text = "Cy Day and Bo Lee met. Cy Day's colleague Bo Lee was blamed by critics after he said that the vote was rigged."
    assert "Cy Day" not in speakers(text)


def test_a_clarification_says_nothing() -> None:
    """It is the paper's, whatever its capitals."""
    text = ABOUT + "\n\nANN ROE: We will go.\n\nCLARIFICATION: The first sentence was changed on Monday."
    assert "CLARIFICATION" not in speakers(text)


def test_a_family_name_in_front_is_the_person() -> None:
    """“Bae” alone behind “Bae Ji-won” was a second party."""
    text = "Bae Ji-won, the head of the union, spoke on Monday. “It was a hard year,” Bae said."
    assert set(speakers(text)) == {"Bae Ji-won"}


@pytest.mark.parametrize("name", ["Sun Bank", "Park Avenue Group", "Han River Authority"])
def test_only_people_have_a_family_name_in_front(name: str) -> None:
    """Banks, streets and rivers begin with such words too."""
    text = f"{name} closed its doors on Monday. “It was a hard year,” {name.split()[0]} said."
    assert name not in speakers(text)


def test_who_is_told_of_in_passing_has_not_been_speaking() -> None:
    """The worst of faults: the interviewed person's words in the mouth of the one he was asked about."""
    text = (
        "Bo Lee, the outgoing governor, gave an interview on Monday.\nAsked whether he was concerned that Tom Rudge, the nominee, who has called the flood a hoax, could be the next "
        "governor, Mr. Lee demurred.\n“I hope that whoever wins will be committed to the coast,” he said."
    )
    assert "Tom Rudge" not in [speaker for speaker, words in said(text) if "whoever wins" in words]


def test_behind_a_paragraph_about_others_a_pronoun_stays_open() -> None:
    """An obituary goes back to the dead, and the last to speak was a congresswoman."""
    text = (
        "Rep. Ann Roe said in a statement that Dr. Poole was the conscience of the coast.\n"
        "In addition to her daughter, survivors include a son, Tom Rudge of Otterby.\n"
        "In an interview she was asked how a reef sounds. “Like bacon frying in a pan,” she replied."
    )
    assert "Ann Roe" not in [speaker for speaker, words in said(text) if "bacon" in words]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The board agreed a plan of £3m for the bridge.", "decides"),
        ("The council agreed to lower the levy.", "decides"),
        ("Ann Roe agreed that the bridge was unsafe.", "believes"),
    ],
)
def test_to_agree_a_thing_is_to_settle_it_and_to_agree_that_it_is_so_is_to_think_so(
    text: str, kind: str
) -> None:
    article = summarizer.read_text(f"Bridge\n\nThe river in Orme was high on Sunday.\n\n{text}\n", "bridge")
    assert [said.kind for said in summarizer.attributions(article)] == [kind]
