"""A second model's opinion on what the checker lets through: one more signal, never the only one.

It can lower a verdict by one step and never raise one: what the article's own words do not bear out
is not made good by a model, and what they do bear out is at most doubted by one. A model that does not know
the article's own sentences in their place from others is not listened to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from pydantic import ValidationError

from summarizer import note, prompts, support
from summarizer.draft import DraftOpinion, opinions_schema
from summarizer.drafts.model import line
from summarizer.errors import BackendError
from summarizer.exchange import Backend, Event, Reply, Report, Request, silent
from summarizer.support import Problem, words

# Small models lose the thread of longer lists; each claim costs some 40 tokens of reply.
_AT_ONCE = 8
_TOKENS_EACH, _TOKENS_AROUND = 70, 60
_MOST_EVIDENCE = 5
_CONTROLS = 2
# Two sentences with less than a quarter of the shorter one's words in common tell of different things.
_FEW_SHARED = 4
_FLAT = re.compile(r"\{[^{}]*\}")
_THOUGHT = re.compile(r".*(?:</think(?:ing)?>|◁/think▷)", re.DOTALL)
# What is left of the score of a claim that the model finds in part, or not at all.
_WORTH = {"yes": 1.0, "partly": 0.8, "no": 0.5}
_STEPS: Mapping[tuple[note.Verdict, str], note.Verdict] = {
    ("supported", "partly"): "doubtful",
    ("supported", "no"): "doubtful",
    ("doubtful", "no"): "unsupported",
}


Made = TypeVar("Made", bound=note.Note)


@dataclass(frozen=True, slots=True)
class Asked:
    """Opinions by the claim's place in the list asked about, and how the asking went.

    There are none where the model could not be `trusted`.
    """

    opinions: Mapping[int, DraftOpinion]
    attempts: tuple[note.Attempt, ...]
    problems: tuple[str, ...]
    trusted: bool = True


async def ask(
    claims: Sequence[tuple[str, Sequence[str]]], backend: Backend, report: Report = silent
) -> Asked:
    """Ask what a model thinks of each claim beside its evidence, some claims at a time.

    A claim it gives no usable opinion on has none. With the first claims go controls, whose answers are known;
    a model that gets one wrong is asked no further. Raises BackendError only where not even the first request
    is answered.
    """
    opinions: dict[int, DraftOpinion] = {}
    attempts: list[note.Attempt] = []
    problems: list[str] = []
    known = controls([evidence[:_MOST_EVIDENCE] for _, evidence in claims])
    for start in range(0, len(claims), _AT_ONCE):
        some = claims[start : start + _AT_ONCE]
        report(Event("verify", f"claims {start + 1} to {start + len(some)} of {len(claims)}"))
        request = _request([*some, *((one.claim, one.evidence) for one in known)], backend.model)
        try:
            reply = await backend.complete(request)
        except BackendError as error:
            if not attempts:
                raise
            problems.append(f"the second model was not asked about the rest: {error.message}")
            break
        heard = {one.claim: one for one in _heard(reply.text)}
        missing = [f"no opinion on claim {n}" for n in range(1, len(some) + 1) if n not in heard]
        attempts.append(_attempt(request, reply, missing))
        failed = [
            one
            for number, one in enumerate(known, len(some) + 1)
            if number in heard and (heard[number].says == "yes") != one.holds
        ]
        if failed:
            return Asked({}, tuple(attempts), (_failed(failed[0], backend.model),), trusted=False)
        opinions.update({start + n - 1: heard[n] for n in range(1, len(some) + 1) if n in heard})
        known = ()
        if missing:
            problems.append(
                f"the second model gave no usable opinion on {len(missing)} of {len(some)} claims"
            )
    return Asked(opinions, tuple(attempts), tuple(problems))


@dataclass(frozen=True, slots=True)
class Control:
    """A claim whose answer is known: a sentence of the article, beside itself or beside others."""

    claim: str
    evidence: tuple[str, ...]
    holds: bool


def controls(given: Sequence[Sequence[str]]) -> tuple[Control, ...]:
    """Make up to two controls that hold and one that does not out of the evidence of claims.

    A sentence under which it stands itself is borne out, whatever else is; one beside the evidence of
    another claim, of which it shares few words, is not.
    """
    held = [tuple(evidence) for evidence in given if evidence]
    made: list[Control] = []
    for evidence in held:
        claim = max(evidence, key=len)
        if all(claim != other.claim for other in made):
            made.append(Control(claim, evidence, True))
    for one in made:
        for evidence in held:
            if not any(_alike(one.claim, sentence) for sentence in evidence):
                return (*made[:_CONTROLS], Control(one.claim, evidence, False))
    return tuple(made[:_CONTROLS])


def _alike(one: str, other: str) -> bool:
    ours, theirs = ({word.stem for word in words.words(text) if word.content} for text in (one, other))
    return _FEW_SHARED * len(ours & theirs) > min(len(ours), len(theirs))


def _failed(control: Control, model: str) -> str:
    what = (
        "finds a sentence of the article not borne out by that very sentence"
        if control.holds
        else "finds a sentence of the article borne out by others that have nothing to do with it"
    )
    return f"no second opinion: {model} {what}, so its opinions were left out"


def weigh(checked: support.Checked, opinion: DraftOpinion | None, model: str) -> support.Checked:
    """Put an opinion beside the checker's finding; without one, or with assent, nothing changes."""
    if opinion is None or opinion.says == "yes" or checked.verdict == "unsupported":
        return checked
    verdict = _STEPS.get((checked.verdict, opinion.says), checked.verdict)
    finding = Problem("second opinion", _said(opinion, model), verdict == "unsupported")
    return replace(
        checked,
        verdict=verdict,
        score=round(checked.score * _WORTH[opinion.says], 3),
        problems=(*checked.problems, finding.text),
        findings=(*checked.findings, finding),
    )


async def checked(
    claims: Sequence[tuple[str, support.Checked]], backend: Backend, report: Report = silent
) -> tuple[tuple[support.Checked, ...], tuple[str, ...]]:
    """Weigh a second model's opinion into checks already made; also gives what went wrong in asking."""
    open_ = [at for at, (_, found) in enumerate(claims) if found.verdict != "unsupported" and found.evidence]
    asked = await ask([(claims[at][0], _texts(claims[at][1].evidence)) for at in open_], backend, report)
    by_claim = {open_[place]: opinion for place, opinion in asked.opinions.items()}
    made = tuple(weigh(found, by_claim.get(at), backend.model) for at, (_, found) in enumerate(claims))
    return made, asked.problems


async def reviewed(made: Made, backend: Backend, report: Report = silent) -> Made:
    """Weigh a second model's opinion into a note; what two doubts meet in is set aside.

    Only what a model worded is asked about: the article's own words need no second opinion.
    """
    items = [
        item
        for listed in (made.summary, made.claims, made.positions)
        for item in listed
        if item.origin == "model"
    ]
    asked = await ask([(_worded(item), _texts(item.evidence)) for item in items], backend, report)
    opinions = {id(items[place]): opinion for place, opinion in asked.opinions.items()}
    aside: list[note.SetAside] = []

    def kept(listed: Sequence[note.SummaryLine | note.Claim | note.Position]) -> tuple[object, ...]:
        left = []
        for item in listed:
            weighed = _item(item, opinions.get(id(item)), backend.model)
            if isinstance(weighed, note.SetAside):
                aside.append(weighed)
            else:
                left.append(weighed)
        return tuple(left)

    provenance = made.provenance.model_copy(
        update={
            "attempts": (*made.provenance.attempts, *asked.attempts),
            "verified_by": backend.model if asked.trusted else None,
        }
    )
    return made.model_copy(
        update={
            "summary": kept(made.summary),
            "claims": kept(made.claims),
            "positions": kept(made.positions),
            "set_aside": (*made.set_aside, *aside),
            "warnings": (*made.warnings, *asked.problems),
            "provenance": provenance,
        }
    )


Item = note.SummaryLine | note.Claim | note.Position


def _item(item: Item, opinion: DraftOpinion | None, model: str) -> Item | note.SetAside:
    if opinion is None or opinion.says == "yes":
        return item
    before = item.support
    verdict = _STEPS.get((before.verdict, opinion.says), before.verdict)
    problems = (*before.problems, _said(opinion, model))
    if verdict == "unsupported":
        whose = item.speaker if isinstance(item, note.Claim) else getattr(item, "holder", None)
        return note.SetAside(
            kind=_KINDS[type(item)], text=item.text, reason="two doubts", problems=problems, speaker=whose
        )
    score = round(before.score * _WORTH[opinion.says], 3)
    return item.model_copy(update={"support": note.Support(verdict=verdict, score=score, problems=problems)})


_KINDS: dict[type, Literal["summary", "claim", "position"]] = {
    note.SummaryLine: "summary",
    note.Claim: "claim",
    note.Position: "position",
}


def _said(opinion: DraftOpinion, model: str) -> str:
    """The opinion as a problem; the model's reason is data, cut to a line."""
    found = "only in part" if opinion.says == "partly" else "not"
    reason = line(opinion.reason)[:200]
    return f"{model} finds it {found} in these sentences{f': {reason}' if reason else ''}"


def _worded(item: Item) -> str:
    """A claim is true of its speaker: the model judges it with the name in front."""
    whose = item.speaker if isinstance(item, note.Claim) else getattr(item, "holder", None)
    return f"{whose}: {item.text}" if whose else item.text


def _texts(evidence: Sequence[note.Evidence]) -> tuple[str, ...]:
    return tuple(item.text for item in evidence)


def _request(claims: Sequence[tuple[str, Sequence[str]]], model: str) -> Request:
    prompt = prompts.load("verify")
    blocks = []
    for number, (text, evidence) in enumerate(claims, start=1):
        blocks.append(f"[{number}] {line(text)}")
        blocks.extend(f"- {line(sentence)}" for sentence in evidence[:_MOST_EVIDENCE])
    values = {"count": str(len(claims)), "claims": "\n".join(blocks)}
    tokens = min(prompt.sampling.max_tokens, _TOKENS_AROUND + _TOKENS_EACH * len(claims))
    return Request(
        prompt=prompt.name,
        model=model,
        messages=prompts.render(prompt, values),
        sampling=replace(prompt.sampling, max_tokens=tokens),
        schema=opinions_schema(len(claims)),
        schema_name=prompt.id,
    )


def _heard(text: str) -> list[DraftOpinion]:
    """Find the opinions in a reply, however it was wrapped; what is no opinion is passed over."""
    made = []
    for found in _FLAT.finditer(_THOUGHT.sub("", text)):
        try:
            made.append(DraftOpinion.model_validate(json.loads(found.group(), strict=False)))
        except (ValueError, ValidationError):
            continue
    return made


def _attempt(request: Request, reply: Reply, problems: Sequence[str]) -> note.Attempt:
    return note.Attempt(
        prompt=request.prompt,
        finish=reply.finish,
        mode=reply.mode,
        input_tokens=reply.usage.input_tokens,
        output_tokens=reply.usage.output_tokens,
        seconds=round(reply.seconds, 3),
        requests=reply.requests,
        problems=tuple(problems),
    )
