"""What somebody is called where they are introduced: the office before the name, or the apposition behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Span, fold_space
from summarizer.attribute import callings, names
from summarizer.attribute.classes import Token

# Characters looked at behind and before a name; no office is spelled out at greater length.
_LONGEST = 130
_BACK = 90
# Of the words before a name at most so many may be none of an office: "chief technology officer".
_STRANGE = 1
_APPOSITION = re.compile(
    r",\s+(?:aged )?(?:\d{2},\s+)?(?P<role>(?:the|a|an|who is|who chairs|chair|head|president|director|leader|chief)\b"
    r"[^,.;:\"“”]{2,90})[,.]"
)
# "Ann Roe, mayor of Otterby," and "Ann Roe, Otterby's mayor,": the office has to be what comes first.
_BARE = re.compile(
    r",\s+(?:\d{2},\s+)?(?P<role>(?:(?:its|their|his|her) )?(?P<words>[\w’'-]+(?: [\w-]+){0,4}?)"
    r"(?: (?:of|for|at|in|to)\b[^,.;:\"“”]{2,70})?)[,.]"
)
_HELD = re.compile(r" (?:of|for|at|in|to|from|on|by|with)\b")
_OF_WHAT = re.compile(r" (?:of|for|at|in|to)\b")
_DESCRIBED = re.compile(
    r"(?:^|[.;:”\"]\s+|,\s+|\b)(?:(?i:the|its|their|his|her|a|an|one of the)|(?P<whose>[A-Z][\w.-]*['’]s))\s+"
    r"(?P<role>[^,.;:”“\"]{3,60}),\s+$"
)
_RELATIVE = re.compile(r"\s(?:who|whose|which|that)\b")
_LEADING = re.compile(r"^(?i:the|a|an|its|their|his|her|who is)\s+")
_PRENOMINAL = re.compile(
    r"(?P<bound>(?:^|[.;:”“\"(—–]|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\b|['’]s?)\s*)(?P<role>(?:[A-Za-z-]+ ){1,5})$"
)
_WHOSE = re.compile(r"(?:^|\s)(?P<whose>[A-Z][\w.-]*['’]s)$")
_HEADS = callings.ROLES - callings.PARTS
_NO_PART = frozenset(
    """and or but that which who when where while as if with by from to for of in on at said says told asked urged
    is was are were be been has have had will would met not""".split()
)


def introduced(raw: str, span: Span) -> str | None:
    """Give what the article calls the name at `span` right there; None where it says nothing."""
    return _behind(raw, span) or _before(raw, span)


def _behind(raw: str, span: Span) -> str | None:
    """The apposition in "Ann Roe, the mayor," and in "Ann Roe, 45, mayor of Otterby,"."""
    if raw[span.end : span.end + 1] != ",":
        return None
    end = min(len(raw), span.end + _LONGEST)
    if (found := _APPOSITION.match(raw, span.end, end)) is not None:
        role = _RELATIVE.split(_LEADING.sub("", fold_space(found["role"])))[0]
        return role if _tells(role) else None
    found = _BARE.match(raw, span.end, end)
    return (
        _LEADING.sub("", fold_space(found["role"]))
        if found is not None and _office(found["words"].split())
        else None
    )


def _before(raw: str, span: Span) -> str | None:
    """The office in "trade minister Ann Roe" and in "Their leader, Ann Roe,"."""
    before = raw[max(0, span.start - _BACK) : span.start]
    if not before or not before[-1].isspace():
        return None
    # most names follow a word that ends no office, which is found out without a pattern
    last = before.rsplit(maxsplit=1)[-1] if not before.isspace() else ""
    if not (last[-1:] == "," or last.lower() in _HEADS):
        return None
    if last.endswith(","):
        found = _DESCRIBED.search(before)
        described = fold_space(found["role"]) if found is not None else ""
        # "a report in the Orme Leader" is nobody's office
        held = _HELD.split(described)[0]
        if found is None or not _tells(held):
            return None
        if not found["whose"]:
            return described
        return f"{found['whose']} {described}" if _office(_OF_WHAT.split(described)[0].split()) else None
    found = _PRENOMINAL.search(before)
    if found is None or not _office(words := found["role"].split()):
        return None
    if sum(names.bare(word) not in callings.ROLES for word in words) > _STRANGE:
        # "The court heard mayor Ann Roe"
        return None
    role = _LEADING.sub("", fold_space(found["role"]))
    owner = _WHOSE.search(before[: found.start("role")].rstrip())
    return f"{owner['whose']} {role}" if owner is not None else role


def _tells(phrase: str) -> bool:
    """Say whether it is what somebody can be, by the last word of its first part: no "first time in years"."""
    said: list[str] = []
    words = phrase.split()
    for at, word in enumerate(words):
        after = words[at + 1].lower() if at + 1 < len(words) else ""
        if said and (word.lower() in _PARTS_OFF or not word[0].isalnum()):
            if word.lower() == "and" and not _can_be(said):
                continue
            break
        if said and word.islower() and word.endswith("ing") and after in _PARTS_OFF | _OBJECTS:
            break
        if said and word.islower() and word.endswith("ed") and "-" not in word:
            # "the Orme senator suspended his campaign" is another sentence
            return after in _PARTS_OFF and _can_be(said)
        said.append(names.bare(word))
    return _can_be(said)


def _can_be(said: Sequence[str]) -> bool:
    head = said[-1]
    if head in _SIDES:
        # "a lifelong Republican", and no "Republican field remained divided"
        return len(said) <= _FEW
    if head == "general":
        return len(said) > 1 and (said[-2] in _GENERALS or said[-2].endswith("-star"))
    return head not in OF_OFFICES and (names.is_role(head) or head in callings.CALLINGS or head in _BELONG)


_PARTS_OFF = frozenset(
    """of for in at from on to with by under who whose which that and or but now then there here since after before
    during as when while where""".split()
)
_OBJECTS = frozenset("his her its their the a an this that him them".split())
_GENERALS = frozenset(
    "attorney secretary solicitor surgeon director inspector lieutenant major brigadier army retired".split()
)
OF_OFFICES = frozenset(
    """vice former shadow foreign home defence defense finance health education interior first state parliamentary
    opposition democratic prime""".split()
)
"""Words of an office that alone are none: "the state" is not the secretary of state."""
_BELONG = frozenset(
    """member fellow official partner operative committeeman committeewoman speechwriter scholar expert specialist
    correspondent professor lecturer graduate alumnus guest expat guru star icon heir winner runner-up champion
    legend giant veteran native creator inventor contractor recruiter trainer tutor auctioneer vicar priest monk nun
    mep delegate clerk usher accountant developer""".split()
)
_SIDES = frozenset("republican democrat conservative liberal independent socialist".split())
_FEW = 3


def _office(words: list[str]) -> bool:
    """Say whether words end in what somebody can be, with nothing before it that parts a sentence."""
    return (
        bool(words)
        and names.bare(words[-1]) in _HEADS
        and not any(word.lower() in _NO_PART or word.lower().endswith("ed") for word in words)
    )


_POSTS = frozenset("president director head chief manager chair officer partner analyst founder".split())


def holds_post(tokens: Sequence[Token], comma: int) -> bool:
    """Say whether what stands between this comma and the one before it is somebody's post at a company."""
    for at in range(comma - 1, max(-1, comma - 14), -1):
        if tokens[at].text == ",":
            return any(token.lower in _POSTS for token in tokens[at + 1 : comma])
        if not tokens[at].word:
            return False
    return False
