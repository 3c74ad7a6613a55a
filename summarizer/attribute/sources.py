"""Whose a cue may be: the phrase before it, behind it, its owner, that of the statement before, or nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple

from summarizer.attribute import lexicon, phrases
from summarizer.attribute.cue import Cue
from summarizer.attribute.phrases import Range
from summarizer.attribute.tables import ALONE, Alone, Table, Tables, Weight, named
from summarizer.attribute.text import Paragraph, Token
from summarizer.attribute.words import Words, bucket


class Source(NamedTuple):
    """One reading of whose the cue is, by the place it was looked for; `at` is None where it is nobody's."""

    place: str
    at: Range | None


_NOBODY = Source("none", None)
_AGENT_WITHIN = 12
_OWNER_WITHIN = 5
_NEAR_WITHIN = 40
_AHEAD_WITHIN = 50
_NEARS = ("near0", "near1")


def options(cue: Cue, shared: Range | None) -> list[Source]:
    """List the readings, each phrase once, nobody last; `shared` is the source of the cue before in the sentence."""
    words, head, start = cue.words, cue.head, cue.start
    tokens = words.tokens
    opens, closes = words.bounds(head)
    made: dict[Range | None, str] = {}
    if tokens[head].lower == "according":
        found = phrases.phrase_after(words.paragraph, head + 2)
        made[None if found is None else phrases.with_tail(words.paragraph, found)] = "right"
    else:
        made[phrases.subject_before(words.paragraph, start)] = "left"
    if head + 1 < closes:
        # "Said Ann Roe, …" and what stands behind a mark or a quotation
        if start == opens or tokens[start - 1].quoted or tokens[start - 1].text in ",-–—―":
            after = phrases.phrase_after(words.paragraph, head + 1)
            if after is not None and any(
                [t.lower not in phrases.TIME_WORDS for t in tokens[after[0] : after[1]]]
            ):
                made.setdefault(after, "right")
        made.setdefault(_agent(words, head), "by")
    made.setdefault(_owner(words, head), "owner")
    made.setdefault(shared, "shared")
    first = words.opening(head)
    opening = _opening(words.paragraph, first)
    if opening is not None and opening[1] <= start:
        made.setdefault(opening, "opening")
    made.setdefault(_main(words, first, start), "main")
    if start <= first + 1 and cue.form.endswith("ing"):
        made.setdefault(_ahead(words, head), "ahead")
    for place, found in zip(_NEARS, _near(tokens, start, first), strict=False):
        made.setdefault(found, place)
    made.pop(None, None)
    return [*[Source(place, at) for at, place in made.items()], _NOBODY]


def _agent(words: Words, head: int) -> Range | None:
    """The agent of a passive, or of a noun: "was endorsed by X", "criticism from X"."""
    tokens = words.tokens
    last = min(len(tokens) - 1, head + _AGENT_WITHIN, words.closing(head))
    for at, token in enumerate(tokens[head + 1 : last], head + 1):
        if token.quoted or token.lower in _MARKS:
            return None
        if token.lower in _BEFORE_AGENTS:
            found = phrases.phrase_after(words.paragraph, at + 1)
            return None if found is None or tokens[found[0]].lower.endswith("ing") else found
    return None


_BEFORE_AGENTS = frozenset(("by", "from", "among"))
_MARKS = frozenset(".,;:")


def _owner(words: Words, head: int) -> Range | None:
    """The possessive before a noun: "Roe's sharp criticism", "his support"."""
    tokens = words.tokens
    for at in range(head - 1, max(words.bounds(head)[0] - 1, head - _OWNER_WITHIN), -1):
        token = tokens[at]
        if not token.word or token.quoted:
            return None
        if token.lower in _POSSESSIVE:
            return (at, at + 1)
        if token.lower.endswith(("'s", "s'")) and len(token.lower) > 3:
            first = at
            while (
                words.within(first - 1, head) and tokens[first - 1].capital and not tokens[first - 1].quoted
            ):
                first -= 1
            if first == at and first > 0 and tokens[first - 1].lower in lexicon.DETERMINERS:
                first -= 1
            return (first, at + 1)
    return None


_POSSESSIVE = frozenset("his her their its my our your whose".split())


_NO_SUBJECT = lexicon.PREPOSITIONS | lexicon.CLAUSE_WORDS


def _opening(paragraph: Paragraph, first: int) -> Range | None:
    token = paragraph.tokens[first]
    if token.quoted or not token.word or token.lower in _NO_SUBJECT:
        return None
    return phrases.phrase_after(paragraph, first)


def _main(words: Words, first: int, start: int) -> Range | None:
    """The subject behind a phrase that opens the sentence: "Late last month, the firm wrote …, calling it …"."""
    tokens = words.tokens
    for at, token in enumerate(tokens[first + 1 : max(0, min(start - 1, first + _NEAR_WITHIN))], first + 1):
        if token.quoted:
            return None
        if token.text == ",":
            found = phrases.phrase_after(words.paragraph, at + 1)
            if found is not None:
                return found if found[1] <= start else None
    return None


def _ahead(words: Words, head: int) -> Range | None:
    """The subject behind a participle that opens the sentence: "Noting that it was late, Roe left"."""
    tokens = words.tokens
    for at in range(head + 1, min(words.closing(head), head + _AHEAD_WITHIN) - 2):
        if not tokens[at + 1].quoted and (
            tokens[at].text == "," or (tokens[at].quoted and not tokens[at].word)
        ):
            found = phrases.phrase_after(words.paragraph, at + 1)
            if found is not None and found[1] < len(tokens) and _acts(tokens[found[1]]):
                return found
    return None


def _acts(token: Token) -> bool:
    return token.verb or token.reports >= 0


def _near(tokens: Sequence[Token], start: int, first: int) -> list[Range]:
    """The two nearest names or pronouns before the cue in its sentence."""
    made: list[Range] = []
    at, until = start - 1, max(first, start - _NEAR_WITHIN)
    while at >= until:
        token = tokens[at]
        if (token.capital or token.lower in _PRONOUNS) and not token.quoted:
            end = at + 1
            if token.lower in _PRONOUNS:
                made.append((at, end))
            elif token.lower not in phrases.TIME_WORDS:
                while at > first and tokens[at - 1].capital and not tokens[at - 1].quoted:
                    at -= 1
                made.append((at, end))
            if len(made) == len(_NEARS):
                break
        at -= 1
    return made


_PRONOUNS = frozenset("he she they i we who".split())


@dataclass(frozen=True, slots=True)
class Names(Generic[Weight]):
    """What the readings of a source are weighed by."""

    alone: Alone[Weight] = field(metadata=ALONE)
    shape: Tables[Weight] = field(
        metadata=named(
            lambda shape, before, place: (
                f"{place}|{shape}",
                f"{place}|{shape}|{before}",
                f"{place}<{before}",
            ),
            by=2,
        )
    )
    after: Tables[Weight] = field(
        metadata=named(lambda after, first, place: (f"{place}>{after}", f"{place}|{first}"), by=2)
    )
    phrase: Table[Weight] = field(
        metadata=named(
            lambda place, kind, size, gap: (f"k{kind}", f"k{kind}|{place}", f"l{size}", f"g{place}{gap}")
        )
    )
    edge_before: Table[Weight] = field(metadata=named(lambda place, edge: (f"p{edge}", f"p{place}{edge}")))
    edge_after: Table[Weight] = field(metadata=named(lambda behind: f"n{behind}"))
    opens: Table[Weight] = field(metadata=named(lambda opens: f"o{opens}"))


def sums(cue: Cue, listed: Sequence[Source], names: Names[Weight]) -> list[Weight]:
    """Sum what speaks for or against each reading."""
    words, sorts, before = cue.words, cue.words.sorts, cue.before
    start, head = cue.start, cue.head + 1
    stem, form, alone = cue.stem, cue.form, names.alone
    of_shape, of_after = names.shape[cue.shape, before], names.after[cue.after, listed[0].place]
    made = []
    for place, at in listed:
        total = (
            alone(f"{place}|{stem}", 0.0) + alone(f"{place}|{form}", 0.0) + of_shape[place] + of_after[place]
        )
        if at is not None:
            first, last = at
            kind = words.source_sort(first, last)
            gap = start - last if last <= start else first - head if first > head else 0
            edge, behind = sorts[first - 1], sorts[last]
            total = total + names.phrase[place, kind, bucket(last - first), bucket(gap)]
            total = total + (
                names.edge_before[place, edge]
                + names.edge_after[behind]
                + alone(f"e{place}{edge}{before}", 0.0)
                + alone(f"E{place}{behind}{before}", 0.0)
            )
            if kind == "low":
                total = total + (alone(f"w{words.tokens[last - 1].lower}", 0.0) + names.opens[sorts[first]])
        made.append(total)
    return made
