"""Whether the sources of one topic tell of one event, or only of one subject."""

from __future__ import annotations

from summarizer.merge.statements import Field, Statement

# A sentence that says so much of another source's, by weight, and so many stems, tells the same.
_TELLS = 0.5
_FEWEST = 3
# Pages that share a subject have such sentences in none or one of four sources; of 26 invented events half have them.
_HALF = 0.5


def one_event(field: Field) -> bool:
    """Say whether half of the sources tell something that another tells too, or were asked for as one topic."""
    if field.named:
        return True
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
