"""How who speaks is set before what is said: with a capital where it opens the line, and the verb that follows it."""

from __future__ import annotations

import re


def agreeing(verb: str, name: str) -> str:
    """Let the verb follow a plural description; a name that ends in "s" can be one body's.

    >>> agreeing("says", "two officials"), agreeing("says", "the press"), agreeing("says", "Reuters")
    ('say', 'says', 'says')
    >>> agreeing("says", "Roe and Lee"), agreeing("says", "Department of Health and Care")
    ('say', 'says')
    >>> agreeing("says", "Authorities"), agreeing("shows", "Police")
    ('say', 'show')
    >>> agreeing("says", "some residents in Otterby"), agreeing("says", "a spokesman for the unions")
    ('say', 'says')
    >>> agreeing("says", "Analysts at Orme Bank"), agreeing("believes", "Harbour Republicans")
    ('say', 'believe')
    >>> agreeing("says", "Bank of Lund"), agreeing("says", "the singer and guitarist")
    ('says', 'says')
    """
    head = _BEHIND_HEAD.split(name)[0]
    last = head.rpartition(" ")[2]
    # "Analysts at Orme Bank": the capital is the sentence's
    common = last.islower() or (last == head != name and last not in ("Times", "News"))
    plural = common and last.endswith("s") and not last.endswith("ss")
    both = (
        " and " in name and re.search(r"\b(?:of|for)\b", name) is None and not _ONE_OF_TWO_KINDS.match(name)
    )
    plural = plural or both or last.lower() in _MANY or last in _PLURAL_HEADS
    return verb[:-1] if plural else verb


# "the singer and guitarist" is one person
_ONE_OF_TWO_KINDS = re.compile(r"(?:the|an?) [a-z-]+(?: [a-z-]+)? and [a-z-]+$")
_BEHIND_HEAD = re.compile(r" (?:of|for|in|at|by|from|with|who|on|near) ")
_PLURAL_HEADS = frozenset("police people men women children some many most several few both".split())


# Descriptions that stand alone, with the capital of the sentence they open, and are many.
_MANY = frozenset(
    """police people authorities officials prosecutors investigators detectives officers lawyers doctors scientists
    researchers experts analysts critics supporters opponents campaigners protesters protestors activists residents
    neighbors neighbours witnesses relatives colleagues friends parents teachers students workers unions employers
    firefighters paramedics rescuers organisers organizers lawmakers legislators ministers senators democrats
    republicans conservatives liberals voters fans players members sources reports records documents figures
    studies polls surveys observers economists historians leaders aides judges jurors strategists proponents advocates
    backers investors shareholders customers traders farmers tenants nurses drivers passengers pollsters riders""".split()
)


def opening(name: str) -> str:
    """Begin a line with a capital where it opens with an article or is a description, not a name ("eBay", "al-Noor")."""
    described = name.partition(" ")[0] in _DETERMINERS or (name.islower() and (" " in name or name in _MANY))
    return name[:1].upper() + name[1:] if described else name


_DETERMINERS = frozenset("the a an one two three four five some many several most both another".split())
