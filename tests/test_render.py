"""A note for a person: everything tied to its place, nothing twice, whose words it is in."""

from __future__ import annotations

import json

import pytest

from summarizer import note, render
from summarizer.render import of_note
from tests.notes import DOUBTFUL, claim, evidence, line, made, position


def test_an_item_in_the_articles_words_is_printed_once_with_its_place() -> None:
    """The evidence of an extractive line is the line; printed twice it is noise."""
    text = "The council voted for the bridge by seven to five."
    noted = made(summary=(line(text, evidence(3, 120, text)),))
    place = f"3:120-{120 + len(text)}"
    shown = render.markdown(noted)
    assert shown.count(text) == 1
    assert f"- {text}[^1]\n" in shown
    assert f"[^1]: `{place}` – printed above" in shown
    assert f"{text} {place}" in render.terminal(noted)


def test_a_quotations_evidence_shows_who_said_it() -> None:
    """The words before the quotation prove the speaker; under the item they alone are new, afar they need the rest."""
    said = "We will build the bridge before the ice comes."
    noted = made(claims=(claim(f"“{said}”", evidence(5, 200, f"Mayor Ada Voss said: “{said}”")),))
    assert "Mayor Ada Voss said: […]" in render.terminal(noted)
    shown = render.markdown(noted)
    assert f"- **Ada Voss** says: “{said}”[^1]\n" in shown
    assert f"[^1]: `5:200-269` Mayor Ada Voss said: “{said}”" in shown


def test_an_item_of_two_quotations_repeats_neither_beneath_it() -> None:
    """Joined by the program, each is a small part of the item and all of what was said."""
    one = "We have said from the start that those who use the harbour should help to keep it."
    two = "It is not a tax on trade, and nobody in this building thinks of it as one at all."
    proofs = (
        evidence(5, 200, f"The spokesman of the mayor of Port Ellan told reporters on Monday: “{one}”"),
    )
    noted = made(claims=(claim(f"“{one}” “{two}”", *proofs, evidence(6, 400, f"“{two}”")),))
    assert render.terminal(noted, 200).count("those who use the harbour") == 1
    assert "The spokesman of the mayor of Port Ellan told reporters on Monday: […]" in render.terminal(
        noted, 200
    )


def test_a_place_cited_twice_is_one_footnote_and_has_its_text_if_one_item_needs_it() -> None:
    text = "The council voted for the bridge by seven to five."
    proof = evidence(3, 120, text)
    shown = render.markdown(made(summary=(line(text, proof), line("It passed.", proof, origin="model"))))
    assert (shown.count("[^1]"), shown.count("[^2]")) == (3, 0)
    assert f"[^1]: `3:120-170` {text}" in shown


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


def test_the_verb_agrees_with_a_plural_speaker() -> None:
    shown = render.markdown(made(claims=(claim("It is a guess.", speaker="shipping companies"),)))
    assert "**Shipping companies** say: It is a guess." in shown


def test_the_reason_for_setting_aside_does_not_repeat_the_item() -> None:
    """The words were printed on the line above."""
    text = "“The first stones will be laid in September.”"
    problem = f"the article does not print {text}"
    aside = note.SetAside(kind="claim", text=text, reason="quotation altered", problems=(problem,))
    shown = render.markdown(made(set_aside=(aside,)))
    assert shown.count("first stones") == 1
    assert "*quotation altered: the article does not print […]*" in shown


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
    assert told in of_note.outline(made(backend=backend, summary=(line("A line.", origin=origin),))).wording


def test_what_was_set_aside_is_kept_apart_with_its_reason_and_repetitions_last() -> None:
    """Nothing disappears, and nothing refused can be read as fact."""
    aside = (
        note.SetAside(kind="summary", text="Voted.", reason=of_note.REPEATED),
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
    assert of_note.outline(made()).source == "By Tom Lund · The Tide · 2 November 2026, 09:05 UTC+01:00"


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
