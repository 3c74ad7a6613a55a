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
