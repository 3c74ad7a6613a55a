"""Who is meant by a name with a nickname in it, by two names, by a pronoun that goes on, by "the president"."""

from __future__ import annotations

import pytest

from summarizer import attributions, read_text
from summarizer.attribute import names
from tests.test_attribute import said


def speakers(text: str) -> list[str | None]:
    """The speakers of a planted text, in its order."""
    return [speaker for speaker, _ in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Her attorney, Robert “Chip” Callahan, called the verdict “a message to hospitals.”",
        "“We will win in the end,” said Robert “Chip” Callahan.",
        "Robert “Chip” Callahan was in court. Callahan said the judge had erred.",
    ],
)
def test_a_nickname_in_marks_does_not_cut_a_name(text: str) -> None:
    """Else half the name would be printed as the speaker, and its marks taken for a quotation."""
    assert speakers(text) == ["Robert “Chip” Callahan"]


@pytest.mark.parametrize(
    "text",
    ["In “Jaws” Roe saw a warning.", "They sang “Yesterday” Tuesday.", "The song “Yesterday” moved Ann Roe."],
)
def test_a_title_or_a_word_in_marks_is_no_nickname(text: str) -> None:
    """What is quoted stays a quotation."""
    assert not list(names.nicknames(text))


def test_two_people_who_say_one_thing_both_say_it() -> None:
    """With one of them left out the other would stand alone for it."""
    text = (
        "Ann Roe, the mayor, and Bo Lee, the treasurer, spoke on Friday.\n"
        "Roe and Lee said that the bridge would close."
    )
    assert speakers(text) == ["Roe and Lee"]


def test_who_continues_is_not_somebody_silent_whom_the_paragraph_is_about() -> None:
    """Her name stands there, and "she continued" is often given to the woman an article is about."""
    text = (
        "Ms. Dora Finch, her rival, said: “We were ready.”\n"
        "Mrs. Clara Holt lost the vote to Ms. Finch in May. She continued: “We had the better plan.”"
    )
    assert speakers(text) == ["Dora Finch", None]


def test_the_president_is_the_one_called_so_rather_than_one_of_something() -> None:
    """A bare role is a bare title's."""
    text = (
        "President Ann Roe met hauliers on Monday.\n"
        "Bo Lee, the president of the Farm Bureau, said the levy was unfair.\n"
        "The president said the levy would stay."
    )
    assert speakers(text)[-1] == "Ann Roe"


def test_it_in_a_clause_behind_which_is_what_its_sentence_is_about() -> None:
    """Not what spoke last."""
    text = (
        "The ministry said in a statement that a helicopter was down.\n"
        "The Orme Front, however, claimed the attack, which it said was a warning."
    )
    assert "Orme Front" in (speakers(text)[-1] or "")


def test_a_company_with_inc_behind_it_does_not_hide_its_officer() -> None:
    """The name stands before the post."""
    text = "Bo Lee, Vice President of Sales for Orme, Inc., says: “Demand is high this year.”"
    assert speakers(text) == ["Bo Lee"]


def test_a_quotation_over_two_sentences_is_begun_at_its_mark() -> None:
    """Half of it would be printed else."""
    text = (
        '"The mayor wants a bigger deal. Bigger than the little deal" announced in May, said Ann Roe, '
        "a scholar with the Harbour Institute in Otterby."
    )
    assert [content.startswith('"The mayor wants') for _, content in said(text)] == [True]


def test_a_councillor_by_title_and_by_role_is_one() -> None:
    """Cllr is how local papers print the title."""
    text = "Ward councillor Bev Marsh said she had warned them.\nCllr Marsh said the gate was open."
    assert speakers(text) == ["Bev Marsh", "Bev Marsh"]


def test_a_player_by_position_is_the_one_who_has_just_spoken() -> None:
    """Sport reports vary the name; with a second player named it may be either."""
    one = "Marcus Eke said the room was flat. The midfielder told reporters: “We switched off twice.”"
    two = "Marcus Eke said Dean Tobin was flat. The midfielder told reporters: “We switched off twice.”"
    assert speakers(one) == ["Marcus Eke", "Marcus Eke"]
    assert speakers(two)[-1] == "the midfielder"


def test_what_the_article_calls_which_is_nobody_that_he_or_she_can_mean() -> None:
    """A label with two capitals reads like a name."""
    text = (
        "Clara Finch left Big Anvil, which was sold in May.\n"
        "Big Anvil said the songs were sold. She said the songs were hers."
    )
    assert "Big Anvil" not in speakers(text)[1:]


@pytest.mark.parametrize(
    "text",
    [
        "OTTERBY: The council closed the north bridge to lorries.\nFerries will run every ten minutes.\nWork begins in May.",
        "DEAR ANN: My sister owns the bridge.\nShe will not let me cross it.\nIt has been a year.",
        "Academy junior Ann Roe added to her collection of titles on Monday.",
        "The club added two players to its squad.",
        "Is it fair to say that the bridge is neither as bad as feared, nor as good as hoped?",
        "The band will stop at Otterby, CA for a hometown show on September 12.",
    ],
    ids=["dateline", "letter", "added to", "added two", "question", "a show"],
)
def test_what_only_looks_like_a_speaker_is_none(text: str) -> None:
    """A place, an addressee, somebody who does something, and a verb that asks."""
    assert set(speakers(text)) <= {None}


@pytest.mark.parametrize(
    ("phrase", "speaker", "role"),
    [
        ("Norland's ambassador to Brack Point Tom Hale", "Tom Hale", "Norland's ambassador to Brack Point"),
        ("China's ambassador to Norland Liu Marn", "Liu Marn", "China's ambassador to Norland"),
        ("Minister for Health Ann Roe", "Ann Roe", "Minister for Health"),
        ("Ann Roe on Monday", "Ann Roe", None),
        ("Ann Roe also", "Ann Roe", None),
        ("The Otterby Council on Friday morning", "Otterby Council", None),
        ("A poll released on Monday", "a poll released on Monday", None),
    ],
)
def test_what_an_office_is_to_and_when_it_was_said_are_no_part_of_the_name(
    phrase: str, speaker: str, role: str | None
) -> None:
    article = read_text(f"Pier row\n\n{phrase} said that the pier would close.\n", "pier")
    (said,) = attributions(article)
    assert (said.speaker, said.role) == (speaker, role)


@pytest.mark.parametrize(
    ("first", "then", "speaker"),
    [
        ("The Otterby Bay Gazette", "The Gazette", "Otterby Bay Gazette"),
        ("The Norland Fishing Council", "The Council", "Norland Fishing Council"),
        ("The White House", "The House", "House"),
        ("The Norland Times and the Orme Times", "The Times", "Times"),
    ],
)
def test_a_body_with_the_and_its_last_word_is_the_one_whose_name_ends_so(
    first: str, then: str, speaker: str
) -> None:
    """Not where two end so, and a house, a street or a city of that name is another."""
    article = read_text(
        f"Pier row\n\n{first} wrote of a fire. {then} said that the pier would close.\n", "pier"
    )
    assert [said.speaker for said in attributions(article)][-1] == speaker


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Ann Roe, a senior fellow at the Orme Institute,", "senior fellow at the Orme Institute"),
        ("Ann Roe, a creative writing professor,", "creative writing professor"),
        ("Ann Roe, a Norland pollster working for Orme Bank,", "Norland pollster working for Orme Bank"),
        ("Ann Roe, a retired four-star general,", "retired four-star general"),
        ("Ann Roe, a lifelong Republican,", "lifelong Republican"),
        ("Ann Roe, the first time in years,", None),
        ("Ann Roe, the state debate in Brack Point,", None),
        ("Ann Roe, the Orme senator suspended his campaign,", None),
        ("Orme pollster Ann Roe", "Orme pollster"),
    ],
)
def test_a_role_is_what_somebody_can_be(told: str, role: str | None) -> None:
    """What stands between commas behind a name is often the next thing told, and no role."""
    article = read_text(f"Pier row\n\n{told} said that the pier would close.\n", "pier")
    assert [said.role for said in attributions(article) if said.speaker == "Ann Roe"] in ([role], [])
    assert role is None or [said.speaker for said in attributions(article)] == ["Ann Roe"]


@pytest.mark.parametrize(
    "piece", ["It’s also worth noting", "He’d fallen in love with a script", "There’s a chance"]
)
def test_a_piece_of_a_sentence_is_nobody(piece: str) -> None:
    article = read_text(f"Pier row\n\n{piece} that the pier said would close, Ann Roe said on Monday.\n", "p")
    assert not any((said.speaker or "").startswith(piece[:4]) for said in attributions(article))


def test_the_pentagon_is_not_whose_name_ends_so() -> None:
    text = (
        "Orme Pentagon correspondent Ann Roe wrote that the base was shut. The Pentagon said it stood open."
    )
    assert speakers(f"{text}\n") == ["Ann Roe", "the Pentagon"]


def test_who_is_named_in_what_a_sentence_opens_with_is_not_its_he() -> None:
    text = "Governor Tom Hale lost his temper on Monday. Campaigning against Bo Lee in May, he said the pier was safe."
    assert "Bo Lee" not in speakers(f"{text}\n")


def test_the_state_is_not_its_secretary() -> None:
    text = "Ann Roe, the secretary of state, signed the order on Monday. The state said the pier would close."
    assert speakers(f"{text}\n") == ["the state"]


def test_the_statement_is_whose_it_was_said_to_be() -> None:
    text = "Two sailors died on Monday, the Norland navy said in a statement. “The cause is not known,” the statement said."
    assert speakers(f"{text}\n") == ["the Norland navy"] * 2
    assert speakers("The cause is not known, the statement said on Monday.\n") == ["the statement"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Doctors treating Bo Lee", "Doctors treating Bo Lee"),
        ("Orme Harbour and her team", "Orme Harbour and her team"),
        ("Managing director Bo Lee", "Bo Lee"),
    ],
)
def test_whom_somebody_treats_is_not_who_speaks_and_a_team_is_somebodys(source: str, speaker: str) -> None:
    assert speakers(f"{source} said that the pier would close in May.\n") == [speaker]
