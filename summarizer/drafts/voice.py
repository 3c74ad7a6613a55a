"""In whose voice a sentence stands: the reporter's, somebody's who is quoted, or that of a letter or a column."""

from __future__ import annotations

import re

from summarizer import support
from summarizer.article import Article

# Not the number of a king or a war ("Charles I was", "World War I was").
_I = re.compile(
    r"(?:^|[^\w\s.]\s?|\b(?:[a-z][\w’'-]*|As|When|If|What|While|But|And|So|That|Since|Because|Although|Now|Then),?\s)(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y|me|myself)\b(?!\.)"
)
_WE = re.compile(r"(?:We|Our|Let['’]s)\b")
_IN_MARKS = re.compile(r"''.*?''|[\"“].*?(?:[\"”]|$)")
# That it was the reporter who was told does not make it his.
_TOLD = re.compile(r"\b(?:told|tells|said to|says to) me\b")


def first_person(text: str) -> bool:
    """Say whether whoever writes speaks of himself or to the reader as "we": such a line is no summary's.

    >>> first_person("I cannot see how this ends."), first_person("“I will go,” Roe said.")
    (True, False)
    >>> first_person("Charles I was king."), first_person("We asked her about it.")
    (False, True)
    """
    bare = _TOLD.sub("", _IN_MARKS.sub("“”", text))
    return _WE.match(bare) is not None or _I.search(bare) is not None


def quoted(index: support.Index) -> frozenset[int]:
    """The numbers of sentences that somebody speaks: in a quotation that began before, or behind a name and a colon."""
    made = _in_marks(index.article)
    for number, said in index.by_line.items():
        line = index.lines[number - 1].span
        for one in said:
            label = one.source is not None and one.cue.of(index.article.raw) == ":"
            if label and any(
                part.overlaps(line)
                and _MOST * len(line.of(index.article.raw))
                < _shared(part.start, part.end, line.start, line.end)
                for part in one.content
            ):
                made.add(number)
    return frozenset(made)


_MOST = 0.5


def _shared(start: int, end: int, first: int, last: int) -> int:
    return min(end, last) - max(start, first)


def _in_marks(article: Article) -> set[int]:
    """Sentences that begin where a quotation of their paragraph is still open."""
    made: set[int] = set()
    paragraph, text = -1, ""
    for sentence in article.sentences:
        if sentence.paragraph != paragraph:
            paragraph, text = sentence.paragraph, ""
        if text.count("“") > text.count("”") or (text.count('"') + text.count("''")) % 2:
            made.add(sentence.number)
        text += article.raw[sentence.start : sentence.end]
    return made
