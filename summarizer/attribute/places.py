"""Where the content behind a cue may begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic

from summarizer.attribute import kinds, lexicon, quoting, skipping
from summarizer.attribute.cue import Cue
from summarizer.attribute.tables import ALONE, Alone, Table, Tables, Weight, named
from summarizer.attribute.text import Token
from summarizer.attribute.words import Words, bucket

_BREAKS = frozenset(
    """and or but as while when because after before although though since if unless until in on at by during for
    with from to who which that where despite without amid even than over including whose is was are were has had
    have will would can could does did do may might must should""".split()
)
_MARKS = frozenset(",;:()") | {"—", "–", "―", "-"}
_BREAKING = _BREAKS | _MARKS
_OPENERS = frozenset("that whether to how why what if as".split())
# Limits on the readings: none of the first was beyond 14 words on the train part in 99 of 100 cues.
_STARTS_WITHIN = 14
_MOST_STARTS = 7
_MOST_ENDS = 9
_CUE_WITHIN = 6
_VERB_WITHIN = 12
_VERB_NEAR = 4


def starts(cue: Cue, after: int) -> list[int]:
    """Tokens at which what follows token `after` of the cue's sentence may begin."""
    words = cue.words
    tokens = words.tokens
    if not words.within(after, after - 1):
        return []
    made: list[int] = []
    last = min(words.closing(after), len(tokens) - 1, after + _STARTS_WITHIN)
    at = after + 1 if tokens[after].text in ",:-–—―" and after + 1 < len(tokens) else after
    if tokens[at].text not in ".!?;":
        made.append(at)
    ruled = skipping.content_start(words.paragraph, after, kinds.of(cue.form, "")[0])
    if ruled is not None and ruled < len(tokens) and ruled not in made:
        made.append(ruled)
    for at in skipping.outside_titles(words.paragraph, after, last):
        token = tokens[at]
        if token.lower not in _AT_STARTS and not token.quoted:
            continue
        opens = token.quoted or token.lower in _OPENERS
        if len(made) >= _MOST_STARTS or token.lower in _STOPS:
            break
        place = at if opens else at + 1
        if place not in made and tokens[place].text not in ".!?;,":
            made.append(place)
        if token.quoted:
            break
    return made


_STOPS = frozenset(".;!?")
_AT_STARTS = _OPENERS | lexicon.PREPOSITIONS | _STOPS | {":", ","}


def ends(words: Words, first: int) -> list[int]:
    """Tokens before which a content that begins at token `first` may end; the end of its sentence comes last."""
    tokens, starts = words.tokens, words.paragraph.starts
    closing = words.closing(first)
    made: list[int] = []
    at, until = first, -1
    if not words.paragraph.quotes or not any([token.quoted for token in tokens[first:closing]]):
        behind = enumerate(tokens[first + 1 : closing], first + 1)
        made += [at for at, token in behind if token.lower in _BREAKING]
        at = closing
    while at < len(tokens):
        token = tokens[at]
        if at >= closing and starts[at] >= until:
            break
        if token.quoted:
            if starts[at] >= until:
                until = quoting.end_of(words.paragraph, starts[at])
            if at + 1 < len(tokens) and starts[at + 1] >= until:
                made.append(at + 1)
        elif token.lower in _BREAKING and at > first and made[-1:] != [at]:
            made.append(at)
        at += 1
    while at > first + 1 and tokens[at - 1].text in ".,;:!?" and not tokens[at - 1].quoted:
        at -= 1
    del made[_MOST_ENDS:]
    if made[-1:] != [at]:
        made.append(at)
    return [end for end in made if end > first]


@dataclass(frozen=True, slots=True)
class Starts(Generic[Weight]):
    """What the beginnings of a content are weighed by."""

    alone: Alone[Weight] = field(metadata=ALONE)
    here_after: Tables[Weight] = field(metadata=named(lambda after, here: f"b{here}|{after}", by=1))
    before_here: Table[Weight] = field(
        metadata=named(lambda before, here: (f"b{here}", f"{before}<", f"{before}<{here}"))
    )
    before_gap: Table[Weight] = field(metadata=named(lambda before, gap: (f"g{gap}", f"{before}<{gap}")))
    gap_after: Tables[Weight] = field(metadata=named(lambda after, gap: f"g{gap}|{after}", by=1))
    number: Table[Weight] = field(metadata=named(lambda number, many: f"n{number}|{many}"))


def start_sums(cue: Cue, listed: Sequence[int], names: Starts[Weight]) -> list[Weight]:
    """Sum what speaks for or against beginning at each of the tokens."""
    sorts, head, many = cue.words.sorts, cue.head + 1, len(listed)
    stem, alone = cue.stem, names.alone
    here_after, gap_after = names.here_after[cue.after], names.gap_after[cue.after]
    made = []
    for number, at in enumerate(listed):
        here, before = sorts[at], sorts[at - 1]
        gap = bucket(at - head)
        made.append(
            names.before_here[before, here]
            + names.before_gap[before, gap]
            + names.number[number, many]
            + (here_after[here] + gap_after[gap])
            + alone(f"b{here}|{stem}", 0.0)
            + alone(f"{before}<|{stem}", 0.0)
            + alone(f"g{gap}|{stem}", 0.0)
        )
    return made


def _first_verb(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first verb of the longest content; behind all tokens where it has none."""
    for at, token in enumerate(tokens[first:last], first):
        if token.verb:
            return at
    return len(tokens)


def _cue_ahead(words: Words, at: int, closing: int) -> str:
    """How near another cue follows, and what stands before it (", although he said")."""
    near = words.nears[bisect_right(words.nears, at)]
    if near >= closing or near - at > _CUE_WITHIN:
        return "0"
    if words.tokens[near].quoted:
        return "q"
    return f"{near - at}{words.sorts[near - 1] if near - at > 1 else ''}"


def _verb_ahead(words: Words, at: int) -> str:
    """Whether a verb follows before the next mark, near (v) or further on (w)."""
    halt = words.halts[bisect_left(words.halts, at)]
    if halt - at >= _VERB_WITHIN or halt >= words.closing(at - 1) or not words.tokens[halt].verb:
        return "n"
    return "v" if halt - at < _VERB_NEAR else "w"


def _quoted_before(tokens: Sequence[Token], first: int, at: int) -> int:
    run = 0
    while at - run > first and tokens[at - 1 - run].quoted:
        run += 1
    return run


@dataclass(frozen=True, slots=True)
class Ends(Generic[Weight]):
    """What the ends of a content are weighed by."""

    clause: Tables[Weight] = field(
        metadata=named(
            lambda opens, here, seen, rest: (
                f"v{seen}|{here}",
                f"v{seen}{rest}|{here}",
                f"v{seen}{rest}|{opens}|{here}",
                f"{here}|{opens}",
            ),
            by=1,
        )
    )
    alone: Alone[Weight] = field(metadata=ALONE)
    last: Tables[Weight] = field(metadata=named(lambda stem, last: f"{last}|{stem}", by=1))
    shape: Tables[Weight] = field(metadata=named(lambda shape, here: f"h{shape}{here}", by=1))
    size: Tables[Weight] = field(metadata=named(lambda opens, gap: (f"g{gap}", f"g{gap}|{opens}"), by=1))
    size_here: Table[Weight] = field(metadata=named(lambda gap, here: f"g{gap}|{here}"))
    order: Tables[Weight] = field(
        metadata=named(lambda opens, number, last: (f"n{number}{last}", f"{last}|{opens}"), by=1)
    )
    opener: Tables[Weight] = field(
        metadata=named(lambda opener, here, number: (f"x{opener}|{here}", f"x{opener}|{here}|{number}"), by=1)
    )
    quotation: Table[Weight] = field(
        metadata=named(
            lambda run, whole, here, after, last: (
                f"r{run}{here}",
                f"r{whole}{here}{after}",
                f"r{run}{whole}{last}",
            )
        )
    )
    here: Table[Weight] = field(metadata=named(lambda here, after: (f"{here}", f"{here}{after}")))
    before: Table[Weight] = field(metadata=named(lambda before, here: f"p{before}{here}"))
    near: Table[Weight] = field(
        metadata=named(lambda here, after, near: (f"c{here}{near}", f"c{here}{after}{near}"))
    )
    joined: Table[Weight] = field(
        metadata=named(
            lambda here, after, then, rest, opens: (
                f"j{here}{after}{then}",
                f"j{here}{after}{then}|{rest}",
                f"j{here}{after}{then}|{opens}",
                f"j{after}{rest}|{opens}",
            )
        )
    )
    left: Table[Weight] = field(
        metadata=named(lambda here, left, seen: (f"L{here}{left}", f"L{here}{left}{seen}"))
    )


def end_sums(cue: Cue, first: int, listed: Sequence[int], names: Ends[Weight]) -> list[Weight]:
    """Sum what speaks for or against ending the content that begins at token `first` before each of the tokens."""
    words, sorts = cue.words, cue.words.sorts
    bounds, closing = words.paragraph.bounds, words.closing(first)
    opens, verbs, end = sorts[first], _first_verb(words.tokens, first, listed[-1]), listed[-1]
    clause, size, order = names.clause[opens], names.size[opens], names.order[opens]
    stem, alone, of_shape, of_last = cue.stem, names.alone, names.shape[cue.shape], names.last[cue.stem]
    opener = names.opener[cue.opener]
    made = []
    for number, at in enumerate(listed):
        here, after = (sorts[at], sorts[at + 1]) if at < bounds[at - 1][1] else ("EOS", "")
        last, seen = at == end, verbs < at
        rest = "" if last else _verb_ahead(words, at + 1)
        gap, before = bucket(at - first), sorts[at - 1]
        total = (
            clause[here, seen, rest]
            + (
                alone(f"v{seen}|{stem}|{here}", 0.0)
                + alone(f"{here}|{stem}", 0.0)
                + of_last[last]
                + of_shape[here]
            )
            + (size[gap] + names.size_here[gap, here])
        ) + (order[number if number < 5 else 5, last] + opener[here, number if number < 3 else 3])
        if before == "QUOTE":
            run = _quoted_before(words.tokens, first, at)
            total = total + names.quotation[bucket(run), at - run == first, here, after, last]
        total = total + (names.here[here, after] + names.before[before, here])
        if last:
            made.append(total)
            continue
        total = total + (
            names.near[here, after, _cue_ahead(words, at, closing)]
            + names.left[here, bucket(end - at), seen]
            + alone(f"P{here}{after}|{seen}{rest}", 0.0)
            + alone(f"Po{here}{after}|{opens}", 0.0)
        )
        if here in _JOINS or after in _JOINS:
            # another verb of the content's own, or a clause with a subject that is the reporter's
            then = after if here in _JOINS else sorts[at + 2]
            total = total + names.joined[here, after if after in _JOINS else "", then, rest, opens]
        if after in _OPEN_CLASSES and at + 1 < len(words.tokens):
            total = total + alone(f"w{here}{words.tokens[at + 1].lower}", 0.0)
        made.append(total)
    return made


_JOINS = frozenset("and but or while".split())
_OPEN_CLASSES = frozenset("CUE CAP he she they LOW ING ED".split())
