"""What must hold of every article and every note, whatever they were made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from summarizer import render
from summarizer.article import Article
from summarizer.errors import SummarizerError
from summarizer.results import Note


class Broken(AssertionError):
    """Something that has to hold for every input does not."""


def partition(article: Article) -> None:
    """Paragraphs and cuts hold every printed character once; sentences are numbered inside paragraphs.

    A cut may lie inside a paragraph, whole; what is kept is the rest of it.
    """
    raw = article.raw
    at = 0
    kept = [(part.start, part.end) for p in article.paragraphs for part in article.kept(p)]
    for start, end in sorted(kept + [(c.start, c.end) for c in article.cuts]):
        need(at <= start <= end <= len(raw), "paragraphs and cuts overlap, or lie outside the text")
        need(not raw[at:start].strip(), "printed characters are neither kept nor cut")
        at = end
    need(not raw[at:].strip(), "printed characters after the last paragraph")
    for number, sentence in enumerate(article.sentences, 1):
        need(sentence.number == number, "sentence numbers have a gap")
        need(article.paragraphs[sentence.paragraph].holds(sentence.span), "a sentence leaves its paragraph")
        need(bool(sentence.span.of(raw).strip()), "a sentence of white space")
        need(list(article.kept(sentence.span)) == [sentence.span], "a sentence holds what was cut")


def printed(made: Note, article: Article | None = None) -> None:
    """Print a note in every form; Broken where a screen gets control characters or a page a second script."""
    screen = render.terminal(made, 60, colour=False)
    need(
        not any((c < " " and c != "\n") or "\x7f" <= c <= "\x9f" for c in screen),
        "a control character is printed",
    )
    render.terminal(made, 100, colour=True)
    render.markdown(made)
    page = render.html(made, article)
    need(page.count("<script") == page.count("</script") <= 1, "a script of somebody else's")
    render.fragment(made)
    render.docx(made)
    render.json(made)


def need(holds: bool, what: str) -> None:
    """Raise Broken with `what` unless it holds."""
    if not holds:
        raise Broken(what)


def allowed(run: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Call; None where it ends in an error that a person is meant to see, which must have words."""
    try:
        return run()
    except SummarizerError as error:
        need(bool(str(error).strip()), "an error without words")
        return None
