"""Closed word lists of English that the checker reads meaning from."""

from __future__ import annotations

import re

FUNCTION_WORDS = frozenset(
    """a about above according added adds after again against all also although am among an and any are
    around as at be because been before being below between both but by can could d did do does
    doing down during each either else ever every few for from had has have having he her here hers
    herself him himself his how however i if in into is it its itself just least less let like ll m
    may me meanwhile might more most much must my myself neither no nor not now of off on once
    one only onto or other our ours ourselves out over own per rather re s said same say saying says
    shall she should since so some still such t tell tells than that the their theirs them
    themselves then there these they this those though through thus to told too under until up upon
    us ve very via was we were what when where whether which while who whom whose why will with
    within would yet you your yours yourself""".split()
)
"""Words that say nothing by themselves, the plain verbs of saying among them."""

NEGATORS = frozenset(
    """ain't aren't barely can't cannot couldn't denied denies deny denying didn't doesn't don't fail
    failed failing fails hadn't hardly hasn't haven't isn't lack lacked lacks mustn't needn't
    neither never no nobody none nor not nothing refuse refused refuses refusing shouldn't unable
    unlikely wasn't weren't without won't wouldn't""".split()
)
"""Words that deny what follows them."""

HEDGES = frozenset(
    """accused alleged allegedly apparently appeared appears believed can claimed claims considering
    considers could expected hoped hopes if likely may might perhaps planned plans possibly probably
    proposed reportedly seemed seems should suggested suggests suspected thought threatened
    threatens unless would""".split()
)
"""Words that make what follows less than a fact."""

# Each pair is one axis of meaning, by base forms and irregular ones; a word on one side where
# the article has only the other turns the meaning round.
AXES: tuple[tuple[str, str], ...] = (
    (
        "against oppose opposition reject condemn criticise criticize veto block denounce",
        "favour favor support back endorse approve approval welcome accept praise pass",
    ),
    (
        "rise rose risen increase grow grew grown growth climb gain jump surge soar up higher raise",
        "fall fell fallen decrease decline drop shrink shrank shrunk slump plunge down lower cut",
    ),
    ("win won victory", "lose lost loss defeat"),
    ("guilty convict", "acquit clear innocent"),
    ("before", "after"),
    ("start begin began begun open", "end stop close cancel"),
    ("agree", "disagree"),
    ("allow permit", "ban prohibit forbid forbidden forbade"),
    ("alive survive", "dead die kill"),
    ("first", "last"),
    ("more", "less fewer"),
    ("legal lawful", "illegal unlawful"),
)


OPPOSITES: tuple[tuple[str, str], ...] = (
    ("above", "below under beneath"),
    ("ahead", "behind"),
    ("best better", "worst worse"),
    ("strong stronger strongest", "weak weaker weakest"),
    ("large largest larger big biggest bigger", "small smallest smaller"),
    ("high highest", "low lowest"),
    ("early earlier earliest", "late later latest"),
    ("young younger youngest new newest newer", "old older oldest"),
    ("success succeed successful", "failure fail unsuccessful"),
    ("major majority", "minor minority"),
    ("buy bought purchase acquire", "sell sold"),
    ("hire appoint recruit", "fire dismiss sack"),
    ("arrive enter join", "leave left depart quit"),
    ("import", "export"),
    ("public", "private"),
    ("true", "false untrue"),
    ("safe", "dangerous unsafe"),
    ("easy easier", "hard harder difficult"),
    ("improve", "worsen deteriorate"),
    ("include", "exclude"),
    ("strengthen expand widen", "weaken shrink narrow"),
    ("accelerate speed", "slow"),
    ("maximum", "minimum"),
    ("temporary", "permanent"),
    ("voluntary optional", "mandatory compulsory"),
    ("domestic", "foreign"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
    ("man men male father son brother husband boy", "woman women female mother daughter sister wife girl"),
    ("morning", "evening night afternoon"),
    ("love", "hate"),
    ("friend ally", "enemy foe rival"),
    ("possible", "impossible"),
    ("able", "unable"),
    ("likely", "unlikely"),
    ("rich wealthy", "poor"),
    ("add", "remove"),
    ("free release", "jail imprison detain arrest"),
    ("confirm", "deny denied refute"),
    ("accept", "refuse decline"),
    ("praise applaud", "attack criticise criticize"),
    ("support back", "fight fought oppose"),
    ("increase increased boost", "reduce reduced lessen"),
    ("remain stay", "resign quit"),
    ("accepted agreed", "refused"),
    ("build create", "destroy demolish"),
    ("peace", "war"),
    ("attack", "defend"),
    ("lend", "borrow"),
    ("teach", "learn"),
    ("pass", "fail"),
    ("most", "least"),
    ("allow let", "bar prevent block"),
    ("agree", "refuse decline"),
    ("remain", "cease"),
    ("follow", "precede"),
    ("welcome", "reject"),
)
"""More such pairs, for a word put in the very place of the other; in looser wording they prove nothing."""

_FORMS = """begin began begun; become became; break broke broken; bring brought; build built;
    buy bought; catch caught; child children; choose chose chosen; come came; deal dealt;
    draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feel felt; fight fought; find found;
    fly flew flown; forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone;
    grow grew grown; hear heard; hide hid hidden; hold held; keep kept; know knew known; lead led; lose lost;
    make made; man men; mean meant; meet met; pay paid; person people; ride rode ridden; rise rose risen; run ran;
    see saw seen; seek sought; sell sold; send sent; shake shook shaken; shoot shot; sing sang sung; sit sat;
    speak spoke spoken; spend spent; stand stood; steal stole stolen; strike struck; swear swore sworn; swim swam;
    take took taken; teach taught; think thought; throw threw thrown; understand understood; wear wore worn;
    win won; withdraw withdrew withdrawn; woman women; write wrote written; us usa"""
_SYNONYMS = """begin start commence; buy purchase; child kid; choose pick; help aid assist; aircraft airplane
    plane; car automobile; film movie; photo photograph; doctor physician; lawyer attorney; teen
    teenager; lorry truck; mother mum mom; father dad; reply respond answer; nearly almost; cop
    policeman; require need; large big; firm company; hurt injure; finish complete"""
IRREGULAR = {word: group.split()[0] for group in _FORMS.split(";") for word in group.split()[1:]}
"""Irregular forms by their base."""

SHORT = {
    short: word
    for word, short in re.findall(
        r"(\w+) (\w+)",
        """january jan; february feb; april apr; august aug; september sept; october oct; november nov; december dec;
        senator sen; governor gov; representative rep; general gen; lieutenant lt; colonel col; captain capt;
        sergeant sgt; professor prof""",
    )
}
"""Months and titles as news prints them short, by the whole word."""

SYNONYMS = {word: group.split()[0] for group in _SYNONYMS.split(";") for word in group.split()[1:]}
"""The nearest synonyms, regular words all, by what they are compared as."""

ALTERNATIVES: tuple[tuple[str, frozenset[str]], ...] = (
    ("number", frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())),
    ("scope", frozenset("always often usually frequently regularly sometimes rarely seldom never".split())),
    ("number", frozenset("dozens hundreds thousands millions billions trillions".split())),
    ("number", frozenset("seconds minutes hours days weeks months years decades centuries".split())),
    ("number", frozenset("miles kilometres kilometers metres meters feet yards inches".split())),
    ("number", frozenset("pounds dollars euros yen yuan rupees pesos francs".split())),
    ("number", frozenset("halved doubled tripled quadrupled".split())),
    ("number", frozenset("halve double triple quadruple".split())),
    ("date", frozenset("spring summer autumn winter".split())),
    ("date", frozenset("morning afternoon evening night midnight noon".split())),
    ("date", frozenset("daily weekly monthly quarterly yearly annually".split())),
    (
        "wording",
        frozenset(
            "murder manslaughter theft robbery burglary fraud arson rape assault bribery perjury".split()
        ),
    ),
    ("role", frozenset("prosecuting defending".split())),
    ("polarity", frozenset("red blue green yellow black white orange purple".split())),
)
"""Words of which only one is true of a thing, with the kind of problem when one is put for another."""

MAYBES = frozenset(
    """aims apparent alleged allegedly apparently appeared appears believed claimed considering could expected hope hopes
    hoped hoping intend intends intended likely may maybe might perhaps plan planned planning plans possible
    possibly potential potentially presumably probable probably proposed purported purportedly reportedly seem
    seemed seemingly seems supposed supposedly suspected tentative thought threatened threatens unlikely""".split()
)
"""Hedges that make a fact of what follows when they are left out; "would" and "should" turn with the tense."""

BOOSTS = frozenset(
    """certain certainly clearly confirmed confirms conclusively convicted definitely guaranteed guarantees guilty
    inevitably proved proven proves surely undeniably undoubtedly unquestionably""".split()
)
"""Words that make a fact of what is put beside them."""

WISHES = frozenset(
    "aim aims hope hopes hoped intend intends plan plans seek seeks try want wants wanted".split()
)
"""Verbs of what somebody means to do, which a bare "will" makes a fact."""

ALLEGES = frozenset(
    """accuse accused accuses accusing allege alleged alleges alleging assume assumed assumes believe believed
    believes claim claimed claims claiming fear feared fears guess guessed rumored rumoured speculate speculated
    suspect suspected suspects think thinks thought""".split()
)
"""Cues that say that what follows may not be so."""

SAYS = frozenset(
    """add added adds admitted announced argue argued argues asked claim claimed claims conceded explained insist
    insisted insists noted notes replied reported reports said say saying says stated states tell tells testified
    told tweeted warn warned warns wrote writes according""".split()
)
"""Verbs of saying, which stand before or after what is said with no change of meaning."""

TO_WHOM = frozenset("reporters journalists statement interview today yesterday".split())
"""To whom and where something is said, which changes nothing of what is said."""

RANKS = frozenset(
    "shadow deputy vice acting assistant associate interim caretaker incoming outgoing designate elect".split()
)
"""Of an office: a shadow, deputy or acting minister is none."""
FORMER = frozenset("former ex late then retired".split())

FUTURE = frozenset("will shall 'll".split())
DUE = frozenset("about due expected going poised scheduled set slated".split())
"""What is "due to" begin has not begun."""
PAST = frozenset("had has have was were did".split())
BE = frozenset("is are was were be been being".split())
HAVE = frozenset("has have had".split())
DENIALS = NEGATORS | frozenset(
    "declined declines dismissed disputed opposed rejected rejects ruled stopped".split()
)
"""Words that say "not" in other words."""

WHOLES = frozenset("all always every each everybody everyone entire entirely none nobody whole".split())
PARTS = frozenset(
    """almost certain few frequently generally half largely mainly majority many minority most mostly much nearly
    occasionally often part partially partly several some sometimes usually""".split()
)
"""Words that speak of all of a thing, and of less than all."""

MEANT = frozenset("plan plans intention intentions need reason wish desire power right".split())
"""What denies a deed when there is none of it: "no plans to change the rules"."""

EARLIER = frozenset("before prior until ahead".split())
LATER = frozenset("after following since once".split())

PORTFOLIOS = frozenset(
    """agriculture business commercial culture defence defense development economy education employment energy
    environment executive finance financial fisheries foreign health home housing immigration industry interior
    justice labor labour legal marketing medical operating planning prime science security sports state technology
    tourism trade transport treasury water welfare""".split()
)
"""What ministers and secretaries are of; one of them is not another."""

EXAMINED = re.compile(
    r"(?:the )?(?:claims?|rumou?r|myth|statement|what(?:'s|’s| was| is) claimed):?", re.IGNORECASE
)
"""A heading behind which a page prints what it is about to examine, and not what it says."""

_ROLES = """activist; adviser advisor; ambassador; analyst; archbishop bishop; attorney lawyer solicitor barrister
    counsel; captain; chairman chairwoman chair chairperson; chancellor; chief; coach manager; colonel col;
    columnist; commissioner; congressman congresswoman representative rep; councillor councilman councilwoman;
    deputy; detective; director; doctor physician; economist; editor; engineer; envoy; executive ceo boss;
    founder; general gen; governor gov; inspector; journalist reporter; judge justice; king; lieutenant lt;
    mayor; minister; officer; owner; pastor; president; premier; prince; princess; pollster; professor prof;
    prosecutor; queen; scientist researcher; secretary; senator sen; sergeant sgt; sheriff; speaker; spokesman
    spokeswoman spokesperson; strategist; student; superintendent; teacher; treasurer; vice"""
_ROLE_OF = {word: group.split()[0] for group in _ROLES.split(";") for word in group.split()}


def role(word: str) -> str:
    """Name the office that a lower-case word stands for, the same for words that mean one; "" for others."""
    return _ROLE_OF.get(word, "")
