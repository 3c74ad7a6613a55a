"""Sentences are what evidence is counted in: each must be whole, short and exactly where the text has it."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Cut, Sentence, Span
from summarizer.segment import split


def printed(text: str, language: str = "en") -> list[str]:
    return [text[s.start : s.end] for s in split(text, (Span(0, len(text)),), (), language)]


@pytest.mark.parametrize(
    "text",
    [
        "He said: “We will go on.|We will not stop!|Will they?”|Then he left.",
        '"We tried.|It failed," she said.|"We will try again."',
        "'It was bad.|It was very bad,' he said.|'We won't go.'|The end.",
        '"First.|Second line.|Third."',
        "“Go!”|“No!”|“Yes!”",
    ],
    ids=["curly", "straight", "single", "whole quotation", "exchange"],
)
def test_a_quotation_is_split_inside_and_keeps_its_marks(text: str) -> None:
    """Evidence is a sentence; a quotation of six sentences as one piece of evidence proves nothing."""
    assert printed(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "She lives at No. 10 Harbour Street.|It opens at 9 a.m. on Monday.",
        "Mr. Roe met Gen. Lund and Dr. A. B. Lee in the U.S. capital.|They talked.",
        "It grew 3.5 percent to $1.2 billion.|No. 5 came first.",
        "It cost $ 1. 7 million in all.|It was late in 2015.|7 million came.",
        "No.|It did not.",
        "“I don’t know ... maybe,” he said.|He left.",
        "The vote was on Jan. 6 and on Sept. 11.|They met.",
        "See fig. 2 and pp. 5-6 of vol. 3.|It cost approx. 5 dollars.",
        "J.K. Rowe won.|Ph.D. students came.",
        "He works for Widget Inc.|She does not.",
        "It was 5 p.m.|The train left.",
        "It shut at 8 p.m. Monday in the town.|It opened from 10:30 p.m. Aug. 9 to 6 a.m. EDT.|They left.",
        "HarbourNews.Net - The wall fell.|It was old.",
        "He left at 7 a.m.|Monday was quiet.|Maj. Gen. Roe met Atty. Gen. Lund in Ft. Adley.",
        "He won 5-3.|He lost.",
        "A headline without a stop",
        "Version 2.0.1 of Node.js is out.|It works.",
        "It was late…|Nobody came.",
        "“We wait...|And then we go,” she said.",
        "Lt. Col. Bo Lee met Sen. Cy Day on Nov. 5 in St. Ives.|They agreed.",
        "Prices rose 3.4 per cent vs. 2.1 per cent in Q1.|Wages fell.",
    ],
    ids=lambda text: text.split("|")[0][:24],
)
def test_a_stop_that_ends_nothing_ends_no_sentence(text: str) -> None:
    assert printed(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("language", "text", "joint"),
    [
        ("de", "Am 3. Oktober kam Dr. Adler nach Lund.|„Wir gehen.|Wir kommen wieder“, sagte er.", " "),
        ("fr", "Mme. Aubry a dit : « Nous partons.|Nous reviendrons. »|Puis elle est partie.", " "),
        ("es", "¿Qué pasó?|Nadie lo sabe.|El Sr. Gil dijo: «No iremos.|No hay dinero».|¡Vámonos!", " "),
        ("de", "Der 1. FC Lund gewann mit 3:1.|„Endlich!“, rief Prof. Adler.", " "),
        ("de", "Das kostet z. B. 5 Mio. Euro.|Wer zahlt?", " "),
        ("fr", "La réunion, prévue le 3 janv. à Lyon, est annulée.|Pourquoi ?", " "),
        ("fr", "Le Dr Blanc a refusé…|« Qui le sait ?|Personne. »", " "),
        ("es", "La Sra. Vega llegó a las 9 a. m. del lunes.|«No sé nada», dijo.", " "),
        ("es", "—¿Vienes? —preguntó Ana.|—No.", " "),
        ("ja", "会議は午前9時に始まった。|結論は出なかった…。|「なぜですか？」と記者が聞いた。", ""),
        ("ja", "彼は「行きます。|戻りません。」と言った。|そして去った。|本当に？|はい！", ""),
        ("zh", "他说：“我们走吧。|不回来了。”|然后他走了。|真的吗？", ""),
    ],
    ids=[
        "German",
        "French",
        "Spanish",
        "German ordinal",
        "German abbreviations",
        "French month",
        "French broken off",
        "Spanish titles",
        "Spanish dialogue",
        "Japanese dots",
        "Japanese",
        "Chinese",
    ],
)
def test_other_languages_are_split_as_their_readers_would(language: str, text: str, joint: str) -> None:
    assert printed(text.replace("|", joint), language) == text.split("|")


def test_a_remark_in_brackets_is_split_from_what_follows() -> None:
    assert printed("(He was there. So was she.) They left.") == [
        "(He was there.",
        "So was she.)",
        "They left.",
    ]


def test_a_sentence_never_leaves_its_paragraph_nor_holds_a_cut() -> None:
    """Two lines that lost their paragraph border would put two people's words into one sentence."""
    raw = "One goes on\nTwo starts. [advert] Three ends."
    made = split(raw, (Span(0, 11), Span(12, len(raw))), (Cut(24, 32, "advertisement"),))
    assert [(s.number, s.paragraph, raw[s.start : s.end]) for s in made] == [
        (1, 0, "One goes on"),
        (2, 1, "Two starts."),
        (3, 1, "Three ends."),
    ]


PIECES = st.sampled_from(
    [*"\"“”‘’«»()[].,!?…:;—。」「 \n\t\u00a0aB7é\u0301😀\u200b", "  ", "Mr.", "U.S.", "said",
     "Nein", "と言", "e.g.", "No."]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, tuple[Span, ...], tuple[Cut, ...]]:
    raw = draw(TEXTS)
    marks = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=6)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    paragraphs = tuple(Span(first, last) for first, last in pairs if first < last)
    borders = sorted(draw(st.lists(st.integers(0, len(raw)), min_size=2, max_size=4)))
    cuts = (Cut(borders[0], borders[1], "caption"),) if borders[0] < borders[1] else ()
    return raw, paragraphs, cuts


@given(articles())
def test_sentences_partition_what_is_left_of_the_paragraphs(
    given_article: tuple[str, tuple[Span, ...], tuple[Cut, ...]],
) -> None:
    """Between the sentences of a paragraph there is nothing but white space and cuts: no word is lost."""
    raw, paragraphs, cuts = given_article
    made = split(raw, paragraphs, cuts)
    assert [s.number for s in made] == list(range(1, len(made) + 1))
    assert all(a.end <= b.start for a, b in itertools.pairwise(made))
    for sentence in made:
        text = raw[sentence.start : sentence.end]
        assert text
        assert text == text.strip()
        assert paragraphs[sentence.paragraph].holds(sentence.span)
        assert not any(cut.span.overlaps(sentence.span) for cut in cuts)
    covered = {at for s in made for at in range(s.start, s.end)} | {
        at for cut in cuts for at in range(cut.start, cut.end)
    }
    for paragraph in paragraphs:
        assert all(at in covered or raw[at].isspace() for at in range(paragraph.start, paragraph.end))


@given(TEXTS)
def test_offsets_count_code_points_whatever_stands_before(text: str) -> None:
    """The engine below is not written in Python: byte offsets would shift after the first emoji."""
    lead = "😀 Ü \U00020000 "
    assert [s.span for s in split(lead + text, (Span(len(lead), len(lead) + len(text)),))] == [
        Span(s.start + len(lead), s.end + len(lead)) for s in split(text, (Span(0, len(text)),))
    ]


@pytest.mark.parametrize(
    "unit",
    ["a", '"', ". ", "(“", "A. ", "。", "He said so. "],
    ids="letters marks stops openers initials wide prose".split(),
)
def test_a_line_of_a_hundred_thousand_characters_ends_in_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    before = time.perf_counter()
    made: tuple[Sentence, ...] = split(text, (Span(0, len(text)),))
    assert time.perf_counter() - before < 2
    assert made
