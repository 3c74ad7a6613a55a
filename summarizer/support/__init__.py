"""Does this sentence support that claim? Asked of everything the program shows.

The score (`score`) is fitted to what readers said of summary sentences. Findings (`problems`: a figure
that is not there, a name, a changed quotation, a turned meaning) stand beside it, and a grave one decides.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import match
from summarizer.article import Article, Span
from summarizer.note import Evidence, Verdict
from summarizer.support import align, mouths, numbers, offices, parts, problems, spelling, words
from summarizer.support import score as scores
from summarizer.support.index import Index, Line, content_pairs, index_of
from summarizer.support.problem import Problem

__all__ = ["Checked", "Index", "Line", "Problem", "check", "index_of"]

# On the development half of the QAGS votes 75 % of the sentences voted consistent and 18 % of the others
# score 0.85 or more; 2 % of the consistent ones and 25 % of the others score less than 0.35.
SUPPORTED_FROM = 0.8
DOUBTFUL_FROM = 0.35
_MOST_SENTENCES = 3
# Sentences looked at for one claim: all of an ordinary article's, those with the claim's rarest words of a book's.
_MOST_OFFERED = 400
# A further sentence must bring at least this share of the claim's weight that was missing.
_WORTH_ADDING = 0.12
# A paraphrase has words of its own, but not this much of what it says.
_MOST_UNPRINTED = 0.45
# A claim needs a sentence that says this share of it; words gathered from all over say nothing
# together. Of 20 such sentences in the QAGS votes a quarter had been voted consistent.
_LEAST_TOGETHER = 0.45
# What is left of the score of a claim with a grave finding. Halving it raises the area under the curve on
# the QAGS votes from 0.833 to 0.841, mostly by figures.
REFUTED = 0.5
# Of the score of somebody's words, when they are that person's in the article too.
_SAID = 0.98
# A citation by the drafter is a hint, worth this much beside a score from 0 to 1.
_CITED = 0.08


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer: `problems` in words, `findings` the same with their kinds.

    `matched` are the spans of the evidence, indexing `Article.raw`, whose words the claim shares.
    """

    verdict: Verdict
    score: float
    problems: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[Problem, ...] = ()
    matched: tuple[Span, ...] = ()


def check(claim: str, article: Article, *, cited: Sequence[int] = (), reported: bool = False) -> Checked:
    """Judge whether the article's sentences say what `claim` says.

    `cited` are sentence numbers proposed by whoever made the claim: a hint, not trusted. `reported` says
    that the claim is shown behind the name of whoever said it, so that "alleged" may be left out.
    The evidence is the best one to three sentences, in article order, empty when no
    sentence shares a content word with the claim. A claim of more than two sentences is judged
    sentence by sentence and is as good as its worst. Markup in a claim is not looked at.
    """
    index = index_of(article)
    plain = parts.cleaned(claim)
    if whole := _verbatim(plain, index):
        found = tuple(problems.examined(words.words(plain), whole, index))
        return Checked(
            _verdict(1.0, found),
            1.0,
            tuple(finding.text for finding in found),
            _evidence(whole, article),
            found,
            tuple(line.span for line in whole),
        )
    listed = [_best(part, index, frozenset(cited), reported) for part in parts.sentences(plain)]
    return listed[0] if len(listed) == 1 else _together(listed, index)


def _best(claim: str, index: Index, cited: frozenset[int], reported: bool) -> Checked:
    """Judge one claim, where that fails with its names in the article's spelling, and clause by clause."""
    made = _check(claim, index, cited, reported)
    if made.verdict == "supported":
        return made
    stems = {word.stem for word in words.words(claim)}
    nearest = max(
        (index.lines[one.sentence - 1] for one in made.evidence),
        key=lambda x: len(stems & x.stems),
        default=None,
    )
    printed = nearest.text if nearest is not None else ""
    for other in itertools.islice(spelling.spelled(claim, printed, index), _MOST_SPELLINGS):
        again = _check(other, index, cited, reported)
        if _RANKED.index(again.verdict) > _RANKED.index(made.verdict):
            claim, made = other, again
    # two parties in each other's place may stand in two clauses, and none by itself shows it
    joined = made.verdict != "supported" and all(finding.kind != "who did what" for finding in made.findings)
    if joined and (parted := parts.halves(claim)):
        listed = [_check(half, index, cited, reported) for half in parted]
        if all(one.verdict == "supported" for one in listed):
            return _together(listed, index)
    return made


_MOST_SPELLINGS = 4
_RANKED: tuple[Verdict, ...] = ("unsupported", "doubtful", "supported")


def _verbatim(claim: str, index: Index) -> tuple[Line, ...]:
    """List the lines that the claim prints whole, one after the other; the article as pasted prints all."""
    folded = match.folded(claim)
    if 2 * len(claim) > len(index.article.raw) and folded == match.folded(index.article.raw):
        return index.lines
    lines = index.printing(claim) if folded else ()
    return lines if " ".join(line.folded for line in lines) == folded else ()


def _together(listed: Sequence[Checked], index: Index) -> Checked:
    """One answer about many sentences; those that claim nothing ("Well.") do not count."""
    telling = [one for one in listed if one.problems != (_NOTHING,)] or listed
    verdicts = {one.verdict for one in telling}
    worst = next(v for v in ("unsupported", "doubtful", "supported") if v in verdicts)
    numbers_of = sorted({item.sentence for one in telling for item in one.evidence})
    return Checked(
        worst,
        min(one.score for one in telling),
        tuple(dict.fromkeys(text for one in telling for text in one.problems)),
        _evidence([index.lines[number - 1] for number in numbers_of], index.article),
        tuple(dict.fromkeys(finding for one in telling for finding in one.findings)),
        tuple(sorted({span for one in telling for span in one.matched})),
    )


_NOTHING = "nothing is claimed"


def _check(claim: str, index: Index, cited: frozenset[int], reported: bool) -> Checked:
    listed = words.words(claim)
    # figures are compared as values, so their spelling is left out of what the score counts
    figures = [quantity.span for quantity in numbers.quantities(claim)]
    plain = tuple(word for word in listed if not any(span.overlaps(word.span) for span in figures))
    counted = plain if any(word.content for word in plain) else listed
    stems = tuple(word.stem for word in counted if word.content)
    if not stems:
        return Checked("unsupported", 0.0, (_NOTHING,), ())
    chosen = _choose(claim, stems, index, cited)
    if not chosen:
        finding = Problem("not in the article", "no sentence of the article says anything like it", True)
        return Checked("unsupported", 0.0, (finding.text,), (), (finding,))
    score = scores.score(claim, listed, index)
    findings = problems.find(claim, listed, chosen, index, reported=reported)
    if score < 1.0 and not findings:
        score = _borne_out(claim, listed, chosen, score, index)
    scattered = (
        score < SUPPORTED_FROM and max(_share(claim, stems, line) for line in chosen) < _LEAST_TOGETHER
    )
    if any(finding.grave for finding in findings):
        score *= REFUTED
    if score < DOUBTFUL_FROM or scattered or _unprinted(stems, index) > _MOST_UNPRINTED:
        missing = _missing(stems, chosen, counted)
        text = f"the article does not say: {missing}" if missing else "no sentence says these words together"
        findings = (*findings, Problem("not in the article", text, True))
    verdict = _verdict(score, findings)
    if verdict == "doubtful" and not findings:
        findings = (_reworded(stems, chosen, counted),)
    return Checked(
        verdict,
        round(score, 3),
        tuple(f.text for f in findings),
        _evidence(chosen, index.article),
        findings,
        tuple(_matched({word.stem for word in listed}, chosen)),
    )


def _borne_out(
    claim: str, listed: Sequence[words.Word], chosen: Sequence[Line], score: float, index: Index
) -> float:
    """Raise the score of a claim that nothing contradicts, where only its form is not the article's."""
    for rest in offices.right(claim, listed, index):
        score = max(score, _SAID * scores.score(rest, words.words(rest), index) if rest else _SAID)
    # who said it is checked as who said it, not as wording
    for content, printed in mouths.right(claim, chosen, index):
        as_printed = scores.score(content, words.words(content), index)
        score = max(score, _SAID * max(as_printed, scores.retold(content, printed)))
    figures = numbers.quantities(claim)
    if figures and score < SUPPORTED_FROM and (other := spelling.figures(claim, index)) != claim:
        score = max(score, _SAID * scores.score(other, words.words(other), index))
    laid = align.plain(listed, figures)
    if score < SUPPORTED_FROM and any(align.skips(laid, line.plain) for line in chosen):
        score = _SAID
    return score


def _evidence(lines: Sequence[Line], article: Article) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            sentence=line.number, start=line.span.start, end=line.span.end, text=line.span.of(article.raw)
        )
        for line in lines
    )


def _matched(stems: set[str], lines: Sequence[Line]) -> Iterator[Span]:
    """Find the runs of words that the claim shares, each with a word that says something."""
    for line in lines:
        for shared, run in itertools.groupby(line.words, key=lambda word: word.stem in stems):
            found = list(run)
            if shared and any(word.content for word in found):
                yield Span(found[0].span.start, found[-1].span.end)


def _share(claim: str, stems: Sequence[str], line: Line) -> float:
    """Share of the claim's content words and figures that one sentence holds."""
    figures = numbers.quantities(claim)
    agreed = sum(map(line.gives, figures))
    return (sum(stem in line.stems for stem in stems) + agreed) / (len(stems) + len(figures))


def _unprinted(stems: Sequence[str], index: Index) -> float:
    """Share of the claim's weight in words that the article nowhere prints."""
    total = sum(index.weight(stem) for stem in stems)
    return sum(index.weight(stem) for stem in stems if not index.printed(stem)) / total


def _verdict(score: float, findings: Sequence[Problem]) -> Verdict:
    if any(f.grave for f in findings) or score < DOUBTFUL_FROM:
        return "unsupported"
    return "doubtful" if findings or score < SUPPORTED_FROM else "supported"


def _choose(claim: str, stems: tuple[str, ...], index: Index, cited: frozenset[int]) -> tuple[Line, ...]:
    """Take the best sentence, then those that bring what is still missing."""
    weights = {stem: index.weight(stem) for stem in stems}
    total = sum(weights.values())
    pairs = content_pairs(stems)
    quotes = match.quotations(claim)
    figures = numbers.quantities(claim)

    def gain(line: Line, wanted: frozenset[str]) -> float:
        share = sum(weights[stem] for stem in wanted & line.stems) / total
        if not share:
            return 0.0
        together = len(pairs & line.pairs) / len(pairs) if pairs else 0.0
        quoted = sum(match.prints(quote, line.folded) for quote in quotes)
        given = sum(map(line.gives, figures)) / len(figures) if figures and line.quantities else 0.0
        return share + 0.3 * together + 0.2 * given + (_CITED if line.number in cited else 0.0) + quoted

    wanted = frozenset(weights)
    offered = index.lines_with(wanted, _MOST_OFFERED)
    chosen: list[Line] = []
    while len(chosen) < _MOST_SENTENCES and wanted:
        rest = [line for line in offered if line not in chosen]
        if not rest:
            break
        best = max(rest, key=lambda line: gain(line, wanted))
        brings = sum(weights[stem] for stem in wanted & best.stems) / total
        if brings <= 0 or (chosen and brings < _WORTH_ADDING):
            break
        chosen.append(best)
        wanted = wanted - best.stems
    # what is quoted stands where it stands, be it longer than the sentences allowed for the rest
    for quote in quotes:
        long = len(quote.split()) > problems.FEW_WORDS or index.quotes(quote)
        if long and not any(match.prints(quote, line.folded) for line in chosen):
            chosen.extend(line for line in index.printing(quote) if line not in chosen)
    return tuple(sorted(chosen, key=lambda line: line.number))


def _reworded(stems: Sequence[str], chosen: Sequence[Line], listed: Sequence[words.Word]) -> Problem:
    """Why a claim is in doubt that nothing contradicts."""
    missing = _missing(stems, chosen, listed)
    text = (
        f"the sentences this rests on do not say: {missing}"
        if missing
        else "the words are the article's, but it does not put them together like this"
    )
    return Problem("wording", text, False)


def _missing(stems: Sequence[str], chosen: Sequence[Line], listed: Sequence[words.Word]) -> str:
    held = {stem for line in chosen for stem in line.stems}
    lost = [word.lower for word in listed if word.content and word.stem not in held]
    return ", ".join(dict.fromkeys(lost[:5]))
