"""The names in a byline, without roles, employers, degrees and accounts."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^(?:(?:an? )?(?:analysis|opinion|review|commentary|column|story|written|posted|published|words|text"
    r"|reported|report|created)\s+)?(?:by|von|par|por|di|author)\b\s*:?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;|·•/]|\s[–—-]\s|\band\b|&|\bund\b|\bet\b|\s[ye]\s")
_ACCOUNT = re.compile(r"\s*@\w+|\s*\([^)]*\)")
_ROLE = re.compile(
    r"\b(?:editors?|editor-at-large|correspondents?|reporters?|writers?|staff|desk|news|political|court|business"
    r"|columnist|contributor|analyst|producer|points|images?|photos?|media|services?|\w+\.(?:com|net|org|co\.uk))\b",
    re.IGNORECASE,
)
# A newspaper's name ends so; behind a name without a mark between them it is where its bearer works.
_PAPERS = frozenset(
    "times post news tribune herald journal today gazette star press register chronicle globe observer guardian"
    " telegraph standard mail express sun mirror record courier argus echo review dispatch inquirer leader sentinel"
    " bulletin examiner independent daily weekly magazine".split()
)
_ROLES = frozenset(
    "editor correspondent reporter writer columnist contributor producer critic analyst".split()
)
_FOR = re.compile(r"(?<=\w)\s+for\s+(?:the\s+)?[A-Z].*$|(?<=\w)\s+FOR\s+[A-Z].*$")
_CHANGED = re.compile(r"\s+(?:last )?(?:updated|published|posted|modified|original)\b.*$", re.IGNORECASE)
_FEWEST_WITH_PAPER = 4
_NOBODY = frozenset(
    ("admin", "administrator", "staff", "staff writer", "staff writers", "staff report", "guest")
)
_NO_NAME = re.compile(r"[\d!?:;<>#@]")
# What bylines name instead of a person, the world over.
AGENCIES = frozenset(
    "reuters|associated press|the associated press|ap|afp|agence france-presse|pti|ani|ians|dpa|efe|ansa|upi|tass"
    "|xinhua|bloomberg|press association|pa media|canadian press|the canadian press|kyodo".split("|")
)
"""Agencies, in small letters."""
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTICLES = frozenset("da de di du van von der den el al bin la le".split())
_LONGEST_WHOLE, _LONGEST_LETTERS = 6, 5


def people(text: str, site: str | None = None, *, whole: bool = False) -> tuple[str, ...]:
    """Part the names of a byline: two to four words each, the outlet `site` left off.

    With `whole` a byline that names no person is given as it stands: an agency, a desk, a first name.

    >>> people("Analysis by Ann Roe, Bo Lee and Cy Day, Political Editor")
    ('Ann Roe', 'Bo Lee', 'Cy Day')
    >>> people("Staff and agencies", whole=True)
    ('Staff and agencies',)
    """
    said = _LEAD.sub("", _ACCOUNT.sub("", " ".join(text.split())))
    said = _FOR.sub("", _CHANGED.sub("", said)).strip(" .,|-–—:")
    outlet = _folded(site or "")
    made = [name for part in _PARTS.split(said) if (name := _name(part.strip(" .-–—"), outlet))]
    if made or not whole:
        return tuple(dict.fromkeys(made))
    return (said,) if _stands(said, outlet) else ()


def _stands(said: str, outlet: str) -> bool:
    """Say whether a byline without a person names somebody: neither an account, nor a time, nor the outlet.

    What a system writes for its own accounts has no capital, is the name of the post, or one long word in
    capitals; agencies and initials are shorter, or known.
    """
    low = said.lower()
    account = said.isupper() and said.isascii() and " " not in said and len(said) > _LONGEST_LETTERS
    if (said == low and said.isascii()) or low in _NOBODY or re.search(r"\d\d", said):
        return False
    if (account and low not in AGENCIES) or _folded(said) in (outlet, ""):
        return False
    own = bool(outlet) and outlet.startswith(f"{_folded(said)} ")
    return not own and 0 < len(said.split()) <= _LONGEST_WHOLE and len(said) <= 60


def _name(part: str, outlet: str) -> str | None:
    if _ROLE.search(part) and (glued := _GLUED.search(part)) and _ROLE.search(part, glued.start()):
        part = part[: glued.start()]
    if outlet and _folded(part).endswith(f" {outlet}"):
        part = part[: -len(outlet)].strip()
    words = _alone(part.split())
    part = " ".join(words)
    if not 2 <= len(words) <= 4 or _ROLE.search(part) or _NO_NAME.search(part):
        return None
    if words[0].lower() in ("the", "a", "an"):
        return None
    if not all(word[:1].isupper() or word in _PARTICLES for word in words):
        return None
    if outlet and (_folded(part) in outlet or _folded(words[0]) == outlet.split()[0]):
        return None
    return part


def _alone(words: list[str]) -> list[str]:
    """Leave off an outlet or a role right behind a name ("Ann Roe Selm Daily Post", "Ann Roe Harbour editor")."""
    name = 3 if len(words) > 2 and len(words[1].rstrip(".")) == 1 else 2
    behind = words[name:]
    if not behind or any(word.lower() in _PAPERS or _ROLE.fullmatch(word) for word in words[:2]):
        return words
    shouted = all(word.isupper() and len(word) > 1 for word in behind) and not any(
        map(str.isupper, words[:2])
    )
    paper = len(words) >= _FEWEST_WITH_PAPER and behind[-1].lower() in _PAPERS
    return words[:name] if shouted or paper or behind[-1].lower() in _ROLES else words


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
