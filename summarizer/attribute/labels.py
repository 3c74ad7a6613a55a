"""Words with their speaker beside them and no verb: "NAME: words", "“words” — Name", a headline's "Roe: words"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute import lexicon
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph, Token

_LABEL_WITHIN = 5
# Of an article of several paragraphs these may begin with the place the report comes from.
_OPENING = 3
_LONGEST_NAME = 6
_FEWEST_QUOTED = 3
_DASHES = frozenset({"-", "–", "—", "―", "--"})
# "Related: …" and "Correction: …" name nobody, however often they are printed.
_NOBODY = frozenset(
    """related correction note photo video update exclusive breaking analysis opinion editor's read watch listen
    more also see source sources picture image credit poll report result question why how what""".split()
)


def find(paragraphs: Sequence[Paragraph]) -> dict[int, Found]:
    """Map the numbers of paragraphs that are somebody's words as a whole to what is said there.

    A label has to show that it is one: by its capitals where more than one paragraph has them (one "NEW DELHI: …" at
    the head of a report is where it was written), by a quotation behind it, by standing at the head of several
    paragraphs, or as the headline's, by naming somebody of whom the article speaks.
    """
    made: dict[int, Found] = {}
    heads = [_label(paragraph) for paragraph in paragraphs]
    often = Counter(_text(paragraph, head) for paragraph, head in zip(paragraphs, heads, strict=True) if head)
    shouted = sum(
        bool(head) and _shouts(paragraph, head) for paragraph, head in zip(paragraphs, heads, strict=True)
    )
    for at, (paragraph, head) in enumerate(zip(paragraphs, heads, strict=True)):
        quoted = head and paragraph.tokens[head + 1].quoted
        shows = quoted or (
            _shouts(paragraph, head) and (shouted > 1 or at >= min(_OPENING, len(paragraphs) - 1))
        )
        labelled = head and (shows or often[_text(paragraph, head)] > 1)
        headline = head and at == 0 and _spoken_of(paragraph.tokens[head - 1], paragraphs[1:])
        found = _behind(paragraph, head) if labelled or headline else _signed(paragraph)
        if found is not None:
            made[paragraph.number] = found
    return made


def _label(paragraph: Paragraph) -> int:
    """The number of the colon behind a name at the head of the paragraph; 0 where there is none."""
    tokens = paragraph.tokens
    colon = next((at for at, token in enumerate(tokens[: _LABEL_WITHIN + 1]) if token.text == ":"), 0)
    head = tokens[:colon]
    named = all(t.capital and t.word and not t.quoted for t in head) and head and head[0].lower not in _NOBODY
    return colon if named and colon + 1 < len(tokens) else 0


def _text(paragraph: Paragraph, colon: int) -> tuple[str, ...]:
    return tuple(token.text for token in paragraph.tokens[:colon])


def _shouts(paragraph: Paragraph, colon: int) -> bool:
    """The label is in capitals."""
    return all(t.text.isupper() for t in paragraph.tokens[:colon])


def _spoken_of(name: Token, paragraphs: Sequence[Paragraph]) -> bool:
    return any(token.text == name.text for paragraph in paragraphs for token in paragraph.tokens)


def _behind(paragraph: Paragraph, colon: int) -> Found:
    tokens = paragraph.tokens
    content = Span(tokens[colon + 1].start, paragraph.span.end)
    return _found(paragraph, Span(tokens[0].start, tokens[colon - 1].end), tokens[colon], content)


def _signed(paragraph: Paragraph) -> Found | None:
    """A quotation and behind its dash a name, with nothing else but who that is."""
    tokens = paragraph.tokens
    quote = paragraph.quotes[0] if paragraph.quotes else None
    if quote is None or quote.start != paragraph.span.start or len(paragraph.quotes) > 1:
        return None
    inside = sum(token.word for token in tokens if token.end <= quote.end)
    rest = [token for token in tokens if token.start >= quote.end]
    if inside < _FEWEST_QUOTED or len(rest) < 2 or rest[0].text not in _DASHES or not rest[1].capital:
        return None
    if rest[1].lower in lexicon.PRONOUNS | lexicon.DETERMINERS:
        return None
    name = [rest[1]]
    for token in rest[2:]:
        if not token.capital or not token.word:
            break
        name.append(token)
    behind = rest[1 + len(name) :]
    if len(name) > _LONGEST_NAME or (behind and behind[0].text not in ",.("):
        return None
    return _found(paragraph, Span(name[0].start, name[-1].end), rest[0], quote)


def _found(paragraph: Paragraph, source: Span, cue: Token, content: Span) -> Found:
    number = paragraph.number
    return Found(source, Span(cue.start, cue.end), (content,), "says", ":", "affirmed", number, number)
