"""One position for each party that takes a stand, in the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Span
from summarizer.draft import DraftPosition
from summarizer.drafts import topics, wording
from summarizer.note import Stance
from summarizer.support import lexicon, stance

# A subject's own act counts only this many words into its sentence: further on it is somebody else's.
_SUBJECT_WITHIN = 5
_VERB_WITHIN = 6


@dataclass(frozen=True, slots=True)
class _Stand:
    """One sentence in which a party stands somewhere."""

    holder: str
    stance: Stance
    number: int
    strength: float
    issue: str | None = None


def draft(index: support.Index, scores: dict[int, float], at_most: int) -> tuple[DraftPosition, ...]:
    """Draft the clearest stand of each party, the parties in order of how clear it is.

    What a party says itself goes before what the article says of it.
    """
    by_holder: dict[str, list[_Stand]] = {}
    for stand in sorted((*_said(index), *_done(index)), key=lambda s: s.number):
        owner = index.directory.owner(stand.holder)
        by_holder.setdefault(owner.name if owner is not None else stand.holder, []).append(stand)
    ranked_phrases = topics.phrases(index)
    made = []
    for holder, stands in by_holder.items():
        best = max(stands, key=lambda s: s.strength + 0.3 * scores.get(s.number, 0.0))
        made.append((best.strength + 0.3 * scores.get(best.number, 0.0), best.number, holder, best))
    chosen = sorted(made, key=lambda row: (-row[0], row[1]))[:at_most]
    return tuple(
        _position(holder, best, index, ranked_phrases)
        for _, _, holder, best in sorted(chosen, key=lambda row: row[1])
    )


def _position(
    holder: str,
    best: _Stand,
    index: support.Index,
    ranked: Sequence[topics.Phrase],
) -> DraftPosition:
    sentence = index.article.sentence(best.number)
    return DraftPosition(
        text=wording.balanced(index.article.text(sentence)),
        holder=holder,
        issue=best.issue or topics.of([sentence.span], index, ranked),
        stance=best.stance,
        sentences=(best.number,),
    )


def _said(index: support.Index) -> Iterator[_Stand]:
    """Stands that attribution found: support and opposition by their cue, others by their words."""
    for said in index.found:
        raw = index.article.raw
        if said.anonymous and said.kind not in ("supports", "opposes"):
            continue
        if said.speaker is None or _NOTHING_SAID.match(said.content[0].of(raw)):
            continue
        for at, part in enumerate(said.content):
            for sentence in index.article.sentences_in(part):
                span = Span(max(part.start, sentence.start), min(part.end, sentence.end))
                found = stance.of(span.of(raw), (said,))
                if found == "neutral":
                    # somebody's own words that judge nothing still show where they stand, to a person
                    if said.directness == "indirect":
                        continue
                    found = "unclear"
                issue = topics.of_content(span.of(raw)) if said.kind in _OBJECT_IS_ISSUE else None
                yield _Stand(
                    said.speaker, found, sentence.number, _strength(said.kind, found) - 0.05 * at, issue
                )


# "declined to comment" takes no stand
_NOTHING_SAID = re.compile(r"to (?:comment|say|answer|discuss|respond|elaborate|be named|give)\b")
_OBJECT_IS_ISSUE = frozenset({"supports", "opposes", "wants"})


def _strength(kind: str, found: Stance) -> float:
    by_kind = {"supports": 1.5, "opposes": 1.5, "wants": 1.1, "decides": 1.0, "believes": 0.6}.get(kind, 0.3)
    return by_kind + (0.6 if found in ("supports", "opposes") else 0.3 if found == "mixed" else -0.3)


def _done(index: support.Index) -> Iterator[_Stand]:
    """Stands taken by acting: "Israel has cancelled a visit", "the UK also backed the call"."""
    for party in index.parties:
        for mention in party.mentions:
            for sentence in index.article.sentences_in(mention)[:1]:
                line = index.lines[sentence.number - 1]
                before = sum(word.span.end <= mention.start for word in line.words)
                if before > _SUBJECT_WITHIN or _reported(index, mention):
                    continue
                if any(word.lower in ("abstained", "abstain") for word in line.words):
                    yield _Stand(party.name, "neutral", line.number, 1.0)
                elif (side := _act(line, mention)) is not None:
                    yield _Stand(party.name, side, line.number, 1.2)


def _reported(index: support.Index, mention: Span) -> bool:
    """The mention stands in what somebody else says, who may be wrong about it."""
    return any(part.holds(mention) for said in index.attributions_on(mention) for part in said.content)


def _act(line: support.Line, mention: Span) -> stance.Side | None:
    """The side of the first verb of acting soon after the mention, turned by a negator before it."""
    after = [word for word in line.words if word.span.start >= mention.end][:_VERB_WITHIN]
    negated = False
    for word in after:
        if word.lower in lexicon.NEGATORS:
            negated = True
        if word.capital:
            return None
        side = stance.act_of(word.stem)
        if side is not None:
            if negated:
                return "opposes" if side == "supports" else "supports"
            return side
    return None
