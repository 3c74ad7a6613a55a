"""A drafted position, held against what its party says and does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import draft, note, support
from summarizer.article import Attribution, fold_space
from summarizer.ground import sayings, sides, unfounded
from summarizer.ground.held import Held, Refused, refused_by, support_of
from summarizer.note import Stance
from summarizer.support import words


@dataclass(frozen=True, slots=True)
class _Read:
    """A model's stance and issue as far as the article bears them out; doubts make the item doubtful, remarks do not."""

    stance: Stance
    issue: str
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def judged(item: draft.DraftPosition, held: Held) -> note.Position | Refused:
    """Turn a drafted position into one with evidence, or say why it is none."""
    text, holder, issue = fold_space(item.text), fold_space(item.holder), fold_space(item.issue)
    if _too_little(text, holder):
        return Refused("says too little", ("the text names the party and not what it wants",))
    index = held.index
    checked = held.check(sayings.without_speaker(text, holder), item.sentences, reported=True)
    if (refused := refused_by(checked)) is not None:
        return refused
    if (mouth := sayings.quoted_by_another(text, holder, index)) is not None:
        return Refused("quotation in the wrong mouth", (mouth,))
    said = held.saying(text, checked)
    speaks = [a for a in said if a.speaker and index.same(holder, a.speaker)]
    side = sides.of(holder, issue, checked.evidence, speaks, index)
    if not speaks and not side.plain and (why := _not_theirs(text, holder, said, checked, index)) is not None:
        return Refused("not this party's", (why,))
    read = _Read(item.stance, issue)
    if held.origin == "model":
        read = _read(read, side, holder, checked, held)
        if (sideless := _sideless(holder, read, side, checked, held)) is not None:
            return sideless
    role = next((a.role for a in speaks if a.role), None) or _role(holder, index)
    if role is not None and role.lower() in holder.lower():
        # "Finance Minister Lena Osk" says it
        role = None
    return note.Position(
        holder=holder,
        role=role,
        issue=read.issue,
        stance=read.stance,
        text=text,
        evidence=checked.evidence,
        support=support_of(checked, read.doubts, read.remarks),
        origin=held.origin,
    )


def _not_theirs(
    text: str, holder: str, said: Sequence[Attribution], checked: support.Checked, index: support.Index
) -> str | None:
    """Why words that the holder does not say are not about it either; None where they are."""
    whose = next((a.speaker for a in said if a.speaker), None)
    if not sayings.present(checked.evidence, holder, index):
        return f"the evidence does not name {holder}" + (f"; its words are those of {whose}" if whose else "")
    if said and said[0].speaker and sayings.is_account(text, said, index):
        return f"the article gives these words to {said[0].speaker}"
    return None


def _read(drafted: _Read, side: sides.Side, holder: str, checked: support.Checked, held: Held) -> _Read:
    """Settle a model's stance and issue by what the article's words read as."""
    stands, doubts, remarks = _stance(drafted.stance, side, held)
    if held.across is not None:
        return _Read(stands, drafted.issue, doubts, remarks)
    asks = stands in ("supports", "opposes") and not side.judged
    wrong = unfounded.of_issue(drafted.issue, checked.evidence, held.index, holder if asks else None)
    if wrong is None:
        return _Read(stands, drafted.issue, doubts, remarks)
    return _Read(stands, "", doubts, (*remarks, f"the draft named the issue “{drafted.issue}”, {wrong}"))


def _stance(drafted: Stance, side: sides.Side, held: Held) -> tuple[Stance, tuple[str, ...], tuple[str, ...]]:
    """The stance that is shown, doubts and remarks: where the words say otherwise it is unclear, and both are told."""
    found = side.stance
    if drafted not in ("supports", "opposes") or found == drafted:
        return drafted, (), ()
    stands: Stance = drafted if found == "mixed" or held.across else "unclear"
    if found in ("supports", "opposes") and (side.plain or side.speaks):
        return stands, (f"the draft said {drafted}; the article's words read as {found}",), ()
    if held.across is None and found != "mixed":
        return stands, (), (f"the draft said {drafted}; the words it rests on take no such side",)
    return stands, (), ()


def _sideless(
    holder: str, read: _Read, side: sides.Side, checked: support.Checked, held: Held
) -> Refused | None:
    """Refuse a model's position in which nobody takes a side: 13 of 60 drafted items read were of this kind.

    Somebody named in passing is not whom a sentence is about, and a name with a topic is no position.
    """
    if held.across is not None or side.plain:
        return None
    says_so = (f"no sentence it rests on says where {holder} stands",)
    if not side.speaks and not sayings.acts(checked.evidence, holder, held.index):
        return Refused("not this party's", says_so)
    if read.stance in ("unclear", "neutral") and not (read.issue and sayings.has_view(side.speaks)):
        return Refused("says too little", says_so)
    return None


def _too_little(text: str, holder: str) -> bool:
    """The holder's name and not a word more is no position."""
    name = {word.stem for word in words.words(holder)}
    return sum(word.content and word.stem not in name for word in words.words(text)) < 1


def _role(holder: str, index: support.Index) -> str | None:
    owner = index.directory.owner(holder)
    return owner.role if owner is not None else None
