"""Which sources tell of one event: those that share what is rare, names first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer.merge.statements import Statement, content, whole
from summarizer.support import words

# Cosine of the words two articles use, each once or logarithmically more, names counted double. Pairs of one
# invented event reach 0.32 to 0.88 and each event hangs together at 0.40; of 780 pairs of unrelated real pages
# four reach 0.33, and those share their subject. Weighing by rarity within the set parts what belongs
# together, for what all of a set share is then worth least.
RELATED_FROM = 0.265
# A tabloid has few words in common with an agency (0.20 to 0.25); with a name in its opening that half of the group
# opens with too, so much is enough. Taken for enough with a single source it chained 22 of 83 real pages together.
NAMED_FROM = 0.2
# Told that they are on one topic, sources that print its words need less still; a trade paper's reaches 0.16 to 0.19.
ON_TOPIC_FROM = 0.12
_OF_TOPIC, _FEWEST_OF_TOPIC = 0.5, 2
_NAME = 2.0
_TITLE = 2
_OPENING = 4


def group(by_source: Mapping[str, Sequence[Statement]], topic: str | None = None) -> dict[str, int]:
    """Number the topics from 1 in the order of the sources and give each source its own.

    A source that prints the words of the `topic` that whoever asks has named is on it.
    """
    bags = {id_: _bag(listed) for id_, listed in by_source.items()}
    made: dict[str, int] = {}
    for id_, bag in bags.items():
        near = {made[other] for other in made if _cosine(bag, bags[other]) >= RELATED_FROM}
        fresh = max(made.values(), default=0) + 1
        joined = min(near, default=fresh)
        made = {other: joined if number in near else number for other, number in made.items()}
        made[id_] = joined
    made = _on_topic(_named(made, by_source, bags), bags, topic)
    order = {number: at for at, number in enumerate(dict.fromkeys(made.values()), start=1)}
    return {id_: order[number] for id_, number in made.items()}


def prints(listed: Sequence[Statement], topic: str | None) -> bool:
    """Say whether most of the sources of some sentences print the words of a topic that was named."""
    wanted = content(words.words(topic or ""))
    printed: dict[str, set[str]] = {}
    for one in listed:
        printed.setdefault(one.source, set()).update(whole(one).stems)
    on = sum(_names_topic(wanted, stems) for stems in printed.values())
    return 2 * on > len(printed)


def _names_topic(wanted: frozenset[str], stems: set[str]) -> bool:
    return len(wanted & stems) >= max(_FEWEST_OF_TOPIC, _OF_TOPIC * len(wanted))


def _on_topic(
    groups: Mapping[str, int], bags: Mapping[str, dict[str, float]], topic: str | None
) -> dict[str, int]:
    """Put the sources that print what the topic names into the group of most of them."""
    wanted = content(words.words(topic or ""))
    held = {id_: number for id_, number in groups.items() if _names_topic(wanted, set(bags[id_]))}
    if not held:
        return dict(groups)
    (first, _), *_ = Counter(held.values()).most_common()
    near = {
        id_
        for id_ in held
        if any(_cosine(bags[id_], bags[other]) >= ON_TOPIC_FROM for other in held if groups[other] == first)
    }
    return {id_: first if id_ in near else number for id_, number in groups.items()}


def _named(
    groups: Mapping[str, int],
    by_source: Mapping[str, Sequence[Statement]],
    bags: Mapping[str, dict[str, float]],
) -> dict[str, int]:
    """Give a source that stands alone to the group that opens with the same names."""
    leads = {
        id_: frozenset(name for one in listed[:_OPENING] for name in one.names)
        for id_, listed in by_source.items()
    }
    made = dict(groups)
    for id_, own in groups.items():
        if list(made.values()).count(own) > 1:
            continue
        for number in sorted(set(made.values()) - {own}):
            members = [other for other, group in made.items() if group == number]
            named = [other for other in members if leads[id_] & leads[other]]
            near = any(_cosine(bags[id_], bags[other]) >= NAMED_FROM for other in named)
            if near and 2 * len(named) >= len(members) > 1:
                made[id_] = number
                break
    return made


def _bag(printed: Sequence[Statement]) -> dict[str, float]:
    listed = [whole(one) for one in printed]  # who is found to say what must not part two sources
    counts = Counter(stem for one in listed for stem in one.stems if not stem.startswith("#"))
    title = listed[0].telling.about.title if listed else None
    counts.update({stem: _TITLE for stem in content(words.words(title or ""))})
    names = {stem for one in listed for stem in one.names}
    return {stem: (1 + math.log(n)) * (_NAME if stem in names else 1.0) for stem, n in counts.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[stem] for stem, weight in one.items() if stem in other)
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return shared / lengths if lengths else 0.0
