"""What the program finds in an article without a model: its text, its sentences, who says what."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import console, options, output, reading
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.source.fetch import Access

CLEAN_HELP = """Print the article without the page around it.

With --explain, print the whole input instead: before each line the reason why it was left out,
or nothing where it stays."""
CLEAN_EXAMPLES = options.examples(
    "summarizer clean page.txt",
    "summarizer clean --explain page.txt",
    "summarizer clean page.txt --cut '^Correction:' --favor recall",
    "pbpaste | summarizer clean - --format markdown",
    "summarizer clean https://news.example/page --save-source page.html",
)

SENTENCES_HELP = """Print the article's sentences with the numbers and offsets that notes refer to."""
SENTENCES_EXAMPLES = options.examples(
    "summarizer sentences page.txt", "summarizer sentences page.txt --format json"
)


def clean(
    source: options.Source,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the input with every cut and its reason.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="text|markdown|json", help="How to print.")
    ] = "text",
    keep: options.Keep = None,
    cut: options.Cut = None,
    favor: options.Favor = None,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    save_source: options.SaveSource = None,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is CLEAN_HELP."""
    output.one_of(form, ("text", "markdown", "json"), "--format")
    if explain and form == "markdown":
        raise UsageError("--explain prints text or json, not markdown", hint="--explain --format json")
    article = read(
        source,
        keep=keep or (),
        cut=cut or (),
        favor=favor,
        access=options.access(allow_private, ignore_robots, save_source),
    )
    from summarizer.render import cuts, plain, saying

    if form == "json":
        as_json(saying.article_data(article))
    elif form == "markdown":
        console.result(saying.article_markdown(article))
    elif explain:
        console.result(cuts.explained(article))
    elif console.is_terminal(sys.stdout):
        paragraphs = (plain.printable(paragraph) for paragraph in article.body.split("\n\n"))
        console.result("\n\n".join(paragraphs) + "\n")
    else:
        console.result(article.body + "\n")


def sentences(
    source: options.Source,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="How to print.")] = "text",
    keep: options.Keep = None,
    cut: options.Cut = None,
    favor: options.Favor = None,
    allow_private: options.AllowPrivate = False,
    ignore_robots: options.IgnoreRobots = False,
    save_source: options.SaveSource = None,
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is SENTENCES_HELP."""
    output.one_of(form, ("text", "json"), "--format")
    article = read(
        source,
        keep=keep or (),
        cut=cut or (),
        favor=favor,
        access=options.access(allow_private, ignore_robots, save_source),
    )
    from summarizer.render import plain, saying

    if form == "json":
        as_json(saying.sentences_data(article))
        return
    digits = len(str(len(article.sentences)))
    places = [f"{s.start}-{s.end}" for s in article.sentences]
    widest = max(map(len, places))
    lines = (
        f"{s.number:>{digits}}  {place:<{widest}}  {plain.printable(article.text(s))}"
        for s, place in zip(article.sentences, places, strict=True)
    )
    console.result("\n".join(lines) + "\n")


def read(
    source: str,
    *,
    keep: Sequence[str] = (),
    cut: Sequence[str] = (),
    favor: str | None = None,
    access: Access | None = None,
) -> Article:
    """Read the article and say what had to be assumed about it."""
    article = reading.read(source, keep=keep, cut=cut, favor=favor, access=access)
    for notice in article.notices:
        console.warn(notice)
    return article


def as_json(value: object) -> None:
    """Print plain data, in ASCII where standard output holds no more."""
    from summarizer.render import data

    console.result(data.text(value, ascii_only=not console.holds_unicode(sys.stdout)))
