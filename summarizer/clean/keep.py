"""Which lines are the article's: one run of lines, with noise inside it, found by a chain of states.

A page is read as noise before the article, article, noise inside it, and noise after it. A
line's chance of being article is summed over all ways to part the page so, which is what
keeps single lines from flickering.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from summarizer.clean import features, headlines, inside, questions, weights
from summarizer.clean import topic as topics
from summarizer.clean.lines import Line

# Lines further than this from the core are not weighed: 12 to 80 score alike, and menus are long.
_REACH = 30
# No feature looks further from its line than this.
_SIGHT = 12
# What it adds to a line that an entry's time or number speaks for it.
_SURE = 5.0
# Lines that are weighed beyond the furthest sentence within reach.
_EDGE = 6


def keep(lines: Sequence[Line], hints: Sequence[Sequence[str]] = (), enough: float = 0.4) -> tuple[bool, ...]:
    """Decide for every line whether it is the article's: its chance of being so is `enough`.

    `likely` are the lines that another reader of the page took for the article; where there are
    none, nobody read it. Lines without a letter or digit go with their neighbours: kept between kept lines.
    """
    if plain(lines) and not hints:
        return tuple(line.label is None for line in lines)
    worded = [at for at, line in enumerate(lines) if line.words]
    chances = _chances([lines[at] for at in worded], [hints[at] for at in worded] if hints else [], enough)
    made = [False] * len(lines)
    for at, chance in zip(worded, chances, strict=True):
        made[at] = chance >= enough
    return tuple(made)


def plain(lines: Sequence[Line]) -> bool:
    """Say whether the text is all prose: no label, nearly every line ended like a sentence.

    The heading of a list behind its first sentence says no; before it, "Top news" is a masthead's.
    """
    if len(lines) > 200 or any(line.label is not None for line in lines):
        return False
    total = sum(line.words for line in lines)
    ended = sum(line.words for line in lines if line.ended)
    if not total or ended < 0.8 * total:
        return False
    first = next(at for at, line in enumerate(lines) if line.ended)
    return not any(line.known.heads for line in lines[first:])


def _chances(lines: Sequence[Line], hints: Sequence[Sequence[str]], enough: float) -> list[float]:
    page = features.Page(lines, hints)
    core = page.core()
    made = [0.0] * len(lines)
    if core[0] == core[1]:
        return made
    near = window(page, core)
    topic = topics.Topic(page, core)
    asked, starting, ending = questions.weighed_questions()
    worth = asked.worth(page, topic, near)
    entered = [at for at in page.entered if core[0] <= at < core[1]]
    for at in entered:
        worth[at - near.start] += _SURE
    article = list(map(_exp, worth))
    # the article neither begins after its core nor ends before it
    start, end = weights.CHANGE["start"], weights.CHANGE["end"]
    headed = headlines.headlines(page, core)
    starts = [_exp(start + worth) for worth in starting.worth(page, near.start, core[1], headed)]
    starts += [0.0] * (near.stop - core[1])
    ends = [0.0] * (core[0] - near.start)
    ends += [_exp(end + worth) for worth in ending.worth(page, core[0], near.stop)]
    made[near.start : near.stop] = _posterior(
        article, starts, ends, (core[0] - near.start, core[1] - near.start)
    )
    for at in entered:
        made[at] = 1.0
    _take_in_head(page, core[0], made, enough)
    _take_in_tail(page, topic, made, enough)
    _let_go(page, core[1], made)
    if not page.hints:  # tags know captions better
        _take_in_core(page, core, made, enough)
        _figures(page, core, made, enough)
    return made


def window(page: features.Page, core: tuple[int, int]) -> range:
    """Measure the lines near the core, which are the ones that are weighed, and give them."""
    first, last = max(0, core[0] - _REACH), min(len(page.lines), core[1] + _REACH)
    above = next((at for at in range(first, core[0]) if _tells(page, at)), core[0])
    below = next((at for at in range(last - 1, core[1] - 1, -1) if _tells(page, at)), core[1] - 1)
    near = range(max(first, above - _EDGE), min(last, below + 1 + _EDGE))
    page.look(near.start - _SIGHT, near.stop + _SIGHT)
    return near


def _tells(page: features.Page, at: int) -> bool:
    """Say whether a line is a sentence, or of a list: one that is announced, or has figures."""
    line = page.lines[at]
    if line.words < _SENTENCE:
        return False
    return line.ended or line.words >= 25 or page.listed[at] or line.figures


# Lines above the lead that may hold the byline or the time.
_SIGNED = 2
# The lead of a short article may be as short; a cry or a name is not.
_SENTENCE = 5
# What stands between two paragraphs of an article, and is no sign that it has ended.
_ON_TOPIC = 0.2
_BETWEEN = frozenset(("read more link", "advertisement", "picture credit", "player", "newsletter box"))

# A box between paragraphs has no more lines, and the core goes on behind it with so many words.
_BOX, _GOES_ON = 5, 25


# Of the core's words, what may be let go of at a side; the fewest words of a sentence; a chance that is no no.
_MUCH, _FEWEST_TOLD, _TWO_MINDS = 0.15, 4, 0.1


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
        told = told or any(page.lines[k].words >= _SENTENCE for k in range(at, start))
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
        while at < topic.last and page.lines[at].ended and page.labels[at] is None and not page.lines[at].notice:
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
    said = [at for at in range(*core) if _told(page, at)]
    lost = [at for at in said if chances[at] < enough]
    much = _MUCH * sum(page.lines[at].words for at in said)
    for side in (
        [at for at in lost if at < inner[0]],
        [at for at in lost if inner[0] < at < inner[-1]],
        [at for at in lost if at > inner[-1]],
    ):
        between = bool(side) and inner[0] < side[0] < inner[-1]
        if between or sum(page.lines[at].words for at in side) > much:
            _take_in(page, side, inner, chances, enough)


def _take_in(page: features.Page, side: list[int], inner: list[int], chances: list[float], enough: float) -> None:
    """Keep lost sentences, and what the chain was in two minds about between them and the kept lines."""
    for at in side:
        chances[at] = enough
    for at in range(min(side[0], inner[0]), max(side[-1], inner[-1])):
        if page.labels[at] is None and _TWO_MINDS <= chances[at]:
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
    return at < topic.last and page.labels[at] is None and line.ended and line.words >= _SENTENCE


def _exp(score: float) -> float:
    return math.exp(30.0 if score > 30.0 else -30.0 if score < -30.0 else score)


def _posterior(
    article: Sequence[float], starts: Sequence[float], ends: Sequence[float], core: tuple[int, int]
) -> list[float]:
    """Chance of the article state at every line (forward-backward over four states).

    The article cannot have ended before the core begins, nor begin after the core: on the
    development pages the core lies in the article in 90 of 91, and without this rule the
    chain takes another text of the page for three of them.
    """
    change = {name: _exp(value) for name, value in weights.CHANGE.items()}
    stay, leave, back, out = change["stay"], change["leave"], change["back"], change["stay out"]
    forward: list[tuple[float, float, float, float]] = []
    b, a, i, e = (
        change["first noise"],
        change["first article"] * starts[0] / change["start"] * article[0],
        0.0,
        0.0,
    )
    for at in range(len(article)):
        if at:
            b, a, i, e = (
                b,
                (b * starts[at] + a * stay + i * back) * article[at],
                a * leave + i * out,
                a * ends[at] + e,
            )
        if at < core[0]:
            e = 0.0
        if at >= core[1]:
            b = 0.0
        total = b + a + i + e
        b, a, i, e = b / total, a / total, i / total, e / total
        forward.append((b, a, i, e))
    made = [0.0] * len(article)
    b, a, i, e = 0.0, 1.0, 0.0, 1.0
    for at in range(len(article) - 1, -1, -1):
        if at < core[0]:
            e = 0.0
        if at >= core[1]:
            b = 0.0
        before, inside_, noise, after = forward[at]
        joint = inside_ * a
        made[at] = joint / (before * b + joint + noise * i + after * e or 1.0)
        if at:
            here = a * article[at]
            b, a, i, e = (
                b + here * starts[at],
                here * stay + i * leave + e * ends[at],
                here * back + i * out,
                e,
            )
            total = b + a + i + e
            b, a, i, e = b / total, a / total, i / total, e / total
    return made
