"""Turn a draft into items with spans, or set them aside with a reason.

The only way from what a model said to what the program shows. Sentence numbers are
hints; the evidence is cut from the article, speakers are held against what attribution
found, and nothing that fails is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from summarizer import draft, match, note, support
from summarizer.article import Article, Attribution, Span, fold_space
from summarizer.note import ClaimKind, Evidence, Origin, Stance, Support
from summarizer.support import mouths, stance, words


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


def ground(proposed: draft.Draft, article: Article, *, origin: Origin) -> Grounded:
    """Check every item of `proposed` against the article.

    A claim whose words the article gives to somebody else gets that speaker, with a
    problem that says so, unless its text itself names the wrong one; then it is set
    aside. Items that repeat an earlier one are set aside too.
    """
    index = support.index_of(article)
    lines, lost_lines = _sift("summary", [(i.text, None, _line(i, index, origin)) for i in proposed.summary])
    claims, lost_claims = _sift(
        "claim", [(i.text, i.speaker, _claim(i, index, origin)) for i in proposed.claims]
    )
    positions, lost_positions = _sift(
        "position", [(i.text, i.holder, _position(i, index, origin)) for i in proposed.positions]
    )
    return Grounded(lines, claims, positions, (*lost_lines, *lost_claims, *lost_positions))


def standing(proposed: draft.Draft, article: Article) -> draft.Draft:
    """Give back of a model's draft the items that `ground` would not set aside, unchanged.

    Items that repeat another one stand here: which of them is shown is for the caller to say.
    """
    index = support.index_of(article)
    return draft.Draft(
        summary=tuple(i for i in proposed.summary if not isinstance(_line(i, index, "model"), _Refused)),
        claims=tuple(i for i in proposed.claims if not isinstance(_claim(i, index, "model"), _Refused)),
        positions=tuple(
            i for i in proposed.positions if not isinstance(_position(i, index, "model"), _Refused)
        ),
    )


def _sift(
    kind: Literal["summary", "claim", "position"], judged: Sequence[tuple[str, str | None, Item | _Refused]]
) -> tuple[tuple[Item, ...], tuple[note.SetAside, ...]]:
    """Part what stood the check from what did not; a second item in the same words does not."""
    kept: dict[str, Item] = {}
    aside = []
    for text, speaker, made in judged:
        same = f"{words.key(text)}|{speaker if kind == 'position' else ''}"
        if not isinstance(made, _Refused) and same in kept:
            made = _Refused(note.REPEATED)
        if isinstance(made, _Refused):
            shown = fold_space(text)
            aside.append(
                note.SetAside(
                    kind=kind, text=shown, reason=made.reason, problems=made.problems, speaker=speaker
                )
            )
        else:
            kept[same] = made
    return tuple(kept.values()), tuple(aside)


def _line(item: draft.DraftLine, index: support.Index, origin: Origin) -> note.SummaryLine | _Refused:
    text = fold_space(item.text)
    checked = support.check(text, index.article, cited=item.sentences)
    if (refused := _refuse(checked)) is not None:
        return refused
    if (mouth := _quoted_by_another(text, None, index)) is not None:
        return _Refused("quotation in the wrong mouth", (mouth,))
    return note.SummaryLine(text=text, evidence=checked.evidence, support=_support(checked), origin=origin)


def _claim(item: draft.DraftClaim, index: support.Index, origin: Origin) -> note.Claim | _Refused:
    text = fold_space(item.text)
    bare = _without_speaker(text, item.speaker)
    checked = support.check(
        bare, index.article, cited=item.sentences, reported=bool(item.speaker and item.speaker.strip())
    )
    if (refused := _refuse(checked)) is not None:
        return refused
    if (mouth := _quoted_by_another(text, item.speaker, index)) is not None:
        return _Refused("quotation in the wrong mouth", (mouth,))
    said = _saying(text, checked.evidence, index)
    speaker = item.speaker if item.speaker and item.speaker.strip() else None
    extra: tuple[str, ...] = ()
    remark: tuple[str, ...] = ()
    if speaker is not None and not any(a.speaker and index.same(speaker, a.speaker) for a in said):
        right = next((a.speaker for a in said if a.speaker), None)
        if right is not None and (_names_party(text, speaker, index) or checked.verdict == "doubtful"):
            # wording and speaker both in doubt is one doubt too many to put right
            return _Refused("wrong speaker", (f"the article gives these words to {right}, not {speaker}",))
        if right is None and said:
            return _Refused("wrong speaker", (f"the article does not give these words to {speaker}",))
        if right is None and not said and _names_party(_printed(checked.evidence), speaker, index):
            remark = (f"the article states this itself; {speaker} is whom it is about",)
        else:
            extra = (f"the draft named {speaker}; the article says {right or 'nobody'}",)
        speaker = None
    if speaker is None or said:
        speaker = next(
            (a.speaker for a in said if a.speaker and (speaker is None or index.same(speaker, a.speaker))),
            None,
        )
    kind: ClaimKind = said[0].kind if said else "states"
    return note.Claim(
        # the extractive drafter has left off what introduces the words, where they stand without it
        text=_shown(text, speaker) if origin == "model" else text,
        speaker=speaker,
        kind=kind,
        evidence=checked.evidence,
        support=_support(checked, extra, remark),
        origin=origin,
    )


def _position(item: draft.DraftPosition, index: support.Index, origin: Origin) -> note.Position | _Refused:
    text, holder = fold_space(item.text), fold_space(item.holder)
    if _too_little(text, holder):
        return _Refused("says too little", ("the text names the party and not what it wants",))
    bare = _without_speaker(text, holder)
    checked = support.check(bare, index.article, cited=item.sentences, reported=True)
    if (refused := _refuse(checked)) is not None:
        return refused
    if (mouth := _quoted_by_another(text, holder, index)) is not None:
        return _Refused("quotation in the wrong mouth", (mouth,))
    said = _saying(text, checked.evidence, index)
    speaks = [a for a in said if a.speaker and index.same(holder, a.speaker)]
    if not speaks and not _present(checked.evidence, holder, index):
        other = next((a.speaker for a in said if a.speaker), None)
        whose = f"; its words are {other}'s" if other else ""
        return _Refused("not this party's", (f"the evidence does not name {holder}{whose}",))
    if not speaks and said and said[0].speaker and _about(text, said, index):
        return _Refused("not this party's", (f"the article gives these words to {said[0].speaker}",))
    extra: tuple[str, ...] = ()
    found = stance.of(_printed(checked.evidence), speaks)
    stands: Stance = item.stance
    if (
        origin == "model"
        and speaks
        and found in ("supports", "opposes")
        and item.stance in ("supports", "opposes")
        and found != item.stance
    ):
        extra = (f"the draft said {item.stance}; the article's words read as {found}",)
        stands = "unclear"
    role = next((a.role for a in speaks if a.role), None) or _role(holder, index)
    return note.Position(
        holder=holder,
        role=role,
        issue=fold_space(item.issue),
        stance=stands,
        text=text,
        evidence=checked.evidence,
        support=_support(checked, extra),
        origin=origin,
    )


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


def _printed(evidence: Sequence[Evidence]) -> str:
    return " ".join(item.text for item in evidence)


def _present(evidence: Sequence[Evidence], holder: str, index: support.Index) -> bool:
    """The evidence prints the holder's name, or one of its sentences is the holder's saying."""
    said = (a for item in evidence for a in index.attributions_on(Span(item.start, item.end)))
    speaks = any(a.speaker is not None and index.same(holder, a.speaker) for a in said)
    return speaks or _names_party(_printed(evidence), holder, index)


def _names_party(text: str, party: str, index: support.Index) -> bool:
    """Say whether `text` prints a word of the party's name, or of another name it goes by."""
    printed = {word.stem for word in words.words(text)}
    owner = index.directory.owner(party)
    names = (party,) if owner is None else (party, owner.name, *owner.aliases)
    return any(_named(name, printed) for name in names)


def _named(name: str, printed: set[str]) -> bool:
    """One capital word of a name is enough; a description has none and wants all its content words."""
    listed = words.words(name)
    capitals = [word for word in listed if word.content and word.capital]
    if capitals:
        return any(word.stem in printed for word in capitals)
    content = [word.stem for word in listed if word.content]
    return bool(content) and all(stem in printed for stem in content)


def _without_speaker(text: str, speaker: str | None) -> str:
    """Leave "X said that" off the front: who said it is checked as data, not as wording."""
    if not speaker:
        return text
    cue = words.reporting_prefix(text, speaker)
    return text[cue:] if cue and len(text) - cue > 15 else text


def _shown(text: str, speaker: str | None) -> str:
    """A claim is shown behind its speaker's name, so "X said that" in front of it would say it twice."""
    bare = _without_speaker(text, speaker)
    return bare[:1].upper() + bare[1:]


def _saying(text: str, evidence: Sequence[Evidence], index: support.Index) -> list[Attribution]:
    """Attributions that hold at least half of what the text and its evidence share, best first."""
    wanted = {word.stem for word in words.words(text) if word.content}
    scored: list[tuple[int, Attribution]] = []
    for item in evidence:
        line = index.lines[item.sentence - 1]
        shared = [word for word in line.words if word.stem in wanted]
        scored.extend((mouths.held(said, shared), said) for said in mouths.holding(line, wanted, index))
    scored.sort(key=lambda pair: -pair[0])
    return [said for _, said in scored]


def _about(text: str, said: Sequence[Attribution], index: support.Index) -> bool:
    """The words are somebody's own account (a direct quotation), so nobody else's position."""
    return said[0].directness == "direct" and bool(match.quotations(text))


def _quoted_by_another(text: str, speaker: str | None, index: support.Index) -> str | None:
    """Find a quotation in `text` that the article gives to somebody else than the text or the item does."""
    raw = index.article.raw
    for quote in match.quotations(text):
        for line in index.lines:
            if not match.prints(quote, line.folded):
                continue
            found = match.find_quote(quote, line.span.of(raw))
            if found is None:
                continue
            span = Span(line.span.start + found.start, line.span.start + found.end)
            named = [a.speaker for a in index.attributions_on(span) if a.speaker]
            if not named:
                break
            if speaker is not None and any(index.same(speaker, name) for name in named):
                break
            if speaker is None and any(_names_party(text, name, index) for name in named):
                break
            whose = speaker or "nobody named in the line"
            if speaker is None and not any(_names_party(text, p.name, index) for p in index.parties):
                break
            return f"“{fold_space(quote)}” is {named[0]}'s, not {whose}'s"
    return None


def _role(holder: str, index: support.Index) -> str | None:
    owner = index.directory.owner(holder)
    return owner.role if owner is not None else None
