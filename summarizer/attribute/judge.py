"""How likely a reading is one that people would mark, and which of those that overlap to keep.

A verb that reports in one sentence only acts in the next ("pledged delegates", "known as"); the words around it,
its source and content tell which. Weighed twice: by itself, then with what its neighbours weigh, since what
somebody is quoted as reporting of others is part of the quotation.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic

from summarizer.article import Kind
from summarizer.attribute import kinds, lexicon, tables, trimming, weights
from summarizer.attribute.cue import Cue
from summarizer.attribute.readings import Reading
from summarizer.attribute.tables import ALONE, Alone, Table, Weight, named
from summarizer.attribute.words import bucket

# On folds of PolNeAR, percent (joint precision, recall, F1; recall of speech cues): these 74.5 61.2 67.2, 81.7; 0.24 for
# all that says 74.0 61.5 67.2, 81.5; 0.30 for all 74.9 61.1 67.3, 80.8. Of the least likely a verb of saying is a marked
# speech cue twice as often as another word. Stances are what positions are made of and stay sooner.
_ENOUGH: dict[Kind, float] = {"says": 0.34, "supports": 0.18, "opposes": 0.18, "wants": 0.3}
_ENOUGH_SAYING = 0.16
_ENOUGH_ELSE = 0.4
"""No kind is asked more."""


@dataclass(frozen=True, slots=True)
class Names(Generic[Weight]):
    """What a reading is weighed by."""

    word: Table[Weight] = field(
        metadata=named(
            lambda form, stem, shape, tenths: (
                "bias",
                f"f{form}",
                f"m{stem}",
                f"h{shape}",
                f"m{stem}|{shape}",
                f"q{tenths}",
            )
        )
    )
    alone: Alone[Weight] = field(metadata=ALONE)
    beside: Table[Weight] = field(metadata=named(lambda before: f"b{before}"))
    after: Table[Weight] = field(metadata=named(lambda after: f"a{after}"))
    shape_before: Table[Weight] = field(metadata=named(lambda shape, before: f"h{shape}<{before}"))
    shape_after: Table[Weight] = field(metadata=named(lambda shape, after: f"h{shape}>{after}"))
    place: Table[Weight] = field(metadata=named(lambda place, stem: (f"s{place}", f"m{stem}|s{place}")))
    content: Table[Weight] = field(metadata=named(lambda content: f"c{content}"))
    stem_content: Table[Weight] = field(metadata=named(lambda stem, content: f"m{stem}|c{content}"))
    opens: Table[Weight] = field(metadata=named(lambda opens: f"o{opens}"))
    size: Table[Weight] = field(metadata=named(lambda size, opens: (f"z{size}", f"z{size}|o{opens}")))
    closes: Table[Weight] = field(metadata=named(lambda closes: f"x{closes}"))
    quoted: Table[Weight] = field(metadata=named(lambda quoted: f"Q{quoted}"))
    stem_quoted: Table[Weight] = field(metadata=named(lambda quoted, stem: f"Q{quoted}|m{stem}"))
    scan: Table[Weight] = field(metadata=named(lambda scan, shape: (f"S{scan}", f"S{scan}|h{shape}")))
    opener: Table[Weight] = field(metadata=named(lambda opener: f"O{opener}"))
    choices: Table[Weight] = field(
        metadata=named(
            lambda source, content, start, end: (f"p0{source}", f"p1{content}", f"p2{start}", f"p3{end}")
        )
    )
    verb: Table[Weight] = field(metadata=named(lambda verb: f"v{verb}"))
    source: Table[Weight] = field(metadata=named(lambda kind, stem: (f"k{kind}", f"k{kind}|m{stem}")))
    source_size: Table[Weight] = field(metadata=named(lambda size: f"l{size}"))
    edge: Table[Weight] = field(metadata=named(lambda before, gap: (f"y{before}", f"g{gap}")))
    noun: Table[Weight] = field(metadata=named(lambda noun: f"w{noun}"))


@dataclass(frozen=True, slots=True)
class Beside(Generic[Weight]):
    """What a reading's neighbours are weighed by."""

    chance: Table[Weight] = field(metadata=named(lambda own, content: (f"P{own}", f"P{own}|{content}")))
    # it lies in theirs (o), theirs lies in it (i), or they meet (v)
    neighbour: Table[Weight] = field(
        metadata=named(
            lambda where, weight, its, content, tenths: (
                f"{where}{weight}",
                f"{where}{weight}{its}",
                f"{where}{weight}|{content}",
                f"{where}{weight}|P{tenths}",
                f"{where}{weight}{its}|{content}",
            )
        )
    )


def chances(readings: Sequence[Reading]) -> list[float]:
    """Estimate from 0 to 1 how likely each reading of a paragraph is right in source and content."""
    if not readings:
        return []
    names: Names[complex] = tables.weighed_twice(Names, "judge", "beside")
    scores = [features(reading, names) for reading in readings]
    alone = [_chance(score.real) for score in scores]
    near_by: Beside[float] = tables.weighed(Beside, "beside")
    told = beside(readings, alone, near_by)
    return [_chance(own.imag + near) for own, near in zip(scores, told, strict=True)]


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-3000.0, min(3000.0, score)) / weights.HUNDREDTHS))


def features(reading: Reading, names: Names[Weight]) -> Weight:
    """Sum what tells whether a reading is right by itself."""
    cue, source, opens = reading.cue, reading.source, reading.opens
    stem, shape = cue.stem, cue.shape
    tokens = cue.words.tokens
    size = sum([part.end - part.start for part in reading.spans]).bit_length()
    before = tokens[cue.start - 2].lower if cue.start > 1 else ""
    quoted = _quoted(reading)
    total = _around(cue, names) + (
        names.place[source.place, stem]
        + names.content[reading.content.name]
        + names.stem_content[stem, reading.content.name]
        + names.opens[opens]
        + names.alone(f"m{stem}|o{opens}", 0.0)
    )
    total = total + (
        names.size[size, opens]
        + names.closes[reading.closes]
        + names.quoted[quoted]
        + names.stem_quoted[quoted, stem]
    )
    total = total + (names.scan[cue.scan, shape] + names.opener[cue.opener] + names.alone(f"B{before}", 0.0))
    total = total + names.choices[_tenths(*reading.sure)]
    if cue.start < cue.head:
        verbs = names.verb[tokens[cue.start].lower]
        for token in tokens[cue.start + 1 : cue.head]:
            verbs = verbs + names.verb[token.lower]
        total = total + verbs
    if source.at is not None:
        words = cue.words
        first, last = source.at
        noun = tokens[last - 1]
        kind = words.source_sort(first, last)
        total = total + (names.source[kind, stem] + names.source_size[bucket(last - first)])
        edge = names.edge[words.sort(first - 1), bucket(abs(cue.start - last))]
        total = total + (edge + names.noun["C" if noun.capital else noun.lower])
    return total


def _tenths(one: float, two: float, three: float, four: float) -> tuple[int, int, int, int]:
    return (
        int(one * 10) if one < 1 else 9,
        int(two * 10) if two < 1 else 9,
        int(three * 10) if three < 1 else 9,
        int(four * 10) if four < 1 else 9,
    )


def _around(cue: Cue, names: Names[Weight]) -> Weight:
    stem, shape, before, after = cue.stem, cue.shape, cue.before, cue.after
    return names.word[cue.form, stem, shape, cue.words.tokens[cue.head].reports] + (
        names.beside[before]
        + names.after[after]
        + names.alone(f"m{stem}>{after}", 0.0)
        + names.alone(f"m{stem}<{before}", 0.0)
        + names.shape_before[shape, before]
        + names.shape_after[shape, after]
    )


def _quoted(reading: Reading) -> bool:
    words = reading.cue.words
    for paragraph in (words.paragraph, words.following):
        if paragraph is not None and paragraph.quotes:
            for part in reading.spans:
                if any([quote.overlaps(part) for quote in paragraph.quotes]):
                    return True
    return False


def beside(readings: Sequence[Reading], alone: Sequence[float], names: Beside[Weight]) -> list[Weight]:
    """Sum what the other readings of the paragraph say of each; it is weighed with what it says itself."""
    made = []
    near_by = _neighbours(readings)
    for this, chance, others in zip(readings, alone, near_by, strict=True):
        top = {"o": (0.0, ""), "i": (0.0, ""), "v": (0.0, "")}
        for at in others:
            other, weight = readings[at], alone[at]
            if other is not this and (where := _meets(this, other)) is not None and weight > top[where][0]:
                top[where] = (weight, other.content.name)
        own = round(2 * math.log(max(chance, 1e-3) / max(1 - chance, 1e-3)))
        content, tenths = this.content.name, int(10 * chance + 0.5)
        total = names.chance[own, content]
        for where, (weight, its) in top.items():
            total = total + names.neighbour[where, int(10 * weight + 0.5), its, content, tenths]
        made.append(total)
    return made


def _hull(reading: Reading) -> tuple[int, int]:
    """From the first to behind the last code point that a reading touches."""
    low = reading.at
    high = low + 1
    for part in reading.spans:
        low, high = min(low, part.start), max(high, part.end)
    return low, high


def _neighbours(readings: Sequence[Reading]) -> list[Sequence[int]]:
    """For each reading the places of those that may share a code point with it, in order: all where they are few.

    Only these can meet; holding each reading against each took a paragraph of 2,000 cues 8 s.
    """
    if len(readings) <= _FEW:
        return [range(len(readings))] * len(readings)
    hulls = [_hull(reading) for reading in readings]
    starts = sorted((low, at) for at, (low, _) in enumerate(hulls))
    longest = max([high - low for low, high in hulls])
    made: list[Sequence[int]] = []
    for low, high in hulls:
        first = bisect.bisect_left(starts, (low - longest, -1))
        last = bisect.bisect_left(starts, (high, -1))
        made.append(sorted(at for _, at in starts[first:last] if hulls[at][1] > low))
    return made


def _meets(this: Reading, other: Reading) -> str | None:
    at = this.at
    for part in other.spans:
        if part.start <= at < part.end:
            return "o"
    at = other.at
    for part in this.spans:
        if part.start <= at < part.end:
            return "i"
    return "v" if _overlap(this, other) else None


def _overlap(this: Reading, other: Reading) -> bool:
    for one in this.spans:
        for two in other.spans:
            if one.start < two.end and two.start < one.end:
                return True
    return False


def _stretches(reading: Reading) -> range:
    """Number the stretches of text that a reading touches: two that meet have one in common."""
    low, high = _hull(reading)
    return range(low // _STRETCH, (high - 1) // _STRETCH + 1)


_STRETCH = 512
_FEW = 3
"""So many readings are held against each other without being sorted by place."""


def keep(readings: Sequence[Reading], chance: Sequence[float], enough: float | None = None) -> list[Reading]:
    """The likeliest readings of a paragraph, none inside another and no contents overlapping, in text order.

    `enough` is the least chance; left out, it is what the kind of the cue asks for.
    """
    ordered = sorted(zip(chance, readings, strict=True), key=lambda pair: -pair[0])
    few = len(ordered) <= _FEW
    kept: list[Reading] = []
    stretches: dict[int, list[int]] = {}
    for weight, reading in ordered:
        if weight < (_bound(reading, weight) if enough is None else enough):
            continue
        near = kept if few or not kept else _near(reading, kept, stretches)
        likelier = [other for other in near if _meets(reading, other) == "o" or _overlap(reading, other)]
        left = trimming.trimmed(reading, likelier) if likelier else reading
        if left is not None:
            for place in () if few else _stretches(left):
                stretches.setdefault(place, []).append(len(kept))
            kept.append(left)
    return sorted(kept, key=lambda reading: reading.at)


def _bound(reading: Reading, weight: float) -> float:
    """What is asked of a reading of its kind; most weigh more than is asked of any, and need no look at it."""
    return _ENOUGH_ELSE if weight >= _ENOUGH_ELSE else _least(reading)


def _near(reading: Reading, kept: Sequence[Reading], stretches: Mapping[int, Sequence[int]]) -> list[Reading]:
    """What was kept and may hold the cue or share words of the content."""
    return [
        kept[at] for at in sorted({at for place in _stretches(reading) for at in stretches.get(place, ())})
    ]


def _least(reading: Reading) -> float:
    """The least chance that its kind of cue asks for."""
    words, head = reading.cue.words, reading.cue.head
    following = words.tokens[head + 1].lower if words.within(head + 1, head) else ""
    low = words.tokens[head].lower
    kind = kinds.of(low, following)[1]
    if kind == "says" and (low in lexicon.forms() or low == "according"):
        return _ENOUGH_SAYING
    return _ENOUGH.get(kind, _ENOUGH_ELSE)
