"""What the chain lets go of and a reader would keep, and the other way round: paragraphs beside boxes, short articles."""

from __future__ import annotations

import itertools
import re

from summarizer.clean import features, inside
from summarizer.clean import topic as topics

# Lines above the lead that may hold the byline or the time.
_SIGNED = 2
# The lead of a short article may be as short; a cry or a name is not.
SENTENCE = 5
# What stands between two paragraphs of an article, and is no sign that it has ended.
_ON_TOPIC = 0.2
_BETWEEN = frozenset(("read more link", "advertisement", "picture credit", "player", "newsletter box"))
# A box between paragraphs has no more lines, and the core goes on behind it with so many words.
_BOX, _GOES_ON = 5, 25
# Sentences upon sentences behind a list, on the topic or not.
_FEW, _MANY = 2, 4
# Of the core's words, what may be let go of at a side; the fewest words of a sentence; a chance that is no no.
_MUCH, _FEWEST_TOLD, _TWO_MINDS = 0.15, 4, 0.1


def mend(page: features.Page, topic: topics.Topic, chances: list[float], enough: float) -> None:
    """Correct the chances of lines: those of an article are `enough`."""
    core = topic.first, topic.last
    _take_in_head(page, core[0], chances, enough)
    _take_in_tail(page, topic, chances, enough)
    if not page.hints:
        _past_list(page, topic, chances, enough)
    _let_go(page, core[1], chances)
    _let_go_of_titles(page, chances, enough)
    if not page.hints:  # tags know captions better
        _take_in_core(page, core, chances, enough)
        _figures(page, core, chances, enough)


def _let_go_of_titles(page: features.Page, chances: list[float], enough: float) -> None:
    """Cut titles of other stories in a row right above a place and its outlet: "Otterby (Orme News)The pier …"."""
    kept = [at for at, chance in enumerate(chances) if chance >= enough]
    first = next((at for at in kept if page.lines[at].ended), None)
    above = [at for at in kept if first is not None and at < first]
    if first is not None and len(above) >= _TITLES and _OUTLET.match(page.lines[first].text):
        for at in above:
            chances[at] = 0.0


_TITLES = 2
_OUTLET = re.compile(r"[A-Z][\w.,'’ -]{2,40} \([A-Z][^()]{1,30}\) ?(?:[-–—] ?)?[A-Z“\"]")


def _take_in_head(page: features.Page, core: int, chances: list[float], enough: float) -> None:
    """Keep the core's sentences between a byline or time and where the chain lets the article begin.

    The lead of a short article tells a chain no more than a caption does, and a reader most of all.
    """
    start = next((at for at, chance in enumerate(chances) if chance >= enough), 0)
    at = start
    while (
        at > core
        and page.lines[at - 1].ended
        and page.labels[at - 1] is None
        and not page.lines[at - 1].notice
    ):
        at -= 1
    above = range(max(0, at - _SIGNED), at)
    told = page.prose_in(at, start) > 0
    if not page.hints:  # tags tell a summary above the byline from a lead, bare text does not
        told = told or any(page.lines[k].words >= SENTENCE for k in range(at, start))
    if told and any(page.labels[k] in ("byline", "timestamp") for k in above):
        chances[at:start] = [enough] * (start - at)


def _take_in_tail(page: features.Page, topic: topics.Topic, chances: list[float], enough: float) -> None:
    """Keep last paragraphs that the chain lets go of: the core's own, and those behind links or captions.

    In a short article the chain has two or three sentences to set against them.
    """
    count = len(chances)
    end = max((at for at, chance in enumerate(chances) if chance >= enough), default=count)
    end = _past_boxes(page, topic, end, chances, enough)
    at = end + 1
    while at < count and (page.labels[at] in _BETWEEN or inside.caption(page.lines, at)):
        at += 1
    while at < count and (page.prose[at] or _last_words(page, topic, at)) and not page.lines[at].notice:
        if at >= topic.last and (at == end + 1 or topic.share(at) < _ON_TOPIC):
            return
        chances[at] = enough
        at += 1


def _past_boxes(
    page: features.Page, topic: topics.Topic, end: int, chances: list[float], enough: float
) -> int:
    """Keep the core's sentences behind a box of teasers or an offer that stands between them, and say where they end."""
    at = end + 1
    while at < topic.last:
        box = at
        while at < topic.last and at - box <= _BOX and _of_box(page, at):
            at += 1
        boxed = any(page.labels[k] in _BETWEEN for k in range(box, at))
        if not boxed or at - box > _BOX or page.prose_in(at, min(at + 3, topic.last)) < _GOES_ON:
            return end
        while (
            at < topic.last and page.lines[at].ended and page.labels[at] is None and not page.lines[at].notice
        ):
            chances[at] = enough
            end, at = at, at + 1
        if end < box:
            return end
    return end


def _of_box(page: features.Page, at: int) -> bool:
    label = page.labels[at]
    return label in _BETWEEN or (label is None and not page.lines[at].ended)


def _take_in_core(page: features.Page, core: tuple[int, int], chances: list[float], enough: float) -> None:
    """Keep the core's sentences between kept lines, and all of a side where the chain lets go of much.

    On development pages what it rightly lets go of stands at a side and is little: a summary, a caption, a remark.
    """
    inner = [at for at in range(*core) if chances[at] >= enough]
    if not inner:
        return
    lost = [at for at in range(*core) if chances[at] < enough and _told(page, at)]
    if not lost:
        return
    much = _MUCH * sum(page.lines[at].words for at in range(*core) if page.lines[at].ended)
    for side in (
        [at for at in lost if at < inner[0]],
        [at for at in lost if inner[0] < at < inner[-1]],
        [at for at in lost if at > inner[-1]],
    ):
        between = bool(side) and inner[0] < side[0] < inner[-1]
        if between or sum(page.lines[at].words for at in side) > much:
            _take_in(page, side, inner, chances, enough)


def _take_in(
    page: features.Page, side: list[int], inner: list[int], chances: list[float], enough: float
) -> None:
    """Keep lost sentences, and what the chain was in two minds about between them and the kept lines."""
    for at in side:
        chances[at] = enough
    for at in range(min(side[0], inner[0]), max(side[-1], inner[-1])):
        if page.labels[at] is None and chances[at] >= _TWO_MINDS:
            chances[at] = max(chances[at], enough)


def _figures(page: features.Page, core: tuple[int, int], chances: list[float], enough: float) -> None:
    """Keep lists of figures that stand between kept lines of the core, and the heading over them."""
    inner = [at for at in range(*core) if chances[at] >= enough]
    for one, other in itertools.pairwise(inner):
        run = range(one + 1, other)
        told = [at for at in run if page.lines[at].figures and page.lines[at].words >= _FEWEST_TOLD]
        if len(told) >= 2 and len(told) >= len(run) - 1 and all(page.labels[at] is None for at in run):
            chances[one + 1 : other] = [enough] * len(run)


def _told(page: features.Page, at: int) -> bool:
    """Say whether a line is a sentence and nothing that a page says of itself or of a picture."""
    line = page.lines[at]
    if not line.ended or line.words < _FEWEST_TOLD or page.labels[at] is not None or line.notice:
        return False
    if page.shown[at] or line.text in page.repeated or page.opened[at] & features.COMMENTS_OPEN:
        return False
    return not inside.caption(page.lines, at)


def _past_list(page: features.Page, topic: topics.Topic, chances: list[float], enough: float) -> None:
    """Keep what goes on behind a short list of other stories: sentences upon sentences, many or on the topic.

    A list that goes on has headlines between its sentences.
    """
    end = max((at for at, chance in enumerate(chances) if chance >= enough), default=len(chances))
    at = end + 1
    if at >= len(chances) or page.labels[at] != "list":
        return
    at += 1
    while (
        at < len(chances)
        and at - end <= _BOX
        and not page.prose[at]
        and page.labels[at] in (None, "read more link")
    ):
        at += 1
    last = at
    while (
        last < len(chances)
        and page.lines[last].ended
        and page.labels[last] is None
        and not page.lines[last].notice
    ):
        last += 1
    on_topic = any(topic.share(k) >= _ON_TOPIC for k in range(at, last))
    if page.prose_in(at, last) >= _GOES_ON and last - at >= (_FEW if on_topic else _MANY):
        chances[at:last] = [enough] * (last - at)


def _let_go(page: features.Page, core: int, chances: list[float]) -> None:
    """Keep nothing of a list of other stories below the core, under its heading, where no prose comes back."""
    for at in range(core, len(chances)):
        if page.labels[at] in ("list", "comments", "footer"):
            if not page.prose_in(at, len(chances)):
                chances[at:] = [0.0] * (len(chances) - at)
            return


def _last_words(page: features.Page, topic: topics.Topic, at: int) -> bool:
    """Say whether a line is a short sentence of the core: agencies end on one, right above who wrote it."""
    line = page.lines[at]
    return at < topic.last and page.labels[at] is None and line.ended and line.words >= SENTENCE
