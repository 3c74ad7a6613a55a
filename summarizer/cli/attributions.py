"""Who says what, found without a model: a table, and the parties of the article."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import article as reader
from summarizer.cli import console, options, output
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.article import Article, Attribution

HELP = """Print who says, wants, decides or shows what, found without a model.

With --parties, print who and what the article names instead: roles, other names, mentions, what each says."""
EXAMPLES = options.examples(
    "summarizer attributions page.txt",
    "summarizer attributions page.txt --speaker 'Mayor Roe' --direct",
    "summarizer attributions page.txt --parties",
    "summarizer attributions page.txt --format csv > said.csv",
)


def attributions(
    source: options.Source,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="table|markdown|json|csv",
            help="How to print; by default table on a terminal, markdown in a pipe.",
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(
            "--speaker", metavar="NAME", help="Only what this party says, by any name or role it has."
        ),
    ] = None,
    direct: Annotated[
        bool, typer.Option("--direct", help="Only what is printed in quotation marks, whole or in part.")
    ] = False,
    parties: Annotated[bool, typer.Option("--parties", help="List the parties of the article.")] = False,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    save_source: options.SaveSource = None,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    shown = form or ("table" if console.is_terminal(sys.stdout) else "markdown")
    output.one_of(shown, ("table", "markdown", "json", "csv"), "--format")
    article = reader.read(source, access=options.access(allow_private, ignore_robots, save_source))
    if article.language != "en":
        console.warn(
            f"attribution reads English only, and this article looks like {article.language!r}: nothing is attributed"
        )
    found = _chosen(article, speaker, direct)
    (_parties if parties else _said)(found, article, shown)


def _chosen(article: Article, speaker: str | None, direct: bool) -> Sequence[Attribution]:
    from summarizer import attribute, pipeline

    found = pipeline.attributions(article)
    if speaker is not None:
        known = attribute.Directory(attribute.parties(article, found))
        chosen = [item for item in found if item.speaker is not None and known.same(item.speaker, speaker)]
        if found and not chosen:
            names = sorted({item.speaker for item in found if item.speaker is not None})
            raise UsageError(
                f"nothing is attributed to {speaker!r} in {article.name}",
                hint="those who say something: " + "; ".join(names),
            )
        found = tuple(chosen)
    return [item for item in found if item.directness != "indirect"] if direct else found


def _said(found: Sequence[Attribution], article: Article, shown: str) -> None:
    from summarizer.render import saying

    if shown == "json":
        reader.as_json([saying.said_data(said, article) for said in found])
    elif shown == "csv":
        console.result(saying.csv(found, article))
    elif shown == "markdown":
        console.result(saying.markdown(found, article))
    else:
        console.result(saying.table(found, article, console.width(), console.colour(sys.stdout)))


def _parties(found: Sequence[Attribution], article: Article, shown: str) -> None:
    from summarizer import attribute
    from summarizer.render import parties

    known = attribute.parties(article, tuple(found))
    if shown == "json":
        reader.as_json(parties.listed(known, found, article))
    elif shown == "csv":
        console.result(parties.csv(known, found))
    elif shown == "markdown":
        console.result(parties.markdown(known, found))
    else:
        console.result(parties.table(known, found, console.width(), console.colour(sys.stdout)))
