"""What a claim that retells one sentence has put in, left out or put for something else.

The rules of `problems` hold for any wording. These see the very word that was changed, because the claim
is laid beside the sentence (`align`); what stands in the same words on both sides is never held against it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.support import dates, lexicon, spelling, swaps
from summarizer.support.align import Aligned, Change, align, changed_places
from summarizer.support.index import Index, Line
from summarizer.support.problem import Problem
from summarizer.support.retelling import CLOSE, SMALL, Retelling, just_before, said_so, small
from summarizer.support.words import Word


def retold(listed: Sequence[Word], evidence: Sequence[Line]) -> tuple[Line, Aligned] | None:
    """Pick the sentence that the claim retells best, laid beside it; None where it retells none."""
    best: tuple[Line, Aligned] | None = None
    for line in evidence:
        made = align(listed, line.plain)
        if made is not None and (best is None or made.kept > best[1].kept):
            best = (line, made)
    return best


def exchanged(listed: Sequence[Word], evidence: Sequence[Line]) -> Iterator[Problem]:
    """Name two parts of a sentence that the claim has in each other's place."""
    for line in evidence:
        found = changed_places(listed, line.plain)
        if found is not None:
            first, second = (said_so(part) for part in found)
            yield Problem("who did what", f"puts {first!r} and {second!r} in each other's place", True)
            return


def passive(laid: Aligned) -> Iterator[Problem]:
    """Find a verb put into the passive whose parties were left where they were: "Roe was seen by Hale"."""
    for first, second in itertools.pairwise(laid.changes):
        verb = second.before
        if verb is None or first.after is not verb:
            continue
        if (
            first.before is not None
            and first.claimed
            and all(word.lower in lexicon.BE | lexicon.HAVE for word in first.claimed)
            and not any(word.lower in lexicon.BE for word in first.printed)
            and [word.lower for word in second.claimed] in (["by"], ["by", "the"])
            and not any(word.lower == "by" for word in second.printed)
        ):
            yield Problem("who did what", f"says '{verb.lower} by' where the article says who did it", True)


def find(told: Retelling, laid: Aligned, evidence: Sequence[Line]) -> Iterator[Problem]:
    """Name what the changes do to the meaning.

    Words that another sentence of the evidence prints between the same neighbours are put in by nobody.
    """
    others = [line for line in evidence if line is not told.line]
    pairs = {pair for line in others for pair in itertools.pairwise(word.stem for word in line.plain)}
    stems = ["", *(word.stem for word in told.listed), ""]
    held = {
        word
        for at, word in enumerate(told.listed)
        if not word.capital
        and all("" in pair or pair in pairs for pair in itertools.pairwise(stems[at : at + 3]))
    }
    for change in laid.changes:
        claimed = tuple(word for word in change.claimed if word not in held and word not in told.quiet)
        made = _of(replace(change, claimed=claimed), told)
        if made is not None:
            yield made


def _of(change: Change, told: Retelling) -> Problem | None:
    """Name the gravest thing that one change does."""
    for rule in (_name, _negation, _condition, _certainty, *swaps.RULES):
        made = rule(change, told)
        if made is not None:
            return made
    return None


def _name(change: Change, told: Retelling) -> Problem | None:
    """One name put for another, or a first name put before a name that has another."""
    ours = [word for word in change.claimed if word.capital and word.content]
    theirs = [
        word
        for word in change.printed
        if word.capital and word.content and (not word.opens or told.index.capital(word.stem))
    ]
    if ours and theirs and all(map(dates.names_day, (*ours, *theirs))):
        # days and months are compared as dates
        return None
    if not ours or not theirs or len(change.claimed) > 2 * SMALL:
        return None
    if len(ours) == 1 and spelling.of_country(ours[0], {word.stem for word in theirs}):
        return None
    if spelling.first_name(ours, theirs, change, told.index):
        if change.after is None or not spelling.namesakes(change.after, told.index):
            return None
        said = f"says {_print(ours)!r} where the article says {_print(theirs)!r}"
        return Problem("name", said, False)
    names = {word.stem for word in told.line.words if word.capital}
    put = [word for word in ours if word.stem not in names]
    if not put or _first_word_only(put, told.index):
        return None
    claimed, printed = _whole(put, change), _whole(theirs, change)
    if (
        told.index.same(claimed, printed)
        or told.index.same(_print(put), _print(theirs))
        or _short_for(put, theirs)
    ):
        return None
    named = [said for said in told.index.attributions_on(told.line.span) if said.speaker is not None]
    other = told.index.directory.owner(printed)
    if any(told.index.same(claimed, said.speaker or "") for said in named) and (
        other is None or told.index.same(claimed, other.name)
    ):
        return None
    return Problem("name", f"says {_print(put)!r} where the article says {_print(theirs)!r}", True)


def _first_word_only(put: Sequence[Word], index: Index) -> bool:
    """The first word of a claim has a capital anyway."""
    return len(put) == 1 and put[0].opens and not index.capital(put[0].stem)


def _whole(name: Sequence[Word], change: Change) -> str:
    """The name with the capital word that follows it in both, such as a surname that was kept."""
    after = [change.after] if change.after is not None and change.after.capital else []
    return _print([*name, *after])


def _print(name: Sequence[Word]) -> str:
    return " ".join(_capital(word.lower) for word in name)


def _capital(word: str) -> str:
    return word.upper() if "." in word else word[:1].upper() + word[1:]


def _short_for(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """An initialism and what it stands for."""
    for one, other in ((ours, theirs), (theirs, ours)):
        letters = "".join(word.lower[0] for word in other)
        if len(one) == 1 and len(other) > 1 and one[0].lower.replace(".", "") == letters:
            return True
    return False


def _negates(word: Word) -> bool:
    return word.lower in lexicon.NEGATORS or word.lower.endswith("n't")


def _denied(listed: Sequence[Word]) -> set[tuple[str, str]]:
    """Each negator with the next telling word."""
    made = set()
    for at, word in enumerate(listed):
        if _negates(word):
            after = next((other.stem for other in listed[at + 1 : at + 4] if other.content), "")
            made.add((word.stem, after))
    return made


def _negation(change: Change, told: Retelling) -> Problem | None:
    put_in = [word for word in change.claimed if _negates(word)]
    left = [word for word in just_before(change) if _negates(word)]
    if not put_in + left:
        return None
    refused = any(_negates(word) or word.lower in lexicon.DENIALS for word in change.printed)
    if put_in and not refused and len(change.claimed) <= 2 * SMALL:
        if not _denied(told.listed) - _denied(told.line.words):
            return None
        kept = f" before {change.after.lower!r}" if change.after is not None else ""
        return Problem("negation", f"puts in {put_in[0].lower!r}{kept}, which the article does not say", True)
    if left and not put_in and not any(word.lower in lexicon.DENIALS for word in change.claimed):
        if not _denied(told.line.words) - _denied(told.listed):
            return None
        return Problem("negation", f"leaves out the article's {said_so(change.printed[-CLOSE:])!r}", True)
    return None


def _certainty(change: Change, told: Retelling) -> Problem | None:
    """A hedge left out or made certain, or what happened said of the future."""
    # "said" for "claimed" leaves it with whoever said it
    says = any(word.lower in lexicon.SAYS for word in change.claimed)
    left = [
        word
        for word in just_before(change)
        if word.lower in lexicon.MAYBES
        and not _month(word)
        and not (told.reported and _cue(word, told))
        and not (says and word.lower in lexicon.ALLEGES)
        and not _of_what_is_left_out(word, change)
    ]
    ours = [word.lower for word in change.claimed if word.lower in lexicon.HEDGES]
    if left and (not ours or (small(change) and set(ours) <= _SURER and left[0].lower in _UNSURE)):
        instead = f"says {said_so(change.claimed)!r} where" if change.claimed else "leaves out that"
        grave = small(change) and not ours
        return Problem("certainty", f"{instead} the article says {left[0].lower!r}", grave)
    boosts = [word.lower for word in change.claimed if word.lower in lexicon.BOOSTS]
    if boosts and small(change) and not lexicon.BOOSTS & told.line.lowers:
        return Problem("certainty", f"says {boosts[0]!r}, which the article does not", True)
    if not small(change) or change.after is None:
        return None
    if (future := _happened(change, told)) is not None:
        return Problem("certainty", f"says it has happened where the article says {future!r}", True)
    wishes = [word.lower for word in change.printed if word.lower in lexicon.WISHES]
    if wishes and any(word.lower in lexicon.FUTURE for word in change.claimed):
        return Problem("certainty", f"says 'will' where the article says {wishes[0]!r}", True)
    if any(word.lower in lexicon.FUTURE for word in change.claimed):
        past = [word for word in change.printed if word.lower in lexicon.PAST]
        if past:
            return Problem("certainty", f"says 'will' where the article says {past[0].lower!r}", False)
    return None


def _of_what_is_left_out(word: Word, change: Change) -> bool:
    """Say whether a hedge hedges only the next word, which the claim leaves out too ("potentially unwelcome advice")."""
    after = next((other for other in change.printed if other.span.start > word.span.end), None)
    return (
        not change.claimed
        and word.lower.endswith("ly")
        and after is not None
        and after.content
        and not after.lower.endswith("ly")
    )


def _condition(change: Change, told: Retelling) -> Problem | None:
    """What is to be under a condition told without it; what "would" or "could" be is still only thought of."""
    if change.before is not None or change.after is None or any(word.content for word in change.claimed):
        return None
    if len(change.printed) < SMALL or change.printed[0].lower not in ("if", "unless"):
        return None
    if any(word.lower in lexicon.HEDGES for word in told.listed):
        return None
    return Problem("certainty", f"leaves out the article's {said_so(change.printed[: 2 * SMALL])!r}", True)


_SURER = frozenset("would should".split())
_UNSURE = frozenset("may might could expected likely".split())


def _happened(change: Change, told: Retelling) -> str | None:
    """The article's "will", where the claim has "has" for it, or the past of the verb behind."""
    future = next((word.lower for word in change.printed[-CLOSE:] if word.lower in lexicon.FUTURE), None)
    late = [word.lower for word in change.printed[-2:]]
    if len(late) == 2 and late[0] in lexicon.DUE and late[1] == "to":
        future = " ".join(late)
    if future is None or change.after is None or any(w.lower in lexicon.FUTURE for w in change.claimed):
        return None
    claimed = [word.lower for word in change.claimed]
    # "has to" is still to come
    past = any(word in lexicon.PAST for word in claimed) and "to" not in claimed
    verb = change.after
    past_form = verb.lower.endswith("ed") or verb.lower in lexicon.IRREGULAR
    turned = past_form and verb.lower not in told.line.lowers
    return future if past or turned else None


def _cue(word: Word, told: Retelling) -> bool:
    """The word says that somebody said it, and belongs to a saying on this sentence."""
    return any(said.cue.holds(word.span) for said in told.index.attributions_on(told.line.span))


def _month(word: Word) -> bool:
    return word.lower == "may" and word.capital
