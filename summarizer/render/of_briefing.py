"""A briefing laid out for printing: what is agreed, where the sources differ, who has what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from summarizer import briefing
from summarizer.render import naming, of_note, plain
from summarizer.render.outline import Item, Outline, Proof, Section
from summarizer.render.plain import printable

_FIRST_WORDS = re.compile(r"(?:\S+\s+){1,7}")
_ASIDE = "Not part of the briefing, each with the reason."
_AGREED = "What at least two independent sources say. Copies, and sentences printed alike, count once."
_ALIKE = "Given alike by independent sources, be the rest of their sentences what it may."
_DIFFER = "What cannot all be right. Nothing is settled here: these are places to look at."
_SINGLE = "Nobody else reports these; the weightiest of each source."
_SPOKE = "The latest side a party took; beneath it what it said on other days."


def outline(shown: briefing.Briefing) -> Outline:
    """Lay out a briefing."""
    origins: set[str] = {line.origin for line in shown.summary}
    mixed = len(origins) > 1
    topics = len({one.group for one in shown.sources})
    return Outline(
        headline=plain.clip(printable(shown.headline), plain.LONGEST_ITEM) or "Untitled",
        source=_counted(shown),
        wording=_wording(shown.provenance, origins),
        warnings=tuple(printable(warning) for warning in shown.warnings),
        sections=(
            Section("Summary", tuple(_line(one, mixed) for one in shown.summary), "Nothing to show."),
            Section("Agreed", tuple(map(_claim, shown.claims)), "No two sources say the same.", _AGREED),
            Section("Figures and dates alike", tuple(map(_detail, shown.details)), "None found.", _ALIKE),
            Section("Differences", tuple(map(_difference, shown.differences)), "None found.", _DIFFER),
            Section("In one source only", tuple(map(_claim, shown.single_source)), "Nothing.", _SINGLE),
            Section("Positions", _positions(shown), "None found.", _SPOKE),
            Section("Timeline", tuple(map(_moment, shown.timeline)), "No dates found."),
            Section("Parties", tuple(map(_party, shown.parties)), "None found."),
            Section("Open questions", tuple(map(_question, shown.questions)), "None found."),
            Section("Sources", tuple(_source(one, topics) for one in shown.sources)),
        ),
        aside=Section("Set aside", tuple(map(_aside, shown.set_aside)), intro=_ASIDE),
        left_out="",
        command="",
        made=_made(shown),
        tool=printable(shown.provenance.tool),
        language="en",
    )


def _counted(shown: briefing.Briefing) -> str:
    independent = sum(one.copy_of is None for one in shown.sources)
    said = f"{len(shown.sources)} sources, {independent} of them independent"
    days = sorted(one.published.date() for one in shown.sources if one.published is not None)
    if days:
        first, last = (plain.moment(datetime(day.year, day.month, day.day)) for day in (days[0], days[-1]))
        said += f" · {first}" if first == last else f" · {first} to {last}"
    return said


def _wording(made: briefing.Making, origins: set[str]) -> str:
    if made.backend == "extractive":
        return "In the articles' own words; no model was used."
    model = printable(f"{made.backend}:{made.model}")
    if origins == {"article"}:
        return f"In the articles' own words: nothing that {model} wrote stood the check."
    own = "; what is marked “article's words” is an article's own" if "article" in origins else ""
    return (
        f"The summary is worded by {model}, each line checked against the sentences it cites{own}; "
        "all else is in the articles' own words."
    )


def _line(one: briefing.BriefLine, mixed: bool) -> Item:
    return Item(
        lead="",
        link="",
        text=_text(one.text),
        doubt=_doubt(one),
        mark="article's words" if mixed and one.origin == "article" else "",
        remarks=_remarks(one.support.problems),
        proofs=_proofs(one.evidence, one.text),
    )


def _doubt(one: briefing.BriefLine) -> str:
    """What an article prints is not doubtful; other sources may print something else."""
    if one.support.verdict == "supported":
        return ""
    return "disputed" if one.origin == "article" else one.support.verdict


def _claim(one: briefing.MergedClaim) -> Item:
    named = _FIRST_WORDS.match(one.text)
    said = named is not None and one.speaker is not None and one.speaker.split()[-1] in named.group()
    # a sentence that opens with its speaker needs no name before it
    lead, link, text = of_note.spoken(
        None if said else one.speaker, "states" if said else one.kind, _text(one.text)
    )
    count = f"{one.independent} independent: " if one.independent > 1 else ""
    return Item(
        lead=lead,
        link=link,
        text=text,
        who=_named(one.speaker or ""),
        doubt="disputed" if one.support.verdict != "supported" else "",
        mark=f"{count}{', '.join(one.sources)}",
        remarks=_remarks(one.support.problems),
        proofs=_proofs(one.evidence, one.text),
    )


def _detail(one: briefing.Detail) -> Item:
    first = one.evidence[0].text
    return Item(
        lead=_named(one.text),
        link="–",
        text=_text(first),
        mark=f"{one.independent} independent: {', '.join(one.sources)}",
        proofs=_proofs(one.evidence, first),
    )


def _difference(one: briefing.Difference) -> Item:
    return Item(
        lead=one.kind.capitalize(),
        link="–",
        text=_text(one.text),
        parts=tuple(_side(side, one.kind) for side in one.sides),
    )


def _side(side: briefing.Side, kind: str) -> Item:
    """A side that is a whole sentence is printed as such, a figure or a name set off before its first sentence."""
    ids = ", ".join(dict.fromkeys(evidence.source for evidence in side.evidence))
    if kind == "denial":
        return Item(
            lead="", link="", text=_text(side.text), mark=ids, proofs=_proofs(side.evidence, side.text)
        )
    first = side.evidence[0].text
    return Item(
        lead=_named(side.text),
        link="–",
        text=_text(first),
        mark=ids,
        proofs=_proofs(side.evidence, first),
    )


def _positions(shown: briefing.Briefing) -> tuple[Item, ...]:
    titles = {one.title for one in shown.sources} | {shown.headline}
    return tuple(_position(one, "" if one.issue in titles else one.issue) for one in shown.positions)


def _position(one: briefing.PartyPosition, issue: str) -> Item:
    role = _named(one.role or "")
    parts = tuple(
        Item(
            lead=_day(stand.date),
            link=f"– {stand.stance}:" if stand.stance != "unclear" else "–",
            text=_text(stand.text),
            who=_named(one.holder),
            proofs=_proofs(stand.evidence, stand.text),
        )
        for stand in one.over_time
    )
    sided = one.stance != "unclear"
    on = f" · {_named(issue)}" if issue else ""
    return Item(
        lead=naming.opening(_named(one.holder)),
        link=" ".join(
            part for part in (f"({role})" if role else "", f"– {one.stance}{on}:" if sided else "") if part
        ),
        text=_text(one.text) if sided else "",
        who=_named(one.holder),
        doubt="" if one.support.verdict == "supported" else one.support.verdict,
        mark=", ".join(one.sources),
        remarks=_remarks(one.support.problems) if sided else (),
        proofs=_proofs(one.evidence, one.text) if sided else (),
        parts=parts,
    )


def _moment(one: briefing.Moment) -> Item:
    return Item(
        lead=_day(one.date),
        link="–",
        text=_text(one.text),
        doubt="disputed" if one.problems else "",
        remarks=_remarks(one.problems),
        proofs=_proofs(one.evidence, one.text),
    )


def _party(one: briefing.PartyEntry) -> Item:
    return Item(
        lead=naming.opening(_named(one.name)),
        link="–" if one.roles else "",
        text="; ".join(map(_named, one.roles)),
        who=_named(one.name),
        mark=", ".join(one.sources),
        proofs=_proofs(one.evidence, ""),
    )


def _question(one: briefing.Question) -> Item:
    return Item(lead="", link="", text=_text(one.text), proofs=_proofs(one.evidence, one.text))


def _source(one: briefing.BriefSource, topics: int) -> Item:
    byline = ", ".join(printable(name) for name in one.byline)
    parts = [
        printable(one.title or ""),
        printable(one.outlet or ""),
        f"by {byline}" if byline else "",
        plain.moment(one.published) if one.published else "no date",
        printable(one.name),
        f"topic {one.group}" if topics > 1 else "",
    ]
    remarks = [f"repeats {one.copy_of}" if one.copy_of else "", "from a note" if one.basis == "note" else ""]
    return Item(
        lead=one.id,
        link="–",
        text=plain.clip(" · ".join(part for part in parts if part), plain.LONGEST_ITEM),
        mark=", ".join(remark for remark in remarks if remark),
    )


def _aside(one: briefing.LeftOut) -> Item:
    why = "; ".join(dict.fromkeys(one.problems))
    return Item(
        lead=f"{one.kind}, {_named(one.speaker)}" if one.speaker else one.kind,
        link="–",
        text=plain.clip(printable(one.text), plain.LONGEST_ASIDE),
        remarks=(printable(f"{one.reason}: {why}" if why else one.reason),),
    )


def _made(shown: briefing.Briefing) -> tuple[tuple[str, str], ...]:
    made = shown.provenance
    rows = [("Made by", f"{printable(made.tool)} in {made.seconds:.1f} s")]
    named = made.backend != "extractive"
    rows.append(("Model", printable(f"{made.backend}:{made.model}") if named else "none (extractive)"))
    rows += of_note.asking(made)
    rows += [
        (f"{one.id}", f"{printable(one.name)}, {one.sentences:,} sentences, SHA-256 {one.sha256[:12]}…")
        for one in shown.sources
    ]
    rows.append(
        ("Evidence", "A2 12:345-400 is sentence 12 of source A2, characters 345 to 400 of it, counted from 0")
    )
    return tuple(rows)


def _text(text: str) -> str:
    return plain.clip(printable(text), plain.LONGEST_ITEM)


def _named(name: str) -> str:
    return plain.clip(printable(name), plain.LONGEST_NAME)


def _remarks(problems: Sequence[str]) -> tuple[str, ...]:
    return tuple(_text(problem) for problem in dict.fromkeys(problems))


def _proofs(evidence: Sequence[briefing.Cited], item: str) -> tuple[Proof, ...]:
    return tuple(_proof(one, printable(item)) for one in evidence)


def _proof(one: briefing.Cited, item: str) -> Proof:
    text = printable(one.text)
    return Proof(
        one.sentence,
        one.start,
        one.end,
        more=plain.clip(plain.beyond(text, item) if item else text, plain.LONGEST_PROOF),
        text=plain.clip(text, plain.LONGEST_PROOF),
        source=printable(one.source),
    )


def _day(iso: str) -> str:
    """Print a date as far as it goes: "2031", "May 2031", "4 May 2031".

    >>> _day("2031-05"), _day("2031-05-04")
    ('May 2031', '4 May 2031')
    """
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return iso
    whole = plain.moment(datetime(parts[0], parts[1], parts[2] if len(parts) > 2 else 1))
    return whole if len(parts) > 2 else whole.partition(" ")[2]
