"""What a cue's content may be made of: what stands before the cue, what follows it, and quotations that go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple

from summarizer.article import Span
from summarizer.attribute import phrases, quoting
from summarizer.attribute.cue import Cue
from summarizer.attribute.phrases import Range
from summarizer.attribute.sources import Source
from summarizer.attribute.tables import ALONE, Alone, Table, Tables, Weight, named
from summarizer.attribute.text import Token
from summarizer.attribute.words import Words, bucket


class Content(NamedTuple):
    """One reading of where the content lies.

    `before` are tokens in front of the cue; `behind` says that more follows it; `run` is a quotation that goes
    on. The name says which: quote, clause, inner (the last clause) or subject before the cue, + with more behind,
    ~ with a quotation that goes on; next is the paragraph that follows.
    """

    name: str
    before: Range | None
    behind: bool
    run: tuple[Span, ...] = ()


_BEHIND = Content("behind", None, True)


def options(cue: Cue, source: Source) -> list[Content]:
    """List the readings; "behind" is always one."""
    tokens = cue.words.tokens
    made = [_BEHIND, *_announced(cue)]
    at = source.at
    left = cue.start if at is None or at[0] > cue.start else at[0]
    tagged = cue.head + 1 if at is None or at[1] <= cue.head else at[1]
    if 0 < left < len(tokens):
        found = _quote(cue.words, left) or _clause(cue, left)
        if found is not None:
            name, before = found
            inner = _inner(cue.words, *before) if name == "clause" else None
            if inner is not None:
                made += [Content("inner", inner, False), Content("inner+", inner, True)]
            made += [Content(name, before, False), Content(name + "+", before, True)]
            run = quoting.going_on(cue.words.paragraph, tagged)
            if run is not None:
                made.append(Content(name + "~", before, False, (run,)))
    if source.place != "left" and tokens[cue.head].lower != "according":
        subject = phrases.subject_before(cue.words.paragraph, cue.start)
        if subject is not None:
            made += [Content("subject", subject, False), Content("subject+", subject, True)]
    return made


def _announced(cue: Cue) -> Sequence[Content]:
    """A quotation that opens the next sentence, or the next paragraph, and has no cue of its own."""
    words = cue.words
    tokens = words.tokens
    last = words.closing(cue.head)
    if last < len(tokens):
        quote = quoting.opening_at(words.paragraph, words.paragraph.starts[last])
        if quote is None or quoting.tagged_behind(words.paragraph, quote):
            return ()
        return (Content("behind~", None, True, (quote,)),)
    following = words.following
    if following is None or tokens[-1].quoted:
        return ()
    quote = quoting.opening_at(following, following.span.start)
    if quote is None or quoting.tagged_behind(following, quote):
        return ()
    made = Content("next:" if tokens[-1].text in ":," else "next", None, False, (quote,))
    return (made, Content("behind~next", None, True, (quote,))) if tokens[-1].text == ":" else (made,)


def _quote(words: Words, left: int) -> tuple[str, Range] | None:
    """The quotation that ends before token `left`, widened to its clause."""
    starts, ends = words.paragraph.starts, words.paragraph.ends
    quote = quoting.quote_ending(words.paragraph, starts[left])
    if quote is None:
        return None
    wide = quoting.widened(words.paragraph, quote)
    first = last = left
    while last > 0 and ends[last - 1] > wide.end:
        last -= 1
    while first > 0 and starts[first - 1] >= wide.start:
        first -= 1
    return "quote", (first, last)


_FEWEST_WORDS = 3


def _clause(cue: Cue, left: int) -> tuple[str, Range] | None:
    """What stands in the sentence before a comma or dash, before "according" without one too."""
    tokens = cue.words.tokens
    bare = tokens[left - 1].text not in ",-–—―"
    first = cue.words.opening(left)
    if left - first < _FEWEST_WORDS or (bare and tokens[cue.head].lower != "according"):
        return None
    return "clause", (first, left if bare else left - 1)


def _inner(words: Words, first: int, last: int) -> Range | None:
    """The last clause before a tag: behind its "because" or "and", from its "which", behind a semicolon or dash."""
    tokens = words.tokens
    for at in range(last - 2, first, -1):
        token = tokens[at]
        if token.quoted:
            return None
        if token.lower in _JOINS or token.text in ";:—–―-(":
            return (at + 1, last)
        if token.lower in _RELATES:
            return (at, last)
    return None


_JOINS = frozenset("because and but while although though since as".split())
_RELATES = frozenset("which who that where".split())


@dataclass(frozen=True, slots=True)
class Names(Generic[Weight]):
    """What the readings of a content are weighed by."""

    alone: Alone[Weight] = field(metadata=ALONE)
    place: Tables[Weight] = field(
        metadata=named(
            lambda place, shape, name: (f"{name}|{shape}", f"{name}|{place}", f"{name}|{place}|{shape}"),
            by=2,
        )
    )
    before: Tables[Weight] = field(metadata=named(lambda before, name: f"{name}<{before}", by=1))
    after: Tables[Weight] = field(
        metadata=named(lambda place, after, name: (f"{name}>{after}", f"{name}|{place}>{after}"), by=2)
    )
    closes: Tables[Weight] = field(metadata=named(lambda closes, name: f"E{name}{closes}", by=1))
    scan: Tables[Weight] = field(metadata=named(lambda scan, name: f"S{name}{scan}", by=1))
    opener: Tables[Weight] = field(metadata=named(lambda opener, name: f"O{name}{opener}", by=1))
    inverted: Tables[Weight] = field(metadata=named(lambda closes, name: f"{name}>>{closes}", by=1))
    next: Table[Weight] = field(metadata=named(lambda name, size, last: (f"N{name}{size}", f"N{name}{last}")))
    last: Table[Weight] = field(metadata=named(lambda mark, quoted, near: (f"b{mark}", f"b{quoted}{near}")))
    run: Table[Weight] = field(
        metadata=named(
            lambda gap, reports, mark, same: (
                f"R{gap}",
                f"R{gap}|{reports}",
                f"R{mark}",
                f"R{same}{mark}",
                f"R{reports}",
            )
        )
    )
    stands_before: Table[Weight] = field(
        metadata=named(
            lambda name, first, size, marks: (f"F{name}{first}", f"L{name}{size}", f"M{name}{marks}")
        )
    )
    verbs: Table[Weight] = field(
        metadata=named(
            lambda name, verb, told, left: (f"V{name}{verb}", f"V{name}{verb}{told}", f"V{name}{verb}|{left}")
        )
    )


def sums(cue: Cue, listed: Sequence[Content], source: Source, names: Names[Weight]) -> list[Weight]:
    """Sum what speaks for or against each reading."""
    words, at, place = cue.words, source.at, source.place
    inverted = at is not None and at[0] > cue.head
    tagged = at[1] if at is not None and inverted else cue.head + 1
    closes = words.sort(tagged) if words.within(tagged, cue.head) else "EOS"
    stem, alone, of_place = cue.stem, names.alone, names.place[place, cue.shape]
    of_after, of_before = names.after[place, cue.after], names.before[cue.before]
    of_closes, of_inverted = names.closes[closes], names.inverted[closes]
    of_scan, of_opener = names.scan[cue.scan], names.opener[cue.opener]
    until = max(tagged, words.closing(cue.head))
    left, told = bucket(until - tagged), _has_verb(words, tagged, until)
    made = []
    for option in listed:
        name = option.name
        total = alone(f"{name}|{stem}", 0.0) + of_place[name] + (of_after[name] + of_before[name])
        sentence = of_closes[name] + of_scan[name] + of_opener[name]
        total = total + (sentence + of_inverted[name] if inverted else sentence)
        if name.startswith("next"):
            size = bucket(len(words.tokens) - cue.head)
            total = total + names.next[name, size, words.tokens[-1].lower]
        elif name == "behind~":
            last = words.closing(cue.head) - 1
            ending = _mark(words.tokens[last]), words.tokens[last].quoted, last - cue.head < 3
            total = total + names.last[ending]
        elif option.run:
            total = total + names.run[_gap(cue, option.run[0], tagged)]
        if option.before is not None:
            first, size, marks = _edges(words, *option.before)
            total = total + names.stands_before[name, first, size, marks]
            total = total + names.verbs[name, _has_verb(words, *option.before), told, left]
        made.append(total)
    return made


def _has_verb(words: Words, first: int, last: int) -> bool:
    return any([token.verb for token in words.tokens[first:last]])


def _edges(words: Words, first: int, last: int) -> tuple[str, int, str]:
    """What stands before the cue begins with, its size, and the marks it ends with."""
    tokens = words.tokens
    marks = _mark(tokens[last - 1])
    if tokens[last - 1].quoted and last > 1:
        marks += _mark(tokens[last - 2])
    return words.sorts[first], bucket(last - first), marks


def _mark(token: Token) -> str:
    return "" if token.word else token.text


def _gap(cue: Cue, run: Span, tagged: int) -> tuple[int, bool, str, bool]:
    """What stands between a tag and the quotation that goes on behind it: words, a cue, the last mark, one sentence."""
    tokens, starts = cue.words.tokens, cue.words.paragraph.starts
    at, reports = tagged, False
    while at < len(tokens) and starts[at] < run.start:
        reports = reports or tokens[at].reports >= 0
        at += 1
    same = at < len(tokens) and cue.words.within(at, cue.head)
    return bucket(at - tagged), reports, cue.words.sort(at - 1), same
