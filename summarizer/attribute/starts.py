"""Where in a phrase a name begins: behind titles, offices and callings, with its small words."""

from __future__ import annotations

from summarizer.attribute.callings import BEFORE_NAMES, BODIES, PARTS, ROLES, TITLES
from summarizer.attribute.given import FAMILY_NAMES, FIRST_NAMES

ARTICLES = frozenset(("the", "a", "an"))
STOP = frozenset("the a an of for and in at on to from with by as who".split())
COUNTED = frozenset("one two three some many several most all both each another few".split())
SUFFIX = frozenset("jr jr. sr sr. ii iii iv mp msp kc qc md phd obe mbe cbe".split())
_ENDS_NAME = STOP - ARTICLES
FULL_NAME = 2
"""So many words a full name has at least."""


def name_start(words: list[str], lows: list[str], behind: int) -> int:
    """Index of the first word of the trailing run of capitals that is no title or role; end where none."""
    end = len(words)
    for at in range(behind, end):
        if at > behind and lows[at] in _ENDS_NAME:
            end = at
            break
    while end > behind + FULL_NAME and lows[end - 1].strip(".") in SUFFIX:
        end -= 1
    first = end - 1 if _is_surname(words[behind:end]) else end
    while first > behind and (_capital(words[first - 1]) or _is_particle(words, lows, first - 1)):
        low = lows[first - 1].strip(".,")
        if (low in ROLES and _stands_before(low, lows[first:end])) or lows[first - 1] in TITLES:
            break
        if lows[first - 1] in BEFORE_NAMES and end - first >= FULL_NAME and lows[first] in FIRST_NAMES:
            # not "Student Loans Company", not "Marine Le Pen"
            break
        first -= 1
    if first < end and first == 0 and lows[0] in ARTICLES:
        first = 1
    if first == 0 and words and lows[0] in COUNTED:
        return len(words)
    return first if first < end else len(words)


PARTICLES = frozenset(
    "de del della van von der den ter ten du da di dos das bin ibn bint al el la le".split()
)
_JOINED = ("al-", "el-", "ul-", "d'", "d’")
_FIELDS = frozenset(
    """state staff defense defence health education treasury interior justice labor labour commerce
    agriculture transportation transport energy finance intelligence parliament commons england operations police
    opposition elections works communications affairs security environment trade culture""".split()
)


def _capital(word: str) -> bool:
    return word[0].isupper() or word.startswith(_JOINED)


def _stands_before(role: str, name: list[str]) -> bool:
    """Say whether an office's word is no part of what follows, as it is of "Home Depot" and "State Department"."""
    if role not in PARTS or not name:
        return True
    if not BODIES.isdisjoint(name):
        return False
    return name[0] not in _COMPANY if role in _RANKS else len(name) > 1


_RANKS = frozenset("former deputy shadow general king queen prince princess lady lord dr".split())
_COMPANY = frozenset("motors electric mills dynamics foods atomics synod re".split())


def _is_surname(words: list[str]) -> bool:
    """Say whether the last word is a surname, though it tells a kin or an office elsewhere: "Stephen King"."""
    if len(words) < FULL_NAME or words[-1].lower() not in ROLES or not words[-1][0].isupper():
        return False
    before = words[-2].lower()
    return before in FIRST_NAMES or (words[-1] == "Son" and words[-2][0].isupper() and before not in ROLES)


def _is_particle(words: list[str], lows: list[str], at: int) -> bool:
    """Say whether a small word is part of a name: "Ursula von der Leyen"."""
    if lows[at] not in PARTICLES or at + 1 >= len(words):
        return False
    return at == 0 or lows[at - 1] in PARTICLES or words[at - 1][0].isupper()


def behind_office(printed: list[str], lows: list[str]) -> int:
    """Where the name begins behind an office with what it is of, or behind who it belongs to; 0 where there is neither.

    "Secretary of State Ann Roe", "ambassador to Norland Ann Roe", "the Chronicle's Ann Roe".
    """
    for at in range(1, len(printed) - 1):
        rest = zip(printed[at:], lows[at:], strict=True)
        if not all(word[0].isupper() or low in PARTICLES for word, low in rest):
            continue
        left = len(printed) - at
        known = (lows[at] in FIRST_NAMES and left <= _LONGEST_NAME) or (
            lows[at] in FAMILY_NAMES and left == FULL_NAME
        )
        if printed[at - 1].endswith(("'s", "’s")) and (known or _of_outlet(printed, lows, at)):
            return at
        if not _is_office(lows[:at]):
            continue
        of = lows[at - 2] if lows[at - 2] != "the" else lows[at - 3]
        if known or (lows[at - 1] in _FIELDS and of in _HOLDS and lows[-1] not in _BODY):
            return at
    return 0


def _of_outlet(printed: list[str], lows: list[str], at: int) -> bool:
    """Say whether two words that name no body stand behind an outlet's or an institute's letters: "NBC's Orla Brenn"."""
    letters = printed[at - 1][:-2]
    named = at == 1 and letters.isupper() and letters.isalpha() and len(printed) - at == FULL_NAME
    return named and BODIES.isdisjoint(lows[at:]) and ROLES.isdisjoint(lows[at:])


def _is_office(lows: list[str]) -> bool:
    """Say whether it is an office with what it is of or for, "head of the union"; "the mother of teenager" is none."""
    of = next((at for at, low in enumerate(lows) if low in _HOLDS), 0)
    held = lows[of - 1].strip(".,") if of else ""
    last = lows[-1]
    ends = last in _FIELDS or not (last in ROLES or last in BEFORE_NAMES or last in STOP)
    return held in ROLES and held not in _SOMEBODYS and ends


_HOLDS = frozenset(("of", "for", "to"))
_SOMEBODYS = frozenset(
    """mother father brother sister son daughter husband wife widow victim spokesman spokeswoman spokesperson aide
    adviser advisor lawyer attorney solicitor doctor coach driver author former resident owner""".split()
)
_BODY = frozenset(
    "committee council department agency service services office bureau commission board union".split()
)
_LONGEST_NAME = 4
