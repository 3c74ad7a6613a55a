"""Print what the checker found about the lines of a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.article import Span
from summarizer.note import Verdict
from summarizer.render import md, plain
from summarizer.support import Checked

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COLOURS = {"supported": "\x1b[32m", "doubtful": "\x1b[33m", "unsupported": "\x1b[31m"}
_MARKS: dict[Verdict, str] = {"supported": "✓", "doubtful": "?", "unsupported": "✗"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the summary and what was found; `speaker` is whom a note gives it to."""

    text: str
    found: Checked
    speaker: str | None = None
    kind: str = "line"


def counts(rows: Sequence[Row]) -> str:
    """Say how many lines have which verdict, the good ones first."""
    found = Counter(row.found.verdict for row in rows)
    parts = [f"{found[verdict]} {verdict}" for verdict in _MARKS if found[verdict]]
    return ", ".join(parts) or "nothing to check"


def text(rows: Sequence[Row], *, colour: bool = False) -> str:
    """Print a report for a terminal; with `colour` the words that matched stand out."""
    return "".join(f"{line}\n" for row in rows for line in _lines(row, colour))


def _lines(row: Row, colour: bool) -> Iterator[str]:
    found = row.found
    verdict = f"{found.verdict:<11}"
    shown = f"{_COLOURS[found.verdict]}{verdict}{_PLAIN}" if colour else verdict
    yield f"{shown}  {found.score:.2f}  {_worded(row)}"
    for kind, problem in _problems(found):
        yield f"    {kind}: {plain.printable(problem)}"
    for item in found.evidence:
        proof = plain.printable(item.text)
        if colour:
            proof = _stressed(item.text, item.start, found.matched)
        elif len(proof) > plain.LONGEST_PROOF:
            proof = plain.clip(proof, plain.LONGEST_PROOF)
        yield f"    {item.sentence}:{item.start}-{item.end} {proof}"


def markdown(rows: Sequence[Row]) -> str:
    """Print a report as GitHub-flavoured Markdown."""
    made = [f"**{counts(rows)}**", ""]
    for row in rows:
        found = row.found
        made.append(
            f"- {_MARKS[found.verdict]} **{found.verdict}** {found.score:.2f} {md.escape(_worded(row))}"
        )
        made += [f"  - *{md.escape(f'{kind}: {problem}')}*" for kind, problem in _problems(found)]
        made += [
            f"  - {md.code(f'{e.sentence}:{e.start}-{e.end}')} "
            f"{md.escape(plain.clip(plain.printable(e.text), plain.LONGEST_PROOF))}"
            for e in found.evidence
        ]
    return "\n".join(made) + "\n"


def data(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Give a report as plain data, every problem with its kind, every match with its place."""
    return [
        {
            "claim": row.text,
            "kind": row.kind,
            "speaker": row.speaker,
            "verdict": row.found.verdict,
            "score": row.found.score,
            "problems": row.found.problems,
            "findings": [{"kind": f.kind, "text": f.text, "grave": f.grave} for f in row.found.findings],
            "evidence": [item.model_dump() for item in row.found.evidence],
            "matched": [{"start": span.start, "end": span.end} for span in row.found.matched],
        }
        for row in rows
    ]


def _worded(row: Row) -> str:
    whose = f"{plain.printable(row.speaker)}: " if row.speaker else ""
    return whose + plain.clip(plain.printable(row.text), plain.LONGEST_ITEM)


def _problems(found: Checked) -> list[tuple[str, str]]:
    """Each problem behind its kind, one that only the verdict explains behind none of its own."""
    if not found.findings and found.verdict == "doubtful":
        return [("score", "the article has most of these words, but not put together so")]
    return [(f.kind, f.text) for f in found.findings] or [("problem", text) for text in found.problems]


def _stressed(printed: str, start: int, matched: Sequence[Span]) -> str:
    """Print a sentence with the words that matched in bold."""
    made, at = "", 0
    for span in matched:
        low, high = span.start - start, span.end - start
        if 0 <= at <= low < high <= len(printed):
            made += f"{printed[at:low]}\x00{printed[low:high]}\x01"
            at = high
    shown = (made + printed[at:]).replace("\x00", "\ue000").replace("\x01", "\ue001")
    return plain.printable(shown).replace("\ue000", _BOLD).replace("\ue001", _PLAIN)
