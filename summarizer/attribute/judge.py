"""How likely an attribution that the rules found is one that readers would mark.

A verb that reports in one sentence only acts in the next ("pledged delegates", "known as"), and the word
behind it, its form and its source tell which. Their names are summed with the weights of `weights`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer.attribute import lexicon, weights
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph, Token

# On the train part of PolNeAR, by four-fold cross-validation over articles, percent (joint precision, recall, F1):
# keeping all 70.4 49.5 58.2; from 0.2 up 74.6 48.9 59.1; from 0.3 76.8 48.0 59.1; from 0.4 79.1 46.7 58.7.
ENOUGH = 0.25

_TELLING = frozenset(
    """that to as for at of about with on if whether how what why in by not like a the from it him her his their
    them he she they is are""".split()
)


def keep(found: Found, paragraph: Paragraph) -> bool:
    """Say whether readers would mark it; support and opposition always stay, being what positions are made of."""
    return found.kind in ("supports", "opposes") or chance(found, paragraph) >= ENOUGH


def chance(found: Found, paragraph: Paragraph) -> float:
    """Estimate from 0 to 1 that words and source are as readers would mark them."""
    table = weights.table()
    score = sum([table.get(name, 0.0) for name in features(found, paragraph)])
    return 1 / (1 + math.exp(-score))


def features(found: Found, paragraph: Paragraph) -> list[str]:
    """Name what tells; L lemma, K kind, F form, N next word, Q quoted, S source, C content."""
    tokens = paragraph.tokens
    inside = [at for at, t in enumerate(tokens) if found.cue.start <= t.start < found.cue.end]
    lemma, kind = found.lemma, found.kind
    if not inside:
        return ["bias", f"L:{lemma}", "ahead"]
    head = inside[-1]
    form = _form(tokens[head].lower)
    following = _class(tokens, head + 1)
    quoted = any(t.quoted for t in tokens if any(part.start <= t.start < part.end for part in found.content))
    before = found.content[0].start < found.cue.start
    size = sum(part.end - part.start for part in found.content)
    names = ["bias", f"L:{lemma}", f"K:{kind}", f"F:{form}", f"N:{following}", f"LN:{lemma}:{following}"]
    names += [f"LF:{lemma}:{form}", f"KN:{kind}:{following}", f"Q:{quoted}", f"LQ:{lemma}:{quoted}"]
    names += [f"B:{before}", f"LB:{lemma}:{before}", f"C:{size.bit_length()}", f"P:{len(found.content)}"]
    names += [f"A:{tokens[at].lower}" for at in inside[:-1]]
    names.append(f"V:{_class(tokens, inside[0] - 1)}")
    return names + _source(found, tokens)


def _source(found: Found, tokens: Sequence[Token]) -> list[str]:
    if found.source is None:
        return ["S:none"]
    listed = [t for t in tokens if found.source.start <= t.start < found.source.end]
    if not listed:
        return ["S:elsewhere"]
    first, last = listed[0], listed[-1]
    sort = "low"
    if first.lower in lexicon.PERSONAL:
        sort = "pronoun"
    elif first.lower in ("i", "we", "you", "it", "this", "who", "which", "that"):
        sort = first.lower
    elif any(t.capital for t in listed):
        sort = "name" if last.capital else "near a name"
    names = [f"S:{sort}", f"KS:{found.kind}:{sort}", f"SL:{min(len(listed), 6)}"]
    if sort == "low":
        names.append(f"SW:{last.lower}")
    beside = min(abs(found.cue.start - last.end), abs(first.start - found.cue.end)) <= 2
    return [*names, f"SB:{beside}"]


def _form(low: str) -> str:
    return next((ending for ending in ("ing", "ed", "s") if low.endswith(ending)), "base")


def _class(tokens: Sequence[Token], at: int) -> str:
    if not 0 <= at < len(tokens):
        return "END"
    token = tokens[at]
    if token.quoted:
        return "QUOTE"
    if token.lower in _TELLING or not token.word:
        return token.lower
    if token.capital:
        return "CAP"
    if token.text[0].isdigit():
        return "NUM"
    return next((ending.upper() for ending in ("ing", "ly") if token.lower.endswith(ending)), "LOW")
