"""What a cue does: says, believes, wants, supports, opposes, decides or shows."""

from __future__ import annotations

from functools import lru_cache

from summarizer.article import Kind
from summarizer.attribute import lexicon
from summarizer.attribute.words import stem

_MORE: dict[Kind, str] = {
    "says": "",
    "believes": """seem appear clear sure confident aware convinced mind view belief concern worry opinion assumption
    assume sense surprise skeptical sceptical hopeful optimistic concerned worried angry upset proud guess doubt
    speculation understanding interest attention focus look watch notice impress anxiety expectation""",
    "wants": """plan goal hope eager willing proposal propose request demand push offer appeal call-for advocate
    determined seek priority convince persuade promote encourage desire ambition campaign""",
    "supports": """support supporter endorse endorsement back backing approve approval favor favour favorable
    supportive advocate praise tribute celebrate cheer embrace sided welcome""",
    "opposes": """opposition oppose opponent critic critical criticism criticize criticise rejection reject refusal
    objection object backlash contradict dispute rebut dislike hate distance attack denounce balk""",
    "decides": """decision decide vote pass sign adopt nominate appoint order rule require allow authorize authorise
    approve block ban determine cast fire issue""",
    "shows": """find show forecast include measure document expose footage data detail feature survey poll
    evidence prove""",
}
PAIRS = {
    ("call", "for"), ("called", "for"), ("calls", "for"), ("calling", "for"), ("calling", "on"), ("called", "on"),
    ("calls", "on"), ("call", "on"), ("asked", "for"), ("voted", "for"), ("voted", "against"), ("according", "to"),
    ("agreed", "with"), ("pushed", "for"), ("objected", "to"), ("spoke", "of"), ("spoke", "about"),
    ("lashed", "out"), ("talk", "about"), ("talked", "about"), ("referring", "to"), ("referred", "to"),
}  # fmt: skip
"""Two words that are printed as one cue."""


_AGREED = (lexicon.DETERMINERS - {"that", "this"}) | {"to", "on", "terms"}


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, Kind]:
    made: dict[str, Kind] = {}
    for kind, words in _MORE.items():
        for word in words.split():
            made.setdefault(stem(word), kind)
    return made


@lru_cache(maxsize=4096)
def of(form: str, following: str) -> tuple[str, Kind]:
    """The lemma and the kind of a printed cue, with the word right after it ("voted against")."""
    changed = lexicon.WITH_PREPOSITION.get((form, following))
    entry = lexicon.forms().get(form)
    lemma = entry[0] if entry is not None else form
    if lemma == "agree" and following in _AGREED:
        # to agree a thing, in British usage, or to do it, is to settle it; to agree that it is so is to think so
        return lemma, "decides"
    if changed is not None:
        return lemma, changed
    if entry is not None and entry[2] in (None, following):
        return lemma, entry[1]
    return lemma, _by_stem().get(stem(form), "says")
