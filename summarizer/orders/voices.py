"""Whose voice a sentence is in: the page's own, somebody's who is quoted, a guide's to its reader, a reporter's."""

from __future__ import annotations

import re

from summarizer.orders.signs import SAY

_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*(?:[”“»\"]|$)|‘[^‘’]*(?:’\w[^‘’]*)*(?:’(?!\w)|$)|''.*?(?:''|$)")
_REPORTING = re.compile(
    r"\b(?:said|told|asked|wrote|typed|replied|read|showed|shows|persuaded|tricked|found|heard|announced|admitted|began|complied"
    r"|ordered|urged|instructed|according to|held|withdrawn|says|warned|argued|added|called|voted|obeyed|answered|contained|hid"
    r"|(?:has|have|had|was|were) (?:been )?\w+(?:ed|en|old))\b"
)
_AT_THE_END = re.compile(r",\s[^,]{1,40}\b(?:say|says|said|added|warned)\W*$")
_TOLD = re.compile(r":\s|\bthat\b")
_READER = re.compile(r"\b(?:you|your|yours)\b")
_HANDS_OVER = re.compile(
    r":\s*(?:…)?\s*$|\b(?:this|words|sentence|following|is|be|with|that):\s|\b(?:following|below|verbatim)\b"
)
_COMMANDS = re.compile(
    rf"^\W*(?:please |do not |don['’]t |never |always )?(?:{SAY}|take|do|let|see|go|try|ask|wait|leave|ignore|forget|remember|look|stir|bake|place)\b(?!['’,])"
)


def quoted_in(text: str) -> list[tuple[int, int]]:
    """Where somebody else's voice stands: the ranges between quotation marks."""
    return [found.span() for found in _QUOTED.finditer(text)]


def own_voice(text: str) -> str:
    """Leave out what stands between quotation marks."""
    return _QUOTED.sub(" … ", text)


def advises(lower: str) -> bool:
    """Say whether a sentence speaks to its reader, as recipes, guides and letters do."""
    return bool(_READER.search(lower) or _COMMANDS.match(lower))


def reports(lower: str) -> bool:
    """Say whether a sentence tells of an order that was given, to nobody who reads it.

    The verb that tells stands before what is told, or behind a comma at the end.
    """
    tells = _REPORTING.search(_TOLD.split(lower, maxsplit=1)[0]) or _AT_THE_END.search(lower)
    return bool(tells) and not (_READER.search(lower) or _HANDS_OVER.search(lower) or _COMMANDS.match(lower))
