"""The invented pages of `examples/` against what a careful reader marked in them.

What goes wrong today stands in `tests/articles/misses.toml`, page by page. A new miss fails; so
does one on the list that is no miss any more. `pytest --rewrite-examples` writes that list and
the notes in `examples/` anew: whoever uses it answers for the difference.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest

import summarizer
from summarizer import render
from summarizer.article import Article, Attribution, Span
from summarizer.results import Note
from tests import builders

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

MISSES = builders.TRUTHS / "misses.toml"
pages = pytest.mark.parametrize("slug", builders.SLUGS)

_SECONDS = re.compile(r'(?<="seconds": )[\d.e-]+|(?<= in )[\d.,]+ s\b')
# A line is kept when most of it is: a dateline or a label glued to a sentence may go.
_MOST = 0.5
# Quotation marks, and the blank or bracket that may stand between them and the first word.
_BEFORE = 3


@cache
def page(slug: str) -> Article:
    return summarizer.read(builders.EXAMPLES / f"{slug}.txt")


@cache
def made(slug: str) -> Note:
    return summarizer.summarize(page(slug), model="extractive")


@cache
def said(slug: str) -> tuple[Attribution, ...]:
    return summarizer.attributions(page(slug))


def kept_share(article: Article, line: Span) -> float:
    """Which part of a line's printed characters is left in the paragraphs after cleaning."""
    printed = {at for at in range(line.start, line.end) if not article.raw[at].isspace()}
    left = {
        at
        for paragraph in article.paragraphs
        if paragraph.overlaps(line)
        for part in article.kept(paragraph)
        for at in range(max(part.start, line.start), min(part.end, line.end))
    }
    return len(left & printed) / len(printed) if printed else 0.0


def lines_wrong(slug: str) -> list[str]:
    """Which lines are kept that are noise, or cut that are the article's."""
    truth, article = builders.truth(slug), page(slug)
    wrong = []
    for number, line in enumerate(truth.lines(), start=1):
        if not line.of(truth.raw).strip():
            continue
        share, noise = kept_share(article, line), truth.is_noise(number)
        if noise is True and share > 0:
            wrong.append(f"kept {number}: {line.of(truth.raw).strip()[:50]}")
        elif noise is False and share < _MOST:
            wrong.append(f"cut {number}: {line.of(truth.raw).strip()[:50]}")
    return wrong


def speakers_wrong(slug: str) -> list[str]:
    """Which marked quotations nobody or somebody else is given for."""
    raw = page(slug).raw
    wrong = []
    for quotation in builders.truth(slug).quotations:
        names = [speaker(found, raw) for found in said(slug) if begins_in(found, quotation.at)]
        if not any(builders.same_name(name, right) for name in names for right in quotation.speakers):
            wrong.append(f"{' '.join(quotation.opening.split())}: {' / '.join(names) or 'not found'}")
    return wrong


def begins_in(found: Attribution, at: int) -> bool:
    return found.directness != "indirect" and any(
        part.start - _BEFORE <= at < part.end for part in found.content
    )


def speaker(found: Attribution, raw: str) -> str:
    """Who is named for it: the resolved name, else what the article prints there."""
    printed = found.source.of(raw) if found.source is not None else "nobody"
    return found.speaker or " ".join(printed.split())


def unmarked(slug: str) -> list[str]:
    """Which contents open with a quotation mark where the reader marked no quotation."""
    truth, raw = builders.truth(slug), page(slug).raw
    known = {quotation.at for quotation in truth.quotations} | set(truth.unasked)
    wrong = []
    for found in said(slug):
        for part in found.content:
            if raw[part.start] not in '"“‘' and (raw[part.start] != "'" or found.directness != "direct"):
                continue
            if not any(part.start <= at < part.end for at in known):
                wrong.append(f"unmarked: {' '.join(part.of(raw).split())[:40]}")
    return wrong


def claims_wrong(slug: str) -> list[str]:
    """Which claims and positions are given to somebody who says nothing of the kind."""
    truth, note = builders.truth(slug), made(slug)
    given = [(claim.speaker, claim.text) for claim in note.claims if claim.speaker is not None]
    given += [(position.holder, position.text) for position in note.positions]
    return [f"{name}: {' '.join(text.split())[:50]}" for name, text in given if not truth.speaks(name)]


def positions_wrong(slug: str) -> list[str]:
    """Which marked parties have no position, or one that no fair reader would give them."""
    wrong = []
    for stand in builders.truth(slug).positions:
        held = [
            p for p in made(slug).positions if any(builders.same_name(p.holder, h) for h in stand.holders)
        ]
        if not held:
            wrong.append(f"{stand.holders[0]}: no position")
        wrong.extend(
            f"{stand.holders[0]}: {position.stance}"
            for position in held
            if position.stance not in stand.stances
        )
    return wrong


def statements_wrong(slug: str) -> list[str]:
    """Which false statements pass the check, and which true ones are refused."""
    truth, article = builders.truth(slug), page(slug)
    passed = [s for s in truth.false if summarizer.check(s.text, article).verdict == "supported"]
    refused = [s for s in truth.true if summarizer.check(s.text, article).verdict == "unsupported"]
    return [*(f"passed: {s.text}" for s in passed), *(f"refused: {s.text}" for s in refused)]


def evidence_wrong(slug: str) -> list[str]:
    """Which captions, teasers or headlines of other articles a note rests on."""
    truth, note = builders.truth(slug), made(slug)
    noise = [line for number, line in enumerate(truth.lines(), start=1) if truth.is_noise(number)]
    texts = {
        " ".join(e.text.split())[:60]: None
        for item in (*note.summary, *note.claims, *note.positions)
        for e in item.evidence
        if any(line.overlaps(Span(e.start, e.end)) for line in noise)
    }
    return list(texts)


def metadata_wrong(slug: str) -> list[str]:
    """Which of headline, authors and times are not what the page prints."""
    truth, article = builders.truth(slug), page(slug)
    read = {
        "title": (article.title, truth.title),
        "byline": (article.byline, truth.byline),
        "published": (article.published and article.published.isoformat(), truth.published),
        "updated": (article.updated and article.updated.isoformat(), truth.updated),
    }
    return [f"{field}: {got}" for field, (got, right) in read.items() if got != right]


JUDGES = {
    "metadata": metadata_wrong,
    "lines": lines_wrong,
    "evidence": evidence_wrong,
    "speakers": speakers_wrong,
    "unmarked": unmarked,
    "claims": claims_wrong,
    "positions": positions_wrong,
    "statements": statements_wrong,
}
"""What can go wrong with a page, by the name it has in the list of misses."""


@pytest.fixture(autouse=True)
def _rewritten(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite-examples"):
        rewrite()


@cache
def rewrite() -> None:
    """Write notes that changed, and the list of misses."""
    rows = ["# What goes wrong today, in the words of test_examples.py; a shorter list is a better program."]
    for slug in builders.SLUGS:
        for path, printed in notes(slug).items():
            if timeless(printed) != timeless(text_of(path)):
                path.write_bytes(printed.encode("utf-8"))
        missed = {name: wrong for name, judge in JUDGES.items() if (wrong := judge(slug))}
        rows.extend(["", f"[{slug}]"] if missed else [])
        for name, wrong in missed.items():
            # a JSON string is a TOML string
            rows.extend([f"{name} = [", *(f"  {json.dumps(w, ensure_ascii=False)}," for w in wrong), "]"])
    MISSES.write_text("\n".join(rows) + "\n", encoding="utf-8")


def notes(slug: str) -> dict[Path, str]:
    note = made(slug)
    return {
        builders.EXAMPLES / f"{slug}.note.md": render.markdown(note),
        builders.EXAMPLES / f"{slug}.note.json": render.json(note),
    }


def timeless(text: str) -> str:
    """The note without the seconds that making it took, the one thing that is never twice the same."""
    return _SECONDS.sub("_", text)


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def misses() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(text_of(MISSES))


@pages
@pytest.mark.parametrize("name", JUDGES)
def test_a_page_is_read_as_a_careful_reader_reads_it(slug: str, name: str) -> None:
    """Both directions count: a new miss is a step back, and one that is gone comes off the list."""
    assert JUDGES[name](slug) == misses().get(slug, {}).get(name, [])


def test_the_list_of_misses_names_only_pages_and_judges_that_exist() -> None:
    """A misspelt entry would excuse nothing and look as if it did."""
    assert set(misses()) <= set(builders.SLUGS)
    assert {name for missed in misses().values() for name in missed} <= set(JUDGES)


@pages
def test_evidence_is_the_input_between_its_offsets(slug: str) -> None:
    """A reader who looks an offset up must find the very words, in the very sentence."""
    note, article = made(slug), page(slug)
    evidence = [e for item in (*note.summary, *note.claims, *note.positions) for e in item.evidence]
    assert evidence
    for e in evidence:
        assert article.raw[e.start : e.end] == e.text
        assert article.sentence(e.sentence).span.holds(Span(e.start, e.end))


@pages
def test_every_printed_character_is_in_a_paragraph_or_in_a_cut_with_a_reason(slug: str) -> None:
    """Nothing disappears: what is not the article is kept with the reason for it."""
    article = page(slug)
    covered = sorted(
        [*((p.start, p.end) for p in article.paragraphs), *((c.start, c.end) for c in article.cuts)]
    )
    at = 0
    for start, end in covered:
        assert not article.raw[at:start].strip()
        at = max(at, end)
    assert not article.raw[at:].strip()
    assert all(cut.reason for cut in article.cuts)


@pages
def test_the_notes_in_the_examples_are_what_this_version_makes(slug: str) -> None:
    """The examples are read as a promise of what a user gets."""
    for path, printed in notes(slug).items():
        assert timeless(printed) == timeless(text_of(path)), path.name


@pages
def test_a_note_reads_back_as_it_was(slug: str) -> None:
    note = made(slug)
    assert Note.model_validate_json(render.json(note)) == note


@pages
def test_a_note_is_the_same_twice(slug: str) -> None:
    """Two runs of the extractive drafter over one text may differ in nothing but time."""
    again = summarizer.summarize(summarizer.read(builders.EXAMPLES / f"{slug}.txt"), model="extractive")
    assert timeless(render.json(again)) == timeless(render.json(made(slug)))


def test_every_page_has_its_truth_and_every_truth_its_page() -> None:
    assert {path.stem for path in builders.EXAMPLES.glob("*.txt")} == set(builders.SLUGS)
