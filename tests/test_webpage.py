"""The page that stands alone: inert whatever the article holds, and every reference has two ends."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarizer
from summarizer import Article, Cut, Note, render
from summarizer.errors import UsageError
from summarizer.render import of_note, paper, plain
from tests import hostile
from tests.notes import claim, evidence, line, made, position

VOID = {"meta", "br", "input", "wbr"}
TAGS = frozenset(
    """
    html head meta title style body a header h1 h2 h3 p main div form label select option button section ol ul li
    span strong em details summary dl dt dd code input del mark wbr script
    """.split()
)
INSIDE = frozenset("article h3 h4 p em strong br ul li span details summary blockquote".split())


@dataclass
class Seen(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, and its text."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    code: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style"):
            self.code[self.open[-1]] = self.code.get(self.open[-1], "") + data
        else:
            self.text.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


def seen(page: str) -> Seen:
    made = Seen()
    made.feed(page)
    made.close()
    assert made.open == []
    return made


@pytest.fixture(scope="module")
def vote(article: Article) -> tuple[Article, Note]:
    return article, summarizer.summarize(article, model="extractive")


@pytest.mark.parametrize("beside", [True, False], ids=["with the article", "alone"])
def test_a_hostile_article_is_inert(beside: bool) -> None:
    """Whatever it holds, the page has its own elements, its own script and links to itself, and shows the text."""
    article = hostile.article()
    page = seen(render.html(hostile.noted(article), article if beside else None))
    assert set(page.tags) <= TAGS
    assert (page.tags.count("script"), page.tags.count("style"), page.tags.count("title")) == (1, 1, 1)
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name in ("src", "style")]
    assert all(re.fullmatch(r"#[a-z]+\d*", value) for value in page.all("href"))
    text = plain.printable(" ".join(page.text))
    for one in hostile.TEXTS:
        assert plain.printable(one) in text


def test_only_the_page_s_own_script_and_style_may_run_and_nothing_may_be_loaded() -> None:
    """The policy names both by digest: an element that slipped through would do nothing."""
    page = seen(render.html(hostile.noted()))
    policy = next(value for value in page.all("content") if value.startswith("default-src"))
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.code[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not re.search(r"https?:|url\(|@import|fetch\(|innerHTML", "".join(page.code.values()))


def shape(of: str) -> tuple[list[str], list[str]]:
    """The elements and attributes of a page with a text in each place."""
    noted = made(
        headline=f"x{of}",
        summary=(line(f"x{of}", evidence(1, 0, f"x{of}")),),
        claims=(claim("x", speaker=f"x{of}"),),
    )
    page = seen(render.html(noted))
    return page.tags, [name for _, name, _ in page.attributes]


@pytest.fixture(scope="module")
def bare() -> tuple[list[str], list[str]]:
    return shape("")


@given(text=st.text(max_size=40))
def test_no_text_changes_what_the_page_is_made_of(bare: tuple[list[str], list[str]], text: str) -> None:
    """Escaping leaves no way out, in text or in attributes."""
    assert shape(text) == bare


@pytest.mark.parametrize("form", [render.fragment, Note._repr_html_], ids=["fragment", "notebook"])
def test_in_a_notebook_a_hostile_article_is_inert_too(form: object) -> None:
    """There the page around it has no policy: nothing but plain elements may come out."""
    assert callable(form)
    page = seen(form(hostile.noted()))
    assert set(page.tags) <= INSIDE
    assert {name for _, name, _ in page.attributes} <= {"class", "dir"}


def test_every_reference_leads_somewhere_and_back(vote: tuple[Article, Note]) -> None:
    """An item points at its evidence, the evidence at its items; ids are there once."""
    article, note = vote
    for page in (seen(render.html(note, article)), seen(render.html(note))):
        ids = page.all("id")
        assert len(ids) == len(set(ids))
        assert {value[1:] for value in page.all("href")} <= set(ids)
        items = (*note.summary, *note.claims, *note.positions)
        assert [f"i{number}" for number in range(1, len(items) + 1)] == [
            i for i in ids if re.match(r"i\d", i)
        ]
        back = [value for value in page.all("href") if re.match(r"#i\d", value)]
        there = [value for value in page.all("href") if re.match(r"#e\d", value)]
        assert len(there) == sum(len(item.evidence) for item in items) == len(back)


def test_an_item_and_its_evidence_name_each_other(vote: tuple[Article, Note]) -> None:
    """What lights up is the text that the item rests on, and no other."""
    article, note = vote
    page = render.html(note, article)
    for number, item in enumerate((*note.summary, *note.claims, *note.positions), 1):
        marked = re.findall(rf'<mark[^>]* data-items="[^"]*\bi{number}\b[^"]*">([^<]*)</mark>', page)
        proofs = sorted((proof.start, proof.text) for proof in item.evidence)
        printed = plain.printable(" ".join(text for _, text in proofs))
        assert "".join(html.unescape("".join(marked)).split()) == "".join(printed.split())


def test_the_whole_input_is_beside_the_note_and_what_was_cut_says_why(vote: tuple[Article, Note]) -> None:
    """Nothing disappears: text and cuts together are the input, each cut with its reason."""
    article, note = vote
    shown = paper.whole(article, of_note.outline(note))
    stretches = [stretch for paragraph in shown.paragraphs for stretch in paragraph]
    assert "".join("".join(s.text for s in stretches).split()) == "".join(
        plain.printable(article.raw).split()
    )
    assert {s.cut for s in stretches} - {""} == {cut.reason for cut in article.cuts}
    kept = "".join("".join(s.text for s in stretches if not s.cut).split())
    assert kept == "".join(article.body.split())


SMALL = summarizer.read_text(
    "Menu\n\nThe council of Port Ellan met on Monday. It voted for the bridge.\n\n"
    "Read more: Ferry sinks\n\n“We will build it,” Mayor Ada Voss said. She left early.\n"
)


@given(
    st.lists(st.tuples(st.integers(0, len(SMALL.raw) - 1), st.integers(1, 60)), max_size=6),
    st.lists(st.tuples(st.integers(0, len(SMALL.raw) - 1), st.integers(1, 40)), max_size=3),
)
def test_a_text_is_cut_into_stretches_and_loses_nothing(
    cited: list[tuple[int, int]], cuts: list[tuple[int, int]]
) -> None:
    """Whatever overlaps what: each character once."""
    made_cuts = tuple(Cut(start, min(start + size, len(SMALL.raw)), "menu") for start, size in cuts)
    article = replace(SMALL, cuts=made_cuts)
    proofs = [evidence(1, start, SMALL.raw[start : start + size]) for start, size in cited]
    shown = paper.whole(article, of_note.outline(made(summary=(line("x", *proofs),))))
    stretches = [stretch for paragraph in shown.paragraphs for stretch in paragraph]
    assert "".join("".join(s.text for s in stretches).split()) == "".join(SMALL.raw.split())


def test_without_the_article_the_page_has_the_cited_sentences_in_their_order() -> None:
    """A note alone holds no more than it cites."""
    noted = made(
        backend="openai",
        summary=(line("Later.", evidence(9, 900, "The ninth."), origin="model"),),
        claims=(claim("Earlier.", evidence(2, 100, "The second."), evidence(9, 900, "The ninth.")),),
    )
    shown = paper.cited(of_note.outline(noted))
    assert [[stretch.text for stretch in paragraph] for paragraph in shown.paragraphs] == [
        ["The second."],
        ["The ninth."],
    ]
    assert render.html(noted).count("The ninth.") == 1


def test_another_article_than_the_note_was_made_of_is_refused(vote: tuple[Article, Note]) -> None:
    """Places would point at words that were never there."""
    with pytest.raises(UsageError, match="the note was not made of 'other'"):
        vote[1].to_html(summarizer.read_text("The council met on Monday and voted for it.", name="other"))


def test_a_reader_can_choose_by_speaker_and_verdict() -> None:
    """The choices are the note's own, with how many items each has."""
    noted = made(
        claims=(claim("One.", speaker="Ada Voss"), claim("Two.", speaker="Ada Voss")),
        positions=(position("No."),),
    )
    page = render.html(noted)
    assert '<option value="Ada Voss">Ada Voss (2)</option>' in page
    assert '<option value="doubtful" disabled>Doubtful (0)</option>' in page
    assert 'data-who="Pilots&#x27; Guild" data-verdict="supported"' in page


@pytest.mark.parametrize(
    ("language", "attribute"), [("de", ' lang="de"'), ("pt-BR", ' lang="pt-BR"'), ('x" onclick="y', "")]
)
def test_the_language_of_the_texts_is_named_where_it_is_one(language: str, attribute: str) -> None:
    """A screen reader reads German as German."""
    noted = made(summary=(line("Ja."),))
    about = noted.article.model_copy(update={"language": language})
    page = render.html(noted.model_copy(update={"article": about}))
    assert f'<p{attribute} dir="auto"><span class="badge">1</span> Ja.</p>' in page


def test_a_note_asked_for_in_another_language_is_read_in_that_one() -> None:
    noted = made(summary=(line("Ja."),))
    made_by = noted.provenance.model_copy(update={"language": "de"})

    page = render.html(noted.model_copy(update={"provenance": made_by}))

    assert '<p lang="de" dir="auto"><span class="badge">1</span> Ja.</p>' in page
