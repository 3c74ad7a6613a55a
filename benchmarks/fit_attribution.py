"""Fit the weights of `summarizer.attribute` to train and dev of PolNeAR, or score them on articles they never saw.

    python benchmarks/fit_attribution.py SHARED             cross-validation over articles, four folds
    python benchmarks/fit_attribution.py SHARED --write     fit to all of it, and write weights.txt

Four choices among readings (whose the cue is, what its content is made of, where what follows begins and ends) are
multinomial, what to keep is logistic; all have a ridge penalty. What to keep is fitted to readings chosen by weights
that never saw their article. Wants numpy; SHARED as for attribution.py. Names carry single words, never text.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import lessons
import linear
import numpy as np

from summarizer.attribute import classes, cue, find, judge, labels, lexicon, readings, tables, text, weights

FOLDS = 4
CHOICES = ("source", "content", "start", "end")
# Of 1, 3, 8 and 20 the best on the held fourth of the articles.
RIDGE = {"source": 2.5, "content": 2.0, "start": 1.3, "end": 3.5, "gate": 3.0, "judge": 3.0, "beside": 4.0}
GATE: cue.Names[list[str]] = tables.spelt(cue.Names)
JUDGE: judge.Names[list[str]] = tables.spelt(judge.Names)
BESIDE: judge.Beside[list[str]] = tables.spelt(judge.Beside)
TARGET = Path(__file__).parents[1] / "summarizer" / "attribute" / "weights.txt"
# A word is looked at as a cue from so many uses as one, and from so great a share of all its uses outside contents.
FEWEST_USES = 3
SMALLEST_SHARE = 0.08
FEW_USES = 6
# Weights nearer to zero are left out of the file.
SMALLEST = 0.03


def set_table(fitted: dict[str, dict[str, float]]) -> None:
    """Let the package read with these weights, in its unit but not rounded."""
    for section, named in fitted.items():
        weights.table()[section] = {name: value * weights.HUNDREDTHS for name, value in named.items()}
    tables.forget()
    classes.forget()


def choices(articles: Sequence[lessons.Marked]) -> dict[str, linear.Choices]:
    """The readings of every marked cue, and which are right."""
    made = {name: linear.Choices() for name in CHOICES}
    for number, one in enumerate(articles):
        for name, named, right in lessons.of(one):
            made[name].add(number, named, right)
    return made


def read_all(articles: Sequence[lessons.Marked], table: dict[str, dict[str, float]]) -> list[Any]:
    """Read the articles with these weights: readings by paragraph, and which are right."""
    set_table(table)
    made = []
    for one in articles:
        listed = [readings.read(words) for words in one.words]
        made.append([(read, [one.right(reading) for reading in read]) for read in listed])
    return made


def cross_fit(articles: Sequence[lessons.Marked], given: dict[str, linear.Choices], few: int) -> list[Any]:
    """Read each article with weights fitted to the others."""
    made: list[Any] = [None] * len(articles)
    coded = {name: lesson.encode(few) for name, lesson in given.items()}
    for fold in range(FOLDS):
        table = {
            n: linear.choose(given[n], coded[n], RIDGE[n], lambda a, f=fold: a % FOLDS != f) for n in CHOICES
        }  # type: ignore[misc]
        held = [number for number in range(len(articles)) if number % FOLDS == fold]
        for number, read in zip(held, read_all([articles[n] for n in held], table), strict=True):
            made[number] = read
    return made


def _judge(
    name: str, read: Sequence[Any], named: Callable[[int, int], list[list[str]]], few: int
) -> tuple[dict[str, float], list[list[list[float]]]]:
    """Fit what to keep: the weights on all, and chances that never saw their article."""
    rows, right, owner = [], [], []
    for number, paragraphs in enumerate(read):
        for at, (_, ok) in enumerate(paragraphs):
            rows += named(number, at)
            right += ok
            owner += [number] * len(ok)
    coded = linear.encode(rows, few)
    owners, target = np.array(owner), np.array(right, float)
    flat = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = owners % FOLDS == fold
        flat[held] = linear.chances(coded, linear.judge(coded, target, RIDGE[name], ~held))[held]
    fitted = linear.judge(coded, target, RIDGE[name], owners >= 0)
    step = iter(flat)
    folded = [[[float(next(step)) for _ in ok] for _, ok in paragraphs] for paragraphs in read]
    return coded.table(fitted), folded


def fit(
    articles: Sequence[lessons.Marked], few: int
) -> tuple[dict[str, dict[str, float]], list[Any], list[Any]]:
    """Fit all weights; with them the readings that are let in, and chances of those that never saw their article."""
    given = choices(articles)
    table = {n: linear.choose(given[n], given[n].encode(few), RIDGE[n], lambda _: True) for n in CHOICES}
    read = cross_fit(articles, given, few)
    table["gate"], gate = _judge(
        "gate", read, lambda n, at: [cue.features(r.cue, GATE) for r in read[n][at][0]], few
    )
    _count("readings", read)
    let_in = [
        [_let_in(*both, chance) for both, chance in zip(one, chances, strict=True)]
        for one, chances in zip(read, gate, strict=True)
    ]
    _count("let in", let_in)
    named = [
        [[judge.features(r, JUDGE) for r in listed] for listed, _ in paragraphs] for paragraphs in let_in
    ]
    table["judge"], alone = _judge("judge", let_in, lambda n, at: named[n][at], few)
    table["beside"], together = _judge(
        "beside",
        let_in,
        lambda n, at: [
            own + near
            for own, near in zip(
                named[n][at], judge.beside(let_in[n][at][0], alone[n][at], BESIDE), strict=True
            )
        ],
        few,
    )
    return table, let_in, together


def _count(name: str, read: Sequence[Any]) -> None:
    right = [ok for one in read for _, oks in one for ok in oks]
    print(f"{len(right)} {name}, {sum(right)} right")


def _let_in(listed: list[Any], right: list[bool], chance: list[float]) -> tuple[list[Any], list[bool]]:
    """What the gate lets in, by weights that never saw the article."""
    least = cue.HOPELESS / weights.HUNDREDTHS
    kept = [i for i, c in enumerate(chance) if math.log(max(c, 1e-9) / max(1 - c, 1e-9)) > least]
    return [listed[i] for i in kept], [right[i] for i in kept]


def held_out(
    articles: Sequence[lessons.Marked],
    read: Sequence[Any],
    chance: Sequence[Any],
    scorer: Any,  # noqa: ANN401
) -> Iterator[str]:
    """Score by bound what is kept of articles that no weight has seen, the bounds that are shipped last."""
    for enough in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, None):
        total: Counter[Any] = Counter()
        for one, paragraphs, weighed in zip(articles, read, chance, strict=True):
            kept = {
                id(words.paragraph): judge.keep(listed, chances, enough)
                for words, (listed, _), chances in zip(one.words, paragraphs, weighed, strict=True)
            }
            listed_all = [words.paragraph for words in one.words]
            found = find.assemble(listed_all, labels.find(listed_all), kept)
            counted, marks = scorer.score_article(one.gold, [lessons.as_data(f) for f in found], one.raw)
            total.update(counted)
            for mark, *_, right, _ in marks:
                if scorer.SPEECH.search(" ".join(piece[2] for piece in mark["cue"])):
                    total["speech"] += 1
                    total["speech found"] += right
        printed = []
        for kind in ("all", "direct"):
            p, r, f = scorer.prf(total[kind, "joint"], total[kind, "pred"], total[kind, "gold"])
            printed.append(f"{kind} P {p:.1%} R {r:.1%} F1 {f:.1%}")
        printed.append(f"speech cues R {total['speech found'] / total['speech']:.1%}")
        yield f"  from {'shipped' if enough is None else enough}  " + "   ".join(printed)


def cue_words(articles: Sequence[lessons.Marked]) -> dict[str, float]:
    """The words that report, with the share of their uses outside contents in which they do."""
    used: Counter[str] = Counter()
    listed: list[list[str]] = []
    for one in articles:
        used.update(one.outside())
        listed += one.cue_words()
    share = {word: 1.0 for words in listed for word in words}
    for _ in range(3):
        # a cue of several words is that one of them which is oftenest a cue
        chosen = Counter(max(words, key=lambda w: share.get(w, 0.0)) for words in listed if words)
        share = {word: count / (used[word] + 2) for word, count in chosen.items()}
    found = {
        word: min(0.99, count / max(1, used[word]))
        for word, count in chosen.items()
        if count >= FEWEST_USES and count / max(1, used[word]) >= SMALLEST_SHARE
    }
    # a verb of the lexicon that the articles have too rarely to tell
    rare = {word: (chosen[word] + 1) / (used[word] + 2) for word in lexicon.forms() if used[word] < FEW_USES}
    return {**rare, **found}


def write(table: dict[str, dict[str, float]]) -> None:
    lines = []
    for section, named in table.items():
        by_weight: dict[int, list[str]] = defaultdict(list)
        for name, value in named.items():
            if section == "cues" or abs(value) >= SMALLEST:
                by_weight[round(value * weights.HUNDREDTHS)].append(name)
        lines.append(f"[{section}]")
        lines += [f"{weight}\t" + "\t".join(sorted(names)) for weight, names in sorted(by_weight.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--few", type=int, default=8, help="weigh names that stand in so many readings")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    scorer = lessons.scorer(chosen.shared)
    folder = chosen.shared / "data" / "attribution"
    rows = [
        json.loads(line)
        for part in ("train", "dev")
        for line in (folder / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    articles = [lessons.Marked(row, text.paragraphs(lessons.article(row["text"])), scorer) for row in rows]
    cues = cue_words(articles)
    set_table({"cues": cues, "gate": {"bias": 1.0}})
    # which words report is told with the words themselves
    articles = [lessons.Marked(row, text.paragraphs(lessons.article(row["text"])), scorer) for row in rows]
    table, read, chance = fit(articles, chosen.few)
    print(f"{len(cues)} words, " + ", ".join(f"{name} {len(section)}" for name, section in table.items()))
    print("\n".join(held_out(articles, read, chance, scorer)))
    if chosen.write:
        write({"cues": cues, **table})


if __name__ == "__main__":
    main()
