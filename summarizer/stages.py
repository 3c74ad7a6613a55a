"""What is done with one article after it is read, in steps that can run in different places.

`prepare` and `finish` only compute; `ask` only waits. Results of each can be pickled, so that
many articles can be prepared and finished in other processes while one loop waits for models.
What only computing needs is imported where it computes: the patterns of the checks take a third of a second to compile,
during which a batch would have nobody to ask.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summarizer import ask as asks
from summarizer import manner, note
from summarizer.article import Article, fold_space
from summarizer.errors import BackendUnavailable, ContextOverflow
from summarizer.exchange import Report, silent
from summarizer.version import version

if TYPE_CHECKING:
    from summarizer import draft, ground, results, settings
    from summarizer.drafts.model import Asking
    from summarizer.exchange import Backend


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article, and what to ask a model about it: `asking` is None where none is asked."""

    article: Article
    asking: Asking | None
    manner: manner.Manner = manner.UNASKED


@dataclass(frozen=True, slots=True)
class Ran:
    """What a model gave, under which name, and how long that took; without one, only the time.

    `windows` tells the fate of each part of an article that did not fit in one call.
    """

    asked: asks.Asked | None = None
    model: str | None = None
    seconds: float = 0.0
    windows: tuple[note.WindowRead, ...] = ()


def prepare(article: Article, chosen: settings.Settings) -> Prepared:
    """Put together what a model is asked, where one is.

    The article's own words are drafted at the end (`finish`), where the model's are held against the
    article too: both need the article's index, and in a batch the end may be in another process.
    """
    wished = manner.manner(chosen.language, chosen.audience, chosen.style)
    if chosen.scheme == "extractive":
        return Prepared(article, None, wished)
    from summarizer import attribute
    from summarizer.drafts import model as drafter

    found = attribute.attributions(article)
    parties = tuple((party.name, party.role) for party in attribute.parties(article, found))
    return Prepared(article, drafter.asking(article, parties, chosen.length, wished, chosen.words), wished)


async def ask(asking: Asking, backend: Backend, chosen: settings.Settings, report: Report = silent) -> Ran:
    """Have the model draft, within the deadline. Raises BackendError when it cannot be reached."""
    from summarizer.drafts import model as drafter

    started = time.monotonic()
    try:
        asked = await asyncio.wait_for(
            drafter.draft(asking, backend, attempts=chosen.attempts, report=report), chosen.deadline
        )
    except (asyncio.TimeoutError, TimeoutError) as error:
        raise BackendUnavailable(
            f"{chosen.model} did not finish within the deadline of {chosen.deadline:g} s",
            hint="a larger --deadline, a shorter --length, or a faster model",
        ) from error
    return Ran(asked, backend.model, time.monotonic() - started)


async def converse(
    asking: Asking,
    prepared: Callable[[], Prepared],
    backend: Backend,
    chosen: settings.Settings,
    report: Report = silent,
) -> Ran:
    """Ask in one call where the article fits, window by window where it does not.

    Only then is the article itself needed, so `prepared` is called only then.
    """
    try:
        return await ask(asking, backend, chosen, report)
    except ContextOverflow as error:
        context = backend.context or error.read
        if context is None:
            raise
        return await ask_in_windows(prepared(), backend, chosen, context, report)


AT_ONCE = 4
"""Windows asked about side by side where the model runs elsewhere; here they would only share the cores."""


async def ask_in_windows(
    prepared: Prepared, backend: Backend, chosen: settings.Settings, context: int, report: Report = silent
) -> Ran:
    """Have the model read an article that `context` tokens do not hold, part by part, within the deadline."""
    from summarizer import attribute, ground
    from summarizer.drafts import windowed

    article, started = prepared.article, time.monotonic()
    terms = windowed.Terms(
        context,
        chosen.length,
        chosen.attempts,
        seconds=chosen.deadline,
        at_once=AT_ONCE if backend.scheme == "openai" else 1,
    )
    parties = tuple((party.name, party.role) for party in attribute.parties(article))
    reader = windowed.Reader(article, backend, terms, prepared.manner, report)
    read = await reader.read(
        parties, lambda proposed: ground.standing(proposed, article, prepared.manner.language)
    )
    return Ran(read.asked, backend.model, time.monotonic() - started, read.windows)


def hold(prepared: Prepared, ran: Ran) -> ground.Grounded | None:
    """Hold the model's draft against the article; None where no model was asked."""
    if ran.asked is None:
        return None
    from summarizer import ground

    return ground.ground(ran.asked.draft, prepared.article, origin="model", language=prepared.manner.language)


def finish(
    prepared: Prepared, chosen: settings.Settings, ran: Ran, held: ground.Grounded | None = None
) -> results.Note:
    """Fill the model's draft up from the article's own words; `held` is what `hold` gave, if it was asked."""
    article, asked = prepared.article, ran.asked
    if asked is None:
        own = _own(article, chosen.length)
        said = manner.departures((), prepared.manner, article.body, worded=False)
        return _note(article, own, said, _provenance(article, chosen, ran))
    drafted = held or hold(prepared, ran)
    assert drafted is not None
    filled, warnings = _fill(article, drafted, _lost(asked.draft, drafted), chosen.length)
    if not _proposed(asked):
        problem = asked.problems[0] if asked.problems else "no items"
        warnings = (f"the model's replies were unusable ({problem}); every item is the article's own words",)
    warnings = (
        *warnings,
        *(problem for problem in asked.problems if problem.startswith(asks.UNASKED)),
        *(_unread(window) for window in ran.windows if window.fate != "read"),
        *(_IN_WINDOWS if ran.windows and chosen.words == "article" else ()),
        *manner.departures(_worded(filled, chosen.words), prepared.manner, article.body, worded=True),
    )
    aside = (*asked.set_aside, *filled.set_aside, *_gave_way(drafted, filled))
    made = replace(filled, set_aside=tuple(dict.fromkeys(aside)))
    provenance = _provenance(article, chosen, ran)
    return _note(
        article, made, warnings, provenance.model_copy(update={"language": prepared.manner.language})
    )


def _proposed(asked: asks.Asked) -> int:
    return sum(map(len, (asked.draft.summary, asked.draft.claims, asked.draft.positions)))


_IN_WINDOWS = ("an article read in windows has its claims and positions in the model's words",)


def _worded(made: ground.Grounded, words: settings.Words) -> tuple[str, ...]:
    """The texts that a model worded; the article's own words are not held to a style."""
    drafted = (made.summary,) if words == "article" else (made.summary, made.claims, made.positions)
    lists = ((i.text, i.origin) for items in drafted for i in items)
    return tuple(text for text, origin in lists if origin == "model")


def _unread(window: note.WindowRead) -> str:
    return f"the model did not read sentences {window.first} to {window.last}: {window.reason}"


def _gave_way(drafted: ground.Grounded, filled: ground.Grounded) -> tuple[note.SetAside, ...]:
    """The model's lines that the article's words, put in for another one, tell too."""
    gone = (line for line in drafted.summary if line not in filled.summary)
    return tuple(note.SetAside(kind="summary", text=line.text, reason=note.REPEATED) for line in gone)


def _lost(proposed: draft.Draft, drafted: ground.Grounded) -> frozenset[int]:
    """The sentences that lines of the summary cite which were set aside."""
    aside = {one.text for one in drafted.set_aside if one.kind == "summary" and one.reason != note.REPEATED}
    return frozenset(
        number for line in proposed.summary if fold_space(line.text) in aside for number in line.sentences
    )


def _own(article: Article, length: settings.Length, lists: frozenset[str] | None = None) -> ground.Grounded:
    from summarizer import ground
    from summarizer.drafts import extractive

    made = extractive.draft(article, length=length, lists=extractive.LISTS if lists is None else lists)
    return ground.ground(made, article, origin="article")


def _fill(
    article: Article, drafted: ground.Grounded, lost: frozenset[int], length: settings.Length
) -> tuple[ground.Grounded, tuple[str, ...]]:
    from summarizer import attribute
    from summarizer.drafts import fill

    own = _own(article, length, fill.open_lists(drafted, lost, length))
    parties = attribute.parties(article)
    made = replace(
        drafted,
        summary=fill.lines(drafted.summary, own.summary, lost),
        claims=fill.claims(drafted.claims, own.claims, length),
        positions=fill.positions(
            drafted.positions, own.positions, length, lambda a, b: attribute.same_party(a, b, parties)
        ),
    )
    said = (
        fill.said("summary lines", drafted.summary, made.summary),
        fill.said("claims", drafted.claims, made.claims),
        fill.said("positions", drafted.positions, made.positions),
    )
    return made, tuple(text for text in said if text is not None)


def _note(
    article: Article, made: ground.Grounded, warnings: Sequence[str], provenance: note.Provenance
) -> results.Note:
    from summarizer import results

    borne_out = next((line.text for line in made.summary if line.support.verdict == "supported"), None)
    headline = article.title or borne_out or article.name
    return results.Note(
        headline=headline,
        summary=made.summary,
        claims=made.claims,
        positions=made.positions,
        set_aside=made.set_aside,
        warnings=(*article.notices, *warnings),
        provenance=provenance,
        article=note.Source(
            name=article.name,
            title=article.title,
            byline=article.byline,
            published=article.published,
            updated=article.updated,
            site=article.site,
            language=article.language,
            characters=len(article.raw),
            sentences=len(article.sentences),
            cuts=tuple(note.CutOut(start=c.start, end=c.end, reason=c.reason) for c in article.cuts),
            url=article.url,
        ),
    )


def _provenance(article: Article, chosen: settings.Settings, ran: Ran) -> note.Provenance:
    attempts = ran.asked.attempts if ran.asked is not None else ()
    common: dict[str, Any] = {
        "tool": f"summarizer {version()}",
        "backend": chosen.scheme,
        "seconds": round(ran.seconds, 3),
        "input_sha256": article.sha256,
        "attempts": attempts,
        "windows": ran.windows,
        "proposed": _proposed(ran.asked) if ran.asked is not None else None,
    }
    if ran.model is None:
        return note.Provenance(model="extractive", **common)
    from summarizer import prompts

    prompt = prompts.load("window" if ran.windows else prompts.NOTES[chosen.words])
    return note.Provenance(
        model=ran.model,
        prompt=prompt.id,
        prompt_version=prompt.version,
        prompt_sha256=prompt.sha256,
        sampling=prompt.sampling_used(),
        input_tokens=tokens([a.input_tokens for a in attempts]),
        output_tokens=tokens([a.output_tokens for a in attempts]),
        **common,
    )


def tokens(counts: Sequence[int | None]) -> int | None:
    """Add up tokens over all attempts; None where the endpoint reports none."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
