"""A "Mr" or "Mrs" that the article does not print is no name, unless it makes somebody else of whom it is said."""

from __future__ import annotations

import pytest

import summarizer

PAGE = """Court halts bridge works

Judge Richard Berman halted works on the Otterby bridge on Tuesday after residents sued the council. Engineer Ann Roe told
the court that two beams had cracked.

Mayor Bo Lee said the works would go on in June. Mrs Orr, who lives beside the bridge, cheered.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Mr Lee said the works would go on in June.", "supported"),
        ("Ms. Roe told the court that two beams had cracked.", "supported"),
        ("Mr Richard Berman halted works on the Otterby bridge on Tuesday.", "supported"),
        ("Mrs Orr, who lives beside the bridge, cheered.", "supported"),
        ("Mr Roe told the court that two beams had cracked.", "unsupported"),
        ("Mrs Berman halted works on the Otterby bridge on Tuesday.", "unsupported"),
        ("Mr Orr, who lives beside the bridge, cheered.", "unsupported"),
    ],
)
def test_a_courtesy_is_told_by_the_first_name_and_by_what_the_article_prints(
    claim: str, verdict: str
) -> None:
    """Models write "Mr Lee" where American papers print "Lee"; "Mr Orr" for Mrs Orr is another person."""
    assert summarizer.check(claim, summarizer.read_text(PAGE, "page")).verdict == verdict
