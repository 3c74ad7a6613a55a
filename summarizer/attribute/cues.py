"""Where a verb reports: the verb group, and what tells it from the same word doing something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.article import Kind
from summarizer.attribute import lexicon, phrases
from summarizer.attribute.text import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """Token range of the verb group, its lemma and kind."""

    start: int
    head: int
    end: int
    lemma: str
    kind: Kind


def _beside_quote(tokens: Sequence[Token], at: int) -> bool:
    """A quotation, a colon or "that" stands within three tokens of the cue."""
    near = (*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 4])
    return any(t.quoted or t.text == ":" or t.lower == "that" for t in near)


TAGS = frozenset("said say says according added adds reported".split())
"""What a statement is tagged with behind its words (", officials said.")."""


def cue_at(tokens: Sequence[Token], at: int) -> Cue | None:
    """Read the cue whose verb is token `at`; None where the verb reports nothing here."""
    token = tokens[at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if (token.lower, following) in lexicon.IDIOMS:
        start = phrases.verb_group(tokens, at)
        beside = _beside_quote(tokens, at) or _beside_quote(tokens, at + 1)
        return Cue(start, at, at + 2, "say", "says") if beside and _finite(tokens, start, at) else None
    entry = lexicon.forms().get(token.lower)
    if entry is None or token.capital:
        return None
    lemma, kind, needs = entry
    if lemma == "ask" and following == "not":
        return None
    if (following == "by" and not _by_telephone(tokens, at)) or (
        lemma in lexicon.NEEDS_QUOTE and not _beside_quote(tokens, at)
    ):
        return None
    if following in lexicon.NO_CUE_BEFORE.get(lemma, ()):
        return None
    end = at + 1
    if (changed := lexicon.WITH_PREPOSITION.get((token.lower, following))) is not None:
        kind, end = changed, at + 2
    elif needs is not None:
        if following != needs:
            return None
        end = at + 2
    start = phrases.verb_group(tokens, at)
    return Cue(start, at, end, lemma, kind) if _finite(tokens, start, at) else None


def _by_telephone(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 2].lower in _MEANS


_MEANS = frozenset("telephone phone email e-mail mail text message letter fax video".split())
_NO_SUBJECT_BEFORE = frozenset("to by of for in from".split()) | (
    lexicon.DETERMINERS - {"all", "both", "some", "many", "most"}
)
_COUNTED = frozenset("one another two three four five six seven eight nine ten each".split())
# "show" is a noun as well; it is a verb behind what shows things
_SHOWING = frozenset(
    """polls surveys records figures data results documents reports studies statistics emails e-mails numbers
    returns papers filings photos images tests estimates""".split()
)
_PASSIVE = frozenset("is was are were be been being 's".split())


def _finite(tokens: Sequence[Token], start: int, head: int) -> bool:
    """No infinitive, noun or passive: a verb that can have its source before it."""
    if start > 0 and tokens[start - 1].lower in _NO_SUBJECT_BEFORE:
        counted = tokens[start - 1].lower in _COUNTED and tokens[head].lower in TAGS
        if not counted:
            return False
    if tokens[head].lower == "show" and tokens[start - 1].lower not in _SHOWING:
        return False
    passive = any(t.lower in _PASSIVE for t in tokens[start:head])
    return not passive or tokens[head].lower.endswith("ing")
