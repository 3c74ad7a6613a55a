"""True claims of the second generator, and what both its halves draw on."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import datetime, timedelta

from altered_claims import Source

Change = Callable[[str, Source, random.Random], str | None]

CAP = r"(?:[A-Z][\w’'-]+|[A-Z]\.)"
PERSON = re.compile(rf"\b{CAP}(?: {CAP}){{1,2}}\b")
QUOTE = re.compile(r"[“\"]([^“”\"]{15,})[”\"]")
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
YEARLY = "January,February,March,April,May,June,July,August,September,October,November,December".split(",")
_SPELLED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
_TENS = {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
PAST = {
    "won": "won", "took": "taken", "gave": "given", "wrote": "written", "made": "made", "led": "led",
    "held": "held", "chose": "chosen", "broke": "broken", "beat": "beaten", "sent": "sent", "built": "built",
}  # fmt: skip


def swap(pattern: str, made: str | Callable[[re.Match[str]], str], flags: int = 0) -> Change:
    compiled = re.compile(pattern, flags)

    def change(sentence: str, source: Source, dice: random.Random) -> str | None:
        quoted = [m.span() for m in QUOTE.finditer(sentence)]
        found = [m for m in compiled.finditer(sentence) if not any(a <= m.start() < b for a, b in quoted)]
        if not found:
            return None
        m = dice.choice(found)
        new = m.expand(made) if isinstance(made, str) else made(m)
        claim = sentence[: m.start()] + new + sentence[m.end() :]
        claim = re.sub(r" {2,}", " ", claim).strip()
        return claim[:1].upper() + claim[1:]

    return change


def one_of(*changes: Change) -> Change:
    """One of the changes that can be made, drawn by lot."""

    def change(sentence: str, source: Source, dice: random.Random) -> str | None:
        for one in dice.sample(changes, len(changes)):
            claim = one(sentence, source, dice)
            if claim is not None and claim != sentence:
                return claim
        return None

    return change


def _plain_only(change: Change) -> Change:
    """Leave sentences with quotation marks alone."""
    return lambda s, source, dice: None if re.search(r"[\"“”]", s) else change(s, source, dice)


_NOUN = r"(?:the|a|an|his|her|their|its|this) (?:[a-z][\w’'-]+ ){0,2}[a-z][\w’'-]+|" + CAP + rf"(?: {CAP})*"
_ACTIVE = re.compile(
    rf"^(?P<who>(?:The |A )?(?:[A-Z][\w’'-]+ ){{0,3}}[A-Z]?[a-z][\w’'-]+) (?P<verb>[a-z]{{3,}}ed|{'|'.join(PAST)}) "
    rf"(?P<what>{_NOUN})(?P<rest> (?:on|in|at|after|during|last|for|by|over|from) .*|[.,].*)$"
)


def to_passive(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _ACTIVE.match(sentence)
    if m is None or m["verb"] in ("said", "added", "agreed", "seemed", "appeared", "turned", "used"):
        return None
    what = m["what"][0].upper() + m["what"][1:]
    who = m["who"] if m["who"].split()[0] not in ("The", "A") else m["who"][0].lower() + m["who"][1:]
    if who in ("He", "She", "They", "It", "We") or len(who.split()) > 4:
        return None
    be = "were" if re.search(r"[^s]s$", m["what"]) and not m["what"][0].isupper() else "was"
    return f"{what} {be} {PAST.get(m['verb'], m['verb'])} by {who}{m['rest']}"


def wrong_passive(sentence: str, source: Source, dice: random.Random) -> str | None:
    """The verb made passive and the parties left where they were."""
    m = _ACTIVE.match(sentence)
    if to_passive(sentence, source, dice) is None or m is None:
        return None
    be = "were" if m["who"].endswith("s") else "was"
    return f"{m['who']} {be} {PAST.get(m['verb'], m['verb'])} by {m['what']}{m['rest']}"


_BY = re.compile(
    rf"^(?P<what>(?:The |A )?[A-Z]?[\w’'-]+(?: [\w’'-]+){{0,3}}) (?:was|were) (?P<verb>[a-z]+ed) by "
    rf"(?P<who>{_NOUN})(?P<rest>[.,].*| (?:on|in|at|after|last) .*)$"
)


def to_active(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _BY.match(sentence)
    if m is None:
        return None
    what = m["what"] if m["what"].split()[0] not in ("The", "A") else m["what"][0].lower() + m["what"][1:]
    return f"{m['who'][0].upper()}{m['who'][1:]} {m['verb']} {what}{m['rest']}"


def respelled(sentence: str, source: Source, dice: random.Random) -> str | None:
    def scaled(m: re.Match[str]) -> str:
        scale = {"million": 10**6, "billion": 10**9}[m[2]]
        short = {"million": "m", "billion": "bn"}[m[2]]
        return dice.choice([f"{m[1]}{short}", f"{round(float(m[1]) * scale):,}"])

    def spelled(m: re.Match[str]) -> str:
        value = int(m[0])
        if value < len(_SPELLED):
            return _SPELLED[value]
        if value < 100 and value >= 20:
            tens = _TENS[value // 10 * 10]
            return tens + (f"-{_SPELLED[value % 10]}" if value % 10 else "")
        return m[0]

    return one_of(
        swap(r"(\d+(?:\.\d+)?) (million|billion)\b", scaled),
        swap(r"(\d) ?(?:percent\b|per cent\b|%)", lambda m: m[1] + dice.choice(["%", " per cent", " percent"])),
        swap(r"\b(?:one|a)[ -]third\b", "33 per cent"),
        swap(r"(?<!second )(?<!first )(?<!other )\bhalf of\b", "50% of"),
        swap(r"\b(?:one|a)[ -]quarter of\b", "25 percent of"),
        swap(r"\ba dozen\b", "12"),
        swap(r"(?<![\w.,$£€:/-])(\d{1,3}),000\b(?!,)", r"\g<1>000"),
        swap(r"(?<![\w.,$£€:/-])\d{1,2}(?= [a-z]{4,})(?! (?:percent|per|million|billion))", spelled),
        swap(r"(?<!-)\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:hundred|thousand|million))",
              lambda m: str(_SPELLED.index(m[0]))),
    )(sentence, source, dice)  # fmt: skip


def day(published: datetime | None) -> Change:
    def change(sentence: str, source: Source, dice: random.Random) -> str | None:
        if published is None:
            return None

        def dated(m: re.Match[str]) -> str:
            back = (published.weekday() - WEEK.index(m[1])) % 7
            day = published - timedelta(days=back)
            return f"on {YEARLY[day.month - 1]} {day.day}"

        return one_of(
            swap(rf"(?<=ed )on ({'|'.join(WEEK)})\b(?! (?:night|morning))", dated),
            swap(r"\blast year\b", f"in {published.year - 1}"),
            swap(rf"\b({'|'.join(YEARLY)}) (\d{{1,2}})\b(?!,? ?\d)", r"\2 \1"),
        )(sentence, source, dice)

    return change


def alias(sentence: str, source: Source, dice: random.Random) -> str | None:
    if QUOTE.search(sentence):
        return None
    for name in source.names:
        last = name.split()[-1]
        if name in sentence and source.text.count(last) > source.text.count(name) and len(name.split()) == 2:
            return sentence.replace(name, last)
        if name not in sentence and len(name.split()) == 2:
            alone = [m for m in re.finditer(rf"(?<![A-Z][a-z]) {last}\b(?! [A-Z])", sentence)]
            same = [n for n in source.names if n.split()[-1] == last]
            if len(alone) == 1 and same == [name]:
                return re.sub(rf"(?:(?:Mr|Ms|Mrs)\. )?\b{last}\b", name, sentence, count=1)
    return None


DROPPED = one_of(
    _plain_only(swap(r"^(?:[A-Z][a-z]+(?: [\w’'-]+){1,6}), (?=(?:the|he|she|they|it|a) )", "")),
    _plain_only(swap(r"(?<=[a-z]), (?:a|the|an) [^,.]{8,60},(?= (?:has|had|is|was|said|will|told)\b)", "")),
    _plain_only(swap(r" \([^()]{2,40}\)", "")),
    _plain_only(swap(r", [a-z]+ing [^,.]{8,100}(?=\.$)", "")),
    _plain_only(swap(r", and (?:the|he|she|they|it) [^,.]{15,120}(?=\.$)", "")),
    _plain_only(swap(r" (?:also|still|already|currently|recently|then|later)(?= [a-z])", "")),
    _plain_only(swap(r", (?:but|although|though|despite) [^.]{15,120}(?=\.$)", "")),
    _plain_only(swap(r" (?:who|that|which) (?:is|was|has|had|were|are) [^,.]{8,70},", "")),
)
TYPED = one_of(
    swap(r"n['’]t\b", lambda m: "n’t"),
    swap(r"\b(did|does|do|was|were|is|has|had|would|could) not\b", r"\1n't"),
    lambda s, source, dice: s.translate(str.maketrans({"“": '"', "”": '"', "’": "'", '"': "”"})),
)
WORDED = one_of(
    swap(r"\bU\.S\.(?= [a-z])", "US"),
    swap(r"\b(?:about|around) (?=\d)", "roughly "),
    swap(r"\bmore than (?=\d)", "over "),
    swap(r"\bsaid (?=(?:the|he|she|it|they|that)\b)", "stated "),
    swap(r"\bbecause\b", "since"),
    swap(r"\bin order to\b", "to"),
    swap(r"\bhowever, ", "", re.I),
    swap(r"\bbegan\b", "started"),
    swap(r"\bhelp(?:ed)? to\b", "help"),
    swap(r"\bbut\b", "yet"),
)


def tail(sentence: str, source: Source, dice: random.Random) -> str | None:
    """What somebody said, the saying moved from one end to the other."""
    m = re.match(rf"^((?:{CAP} ?){{2,4}}) said (?:that )?((?:the|he|she|it|they) [^\"“”]+)\.$", sentence)
    if m:
        return f"{m[2][0].upper()}{m[2][1:]}, {m[1].strip()} said."
    m = re.match(rf"^([^\"“”]{{25,}}), ((?:{CAP} ?){{2,4}}) said\.$", sentence)
    return f"{m[2].strip()} said that {m[1][0].lower()}{m[1][1:]}." if m else None
