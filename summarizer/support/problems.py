"""What is wrong with a claim, beside the sentences it would rest on, in words for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer import match
from summarizer.article import Span, fold_space
from summarizer.support import (
    agents,
    align,
    changes,
    dates,
    figures,
    lexicon,
    mouths,
    numbers,
    offices,
    spelling,
    voice,
    words,
)
from summarizer.support.index import Index, Line
from summarizer.support.problem import Problem
from summarizer.support.retelling import Retelling

__all__ = ["Problem", "find"]

# A claim that keeps this share of its words in one sentence's order is judged by what it changed there;
# below it, by rules that hold for any wording.
_CLOSE_COPY = 0.8


def find(
    claim: str,
    listed: Sequence[words.Word],
    evidence: Sequence[Line],
    index: Index,
    *,
    reported: bool = False,
) -> tuple[Problem, ...]:
    """Collect everything about the claim that its evidence contradicts or does not hold.

    `reported` says that the claim is shown behind the name of whoever said it.
    """
    loud = _outside_quotations(claim, listed, index)
    plain = align.plain(listed, numbers.quantities(claim))
    laid = changes.retold(plain, evidence)
    main = laid[0] if laid is not None else None
    made = [
        *figures.wrong_numbers(claim, listed, evidence, index),
        *figures.wrong_dates(claim, evidence, main, index),
        *_names(claim, listed, evidence, index),
        *_quotations(claim, evidence, index),
        *mouths.find(claim, evidence, index),
        *offices.wrong(claim, listed, index),
        *examined(listed, evidence, index),
        *_polarity(loud, evidence),
        *(list(_places(plain, evidence)) or agents.wrong(claim, listed, index)),
    ]
    if laid is not None:
        made.extend(figures.exchanged(claim, *laid, index))
        made.extend(figures.exchanged_dates(claim, *laid, index))
        made.extend(figures.counted(claim, listed, laid[0]))
        made.extend(changes.passive(laid[1]))
        quiet = frozenset(listed) - frozenset(loud)
        told = Retelling(plain, laid[0], index, quiet, reported)
        made.extend(changes.find(told, laid[1], evidence))
        if not reported:
            made.extend(_alleged(listed, laid[0], index))
    if laid is None or laid[1].kept < _CLOSE_COPY:
        made.extend(
            (*_refusals(loud, evidence, index), *_negation(loud, evidence), *_certainty(loud, evidence))
        )
    return _each_once(made)


def _places(listed: Sequence[words.Word], evidence: Sequence[Line]) -> Iterator[Problem]:
    """Two parties in each other's place, be it in the other voice."""
    for form in (listed, *voice.active(listed)):
        found = list(changes.exchanged(form, evidence))
        if found:
            yield found[0]
            return


def _each_once(made: Sequence[Problem]) -> tuple[Problem, ...]:
    """Leave out a second finding of one kind, the grave one first; two figures are two."""
    kept: dict[str, Problem] = {}
    for problem in sorted(made, key=lambda problem: not problem.grave):
        key = problem.text if problem.kind in ("number", "date", "quotation altered") else problem.kind
        kept.setdefault(key, problem)
    return tuple(problem for problem in made if problem in kept.values())


def _outside_quotations(claim: str, listed: Sequence[words.Word], index: Index) -> tuple[words.Word, ...]:
    """Leave out words inside quotations that the article prints; what they deny, the speaker denied."""
    inside = [
        Span(m.start(), m.end())
        for m in match.quoted(claim)
        if len(m.group().split()) > FEW_WORDS and index.printing(m.group().strip("\"“”«»„'"))
    ]
    return tuple(word for word in listed if not any(span.holds(word.span) for span in inside))


def _names(
    claim: str, listed: Sequence[words.Word], evidence: Sequence[Line], index: Index
) -> Iterator[Problem]:
    known = {stem for line in evidence for stem in line.stems}
    days = [mention.span for mention in dates.mentions(claim)]
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
        following = listed[at + 1] if at + 1 < len(listed) else None
        if spelling.courtesy(word, following, index):
            printed = claim[word.span.start : word.span.end]
            yield Problem("name", f"the article does not say {printed!r} of anybody of that name", True)
            continue
        if not word.capital or not word.content or word.stem in known or word.lower[0].isdigit():
            continue
        if (at == 0 and index.printed(word.stem)) or any(day.overlaps(word.span) for day in days):
            continue
        printed = claim[word.span.start : word.span.end]
        if not index.printed(word.stem) and not _in_title(word, index):
            if at == 0 and (lexicon.role(word.lower) or not _name_like(printed, listed)):
                continue
            yield Problem(
                "name",
                f"the article does not mention {printed!r}",
                not spelling.of_country(word, index.frequency),
            )
        elif word.stem not in beside and not _full_name(at, listed, known, index):
            yield Problem("name", f"{printed!r} is not in the sentences this rests on", False)


def _full_name(at: int, listed: Sequence[words.Word], known: set[str], index: Index) -> bool:
    """The first name of somebody whom the evidence has by the last name; the article prints both together."""
    following = listed[at + 1] if at + 1 < len(listed) else None
    return (
        following is not None
        and following.capital
        and following.stem in known
        and (listed[at].stem, following.stem) in index.places
    )


def _name_like(printed: str, listed: Sequence[words.Word]) -> bool:
    """The first word of a claim is a capital anyway; it is a name when the next is a capital too."""
    return printed.isupper() or (len(listed) > 1 and listed[1].capital)


def _in_title(word: words.Word, index: Index) -> bool:
    title = index.article.title or ""
    return any(word.stem == other.stem for other in words.words(title))


def _stems(text: str | None) -> set[str]:
    return {word.stem for word in words.words(text or "")}


# A quotation of so few words may stand in the article without being anybody's words.
FEW_WORDS = 3


def _quotations(claim: str, evidence: Sequence[Line], index: Index) -> Iterator[Problem]:
    for quote in match.quotations(claim):
        if not index.printing(quote):
            yield Problem("quotation altered", f"the article does not print “{fold_space(quote)}”", True)
        elif (
            len(quote.split()) <= FEW_WORDS
            and not any(match.prints(quote, line.folded) for line in evidence)
            and not index.quotes(quote)
        ):
            yield Problem("quotation altered", f"the article does not quote “{fold_space(quote)}”", True)


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
            kind = "order in time" if word.lower in ("before", "after") else "polarity"
            yield Problem(kind, f"says {word.lower!r} where the article says {other!r}", True)
            return


def _negation(listed: Sequence[words.Word], evidence: Sequence[Line]) -> Iterator[Problem]:
    """Compare negators that stand before words which claim and article share."""
    claimed = _negated(listed)
    content = {word.stem for word in listed if word.content}
    for line in evidence:
        shared = content & line.stems
        if len(shared) * 2 < len(content):
            continue
        there = _negated(line.words)
        if extra := (claimed - there) & shared:
            if any(word.lower in lexicon.DENIALS for word in line.words):
                continue
            yield Problem("negation", f"denies {_print(extra, listed)!r}, which the article does not", True)
            return
        lost = (there - claimed) & shared
        if lost and not any(word.lower in lexicon.NEGATORS for word in listed):
            yield Problem("negation", f"leaves out the article's 'not' before {_print(lost, listed)!r}", True)
            return


def _negated(listed: Sequence[words.Word]) -> set[str]:
    """Stems of the first content word behind each negator, three words on at most.

    Only the predicate itself: "did not stop the council from passing" denies the stopping. "No plans to
    change" denies the change too.
    """
    made: set[str] = set()
    for at, word in enumerate(listed):
        if word.lower in lexicon.NEGATORS or word.lower.endswith("n't"):
            made.update(w.stem for w in [w for w in listed[at + 1 : at + 4] if w.content][:1])
            if [w.lower for w in listed[at + 2 : at + 3]] == ["to"] and listed[at + 1].lower in lexicon.MEANT:
                made.update(w.stem for w in listed[at + 3 : at + 4] if w.content)
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


def _alleged(listed: Sequence[words.Word], line: Line, index: Index) -> Iterator[Problem]:
    """What somebody claims, suspects or believes, given as a fact and without a name."""
    if any(word.lower in lexicon.SAYS | lexicon.HEDGES | lexicon.ALLEGES for word in listed):
        return
    wanted = {word.stem for word in listed if word.content}
    for said in mouths.holding(line, wanted, index):
        cue = fold_space(said.cue.of(index.article.raw))
        if any(word.lower in lexicon.ALLEGES for word in words.words(cue)):
            whose = said.speaker or "somebody"
            yield Problem("certainty", f"gives as fact what the article says {whose} {cue}", False)
            return


def examined(listed: Sequence[words.Word], evidence: Sequence[Line], index: Index) -> Iterator[Problem]:
    """What a page prints as a claim that it is going to look into, and says nowhere else."""
    content = {word.stem for word in listed if word.content}
    most = max(evidence, key=lambda line: len(content & line.stems), default=None)
    if most is not None and index.examined(most):
        yield Problem("certainty", "the article prints this as a claim that it examines", False)


def _refusals(listed: Sequence[words.Word], evidence: Sequence[Line], index: Index) -> Iterator[Problem]:
    """What somebody denied, or declined to say, taken for what they said."""
    if any(word.lower in _REFUSES for word in listed):
        return
    wanted = {word.stem for word in listed if word.content}
    for line in mouths.most(wanted, evidence):
        for said in mouths.holding(line, wanted, index):
            if said.polarity != "affirmed":
                cue = fold_space(said.cue.of(index.article.raw))
                yield Problem("negation", f"leaves out the article's {cue!r}", True)
                return


_REFUSES = lexicon.NEGATORS | frozenset(
    """against reject rejects rejected decline declines declined oppose opposes opposed veto vetoed dismiss
    dismissed""".split()
)
