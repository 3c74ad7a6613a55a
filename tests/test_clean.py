"""Cleaning: what a careful reader would call the article stays, everything else goes with its reason."""

from __future__ import annotations

import pytest

from summarizer import clean
from summarizer.errors import SourceError
from tests.newspage import BODY, PAGE


def marked(raw: str) -> list[tuple[str, str]]:
    """What became of every piece of `raw`, in order: its text and why it was cut, "" where it stays."""
    made = clean.clean(raw)
    pieces = [(span.start, span.end, "") for span in made.paragraphs]
    pieces += [(cut.start, cut.end, cut.reason) for cut in made.cuts]
    return [(raw[start:end], reason) for start, end, reason in sorted(pieces)]


def kept(raw: str) -> list[str]:
    return [text for text, reason in marked(raw) if not reason]


def test_a_page_is_parted_from_its_article_with_a_reason_for_each_cut() -> None:
    assert marked("\n\n".join(text for text, _ in PAGE)) == PAGE


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\u2028"], ids=repr)
def test_line_ends_of_every_kind_part_lines(joint: str) -> None:
    """Browsers, editors and systems disagree on line ends; the article does not."""
    assert marked(joint.join(text for text, _ in PAGE)) == PAGE


def test_what_is_cut_from_the_head_is_kept_as_metadata() -> None:
    made = clean.clean("\n\n".join(text for text, _ in PAGE))
    assert made.title == "Selm closes its bridge after cracks are found"
    assert made.byline == ("Nell Garrow", "Bo Lund")
    assert str(made.published) == "2031-06-05 19:42:00"
    assert str(made.updated) == "2031-06-06 08:05:00"
    assert made.language == "en"


@pytest.mark.parametrize("count", [1, 3, 4])
def test_plain_prose_comes_through_whole(count: int) -> None:
    raw = "\n\n".join(BODY[:count])
    assert kept(raw) == BODY[:count]
    assert clean.clean(raw).title is None


def test_lines_broken_at_one_width_are_joined_to_paragraphs() -> None:
    raw = (
        "The council of Selm voted on Monday night to close the bridge over the\n"
        "river because engineers had found cracks in two of its pillars, the\n"
        "mayor, Ann Roe, said.\n\n"
        '"We will wait for the money," she told reporters after the meeting,\n'
        'which lasted for six hours. "We have no choice."\n\n'
        "The bridge was built in 1931 and carries 20,000 cars a day, according\n"
        "to the council. It will be closed from May.\n"
    )
    assert [" ".join(text.split()) for text in kept(raw)] == [
        " ".join(part.split()) for part in raw.split("\n\n")
    ]
    assert "joined" in clean.clean(raw).notices[0]


INSIDE = {
    "short quotations": ["“No.”", "“Never?”", "“Not while I am mayor.”"],
    "one-word paragraph": ["Silence."],
    "subheading": ["What happens next"],
    "bulleted list": ["- A second line", "- Two generators in every hospital", "- Radios for the police"],
    "announced list": [
        "The plan has three points:",
        "A second line",
        "Two generators",
        "Radios for the police",
    ],
    "verse": [
        "The poem that was read at the opening begins:",
        "O river under iron",
        "O iron over air",
        "the gulls go home to Elland",
        "and nobody is there",
    ],
    "figures": [
        "The parties won these shares:",
        "Harbour Party: 41.2%",
        "Greens: 22.0%",
        "Labour League: 18.9%",
    ],
    "dates": [
        "The band will play in these towns:",
        "3 June - Selm, Opera House",
        "4 June - Marl, Town Hall",
        "9 June - Elland, The Docks",
    ],
    "lines without a full stop": [
        "For the record, in the order of the debate",
        "and as the clerk wrote it down",
    ],
    "questions and answers": ["When did you know?", "When the hospital rang.", "Will you resign?", "No."],
}


@pytest.mark.parametrize("lines", INSIDE.values(), ids=INSIDE.keys())
def test_what_looks_like_noise_in_an_article_stays(lines: list[str]) -> None:
    """Length and full stops tell little: a third of all article lines lack one or the other."""
    head, tail = [text for text, _ in PAGE[:7]], [text for text, _ in PAGE[17:]]
    article = [*BODY[:3], *lines, BODY[3]]
    assert kept("\n\n".join([*head, *article, *tail])) == article


def test_entries_of_a_live_page_stay_and_their_times_go() -> None:
    entries = [
        "Power is back in the north of the city, the operator says.",
        "The mayor has asked people to stay at home until noon.",
        "Two trees have fallen on the line between Selm and Marl. Nobody was hurt.",
        "Good morning. This is our live page about the storm that hit the coast in the night.",
    ]
    times = ["10:15", "10:02", "09:40", "09:15"]
    lines = [line for pair in zip(times, entries, strict=True) for line in pair]
    assert kept("\n".join(["Storm live: thousands without power", *lines])) == entries


@pytest.mark.parametrize(
    ("page", "body"),
    [
        (
            "Startseite\nPolitik\nRat schließt Brücke über die Selm\nVon Anna Roth\n5. Juni 2031\n"
            "Der Rat der Stadt hat am Montag beschlossen, die Brücke über die Selm zu schließen.\n"
            "„Wir haben keine Wahl“, sagte die Bürgermeisterin. „Die Pfeiler sind gerissen.“\n"
            "Die Brücke wurde 1931 gebaut und trägt 20.000 Autos am Tag.\n"
            "Teilen\nKommentare\nMehr zum Thema\nHund rettet Jungen\nImpressum\nDatenschutz",
            slice(5, 8),
        ),
        (
            "ホーム\nニュース\n橋を閉鎖へ、市議会が決定\n2031年6月5日 10時15分\n"
            "セルム市議会は月曜日、川にかかる橋を閉鎖することを決めた。\n"
            "市長は「柱に亀裂が見つかった。ほかに方法はない」と述べた。\n"
            "橋は1931年に建設され、1日2万台の車が通る。\n関連記事\n犬が少年を救う\nシェア\nコメント",
            slice(4, 7),
        ),
    ],
    ids=["German", "Japanese"],
)
def test_other_languages_are_cleaned_too(page: str, body: slice) -> None:
    assert kept(page) == page.splitlines()[body]
    assert clean.clean(page).published is not None


def test_full_sentences_and_headlines_in_turn_after_the_end_are_not_the_article() -> None:
    """Captions with full stops among headlines without: what once became twenty-five false claims."""
    others = [
        "A statue of a herring was taken from the fish market.",
        "Police hunt gang who stole two-tonne herring",
        "Dame Hester Loy has died at the age of 91.",
        "Dame Hester Loy, voice of the shipping forecast, dies aged 91",
        "Coach quits by text message after worst tournament in forty years",
        "Forty harmonica players will welcome visitors to Marl.",
        "Harmonica record attempt comes to Marl",
    ]
    raw = "\n".join(["Selm closes its bridge after cracks are found", *BODY, "More Latest News", *others])
    assert kept(raw) == BODY


@pytest.mark.parametrize(
    "raw",
    [
        "Home\nNews\nSport\nSign in\nSubscribe\nPrivacy policy\n© 2031 The Courier\nMost read\nContact us",
        "Home\nNews\nSign in\nWe use cookies to give you the best experience on our website.\n"
        "By clicking accept you agree to our privacy policy and the terms of use of this site.\n"
        "Most read\nCouncil closes bridge after cracks found\nDog saves boy\nContact us",
        "★ ★ ★\n---\n\u200b",
    ],
    ids=["menus", "menus and notices", "ornaments"],
)
def test_a_text_without_an_article_is_refused(raw: str) -> None:
    with pytest.raises(SourceError, match="no article"):
        clean.clean(raw)


def test_a_text_that_lost_all_its_line_breaks_is_kept() -> None:
    raw = "Selm closes its bridge By Nell Garrow " + " ".join(BODY) + " Most read Dog saves boy"
    assert kept(raw) == [raw]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Roe", ("Ann Roe",)),
        ("By Ann Roe and Bo Lund, Transport Editor", ("Ann Roe", "Bo Lund")),
        ("By ANN ROE, BO LUND and CY DAY", ("ANN ROE", "BO LUND", "CY DAY")),
        ("Analysis by Ann Roe", ("Ann Roe",)),
        ("Posted by Ann Roe on 5 June 2031, 6:21 AM", ("Ann Roe",)),
        ("5 June 2031 by Ann Roe", ("Ann Roe",)),
        ("By Ann Roe@annroe 5 June 2031, 7:53pm", ("Ann Roe",)),
        ("Reuters, 5 June 2031", ("Reuters",)),
        ("Von Anna Roth und Bo Lund", ("Anna Roth", "Bo Lund")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_authors_are_named_without_their_roles(line: str, names: tuple[str, ...]) -> None:
    assert clean.clean("\n".join(["Selm closes its bridge", line, *BODY])).byline == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("13/06/2031", "2031-06-13"),
        ("06/13/2031", "2031-06-13"),
        ("13.6.2031, 9:05", "2031-06-13"),
        ("2031.06.13", "2031-06-13"),
        ("PUBLISHED FRI, JUN 13 20317:05 AM EST", "2031-06-13"),
        ("05/06/2031", None),
    ],
)
def test_a_day_in_figures_is_read_where_its_order_can_be_told(line: str, day: str | None) -> None:
    """The fifth of June and the sixth of May look alike: no date is better than a wrong one."""
    made = clean.clean("\n".join(["Selm closes its bridge after cracks are found", line, *BODY]))
    assert (made.published and made.published.date().isoformat()) == day
