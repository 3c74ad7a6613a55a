"""A word that may report, with what is asked about it again and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic

from summarizer.attribute import lexicon, phrases, quoting, tables
from summarizer.attribute.tables import ALONE, Alone, Table, Weight, named
from summarizer.attribute.text import Token
from summarizer.attribute.words import Words, reporting, stem

_BE = frozenset("is was are were be been being 's".split())
_SCANNED = 14
_SCAN_ENDS = frozenset(("that", "whether", "QUOTE"))


class Cue:
    """Where its words start, its form and stem ("?" for a word that the lexicon does not know), what stands around.

    `shape` tells its ending and whether it is passive (P), an infinitive (T), has auxiliaries (A) or a capital (C);
    `scan` what ends the words behind it, with Q where a quotation follows; `opener` what its sentence opens with.
    """

    __slots__ = ("after", "before", "form", "head", "opener", "scan", "shape", "start", "stem", "words")

    def __init__(self, words: Words, head: int) -> None:
        tokens, sorts = words.tokens, words.sorts
        token = tokens[head]
        low, known = token.lower, token.reports >= 0
        opens, closes = words.bounds(head)
        start = _start(words, head)
        ending = _ending(low)
        self.words = words
        self.head = head
        self.start = start
        self.stem = stem(low) if known else "?"
        self.form = low if known else "?" + ending
        self.before = sorts[start - 1] if start > opens else "BOS"
        self.after = sorts[head + 1] if head + 1 < closes else "EOS"
        aided = ""
        if start < head:
            passive = any([t.lower in _BE for t in tokens[start:head]])
            aided = f"{'P' if passive else ''}{'T' if tokens[start].lower == 'to' else ''}A"
        self.shape = f"{ending}{aided}{'C' if token.capital else ''}{'' if known else '?'}"
        self.scan = _scan(words, head)
        first = words.opening(head)
        self.opener = sorts[first] if first < start else "="


def _ending(low: str) -> str:
    if low.endswith("ing"):
        return "ing"
    if low.endswith("ed"):
        return "ed"
    return "s" if low.endswith("s") else "x"


# A word is not read on where its surroundings make it a cue less likely than this (hundredths of log-odds): of the
# readings that are right on folds one in 20 is lost so, and three in ten need not be weighed. At -170, where one in
# eight fewer are, 0.3 fewer speech cues of 100 were found, with 0.7 more precision and 0.1 less F1.
HOPELESS = -210


@dataclass(frozen=True, slots=True)
class Names(Generic[Weight]):
    """What the surroundings of a cue are weighed by."""

    word: Table[Weight] = field(
        metadata=named(
            lambda form, stem, shape: ("bias", f"f{form}", f"m{stem}", f"h{shape}", f"m{stem}|{shape}")
        )
    )
    alone: Alone[Weight] = field(metadata=ALONE)
    before: Table[Weight] = field(metadata=named(lambda before: f"b{before}"))
    after: Table[Weight] = field(metadata=named(lambda after: f"a{after}"))
    shape_before: Table[Weight] = field(metadata=named(lambda shape, before: f"h{shape}<{before}"))
    shape_after: Table[Weight] = field(metadata=named(lambda shape, after: f"h{shape}>{after}"))
    scan: Table[Weight] = field(metadata=named(lambda scan, shape: (f"S{scan}", f"S{scan}|h{shape}")))
    opener: Table[Weight] = field(metadata=named(lambda opener: f"O{opener}"))


def hopeful(cue: Cue) -> bool:
    """Say whether it is worth reading what the cue's source and content could be."""
    names: Names[float] = tables.weighed(Names, "gate")
    return features(cue, names) > HOPELESS


def features(cue: Cue, names: Names[Weight]) -> Weight:
    """Sum what the cue's surroundings say."""
    stem, shape, before, after = cue.stem, cue.shape, cue.before, cue.after
    return (
        names.word[cue.form, stem, shape]
        + (
            names.before[before]
            + names.after[after]
            + names.alone(f"m{stem}>{after}", 0.0)
            + names.alone(f"m{stem}<{before}", 0.0)
            + names.shape_before[shape, before]
            + names.shape_after[shape, after]
        )
        + (names.scan[cue.scan, shape] + names.opener[cue.opener])
    )


def _start(words: Words, head: int) -> int:
    """Its auxiliaries and adverbs, and the "to" of an infinitive."""
    start = phrases.verb_group(words.paragraph, head)
    return start - 1 if words.within(start - 1, head) and words.tokens[start - 1].lower == "to" else start


def _scan(words: Words, head: int) -> str:
    tokens = words.tokens
    last = words.closing(head)
    at = until = min(last, head + _SCANNED)
    for step in range(head + 1, until):
        token = tokens[step]
        if not token.word or token.sort in _SCAN_ENDS:
            at = step
            break
    if at >= last:
        return "EOS"
    found = words.sorts[at]
    if found in (":", ",") and at + 1 < len(tokens):
        if tokens[at + 1].quoted:
            return found + "Q"
        return found + ("" if at + 1 < last else "$")
    return found


def heads(words: Words) -> list[int]:
    """Where cues may stand: the words of the lexicon, and what stands where a quotation has its verb."""
    made = [at for at, token in enumerate(words.tokens) if token.heads and not _other_verb(words, at)]
    if words.paragraph.quotes:
        return sorted({*made, *_beside(words)})
    return made


def _other_verb(words: Words, at: int) -> bool:
    """The word behind it makes another verb of it ("called off", "asked not to be named")."""
    tokens = words.tokens
    low = tokens[at].lower
    if low in _PLAIN:
        return not any(token.quoted for token in tokens[max(0, at - 4) : at + 5])
    if low == "say" and at > 0 and tokens[at - 1].lower in _BEFORE_NOUNS:
        return True
    entry = lexicon.forms().get(low)
    if (
        at > 1
        and tokens[at - 2].lower in _ONE
        and entry is not None
        and entry[0] == low
        and _thing(tokens[at - 1])
    ):
        # "a hometown show", "a police report": of one who says it the verb would have an ending
        return True
    if not words.within(at + 1, at):
        return False
    if low in _PUSHES and not _at_somebody(tokens[at + 1]):
        return True
    return entry is not None and tokens[at + 1].lower in lexicon.NO_CUE_BEFORE.get(entry[0], ())


def _at_somebody(token: Token) -> bool:
    """Who pushes for something, or pushes somebody, wants it; who pushes orders into next year moves them."""
    low = token.lower
    return token.capital or low.endswith("ly") or low in _PUSHED or not token.word


def _thing(token: Token) -> bool:
    return token.word and not token.capital and token.lower not in _SOME


_ONE = frozenset("a an".split())
_SOME = frozenset(
    "few lot couple minority majority third half quarter fifth tenth dozen hundred number".split()
)
_BEFORE_NOUNS = frozenset("a an the no any more little much final their his her our".split())
_PUSHES = frozenset("push pushes pushed pushing".split())
_PUSHED = lexicon.PREPOSITIONS | lexicon.DETERMINERS | frozenset("back that him them us me".split())
# these report beside a quotation only ("as Ann Roe put it: …")
_PLAIN = frozenset("put puts went goes cut cuts read reads".split())


def _beside(words: Words) -> Iterator[int]:
    """Words like verbs right before a quotation, or behind one: “…,” she sang; “…,” agrees Lee; he jeered: “…”."""
    paragraph, tokens = words.paragraph, words.tokens
    for at in sorted({paragraph.at(edge) for quote in paragraph.quotes for edge in (quote.start, quote.end)}):
        if not 0 < at < len(tokens):
            continue
        now, before = tokens[at], tokens[at - 1]
        if now.quoted and not before.quoted:
            verb = at - 2 if before.text in ":," else at - 1
            if verb > 0 and reporting(tokens[verb]) and not tokens[verb].quoted:
                yield verb
            elif verb > 0 and before.text == ":" and tokens[verb].reports < 0:
                # "Then, the punch line: “…”"
                yield at - 1
        elif before.quoted and now.word and not now.quoted:
            found = _behind(words, at)
            if found is not None:
                yield found


def _behind(words: Words, at: int) -> int | None:
    tokens = words.tokens
    now = tokens[at]
    if not words.within(at - 1, at) and not (now.lower in lexicon.PRONOUNS or now.capital):
        return None
    if reporting(now):
        return at
    verb = at
    if now.lower in lexicon.PERSONAL:
        verb = at + 1
    else:
        while verb < len(tokens) and verb - at < quoting.LONGEST_TITLE and _nominal(tokens[verb]):
            verb += 1
    return verb if at < verb < len(tokens) and reporting(tokens[verb]) else None


def _nominal(token: Token) -> bool:
    return token.capital or token.lower in lexicon.DETERMINERS
