"""True claims: one sentence of an article, less of it or in other words, and still what the article says."""

from __future__ import annotations

import random
import re
from datetime import timedelta

from retold_words import (
    DAYS,
    IRREGULAR,
    MONTH,
    MONTHS,
    NAME,
    PERSON,
    QUOTED,
    SHORT,
    SMALL,
    TITLED,
    Scene,
    in_words,
    lowered,
    one_of,
    plain,
    sub,
    tidy,
)

_OPENING = (
    r"^(?:On|In|At|During|Since|After|Before|Earlier|Last|Despite|Following|Throughout|Until|Across|Among) "
    r"[^,“”\"]{3,70}, (?=(?:the|he|she|they|it|a|an|his|her|their|many|some|[A-Z][a-z]+) )"
)
CLAUSE = one_of(
    plain(sub(_OPENING, "")),
    plain(
        sub(
            r", (?:which|where) [^,.;:]{10,150}(?=\.$)|, (?:while|although|though|despite|but|as)"
            r" [^.;:]{10,150}(?=\.$)",
            "",
        )
    ),
    plain(
        sub(r", (?!according|including|following)[a-z]+ing (?!.*\band [a-z]+ing)[^,.;:]{10,120}(?=\.$)", "")
    ),
    plain(sub(r" \([^()]{2,60}\)", "")),
    plain(sub(r" [—–] [^—–]{5,90} [—–](?= )", "")),
    plain(sub(r", and (?:the|he|she|they|it|his|her|[A-Z][a-z]+) [a-z]+ [^,.;:]{12,120}(?=\.$)", "")),
    plain(sub(r"; [^.;]{12,150}(?=\.$)", "")),
)
RELATIVE = one_of(
    plain(sub(r", (?:who|which|whose) [^,.;:]{6,100},(?= [a-z]+)", "")),
    plain(sub(r", (?:who|which|whose) [^,;:.]{6,120}(?=\.$)", "")),
    plain(
        sub(
            r"(?<=[a-z]), (?:a|an|the) [^,.;:]{6,70},(?= (?:said|says|told|has|had|is|was|will|would|did)\b)",
            "",
        )
    ),
)
TIMELESS = plain(
    sub(
        rf"(?<!early)(?<!late) on (?:{'|'.join(DAYS)})(?: (?:morning|night|afternoon"
        rf"|evening))?(?=[ .,])(?!,? {MONTH})",
        "",
    )
)

_THING = (
    r"(?:the|a|an|his|her|its|their) (?:(?!(?:in|on|at|of|to|for|with|by|this|last)\b)[a-z][\w’'-]* ){0,2}"
    r"[a-z][\w’'-]*"
)
_DEED = rf"(?:[a-z]{{3,}}(?<!need)(?<!hundr)ed|{'|'.join(k for k in IRREGULAR if k not in ('told', 'left'))})"
_CAPS = r"[A-Z][\w’'&-]+(?: (?:of |and )?[A-Z][\w’'&-]+){0,4}"
_WHO = rf"(?:{NAME}|{TITLED}|[Tt]he (?:[a-z’'-]+ ){{0,2}}[a-z]+|[Tt]he {_CAPS}|{_CAPS})"
_ENDS = (
    r"(?= (?:on|at|after|during|last|because|when|while|before|this|earlier|in (?:the|a|an|\d|[A-Z]))\b"
    r"|\.$|, (?![a-z]+ing\b))"
)
ACTIVE = re.compile(
    rf"^(?P<who>{_WHO}) (?P<has>has |have )?(?P<verb>{_DEED}) (?P<what>{_THING}|{NAME}"
    rf"|{_CAPS})(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Nov){_ENDS}(?P<rest>.*)$"
)
_PASSIVE = re.compile(
    rf"^(?P<what>{_WHO}) (?P<be>was|were|has been|have been) (?P<verb>[a-z]{{3,}}ed) by "
    rf"(?P<who>{_THING}|{NAME}|(?:the )?{_CAPS}){_ENDS}(?P<rest>.*)$"
)
_NO_DEED = {
    "said",
    "included",
    "prescribed",
    "seemed",
    "appeared",
    "remained",
    "turned",
    "used",
    "vowed",
    "pledged",
    "wanted",
    "agreed",
    "refused",
}


def be(what: str) -> str:
    return "were" if re.search(r"[^s’']s$", what) and not re.fullmatch(NAME, what) else "was"


def passive(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    m = ACTIVE.match(sentence)
    if (
        m is None
        or m["verb"] in _NO_DEED
        or m["who"] in ("He", "She", "They", "It", "We", "This", "That", "Many", "Some")
    ):
        return None
    was = f"{m['has']}been" if m["has"] else be(m["what"])
    return tidy(f"{m['what']} {was} {IRREGULAR.get(m['verb'], m['verb'])} by {lowered(m['who'])}{m['rest']}")


def active(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    m = _PASSIVE.match(sentence)
    if m is None or m["what"] in ("He", "She", "They", "It", "We", "That", "This"):
        return None
    has = {"has been": "has ", "have been": "has "}.get(m["be"], "")
    return tidy(f"{m['who']} {has}{m['verb']} {lowered(m['what'])}{m['rest']}")


def _short(m: re.Match[str]) -> str | None:
    value = int(m[0].replace(",", ""))
    if value % 100_000 == 0 and value >= 1_000_000:
        return f"{value / 1e6:g} million"
    return f"{value / 1000:g} thousand" if value % 100 == 0 and value >= 1000 else None


_PLAIN = r"(?<![\w.,$£€#:/–-])"
FIGURE = one_of(
    sub(_PLAIN + r"\d{1,3}(?:,\d{3})+(?![\w,-]|\.\d)", _short),
    sub(_PLAIN + r"(\d{1,3}),(\d{3})(?![\w,-]|\.\d)", r"\1\2"),
    sub(r"\b(\d+(?:\.\d+)?) (million|billion)\b", lambda m: m[1] + {"million": "m", "billion": "bn"}[m[2]]),
    sub(r"(?<=[$£€])(\d+) million\b", r"\1,000,000"),
    sub(r"\$(\d+)(?![\d,.a-z-])(?! (?:m|b|tr)illion)", r"\1 dollars"),
    sub(r"(?<=\d)(?: percent\b| per cent\b|%)", lambda m: "%" if m[0] != "%" else " percent"),
    sub(r"\b50(?: percent|%)(?= of the)", "half"),
    sub(r"\b25(?: percent|%)(?= of the)", "a quarter"),
    sub(r"\btwo dozen\b", "24"),
    sub(r"\b[Tt]wo[- ]thirds\b", "about 67 percent"),
    sub(_PLAIN + r"\d{1,2}(?= [a-z]{4,}s\b)(?! percent)", lambda m: in_words(int(m[0]))),
    sub(r"\b(?<!-)(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?="
        r" [a-z]{3,}s\b)", lambda m: str(SMALL.index(m[0]))),
)  # fmt: skip


def _rounded(m: re.Match[str]) -> str | None:
    value = int(m["n"].replace(",", ""))
    unit = 10 ** (len(str(value)) - 2)
    near = round(value / unit) * unit
    if near == value or value < 120 or value == 911 or abs(near - value) * 20 > value:
        return None
    about = dice_word(
        value, ("almost", "nearly", "about") if near > value else ("more than", "over", "about")
    )
    return f"{about} {near:,}"


def dice_word(value: int, words: tuple[str, str, str]) -> str:
    return words[value % 3]


def _whole(m: re.Match[str]) -> str | None:
    value = float(m["n"])
    near = round(value)
    if near == value or abs(near - value) > 0.04 * value:
        return None
    return f"{'nearly' if near > value else 'just over'} {m['unit']}{near}"


_BARE = r"(?<!about )(?<!than )(?<!nearly )(?<!around )(?<!almost )(?<!over )(?<!to )"
ROUNDED = one_of(
    sub(
        rf"{_BARE}(?<=[a-z] ){_PLAIN}(?!(?:19|20)\d\d\b)(?P<n>\d{{1,3}}(?:,\d{{3}})*)(?= [a-z]{{4,}}s\b)(?! percent)",
        _rounded,
    ),
    sub(rf"{_BARE}(?<![\w.,$£€])(?P<unit>[$£€]?)(?P<n>\d+\.\d+)(?= (?:percent|million|billion)\b|%)", _whole),
)


def dated(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """A day or year told by the calendar where the article tells it from its own date, and back."""
    day = scene.published

    def weekday(m: re.Match[str]) -> str | None:
        if day is None or not re.search(
            r"ed $|\b(?:said|told|was|were|held|won|met|went) ", sentence[: m.start()][-12:]
        ):
            return None
        when = day - timedelta(days=(day.weekday() - DAYS.index(m[1])) % 7)
        return dice.choice(
            [f"on {MONTHS[when.month - 1]} {when.day}", f"on {when.day} {MONTHS[when.month - 1]} {when.year}"]
        )

    def months(m: re.Match[str]) -> str:
        name = MONTHS[SHORT[m[1]]] if m[1] in SHORT else m[1]
        return dice.choice([f"{m[2]} {name}", f"{name} {m[2]}"])

    changes = [sub(rf"\b({MONTH}) (\d{{1,2}})\b(?!,? \d|[-–]| to\b)", months)]
    if day is not None:
        changes.append(sub(rf"\bon ({'|'.join(DAYS)})\b(?! (?:morning|night|after|even)|, {MONTH})", weekday))
        changes.append(sub(r"(?<!the )\blast year\b(?![’'])", f"in {day.year - 1}"))
        changes.append(sub(r"\bthis year\b(?![’'])", f"in {day.year}"))
        changes.append(sub(rf"\bin {day.year}\b", "this year"))
    return one_of(*changes)(sentence, scene, dice)


def named(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """Somebody under another of their names: the surname for the whole, the whole for the surname, a title less."""

    def surname(m: re.Match[str]) -> str | None:
        alone = len(re.findall(rf"\b{m['last']}\b", scene.text)) > len(
            re.findall(rf"\b{m['first']} {m['last']}\b", scene.text)
        )
        return m["last"] if alone and sum(p.endswith(m["last"]) for p in scene.persons) == 1 else None

    def whole(m: re.Match[str]) -> str | None:
        same = [p for p in scene.persons if p.split()[-1] == m["last"]]
        return same[0] if len(same) == 1 else None

    lasts = "|".join(scene.surnames) or "-"
    return plain(one_of(
        sub(PERSON.pattern, surname),
        sub(rf"\b(?:Mr|Mrs|Ms)\. (?P<last>{lasts})\b(?![’'-])", whole),
        sub(rf"(?<![A-Z][a-z] )(?<!\. )(?<![a-z] )\b(?P<last>{lasts})\b(?= (?:said|has|is|was|told"
            rf"|will)\b)(?<!^)", whole),
        sub(rf"\b(?:Mr|Mrs|Ms)\. (?=(?:{lasts})\b)", ""),
        sub(rf"(?:(?<=^)|(?<=and )|(?<=with )|(?<=that )|(?<=by )|(?<=to ))(?:President|Senator|Sen\.|Gov\."
            rf"|Rep\.) (?={NAME})", ""),
    ))(sentence, scene, dice)  # fmt: skip


_AGREED = (
    ("the United States", "the U.S."), ("the U.S.", "the United States"), ("the U.K.", "the United Kingdom"),
    ("the European Union", "the EU"), ("the EU", "the European Union"), ("the United Nations", "the U.N."),
    ("the FBI", "the Federal Bureau of Investigation"), ("the F.B.I.", "the FBI"),
    ("the GOP", "the Republican Party"), ("the CIA", "the Central Intelligence Agency"),
)  # fmt: skip


def lettered(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """Initials for a name and the name for its initials: common ones, and those the article explains itself."""
    pairs = list(_AGREED)
    for m in re.finditer(r"\b((?:[A-Z][a-z]+ (?:of |for |and |the )?){2,5})\(([A-Z]{3,6})\)", scene.text):
        whole = m[1].strip().split()
        if [w[0] for w in whole if w[0].isupper()] == list(m[2]):
            pairs += [(" ".join(whole), m[2]), (m[2], " ".join(whole))]
    changes = [plain(sub(rf"(?<![\w.]){re.escape(a)}(?![\w(’')-])(?! [A-Z(])", b)) for a, b in pairs]
    return one_of(*changes)(sentence, scene, dice)


def turned(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """Main and subordinate clause in the other order."""
    if QUOTED.search(sentence):
        return None
    join = "after|before|when|because|although|while|if|since|unless|once"
    m = re.match(
        rf"^((?:{join}) )([^,;:]{{8,80}}), ((?:the|he|she|they|it|a|[A-Z][a-z]+) [^,;:]+)\.$", sentence, re.I
    )
    if m and not re.search(r"\b(?:and|but)\b", sentence):
        return f"{m[3][0].upper()}{m[3][1:]} {m[1].lower()}{m[2]}."
    m = re.match(
        rf"^([^,;:]{{15,90}}),? ((?:{join}) )((?:the|he|she|they|it|[A-Z][a-z]+) [^,;:]{{8,80}})\.$", sentence
    )
    if m and not re.search(
        r"\b(?:that|said|says|who|which|and|but|to|about|just|only|even|years?|months?|days?|weeks?)\b", m[1]
    ):
        return f"{m[2].capitalize()}{m[3]}, {lowered(m[1])}."
    return None


CLEFT = plain(
    sub(
        rf"^(?P<who>{NAME}|{TITLED}) (?=(?:was|has|had|won|led|took|made|wrote|{_DEED}) )(?!said|told|added)",
        lambda m: f"It was {m[0]}who ",
    )
)
