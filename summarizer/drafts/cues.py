"""Whether a cue hands on what somebody says, for the drafter, which shows the speaker's name before it."""

from __future__ import annotations

import re

from summarizer.article import Article, Attribution
from summarizer.attribute import lexicon
from summarizer.drafts import wording

_OWNED = re.compile(r"(?:['’]s|s['’])\s+$")
# "might say", "will be left to wonder: “…?”": nobody has said it.
_MAYBE = re.compile(r"\b(?:(?:might|may|can|could|should)(?: \w+){0,2}|(?:is|are|be) left to) \w+$")
_LONGEST_MAYBE = 30
# "I hope Otterby says: “…”": nobody has said it yet.
_HOPED = re.compile(r"\b(?:hopes?|wish(?:es)?|hoped|imagines?) (?:\w+ ){1,5}\w+$")
_LONGEST_HOPE = 45
# "Roe was told that …", "are briefly shown": others said or showed it.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|be|being)(?: \w+ly)? (?:told|shown|asked|warned|informed|mentioned|advised|reminded|"
    r"assured|accused|quoted|seen)$"
)
_WORD = re.compile(r"\w+")
_LONGEST_POSSESSIVE = 4
# Verbs of saying that as often do something to a thing: "added to his titles", "posted a profit", "read the letter".
_OF_THINGS = frozenset("add post point read counter answer list name share charge refer".split())
_OTHERS = frozenset("according discover unveil hint".split())


def hands_on(said: Attribution, article: Article) -> bool:
    """Say whether the cue is a verb of saying, thinking, wanting, deciding or showing, and so used.

    What is wholly in quotation marks was said by somebody, unless it only might be. Attribution learns its cues from
    examples, and takes "Serbia takes on Japan" or "Spain's hopes alive" for one now and then; a name in
    front of such a sentence would be a claim that nobody made.
    """
    if _MAYBE.search(article.raw, max(0, said.cue.start - _LONGEST_MAYBE), said.cue.end):
        return False
    if _HOPED.search(article.raw, max(0, said.cue.start - _LONGEST_HOPE), said.cue.end):
        return False
    if said.directness == "direct":
        return True
    if (
        said.source is not None
        and said.source.end <= said.cue.start
        and _PASSIVE.search(article.raw, said.source.end, said.cue.end)
    ):
        return False
    forms = lexicon.forms()
    printed = [word.lower() for word in _WORD.findall(said.cue.of(article.raw))]
    lemmas = {forms[word][0] for word in printed if word in forms}
    if not lemmas and not _OTHERS.intersection(printed) and printed:
        return False
    before = article.raw[max(0, said.cue.start - _LONGEST_POSSESSIVE) : said.cue.start]
    if _OWNED.search(before) and not said.content[0].of(article.raw).lower().startswith("that "):
        return False
    return not (lemmas & _OF_THINGS) or wording.stands_alone(said, article)


def names_hearer(said: Attribution, raw: str) -> bool:
    """Say whether it tells whom somebody told something, and not what: "Roe told the workers in the canteen"."""
    told = said.cue.of(raw).lower().split()[-1] in ("told", "tells", "telling")
    what = said.content[0].of(raw)
    if not told or len(said.content) > 1 or said.directness == "direct":
        return False
    return not wording.has_verb(what) and _TOLD_WHAT.search(what) is None


_TOLD_WHAT = re.compile(r"\b(?:to|that|not|how|why|what|of|about|story|truth|lies?)\b")
