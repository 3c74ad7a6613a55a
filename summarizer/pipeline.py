"""The order of the stages; the only module that knows it."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from summarizer import note, settings
from summarizer.article import Article, Attribution, Cut
from summarizer.errors import BackendUnavailable, SourceError
from summarizer.exchange import Event, Report, silent

if TYPE_CHECKING:
    from summarizer import ground, support
    from summarizer.clean.wishes import Wishes
    from summarizer.source import Loaded
    from summarizer.source.fetch import Access


def read(
    source: str | os.PathLike[str],
    *,
    stdin: BinaryIO | None = None,
    wishes: Wishes | None = None,
    access: Access | None = None,
) -> Article:
    """Load a file, a page by its address, or standard input for "-"; clean it and number its sentences.

    `access` says what a fetch may do. Raises SourceError when the source cannot be read as text
    or holds no article.
    """
    from summarizer import source as sources

    return _assemble(sources.load(source, stdin=stdin, access=access), wishes)


def read_text(raw: str, name: str = "text", *, wishes: Wishes | None = None) -> Article:
    """Clean a text that is already in memory and number its sentences; offsets index `raw`."""
    from summarizer import source as sources

    return _assemble(sources.Loaded(raw=raw, name=name, notices=()), wishes)


LARGEST_TEXT = 4_000_000
"""Characters of text that are taken for one article: some 600,000 words, six long books.

A page of news has some thousands. The stages take linear time, 10 seconds for each million
characters on one core; what is longer is a corpus, and a note of it would say nothing.
"""


def _assemble(loaded: Loaded, wishes: Wishes | None = None) -> Article:
    from summarizer import clean, segment

    if len(loaded.raw) > LARGEST_TEXT:
        raise SourceError(
            f"{loaded.name} has {len(loaded.raw):,} characters; one article has at most {LARGEST_TEXT:,}",
            hint="is it one article? Give each its own file",
        )
    cleaned = clean.clean(loaded.raw, name=loaded.name, likely=loaded.likely, wishes=wishes)
    sentences = segment.split(loaded.raw, cleaned.paragraphs, cleaned.cuts, cleaned.language)
    if not sentences:
        raise SourceError(f"{loaded.name}: there is no article in it", hint="summarizer clean --explain")
    return Article(
        raw=loaded.raw,
        name=loaded.name,
        paragraphs=cleaned.paragraphs,
        sentences=sentences,
        cuts=tuple(Cut(c.start, c.end, c.reason) for c in cleaned.cuts),
        title=loaded.title or cleaned.title,
        byline=loaded.byline or cleaned.byline,
        published=loaded.published or cleaned.published,
        updated=loaded.updated or cleaned.updated,
        site=loaded.site or cleaned.site,
        language=cleaned.language,
        notices=(*loaded.notices, *cleaned.notices),
        url=loaded.url,
    )


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Find who said what, in the order of the text, without a model."""
    from summarizer import attribute

    return attribute.attributions(article)


def check(claim: str, article: Article) -> support.Checked:
    """Judge whether the article's own sentences say what `claim` says."""
    from summarizer import support

    return support.check(claim, article)


def configure(
    model: str | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    **flags: Any,  # noqa: ANN401
) -> settings.Settings:
    """Settle the choices of a run from flags, the environment and the configuration file."""
    import platformdirs

    path = Path(platformdirs.user_config_dir("summarizer")) / "config.toml"
    config, found = settings.read_config(path)
    return settings.Settings.read(
        os.environ if environ is None else environ, config, found, model=model, **flags
    )


def summarize(
    article: Article,
    *,
    model: str | None = None,
    settings: settings.Settings | None = None,
    report: Report = silent,
) -> note.Note:
    """Make a note of one article; the synchronous front of `asummarize`.

    Call it outside a running event loop; inside one, await `asummarize`.
    """
    return asyncio.run(asummarize(article, model=model, settings=settings, report=report))


async def asummarize(
    article: Article,
    *,
    model: str | None = None,
    settings: settings.Settings | None = None,
    report: Report = silent,
) -> note.Note:
    """Make a note of one article: draft, ground, fill up from the article's own words.

    `model` is scheme:rest and wins over `settings`; without both, the environment and
    the configuration file decide. What the model said and the article does not is in
    `set_aside`; what is missing is filled with the extractive drafter's items, whose
    `origin` is "article". Raises BackendError when the model cannot be reached; a
    model whose replies are unusable gives an extractive note with a warning.
    """
    chosen = settings if settings is not None else configure(model)
    if model is not None and settings is not None:
        chosen = replace(settings, model=model, model_origin="--model")
    started = time.monotonic()
    report(Event("attribute", f"{len(article.sentences)} sentences"))
    own = _extract(article, chosen)
    if chosen.scheme == "extractive":
        return _note(article, own, (), _provenance(article, chosen, time.monotonic() - started))
    return await _with_model(article, chosen, own, report, started)


def _extract(article: Article, chosen: settings.Settings) -> ground.Grounded:
    from summarizer import ground
    from summarizer.drafts import extractive

    return ground.ground(extractive.draft(article, length=chosen.length), article, origin="article")


async def _with_model(
    article: Article, chosen: settings.Settings, own: ground.Grounded, report: Report, started: float
) -> note.Note:
    from summarizer import attribute, backends, ground
    from summarizer.drafts import model as drafter

    found = attribute.attributions(article)
    parties = tuple((party.name, party.role) for party in attribute.parties(article, found))
    backend = backends.open_backend(chosen)
    try:
        asked = await asyncio.wait_for(
            drafter.draft(
                article, parties, backend, length=chosen.length, attempts=chosen.attempts, report=report
            ),
            chosen.deadline,
        )
    except (asyncio.TimeoutError, TimeoutError) as error:
        raise BackendUnavailable(
            f"{chosen.model} did not finish within the deadline of {chosen.deadline:g} s",
            hint="a larger --deadline, a shorter --length, or a faster model",
        ) from error
    finally:
        await backend.close()
    report(Event("ground", "holding the draft against the article"))
    drafted = ground.ground(asked.draft, article, origin="model")
    filled, warnings = _fill(article, drafted, own, chosen.length)
    proposed = sum(map(len, (asked.draft.summary, asked.draft.claims, asked.draft.positions)))
    if not proposed:
        problem = asked.problems[0] if asked.problems else "no items"
        warnings = (f"the model's replies were unusable ({problem}); every item is the article's own words",)
    made = replace(filled, set_aside=(*asked.set_aside, *filled.set_aside))
    provenance = _provenance(
        article,
        chosen,
        time.monotonic() - started,
        name=backend.model,
        attempts=asked.attempts,
        proposed=proposed,
    )
    return _note(article, made, warnings, provenance)


def _fill(
    article: Article, drafted: ground.Grounded, own: ground.Grounded, length: settings.Length
) -> tuple[ground.Grounded, tuple[str, ...]]:
    from summarizer import attribute
    from summarizer.drafts import fill

    parties = attribute.parties(article)
    made = replace(
        drafted,
        summary=fill.lines(drafted.summary, own.summary),
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
) -> note.Note:
    headline = article.title or (made.summary[0].text if made.summary else article.name)
    return note.Note(
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


def _provenance(
    article: Article,
    chosen: settings.Settings,
    seconds: float,
    *,
    name: str | None = None,
    attempts: tuple[note.Attempt, ...] = (),
    proposed: int | None = None,
) -> note.Provenance:
    version = metadata.version("summarizer")
    common: dict[str, Any] = {
        "tool": f"summarizer {version}",
        "backend": chosen.scheme,
        "seconds": round(seconds, 3),
        "input_sha256": article.sha256,
        "attempts": attempts,
        "proposed": proposed,
    }
    if name is None:
        return note.Provenance(model="extractive", **common)
    from summarizer import prompts

    prompt = prompts.load("note")
    return note.Provenance(
        model=name,
        prompt=prompt.id,
        prompt_version=prompt.version,
        prompt_sha256=prompt.sha256,
        sampling=prompt.sampling_used(),
        input_tokens=_sum([a.input_tokens for a in attempts]),
        output_tokens=_sum([a.output_tokens for a in attempts]),
        **common,
    )


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
