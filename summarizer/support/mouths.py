"""Who a claim says said it, held against who the article says did."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer import attribute, match
from summarizer.article import Article, Attribution, Sentence, Span
from summarizer.support import lexicon, words
from summarizer.support.index import Index, Line
from summarizer.support.problem import Problem


def find(claim: str, evidence: Sequence[Line], index: Index) -> Iterator[Problem]:
    """Name who is said to have said it and has not; who has only others speak for them is in doubt."""
    found = False
    for claimed, right in wrong(claim, evidence, index):
        found = True
        yield Problem("wrong speaker", f"the article gives these words to {right}, not to {claimed}", True)
    for claimed, right in () if found else of_staff(claim, evidence, index):
        yield Problem("wrong speaker", f"the article gives these words to {right}, not to {claimed}", False)


def wrong(claim: str, evidence: Sequence[Line], index: Index) -> Iterator[tuple[str, str]]:
    """Yield (claimed speaker, the article's speaker) for words that the claim puts in the wrong mouth.

    Only where the article does name speakers for those words, and none of them is the one
    claimed; a description that fits nobody by name ("a spokesman") is not held against it.
    """
    for said in _claimed(claim):
        speaker = said.speaker
        if speaker is None or said.anonymous or not _named(speaker, index):
            continue
        openings = tuple(_openings(claim, said))
        if any(match.prints(opening, line.folded) for opening in openings for line in evidence):
            # the article prints just this, be it inside somebody else's words
            continue
        wanted = _wanted(claim, said)
        if any(_says_here(speaker, line) for line in most(wanted, evidence)):
            continue
        named = _speakers_of(wanted, evidence, index)
        if any(_says(name, words.words(claim), claim, 0) for name in named):
            continue
        if named and not any(index.same(speaker, name) or _near(speaker, name) for name in named):
            yield speaker, named[0]
        elif not named and (other := _of_others(speaker, wanted, evidence, index)) is not None:
            yield speaker, other


def _wanted(claim: str, said: Attribution) -> set[str]:
    """The telling words that a claim gives to somebody, by their stems."""
    parts = (words.words(claim[part.start : part.end]) for part in said.content)
    return {word.stem for listed in parts for word in listed if word.content}


def of_staff(claim: str, evidence: Sequence[Line], index: Index) -> Iterator[tuple[str, str]]:
    """Yield (claimed person, the article's speaker) where only those speak who work for that person or stand by it."""
    for said in _claimed(claim):
        owner = index.directory.owner(said.speaker) if said.speaker is not None else None
        if owner is None or owner.kind != "person":
            continue
        wanted = _wanted(claim, said)
        named = _speakers_of(wanted, evidence, index)
        if named and all(_STAFF.search(name) and _near(owner.name, name) for name in named):
            yield owner.name, named[0]


_STAFF = re.compile(
    r"(?:\b|['’]s )(?:campaigns?|spokes(?:man|men|woman|women|person|people)|lawyers?|attorneys?|solicitors?|aides?"
    r"|advis[eo]rs?|staff|supporters?|allies|ally|associates?|office|team|representatives?|family|relatives|wife|husband)"
    r"(?: (?:for|to|of)\b|$)"
)


def _of_others(speaker: str, wanted: set[str], evidence: Sequence[Line], index: Index) -> str | None:
    """Those without a name to whom the article gives words that a claim gives to a person it names.

    "The fund" may be who the claim names, "many experts" are no one person; nor does one person, in somebody's
    account of what was said, go by the name: "an aide said that Ann Roe will go" is not Ann Roe's.
    """
    owner = index.directory.owner(speaker)
    if owner is None or owner.kind != "person":
        return None
    last = words.words(owner.name)[-1].stem
    for line in most(wanted, evidence):
        for said in holding(line, wanted, index):
            content = {
                word.stem for word in line.words if any(part.holds(word.span) for part in said.content)
            }
            told_of = said.directness == "indirect" and last in content
            if said.speaker is not None and (said.collective or told_of) and not _near(speaker, said.speaker):
                return said.speaker
    return None


def right(claim: str, evidence: Sequence[Line], index: Index) -> Iterator[tuple[str, str]]:
    """Yield the words that the claim gives to somebody to whom the article gives them too, and what it prints of them.

    Not where the claim says something else of the speaker besides ("Ann Roe, the mayor, said") that no sentence
    says near the name.
    """
    for said in _claimed(claim):
        content = " ".join(claim[part.start : part.end] for part in said.content)
        wanted = {word.stem for word in words.words(content) if word.content}
        speaker = said.speaker
        few = len(wanted) < _FEWEST and len(content.split()) < 2 * _FEWEST
        if speaker is None or few or not _introduced(claim, said, most(wanted, evidence), index):
            continue
        for one in _saying(wanted, evidence, index):
            name = one.speaker or ""
            printed = " ".join(part.of(index.article.raw) for part in one.content)
            held = {word.stem for word in words.words(printed)}
            if wanted <= held and (index.same(speaker, name) or _near(speaker, name)):
                yield content, printed


def _introduced(claim: str, said: Attribution, evidence: Sequence[Line], index: Index) -> bool:
    """Say whether the words beside speaker, cue and content stand in the evidence, or near the speaker's name."""
    name = words.words(said.speaker or "")
    known = {word.stem for word in name}.union(*(line.stems for line in evidence))
    for word in words.words(claim):
        inside = said.cue.holds(word.span) or any(part.holds(word.span) for part in said.content)
        if inside or not word.content or word.stem in known or word.lower in lexicon.TO_WHOM:
            continue
        if not name or not index.near(name[-1].stem, word.stem, _INTRODUCED):
            return False
    return True


_INTRODUCED = 6
_FEWEST = 3


def _named(speaker: str, index: Index) -> bool:
    """The first word of a claim has a capital anyway ("His chin"); others, and the article's, are names."""
    listed = words.words(speaker)
    if listed and not listed[0].capital:
        # "hospitalized in the county of Huade" is nobody, whatever names stand in it
        listed = tuple(itertools.takewhile(lambda word: word.lower not in _PLACES, listed))
    capitals = [word for word in listed if word.capital and word.content]
    return any(not word.opens or index.capital(word.stem) for word in capitals)


_PLACES = frozenset("in on at by to into from near with after before during since under over".split())


_BESIDE = 3
_TAGGED = ",”\"'’—–-"


def _says_here(speaker: str, line: Line) -> bool:
    """The sentence has one verb of saying outside quotations, "according to" aside, the speaker's last name beside it."""
    start = line.span.start
    quoted = [Span(start + m.start(), start + m.end()) for m in match.quoted(line.text)]
    outside = [word for word in line.words if not any(q.holds(word.span) for q in quoted)]
    return _says(speaker, outside, line.text, start)


def _says(speaker: str, listed: Sequence[words.Word], text: str, start: int) -> bool:
    """Say whether the name stands beside the one verb of saying: before it, or behind one that words or a mark precede.

    In "an aide said Ann Roe will go" it is not she who says so.
    """
    said = [at for at, word in enumerate(listed) if word.lower in lexicon.SAYS]
    cues = [at for at in said if listed[at].lower != "according"] or said
    names = [word.stem for word in words.words(speaker) if word.capital and word.content]
    if len(cues) != 1 or not names:
        return False
    # who it is "according to" stands behind
    cue = listed[cues[0]]
    before = 0 if cue.lower == "according" else _BESIDE
    inverted = not before or text[: cue.span.start - start].rstrip()[-1:] in _TAGGED
    near = listed[max(0, cues[0] - before) : cues[0] + (_BESIDE + 1 if inverted else 0)]
    return any(word.stem == names[-1] and word.capital for word in near)


@lru_cache(maxsize=64)
def _claimed(claim: str) -> tuple[Attribution, ...]:
    span = Span(0, len(claim))
    article = Article(claim, "claim", (span,), (Sentence(1, 0, len(claim), 0),))
    return attribute.attributions(article)


def _openings(claim: str, said: Attribution) -> Iterator[str]:
    """The claim from its source or cue, whichever is first, to the third word of the content; also by last name only."""
    starts = [said.cue.start, said.content[0].start]
    if said.source is not None:
        starts.append(said.source.start)
    first = min(starts)
    words_in = claim[max(starts) :].split()[:3]
    yield f"{claim[first : max(starts)]} {' '.join(words_in)}"
    source = said.source.of(claim).split() if said.source is not None and said.source.start == first else []
    if said.source is not None and len(source) > 1 and all(word[0].isupper() for word in source):
        yield f"{source[-1]}{claim[said.source.end : max(starts)]} {' '.join(words_in)}"


# Of several sentences, those that hold this share of the most words held by one say whose the words are.
_NEARLY_MOST = 0.7


def most(wanted: set[str], evidence: Sequence[Line]) -> list[Line]:
    """Pick the sentences that hold about as many of the words as any."""
    held = [(len(wanted & line.stems), line) for line in evidence]
    most = max((count for count, _ in held), default=0)
    return [line for count, line in held if count and count >= _NEARLY_MOST * most]


def _speakers_of(wanted: set[str], evidence: Sequence[Line], index: Index) -> list[str]:
    return [said.speaker for said in _saying(wanted, evidence, index) if said.speaker is not None]


def _saying(wanted: set[str], evidence: Sequence[Line], index: Index) -> list[Attribution]:
    """Attributions of the words to somebody with a name."""
    return [
        said
        for line in most(wanted, evidence)
        for said in (*holding(line, wanted, index), *_carrying(line, wanted, index))
        if said.speaker is not None
        and any(word.content and word.capital for word in words.words(said.speaker))
    ]


def holding(line: Line, wanted: set[str], index: Index) -> list[Attribution]:
    """Attributions that hold at least half of the words that the line shares with `wanted`.

    Source and cue count as theirs: "the union backed" is said of the union by its own act. One in a clause that only
    tells when or why something else happened does not hold what is said of that.
    """
    shared = [word for word in line.words if word.stem in wanted]
    return [
        said
        for said in index.attributions_on(line.span)
        if shared and 2 * held(said, shared) >= len(shared) and touches(said, shared)
        if not _aside(said, shared, line)
    ]


def _carrying(line: Line, wanted: set[str], index: Index) -> Iterator[Attribution]:
    """The last attribution of a sentence whose content a clause with "which" follows, most of the words being there."""
    for said in index.attributions_on(line.span):
        end = max(part.end for part in said.content)
        if not _WHICH.match(line.text[max(0, end - line.span.start) :]) or not line.span.holds(said.cue):
            continue
        start = min(part.start for part in said.content)
        shared = [word.span.start for word in line.words if word.stem in wanted]
        inside = sum(at >= start for at in shared)
        if (
            start > said.cue.start
            and any(at < end for at in shared if at >= start)
            and 2 * inside >= len(shared)
        ):
            yield said


_WHICH = re.compile(r",\s(?:which|who|whose|where)\b[^“”\"]*$")
_CLAUSE_OPENERS = frozenset(
    "after as because before once since when while until whereas although though".split()
)
_MAIN_WORDS = 2


def _aside(said: Attribution, shared: Sequence[words.Word], line: Line) -> bool:
    """Say whether it opens behind "after" or "as", and the words are also from the clause in front of it."""
    spans = (*said.content, said.cue, *([said.source] if said.source is not None else []))
    first = min(span.start for span in spans)
    before = [word for word in line.words if word.span.end <= first]
    if before and before[-1].lower in ("the", "a", "an"):
        del before[-1]
    opens = bool(before) and before[-1].lower in _CLAUSE_OPENERS
    return opens and sum(word.span.end <= first for word in shared) >= _MAIN_WORDS


def held(said: Attribution, shared: Sequence[words.Word]) -> int:
    """Count the words that stand in the content, the cue or the source."""
    spans = (*said.content, said.cue, *([said.source] if said.source is not None else []))
    return sum(any(span.holds(word.span) for span in spans) for word in shared)


def touches(said: Attribution, shared: Sequence[words.Word]) -> bool:
    """Say whether at least one of the words stands in the content itself."""
    return any(part.holds(word.span) for part in said.content for word in shared)


def _near(one: str, other: str) -> bool:
    """Two descriptions share most telling words of the shorter ("the spokesman", "the PM's spokesman")."""
    first, second = ({word.stem for word in words.words(name) if word.content} for name in (one, other))
    last = [word.stem for word in words.words(other) if word.capital][-1:]
    return 2 * len(first & second) > min(len(first), len(second)) or bool(first & set(last))
