"""Where an article ends, and where it does not: its last sentence, what follows of authors and firms, entries."""

from __future__ import annotations

import pytest

from summarizer.clean import ending, features, headlines, inside, keep, live, questions, scale, topic, weights
from summarizer.clean.borders import Ends, Starts
from summarizer.clean.lines import lines_of
from tests.newspage import BODY, PAGE
from tests.test_clean import kept, marked


@pytest.mark.parametrize("last", ["The ferry was to sail at noon.", "Schools stay shut until Friday."])
@pytest.mark.parametrize(
    "below", ["Reporting by Bo Lund; Editing by Ann Sele", "Our Standards: The Wire Principles."]
)
def test_a_short_last_sentence_above_the_credits_stays(last: str, below: str) -> None:
    """Agencies end so, and it is often what happens next."""
    lines = ["PORT ARDEN, Nov 3 (TRM) - A storm shook the islands on Monday, the civil defence office said."]
    lines += ["Power failed in parts of the capital, and eleven people were treated for cuts.", last]
    assert (
        kept("\n".join(["Storm shakes islands", "By TRM Staff", *lines, below, "Read Next", "World"]))
        == lines
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Reporting by Bo Lund in Selm; Editing by Ann Sele", "byline"),
        ("Staff writers Bo Lund and Ann Sele contributed to this report.", "byline"),
        ("If you enjoyed this article, consider supporting us.", "newsletter box"),
        ("We may earn a commission if you buy through links on this page.", "advertisement"),
        ("Follow the Courier on Facebook and Instagram.", "share bar"),
        ("newsroom@courier.example", "footer"),
        ("Media contact:", "footer"),
    ],
)
def test_what_pages_print_below_articles_in_sentences_goes(line: str, reason: str) -> None:
    raw = "\n\n".join([text for text, _ in PAGE[:17]] + [line] + [text for text, _ in PAGE[17:]])
    assert (line, reason) in marked(raw)
    assert kept(raw) == BODY


def test_what_is_told_of_the_author_at_the_end_goes() -> None:
    note = "Nell Garrow is the transport editor of the Courier and has written a book on bridges."
    raw = "\n\n".join([text for text, _ in PAGE[:17]] + [note] + [text for text, _ in PAGE[17:]])
    assert (note, "about the author") in marked(raw)


def test_an_article_about_a_person_keeps_what_it_tells_of_them() -> None:
    """Who is named in the article and not above it is no author."""
    last = "Ann Roe is the mayor of Selm and has lived by the river all her life."
    assert kept("\n\n".join([*(text for text, _ in PAGE[:17]), last, *(text for text, _ in PAGE[17:])])) == [
        *BODY,
        last,
    ]


def test_what_a_firm_says_of_itself_below_its_news_goes() -> None:
    firm = [
        "About Arden Wind",
        "Arden Wind develops, builds and runs wind farms at sea, and sells the power to towns along the coast. It was"
        " founded in 2009 in Port Arden and employs 640 people in three countries.",
    ]
    lines = lines_of("\n".join([*BODY, *BODY, *firm]))
    reasons: list[str | None] = [None] * len(lines)
    ending.firm(lines, reasons)
    assert reasons == [None] * 2 * len(BODY) + ["about the sender"] * 2


def test_a_chapter_about_a_body_in_the_midst_of_an_article_stays() -> None:
    """Explainers have the heading of a press release's end, and go on behind it."""
    chapter = ["About Arden Wind", "Arden Wind was founded in 2009 and has been fined twice since."]
    lines = lines_of("\n".join([*BODY, *BODY, *chapter, *BODY, *BODY]))
    reasons: list[str | None] = [None] * len(lines)
    ending.firm(lines, reasons)
    assert reasons == [None] * len(lines)


def test_a_section_of_the_menu_is_no_author() -> None:
    """Places and subjects stand alone on a line above, and an article about them ends on what they do."""
    body = [*BODY, "In Port Arden ferries are to run every ten minutes.", *BODY[:2]]
    body += ["Port Arden has closed two bridges before."]
    lines = lines_of("\n".join(["Port Arden", *body]))
    reasons: list[str | None] = ["navigation"] + [None] * len(body)
    ending.author(lines, reasons, ())
    assert reasons[1:] == [None] * len(body)


def test_a_sentence_that_speaks_of_support_is_no_request() -> None:
    """Opinion is written to the reader as much as the box below it."""
    line = "If you value the river, support the ferry and not the bridge."
    assert line in kept(
        "\n\n".join([*(text for text, _ in PAGE[:17]), line, *(text for text, _ in PAGE[17:])])
    )


def test_decimals_number_no_entries() -> None:
    lines = lines_of(
        "\n".join(f"{n}.{n} million\nThe harbour took so many tons in its {n}th year." for n in (1, 2, 3))
    )
    assert not list(live.numbered(lines, [None] * len(lines)))


def test_a_subheading_that_says_about_is_no_firm_s() -> None:
    told = ["About the bridge", "The bridge was built in 1931 and was painted red until the war."]
    assert kept("\n".join([*BODY, *BODY[::-1], *told]))[-2:] == told


def test_a_button_between_paragraphs_goes_when_the_page_prints_it_three_times() -> None:
    button = "Check prices on Staywell"
    parts = [" ".join(BODY[:2]), " ".join(BODY[2:]), "Ferries are to run every ten minutes until the autumn."]
    lines = lines_of("\n".join(line for part in parts for line in (part, button)))
    assert inside.often(lines, [True] * len(lines)) == {button}


def test_a_refrain_is_no_button() -> None:
    """Verse has no full stops around the line that comes again."""
    verse = ["One for the barrel", "O river under iron", "One for the king", "O river under iron"] * 2
    assert not inside.often(lines_of("\n".join(verse)), [True] * len(verse))


def test_entries_of_a_live_page_stay_with_their_headings() -> None:
    entries = [
        (
            "18:42",
            ["Work goes on all night", "Crews were told to wait until the wind drops, the company says."],
        ),
        (
            "18:10",
            ["Last ferry turns back", "The evening ferry turned back after half an hour. Nobody was hurt."],
        ),
        ("17:31", ["Schools to stay shut", "All seven schools stay shut tomorrow, the council has decided."]),
    ]
    lines = [line for time, told in entries for line in (time, *told, "Share")]
    page = ["Harbour Echo", "Home", "Storm live: ferries cancelled", *lines, "Load more updates", "Most read"]
    assert kept("\n".join(page)) == [line for _, told in entries for line in told]


def test_paragraphs_under_running_numbers_are_one_article() -> None:
    """Links stand between them, and the first alone is the richest run of the page."""
    towns = {
        "1. Brackenfeld": "The market square is lit by candles only, and the bakery sells a bread made on three days.",
        "2. Port Sorrow": "Nobody swims in January, so that the whole beach is yours.",
        "3. Vell": "In winter the two cinemas show silent films, with a pianist.",
    }
    lines = [line for town in towns.items() for line in (*town, "Book now", "Share")]
    page = [
        "Wayfare",
        "Hotels",
        "Log in",
        "Three towns that are better in winter",
        *lines,
        "You might also like",
    ]
    assert kept("\n".join([*page, "1. Cheap islands", "2. What to pack", "3. Border crossings"])) == [
        line for town in towns.items() for line in town
    ]


def test_a_line_weighs_what_its_names_weigh() -> None:
    """The weights are fitted to names; the cleaner sums them by tables, and both must say the same."""
    lines = [line for line in lines_of("\n\n".join(text for text, _ in PAGE)) if line.words]
    page = features.Page(lines)
    core = page.core()
    near = keep.window(page, core)
    about, headed = topic.Topic(page, core), headlines.headlines(page, core)
    named, asked = questions.Article(scale.NAMED), questions.weighed_questions()
    answers = [
        (weights.LINE, named.worth(page, about, near), asked[0].worth(page, about, near)),
        (
            weights.START,
            Starts(scale.NAMED).worth(page, near.start, near.stop, headed),
            asked[1].worth(page, near.start, near.stop, headed),
        ),
        (
            weights.END,
            Ends(scale.NAMED).worth(page, near.start, near.stop),
            asked[2].worth(page, near.start, near.stop),
        ),
    ]
    for table, names, sums in answers:
        assert sums == pytest.approx([sum(table.get(name, 0) for name in line) for line in names])
