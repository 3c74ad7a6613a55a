"""Read every word that may be a cue: the likeliest source and content of each, chosen step by step."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import truediv
from typing import NamedTuple

from summarizer.article import Span
from summarizer.attribute import contents, places, sources, tables
from summarizer.attribute.contents import Content
from summarizer.attribute.cue import Cue, heads, hopeful
from summarizer.attribute.phrases import Range
from summarizer.attribute.sources import Source
from summarizer.attribute.text import Paragraph
from summarizer.attribute.weights import HUNDREDTHS
from summarizer.attribute.words import Words


class Reading(NamedTuple):
    """A cue with its likeliest source and content; `sure` are the chances of the four choices.

    `opens` and `closes` are the classes of the word its content behind the cue begins with, and of the one after it.
    """

    cue: Cue
    source: Source
    content: Content
    spans: tuple[Span, ...]
    sure: tuple[float, float, float, float]
    opens: str = ""
    closes: str = ""

    @property
    def at(self) -> int:
        """Where the cue's head is printed."""
        return self.cue.words.paragraph.starts[self.cue.head]


def read(words: Words) -> list[Reading]:
    """Read the cues of one paragraph in text order."""
    made: list[Reading] = []
    shared: tuple[Range, int] | None = None
    outer: list[Reading] = []
    for head in heads(words):
        cue = Cue(words, head)
        if not hopeful(cue):
            continue
        sentence = words.sentences[head]
        listed = sources.options(cue, shared[0] if shared is not None and shared[1] == sentence else None)
        chosen, sure = best(sources.sums(cue, listed, tables.weighed(sources.Names, "source")))
        source = listed[chosen]
        if source.at is not None and not _inside(cue, outer):
            shared = (source.at, sentence)
        reading = _content(cue, source, sure)
        if reading is not None:
            made.append(reading)
            if outer and words.sentences[outer[0].cue.head] != sentence:
                outer.clear()
            outer.append(reading)
    return made


def _inside(cue: Cue, outer: Sequence[Reading]) -> bool:
    """Say whether it stands in what another is read to report.

    "Roe said he asked for more time and added …": who added is not who asked. Of 2,823 right readings seven more.
    """
    at = cue.words.paragraph.starts[cue.head]
    return any(part.start <= at < part.end for other in outer for part in other.spans)


def best(scores: Sequence[float]) -> tuple[int, float]:
    """The heaviest of several readings, and its chance among them."""
    top = max(scores)
    return scores.index(top), 1 / sum([exp((score - top) / HUNDREDTHS) for score in scores])


def safest(scores: Sequence[float], sizes: Sequence[int]) -> tuple[int, float]:
    """The reading that shares most, as is to be expected, with what may be right; and the heaviest one's chance.

    All begin at one place; `sizes` are their lengths.
    """
    top = max(scores)
    shares = [exp((score - top) / HUNDREDTHS) for score in scores]
    order: Sequence[int] = range(len(sizes))
    if sizes[-1] < sizes[-2]:
        # the last, where marks have been left off its end
        order = sorted(order, key=sizes.__getitem__)
    shorter, longer = 0.0, sum(map(truediv, shares, sizes))
    shared = [0.0] * len(sizes)
    for at in order:
        # what is shared with the shorter ones grows with each, what is shared with the longer ones goes down
        share, size = shares[at], sizes[at]
        shorter += share * size
        longer -= share / size
        shared[at] = shorter / size + longer * size
    return shared.index(max(shared)), 1 / sum(shares)


def behind(cue: Cue, source: Source) -> int:
    """The token from which content may follow: behind the cue, or behind a source that follows it."""
    return source.at[1] if source.place == "right" and source.at is not None else cue.head + 1


def _content(cue: Cue, source: Source, sure: float) -> Reading | None:
    paragraph = cue.words.paragraph
    first = places.starts(cue, behind(cue, source))
    listed = [option for option in contents.options(cue, source) if first or not option.behind]
    if not listed:
        return None
    chosen, second = 0, 1.0
    if len(listed) > 1:
        chosen, second = best(contents.sums(cue, listed, source, tables.weighed(contents.Names, "content")))
    content = listed[chosen]
    spans = [] if content.before is None else [span(paragraph, content.before)]
    if not content.behind:
        return Reading(cue, source, content, (*spans, *content.run), (sure, second, 1.0, 1.0))
    start, third = _start(cue, first)
    ends = places.ends(cue.words, start)
    if source.place == "ahead" and source.at is not None:
        # "Noting that it was late, Roe left": who notes it is no part of what is noted
        ends = [end for end in ends if end < source.at[0]]
    if not ends:
        return None
    end, fourth = _end(cue, start, ends)
    spans.append(span(paragraph, (start, end)))
    opens, closes = cue.words.sort(start), cue.words.sort(end)
    return Reading(cue, source, content, (*spans, *content.run), (sure, second, third, fourth), opens, closes)


def _start(cue: Cue, listed: Sequence[int]) -> tuple[int, float]:
    """The likeliest token to begin with, and its chance."""
    if len(listed) == 1:
        return listed[0], 1.0
    chosen, chance = best(places.start_sums(cue, listed, tables.weighed(places.Starts, "start")))
    return listed[chosen], chance


def _end(cue: Cue, start: int, listed: Sequence[int]) -> tuple[int, float]:
    """The safest token to end before, and the heaviest one's chance."""
    if len(listed) == 1:
        return listed[0], 1.0
    scores = places.end_sums(cue, start, listed, tables.weighed(places.Ends, "end"))
    starts, ends = cue.words.paragraph.starts, cue.words.paragraph.ends
    sizes = [ends[end - 1] - starts[start] for end in listed]
    chosen, chance = safest(scores, sizes)
    return listed[chosen], chance


def span(paragraph: Paragraph, at: Range) -> Span:
    """Turn a range of tokens into the span it is printed on."""
    return Span(paragraph.starts[at[0]], paragraph.ends[at[1] - 1])
