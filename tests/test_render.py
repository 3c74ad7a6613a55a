"""A note for a person: everything tied to its place, nothing twice, nothing that escapes."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from summarizer import note, render
from summarizer.render import cuts, data, md, outline, plain, saying

SUPPORTED = note.Support(verdict="supported", score=0.9)
DOUBTFUL = note.Support(verdict="doubtful", score=0.6, problems=("the draft named Ada Voss",))


def evidence(sentence: int, start: int, text: str) -> note.Evidence:
    return note.Evidence(sentence=sentence, start=start, end=start + len(text), text=text)


def line(text: str, *proofs: note.Evidence, support: note.Support = SUPPORTED, origin: str = "article"):
    return note.SummaryLine.model_validate(
        {"text": text, "evidence": proofs, "support": support, "origin": origin}
    )


def claim(text: str, *proofs: note.Evidence, speaker: str | None = "Ada Voss", **more: object):
    fields = {"kind": "says", "support": SUPPORTED, "origin": "article", **more}
    return note.Claim.model_validate({"text": text, "speaker": speaker, "evidence": proofs, **fields})


def position(text: str, *proofs: note.Evidence, **more: object):
    fields = {"role": None, "issue": "the swing bridge", "stance": "opposes", "origin": "article", **more}
    return note.Position.model_validate(
        {"holder": "Pilots' Guild", "text": text, "evidence": proofs, "support": SUPPORTED, **fields}
    )


def made(*, backend: str = "extractive", **fields: object) -> note.Note:
    """Build a note; what is not given is as plain as can be."""
    model = backend != "extractive"
    provenance = note.Provenance(
        tool="summarizer 0.1.0",
        backend=backend,
        model="small-4b" if model else "extractive",
        prompt="note" if model else None,
        prompt_version=1 if model else None,
        prompt_sha256="ab" * 32 if model else None,
        sampling={"temperature": 0.0, "seed": None} if model else None,
        input_tokens=1200 if model else None,
        output_tokens=300 if model else None,
        seconds=1.26,
        input_sha256="cd" * 32,
    )
    article = note.Source(
        name="harbour.txt",
        title="A bridge for Port Ellan",
        byline=("Tom Lund",),
        published=datetime(2026, 11, 2, 9, 5, tzinfo=timezone(timedelta(hours=1))),
        updated=None,
        site="The Tide",
        language="en",
        characters=1234,
        sentences=12,
        cuts=(note.CutOut(start=0, end=9, reason="menu"), note.CutOut(start=20, end=30, reason="menu")),
    )
    plainly = {"summary": (), "claims": (), "positions": (), "set_aside": (), "warnings": ()}
    return note.Note.model_validate(
        {
            "headline": "A bridge for Port Ellan",
            **plainly,
            **fields,
            "provenance": provenance,
            "article": article,
        }
    )


def test_an_item_in_the_articles_words_is_printed_once_with_its_place() -> None:
    """The evidence of an extractive line is the line; printed twice it is noise."""
    text = "The council voted for the bridge by seven to five."
    shown = render.markdown(made(summary=(line(text, evidence(3, 120, text)),)))
    assert shown.count(text) == 1
    assert f"- {text} `3:120-{120 + len(text)}`" in shown


def test_a_quotations_evidence_shows_who_said_it_without_repeating_it() -> None:
    """The words before the quotation are what proves the speaker; they alone are new."""
    said = "We will build the bridge before the ice comes."
    proof = evidence(5, 200, f"Mayor Ada Voss said: “{said}”")
    shown = render.markdown(made(claims=(claim(f"“{said}”", proof),)))
    assert shown.count(said.rstrip(".")) == 1
    assert f"- **Ada Voss** says: “{said}”" in shown
    assert "Mayor Ada Voss said: […]" in shown


def test_a_paraphrases_evidence_is_printed_whole_and_verbatim() -> None:
    """A reader must be able to hold the model's wording against the article's."""
    proof = "By seven votes to five, members of the council backed a swing bridge late on Monday."
    item = line("The council approved the swing bridge.", evidence(2, 50, proof), origin="model")
    assert proof in render.markdown(made(backend="openai", summary=(item,)))


def test_white_space_of_the_evidence_is_folded_for_display_only() -> None:
    """Pasted pages break lines anywhere; offsets and JSON keep what the input has."""
    proof = "By seven votes\n   to five, members backed it."
    shown = made(backend="openai", summary=(line("It passed.", evidence(2, 50, proof), origin="model"),))
    assert "By seven votes to five, members backed it." in render.markdown(shown)
    assert json.loads(render.json(shown))["summary"][0]["evidence"][0]["text"] == proof


@pytest.mark.parametrize(
    ("speaker", "text", "kind", "printed"),
    [
        ("Ada Voss", "Ada Voss said no.", "says", "- **Ada Voss** said no."),
        ("Ada Voss", "Voss said no.", "says", "- **Ada Voss** – Voss said no."),
        ("Ada Voss", "Ms. Voss said no.", "says", "- **Ada Voss** – Ms. Voss said no."),
        ("Ada Voss", "The bridge is safe.", "believes", "- **Ada Voss** believes: The bridge is safe."),
        ("Ada", "Adamant crowds came.", "says", "- **Ada** says: Adamant crowds came."),
        (None, "The bridge is new.", "states", "- The bridge is new."),
        (None, "The bridge is unsafe.", "says", "- **Someone unnamed** says: The bridge is unsafe."),
    ],
    ids=["full name", "surname", "title", "kind", "part of a word", "article itself", "nobody named"],
)
def test_the_speaker_comes_first_and_only_once(
    speaker: str | None, text: str, kind: str, printed: str
) -> None:
    """Who said it is the first thing an editor looks for."""
    shown = render.markdown(made(claims=(claim(text, speaker=speaker, kind=kind),)))
    assert printed in shown


def test_a_position_names_holder_role_stance_and_issue() -> None:
    """The four are data, set apart from the sentence that follows."""
    item = position("It wants a tunnel.", role="union of harbour pilots")
    shown = render.markdown(made(positions=(item,)))
    assert (
        "- **Pilots' Guild** (union of harbour pilots) – opposes · the swing bridge: It wants a tunnel."
        in shown
    )


def test_a_position_on_the_articles_own_subject_does_not_repeat_the_headline() -> None:
    shown = render.markdown(made(positions=(position("No.", issue="A bridge for Port Ellan"),)))
    assert "- **Pilots' Guild** – opposes: No." in shown


def test_a_description_that_opens_a_line_has_a_capital() -> None:
    """“the company” is a speaker too, and the line begins with it."""
    assert "- **The company** says: No." in render.markdown(
        made(claims=(claim("No.", speaker="the company"),))
    )


def test_what_is_doubtful_is_marked_with_its_problem_and_what_is_supported_is_not() -> None:
    """A mark on everything is a mark on nothing."""
    shown = made(summary=(line("All is well here."), line("Perhaps not all.", support=DOUBTFUL)))
    for printed in (render.markdown(shown), render.terminal(shown)):
        assert printed.count("doubtful") == 1
        assert "supported" not in printed
        assert "the draft named Ada Voss" in printed


def test_a_mixed_note_marks_the_items_in_the_articles_words() -> None:
    """A reader must know whose wording each line is."""
    shown = render.markdown(
        made(
            backend="openai", summary=(line("Worded by a model.", origin="model"), line("Printed as it was."))
        )
    )
    assert "Worded by openai:small-4b, each item checked against the article's sentences;" in shown
    assert "Printed as it was. *(article's words)*" in shown
    assert "Worded by a model. *(" not in shown


@pytest.mark.parametrize(
    ("backend", "origin", "told"),
    [
        ("extractive", "article", "In the article's own words; no model was used."),
        ("openai", "article", "nothing that openai:small-4b wrote stood the check"),
        ("openai", "model", "each item checked against the article's sentences."),
    ],
    ids=["no model", "model of no use", "model only"],
)
def test_the_note_says_whose_words_it_is_in(backend: str, origin: str, told: str) -> None:
    assert told in outline.of(made(backend=backend, summary=(line("A line.", origin=origin),))).wording


def test_what_was_set_aside_is_kept_apart_with_its_reason_and_repetitions_last() -> None:
    """Nothing disappears, and nothing refused can be read as fact."""
    aside = (
        note.SetAside(kind="summary", text="Voted.", reason=outline.REPEATED),
        note.SetAside(
            kind="claim",
            text="The vote was unanimous.",
            reason="not in the article",
            problems=("no sentence says ‘unanimous’",),
            speaker="Tom Lund",
        ),
    )
    shown = render.markdown(made(set_aside=aside))
    body, _, tail = shown.partition("## Set aside")
    assert "unanimous" not in body
    assert (
        "- **claim, Tom Lund** – The vote was unanimous.\n  - *not in the article: no sentence says" in tail
    )
    assert tail.index("unanimous") < tail.index("Voted.")


def test_the_source_line_names_byline_outlet_and_time() -> None:
    assert outline.of(made()).source == "By Tom Lund · The Tide · 2 November 2026, 09:05 UTC+01:00"


def test_the_note_says_what_was_cut_and_how_to_see_it() -> None:
    """Cleaning that cannot be looked at cannot be trusted."""
    shown = render.markdown(made())
    assert "2 parts of the input (19 of 1,234 characters) were cut as not being the article: menu 2." in shown
    assert "`summarizer clean --explain harbour.txt`" in shown


def test_provenance_names_model_prompt_tokens_and_the_digest_of_the_input() -> None:
    shown = render.markdown(made(backend="openai"))
    for fact in (
        "openai:small-4b",
        "`note@1` (abababababab), temperature 0.0",
        "1,200 tokens in, 300 out",
        "cd" * 32,
    ):
        assert fact in shown


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


HOSTILE = [
    "[click](https://evil.example/x)",
    "![pixel](https://evil.example/p.png)",
    "<script>alert(1)</script> <img src=x onerror=y>",
    "# Heading",
    "- item",
    "12. item",
    "> quote",
    "```fence",
    "*bold* _it_ ~~gone~~ **x**",
    "<https://evil.example> https://evil.example www.evil.example a@evil.example",
    "| a | b |",
    "[x]: https://evil.example",
    "&lt;b&gt; &#42;",
    "\\*not escaped\\*",
    "a\\",
    "[^1] and [!NOTE]",
    "--- *** ===",
    "[…](https://evil.example) […][x]",
    "`code` ``two`` `",
]
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


@pytest.mark.parametrize("text", HOSTILE)
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


def test_explained_cuts_hold_every_word_of_the_input(article) -> None:
    """What is not printed as kept is printed as cut, with its reason."""
    rows = [row.split(" | ", 1) for row in cuts.explained(article).splitlines() if " | " in row]
    assert "".join("".join(text for _, text in rows).split()) == "".join(article.raw.split())
    reasons = {plain.printable(cut.reason) for cut in article.cuts}
    assert {reason.strip() for reason, _ in rows} - {""} == reasons


def test_data_of_an_article_slices_the_input(article) -> None:
    found = saying.article_data(article)
    for part in (*found["paragraphs"], *found["cuts"]):
        assert article.raw[part["start"] : part["end"]] == part["text"]
