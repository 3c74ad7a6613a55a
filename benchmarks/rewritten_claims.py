"""A second generator of claims, written without a look at the first one's patterns or the checker's lists.

The checker was tuned on `altered_claims`; what it does on these says how far that carries.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime

import rewritten_true as true
from altered_claims import Made, Source
from rewritten_true import CAP, PAST, PERSON, QUOTE, WEEK, YEARLY, Change, one_of, swap


def _figure(sentence: str, source: Source, dice: random.Random) -> str | None:
    def moved(m: re.Match[str]) -> str:
        value = int(m[0].replace(",", ""))
        new = (
            value + dice.choice([1, 2, 3, 10])
            if value < 40
            else value + max(1, value * dice.choice([1, 2, 5]) // 10)
        )
        while f"{new:,}" in source.text or str(new) in source.text:
            new += 1
        return f"{new:,}" if "," in m[0] else str(new)

    months = "|".join(YEARLY) + r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."
    return one_of(
        swap(r"(?<!\d)(?<![\w.,/:-])(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})*(?![\w/:-]|[.,]\d)", moved)
        if not re.search(months, sentence) else swap("^$", ""),
        swap(r"\bmillion\b", "billion"),
        swap(r"\bthree\b", "eight"),
        swap(r"\btwo(?= [a-z]+s\b)", "five"),
        swap(r"\b(?:one|a)[ -]third\b", "a quarter"),
        swap(r"\bmore than (?=\$?\d)", "fewer than "),
    )(sentence, source, dice)  # fmt: skip


def _person(sentence: str, source: Source, dice: random.Random) -> str | None:
    here = [m for m in PERSON.finditer(sentence) if m[0] in source.names]
    others = [n for n in source.names if not set(n.split()) & set(sentence.replace(",", " ").split())]
    if not here or not others:
        return None
    m, other = dice.choice(here), dice.choice(others)
    kept = m[0].split()
    new = dice.choice([other, f"{kept[0]} {other.split()[-1]}"])
    return sentence[: m.start()] + new + sentence[m.end() :]


def _quoted(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = QUOTE.search(sentence)
    if m is None:
        return None
    found = list(re.finditer(r"[A-Za-z’']+", m[1]))
    if len(found) < 5:
        return None
    at = dice.randrange(1, len(found) - 1)
    w = found[at]
    new = dice.choice(["", "never", "always", "people", "money", "hardly", found[at + 1][0] + " " + w[0]])
    end = found[at + 1].end() if " " in new else w.end()
    quote = re.sub(r" {2,}", " ", m[1][: w.start()] + new + m[1][end:])
    return None if quote == m[1] else sentence[: m.start(1)] + quote + sentence[m.end(1) :]


def _speaker(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(
        rf"\b((?:{CAP} ){{1,2}}{CAP}) (?:said|told|added|argued)\b|\bsaid ((?:{CAP} ){{1,2}}{CAP})",
        sentence,
    )
    if m is None:
        return None
    group = 1 if m[1] else 2
    others = [
        n for n in dict.fromkeys(s for s, _ in source.said) if not set(n.split()) & set(sentence.split())
    ]
    others = others or [n for n in source.names if not set(n.split()) & set(sentence.split())]
    if not others:
        return None
    return sentence[: m.start(group)] + dice.choice(others) + sentence[m.end(group) :]


def _turned_round(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(
        rf"(?P<a>{PERSON.pattern}|\b[Tt]he [a-z]+) (?P<v>(?:has |had )?(?:[a-z]{{3,}}ed|{'|'.join(PAST)}"
        r"|told|met|asked|blamed|called|accuses|backs)) "
        rf"(?P<b>{PERSON.pattern}|the [a-z]+\b)(?! of\b| [a-z]+(?:ed|s)\b)", sentence,
    )  # fmt: skip
    if (
        m is None
        or m["a"].lower() == m["b"].lower()
        or m["b"].split()[-1].isdigit()
        or re.search('["“]', sentence)
    ):
        return None
    if m["b"] in ("the same", "the first", "the new") or any(d in m["b"] for d in WEEK + YEARLY):
        return None
    a = m["a"][0].lower() + m["a"][1:] if m["a"].startswith("The ") else m["a"]
    b = m["b"][0].upper() + m["b"][1:] if m.start() == 0 else m["b"]
    return sentence[: m.start()] + f"{b} {m['v']} {a}" + sentence[m.end() :]


_DENIED = one_of(
    swap(
        r"\b(is|are|was|were|has|have|will|would|should)(?= (?:a|an|the|being|been|[a-z]+ed|[a-z]+ing)\b)",
        r"\1 not",
    ),
    swap(
        r"(?<=[a-z] )(?<!to )(supports|wants|believes|needs|plans|works|includes)\b",
        lambda m: f"does not {m[1][:-1]}",
    ),
    swap(r"(?<=[a-z] )(wanted|agreed|managed|decided|planned|voted|helped)(?= to\b)", "refused"),
    swap(r"\blikely\b", "unlikely"),
    swap(r"\bable to\b", "unable to"),
)
_AFFIRMED = one_of(
    swap(r"\b(did|does|do) not (?=[a-z])", ""),
    swap(r"\b(is|are|was|were|has|have|had|will|would|should|could) not\b", r"\1"),
    swap(r"\b(is|are|was|were|has|have|had|would|should|could)n['’]t\b", r"\1"),
    swap(r"\bno (?=(?:evidence|plans|reason|intention|doubt|longer|comment|sign)\b)", ""),
    swap(r"\bnever\b", "always"),
    swap(r"\bfailed to\b", "managed to"),
    swap(r"\bwithout\b", "with"),
    swap(r"\bunlikely\b", "likely"),
)
_SURE = one_of(
    swap(r"\b(?:may|might|could)(?= (?!have|not|be able)[a-z]+)", "will"),
    swap(r"\b(?:may|might|could) have\b", "has"),
    swap(r"\b(?:plans|hopes|intends|wants|plan|hope) to\b", "will"),
    swap(r"\b(?:seems|appears) to be\b", "is"),
    swap(r"\baccused of\b", "guilty of"),
    swap(r"\b(?:alleged|suspected|purported|potential|possible) (?=[a-z])", ""),
    swap(r"\b(?:allegedly|reportedly|probably|possibly|apparently|potentially)\b", ""),
    swap(r"\bis (?:expected|likely|set) to\b", "will"),
    swap(r"\bwould\b(?= (?!have|not)[a-z]+)", "will certainly"),
    swap(r"\bsuggests\b", "proves"),
)


def _date(sentence: str, source: Source, dice: random.Random) -> str | None:
    return one_of(
        swap(rf"\b({'|'.join(WEEK)})\b", lambda m: WEEK[(WEEK.index(m[1]) + dice.randrange(1, 6)) % 7]),
        swap(rf"\b({'|'.join(YEARLY)})(?= \d)", lambda m: YEARLY[(YEARLY.index(m[1]) + dice.randrange(1, 11)) % 12]),
        swap(r"(?<![\w.,$£€:/-])(?:19|20)\d\d\b(?! [a-z]+s\b)", lambda m: str(int(m[0]) + dice.choice([-2, -1, 1, 5]))),
        swap(r"\blast (year|week|month)\b", r"next \1"),
        swap(r"\byesterday\b", "tomorrow"),
        swap(rf"\b((?:{'|'.join(YEARLY)}) )(\d{{1,2}})\b(?!\d)", lambda m: m[1] + str(int(m[2]) % 27 + 2)),
    )(sentence, source, dice)  # fmt: skip


_TURNED = {
    "gained": "lost", "grew": "shrank", "strong": "weak", "best": "worst", "win": "lose", "wins": "loses",
    "largest": "smallest", "ahead": "behind", "above": "below", "opposes": "backs", "backed": "opposed",
    "praised": "condemned", "criticized": "praised", "accepted": "refused", "legal": "illegal", "up": "down",
    "increase": "decline", "rising": "falling", "success": "failure", "major": "minor", "allow": "forbid",
}  # fmt: skip


def claims(source: Source, seed: int, published: datetime | None = None) -> Iterator[Made]:
    """Make every claim that the patterns find in the article, in the order of its sentences."""
    dice = random.Random(seed)
    makers = {**_MAKERS, "date respelled": (True, true.day(published))}
    for at, sentence in enumerate(source.sentences):
        if not 7 <= len(sentence.split()) <= 40 or not sentence[0].isupper() or sentence[-1] not in '.!?"”':
            continue
        for kind, (holds, change) in makers.items():
            claim = change(sentence, source, dice)
            if claim is not None and claim != sentence and len(claim.split()) > 4:
                yield Made(kind, holds, claim)
        following = source.sentences[at + 1] if at + 1 < len(source.sentences) else ""
        if (
            sentence[-1] == "."
            and 5 < len(following.split()) < 25
            and re.match(r"(?:The|He|She|They|It|In) ", following)
        ):
            yield Made("two sentences", True, f"{sentence[:-1]}, and {following[0].lower()}{following[1:]}")
    for speaker, content in source.said:
        yield Made("said at the end", True, f"{content[0].upper()}{content[1:]}, {speaker} said.")
        yield Made("told reporters", True, f"{speaker} told reporters that {content}.")
        yield Made("as told by", True, f"{content[0].upper()}{content[1:]}, according to {speaker}.")
    for sentence in source.foreign:
        yield Made("another article", False, sentence)


_MAKERS: dict[str, tuple[bool, Change]] = {
    "to passive": (True, true.to_passive),
    "to active": (True, true.to_active),
    "clause dropped": (True, true.DROPPED),
    "figure respelled": (True, true.respelled),
    "alias": (True, true.alias),
    "typed otherwise": (True, true.TYPED),
    "worded otherwise": (True, true.WORDED),
    "saying moved": (True, true.tail),
    "figure": (False, _figure),
    "name": (False, _person),
    "quotation": (False, _quoted),
    "speaker": (False, _speaker),
    "who did what": (False, _turned_round),
    "passive wrong": (False, true.wrong_passive),
    "denied": (False, _DENIED),
    "affirmed": (False, _AFFIRMED),
    "certainty": (False, _SURE),
    "date": (False, _date),
    "turned": (False, swap(rf"\b(?:{'|'.join(_TURNED)})\b", lambda m: _TURNED[m[0]])),
    "scope": (False, swap(r"\b(?:some|most|many|several|nearly all|half)(?= of (?:the|those|his|its)\b)", "all")),
    "order in time": (False, swap(r"\b(before|after)(?= (?:the|a|his|her|being|[a-z]+ing)\b)",
                                   lambda m: "after" if m[1] == "before" else "before")),
}  # fmt: skip
