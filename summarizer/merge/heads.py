"""The day a source came out, off the head of its page where cleaning found none on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from summarizer.article import Article

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? {_MONTH},? {_YEAR}",
        rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?,? {_YEAR}",
        rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
        rf"\b(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/{_YEAR}",
    )
)
_SURE_FROM = 12
# A line with more words tells of something, and its date may be that of what it tells.
_MOST_WORDS = 12
_ENDS, _FEWEST_WORDS = (".", "!", "?", '"', "”", "’"), 6
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,},? [^-–—]{4,40}?\s?[-–—] ")


def published(article: Article) -> datetime | None:
    """Say when an article came out; None where its page does not, or writes 3/4 for March or for April."""
    if article.published is not None or not article.sentences:
        return article.published
    found = {day for line in _head(article) for day in _days(line)}
    return found.pop() if len(found) == 1 else None


def _head(article: Article) -> Iterator[str]:
    first = next((one for one in article.sentences if _tells(article.text(one))), article.sentences[0])
    for line in article.raw[: first.start].splitlines():
        if len(line.split()) <= _MOST_WORDS:
            yield line
    dateline = _DATELINE.match(article.text(first))
    if dateline is not None:
        yield dateline.group()


def _tells(sentence: str) -> bool:
    """A line of a page's frame that cleaning left has no end, or is short."""
    return sentence.rstrip().endswith(_ENDS) and len(sentence.split()) >= _FEWEST_WORDS


def _days(line: str) -> Iterator[datetime]:
    for form in _FORMS:
        for m in form.finditer(line):
            month = m["month"].lower()[:3]
            number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
            if "/" in m.group() and int(m["day"]) <= _SURE_FROM and int(m["day"]) != number:
                continue
            try:
                yield datetime(int(m["year"]), number, int(m["day"]))
            except ValueError:
                continue
