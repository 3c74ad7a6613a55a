"""Fit the weights by which the headline of a pasted page is found, or score them on pages they have not seen.

    python benchmarks/fit_headline.py SHARED MARKS [--folds 4 --seeds 3]

SHARED is the folder that holds data/cleaning, MARKS as for metadata.py. Each page is used whole and in the
selection of dev_near; the weights are those of a conditional logit over the lines that could be a headline.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from summarizer.clean import headline, keep, lines

_RIDGE, _ROUNDS, _STEP = 0.3, 200, 6.0


class Candidate(NamedTuple):
    """A line that could be the headline, what speaks for it, and whether it is."""

    at: int
    names: Mapping[str, float]
    right: bool


class Page(NamedTuple):
    """The lines of one page that could be its headline."""

    name: str
    found: tuple[Candidate, ...]


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def pages(shared: Path, marks: Path, of: str) -> list[Page]:
    """Read the pages of a set with what speaks for each of their lines."""
    titles = {
        row["id"]: _folded(row["title"]) for row in map(json.loads, marks.read_text("utf-8").splitlines())
    }
    made = []
    for row in map(json.loads, (shared / "data/cleaning" / f"{of}.jsonl").read_text("utf-8").splitlines()):
        page = lines.lines_of(row["pasted_text"])
        found = headline.candidates(page, keep.keep(page))
        right = {at: _folded(page[at].text) == titles[row["id"]] for at in found}
        made.append(Page(row["id"], tuple(Candidate(at, names, right[at]) for at, names in found.items())))
    return made


def fit(train: Sequence[Page]) -> dict[str, float]:
    """Fit the weights by gradient ascent; pages whose headline is no candidate tell nothing."""
    weights = dict.fromkeys(headline.WEIGHTS, 0.0)
    told = [page.found for page in train if any(one.right for one in page.found)]
    for _ in range(_ROUNDS):
        slope = {name: -_RIDGE * value for name, value in weights.items()}
        for found in told:
            chances = [math.exp(headline.score(one.names, weights)) for one in found]
            total = sum(chances)
            right = sum(chance for chance, one in zip(chances, found, strict=True) if one.right)
            for chance, one in zip(chances, found, strict=True):
                error = (chance / right if one.right else 0.0) - chance / total
                for name in weights.keys() & one.names.keys():
                    slope[name] += error * one.names[name]
        for name, value in slope.items():
            weights[name] += _STEP * value / len(told)
    return weights


def hits(weights: Mapping[str, float], tested: Sequence[Page]) -> int:
    """Count the pages whose headline is found."""
    count = 0
    for page in tested:
        best = headline.best_of({one.at: one.names for one in page.found}, weights)
        count += any(one.at == best and one.right for one in page.found)
    return count


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("marks", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=1)
    chosen = parser.parse_args()
    sets = {of: pages(chosen.shared, chosen.marks, of) for of in ("dev", "dev_near")}
    if not chosen.folds:
        weights = fit([page for part in sets.values() for page in part])
        sys.stdout.write(
            json.dumps({name: round(value, 1) for name, value in weights.items()}, indent=4) + "\n"
        )
        for of, part in sets.items():
            sys.stdout.write(f"{of}: {hits(weights, part)} of {len(part)}\n")
    for seed in range(chosen.seeds if chosen.folds else 0):
        names = sorted(page.name for page in sets["dev"])
        random.Random(seed).shuffle(names)
        counts = dict.fromkeys(sets, 0)
        for fold in range(chosen.folds):
            unseen = frozenset(names[fold :: chosen.folds])
            weights = fit([page for part in sets.values() for page in part if page.name not in unseen])
            for of, part in sets.items():
                counts[of] += hits(weights, [page for page in part if page.name in unseen])
        sys.stdout.write(f"seed {seed}: {counts} of {len(names)}\n")


if __name__ == "__main__":
    main()
