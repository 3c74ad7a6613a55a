"""One telling word of a sentence put for another: opposites, offices, shares, and what excludes each other."""

from __future__ import annotations

from summarizer.support import lexicon, words
from summarizer.support.align import Change
from summarizer.support.index import Line
from summarizer.support.problem import Problem
from summarizer.support.retelling import Retelling, small
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
    """Say whether a word speaks of less than all; "the most common" does not."""
    before = change.printed[at - 1] if at else change.before
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
    for axes in (words.axes(), words.opposites()) if small(change) else (words.axes(),):
        sides = {axes[word.stem]: word.lower for word in change.printed if word.stem in axes}
        for word in change.claimed:
            axis = axes.get(word.stem)
            if axis is not None and (other := sides.get((axis[0], 1 - axis[1]))) is not None:
                return Problem("polarity", f"says {word.lower!r} where the article says {other!r}", True)
    return None


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
        if put and left and put[0] != left[0]:
            return Problem(kind, f"says {put[0]!r} where the article says {left[0]!r}", True)
    return None


RULES = (_scope, _order, _turned, _alternative, _role, _portfolio, _wording)
