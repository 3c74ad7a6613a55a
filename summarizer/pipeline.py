"""The order of the stages; the only module that knows it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Coroutine, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from summarizer import results, settings
from summarizer.article import Article, Attribution, fold_space
from summarizer.errors import BackendError, BackendUnavailable, SourceError
from summarizer.exchange import Event, Report, silent

if TYPE_CHECKING:
    from summarizer import ground, stages, support
    from summarizer.clean.wishes import Wishes
    from summarizer.drafts.model import Asking
    from summarizer.source import Loaded
    from summarizer.source.fetch import Access

Made = TypeVar("Made")


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

    return assemble(sources.load(source, stdin=stdin, access=access), wishes)


def read_text(raw: str, name: str = "text", *, wishes: Wishes | None = None) -> Article:
    """Clean a text that is already in memory and number its sentences; offsets index `raw`."""
    from summarizer import source as sources

    return assemble(sources.Loaded(raw=raw, name=name, notices=()), wishes)


LARGEST_TEXT = 4_000_000
"""Characters of text that are taken for one article: some 600,000 words, six long books.

A page of news has some thousands. The stages take linear time, 10 seconds for each million
characters on one core; what is longer is a corpus, and a note of it would say nothing.
"""


def assemble(loaded: Loaded, wishes: Wishes | None = None) -> Article:
    """Clean a text that was loaded and number its sentences; SourceError when it holds no article."""
    from summarizer import clean, orders, segment

    if len(loaded.raw) > LARGEST_TEXT:
        raise SourceError(
            f"{loaded.name} has {len(loaded.raw):,} characters; one article has at most {LARGEST_TEXT:,}",
            hint="is it one article? Give each its own file",
        )
    loaded = loaded.keeping(wishes.keep if wishes else ())
    cleaned = clean.clean(
        loaded.uncut,
        name=loaded.name,
        likely=loaded.likely,
        hints=loaded.hints,
        wishes=wishes,
        declared=loaded.language,
    )
    sentences = segment.split(loaded.raw, cleaned.paragraphs, cleaned.cuts, cleaned.language)
    found = orders.find(loaded.raw, cleaned.paragraphs, sentences, wishes.keeps if wishes else None)
    cuts = (*cleaned.cuts, *found.cuts)
    if found.cuts:
        sentences = segment.split(loaded.raw, cleaned.paragraphs, cuts, cleaned.language)
    if not sentences:
        raise SourceError(f"{loaded.name}: there is no article in it", hint="summarizer clean --explain")
    title = loaded.title or cleaned.title
    told = orders.unseen(loaded.raw, cleaned.paragraphs)
    if title is not None and orders.addresses(title):
        told = (*told, f"the title is {orders.REASON} and was left out: “{fold_space(title)[:80]}”")
        title = None
    return Article(
        raw=loaded.raw,
        name=loaded.name,
        paragraphs=cleaned.paragraphs,
        sentences=sentences,
        cuts=tuple(sorted((*cuts, *loaded.cuts), key=lambda cut: cut.start)),
        title=title,
        byline=tuple(name for name in loaded.byline or cleaned.byline if not orders.addresses(name)),
        published=loaded.published or cleaned.published,
        updated=loaded.updated or cleaned.updated,
        site=loaded.site or cleaned.site,
        language=cleaned.language,
        notices=(*loaded.notices, *cleaned.notices, *found.notices, *told),
        url=loaded.url,
        orders=found.reported,
    )


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Find who said what, in the order of the text, without a model."""
    from summarizer import attribute

    return attribute.attributions(article)


def check(claim: str, article: Article) -> support.Checked:
    """Judge whether the article's own sentences say what `claim` says.

    Where they only have somebody say so whom the claim does not name, `problems` has a remark; the verdict is the same.
    """
    from summarizer import ground, support

    return ground.telling(claim, support.check(claim, article), support.index_of(article))


async def averify(
    checked: Sequence[tuple[str, support.Checked]], settings: settings.Settings, report: Report = silent
) -> tuple[tuple[support.Checked, ...], tuple[str, ...]]:
    """Weigh the opinion of the model `settings.verify` into checks already made.

    Also gives what went wrong in asking. Raises BackendError when the model cannot be reached.
    """
    from summarizer import backends, verify

    backend = backends.open_backend(_second(settings))
    try:
        return await _in_time(verify.checked(checked, backend, report), settings)
    finally:
        await backend.close()


def _second(chosen: settings.Settings) -> settings.Settings:
    """Settle how the second model is reached; an address is for models of its own scheme."""
    second = configure(chosen.verify)
    same = second.scheme == chosen.scheme
    return replace(
        chosen,
        model=second.model,
        verify=None,
        base_url=chosen.base_url if same else second.base_url,
        api_key=chosen.api_key or second.api_key,
        context=None,
    )


async def _in_time(asking: Awaitable[Made], chosen: settings.Settings) -> Made:
    try:
        return await asyncio.wait_for(asking, chosen.deadline)
    except (asyncio.TimeoutError, TimeoutError) as error:
        raise BackendUnavailable(
            f"{chosen.verify} gave no opinion within the deadline of {chosen.deadline:g} s",
            hint="a larger --deadline, or a faster model",
        ) from error


def configure(
    model: str | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    **flags: Any,  # noqa: ANN401
) -> settings.Settings:
    """Settle the choices of a run from flags, the environment and the configuration file."""
    config, found = settings.read_config(_config_path())
    return settings.Settings.read(
        os.environ if environ is None else environ, config, found, model=model, **flags
    )


def configured(table: str) -> tuple[Any, str]:
    """Read a table of the configuration file, empty where there is none, and say which file that is."""
    path = _config_path()
    config, _ = settings.read_config(path)
    return config.get(table, {}), f"the configuration file {str(path)!r}"


def _config_path() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir("summarizer")) / "config.toml"


def summarize(
    article: Article,
    *,
    model: str | None = None,
    settings: settings.Settings | None = None,
    report: Report = silent,
) -> results.Note:
    """Make a note of one article; the synchronous front of `asummarize`.

    Call it outside a running event loop; inside one, await `asummarize`. After Ctrl-C the note is of
    what was read by then, if that is anything; else KeyboardInterrupt is raised.
    """
    work = asummarize(article, model=model, settings=settings, report=report)
    # from 3.11 on, asyncio cancels the task by itself
    return asyncio.run(work if sys.version_info >= (3, 11) else _cancelled_by_ctrl_c(work))


async def _cancelled_by_ctrl_c(work: Coroutine[Any, Any, Made]) -> Made:
    """Let Ctrl-C cancel the work, which may still have a result; a second one ends it at once."""
    loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
    before = signal.getsignal(signal.SIGINT)
    pressed: list[int] = []

    def press(number: int, frame: object) -> None:
        if pressed:
            raise KeyboardInterrupt
        pressed.append(number)
        loop.call_soon_threadsafe(task.cancel)

    ours = before is signal.default_int_handler and threading.current_thread() is threading.main_thread()
    if ours:
        signal.signal(signal.SIGINT, press)
    try:
        return await task
    except asyncio.CancelledError:
        if pressed:
            raise KeyboardInterrupt from None
        raise
    finally:
        if ours:
            signal.signal(signal.SIGINT, before)


async def asummarize(
    article: Article,
    *,
    model: str | None = None,
    settings: settings.Settings | None = None,
    report: Report = silent,
) -> results.Note:
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
    from summarizer import stages

    started = time.monotonic()
    report(Event("attribute", f"{len(article.sentences)} sentences"))
    prepared = stages.prepare(article, chosen)
    if prepared.asking is None:
        return stages.finish(prepared, chosen, stages.Ran(seconds=time.monotonic() - started))
    ran, held = await _ask(prepared, prepared.asking, chosen, report)
    report(Event("ground", "holding the draft against the article"))
    made = stages.finish(prepared, chosen, replace(ran, seconds=time.monotonic() - started), held)
    return made if chosen.verify is None else await _reviewed(made, chosen, report)


async def _reviewed(made: results.Note, chosen: settings.Settings, report: Report) -> results.Note:
    """Have a second model look at the note; where it cannot be reached the note says so and stands."""
    from summarizer import backends, verify

    backend = backends.open_backend(_second(chosen))
    try:
        return await _in_time(verify.reviewed(made, backend, report), chosen)
    except BackendError as error:
        missing = f"no second opinion: {error.message}"
        return made.model_copy(update={"warnings": (*made.warnings, missing)})
    finally:
        await backend.close()


async def _ask(
    prepared: stages.Prepared, asking: Asking, chosen: settings.Settings, report: Report
) -> tuple[stages.Ran, ground.Grounded | None]:
    from summarizer import again, backends, stages

    backend = backends.open_backend(chosen)
    try:
        ran = await stages.converse(asking, lambda: prepared, backend, chosen, report)
        held = stages.hold(prepared, ran)
        more = again.wanted(ran, held, chosen.attempts)
        if more is None:
            return ran, held
        ran = await again.ask(asking, more, ran, backend, chosen.deadline, report)
        return ran, stages.hold(prepared, ran)
    finally:
        await backend.close()
