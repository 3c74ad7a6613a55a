"""The three questions asked of a line, each with its tables of values."""

from __future__ import annotations

from functools import lru_cache
from typing import Generic

from summarizer.clean import weights
from summarizer.clean.around import Around
from summarizer.clean.borders import Ends, Starts
from summarizer.clean.features import Page
from summarizer.clean.form import Forms
from summarizer.clean.scale import Scale, V, weighed
from summarizer.clean.topic import Topic, Topics


class Article(Generic[V]):
    """What speaks for and against a line being the article's."""

    def __init__(self, scale: Scale[V]) -> None:
        self._scale = scale
        self._forms, self._around, self._topics = Forms(scale), Around(scale), Topics(scale)

    def worth(self, page: Page, topic: Topic, near: range) -> list[V]:
        """The values of the lines of `near`."""
        lines = page.lines[near.start : near.stop]
        return self._scale.across(
            [
                *self._forms.columns(lines),
                *self._around.columns(page, near),
                *self._topics.columns(topic, near),
            ]
        )


Questions = tuple[Article[float], Starts[float], Ends[float]]


@lru_cache(maxsize=1)
def weighed_questions() -> Questions:
    """The questions answered by weights; made once, for its tables take as long as a page."""
    return Article(weighed(weights.LINE)), Starts(weighed(weights.START)), Ends(weighed(weights.END))
