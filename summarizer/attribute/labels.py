"""Words with their speaker beside them and no verb: "NAME: words", "“words” — Name", a headline's "Roe: words"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute import lexicon
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph

_LABEL_WITHIN = 5
# Of an article of several paragraphs these may begin with the place the report comes from.
_OPENING = 3
_LONGEST_NAME = 6
_FEWEST_QUOTED = 3
_DASHES = frozenset({"-", "–", "—", "―", "--"})
# "Related: …" and "Correction: …" name nobody, however often they are printed, "Dear Ann: …" who is written to.
_NOBODY = frozenset(
    """related correction note photo video update exclusive breaking analysis opinion editor's read watch listen
    more also see source sources picture image credit poll report result question why how what dear
    clarification clarifications corrections disclaimer verdict summary background context recap overview caution tip
    tips fact""".split()
)


def find(paragraphs: Sequence[Paragraph]) -> dict[int, Found]:
    """Map the numbers of paragraphs that are somebody's words as a whole to what is said there.

    A label has to show that it is one: by its capitals where more than one paragraph has them (one "NEW DELHI: …" at
    the head of a report is where it was written), by a quotation behind it, by standing at the head of several
    paragraphs, or as the headline's, by naming somebody of whom the article speaks ("Roe: a saint or a fool?" asks
    about her, and gives no words of hers).
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
        headline = head and at == 0 and _heads(paragraph, head, paragraphs[1:])
        found = _behind(paragraph, head) if labelled or headline else _signed(paragraph)
        if found is not None:
            made[paragraph.number] = found
    return made


def _label(paragraph: Paragraph) -> int:
    """The number of the colon behind a name at the head of the paragraph; 0 where there is none."""
    tokens = paragraph.tokens
    colon = 0
    for at, token in enumerate(tokens[: _LABEL_WITHIN + 1]):
        if token.text == ":":
            colon = at
            break
    if not colon:
        return 0
    head = tokens[:colon]
    named = all(t.capital and t.word and not t.quoted for t in head) and head and head[0].lower not in _NOBODY
    return colon if named and colon + 1 < len(tokens) else 0


def _text(paragraph: Paragraph, colon: int) -> tuple[str, ...]:
    return tuple(token.text for token in paragraph.tokens[:colon])


def _shouts(paragraph: Paragraph, colon: int) -> bool:
    """The label is in capitals."""
    return all(t.text.isupper() for t in paragraph.tokens[:colon])


def _heads(headline: Paragraph, colon: int, below: Sequence[Paragraph]) -> bool:
    """The name before the colon is taken up below, and what stands behind it asks nothing."""
    asks = headline.tokens[-1].text == "?"
    name = headline.tokens[colon - 1].text
    return not asks and any(name in [token.text for token in paragraph.tokens] for paragraph in below)


def _behind(paragraph: Paragraph, colon: int) -> Found:
    content = Span(paragraph.starts[colon + 1], paragraph.span.end)
    return _found(paragraph, Span(paragraph.starts[0], paragraph.ends[colon - 1]), colon, content)


def _signed(paragraph: Paragraph) -> Found | None:
    """A quotation and behind its dash a name, with nothing else but who that is."""
    tokens = paragraph.tokens
    quote = paragraph.quotes[0] if paragraph.quotes else None
    if quote is None or quote.start != paragraph.span.start or len(paragraph.quotes) > 1:
        return None
    first = paragraph.at(quote.end)
    inside = sum(token.word for token, end in zip(tokens, paragraph.ends, strict=True) if end <= quote.end)
    rest = tokens[first:]
    if inside < _FEWEST_QUOTED or len(rest) < 2 or rest[0].text not in _DASHES or not rest[1].capital:
        return None
    if rest[1].lower in lexicon.PRONOUNS or rest[1].lower in lexicon.DETERMINERS:
        return None
    end = next((at for at, t in enumerate(rest) if at > 1 and not (t.capital and t.word)), len(rest))
    if end - 1 > _LONGEST_NAME or (end < len(rest) and rest[end].text not in ",.("):
        return None
    name = Span(paragraph.starts[first + 1], paragraph.ends[first + end - 1])
    return _found(paragraph, name, first, quote)


def _found(paragraph: Paragraph, source: Span, cue: int, content: Span) -> Found:
    number = paragraph.number
    printed = Span(paragraph.starts[cue], paragraph.ends[cue])
    return Found(source, printed, (content,), "says", ":", "affirmed", number, number)
