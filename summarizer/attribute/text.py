"""A paragraph as tokens with their place, and where its quotations run."""

from __future__ import annotations

import bisect
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.article import Article, Sentence, Span

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Prof|Rev|Jr|Sr|Sgt|Capt|Hon|No)\.(?=\s)|(?:Jr|Sr)\.(?=,)"
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

    `word` is a word rather than a mark; `capital` starts with a capital letter. A tuple, because a megabyte
    of news is 190,000 of them and they are made twice as fast as slotted dataclasses.
    """

    start: int
    end: int
    text: str
    lower: str
    sentence: int
    quoted: bool
    word: bool
    capital: bool


_Form = tuple[str, bool, bool]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens and quotations of one paragraph; `carried` says that a quotation runs on into it."""

    number: int
    span: Span
    tokens: tuple[Token, ...]
    quotes: tuple[Span, ...]
    carried: bool
    bare: bool
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The first token that does not start before `offset`."""
        return bisect.bisect_left(self.starts, offset)


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
    known: dict[str, _Form] = {}
    unclosed = False
    for number, sentences in sorted(by_paragraph.items()):
        first, last = sentences[0].start, sentences[-1].end
        text = article.raw[first:last]
        quotes, open_end = _pair(text, first, single)
        carried = unclosed and bool(quotes) and quotes[0].start == first
        tokens = _tokens(text, first, sentences, quotes, known)
        bare = len(quotes) == 1 and quotes[0].start == first and last - quotes[0].end <= 1
        starts = tuple([token.start for token in tokens])
        made.append(Paragraph(number, Span(first, last), tokens, tuple(quotes), carried, bare, starts))
        unclosed = open_end
    return tuple(made)


def _uses_single(article: Article) -> bool:
    """British papers quote with single marks: told by opening ones and the lack of double ones."""
    sample = article.body[:100_000]
    double = sum(sample.count(mark) for mark in '"“”')
    opening = len(re.findall(r"(?:^|[\s(])[‘'](?=\w)", sample))
    closing = len(re.findall(r"[.,!?\w][’'](?=[\s,.;:)]|$)", sample))
    return opening >= 2 and closing >= 2 and opening > 2 * double


def _pair(text: str, offset: int, single: bool) -> tuple[list[Span], bool]:
    quotes: list[Span] = []
    opened: int | None = None
    outer = ""
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
        elif _closes(printed, outer, opens):
            quotes.append(Span(offset + opened, offset + mark.end()))
            opened = None
    if opened is not None:
        quotes.append(Span(offset + opened, offset + len(text)))
    return quotes, opened is not None


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
    if mark in ("”", "»", "›"):
        return False
    # a straight mark opens after a blank or a bracket, and never before a blank
    return (not before or before.isspace() or before in "([—–―-:") and bool(after) and not after.isspace()


def _tokens(
    text: str, offset: int, sentences: Sequence[Sentence], quotes: Sequence[Span], known: dict[str, _Form]
) -> tuple[Token, ...]:
    """`known` are the words met in the article, with what is asked of each: most words come again."""
    made = []
    numbers = iter(sentences)
    number, until = (first := next(numbers)).number, first.end
    ahead = iter(quotes)
    quote = next(ahead, _NO_QUOTE)
    opens, closes = quote.start, quote.end
    # past the named tuple's own constructor, which takes three times as long
    new = tuple.__new__
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        start += offset
        end += offset
        while start >= until and (following := next(numbers, None)) is not None:
            number, until = following.number, following.end
        while closes <= start:
            quote = next(ahead, _NO_QUOTE)
            opens, closes = quote.start, quote.end
        printed = found.group()
        told = known.get(printed)
        if told is None:
            lower = printed.lower().replace("’", "'")
            told = known[printed] = (lower, printed[0].isalnum(), printed[0].isupper())
        lower, word, capital = told
        made.append(new(Token, (start, end, printed, lower, number, opens <= start, word, capital)))
    return tuple(made)


_NO_QUOTE = Span(sys.maxsize - 1, sys.maxsize)
