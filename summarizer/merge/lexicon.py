"""Words that different outlets use for one thing; closed lists of English, for comparing only."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.merge import synonyms, trades
from summarizer.support import words

# One line, one meaning as far as two reports of one event go. A word stands in one line only.
_SAME = """
die died dead death deaths dies dying kill killed killing kills fatal fatally fatality fatalities perish perished lives
injure injured injuring injuries injury hurt wound wounded casualty casualties
ill sick infected infection infections diagnosed unwell sickened
missing unaccounted
aboard onboard carrying passengers occupants travellers
arrest arrested arrests custody detain detained detainees
evacuate evacuated evacuation displaced fled flee
rescue rescued saved airlifted
march marched marching marchers demonstrate demonstration demonstrated demonstrators protest protested protests
    protesters rally rallied
attend attended attendance turnout crowd spectators
police cops officers policemen
firefighters firefighter firemen brigade
soldiers soldier troops
lawyer lawyers counsel solicitor barrister attorney
doctors doctor physician physicians medics
scientists scientist researchers researcher
fans fan supporters
fire blaze flames inferno
burn burned burnt destroy destroyed scorched ravaged gutted
company firm business
boss chief head chairman chairwoman
staff workers employees workforce employ employs employed
job jobs post posts redundancy redundancies
cut cuts cutting axe axed axes slash slashed shed sheds scrap scrapped layoffs eliminate
close closes closed closing closure closures shut shuts shutting shutdown
lose loses losing lost loss losses
open opened opens opening founded establish established reopen reopened reopens reopening
built build builds constructed construction erected
discover discovered found spotted detected detect uncovered identified discovery
inspect inspected inspection inspections
question questioned questioning quizzed quiz interviewed
jail jailed prison imprisoned sentenced sentence caged
convict convicted guilty conviction
acquit acquitted acquittal
appoint appointed became become becomes succeeded
resign resigned resigns quit quits resignation retire retires retired retirement
sell sells selling sold sale
buy buys bought buying purchase purchased acquire acquired
talks negotiate negotiates negotiating negotiation negotiations
meet meets met meeting
visit visits visited
vote voted votes voting ballot decide decides decided decision
rise rises rose risen increase increased increases grow grew grown growth climb climbed higher jump jumped swollen
    soared surged
fall falls fell fallen drop dropped decrease decreased decline declined declines lower plunge plunged plummeted slump
    slumped tumbled shrink shrank shrunk sank dived
pass passed passes approve approved approves adopt adopted
reject rejected rejects refuse refused refuses
begin began begun begins start started starts commence commenced erupted
finish finished finishes completed ended ends conclude concluded
crash crashed collide collided collision hit struck smashed smash aground accident derailed derailment overturned
happen happened happens occur occurred
steal stole stolen theft robbed robbery thieves
buyer owner proprietor
school pupils
hospital hospitals patients
house houses home homes
ship vessel ferry boat
coach bus
building warehouse premises
people person persons residents inhabitants villagers
sack sacked dismiss dismissed fired
child children kids youngsters
repair repaired repairs fix fixed mend mended
renew renewed replace replaced replacement modernise
install installed mounted fitted
warn warned warning warnings alert alerted flagged
alarm alarms
told informed heard learnt learned aware
arrive arrived arrives reach reached reaches
pay paid pays payout payment wage wages salary earn earns earned
cost costs price fee
fine fined penalty
damage damages
debt debts borrowings owes
revenue turnover
profit profits
dividend dividends
contract deal agreement
debut premiere
match game fixture
score scored scores scoring bagged netted
funeral farewell mourning buried burial vigil commemoration
memorial monument
want wants wanted demand demands demanded seek seeks sought
strike strikes striking walkout
receive receives received given offered offer get gets
outage blackout
cap limit limits ceiling
"""

# The same for phrases, each with a word that stands for it.
_PHRASES = """
aboard: on board | people inside | trapped inside | were inside
    | in the (?:building|house|hall|bus|coach|train|plane)
died: lost [a-z]+ (?:of (?:its|their) )?(?:people|members|workers|men|women) | did not survive
    | lost (?:his|her|their) li(?:fe|ves) | burned to death
    | burnt to death | claimed [a-z]+ lives
cut: los(?:e|es|ing) (?:his|her|their) jobs? | lost their jobs | out of work
    | lose [\\d,]+ (?:jobs|posts|staff) | g[eo]ts? rid of | getting rid of | lay off | laid off
arrested: taken into custody | led away
jailed: behind bars | sent down
acquitted: (?:is|was|were) cleared | walked free | found not guilty
marched: took to the streets
appointed: took over | taken over | takes over
resign: step(?:s|ped)? down
rise: (?:go|went|gone|are|were|was|is) up
fall: (?:go|went|gone|are|were|was|is) down
begin: (?:set|sets) off | broke out | kick(?:s|ed)? off | g[eo]ts? under ?way
crashed: left the road | came off the (?:road|rails|track)
built: (?:been|was|were) put up | dates? (?:back to|from) | first registered
discovered: came across
ill: fell ill | tested positive
finish: (?:will|to|would) end | come to an end | stay out
debut: first (?:match|game|appearance|start)
arrived: got there
meet: sit down with
fail: (?:did|does|do|was|were|is)(?: not|n['’]t) work(?:ing)?
happened: (?:took|taken|takes|take) place
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

PERSONS = tuple(
    """passengers workers staff employees residents villagers pupils students children police officers soldiers
    firefighters fans supporters visitors guests patients victims protesters marchers demonstrators customers tenants
    members drivers girls boys families civilians tourists pilgrims miners sailors crew prisoners migrants rioters
    delegates choristers players clerks teachers nurses shoppers commuters travellers hostages suspects volunteers
    campers hikers skiers cyclists farmers survivors colleagues mates friends neighbours locals relatives brothers
    sisters wives husbands fathers mothers dads mums babies toddlers teenagers youths youngsters souls folk motorists
    climbers walkers swimmers divers fishermen holidaymakers diners worshippers mourners voters activists campaigners
    gunmen attackers robbers thieves troops conscripts recruits guards inmates detainees refugees engineers technicians
    scientists researchers experts inspectors rescuers medics doctors paramedics pilots dockers bakers cleaners
    journalists reporters lawyers jurors mps lawmakers deputies councillors ministers officials investors shareholders
    traders shopkeepers clients subscribers users savers pensioners citizens inhabitants apprentices helpers
    comrades couples households""".split()
)
"""Nouns that people are counted by."""

ROLES = tuple(
    """died injured ill missing arrested evacuated rescued aboard marched attended employed cut jailed
    homeless stranded survived tested vaccinated trapped hospital fined charged voted signed drowned
    sheltered quarantined deported""".split()
)
"""What is told of a number of people: two reports of it count one thing."""

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

NORMS = tuple(
    """limit allowed maximum minimum target capacity record previous average normal usual planned
    budget former than once originally""".split()
)
"""What is allowed, aimed at or was before is no count of what is."""

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
    for line in f"{_SAME.strip()}\n{synonyms.SAME.strip()}\n{trades.SAME.strip()}".replace(
        "\n    ", " "
    ).splitlines():
        listed = [words.stem(word) for word in line.split()]
        base = made.get(listed[0], listed[0])
        for stem in listed:
            made.setdefault(stem, base)
    return made


@lru_cache(maxsize=50_000)
def same(stem: str) -> str:
    """Give one stem for all words of a group, and for words of one root; any other stem is its own."""
    known = _groups()
    if stem in known:
        return known[stem]
    root = _root(stem)
    return known.get(root, root)


# What the stemmer leaves on: "inspector", "employer", "production", "explosion" and what they come from.
_ENDINGS = (
    ("ction", "c"),
    ("uct", "uc"),
    ("os", "od"),
    ("ens", "end"),
    ("is", "id"),
    ("or", ""),
    ("er", ""),
    ("ee", ""),
)
_ROOT_FROM = 4


def _root(stem: str) -> str:
    """Cut an ending that the stemmer leaves, where a word of some length is left: "inspector" as "inspect"."""
    for ending, instead in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) + len(instead) >= _ROOT_FROM:
            return stem[: len(stem) - len(ending)] + instead
    return stem


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    made = []
    listed = "\n".join(one.strip() for one in (_PHRASES, synonyms.PHRASES, trades.PHRASES))
    for line in listed.replace("\n    ", " ").splitlines():
        word, _, forms = line.partition(":")
        either = "|".join(form.strip() for form in forms.split(" | "))
        made.append((re.compile(rf"\b(?:{either})\b", re.IGNORECASE), same(words.stem(word))))
    return tuple(made)


@lru_cache(maxsize=4_096)
def phrases(text: str) -> tuple[tuple[int, int, str], ...]:
    """List the phrases of a text that stand for one word: where each stands, and that word's stem."""
    return tuple((m.start(), m.end(), stem) for form, stem in _phrases() for m in form.finditer(text))
