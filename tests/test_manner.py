"""Language, reader and house style: asked for in the prompt, checked on the note, and said where they cannot be."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from summarizer import manner, stages, summarize
from summarizer.errors import UsageError
from summarizer.settings import Settings
from tests.injections import PAYLOADS, Obedient
from tests.test_windows import report_of

FRENCH = (
    "Le conseil a voté la fermeture du pont et les camions ne passent plus dans la ville, selon le maire."
)
ENGLISH = "The council voted to close the bridge and lorries no longer pass through the town, the mayor said."


def style(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "style.toml"
    file.write_text(text, encoding="utf-8")
    return file


def departures(texts: tuple[str, ...], wanted: manner.Manner, article: str = "") -> tuple[str, ...]:
    return manner.departures(texts, wanted, article, worded=True)


def test_what_is_wished_for_goes_into_the_prompt(tmp_path: Path) -> None:
    """A wish that the model never reads cannot be kept."""
    file = style(tmp_path, 'avoid = ["going forward"]\ninstead = {utilise = "use"}\nlongest_sentence = 20\n')
    chosen = Settings(model="openai:m", api_key="none", language="French", audience="a minister", style=file)
    asking = stages.prepare(report_of(4), chosen).asking
    assert asking is not None
    told = asking.request("m").messages[-1].content
    assert "- Write every text and issue in French." in told
    assert "The reader is a minister." in told
    assert "Do not use these words: going forward." in told
    assert "Write 'use' and not 'utilise'." in told
    assert "No sentence has more than 20 words." in told


def test_the_note_says_which_language_was_wished_for() -> None:
    """Who renders it, or reads it aloud, has to know; in the article's own language there is nothing to say."""
    drafted = Obedient(PAYLOADS[0])
    for language, said in (("French", "fr"), (None, None)):
        chosen = Settings(model="openai:m", api_key="none", language=language)
        prepared = stages.prepare(report_of(4), chosen)
        assert prepared.asking is not None
        ran = asyncio.run(stages.ask(prepared.asking, drafted, chosen))

        assert stages.finish(prepared, chosen, ran).provenance.language == said


def test_nothing_wished_for_is_said_to_be_so() -> None:
    """The variable is never empty: an empty line invites a small model to fill it."""
    assert manner.UNASKED.told() == "none"
    assert not manner.UNASKED


def test_a_note_in_another_language_than_asked_for_is_told() -> None:
    """Small models fall back into the article's language; a reader must not have to find out."""
    wanted = manner.manner("fr", None, None)
    assert departures((ENGLISH,), wanted) == ("the note was asked for in French and reads as English",)
    assert departures((FRENCH,), wanted) == ()


def test_a_language_that_cannot_be_told_is_not_called_checked() -> None:
    wanted = manner.manner("sv", None, None)
    assert departures((ENGLISH,), wanted) == ("whether the note is in Swedish could not be checked",)


def test_an_abbreviation_the_article_spells_out_is_missed_for_a_reader() -> None:
    """What a minister is not told is what the letters stand for; those nobody spells out are known to all."""
    wanted = manner.manner(None, "a minister", None)
    article = "The National Harbour Board met the BBC on Monday. The NHB said it would pay."
    assert departures(("The NHB will pay, the BBC reports.",), wanted, article) == (
        "NHB is not spelled out (National Harbour Board)",
    )
    assert departures(("The National Harbour Board (NHB) will pay.",), wanted, article) == ()


def test_a_house_style_is_counted_word_by_word(tmp_path: Path) -> None:
    file = style(tmp_path, 'avoid = ["very"]\ninstead = {utilise = "use"}\nlongest_sentence = 6\n')
    wanted = manner.manner(None, None, file)
    found = departures(("They utilise a very, very long bridge there.", "Utilised it is."), wanted)
    assert found == (
        "house style: 'very' is used 2 times",
        "house style: 'utilise' is used 1 time; write 'use'",
        "house style: 1 item has more than 6 words (up to 8)",
    )


def test_a_style_in_plain_text_is_sent_and_said_to_be_unchecked(tmp_path: Path) -> None:
    """An editor's page of rules is welcome; that nothing here can hold a note against it is told."""
    file = style(tmp_path, "# House style\n\n- Per cent, not %.\n- No adjectives.\n")
    wanted = manner.manner(None, None, file)
    assert wanted.told() == "- House style\n- Per cent, not %.\n- No adjectives."
    assert departures(("It rose.",), wanted) == (
        "the house style is plain text: it was asked for and not checked",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 1\n", "unknown key 'colour'"),
        ("avoid = [1]\n", "wrong type"),
        ('instead = ["a"]\n', "wrong type"),
        ('longest_sentence = "ten"\n', "wrong type"),
        ("rules = [" + '"Write as the desk does and never otherwise.", ' * 60 + "]\n", "characters of rules"),
    ],
    ids=["unknown key", "list of numbers", "list for a table", "text for a number", "a whole book"],
)
def test_a_style_file_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        manner.read_style(style(tmp_path, text))


def test_an_unknown_language_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageError, match="unknown language 'klingon'") as caught:
        manner.manner("klingon", None, None)
    assert "fr" in str(caught.value.hint)


def test_without_a_model_a_wish_is_said_to_have_no_effect() -> None:
    """The article's own words are in the article's own language."""
    note = summarize(report_of(4), settings=Settings(language="fr"))
    assert any("these are the article's own words" in warning for warning in note.warnings)
