"""Claims made of an article's own sentences: true by construction, or false in one named way.

Made with patterns and lists of its own, none of them the checker's: what is measured must not be
what the generator was told.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Sentences of one article, its text, who said what in it, and sentences of another article."""

    sentences: tuple[str, ...]
    text: str
    said: tuple[tuple[str, str], ...]
    foreign: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A claim, the kind of change that made it, and whether it is still true."""

    kind: str
    true: bool
    claim: str


Maker = Callable[[str, Source, random.Random], str | None]

_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z]\.)?(?: (?:Mc|Mac|O['’])?[A-Z][a-z]+)+\b")
_QUOTED = re.compile(r"(?:[“\"]|'')([^“”\"]{4,}?)(?:[”\"]|'')")
_NUMBER = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,])|(?<![\w.,/:-])\d+(?:\.\d+)?(?![\w,:/-]|\.\d)"
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(rf"\b(?:{'|'.join(_DAYS)}|(?:{'|'.join(_MONTHS)})(?= \d)|(?:19|20)\d\d)\b")
_HEDGES = (
    (re.compile(r"\b(?:may|might|could)(?= (?!not\b|have\b)[a-z]+)"), "will"),
    (re.compile(r"\b(?:may|might|could)(?= have\b)"), "would"),
    (re.compile(r"\b(?:allegedly|reportedly|possibly|perhaps|probably|apparently) "), ""),
    (re.compile(r"\b(?:is|are) (?:expected|likely) to(?= [a-z])"), "will"),
    (re.compile(r"\balleged (?=[a-z])"), ""),
)
_NOT_IN = re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|can|could|should)(?= [a-z])(?! not\b)")
_NOT_OUT = (
    (
        re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|could|should|may|might) not\b"),
        lambda m: m[0][:-4],
    ),
    (re.compile(r"\b(?:is|are|was|were|would|has|have|had|could|should)n['’]t\b"), lambda m: m[0][:-3]),
    (re.compile(r"\bnever "), lambda m: ""),
    (re.compile(r"\bno longer\b"), lambda m: "still"),
)
_SCOPE = re.compile(
    r"\b(?:some|many|several|most)(?= (?!of\b|other\b)[a-z]+s\b)|\b(?:some|many|several|most)(?= of the\b)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:before|after)(?= (?:the|he|she|they|a|his|her|their|[a-z]+ing)\b)")
_ROLES = dict(
    zip(
        "president chairman mayor senator governor secretary spokesman spokeswoman director chief".split(),
        "governor secretary judge mayor senator chairman lawyer economist treasurer deputy".split(),
        strict=True,
    )
)
_ROLE = re.compile(rf"\b(?:{'|'.join(_ROLES)})\b(?! of the United States)", re.IGNORECASE)
_TURNED = {
    "rose": "fell", "fell": "rose", "increased": "decreased", "increase": "decrease", "won": "lost",
    "lost": "won", "supported": "opposed", "opposed": "supported", "supports": "opposes", "opposes": "supports",
    "higher": "lower", "lower": "higher", "rejected": "accepted", "accepted": "rejected",
    "support": "oppose", "oppose": "support", "approved": "rejected", "more": "fewer", "guilty": "innocent",
}  # fmt: skip
_TURN = re.compile(rf"\b(?:{'|'.join(_TURNED)})\b")


def claims(source: Source, seed: int, published: datetime | None = None) -> Iterator[Made]:
    """Make every claim that the patterns find in the article, in the order of its sentences."""
    dice = random.Random(seed)
    for sentence in source.sentences:
        if not 6 <= len(sentence.split()) <= 45 or not sentence[0].isalnum():
            continue
        for kind, (true, make) in _MAKERS.items():
            claim = make(sentence, source, dice)
            if (claim is not None and claim != sentence) or kind == "verbatim":
                yield Made(kind, true, claim or sentence)
    for speaker, content in source.said:
        yield Made("reported", True, f"{speaker} said that {content}.")
        yield Made("according to", True, f"According to {speaker}, {content}.")
        others = [name for name, _ in source.said if not _related(name, speaker)]
        if others:
            yield Made("speaker", False, f"{dice.choice(others)} said that {content}.")
    for sentence in source.foreign:
        yield Made("foreign sentence", False, sentence)


def _related(one: str, other: str) -> bool:
    return bool(set(re.findall(r"\w{3,}", one.lower())) & set(re.findall(r"\w{3,}", other.lower())))


def _sub(pattern: re.Pattern[str], made: str | Callable[[re.Match[str]], str]) -> Maker:
    def make(sentence: str, source: Source, dice: random.Random) -> str | None:
        found = [m for m in pattern.finditer(sentence) if not _inside_quote(sentence, m.start())]
        if not found:
            return None
        m = dice.choice(found)
        new = made(m) if callable(made) else made
        if m[0][0].isupper() and new:
            new = new[0].upper() + new[1:]
        return re.sub(r"  +", " ", sentence[: m.start()] + new + sentence[m.end() :])

    return make


def _first(*makers: Maker) -> Maker:
    def make(sentence: str, source: Source, dice: random.Random) -> str | None:
        return next((claim for maker in makers if (claim := maker(sentence, source, dice))), None)

    return make


def _inside_quote(sentence: str, at: int) -> bool:
    return any(m.start() < at < m.end() for m in _QUOTED.finditer(sentence))


def _number(sentence: str, source: Source, dice: random.Random) -> str | None:
    def other(m: re.Match[str]) -> str:
        printed = m[0].replace(",", "")
        for factor in dice.sample([2, 3, 4, 7], 4):
            value = float(printed) * factor + (0 if "." in printed else 1)
            text = (
                f"{value:,.1f}" if "." in printed else f"{int(value):,}" if "," in m[0] else str(int(value))
            )
            if text not in source.text:
                return text
        return printed + "9"

    def is_date(m: re.Match[str]) -> bool:
        return bool(re.fullmatch(r"(?:19|20)\d\d", m[0])) or bool(
            re.search(rf"(?:{'|'.join(_MONTHS)}|Sept\.|Oct\.|Nov\.|Aug\.) $", sentence[: m.start()])
        )

    found = [
        m for m in _NUMBER.finditer(sentence) if not is_date(m) and not _inside_quote(sentence, m.start())
    ]
    if not found:
        return None
    m = dice.choice(found)
    return sentence[: m.start()] + other(m) + sentence[m.end() :]


def _reformatted(sentence: str, source: Source, dice: random.Random) -> str | None:
    """The same figures in another spelling."""
    if _QUOTED.search(sentence):
        return None
    spelled = "two three four five six seven eight nine ten eleven twelve".split()
    made = re.sub(r"(\d) ?(?:per ?cent)\b", r"\1%", sentence)
    made = re.sub(r"(\d)%", r"\1 per cent", made) if made == sentence else made
    made = re.sub(r"\b(\d+(?:\.\d+)?) (m|b)illion\b", lambda m: f"{m[1]}{'m' if m[2] == 'm' else 'bn'}", made)
    made = re.sub(r"\b(\d{1,3}),(\d{3})\b(?!,)", r"\1\2", made)
    made = re.sub(
        rf"(?<![\w-])(?:{'|'.join(spelled)})(?= [a-z])", lambda m: str(spelled.index(m[0]) + 2), made
    )
    return made if made != sentence else None


def _dropped(sentence: str, source: Source, dice: random.Random) -> str | None:
    """Leave out what stands between commas after a name, a relative clause, or an opening adverbial."""
    if '"' in sentence or "“" in sentence:
        return None
    made = re.sub(r",? (?:who|which) [^,.;]{8,80}, ", " ", sentence, count=1)
    if made == sentence:
        made = re.sub(r"^(?:On|In|During|At|Earlier|Last) [^,]{3,30}, (\w)", lambda m: m[1].upper(), sentence)
    if made == sentence:
        made = re.sub(r", (?:which|who|while|as|where|according) [^,]{10,120}\.$", ".", sentence)
    return made if made != sentence and len(made.split()) > 4 else None


_PASSIVE = re.compile(
    r"^((?:The )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}) ((?:[a-z]+ly )?(?!said)[a-z]+ed) "
    r"((?:the|a|an|his|its) [a-z][\w’'-]*(?: [a-z][\w’'-]*){0,2})(?= (?:on|in|at|after|from|during)\b|[,.])"
)


def _passive(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _PASSIVE.match(sentence)
    if m is None:
        return None
    thing = m[3][0].upper() + m[3][1:]
    return f"{thing} was {m[2]} by {m[1]}{sentence[m.end() :]}"


def _alias(sentence: str, source: Source, dice: random.Random) -> str | None:
    """A full name cut to the surname, where the article itself uses the surname alone."""
    for m in _NAME.finditer(sentence):
        last = m[0].split()[-1]
        if _inside_quote(sentence, m.start()):
            continue
        if re.search(rf"(?<![A-Z][a-z] )(?<![a-z] )\b{last}\b", source.text.replace(m[0], "")):
            return sentence[: m.start()] + last + sentence[m.end() :]
    return None


def _name(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = [m for m in _NAME.finditer(sentence) if m[0] in source.names]
    if not found:
        return None
    m = dice.choice(found)
    others = [n for n in source.names if not any(word in sentence for word in n.split())]
    return sentence[: m.start()] + dice.choice(others) + sentence[m.end() :] if others else None


_STRANGE = (
    "Halvard Brune,Odile Marchetti,Tamsin Okoro,Piet Wolderman,Kestrel Holdings,Lindqvist Partners".split(",")
)


def _strange_name(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = list(_NAME.finditer(sentence))
    if not found:
        return None
    m = dice.choice(found)
    return sentence[: m.start()] + dice.choice(_STRANGE) + sentence[m.end() :]


def _swapped(sentence: str, source: Source, dice: random.Random) -> str | None:
    """Two names of one sentence change places round a verb; lists ("A and B") are left alone."""
    found = [m for m in _NAME.finditer(sentence) if not _inside_quote(sentence, m.start())]
    for one, two in itertools.pairwise(found):
        between = sentence[one.end() : two.start()]
        if (
            one[0] == two[0]
            or re.match(r"\s*(?:,|and\b|or\b|&)", between)
            or not re.search(r"[a-z]{3}ed\b|\bto\b|s\b", between)
        ):
            continue
        return sentence[: one.start()] + two[0] + between + one[0] + sentence[two.end() :]
    return None


def _quotation(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _QUOTED.search(sentence)
    if m is None:
        return None
    words = [w for w in re.finditer(r"\b[a-z]{5,}\b", m[1])]
    others = sorted(set(re.findall(r"\b[a-z]{5,}\b", source.text)))
    if not words:
        return None
    w = dice.choice(words)
    other = dice.choice([o for o in others if o != w[0]])
    at = m.start(1)
    return sentence[: at + w.start()] + other + sentence[at + w.end() :]


def _date(m: re.Match[str]) -> str:
    for names in (_DAYS, _MONTHS):
        if m[0] in names:
            return names[(names.index(m[0]) + 2) % len(names)]
    return str(int(m[0]) - 3)


_MAKERS: dict[str, tuple[bool, Maker]] = {
    "verbatim": (True, lambda sentence, source, dice: sentence),
    "clause dropped": (True, _dropped),
    "passive": (True, _passive),
    "figures respelled": (True, _reformatted),
    "surname": (True, _alias),
    "number": (False, _number),
    "name of the article": (False, _name),
    "strange name": (False, _strange_name),
    "who did what": (False, _swapped),
    "role": (False, _sub(_ROLE, lambda m: _ROLES[m[0].lower()])),
    "quotation": (False, _quotation),
    "not put in": (False, _sub(_NOT_IN, lambda m: f"{m[0]} not")),
    "not left out": (False, _first(*(_sub(p, made) for p, made in _NOT_OUT))),
    "turned": (False, _sub(_TURN, lambda m: _TURNED[m[0]])),
    "certainty": (False, _first(*(_sub(p, made) for p, made in _HEDGES))),
    "date": (False, _sub(_DATE, _date)),
    "scope": (False, _sub(_SCOPE, "all")),
    "order in time": (False, _sub(_ORDER, lambda m: "after" if m[0] == "before" else "before")),
}


def names_in(sentences: Sequence[str]) -> tuple[str, ...]:
    """List full names that stand in the sentences, in order of first mention."""
    return tuple(dict.fromkeys(m[0] for sentence in sentences for m in _NAME.finditer(sentence)))
