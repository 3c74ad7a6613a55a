"""Turn a draft into items with spans, or set them aside with a reason.

The only way from what a model said to what the program shows. Sentence numbers are
hints; the evidence is cut from the article, speakers are held against what attribution
found, and nothing that fails is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from summarizer import asserted, draft, note, support
from summarizer.article import Article, Attribution, Span, fold_space
from summarizer.ground import across, repeats, sayings, unfounded
from summarizer.note import ClaimKind, Origin, Stance, Support
from summarizer.support import stance, words


@dataclass(frozen=True, slots=True)
class Grounded:
    """What stood the check and what did not, both in the order of the draft."""

    summary: tuple[note.SummaryLine, ...]
    claims: tuple[note.Claim, ...]
    positions: tuple[note.Position, ...]
    set_aside: tuple[note.SetAside, ...]


Item = TypeVar("Item", note.SummaryLine, note.Claim, note.Position)


@dataclass(frozen=True, slots=True)
class _Refused:
    reason: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """What items are held against: the article's index; `origin` and `across` say how strictly.

    `across` is the language the draft is worded in, where it is not the article's.
    """

    index: support.Index
    origin: Origin
    across: str | None = None

    def check(self, text: str, cited: Sequence[int], *, reported: bool = False) -> support.Checked:
        if self.across is not None:
            return self._clear(across.check(text, self.index, cited, self.across))
        if self.origin == "model" and sayings.breaks_off(text):
            finding = support.Problem("wording", "it breaks off in mid-sentence", True)
            return support.Checked("unsupported", 0.0, (finding.text,), (), (finding,))
        checked = support.check(text, self.index.article, cited=cited, reported=reported)
        return self._clear(unfounded.judged(text, checked, self.index) if self.origin == "model" else checked)

    def _clear(self, checked: support.Checked) -> support.Checked:
        """Refuse what rests on an order to a machine or on words that assert nothing: print makes none of it so."""
        article, spans = self.index.article, [Span(e.start, e.end) for e in checked.evidence]
        why = next((why for span in spans if (why := asserted.reason(article, span))), None)
        if any(article.rests_on_order(span) for span in spans):
            found = support.Problem("an order", "it rests on words that tell a machine what to say", True)
        elif why is not None:
            found = support.Problem("not asserted", why, True)
        else:
            return checked
        return replace(checked, verdict="unsupported", problems=(found.text,), findings=(found,))

    def saying(self, text: str, checked: support.Checked) -> list[Attribution]:
        """Whose words the text may be; across languages whoever speaks in the sentences it cites."""
        if self.across is None:
            return sayings.saying(text, checked.evidence, self.index)
        return [a for e in checked.evidence for a in self.index.attributions_on(Span(e.start, e.end))]


def ground(
    proposed: draft.Draft, article: Article, *, origin: Origin, language: str | None = None
) -> Grounded:
    """Check every item of `proposed` against the article.

    `language` is the one the draft was asked for. Where it is not the article's, figures, names and
    speakers are held against the sentences an item cites, and nothing is better than doubtful.

    A claim whose words the article gives to somebody else gets that speaker, with a
    problem that says so, unless its text itself names the wrong one; then it is set
    aside. Items that repeat an earlier one are set aside too.
    """
    held = _held(article, origin, language)
    lines, lost_lines = _sift("summary", [(i.text, None, _line(i, held)) for i in proposed.summary])
    claims, lost_claims = _sift("claim", [(i.text, i.speaker, _claim(i, held)) for i in proposed.claims])
    positions, lost_positions = _sift(
        "position", [(i.text, i.holder, _position(i, held)) for i in proposed.positions]
    )
    return Grounded(lines, claims, positions, (*lost_lines, *lost_claims, *lost_positions))


def standing(proposed: draft.Draft, article: Article, language: str | None = None) -> draft.Draft:
    """Give back of a model's draft the items that `ground` would not set aside, unchanged.

    Items that repeat another one stand here: which of them is shown is for the caller to say.
    """
    held = _held(article, "model", language)
    return draft.Draft(
        summary=tuple(i for i in proposed.summary if not isinstance(_line(i, held), _Refused)),
        claims=tuple(i for i in proposed.claims if not isinstance(_claim(i, held), _Refused)),
        positions=tuple(i for i in proposed.positions if not isinstance(_position(i, held), _Refused)),
    )


def _held(article: Article, origin: Origin, language: str | None) -> _Held:
    other = language if origin == "model" and language != article.language else None
    return _Held(support.index_of(article), origin, other)


def _sift(
    kind: Literal["summary", "claim", "position"], judged: Sequence[tuple[str, str | None, Item | _Refused]]
) -> tuple[tuple[Item, ...], tuple[note.SetAside, ...]]:
    """Part what stood the check from what did not; a second item in the same words does not."""
    kept: list[tuple[str | None, Item]] = []
    aside = []
    for text, speaker, made in judged:
        if not isinstance(made, _Refused) and any(
            repeats.tells(made, other, same=speaker == whose) for whose, other in kept
        ):
            made = _Refused(note.REPEATED)
        if isinstance(made, _Refused):
            shown = fold_space(text)
            aside.append(
                note.SetAside(
                    kind=kind, text=shown, reason=made.reason, problems=made.problems, speaker=speaker
                )
            )
        else:
            kept.append((speaker, made))
    return tuple(item for _, item in kept), tuple(aside)


def _line(item: draft.DraftLine, held: _Held) -> note.SummaryLine | _Refused:
    text = fold_space(item.text)
    index, origin = held.index, held.origin
    checked = held.check(text, item.sentences)
    if (refused := _refuse(checked)) is not None:
        return refused
    if (mouth := sayings.quoted_by_another(text, None, index)) is not None:
        return _Refused("quotation in the wrong mouth", (mouth,))
    return note.SummaryLine(text=text, evidence=checked.evidence, support=_support(checked), origin=origin)


def _claim(item: draft.DraftClaim, held: _Held) -> note.Claim | _Refused:
    text = fold_space(item.text)
    bare = sayings.without_speaker(text, item.speaker)
    index, origin = held.index, held.origin
    checked = held.check(bare, item.sentences, reported=bool(item.speaker and item.speaker.strip()))
    if (refused := _refuse(checked)) is not None:
        return refused
    if (mouth := sayings.quoted_by_another(text, item.speaker, index)) is not None:
        return _Refused("quotation in the wrong mouth", (mouth,))
    said = held.saying(text, checked)
    speaker = item.speaker if item.speaker and item.speaker.strip() else None
    extra: tuple[str, ...] = ()
    remark: tuple[str, ...] = ()
    if speaker is not None and not any(a.speaker and index.same(speaker, a.speaker) for a in said):
        right = next((a.speaker for a in said if a.speaker), None)
        if right is not None and (sayings.names_party(text, speaker, index) or checked.verdict == "doubtful"):
            # wording and speaker both in doubt is one doubt too many to put right
            return _Refused("wrong speaker", (f"the article gives these words to {right}, not {speaker}",))
        if right is None and said:
            return _Refused("wrong speaker", (f"the article does not give these words to {speaker}",))
        if right is None and not said:
            # with the name left off nothing is in doubt
            about = sayings.names_party(sayings.printed(checked.evidence), speaker, index)
            whose = f"{speaker} is whom it is about" if about else f"the draft had {speaker} say it"
            remark = (f"the article states this itself; {whose}",)
        else:
            extra = (f"the draft named {speaker}; the article says {right or 'nobody'}",)
        speaker = None
    if origin == "model" and sayings.of_two(text, checked.evidence, index):
        speaker = None
    elif speaker is None or said:
        speaker = next(
            (a.speaker for a in said if a.speaker and (speaker is None or index.same(speaker, a.speaker))),
            None,
        )
    kind: ClaimKind = said[0].kind if said else "states"
    if origin == "model" and sayings.is_deed(text, speaker, kind):
        speaker, kind = None, "states"
    return note.Claim(
        # the extractive drafter has left off what introduces the words, where they stand without it
        text=sayings.shown(text, speaker, index) if origin == "model" else text,
        speaker=speaker,
        kind=kind,
        evidence=checked.evidence,
        support=_support(checked, extra, remark),
        origin=origin,
    )


def _position(item: draft.DraftPosition, held: _Held) -> note.Position | _Refused:
    text, holder = fold_space(item.text), fold_space(item.holder)
    if _too_little(text, holder):
        return _Refused("says too little", ("the text names the party and not what it wants",))
    bare = sayings.without_speaker(text, holder)
    index, origin = held.index, held.origin
    checked = held.check(bare, item.sentences, reported=True)
    if (refused := _refuse(checked)) is not None:
        return refused
    if (mouth := sayings.quoted_by_another(text, holder, index)) is not None:
        return _Refused("quotation in the wrong mouth", (mouth,))
    said = held.saying(text, checked)
    speaks = [a for a in said if a.speaker and index.same(holder, a.speaker)]
    if not speaks and not sayings.present(checked.evidence, holder, index):
        other = next((a.speaker for a in said if a.speaker), None)
        whose = f"; its words are {other}'s" if other else ""
        return _Refused("not this party's", (f"the evidence does not name {holder}{whose}",))
    if not speaks and said and said[0].speaker and sayings.is_account(text, said, index):
        return _Refused("not this party's", (f"the article gives these words to {said[0].speaker}",))
    printed = sayings.printed(checked.evidence)
    stands, extra, remark = _stance(item.stance, stance.of(printed, speaks), speaks, held)
    issue = fold_space(item.issue)
    alone = origin == "model" and held.across is None
    asks = stands in ("supports", "opposes") and not stance.judges(printed, speaks)
    wrong = unfounded.of_issue(issue, checked.evidence, index, holder if asks else None) if alone else None
    if wrong is not None:
        issue, remark = "", (*remark, f"the draft named the issue “{issue}”, {wrong}")
    if (refused := _sideless(holder, stands, issue, checked, speaks, held)) is not None:
        return refused
    role = next((a.role for a in speaks if a.role), None) or _role(holder, index)
    return note.Position(
        holder=holder,
        role=role,
        issue=issue,
        stance=stands,
        text=text,
        evidence=checked.evidence,
        support=_support(checked, extra, remark),
        origin=origin,
    )


def _stance(
    drafted: Stance, found: Stance, speaks: Sequence[Attribution], held: _Held
) -> tuple[Stance, tuple[str, ...], tuple[str, ...]]:
    """Settle a stance by what the article's words read as; the second part makes the item doubtful, the third not."""
    if held.origin != "model" or drafted not in ("supports", "opposes") or found == drafted:
        return drafted, (), ()
    stands: Stance = drafted if found == "mixed" or held.across else "unclear"
    if speaks and found in ("supports", "opposes"):
        return stands, (f"the draft said {drafted}; the article's words read as {found}",), ()
    if held.across is None and found != "mixed":
        return stands, (), (f"the draft said {drafted}; the words it rests on take no such side",)
    return stands, (), ()


def _sideless(
    holder: str,
    stands: Stance,
    issue: str,
    checked: support.Checked,
    speaks: Sequence[Attribution],
    held: _Held,
) -> _Refused | None:
    """Refuse a model's position in which nobody takes a side: 13 of 60 drafted items read were of this kind.

    Somebody named in passing is not whom a sentence is about, and a name with a topic is no position.
    """
    if held.origin != "model" or held.across is not None:
        return None
    says_so = (f"no sentence it rests on says where {holder} stands",)
    if not speaks and not sayings.acts(checked.evidence, holder, held.index):
        return _Refused("not this party's", says_so)
    if stands in ("unclear", "neutral") and not (issue and sayings.has_view(speaks)):
        return _Refused("says too little", says_so)
    return None


def _too_little(text: str, holder: str) -> bool:
    """The holder's name and not a word more is no position."""
    name = {word.stem for word in words.words(holder)}
    return sum(word.content and word.stem not in name for word in words.words(text)) < 1


def _refuse(checked: support.Checked) -> _Refused | None:
    if checked.verdict != "unsupported":
        return None
    grave = [f for f in checked.findings if f.grave]
    return _Refused(grave[0].kind if grave else "not in the article", checked.problems)


def _support(checked: support.Checked, extra: tuple[str, ...] = (), remark: tuple[str, ...] = ()) -> Support:
    """A problem of our own makes an item doubtful; a remark does not."""
    verdict: note.Verdict = "doubtful" if extra else checked.verdict
    return Support(verdict=verdict, score=checked.score, problems=(*checked.problems, *extra, *remark))


def _role(holder: str, index: support.Index) -> str | None:
    owner = index.directory.owner(holder)
    return owner.role if owner is not None else None
