"""Fit the weights of `summarizer.merge.weights` to the invented events and to real pages.

    python benchmarks/fit_merging.py SHARED [--write]

Two figures, or two dates, of different sources are alike where the truth about the event plants them as two sides
of one contradiction, and not where it does not, nor between real pages on unrelated subjects
(SHARED/data/cleaning/dev.jsonl). Prints what briefings find in events that the fit has not seen: six folds, no event on
both sides. Events marked `held_out` are left out. Wants numpy.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np

import summarizer
from benchmarks import merging, unrelated
from summarizer.article import Span, fold_space
from summarizer.merge import (
    alike,
    alike_dates,
    counts,
    dated,
    figures,
    moments,
    statements,
    tellings,
    weights,
)
from summarizer.merge.statements import Field, Statement

RIDGE, FOLDS = 3.0, 6
# How often each event is read again in other words, and the share of its words that are.
AGAIN, OTHER_WORDS = 2, 0.3
TARGET = Path(__file__).parents[1] / "summarizer" / "merge" / "weights.py"
Label = Callable[[Statement, Span, Statement, Span, str], bool | None]


@dataclass(frozen=True)
class Pair:
    """Two figures or dates, whose event they are of, what is known of them, and whether they are alike."""

    group: str
    features: dict[str, float]
    values: frozenset[object]
    alike: bool | None


def of_event(event: merging.Event) -> Field:
    told = [
        tellings.of_article(event.ids[name], one, summarizer.summarize(one, model="extractive"))
        for name, one in event.articles.items()
    ]
    return statements.field(one for telling in told for one in statements.of(telling))


def truth(event: merging.Event) -> Label:
    """Two planted sides are alike; what is arguable, or stands beside what is marked, is not counted."""

    def label(one: Statement, here: Span, other: Statement, there: Span, kind: str) -> bool | None:
        for planted, sure in ((event.truth["differences"], True), (event.truth.get("arguable", []), False)):
            for difference in planted:
                sides = difference["sides"]
                for at, left in enumerate(sides):
                    for right in (*sides[:at], *sides[at + 1 :]):
                        marks = marked(event, one, here, left), marked(event, other, there, right)
                        if all(marks):
                            exact = sure and difference["kind"] == kind and marks == (2, 2)
                            return True if exact else None
        return False

    return label


def marked(event: merging.Event, one: Statement, at: Span, side: dict[str, str]) -> int:
    """2 where a figure stands inside the marked words, 1 where its sentence holds them, else 0."""
    best = 0
    for name, words in side.items():
        start = fold_space(one.line.text).find(words) if one.source == event.ids[name] else -1
        if start >= 0:
            best = max(best, 2 if at.start < start + len(words) and at.end > start - 1 else 1)
    return best


Apart = Callable[[Statement, frozenset[str]], frozenset[str]]
"""Gives the stems of a statement as an author of other words would have them."""


def worded_apart(seed: int) -> Apart:
    """Take a share of each source's stems, names aside, for words that no other source uses.

    The lists of synonyms were written with these events at hand; outlets that are not at hand have fewer words
    in common than these have, and weights fitted to full overlap ask for too much of it.
    """

    def apart(one: Statement, stems: frozenset[str]) -> frozenset[str]:
        return frozenset(
            f"{stem}~{one.source}"
            if stem[0] != "#"
            and stem not in one.names
            and crc32(f"{seed} {one.source} {stem}".encode()) % 100 < 100 * OTHER_WORDS
            else stem
            for stem in stems
        )

    return apart


def of_figures(group: str, field: Field, label: Label, apart: Apart | None = None) -> Iterator[Pair]:
    listed = [figure for one in field.statements for figure in counts.of(one)]
    if apart is not None:
        field, told = _reworded(field, apart)
        listed = [
            replace(
                one,
                statement=told[one.statement.place],
                counted=apart(one.statement, one.counted),
                around=apart(one.statement, one.around),
                beside=apart(one.statement, one.beside),
            )
            for one in listed
        ]
    held = alike.Alike(field, listed)
    for at, one in enumerate(listed):
        for other in listed[at + 1 :]:
            if figures.comparable(one, other):
                known = label(
                    one.statement, one.quantity.span, other.statement, other.quantity.span, "figure"
                )
                values = frozenset((one.measured, other.measured))
                yield Pair(group, held.features(one, other), values, known)


def _reworded(field: Field, apart: Apart) -> tuple[Field, dict[tuple[str, int], Statement]]:
    told = {one.place: replace(one, stems=apart(one, one.stems)) for one in field.statements}
    return statements.field(told.values()), told


def of_dates(group: str, field: Field, label: Label, apart: Apart | None = None) -> Iterator[Pair]:
    listed = [day for one in field.statements for day in (*dated.of(one), *dated.timed(one))]
    if apart is not None:
        field, told = _reworded(field, apart)
        listed = [
            replace(one, statement=told[one.statement.place], around=apart(one.statement, one.around))
            for one in listed
        ]
    held = alike_dates.Alike(field, listed)
    for at, one in enumerate(listed):
        for other in listed[at + 1 :]:
            if moments.comparable(one, other):
                known = label(one.statement, one.day.span, other.statement, other.day.span, "date")
                values = frozenset((_when(one), _when(other)))
                yield Pair(group, held.features(one, other), values, known)


def _when(one: dated.Dated) -> object:
    return one.day.clock.minutes if one.day.clock is not None else one.day.iso or one.day.weekday


def counted(pairs: Sequence[Pair]) -> list[Pair]:
    """Those that are known; a pair of values that is planted elsewhere in the event is left out."""
    planted = {(pair.group, pair.values) for pair in pairs if pair.alike}
    return [
        pair
        for pair in pairs
        if pair.alike is not None and (pair.alike or (pair.group, pair.values) not in planted)
    ]


def fit(pairs: Sequence[Pair]) -> tuple[float, dict[str, float]]:
    """Ridge logistic regression by Newton's method on standardised features; weights for the raw ones."""
    names = list(pairs[0].features)
    features = np.array([[pair.features[name] for name in names] for pair in pairs], float)
    target = np.array([bool(pair.alike) for pair in pairs], float)
    mean, deviation = features.mean(0), features.std(0) + 1e-9
    laid = np.c_[np.ones(len(features)), (features - mean) / deviation]
    ridge = np.diag([1e-6] + [RIDGE * (1 + AGAIN)] * len(names))
    found = np.zeros(laid.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-laid @ found))
        steep = (laid.T * (chance * (1 - chance))) @ laid + ridge
        found = found + np.linalg.solve(steep, laid.T @ (target - chance) - ridge @ found)
    raw = found[1:] / deviation
    return round(float(found[0] - raw @ mean), 2), dict(zip(names, map(_short, raw), strict=True))


def _short(weight: float) -> float:
    return round(float(weight), 2)


def settle(figure_pairs: Sequence[Pair], date_pairs: Sequence[Pair]) -> None:
    weights.FIGURES_BIAS, weights.FIGURES = fit(figure_pairs)
    weights.DATES_BIAS, weights.DATES = fit(date_pairs)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    events = [merging.load(path) for path in sorted(merging.EVENTS.iterdir())]
    events = [event for event in events if not event.held_out]
    told: list[tuple[str, Field, Label]] = [(one.name, of_event(one), truth(one)) for one in events]
    for at, listed in enumerate(unrelated.as_one(unrelated.english(given.shared))):
        spread = statements.field(one for telling in listed for one in statements.of(telling))
        told.append((f"pages {at}", spread, lambda *_: False))
    as_told = (None, *map(worded_apart, range(AGAIN)))
    by_figure = counted([pair for each in told for apart in as_told for pair in of_figures(*each, apart)])
    by_date = counted([pair for each in told for apart in as_told for pair in of_dates(*each, apart)])
    for name, pairs in (("figures", by_figure), ("dates", by_date)):
        print(
            f"{name}: {sum(bool(p.alike) for p in pairs)} pairs alike, {sum(not p.alike for p in pairs)} not"
        )
    scored = []
    for fold in range(FOLDS):
        unseen = {one.name for one in events[fold::FOLDS]}
        settle(*([p for p in pairs if p.group not in unseen] for pairs in (by_figure, by_date)))
        scored += [merging.score(one, merging.brief(one)) for one in events if one.name in unseen]
    merging.report(f"{len(events)} events, each unseen by the fit", merging.total(scored), given.verbose)
    settle(by_figure, by_date)
    if given.write:
        write()


def write() -> None:
    lines = [(TARGET.read_text(encoding="utf-8").split('"""')[1])]
    made = f'"""{lines[0]}"""\n\nfrom __future__ import annotations\n'
    for name in ("FIGURES", "DATES"):
        bias, fitted = getattr(weights, f"{name}_BIAS"), getattr(weights, name)
        inside = "".join(f'    "{key}": {weight},\n' for key, weight in fitted.items())
        made += f"\n{name}_BIAS = {bias}\n\n{name}: dict[str, float] = {{\n{inside}}}\n"
    TARGET.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
