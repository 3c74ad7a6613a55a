"""`summarizer schema`: what the JSON of a note looks like."""

from __future__ import annotations

from summarizer.cli import console, options

HELP = "Print the JSON Schema of a note, which the output of summarize --format json keeps to."
EXAMPLES = options.examples("summarizer schema > note.schema.json")


def schema(verbose: options.Verbose = False) -> None:
    """Run the command; its help is HELP."""
    from summarizer.note import Note
    from summarizer.render import data

    made = Note.model_json_schema(mode="serialization")
    console.result(data.text({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}))
