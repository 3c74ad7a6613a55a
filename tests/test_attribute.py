"""Who said what: cues, extents and speakers, on sentences planted for one thing each."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import attribute, read_text
from summarizer.article import Article, Attribution, Sentence, Span, fold_space


def article(text: str) -> Article:
    """An article of the paragraphs of `text`, nothing cleaned."""
    from summarizer import segment

    spans = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Article(text, "planted", tuple(spans), segment.split(text, spans))


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each attribution, printed on one line."""
    planted = article(text)
    return [
        (found.speaker, " / ".join(fold_space(part.of(planted.raw)) for part in found.content))
        for found in attribute.attributions(planted)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe said the bridge was unsafe.", [("Ann Roe", "the bridge was unsafe")]),
        ("“It is unsafe,” said Ann Roe.", [("Ann Roe", "“It is unsafe,”")]),
        ("“It is unsafe,” Ann Roe said.", [("Ann Roe", "“It is unsafe,”")]),
        ("Ann Roe told reporters that it was unsafe.", [("Ann Roe", "that it was unsafe")]),
        ('Ann Roe said: "It is. It was."', [("Ann Roe", '"It is. It was."')]),
        ("The bridge is unsafe, according to Ann Roe.", [("Ann Roe", "The bridge is unsafe")]),
        ("According to Ann Roe, it is unsafe.", [("Ann Roe", "it is unsafe")]),
        ("“It is,” Ann Roe said, “unsafe.”", [("Ann Roe", "“It is,” / “unsafe.”")]),
        ("The bridge, Ann Roe said, is unsafe.", [("Ann Roe", "The bridge / is unsafe")]),
        ("Ann Roe called the plan “mad” and unfair.", [("Ann Roe", "the plan “mad” and unfair")]),
        ("ROE: We shall see about that.", [("ROE", "We shall see about that.")]),
    ],
    ids=[
        "that-less clause", "inverted", "behind", "hearer", "colon, two sentences", "according to behind",
        "according to before", "split quotation", "split clause", "half-quoted clause", "transcript",
    ],
)  # fmt: skip
def test_the_forms_of_reporting_are_found(text: str, expected: list[tuple[str | None, str]]) -> None:
    """Each form newspapers use to say who said what, with the extent people mark."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("The union backed the plan for the harbour.", "supports", "affirmed"),
        ("The union rejected the plan for the harbour.", "opposes", "refused"),
        ("The union wants a second vote on it.", "wants", "affirmed"),
        ("The union voted against the plan on Monday.", "opposes", "affirmed"),
        ("The union called for a second vote.", "wants", "affirmed"),
        ("Ann Roe denied that she had known of it.", "opposes", "denied"),
        ("A survey found that most voters were undecided.", "shows", "affirmed"),
    ],
)
def test_a_cue_decides_kind_and_polarity(text: str, kind: str, polarity: str) -> None:
    """Denying is not claiming, and wanting is not saying."""
    (found,) = attribute.attributions(article(text))
    assert (found.kind, found.polarity) == (kind, polarity)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mayor Ann Roe said it was late.\nShe said it would rain.", ["Ann Roe", "Ann Roe"]),
        ("Mayor Ann Roe said it was late.\nMs Roe said it would rain.", ["Ann Roe", "Ann Roe"]),
        ("Lord Pell, the Harbour Secretary, said no.\nThe Harbour Secretary said yes.", ["Lord Pell"] * 2),
        ("Its leader, Ann Roe, said it was late.", ["Ann Roe"]),
        (
            "Sir Bo Lee said it was late.\nAnn Roe said no.\nHe said yes.",
            ["Sir Bo Lee", "Ann Roe", "Sir Bo Lee"],
        ),
        (
            "The mayor's spokesman said no.\nThe spokesman added that it was late.",
            ["the mayor's spokesman"] * 2,
        ),
        ("He said that it was late.", [None]),
    ],
    ids=["pronoun", "title and surname", "role", "apposition", "gender", "description", "nobody to mean"],
)
def test_speakers_are_resolved_or_left_open(text: str, speakers: list[str | None]) -> None:
    """A pronoun gets the name it means, or none; never one of the wrong gender."""
    assert [speaker for speaker, _ in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“It grows,” Bo Lund, a fellow at the Institute for Harbour Science in Otterby, Sweden, said in a statement.",
            "Bo Lund",
        ),
        (
            "“It grows,” said marine ecologist Mary Quist of Otterby's Harbour Research Laboratory.",
            "Mary Quist",
        ),
        ("Mary Quist of the Otterby Royal Infirmary in the UK told reporters that it grows.", "Mary Quist"),
    ],
    ids=["address in an apposition", "whose laboratory it is", "where somebody works"],
)
def test_what_somebody_belongs_to_is_not_who_speaks(text: str, speaker: str) -> None:
    """The last name in the phrase is a country or a laboratory; the first is the person."""
    assert speaker in [name for name, _ in said(text)]


def test_a_pronoun_is_nobody_whom_its_own_clause_names() -> None:
    """“He urged Mr Hill to sign” is not Hill, however often Hill was the one to speak before."""
    text = "Dan Hill said the levy was late. Bo Lund, the farmers' leader, was cross. He urged Mr Hill to sign the law."
    assert "Dan Hill" not in [name for name, what in said(text) if "sign" in what]


def test_a_quotation_over_paragraphs_is_one_speakers() -> None:
    """The opening mark of each further paragraph, and no closing one before the last."""
    text = 'Ann Roe said: "We went.\n"We saw.\n"We stayed."\nBo Lee said: "No."'
    assert said(text) == [("Ann Roe", '"We went. / "We saw. / "We stayed."'), ("Bo Lee", '"No."')]


def test_british_single_marks_quote_and_apostrophes_do_not() -> None:
    """Where a paper quotes with ‘…’, don’t and the council’s are still words."""
    text = "‘We don’t know,’ Ann Roe said.\n‘The council’s plan is late,’ Bo Lee said."
    assert [speaker for speaker, _ in said(text)] == ["Ann Roe", "Bo Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "If the inquiry says that she knew, she will go.",
        "Nobody has said that it is safe to drink the water.",
        "Sund called off the visit on Monday.",
        "Ann Roe, who asked not to be named, left early.",
        "The harbour was built of stone in 1840.",
    ],
    ids=["condition", "nobody", "another verb", "not to be named", "no cue"],
)
def test_what_nobody_said_is_given_to_nobody(text: str) -> None:
    """A speaker who did not speak is worse than one who is missed."""
    assert all(speaker is None for speaker, _ in said(text))


def test_other_languages_give_nothing() -> None:
    """Attribution is for English; elsewhere it is silent rather than wrong."""
    german = "Der Rat hat am Montag nicht getagt. „Wir gehen“, sagte die Frau, die in der Stadt ist."
    assert attribute.attributions(read_text(german)) == ()


def test_names_for_one_party_are_the_same_and_neighbours_are_not() -> None:
    """Titles, roles and surnames fold together; a house and its government do not."""
    planted = article("Mayor Ann Roe said so. The White House said no. Washington said nothing at all.")
    known = attribute.parties(planted)
    assert attribute.same_party("Ms Roe", "Ann Roe", known)
    assert attribute.same_party("the White House", "White House", known)
    assert not attribute.same_party("Washington", "the White House", known)
    assert not attribute.same_party("Ann Roe", "Bo Lee", known)


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm supplied the pills but had no say in the analysis or in the decision to publish.",
        "The trial heard that the alarm had been cut.",
        "Ann Roe read a statement on the steps with her parents beside her.",
        "The firm would cut jobs, as hauliers pushed orders for its lorries into next year.",
    ],
)
def test_a_verb_of_saying_that_says_nothing_has_no_speaker(sentence: str) -> None:
    """A say is a noun, a court hears what others say, and orders are pushed by whoever moves them."""
    assert [found.speaker for found in attribute.attributions(article(sentence)) if found.speaker] == []


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ('Added Ann Roe, who chairs the council, "We cannot wait."', "Ann Roe", '"We cannot wait."'),
        (
            'Ann Roe said: "It is no longer about “law and order” for them. They have lost."',
            "Ann Roe",
            '"It is no longer about “law and order” for them. They have lost."',
        ),
    ],
)
def test_a_quotation_is_read_whole_and_its_verb_may_open_the_sentence(
    sentence: str, speaker: str, content: str
) -> None:
    """Curly marks inside straight ones close what they opened; an inverted tag has its speaker behind it."""
    planted = article(sentence)
    (found,) = attribute.attributions(planted)
    assert found.speaker == speaker
    assert " ".join(part.of(planted.raw) for part in found.content) == content


SCRAPS = st.sampled_from(
    ["Ann Roe", "said", "told", "he", '"', "“", "”", "''", "‘", "’", ",", ".", ":", ";", "that", "according to",
     "the plan", "and", "who", "\n", "—", "(", "UK", "backed", "1.5m", "«", "»"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(SCRAPS, max_size=40))
def test_unbalanced_marks_and_odd_orders_break_nothing(scraps: list[str]) -> None:
    """Spans stay inside the text and contents do not overlap, whatever the page does."""
    planted = article(" ".join(scraps))
    check_spans(planted, attribute.attributions(planted))


def check_spans(planted: Article, found: tuple[Attribution, ...]) -> None:
    parts = sorted(part for item in found for part in item.content)
    assert all(one.end <= other.start for one, other in itertools.pairwise(parts))
    for item in found:
        for span in (item.cue, *item.content, *([item.source] if item.source else [])):
            assert 0 <= span.start < span.end <= len(planted.raw)


def test_sentences_are_the_only_thing_read() -> None:
    """What cleaning cut cannot speak."""
    text = "Ann Roe said no. Bo Lee said yes."
    planted = Article(text, "cut", (Span(0, 16),), (Sentence(1, 0, 16, 0),))
    assert [found.speaker for found in attribute.attributions(planted)] == ["Ann Roe"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mr Bo Lee said no.\nThe mayor had been in Hale for years. He said it was late.", "He"),
        ("Mr Bo Lee said no.\nYesterday Mr Tom Pell met Mr Sam Orde in Hale. He said it was late.", "He"),
        ("Two clerks denied it.\nMr Bo Lee said no.\nThey said it was late.", "They"),
    ],
    ids=["one it has described", "two it has named", "others since"],
)
def test_a_pronoun_that_may_mean_somebody_else_stays_open(text: str, speakers: str) -> None:
    """A wrong name does harm, none does not."""
    found = attribute.attributions(article(text))
    assert [a.speaker for a in found if a.source is not None and a.source.of(text) == speakers] == [None]


def test_a_middle_initial_makes_nobody_else() -> None:
    text = "Ann Roe met reporters.\nAnn E. Roe said it was late.\nMs Roe said no."
    assert {speaker for speaker, _ in said(text)} == {"Ann Roe"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The inquiry ends next week, current and former officials said.",
            ("current and former officials", "The inquiry ends next week"),
        ),
        (
            "The mayor and her deputy said the bridge would open in May.",
            ("the mayor and her deputy", "the bridge would open in May"),
        ),
    ],
    ids=["descriptions", "one is the other's"],
)
def test_two_who_speak_together_are_one_source(text: str, expected: tuple[str, str]) -> None:
    """The first of them is no part of what is said, and the second is not the only one who says it."""
    assert said(text) == [expected]


def test_what_a_name_does_is_no_part_of_it() -> None:
    """A name ends before its verb, where what is reported follows a clause of its own."""
    assert [speaker for speaker, _ in said("Ann Roe went after Lee, calling him a thief.")] == ["Ann Roe"]
