"""Closed word lists of English that take sides; what is on none of them takes none."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Side = Literal["supports", "opposes"]

# A verb and the word it needs behind it. Only verbs whose subject stands for or against their object:
# "sign", "join", "attack", "pass" and "accept" are as often something else.
_VERBS: dict[Side, str] = {
    "supports": """support back endorse welcome champion applaud commend hail laud approve-of
    agree-with vote-for vote-in call-for campaign-for push-for press-for lobby-for argue-for""",
    "opposes": """oppose reject veto condemn denounce criticise criticize deplore decry regret boycott
    blast slam vote-against object-to disapprove-of campaign-against argue-against""",
}
_RETALIATING = "cancel withdraw suspend boycott pull walk call-off pull-out walk-out quit"
_DOUBLED = frozenset("cancel quit slam".split())

ABSTAINED = frozenset("abstain abstained abstains abstaining".split())
DIVIDED = frozenset("split splits divided".split())

FEELINGS: dict[str, Side] = {
    **dict.fromkeys(
        "disappointed dismayed furious outraged appalled unhappy".split(),
        "opposes",
    ),
    **dict.fromkeys("delighted pleased thrilled".split(), "supports"),
}
"""How one who speaks may feel about what follows "by", "with" or "at"."""

FEELS_ABOUT = frozenset("by with at".split())

JUDGEMENTS: dict[str, Side] = {
    **dict.fromkeys(
        """wrong unfair unacceptable shameful disgraceful disgrace scandal scandalous outrage outrageous mistake
        disaster disastrous betrayal cruel reckless irresponsible unlawful illegal unconstitutional unjust
        unnecessary unworkable inadequate insufficient absurd insult farce retreat harmful damaging deplorable
        appalling intolerable misguided premature sham""".split(),
        "opposes",
    ),
    **dict.fromkeys("necessary essential vital overdue welcome justified sensible".split(), "supports"),
}
"""What may be said of a thing behind "is", "was", "marked" and the like."""

NOUNS = frozenset("disgrace scandal outrage mistake disaster betrayal insult farce retreat sham".split())
"""Judgements that may be somebody's: a disaster for a rival."""

TOO_MUCH = frozenset("early late little soon far high low weak slow expensive costly narrow broad".split())
"""Behind "too"."""

EFFECTS: dict[str, Side] = {
    **dict.fromkeys("advanced advances strengthened strengthens safeguards safeguarded".split(), "supports"),
    **dict.fromkeys(
        """undermines undermined jeopardises jeopardised jeopardizes jeopardized endangers endangered betrays
        betrayed violates violated punishes""".split(),
        "opposes",
    ),
}
"""What a thing may do that its critics or friends say of it."""

COPULAS = frozenset(
    "is are was were be been being marks marked represents represented remains amounts amounted 's".split()
)
OUGHT = frozenset("must should ought".split())
FAILING = frozenset("fail stop end lapse collapse falter".split())
UNDOING = frozenset(
    """stopped ended scrapped lifted banned cancelled canceled withdrawn abolished closed blocked dropped
    reversed halted overturned repealed""".split()
)
UNDO = frozenset(
    """stop end scrap lift ban cancel withdraw abolish close block drop reverse halt overturn repeal abandon delay curb
    eliminate remove""".split()
)
"""Verbs for what ought to be done away with."""

CARRYING_OUT = frozenset(
    """implemented passed approved adopted kept built allowed introduced extended protected supported backed
    ratified respected enforced expanded""".split()
)
GUESTS = frozenset("guests visitors crowd fans supporters reporters delegates audience".split())
"""Whom one welcomes at the door."""

THINKING = frozenset(
    "think thinks thought say says said believe believes believed feel feels felt claim claimed".split()
)

BODIES = frozenset(
    """government council parliament congress court committee board company police minister ministers president
    state city people members authorities lawmakers leaders officials voters""".split()
)
"""Who can be told what to do; of a thing, "should boost" is a forecast."""

BRINGING = frozenset(
    """pass adopt approve implement introduce keep protect apply extend expand ratify enforce build accept restore
    uphold enact legalize legalise allow fund reopen preserve""".split()
)
"""Verbs for what ought to be there."""

STANDING = frozenset("go stand continue happen proceed".split())
"""Verbs that need no object: what ought to "go ahead" is their subject."""

DENIABLE = frozenset(
    """accusation accusations allegation allegations claim claims suggestion suggestions charge charges report
    reports criticism rumour rumours rumor rumors notion idea ideas""".split()
)
"""What is rejected when something is denied: that is an answer, and no position."""

ANAPHORS = frozenset(
    """move moves decision step steps action actions news announcement it this that them these those one ones
    something anything nothing everything somebody someone anybody anyone everybody everyone nobody fact way thing
    things kind type sort matter issue result results outcome effort efforts approach measure proposal
    plan plans""".split()
)
"""Heads that name nothing to whoever has not read the sentence before."""

FIRST_PERSON = frozenset("i we i'm we're i've we've i'd we'd i'll we'll".split())
THIRD_PERSON = frozenset("he she it they".split())
POSSESSIVES = frozenset("his their our my your its".split())
PERSONAL = POSSESSIVES | frozenset("him her them us me you it he she they i we".split())
"""Words in a phrase that need somebody to point at."""

ADVERBS = frozenset(
    """also again still now already always strongly fully deeply firmly broadly largely very fiercely warmly long
    repeatedly publicly initially obviously certainly absolutely completely totally never not previously
    earlier therefore continue continues continued to have has had will would do does did would can could cannot
    can't don't doesn't didn't won't wouldn't formally immediately quickly unanimously jointly really""".split()
)
"""What may stand between a subject and its verb."""

DENYING = frozenset("not never don't doesn't didn't can't cannot won't wouldn't".split())
"""Of the words between a subject and its verb, those that turn it round."""

NONE = frozenset("no none not neither nobody nothing fewer less little few any".split())
"""In front of an object they turn the verb round."""


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[Side, str | None]]:
    """Map every form of a verb that takes a side to that side and the word it needs behind it.

    A verb with and without such a word has two entries; the one with it is under "verb word".
    """
    made: dict[str, tuple[Side, str | None]] = {}
    for side, listed in _VERBS.items():
        for entry in listed.split():
            verb, _, needs = entry.partition("-")
            for form in _forms(verb):
                made[f"{form} {needs}" if needs else form] = (side, needs or None)
    return made


@lru_cache(maxsize=1)
def retaliating() -> frozenset[str]:
    """Forms of verbs by which a party answers what somebody else has done."""
    return frozenset(
        f"{form} {needs}" if needs else form
        for entry in _RETALIATING.split()
        for verb, _, needs in [entry.partition("-")]
        if needs or verb not in ("pull", "walk", "call")
        for form in _forms(verb)
    )


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y"):
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb == "withdraw":
        return (verb, "withdraws", "withdrew", "withdrawn", "withdrawing")
    ending = "es" if verb.endswith(("s", "ss", "x", "ch", "sh", "to")) else "s"
    last = verb[-1] if verb in _DOUBLED else ""
    made = (verb, verb + ending, verb + last + "ed", verb + last + "ing")
    return (
        (*made, "vetoes")
        if verb == "veto"
        else (*made, verb + "ed", "regretted")
        if verb == "regret"
        else (
            *made,
            verb + "ed",
        )
    )
