"""Closed word lists of English that the checker reads meaning from."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """a about above according added adds after again against all also although am among an and any are
    around as at be because been before being below between both but by can could d did do does
    doing down during each either else ever every few for from had has have having he her here hers
    herself him himself his how however i if in into is it its itself just least less let like ll m
    may me meanwhile might mine more most much must my myself neither no nor not now of off on once
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
