"""Does the article say so? Planted true and false statements about one invented article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import read_text, support
from summarizer.article import Article
from summarizer.support import numbers

TEXT = """Otterby council votes to close the north bridge

Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.

The bridge carries 3,200 vehicles a day, and repairs would cost £1.5m, according to a report by engineers.

Mayor Ann Roe said: "We cannot wait for a beam to fall on a school bus. The bridge will reopen when it is safe."

Hauliers opposed the plan. Bo Lee, who chairs the Otterby Hauliers' Group, said the closure would "finish off" four firms.

The police said more than 200 lorries might use the bridge at night.

Ms Roe did not rule out a toll.
"""


@pytest.fixture(name="otterby", scope="module")
def _otterby() -> Article:
    return read_text(TEXT, "otterby")


@pytest.mark.parametrize(
    "claim",
    [
        "Otterby council voted by 14 to 9 to close the north bridge to lorries.",
        "Repairs to the bridge would cost £1.5 million.",
        "Repairs would cost 1,500,000 pounds, according to engineers.",
        'Ann Roe said "we cannot wait for a beam to fall on a school bus".',
        "Hauliers opposed the plan.",
        "Bo Lee said the closure would finish off four firms.",
        "Ms Roe did not rule out a toll.",
    ],
    ids=["clause dropped", "scale word", "digits", "quotation", "verbatim", "unquoted", "negation kept"],
)
def test_what_the_article_says_is_not_refused(claim: str, otterby: Article) -> None:
    """A checker that refuses true sentences would be switched off."""
    checked = support.check(claim, otterby)
    assert checked.verdict != "unsupported", checked.problems
    assert all(otterby.raw[e.start : e.end] == e.text for e in checked.evidence)


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Otterby council voted by 15 to 9 to close the north bridge.", "number"),
        ("The bridge carries 3,200 lorries and repairs would cost £1.5bn.", "number"),
        ("Mayor Ann Roe of Wexmoor said the bridge will reopen when it is safe.", "name"),
        ('Ann Roe said "we can wait for a beam to fall on a school bus".', "quotation altered"),
        ("Hauliers supported the plan.", "polarity"),
        ("Otterby council voted not to close the north bridge to lorries.", "negation"),
        ("Ms Roe ruled out a toll.", "negation"),
        ("Bo Lee said the bridge will reopen when it is safe.", "wrong speaker"),
        ("The harbour master sold seven yachts to a film studio.", "not in the article"),
    ],
    ids=["figure", "scale", "name", "quotation", "polarity", "not in", "not out", "speaker", "foreign"],
)
def test_each_kind_of_falsehood_is_refused_by_its_name(claim: str, kind: str, otterby: Article) -> None:
    """A person must see at once what is wrong, so the kind has to be the right one."""
    checked = support.check(claim, otterby)
    assert checked.verdict == "unsupported"
    assert kind in {finding.kind for finding in checked.findings if finding.grave}
    assert checked.problems


def test_a_bound_left_out_makes_a_figure_doubtful(otterby: Article) -> None:
    """“More than 200” does not bear out “200”."""
    checked = support.check("The police said 200 lorries might use the bridge at night.", otterby)
    assert checked.verdict == "doubtful"


def test_an_empty_claim_is_no_claim(otterby: Article) -> None:
    """Nothing cannot be supported."""
    assert support.check("", otterby).verdict == "unsupported"
    assert support.check("…", otterby).score == 0.0


def test_the_article_supports_each_of_its_own_sentences(otterby: Article) -> None:
    """Verbatim is the easiest truth; failing it would undo the extractive drafter."""
    for sentence in otterby.sentences:
        checked = support.check(otterby.text(sentence), otterby)
        assert checked.verdict == "supported", (otterby.text(sentence), checked.problems)
        assert sentence.number in {e.sentence for e in checked.evidence}


@settings(max_examples=60, deadline=None)
@given(claim=st.text(max_size=300))
def test_any_text_gets_a_verdict_and_evidence_that_slices(claim: str) -> None:
    """Claims come from models, which send anything."""
    article = read_text(TEXT, "otterby")
    checked = support.check(claim, article)
    assert 0.0 <= checked.score <= 1.0
    assert all(article.raw[e.start : e.end] == e.text for e in checked.evidence)
    assert checked.verdict != "supported" or checked.evidence


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("£1.5m", [(1_500_000, "£")]),
        ("two million", [(2_000_000, "")]),
        ("1,200 people", [(1200, "")]),
        ("7 per cent", [(7, "%")]),
        ("half a percentage point up to 4.25 percentage points", [(4.25, "points")]),
        ("the 9th of May", [(9, "th")]),
        ("a third", [(1 / 3, "")]),
        ("one of them", []),
    ],
    ids=["scale letter", "words", "separator", "per cent", "points", "ordinal", "fraction", "pronoun"],
)
def test_quantities_are_values_with_units(text: str, values: list[tuple[float, str]]) -> None:
    """Figures are compared as what they mean, not as they are spelled."""
    found = [(q.value, q.unit) for q in numbers.quantities(text)]
    assert [(pytest.approx(v), u) for v, u in values] == found


@pytest.mark.parametrize(
    ("claimed", "printed", "agrees"),
    [
        ("1.5 million", "£1,500,000", True),
        ("33%", "a third", True),
        ("4.25 percentage points", "4.25%", False),
        ("200", "more than 200", False),
        ("more than 200", "more than 200", True),
        ("$5", "£5", False),
    ],
)
def test_a_figure_is_borne_out_only_by_the_same_value_and_unit(
    claimed: str, printed: str, agrees: bool
) -> None:
    """A rate cut to 4.25 per cent is not a cut by 4.25 points."""
    (one,), (other,) = numbers.quantities(claimed), numbers.quantities(printed)
    assert one.agrees(other) is agrees
