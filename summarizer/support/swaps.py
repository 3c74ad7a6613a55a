"""One telling word of a sentence put for another: opposites, offices, shares, and what excludes each other."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.support import dates, lexicon, words
from summarizer.support.align import Change
from summarizer.support.index import Line
from summarizer.support.problem import Problem
from summarizer.support.retelling import Retelling, small
from summarizer.support.spelling import first_name
from summarizer.support.words import Word


def _scope(change: Change, told: Retelling) -> Problem | None:
    put = [word for word in change.claimed if word.lower in lexicon.WHOLES]
    left = [word for at, word in enumerate(change.printed) if _of_less(word, change, at)]
    if put and not any(word.lower in lexicon.WHOLES for word in change.printed):
        instead = f" where the article says {left[0].lower!r}" if left else ", which the article does not"
        return Problem("scope", f"says {put[0].lower!r}{instead}", bool(left))
    shares = [word for word in left if word.lower not in ("many", "several")]
    if shares and small(change) and change.after is not None and not change.claimed:
        return Problem("scope", f"leaves out the article's {shares[0].lower!r}", False)
    return None


def _of_less(word: Word, change: Change, at: int) -> bool:
    """Say whether a word speaks of less than all; "the most common" does not, "one of the" does."""
    before = change.printed[at - 1] if at else change.before
    if word.lower == "one":
        after = change.printed[at + 1] if at + 1 < len(change.printed) else change.after
        return after is not None and after.lower == "of"
    if word.lower in ("majority", "minority") and word.capital:
        # the Minority Leader
        return False
    return word.lower in lexicon.PARTS and not (
        word.lower == "most" and before is not None and before.lower in _DEFINITE
    )


_DEFINITE = frozenset("the its his her their our".split())


def _order(change: Change, told: Retelling) -> Problem | None:
    for ours, theirs in (lexicon.EARLIER, lexicon.LATER), (lexicon.LATER, lexicon.EARLIER):
        put = [word.lower for word in change.claimed if word.lower in ours]
        left = [word.lower for word in change.printed if word.lower in theirs]
        if put and left:
            return Problem("order in time", f"says {put[0]!r} where the article says {left[0]!r}", True)
    return None


def _turned(change: Change, told: Retelling) -> Problem | None:
    """A word put for its opposite."""
    pair = _opposite(change) if small(change) else _axis(change)
    if pair is None:
        return None
    return Problem("polarity", f"says {pair[0].lower!r} where the article says {pair[1].lower!r}", True)


def _axis(change: Change) -> tuple[Word, Word] | None:
    axes = words.axes()
    sides = {axes[word.stem]: word for word in change.printed if word.stem in axes}
    for word in change.claimed:
        axis = axes.get(word.stem)
        if axis is not None and (other := sides.get((axis[0], 1 - axis[1]))) is not None:
            return word, other
    return None


def _opposite(change: Change) -> tuple[Word, Word] | None:
    opposites = words.opposites()
    for word in change.claimed:
        ours = {(axis, 1 - side) for axis, side in opposites.get(word.stem, ())}
        for other in change.printed:
            if ours & opposites.get(other.stem, frozenset()) or _prefixed(word.lower, other.lower):
                return word, other
    return None


def _prefixed(one: str, other: str) -> bool:
    """Say whether one is the other with "un" or the like in front: popular, unpopular."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(shorter) >= _LEAST_PREFIXED and longer.removesuffix(shorter) in _PREFIXES


_PREFIXES = frozenset("un in im il ir dis non mis".split())
_LEAST_PREFIXED = 5


def _rank(change: Change, told: Retelling) -> Problem | None:
    """A deputy made the minister, or somebody in office a former one, and the other way round."""
    if not small(change):
        return None
    for ours, theirs, here, there, said in (
        (change.claimed, change.printed, told.listed, told.line.plain, _PUT_IN),
        (change.printed, change.claimed, told.line.plain, told.listed, _LEFT_OUT),
    ):
        if any(word.lower in _RANKS for word in theirs):
            continue
        for word in ours:
            if word.lower in _FORMER and len(ours) == 1 and change.after is not None and change.after.content:
                if word.stem in {other.stem for other in there}:
                    continue
                return Problem("role", said.format(f"{word.lower} {change.after.lower}"), True)
            office = _office(word, here) if word.lower in _RANKS else None
            if office is not None and office not in ours and not _ranked(word, office, there):
                return Problem("role", said.format(f"{word.lower} {office.lower}"), True)
    return None


_PUT_IN, _LEFT_OUT = "says {!r}, which the article does not", "leaves out the article's {!r}"
# before whatever it stands: a model, a colony
_FORMER = frozenset("former ex".split())
_RANKS = lexicon.RANKS | lexicon.FORMER
_OFFICE_WITHIN = 4


def _office(rank: Word, listed: Sequence[Word]) -> Word | None:
    """The office that a rank is of: the next one within a few words."""
    at = listed.index(rank)
    return next((w for w in listed[at + 1 : at + 1 + _OFFICE_WITHIN] if lexicon.role(w.lower)), None)


def _ranked(rank: Word, office: Word, listed: Sequence[Word]) -> bool:
    """Say whether the rank stands before the office elsewhere in the words."""
    found = [other for other in listed if other.stem == rank.stem]
    offices = (_office(other, listed) for other in found)
    return any(of is not None and of.stem == office.stem for of in offices)


def _role(change: Change, told: Retelling) -> Problem | None:
    """One office put for another, unless the article gives the claimed one to whoever is named beside it."""
    put = [
        word for word in change.claimed if (role := lexicon.role(word.lower)) and not _holds(role, told.line)
    ]
    left = [word for word in change.printed if lexicon.role(word.lower)]
    if not put or not left:
        return None
    for beside in (change.before, change.after):
        owner = (
            told.index.directory.owner(beside.lower.title())
            if beside is not None and beside.capital
            else None
        )
        if owner is not None and owner.role and put[0].stem in {w.stem for w in words.words(owner.role)}:
            return None
    return Problem("role", f"says {put[0].lower!r} where the article says {left[0].lower!r}", True)


def _portfolio(change: Change, told: Retelling) -> Problem | None:
    """One minister put for another: defence for finance, before the word for the office."""
    if change.after is None or not lexicon.role(change.after.lower):
        return None
    put = [word.lower for word in change.claimed if word.lower in lexicon.PORTFOLIOS]
    left = [word.lower for word in change.printed if word.lower in lexicon.PORTFOLIOS]
    if put and left and put[-1] != left[-1] and put[-1] not in told.line.lowers:
        return Problem("role", f"says {put[-1]!r} where the article says {left[-1]!r}", True)
    return None


def _holds(role: str, line: Line) -> bool:
    return any(lexicon.role(word.lower) == role for word in line.words)


def _wording(change: Change, told: Retelling) -> Problem | None:
    """Telling words put for others that they have nothing in common with; not wrong, but to be looked at.

    Fewer words in the place of more, but at the end, are a shorter way to say it: all 6 sentences of the QAGS votes
    that were in doubt for these alone had been voted consistent.
    """
    put = [
        word
        for word in change.claimed
        if word.content and word.stem not in told.line.stems and word.lower not in lexicon.TO_WHOM
    ]
    stems = {word.stem for word in told.listed}
    left = [word for word in change.printed if word.content and word.stem not in stems]
    if not put or len(put) > _PUT or not left or any("#" in word.stem for word in (*put, *left)):
        return None
    if put[0].lower in lexicon.SAYS or (len(left) > len(put) and change.after is not None):
        return None
    if put[0].lower[:4] == left[0].lower[:4] or put[0].capital != left[0].capital:
        return None
    if change.after is None and change.before is None:
        return None
    if first_name(put, left, change, told.index) or all(map(dates.names_day, (*put, *left))):
        return None
    said = " ".join(word.lower for word in put)
    instead = " ".join(word.lower for word in left[:_PUT])
    return Problem("wording", f"says {said!r} where the article says {instead!r}", False)


# More words in one place are another sentence's.
_PUT = 3


def _alternative(change: Change, told: Retelling) -> Problem | None:
    """One of a set put for another of it: the third for the second, rarely for often."""
    if not small(change):
        return None
    for kind, listed in lexicon.ALTERNATIVES:
        put = [word.lower for word in change.claimed if word.lower in listed]
        left = [word.lower for word in change.printed if word.lower in listed]
        # "14 days" is two weeks
        figures = any(word.stem[0] == "#" for word in (*change.claimed, *change.printed))
        if put and left and put[0] != left[0] and not (kind == "number" and figures):
            return Problem(kind, f"says {put[0]!r} where the article says {left[0]!r}", True)
    return None


RULES = (_scope, _order, _turned, _alternative, _rank, _role, _portfolio, _wording)
