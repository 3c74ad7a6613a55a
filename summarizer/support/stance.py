"""Where somebody stands, read off cues, polarity and words of judgement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from summarizer.article import Attribution
from summarizer.note import Stance
from summarizer.support import lexicon, words

Side = Literal["supports", "opposes"]

# What a party does, for lack of words: the verb alone says on which side it stands.
_ACTS: dict[Side, str] = {
    "supports": """back support endorse welcome approve adopt ratify sign favour favor join fund champion praise accept
    agree pledge commit promise""",
    "opposes": """oppose reject veto block cancel boycott condemn denounce criticise criticize protest sue appeal refuse
    withdraw suspend ban accuse attack blame resist dispute dismiss strike""",
}

_FOR = frozenset(
    """necessary crucial vital essential welcome welcomes welcomed proud fair sensible good great historic
    advance advances advanced benefit benefits favour favor support supports supported backs backed praise
    praised commend commended""".split()
)
_AGAINST = frozenset(
    """disappointed disappointing retreat retreating wrong unfair disgrace disgraceful shameful betrayal
    betrayed reckless dangerous unacceptable damaging against oppose opposes opposed reject rejects
    rejected condemn condemned concern concerned worried fear fears accuse accused outrage outrageous
    disaster mistake cruel unlawful regret regrets denounce denounces denounced criticise criticises criticised
    criticize criticizes criticized slammed blasted lambasted decried deplored""".split()
)
# Of one and the same word only some uses take a side: "it is wrong" and "the wrong turn", "voted against it" and
# "the match against them", "called for calm" and "took 911 calls".
_JUDGING = frozenset(
    """necessary crucial vital essential fair sensible good great historic proud wrong unfair dangerous reckless cruel
    unlawful damaging""".split()
)
_JUDGMENTS = frozenset("disaster mistake retreat".split())
_BEING = frozenset(
    "is are was were be been being 's 're am seem seems seemed as so too very really more deeply not".split()
)
_NAMING = frozenset("call calls called calling labelled branded".split())
_JUDGED = frozenset("for that to news thing idea step move decision day deal".split())
_STANDING_AGAINST = frozenset(
    """vote votes voted voting speak speaks spoke argue argues argued campaign campaigned campaigning protest protests
    protested rally rallied decide decided advise advised warn warned stand stands stood out is are was were be been
    am fought ruled""".split()
)
_BACKING = frozenset("support supports supported backed".split())
_HAVING = frozenset(
    """has have had having win wins won winning gain gains gained lose loses lost losing draw draws drew maintain
    maintains maintained enjoy enjoys enjoyed get gets got overwhelming more less little some no broad popular
    public his her their its used""".split()
)
_GIVERS = frozenset("from among by base group groups staff".split())
_HELPING = frozenset("will would could can may might to it this that which they also".split())
_NORMATIVE = frozenset("must should ought need needs urge urged urges demand demanded want wants".split())
_CALLING = frozenset("call called calls calling".split())
_THINGS = frozenset("for of in from on is are was were has had".split())
_REACH = 4


_DENYING = ("deni", "declin")
_NOT = frozenset("not never nobody no".split())


def act_of(stem: str) -> Side | None:
    """Say which side a verb stem puts its subject on, if any."""
    return _act_stems().get(stem)


@lru_cache(maxsize=1)
def _act_stems() -> dict[str, Side]:
    return {words.stem(verb): side for side, verbs in _ACTS.items() for verb in verbs.split()}


def judges(text: str, said: Sequence[Attribution]) -> bool:
    """Say whether a side is taken by a cue or a word of judgement, and not only by what is asked for."""
    listed = words.words(text)
    return bool(_sides(listed, said))


def of(text: str, said: Sequence[Attribution]) -> Stance:
    """Read a stance off a party's attributions first, off the text's own words second.

    `mixed` needs words on both sides; who wants something, or says that it ought to be,
    supports it; a text that judges nothing is `neutral`.
    """
    listed = words.words(text)
    sides = _sides(listed, said)
    if sides == {"supports", "opposes"}:
        return "mixed"
    if sides:
        return next(iter(sides))
    wanted = [a for a in said if a.kind == "wants"]
    if wanted:
        return "supports" if wanted[0].polarity == "affirmed" else "opposes"
    for at in range(len(listed)):
        after = [w.lower for w in listed[at + 1 : at + 3]]
        if _asks(listed[at].lower, listed[at - 1].lower if at else "", after):
            return "opposes" if "not" in after or "never" in after else "supports"
    return "neutral"


def _sides(listed: Sequence[words.Word], said: Sequence[Attribution]) -> set[Side]:
    negated = any(
        (word.lower in _NOT or word.lower.endswith("n't"))
        and any(
            act_of(after.stem) == "opposes" or after.stem in _DENYING for after in listed[at + 1 : at + 4]
        )
        for at, word in enumerate(listed)
    )
    sides = {side for a in said if (side := _cue_side(a, negated)) is not None}
    return sides or {side for at in range(len(listed)) if (side := _side_at(listed, at)) is not None}


def _denies(stem: str) -> bool:
    return stem.startswith(_DENYING) or act_of(stem) == "opposes"


def _asks(word: str, before: str, after: Sequence[str]) -> bool:
    """Say whether a word wants something done: no "demand for coal", no "people in need"."""
    if word in _CALLING:
        return "for" in after or after[:1] == ["on"]
    if word in ("demand", "need", "needs"):
        return before != "in" and not (word == "demand" and after[:1] and after[0] in _THINGS)
    return word in _NORMATIVE


def _cue_side(said: Attribution, negated: bool) -> Side | None:
    if said.kind == "supports":
        return "opposes" if said.polarity != "affirmed" else "supports"
    if said.kind == "opposes":
        # denying and rejecting are the cue's own meaning; only a "not" beside it turns that round
        return "supports" if said.polarity != "affirmed" and negated else "opposes"
    return None


def _takes_side(word: str, before: Sequence[str], after: Sequence[str]) -> bool:
    if word in _JUDGING | _JUDGMENTS:
        said = before[-3:] if word in _JUDGMENTS else before[-1:]
        return not _BEING.isdisjoint(said) or not _NAMING.isdisjoint(before) or not _JUDGED.isdisjoint(after)
    if word == "against":
        return not _STANDING_AGAINST.isdisjoint(before)
    if word in ("benefit", "benefits"):
        return before[-1:] != [] and before[-1] in _HELPING
    if word == "accused":
        # who is accused accuses nobody
        active = before[-1:] != [] and before[-1] not in _BEING | {"the", "stands", "stood"}
        return active and after[:1] != ["of"]
    if word in _BACKING:
        # who has support is supported, and so is what others support
        had = word == "support" and _HAVING.intersection(before[-2:])
        return not (had or _GIVERS.intersection(after))
    return True


def _side_at(listed: Sequence[words.Word], at: int) -> Side | None:
    """A word of judgement, turned round by a negator up to three words before it."""
    word = listed[at]
    side: Side
    if word.lower in _FOR:
        side = "supports"
    elif word.lower in _AGAINST:
        side = "opposes"
    else:
        return None
    before = [w.lower for w in listed[max(0, at - _REACH) : at]]
    if not _takes_side(word.lower, before, [w.lower for w in listed[at + 1 : at + 2]]):
        return None
    if "more" in before[-1:] or "agree" in before:
        # "could not be more necessary" is no denial
        return side
    if any(w in lexicon.NEGATORS or w.endswith("n't") for w in before[-3:]):
        return "opposes" if side == "supports" else "supports"
    return side
