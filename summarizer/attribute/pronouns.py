"""Whom a pronoun that speaks stands for; nobody where nothing fits or it may as well be another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.article import Article, Span
from summarizer.attribute import callings, doubts, resolve
from summarizer.attribute.found import Found


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker, and what the article shows of them."""

    name: str | None
    role: str | None
    gender: callings.Gender | None
    person: bool
    anonymous: bool
    collective: bool
    artifact: bool = False


class Said(NamedTuple):
    """Who spoke in which paragraph, and where that is printed."""

    paragraph: int
    speaker: Speaker
    at: int


NOBODY = Speaker(None, None, None, False, False, False)


def of(party: resolve.Known) -> Speaker:
    """Speak for a party."""
    return Speaker(party.shown, party.role, party.gender, party.person, False, False)


def antecedent(item: Found, article: Article, register: resolve.Register) -> Speaker:
    """Whom "who" or "which" means: the name right before it."""
    assert item.source is not None
    met = [p for p in register.before(item.paragraph, item.source.start)]
    near = [(p, m) for p in met for m in p.mentions if 0 < item.source.start - m.end <= 3]
    if not near:
        return NOBODY
    party, mention = near[-1]
    # "the vote at the council, which is understood to …" speaks of the vote
    held = _HANGS.search(article.raw, max(0, mention.start - 14), mention.start)
    return NOBODY if held is not None and not party.person else of(party)


_HANGS = re.compile(r"\b(?:of|in|at|on|by|for|from|with|to|near)\s+(?:the\s+)?$", re.IGNORECASE)


def author(low: str, register: resolve.Register, spoken: Sequence[Said]) -> Speaker | None:
    """Whose "the statement" is: who was last said to have made one ("the navy said in a statement")."""
    noun = low.removeprefix("the ")
    if noun not in _WRITTEN or noun == low:
        return None
    article = register.article
    for last in reversed(spoken):
        sentence = article.sentences_in(Span(last.at, last.at + 1))
        if sentence and re.search(rf"\bin an? (?:[\w-]+ )?{noun}\b", article.text(sentence[0])):
            return last.speaker
    return None


_WRITTEN = frozenset("statement letter email e-mail memo tweet post release message".split())


def meant(low: str, item: Found, register: resolve.Register, spoken: Sequence[Said]) -> Speaker:
    """Whom "he", "she", "it" or "they" means, of those who have `spoken` and those the article names."""
    assert item.source is not None
    if low in ("i", "we", "you"):
        return NOBODY
    near = itertools.takewhile(lambda s: item.paragraph - s.paragraph <= 3, reversed(spoken))
    recent = [s.speaker for s in near]
    if low == "they":
        # farther back it is as often others of whom the article has spoken since
        here = [s.speaker for s in spoken[-1:] if item.paragraph - s.paragraph <= 1]
        return next((s for s in here if (s.collective or s.anonymous or _plural(s)) and _whole(s)), NOBODY)
    if low == "it":
        if _RELATIVE.search(register.article.raw, max(0, item.source.start - _A_WORD), item.source.start):
            return _subject(item, register)
        return next((s for s in recent if not s.person and not s.anonymous), NOBODY)
    gender: callings.Gender = "he" if low == "he" else "she"
    speaker = _likeliest(gender, item, register, spoken, recent)
    if speaker.name is None:
        return speaker
    said = [s.at for s in spoken if s.speaker.name == speaker.name]
    fitting = (s.name for s in recent if s.person and s.gender in (None, gender))
    latest = next(fitting, None) == speaker.name and not _moved_on(speaker, gender, item, spoken, register)
    meant = doubts.Meant(speaker.name, gender, item.paragraph, item.source.start)
    return NOBODY if doubts.in_doubt(meant, said, latest, register) else speaker


def _moved_on(
    speaker: Speaker, gender: callings.Gender, item: Found, spoken: Sequence[Said], register: resolve.Register
) -> bool:
    """Say whether a paragraph between somebody's words and the pronoun is about others, and does not name them.

    It names somebody whom the pronoun fits, or speaks of "her daughter, Ann Roe": of whose, it may have told before.
    """
    last = max((s.paragraph for s in spoken if s.speaker.name == speaker.name), default=item.paragraph)
    for number in range(last + 1, item.paragraph):
        named = [p for _, p in register.mentioned(number) if p.person]
        if not named or speaker.name in [p.shown for p in named]:
            continue
        words = {token.lower for token in register.paragraphs[number].tokens if not token.quoted}
        if any(p.gender in (None, gender) for p in named) or words & _OWN[gender]:
            return True
    return False


_OWN: dict[callings.Gender, frozenset[str]] = {
    "he": frozenset("he his him".split()),
    "she": frozenset("she her".split()),
}
# "The council, however, claimed the bridge, which it said was safe": "it" is whom the sentence is about.
_RELATIVE = re.compile(r"\b(?:which|that|whom|who)\s+$", re.IGNORECASE)
_A_WORD = 8


def _subject(item: Found, register: resolve.Register) -> Speaker:
    """The body that opens the sentence, if one does."""
    assert item.source is not None
    article = register.article
    sentence = next((s for s in article.sentences_in(item.source)), None)
    start = item.source.start if sentence is None else sentence.start
    for at, party in register.mentioned(item.paragraph):
        if start <= at <= start + len("The ") and at < item.source.start:
            return NOBODY if party.person else of(party)
    return NOBODY


def _likeliest(
    gender: callings.Gender,
    item: Found,
    register: resolve.Register,
    spoken: Sequence[Said],
    recent: Sequence[Speaker],
) -> Speaker:
    """Whom "he" or "she" means, if anybody the article names."""
    assert item.source is not None
    # "He urged Mr. Roe to go" is not Roe: a name behind a pronoun of its clause is another's (principle C)
    others = register.named_between(item.paragraph, item.source.end, max(item.cue.end, item.content[0].end))
    others |= _named_in_opening(item, register)
    recent = [s for s in recent if s.name not in others]
    same_paragraph = [
        p
        for p in register.before(item.paragraph, item.source.start)
        if p.person and p.gender in (None, gender) and p.shown not in others
    ]
    in_sentence_before = [
        p
        for p in same_paragraph
        if any(item.source.start - 400 < m.start < item.source.start for m in p.mentions)
    ]
    last = recent[0] if recent and recent[0].person and recent[0].gender in (None, gender) else None
    known = next((p for p in same_paragraph if p.gender == gender and _mentioned_in(p, item, register)), None)
    near = last if last is not None and item.paragraph - spoken[-1].paragraph <= 1 else None
    if near is not None and item.lemma in _GOING_ON and (known is None or near.gender == gender):
        # who continues has been speaking, whoever the paragraph is about
        return near
    open_gender = bool(recent) and recent[0].person and recent[0].gender is None
    if known is not None and open_gender and item.content[0].start > item.source.start:
        # of somebody whose gender the article does not show and somebody it does fit, the pronoun means the latter
        return of(known)
    if last is not None and spoken[-1].paragraph == item.paragraph:
        return last
    own = _own_paragraph(item, register, gender, others)
    if own is not None:
        return own
    if near is not None:
        return near
    if in_sentence_before:
        return of(in_sentence_before[0])
    return of(same_paragraph[0]) if same_paragraph else last or NOBODY


def _named_in_opening(item: Found, register: resolve.Register) -> frozenset[str]:
    """Who is named in what the sentence opens with: "Campaigning against Ann Roe, she said" is not Roe."""
    assert item.source is not None
    start = item.source.start
    opens = next((s.start for s in register.article.sentences_in(item.source)), start)
    if _DOING.fullmatch(register.article.raw, opens, start) is None:
        return frozenset()
    return register.named_between(item.paragraph, opens, start)


_DOING = re.compile(r"[A-Z]\w+ing\b[^.;:“”\"]{0,120},\s+")
_GOING_ON = frozenset("continue add conclude go".split())


def _plural(speaker: Speaker) -> bool:
    """Several people by description; a name that ends in -s is often a thing's ("the Census", "the Times")."""
    name = speaker.name or ""
    return (
        not speaker.person and not speaker.artifact and name[:1].islower() and name.split()[-1].endswith("s")
    )


def _whole(speaker: Speaker) -> bool:
    """No phrase that was cut where a verb begins ("Politifact seized on Roe’s")."""
    return speaker.name is not None and not speaker.name.endswith(("'s", "’s", " is", " was", " are"))


def _mentioned_in(party: resolve.Known, item: Found, register: resolve.Register) -> bool:
    return any(known is party for _, known in register.mentioned(item.paragraph))


def _own_paragraph(
    item: Found, register: resolve.Register, gender: callings.Gender, others: frozenset[str]
) -> Speaker | None:
    """The first person of this paragraph, or of the one before, that fits: the subject they are about."""
    assert item.source is not None
    for back in (0, 1):
        listed = [
            p
            for start, p in register.mentioned(item.paragraph - back)
            if start < item.source.start and p.person and p.gender in (None, gender) and p.shown not in others
        ]
        if listed:
            return of(listed[0])
    return None
