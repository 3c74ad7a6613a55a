"""Headline, authors and times of pages as they are pasted and as HTML; every page here is invented."""

from __future__ import annotations

import pytest

from summarizer import clean, moments, pipeline, source
from summarizer.clean import language

TITLE = "Harbour levy to rise by a fifth"
BODY = [
    "The harbour council of Elland voted on Tuesday night to raise the mooring levy by a fifth from May, after a debate that lasted six hours.",
    "“We have waited nine years for this,” said Ines Halloran, who chairs the finance committee. “The quay walls will not wait a tenth.”",
    "The levy was last raised in 2022. Engineers told the council in March that two of the four quay walls had moved by eleven centimetres.",
    "Boat owners said they would appeal. Bo Lund, who keeps a trawler at the north quay, said his bill would rise to 4,100 crowns a year.",
    "The council will vote on the second reading on 18 April.",
]
MENU = ["Home", "News", "Sport", "Business", "Opinion", "Subscribe", "Log in", "Search"]
FOOT = ["Most read", "Ferry boss jailed for six years", "Kelp farm wins prize", "© 2031 The Elland Courier"]
PLAIN = pytest.mark.parametrize("around", [((), ()), (MENU, FOOT)], ids=["alone", "with menus"])


def read(
    head: list[str], around: tuple[list[str], list[str]] = ([], []), body: list[str] = BODY
) -> clean.Cleaned:
    raw = "\n".join([*around[0], *head, *body, *around[1]])
    made = clean.clean(raw)
    assert [span.of(raw) for span in made.paragraphs] == body
    return made


@PLAIN
@pytest.mark.parametrize(
    "head",
    [
        ["Donate | Join | Log in", TITLE, "12 May 2031 | 10:14"],
        ["The Elland Courier", TITLE],
        ["The Elland Courier", "Tuesday, 12 May 2031", TITLE, "Nell Garrow", "12 May 2031"],
        [TITLE, "By Nell Garrow", "Trawlers wait at the north quay on Monday. Photograph: Ada Finch/Courier"],
        ["Home News HARBOUR LEVY TO RISE BY A FIFTH", TITLE, "12 May 2031"],
        ["12 May 2031 09:14", TITLE],
        [TITLE, "Nell Garrow and Bo Lee Elland Daily Courier", "Published 12 May 2031"],
    ],
    ids=lambda head: " / ".join(head)[:60],
)
def test_the_headline_is_told_from_what_stands_around_it(
    head: list[str], around: tuple[list[str], list[str]]
) -> None:
    """Menus, the paper's name, captions, trails of sections and bylines stand where headlines do."""
    assert read(head, around).title == TITLE


def test_headlines_of_other_articles_between_headline_and_body_are_not_it() -> None:
    others = [
        "More On:",
        "harbours",
        "Levy on moorings divides harbour council of Selm",
        "Quay walls of Selm moved again",
    ]
    made = read([TITLE, "By Nell Garrow", "May 12, 2031 | 4:10pm", *others], (MENU, FOOT))
    assert (made.title, made.byline) == (TITLE, ("Nell Garrow",))


@pytest.mark.parametrize(
    "head",
    [
        ["By Nell Garrow, Harbour Correspondent", "12 May 2031 | 10:14"],
        ["Trawlers at the north quay, where the levy rises most (Ada Finch)", "By Nell Garrow"],
    ],
)
def test_no_headline_is_better_than_a_byline_or_a_caption(head: list[str]) -> None:
    assert clean.clean("\n".join([*head, *BODY])).title is None


@PLAIN
@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Nell Garrow", "12 May 2031"], ("Nell Garrow",)),
        (["NELL GARROW and BO LEE", "12 May 2031"], ("NELL GARROW", "BO LEE")),
        (["Nell Garrow", "Senior Correspondent"], ("Nell Garrow",)),
        (["Nell Garrow @nellgarrow"], ("Nell Garrow",)),
        (["Nell Garrow | Elland | 12 May 2031 | 10:14"], ("Nell Garrow",)),
        (
            ["Author:", "Courier Editorial Staff", "Publish date:", "12 May 2031"],
            ("Courier Editorial Staff",),
        ),
        (["Elland, Courier News Bureau | Updated: 12 May 2031"], ("Courier News Bureau",)),
        (["By Nell Garrow Updated May 12, 2031 8:21 am ET"], ("Nell Garrow",)),
        (["Nell Garrow and Bo Lee Elland Daily Courier", "Published 12 May 2031"], ("Nell Garrow", "Bo Lee")),
        (["Reuters, Elland,", "12 May 2031"], ("Reuters",)),
        (["Staff", "12 May 2031"], ()),
        (["by admin", "12 May 2031"], ()),
        (["12 May 2031"], ()),
    ],
    ids=lambda value: " / ".join(value) or "nobody",
)
def test_authors_are_found_without_by(
    lines: list[str], names: tuple[str, ...], around: tuple[list[str], list[str]]
) -> None:
    """A bare name counts next to a time, a role or an account; what names nobody gives none."""
    assert read([TITLE, *lines], around).byline == names


def test_a_byline_of_the_menu_is_not_the_article_s() -> None:
    """Columns are announced with "By" at the head of every page of some papers."""
    menu = [*MENU, "Your stars for today", "By Celia Moon", *MENU, *MENU]
    assert read([TITLE, "12 May 2031"], (menu, FOOT)).byline == ()


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("12 May 2031 | 10:14", "2031-05-12T10:14:00", None),
        ("05.14.2031 09:00 AM", "2031-05-14T09:00:00", None),
        ("19.11.2031, 08:57", "2031-11-19T08:57:00", None),
        ("2031-11-19T12:48:14Z Harbours", "2031-11-19T12:48:00+00:00", None),
        ("2031-11-19 12:48 +05:30", "2031-11-19T12:48:00+05:30", None),
        ("Nov. 18th 2031 12:12 pm PT", "2031-11-18T12:12:00-08:00", None),
        ("July 18, 2031, 7 p.m. ET", "2031-07-18T19:00:00-04:00", None),
        ("Updated 0339 GMT (1139 HKT) November 19, 2031", None, "2031-11-19T03:39:00+00:00"),
        (
            "Updated May 12, 2031 8:21 am EST / Original May 12, 2031 8:02 am EST",
            "2031-05-12T08:02:00-05:00",
            "2031-05-12T08:21:00-05:00",
        ),
        ("May 12, 2031Updated: May 13, 2031 1:35 a.m.", "2031-05-12T00:00:00", "2031-05-13T01:35:00"),
        (
            "May 18, 2031 at 2:26 PM HST - Updated May 18 at 4:46 PM",
            "2031-05-18T14:26:00-10:00",
            "2031-05-18T16:46:00-10:00",
        ),
        ("20 ноября 2031 в 12:30", "2031-11-20T12:30:00", None),
        ("Le 5 juillet 2031 à 10h30", "2031-07-05T10:30:00", None),
        ("Mon Nov 19 03:05:46 UTC 2031", "2031-11-19T03:05:00+00:00", None),
        ("12 May 2031, 10:14 IST", "2031-05-12T10:14:00", None),
        ("5.2 of 2031 boats", None, None),
        ("Today 12:01 AM", None, None),
    ],
)
def test_times_are_read_as_printed(line: str, published: str | None, updated: str | None) -> None:
    """A zone that several countries share is left open, and what has no year is no day."""
    assert [moment and moment.isoformat() for moment in moments.times_of([line])] == [published, updated]


def test_a_day_and_its_time_on_lines_of_their_own_are_one_moment() -> None:
    assert str(read([TITLE, "Nov. 19, 2031", "5:53 PM"]).published) == "2031-11-19 17:53:00"
    assert str(read([TITLE, "November 20", "15:23", "2031"]).published) == "2031-11-20 15:23:00"


def test_days_of_other_articles_are_not_the_article_s() -> None:
    """Below the end each headline has its day; above the headline so has each teaser."""
    others = [
        "Related news",
        "Ferry boss jailed for six years",
        "9 April 2030",
        "Kelp farm wins prize",
        "1 May 2030",
    ]
    made = read([TITLE, "Nell Garrow / 2031.05.12"], (MENU, [*FOOT, *others]))
    assert str(made.published) == "2031-05-12 00:00:00"


def test_an_article_goes_on_below_links_to_others() -> None:
    links = ["More from this blog", "Ten walks by the sea", "What we ate in April"]
    raw = "\n".join([TITLE, "By Nell Garrow", *BODY[:2], *links, *BODY[2:]])
    assert [span.of(raw) for span in clean.clean(raw).paragraphs] == BODY
    assert read([TITLE, "By Nell Garrow"], ([], links)).title == TITLE


@PLAIN
def test_a_short_lead_below_staff_and_day_stays(around: tuple[list[str], list[str]]) -> None:
    read([TITLE, "May 12, 2031", "Staff"], around, ["The levy will rise by a fifth.", *BODY[1:]])


def page(head: str, top: str, lang: str = "en", body: list[str] = BODY) -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><h1>{TITLE}</h1>{top}{paragraphs}</body></html>'
    ).encode()


LINKED = """<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}",
"datePublished": "{time}", "author": {author}, "publisher": {{"name": "Tide Data Services"}}}}</script>"""


@pytest.mark.parametrize(
    ("author", "top", "names"),
    [
        (
            '{"@id": "#person"}',
            '<p>Posted by <a rel="author" href="/nell">Nell Garrow</a> in News</p>',
            ("Nell Garrow",),
        ),
        (
            '{"name": "Elland Courier"}',
            '<ul class="authors"><li><a class="author">Nell Garrow</a></li></ul>',
            ("Nell Garrow",),
        ),
        ('"ELLANDCMS"', "<p>12 May 2031</p>", ()),
        ('"Reuters"', '<div class="comment"><span class="author">Bo Lee</span></div>', ("Reuters",)),
        (
            "null",
            '<div class="byline">By ANN ROE and BO LEE<br>Associated Press</div>',
            ("ANN ROE", "BO LEE", "Associated Press"),
        ),
        ("null", '<aside><span class="author">Bo Lee</span></aside>', ()),
    ],
)
def test_authors_are_those_of_the_data_or_those_marked_in_print(
    author: str, top: str, names: tuple[str, ...]
) -> None:
    """Data that name the outlet, an account of the system or nobody leave it to the printed byline."""
    head = '<meta property="og:site_name" content="Elland Courier">'
    head += LINKED.format(title=TITLE, time="2031-05-12", author=author)
    assert source.decode(page(head, top), "page.html").byline == names


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<meta property="og:site_name" content="The Elland Courier">', "The Elland Courier"),
        ('<meta property="og:site_name" content="ellandcourier">', "Tide Data Services"),
        (f"<title>{TITLE} - The Elland Courier</title>", "Tide Data Services"),
    ],
)
def test_the_outlet_is_the_one_that_is_shown(head: str, site: str) -> None:
    """The publisher in the data may be the firm that runs the pages."""
    head += LINKED.format(title=TITLE, time="2031-05-12", author="null")
    assert source.decode(page(head, ""), "page.html").site == site


def test_the_window_s_title_tells_the_outlet_where_nothing_else_does() -> None:
    head = (
        f'<meta property="og:title" content="{TITLE}"><title>{TITLE} | Harbours | The Elland Courier</title>'
    )
    assert source.decode(page(head, ""), "page.html").site == "The Elland Courier"


@pytest.mark.parametrize(
    "time", ["Mon May 12 2031 07:09:46 GMT+0000", "12 May 2031 07:09 GMT", "07:09 AM GMT May 12, 2031"]
)
def test_times_in_the_data_may_be_spelled_out(time: str) -> None:
    loaded = source.decode(page(LINKED.format(title=TITLE, time=time, author="null"), ""), "page.html")
    assert loaded.published is not None
    assert loaded.published.isoformat() == "2031-05-12T07:09:00+00:00"


SWEDISH = [
    "Rådet stängde bron över floden sedan ingenjörer hittat sprickor.",
    "Borgmästaren väntar på pengar från staten.",
]


@pytest.mark.parametrize(
    ("body", "lang", "code"),
    [(BODY, "de-DE", "en"), (BODY, "tr", "en"), (SWEDISH, "sv-SE", "sv")],
)
def test_the_declared_language_is_believed_where_the_words_do_not_say_otherwise(
    body: list[str], lang: str, code: str
) -> None:
    """A template's language is its maker's; a language that no table here knows is told by the page alone."""
    assert pipeline.assemble(source.decode(page("", "", lang, body), "page.html")).language == code


def test_a_script_that_several_languages_share_is_that_of_the_declared_one() -> None:
    text = ["Рада Сельма проголосувала за закриття мосту."]
    assert (language.guess(text), language.guess(text, "uk"), language.guess(text, "en")) == (
        "ru",
        "uk",
        "ru",
    )
