"""What is wrong with a claim, beside the sentences it would rest on, in words for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import match
from summarizer.article import Span, fold_space
from summarizer.support import lexicon, mouths, numbers, words
from summarizer.support.index import Index, Line


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; a `grave` one makes the claim unsupported whatever its score."""

    kind: str
    text: str
    grave: bool


def find(
    claim: str, listed: Sequence[words.Word], evidence: Sequence[Line], index: Index
) -> tuple[Problem, ...]:
    """Collect everything about the claim that its evidence contradicts or does not hold."""
    return (
        *_numbers(claim, listed, evidence, index),
        *_names(claim, listed, evidence, index),
        *_quotations(claim, index),
        *_speakers(claim, evidence, index),
        *_refusals(listed, evidence, index),
        *_polarity(listed, evidence),
        *_certainty(listed, evidence),
    )


# A figure counts as the claim's when its sentence holds this share of the claim's content words, or one of
# those that stand about as close to the figure here as there.
_ABOUT_THE_SAME = 0.2
_CLOSE_HERE, _CLOSE_THERE = 3, 6


def _numbers(
    claim: str, listed: Sequence[words.Word], evidence: Sequence[Line], index: Index
) -> Iterator[Problem]:
    content = {word.stem for word in listed if word.content and not word.lower[0].isdigit()}
    near = [
        line
        for line in evidence
        if not content or len(content & line.stems) >= _ABOUT_THE_SAME * len(content)
    ]
    quoted = " ".join(quote for quote in match.quotations(claim) if index.printing(quote))
    for wanted in numbers.quantities(claim):
        printed = claim[wanted.span.start : wanted.span.end].strip()
        if any(line.gives(wanted) for line in near) or printed in quoted:
            continue
        if any(wanted.same_value(q) for line in near for q in line.quantities):
            yield Problem("number", f"gives {printed!r} without the article's 'more than' or 'up to'", False)
            continue
        elsewhere = [line for line in index.lines if line.gives(wanted)]
        if not elsewhere:
            yield Problem("number", f"the article does not give the figure {printed!r}", True)
        elif not any(_same_matter(wanted, listed, line) for line in elsewhere):
            where = f"sentence {elsewhere[0].number}, about something else"
            yield Problem("number", f"the figure {printed!r} stands in {where}", True)


def _same_matter(wanted: numbers.Quantity, listed: Sequence[words.Word], line: Line) -> bool:
    """Say whether the figure has a neighbour in the claim that is near it in the line as well."""
    here = _beside(wanted.span, listed, _CLOSE_HERE)
    return any(
        here & _beside(q.span, line.words, _CLOSE_THERE, line.span.start)
        for q in line.quantities
        if wanted.agrees(q)
    )


def _beside(span: Span, listed: Sequence[words.Word], most: int, offset: int = 0) -> set[str]:
    """Stems of the content words that stand at most so many words from the span."""
    start, end = span.start + offset, span.end + offset
    before = [word for word in listed if word.span.end <= start][-most:]
    after = [word for word in listed if word.span.start >= end][:most]
    return {word.stem for word in (*before, *after) if word.content and not word.lower[0].isdigit()}


def _names(
    claim: str, listed: Sequence[words.Word], evidence: Sequence[Line], index: Index
) -> Iterator[Problem]:
    known = {stem for line in evidence for stem in line.stems}
    for line in evidence:
        for said in index.attributions_on(line.span):
            known.update(_stems(said.speaker), _stems(said.role))
    # A pronoun in the evidence stands for somebody just before it, so a name there is no surprise.
    beside = {
        stem
        for line in evidence
        for near in index.lines[max(0, line.number - 3) : line.number]
        for stem in near.stems
    }
    for at, word in enumerate(listed):
        if not word.capital or not word.content or word.stem in known or word.lower[0].isdigit():
            continue
        if at == 0 and index.printed(word.stem):
            continue
        printed = claim[word.span.start : word.span.end]
        if not index.printed(word.stem) and not _in_title(word, index):
            if at == 0 and not _name_like(printed, listed):
                continue
            yield Problem("name", f"the article does not mention {printed!r}", True)
        elif word.stem not in beside:
            yield Problem("name", f"{printed!r} is not in the sentences this rests on", False)


def _name_like(printed: str, listed: Sequence[words.Word]) -> bool:
    """The first word of a claim is a capital anyway; it is a name when the next is a capital too."""
    return printed.isupper() or (len(listed) > 1 and listed[1].capital)


def _in_title(word: words.Word, index: Index) -> bool:
    title = index.article.title or ""
    return any(word.stem == other.stem for other in words.words(title))


def _stems(text: str | None) -> set[str]:
    return {word.stem for word in words.words(text or "")}


def _quotations(claim: str, index: Index) -> Iterator[Problem]:
    for quote in match.quotations(claim):
        if not index.printing(quote):
            yield Problem("quotation altered", f"the article does not print “{fold_space(quote)}”", True)


def _polarity(listed: Sequence[words.Word], evidence: Sequence[Line]) -> Iterator[Problem]:
    axes = words.axes()
    content = {word.stem for word in listed if word.content}
    claimed = {axes[word.stem] for word in listed if word.stem in axes}
    # the sentence that says most of it decides: another may use the word of somebody else
    main = max(evidence, key=lambda line: len(content & line.stems), default=None)
    printed = {word.stem: word.lower for word in main.words} if main is not None else {}
    sides = {axes[stem]: lower for stem, lower in printed.items() if stem in axes}
    for word in listed:
        axis = axes.get(word.stem)
        if axis is None or axis in sides or (axis[0], 1 - axis[1]) in claimed:
            continue
        if (other := sides.get((axis[0], 1 - axis[1]))) is not None:
            yield Problem("polarity", f"says {word.lower!r} where the article says {other!r}", True)
            return
    if (found := _negation(listed, evidence)) is not None:
        yield found


def _negation(listed: Sequence[words.Word], evidence: Sequence[Line]) -> Problem | None:
    """Compare negators that stand before words which claim and article share."""
    if not evidence:
        return None
    claimed = _negated(listed)
    content = {word.stem for word in listed if word.content}
    for line in evidence:
        shared = content & line.stems
        if len(shared) * 2 < len(content):
            continue
        there = _negated(line.words)
        if extra := (claimed - there) & shared:
            if any(word.lower in lexicon.NEGATORS for word in line.words):
                continue
            return Problem("negation", f"denies {_print(extra, listed)!r}, which the article does not", True)
        lost = (there - claimed) & shared
        if lost and not any(word.lower in lexicon.NEGATORS for word in listed):
            return Problem(
                "negation", f"leaves out the article's 'not' before {_print(lost, listed)!r}", True
            )
    return None


def _negated(listed: Sequence[words.Word]) -> set[str]:
    """Stems of the first content word behind each negator, three words on at most.

    Only the predicate itself: "did not stop the council from passing" denies the stopping.
    """
    made: set[str] = set()
    for at, word in enumerate(listed):
        if word.lower in lexicon.NEGATORS or word.lower.endswith("n't"):
            made.update(w.stem for w in [w for w in listed[at + 1 : at + 4] if w.content][:1])
    return made


def _print(stems: set[str], listed: Sequence[words.Word]) -> str:
    return next(word.lower for word in listed if word.stem in stems)


def _certainty(listed: Sequence[words.Word], evidence: Sequence[Line]) -> Iterator[Problem]:
    """A hedge just before a word that the claim repeats without one."""
    hedged_claim = any(word.lower in lexicon.HEDGES for word in listed)
    if hedged_claim or len(evidence) != 1:
        return
    content = {word.stem for word in listed if word.content}
    line = evidence[0].words
    for at, word in enumerate(line):
        follows = [w for w in line[at + 1 : at + 3] if w.content]
        if word.lower in lexicon.HEDGES and follows and follows[0].stem in content:
            yield Problem("certainty", f"leaves out the article's {word.lower!r}", False)
            return


def _speakers(claim: str, evidence: Sequence[Line], index: Index) -> Iterator[Problem]:
    for claimed, right in mouths.wrong(claim, evidence, index):
        yield Problem("wrong speaker", f"the article gives these words to {right}, not to {claimed}", True)


def _refusals(listed: Sequence[words.Word], evidence: Sequence[Line], index: Index) -> Iterator[Problem]:
    """What somebody denied, or declined to say, taken for what they said."""
    if any(word.lower in _REFUSES for word in listed):
        return
    wanted = {word.stem for word in listed if word.content}
    for line in evidence:
        for said in mouths.holding(line, wanted, index):
            if said.polarity != "affirmed":
                cue = fold_space(said.cue.of(index.article.raw))
                yield Problem("negation", f"leaves out the article's {cue!r}", True)
                return


_REFUSES = lexicon.NEGATORS | frozenset(
    """against reject rejects rejected decline declines declined oppose opposes opposed veto vetoed dismiss
    dismissed""".split()
)
