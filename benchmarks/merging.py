"""Count what briefings of invented events find, miss and invent, by kind.

    python benchmarks/merging.py [--folder DIR] [--model SCHEME:NAME [--notes]] [--verbose] [EVENT ...]
    python benchmarks/merging.py --pages SHARED

DIR (tests/events by default) holds a folder for each event: articles and the truth about them, truth.toml,
in which every sentence is named by words that only it prints. Events whose truth says `held_out = true`
were written after the rules were settled, and are counted apart.

With --model that model words the top paragraph; with --notes too it first makes a note of every article, and the
briefing is made of the notes, which hold no more than the sentences that they cite.

SHARED is a folder of real pages on mostly unrelated subjects (SHARED/data/cleaning/dev.jsonl). No two of them are
known to tell of one event, so that a difference shown between them is false until somebody has read it and found that it
holds; each is printed to be read. Once with topics told apart, as a user gets it, and once with each ten pages
taken for one topic, which is harder.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import summarizer
from summarizer.article import fold_space
from summarizer.briefing import Briefing, Cited, Difference

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

EVENTS = Path(__file__).resolve().parent.parent / "tests" / "events"


@dataclass
class Count:
    """What was planted and found, what was missed and what was shown without being so, in words."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of what was planted that was found."""
        planted = len(self.found) + len(self.missed)
        return len(self.found) / planted if planted else 1.0

    def add(self, other: Count) -> None:
        """Add another count to this one."""
        self.found += other.found
        self.missed += other.missed
        self.false += other.false


@dataclass(frozen=True)
class Event:
    """An event's articles by the names of their files, and the truth."""

    name: str
    articles: dict[str, summarizer.Article]
    truth: dict[str, Any]

    @property
    def held_out(self) -> bool:
        """Whether it was written after the rules were settled."""
        return bool(self.truth.get("held_out", False))

    @property
    def ids(self) -> dict[str, str]:
        """The source id that each file gets."""
        return {name: f"A{at}" for at, name in enumerate(self.articles, start=1)}


def load(folder: Path) -> Event:
    truth = tomllib.loads((folder / "truth.toml").read_text(encoding="utf-8"))
    articles = {path.stem: summarizer.read(path) for path in sorted(folder.glob("*.txt"))}
    return Event(folder.name, articles, truth)


def brief(event: Event, model: str = "extractive", *, notes: bool = False) -> Briefing:
    given: list[summarizer.Article | summarizer.Note] = [
        summarizer.summarize(one, model=model) if notes else one for one in event.articles.values()
    ]
    return summarizer.brief(given, topic=event.truth["topic"], model=model)


def score(event: Event, made: Briefing) -> dict[str, Count]:
    """Hold a briefing against the truth about its event."""
    counts = {
        **differences(event, made),
        "agreement": agreements(event, made),
        "exclusive": exclusives(event, made),
        "copy": copies(event, made),
        "change in time": changes(event, made),
        "timeline": moments(event, made),
    }
    return counts


def cites(event: Event, evidence: Iterable[Cited], marks: dict[str, str]) -> bool:
    """Say whether one of the sentences is one that is marked."""
    return any(
        one.source == event.ids[name] and words in fold_space(one.text)
        for one in evidence
        for name, words in marks.items()
    )


def meets(event: Event, shown: Difference, planted: dict[str, Any]) -> bool:
    """Say whether two sides of what is shown are two sides of what was planted."""
    hits = [
        {at for at, marks in enumerate(planted["sides"]) if cites(event, side.evidence, marks)}
        for side in shown.sides
    ]
    return any(
        left != right
        for at, one in enumerate(hits)
        for other in hits[at + 1 :]
        for left in one
        for right in other
    )


def differences(event: Event, made: Briefing) -> dict[str, Count]:
    counts = {kind: Count() for kind in ("figure", "date", "speaker", "denial", "name")}
    planted = event.truth["differences"]
    for one in planted:
        found = any(shown.kind == one["kind"] and meets(event, shown, one) for shown in made.differences)
        (counts[one["kind"]].found if found else counts[one["kind"]].missed).append(one["what"])
    known = [*planted, *event.truth.get("arguable", [])]
    for shown in made.differences:
        if not any(meets(event, shown, one) for one in known):
            counts[shown.kind].false.append(f"{shown.text} [{_places(shown)}]")
    return counts


def _places(shown: Difference) -> str:
    return " | ".join(" ".join(f"{e.source}:{e.sentence}" for e in side.evidence) for side in shown.sides)


def agreements(event: Event, made: Briefing) -> Count:
    """An agreement is found where one claim or detail cites two of its sources; false is one shown as one's."""
    count = Count()
    told = [*(claim.evidence for claim in made.claims if claim.independent > 1)]
    told += [detail.evidence for detail in made.details]
    for one in event.truth["agreements"]:
        found = any(
            sum(cites(event, evidence, {name: words}) for name, words in one["in"].items()) > 1
            for evidence in told
        )
        (count.found if found else count.missed).append(one["what"])
        if any(cites(event, claim.evidence, one["in"]) for claim in made.single_source):
            count.false.append(f"{one['what']}: shown as one source's")
    return count


def exclusives(event: Event, made: Briefing) -> Count:
    """An exclusive is found where it is shown as such; false is one that is shown as confirmed."""
    count = Count()
    for marks in event.truth["exclusives"]:
        words = next(iter(marks.values()))
        found = any(cites(event, claim.evidence, marks) for claim in made.single_source)
        (count.found if found else count.missed).append(words)
        if any(cites(event, claim.evidence[:1], marks) for claim in made.claims):
            count.false.append(words)
    return count


def copies(event: Event, made: Briefing) -> Count:
    count = Count()
    planted = {frozenset(event.ids[name] for name in one["files"]) for one in event.truth.get("copies", [])}
    shown = {frozenset((one.id, one.copy_of)) for one in made.sources if one.copy_of is not None}
    for pair in planted:
        (count.found if pair in shown else count.missed).append(" = ".join(sorted(pair)))
    count.false += [" = ".join(sorted(map(str, pair))) for pair in shown - planted]
    return count


def changes(event: Event, made: Briefing) -> Count:
    """A change is found where the party's words on both days stand one after the other."""
    count = Count()
    for one in event.truth.get("changes", []):
        wanted = {event.ids[one["from"]], event.ids[one["to"]]}
        stands = [
            {evidence.source for stand in position.over_time for evidence in stand.evidence}
            for position in made.positions
            if one["holder"] in position.holder
        ]
        (count.found if any(wanted <= ids for ids in stands) else count.missed).append(one["holder"])
    return count


def moments(event: Event, made: Briefing) -> Count:
    count = Count()
    for one in event.truth.get("timeline", []):
        found = any(
            moment.date == one["date"] and cites(event, moment.evidence, one["in"])
            for moment in made.timeline
        )
        (count.found if found else count.missed).append(one["date"])
    return count


def check(event: Event) -> Iterator[str]:
    """List marks that no article, or more than one sentence of it, prints."""
    marks = [
        *(one["in"] for one in (*event.truth["agreements"], *event.truth.get("timeline", []))),
        *(side for one in event.truth["differences"] for side in one["sides"]),
        *event.truth["exclusives"],
    ]
    for name, words in (item for one in marks for item in one.items()):
        article = event.articles[name]
        if not any(words in article.text(sentence) for sentence in article.sentences):
            yield f"{event.name}/{name}: no sentence prints {words!r}"


def total(scored: Sequence[dict[str, Count]]) -> dict[str, Count]:
    made: dict[str, Count] = {}
    for counts in scored:
        for kind, count in counts.items():
            made.setdefault(kind, Count()).add(count)
    return made


def report(title: str, counts: dict[str, Count], verbose: bool) -> None:
    print(f"\n{title}\n{'kind':<16}{'planted':>8}{'found':>8}{'missed':>8}{'false':>8}")
    for kind, count in counts.items():
        planted = len(count.found) + len(count.missed)
        print(f"{kind:<16}{planted:>8}{len(count.found):>8}{len(count.missed):>8}{len(count.false):>8}")
        told = [*(f"missed: {what}" for what in count.missed), *(f"false: {what}" for what in count.false)]
        for what in told if verbose else ():
            print(f"    {what}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", nargs="*")
    parser.add_argument("--folder", type=Path, default=EVENTS)
    parser.add_argument("--model", default="extractive")
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--pages", type=Path, metavar="SHARED")
    given = parser.parse_args()
    if given.pages is not None:
        sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
        from benchmarks import unrelated

        unrelated.pages(given.pages)
        return
    folders = [
        path for path in sorted(given.folder.iterdir()) if not given.events or path.name in given.events
    ]
    scored: dict[bool, list[dict[str, Count]]] = {}
    lines: Counter[str] = Counter()
    for event in map(load, folders):
        for problem in check(event):
            print(f"the truth is wrong: {problem}")
        made = brief(event, given.model, notes=given.notes)
        scored.setdefault(event.held_out, []).append(score(event, made))
        lines.update(line.origin for line in made.summary)
        lines["set aside"] += sum(one.kind == "summary" for one in made.set_aside)
    for held_out, counts in scored.items():
        named = "held out" if held_out else "written first"
        report(f"{len(counts)} events, {named}", total(counts), given.verbose)
    print("\nlines of the summary: " + ", ".join(f"{name} {count}" for name, count in lines.items()))


if __name__ == "__main__":
    main()
