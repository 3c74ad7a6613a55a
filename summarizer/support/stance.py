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
    disaster mistake cruel unlawful regret regrets""".split()
)
_NORMATIVE = frozenset(
    "must should ought need needs urge urged urges demand demanded call called calls want wants".split()
)


_NOT = frozenset("not never nobody no".split())


def act_of(stem: str) -> Side | None:
    """Say which side a verb stem puts its subject on, if any."""
    return _act_stems().get(stem)


@lru_cache(maxsize=1)
def _act_stems() -> dict[str, Side]:
    return {words.stem(verb): side for side, verbs in _ACTS.items() for verb in verbs.split()}


def of(text: str, said: Sequence[Attribution]) -> Stance:
    """Read a stance off a party's attributions first, off the text's own words second.

    `mixed` needs words on both sides; who wants something, or says that it ought to be,
    supports it; a text that judges nothing is `neutral`.
    """
    listed = words.words(text)
    negated = any(word.lower in _NOT or word.lower.endswith("n't") for word in listed)
    sides = {side for a in said if (side := _cue_side(a, negated)) is not None}
    if not sides:
        sides = {side for at in range(len(listed)) if (side := _side_at(listed, at)) is not None}
    if sides == {"supports", "opposes"}:
        return "mixed"
    if sides:
        return next(iter(sides))
    wanted = [a for a in said if a.kind == "wants"]
    if wanted:
        return "supports" if wanted[0].polarity == "affirmed" else "opposes"
    for at, word in enumerate(listed):
        if word.lower in _NORMATIVE:
            after = [w.lower for w in listed[at + 1 : at + 3]]
            return "opposes" if "not" in after or "never" in after else "supports"
    return "neutral"


def _cue_side(said: Attribution, negated: bool) -> Side | None:
    if said.kind == "supports":
        return "opposes" if said.polarity != "affirmed" else "supports"
    if said.kind == "opposes":
        # denying and rejecting are the cue's own meaning; only a "not" beside it turns that round
        return "supports" if said.polarity != "affirmed" and negated else "opposes"
    return None


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
    before = [w.lower for w in listed[max(0, at - 4) : at]]
    if "more" in before[-1:] or "agree" in before:
        # "could not be more necessary" is no denial
        return side
    if any(w in lexicon.NEGATORS or w.endswith("n't") for w in before[-3:]):
        return "opposes" if side == "supports" else "supports"
    return side
