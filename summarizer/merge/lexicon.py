"""Words that different outlets use for one thing; closed lists of English, for comparing only."""

from __future__ import annotations

from functools import lru_cache

from summarizer.support import words

# One line, one meaning as far as two reports of one event go.
_SAME = """
die died dead death deaths dies dying kill killed killing kills fatal fatally fatality fatalities perish perished lives
injure injured injuring injuries injury hurt wound wounded
police cops detectives
fire blaze flames inferno
company firm business
boss chief head chairman
staff workers employees workforce employ employs employed
job jobs post posts redundancy redundancies
close closes closed closing closure shut shuts shutting shutdown
lose loses losing lost loss losses
open opened opens opening found founded establish established built build builds
inspect inspected inspection inspections
question questioned questioning quizzed quiz interviewed
arrest arrested arrests custody
sell sells selling sold sale
buy buys bought buying purchase purchased acquire acquired
talks negotiate negotiates negotiating negotiation negotiations
vote voted votes voting ballot decide decides decided decision
rise rises rose risen increase increased increases grow grew grown climb climbed higher jump jumped
fall falls fell fallen drop dropped decrease decreased decline declined decreases lower
pass passed passes approve approved approves adopt adopted
reject rejected rejects refuse refused refuses
evacuate evacuated evacuation
rescue rescued saved
begin began begun begins start started starts
crash crashed collide collided collision hit struck smashed smash aground
steal stole stolen theft robbed robbery thieves
buyer owner proprietor
school pupils
hospital hospitals patients
house houses home homes
ship vessel ferry boat
people persons residents inhabitants villagers
sack sacked dismiss dismissed fired
child children kids youngsters
repair repaired repairs fix fixed mend mended
warn warned warning warnings alert alerted
pay paid pays payout payment wage wages salary earn earns earned
want wants wanted demand demands demanded seek seeks sought
strike strikes striking walkout
receive receives received given offered offer get gets
"""

TIMES = frozenset(
    """today tonight yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december day night morning evening afternoon noon
    midnight week weekend month year years months weeks days early late end beginning middle ago earlier
    last next previous following spring summer autumn winter time hour hours minutes""".split()
)
"""Words that say when, left out where two sentences are held against each other about what."""

PEOPLE = ("people", "man", "men", "woman", "women", "others", "another", "persons")
"""Nouns that anybody is counted by."""

VAGUE = frozenset(
    """another allow american announce ask begin big call change come day deal expect find first follow go group
    help hold hope include keep large last leave local long make many member move national need new number open part
    people place plan point public put report result right run say second see set show start state support take think
    time top turn two use want way week win work world year office came gone held saw seen
    thought told went""".split()
)
"""Words that news on anything uses; two sentences that share one of them need not be about one thing."""

MEASURES = frozenset(
    """metre meter kilometre kilometer mile foot feet tonne ton kilo kilogram gram litre liter gallon acre hectare inch
    year month week day hour minute second degree percent point dollar pound euro cent penny pence yard""".split()
)
"""Units that a figure can have in quite different facts; as nouns they show nothing."""

UNKNOWN = (
    "not clear",
    "unclear",
    "not known",
    "unknown",
    "not yet known",
    "remains to be seen",
    "no explanation",
    "not been explained",
    "yet to be",
    "have yet to",
    "has yet to",
    "not said whether",
    "not said how",
    "not said when",
    "not said why",
    "not said what",
    "not say whether",
    "not say how",
    "not say when",
    "not say why",
    "nobody knows",
    "no one knows",
    "nobody will say",
    "nobody could say",
    "under investigation",
    "is being investigated",
    "opened an inquiry",
    "launched an inquiry",
    "opened an investigation",
    "launched an investigation",
    "declined to comment",
    "declined to say",
    "did not respond",
    "could not be reached",
    "did not answer",
    "not been decided",
    "not been established",
    "no decision",
    "do not yet know",
    "don't yet know",
    "do not know",
    "don't know",
    "too early to say",
    "asking why",
    "questions remain",
)
"""Phrases by which news says that something is open."""


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    made: dict[str, str] = {}
    for line in _SAME.strip().splitlines():
        listed = line.split()
        for word in listed:
            made.setdefault(words.stem(word), words.stem(listed[0]))
    return made


def same(stem: str) -> str:
    """Give one stem for all words of a group; any other stem is its own."""
    return _groups().get(stem, stem)
