"""Summary, key claims and positions of an article, each tied to the article's own sentences.

>>> import summarizer
>>> article = summarizer.read_text("The council met on Monday. Mayor Ann Roe said: “We will build the bridge.”")
>>> note = summarizer.summarize(article, model="extractive")
>>> note.claims[0].speaker
'Ann Roe'

Names are resolved when first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.article import Article, Attribution, Cut, Sentence, Span
    from summarizer.briefing import Difference
    from summarizer.briefs import abrief, brief
    from summarizer.errors import SummarizerError
    from summarizer.note import Claim, Evidence, Position, SetAside, SummaryLine, Support
    from summarizer.pipeline import asummarize, attributions, check, read, read_text, summarize
    from summarizer.results import Note
    from summarizer.settings import Settings

_HOME = {
    "Article": "article",
    "Attribution": "article",
    "Briefing": "results",
    "Claim": "note",
    "Cut": "article",
    "Difference": "briefing",
    "Evidence": "note",
    "Note": "results",
    "Position": "note",
    "Sentence": "article",
    "SetAside": "note",
    "Settings": "settings",
    "Span": "article",
    "SummarizerError": "errors",
    "SummaryLine": "note",
    "Support": "note",
    "abrief": "briefs",
    "asummarize": "pipeline",
    "attributions": "pipeline",
    "brief": "briefs",
    "check": "pipeline",
    "read": "pipeline",
    "read_text": "pipeline",
    "summarize": "pipeline",
}

__all__ = [
    "Article",
    "Attribution",
    "Briefing",
    "Claim",
    "Cut",
    "Difference",
    "Evidence",
    "Note",
    "Position",
    "Sentence",
    "SetAside",
    "Settings",
    "Span",
    "SummarizerError",
    "SummaryLine",
    "Support",
    "abrief",
    "asummarize",
    "attributions",
    "brief",
    "check",
    "read",
    "read_text",
    "summarize",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name not in _HOME:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"summarizer.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
