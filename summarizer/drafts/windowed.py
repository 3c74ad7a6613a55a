"""The drafter for what no context holds: windows of the article, their claims merged as data, one last call.

Each window is read from the article's own sentences. What comes back is held against the
article before anything is built on it, and the last call gets the claims that stood with the
sentences they rest on: no summary is ever made of a summary.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer import ask, manner, prompts, windows
from summarizer.article import Article, Sentence
from summarizer.draft import Draft, DraftClaim, DraftPosition
from summarizer.drafts import merging, model, salience
from summarizer.errors import BackendError, BackendRefused, ContextOverflow
from summarizer.exchange import Backend, Event, Report, Request
from summarizer.note import Fate, SetAside, WindowRead
from summarizer.settings import Length

CLAIMS, POSITIONS = 4, 3
"""Asked of one window at most; a window of a 4,000-token context has some 1,000 words."""

_FEWEST_TOKENS = 200
"""A context that leaves less than this to the article's sentences is too short to work with."""

Stands = Callable[[Draft], Draft]
"""Gives back of a draft the items that the article bears out, unchanged."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a reading may take: `seconds` for all of it, `at_once` requests side by side."""

    context: int
    length: Length = "medium"
    attempts: int = 2
    seconds: float = 1800.0
    at_once: int = 1


@dataclass(frozen=True, slots=True)
class Windowed:
    """The draft of the whole article, and what became of each window."""

    asked: ask.Asked
    windows: tuple[WindowRead, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One window after it was asked about, or why it was not."""

    window: windows.Window
    fate: Fate = "read"
    asked: ask.Asked | None = None
    reason: str | None = None
    error: BackendError | None = None

    def told(self, kept: Draft) -> WindowRead:
        numbers = self.window.numbers
        rests = [item.sentences for item in kept.claims] + [item.sentences for item in kept.positions]
        return WindowRead(
            first=numbers[0],
            last=numbers[-1],
            fate=self.fate,
            items=sum(any(number in numbers for number in cited) for cited in rests),
            reason=self.reason,
        )


class Reader:
    """One article, one backend: asks about each window, then once about what was found."""

    def __init__(
        self, article: Article, backend: Backend, terms: Terms, wished: manner.Manner, report: Report
    ) -> None:
        self._article = article
        self._told = {"title": model.line(article.title or "none"), "manner": wished.told()}
        self._backend = backend
        self._terms = terms
        self._report = report
        self._until = time.monotonic() + terms.seconds
        self._stopped: str | None = None

    async def read(self, parties: Sequence[tuple[str, str | None]], stands: Stands) -> Windowed:
        """Draft window by window. A window that fails is told in the result; the others count.

        `parties` are names the program found, with the role of each. Raises ContextOverflow when
        the question leaves no room for sentences, and what the backend raises when no window
        could be read at all. Ctrl-C (cancellation) and the end of the time leave what was read so far.
        """
        parts = await self._windows(parties)
        heard = [part.asked for part in parts if part.asked is not None]
        if not heard:
            raise next((p.error for p in parts if p.error), None) or asyncio.CancelledError
        proposed = Draft(
            summary=(),
            claims=tuple(claim for one in heard for claim in one.draft.claims),
            positions=tuple(position for one in heard for position in one.draft.positions),
        )
        kept = stands(proposed)
        scores = {ranked.number: ranked.score for ranked in salience.rank(self._article)}
        claims = merging.claims(kept.claims, scores)
        positions = merging.positions(kept.positions, scores)
        self._report(
            Event("merge", f"{len(claims)} claims, {len(positions)} positions of {len(parts)} windows")
        )
        last = None if self._stopped else await self._overview(claims)
        _, most_claims, most_positions = model.COUNTS[self._terms.length]
        lost_claims = [c for c in proposed.claims if c not in kept.claims]
        lost_positions = [p for p in proposed.positions if p not in kept.positions]
        draft = Draft(
            summary=() if last is None else last.draft.summary,
            claims=(*claims[:most_claims], *lost_claims),
            positions=(*positions[:most_positions], *lost_positions),
        )
        rest: tuple[DraftClaim | DraftPosition, ...] = (*claims[most_claims:], *positions[most_positions:])
        asked = [*heard, *([last] if last is not None else [])]
        return Windowed(
            ask.Asked(
                draft=draft,
                attempts=tuple(attempt for one in asked for attempt in one.attempts),
                problems=tuple(problem for one in asked for problem in one.problems),
                set_aside=(*(lost for one in asked for lost in one.set_aside), *map(self._beyond, rest)),
            ),
            tuple(part.told(kept) for part in parts),
        )

    def _beyond(self, item: DraftClaim | DraftPosition) -> SetAside:
        claim = isinstance(item, DraftClaim)
        return SetAside(
            kind="claim" if claim else "position",
            text=item.text,
            reason=f"more than --length {self._terms.length} shows",
            speaker=item.speaker if isinstance(item, DraftClaim) else item.holder,
        )

    async def _windows(self, parties: Sequence[tuple[str, str | None]]) -> list[_Part]:
        """Ask about every window, so many at once; after a final refusal or a stop the rest is not asked."""
        cut = self._cut()
        gate = asyncio.Semaphore(self._terms.at_once)

        async def one(window: windows.Window) -> _Part:
            async with gate:
                return await self._window(window, len(cut), parties)

        tasks = [asyncio.ensure_future(one(window)) for window in cut]
        try:
            return list(await asyncio.gather(*tasks))
        except asyncio.CancelledError:
            self._stopped = "interrupted"
            for task in tasks:
                task.cancel()
            done = await asyncio.gather(*tasks, return_exceptions=True)
            return [
                part if isinstance(part, _Part) else _Part(window, "interrupted", reason="interrupted")
                for window, part in zip(cut, done, strict=True)
            ]

    async def _window(
        self, window: windows.Window, parts: int, parties: Sequence[tuple[str, str | None]]
    ) -> _Part:
        if self._stopped:
            return _Part(window, "not asked", reason=self._stopped)
        if window.cost > self._room():
            error = ContextOverflow(f"sentence {window.numbers[0]} alone is longer than the model reads")
            return _Part(window, "failed", reason=error.message, error=error)
        where = f"window {window.number} of {parts}, sentences {window.numbers[0]} to {window.numbers[-1]}"
        self._report(Event("ask", where))
        values = {
            **self._told,
            "part": str(window.number),
            "parts": str(parts),
            "parties": model.speakers(self._article, parties, among=window.numbers),
            "sentences": model.numbered(self._article, window.sentences),
        }
        need = model.reply_tokens(0, CLAIMS, POSITIONS)
        wanted = ask.Wanted(0, CLAIMS, POSITIONS, window.numbers, need, need)
        try:
            asked = await self._ask("window", values, wanted)
        except (asyncio.TimeoutError, TimeoutError):
            self._stopped = f"the deadline of {self._terms.seconds:g} s had passed"
            return _Part(window, "not asked", reason=self._stopped)
        except BackendError as error:
            if isinstance(error, BackendRefused):
                self._stopped = f"not asked after a refusal: {error.message}"
            return _Part(window, "failed", reason=error.message, error=error)
        if asked.problems and not (asked.draft.claims or asked.draft.positions):
            return _Part(window, "failed", asked, reason=asked.problems[0])
        return _Part(window, "read", asked)

    async def _overview(self, claims: Sequence[DraftClaim]) -> ask.Asked | None:
        """Word the summary from the claims and their sentences; None where nothing came of it."""
        lines = model.COUNTS[self._terms.length][0]
        need = model.reply_tokens(lines, 0, 0)
        chosen = list(self._fitting(claims, need))
        if not chosen:
            return None
        numbers = sorted({number for claim in chosen for number in claim.sentences})
        said = [
            f"- {model.line(claim.speaker or 'the article')}: {model.line(claim.text)}" for claim in chosen
        ]
        values = {
            **self._told,
            "claims": "\n".join(said),
            "sentences": model.numbered(self._article, (self._article.sentence(n) for n in numbers)),
        }
        self._report(Event("ask", f"summary of {len(chosen)} claims"))
        try:
            return await self._ask("overview", values, ask.Wanted(lines, 0, 0, numbers, need, need))
        except (BackendError, asyncio.TimeoutError, TimeoutError, asyncio.CancelledError) as error:
            self._report(Event("ask", f"the summary was not written: {error or type(error).__name__}"))
            return None

    def _fitting(self, claims: Sequence[DraftClaim], reply: int) -> Iterator[DraftClaim]:
        """The best claims, as long as they and their sentences have room beside the question."""
        room = self._terms.context - reply - _around("overview")
        seen: set[int] = set()
        for claim in claims:
            fresh = [self._article.sentence(n) for n in claim.sentences if n not in seen]
            room -= model.tokens(claim.text) + model.tokens(claim.speaker or "") + sum(map(self._cost, fresh))
            if room < 0:
                return
            seen.update(claim.sentences)
            yield claim

    async def _ask(self, prompt_id: str, values: dict[str, str], wanted: ask.Wanted) -> ask.Asked:
        prompt = prompts.load(prompt_id)

        def build(now: ask.Wanted, problems: tuple[str, ...]) -> Request:
            counts = {"lines": now.lines, "claims": now.claims, "positions": now.positions}
            filled = {**{name: str(count) for name, count in counts.items()}, **values}
            return Request(
                prompt=prompt.name,
                model=self._backend.model,
                messages=prompts.render(prompt, {name: filled[name] for name in prompt.needs}, problems),
                sampling=replace(prompt.sampling, max_tokens=now.max_tokens),
                schema=model.schema(now),
                schema_name=prompt.id,
            )

        talk = ask.ask(self._backend, build, wanted, attempts=self._terms.attempts, report=self._report)
        return await asyncio.wait_for(talk, max(0.0, self._until - time.monotonic()))

    def _cut(self) -> tuple[windows.Window, ...]:
        room = self._room()
        if room < _FEWEST_TOKENS:
            raise ContextOverflow(
                f"{self._article.name}: a context of {self._terms.context} tokens leaves no room for sentences",
                hint="a model with a longer context, --context N if it reads more than that, "
                "or --model extractive",
                read=self._terms.context,
            )
        return windows.split(self._article, self._cost, room)

    def _room(self) -> int:
        """Tokens that the sentences of one window may take: a fifth of the rest is for who speaks in them."""
        rest = self._terms.context - model.reply_tokens(0, CLAIMS, POSITIONS) - _around("window")
        return rest * 4 // 5

    def _cost(self, sentence: Sentence) -> int:
        return model.tokens(f"[{sentence.number}] {self._article.text(sentence)}")


def _around(prompt_id: str) -> int:
    """What the question takes beside its sentences, with the list of problems when it is asked again."""
    prompt = prompts.load(prompt_id)
    return model.tokens(prompt.system + prompt.user) + model.ASKING_AGAIN
