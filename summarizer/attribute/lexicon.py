"""Words by which English reports what others say, think, want and do.

Chosen by how often each is a cue where it stands outside quotations in 840 marked news
articles (PolNeAR, train part): verbs that are one in at least half of their uses.
"""

from __future__ import annotations

from functools import lru_cache

from summarizer.article import Kind

_VERBS: dict[Kind, str] = {
    "says": """say tell add write note announce suggest argue tweet continue describe accuse criticize criticise
    respond declare explain express acknowledge point refer claim warn cite reveal defend conclude state
    recall insist question mention reply admit assert stress emphasize emphasise reiterate report comment
    complain caution contend maintain remark observe repeat respond retort joke concede confirm disclose
    testify quip lament echo assure inform remind predict allege attack blame blast slam mock dismiss
    denounce praise recount boast call label brand characterize characterise ask wonder post allude hint
    imply indicate proclaim quote highlight clarify elaborate interject vent tout charge object apologize
    apologise rule signal message deride ridicule chide scold liken discuss talk speculate estimate
    forecast read counter shout yell whisper joke answer refer portray voice thank congratulate credit
    reference assail rail bemoan lambast muse outline dub chant recognize project challenge name list retweet
    email identify opine aver avow enthuse grouse gripe grumble moan fume thunder scoff exclaim mutter murmur
    mumble bellow blurt ruminate reminisce demur implore exhort admonish castigate excoriate lambaste pillory
    bewail trumpet divulge insinuate posit postulate hypothesize hypothesise theorize theorise surmise
    conjecture prophesy forewarn stipulate affirm reaffirm corroborate attest refute contradict retract recant
    backtrack specify expound elucidate paraphrase summarize summarise recap restate narrate confide counsel
    recognise publicise publicize""",
    "believes": """believe think feel know consider see expect hope fear worry doubt suspect prefer agree disagree regard
    view deem envision remember learn realize realise understand assume imagine reckon
    presume envisage anticipate""",
    "wants": """want urge call-for demand seek plan vow pledge promise propose offer request recommend advise
    encourage push-for aim intend wish ask-for press-for threaten volunteer appeal-for lobby-for beg plead""",
    "supports": """support back endorse favor favour welcome embrace champion approve-of agree-with applaud hail laud
    commend extol""",
    "opposes": """oppose reject deny refuse decline condemn decry rebuff veto resist rebuke vote-against object-to
    disavow disapprove-of deplore repudiate renounce spurn""",
    "decides": """vote rule order decide decree""",
    "shows": """show find reveal suggest indicate estimate prove demonstrate""",
}

_IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "write": "wrote writes writing written",
    "think": "thought thinks thinking", "feel": "felt feels feeling", "know": "knew knows knowing known",
    "see": "saw sees seeing seen", "show": "showed shows showing shown", "find": "found finds finding",
    "seek": "sought seeks seeking", "speak": "spoke speaks speaking", "read": "reads reading",
    "understand": "understood understands understanding", "swear": "swore swears swearing",
}  # fmt: skip

# Base forms that are nouns or something else more often than a cue.
_NOT_BASE = frozenset(
    """forecast estimate quote project call back point view plan state report address question support
    offer note charge post comment read find attack seek demand request appeal pledge vote order rule
    approach signal message brand label look tweet press talk push continue answer prove decide counter
    embrace welcome volunteer hail joke decline demonstrate add voice challenge side title thank credit
    reference outline name list email""".split()
)
_NOT_FORMS = frozenset(
    """talks finding findings planning rating voting ruling posting feeling seeming appearing understanding posts
    rules orders votes views charges offers messages labels brands remarks comments reporting written
    maintained continuing lobbying responding requests answers advising tweets maintains appealing regarding
    volunteers voices challenges credits sides references outlines""".split()
)

HEARER = frozenset(
    "tell assure inform remind warn ask urge advise accuse blame press encourage beg lobby".split()
)
"""Lemmas that may have a person before the content."""

CLAUSAL = frozenset(
    """say tell add write note announce suggest argue tweet explain acknowledge claim warn reveal conclude
    state recall insist reply admit assert stress emphasize emphasise reiterate report complain caution
    contend maintain remark observe respond concede confirm disclose testify lament assure inform remind
    predict allege boast imply indicate believe think feel hope fear worry suspect according :""".split()
)
"""Lemmas whose content is a clause that can stand by itself; "criticise", "call" and "want" need their subject."""

ARTIFACTS = frozenset(
    """study trial report poll survey figures data research analysis results review paper statistics
    documents census audit inquiry investigation findings records""".split()
)
"""Sources that show rather than say."""

NOBODY = frozenset({"nobody", "no-one", "none", "neither", "noone"})

REFUSING = frozenset("refuse decline deny reject".split())


def _regular(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base, base + "s", base + "d", base[:-1] + "ing")
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base, base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    if base.endswith(("s", "sh", "ch", "x")):
        return (base, base + "es", base + "ed", base + "ing")
    if base in ("slam", "plan", "beg", "quip", "admit", "rebut", "aver", "extol", "recap", "demur"):
        return (base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing")
    return (base, base + "s", base + "ed", base + "ing")


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[str, Kind, str | None]]:
    """Map a printed verb form to its lemma, its kind, and the preposition it needs, if one."""
    made: dict[str, tuple[str, Kind, str | None]] = {}
    for kind, listed in _VERBS.items():
        for entry in listed.split():
            lemma, _, needs = entry.partition("-")
            printed = (lemma, *_IRREGULAR[lemma].split()) if lemma in _IRREGULAR else _regular(lemma)
            for form in printed:
                if (form == lemma and lemma in _NOT_BASE) or form in _NOT_FORMS:
                    continue
                made.setdefault(form, (lemma, kind, needs or None))
    return made


WITH_PREPOSITION: dict[tuple[str, str], Kind] = {
    ("call", "for"): "wants", ("called", "for"): "wants", ("calls", "for"): "wants", ("calling", "for"): "wants",
    ("calling", "on"): "wants", ("called", "on"): "wants", ("calls", "on"): "wants", ("call", "on"): "wants",
    ("asked", "for"): "wants", ("voted", "for"): "supports", ("voted", "against"): "opposes",
    ("backed", "down"): "says", ("agreed", "with"): "supports", ("pushed", "for"): "wants",
    ("objected", "to"): "opposes", ("spoke", "of"): "says", ("spoke", "about"): "says", ("lashed", "out"): "opposes",
}  # fmt: skip
"""A verb form and the word right after it that together change the kind."""

NO_CUE_BEFORE: dict[str, frozenset[str]] = {
    "call": frozenset({"off", "up", "in"}),
    "back": frozenset({"away", "out", "off"}),
    "point": frozenset({"."}),
    "find": frozenset({"guilty", "himself", "herself", "themselves"}),
    "show": frozenset({"up", "off"}),
    "see": frozenset({"off"}),
    "ask": frozenset({"not"}),
    "add": frozenset({"to", "up", "two", "three", "four", "another", "more"}),
}
"""Lemmas with the words right after them that make another verb of them."""

AUXILIARIES = frozenset(
    """has have had is are was were be been being will would can could may might must should shall do does
    did hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't didn't doesn't
    don't not never also later previously recently repeatedly once then now still already always often
    just even only ever initially eventually long reportedly""".split()
)
NEGATING = frozenset(
    "not never hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't didn't doesn't don't".split()
)

PRONOUNS = frozenset("he she they it i we you who".split())
CONTRACTED = frozenset(
    "he's she's they're we're i'm he'd she'd they'd i'd he'll she'll they'll i've they've we've".split()
)
PERSONAL = frozenset("he she they".split())

DETERMINERS = frozenset(
    """the a an this that these those his her their its our my your some many several most all both other
    another one two three four five six seven eight nine ten no any few each every more""".split()
)
CLAUSE_WORDS = frozenset(
    """and but or so because although though while whereas when where if unless until since as after before
    which that whether than then however meanwhile""".split()
)
PREPOSITIONS = frozenset(
    """in on at by for from with about of to into over under between among against during without within
    through after before near toward towards across behind despite around inside outside amid""".split()
)
ANONYMOUS = frozenset(
    """official officials source sources aide aides adviser advisers advisor spokesman spokeswoman
    spokesperson insider insiders critic critics observer observers one mp witness witnesses resident
    residents neighbour neighbor person people man woman someone somebody analyst analysts expert experts""".split()
)
COLLECTIVE = frozenset(
    """officials sources aides advisers critics observers witnesses residents people analysts experts voters
    supporters opponents lawmakers mps ministers members republicans democrats campaigners protesters
    scientists researchers campaign party union unions government administration committee council company
    court police ministry department agency group team""".split()
)
