"""Which side the article's words put a party on, and what a model's other answer is worth.

A sentence has several parties: that Israel cancels a visit after a vote that calls for a truce is against the vote,
whatever the vote calls for. So a party's side is read off what it says or does, never off its neighbours' words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Attribution, Span
from summarizer.drafts import judging, positions
from summarizer.drafts.stands import Stand
from summarizer.note import Evidence, Stance
from summarizer.support import stance, words

# What opens another clause, whose subject is mostly somebody else.
_CLAUSE = re.compile(
    r"[,;:–—(]|\b(?:after|as|because|but|if|since|that|though|although|when|which|while|who|whose)\b"
)
_UNDONE = (
    judging.UNDO
    | judging.UNDOING
    | frozenset("removal abolition repeal withdrawal reversal cancellation".split())
)
_TURNED: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports"}


@dataclass(frozen=True, slots=True)
class Side:
    """Which side a party is on; `plain` where the article's reading of its stands tells, else by its own words.

    `speaks` are the party's attributions; `judged` says that the words do more than ask for something.
    """

    stance: Stance
    plain: bool
    judged: bool
    speaks: tuple[Attribution, ...]


def of(
    holder: str, issue: str, evidence: Sequence[Evidence], speaks: Sequence[Attribution], index: support.Index
) -> Side:
    """Read a party's side off its plain stands in the evidence, else off its own words."""
    owner = index.directory.owner(holder)
    name = owner.name if owner is not None else holder
    cited = {one.sentence for one in evidence}
    plain = [one for one in positions.stands_in(index.article).get(name, ()) if one.number in cited]
    told = {_towards(one, issue) for one in _on(plain, issue)} & {"supports", "opposes", "mixed"}
    if told:
        return Side(next(iter(told)) if len(told) == 1 else "mixed", True, True, tuple(speaks))
    own = _own_words(name, evidence, speaks, index.article.raw)
    return Side(stance.of(own, speaks), False, stance.judges(own, speaks), tuple(speaks))


def _own_words(name: str, evidence: Sequence[Evidence], speaks: Sequence[Attribution], raw: str) -> str:
    """What of the evidence a party says, or is said to do: of whoever does not speak the clause behind the name."""
    if speaks:
        spans = [Span(one.start, one.end) for one in evidence]
        parts = {part for said in speaks for part in (said.cue, *said.content)}
        return " ".join(part.of(raw) for part in sorted(parts) if any(part.overlaps(span) for span in spans))
    last = [word.stem for word in words.words(name)][-1:]
    made = []
    for one in evidence:
        at = next((word for word in words.words(one.text) if [word.stem] == last), None)
        if at is not None:
            made.append(_CLAUSE.split(one.text[at.span.end :], maxsplit=1)[0])
    return " ".join(made)


def _on(plain: Sequence[Stand], issue: str) -> Sequence[Stand]:
    """The stands on what the issue names; all of them where it names another thing."""
    wanted = {word.stem for word in words.words(issue) if word.content}
    named = [
        one
        for one in plain
        if one.issue and wanted & {word.stem for word in words.words(one.issue) if word.content}
    ]
    return named or plain


def _towards(one: Stand, issue: str) -> Stance:
    """A stand as one on the issue: who is against the tariffs is for "the end of the tariffs"."""
    undone = {word.lower for word in words.words(issue)} & _UNDONE
    own = {word.lower for word in words.words(one.issue or "")} & _UNDONE
    return _TURNED.get(one.stance, one.stance) if bool(undone) != bool(own) else one.stance
