"""Quotations no cue was found for: whose are they?"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute.find import Found
from summarizer.attribute.text import Paragraph

# Shorter quoted scraps are names, titles and scare quotes as often as somebody's words.
_FEWEST_WORDS = 4
_REACH = 1


def with_leftover(found: Sequence[Found], paragraphs: Sequence[Paragraph]) -> tuple[Found, ...]:
    """Give a paragraph's quotations without a cue to the speaker whose quotation ended just before.

    Reporters drop the cue in the middle of one speaker's statement (“But “far too many”
    had been killed.”); only a direct neighbour in the same run counts.
    """
    made = list(found)
    for paragraph in paragraphs:
        free = [q for q in paragraph.quotes if not any(q.overlaps(part) for f in made for part in f.content)]
        if not free or any(f.paragraph == paragraph.number for f in found):
            continue
        if sum(len(_words(q, paragraph)) for q in free) < _FEWEST_WORDS:
            continue
        before = [f for f in made if 0 < paragraph.number - f.paragraph <= _REACH + _carried(f, paragraphs)]
        if not before or before[-1].source is None:
            continue
        last = before[-1]
        content = Span(paragraph.tokens[0].start, _stop(paragraph))
        made.append(
            Found(last.source, last.cue, (content,), last.kind, last.lemma, "affirmed", paragraph.number)
        )
    return tuple(sorted(made, key=lambda f: f.content[0]))


def _carried(found: Found, paragraphs: Sequence[Paragraph]) -> int:
    """Paragraphs that the content reaches beyond the one its cue stands in."""
    last = max(part.end for part in found.content)
    reached = [p.number for p in paragraphs if p.span.start < last <= p.span.end]
    return max(0, reached[-1] - found.paragraph) if reached else 0


def _words(quote: Span, paragraph: Paragraph) -> list[str]:
    return [t.text for t in paragraph.tokens if quote.start <= t.start < quote.end and t.word]


def _stop(paragraph: Paragraph) -> int:
    end = paragraph.span.end
    last = paragraph.tokens[-1]
    return last.start if last.text in ".!?" and not last.quoted else end
