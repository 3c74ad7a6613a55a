"""Word lists of the recast claims, and how the names of an article's people are told from its other names."""

from __future__ import annotations

import re
from collections.abc import Sequence

SAID = r"(?:said|says|told reporters|added|argued|stated|insisted|claimed|explained|noted|warned)"
NAME = (
    r"(?:[A-Z][a-z]+(?:[A-Z][a-z]+)?(?: [A-Z]\.)? [A-Z](?:['’][A-Z])?[a-z]+(?:[A-Z][a-z]+)?(?:-[A-Z][a-z]+)?)"
)

FIRST = frozenset(
    """Aaron Adam Alan Alex Alexander Ali Alice Amanda Amy Andrea Andrew Angela Ann Anna Anne Anthony Antonio Barack
    Barbara Ben Benjamin Bernie Bill Bob Boris Brad Brian Bruce Carl Carlos Carol Caroline Charles Chris Christine
    Christopher Chuck Claire Craig Dan Daniel David Dean Dennis Diana Diane Donald Donna Doug Douglas Edward Elizabeth
    Ellen Emily Emma Eric Frank Fred Gary George Glenn Graham Greg Hannah Harry Helen Henry Hillary Howard Huma Ian
    Jack James Jane Jason Jean Jeff Jeffrey Jennifer Jeremy Jessica Jill Jim Joe Joan John Jonathan Jose Joseph Josh
    Juan Julia Julie Justin Karen Kate Keith Kellyanne Kelly Ken Kenneth Kevin Kim Larry Laura Lee Linda Lindsey Lisa
    Loretta Louis Luke Marco Margaret Maria Mark Martin Mary Matt Matthew Megan Melissa Michael Michelle Mike Mitch
    Mohammed Nancy Nicholas Nick Nicole Oliver Pamela Patricia Patrick Paul Peter Phil Philip Rachel Ralph Rebecca
    Richard Rick Rob Robert Roger Ron Ronald Rudy Russell Ruth Ryan Sam Samuel Sandra Sara Sarah Scott Sean Simon Sophie
    Stephen Steve Steven Susan Ted Theresa Thomas Tim Timothy Todd Tom Tony Vladimir Walter Wayne William""".split()
)
COUNTRIES = tuple(
    """Afghanistan Argentina Australia Austria Belgium Brazil Britain Canada Chile China Colombia Cuba Denmark Egypt
    Ethiopia Finland France Germany Greece Hungary India Indonesia Iran Iraq Ireland Israel Italy Japan Kenya Libya
    Malaysia Mexico Morocco Nigeria Norway Pakistan Peru Poland Portugal Russia Spain Sudan Sweden Switzerland Syria
    Thailand Turkey Ukraine Venezuela Vietnam Yemen""".split()
)
OPPOSITES = dict(
    pair.split("/")
    for pair in """rose/fell approved/rejected won/lost increased/decreased gained/lost supported/opposed
    accepted/refused higher/lower bigger/smaller increase/decrease rising/falling began/ended opened/closed
    bought/sold arrived/left strengthened/weakened improved/worsened confirmed/denied praised/criticized
    supports/opposes increasing/decreasing winning/losing remembered/forgot succeeded/failed allowed/banned
    better/worse guilty/innocent stronger/weaker older/younger best/worst hired/fired raised/lowered
    expanded/reduced support/oppose legal/illegal likely/unlikely possible/impossible positive/negative
    early/late male/female dead/alive easy/difficult public/private success/failure safe/dangerous
    backed/opposed safer/riskier loved/hated largest/smallest top/bottom growth/decline joined/left""".split()
)
OPPOSITES |= {
    b: a
    for a, b in OPPOSITES.items()
    if b not in OPPOSITES and b not in {"left", "late", "bottom", "lost", "failed"}
}
ROLES = (
    ("senator", "governor", "mayor", "ambassador"),
    ("chief executive", "chairman", "finance director"),
    ("spokesman", "lawyer", "chairman"),
    ("spokeswoman", "lawyer", "chairwoman"),
    ("brother", "father", "cousin", "nephew"),
    ("sister", "mother", "aunt", "niece"),
    ("husband", "brother"),
    ("wife", "sister"),
    ("prosecutor", "judge", "defence lawyer"),
    ("professor", "student"),
    ("president", "vice president", "prime minister"),
    ("editor", "publisher"),
    ("coach", "captain"),
    ("secretary of state", "attorney general"),
    ("founder", "owner"),
    ("campaign manager", "campaign treasurer"),
    ("director", "deputy director"),
    ("CEO", "chairman"),
    ("Gov.", "Sen."),
    ("Sen.", "Rep."),
    ("Rep.", "Gov."),
    ("minister", "ambassador"),
)
UNITS = (
    ("miles", "kilometres"), ("years", "months"), ("months", "weeks"),
    ("weeks", "days"), ("days", "weeks"), ("hours", "days"), ("minutes", "hours"), ("feet", "metres"),
    ("pounds", "kilograms"), ("dollars", "euros"), ("tons", "pounds"), ("people", "families"),
    ("votes", "seats"), ("points", "percent"),
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = {"Jan.": 0, "Feb.": 1, "Aug.": 7, "Sept.": 8, "Oct.": 9, "Nov.": 10, "Dec.": 11}
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
INITIALS = {
    "Federal Bureau of Investigation": "FBI",
    "Central Intelligence Agency": "CIA",
    "United Nations": "UN",
    "European Union": "EU",
    "World Health Organization": "WHO",
    "Democratic National Committee": "DNC",
    "Republican National Committee": "RNC",
    "Department of Justice": "DOJ",
    "Securities and Exchange Commission": "SEC",
    "National Rifle Association": "NRA",
    "Environmental Protection Agency": "EPA",
    "Federal Communications Commission": "FCC",
    "National Security Agency": "NSA",
    "Internal Revenue Service": "IRS",
    "Associated Press": "AP",
    "International Monetary Fund": "IMF",
}
BRITISH = dict(
    pair.split("/")
    for pair in """color/colour colors/colours labor/labour favor/favour favorite/favourite honor/honour
    behavior/behaviour neighbor/neighbour neighbors/neighbours neighborhood/neighbourhood center/centre
    centers/centres theater/theatre defense/defence offense/offence license/licence organize/organise
    organized/organised organization/organisation organizations/organisations realize/realise realized/realised
    recognize/recognise recognized/recognised criticized/criticised criticize/criticise apologized/apologised
    apologize/apologise analyze/analyse traveled/travelled traveling/travelling canceled/cancelled
    program/programme programs/programmes gray/grey aging/ageing fueled/fuelled labeled/labelled
    emphasized/emphasised authorized/authorised minimize/minimise characterized/characterised
    rumors/rumours harbor/harbour humor/humour skeptical/sceptical catalog/catalogue check/cheque
    meter/metre meters/metres kilometer/kilometre kilometers/kilometres toward/towards""".split()
)
BRITISH.pop("check")


def related(one: str, other: str) -> bool:
    return bool(set(re.findall(r"\w{3,}", one)) & set(re.findall(r"\w{3,}", other)))


def people(sentences: Sequence[str]) -> tuple[str, ...]:
    """Full names whose first name is a usual one, or who say something or are followed by an age."""
    found = dict.fromkeys(
        m[0]
        for sentence in sentences
        for m in re.finditer(rf"\b{NAME}\b(?= {SAID}\b|, who\b|, \d\d,)|\b{NAME}\b", sentence)
        if m[0].split()[0] in FIRST or re.match(rf" {SAID}\b|, who\b|, \d\d,", sentence[m.end() :])
    )
    wrong = set(
        "The A An In On But And As Mr Mrs President Senator Secretary Former When While Even If So Yet For".split()
    )
    return tuple(name for name in found if name.split()[0] not in wrong)
