"""A note laid out for printing: its sections, what is set aside, how it was made."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Sequence

from summarizer import briefing, note, prompts
from summarizer.render import naming, plain
from summarizer.render.outline import Item, Outline, Proof, Section
from summarizer.render.plain import printable

_ASIDE = "Not part of the note: the article does not bear these out, or they repeat an item above."

REPEATED = note.REPEATED
"""The reason that grounding gives for an item with nothing wrong but its being there twice."""


def outline(shown: note.Note) -> Outline:
    """Lay out a note."""
    origins: set[str] = {
        item.origin for items in (shown.summary, shown.claims, shown.positions) for item in items
    }
    mixed = len(origins) > 1
    told_apart = mixed and not _points(shown.provenance)
    return Outline(
        headline=plain.clip(printable(shown.headline), plain.LONGEST_ITEM) or "Untitled",
        source=_source(shown.article),
        wording=_wording(shown.provenance, origins),
        warnings=tuple(printable(warning) for warning in shown.warnings),
        sections=(
            Section("Summary", tuple(_item(i, "", "", mixed) for i in shown.summary), "Nothing to show."),
            Section("Key claims", tuple(_claim(i, told_apart) for i in shown.claims), "None found."),
            Section(
                "Positions",
                tuple(_position(i, shown.headline, told_apart) for i in shown.positions),
                "None found.",
            ),
        ),
        aside=Section("Set aside", _aside(shown.set_aside), intro=_ASIDE),
        left_out=_left_out(shown.article),
        command=_command(shown.article),
        made=_made(shown),
        tool=printable(shown.provenance.tool),
        language=printable(shown.provenance.language or shown.article.language),
    )


def _source(article: note.Source) -> str:
    byline = ", ".join(printable(name) for name in article.byline)
    parts = [
        f"By {byline}" if byline else "",
        printable(article.site or ""),
        plain.moment(article.published) if article.published else "",
        f"updated {plain.moment(article.updated)}" if article.updated else "",
    ]
    return " · ".join(part for part in parts if part) or printable(article.name)


def _points(made: note.Provenance) -> bool:
    """Say whether the model only said which claims and positions there are."""
    return made.prompt is not None and prompts.words_of(made.prompt) == "article"


def _wording(made: note.Provenance, origins: set[str]) -> str:
    if made.backend == "extractive":
        return "In the article's own words; no model was used."
    model = printable(f"{made.backend}:{made.model}")
    if origins == {"article"}:
        return f"In the article's own words: nothing that {model} wrote stood the check."
    if _points(made):
        return (
            f"Chosen by {model}, the summary in its words, claims and positions in the article's own; "
            "each item checked against the article's sentences."
        )
    own = "; what is marked “article's words” is the article's own" if "article" in origins else ""
    return f"Worded by {model}, each item checked against the article's sentences{own}."


def spoken(speaker: str | None, kind: str, text: str) -> tuple[str, str, str]:
    """Set who says a printable text before it: who, what joins it, and the text, nobody named twice."""
    lead = speaker or ("" if kind == "states" else "Someone unnamed")
    shown = naming.opening(_named(lead))
    return _once(shown, f"{naming.agreeing(_verb(kind, text), lead)}:", text) if shown else ("", "", text)


def _claim(item: note.Claim, mixed: bool) -> Item:
    lead = item.speaker or ("" if item.kind == "states" else "Someone unnamed")
    return _item(item, lead, f"{naming.agreeing(_verb(item.kind, item.text), lead)}:", mixed)


def _verb(kind: str, text: str) -> str:
    """What stands before the words; a quotation is said, whatever its cue tells of the speaker.

    >>> _verb("wants", "“Look at what I have done.”"), _verb("wants", "The levy should go.")
    ('says', 'wants')
    """
    return "says" if text[:1] in '“"' and kind in ("wants", "believes", "decides") else kind


def _position(item: note.Position, headline: str, mixed: bool) -> Item:
    role = _named(item.role or "")
    # set apart, not built into the sentence: an issue is a topic, and need not follow a verb
    issue = f" · {_named(item.issue)}" if item.issue not in ("", headline) else ""
    link = " ".join([f"({role})" if role else "", f"– {item.stance}{issue}:"]).strip()
    return _item(item, item.holder, link, mixed)


def _item(item: note.SummaryLine | note.Claim | note.Position, lead: str, link: str, mixed: bool) -> Item:
    who, text = naming.opening(_named(lead)), printable(item.text)
    shown = plain.clip(text, plain.LONGEST_ITEM)
    lead = who
    if isinstance(item, note.Claim) and lead:
        lead, link, shown = _once(lead, link, shown)
    return Item(
        lead=lead,
        link=link if lead else "",
        text=shown,
        who=who,
        doubt="" if item.support.verdict == "supported" else item.support.verdict,
        mark="article's words" if mixed and item.origin == "article" else "",
        remarks=tuple(printable(problem) for problem in dict.fromkeys(item.support.problems)),
        proofs=tuple(_proof(evidence, text) for evidence in item.evidence),
    )


def _named(name: str) -> str:
    """Print a name, a role or an issue; what a model gives for one can run on."""
    return plain.clip(printable(name), plain.LONGEST_NAME)


def _once(lead: str, link: str, text: str) -> tuple[str, str, str]:
    """Do not name the speaker twice where the wording begins with the name.

    >>> _once("Ann Roe", "says:", "Ann Roe said no.")
    ('Ann Roe', '', 'said no.')
    >>> _once("Ann Roe", "says:", "[Ann Roe] also said no.")
    ('Ann Roe', '', 'also said no.')
    >>> _once("Ann Roe", "says:", "Ann Roe, who voted against, said no.")
    ('Ann Roe,', '', 'who voted against, said no.')
    """
    if text.startswith(f"[{lead}] "):
        return lead, "", text[len(lead) + 3 :]
    if re.match(rf"{re.escape(lead)}\b", text, re.IGNORECASE):
        rest = text[len(lead) :]
        if rest[:1] == " ":
            return text[: len(lead)], "", rest[1:]
        if rest[:2] == ", ":
            return f"{text[: len(lead)]},", "", rest[2:]
    surname = lead.rpartition(" ")[2]
    if re.match(rf"(?:[^\W\d_]+\.? )?{re.escape(surname)}\b", text):
        return lead, "–", text
    if text[:1].isalnum() and re.match(rf".{{0,{_NEAR}}}?\b{re.escape(surname)}\b", text) and " " in lead:
        # "At the harbour, Roe said …" is told of her
        return lead, "–", text
    return lead, link, text


_NEAR = 60


def _proof(evidence: note.Evidence, item: str) -> Proof:
    text = printable(evidence.text)
    return Proof(
        evidence.sentence,
        evidence.start,
        evidence.end,
        more=plain.clip(plain.beyond(text, item), plain.LONGEST_PROOF),
        text=plain.clip(text, plain.LONGEST_PROOF),
    )


def _aside(items: Sequence[note.SetAside]) -> tuple[Item, ...]:
    """Those a reader can learn from first, mere repetitions last; the longer before the shorter."""
    ordered = sorted(items, key=lambda item: (item.reason == REPEATED, -len(item.text)))
    return tuple(
        Item(
            lead=f"{item.kind}, {_named(item.speaker)}" if item.speaker else item.kind,
            link="–",
            text=plain.clip(printable(item.text), plain.LONGEST_ASIDE),
            who=_named(item.speaker or ""),
            remarks=(plain.beyond(_why(item), printable(item.text)),),
        )
        for item in ordered
    )


def _why(item: note.SetAside) -> str:
    problems = "; ".join(dict.fromkeys(item.problems))
    return printable(f"{item.reason}: {problems}" if problems else item.reason)


def _left_out(article: note.Source) -> str:
    if not article.cuts:
        return "Nothing was cut from the input."
    characters = sum(cut.end - cut.start for cut in article.cuts)
    reasons = Counter(printable(cut.reason) for cut in article.cuts)
    named = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common(3))
    more = ", …" if len(reasons) > 3 else "."
    parts = "1 part" if len(article.cuts) == 1 else f"{len(article.cuts):,} parts"
    return (
        f"{parts} of the input ({characters:,} of {article.characters:,} characters) were cut "
        f"as not being the article: {named}{more}"
    )


def _command(article: note.Source) -> str:
    if not article.cuts:
        return ""
    name = "FILE" if article.name == "standard input" else shlex.quote(printable(article.name))
    return f"summarizer clean --explain {name}"


def _made(shown: note.Note) -> tuple[tuple[str, str], ...]:
    made, article = shown.provenance, shown.article
    rows = [("Made by", f"{printable(made.tool)} in {made.seconds:.1f} s")]
    if made.backend == "extractive":
        rows.append(("Model", "none (extractive)"))
    else:
        rows.append(("Model", printable(f"{made.backend}:{made.model}")))
    rows += asking(made)
    rows.append(
        (
            "Input",
            f"{printable(article.name)}, {article.characters:,} characters, "
            f"{article.sentences:,} sentences, language {printable(article.language)}",
        )
    )
    rows.append(("SHA-256", printable(made.input_sha256)))
    rows.append(("Evidence", "12:345-400 is sentence 12, characters 345 to 400 of the input, counted from 0"))
    return tuple(rows)


def asking(made: note.Provenance | briefing.Making) -> list[tuple[str, str]]:
    """Say which prompt was used and how often; empty where no model was asked."""
    rows = []
    if made.prompt is not None:
        rows.append(("Prompt", _prompt(made)))
    if made.attempts or made.input_tokens is not None:
        rows.append(("Asked", _asked(made)))
    return rows


def _prompt(made: note.Provenance | briefing.Making) -> str:
    digest = f" ({made.prompt_sha256[:12]})" if made.prompt_sha256 else ""
    sampling = ", ".join(
        f"{name.replace('_', ' ')} {value}"
        for name, value in (made.sampling or {}).items()
        if value is not None
    )
    return printable(f"{made.prompt}@{made.prompt_version}{digest}{', ' if sampling else ''}{sampling}")


def _asked(made: note.Provenance | briefing.Making) -> str:
    count = len(made.attempts)
    parts = [f"{count} {'time' if count == 1 else 'times'}"]
    if made.input_tokens is not None or made.output_tokens is not None:
        known = [f"{n:,}" if n is not None else "?" for n in (made.input_tokens, made.output_tokens)]
        parts.append(f"{known[0]} tokens in, {known[1]} out")
    if unusable := sum(bool(attempt.problems) for attempt in made.attempts):
        parts.append(f"{unusable} with problems")
    return ", ".join(parts)
