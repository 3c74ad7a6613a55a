"""Text from outside stays text: it becomes no markup, steers no terminal and floods no page."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from datetime import datetime, timezone

import cmarkgfm
import pytest
from cmarkgfm import cmark
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from summarizer import note, render
from summarizer.article import Article
from summarizer.render import cuts, data, md, plain, saying
from tests import hostile
from tests.notes import claim, evidence, line, made, position


def test_json_reads_back_as_the_same_note() -> None:
    shown = made(claims=(claim("“Ja – 5 €”", evidence(1, 0, "“Ja – 5 €”")),))
    assert note.Note.model_validate_json(render.json(shown)) == shown
    assert note.Note.model_validate_json(render.json(shown, ascii_only=True)) == shown
    assert render.json(shown, ascii_only=True).isascii()


def test_a_lone_surrogate_neither_stops_json_nor_the_printers() -> None:
    """Broken input can hold code points that no encoding takes."""
    shown = made(summary=(line("A \ud800 b.", evidence(1, 0, "A \ud800 b.")),))
    assert json.loads(render.json(shown))["summary"][0]["text"] == "A \ud800 b."
    for printed in (render.markdown(shown), render.terminal(shown)):
        printed.encode("utf-8")


PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_RENDERED = {"text", "code_inline", "softbreak"}
_BLOCKS = {"bullet_list_open", "list_item_open", "paragraph_open", "inline"}


def rendered(source: str) -> tuple[str, set[str]]:
    """What a reader sees of a Markdown list item, and the kinds of everything in it."""
    kinds: set[str] = set()
    text = ""
    for token in PARSER.parse(source):
        if token.nesting >= 0:
            kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            text += child.content if child.type != "softbreak" else "\n"
    return text, kinds


@pytest.mark.parametrize("text", hostile.MARKUP)
@pytest.mark.parametrize("lead", ["- ", "  - ", "- **Who** says: ", "# "], ids=repr)
def test_text_from_outside_stays_text_in_markdown(lead: str, text: str) -> None:
    """An article must not place links, images, tags or headings into what is forwarded in our name."""
    seen, kinds = rendered(lead.strip(" ").ljust(2) + md.escape(text))
    assert seen.endswith(text)
    assert kinds <= _RENDERED | _BLOCKS | {"strong_open", "strong_close", "heading_open"}


@given(st.text(max_size=60).map(plain.printable).filter(bool))
def test_escaping_shows_exactly_the_text_it_was_given(text: str) -> None:
    """Round trip through a Markdown parser: the same characters, and nothing but text."""
    seen, kinds = rendered(f"- {md.escape(text)}")
    assert seen == text
    assert kinds <= _RENDERED | _BLOCKS


@given(st.text(max_size=60).map(plain.printable))
def test_addresses_are_code_because_forges_link_them_however_they_are_escaped(text: str) -> None:
    """GitHub's autolinks and mentions are found after escapes are undone."""
    for address in ("https://evil.example/a", "www.evil.example", "someone@evil.example", "(@someone)"):
        source = md.escape(f"{text} {address}".strip())
        outside = [
            child.content
            for token in PARSER.parse(f"- {source}")
            for child in token.children or ()
            if child.type == "text"
        ]
        assert not any(re.search(r"://|www\.|@\w", part) for part in outside)


@given(st.text(max_size=80))
def test_printable_text_has_no_control_and_no_direction_change(text: str) -> None:
    """Escape sequences rewrite the screen; direction marks make words read in another order."""
    shown = plain.printable(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert plain.printable(shown) == shown


@given(st.lists(st.text(max_size=40), max_size=8), st.lists(st.text(max_size=40), max_size=8))
def test_what_evidence_says_beyond_its_item_is_made_of_its_own_words(
    left: list[str], right: list[str]
) -> None:
    """Leaving out a repetition may only leave out."""
    proof, item = plain.printable(" ".join(left)), plain.printable(" ".join(right))
    words = plain.beyond(proof, item).replace("[…]", " ").split()
    assert not set(words) - set(proof.replace("[…]", " ").split())


def test_an_endless_sentence_is_clipped_and_says_so() -> None:
    """A page without line breaks can be one sentence of any length; JSON has it all."""
    text = "word " * 20_000
    shown = made(backend="openai", summary=(line("Short.", evidence(1, 0, text), origin="model"),))
    assert len(render.markdown(shown)) < 3_000
    assert "more characters)" in render.markdown(shown)
    assert text in json.loads(render.json(shown))["summary"][0]["evidence"][0]["text"]


def test_a_name_that_runs_on_and_problems_that_repeat_are_kept_short() -> None:
    """A small model can loop inside a name; its refusal must not fill the page."""
    aside = note.SetAside(
        kind="claim", text="word " * 400, reason="name", problems=("no ‘Chief’",) * 9, speaker="chief " * 90
    )
    shown = render.markdown(made(set_aside=(aside,), positions=(position("No.", holder="Guild " * 90),)))
    assert shown.count("no ‘Chief’") == 1
    assert max(map(len, shown.splitlines())) < 500


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Wrapping by the terminal breaks words and indentation; wide characters count double."""
    text = "港の橋 " * 30 + "x" * 300 + " the council voted for the bridge"
    shown = made(
        summary=(line(text, evidence(3, 120, "The council, " * 40)),),
        claims=(claim(text),),
        positions=(position("No."),),
    )
    assert max(cell_len(row) for row in render.terminal(shown, width).splitlines()) <= width


def test_without_colour_there_is_no_escape_sequence_and_with_it_only_colour() -> None:
    """Text of the article can hold sequences too; none may pass."""
    shown = made(summary=(line("A \x1b[2Jb \x9b31mc \x1b]8;;http://e.example\x07d."),))
    assert "\x1b" not in render.terminal(shown, 80, colour=False)
    coloured = render.terminal(shown, 80, colour=True)
    assert "\x1b[" in coloured
    assert not re.sub(r"\x1b\[[0-9;]*m", "", coloured).count("\x1b")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render.terminal(shown, 80)


def test_rows_hold_no_spreadsheet_formula() -> None:
    """A cell that begins like a formula is run by the program that opens it."""
    assert data.rows(["a"], [["=1+1"], ["@x"], ["plain"], [3]]).split() == ["a", "'=1+1", "'@x", "plain", "3"]


@pytest.mark.parametrize(
    ("when", "printed"),
    [
        (datetime(2026, 11, 2), "2 November 2026"),
        (datetime(2026, 11, 2, 21, 7), "2 November 2026, 21:07"),
        (datetime(2026, 11, 2, 0, 0, tzinfo=timezone.utc), "2 November 2026, 00:00 UTC"),
    ],
    ids=["day", "time", "zone"],
)
def test_a_moment_says_no_more_than_is_known(when: datetime, printed: str) -> None:
    assert plain.moment(when) == printed


def test_explained_cuts_hold_every_word_of_the_input(article: Article) -> None:
    """What is not printed as kept is printed as cut, with its reason."""
    rows = [row.split(" | ", 1) for row in cuts.explained(article).splitlines() if " | " in row]
    assert "".join("".join(text for _, text in rows).split()) == "".join(article.raw.split())
    reasons = {plain.printable(cut.reason) for cut in article.cuts}
    assert {reason.strip() for reason, _ in rows} - {""} == reasons


def test_data_of_an_article_slices_the_input(article: Article) -> None:
    found = saying.article_data(article)
    for part in (*found["paragraphs"], *found["cuts"]):
        assert article.raw[part["start"] : part["end"]] == part["text"]


def test_githubs_own_parser_makes_nothing_of_a_hostile_article_but_text_and_footnotes() -> None:
    """The whole page with raw HTML allowed: its only links are those between footnotes and their marks."""
    options = cmark.Options.CMARK_OPT_FOOTNOTES | cmark.Options.CMARK_OPT_UNSAFE
    made = cmarkgfm.github_flavored_markdown_to_html(render.markdown(hostile.noted()), options)
    kinds = set(re.findall(r"<(\w+)", made))
    assert kinds <= set("h1 h2 p br em strong code ul ol li blockquote section sup a".split())
    assert {"sup", "a", "section"} <= kinds
    assert all(re.match(r"#fn(ref)?-\d", address) for address in re.findall(r'(?:href|src)="([^"]*)"', made))
    text = plain.printable(html.unescape(re.sub(r"<[^>]*>", "", made)))
    for one in hostile.TEXTS:
        assert plain.printable(one) in text
