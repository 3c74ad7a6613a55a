"""The drafter without a model: it picks, it never words, and its note can be sent."""

from __future__ import annotations

import pytest

from summarizer import read_text, summarize
from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.drafts import extractive, marks

TEXT = """Otterby council votes to close the north bridge

By Cy Day

Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

The bridge was built in 1931 and engineers found cracks in two of its beams in January.

Meanwhile, it also agreed to repair the south bridge next year.

Mayor Ann Roe said: "We cannot wait for a beam to fall on a school bus. The bridge will reopen when it is safe."

Hauliers opposed the plan. Bo Lee, who chairs the Otterby Hauliers' Group, said the closure would "finish off" four firms.

The Green Party backed the closure and wants the bridge kept for cyclists.

"It is a start," its leader, Di Fenn, said. "A bridge is for people."

The police declined to comment.
"""


@pytest.fixture(name="otterby", scope="module")
def _otterby() -> Article:
    return read_text(TEXT, "otterby")


def test_every_word_of_a_draft_is_the_articles(otterby: Article) -> None:
    """Never wrong about wording because it only picks."""
    printed = set(otterby.body.replace('"', " ").lower().replace(",", " ").replace(".", " ").split())
    made = extractive.draft(otterby, length="long")
    for item in (*made.summary, *made.claims, *made.positions):
        words = item.text.replace('"', " ").replace("“", " ").replace("”", " ").lower()
        assert set(words.replace(",", " ").replace(".", " ").split()) <= printed, item.text


def test_summary_lines_stand_alone(otterby: Article) -> None:
    """A line that opens with “Meanwhile, it” leans on one that is not there."""
    made = extractive.draft(otterby)
    assert 3 <= len(made.summary) <= 5
    assert not any(line.text.startswith(("Meanwhile", "It ", '"')) for line in made.summary)


def test_each_party_that_takes_a_stand_has_one_position(otterby: Article) -> None:
    """Hauliers and Greens on their sides; the police, who declined to comment, on none."""
    note = summarize(otterby, model="extractive")
    stances = {position.holder: position.stance for position in note.positions}
    assert stances["Hauliers"] == "opposes"
    assert stances["Green Party"] == "supports"
    assert not any("police" in holder.lower() for holder in stances)
    assert len(stances) == len(note.positions)


def test_claims_have_their_speakers_and_quotations_their_marks(otterby: Article) -> None:
    """Who said it, as the article gives it; null where it states it itself."""
    note = summarize(otterby, model="extractive")
    by_text = {claim.text: claim.speaker for claim in note.claims}
    assert any(speaker == "Ann Roe" and text.startswith("“We cannot") for text, speaker in by_text.items())
    assert any(speaker == "Bo Lee" and "finish off" in text for text, speaker in by_text.items())
    assert all(claim.speaker is not None or claim.kind == "states" for claim in note.claims)


def test_the_same_article_gives_the_same_note(otterby: Article) -> None:
    """Notes are compared in version control."""
    first, second = (summarize(otterby, model="extractive") for _ in range(2))
    volatile = {"provenance": {"seconds"}}
    assert first.model_dump(exclude=volatile) == second.model_dump(exclude=volatile)


@pytest.mark.parametrize(("length", "lines"), [("short", 3), ("medium", 4), ("long", 5)])
def test_length_is_a_number_of_lines(length: extractive.Length, lines: int, otterby: Article) -> None:
    """Short is three lines and long is five."""
    assert len(extractive.draft(otterby, length=length).summary) <= lines


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('Ann Roe said: "We will.', 'Ann Roe said: "We will."'),
        ('We will," Ann Roe said.', '"We will," Ann Roe said.'),
        ("Ann Roe said: “We will.", "Ann Roe said: “We will.”"),
        ("We will,” she said.", "“We will,” she said."),
        ('She called it "mad".', 'She called it "mad".'),
    ],
)
def test_a_sentence_cut_out_of_a_quotation_gets_its_other_mark(text: str, whole: str) -> None:
    """A note must not open a quotation and never close it."""
    assert marks.balanced(text) == whole


def drafted(*paragraphs: str, length: extractive.Length = "medium") -> Draft:
    text = "\n\n".join(("Otterby council votes to close the north bridge", "By Cy Day", *paragraphs))
    return extractive.draft(read_text(text, "otterby"), length=length)


LEAD = "Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May."
REST = (
    "Engineers found cracks in two beams of the north bridge in January.",
    "Hauliers carry 400 loads over the bridge on a working day.",
    "Mayor Ann Roe has asked the Government for 12 million crowns to replace the beams.",
    "Port Elland lies forty miles down the river.",
)


def test_what_leans_on_the_opening_joins_its_line() -> None:
    """“It will reopen …” is worth saying, and can be said behind the sentence that names the bridge."""
    made = drafted(f"{LEAD} It will reopen when two beams have been replaced.", *REST)
    assert made.summary[0].text == f"{LEAD} It will reopen when two beams have been replaced."
    assert made.summary[0].sentences == (1, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Bridges and roads",
        "Two beams of a bridge in Otterby have cracked,...",
        "Lorries cross the bridge at dusk",
        "Sign up for our free letter about bridges and roads in Otterby.",
    ],
)
def test_a_label_or_a_teaser_is_no_line(line: str) -> None:
    """A heading inside the text and a text cut short on another page say nothing by themselves."""
    made = drafted(LEAD, line, *REST)
    assert line not in [one.text for one in made.summary]


def test_what_a_fact_check_prints_under_claim_is_no_line() -> None:
    """It is the very thing that the article goes on to refute."""
    false = "The north bridge of Otterby was sold to a circus in January by the mayor."
    made = drafted("Claim", false, "No record shows that the bridge was sold to anybody.", LEAD, *REST)
    assert false not in [one.text for one in made.summary]


def test_a_summary_covers_more_than_the_opening() -> None:
    """The lead says what happened; a line from further down says what else the article is about."""
    made = drafted(LEAD, *REST[:3], *(f"The fair has {n} stalls." for n in ("ten", "six", "nine")), REST[0])
    assert made.summary[0].text == LEAD
    assert len(made.summary) == 4


def test_a_quotation_that_runs_on_has_one_pair_of_marks() -> None:
    """Two pairs in a row read like two quotations, or two speakers."""
    made = drafted(
        LEAD,
        'Mayor Ann Roe said: "We have long called for a ban on lorries on the bridge.',
        '"And that is why the council voted for the closure."',
    )
    texts = [claim.text for claim in made.claims]
    assert (
        "“We have long called for a ban on lorries on the bridge. And that is why the council voted for the closure.”"
        in texts
    )


def test_a_quotation_broken_by_its_speaker_keeps_both_pairs() -> None:
    """What stands between the parts is not hers."""
    made = drafted(
        LEAD, '"The bridge will close on Friday," Mayor Ann Roe said. "It will reopen in the autumn."'
    )
    assert "“The bridge will close on Friday.” “It will reopen in the autumn.”" in [
        c.text for c in made.claims
    ]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Ann Roe told members on Monday that the bridge would close.", "The bridge would close."),
        ("Ann Roe said today the closure of the bridge would last.", "The closure of the bridge would last."),
        ("Ann Roe announced a new bridge of steel over the river.", "Ann Roe announced a new bridge of steel over the river."),
        ("Mayor Ann Roe announced a new bridge of steel over the river.", "Ann Roe announced a new bridge of steel over the river."),
        ("Ann Roe said the bridge was late and that more was to come.", "Ann Roe said the bridge was late and that more was to come."),
    ],
)  # fmt: skip
def test_a_claim_is_a_sentence(sentence: str, claim: str) -> None:
    """“A new bridge of steel.” claims nothing; what is no clause is printed with who does what to it."""
    made = drafted(LEAD, *REST[:2], sentence)
    assert claim in [one.text for one in made.claims if one.speaker == "Ann Roe"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mayor Ann Roe added to her long list of bridges with the crossing at Lund.",
        "Mayor Ann Roe kept Otterby's hopes alive, then the council completed the bridge in the decisive week.",
        "Mayor Ann Roe takes on the bridge and the council plays its part in the harbour.",
    ],
)
def test_what_nobody_said_is_nobodys_claim(sentence: str) -> None:
    """A verb that hands on no words, with a name before it, would make somebody say them."""
    made = drafted(LEAD, *REST[:2], sentence)
    assert not [one for one in made.claims if one.speaker is not None and one.text in sentence]


def test_a_claim_said_further_down_can_stand_above_one_said_before() -> None:
    """Claims are in the order of what they matter, not of where they stand."""
    made = drafted(
        LEAD,
        'Cy Poole said: "I sell hot chestnuts at the fair every winter."',
        'Ann Roe said: "The north bridge of Otterby will close to lorries because two beams are cracked."',
    )
    speakers = [claim.speaker for claim in made.claims]
    assert speakers.index("Ann Roe") < speakers.index("Cy Poole")


def test_another_language_gets_its_own_words_and_no_positions() -> None:
    """Attribution knows English only; what cannot be known is not invented."""
    text = "\n\n".join(
        (
            "Stadtrat sperrt die Nordbrücke",
            "Der Stadtrat von Otterby hat am Montag mit 14 zu 9 Stimmen beschlossen, die Nordbrücke zu sperren.",
            "Er will die Brücke im Herbst wieder öffnen, wenn zwei Träger der Brücke ersetzt sind.",
            "Fachleute hatten im Januar Risse in zwei Trägern der Nordbrücke gefunden und den Rat gewarnt.",
            "Die Spediteure sind nicht einverstanden und wollen gegen den Beschluss des Stadtrats klagen.",
            "Am Samstag ist in der Stadt ein Fest mit vielen Ständen und mit Musik auf dem Markt.",
        )
    )
    note = summarize(read_text(text, "otterby"), model="extractive")
    assert note.article.language == "de"
    assert len(note.summary) >= 3
    assert not any(line.text.startswith("Er will") for line in note.summary)
    assert not note.positions
    assert all(claim.speaker is None for claim in note.claims)


def test_an_article_without_sentences_makes_an_empty_note() -> None:
    """Readers refuse such a text; a program that builds its own `Article` may still hand one on."""
    note = summarize(Article(raw="", name="empty", paragraphs=(), sentences=()), model="extractive")
    assert (note.summary, note.claims, note.positions) == ((), (), ())


def test_a_list_that_is_not_asked_for_is_not_drafted_and_the_others_are_the_same(otterby: Article) -> None:
    """Where a model's lists are full, only parties without a position are looked for."""
    whole = extractive.draft(otterby)
    for wanted in (("positions",), ("claims",), ("summary", "positions")):
        made = extractive.draft(otterby, lists=wanted)
        for name in extractive.LISTS:
            assert getattr(made, name) == (getattr(whole, name) if name in wanted else ())
