"""`summarizer schema`: what the JSON of a note or a briefing looks like."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli import console, options
from summarizer.errors import UsageError

HELP = "Print the JSON Schema that the output of summarize --format json keeps to, or that of brief."
EXAMPLES = options.examples(
    "summarizer schema > note.schema.json", "summarizer schema --of briefing > briefing.schema.json"
)


def schema(
    of: Annotated[str, typer.Option(metavar="note|briefing", help="What to print the schema of.")] = "note",
    verbose: options.Verbose = False,
) -> None:
    """Run the command; its help is HELP."""
    from summarizer.briefing import Briefing
    from summarizer.note import Note
    from summarizer.render import data

    published: dict[str, type[Note] | type[Briefing]] = {"note": Note, "briefing": Briefing}
    if of not in published:
        raise UsageError(f"--of {of}: no such schema", hint="give note or briefing")
    made = published[of].model_json_schema(mode="serialization")
    console.result(data.text({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}))
