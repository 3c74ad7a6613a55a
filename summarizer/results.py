"""What the library hands out: results that print themselves.

A record knows nothing of printing, and printing is built on the records; what joins the two
stands above both.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from summarizer import briefing, note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article


class Note(note.Note):
    """Summary, claims and positions of one article, each tied to its sentences.

    >>> import summarizer
    >>> article = summarizer.read_text("The council met on Monday. Mayor Ann Roe said: “We will build it.”")
    >>> made = summarizer.summarize(article, model="extractive")
    >>> print(made.to_markdown().splitlines()[0])
    # The council met on Monday.
    >>> made.to_html(article).startswith("<!DOCTYPE html>")
    True
    >>> summarizer.Note.model_validate_json(made.model_dump_json()) == made
    True
    """

    def to_markdown(self) -> str:
        """Print the note as GitHub-flavoured Markdown, its evidence as footnotes."""
        from summarizer import render

        return render.markdown(self)

    def to_html(self, article: Article | None = None) -> str:
        """Print the note as one HTML file that needs no network.

        A note holds the sentences that it cites and not the article: given the article that it
        was made of, the page shows the whole text beside the note, what was cut included, and
        else the cited sentences. Raises UsageError for another article.
        """
        from summarizer import render

        return render.html(self, article)

    def to_docx(self, path: str | PathLike[str]) -> None:
        """Write the note as a Word document, its evidence as footnotes, whole or not at all.

        Raises UsageError where the extra `docs` is not installed, OutputError where `path`
        cannot be written.
        """
        from pathlib import Path

        from summarizer import files, render

        files.write(Path(path), render.docx(self))

    def _repr_html_(self) -> str:
        """Print the note for a notebook: no script, no style, the evidence folded under each item."""
        from summarizer import render

        return render.fragment(self)

    def __eq__(self, other: object) -> bool:
        """Compare what is in the notes: one read as the plain record is the same note."""
        return isinstance(other, note.Note) and self.__dict__ == other.__dict__

    __hash__ = note.Note.__hash__


class Briefing(briefing.Briefing):
    """Several articles side by side: what they agree on, where they differ, what only one has.

    >>> import summarizer
    >>> one = summarizer.read_text("Fire at the mill killed three people on Monday, police in Oslar said.", "a")
    >>> other = summarizer.read_text("The mill fire in Oslar on Monday killed four people, police said.", "b")
    >>> made = summarizer.brief([one, other], model="extractive")
    >>> made.differences[0].kind, [side.text for side in made.differences[0].sides]
    ('figure', ['three people', 'four people'])
    """

    def to_markdown(self) -> str:
        """Print the briefing as GitHub-flavoured Markdown, its evidence as footnotes."""
        from summarizer import render

        return render.markdown(self)

    def to_html(self, articles: Sequence[Article] = ()) -> str:
        """Print the briefing as one HTML file that needs no network.

        Those of its sources that are given are shown whole beside it, of the others the sentences it
        cites. Raises UsageError for an article that it was not made of.
        """
        from summarizer import render

        return render.html(self, *articles)

    def to_docx(self, path: str | PathLike[str]) -> None:
        """Write the briefing as a Word document, its evidence as footnotes, whole or not at all.

        Raises UsageError where the extra `docs` is not installed, OutputError where `path`
        cannot be written.
        """
        from pathlib import Path

        from summarizer import files, render

        files.write(Path(path), render.docx(self))

    def _repr_html_(self) -> str:
        """Print the briefing for a notebook, as a note is."""
        from summarizer import render

        return render.fragment(self)

    def __eq__(self, other: object) -> bool:
        """Compare what is in the briefings: one read as the plain record is the same briefing."""
        return isinstance(other, briefing.Briefing) and self.__dict__ == other.__dict__

    __hash__ = briefing.Briefing.__hash__
