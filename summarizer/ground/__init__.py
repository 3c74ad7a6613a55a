"""Turn a draft into items with spans, or set them aside with a reason.

The only way from what a model said to what the program shows. Sentence numbers are
hints; the evidence is cut from the article, speakers are held against what attribution
found, and nothing that fails is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from summarizer import draft, note, support
from summarizer.article import Article, Attribution, fold_space
from summarizer.ground import positions, repeats, sayings
from summarizer.ground.held import Held, Refused, held_against, refused_by, support_of
from summarizer.note import ClaimKind, Origin


@dataclass(frozen=True, slots=True)
class Grounded:
    """What stood the check and what did not, both in the order of the draft."""

    summary: tuple[note.SummaryLine, ...]
    claims: tuple[note.Claim, ...]
    positions: tuple[note.Position, ...]
    set_aside: tuple[note.SetAside, ...]


Item = TypeVar("Item", note.SummaryLine, note.Claim, note.Position)


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
    held = held_against(article, origin, language)
    lines, lost_lines = _sift("summary", [(i.text, None, _line(i, held)) for i in proposed.summary])
    claims, lost_claims = _sift("claim", [(i.text, i.speaker, _claim(i, held)) for i in proposed.claims])
    stands, lost_stands = _sift(
        "position", [(i.text, i.holder, positions.judged(i, held)) for i in proposed.positions]
    )
    return Grounded(lines, claims, stands, (*lost_lines, *lost_claims, *lost_stands))


def standing(proposed: draft.Draft, article: Article, language: str | None = None) -> draft.Draft:
    """Give back of a model's draft the items that `ground` would not set aside, unchanged.

    Items that repeat another one stand here: which of them is shown is for the caller to say.
    """
    held = held_against(article, "model", language)
    return draft.Draft(
        summary=tuple(i for i in proposed.summary if not isinstance(_line(i, held), Refused)),
        claims=tuple(i for i in proposed.claims if not isinstance(_claim(i, held), Refused)),
        positions=tuple(i for i in proposed.positions if not isinstance(positions.judged(i, held), Refused)),
    )


def _sift(
    kind: Literal["summary", "claim", "position"], judged: Sequence[tuple[str, str | None, Item | Refused]]
) -> tuple[tuple[Item, ...], tuple[note.SetAside, ...]]:
    """Part what stood the check from what did not; a second item in the same words does not."""
    kept: list[tuple[str | None, Item]] = []
    aside = []
    for text, speaker, made in judged:
        if not isinstance(made, Refused) and any(
            repeats.tells(made, other, same=speaker == whose) for whose, other in kept
        ):
            made = Refused(note.REPEATED)
        if isinstance(made, Refused):
            shown = fold_space(text)
            aside.append(
                note.SetAside(
                    kind=kind, text=shown, reason=made.reason, problems=made.problems, speaker=speaker
                )
            )
        else:
            kept.append((speaker, made))
    return tuple(item for _, item in kept), tuple(aside)


def _line(item: draft.DraftLine, held: Held) -> note.SummaryLine | Refused:
    text = fold_space(item.text)
    index, origin = held.index, held.origin
    checked = held.check(text, item.sentences)
    if (refused := refused_by(checked)) is not None:
        return refused
    if (mouth := sayings.quoted_by_another(text, None, index)) is not None:
        return Refused("quotation in the wrong mouth", (mouth,))
    if origin == "model" and held.across is None:
        checked = telling(text, checked, index)
    return note.SummaryLine(text=text, evidence=checked.evidence, support=support_of(checked), origin=origin)


def telling(text: str, checked: support.Checked, index: support.Index) -> support.Checked:
    """The same answer, with a remark where the article only has somebody say so whom the text does not name."""
    whose = sayings.unnamed(text, sayings.saying(text, checked.evidence, index), index)
    if whose is None or checked.verdict == "unsupported":
        return checked
    remark = support.Problem("who says so", f"{whose} says so; the article does not state it itself", False)
    return replace(checked, problems=(*checked.problems, remark.text), findings=(*checked.findings, remark))


def _claim(item: draft.DraftClaim, held: Held) -> note.Claim | Refused:
    text = fold_space(item.text)
    bare = sayings.without_speaker(text, item.speaker)
    index, origin = held.index, held.origin
    checked = held.check(bare, item.sentences, reported=bool(item.speaker and item.speaker.strip()))
    if (refused := refused_by(checked)) is not None:
        return refused
    if (mouth := sayings.quoted_by_another(text, item.speaker, index)) is not None:
        return Refused("quotation in the wrong mouth", (mouth,))
    said = held.saying(text, checked)
    speaker = item.speaker if item.speaker and item.speaker.strip() else None
    extra: tuple[str, ...] = ()
    remark: tuple[str, ...] = ()
    if speaker is not None and not any(a.speaker and index.same(speaker, a.speaker) for a in said):
        right = next((a.speaker for a in said if a.speaker), None)
        if right is not None and (sayings.names_party(text, speaker, index) or checked.verdict == "doubtful"):
            # wording and speaker both in doubt is one doubt too many to put right
            return Refused("wrong speaker", (f"the article gives these words to {right}, not {speaker}",))
        if right is None and said:
            return Refused("wrong speaker", (f"the article does not give these words to {speaker}",))
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
    if origin == "model":
        # the extractive drafter has left off what introduces the words, where they stand without it
        text, speaker, kind = _shown(text, speaker, kind, said, index)
    return note.Claim(
        text=text,
        speaker=speaker,
        kind=kind,
        evidence=checked.evidence,
        support=support_of(checked, extra, remark),
        origin=origin,
    )


def _shown(
    text: str, speaker: str | None, kind: ClaimKind, said: Sequence[Attribution], index: support.Index
) -> tuple[str, str | None, ClaimKind]:
    """A model's claim as it stands behind its speaker's name: without who says so, or what the reporter adds."""
    if sayings.is_deed(text, speaker, kind):
        speaker, kind = None, "states"
    if speaker is not None:
        theirs = [one for one in said if one.speaker and index.same(speaker, one.speaker)]
        text = sayings.less_added(text, theirs, index)
    return sayings.shown(text, speaker, index), speaker, kind
