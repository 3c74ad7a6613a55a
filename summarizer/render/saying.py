"""Attributions, sentences and the article itself as tables, Markdown and data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.article import Article, Attribution, Span
from summarizer.render import data, md, plain
from summarizer.render.plain import printable

# Columns from which the words of the source and the cue have room beside the content.
_WIDE = 100


@dataclass(frozen=True, slots=True)
class _Row:
    who: str
    does: str
    what: str
    source: str
    place: str


def _rows(found: Sequence[Attribution], article: Article) -> list[_Row]:
    return [
        _Row(
            who=printable(said.speaker or ("(anonymous)" if said.anonymous else "(not resolved)")),
            does=said.kind if said.polarity == "affirmed" else f"{said.kind} ({said.polarity})",
            what=" […] ".join(printable(part.of(article.raw)) for part in said.content),
            source=printable(
                f"{said.source.of(article.raw) if said.source else ''} {said.cue.of(article.raw)}"
            ),
            place=_place(said, article),
        )
        for said in found
    ]


def _place(said: Attribution, article: Article) -> str:
    first = said.content[0] if said.content else said.cue
    numbers = article.sentences_in(first)
    start, end = first.start, said.content[-1].end if said.content else first.end
    return f"{numbers[0].number if numbers else '?'}:{start}-{end}"


def table(found: Sequence[Attribution], article: Article, width: int, colour: bool) -> str:
    """Print who said what in columns that fill `width`."""
    wide = width >= _WIDE
    beside = (("In the article", 3),) if wide else ()
    columns = (("Who", 2), ("Does", 0), ("What", 6), *beside, ("Place", 0))
    cells = []
    for row in _rows(found, article):
        what = plain.clip(row.what, plain.LONGEST_PROOF)
        cells.append((row.who, row.does, what, *((row.source,) if wide else ()), row.place))
    return draw(columns, cells, width, colour)


def draw(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], width: int, colour: bool) -> str:
    """Draw a table that fills `width`; a column is its heading and its share of the room, 0 for what it needs."""
    import io

    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=SIMPLE, expand=True, pad_edge=False)
    for heading, ratio in columns:
        shown.add_column(heading, ratio=ratio or None, overflow="fold", no_wrap=not ratio)
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    out = io.StringIO()
    Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    ).print(shown)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def markdown(found: Sequence[Attribution], article: Article) -> str:
    """Print who said what as a Markdown table."""
    lines = ["| Who | Does | What | In the article | Place |", "| --- | --- | --- | --- | --- |"]
    for row in _rows(found, article):
        cells = (row.who, row.does, plain.clip(row.what, plain.LONGEST_PROOF), row.source)
        lines.append("| " + " | ".join([*(md.escape(cell) for cell in cells), md.code(row.place)]) + " |")
    return "\n".join(lines) + "\n"


def csv(found: Sequence[Attribution], article: Article) -> str:
    """Print who said what as CSV, one attribution a row."""
    header = "speaker role kind polarity directness source cue content sentence start end".split()
    lines = []
    for said in found:
        spans = said.content or (said.cue,)
        numbers = article.sentences_in(spans[0])
        lines.append(
            (
                said.speaker or "",
                said.role or "",
                said.kind,
                said.polarity,
                said.directness,
                printable(said.source.of(article.raw)) if said.source else "",
                printable(said.cue.of(article.raw)),
                " […] ".join(printable(part.of(article.raw)) for part in said.content),
                numbers[0].number if numbers else "",
                spans[0].start,
                spans[-1].end,
            )
        )
    return data.rows(header, lines)


def said_data(said: Attribution, article: Article) -> dict[str, Any]:
    """Give an attribution as plain data, each span with its text."""
    return {
        "speaker": said.speaker,
        "role": said.role,
        "kind": said.kind,
        "polarity": said.polarity,
        "directness": said.directness,
        "anonymous": said.anonymous,
        "collective": said.collective,
        "source": _span(said.source, article) if said.source else None,
        "cue": _span(said.cue, article),
        "content": [_span(part, article) for part in said.content],
        "sentences": sorted({s.number for part in said.content for s in article.sentences_in(part)}),
    }


def _span(span: Span, article: Article) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(article.raw)}


def sentences_data(article: Article) -> list[dict[str, Any]]:
    """Give the sentences as plain data, the text as the input prints it."""
    return [
        {
            "number": s.number,
            "start": s.start,
            "end": s.end,
            "paragraph": s.paragraph,
            "text": s.span.of(article.raw),
        }
        for s in article.sentences
    ]


def article_data(article: Article) -> dict[str, Any]:
    """Give the cleaned article as plain data: what stays, what was cut and why."""
    return {
        "name": article.name,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "updated": article.updated,
        "site": article.site,
        "language": article.language,
        "sha256": article.sha256,
        "notices": article.notices,
        "body": article.body,
        "paragraphs": [_span(paragraph, article) for paragraph in article.paragraphs],
        "cuts": [{**_span(cut.span, article), "reason": cut.reason} for cut in article.cuts],
    }


def article_markdown(article: Article) -> str:
    """Print the cleaned article as Markdown in which its text stays text."""
    made = [f"# {md.escape(printable(article.title))}"] if article.title else []
    if article.byline:
        made.append(f"*By {md.escape(', '.join(printable(name) for name in article.byline))}*")
    made += [md.escape(printable(paragraph)) for paragraph in article.body.split("\n\n")]
    return "\n\n".join(made) + "\n"
