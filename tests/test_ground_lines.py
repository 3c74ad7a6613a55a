"""A summary line says nothing as the article's that the article only has somebody say."""

from __future__ import annotations

from summarizer import ground, read_text
from tests.test_ground import TEXT, drafted


def test_a_line_in_somebodys_words_tells_whose_they_are() -> None:
    """What is only said is no fact of the article's, however well it is borne out."""
    lines = (
        ("The bridge will reopen when it is safe.", 3),
        ("Mayor Ann Roe said the bridge will reopen when it is safe.", 3),
        ("The bridge will reopen when it is safe, the mayor says.", 3),
        ("Otterby council voted by 14 to 9 on Monday to close the north bridge to lorries from 1 May.", 1),
    )
    made = ground.ground(drafted(summary=lines), read_text(TEXT, "otterby"), origin="model").summary
    told = {line.text: line.support.problems for line in made}
    assert told[lines[0][0]] == ("Ann Roe says so; the article does not state it itself",)
    assert all("says so" not in problem for text, _ in lines[1:] for problem in told.get(text, ()))


def test_what_the_reporter_adds_is_not_the_speakers() -> None:
    """A clause behind somebody's words in the same sentence is whoever's who wrote the sentence."""
    added = "Mayor Ann Roe said the bridge is safe for lorries, though two of its beams fell into the river in May."
    own = "Mayor Ann Roe said the bridge is safe for lorries though it is old."
    article = read_text(
        f"Bridge stays open\n\nThe council of Otterby met on Monday to talk about it.\n\n{added}\n", "a"
    )
    shown = [
        ground.ground(drafted(claims=((text, "Ann Roe", 2),)), article, origin="model").claims
        for text in (added, own)
    ]
    assert [(claim.speaker, claim.text) for claim in shown[0]] == [
        ("Ann Roe", "The bridge is safe for lorries.")
    ]
    assert all("two of its beams" not in claim.text for claims in shown for claim in claims)


def test_a_claim_behind_a_name_does_not_end_in_it_again() -> None:
    """Not: Ann Roe says that the bridge is safe, Ann Roe says."""
    text = "The bridge is safe for lorries and buses, Ann Roe says."
    article = read_text(f"Bridge stays open\n\nThe council met on Monday in Otterby.\n\n{text}\n", "a")
    (claim,) = ground.ground(drafted(claims=((text, "Ann Roe", 2),)), article, origin="model").claims
    assert (claim.speaker, claim.text) == ("Ann Roe", "The bridge is safe for lorries and buses.")
