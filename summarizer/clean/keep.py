"""Which lines are the article's: evidence of each line, and a price for changing one's mind."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.clean import features, inside, labels
from summarizer.clean.lines import Line

# Log-odds that a border between article and noise costs; 0 lets single lines flicker, from 1 on
# captions in mid-article stay in. Tried on the development pages: 0, 0.5, 1, 2, 3.
_CHANGE = 0.5


def keep(lines: Sequence[Line]) -> tuple[bool, ...]:
    """Decide for every line whether it is kept: the likeliest sequence of two states (Viterbi)."""
    if _plain(lines):
        return tuple(line.label is None for line in lines)
    weights = tuple(features.WEIGHTS.values())
    scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in features.table(lines)]
    return _without_islands(lines, _with_lead(lines, _viterbi(scores)))


def _with_lead(lines: Sequence[Line], kept: Sequence[bool]) -> tuple[bool, ...]:
    """Take in prose inside the core that the state before the body swallowed.

    The first paragraph often stands alone between byline, player and ad labels.
    """
    first, last = features.core(lines)
    made = list(kept)
    start = next((at for at, k in enumerate(kept) if k), last)
    for at in range(first, min(start, last)):
        if features.is_prose(lines[at]) and not inside.caption(lines, at):
            made[at] = True
    return tuple(made)


# Kept lines that stand apart from the main run by this many cut ones are another text unless they
# are as long as a fifth of it.
_APART = 6
_SHARE = 0.2


def _without_islands(lines: Sequence[Line], kept: Sequence[bool]) -> tuple[bool, ...]:
    """Cut short runs far from the main one, and all short runs after a list of other articles opens."""
    runs = _runs(lines, kept)
    if len(runs) < 2:
        return tuple(kept)
    main = max(range(len(runs)), key=lambda n: runs[n][2])
    made = list(kept)

    def cut(run: tuple[int, int, float]) -> None:
        for at in range(run[0], run[1]):
            made[at] = False

    for step in (1, -1):
        edge = runs[main][1] if step == 1 else runs[main][0]
        lost = False
        for run in runs[main + 1 :] if step == 1 else reversed(runs[:main]):
            gap = lines[edge : run[0]] if step == 1 else lines[run[1] : edge]
            listed = step == 1 and any(labels.opens_list(line.text) for line in gap)
            lost = lost or ((listed or len(gap) >= _APART) and run[2] < _SHARE * runs[main][2])
            if lost:
                cut(run)
            else:
                edge = run[1] if step == 1 else run[0]
    return tuple(made)


def _runs(lines: Sequence[Line], kept: Sequence[bool]) -> list[tuple[int, int, float]]:
    """Runs of kept lines as (first, past last, words in ended lines)."""
    made: list[tuple[int, int, float]] = []
    at = 0
    while at < len(lines):
        if not kept[at]:
            at += 1
            continue
        end = at
        while end < len(lines) and kept[end]:
            end += 1
        weight = sum(line.words for line in lines[at:end] if line.ended)
        made.append((at, end, float(weight)))
        at = end
    return made


def _plain(lines: Sequence[Line]) -> bool:
    """A text that is all prose: no label, nearly every line ended like a sentence."""
    if any(line.label is not None for line in lines):
        return False
    total = sum(line.words for line in lines)
    ended = sum(line.words for line in lines if line.ended)
    return bool(total) and ended >= 0.8 * total and len(lines) <= 200


def _viterbi(scores: Sequence[float]) -> tuple[bool, ...]:
    if not scores:
        return ()
    out, inside = 0.0, scores[0]
    came: list[tuple[bool, bool]] = []
    for score in scores[1:]:
        to_out = (out, False) if out >= inside - _CHANGE else (inside - _CHANGE, True)
        to_in = (inside, True) if inside >= out - _CHANGE else (out - _CHANGE, False)
        came.append((to_out[1], to_in[1]))
        out, inside = to_out[0], to_in[0] + score
    state = inside > out
    made = [state]
    for was_out, was_in in reversed(came):
        state = was_in if state else was_out
        made.append(state)
    return tuple(reversed(made))
