"""One briefing from many articles: which stages, in which order."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summarizer import briefing, note, pipeline, results, stages
from summarizer import settings as choices
from summarizer.article import Article
from summarizer.errors import BackendUnavailable, UsageError
from summarizer.exchange import Event, Report, silent
from summarizer.version import version

if TYPE_CHECKING:
    from summarizer import merge


def brief(
    sources: Sequence[Article | note.Note],
    *,
    topic: str | None = None,
    model: str | None = None,
    settings: choices.Settings | None = None,
    report: Report = silent,
) -> results.Briefing:
    """Make one briefing of 2 to 50 articles or notes; the synchronous front of `abrief`.

    Call it outside a running event loop; inside one, await `abrief`.
    """
    return asyncio.run(abrief(sources, topic=topic, model=model, settings=settings, report=report))


async def abrief(
    sources: Sequence[Article | note.Note],
    *,
    topic: str | None = None,
    model: str | None = None,
    settings: choices.Settings | None = None,
    report: Report = silent,
) -> results.Briefing:
    """Hold 2 to 50 sources side by side: what they agree on, where they differ, what only one has.

    Give articles where you have them: a note holds only the sentences it cites, so less can be
    compared. `topic` becomes the headline, and what prints its words is on it. Claims are merged
    without a model; one, if named or configured, words the top paragraph only, and each of its lines
    is checked like a note's. Raises UsageError for fewer or more sources, SourceError for a note that
    contradicts itself, BackendError when the model cannot be reached.
    """
    from summarizer import merge

    if not briefing.FEWEST <= len(sources) <= briefing.MOST:
        raise UsageError(f"a briefing takes {briefing.FEWEST} to {briefing.MOST} sources, not {len(sources)}")
    chosen = settings if settings is not None else pipeline.configure(model)
    if model is not None and settings is not None:
        chosen = replace(settings, model=model, model_origin="--model")
    started = time.monotonic()
    tellings = []
    for at, one in enumerate(sources, start=1):
        report(Event("note", f"source {at} of {len(sources)}"))
        tellings.append(_telling(f"A{at}", one))
    report(Event("merge", f"{len(tellings)} sources"))
    merged = merge.merge(tellings, topic)
    headline = topic or _headline(merged)
    worded = Worded(merged.summary)
    if chosen.scheme != "extractive":
        worded = await _word(merged, headline, chosen, report)
    made = _making(chosen, worded, time.monotonic() - started)
    return _briefing(merged, headline, topic, worded, made)


def _telling(id: str, one: Article | note.Note) -> merge.Telling:  # noqa: A002
    from summarizer import merge

    if isinstance(one, note.Note):
        return merge.of_note(id, one)
    plain = choices.Settings()
    own = stages.finish(stages.prepare(one, plain), plain, stages.Ran())
    return merge.of_article(id, one, own)


def _headline(merged: merge.Merged) -> str:
    """The title of the source that the top line is from, or how many topics there are."""
    count = len({one.group for one in merged.sources})
    if count > 1:
        return f"{len(merged.sources)} articles on {count} topics"
    first = merged.summary[0].evidence[0].source if merged.summary else merged.sources[0].id
    titles = {one.id: one.title for one in merged.sources}
    return titles[first] or next((title for title in titles.values() if title), merged.sources[0].name)


@dataclass(frozen=True)
class Worded:
    """The top paragraph, and how a model came by it if one was asked."""

    summary: tuple[briefing.BriefLine, ...]
    set_aside: tuple[briefing.LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    model: str | None = None
    attempts: tuple[note.Attempt, ...] = ()
    proposed: int | None = None


async def _word(merged: merge.Merged, headline: str, chosen: choices.Settings, report: Report) -> Worded:
    """Have the model word the top paragraph; what of it does not stand the check is set aside.

    With fewer than half of the lines left the extractive ones are added, which cite what is not yet cited.
    """
    from summarizer import backends
    from summarizer.drafts import paragraph
    from summarizer.merge import rewording

    listed = rewording.offered(merged.summary, merged.claims)
    backend = backends.open_backend(chosen)
    try:
        asked = await asyncio.wait_for(
            paragraph.draft(
                headline,
                [(one.known, one.text) for one in listed],
                backend,
                attempts=chosen.attempts,
                report=report,
            ),
            chosen.deadline,
        )
    except (asyncio.TimeoutError, TimeoutError) as error:
        raise BackendUnavailable(
            f"{chosen.model} did not finish within the deadline of {chosen.deadline:g} s",
            hint="a larger --deadline, or a faster model",
        ) from error
    finally:
        await backend.close()
    report(Event("ground", "holding the paragraph against the sentences"))
    lines, lost = rewording.check(asked.draft.summary, listed)
    cited = {(one.source, one.sentence) for line in lines for one in line.evidence}
    own = [
        line for line in merged.summary if not cited & {(one.source, one.sentence) for one in line.evidence}
    ]
    missing = max(0, (len(merged.summary) + 1) // 2 - len(lines))
    filled = f"{len(own[:missing])} lines of the summary are the articles' own words"
    warnings = (f"{filled}: the model gave too few that stood the check",) if own[:missing] else ()
    return Worded(
        summary=(*lines, *own[:missing]),
        set_aside=(*(briefing.LeftOut(**one.model_dump()) for one in asked.set_aside), *lost),
        warnings=warnings,
        model=backend.model,
        attempts=asked.attempts,
        proposed=len(asked.draft.summary),
    )


def _making(chosen: choices.Settings, worded: Worded, seconds: float) -> briefing.Making:
    common: dict[str, Any] = {
        "tool": f"summarizer {version()}",
        "backend": chosen.scheme,
        "seconds": round(seconds, 3),
    }
    if worded.model is None:
        return briefing.Making(model="extractive", **common)
    from summarizer import prompts

    prompt = prompts.load("brief")
    return briefing.Making(
        model=worded.model,
        prompt=prompt.id,
        prompt_version=prompt.version,
        prompt_sha256=prompt.sha256,
        sampling=prompt.sampling_used(),
        attempts=worded.attempts,
        proposed=worded.proposed,
        input_tokens=stages.tokens([attempt.input_tokens for attempt in worded.attempts]),
        output_tokens=stages.tokens([attempt.output_tokens for attempt in worded.attempts]),
        **common,
    )


def _briefing(
    merged: merge.Merged, headline: str, topic: str | None, worded: Worded, made: briefing.Making
) -> results.Briefing:
    return results.Briefing(
        headline=headline,
        topic=topic,
        summary=worded.summary,
        claims=merged.claims,
        details=merged.details,
        differences=merged.differences,
        single_source=merged.single_source,
        positions=merged.positions,
        timeline=merged.timeline,
        parties=merged.parties,
        questions=merged.questions,
        sources=merged.sources,
        set_aside=worded.set_aside,
        warnings=(*merged.warnings, *worded.warnings),
        provenance=made,
    )
