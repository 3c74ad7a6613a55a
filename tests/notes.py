"""Notes of an invented article, one item a line."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from summarizer import note

SUPPORTED = note.Support(verdict="supported", score=0.9)
DOUBTFUL = note.Support(verdict="doubtful", score=0.6, problems=("the draft named Ada Voss",))


def evidence(sentence: int, start: int, text: str) -> note.Evidence:
    return note.Evidence(sentence=sentence, start=start, end=start + len(text), text=text)


def line(
    text: str, *proofs: note.Evidence, support: note.Support = SUPPORTED, origin: str = "article"
) -> note.SummaryLine:
    return note.SummaryLine.model_validate(
        {"text": text, "evidence": proofs, "support": support, "origin": origin}
    )


def claim(text: str, *proofs: note.Evidence, speaker: str | None = "Ada Voss", **more: object) -> note.Claim:
    fields = {"kind": "says", "support": SUPPORTED, "origin": "article", **more}
    return note.Claim.model_validate({"text": text, "speaker": speaker, "evidence": proofs, **fields})


def position(text: str, *proofs: note.Evidence, **more: object) -> note.Position:
    fields = {"role": None, "issue": "the swing bridge", "stance": "opposes", "origin": "article", **more}
    return note.Position.model_validate(
        {"holder": "Pilots' Guild", "text": text, "evidence": proofs, "support": SUPPORTED, **fields}
    )


def made(*, backend: str = "extractive", **fields: object) -> note.Note:
    """Build a note; what is not given is as plain as can be."""
    model = backend != "extractive"
    provenance = note.Provenance(
        tool="summarizer 0.1.0",
        backend=backend,
        model="small-4b" if model else "extractive",
        prompt="note" if model else None,
        prompt_version=1 if model else None,
        prompt_sha256="ab" * 32 if model else None,
        sampling={"temperature": 0.0, "seed": None} if model else None,
        input_tokens=1200 if model else None,
        output_tokens=300 if model else None,
        seconds=1.26,
        input_sha256="cd" * 32,
    )
    article = note.Source(
        name="harbour.txt",
        title="A bridge for Port Ellan",
        byline=("Tom Lund",),
        published=datetime(2026, 11, 2, 9, 5, tzinfo=timezone(timedelta(hours=1))),
        updated=None,
        site="The Tide",
        language="en",
        characters=1234,
        sentences=12,
        cuts=(note.CutOut(start=0, end=9, reason="menu"), note.CutOut(start=20, end=30, reason="menu")),
    )
    plainly = {"summary": (), "claims": (), "positions": (), "set_aside": (), "warnings": ()}
    return note.Note.model_validate(
        {
            "headline": "A bridge for Port Ellan",
            **plainly,
            **fields,
            "provenance": provenance,
            "article": article,
        }
    )
