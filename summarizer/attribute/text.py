"""A paragraph as tokens with their place, and where its quotations run."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from summarizer.article import Article, Sentence, Span
from summarizer.attribute import classes, names
from summarizer.attribute.classes import Token

__all__ = ["Bounds", "Paragraph", "Token", "paragraphs"]

Bounds = tuple[int, int]
"""The first token of a sentence, and the one behind its last."""

_TOKEN = re.compile(
    # a blank is none of these, and most words are the first and most marks the second: what follows finds the same
    # in twice the time
    r"(?!\s)([A-Za-z][a-z]+(?=\s)|[^\w\s'`]"
    r"|(?=\w)(?:"
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Prof|Rev|Jr|Sr|Sgt|Capt|Hon|No)\.(?=\s)|(?:Jr|Sr)\.(?=,)"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]\.(?=\s+[A-Z])"
    r"|\w+(?:['’\-–.,]\w+)*['’]?(?=\W|$))"
    r"|'{2,3}|``|[^\w\s])"
)
DOUBLE_OPEN, DOUBLE_CLOSE = "“„«", "”»"
# three apostrophes close a quotation inside a quotation together with it
STRAIGHT = ('"', "''", "'''", "``")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens and quotations of one paragraph; `carried` says that a quotation runs on into it.

    `starts`, `ends`, `sentences` and `bounds` tell of each token where it is printed, the number of its sentence, and
    that sentence's first token with the one behind its last.
    """

    number: int
    span: Span
    tokens: Sequence[Token]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[int]
    bounds: Sequence[Bounds]
    quotes: tuple[Span, ...]
    carried: bool
    bare: bool

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
    unclosed = False
    for number, sentences in sorted(by_paragraph.items()):
        first, last = sentences[0].start, sentences[-1].end
        text = article.raw[first:last]
        quotes, open_end = _pair(text, first, single)
        carried = unclosed and bool(quotes) and quotes[0].start == first
        bare = len(quotes) == 1 and quotes[0].start == first and last - quotes[0].end <= 1
        starts, ends, tokens = _tokens(text, first, quotes)
        numbers, bounds = _sentences(sentences, starts)
        span = Span(first, last)
        made.append(
            Paragraph(number, span, tokens, starts, ends, numbers, bounds, tuple(quotes), carried, bare)
        )
        unclosed = open_end
    return tuple(made)


_SAMPLE = 100_000


def _uses_single(article: Article) -> bool:
    """British papers quote with single marks: told by opening ones and the lack of double ones."""
    if len(article.raw) <= _SAMPLE:
        # the same as below without the body, which takes longer to put together than to look at
        kept = [part.of(article.raw) for paragraph in article.paragraphs for part in article.kept(paragraph)]
        if not _mostly_single("".join(kept)):
            return False
    sample = article.body[:_SAMPLE]
    if not _mostly_single(sample):
        return False
    opening = len(re.findall(r"(?<![^\s(])[‘'](?=\w)", sample))
    double = sum(sample.count(mark) for mark in _DOUBLE)
    if opening < _FEWEST_SINGLE or opening <= 2 * double:
        return False
    return len(re.findall(r"[.,!?\w][’'](?=[\s,.;:)]|$)", sample)) >= _FEWEST_SINGLE


_DOUBLE = '"“”'
_FEWEST_SINGLE = 2


def _mostly_single(text: str) -> bool:
    return text.count("'") + text.count("‘") > 2 * sum(text.count(mark) for mark in _DOUBLE)


def _pair(text: str, offset: int, single: bool) -> tuple[list[Span], bool]:
    if not single and _ONE_DOUBLE.search(text) is None and "''" not in text:
        return [], False
    marks = _MARKS if single else _DOUBLE_MARKS
    text = _without_nicknames(text)
    quotes: list[Span] = []
    opened: int | None = None
    outer = ""
    nested = False
    for mark in marks.finditer(text):
        printed = mark.group()
        before = text[mark.start() - 1 : mark.start()]
        after = text[mark.end() : mark.end() + 1]
        inner = printed in "‘’'"
        if inner and before.isalnum() and after.isalnum():
            continue
        opens = _opens(printed, before, after)
        if opened is None:
            if opens:
                opened, outer = mark.start(), printed
        elif printed == "“" and opens and outer in STRAIGHT:
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
# finds one sooner than what follows does, where it stands with '' for all of them
_ONE_DOUBLE = re.compile('["“”„«»‹›`]')
_DOUBLE_MARKS = re.compile(r"'{2,3}|``|[\"“”„«»‹›]")
_MARKS = re.compile(r"'{2,3}|``|[\"“”„«»‹›‘’']")


def _closes(mark: str, outer: str, opens: bool) -> bool:
    if outer in _CLOSED_BY:
        return mark == _CLOSED_BY[outer]
    return (mark in "‘’'") == (outer in "‘’'") and (not opens or mark in STRAIGHT)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark == "“":
        # keyed as a closing one: “It is unusual,“ said Roe
        return not before or before in _BEFORE_OPENING or before.isspace() or not _ends(after)
    if mark in ("„", "«", "‹", "‘", "``"):
        return True
    if mark == "”":
        # the wrong way round at the head of a paragraph, as pages print it that were made by machine
        return not before and bool(after)
    if mark in ("»", "›"):
        return False
    # a straight mark opens after a blank or a bracket, and never before a blank
    return (not before or before.isspace() or before in _BEFORE_OPENING) and not _ends(after)


_BEFORE_OPENING = "([—–―-:"


def _ends(after: str) -> bool:
    return not after or after.isspace()


def _tokens(text: str, offset: int, quotes: Sequence[Span]) -> tuple[list[int], list[int], list[Token]]:
    """Where the tokens start and end, and the tokens, without a step of Python for each."""
    parts = _TOKEN.split(text)
    places = list(accumulate(map(len, parts), initial=offset))
    starts = places[1:-1:2]
    printed = parts[1::2]
    made = list(map(classes.told(False).__getitem__, printed))
    inside = classes.told(True).__getitem__
    for quote in quotes:
        first, end = bisect.bisect_left(starts, quote.start), bisect.bisect_left(starts, quote.end)
        made[first:end] = map(inside, printed[first:end])
    return starts, places[2::2], made


def _sentences(sentences: Sequence[Sentence], starts: Sequence[int]) -> tuple[list[int], list[Bounds]]:
    """The number of each token's sentence, and where that begins and ends; a token behind one is of the next."""
    numbers: list[int] = []
    bounds: list[Bounds] = []
    first = 0
    for sentence in sentences:
        end = len(starts) if sentence is sentences[-1] else bisect.bisect_left(starts, sentence.end, first)
        numbers += [sentence.number] * (end - first)
        bounds += [(first, end)] * (end - first)
        first = end
    return numbers, bounds
