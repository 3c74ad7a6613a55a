"""Claims as people and models send them: changed in form, marked up, long, foreign, of another article."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime, timezone

import pytest

from summarizer import read_text, support
from summarizer.article import Article
from summarizer.support import numbers, parts
from tests import builders

TEXT = """Otterby council votes to close the north bridge

Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

The council rejected the appeal. Bo Lee, who chairs the Hauliers' Group, criticised the mayor for it.

Half of the lorries may use the tunnel instead, and the group hopes to win damages of 1.2 million pounds.

About a dozen drivers sued the council after the first vote in 2024.
"""


@pytest.fixture(name="otterby", scope="module")
def _otterby() -> Article:
    return replace(read_text(TEXT, "otterby"), published=datetime(2026, 5, 6, tzinfo=timezone.utc))


def example(name: str) -> Article:
    return read_text((builders.EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"), name)


def kinds(claim: str, article: Article) -> set[str]:
    return {finding.kind for finding in support.check(claim, article).findings if finding.grave}


@pytest.mark.parametrize(
    "claim",
    [
        "The appeal was rejected by the council.",
        "The mayor was criticised by Bo Lee.",
        "50% of the lorries may use the tunnel instead.",
        "The group hopes to win damages of £1.2m.",
        "About 12 drivers sued the council after the first vote.",
        "Otterby council voted on May 4 to close the north bridge to lorries.",
    ],
    ids=["passive", "passive names", "half", "million", "dozen", "weekday as date"],
)
def test_the_same_in_another_form_is_not_refused(claim: str, otterby: Article) -> None:
    """Voice, spelling of figures and of days change no fact."""
    checked = support.check(claim, otterby)
    assert checked.verdict != "unsupported", checked.problems


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("The council was rejected by the appeal.", "who did what"),
        ("Half of the lorries will certainly use the tunnel instead.", "certainty"),
        ("The group will win damages of 1.2 million pounds.", "certainty"),
        ("About a dozen drivers sued the council after the first vote in 2026.", "date"),
        ("About a dozen drivers sued the council after the last vote in 2024.", "polarity"),
    ],
    ids=["parties swapped", "may made certain", "hope made fact", "this year for another", "opposite"],
)
def test_a_change_of_meaning_in_another_form_is_refused(claim: str, kind: str, otterby: Article) -> None:
    """What a second generator of false claims showed to get through."""
    assert kind in kinds(claim, otterby)


@pytest.mark.parametrize(
    ("claimed", "printed", "agrees"),
    [
        ("more than 200", "214", True),
        ("nearly 200", "196", True),
        ("more than 200", "196", False),
        ("more than 200", "200", False),
        ("fewer than 200", "more than 200", False),
        ("two-thirds", "66.7%", True),
        ("two dozen", "24", True),
        ("half a million", "500,000", True),
    ],
)
def test_a_bound_is_part_of_a_figure(claimed: str, printed: str, agrees: bool) -> None:
    (one,), (other,) = numbers.quantities(claimed), numbers.quantities(printed)
    assert one.agrees(other) is agrees


def test_a_claim_in_another_language_is_unsupported(otterby: Article) -> None:
    """The checker reads English; what it cannot read it does not vouch for."""
    checked = support.check("Der Stadtrat sperrte am Montag die Brücke für Lastwagen.", otterby)
    assert checked.verdict == "unsupported"
    assert checked.problems


@pytest.mark.parametrize("claim", ["", "   ", "\u200f", "…", "****", "<b></b>"])
def test_a_claim_of_nothing_is_unsupported_and_says_so(claim: str, otterby: Article) -> None:
    checked = support.check(claim, otterby)
    assert (checked.verdict, checked.score, checked.problems) == ("unsupported", 0.0, ("nothing is claimed",))


def test_a_claim_of_5000_words_gets_an_answer_in_seconds() -> None:
    """Somebody will send a whole document; 0.4 s here."""
    article = example("court-ruling")
    claim = " ".join((article.body.split() * 20)[:5000])
    started = time.process_time()
    checked = support.check(claim, article)
    assert time.process_time() - started < 10
    assert checked.evidence


@pytest.mark.parametrize("name", ["court-ruling", "science-finding", "vote-harbour-levy"])
def test_the_article_itself_is_supported(name: str) -> None:
    """As pasted, as cleaned, and any stretch of it."""
    article = example(name)
    stretch = " ".join(article.text(sentence) for sentence in article.sentences[3:9])
    for claim in (article.raw, article.body, stretch):
        checked = support.check(claim, article)
        assert (checked.verdict, checked.score) == ("supported", 1.0)


def test_a_summary_of_another_article_is_unsupported() -> None:
    article, other = example("science-finding"), example("court-ruling")
    for sentence in other.sentences[2:8]:
        assert support.check(other.text(sentence), article).verdict == "unsupported"


@pytest.mark.parametrize("form", ["**{}**", "<p>{}</p>", "\u200f{}\u202c", "{} 🎉", "> {}", "- {}", "_{}_"])
def test_markup_emoji_and_direction_marks_change_nothing(form: str, otterby: Article) -> None:
    claim = otterby.text(otterby.sentences[1])
    plain, marked = support.check(claim, otterby), support.check(form.format(claim), otterby)
    assert marked.verdict == plain.verdict == "supported"
    assert marked.evidence == plain.evidence


def test_one_false_sentence_among_true_ones_is_named(otterby: Article) -> None:
    """A long claim is as good as its worst sentence."""
    true = [otterby.text(sentence) for sentence in otterby.sentences[1:4]]
    checked = support.check(" ".join([*true, "The mayor resigned over nine yachts."]), otterby)
    assert checked.verdict == "unsupported"
    assert any("resigned" in problem for problem in checked.problems)


def test_a_quotation_of_many_sentences_is_kept_in_one_part() -> None:
    listed = parts.sentences("It rained. She said: “We wait. We see. We go.” It ended.")
    assert [part for part in listed if "We see" in part] == ["She said: “We wait. We see. We go.”"]


def test_what_matched_is_shown_by_spans_of_the_article(otterby: Article) -> None:
    """A person sees which words carried the verdict."""
    checked = support.check("The council rejected an old appeal.", otterby)
    assert [span.of(otterby.raw) for span in checked.matched] == ["The council rejected the appeal"]
