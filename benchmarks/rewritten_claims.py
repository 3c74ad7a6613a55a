"""A second generator of claims, written without a look at the first one's patterns or the checker's lists.

The checker was tuned on `altered_claims`; what it does on these says how far that carries.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from altered_claims import Made, Source

Change = Callable[[str, Source, random.Random], str | None]

_CAP = r"(?:[A-Z][\w’'-]+|[A-Z]\.)"
_PERSON = re.compile(rf"\b{_CAP}(?: {_CAP}){{1,2}}\b")
_QUOTE = re.compile(r"[“\"]([^“”\"]{15,})[”\"]")
_WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_YEARLY = (
    "January,February,March,April,May,June,July,August,September,October,November,December".split(",")
)
_SPELLED = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_PAST = {
    "won": "won", "took": "taken", "gave": "given", "wrote": "written", "made": "made", "led": "led",
    "held": "held", "chose": "chosen", "broke": "broken", "beat": "beaten", "sent": "sent", "built": "built",
}  # fmt: skip


def _swap(pattern: str, made: str | Callable[[re.Match[str]], str], flags: int = 0) -> Change:
    compiled = re.compile(pattern, flags)

    def change(sentence: str, source: Source, dice: random.Random) -> str | None:
        quoted = [m.span() for m in _QUOTE.finditer(sentence)]
        found = [
            m for m in compiled.finditer(sentence) if not any(a <= m.start() < b for a, b in quoted)
        ]
        if not found:
            return None
        m = dice.choice(found)
        new = m.expand(made) if isinstance(made, str) else made(m)
        claim = sentence[: m.start()] + new + sentence[m.end() :]
        claim = re.sub(r" {2,}", " ", claim).strip()
        return claim[:1].upper() + claim[1:]

    return change


def _any(*changes: Change) -> Change:
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


_NOUN = r"(?:the|a|an|his|her|their|its|this) (?:[a-z][\w’'-]+ ){0,2}[a-z][\w’'-]+|" + _CAP + rf"(?: {_CAP})*"
_ACTIVE = re.compile(
    rf"^(?P<who>(?:The |A )?(?:[A-Z][\w’'-]+ ){{0,3}}[A-Z]?[a-z][\w’'-]+) (?P<verb>[a-z]{{3,}}ed|{'|'.join(_PAST)}) "
    rf"(?P<what>{_NOUN})(?P<rest> (?:on|in|at|after|during|last|for|by|over|from) .*|[.,].*)$"
)


def _to_passive(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _ACTIVE.match(sentence)
    if m is None or m["verb"] in ("said", "added", "agreed", "seemed", "appeared", "turned", "used"):
        return None
    what = m["what"][0].upper() + m["what"][1:]
    who = m["who"] if m["who"].split()[0] not in ("The", "A") else m["who"][0].lower() + m["who"][1:]
    if who in ("He", "She", "They", "It", "We") or len(who.split()) > 4:
        return None
    be = "were" if re.search(r"[^s]s$", m["what"]) and not m["what"][0].isupper() else "was"
    return f"{what} {be} {_PAST.get(m['verb'], m['verb'])} by {who}{m['rest']}"


def _wrong_passive(sentence: str, source: Source, dice: random.Random) -> str | None:
    """The verb made passive and the parties left where they were."""
    m = _ACTIVE.match(sentence)
    if _to_passive(sentence, source, dice) is None or m is None:
        return None
    return f"{m['who']} {'were' if m['who'].endswith('s') else 'was'} {_PAST.get(m['verb'], m['verb'])} by {m['what']}{m['rest']}"


_BY = re.compile(
    rf"^(?P<what>(?:The |A )?[A-Z]?[\w’'-]+(?: [\w’'-]+){{0,3}}) (?:was|were) (?P<verb>[a-z]+ed) by "
    rf"(?P<who>{_NOUN})(?P<rest>[.,].*| (?:on|in|at|after|last) .*)$"
)


def _to_active(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _BY.match(sentence)
    if m is None:
        return None
    what = m["what"] if m["what"].split()[0] not in ("The", "A") else m["what"][0].lower() + m["what"][1:]
    return f"{m['who'][0].upper()}{m['who'][1:]} {m['verb']} {what}{m['rest']}"


def _respelled(sentence: str, source: Source, dice: random.Random) -> str | None:
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

    return _any(
        _swap(r"(\d+(?:\.\d+)?) (million|billion)\b", scaled),
        _swap(r"(\d) ?(?:percent\b|per cent\b|%)", lambda m: m[1] + dice.choice(["%", " per cent", " percent"])),
        _swap(r"\b(?:one|a)[ -]third\b", "33 per cent"),
        _swap(r"(?<!second )(?<!first )(?<!other )\bhalf of\b", "50% of"),
        _swap(r"\b(?:one|a)[ -]quarter of\b", "25 percent of"),
        _swap(r"\ba dozen\b", "12"),
        _swap(r"(?<![\w.,$£€:/-])(\d{1,3}),000\b(?!,)", r"\g<1>000"),
        _swap(r"(?<![\w.,$£€:/-])\d{1,2}(?= [a-z]{4,})(?! (?:percent|per|million|billion))", spelled),
        _swap(r"(?<!-)\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:hundred|thousand|million))",
              lambda m: str(_SPELLED.index(m[0]))),
    )(sentence, source, dice)  # fmt: skip


def _day(published: datetime | None) -> Change:
    def change(sentence: str, source: Source, dice: random.Random) -> str | None:
        if published is None:
            return None

        def dated(m: re.Match[str]) -> str:
            back = (published.weekday() - _WEEK.index(m[1])) % 7
            day = published - timedelta(days=back)
            return f"on {_YEARLY[day.month - 1]} {day.day}"

        return _any(
            _swap(rf"(?<=ed )on ({'|'.join(_WEEK)})\b(?! (?:night|morning))", dated),
            _swap(r"\blast year\b", f"in {published.year - 1}"),
            _swap(rf"\b({'|'.join(_YEARLY)}) (\d{{1,2}})\b(?!,? ?\d)", r"\2 \1"),
        )(sentence, source, dice)

    return change


def _alias(sentence: str, source: Source, dice: random.Random) -> str | None:
    if _QUOTE.search(sentence):
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


_DROPPED = _any(
    _plain_only(_swap(r"^(?:[A-Z][a-z]+(?: [\w’'-]+){1,6}), (?=(?:the|he|she|they|it|a) )", "")),
    _plain_only(_swap(r"(?<=[a-z]), (?:a|the|an) [^,.]{8,60},(?= (?:has|had|is|was|said|will|told)\b)", "")),
    _plain_only(_swap(r" \([^()]{2,40}\)", "")),
    _plain_only(_swap(r", [a-z]+ing [^,.]{8,100}(?=\.$)", "")),
    _plain_only(_swap(r", and (?:the|he|she|they|it) [^,.]{15,120}(?=\.$)", "")),
    _plain_only(_swap(r" (?:also|still|already|currently|recently|then|later)(?= [a-z])", "")),
    _plain_only(_swap(r", (?:but|although|though|despite) [^.]{15,120}(?=\.$)", "")),
    _plain_only(_swap(r" (?:who|that|which) (?:is|was|has|had|were|are) [^,.]{8,70},", "")),
)
_TYPED = _any(
    _swap(r"n['’]t\b", lambda m: "n’t"),
    _swap(r"\b(did|does|do|was|were|is|has|had|would|could) not\b", r"\1n't"),
    lambda s, source, dice: s.translate(str.maketrans({"“": '"', "”": '"', "’": "'", '"': "”"})),
)
_WORDED = _any(
    _swap(r"\bU\.S\.(?= [a-z])", "US"),
    _swap(r"\b(?:about|around) (?=\d)", "roughly "),
    _swap(r"\bmore than (?=\d)", "over "),
    _swap(r"\bsaid (?=(?:the|he|she|it|they|that)\b)", "stated "),
    _swap(r"\bbecause\b", "since"),
    _swap(r"\bin order to\b", "to"),
    _swap(r"\bhowever, ", "", re.I),
    _swap(r"\bbegan\b", "started"),
    _swap(r"\bhelp(?:ed)? to\b", "help"),
    _swap(r"\bbut\b", "yet"),
)


def _tail(sentence: str, source: Source, dice: random.Random) -> str | None:
    """What somebody said, the saying moved from one end to the other."""
    m = re.match(rf"^((?:{_CAP} ?){{2,4}}) said (?:that )?((?:the|he|she|it|they) [^\"“”]+)\.$", sentence)
    if m:
        return f"{m[2][0].upper()}{m[2][1:]}, {m[1].strip()} said."
    m = re.match(rf"^([^\"“”]{{25,}}), ((?:{_CAP} ?){{2,4}}) said\.$", sentence)
    return f"{m[2].strip()} said that {m[1][0].lower()}{m[1][1:]}." if m else None


def _figure(sentence: str, source: Source, dice: random.Random) -> str | None:
    def moved(m: re.Match[str]) -> str:
        value = int(m[0].replace(",", ""))
        new = value + dice.choice([1, 2, 3, 10]) if value < 40 else value + max(1, value * dice.choice([1, 2, 5]) // 10)
        while f"{new:,}" in source.text or str(new) in source.text:
            new += 1
        return f"{new:,}" if "," in m[0] else str(new)

    months = "|".join(_YEARLY) + r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."
    return _any(
        _swap(rf"(?<!\d)(?<![\w.,/:-])(?!(?:19|20)\d\d\b)\d{{1,3}}(?:,\d{{3}})*(?![\w/:-]|[.,]\d)", moved)
        if not re.search(months, sentence) else _swap("^$", ""),
        _swap(r"\bmillion\b", "billion"),
        _swap(r"\bthree\b", "eight"),
        _swap(r"\btwo(?= [a-z]+s\b)", "five"),
        _swap(r"\b(?:one|a)[ -]third\b", "a quarter"),
        _swap(r"\bmore than (?=\$?\d)", "fewer than "),
    )(sentence, source, dice)  # fmt: skip


def _person(sentence: str, source: Source, dice: random.Random) -> str | None:
    here = [m for m in _PERSON.finditer(sentence) if m[0] in source.names]
    others = [n for n in source.names if not set(n.split()) & set(sentence.replace(",", " ").split())]
    if not here or not others:
        return None
    m, other = dice.choice(here), dice.choice(others)
    kept = m[0].split()
    new = dice.choice([other, f"{kept[0]} {other.split()[-1]}"])
    return sentence[: m.start()] + new + sentence[m.end() :]


def _quoted(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = _QUOTE.search(sentence)
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
    m = re.search(rf"\b((?:{_CAP} ){{1,2}}{_CAP}) (?:said|told|added|argued)\b|\bsaid ((?:{_CAP} ){{1,2}}{_CAP})", sentence)
    if m is None:
        return None
    group = 1 if m[1] else 2
    others = [n for n in dict.fromkeys(s for s, _ in source.said) if not set(n.split()) & set(sentence.split())]
    others = others or [n for n in source.names if not set(n.split()) & set(sentence.split())]
    if not others:
        return None
    return sentence[: m.start(group)] + dice.choice(others) + sentence[m.end(group) :]


def _turned_round(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(
        rf"(?P<a>{_PERSON.pattern}|\b[Tt]he [a-z]+) (?P<v>(?:has |had )?(?:[a-z]{{3,}}ed|{'|'.join(_PAST)}|told|met|asked|blamed|called|accuses|backs)) "
        rf"(?P<b>{_PERSON.pattern}|the [a-z]+\b)(?! of\b| [a-z]+(?:ed|s)\b)", sentence,
    )  # fmt: skip
    if m is None or m["a"].lower() == m["b"].lower() or m["b"].split()[-1].isdigit() or re.search("[\"“]", sentence):
        return None
    if m["b"] in ("the same", "the first", "the new") or any(d in m["b"] for d in _WEEK + _YEARLY):
        return None
    a = m["a"][0].lower() + m["a"][1:] if m["a"].startswith("The ") else m["a"]
    b = m["b"][0].upper() + m["b"][1:] if m.start() == 0 else m["b"]
    return sentence[: m.start()] + f"{b} {m['v']} {a}" + sentence[m.end() :]


_DENIED = _any(
    _swap(r"\b(is|are|was|were|has|have|will|would|should)(?= (?:a|an|the|being|been|[a-z]+ed|[a-z]+ing)\b)", r"\1 not"),
    _swap(rf"(?<=[a-z] )(?<!to )(supports|wants|believes|needs|plans|works|includes)\b", lambda m: f"does not {m[1][:-1]}"),
    _swap(r"(?<=[a-z] )(wanted|agreed|managed|decided|planned|voted|helped)(?= to\b)", "refused"),
    _swap(r"\blikely\b", "unlikely"),
    _swap(r"\bable to\b", "unable to"),
)
_AFFIRMED = _any(
    _swap(r"\b(did|does|do) not (?=[a-z])", ""),
    _swap(r"\b(is|are|was|were|has|have|had|will|would|should|could) not\b", r"\1"),
    _swap(r"\b(is|are|was|were|has|have|had|would|should|could)n['’]t\b", r"\1"),
    _swap(r"\bno (?=(?:evidence|plans|reason|intention|doubt|longer|comment|sign)\b)", ""),
    _swap(r"\bnever\b", "always"),
    _swap(r"\bfailed to\b", "managed to"),
    _swap(r"\bwithout\b", "with"),
    _swap(r"\bunlikely\b", "likely"),
)
_SURE = _any(
    _swap(r"\b(?:may|might|could)(?= (?!have|not|be able)[a-z]+)", "will"),
    _swap(r"\b(?:may|might|could) have\b", "has"),
    _swap(r"\b(?:plans|hopes|intends|wants|plan|hope) to\b", "will"),
    _swap(r"\b(?:seems|appears) to be\b", "is"),
    _swap(r"\baccused of\b", "guilty of"),
    _swap(r"\b(?:alleged|suspected|purported|potential|possible) (?=[a-z])", ""),
    _swap(r"\b(?:allegedly|reportedly|probably|possibly|apparently|potentially)\b", ""),
    _swap(r"\bis (?:expected|likely|set) to\b", "will"),
    _swap(r"\bwould\b(?= (?!have|not)[a-z]+)", "will certainly"),
    _swap(r"\bsuggests\b", "proves"),
)


def _date(sentence: str, source: Source, dice: random.Random) -> str | None:
    return _any(
        _swap(rf"\b({'|'.join(_WEEK)})\b", lambda m: _WEEK[(_WEEK.index(m[1]) + dice.randrange(1, 6)) % 7]),
        _swap(rf"\b({'|'.join(_YEARLY)})(?= \d)", lambda m: _YEARLY[(_YEARLY.index(m[1]) + dice.randrange(1, 11)) % 12]),
        _swap(r"(?<![\w.,$£€:/-])(?:19|20)\d\d\b(?! [a-z]+s\b)", lambda m: str(int(m[0]) + dice.choice([-2, -1, 1, 5]))),
        _swap(r"\blast (year|week|month)\b", r"next \1"),
        _swap(r"\byesterday\b", "tomorrow"),
        _swap(rf"\b((?:{'|'.join(_YEARLY)}) )(\d{{1,2}})\b(?!\d)", lambda m: m[1] + str(int(m[2]) % 27 + 2)),
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
    makers = {**_MAKERS, "date respelled": (True, _day(published))}
    for at, sentence in enumerate(source.sentences):
        if not 7 <= len(sentence.split()) <= 40 or not sentence[0].isupper() or sentence[-1] not in '.!?"”':
            continue
        for kind, (true, change) in makers.items():
            claim = change(sentence, source, dice)
            if claim is not None and claim != sentence and len(claim.split()) > 4:
                yield Made(kind, true, claim)
        following = source.sentences[at + 1] if at + 1 < len(source.sentences) else ""
        if sentence[-1] == "." and 5 < len(following.split()) < 25 and re.match(r"(?:The|He|She|They|It|In) ", following):
            yield Made("two sentences", True, f"{sentence[:-1]}, and {following[0].lower()}{following[1:]}")
    for speaker, content in source.said:
        yield Made("said at the end", True, f"{content[0].upper()}{content[1:]}, {speaker} said.")
        yield Made("told reporters", True, f"{speaker} told reporters that {content}.")
        yield Made("as told by", True, f"{content[0].upper()}{content[1:]}, according to {speaker}.")
    for sentence in source.foreign:
        yield Made("another article", False, sentence)


_MAKERS: dict[str, tuple[bool, Change]] = {
    "to passive": (True, _to_passive),
    "to active": (True, _to_active),
    "clause dropped": (True, _DROPPED),
    "figure respelled": (True, _respelled),
    "alias": (True, _alias),
    "typed otherwise": (True, _TYPED),
    "worded otherwise": (True, _WORDED),
    "saying moved": (True, _tail),
    "figure": (False, _figure),
    "name": (False, _person),
    "quotation": (False, _quoted),
    "speaker": (False, _speaker),
    "who did what": (False, _turned_round),
    "passive wrong": (False, _wrong_passive),
    "denied": (False, _DENIED),
    "affirmed": (False, _AFFIRMED),
    "certainty": (False, _SURE),
    "date": (False, _date),
    "turned": (False, _swap(rf"\b(?:{'|'.join(_TURNED)})\b", lambda m: _TURNED[m[0]])),
    "scope": (False, _swap(r"\b(?:some|most|many|several|nearly all|half)(?= of (?:the|those|his|its)\b)", "all")),
    "order in time": (False, _swap(r"\b(before|after)(?= (?:the|a|his|her|being|[a-z]+ing)\b)",
                                   lambda m: "after" if m[1] == "before" else "before")),
}  # fmt: skip
