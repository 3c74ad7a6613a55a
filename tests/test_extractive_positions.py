"""Where parties stand, without a model: what they do, what they say, and no guess where neither tells."""

from __future__ import annotations

import pytest

from summarizer import note, read_text, summarize, support
from summarizer.drafts import holders, wording

TITLE = "Otterby council votes to close the north bridge to lorries"
LEAD = "Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May."
FILL = (
    "The north bridge was built in 1931, and engineers found cracks in two of its beams in January. "
    "The closure was first put to the council in February, when a ban on lorries was put off."
)


def positions(*paragraphs: str) -> dict[str, note.Position]:
    text = "\n\n".join((TITLE, "By Cy Day", LEAD, FILL, *paragraphs))
    made = summarize(read_text(text, "otterby"), model="extractive").positions
    assert len({p.holder for p in made}) == len(made)
    return {p.holder: p for p in made}


@pytest.mark.parametrize(
    ("sentence", "holder", "stance", "issue"),
    [
        ("The Green Party backed the closure.", "Green Party", "supports", "closure"),
        ("The Haulage Union has long opposed the ban on lorries.", "Haulage Union", "opposes", "ban on lorries"),
        ("The Haulage Union, which has 400 members, voted against the closure.", "Haulage Union", "opposes", "closure"),
        ("The Green Party voted in favour of the closure.", "Green Party", "supports", "closure"),
        ("The Green Party abstained.", "Green Party", "neutral", TITLE),
        ("The Farmers' League split: four of its members voted with the mayor and two against.", "Farmers' League", "mixed", TITLE),
        ("Port Elland cancelled a fair in Otterby after the council voted over the closure.", "Port Elland", "opposes", "closure"),
    ],
)  # fmt: skip
def test_a_party_stands_where_its_own_act_puts_it(
    sentence: str, holder: str, stance: str, issue: str
) -> None:
    """The verb has the party for its subject and the matter for its object."""
    found = positions(sentence)
    assert (found[holder].stance, found[holder].issue) == (stance, issue)


@pytest.mark.parametrize(
    ("sentence", "stance", "issue"),
    [
        ("Ann Roe said: \"We have long called for a ban on lorries, and this is it.\"", "supports", "ban on lorries"),
        ("Ann Roe said she regretted the closure.", "opposes", "closure"),
        ("Ann Roe said she was very disappointed by the closure.", "opposes", "closure"),
        ("Ann Roe said the closure had come too late.", "opposes", "closure"),
        ("Ann Roe said the closure was unfair.", "opposes", "closure"),
        ("Ann Roe said the closure could not be more necessary.", "supports", "closure"),
        ("Ann Roe said the north bridge must be kept.", "supports", "north bridge"),
        ("Ann Roe said the closure must not go ahead.", "opposes", "closure"),
        ("Ann Roe said there must be a ban on lorries.", "supports", "ban on lorries"),
        ("Ann Roe said the council should scrap the closure.", "opposes", "closure"),
        ("Ann Roe called the closure a disgrace.", "opposes", "closure"),
        ("Ann Roe called for a ban on lorries.", "supports", "ban on lorries"),
        ("Ann Roe wants the council to repair the beams.", "supports", "council to repair the beams"),
        ("Ann Roe welcomed the closure but said it would not save the beams.", "mixed", "closure"),
    ],
)  # fmt: skip
def test_a_speaker_stands_where_the_words_put_her(sentence: str, stance: str, issue: str) -> None:
    """Subject, predicate and thing in their places; what is negated is turned round."""
    found = positions("Ann Roe is the mayor of Otterby.", sentence)
    assert (found["Ann Roe"].stance, found["Ann Roe"].issue) == (stance, issue)


@pytest.mark.parametrize(
    "sentence",
    [
        'Ann Roe said: "Otterby is in a good position to win the fair."',
        'Ann Roe said: "We needed that win."',
        'Ann Roe said: "I have to think about the closure."',
        "Ann Roe said she did not know whether the closure was unfair.",
        "Ann Roe said Otterby had a right to defend itself.",
        "Ann Roe declined to comment on the closure.",
        "Ann Roe rejected the accusations.",
        "Ann Roe hopes to reopen the bridge in May.",
        "Ann Roe was accused of backing the closure.",
        "Ann Roe's friends backed the closure.",
    ],
)
def test_no_stand_is_guessed(sentence: str) -> None:
    """Words of judgement, plans, denials and other people's acts are nobody's position on the matter."""
    assert "Ann Roe" not in positions("Ann Roe is the mayor of Otterby.", sentence)


def test_a_position_is_printed_without_what_only_hands_over() -> None:
    """The name stands before it, so “In a letter, she said:” tells the reader nothing."""
    found = positions(
        'Ann Roe is the mayor. In a letter to members, she said: "We support the closure of the bridge."'
    )
    assert found["Ann Roe"].text == "“We support the closure of the bridge.”"


def test_what_points_at_nothing_is_no_issue() -> None:
    """“Opposes · the move” is understood by nobody; near the top it is what the headline tells."""
    found = positions("Ann Roe said the move was a mistake.")
    assert (found["Ann Roe"].stance, found["Ann Roe"].issue) == ("opposes", TITLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Roe had backed the closure.",
        "Ann Roe would oppose the closure.",
        "Ann Roe has not endorsed the closure.",
        "Ann Roe does not oppose the closure.",
        "Ann Roe initially backed the closure.",
        "Ann Roe supported the closure in 2019.",
        "Ann Roe supports the closure if the beams are repaired.",
        "If elected, Ann Roe backs the closure.",
        "The mayor's remarks suggest that Ann Roe opposes the closure.",
        "Ann Roe, Cy Poole notes, backed the closure.",
        "Ann Roe's support for the closure rose by four points.",
        "Ann Roe criticised Cy Poole.",
        "Ann Roe accused the council of hating lorries.",
        "Ann Roe wants no closure.",
        "Ann Roe backs efforts to end the closure of the road.",
        'Ann Roe said: "We backed the closure in those days."',
        'Ann Roe said: "The closure is a disaster for Cy Poole."',
        "Ann Roe called for the closure, now a year old, to be lifted.",
    ],
)
def test_what_is_not_plainly_said_is_refused(sentence: str) -> None:
    """Past before the past, doubted, wished, told by others, taken back, or about somebody: no stand is shown."""
    assert "Ann Roe" not in positions("Ann Roe is the mayor of Otterby. Cy Poole is a baker.", sentence)


def test_a_position_begins_with_no_pronoun() -> None:
    """The name in square brackets stands for the pronoun, and is marked as not the article's word there."""
    found = positions(
        "Ann Roe is the mayor.",
        "In a letter on the beams that she sent to all of the members, Ann Roe said she supported the closure.",
    )
    assert found["Ann Roe"].text.startswith(("In a letter", "[Ann Roe] supported"))
    assert wording._named("She supported it.", "Ann Roe") == "[Ann Roe] supported it."


@pytest.mark.parametrize(
    ("name", "speaks"),
    [
        ("Ann Roe", True),
        ("the bank", True),
        ("One trader at a foreign bank", True),
        ("a new poll", True),
        ("Hauliers", True),
        ("Here", False),
        ("Perhaps", False),
        ("NEW DELHI", False),
        ("Rainfall occurs everywhere", False),
        ("Roe's only path", False),
        ("two people who", False),
        ("an old favourite - others", False),
    ],
)
def test_words_are_shown_as_those_of_people_bodies_and_papers(name: str, speaks: bool) -> None:
    """No adverb, dateline or piece of a sentence says anything."""
    index = support.index_of(read_text("\n\n".join((TITLE, LEAD, FILL)), "otterby"))
    assert holders.says(name, index) == speaks


def test_a_spokesman_stands_behind_the_party_he_speaks_for() -> None:
    """An editor reads the two as one side."""
    found = positions(
        "The Green Party backed the closure.",
        "Hauliers opposed the closure.",
        "Di Fenn, leader of the Green Party, said the closure could not be more necessary.",
    )
    holders = list(found)
    assert holders.index("Di Fenn") == holders.index("Green Party") + 1
