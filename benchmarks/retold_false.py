"""False claims: one sentence of an article with one thing in it changed, in each way a checker has to notice."""

from __future__ import annotations

import random
import re

from retold_told import direct
from retold_true import ACTIVE, be, passive
from retold_words import (
    IRREGULAR,
    MONTHS,
    NAME,
    PERSON,
    PLACE,
    PLACES,
    QUOTED,
    SMALL,
    TITLED,
    Scene,
    lowered,
    one_of,
    places_for,
    sub,
    tidy,
)

_PLAIN = r"(?<![\w.,#:/–-])(?<![A-Z][a-z]{2} )(?<![a-z]{3}\. )"


def figure(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    def moved(m: re.Match[str]) -> str | None:
        value = int(m[0].replace(",", ""))
        if re.search(
            rf"\b(?:{'|'.join(MONTHS)}|Sept\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.|Aug\.) $", sentence[: m.start()]
        ):
            return None
        digits = str(value)
        for _ in range(20):
            at = dice.randrange(len(digits))
            new = int(digits[:at] + dice.choice("123456789") + digits[at + 1 :])
            if new != value and str(new) not in scene.text and f"{new:,}" not in scene.text:
                return f"{new:,}" if "," in m[0] else str(new)
        return None

    def word(m: re.Match[str]) -> str:
        other = dice.choice(
            [n for n in SMALL[2:11] if n != m[0].lower() and not re.search(rf"\b{n}\b", scene.text)]
            or ["nineteen"]
        )
        return other.capitalize() if m[0][0].isupper() else other

    return one_of(
        sub(_PLAIN + r"(?<![$£€])(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})*(?![\w/:’'-]|[.,]\d|st\b)", moved),
        sub(r"(?<=[$£€])\d{1,3}(?:,\d{3})*(?![\w,]|\.\d)", moved),
        sub(r"(?<=\d\.)\d(?!\d)(?= ?(?:percent|%|million|billion))", lambda m: str((int(m[0]) + 4) % 10)),
        sub(
            r"(?<!-)(?<!one or )\b(?:two|three|four|five|six|seven|eight|nine|ten)(?= [a-z]{3,}s\b)",
            word,
            re.I,
        ),
    )(sentence, scene, dice)


MEASURE = one_of(
    sub(r"(?<=\d )million\b", "billion"),
    sub(r"(?<=\d )billion\b", "million"),
    sub(r"\bhundreds\b(?= of)", "thousands"),
    sub(r"\bthousands\b(?= of)", "millions"),
    sub(r"\bmillions\b(?= of)", "thousands"),
    sub(r"\bdozens\b(?= of)", "hundreds"),
    sub(r"\bdoubled\b", "tripled"),
    sub(r"\btwice\b", "three times"),
    sub(r"\b[Hh]alf(?= of\b)", "a third"),
    sub(r"\b(?:one|a) third\b|\bone-third\b", "two thirds"),
    sub(r"(?<=\d )miles\b", "kilometres"),
    sub(r"(?<=\d )feet\b", "metres"),
    sub(r"\$(?=\d)", "£"),
    sub(r"\b(\w+) (years|months|weeks|days|hours)(?= (?:ago|later|in prison|earlier))",
        lambda m: f"{m[1]} {dict(years='months', months='years', weeks='months', days='weeks', hours='days')[m[2]]}"),
    sub(r"\b(?:first|second|third|fourth|fifth)(?= (?:time|year|day|place|term|round|quarter|debate|goal|game)\b)",
        lambda m: {"first": "third", "second": "fourth", "third": "second", "fourth": "second", "fifth": "first"}[m[0]]),
)  # fmt: skip
BOUND = one_of(
    sub(r"\bmore than (?=\$?\d|half|[a-z]+ (?:million|years|hundred))", "fewer than "),
    sub(r"\b(?:less|fewer) than (?=\$?\d|half|a )", "more than "),
    sub(r"\bat least (?=\$?\d|one|two|three|four|five|six)", "at most "),
    sub(r"\bup to (?=\$?\d)", "more than "),
    sub(r"\b(?:nearly|almost) (?=\$?\d)", "more than "),
    sub(r"\bover (?=\$?\d+ ?(?:percent|million|years))", "under "),
)


def entity(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """Another person or place of the same article."""

    def other(m: re.Match[str]) -> str | None:
        known = [n for n in scene.persons if n.split()[-1] not in sentence and n.split()[0] != m["first"]]
        return dice.choice(known) if known else None

    def last(m: re.Match[str]) -> str | None:
        known = [n for n in scene.surnames if n not in sentence and n != m["last"]]
        return dice.choice(known) if known else None

    def place(m: re.Match[str]) -> str | None:
        known = [n for n in scene.places if n not in sentence]
        return dice.choice(known) if known else None

    lasts = "|".join(scene.surnames) or "-"
    return one_of(
        sub(PERSON.pattern, other),
        sub(rf"(?<!^)(?<![A-Z][a-z] )(?<![A-Z][a-z]{{2}} )(?<![a-z] )\b(?P<last>{lasts})\b(?! [A-Z])", last),
        sub(
            rf"\b(?:Mr|Mrs|Ms)\. (?P<last>{lasts})\b", lambda m: (n := last(m)) and m[0].replace(m["last"], n)
        ),
        sub(PLACE.pattern, place),
    )(sentence, scene, dice)


def stranger(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """Somebody or some place of which the article knows nothing."""

    def one(names: list[str]) -> str:
        return dice.choice([n for n in names if n not in scene.text])

    return one_of(
        sub(
            NAME,
            lambda m: one(
                ["Edgar Lindholm", "Priya Raman", "Tobias Wenger", "Carla Mendes", "Owen Pritchard"]
            ),
        ),
        sub(PLACE.pattern, lambda m: one(PLACES)),
        sub(
            r"\b[A-Z][a-z]+ (?:University|College)\b",
            lambda m: one(["Uppsala University", "Ravenna College"]),
        ),
        sub(
            r"\bThe (?:New York Times|Washington Post|Wall Street Journal|Associated Press)\b",
            lambda m: one(["The Boston Globe", "The Guardian"]),
        ),
        sub(
            r"\b(?:CNN|Fox News|NBC|CBS|Facebook|Google|Twitter|Apple|Amazon|Microsoft)\b",
            lambda m: one(["Reuters", "Samsung", "Nestlé", "Toyota"]),
        ),
    )(sentence, scene, dice)


_BE = r"(?:is|are|was|were|will|would|has|have|had|can|could|should|must)"
_BASE = {
    "wanted": "want", "agreed": "agree", "managed": "manage", "decided": "decide", "planned": "plan",
    "began": "begin", "helped": "help", "tried": "try", "vowed": "vow", "pledged": "pledge",
    "won": "win", "took": "take", "made": "make", "gave": "give", "called": "call", "asked": "ask",
    "offered": "offer", "signed": "sign", "backed": "back", "endorsed": "endorse", "released": "release",
    "attended": "attend", "reached": "reach",
}  # fmt: skip
DENIED = one_of(
    sub(rf"\b{_BE}(?= (?:the|a|an|in|on|also|[a-z]+ed|[a-z]+ing|be|been|become|make|take|go|have)\b)(?!"
        rf" (?:a )?(?:few|lot))", lambda m: f"{m[0]} not"),
    sub(r"\b(?:is|was|were|are|would|could|should|has|had)(?= (?:[a-z]+ed|[a-z]+ing|the|a"
        r"|be)\b)", lambda m: f"{m[0]}n’t"),
    sub(r"\b(has|have|had|was|were)(?= (?:been|[a-z]{3,}ed)\b)", r"\1 never"),
    sub(r"(?<!has )(?<!have )(?<!had )\b(wanted|agreed|managed|decided|planned|began|helped|tried|vowed"
        r"|pledged) (?=to [a-z])",
        lambda m: f"did not {_BASE[m[1]]} "),
    sub(r"(?<=[a-z] )(won|took|made|gave|called|asked|offered|signed|backed|endorsed|released|attended"
        r"|reached) (?=(?:the|a|an|his|her|its|their)\b)",
        lambda m: f"failed to {_BASE[m[1]]} "),
    sub(r"(?<=[a-z] )(signed|backed|endorsed|released|attended|offered|called|answered|accepted) (?=(?:the"
        r"|a|an|his|her|its|their)\b)",
        lambda m: f"refused to {_BASE.get(m[1], m[1][:-2])} "),
    sub(r"\bthere (is|was|are|were) (?:an? |some )?(?!no\b|not\b)(?=[a-z]{4,})", r"there \1 no "),
)  # fmt: skip


AFFIRMED = one_of(
    sub(rf"\b({_BE}) not(?= [a-z])(?! (?:only|just|until|because))", r"\1"),
    sub(r"\b(is|are|was|were|would|could|should|has|have|had)n[’']t\b(?! (?:just|only|until))", r"\1"),
    sub(r"\b(did|does|do)(?: not|n[’']t)(?= [a-z])(?! (?:just|only|always|every))", r"\1"),
    sub(r"\bnever (?=[a-z])", ""),
    sub(r"\b(?:has|had|have) no (?=[a-z])", lambda m: m[0].replace("no ", "some ")),
    sub(r"\bthere (is|was|are|were) no\b", r"there \1"),
    sub(r"\brefused to\b", "agreed to"),
    sub(r"\brefused to\b", "offered to"),
    sub(r"\bfailed to\b", "was able to"),
    sub(r"\bdeclined to\b", "agreed to"),
    sub(r"\bdenied (?=that|the|any|being|hav)", "confirmed "),
    sub(r"\bwithout (?=[a-z])", "with "),
    sub(r"\bno longer (?=[a-z])", "still "),
    sub(r"\bunable to\b", "able to"),
    sub(r"\bunlikely to\b", "likely to"),
    sub(r"\brejected\b", "welcomed"),
    sub(r"\bnone of\b", "most of", re.I),
)
_OPPOSITE = {
    "rose": "fell", "fell": "rose", "rising": "falling", "falling": "rising", "increased": "declined",
    "declined": "grew",
    "won": "lost", "lost": "won", "victory": "defeat", "defeat": "victory", "win": "loss",
    "supported": "opposed", "support": "opposition to",
    "praised": "criticized", "criticized": "praised", "hired": "fired", "fired": "hired", "opened": "closed",
    "closed": "opened",
    "accept": "reject", "reject": "accept", "joined": "left", "higher": "lower", "lower": "higher",
    "best": "worst", "worst": "best",
    "ahead of": "behind", "behind": "ahead of", "raise": "cut", "cut": "raised", "arrived": "departed",
    "allowed": "barred", "banned": "allowed",
    "largest": "smallest", "oldest": "youngest", "bought": "sold", "sold": "bought", "guilty": "not guilty",
    "alive": "dead", "success": "failure",
    "successful": "unsuccessful", "safe": "dangerous", "popular": "unpopular", "legal": "illegal", "friend": "enemy",
    "early": "late", "most": "least", "remained": "ceased to be", "start": "end", "began": "ended",
    "gained": "lost", "agreed": "disagreed",
}  # fmt: skip


def _opposed(m: re.Match[str]) -> str | None:
    before = m.string[: m.start()]
    if re.search(r"\bto $", before) and m[0] in ("win", "support", "start", "cut", "raise"):
        return {"win": "lose", "support": "oppose", "start": "stop", "cut": "raise", "raise": "cut"}[m[0]]
    return (
        None
        if m[0] in ("won", "lost", "cut") and re.search(r"\b(?:was|were|be|been|has|have|had) $", before)
        else _OPPOSITE[m[0]]
    )


OPPOSITE = sub(rf"(?<=[a-z,] )\b(?:{'|'.join(_OPPOSITE)})\b(?![’'-])", _opposed)

_SAYS = r"(?:said|says|told|added|argued|wrote|tweeted|noted|explained|insisted|claimed|warned)"
_SPEAKER = re.compile(
    rf"(?P<who>{NAME}|{TITLED}) {_SAYS}\b|\b(?:said|according to) (?P<whose>{NAME}|{TITLED})|"
    rf"(?<=[,”\"] )(?P<last>[A-Z][a-z]{{3,}}) {_SAYS}\b"
)


def speaker(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """What one said, in another's mouth."""
    for m in _SPEAKER.finditer(sentence):
        group = m.lastgroup or ""
        if group == "last" and m[group] not in scene.surnames:
            continue
        known = [
            n for n in scene.persons if n.split()[-1] not in sentence and not m[group].endswith(n.split()[-1])
        ]
        if known:
            return sentence[: m.start(group)] + dice.choice(known) + sentence[m.end(group) :]
    return None


def speaker_told(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """A quotation told without its marks, in another's mouth."""
    found = direct(sentence, scene.text)
    known = [n for n in scene.persons if n.split()[-1] not in sentence]
    return f"{dice.choice(known)} said that {found[1]}." if found and known else None


def swapped(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """Who did it and to whom it was done change places."""
    lasts = "|".join(scene.surnames) or "-"
    one = rf"(?:{NAME}|{TITLED}|(?:{lasts})\b|{PLACE.pattern})"
    deed = (
        r"(?:has |had |have |will |would )?(?:[a-z]{3,}ed|beat|told|called|won|led|blames?|accuses?|backs?"
        r"|asks?|urges?|hit|attacks?)"
        r"(?: [a-z]+){0,3}"
    )
    for m in places_for(re.compile(rf"(?P<a>{one}) (?P<v>{deed}) (?P<b>{one})(?!['’-])(?! [A-Z])"), sentence):
        if m["a"].split()[-1] != m["b"].split()[-1] and not re.search(
            r"\b(?:met|and|or|said|added|than|as|that|with)\b", m["v"]
        ):
            return f"{sentence[: m.start()]}{m['b']} {m['v']} {m['a']}{sentence[m.end() :]}"
    m = ACTIVE.match(sentence)
    if m is None or passive(sentence, scene, dice) is None:
        return None
    turned = f"{m['what']} {m['has'] or ''}{m['verb']} {lowered(m['who'])}{m['rest']}"
    kept = f"{m['who']} {be(m['who'])} {IRREGULAR.get(m['verb'], m['verb'])} by {m['what']}{m['rest']}"
    return tidy(dice.choice([turned, kept]))


_OTHERWISE = {
    "good": "bad", "great": "small", "never": "often", "always": "seldom", "more": "less", "all": "some",
    "not": "now", "people": "voters",
    "can": "must", "will": "may", "should": "might", "very": "hardly", "big": "little", "right": "wrong",
    "think": "doubt", "know": "hope",
    "first": "last", "many": "few", "country": "company", "want": "fear", "need": "like", "best": "only",
    "much": "little", "is": "was",
}  # fmt: skip


def quotation(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """One word of what stands between quotation marks changed, left out or put in."""
    m = QUOTED.search(sentence)
    words = list(re.finditer(r"[A-Za-z’']+", m[0])) if m else []
    if m is None or len(words) < 5:
        return None
    known = [w for w in words if w[0] in _OTHERWISE]
    w = dice.choice(known or words[1:-1])
    new = _OTHERWISE.get(w[0]) if known else dice.choice(["", w[0] + " really", "certain"])
    changed = re.sub(r" {2,}", " ", m[0][: w.start()] + str(new) + m[0][w.end() :])
    return sentence[: m.start()] + changed + sentence[m.end() :]
