"""Whose words and stands are shown: people and bodies, and for words also what people have written or counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer import support
from summarizer.attribute import callings
from summarizer.drafts import judging, nouns
from summarizer.support import lexicon
from summarizer.support.words import Word

_PEOPLE = frozenset(
    """people families family voters supporters workers members republicans democrats officials leaders lawmakers
    women men children parents reporters media press critics opponents rivals rival politicians protesters police
    residents citizens americans evangelicals conservatives liberals immigrants migrants refugees others students
    groups group unions union parties party administration campaign companies firms states countries nations
    activists experts allies donors backers administration campaign government elites establishment""".split()
)
_DOERS = (
    "ers",
    "ors",
    "ists",
    "ians",
    "ans",
    "ives",
    "ents",
    "ants",
    "men",
    "women",
    "crats",
    "cans",
    "ees",
    "ates",
)
_FEW = frozenset("the a an one some many several most all both two three four five six".split())
_BODIES = judging.BODIES | frozenset(
    """bank city office company club guard service regulator insurer league museum operator authority firm team trust
    union group party agency department ministry commission council association federation foundation institute
    institution hospital clinic school university college church court army navy police force network station
    newspaper magazine publisher airline airport retailer supermarket charity campaign side sides person friend friends
    clergy staff crew board jury panel watchdog bosses source sources couple mob regime opposition coalition alliance
    cabinet senate house parliament treasury embassy prison utility railway society lobby think-tank tank
    county town village district state nation country region province lifeguard guard family bloc caucus""".split()
)
_DOER = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "person")
_FRACTIONS = ("thirds", "quarters", "fifths", "halves", "percent")
_WRITTEN = frozenset(
    """poll polls survey surveys study studies report reports data figures statistics records documents document
    filing filings lawsuit complaint statement letter memo article book film video email emails ad editorial review
    analysis estimates estimate results research audit transcript indictment ruling resolution bill law trial accounts
     website newspaper magazine paper census index tweet post message messages release""".split()
)
_UNFINISHED = re.compile(r"\b(?:who|which|that|whose|of|for|and|or|the|a|released|said)$", re.IGNORECASE)


def people(found: Sequence[Word]) -> bool:
    """Say whether the phrase is a name, or a description of people: they are criticised, not disputed."""
    of = next((at for at, w in enumerate(found) if w.lower in nouns.LINKS), len(found))
    head = found[max(0, of - 1)].lower
    return (
        all(w.capital for w in found if w.content)
        or head in _PEOPLE
        or head in callings.ROLES
        or head.removesuffix("s") in callings.ROLES
        or head.endswith(("ctor", "ator", "ist", "ician"))
    )


def describes_people(name: str) -> bool:
    """Say whether a name or description is one of people or a body: "the mayor", "Hauliers", and not "Two-thirds".

    >>> describes_people("Ann Roe"), describes_people("many hauliers"), describes_people("Roe's only path")
    (True, True, False)
    """
    of = re.split(r"\s(?:of|for|in|at|from|with|who|on|to|looking|familiar|close)\s", name)[0].split()
    last = of[-1]
    if last[0].isupper() and len(of) > 1 and of[0].lower() not in _FEW:
        return of[0].lower() not in judging.verbs()
    lower = last.lower().split("-")[-1]
    named = last.isupper() or (last[0].isupper() and not lower.endswith("s"))
    return (
        named
        or lower in _PEOPLE | _BODIES | callings.ROLES
        or lower.removesuffix("s") in callings.ROLES
        or lower.endswith(_DOERS)
        or (of[0].lower() in _FEW and lower.endswith(_DOER))
    )


def is_person(name: str, index: support.Index) -> bool:
    """Say whether a holder is one person: by name, or by a role as in "the mayor"."""
    owner = index.directory.owner(name)
    return owner.kind == "person" if owner is not None else name.split()[-1].lower() in callings.ROLES


def takes_sides(name: str, index: support.Index) -> bool:
    """Say whether a holder is known for a person, or by its name or description is one or a body."""
    owner = index.directory.owner(name)
    plural = name.isalpha() and name[0].isupper() and not name.lower().endswith(_FRACTIONS)
    return describes_people(name) or (owner is not None and (owner.kind == "person" or plural))


def says(name: str, index: support.Index) -> bool:
    """Say whether words may be shown as this speaker's: no dateline, adverb or piece of a sentence speaks."""
    if (name.isupper() and " " in name) or re.search(r"\s[-–—]", name) or _UNFINISHED.search(name):
        return False
    parts = name.split()
    if len(parts) == 1:
        lower = parts[0].lower()
        if lower in lexicon.FUNCTION_WORDS | judging.ADVERBS | {"several"} or lower.endswith("ly"):
            return False
        owner = index.directory.owner(name)
        # a word that opens a sentence has a capital anyway: elsewhere the article prints it without
        opens = owner is None and lower not in _PEOPLE | callings.ROLES and not lower.endswith("s")
        if opens and any(w.lower == lower and not w.capital for line in index.lines for w in line.words):
            return False
    if any(part.lower() in judging.verbs() for part in parts[1:-1]):
        return False
    return takes_sides(name, index) or written(name)


def written(name: str) -> bool:
    """Say whether the speaker is something written or counted.

    >>> written("a report from the bank"), written("the bank")
    (True, False)
    """
    return re.split(r"\s(?:of|for|in|at|from|with|by|on|to|about)\s", name)[0].split()[-1].lower() in _WRITTEN
