"""Makers of true claims: the same said in another form, or less of it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import recast_words as words
from altered_claims import Source
from recast_words import NAME

Make = Callable[[str, Source, random.Random], str | None]
_OPENER = (
    "On|In|At|During|After|As|While|Despite|Following|Since|Before|By|Earlier|Meanwhile|However|Still|Also|"
    "Yet|Instead|Later|Nevertheless"
)

_WHO = rf"{NAME}|[A-Z][a-z]+|(?:The|the) [a-z]+|(?:Sen\.|Gov\.|Rep\.|Mr\.|Mrs\.|Ms\.|Dr\.) (?:{NAME}|[A-Z][a-z]+)"


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _plain(text: str) -> bool:
    return not re.search(r"[“”\"‘?;:()\[\]]", text)


def leading(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.fullmatch(rf"(?:{_OPENER})\b[^,]{{0,80}}, ((?:the|a|an|he|she|it|they|[A-Z][a-z]+) .+)", sentence)
    if m is None or not _plain(sentence) or len(m[1].split()) < 6 or re.search(r"[a-z]{3}\. ", sentence):
        return None
    second = m[1].split()[1]
    if re.match(r"[A-Z][a-z]+, |(?:\w+ ){1,4}and \w+,|\w+, (?:who|which|where)", m[1]) or second in {
        "and",
        "or",
    }:
        return None
    return _upper(m[1])


def trailing(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.fullmatch(
        r"(.{30,}?), (?:which|who|where|while|adding|including|calling|noting|but|prompting|making) [^,]+\.",
        sentence,
    )
    if m is None or not _plain(sentence) or len(m[1].split()) < 6:
        return None
    return (
        None
        if re.match(r"If|Unless|Although|While|When|Though", m[1]) or m[1].count(",") == 1
        else m[1] + "."
    )


def appositive(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(rf"({NAME}), (?:an?|the|who|\d\d)\b[^,“”]{{0,70}}, (?=[a-z]+(?:ed|s|id)\b)", sentence)
    if m is None:
        return None
    return sentence[: m.end(1)] + " " + sentence[m.end() :]


def _reported(sentence: str) -> tuple[str, str] | None:
    """Who and what of `X said (that) what` and `What, X said`, where no mark of quotation stands."""
    if not _plain(sentence):
        return None
    if m := re.fullmatch(
        rf"({_WHO}) (?:said|says)(?: that)? ((?:the|he|she|it|they|there|a|his|her|[A-Z]\w+) .+)\.", sentence
    ):
        found = m[1], m[2]
    elif m := re.fullmatch(rf"(.{{25,}}), ({_WHO}) (?:said|says)\.", sentence):
        found = m[2], m[1]
    elif m := re.fullmatch(rf"According to ({NAME}), (.{{25,}})\.", sentence):
        found = m[1], m[2]
    else:
        return None
    return None if re.match(r"(?:He|She|They|It|We|You|I|But|And|So)\b", found[0]) else found


def _low(text: str) -> str:
    return (
        text[0].lower() + text[1:]
        if re.match(r"(?:The|He|She|It|They|There|A|An|His|Her|In|This|That) ", text)
        else text
    )


def _lower(who: str) -> str:
    return who.replace("The ", "the ")


def said_that(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = _reported(sentence)
    return found and f"{_upper(found[0])} said that {_low(found[1])}."


def says(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = _reported(sentence)
    return found and f"{_upper(found[0])} says {_low(found[1])}."


def according_to(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = _reported(sentence)
    return found and f"According to {_lower(found[0])}, {_low(found[1])}."


def said_after(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = _reported(sentence)
    return found and f"{_upper(found[1])}, {_lower(found[0])} said."


def quotation_form(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.fullmatch(rf"“([^“”]{{15,}}?),” ({NAME}|[A-Z][a-z]+) (?:said|says|added)[^“”]*\.?", sentence)
    if m is None or m[2] in {"He", "She", "It", "They", "We"}:
        return None
    return dice.choice(
        (f"{m[2]} said: “{m[1]}.”", f"“{m[1]},” according to {m[2]}.", f'{m[2]} said, "{m[1]}."')
    )


def figures(sentence: str, source: Source, dice: random.Random) -> str | None:
    def written(m: re.Match[str]) -> str:
        power = {"million": 6, "billion": 9}[m[2]]
        whole, _, part = m[1].partition(".")
        style = dice.randrange(2)
        return (
            f"{m[1]}{m[2][0]}{'n' if power == 9 else ''}"
            if style
            else f"{int(whole + part.ljust(power, '0')):,}"
        )

    if m := re.search(r"(?<![\w.,-])([\d]{1,3}(?:\.\d{1,2})?) (million|billion)\b(?! to| or)", sentence):
        return sentence[: m.start()] + written(m) + sentence[m.end() :]
    rules = (
        (r"(?<=\d) (?:percent|per cent)\b(?!age)", dice.choice(("%", "%"))),
        (r"(?<=\d)%", dice.choice((" percent", " per cent"))),
        (r"(?<=\d),(?=000\b)", ""),
        (r"(\d),000,000\b", r"\1 million"),
    )
    for pattern, new in rules:
        if re.search(pattern, sentence):
            return re.sub(pattern, new, sentence)
    return None


def small(sentence: str, source: Source, dice: random.Random) -> str | None:
    if m := re.search(rf"(?<= )({'|'.join(words.SMALL)})(?= [a-z]+s\b)", sentence):
        return sentence[: m.start()] + str(words.SMALL.index(m[1]) + 2) + sentence[m.end() :]
    if m := re.search(r"(?<= )([2-9])(?= [a-z]{3,}s\b)(?<!a )", sentence):
        return sentence[: m.start()] + words.SMALL[int(m[1]) - 2] + sentence[m.end() :]
    return None


def _people(source: Source) -> list[str]:
    """Full names whose surname is one person's in the article."""
    listed = words.people(source.sentences)
    ends = [p.split()[-1] for p in listed]
    return [p for p in listed if ends.count(p.split()[-1]) == 1]


def to_surname(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = [p for p in _people(source) if re.search(rf"(?<![A-Z][a-z] )\b{p}\b(?! [A-Z])", sentence)]
    if not found:
        return None
    return re.sub(rf"\b{found[0]}\b", found[0].split()[-1], sentence)


def to_full(sentence: str, source: Source, dice: random.Random) -> str | None:
    for p in _people(source):
        last = p.split()[-1]
        if p not in sentence and (m := re.match(rf"(?:Mr\. |Ms\. |Mrs\. )?{last} (?=[a-z])", sentence)):
            return f"{p} {sentence[m.end() :]}"
    return None


def titled(sentence: str, source: Source, dice: random.Random) -> str | None:
    """A title before a full name: title and surname."""
    title = r"(?:President|Senator|Sen\.|Gov\.|Rep\.|Governor|Judge|Mayor|Professor|Dr\.|Justice|Secretary of State)"
    m = re.search(rf"\b({title}) ({NAME})\b(?! [A-Z])", sentence)
    if m is None or m[2] not in _people(source) or source.text.count(f"{m[2].split()[-1]}") < 2:
        return None
    return f"{sentence[: m.start()]}{m[1]} {m[2].split()[-1]}{sentence[m.end() :]}"


def initials(sentence: str, source: Source, dice: random.Random) -> str | None:
    for long, short in words.INITIALS.items():
        if re.search(rf"\b{long}\b", sentence):
            return re.sub(rf"\b{long}\b", short, sentence, count=1)
        if (
            "U.N." not in sentence
            and re.search(rf"\bthe {short}\b(?!['’-])", sentence)
            and long in source.text
        ):
            return re.sub(rf"\bthe {short}\b", f"the {long}", sentence, count=1)
    return None


def pronoun(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.match(r"(He|She) (?=[a-z])", sentence)
    at = source.sentences.index(sentence)
    if m is None or at == 0:
        return None
    before = source.sentences[at - 1]
    listed = words.people(source.sentences)
    opens = re.match(rf"({NAME})(?=,? [a-z])", before)
    if opens is None or opens[1] not in listed or re.search(r" (?:he|she|his|her|who) ", before[:40]):
        return None
    ends = {p.split()[-1] for p in listed if p != opens[1]}
    if any(re.search(rf"\b{last}\b", before) for last in ends) or re.search(NAME, before[opens.end() :]):
        return None
    return f"{opens[1]} {sentence[m.end() :]}"


def contraction(sentence: str, source: Source, dice: random.Random) -> str | None:
    rules = (
        (r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should) not\b", r"\1n’t"),
        (r"\bwon['’]t\b", "will not"),
        (r"\bcan['’]t\b", "cannot"),
        (r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n['’]t\b(?! [a-z]+\?)", r"\1 not"),
        (r"\b(they|we|you|They|We|You)['’]re\b", r"\1 are"),
        (r"\b(they|we|you|he|she|it|They|We|You|He|She|It)['’]ll\b", r"\1 will"),
        (r"\b(they|we|you|They|We|You)['’]ve\b", r"\1 have"),
        (r"\b(they|we|you|he|she|They|We|You|He|She) will\b(?! not)", r"\1’ll"),
    )
    for pattern, new in rules:
        if re.search(pattern, sentence):
            return re.sub(pattern, new, sentence, count=1)
    return None


def states(sentence: str, source: Source, dice: random.Random) -> str | None:
    after = r"(?=[ ,](?! ?[A-Z]))"
    if re.search(rf"\bU\.S\.{after}", sentence):
        return re.sub(rf"\bU\.S\.{after}", "US", sentence)
    if re.search(rf"(?<=[ions] )the US{after}", sentence):
        return re.sub(rf"(?<=[ions] )the US{after}", dice.choice(("the U.S.", "the United States")), sentence)
    if re.search(rf"(?<=[ions] )the United States{after}", sentence):
        new = dice.choice(("the U.S.", "the US"))
        return re.sub(rf"(?<=[ions] )the United States{after}", new, sentence)
    return None


def british(sentence: str, source: Source, dice: random.Random) -> str | None:
    both = words.BRITISH | {b: a for a, b in words.BRITISH.items()}
    new = re.sub(r"\b[a-z]+\b", lambda m: both.get(m[0], m[0]), sentence)
    return None if new == sentence else new


def joined(sentence: str, source: Source, dice: random.Random) -> str | None:
    at = source.sentences.index(sentence)
    if at + 1 >= len(source.sentences) or not _plain(sentence) or not sentence.endswith("."):
        return None
    other = source.sentences[at + 1]
    if (
        not _plain(other)
        or not other.endswith(".")
        or not 6 <= len(other.split()) <= 20
        or len(sentence.split()) > 20
    ):
        return None
    if not re.match(rf"(?:The|He|She|It|They|{NAME}) ", other):
        return None
    return f"{sentence[:-1]}, and {_low(other)}"


def month(sentence: str, source: Source, dice: random.Random) -> str | None:
    listed = "|".join(words.MONTHS) + "|" + "|".join(map(re.escape, words.SHORT))
    m = re.search(rf"(?<!\w)({listed}) (\d{{1,2}})(?!\d|(?:st|nd|rd|th)\b|, \d| ?[-–])", sentence)
    if m is None:
        return None
    full = words.MONTHS[words.SHORT[m[1]]] if m[1] in words.SHORT else m[1]
    brief = next((k for k, v in words.SHORT.items() if words.MONTHS[v] == full), full)
    new = dice.choice((f"{full} {m[2]}" if m[1] in words.SHORT else f"{brief} {m[2]}", f"{m[2]} {full}"))
    return sentence[: m.start()] + new + sentence[m.end() :]


def verbatim(sentence: str, source: Source, dice: random.Random) -> str | None:
    return sentence


MAKERS: dict[str, Make] = {
    "verbatim": verbatim, "leading dropped": leading, "trailing dropped": trailing, "appositive dropped": appositive,
    "said that": said_that, "says": says, "according to": according_to, "said after": said_after,
    "quotation's form": quotation_form, "figures": figures, "small numbers": small, "surname only": to_surname,
    "full name": to_full, "title, surname": titled, "initials": initials, "pronoun's name": pronoun,
    "contraction": contraction, "United States": states, "British": british, "joined": joined, "month": month,
}  # fmt: skip
