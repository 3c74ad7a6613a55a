"""Parts of an article that a model's context can hold: whole sentences, in order, none left out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.article import Article, Sentence

# How much fuller than even a window may get: it lets one end with its paragraph, and keeps the
# last one from holding a single sentence.
_SLACK = 1.15


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences and what they cost together, in tokens; `number` counts from 1."""

    number: int
    sentences: tuple[Sentence, ...]
    cost: int

    @property
    def numbers(self) -> range:
        """The numbers of its sentences."""
        return range(self.sentences[0].number, self.sentences[-1].number + 1)


def split(article: Article, cost: Callable[[Sentence], int], room: int) -> tuple[Window, ...]:
    """Part the sentences of `article` into as few windows of at most `room` tokens as go, about equal.

    A window ends where a paragraph does, if one ends in its last quarter. A sentence that costs more
    than `room` gets a window to itself, whose `cost` says so: whoever asks decides what becomes of it.
    """
    costs = [cost(sentence) for sentence in article.sentences]
    even = math.ceil(sum(costs) / max(1, math.ceil(sum(costs) / room)))
    full = min(room, math.ceil(even * _SLACK))
    made: list[Window] = []
    first = 0
    while first < len(costs):
        end = _end(article, costs, first, full)
        made.append(Window(len(made) + 1, article.sentences[first:end], sum(costs[first:end])))
        first = end
    return tuple(made)


def _end(article: Article, costs: list[int], first: int, full: int) -> int:
    """Find where a window that begins at `first` ends, excluded."""
    end, spent, border = first + 1, costs[first], first
    while end < len(costs) and spent + costs[end] <= full:
        if article.sentences[end].paragraph != article.sentences[end - 1].paragraph and 4 * spent >= 3 * full:
            border = end
        spent += costs[end]
        end += 1
    return border if border > first and end < len(costs) else end
