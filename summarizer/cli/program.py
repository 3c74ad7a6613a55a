"""The commands and how each of them ends: one line for what went wrong, and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from summarizer.cli import (
    article,
    attributions,
    batch,
    brief,
    cache,
    check,
    console,
    doctor,
    options,
    prompts,
    provider,
    purge,
    schema,
    summarize,
)
from summarizer.errors import SummarizerError

_USAGE = 2

# The root of what Typer raises for a wrong command line, whichever click it brings along.
_WRONG_LINE: type[Exception] = next(
    base for base in typer.BadParameter.__mro__ if base.__name__ == "UsageError"
)


class Program(TyperGroup):
    """The group of commands; `main` turns every way to end into a status and at most a few lines."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> NoReturn:
        """Run a command line and exit: 0 done, the error's status, 130 on Ctrl-C."""
        given = list(sys.argv[1:] if args is None else args)
        verbose = not {"-v", "--verbose"}.isdisjoint(given)
        try:
            status = super().main(given, console.PROGRAM, complete_var, False, windows_expand_args, **extra)
        except (KeyboardInterrupt, typer.Abort):
            status = console.INTERRUPTED
        except Exception as error:  # noqa: BLE001
            status = _failed(error, verbose)
        if status == console.INTERRUPTED:
            console.say("interrupted")
        sys.exit(status if isinstance(status, int) else 0)


def _failed(error: Exception, verbose: bool) -> int:
    if isinstance(error, SummarizerError):
        console.expected(error, verbose)
        return error.exit_code
    if isinstance(error, _WRONG_LINE):
        _wrong_line(error)
        return _USAGE
    console.unexpected(error, verbose)
    return 1


def _wrong_line(error: Exception) -> None:
    """Say what is wrong with the command line and which help to read."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else console.PROGRAM
    told = getattr(error, "format_message", error.__str__)()
    console.say(f"error: {told.rstrip('.')}")
    console.line(f"  try: {path} --help")


app = typer.Typer(
    cls=Program,
    name=console.PROGRAM,
    help="Summary, key claims and positions of an article, each tied to the article's own sentences.",
    epilog=options.examples(
        "summarizer summarize page.txt",
        "summarizer summarize page.txt --model ollama:qwen3:4b -o note.md",
        "summarizer brief clippings/ -o briefing.html",
        "summarizer clean --explain page.txt",
        "summarizer doctor",
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        console.result(f"{console.PROGRAM} {metadata.version(console.PROGRAM)}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Stand for the program as a whole."""
    _needs_command(context)


def _needs_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        console.line(context.get_help())
        raise typer.Exit(_USAGE)


def _add(name: str, command: Callable[..., None], short: str, help_: str, epilog: str) -> None:
    app.command(name, help=help_, short_help=short, epilog=epilog)(command)


_add("summarize", summarize.summarize, "Make a note of an article.", summarize.HELP, summarize.EXAMPLES)
_add("brief", brief.brief, "Hold several articles side by side.", brief.HELP, brief.EXAMPLES)
_add(
    "clean", article.clean, "Print the article without its page.", article.CLEAN_HELP, article.CLEAN_EXAMPLES
)
_add(
    "sentences",
    article.sentences,
    "Number its sentences.",
    article.SENTENCES_HELP,
    article.SENTENCES_EXAMPLES,
)
_add(
    "attributions", attributions.attributions, "Say who says what.", attributions.HELP, attributions.EXAMPLES
)
_add("check", check.check, "Hold a claim against an article.", check.HELP, check.EXAMPLES)
_add("schema", schema.schema, "Print the JSON Schema of a note.", schema.HELP, schema.EXAMPLES)
_add("doctor", doctor.doctor, "Say which model would be used.", doctor.HELP, doctor.EXAMPLES)
_add("purge", purge.purge, "Delete what was stored.", purge.HELP, purge.EXAMPLES)

_prompts = typer.Typer(
    help="List, print and check the prompts that models are given.",
    short_help="List, print and check prompts.",
    epilog=options.examples("summarizer prompts list", "summarizer prompts show note"),
    rich_markup_mode=None,
    invoke_without_command=True,
    callback=_needs_command,
)
_prompts.command("list", help=prompts.LIST_HELP, epilog=prompts.LIST_EXAMPLES, short_help="List them.")(
    prompts.listing
)
_prompts.command("show", help=prompts.SHOW_HELP, epilog=prompts.SHOW_EXAMPLES, short_help="Print one.")(
    prompts.show
)
_prompts.command("check", help=prompts.CHECK_HELP, epilog=prompts.CHECK_EXAMPLES, short_help="Check all.")(
    prompts.check
)
app.add_typer(_prompts, name="prompts")

_batch = typer.Typer(
    cls=batch.Group, help=batch.HELP, short_help="Make notes of many articles.", rich_markup_mode=None
)
_batch.command("submit", help=provider.SUBMIT_HELP, epilog=provider.SUBMIT_EXAMPLES)(provider.submit)
_batch.command("status", help=provider.STATUS_HELP, epilog=provider.STATUS_EXAMPLES)(provider.status)
_batch.command("collect", help=provider.COLLECT_HELP, epilog=provider.COLLECT_EXAMPLES)(provider.collect)
_batch.command(batch.RUN, cls=batch.Run, help=batch.HELP, epilog=batch.EXAMPLES)(batch.batch)
app.add_typer(_batch, name="batch")

_cache = typer.Typer(
    help="Say what replies of models are kept, and delete them.",
    short_help="Kept replies of models.",
    epilog=options.examples("summarizer cache info", "summarizer cache clear --days 90"),
    rich_markup_mode=None,
    invoke_without_command=True,
    callback=_needs_command,
)
_cache.command("info", help=cache.INFO_HELP, epilog=cache.INFO_EXAMPLES, short_help="Count them.")(cache.info)
_cache.command("clear", help=cache.CLEAR_HELP, epilog=cache.CLEAR_EXAMPLES, short_help="Delete them.")(
    cache.clear
)
app.add_typer(_cache, name="cache")


def run() -> None:
    """Run the command line on `sys.argv`; never returns."""
    app(prog_name=console.PROGRAM)
