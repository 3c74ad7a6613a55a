"""How likely a reading is one that people would mark, and which of those that overlap to keep.

A verb that reports in one sentence only acts in the next ("pledged delegates", "known as"); the words around it,
its source and content tell which. Weighed twice: by itself, then with what its neighbours weigh, since what
somebody is quoted as reporting of others is part of the quotation.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Sequence

from summarizer.article import Kind
from summarizer.attribute import kinds, trimming, weights
from summarizer.attribute.readings import Reading
from summarizer.attribute.weights import Group
from summarizer.attribute.words import bucket

# On the dev part of PolNeAR, percent (joint precision, recall, F1; recall of speech cues): 0.29 for all 75.0 58.4 65.7,
# 79.2; 0.20 for saying and 0.42 for the rest 74.8 58.4 65.6, 80.4. On held-out train articles, for all: 0.25 73.6 60.0
# 66.1, 0.30 75.5 58.8 66.1, 0.40 79.5 56.1 65.8. Stances are what positions are made of and stay sooner.
_ENOUGH: dict[Kind, float] = {"says": 0.24, "supports": 0.18, "opposes": 0.18, "wants": 0.3}
_ENOUGH_ELSE = 0.4


def chances(readings: Sequence[Reading]) -> list[float]:
    """Estimate from 0 to 1 how likely each reading of a paragraph is right in source and content."""
    scores = [weights.both("judge", "beside", features(reading)) for reading in readings]
    alone = [_chance(score) for score, _ in scores]
    told = beside(readings, alone)
    return [_chance(own + weights.total("beside", near)) for (_, own), near in zip(scores, told, strict=True)]


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def features(reading: Reading) -> list[Group]:
    """Name what tells whether a reading is right by itself, in groups that are weighed once."""
    cue, source, content = reading.cue, reading.source, reading.content
    tokens = cue.words.tokens
    size = sum(part.end - part.start for part in reading.spans).bit_length()
    before = tokens[cue.start - 2].lower if cue.start > 1 else ""
    sure = tuple(min(9, int(chance * 10)) for chance in reading.sure)
    made: list[Group] = [
        (_of_word, (cue.form, cue.stem, cue.shape)),
        (_of_sides, (cue.stem, cue.after, cue.before, cue.shape)),
        (_of_places, (cue.stem, source.place, content.name, reading.opens)),
        (_of_content, (size, reading.opens, reading.closes, _quoted(reading), cue.stem)),
        (_of_sentence, (cue.scan, cue.shape, cue.opener, before)),
        (_of_choices, sure),
    ]
    if cue.start < cue.head:
        made.append((_of_verbs, tuple(token.lower for token in tokens[cue.start : cue.head])))
    if source.at is not None:
        words = cue.words
        first, last = source.at
        noun = tokens[last - 1]
        kind = (words.source_sort(first, last), cue.stem, bucket(last - first))
        made.append((_of_source, kind))
        edge = (words.sort(first - 1), bucket(abs(cue.start - last)), "C" if noun.capital else noun.lower)
        made.append((_of_edge, edge))
    return made


def _of_word(form: str, stem: str, shape: str) -> list[str]:
    return [
        "bias",
        f"f{form}",
        f"m{stem}",
        f"h{shape}",
        f"m{stem}|{shape}",
        f"q{weights.cues().get(form, -1)}",
    ]


def _of_sides(stem: str, after: str, before: str, shape: str) -> list[str]:
    made = [f"b{before}", f"a{after}", f"m{stem}>{after}", f"m{stem}<{before}"]
    return [*made, f"h{shape}<{before}", f"h{shape}>{after}"]


def _of_places(stem: str, place: str, content: str, opens: str) -> list[str]:
    return [
        f"s{place}",
        f"m{stem}|s{place}",
        f"c{content}",
        f"m{stem}|c{content}",
        f"o{opens}",
        f"m{stem}|o{opens}",
    ]


def _of_content(size: int, opens: str, closes: str, quoted: bool, stem: str) -> list[str]:
    return [f"z{size}", f"z{size}|o{opens}", f"x{closes}", f"Q{quoted}", f"Q{quoted}|m{stem}"]


def _of_sentence(scan: str, shape: str, opener: str, before: str) -> list[str]:
    return [f"S{scan}", f"S{scan}|h{shape}", f"O{opener}", f"B{before}"]


def _of_choices(*sure: int) -> list[str]:
    return [f"p{number}{tenths}" for number, tenths in enumerate(sure)]


def _of_verbs(*words: str) -> list[str]:
    return [f"v{word}" for word in words]


def _of_source(kind: str, stem: str, size: int) -> list[str]:
    return [f"k{kind}", f"k{kind}|m{stem}", f"l{size}"]


def _of_edge(before: str, gap: int, noun: str) -> list[str]:
    return [f"y{before}", f"g{gap}", f"w{noun}"]


def _quoted(reading: Reading) -> bool:
    return any(
        quote.overlaps(part)
        for paragraph in (reading.cue.words.paragraph, reading.cue.words.following)
        if paragraph is not None
        for quote in paragraph.quotes
        for part in reading.spans
    )


def beside(readings: Sequence[Reading], alone: Sequence[float]) -> list[list[Group]]:
    """Name what the other readings of the paragraph say of each; it is weighed with what it says itself."""
    made = []
    near_by = _neighbours([_hull(reading) for reading in readings])
    for this, chance, others in zip(readings, alone, near_by, strict=True):
        top = {"o": (0.0, ""), "i": (0.0, ""), "v": (0.0, "")}
        for at in others:
            other, weight = readings[at], alone[at]
            where = None if other is this else _meets(this, other)
            if where is not None and weight > top[where][0]:
                top[where] = (weight, other.content.name)
        own = round(2 * math.log(max(chance, 1e-3) / max(1 - chance, 1e-3)))
        name, tenths = this.content.name, int(10 * chance + 0.5)
        near: list[Group] = [
            (_of_neighbour, (where, int(10 * weight + 0.5), its, name, tenths))
            for where, (weight, its) in top.items()
        ]
        made.append([(_of_chance, (own, name)), *near])
    return made


def _hull(reading: Reading) -> tuple[int, int]:
    """From the first to behind the last code point that a reading touches."""
    spans, at = reading.spans, reading.at
    return min(at, *(part.start for part in spans)), max(at + 1, *(part.end for part in spans))


def _neighbours(hulls: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each range the places of those that share a code point with it, in their order.

    Only these can meet; holding each reading against each took a paragraph of 2,000 cues 8 s.
    """
    starts = sorted((low, at) for at, (low, _) in enumerate(hulls))
    longest = max((high - low for low, high in hulls), default=0)
    made = []
    for low, high in hulls:
        first = bisect.bisect_left(starts, (low - longest, -1))
        last = bisect.bisect_left(starts, (high, -1))
        made.append(sorted(at for _, at in starts[first:last] if hulls[at][1] > low))
    return made


def _of_chance(own: int, name: str) -> list[str]:
    return [f"P{own}", f"P{own}|{name}"]


def _of_neighbour(where: str, tenths: int, its: str, name: str, own: int) -> list[str]:
    """It lies in theirs (o), theirs lies in it (i), or they meet (v)."""
    near = f"{where}{tenths}"
    return [near, f"{near}{its}", f"{near}|{name}", f"{near}|P{own}", f"{near}{its}|{name}"]


def _meets(this: Reading, other: Reading) -> str | None:
    if any(part.start <= this.at < part.end for part in other.spans):
        return "o"
    if any(part.start <= other.at < part.end for part in this.spans):
        return "i"
    return "v" if _overlap(this, other) else None


def _overlap(this: Reading, other: Reading) -> bool:
    return any(one.overlaps(two) for one in this.spans for two in other.spans)


def _stretches(reading: Reading) -> range:
    """Number the stretches of text that a reading touches: two that meet have one in common."""
    low, high = _hull(reading)
    return range(low // _STRETCH, (high - 1) // _STRETCH + 1)


_STRETCH = 512


def keep(readings: Sequence[Reading], chance: Sequence[float], enough: float | None = None) -> list[Reading]:
    """The likeliest readings of a paragraph, none inside another and no contents overlapping, in text order.

    `enough` is the least chance; left out, it is what the kind of the cue asks for.
    """
    ordered = sorted(zip(chance, readings, strict=True), key=lambda pair: -pair[0])
    kept: list[Reading] = []
    stretches: dict[int, list[int]] = {}
    for weight, reading in ordered:
        bound = _ENOUGH.get(_kind(reading), _ENOUGH_ELSE) if enough is None else enough
        if weight < bound:
            continue
        near = sorted({at for place in _stretches(reading) for at in stretches.get(place, ())})
        others = [kept[at] for at in near]
        likelier = [other for other in others if _meets(reading, other) == "o" or _overlap(reading, other)]
        left = trimming.trimmed(reading, likelier) if likelier else reading
        if left is not None:
            for place in _stretches(left):
                stretches.setdefault(place, []).append(len(kept))
            kept.append(left)
    return sorted(kept, key=lambda reading: reading.at)


def _kind(reading: Reading) -> Kind:
    words, head = reading.cue.words, reading.cue.head
    following = words.tokens[head + 1].lower if words.within(head + 1, head) else ""
    return kinds.of(words.tokens[head].lower, following)[1]
