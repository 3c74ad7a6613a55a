"""What people a figure counts: members, workers, those who lose their jobs, those at a place, those who came to harm."""

from __future__ import annotations

import re

from summarizer.article import Span

_NEAR = r"(?:about |around |only |just |nearly |almost |some |over |more than |less than )?$"
# What people are counted as: all members or workers of a body, those who lose their jobs, those at a place, those
# who came to harm.
_EMPLOYS = re.compile(rf"\b(?:employ(?:s|ed|ing)?|(?:workforce|staff|payroll) of) {_NEAR}", re.IGNORECASE)
_LAID_OFF = re.compile(
    rf"\b(?:loss of|cut(?:s|ting)?|sack(?:s|ed|ing)?|ax(?:e[sd]?|ing)|la(?:y|id|ys) off|shed(?:s|ding)?) {_NEAR}",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"\s(?:\w+ ){1,2}(?:(?:will|are|were|to|be|have been|could) )*"
    r"(?:lose(?! their li)|lost(?! their li)|redundant|sacked|axed|laid off|(?:on|onto) the scrap ?heap"
    r"|out of (?:work|a job))\b",
    re.IGNORECASE,
)
_WORKERS = re.compile(r"\s(?:\w+ )?(?:people|workers|staff|jobs|posts|men|women)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\s(?:\w+ )?(?:members|subscribers|inhabitants|employees|customers|shareholders)\b", re.IGNORECASE
)
_HAS = re.compile(
    r"\b(?:has|have|had|with|of its|represents?|counts?|employs?|serves?) " + _NEAR, re.IGNORECASE
)
_THERE = re.compile(
    r"\s(?:\w+ )?(?:marchers|demonstrators|protest[eo]rs|spectators|visitors|onlookers|guests)\b"
    r"|\s(?:people|men|women|persons|passengers|visitors|guests|fans)\s(?:who )?(?:had been|were|was|stood|were standing"
    r"|had gathered|had crowded|gathered) (?:standing )?(?:on|in|at|aboard|inside|outside)\b"
    r"|\s(?:\w+ )?(?:people|men|women|persons|fans)\s(?:came|attended|turned (?:up|out))\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\s(?:\w+ )?of the (?:dead|injured|victims|wounded|missing)\b", re.IGNORECASE)
_CARRYING = re.compile(r"\b(?:carrying|carried|with)\b[^;:.]*$", re.IGNORECASE)
_HARMED = re.compile(
    r"\s(?:\w+ )?(?:were |was |are |have )?(?:injured|hurt|wounded|killed|dead|died|arrested|detained"
    r"|lost their li[fv]es?)\b",
    re.IGNORECASE,
)


# who guards and who is guarded, who teaches and who is taught are never one count
_ROLE = re.compile(
    r"\s(?:[\w-]+ ){0,2}?(?:(?P<keepers>(?:prison |police )?officers|guards|warders|screws|police|soldiers|detectives)"
    r"|(?P<captives>prisoners|inmates|convicts|crims|fugitives|runaways|detainees|hostages|robbers|thieves|burglars)"
    r"|(?P<crew>crew|sailors|pilots|stewards|drivers)|(?P<carried>passengers|commuters|tourists|holidaymakers)"
    r"|(?P<taught>pupils|students|schoolchildren)|(?P<teachers>teachers|lecturers)"
    r"|(?P<treated>patients)|(?P<treating>doctors|nurses|medics|paramedics))\b",
    re.IGNORECASE,
)


def role(text: str, span: Span) -> str:
    """Say which of two parties that are never one the people are of: who guards, who is guarded; empty for others."""
    found = _ROLE.match(text, span.end)
    return found.lastgroup or "" if found else ""


def of(text: str, span: Span) -> str:
    """Say as what people are counted; empty where nothing says so."""
    behind = text[span.end : span.end + 60]
    if _SOME.match(behind):
        return "some of the harmed"
    if _BODY.match(behind) and _HAS.search(text[: span.start]):
        return "body"
    if _WORKERS.match(behind):
        before = text[: span.start]
        if _EMPLOYS.search(before):
            return "body"
        if _LAID_OFF.search(before) or _OUT.match(behind):
            return "laid off"
    if _HARMED.match(behind):
        return "harmed"
    carried = _CARRYING.search(text, 0, span.start) and role(text, span) in ("carried", "crew")
    return "there" if carried or _THERE.match(behind) else ""
