"""Which lines are the article's: one run of lines, with noise inside it, found by a chain of states.

A page is read as noise before the article, article, noise inside it, and noise after it. A
line's chance of being article is summed over all ways to part the page so, which is what
keeps single lines from flickering.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer.clean import features, headlines, questions, weights, whole
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
    whole.mend(page, topic, made, enough)
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
    if line.words < whole.SENTENCE:
        return False
    return line.ended or line.words >= 25 or page.listed[at] or line.figures


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
