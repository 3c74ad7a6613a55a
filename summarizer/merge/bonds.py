"""Whether the sources of one topic tell of one event, or only of one subject."""

from __future__ import annotations

from summarizer.merge.statements import Field, Statement

# A sentence that says so much of another source's, by weight, and so many stems, tells the same.
_TELLS = 0.5
_FEWEST = 3
# Half of the sources of 26 of 27 invented events have such sentences; of ten groups of real pages on one subject, five
# have none, and three of those showed most of what was false.
_HALF = 0.5

# How likely two figures, and two dates, must be one thing's to be held against each other: where whoever asks has
# named the topic, where the sources tell of one event, and where they may only share a subject. In folds over 27 events
# 0.4 and 0.53 found 244 of 282 and showed one false in fourteen; 0.2 and 0.35 found 253 and one false in eleven.
# Between 42 unrelated pages 0.4 and 0.53 show three, 0.5 and 0.6 two.
_NAMED, _MET, _APART = (0.2, 0.35), (0.5, 0.6), (0.8, 0.8)


def least(field: Field) -> tuple[float, float]:
    """Say how likely two figures, and two dates, of a topic must be one thing's to be held against each other."""
    return _NAMED if field.named else _MET if one_event(field) else _APART


def one_event(field: Field) -> bool:
    """Say whether half of the sources tell something that another tells too."""
    by_source: dict[str, list[Statement]] = {}
    for one in field.statements:
        by_source.setdefault(one.source, []).append(one)
    met: set[str] = set()
    for source, listed in by_source.items():
        if source in met:
            continue
        for one in listed:
            other = next((o for o in field.neighbours(one) if _tells_same(one, o, field)), None)
            if other is not None:
                met |= {source, other.source}
                break
    return len(met) >= _HALF * len(by_source)


def _tells_same(one: Statement, other: Statement, field: Field) -> bool:
    shared = one.stems & other.stems
    lighter = min((one.stems, other.stems), key=field.total)
    return len(shared) >= _FEWEST and field.share(shared, lighter) >= _TELLS
