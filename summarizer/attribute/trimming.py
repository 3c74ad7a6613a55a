"""What is left of a reading where a likelier one lies in its content."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute.readings import Reading, span

_JOINS = frozenset("and but while though although as because who which or yet whereas even".split())
_FEWEST_WORDS = 3


def trimmed(reading: Reading, likelier: Sequence[Reading]) -> Reading | None:
    """Cut the content down to what the likelier readings leave of it; None where that is too little.

    "She said the roads are safe, though she noted a delay" is two statements, though the first
    could have gone on to the end; and a quotation that is another's does not belong to two.
    """
    words = reading.cue.words
    if any(_within(reading, other) for other in likelier):
        return None
    stop = min(_opens(other, reading) for other in likelier)
    left: list[Span] = []
    for part in sorted(reading.spans):
        if not any(part.overlaps(theirs) for other in likelier for theirs in other.spans):
            left.append(part)
        elif part.start > reading.at and (short := _before(reading, part, stop)) is not None:
            left.append(short)
    return reading._replace(spans=tuple(left)) if left and words else None


def _within(reading: Reading, other: Reading) -> bool:
    return any(part.start <= reading.at < part.end for part in other.spans)


def _opens(other: Reading, reading: Reading) -> int:
    """The token that the other one's clause begins with: its source, where that is its own, or its cue or content."""
    source = other.source.at
    first = other.cue.start
    own = source is not None and source != reading.source.at and source[0] > reading.cue.head
    if own and source is not None:
        first = min(first, source[0])
    content = min(part.start for part in other.spans)
    return min(first, other.cue.words.paragraph.at(content))


def _before(reading: Reading, part: Span, stop: int) -> Span | None:
    tokens = reading.cue.words.tokens
    first = reading.cue.words.paragraph.at(part.start)
    while stop > first and (tokens[stop - 1].lower in _JOINS or (tokens[stop - 1].text in ",;–—―-(")):
        stop -= 1
    if sum(token.word for token in tokens[first:stop]) < _FEWEST_WORDS:
        return None
    return span(reading.cue.words.paragraph, (first, stop))
