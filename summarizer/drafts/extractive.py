"""The drafter that needs no model: it only picks, so it is never wrong about wording.

Summary lines are sentences; claims and positions are what attribution found, in the
article's words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from summarizer import asserted, support
from summarizer.article import Article, Attribution, Span
from summarizer.draft import Draft, DraftClaim, DraftLine
from summarizer.drafts import clauses, cues, holders, leaning, marks, positions, salience, stands, wording
from summarizer.settings import Length
from summarizer.support import words

COUNTS: dict[Length, tuple[int, int, int]] = {
    "short": (3, 4, 6),
    "medium": (4, 7, 10),
    "long": (5, 12, 14),
}
"""Lines, claims and positions at most, by length."""
LISTS = frozenset(("summary", "claims", "positions"))

_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_FEWEST_WORDS = 5
# Up to so many claims those that hang on another sentence are shown, and those that a line says already.
_FEWEST_CLAIMS = (3, 2)
# Characters: "Wells Fargo analyst Ann Roe" and "In a letter, Ann Roe" begin with their speaker.
_NEAR_THE_START = 40


def draft(article: Article, *, length: Length = "medium", lists: Container[str] = LISTS) -> Draft:
    """Draft from the article alone; the same article gives the same draft. Of the lists left out nothing is drafted."""
    lines, claims, stands = COUNTS[length]
    index = support.index_of(article)
    ranked = tuple(r for r in salience.rank(article) if not _barred(article, _span(article, r.number)))
    summary = salience.lines(ranked, lines) if "summary" in lists or "claims" in lists else ()
    scores = {r.number: r.score for r in ranked}
    used = frozenset(number for line in summary for number in line)
    return Draft(
        summary=tuple(DraftLine(text=printed(line, article), sentences=line) for line in summary)
        if "summary" in lists
        else (),
        claims=_claims(index, {r.number: r for r in ranked}, used, claims) if "claims" in lists else (),
        positions=positions.draft(index, scores, stands) if "positions" in lists else (),
    )


def _barred(article: Article, span: Span) -> bool:
    """Nothing may rest on an order to a machine, or on what asserts nothing."""
    return article.rests_on_order(span) or asserted.reason(article, span) is not None


def _span(article: Article, number: int) -> Span:
    return article.sentence(number).span


def printed(line: Sequence[int], article: Article) -> str:
    """Print a line of one sentence or of a few in a row, without what only ties it to the sentence before."""
    text = " ".join(wording.placeless(article, number) for number in line)
    return marks.balanced(leaning.trimmed(text))


def _claims(
    index: support.Index, ranked: dict[int, salience.Ranked], used: frozenset[int], at_most: int
) -> tuple[DraftClaim, ...]:
    """Take the best sayings, no more than a third from one speaker, then facts of the article's own.

    What hangs on another sentence comes behind the rest, and only where there is little else; what a line of the
    summary says already, word for word, comes last, and only where there is nothing else.
    """
    scores = {number: one.score for number, one in ranked.items()}
    lines = [_bare(wording.sentence(index.article, number)) for number in used]
    sayings = (
        (wording.of(said, index.article), said)
        for said in index.found
        if usable(said, index)
        and not salience.is_headline(index.article, index.article.sentences_in(said.cue)[0].number)
    )
    offered = sorted(
        (
            (
                _standing(said, text, lines),
                _worth(said, scores, used, index),
                said,
                text,
            )
            for text, said in sayings
        ),
        key=lambda row: (row[0], -row[1], row[2].cue),
    )
    share = max(2, at_most // 3)
    taken: list[tuple[float, int, DraftClaim]] = []
    by_speaker: dict[str, int] = {}
    told: set[tuple[str, int]] = set()
    worded: list[str] = []
    for standing, worth, said, text in offered:
        speaker = said.speaker or ""
        if len(taken) >= (at_most - 1, *_FEWEST_CLAIMS)[standing]:
            break
        if by_speaker.get(speaker, 0) >= share:
            continue
        numbers = tuple(s.number for part in said.content for s in index.article.sentences_in(part))
        # two clauses of one sentence say one thing
        if text.endswith(":") or any((speaker, number) in told for number in numbers):
            continue
        if any(_bare(text) in one or one in _bare(text) for one in worded):
            continue
        worded.append(_bare(text))
        told.update((speaker, number) for number in numbers)
        by_speaker[speaker] = by_speaker.get(speaker, 0) + 1
        taken.append((worth, numbers[0], DraftClaim(text=text, speaker=said.speaker, sentences=numbers[:3])))
    for number in _own_facts(index, ranked, used, at_most - len(taken)):
        text = wording.sentence(index.article, number)
        taken.append((scores[number], number, DraftClaim(text=text, speaker=None, sentences=(number,))))
    return tuple(claim for _, _, claim in sorted(taken, key=lambda row: (-row[0], row[1])))


def _standing(said: Attribution, text: str, lines: Sequence[str]) -> int:
    """Part claims worth a reader's time (0) from those that hang on something else (1) and repetitions (2)."""
    if said.directness == "direct":
        return 0
    return _REPEATED if _repeats(text, lines) else int(leaning.points(text) or leaning.dangles(text))


_REPEATED = 2


def _repeats(text: str, lines: Sequence[str]) -> bool:
    """A line says it already, word for word, and little more than who said so."""
    bare = _bare(text)
    return any(bare in line and len(bare) >= _MOST_OF_LINE * len(line) for line in lines)


# "The city will close 48 schools and sell 12, the council said on Friday" is a line; the claim in it is three quarters.
# Who says it may be spelled out at length: "Ann Roe, a strategist at Orme Bank in Otterby, says the shares are dear."
_MOST_OF_LINE = 0.4


def _bare(text: str) -> str:
    """The letters and digits of a text, to compare it with."""
    return _NO_LETTERS.sub("", text.casefold())


_NO_LETTERS = re.compile(r"[\W_]+")


def usable(said: Attribution, index: support.Index) -> bool:
    """A claim needs a speaker, enough words to mean something, and not to be a denial cut short."""
    if said.polarity != "affirmed" or said.kind in ("supports", "opposes") or not _hands_on(said, index):
        return False
    if said.directness != "direct" and not clauses.whole(said, index):
        return False
    if said.directness != "direct" and not wording.stands_alone(said, index.article):
        # the whole sentence will be printed: it has to begin with the speaker, and say more than a feeling
        first = index.article.sentences_in(said.cue)[0]
        front = index.article.raw[first.start : said.source.start] if said.source is not None else None
        named = front is not None and len(front) <= _NEAR_THE_START and " and " not in front
        if not named or said.kind == "believes" or (said.kind == "wants" and not _promises(said, index)):
            return False
        if index.article.text(first).endswith("?") or clauses.shared(said, first, index):
            return False
    raw = index.article.raw
    if said.directness == "direct" and (
        wording.fragment(said, index.article) or clauses.lacks_subject(said, raw)
    ):
        return False
    printed = [part.of(raw) for part in said.content]
    says_something = any(word.content for part in printed for word in words.words(part))
    return says_something and sum(len(part.split()) for part in printed) >= _FEWEST_WORDS


def _hands_on(said: Attribution, index: support.Index) -> bool:
    """Somebody with a name says something by a verb, and it is no order to a machine that they report."""
    if said.speaker is None or any(_barred(index.article, part) for part in said.content):
        return False
    if not stands.names_somebody(said.speaker) or stands.belongs(said, index.article.raw):
        return False
    before = index.article.raw[: said.cue.start][-_A_WORD:]
    spoken = cues.hands_on(said, index.article) and holders.says(said.speaker, index)
    return spoken and not _NO_VERB.search(before)


# "had no say in the matter"
_NO_VERB = re.compile(r"\b(?:no|a|any|the|his|her|their|its|little|some) $")
_A_WORD = 12
_PROMISES = re.compile(
    r"\b(?:want|urge|call|demand|pledge|vow|promise|propose|plan|offer|ask|request|recommend|push|press)",
    re.IGNORECASE,
)


def _promises(said: Attribution, index: support.Index) -> bool:
    """The cue is a wish or a promise, not a threat or an intention read off an act."""
    return _PROMISES.match(said.cue.of(index.article.raw)) is not None


def _worth(said: Attribution, scores: dict[int, float], used: frozenset[int], index: support.Index) -> float:
    numbers = [s.number for part in said.content for s in index.article.sentences_in(part)]
    worth = max(scores.get(number, 0.0) for number in numbers)
    worth += {"direct": 0.5, "mixed": 0.4, "indirect": 0.2}[said.directness]
    worth += 0.2 if said.kind in ("says", "shows", "decides") else 0.0
    # what the summary already shows is worth less a second time
    worth -= 0.6 if used & set(numbers) else 0.0
    # behind the speaker's name "they" is understood, "that film" is not
    text = wording.of(said, index.article)
    dangles = said.directness != "direct" and leaning.dangles(text)
    worth -= 0.7 if leaning.points(text) else 0.5 if dangles else 0.0
    return worth - (0.5 if said.anonymous else 0.0)


def _own_facts(
    index: support.Index, ranked: dict[int, salience.Ranked], used: frozenset[int], at_most: int
) -> Sequence[int]:
    """Sentences the article states in its own voice, the best that the summary has not used."""
    plain = [
        one
        for number, one in ranked.items()
        if number not in used
        and not index.lines[number - 1].text.rstrip().endswith("?")
        and one.alone
        and not one.label
        and not one.dangles
        # a post that the page prints without marks
        and not _FIRST_PERSON.search(index.lines[number - 1].text)
        and not one.headline
        and one.score > 0
        and not index.attributions_on(index.lines[number - 1].span)
    ]
    best = sorted(plain, key=lambda one: -one.score)
    return [one.number for one in best[: max(0, min(at_most, 2))]]
