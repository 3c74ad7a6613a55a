"""Who is mentioned: names, roles and what gender and number the article shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.article import Span
from summarizer.attribute.callings import BEFORE_NAMES, ROLES, STANDINGS, TITLES, Gender
from summarizer.attribute.given import FEMALE, FIRST_NAMES, MALE
from summarizer.attribute.starts import ARTICLES, COUNTED, FULL_NAME, STOP, SUFFIX, behind_office, name_start

PartyKind = Literal["person", "organisation", "place", "group"]

# "Robert “Chip” Callahan": words in marks between a name's first word and its last are no quotation.
NICKNAME = re.compile(
    r"(?<=\w )(?P<opens>[\"“'‘])(?P<nick>(?:[Tt]he )?[A-Z][\w.’'-]*(?: [A-Z]\w+)?)(?P<closes>[\"”'’]) (?=[A-Z]\w)"
)
_MARKED = re.compile(r" [\"“'‘][A-Zt]")
_FIRST_WORD = re.compile(
    r"\b(?!(?:The|An?|In|On|At|As|By|For|From|With|To|Of|And|But|Or|When|His|Her|Its)\b)[A-Z][\w.-]* $"
)


def nicknames(text: str) -> Iterator[re.Match[str]]:
    """Find the nicknames in quotation marks, each with its marks.

    >>> [found.group() for found in nicknames('Robert “Chip” Callahan saw “Jaws”.')]
    ['“Chip” ']
    >>> list(nicknames('They sang “Yesterday” Tuesday, in the film “Jaws” Roe said.'))
    []
    """
    if not _MARKED.search(text):
        return
    for found in NICKNAME.finditer(text):
        behind = text[found.end() :].split(maxsplit=1)[0].strip(".,;:").lower()
        if _FIRST_WORD.search(text, 0, found.start()) and behind not in _DAYS_AND_MONTHS:
            yield found


_DAYS_AND_MONTHS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december""".split()
)
_KEPT_TITLES = frozenset({"lord", "lady", "sir", "dame", "baroness"})

_WORD = re.compile(r"[^\s,;:()\"“”]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_ROLE = ARTICLES | STANDINGS


class Mention(NamedTuple):
    """A noun phrase taken apart: `name` as printed without title and role, `last` its telling word.

    `name` is empty for a description ("the spokesman"), whose head noun is `last`. `core`
    are the name's words without any title, `lowered` the same in lower case; `title` is the one it was printed with.
    """

    text: str
    name: str
    core: tuple[str, ...]
    lowered: tuple[str, ...]
    title: str
    last: str
    role: str | None
    gender: Gender | None
    person: bool
    span: Span


def analyse(text: str, span: Span) -> Mention:
    """Part a noun phrase into role, title and name.

    >>> m = analyse("Israeli Prime Minister Benjamin Netanyahu", Span(0, 41))
    >>> m.name, m.role
    ('Benjamin Netanyahu', 'Israeli Prime Minister')
    """
    return _new(Mention, (*_analyse(text)[:-1], span))


# what `Mention(…)` calls, without going over the fields by name
_new = tuple.__new__
_NOWHERE = Span(0, 0)


@lru_cache(maxsize=4096)
def _analyse(text: str) -> Mention:
    nick = next(nicknames(text), None)
    printed = _WORD.findall(text if nick is None else text[: nick.start()] + text[nick.end() :])
    words = [_unowned(word) or word for word in printed]
    lows = [word.lower() for word in words]
    owned = any(word.endswith(("'s", "’s")) for word in printed[:-1])
    if nick is None and not owned and _bare_name(words, lows):
        core = (*printed[:-1], words[-1])
        first_name = lows[0] if len(words) > 1 else ""
        bare_gender: Gender | None = "she" if first_name in FEMALE else "he" if first_name in MALE else None
        person = core[0].lower() in FIRST_NAMES and len(core) > 1
        lowered = tuple([_folded(word) for word in core])
        return Mention(
            text, " ".join(core), core, lowered, "", lowered[-1], None, bare_gender, person, _NOWHERE
        )
    first = name_start(words, lows, behind_office(printed, lows))
    if first and lows[first : first + 1] == ["office"] and printed[first - 1].endswith(("'s", "’s")):
        # "the Prime Minister's Office", "the Governor's Office of Ports" are bodies of that name
        first = 1 if lows[0] in ARTICLES else 0
    gender = _gender(lows, first)
    if first >= len(words):
        noun = head_noun(words)
        return Mention(text, "", (), (), "", noun, None, gender, is_role(noun), _NOWHERE)
    # "Norland's ambassador" keeps its genitive, "the Chronicle's" before a name does not
    before = (*printed[: first - 1], words[first - 1]) if first else ()
    head = [word for word, low in zip(before, lows, strict=False) if low not in _NO_ROLE]
    titles = [word for word, low in zip(words[: first + 1], lows, strict=False) if low in TITLES]
    # possessives inside a name are part of it ("Farmers' Party"), at its end they are not
    inner = [*printed[first:-1], words[-1]]
    if (own := _before_place(words, lows, first)) is not None:
        inner = printed[first:own]
    core = tuple([word for word in inner if _of_name(word) or (word is inner[-1] and word.lower() in TITLES)])
    role = " ".join([word for word in head if word.lower() not in TITLES]) or None
    person = bool(titles) or (role is not None and any(is_role(w) for w in head)) or _first_named(core)
    noble = [word for word, low in zip(words[: first + 1], lows, strict=False) if low in _KEPT_TITLES]
    last = _folded(core[-1]) if core else ""
    title = " ".join([t for t in titles if t not in noble])
    lowered = tuple([_folded(word) for word in core])
    # shown as it is printed, known without the nickname
    shown = core if nick is None else (*core[:1], nick.group().strip(), *core[1:])
    name = " ".join((*noble, *shown))
    return Mention(text, name, core, lowered, title, last, role, gender, person, _NOWHERE)


def _bare_name(words: list[str], lows: list[str]) -> bool:
    """Say whether it is capitals only, with no word that tells anything: most are, and take a third of the time."""
    if not words or not _TELLS.isdisjoint(lows):
        return False
    for word, low in zip(words, lows, strict=True):
        if not word[0].isupper() or "." in word or low.endswith("man"):
            return False
    return True


def _of_name(word: str) -> bool:
    """Say whether it is no title, no suffix and no mark."""
    low = word.lower()
    return low not in TITLES and low.strip(".") not in SUFFIX and word[0].isalnum()


def _unowned(word: str) -> str:
    """Leave a possessive off; most words have none, which is found out soonest without the pattern."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def _before_place(words: list[str], lows: list[str], first: int) -> int | None:
    """Where a person's name ends and what they belong to begins: "geologist Ann Roe of the Harbour Institute"."""
    end = first
    while end < len(words) and words[end][0].isupper():
        end += 1
    titled = first > 0 and lows[first - 1] in TITLES
    if end == len(words) or (end - first < FULL_NAME and not titled) or lows[end] not in _BELONGS:
        return None
    known = titled or lows[first] in FIRST_NAMES or (first > 0 and is_role(words[first - 1]))
    return end if known else None


_BELONGS = frozenset("of from at in with for".split())
_LEARNED = ("ologist", "onomist", "icist", "ographer", "ician", "emist", "urator")


def is_role(word: str) -> bool:
    """Say whether a word names what somebody is: an office, a trade, a learned profession.

    >>> is_role("biostatistician"), is_role("bridge")
    (True, False)
    """
    low = word.lower().strip(".,")
    return low in ROLES or (word.islower() and low.endswith(_LEARNED))


def _first_named(core: tuple[str, ...]) -> bool:
    return len(core) >= 2 and core[0].lower() in FIRST_NAMES


_WOMEN = frozenset("mother widow wife daughter sister actress queen".split())
_MEN = frozenset("father husband son brother king".split())
_NO_MEN = frozenset("german roman human".split())
_TELLS = frozenset(TITLES) | ROLES | BEFORE_NAMES | STOP | COUNTED | SUFFIX | _WOMEN | _MEN


def _gender(lows: list[str], first: int) -> Gender | None:
    """What a title or a noun tells, else the first name: the words of the name begin at `first`."""
    for low in lows:
        if (known := TITLES.get(low)) is not None:
            return known
        if low in _WOMEN or low.endswith("woman"):
            return "she"
        if low in _MEN or (low.endswith("man") and low not in _NO_MEN and low in ROLES):
            return "he"
    if len(lows) - first >= 2:
        if lows[first] in FEMALE:
            return "she"
        if lows[first] in MALE:
            return "he"
    return None


def _folded(word: str) -> str:
    """Lower case, and one sign for both apostrophes: "O’Dowd" and "O'Dowd" are one."""
    return word.lower().replace("’", "'")


def bare(word: str) -> str:
    """Fold a word for look-up: lower case, no possessive."""
    return _unowned(word.lower())


def head_noun(words: list[str]) -> str:
    """Give the noun a description is about: the last word before "of", "for", "in"."""
    head = ""
    for word in words:
        if word.lower() in ("of", "for", "in", "at", "from", "on", "to", "who", "with") and head:
            break
        head = word
    return _POSSESSIVE.sub("", head).lower()
