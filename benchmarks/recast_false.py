"""Makers of false claims: one thing in a sentence is made another, and nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import recast_figures as figures
import recast_words as words
from altered_claims import Source
from recast_words import NAME, SAID

Make = Callable[[str, Source, random.Random], str | None]


def _swapped(sentence: str, source: Source, others: tuple[str, ...], dice: random.Random) -> str | None:
    own = [p for p in words.people(source.sentences) if re.search(rf"\b{p}\b", sentence)]
    if not own:
        return None
    old = dice.choice(own)
    fits = [o for o in others if not words.related(o, sentence)]
    if not fits:
        return None
    return re.sub(rf"\b{old}\b", dice.choice(fits), sentence)


def person_here(sentence: str, source: Source, dice: random.Random) -> str | None:
    return _swapped(sentence, source, words.people(source.sentences), dice)


def person_elsewhere(sentence: str, source: Source, dice: random.Random) -> str | None:
    return _swapped(
        sentence, source, tuple(p for p in words.people(source.foreign) if p not in source.text), dice
    )


def place(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(rf"(?<!-)\b({'|'.join(words.COUNTRIES)})\b(?!-)", sentence)
    if m is None:
        return None
    others = [c for c in words.COUNTRIES if c in source.text and c not in sentence and dice.random() < 0.7]
    fits = others or [c for c in words.COUNTRIES if c not in sentence]
    return sentence[: m.start()] + dice.choice(fits) + sentence[m.end() :]


def surname(sentence: str, source: Source, dice: random.Random) -> str | None:
    """One surname, standing alone, for another of the article."""
    last = {p.split()[-1] for p in words.people(source.sentences)}
    alone = [
        n for n in sorted(last) if re.search(rf"(?<![A-Z][a-z] )(?<![a-z]\. )\b{n}\b(?! [A-Z])", sentence)
    ]
    fits = [n for n in sorted(last) if n not in sentence]
    if not alone or not fits:
        return None
    old = dice.choice(alone)
    if re.search(rf"[A-Z]\w*\.? {old}\b", sentence):
        return None
    return re.sub(rf"\b{old}\b", dice.choice(fits), sentence)


def negated(sentence: str, source: Source, dice: random.Random) -> str | None:
    if sentence.rstrip("”\"' ").endswith("?") or re.search(r"\bnot\b|n['’]t\b|\bnever\b", sentence):
        return None
    m = re.search(
        r"(?<=[a-z] )(is|was|are|were|will|would|could|should|has been|had been|have been)"
        r" (?!not\b|no\b|to\b|only\b|as\b|just\b|so\b|like\b|he\b|she\b|it\b|there\b|they\b|you\b|the\b)(?=[a-z])",
        sentence,
    )
    if m is None:
        return None
    head, *rest = m[1].split()
    return sentence[: m.start(1)] + " ".join([head, "not", *rest]) + sentence[m.end(1) :]


def denied(sentence: str, source: Source, dice: random.Random) -> str | None:
    """A past or present verb after a name or a pronoun, with did not or does not before it."""
    if re.search(r"\bnot\b|n['’]t\b|\bnever\b|\?|\bwhether\b", sentence):
        return None
    m = re.search(
        r"\b(?:he|she|they|it|who|[A-Z][a-z]+) (wants|needs|supports|believes|works|lives|knows)\b", sentence
    )
    if m:
        return sentence[: m.start(1)] + "does not " + m[1][:-1] + sentence[m.end(1) :]
    m = re.search(
        r"\b(?:he|she|they|it|who|[A-Z][a-z]+) (wanted|asked|visited|called|joined|worked|signed)\b", sentence
    )
    if m:
        base = {"visited": "visit", "signed": "sign"}.get(m[1], m[1].removesuffix("ed"))
        return sentence[: m.start(1)] + "did not " + base + sentence[m.end(1) :]
    return None


def affirmed(sentence: str, source: Source, dice: random.Random) -> str | None:
    if re.search(
        r"not only|not just|whether|\?|not (?:yet|even|necessarily)|\bany\b|n['’]t (?:even|yet)", sentence
    ):
        return None
    rules = (
        (r"\b(is|was|are|were|will|would|could|should|has|have|had) not ", r"\1 "),
        (r"\b(is|was|are|were|would|could|should|has|have|had)n['’]t ", r"\1 "),
        (r"\bwon['’]t ", "will "),
        (r"\bcannot ", "can "),
        (r"\bcan['’]t ", "can "),
        (r"\bdo(?:n['’]t| not) (?=[a-z])", ""),
        (r"(?<=[a-z] )never ", ""),
        (r"\bfailed to ", "managed to "),
        (r"\brefused to ", "agreed to "),
        (r"\bthere (is|was|are|were) no ", r"there \1 "),
    )
    for pattern, new in rules:
        if re.search(pattern, sentence):
            return re.sub(pattern, new, sentence, count=1)
    return None


def opposite(sentence: str, source: Source, dice: random.Random) -> str | None:
    found = [
        m for m in re.finditer(r"(?<=\w )[a-z]+\b(?! (?:to|behind)\b)", sentence) if m[0] in words.OPPOSITES
    ]
    if not found or "?" in sentence:
        return None
    m = dice.choice(found)
    return sentence[: m.start()] + words.OPPOSITES[m[0]] + sentence[m.end() :]


def _other_speaker(old: str, sentence: str, source: Source, dice: random.Random) -> str | None:
    fits = [p for p in words.people(source.sentences) if not words.related(p, sentence + old)]
    return dice.choice(fits) if fits else None


def speaker(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(rf"({NAME}|\b[A-Z][a-z]+) {SAID}\b|(?<=said )({NAME})", sentence)
    if m is None or m[1] in {"He", "She", "It", "They", "We", "You", "Who"}:
        return None
    at = 1 if m[1] else 2
    if (other := _other_speaker(m[at], sentence, source, dice)) is None:
        return None
    return sentence[: m.start(at)] + other + sentence[m.end(at) :]


def according(sentence: str, source: Source, dice: random.Random) -> str | None:
    """X said (that) this: this, according to another."""
    m = re.fullmatch(rf"({NAME}) {SAID}(?: that)? ([a-z][^“”\"]+)\.", sentence)
    if m is None or m[2].split()[0] in {"to", "in", "on", "at", "of", "after", "during"}:
        return None
    if (other := _other_speaker(m[1], sentence, source, dice)) is None:
        return None
    return f"{m[2][0].upper()}{m[2][1:]}, according to {other}."


_ACTS = (
    "accused|beat|defeated|criticized|criticised|praised|endorsed|sued|attacked|told|asked|called|blamed|backed|"
    "supported|fired|hired|nominated|appointed|invited|urged|thanked|succeeded|replaced|married|interviewed|"
    "warned|challenged|mocked|slammed|hit|killed|arrested|bought|acquired|joined|threatened|leads|led|trails"
)


def exchanged(sentence: str, source: Source, dice: random.Random) -> str | None:
    name = rf"(?:(?:President|Senator|Mr\.|Mrs\.|Ms\.|Dr\.) )?(?:{NAME}|[A-Z][a-z]+|[A-Z]{{2,5}})"
    for m in re.finditer(
        rf"(?:^|(?<= ))({name}) ((?:has |had )?(?:{_ACTS})) ({name})\b(?!['’]s| [A-Z])", sentence
    ):
        if m[3] in (*words.WEEKDAYS, *words.MONTHS) or re.match(r" [a-z]+s\b", sentence[m.end() :]):
            continue
        if m[1] not in {"He", "She", "It", "They", "We", "You", "I", "Who", "But"} and not words.related(
            m[1], m[3]
        ):
            return sentence[: m.start()] + f"{m[3]} {m[2]} {m[1]}" + sentence[m.end() :]
    return None


def _nouns(text: str) -> list[str]:
    return re.findall(
        r"\b(?:the|our|this|my|your|their) ([a-z]{4,})(?= (?:is|was|of|to|in|and|that|for|on)\b|[,.])", text
    )


def quoted_word(sentence: str, source: Source, dice: random.Random) -> str | None:
    quote = re.search(r"“([^”]{15,})”", sentence)
    if quote is None or not (nouns := _nouns(quote[1])):
        return None
    old = dice.choice(nouns)
    plural = old.endswith("s")
    fits = [
        n for n in _nouns(source.text) if n not in sentence and n.endswith("s") == plural and n[:4] != old[:4]
    ]
    if not fits:
        return None
    inside = re.sub(rf"\b{old}\b", dice.choice(fits), quote[1], count=1)
    return sentence[: quote.start(1)] + inside + sentence[quote.end(1) :]


def quotation_moved(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.fullmatch(rf"“([^“”]{{15,}}?),?” ({NAME}|[A-Z][a-z]+) {SAID}[^“”]*", sentence)
    if m is None or m[2] in {"He", "She", "It", "They", "We"}:
        return None
    other = _other_speaker(m[2], sentence, source, dice)
    return other and f"{other} said: “{m[1]}.”"


def hedge(sentence: str, source: Source, dice: random.Random) -> str | None:
    if "?" in sentence or re.search(r"\b[Ii]f\b|\bwhether\b|\bhow\b", sentence):
        return None
    rules = (
        (r"(?<=[a-z] )(?:may|might|could) (?!have\b|not\b|be able|well\b|seem)(?=[a-z])", "will "),
        (r"(?<=[a-z] )(?:may|might|could) have been ", "was "),
        (r"(?<= )(?:reportedly|allegedly|apparently|probably|perhaps|possibly|presumably) ", ""),
        (r"\ban alleged (?=[^aeiou])", "a "),
        (r"(?<=the )(?:alleged|suspected|supposed|possible|potential) ", ""),
        (r"(?<= )(?:is|are) (?:expected|likely|set|scheduled|due|poised) to ", "will "),
        (r"(?<= )(?:was|were) (?:expected|likely) to ", "would "),
        (r"(?<= )(?:is|are) (?:believed|thought|said|reported|alleged) to be ", "is "),
        (r"(?<= )(?:plans|hopes|wants|intends|aims) to ", "will "),
        (r"(?<= )(?:appears|seems) to be ", "is "),
        (r"(?<= )(?:appeared|seemed) to be ", "was "),
        (r"(?<= )tried to (?=be )", "managed to "),
    )
    for pattern, new in rules:
        if re.search(pattern, sentence):
            return re.sub(pattern, new, sentence, count=1)
    return None


def role(sentence: str, source: Source, dice: random.Random) -> str | None:
    for ring in words.ROLES:
        m = re.search(rf"(?<![\w-])(?<!vice )(?<!Vice ){re.escape(ring[0])}(?!\w|-)", sentence)
        if m and not re.search(rf"\b(?:former|deputy|vice) {re.escape(ring[0])}", sentence):
            return sentence[: m.start()] + dice.choice(ring[1:]) + sentence[m.end() :]
    return None


def scope(sentence: str, source: Source, dice: random.Random) -> str | None:
    if re.search(r"\bnot\b|n['’]t\b|\?|\bhow many\b|\b[Aa]s many\b", sentence):
        return None
    rules = (
        (r"\b(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa] few|[Mm]ost) (?=of )", "all "),
        (
            r"(?<![a-z] the )(?<!than )\b(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal)"
            r" (?=[a-z]+s\b (?:are|were|have|had|will|say|said|in|of|who))",
            "all ",
        ),
        (r"\b(?:nearly|almost) (?=all|every)", ""),
        (r"(?<= )(?:often|sometimes|usually|frequently) ", "always "),
        (r"\b(?:rarely|seldom|hardly ever) ", "never "),
        (r"\b[Oo]ne of the (?=(?:most|largest|biggest|first)\b)", "the "),
    )
    for pattern, new in rules:
        if m := re.search(pattern, sentence):
            new = new.capitalize() if m.start() == 0 else new
            return sentence[: m.start()] + new + sentence[m.end() :]
    return None


def order(sentence: str, source: Source, dice: random.Random) -> str | None:
    m = re.search(
        r"\b([Bb]efore|[Aa]fter)\b(?! (?:all|noon|him|her|me|us|them|Congress)\b| the (?:court|judge|committee))",
        sentence,
    )
    if m is None or re.search(
        r"(?:looking|look|look|named|go|come|day|year|long|ever|never|came|went) $", sentence[: m.start()]
    ):
        return None
    new = {"before": "after", "after": "before", "Before": "After", "After": "Before"}[m[1]]
    return sentence[: m.start()] + new + sentence[m.end() :]


MAKERS: dict[str, Make] = {
    "number": figures.number, "number spelled": figures.spelled, "magnitude": figures.magnitude, "unit": figures.unit,
    "person, article's": person_here, "person, foreign": person_elsewhere, "surname": surname, "country": place,
    "negation in": negated, "negation did not": denied, "negation out": affirmed, "antonym": opposite,
    "speaker": speaker, "speaker, according": according, "exchanged": exchanged, "quoted word": quoted_word,
    "quotation moved": quotation_moved, "hedge": hedge, "date": figures.date, "when": figures.when, "role": role,
    "scope": scope, "order": order, "bound": figures.bound,
}  # fmt: skip
