"""A paragraph as tokens with their place, and where its quotations run."""

from __future__ import annotations

import bisect
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.article import Article, Sentence, Span
from summarizer.attribute import classes, names

_TOKEN = re.compile(
    # most words are these: what follows them takes twice as long to find out the same
    r"[a-z]{2,}(?=\s)"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Prof|Rev|Jr|Sr|Sgt|Capt|Hon|No)\.(?=\s)|(?:Jr|Sr)\.(?=,)"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]\.(?=\s+[A-Z])"
    r"|\w+(?:['’\-–.,]\w+)*['’]?(?=\W|$)"
    r"|'{2,3}|``|[^\w\s]"
)
DOUBLE_OPEN, DOUBLE_CLOSE = "“„«", "”»"
# three apostrophes close a quotation inside a quotation together with it
STRAIGHT = ('"', "''", "'''", "``")


class Token(NamedTuple):
    """A word or a mark; `sentence` is the sentence's number, `quoted` whether it stands in a quotation.

    The rest is what `classes` tells of it. A tuple, because a
    megabyte of news is 190,000 of them and they are made twice as fast as slotted dataclasses.
    """

    start: int
    end: int
    sentence: int
    text: str
    quoted: bool
    lower: str
    word: bool
    capital: bool
    reports: int
    verb: bool
    sort: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens and quotations of one paragraph; `carried` says that a quotation runs on into it."""

    number: int
    span: Span
    tokens: tuple[Token, ...]
    quotes: tuple[Span, ...]
    carried: bool
    bare: bool

    def at(self, offset: int) -> int:
        """The first token that does not start before `offset`."""
        return bisect.bisect_left(self.tokens, (offset,))


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """Tokenise the article's paragraphs and pair their quotation marks.

    A quotation that is not closed at the end of its paragraph ends there; if the next
    paragraph opens with a mark it is carried on (the newspaper convention).
    """
    single = _uses_single(article)
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    made: list[Paragraph] = []
    unclosed = False
    for number, sentences in sorted(by_paragraph.items()):
        first, last = sentences[0].start, sentences[-1].end
        text = article.raw[first:last]
        quotes, open_end = _pair(text, first, single)
        carried = unclosed and bool(quotes) and quotes[0].start == first
        tokens = _tokens(text, first, sentences, quotes)
        bare = len(quotes) == 1 and quotes[0].start == first and last - quotes[0].end <= 1
        made.append(Paragraph(number, Span(first, last), tokens, tuple(quotes), carried, bare))
        unclosed = open_end
    return tuple(made)


def _uses_single(article: Article) -> bool:
    """British papers quote with single marks: told by opening ones and the lack of double ones."""
    sample = article.body[:100_000]
    double = sum(sample.count(mark) for mark in '"“”')
    if sum(sample.count(mark) for mark in "'‘") <= 2 * double:
        return False
    opening = len(re.findall(r"(?:^|[\s(])[‘'](?=\w)", sample))
    closing = len(re.findall(r"[.,!?\w][’'](?=[\s,.;:)]|$)", sample))
    return opening >= 2 and closing >= 2 and opening > 2 * double


def _pair(text: str, offset: int, single: bool) -> tuple[list[Span], bool]:
    text = _without_nicknames(text)
    quotes: list[Span] = []
    opened: int | None = None
    outer = ""
    nested = False
    for mark in _MARKS.finditer(text):
        printed = mark.group()
        before = text[mark.start() - 1 : mark.start()]
        after = text[mark.end() : mark.end() + 1]
        inner = printed in "‘’'"
        if inner and (not single or (before.isalnum() and after.isalnum())):
            continue
        opens = _opens(printed, before, after)
        if opened is None:
            if opens:
                opened, outer = mark.start(), printed
        elif printed == "“" and outer in STRAIGHT:
            nested = True
        elif nested and printed == "”":
            nested = False
        elif _closes(printed, outer, opens):
            quotes.append(Span(offset + opened, offset + mark.end()))
            opened, nested = None, False
    if opened is not None:
        quotes.append(Span(offset + opened, offset + len(text)))
    return quotes, opened is not None


def _without_nicknames(text: str) -> str:
    """The text with blanks for the marks of nicknames ("Robert “Chip” Callahan"), which quote nobody."""
    for found in names.nicknames(text):
        (opens, _), (_, closes) = found.span("opens"), found.span("closes")
        text = f"{text[:opens]} {found['nick']} {text[closes:]}"
    return text


# German and single pointed marks: what closes the first opens elsewhere
_CLOSED_BY = {"„": "“", "‹": "›"}
_MARKS = re.compile(r"'{2,3}|``|[\"“”„«»‹›‘’']")


def _closes(mark: str, outer: str, opens: bool) -> bool:
    if outer in _CLOSED_BY:
        return mark == _CLOSED_BY[outer]
    return (mark in "‘’'") == (outer in "‘’'") and (not opens or mark in STRAIGHT)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in ("“", "„", "«", "‹", "‘", "``"):
        return True
    if mark == "”":
        # the wrong way round at the head of a paragraph, as pages print it that were made by machine
        return not before and bool(after)
    if mark in ("»", "›"):
        return False
    # a straight mark opens after a blank or a bracket, and never before a blank
    return (not before or before.isspace() or before in "([—–―-:") and bool(after) and not after.isspace()


def _tokens(
    text: str, offset: int, sentences: Sequence[Sentence], quotes: Sequence[Span]
) -> tuple[Token, ...]:
    made = []
    numbers = iter(sentences)
    number, until = (first := next(numbers)).number, first.end
    ahead = iter(quotes)
    quote = next(ahead, _NO_QUOTE)
    opens, closes = quote.start, quote.end
    plain, inside = classes.plain, classes.quoted
    # past the named tuple's own constructor, which takes three times as long
    new = tuple.__new__
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        start += offset
        while start >= until and (following := next(numbers, None)) is not None:
            number, until = following.number, following.end
        while closes <= start:
            quote = next(ahead, _NO_QUOTE)
            opens, closes = quote.start, quote.end
        told = inside(found[0]) if opens <= start else plain(found[0])
        made.append(new(Token, (start, end + offset, number, *told)))
    return tuple(made)


_NO_QUOTE = Span(sys.maxsize - 1, sys.maxsize)
