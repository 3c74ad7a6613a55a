"""Fit the weights of the cleaner on marked pages, or score it on pages that it was not fitted on.

    python benchmarks/fit_cleaning.py SHARED --folds 4             cross-validation over pages
    python benchmarks/fit_cleaning.py SHARED --write summarizer/clean/weights.py

Each page is used whole, in a selection of 15 lines around the article, in a tighter one, and with
another page's headlines and sentences put into and after it, as lists of other stories are.
Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import dataclasses
import difflib
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import chain
import cleaning
from chain import AFTER, ARTICLE, BEFORE, INSIDE

from summarizer import source
from summarizer.clean import borders, features, headlines, keep, lines, questions, scale, topic, weights

_WORD = re.compile(r"\w+")
_SMALLEST = 0.1
_WIDTH = 108
_SCORED = ("dev", "dev_near", "html")
# A page's HTML counts for as much as its pasted text in three selections and one mixture.
_HTML_COUNTS = 3
_ARTICLE = questions.Article(scale.NAMED)
_STARTS, _ENDS = borders.Starts(scale.NAMED), borders.Ends(scale.NAMED)
_HEADINGS = (
    "More Latest News|Related stories|Most read|You may also like|Recommended|Top stories|Read next|Trending"
    "|More from this section|Latest|Related|Popular|See also|More news|Editor's picks"
).split("|")


@dataclasses.dataclass
class Page:
    """A text, the lines of it that are article, and what it is an example of."""

    name: str
    kind: str
    raw: str
    body: str
    lines: list[lines.Line]
    article: list[bool]
    hints: Sequence[Sequence[str]] = ()


def printed(raw: str) -> list[lines.Line]:
    """Lines with a letter or digit, as the cleaner weighs them."""
    return [line for line in lines.lines_of(raw) if line.words]


def mark(raw: str, made: Sequence[lines.Line], body: str) -> list[bool]:
    """Mark the lines at least a third of whose tokens align with the true body."""
    tokens = [(token, at) for at, line in enumerate(made) for token in _WORD.findall(line.span.of(raw))]
    count = [0] * len(made)
    hits = [0] * len(made)
    for _, at in tokens:
        count[at] += 1
    matcher = difflib.SequenceMatcher(None, [t for t, _ in tokens], _WORD.findall(body), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        if not size:
            continue
        whole = tokens[start][1] == tokens[start + size - 1][1] and count[tokens[start][1]] == size
        for _, at in tokens[start : start + size] if size >= 4 or whole else ():
            hits[at] += 1
    return [bool(n) and hit / n >= 0.3 for hit, n in zip(hits, count, strict=True)]


def page_of(name: str, kind: str, raw: str, body: str) -> Page:
    """Cut a text into lines and mark them."""
    made = printed(raw)
    return Page(name, kind, raw, body, made, mark(raw, made, body))


def load(shared: Path) -> Iterator[Page]:
    """Read the pages as pasted, and tighter selections of them."""
    dice = random.Random(1)
    for kind in ("dev", "dev_near"):
        path = shared / "data" / "cleaning" / f"{kind}.jsonl"
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            page = page_of(row["id"], kind, row["pasted_text"], row["article_body"])
            yield page
            inner = [at for at, is_article in enumerate(page.article) if is_article]
            if kind == "dev" and inner:
                first = max(0, inner[0] - dice.choice((0, 1, 3, 5)))
                last = inner[-1] + 1 + dice.choice((0, 1, 3, 8))
                text = "\n".join(line.span.of(page.raw) for line in page.lines[first:last])
                yield page_of(page.name, "tight", text, page.body)


def marked_up(shared: Path, rows: Sequence[tuple[str, str]]) -> Iterator[Page]:
    """Read the HTML of pages given by name and body."""
    bodies = dict(rows)
    for name, data in cleaning.pages(shared, [{"id": name} for name in bodies]):
        loaded = source.decode(data, name)
        page = page_of(name, "html", loaded.raw, bodies[name])
        yield dataclasses.replace(page, hints=[loaded.hints.get(line.span.start, ()) for line in page.lines])


def mixed(pages: Sequence[Page]) -> Iterator[Page]:
    """Pages with other pages' captions, links and headlines put into and after the article."""
    dice = random.Random(7)
    pool: dict[str, tuple[list[str], list[str]]] = {}
    whole = [page for page in pages if page.kind == "dev" and any(page.article)]
    for page in whole:
        marked = list(zip(page.lines, page.article, strict=True))
        said = [line.text for line, inner in marked if inner and line.ended and 5 <= line.words <= 22]
        heads = [
            line.text
            for line, inner in marked
            if not inner and not line.ended and line.label is None and 6 <= line.words <= 18
        ]
        if said and heads:
            pool[page.name] = said[:6], heads[:25]
    names = sorted(pool)

    def other() -> tuple[str, str]:
        said, heads = pool[dice.choice(names)]
        return dice.choice(said), dice.choice(heads)

    for page in whole:
        inner = [at for at, is_article in enumerate(page.article) if is_article]
        if dice.random() < 0.5:
            # as many agency items are short as are long, and their ends are harder to see
            inner = inner[: dice.randrange(3, 9)]
        first = max(0, inner[0] - dice.choice((1, 3, 5)))
        texts = [(page.lines[at].span.of(page.raw), page.article[at]) for at in range(first, inner[-1] + 1)]
        if dice.random() < 0.5 and len(inner) >= 4:
            for _ in range(dice.choice((1, 2, 3))):
                head = other()[1]
                shown = " ".join(head.split()[:3]) + " in the city this week"
                choices = (
                    [shown, f"{shown}. Picture: Getty"],
                    [f"Read More: {head}"],
                    [head],
                    [f"Related: {head}"],
                )
                at = dice.randrange(3, len(texts) + 1)
                texts[at:at] = [(text, False) for text in dice.choice(choices)]
        tail = ["Share this article", "Tags"] * (dice.random() < 0.3)
        tail += [dice.choice(_HEADINGS)] * (dice.random() < 0.8)
        order = dice.choice(((0, 1), (1,), (1, 0)))
        for _ in range(dice.randrange(4, 16)):
            pair = other()
            tail.extend(pair[k] for k in order)
        texts += [(text, False) for text in tail]
        yield _assembled(page, texts)


def _assembled(page: Page, texts: Sequence[tuple[str, bool]]) -> Page:
    raw = "\n".join(text for text, _ in texts)
    made = printed(raw)
    owners, at = {}, 0
    for text, is_article in texts:
        owners.update(dict.fromkeys(range(at, at + len(text) + 1), is_article))
        at += len(text) + 1
    return Page(page.name, "mixed", raw, page.body, made, [owners[line.span.start] for line in made])


def example_of(page: Page) -> chain.Example | None:
    """Name the features of the lines the cleaner would weigh; None where the core is not in the article."""
    measured = features.Page(page.lines, page.hints)
    core = measured.core()
    inner = [at for at, is_article in enumerate(page.article) if is_article]
    if not inner or core[0] == core[1] or inner[-1] < core[0] or inner[0] >= core[1]:
        return None
    window = keep.window(measured, core)
    first, last = window.start, window.stop
    about, headed = topic.Topic(measured, core), headlines.headlines(measured, core)
    return chain.Example(
        page=page.name,
        line=list(map(list, _ARTICLE.worth(measured, about, window))),
        start=list(map(list, _STARTS.worth(measured, first, last, headed))),
        end=list(map(list, _ENDS.worth(measured, first, last))),
        core=(core[0] - window.start, core[1] - window.start),
        states=[_state(at, inner, page.article[at]) for at in window],
        tokens=[len(_WORD.findall(page.lines[at].text)) for at in window],
    )


def _state(at: int, inner: Sequence[int], is_article: bool) -> int:
    if at < inner[0]:
        return BEFORE
    return AFTER if at > inner[-1] else ARTICLE if is_article else INSIDE


def tables(fitted: chain.Chain) -> dict[str, dict[str, float]]:
    """Round the weights, leave the small ones out, keep what is set by hand."""

    def large(table: dict[str, float]) -> dict[str, float]:
        return {name: round(value, 2) for name, value in sorted(table.items()) if abs(value) >= _SMALLEST}

    by_hand = {name: weights.LINE[name] for name in ("picked", "passed over")}
    change = {name: round(value, 2) for name, value in sorted(fitted.change.items())}
    return {
        "LINE": large(fitted.line) | by_hand,
        "START": large(fitted.start),
        "END": large(fitted.end),
        "CHANGE": change,
    }


def print_table(name: str, table: dict[str, float]) -> str:
    """Write a table of weights as Python, as many to a line as fit."""
    rows, row = [], "   "
    for item in (f' "{key}": {value},' for key, value in table.items()):
        if len(row) + len(item) > _WIDTH:
            rows.append(row)
            row = "   "
        row += item
    body = "\n".join([*rows, row])
    return f"{name}: dict[str, float] = {{\n{body}\n}}  # fmt: skip"


def use(made: dict[str, dict[str, float]]) -> None:
    """Put fitted tables in the place of the package's own, for this process."""
    for name, table in made.items():
        getattr(weights, name).clear()
        getattr(weights, name).update(table)
    questions.weighed_questions.cache_clear()


def validate(shared: Path, pages: Sequence[Page], folds: int) -> None:
    """Score every page by weights fitted without it."""
    examples = [example for example in map(example_of, pages) if example is not None]
    names = sorted({page.name for page in pages})
    random.Random(0).shuffle(names)
    made: dict[tuple[str, str], str] = {}
    for fold in range(folds):
        held = frozenset(names[fold::folds])
        use(tables(chain.fit([example for example in examples if example.page not in held])))
        for page in pages:
            if page.name in held and page.kind in _SCORED:
                hints = {line.span.start: names for line, names in zip(page.lines, page.hints, strict=False)}
                made[page.kind, page.name] = cleaning.cleaned(page.raw, hints)
    scorer = cleaning.scorer(shared)
    for kind in _SCORED:
        gold = {page.name: page.body for page in pages if page.kind == "dev"}
        result = scorer.score(gold, {name: made[kind, name] for name in gold}, bootstrap=500)
        low, high = result["f1_95"]
        sys.stdout.write(
            f"{kind:9} F1 {result['f1']:.3f} [{low:.3f}, {high:.3f}]  precision {result['precision']:.3f}"
            f"  recall {result['recall']:.3f}  empty {result['empty']}\n"
        )


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    pages = list(load(chosen.shared))
    pages += mixed(pages)
    bodies = [(page.name, page.body) for page in pages if page.kind == "dev"]
    pages += [page for page in marked_up(chosen.shared, bodies) for _ in range(_HTML_COUNTS)]
    if chosen.folds:
        validate(chosen.shared, pages, chosen.folds)
    if chosen.write:
        examples = [example for example in map(example_of, pages) if example is not None]
        found = tables(chain.fit(examples))
        text = chosen.write.read_text(encoding="utf-8")
        for name, table in found.items():
            old = re.search(rf"^{name}: .*?^\}}  # fmt: skip", text, re.DOTALL | re.MULTILINE)
            assert old is not None
            text = text.replace(old[0], print_table(name, table))
        chosen.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
